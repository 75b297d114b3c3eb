//! Once more: who is said to have joined again, of a state that never left.

use super::super::{Check, Finding, Material, Needs};
use super::statuses::spells;
use super::{Passage, each_told};
use crate::analysis::reading::{Named, Says};
use crate::briefing::{Date, Key, Spell, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "again-in-text",
    needs: Needs::Organisation,
    holds: label!(checks::again_in_text),
    run: |material| each_told(material, |passage| of_passage(material, passage)),
}];

/// So many words stand between a verb and that it was once more, and between a state and the verb.
const NEAR: usize = 3;
const BEFORE: usize = 8;

fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let again = passage.signs_of(&[Says::Again]).next()?;
    let joins = [Says::Joins, Says::Member];
    let verb = passage.signs_of(&joins).find(|verb| {
        verb.range == again.range || passage.apart(&verb.range, &again.range).is_some_and(|words| words <= NEAR)
    })?;
    // What it joined again may be something else.
    let statuses = material.statuses();
    let own = statuses.names_organisation(passage, passage.range.clone()) || statuses.is_only();
    if !own || passage.is_of_another_body(material) {
        return None;
    }
    let state = state(passage, verb.range.start)?;
    let all = spells(material, &statuses.numbers, state);
    if all.is_empty() || all.iter().any(|spell| is_left(spell, &all)) {
        return None;
    }
    let range = verb.range.start.min(again.range.start)..verb.range.end.max(again.range.end);
    let said = passage.part(&range);
    let title = message!(findings::again_in_text, said = said.clone());
    let detail = message!(
        findings::again_other,
        state = material.state_name(state).to_owned(),
        said = said.clone(),
        dates = Value::list(all.iter().map(|spell| spell.from).take(4)),
        text = passage.text.text.to_owned()
    );
    Some(passage.finding(material, &said, title, detail))
}

/// The state that is said to have joined: the last that is named before the verb, or the only one that the claim is of.
fn state<'t>(passage: &Passage<'t, '_>, verb: usize) -> Option<&'t Key> {
    let before = passage.states().rfind(|name| name.range.end <= verb);
    let near = |end: usize| passage.text.reading.between(end..verb).is_some_and(|words| words <= BEFORE);
    if let Some(name) = before.filter(|name| near(name.range.end)) {
        return Some(name.of);
    }
    let mut named = passage.names.iter().filter(|name| name.kind != Named::Topic);
    let claim = passage.text.claim().filter(|_| named.next().is_none())?;
    let statement = claim.mentions.iter();
    let mut states =
        statement.filter(|key| passage.text.names.iter().any(|name| name.of == *key && name.kind == Named::State));
    states.next().filter(|_| states.next().is_none())
}

/// Whether a state had no status for a while after a spell, or may have had none.
fn is_left(spell: &Spell, all: &[&Spell]) -> bool {
    let Some(until) = spell.until.map(Date::last_day) else { return false };
    let next = until.tomorrow().unwrap_or(until);
    // Whoever went from one status to another was there all the time.
    !all.iter().any(|other| other.from.first_day() <= next && other.until.is_none_or(|end| end.last_day() > until))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn nobody_joins_again_who_never_left() {
        let wrong = [
            ("Iran rejoined the SCO in 2023.", "so"),
            ("India was admitted to the SCO once more.", "so"),
            ("Иран вновь вступил в ШОС.", "так"),
            ("L’Iran a de nouveau rejoint l’OCS.", "so"),
            ("Indien ist der SCO erneut beigetreten.", "so"),
            ("伊朗再次加入上合组织。", "so"),
        ];
        let right = [
            ("Iran joined the SCO in 2023.", "so"),
            ("Iran did not rejoin the SCO.", "so"),
            ("Iran joined the SCO; Belarus spoke again.", "so"),
            ("Armenia wants to rejoin the SCO.", "so"),
            ("The United States rejoined UNESCO in 2023.", "so"),
        ];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }
}
