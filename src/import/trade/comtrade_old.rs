//! UN Comtrade as it was before 2022: 22 columns with blanks in their names.

use super::layout::{Begun, Head, Layout, Role};
use super::long::{Columns, Long, Usual};
use crate::briefing::SourceKind;
use crate::import::ImportError;
use crate::import::unit::UnitRead;
use crate::label;

/// The layout.
pub const LAYOUT: Layout = Layout {
    key: "comtrade-old",
    name: label!(import::layout_comtrade_old),
    publisher: "United Nations Statistics Division",
    data_set: "UN Comtrade",
    kind: SourceKind::Reference,
    primary: false,
    head: |head| {
        head.row_with(1, &["Classification", "Period", "Trade Flow", "Reporter", "Partner", "Trade Value (US$)"])
    },
    begin,
};

fn begin(head: &Head<'_>, at: usize) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    let find = |name: &str| titles.find(name);
    let reporter = Columns { code: find("Reporter ISO"), name: find("Reporter") };
    let partner = Columns { code: find("Partner ISO"), name: find("Partner") };
    let flow = Columns { code: None, name: find("Trade Flow") };
    let product = Columns { code: find("Commodity Code"), name: find("Commodity") };
    let value = match head.choices.columns.get(Role::Value.key()) {
        Some(given) => titles.chosen(head, given)?,
        None => find("Trade Value (US$)").unwrap_or_default(),
    };
    let roles = [
        (reporter.code, Role::ReporterCode),
        (reporter.name, Role::Reporter),
        (partner.code, Role::PartnerCode),
        (partner.name, Role::Partner),
        (flow.name, Role::Flow),
        (product.code, Role::ProductCode),
        (product.name, Role::Product),
        (find("Period"), Role::Period),
        (Some(value), Role::Value),
    ];
    let roles: Vec<_> = roles.into_iter().filter_map(|(column, role)| Some((column?, role))).collect();
    let reader = Long {
        reporter,
        partner,
        flow,
        product,
        period: find("Period"),
        values: vec![(value, String::new())],
        usual: Usual { unit: UnitRead { currency: "USD".to_owned(), ..UnitRead::default() }, ..Usual::default() },
        ..Long::default()
    };
    Ok(Begun::new(titles.uses(head, at, &roles), reader))
}
