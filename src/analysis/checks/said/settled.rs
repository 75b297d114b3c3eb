//! What is open told as settled, and what is settled told as open: an outcome that is said not to be known, what is not
//! known said to have been found, what is still to come told as past, and sources said to be against what none is against.

use std::ops::Range;

use jiff::civil;

use super::super::texts::{About, Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use super::same::Subject;
use crate::analysis::reading::{Day, Mention, Pair, Says, Sign};
use crate::briefing::{Briefing, Date, Message, Stance, Verdict};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "settled-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::settled_in_text),
    run: |material| {
        let seen = seen(material.briefing);
        each_held(material, |material, text| {
            let open = || left_open(material, text);
            open()
                .or_else(|| found(material, text))
                .or_else(|| to_come(material, seen, text))
                .or_else(|| opposed(material, text))
        })
    },
}];

fn finding(material: &Material<'_>, passage: &Passage<'_, '_>, range: &Range<usize>, detail: Message) -> Finding {
    let said = passage.part(range);
    let title = message!(findings::settled_in_text, said = said.clone());
    passage.finding(material, &said, title, detail)
}

/// `How the year closed is not known yet`, of a forecast that has its outcome.
fn left_open(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let claim = text.claim().filter(|_| &*text.field != "statement")?;
    let outcome = claim.forecast.as_ref()?.outcome.as_ref()?;
    Passage::all(text).find_map(|passage| {
        let yet = |sign: &Sign| matches!(sign.says, Says::Yet | Says::Either(Pair::Already, false));
        if !passage.signs.iter().any(yet) {
            return None;
        }
        let sign = unknown(&passage)?;
        // Who expected it may be unknown for all that: it is of what other texts tell of the outcome.
        let here = Subject::of(material, &passage, std::slice::from_ref(&sign.range));
        let tells = |other: &&Text<'_>| matches!(&*other.field, "note" | "outcome" | "key-point");
        let mut others = material.texts().all_of(claim).filter(tells).filter(|other| other.number() != text.number());
        let of_same =
            |other: &Text<'_>| Passage::all(other).any(|there| here.shared(&Subject::of(material, &there, &[])) > 0);
        let detail = message!(
            findings::settled_outcome,
            said = passage.part(&sign.range),
            outcome = outcome.text.clone(),
            text = text.text.to_owned()
        );
        others.any(of_same).then(|| finding(material, &passage, &sign.range, detail))
    })
}

/// Where a sentence says that something is not known.
pub(super) fn unknown<'t>(passage: &Passage<'t, '_>) -> Option<&'t Sign> {
    let denied = |sign: &Sign| {
        passage.near_before(&sign.range, &[Says::Not, Says::Never], 1) || passage.is_denied_behind(&sign.range)
    };
    passage.signs_of(&[Says::Unclear, Says::Found]).find(|sign| (sign.says == Says::Found) == denied(sign))
}

/// `What it consists of was found`, among what is not known.
fn found(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    if !matches!(text.about, About::Unknown) {
        return None;
    }
    let leaves = [
        Says::Not,
        Says::Never,
        Says::Only,
        Says::SomeOf,
        Says::HalfOf,
        Says::MostOf,
        Says::NoneOf,
        Says::Unclear,
        Says::Unnamed,
        Says::Absent,
        Says::Wish,
        Says::Yet,
    ];
    let all: Vec<Passage<'_, '_>> = Passage::all(text).collect();
    if all.iter().any(|passage| passage.says_any(&leaves)) {
        return None;
    }
    all.iter().find_map(|passage| {
        let sign = passage
            .signs_of(&[Says::Found])
            .find(|sign| passage.language() != "en" || passage.near_before(&sign.range, &[Says::Was, Says::Is], 1))?;
        let detail = message!(findings::settled_unknown, said = passage.part(&sign.range), text = text.text.to_owned());
        Some(finding(material, passage, &sign.range, detail))
    })
}

/// The day up to which a briefing was checked; where its sources are younger, that day is wrong, and theirs counts.
fn seen(briefing: &Briefing) -> civil::Date {
    let read = briefing.sources.sources.iter().flat_map(|source| [source.published, source.read]).flatten();
    read.map(Date::last_day).fold(briefing.manifest.checked.last_day(), civil::Date::max)
}

