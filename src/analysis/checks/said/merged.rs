//! Statuses that a text says became one, against those that did.

use std::collections::BTreeSet;

use super::super::{Check, Finding, Material, Needs};
use super::{Passage, each_passage, is_disputed};
use crate::analysis::reading::Says;
use crate::briefing::Value;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "merged-in-text",
    needs: Needs::Organisation,
    holds: label!(checks::merged_in_text),
    run: |material| each_passage(material, |passage| of_passage(material, passage)),
}];

fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    if !passage.says(Says::Merged) || passage.is_open() || is_disputed(material, passage.text) {
        return None;
    }
    let statuses = material.statuses();
    let said = statuses.said(passage.text);
    let here: Vec<_> = said.iter().filter(|said| passage.range.contains(&said.range.start)).collect();
    let is_part = |number: &usize| {
        let Some(known) = statuses.all.get(*number) else { return true };
        let target = |key: &crate::briefing::Key| {
            let of = material.rosters.get(known.roster);
            let all = of.into_iter().flat_map(|of| &of.members.roster.statuses);
            all.filter_map(|status| status.merged.as_ref()).any(|merged| merged.into == *key)
        };
        known.status.merged.is_some() || target(&known.status.id)
    };
    let merged: BTreeSet<String> = statuses
        .all
        .iter()
        .filter(|known| known.status.merged.is_some())
        .map(|known| known.status.plural.clone())
        .collect();
    // One that did not, beside one that did.
    let wrong = here.iter().find(|said| !said.of.iter().any(is_part))?;
    let beside = here.iter().any(|said| said.of.iter().any(is_part));
    if merged.is_empty() || !beside || passage.states().next().is_some() {
        return None;
    }
    let said = passage.part(&wrong.range);
    let title = message!(findings::merged_in_text, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail = message!(findings::merged_other, said = said.clone(), merged = Value::list(merged), text = text);
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
