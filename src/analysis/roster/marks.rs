//! The marks of a map: one for each state, or, of a long list, one for all states of a square.

use super::square;
use super::state_columns::StateColumns;
use super::{RosterRow, RosterView};

/// More marks than this are gathered, so that a map of a million costs what a map of these does.
pub(super) const MOST: usize = 200;

/// A mark, at the place of its row's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The state, or the first of those gathered, one that the filters leave in before one that they do not.
    pub row: RosterRow,
    /// Whether the filters leave any of them in.
    pub shown: bool,
    /// How many states it stands for.
    pub states: usize,
}

/// The marks of a view, whatever its filters: those that it leaves out are marks as well.
pub(super) fn marks(view: &RosterView, states: &StateColumns) -> Vec<Mark> {
    let listing = &view.listing;
    let rows = listing.present.ones().filter(|entry| !listing.is_repeated(*entry));
    let mark = |entry: usize| Mark { row: listing.row(entry), shown: view.shown.contains(entry), states: 1 };
    if view.total() <= MOST {
        return rows.map(mark).collect();
    }
    let mut squares: Vec<Option<Mark>> = vec![None; square::count()];
    for entry in rows {
        let Some(square) = squares.get_mut(usize::from(states.squares[listing.state(entry)])) else { continue };
        match square {
            Some(gathered) if gathered.shown || !view.shown.contains(entry) => gathered.states += 1,
            Some(gathered) => *gathered = Mark { states: gathered.states + 1, ..mark(entry) },
            None => *square = Some(mark(entry)),
        }
    }
    squares.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::MOST;
    use crate::analysis::roster::{RosterIndex, RosterQuery};
    use crate::briefing::{Briefing, main_members};

    #[test]
    fn a_short_list_has_a_mark_for_each_state_and_a_long_one_for_each_square() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        let query = RosterQuery { search: "nepal".to_owned(), ..RosterQuery::on(date(2025, 7, 14)) };
        let mut index = RosterIndex::new(main_members(&briefing));
        let view = index.view(main_members(&briefing), &query);
        let marks = index.marks(&view);
        assert_eq!((marks.len(), marks.iter().filter(|mark| mark.shown).count()), (26, 1));

        let (states, spells) = (briefing.rosters[0].states.clone(), briefing.rosters[0].spells.clone());
        for copy in 0..10 {
            let renamed = |key: &str| format!("{key}-{copy}").try_into().expect("a key");
            briefing.rosters[0].states.extend(states.iter().cloned().map(|mut state| {
                state.id = renamed(state.id.as_str());
                state
            }));
            briefing.rosters[0].spells.extend(spells.iter().cloned().map(|mut spell| {
                spell.state = renamed(spell.state.as_str());
                spell
            }));
        }
        let mut index = RosterIndex::new(main_members(&briefing));
        let view = index.view(main_members(&briefing), &query);
        let marks = index.marks(&view);
        assert!(view.total() > MOST && marks.len() <= 27, "{} marks", marks.len());
        assert_eq!(marks.iter().map(|mark| mark.states).sum::<usize>(), view.total(), "no state is lost");
        let shown: Vec<_> = marks.iter().filter(|mark| mark.shown).collect();
        assert_eq!(shown.len(), 1);
        assert!(shown[0].row.state_in(&briefing.rosters[0]).id.as_str().starts_with("nepal"));
    }
}