/// `It was held in December 2030`, in a briefing that was checked before.
fn to_come(material: &Material<'_>, seen: civil::Date, text: &Text<'_>) -> Option<Finding> {
    /// So many words stand between what took place and when.
    const NEAR: usize = 5;
    let is_later = |day: &Day| {
        let first = day.year.map(|year| civil::Date::new(year, day.month.unwrap_or(1), day.day.unwrap_or(1)));
        first.and_then(Result::ok).is_some_and(|first| first > seen)
    };
    Passage::all(text).find_map(|passage| {
        let later = |mention: &&Mention| mention.days().next().is_some_and(|day| is_later(&day));
        let mention = passage.mentions.iter().find(later)?;
        if passage.says_any(&[Says::Wish, Says::Likely, Says::Unlikely, Says::Goal, Says::Not]) {
            return None;
        }
        let past = |sign: &&Sign| {
            let was = || passage.near_before(&sign.range, &[Says::Was], 0);
            let near = passage.apart(&sign.range, &mention.range).is_some_and(|words| words <= NEAR);
            let between = if sign.range.end <= mention.range.start {
                sign.range.end..mention.range.start
            } else {
                mention.range.end..sign.range.start
            };
            let whole = !text.reading.parts_clauses(between);
            near && whole && (sign.says == Says::TookPlace || matches!(sign.says, Says::Held | Says::Signed) && was())
        };
        let sign = passage.signs_of(&[Says::TookPlace, Says::Held, Says::Signed]).find(past)?;
        let range = sign.range.start.min(mention.range.start)..sign.range.end.max(mention.range.end);
        let detail = message!(
            findings::settled_to_come,
            said = passage.part(&range),
            checked = Date::day(seen),
            text = text.text.to_owned()
        );
        Some(finding(material, &passage, &range, detail))
    })
}

/// `Two sources speak against it`, of a claim with no evidence against it.
fn opposed(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let claim = text.claim().filter(|_| &*text.field == "reason")?;
    let against = |stance: Stance| matches!(stance, Stance::Contradicts | Stance::Rejected);
    let stands = matches!(claim.verdict, Verdict::Supported | Verdict::Unverified);
    if !stands || claim.evidence.iter().any(|evidence| against(evidence.stance)) {
        return None;
    }
    Passage::all(text).find_map(|passage| {
        let open = [Says::Not, Says::Never, Says::NoneOf, Says::Undenied, Says::Wish];
        let sign = passage.signs_of(&[Says::Opposes]).next()?;
        let sources = passage.near_before(&sign.range, &[Says::Sources], 6);
        if !sources || passage.says_any(&open) {
            return None;
        }
        let detail = message!(findings::settled_against, said = passage.part(&sign.range), text = text.text.to_owned());
        Some(finding(material, &passage, &sign.range, detail))
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, hold_in_pairs};

    #[test]
    fn what_has_its_outcome_is_not_open() {
        let wrong = [
            ("How the year closed is still unknown.", "closed lower"),
            ("How the year closed is not known yet.", "closed lower"),
            ("Wie das Jahr abschloss, ist noch nicht bekannt.", "das Jahr schloss tiefer ab"),
            ("Чем год завершился, ещё неизвестно.", "год завершился ниже"),
        ];
        let right = [
            ("Who was asked for it is still unknown.", "closed lower"),
            ("How the year closed is known by now.", "closed lower"),
        ];
        hold_in_pairs(CHECKS, "forecast-2025", &wrong, &right);
    }

    #[test]
    fn what_is_not_known_was_not_found() {
        let unknown = |text: &str| {
            found_after(CHECKS, |briefing| {
                text.clone_into(&mut briefing.meeting.as_mut().expect("a meeting").unknowns[0].text);
            })
        };
        for text in [
            "The number of delegates was found.",
            "Число делегатов найдено.",
            "Die Zahl der Delegierten wurde gefunden.",
            "Le nombre des délégués a été trouvé.",
        ] {
            assert_eq!(unknown(text), ["Warn settled-in-text"], "{text}");
        }
        for text in [
            "The number of delegates was not found.",
            "The number of delegates was found on blogs alone.",
            "Whether delegates were found is unclear.",
            "Die Zahl der Delegierten ist unbekannt.",
        ] {
            assert_eq!(unknown(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_is_to_come_was_not_yet() {
        let wrong = [
            ("The next session was held in Bishkek in May 2031.", "so"),
            ("Die nächste Sitzung fand im Mai 2031 statt.", "so"),
            ("Следующая сессия состоялась в мае 2031 года.", "so"),
            ("La prochaine session du conseil des ministres a eu lieu en mai 2031.", "so"),
            ("Two sources speak against it.", "so"),
        ];
        let right = [
            ("The next session will be held in Bishkek in May 2031.", "so"),
            ("The session was held, and the next is due in May 2031.", "so"),
            ("The session was held in May 2025.", "so"),
            ("No source speaks against it.", "so"),
            ("The two sources speak of it.", "so"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
