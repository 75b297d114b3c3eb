//! Codes of states in words: `Belarus (BY)`, `its code is NPL`.

use std::borrow::Cow;
use std::ops::Range;

use super::super::reference::code_of;
use super::super::texts::About;
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, each_passage};
use crate::analysis::reading::Says;
use crate::briefing::Value;
use crate::briefing::iso3166::countries;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "code-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::code_in_text),
    run: |material| each_passage(material, |passage| of_passage(material, passage)),
}];

/// So many words stand between what says that a code follows, and the code.
const NEAR: usize = 4;

fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let reading = &passage.text.reading;
    let said = passage.says(Says::Code);
    if !said && !passage.text.text.contains(['(', '（']) {
        return None;
    }
    let is_code = |range: &Range<usize>| {
        let written = passage.text.text.get(range.clone()).unwrap_or_default();
        let known = !countries(written).is_empty();
        matches!(written.len(), 2 | 3) && written.bytes().all(|byte| byte.is_ascii_uppercase()) && known
    };
    let capitals = reading.capitals().filter(|(range, _)| passage.range.contains(&range.start) && is_code(range));
    for (range, _) in capitals {
        let led = passage.signs_of(&[Says::Code]).any(|sign| {
            let before = sign.range.end <= range.start;
            before && passage.apart(&sign.range, &range).is_some_and(|words| words <= NEAR)
        });
        // In brackets behind a state, and alone in them.
        let before = passage.names.iter().rev().find(|name| name.range.end <= range.start);
        let bracketed = before.filter(|name| {
            let words: Vec<Cow<'_, str>> = reading.spelt(name.range.end..range.start).map(|(_, word)| word).collect();
            let after = reading.spelt(range.end..passage.range.end).next().map(|(_, word)| word);
            let closed = after.is_some_and(|word| [")", "）", ","].contains(&word.as_ref()));
            matches!(&words[..], [one] if ["(", "（"].contains(&one.as_ref())) && closed
        });
        let of_name = || {
            let name = if led { before } else { bracketed };
            name.and_then(|name| Some((code_of(material, name)?, material.name(name.of).to_owned())))
        };
        let of_spell = || match passage.text.about {
            About::Spell(spell) if led => {
                let state = material.briefing.state(&spell.state)?;
                Some((state.code()?, material.state_name(&spell.state).to_owned()))
            }
            _ => None,
        };
        let Some((own, state)) = of_name().or_else(of_spell) else { continue };
        let written = passage.part(&range);
        let codes = countries(own).first()?;
        if codes.contains(&written.as_str()) {
            continue;
        }
        let title = message!(findings::code_in_text, said = written.clone());
        let known = Value::list(codes.iter().take(2).map(|code| (*code).to_owned()));
        let text = passage.text.text.to_owned();
        let detail = message!(findings::code_other, said = written.clone(), state = state, codes = known, text = text);
        return Some(passage.finding(material, &written, title, detail));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn a_code_is_that_of_its_state() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (right, wrong) in [
            ("Belarus (BY) joined last.", "Belarus (BE) joined last."),
            ("The ISO code of Nepal is NPL.", "The ISO code of Nepal is NRU."),
            ("Код Непала NP.", "Код Непала NR."),
            ("Le code ISO du Népal est NPL.", "Le code ISO du Népal est NRU."),
        ] {
            assert_eq!(reason_after(CHECKS, "ten-full-members", right), [""; 0], "{right}");
            assert_eq!(reason_after(CHECKS, "ten-full-members", wrong), ["Warn code-in-text"], "{wrong}");
        }
        assert_eq!(reason_after(CHECKS, "ten-full-members", "India (IT services, above all) grew."), [""; 0]);
    }
}
