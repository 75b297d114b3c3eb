//! Our World in Data: entity, code, year, and one column or several of values.

use super::chosen::begun;
use super::columns::{Others, values};
use super::layout::{Begun, Columns, Dimensions, Head, Layout};
use super::long::Long;
use super::units::Units;
use super::usual::Usual;
use crate::briefing::SourceKind;
use crate::import::ImportError;
use crate::label;

/// The layout.
pub const LAYOUT: Layout = Layout {
    key: "owid",
    name: label!(import::layout_owid),
    publisher: "Our World in Data",
    data_set: "",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| {
        let first = head.titles(0);
        let is = |column: usize, names: &[&str]| names.iter().any(|name| first.find(name) == Some(column));
        let known = is(0, &["Entity"]) && is(1, &["Code"]) && is(2, &["Year", "Day"]);
        (known && first.names.len() > 3).then_some(0)
    },
    begin,
};

fn begin(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    let others =
        Others { taken: vec![0, 1, 2], has_flow: false, has_unit: false, has_partner: false, has_year_alone: false };
    // Its values can be of anything: shares, ranks, regions.
    let values = values(head, &titles, at, &others)?;
    let reader = Long {
        dimensions: Dimensions { reporter: Columns { code: Some(1), name: Some(0) }, ..Dimensions::default() },
        period: Some(2),
        values: values.columns,
        partners: values.partners,
        units: Units::of_columns(values.units),
        usual: Usual { unit: values.unit, ..Usual::default() },
        ..Long::default()
    };
    Ok(Begun { remarks: values.remarks, ..begun(head, at, &titles, reader)? })
}

#[cfg(test)]
mod tests {
    use crate::import::Choices;
    use crate::import::tests::desk;
    use crate::import::trade::tests::{applied, planned};

    #[test]
    fn what_is_no_amount_of_money_is_left_or_no_flow_of_goods() {
        let text = "Entity,Code,Year,Exports (% of GDP),Merchandise exports (current US$),Region,time\n\
                    Peru,PER,2022,25.5,5000000000,South America,2022\n";
        let made = planned(&desk(), "t.csv", text, &Choices::default()).expect("a plan");
        assert!(made.remarks.iter().any(|remark| remark.id() == "columns-left"), "{:?}", made.remarks);
        let briefing = applied(&mut desk(), &made);
        let own: Vec<_> = briefing.all_series().filter(|series| series.id.as_str().starts_with("owid")).collect();
        assert_eq!(own.len(), 1);
        let series = own[0];
        assert_eq!((series.unit.currency.as_str(), series.observations.len()), ("USD", 1));
        assert_eq!(series.observations[0].value.to_string(), "5");
        let share = "Entity,Code,Year,Trade as share of GDP\nPeru,PER,2022,45.5\n";
        let made = planned(&desk(), "t.csv", share, &Choices::default()).expect("a plan");
        let briefing = applied(&mut desk(), &made);
        let series = briefing.all_series().find(|series| series.id.as_str().starts_with("owid")).expect("a series");
        assert_eq!((series.unit.currency.as_str(), series.unit.scale.as_str()), ("", "Trade as share of GDP"));
        assert_eq!(series.flows[0].name, "Trade as share of GDP");
    }
}
