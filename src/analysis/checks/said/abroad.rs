//! The states of a briefing by what they are called in languages that the briefing has no names in.

use std::ops::Range;

use super::super::Material;
use super::Passage;
use crate::analysis::reading::{Named, Names};
use crate::analysis::reference::names_of;
use crate::briefing::{Briefing, Key};

/// So many states are known by other names; more are no list that a text could speak of.
const STATES: usize = 400;

/// The names of states in the languages of CLDR.
pub(in super::super) fn names_abroad(briefing: &Briefing) -> Names<'_> {
    let mut names = Names::default();
    for state in briefing.states().take(STATES) {
        state.called().for_each(|name| names.add(Named::State, &state.id, name));
        names_of(&state.alpha2).for_each(|name| names.add(Named::State, &state.id, name));
    }
    names
}

/// The states that a sentence names, in its order.
pub(super) fn states(material: &Material<'_>, passage: &Passage<'_, '_>) -> Vec<(Range<usize>, Key)> {
    let language = passage.language();
    if material.briefing.manifest.languages.iter().any(|own| own == language) {
        return passage.states().map(|name| (name.range.clone(), name.of.clone())).collect();
    }
    let found = passage.text.reading.names_of(material.names_abroad()).into_iter();
    let here = found.filter(|name| passage.range.contains(&name.range.start));
    here.map(|name| (name.range, name.of.clone())).collect()
}
