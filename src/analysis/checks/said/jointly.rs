//! Who came together with whom: a note of a spell that names others, `on the same day as Myanmar`; and states told one after
//! another, each with its year, `Brunei followed in 1984, Vietnam in 1995`.

use std::ops::Range;

use super::super::days_said::{Days, begun};
use super::super::texts::About;
use super::super::{Finding, Material};
use super::Passage;
use super::abroad::states;
use super::joining::is_elsewhere;
use super::statuses::{ROLES, spells};
use crate::analysis::reading::{Day, Says, What};
use crate::briefing::{Date, Key, Precision, Spell, Value};
use crate::message;

/// So many words and marks stand between two states of a list, and between the last of them and their year.
const LIST: usize = 2;
const DATED: usize = 7;

pub(super) fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let (together, joined) = ([Says::Together, Says::DaysOff(0)], [Says::Joins, Says::Succeeds]);
    if !passage.says_any(&together) && !passage.says_any(&joined) {
        return None;
    }
    if is_elsewhere(material, passage) || passage.is_of_another_body(material) {
        return None;
    }
    match passage.text.about {
        About::Spell(spell) if passage.says_any(&together) => with_others(material, passage, spell),
        _ if passage.says_any(&joined) => in_turn(material, passage),
        _ => None,
    }
}

fn finding(
    material: &Material<'_>,
    passage: &Passage<'_, '_>,
    range: &Range<usize>,
    dates: impl IntoIterator<Item = Date>,
) -> Finding {
    let said = passage.part(range);
    let title = message!(findings::joined_in_text, said = said.clone());
    let (dates, text) = (Value::list(dates), passage.text.text.to_owned());
    let detail = message!(findings::joined_other, said = said.clone(), dates = dates, text = text);
    passage.finding(material, &said, title, detail)
}

/// Whether two spans have a day in common.
fn meet(a: Days, b: Days) -> bool {
    a.0 <= b.1 && b.0 <= a.1
}

/// A state that is named beside what a spell began or ended with, and that has the status from another day on, or to another.
fn with_others(material: &Material<'_>, passage: &Passage<'_, '_>, spell: &Spell) -> Option<Finding> {
    let statuses = material.statuses();
    let of = statuses.of_spell(material, spell)?;
    // What is told of another status is told of something else.
    let elsewhere = statuses.said(passage.text).into_iter().any(|said| !said.of.contains(&of));
    let leaves = passage.says(Says::Leaves);
    let plain = leaves || passage.signs_of(&[Says::Before, Says::After, Says::Besides]).next().is_none();
    let end = |spell: &Spell| spell.until.map(|until| (until.first_day(), until.last_day()));
    let exact = |date: Option<Date>| date.is_some_and(|date| date.precision() == Precision::Day);
    let known = exact(if leaves { spell.until } else { Some(spell.from) });
    if elsewhere || !plain || !known {
        return None;
    }
    let same = |other: &&Spell| {
        let began = meet(begun(other), begun(spell));
        let decided = spell.decided.is_some() && spell.decided == other.decided;
        let ended = end(spell).zip(end(other)).is_some_and(|(own, other)| meet(own, other));
        if leaves { ended } else { began || decided && !passage.says(Says::Signed) }
    };
    let wrong = states(material, passage).into_iter().filter(|(_, state)| *state != spell.state);
    let wrong = wrong.filter_map(|(range, state)| {
        let own = spells(material, &[of], &state);
        (!own.is_empty() && !own.iter().any(same)).then_some((range, own))
    });
    let (range, own) = wrong.into_iter().next()?;
    let of_own = if leaves { spell.until } else { Some(spell.from) };
    let dates = own.into_iter().filter_map(|other| if leaves { other.until } else { Some(other.from) });
    Some(finding(material, passage, &range, of_own.into_iter().chain(dates).collect::<Vec<_>>()))
}

/// States with the day or year that stands behind them, or before.
type Dated = (Vec<(Range<usize>, Key)>, Day);

