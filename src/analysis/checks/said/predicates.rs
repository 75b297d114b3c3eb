//! What is said of one and everywhere else of another: `Nepal twice` in one text, `Myanmar twice` in another about the
//! same. No rule knows what is said; it is enough that it is said of somebody else.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::texts::{Text, each_held};
use super::super::{Check, Finding, Material, Needs, Outcome};
use super::{Passage, is_disputed};
use crate::analysis::fold::stem;
use crate::analysis::reading::{Day, Mention, Name, Named, Says};
use crate::briefing::Key;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "said-of-another",
    needs: Needs::Nothing,
    holds: label!(checks::said_of_another),
    run: |material| each_held(material, of_text),
}];

/// A word that stands more often in a briefing is said of many.
const OFTEN: usize = 24;
/// From so many letters on a word says something.
const LONG: usize = 5;
/// So many words stand between a name and what is said of it.
const NEAR: usize = 2;
/// So many other texts have to say it of another.
const AGREE: usize = 2;

const fn is_held(kind: Named) -> bool {
    matches!(kind, Named::State)
}

/// The words that a text says of each state that it names, with the name.
fn said<'t, 'a>(text: &'t Text<'a>) -> Vec<(&'t Name<'a>, Range<usize>, &'t str)> {
    let reading = &text.reading;
    let mut found = Vec::new();
    for name in text.names.iter().filter(|name| is_held(name.kind)) {
        let span = reading.back(name.range.start, NEAR + 1)..reading.ahead(name.range.end, NEAR + 1);
        let own = |range: &Range<usize>| {
            text.names.iter().any(|other| other.range.start <= range.start && range.end <= other.range.end)
        };
        // `sales to China reached`: what follows is said of the sales.
        let led = reading.signs.iter().any(|sign| {
            let leads = matches!(sign.says, Says::Toward | Says::From | Says::At);
            leads && sign.range.end <= name.range.start && reading.apart(&sign.range, &name.range) == Some(0)
        });
        for (range, word) in reading.words_between(span) {
            if led && range.start >= name.range.end {
                continue;
            }
            let long = word.chars().count() >= LONG && word.chars().all(char::is_alphabetic);
            let sign = reading
                .signs
                .iter()
                .any(|sign| sign.range == range && matches!(sign.says, Says::Absent | Says::Doubled));
            // Between two names nobody can tell of which it is said.
            let apart = reading.apart(&name.range, &range).filter(|words| *words <= NEAR);
            let nearer =
                text.names.iter().filter(|other| is_held(other.kind) && other.range != name.range).any(|other| {
                    reading.apart(&other.range, &range).is_some_and(|words| apart.is_none_or(|apart| words <= apart))
                });
            if long && !sign && apart.is_some() && !own(&range) && !nearer {
                found.push((name, range, word));
            }
        }
    }
    // What some words say in any language: that it is missing, or there twice.
    for sign in text.reading.signs.iter().filter(|sign| matches!(sign.says, Says::Absent | Says::Doubled)) {
        let held = text.names.iter().filter(|name| is_held(name.kind));
        let apart = |name: &&Name<'_>| {
            Some((reading.apart(&name.range, &sign.range).filter(|words| *words <= FAR)?, name.range.start))
        };
        let nearest = held.filter_map(|name| Some((apart(&name)?, name))).min_by_key(|(apart, _)| *apart);
        let word = if sign.says == Says::Absent { ABSENT } else { DOUBLED };
        found.extend(nearest.map(|(_, name)| (name, sign.range.clone(), word)));
    }
    found
}

/// Whether a text says something of a state as well, however far from it that stands: `Nepal is there two times`.
fn is_near(text: &Text<'_>, state: &Key, word: &str) -> bool {
    let says = if word == ABSENT { Says::Absent } else { Says::Doubled };
    let signs = || text.reading.signs.iter().filter(|sign| sign.says == says);
    text.names.iter().filter(|name| name.of == state).any(|name| {
        signs().any(|sign| text.reading.apart(&name.range, &sign.range).is_some_and(|words| words <= 2 * FAR))
    })
}

