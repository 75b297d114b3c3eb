//! Who founded an organisation, as a text lists them: members from its first day.

use super::super::texts::{Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, is_disputed};
use crate::analysis::reading::{Named, Says};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "founders-in-text",
    needs: Needs::Organisation,
    holds: label!(checks::founders_in_text),
    run: |material| each_held(material, of_text),
}];

/// Fewer states are no list of founders.
const LEAST: usize = 3;

fn of_text(material: &Material<'_>, text: &Text<'_>) -> Vec<Finding> {
    if is_disputed(material, text) || !text.reading.signs.iter().any(|sign| sign.says == Says::Founder) {
        return Vec::new();
    }
    Passage::all(text).filter(|passage| !passage.is_open()).flat_map(|passage| of_passage(material, &passage)).collect()
}

fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Vec<Finding> {
    let others = [Says::Observer, Says::Partner, Says::Joins, Says::Guest];
    let Some(sign) = passage.signs_of(&[Says::Founder]).next().filter(|_| !passage.says_any(&others)) else {
        return Vec::new();
    };
    // The list right after it, or all before it.
    let after = |start: usize| start >= sign.range.end;
    let all: Vec<_> = passage.states().filter(|name| after(name.range.start)).collect();
    let all = if all.len() >= LEAST { all } else { passage.states().filter(|name| !after(name.range.start)).collect() };
    if all.len() < LEAST || passage.names.iter().any(|name| name.kind == Named::Person) {
        return Vec::new();
    }
    let founded = |state: &crate::briefing::Key| {
        material.rosters.iter().any(|of| {
            let day = of.members.roster.organisation.founded;
            let spells = of.spells.get(state).into_iter().flatten();
            spells
                .into_iter()
                .any(|spell| spell.from.first_day() <= day.last_day() && spell.from.last_day() >= day.first_day())
        })
    };
    // A roster on which hardly any of them is a founder is that of something else.
    let right = all.iter().filter(|name| founded(name.of)).count();
    if right * 2 < all.len() {
        return Vec::new();
    }
    let wrong = all.into_iter().filter(|name| !founded(name.of));
    wrong
        .map(|name| {
            let said = passage.part(&name.range);
            let title = message!(findings::founders_in_text, said = said.clone());
            let text = passage.text.text.to_owned();
            let detail = message!(findings::founders_other, said = said, text = text);
            passage.finding(material, name.of, title, detail)
        })
        .collect()
}
