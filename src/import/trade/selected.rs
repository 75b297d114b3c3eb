//! What a series is of by the rows that were kept, where nothing else that is known of it says so: of a table with adjusted
//! figures and unadjusted ones, two series are made by keeping the one and then the other, and neither takes the place of
//! the other.

use std::collections::BTreeMap;

use super::layout::{Head, Role, RowReader, Titles};
use crate::import::ImportError;
use crate::import::parties::{joined, key_of};

/// What is added to the keys of series for the rows that are kept by columns of which nothing is known.
pub fn key(head: &Head<'_>, at: usize, titles: &Titles, reader: &dyn RowReader) -> Result<String, ImportError> {
    let (roles, left) = (reader.roles(), reader.parts());
    let mut parts = Vec::new();
    for (name, values) in &head.choices.keep {
        let column = titles.chosen(head, name)?;
        let is_known = left.contains(&column) || roles.iter().any(|(own, _)| *own == column);
        if !is_known && !repeats_another(head, at, column, &roles) {
            parts.push(key_of(&values.join(" ")).to_string());
        }
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    Ok(if parts.is_empty() { String::new() } else { joined(&parts).to_string() })
}

/// Whether a column says again what a known one says: a label beside its code, the year beside a period.
fn repeats_another(head: &Head<'_>, at: usize, column: usize, roles: &[(usize, Role)]) -> bool {
    let is_told_by = |other: usize| {
        let mut told: BTreeMap<&str, &str> = BTreeMap::new();
        let follows = head
            .below(at, other)
            .zip(head.below(at, column))
            .all(|(other, own)| *told.entry(other).or_insert(own) == own);
        let first = told.values().next();
        let differ = told.values().any(|own| Some(own) != first);
        // Of one value alone it is seen by its letters.
        follows && (differ || told.iter().all(|(other, own)| !own.is_empty() && other.starts_with(own)))
    };
    roles.iter().any(|(other, role)| *role != Role::Value && is_told_by(*other))
}

#[cfg(test)]
mod tests {
    use crate::import::Choices;
    use crate::import::tests::desk;
    use crate::import::trade::tests::{applied, planned};

    fn kept(head: &str, value: &str) -> Choices {
        let keep = vec![(head.to_owned(), vec![value.to_owned()])];
        Choices { keep, unit: Some("m USD".to_owned()), ..Choices::default() }
    }

    #[test]
    fn what_was_kept_otherwise_does_not_take_the_place_of_what_there_is() {
        let text = "country,flow,period,value,region\nPeru,exports,2022,1,A\nPeru,exports,2023,2,A\n\
                    Peru,exports,2022,3,B\nPeru,exports,2023,4,B\n";
        let mut desk = desk();
        let before = desk.briefing().all_series().count();
        for region in ["A", "B"] {
            let plan = planned(&desk, "t.csv", text, &kept("region", region)).expect("a plan");
            assert_eq!(plan.changed().count(), 0, "{region}");
            applied(&mut desk, &plan);
        }
        let all: Vec<_> =
            desk.briefing().all_series().skip(before).map(|series| series.observations[0].value).collect();
        assert_eq!(all, ["1", "3"].map(|value| value.parse().expect("a number")));
        let again = planned(&desk, "t.csv", text, &kept("region", "B")).expect("a plan");
        assert!(again.is_idle() && again.same == 2);
    }

    #[test]
    fn keeping_a_part_of_what_is_known_makes_no_other_series() {
        let text = "country,iso,flow,period,year,value\nPeru,PE,exports,2022-01,2022,1\nPeru,PE,exports,2023-01,2023,2\n\
                    Fiji,FJ,exports,2023-01,2023,2\n";
        let mut desk = desk();
        let before = desk.briefing().all_series().count();
        for (head, value) in [("year", "2022"), ("year", "2023"), ("iso", "PE"), ("period", "2022-01")] {
            let plan = planned(&desk, "t.csv", text, &kept(head, value)).expect("a plan");
            applied(&mut desk, &plan);
        }
        let all: Vec<String> = desk.briefing().all_series().skip(before).map(|series| series.id.to_string()).collect();
        assert_eq!(all, ["t-peru-usd", "t-fiji-usd"]);
    }
}
