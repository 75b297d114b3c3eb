//! When and where something was done: a day, or a city, that no other text about the same has for the same act, where they
//! have another.

use std::ops::Range;

use super::super::days_said::Days;
use super::super::states_said::cities_within;
use super::super::texts::{About, Text};
use super::super::{Check, Finding, Material, Needs};
use super::aligned::pool;
use super::same::Subject;
use super::{Passage, each_passage, is_disputed, meeting_day};
use crate::analysis::reading::{Mention, Says};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "act-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::act_in_text),
    run: |material| {
        each_passage(material, |passage| {
            let tells = passage.text.claim().is_some() || matches!(passage.text.about, About::Account);
            let held = tells && !passage.is_open() && !is_disputed(material, passage.text);
            let find = || {
                let once = on_another_day(material, passage).or_else(|| met_on_another_day(material, passage));
                once.or_else(|| in_another_city(material, passage))
            };
            let of_sentence = passage.text.paraphrase_of().is_some();
            let of_meeting = || (held || of_sentence).then(|| meeting_day::of_passage(material, passage)).flatten();
            held.then(find).flatten().or_else(of_meeting)
        })
    },
}];

/// What is done once: each has its day.
const ONCE: &[Says] = &[Says::Signed, Says::Concluded, Says::InForce, Says::Founded];

/// The whole days that a sentence names, each with its place: from one to another where it is a span, `5 and 6 March`.
fn days(passage: &Passage<'_, '_>) -> Vec<(Range<usize>, Days)> {
    let of = |mention: &Mention| {
        let (first, last) = (mention.days().next()?.whole()?, mention.days().last()?.whole()?);
        Some((mention.range.clone(), (first.min(last), first.max(last))))
    };
    passage.mentions.iter().filter_map(of).collect()
}

/// Whether two have a day in common: part of a span is no other day than the whole of it.
fn meet(a: Days, b: Days) -> bool {
    a.0 <= b.1 && b.0 <= a.1
}

/// The only act of a sentence that tells of but one time, and its day.
fn only(passage: &Passage<'_, '_>) -> Option<(Says, Range<usize>, Days)> {
    let acts: Vec<Says> = passage.signs_of(ONCE).map(|sign| sign.says).collect();
    let times = passage.mentions.iter().filter(|mention| mention.days().next().is_some()).count();
    let ([act], [(range, day)], 1) = (&acts[..], &days(passage)[..], times) else { return None };
    Some((*act, range.clone(), *day))
}

