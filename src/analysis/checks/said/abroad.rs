//! The states of a briefing by what they are called in languages that the briefing has no names in.

use std::ops::Range;
use std::sync::OnceLock;

use super::super::Material;
use super::Passage;
use crate::analysis::reading::{Named, Names};
use crate::analysis::reference::names_of;
use crate::briefing::Key;

/// The names of states in the languages of CLDR, put together once a text is in one of them.
pub(super) struct Abroad<'m, 'a> {
    material: &'m Material<'a>,
    names: OnceLock<Names<'a>>,
}

/// So many states are known by other names; more are no list that a text could speak of.
const STATES: usize = 400;

impl<'m, 'a> Abroad<'m, 'a> {
    pub const fn of(material: &'m Material<'a>) -> Self {
        Self { material, names: OnceLock::new() }
    }

    /// The states that a sentence names, in its order.
    pub fn states(&self, passage: &Passage<'_, '_>) -> Vec<(Range<usize>, Key)> {
        let own = passage.names.iter().filter(|name| name.kind == Named::State);
        let language = passage.text.reading.language();
        if self.material.briefing.manifest.languages.iter().any(|own| own == language) {
            return own.map(|name| (name.range.clone(), name.of.clone())).collect();
        }
        let found = passage.text.reading.names_of(self.names()).into_iter();
        let here = found.filter(|name| passage.range.contains(&name.range.start));
        here.map(|name| (name.range, name.of.clone())).collect()
    }

    fn names(&self) -> &Names<'a> {
        self.names.get_or_init(|| {
            let mut names = Names::default();
            for state in self.material.briefing.states().take(STATES) {
                state.called().for_each(|name| names.add(Named::State, &state.id, name));
                names_of(&state.alpha2).for_each(|name| names.add(Named::State, &state.id, name));
            }
            names
        })
    }
}
