//! A state that stands in one short text and nowhere else in the briefing, where all else is about others.

use std::collections::BTreeSet;

use super::super::texts::{About, Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use crate::analysis::reading::Named;
use crate::analysis::reference::states_named;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "state-nowhere-else",
    needs: Needs::Organisation,
    holds: label!(checks::state_nowhere_else),
    run: |material| each_held(material, of_text),
}];

/// So many states are a list.
const LISTED: usize = 3;

fn of_text(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let is_short = text.is_short() || text.field.starts_with("evidence:") || text.paraphrase_of().is_some();
    if !is_short && !matches!(text.about, About::Spell(_)) {
        return None;
    }
    let strange = text.reading.capitals().find(|(range, word)| {
        let named = text.names.iter().any(|name| name.range.start < range.end && range.start < name.range.end);
        let once = material.times_said(word) == 1 && word.chars().count() >= 4;
        once && !named && states_named(word).next().is_some()
    });
    let (range, word) = strange?;
    // A name that is one of the briefing's states in another spelling is theirs.
    let own = material.briefing.states().any(|state| states_named(word).any(|code| code == state.alpha2));
    let beside = material.texts().beside(material.briefing, text);
    // Among a list of states a strange one is taken for one of them.
    let states = beside.iter().flat_map(|other| &other.names).filter(|name| name.kind == Named::State);
    let listed = states.map(|name| name.of).collect::<BTreeSet<_>>().len();
    if own || listed < LISTED {
        return None;
    }
    let said = text.part(&range);
    let title = message!(findings::state_nowhere_else, said = said.clone());
    let detail = message!(findings::state_nowhere_else_of, said = said.clone(), text = text.text.to_owned());
    Some(Passage::all(text).next()?.finding(material, &said, title, detail))
}