/// The groups of states of a sentence, each with its day; none where one has none.
fn dated(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Vec<Dated>> {
    let reading = &passage.text.reading;
    let days: Vec<(Range<usize>, Day)> = passage
        .mentions
        .iter()
        .filter_map(|mention| match mention.what {
            What::Day(day) => Some((mention.range.clone(), day)),
            _ => None,
        })
        .collect();
    if days.iter().any(|(_, day)| day.year.is_none()) {
        return None;
    }
    let mut groups: Vec<Vec<(Range<usize>, Key)>> = Vec::new();
    for (range, state) in states(material, passage) {
        let goes_on = |group: &&mut Vec<(Range<usize>, Key)>| {
            let last = group.last().map_or(0, |(last, _)| last.end);
            let dated = days.iter().any(|(day, _)| last <= day.start && day.end <= range.start);
            !dated && reading.between(last..range.start).is_some_and(|words| words <= LIST)
        };
        match groups.last_mut().filter(goes_on) {
            Some(group) => group.push((range, state)),
            None => groups.push(vec![(range, state)]),
        }
    }
    if groups.len() < 2 || groups.len() != days.len() {
        return None;
    }
    let near = |a: usize, b: usize| a <= b && reading.between(a..b).is_some_and(|words| words <= DATED);
    let pairs = || groups.iter().zip(&days);
    let behind = pairs().all(|(group, (day, _))| group.last().is_some_and(|(last, _)| near(last.end, day.start)));
    let before = pairs().all(|(group, (day, _))| group.first().is_some_and(|(first, _)| near(day.end, first.start)));
    // `and India was host in 2024` is told of something else.
    let first = days.first()?.0.end.max(groups.first()?.last()?.0.end);
    let other =
        passage.signs_of(&[Says::Is, Says::Was, Says::Receives, Says::Hosts]).any(|sign| sign.range.start > first);
    (!other && (behind || before)).then(|| groups.iter().cloned().zip(days.iter().map(|(_, day)| *day)).collect())
}

/// A state whose year is not that of its spell, where those told around it are.
fn in_turn(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let firsts = &material.statuses().firsts;
    let of_another = passage.signs_of(ROLES).any(|sign| sign.says != Says::Member);
    let groups = dated(material, passage).filter(|_| !of_another && !passage.says(Says::Leaves))?;
    let (mut right, mut wrong) = (0, Vec::new());
    for (group, day) in &groups {
        for (range, state) in group {
            let own = spells(material, firsts, state);
            let fits = own.iter().any(|spell| {
                let (from, until) = begun(spell);
                day.meets(from, until) || spell.decided.is_some_and(|on| day.meets(on.first_day(), on.last_day()))
            });
            if fits { right += 1 } else { wrong.push((range.clone(), own)) }
        }
    }
    // Whoever follows may do so in anything: more have to be right.
    let least = if passage.says(Says::Joins) { 1 } else { 2 };
    if right < least || right < wrong.len() {
        return None;
    }
    let (range, own) = wrong.into_iter().find(|(_, own)| !own.is_empty())?;
    Some(finding(material, passage, &range, own.into_iter().map(|spell| spell.from)))
}

#[cfg(test)]
mod tests {
    use crate::analysis::checks::said::joining::CHECKS;
    use crate::analysis::checks::tests::{found_after, hold_in_pairs};

    fn note(state: &str, status: &str, text: &str) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let mut spells = briefing.rosters[0].spells.iter_mut();
            let own = spells.find(|spell| spell.state.as_str() == state && spell.status.as_str() == status);
            own.expect(state).note = Some(text.to_owned());
        })
    }

    #[test]
    fn who_is_named_beside_a_spell_has_it_from_the_same_day() {
        for (right, wrong) in [
            (
                "Signed in Goa together with Maldives, Myanmar and the United Arab Emirates.",
                "Signed in Goa together with Bahrain, Maldives and Myanmar.",
            ),
            ("On the same day as Myanmar.", "On the same day as Egypt."),
            ("Gemeinsam mit Myanmar aufgenommen.", "Gemeinsam mit Katar aufgenommen."),
            ("Le même jour que le Myanmar.", "Le même jour que le Qatar."),
            ("Вместе с Мьянмой.", "Вместе с Непалом."),
        ] {
            assert_eq!(note("kuwait", "dialogue-partner", right), [""; 0], "{right}");
            assert_eq!(note("kuwait", "dialogue-partner", wrong), ["Warn joined-in-text"], "{wrong}");
        }
        for text in [
            "Granted together with Bahrain by the decision of September 2022.",
            "On the same day as India joined.",
            "Together with Bahrain it had asked for it before.",
            "On the same day Egypt became a member of the BRICS.",
        ] {
            assert_eq!(note("kuwait", "dialogue-partner", text), [""; 0], "{text}");
        }
    }

    #[test]
    fn states_told_one_after_another_have_their_own_years() {
        let wrong = [
            ("India and Pakistan joined in 2017, Iran in 2024 and Belarus in 2024.", "so"),
            ("In 2017 India and Iran joined, in 2024 Belarus.", "so"),
            ("India followed in 2017, Iran in 2022 and Belarus in 2024.", "so"),
            ("Индия вступила в 2017 году, Иран — в 2022 году, Белоруссия — в 2024 году.", "так"),
            ("Indien trat 2017 bei, Iran folgte 2022 und Belarus 2024.", "so"),
            ("L’Inde a rejoint l’OCS en 2017, l’Iran en 2022.", "so"),
        ];
        let right = [
            ("India and Pakistan joined in 2017, Iran in 2023 and Belarus in 2024.", "so"),
            ("In 2017 India and Pakistan joined, in 2024 Belarus.", "so"),
            ("India followed in 2017, Iran in 2023 and Belarus in 2024.", "so"),
            ("Индия вступила в 2017 году, Иран — в 2023 году, Белоруссия — в 2024 году.", "так"),
            ("Indien trat 2017 bei, Iran folgte 2023 und Belarus 2024.", "so"),
            ("India and Iran joined as observers in 2005, Belarus in 2015.", "so"),
            ("India followed with elections in 2014, Iran in 2024.", "so"),
            ("India joined BRICS in 2009, Iran in 2024.", "so"),
            ("Iran joined in 2023, and India was host in 2023.", "so"),
        ];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }
}