fn finding(
    material: &Material<'_>,
    passage: &Passage<'_, '_>,
    range: &Range<usize>,
    (other, beside): (String, &Text<'_>),
) -> Finding {
    let said = passage.part(range);
    let title = message!(findings::act_in_text, said = said.clone());
    passage.finding_beside(material, &said, title, (other, beside.text))
}

/// `signed on 2 July 2025`, where all else about the same has it signed on 16 September.
fn on_another_day(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let (act, range, day) = only(passage)?;
    // So many days after something is another day than the one that is named.
    if passage.says_any(&[Says::Before, Says::After, Says::Since, Says::Until]) {
        return None;
    }
    let subject = Subject::of(material, passage, std::slice::from_ref(&range));
    // What the text tells in another sentence as well was not mistaken for this.
    let told: Vec<Days> = Passage::all(passage.text).flat_map(|own| days(&own)).map(|(_, day)| day).collect();
    let mut other = None;
    for text in pool(material, passage.text).into_iter().map(|(other, _)| other) {
        // What is told of something else may be the same act of another thing: then both have to name it.
        let of_same_claim = passage.text.claim().map(|claim| &claim.id) == text.claim().map(|claim| &claim.id);
        for there in Passage::all(text).filter(|there| there.says(act) && !there.says(Says::Wish)) {
            let counts = there.says_any(&[Says::Before, Says::After]);
            if days(&there).iter().any(|(_, own)| meet(*own, day)) {
                return None;
            }
            let of_same = Subject::of(material, &there, &[]);
            let same = !counts && text.is_of_document() && !subject.is_of_others(&of_same) && !there.says(Says::Not);
            let tied = if of_same_claim { subject.is_that_of(&of_same) } else { subject.shares_something(&of_same) };
            if let (Some((_, range, day)), true) = (only(&there), same && tied)
                && !told.iter().any(|own| meet(*own, day))
            {
                other = other.or_else(|| Some((there.part(&range), text)));
            }
        }
    }
    Some(finding(material, passage, &range, other?))
}

/// `They met on 14 July 2025`, in what sums up a claim that is summed up elsewhere with 13 July. Whoever meets does so on
/// many days; what sums up one claim speaks of one of them, and no other day may stand beside a meeting around it.
fn met_on_another_day(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    /// So many words stand between a meeting and its day.
    const NEAR: usize = 5;
    let met = |passage: &Passage<'_, '_>, range: &Range<usize>| {
        passage.signs_of(&[Says::Meets, Says::Talks]).any(|sign| {
            let between = sign.range.end.min(range.end)..sign.range.start.max(range.start);
            passage.apart(&sign.range, range).is_some_and(|words| words <= NEAR)
                && !passage.text.reading.parts_clauses(between)
        })
    };
    let here = days(passage);
    let [(range, day)] = &here[..] else { return None };
    let other_days = [Says::Before, Says::After, Says::Since, Says::Until];
    if !passage.text.is_short() || !met(passage, range) || passage.says_any(&other_days) {
        return None;
    }
    let subject = Subject::of(material, passage, std::slice::from_ref(range));
    let mut other = None;
    for text in pool(material, passage.text).into_iter().map(|(other, _)| other) {
        for there in Passage::all(text) {
            let days = days(&there);
            if days.iter().any(|(range, own)| meet(*own, *day) && met(&there, range)) {
                return None;
            }
            let [(range, _)] = &days[..] else { continue };
            let of_same = Subject::of(material, &there, &[]);
            let same = text.is_short() && !there.says_any(&other_days) && !subject.is_of_others(&of_same);
            if same && met(&there, range) && subject.is_that_of(&of_same) && !there.is_open() {
                other = other.or_else(|| Some((there.part(range), text)));
            }
        }
    }
    Some(finding(material, passage, range, other?))
}

/// `on 26 March 1991 in Ouro Preto`, where all else about that day has it in Asunción.
fn in_another_city(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let here = days(passage);
    let [(_, day)] = &here[..] else { return None };
    let cities = cities_within(passage.text, passage.range.clone());
    let [(range, own)] = &cities[..] else { return None };
    let [city] = own else { return None };
    let led = passage.text.reading.is_led_in(range.start) || passage.language() == "zh";
    if !led || !passage.is_place(range, own) {
        return None;
    }
    let name = |city: &crate::analysis::cities::City| city.names().next();
    let mut other: Option<(String, &Text<'_>)> = None;
    let (mut agree, mut cities_there) = (0, std::collections::BTreeSet::new());
    for text in pool(material, passage.text).into_iter().map(|(other, _)| other) {
        let all = cities_within(text, 0..text.text.len());
        if all.iter().any(|(_, there)| there.iter().any(|there| name(there) == name(city))) {
            return None;
        }
        for there in Passage::all(text).filter(|there| days(there).iter().any(|(_, own)| meet(*own, *day))) {
            let mut placed = all.iter().filter(|(range, _)| there.range.contains(&range.start));
            if let Some((range, found)) = placed.next().filter(|_| placed.next().is_none()) {
                agree += 1;
                cities_there.extend(found.iter().filter_map(name));
                other = other.or_else(|| Some((there.part(range), text)));
            }
        }
    }
    let other = other.filter(|_| agree > 0 && cities_there.len() == 1)?;
    Some(finding(material, passage, range, other))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, hold_in_pairs};

    #[test]
    fn a_key_point_has_the_day_of_its_claim() {
        let point = |text: &str| {
            found_after(CHECKS, |briefing| {
                let mut points = briefing.claims.key_points.iter_mut();
                let point = points.find(|point| point.claim.as_str() == "meeting-in-beijing").expect("a point");
                text.clone_into(&mut point.text);
            })
        };
        for text in [
            "The ministers of Russia and China met on 13 July 2025.",
            "The ministers met, and it was told on 14 July 2025 in all papers of either state and beyond.",
            "Министры России и Китая встретились 13 июля 2025 года.",
        ] {
            assert_eq!(point(text), [""; 0], "{text}");
        }
        for text in [
            "The ministers of Russia and China met on 14 July 2025.",
            "Министры России и Китая встретились 14 июля 2025 года.",
            "中俄外长于2025年7月14日会晤。",
        ] {
            assert!(point(text).contains(&"Warn act-in-text".to_owned()), "{text}");
        }
    }

    #[test]
    fn an_act_has_one_day_and_one_city() {
        let wrong = [
            ("The pact was signed on 3 May 2024.", "signed on 5 June 2024"),
            ("Договор подписан 3 мая 2024 года.", "подписан 5 июня 2024 года"),
            ("Le traité fut signé le 3 mai 2024.", "signé le 5 juin 2024"),
            ("El tratado fue firmado el 3 de mayo de 2024.", "firmado el 5 de junio de 2024"),
            ("The act came into force on 3 May 2024.", "in force on 5 June 2024"),
            ("The pact was made on 3 May 2024 in Vienna.", "3 May 2024, in Geneva"),
            ("条约于2024年5月3日签署。", "2024年6月5日签署"),
        ];
        let right = [
            ("The pact was signed on 3 May 2024.", "signed on 3 May 2024"),
            ("Talks ended on 3 May 2024; the pact was signed on 5 June 2024.", "signed on 5 June 2024"),
            ("The pact was signed on 3 May 2024.", "signed 33 days before 5 June 2024"),
            ("Belarus signed on 3 May 2024.", "Iran signed on 5 June 2024"),
            ("The pact was made on 3 May 2024 in Vienna.", "3 May 2024, in Wien"),
            ("It was planned to be signed on 3 May 2024.", "signed on 5 June 2024"),
            ("The pact was signed on 3 and 4 May 2024.", "signed on 4 May 2024"),
            ("Der Vertrag wurde am 3. und 4. Mai 2024 unterzeichnet.", "unterzeichnet am 4. Mai 2024"),
            (
                "Договор подписан 3 мая 2024 года. Протокол к нему подписан 5 июня 2024 года.",
                "подписан 5 июня 2024 года",
            ),
            ("The pact was signed on 3 May 2024.", "signed in July 2023, in force on 5 June 2024"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
