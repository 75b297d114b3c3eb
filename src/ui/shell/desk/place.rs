//! Where what is selected stands among the rows of a tab, or among all of its kind.

use std::collections::BTreeSet;

use super::selection::Selection;
use crate::analysis::checks::Finding;
use crate::briefing::{Briefing, Period};

/// Where something stands among the rows that a tab shows, as they are filtered and sorted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which row it is, from zero.
    pub index: usize,
    /// How many rows there are.
    pub all: usize,
    /// What stands before and after it.
    pub neighbours: [Option<Selection>; 2],
}

impl Place {
    /// The place of what is selected at a row. Rows beside it that are of the same thing are passed over, so that a
    /// step always leads on.
    pub fn new(selection: &Selection, index: usize, all: usize, row: impl Fn(usize) -> Option<Selection>) -> Self {
        let other = |row: &Option<Selection>| row.as_ref() != Some(selection);
        let before = (0..index).rev().map(&row).find(other).flatten();
        let after = (index + 1..all).map(&row).find(other).flatten();
        Self { index, all, neighbours: [before, after] }
    }

    /// The place of what is selected among all of its kind, in the order in which the files have them. All are gone
    /// through: it is to be asked for a selection, not in every frame.
    pub fn of_all(selection: &Selection, briefing: &Briefing, findings: &[Finding]) -> Option<Self> {
        let all: Vec<Selection> = match selection {
            Selection::Claim(_) => {
                briefing.claims.claims.iter().map(|claim| Selection::Claim(claim.id.clone())).collect()
            }
            Selection::Sentence(_) => {
                briefing.sentences().iter().map(|sentence| Selection::Sentence(sentence.at)).collect()
            }
            Selection::Source(_) => {
                briefing.sources.sources.iter().map(|source| Selection::Source(source.id.clone())).collect()
            }
            Selection::State(_) => briefing.states().map(|state| Selection::State(state.id.clone())).collect(),
            Selection::Period(series, period) => {
                let observations = briefing.series(series).map_or(&[][..], |series| &series.observations);
                let alike = observations.iter().map(|o| o.period).filter(|other| other.kind() == period.kind());
                let periods: BTreeSet<Period> = alike.collect();
                periods.into_iter().map(|period| Selection::Period(series.clone(), period)).collect()
            }
            Selection::Finding(_) => findings.iter().map(|finding| Selection::Finding(finding.id.clone())).collect(),
        };
        Self::among(selection, &all)
    }

    /// The same in a list.
    fn among(selection: &Selection, rows: &[Selection]) -> Option<Self> {
        let index = rows.iter().position(|row| row == selection)?;
        Some(Self::new(selection, index, rows.len(), |row| rows.get(row).cloned()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, Selection};
    use crate::briefing::Key;

    fn states(keys: &[&str]) -> Vec<Selection> {
        let key = |key: &&str| Key::try_from((*key).to_owned()).expect("a key");
        keys.iter().map(key).map(Selection::State).collect()
    }

    #[test]
    fn a_step_leads_to_another_thing_where_one_stands_twice() {
        let rows = states(&["chad", "mali", "mali", "togo"]);
        let place = Place::among(&rows[1], &rows).expect("there");
        assert_eq!((place.index, place.all), (1, 4));
        assert_eq!(place.neighbours, [Some(rows[0].clone()), Some(rows[3].clone())]);
        let last = Place::among(&rows[3], &rows).expect("there");
        assert_eq!(last.neighbours, [Some(rows[2].clone()), None]);
        assert_eq!(Place::among(&states(&["peru"])[0], &rows), None);
    }
}
