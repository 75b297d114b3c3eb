//! What a side is said to have named or left out, in the account of it and in what was read from the account’s sources.

use super::super::texts::{About, TOGETHER, Text};
use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use crate::analysis::reading::{Name, Says};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "denied-in-account",
    needs: Needs::Meeting,
    holds: label!(checks::denied_in_account),
    run: |material| {
        let accounts = material.texts().all.iter().filter(|text| matches!(text.about, About::Account));
        accounts.take(MANY).filter_map(|text| of_account(material, text)).collect()
    },
}];

/// So many accounts are held against what they were read from.
const MANY: usize = 2_000;

/// Whether a sentence says of something that it was not named: `not the United States`, `Iran not among them`, `leaves out
/// Israel`.
fn is_denied(passage: &Passage<'_, '_>, name: &Name<'_>) -> bool {
    /// So many words stand between what denies and the first name after it, and none but a comma before it.
    const NEAR: usize = 4;
    const BEHIND: usize = 1;
    let mut signs = passage.signs_of(&[Says::Not, Says::Never, Says::Absent, Says::Unnamed]);
    signs.any(|sign| {
        let words = passage.apart(&sign.range, &name.range);
        if sign.range.start >= name.range.end {
            return words.is_some_and(|words| words <= BEHIND);
        }
        let between = |other: &Name<'_>| other.range.start >= sign.range.end && other.range.end <= name.range.start;
        words.is_some_and(|words| words <= NEAR) && !passage.names.iter().any(between)
    })
}

/// The names of a text, each with whether it is denied.
fn named<'t, 'a>(text: &'t Text<'a>) -> Vec<(&'t Name<'a>, bool)> {
    Passage::all(text)
        .flat_map(|passage| passage.names.iter().map(|name| (name, is_denied(&passage, name))).collect::<Vec<_>>())
        .collect()
}

fn of_account(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let texts = material.texts();
    let cited = text.citations.iter().filter(|citation| !material.briefing.is_document(citation)).take(TOGETHER);
    let read: Vec<&Text<'_>> = cited
        .flat_map(|citation| texts.of_source(citation.source.as_str()))
        .filter(|other| other.field.starts_with("evidence:"))
        .take(TOGETHER)
        .collect();
    let told: Vec<(&Text<'_>, &Name<'_>, bool)> =
        read.iter().flat_map(|other| named(other).into_iter().map(|(name, denied)| (*other, name, denied))).collect();
    let (name, other) = named(text).into_iter().find_map(|(name, denied)| {
        let mut same = told.iter().filter(|(_, other, _)| other.of == name.of && other.kind == name.kind).peekable();
        let (first, ..) = same.peek()?;
        let first = *first;
        same.all(|(.., own)| *own != denied).then_some((name, first))
    })?;
    let passage = Passage::around(text, name.range.start)?;
    let said = text.part(&name.range);
    let title = message!(findings::denied_in_account, said = said.clone());
    let (other, text) = (other.text.to_owned(), text.text.to_owned());
    let detail = message!(findings::denied_in_account_of, said = said, other = other, text = text);
    Some(passage.finding(material, name.of, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;

    /// What is found where an account of a difference, by its number, says something else.
    fn after(index: usize, party: &str, text: &str) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let differences = &mut briefing.meeting.as_mut().expect("a meeting").readouts.differences;
            let mut accounts = differences[index].accounts.iter_mut();
            let (_, account) = accounts.find(|(key, _)| key.as_str() == party).expect(party);
            text.clone_into(&mut account.text);
        })
    }

    #[test]
    fn what_was_named_is_not_left_out() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (index, party, right, wrong) in [
            (
                2,
                "chinese-ministry",
                "It names three issues, the United States not among them.",
                "It names three issues, the United States among them.",
            ),
            (0, "russian-ministry", "It names Israel and Iran.", "It does not name Israel and Iran."),
            (0, "russian-ministry", "Israel is named.", "It leaves out Israel."),
        ] {
            assert_eq!(after(index, party, right), [""; 0], "{right}");
            assert_eq!(after(index, party, wrong), ["Warn denied-in-account"], "{wrong}");
        }
    }
}
