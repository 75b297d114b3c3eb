//! How many of those of a status came to it when: `most members joined after 2015`, against the spells of those who have it.

use std::ops::Range;

use super::super::texts::Text;
use super::super::{Finding, Material};
use super::{Passage, is_disputed};
use crate::analysis::reading::{Mention, Says, Sign};
use crate::message;

/// So many words stand between how many and the status, and between a year and what says on which side of it.
const NEAR: usize = 2;
/// Of fewer nobody says how many.
const LEAST: usize = 3;

/// How many of all.
#[derive(Clone, Copy)]
enum Many {
    None,
    Some,
    Half,
    Most,
    All,
}

impl Many {
    /// Whether it can be said of so many of all; half is about half.
    const fn holds(self, own: usize, all: usize) -> bool {
        match self {
            Self::None => own == 0,
            Self::Some => own > 0,
            Self::Half => own * 20 >= all * 7 && own * 20 <= all * 13,
            Self::Most => own * 2 > all,
            Self::All => own == all,
        }
    }
}

/// Whether a text says how many joined.
fn may_tell(text: &Text<'_>) -> bool {
    let joins = |sign: &Sign| matches!(sign.says, Says::Joins | Says::Becomes | Says::Since);
    text.reading.signs.iter().any(joins) && text.reading.days().any(|day| day.year.is_some())
}

pub(super) fn of_text(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    if !text.is_of_document() || !may_tell(text) || is_disputed(material, text) {
        return None;
    }
    let statuses = material.statuses();
    let said = statuses.said(text);
    Passage::all(text).find_map(|passage| {
        let other = [Says::Wish, Says::Besides, Says::Except, Says::AllBut, Says::Founder, Says::Never];
        let own = passage.says_any(&other) || passage.states().next().is_some();
        if own || passage.is_of_another_body(material) {
            return None;
        }
        let mut here = said.iter().filter(|said| passage.range.contains(&said.range.start));
        let status = here.next().filter(|_| here.next().is_none())?;
        let (range, many) = many(&passage, &status.range)?;
        let is_then = when(&passage)?;
        let due = status.of.iter().filter_map(|number| {
            let known = statuses.all.get(*number)?;
            material.rosters.get(known.roster)?.due(&known.status.id)
        });
        let years: Vec<i16> = due.flatten().map(|(_, spell)| spell.from.first_day().year()).collect();
        let count = years.iter().filter(|year| is_then(**year)).count();
        if years.len() < LEAST || many.holds(count, years.len()) {
            return None;
        }
        let quoted = passage.part(&(range.start..status.range.end));
        let title = message!(findings::how_many_of, said = quoted.clone());
        let detail = message!(
            findings::how_many_joined,
            said = quoted.clone(),
            count = count,
            all = years.len(),
            text = text.text.to_owned()
        );
        Some(passage.finding(material, &quoted, title, detail))
    })
}

/// How many of a status that follows, where that is not about so many.
fn many(passage: &Passage<'_, '_>, status: &Range<usize>) -> Option<(Range<usize>, Many)> {
    let before = |range: &Range<usize>| {
        range.end <= status.start && passage.apart(range, status).is_some_and(|words| words <= NEAR)
    };
    let of_sign = |sign: &Sign| {
        let many = match sign.says {
            Says::NoneOf => Many::None,
            Says::SomeOf => Many::Some,
            Says::HalfOf => Many::Half,
            Says::MostOf => Many::Most,
            Says::AllOf => Many::All,
            _ => return None,
        };
        before(&sign.range).then(|| (sign.range.clone(), many))
    };
    let (range, many) = passage.signs.iter().rev().find_map(of_sign)?;
    let about = passage.near_before(&range, &[Says::Nearly, Says::Round, Says::More, Says::Over, Says::Under], 2);
    let none = matches!(many, Many::None);
    (!about && (none || !passage.says(Says::Not))).then_some((range, many))
}

/// Whether a year is on the side of the only year of a sentence that it says.
fn when(passage: &Passage<'_, '_>) -> Option<impl Fn(i16) -> bool + use<>> {
    let years: Vec<(Range<usize>, i16)> = passage.years();
    let mut days = passage.mentions.iter().flat_map(Mention::days);
    let [(range, year)] = &years[..] else { return None };
    let only = days.next().filter(|_| days.next().is_none());
    only?;
    let side = passage.signs.iter().rev().find(|sign| {
        let sides = matches!(sign.says, Says::Since | Says::After | Says::Before | Says::Until);
        sides && sign.range.end <= range.start && passage.apart(&sign.range, range).is_some_and(|words| words <= NEAR)
    });
    let (side, year) = (side.map(|sign| sign.says), *year);
    let joined = side.is_some_and(|side| side == Says::Since) || passage.says_any(&[Says::Joins, Says::Becomes]);
    joined.then_some(move |own: i16| match side {
        Some(Says::Since) => own >= year,
        Some(Says::After) => own > year,
        Some(Says::Before) => own < year,
        Some(_) => own <= year,
        None => own == year,
    })
}

#[cfg(test)]
mod tests {
    use super::super::quantifiers::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn as_many_of_a_status_joined_as_the_roster_has() {
        let wrong = [
            ("All members joined in 2001.", "so"),
            ("Most of the members joined after 2015.", "so"),
            ("None of the members joined after 2020.", "so"),
            ("Half of the members have joined since 2023.", "so"),
            ("Some members joined before 2001.", "so"),
            ("Большинство членов вступили после 2015 года.", "так"),
            ("Die meisten Mitglieder sind der Organisation nach 2015 beigetreten.", "so"),
            ("La plupart des membres ont rejoint l’organisation après 2015.", "ainsi"),
            ("Todos los miembros ingresaron en la organización en 2001.", "así"),
        ];
        let right = [
            ("Most of the members joined before 2015.", "so"),
            ("All members joined by 2024.", "so"),
            ("None of the members joined before 2001.", "so"),
            ("Nearly half of the members have joined since 2023.", "so"),
            ("Some members joined after 2015.", "so"),
            ("Not all members joined in 2001.", "so"),
            ("All members but four joined in 2001, and all members of NATO in 1949.", "so"),
            ("Most members spoke of trade after 2015.", "so"),
            ("Большинство членов вступили до 2015 года.", "так"),
        ];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }
}