/// Whether a sentence names days, and those that say the same of another name others.
fn of_other_days(text: &Text<'_>, at: usize, beside: &[&Text<'_>], word: &str) -> bool {
    let days = |passage: &Passage<'_, '_>| -> Vec<Day> { passage.mentions.iter().flat_map(Mention::days).collect() };
    let Some(own) = Passage::around(text, at) else { return false };
    let own = days(&own);
    let says = |passage: &Passage<'_, '_>| {
        let mut words = passage.text.reading.words_between(passage.range.clone());
        words.any(|(_, other)| stem(other) == stem(word))
    };
    let mut others = beside.iter().flat_map(|other| Passage::all(other).filter(says)).map(|passage| days(&passage));
    let apart = |days: &[Day]| !days.is_empty() && !days.iter().any(|day| own.iter().any(|own| own.agrees(*day)));
    !own.is_empty() && others.all(|days| apart(&days))
}

/// What stands for words of one meaning, which no text has.
const ABSENT: &str = "\u{1}absent";
const DOUBLED: &str = "\u{2}doubled";
/// So many words stand between a state and that it is missing.
const FAR: usize = 3;

fn of_text(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    if !text.is_of_document()
        || !text.names.iter().any(|name| is_held(name.kind))
        || is_disputed(material, text) && text.claim().is_none()
    {
        return None;
    }
    let mut own = said(text);
    own.retain(|(_, _, word)| material.times_said(word) <= OFTEN);
    if own.is_empty() {
        return None;
    }
    let mut beside = material.texts().beside(material.briefing, text);
    beside.retain(|other| other.is_of_document());
    let elsewhere: Vec<_> = beside.iter().map(|other| said(other)).collect();
    own.iter().find_map(|(name, range, word)| {
        let of: Vec<BTreeSet<&Key>> = elsewhere
            .iter()
            .map(|said| {
                said.iter().filter(|(_, _, other)| stem(other) == stem(word)).map(|(name, ..)| name.of).collect()
            })
            .filter(|of: &BTreeSet<&Key>| !of.is_empty())
            .collect();
        let meant = *of.first()?.first()?;
        // All say it of one other, and this text says it of that one nowhere.
        let agree = of.len() >= AGREE && of.iter().all(|of| of.len() == 1 && of.contains(meant));
        let here = own.iter().any(|(other, _, own)| stem(own) == stem(word) && other.of == meant);
        let meaning = *word == ABSENT || *word == DOUBLED;
        let agree = agree || meaning && of.iter().all(|of| of.len() == 1 && of.contains(meant));
        if !agree || meant == name.of || here || meaning && is_near(text, meant, word) {
            return None;
        }
        // `Tajikistan is no observer`, and who presides in another year.
        let denied = !meaning && text.reading.sentence_says(name.range.start, Says::Not);
        if denied || of_other_days(text, name.range.start, &beside, word) {
            return None;
        }
        let said = text.part(&name.range);
        let title = message!(findings::said_of_another, said = said.clone());
        let detail = message!(
            findings::said_of_another_of,
            word = text.part(range),
            said = said,
            meant = material.name(meant).to_owned(),
            text = text.text.to_owned()
        );
        let finding = text.finding(material.briefing, Outcome::Warn, title, detail);
        Some(finding.apart(name.of).likely_caused_by(name.of))
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn what_all_say_of_one_is_said_of_no_other() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        let note = |text: &str| {
            crate::analysis::checks::tests::claim_after(CHECKS, "fourteen-partners", |claim| {
                text.clone_into(&mut claim.note);
            })
        };
        assert_eq!(note("Nepal twice, Türkiye absent"), [""; 0]);
        assert_eq!(note("Myanmar twice, Türkiye absent"), ["Warn said-of-another"]);
        assert_eq!(
            reason_after(CHECKS, "fourteen-partners", "These are the thirteen and Iran, as TASS has them."),
            ["Warn said-of-another"]
        );
        assert_eq!(reason_after(CHECKS, "fourteen-partners", "Iran had been one of them before."), [""; 0]);
    }
}
