//! Statuses that a text says became one, against those that did.

use std::collections::BTreeSet;

use ahash::AHashSet;

use super::super::{Check, Finding, Material, Needs};
use super::{Passage, each_told};
use crate::analysis::reading::Says;
use crate::briefing::{Key, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "merged-in-text",
    needs: Needs::Organisation,
    holds: label!(checks::merged_in_text),
    run: |material| {
        let merged = Merged::of(material);
        each_told(material, |passage| of_passage(material, &merged, passage))
    },
}];

/// What became one.
struct Merged<'a> {
    /// The statuses that did, as several are called.
    names: BTreeSet<&'a str>,
    /// What they became, each by the number of its roster and its key.
    into: AHashSet<(usize, &'a Key)>,
}

impl<'a> Merged<'a> {
    fn of(material: &Material<'a>) -> Self {
        let all = material.statuses().all.iter();
        let merged = all.filter_map(|known| Some((known, known.status.merged.as_ref()?)));
        let (names, into) = merged.map(|(known, merged)| (&*known.status.plural, (known.roster, &merged.into))).unzip();
        Self { names, into }
    }
}

fn of_passage(material: &Material<'_>, merged: &Merged<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    if merged.names.is_empty() || !passage.says(Says::Merged) {
        return None;
    }
    let statuses = material.statuses();
    let said = statuses.said(passage.text);
    let here: Vec<_> = said.iter().filter(|said| passage.range.contains(&said.range.start)).collect();
    let is_part = |number: &usize| {
        let Some(known) = statuses.all.get(*number) else { return true };
        known.status.merged.is_some() || merged.into.contains(&(known.roster, &known.status.id))
    };
    if let Some(finding) = into_another(material, merged, passage, &here) {
        return Some(finding);
    }
    // One that did not, beside one that did.
    let wrong = here.iter().find(|said| !said.of.iter().any(is_part))?;
    let beside = here.iter().any(|said| said.of.iter().any(is_part));
    if !beside || passage.states().next().is_some() {
        return None;
    }
    let said = passage.part(&wrong.range);
    let title = message!(findings::merged_in_text, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail = message!(
        findings::merged_other,
        said = said.clone(),
        merged = Value::list(merged.names.iter().map(ToString::to_string)),
        text = text
    );
    Some(passage.finding(material, &said, title, detail))
}

/// `merged into observer`, where they became something else.
fn into_another(
    material: &Material<'_>,
    merged: &Merged<'_>,
    passage: &Passage<'_, '_>,
    here: &[&super::Said],
) -> Option<Finding> {
    let sign = passage.signs_of(&[Says::Merged]).next()?;
    let [said] = here else { return None };
    let into = passage.says_within(&(sign.range.end..said.range.start), &[Says::Into]);
    let near = passage.apart(&sign.range, &said.range).is_some_and(|words| words <= 4);
    let is_into = |number: &usize| {
        let known = material.statuses().all.get(*number);
        known.is_none_or(|known| merged.into.contains(&(known.roster, &known.status.id)))
    };
    if !into || !near || said.of.iter().any(is_into) || passage.is_open() {
        return None;
    }
    let said = passage.part(&said.range);
    let title = message!(findings::merged_in_text, said = said.clone());
    let detail = message!(
        findings::merged_other,
        said = said.clone(),
        merged = Value::list(merged.names.iter().map(ToString::to_string)),
        text = passage.text.text.to_owned()
    );
    Some(passage.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn what_became_one_did() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (right, wrong) in [
            (
                "Observers and dialogue partners were merged into one status.",
                "Members and dialogue partners were merged into one status.",
            ),
            ("Наблюдатели и партнёры по диалогу были объединены.", "Члены и партнёры по диалогу были объединены."),
        ] {
            assert_eq!(reason_after(CHECKS, "fourteen-partners", right), [""; 0], "{right}");
            assert_eq!(reason_after(CHECKS, "fourteen-partners", wrong), ["Warn merged-in-text"], "{wrong}");
        }
        let text = "The ten members are as they were; observers and dialogue partners merged.";
        assert_eq!(reason_after(CHECKS, "ten-full-members", text), [""; 0]);
    }
}
