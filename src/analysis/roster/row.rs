//! One row of the roster.

use crate::briefing::{Citation, Members, Roster, Spell, State, Status};

/// A state with a status, or an entry of the printed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RosterRow {
    /// Index into the roster's states.
    pub state: usize,
    /// Index into the roster's statuses.
    pub status: usize,
    /// Index into the roster's spells, where one says since when.
    pub spell: Option<usize>,
    /// Index into the roster's spells of one that holds beside it.
    pub beside: Option<usize>,
    /// Index into the printed list, in the printed edition.
    pub printed: Option<usize>,
    /// Whether the printed list names this state above already.
    pub repeated: bool,
}

impl RosterRow {
    /// The state.
    pub fn state_in<'a>(&self, roster: &'a Roster) -> &'a State {
        &roster.states[self.state]
    }

    /// The status.
    pub fn status_in<'a>(&self, roster: &'a Roster) -> &'a Status {
        &roster.statuses[self.status]
    }

    /// The spell of the status, where one is known.
    pub fn spell_in<'a>(&self, roster: &'a Roster) -> Option<&'a Spell> {
        self.spell.map(|index| &roster.spells[index])
    }

    /// The status that is held beside it, where one is.
    pub fn beside_in<'a>(&self, roster: &'a Roster) -> Option<&'a Status> {
        self.beside_index(roster).map(|index| &roster.statuses[index])
    }

    /// Its place among the statuses of the roster.
    pub(super) fn beside_index(&self, roster: &Roster) -> Option<usize> {
        let spell = &roster.spells[self.beside?];
        roster.statuses.iter().position(|status| status.id == spell.status)
    }

    /// Every status that it has, the main one first.
    pub fn statuses_in<'a>(&self, roster: &'a Roster) -> impl Iterator<Item = &'a Status> + use<'a> {
        std::iter::once(self.status_in(roster)).chain(self.beside_in(roster))
    }

    /// Whether it has a status, as the main one or beside another.
    pub fn has_status(&self, roster: &Roster, status: &Status) -> bool {
        self.statuses_in(roster).any(|own| own.id == status.id)
    }

    /// The name as the printed list has it, in the printed edition.
    pub fn printed_in<'a>(&self, roster: &'a Roster) -> Option<&'a str> {
        self.printed.map(|index| roster.printed[index].printed.as_str())
    }

    /// What the row rests on: its spell's citations, or its place in the printed list.
    pub fn citations(&self, members: Members<'_>) -> Vec<Citation> {
        let roster = members.roster;
        if let Some(spell) = self.spell_in(roster) {
            return spell.citations.clone();
        }
        let entry = self.printed.map(|index| &roster.printed[index]);
        entry.and_then(|entry| members.document_citation(entry.at)).into_iter().collect()
    }
}
