//! Of how many of a number something is so: none, some or all of three, all but one of a list, half of what has two parts.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::texts::{Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::same::Subject;
use super::{Passage, is_disputed, proportions};
use crate::analysis::reading::{Mention, Named, Says, Sign, Unit, What};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "how-many-of",
    needs: Needs::Nothing,
    holds: label!(checks::how_many_of),
    run: |material| {
        each_held(material, |material, text| {
            let held = text.is_of_document().then(|| of_number(material, text)).flatten();
            let held = held.or_else(|| all_but(material, text)).or_else(|| part_of_whole(material, text));
            held.or_else(|| proportions::of_text(material, text))
        })
    },
}];

/// Of how many of a number something is said to be so.
struct Of {
    range: Range<usize>,
    says: Says,
    number: u32,
}

impl Of {
    fn is_contrary(&self, other: &Self) -> bool {
        let none = |of: &Self| of.says == Says::NoneOf;
        self.number == other.number && none(self) != none(other)
    }

    fn agrees(&self, other: &Self) -> bool {
        self.number == other.number && self.says == other.says
    }
}

/// `None of the three`, `all three`, `some of the three`.
fn of_passage(passage: &Passage<'_, '_>) -> Vec<Of> {
    /// So many words stand between how many and the number.
    const NEAR: usize = 2;
    let how_many = [Says::NoneOf, Says::AllOf, Says::SomeOf, Says::HalfOf, Says::MostOf];
    let of = |(mention, quantity): (&Mention, &crate::analysis::reading::Quantity)| {
        let number = quantity.count().filter(|count| (2..100).contains(count) && quantity.unit.is_none())?;
        let before = |sign: &&Sign| {
            let near = passage.apart(&sign.range, &mention.range).is_some_and(|words| words <= NEAR);
            sign.range.end <= mention.range.start && near
        };
        let sign = passage.signs_of(&how_many).rfind(before)?;
        // `all three did not`, of which nobody knows whether some did.
        let denied = sign.says != Says::NoneOf && is_denied(passage, &(sign.range.start..mention.range.end));
        (!denied).then_some(Of { range: sign.range.start..mention.range.end, says: sign.says, number })
    };
    passage.quantities().filter_map(of).collect()
}

/// Whether something is denied in the clause of a range.
fn is_denied(passage: &Passage<'_, '_>, range: &Range<usize>) -> bool {
    passage.signs_of(&[Says::Not]).any(|not| {
        let between =
            if not.range.end <= range.start { not.range.end..range.start } else { range.end..not.range.start };
        !passage.text.reading.parts_clauses(between)
    })
}

fn of_number(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let how_many =
        |sign: &Sign| matches!(sign.says, Says::NoneOf | Says::AllOf | Says::SomeOf | Says::HalfOf | Says::MostOf);
    let says = |text: &Text<'_>| text.reading.signs.iter().any(how_many);
    if !says(text) {
        return None;
    }
    let own: Vec<(Passage<'_, '_>, Of)> = Passage::all(text)
        .flat_map(|passage| of_passage(&passage).into_iter().map(move |of| (passage.clone(), of)))
        .collect();
    if own.is_empty() {
        return None;
    }
    // What is disputed is told as the document has it: it is held against what repeats it.
    let disputed = is_disputed(material, text);
    let beside = material.texts().beside(material.briefing, text);
    let others = beside
        .into_iter()
        .filter(|other| says(other) && other.is_of_document() && is_disputed(material, other) == disputed);
    let others: Vec<&Text<'_>> = others.collect();
    own.iter().find_map(|(passage, of)| {
        let here = Subject::of(material, passage, &[]);
        let told = |other: &Text<'_>, fits: &dyn Fn(&Of) -> bool| {
            Passage::all(other).find_map(|there| {
                let of = of_passage(&there).into_iter().find(|of| fits(of))?;
                let subject = Subject::of(material, &there, &[]);
                let same = here.is_that_of(&subject) && !here.is_of_other_days(&subject);
                same.then(|| there.part(&of.range))
            })
        };
        let both = own.iter().any(|(_, other)| other.is_contrary(of));
        if both || others.iter().any(|other| told(other, &|there| there.agrees(of)).is_some()) {
            return None;
        }
        let (other, rival) =
            others.iter().find_map(|other| Some((*other, told(other, &|there| there.is_contrary(of))?)))?;
        let said = passage.part(&of.range);
        let title = message!(findings::how_many_of, said = said.clone());
        Some(passage.finding_beside(material, &said, title, (rival, other.text)))
    })
}

/// `All but Kyrgyzstan are named`, where the list has it.
fn all_but(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    if !text.reading.signs.iter().any(|sign| sign.says == Says::Listed) {
        return None;
    }
    Passage::all(text).find_map(|passage| {
        // `все, кроме Индии`: the two may stand apart.
        let parted = || {
            let mut besides = passage.signs_of(&[Says::Besides, Says::Except]);
            besides.find(|sign| passage.near_before(&sign.range, &[Says::AllOf], 1))
        };
        let sign = passage.signs_of(&[Says::AllBut]).next().or_else(parted)?;
        let near = |range: &Range<usize>| {
            range.start >= sign.range.end && passage.apart(&sign.range, range).is_some_and(|words| words <= 2)
        };
        let state = passage.names.iter().find(|name| name.kind == Named::State && near(&name.range))?;
        if !passage.says(Says::Listed) || passage.is_open() {
            return None;
        }
        let at: Vec<_> = text.locators(material.briefing).collect();
        let printed = material.rosters.iter().flat_map(|of| &of.members.roster.printed);
        let mut here = printed.filter(|entry| at.contains(&entry.at) && entry.state == *state.of);
        let entry = here.next()?;
        let said = passage.part(&(sign.range.start..state.range.end));
        let title = message!(findings::how_many_of, said = said.clone());
        let detail = message!(
            findings::all_but_listed,
            state = material.state_name(state.of).to_owned(),
            at = entry.at,
            text = text.text.to_owned()
        );
        Some(passage.finding(material, &said, title, detail))
    })
}

/// `About nine tenths of it`, where all else gives two shares that make a whole, and neither is about as much.
fn part_of_whole(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    /// What is about a part may be so many points off it, and two shares so many off the whole.
    const OFF: Decimal = Decimal::from_parts(7, 0, 0, false, 0);
    let claim = text.claim().filter(|_| text.is_short())?;
    let (mention, part) = text.reading.mentions.iter().find_map(|mention| match mention.what {
        What::Fraction(part, None) => Some((mention, part * Decimal::ONE_HUNDRED)),
        _ => None,
    })?;
    let passage = Passage::around(text, mention.range.start)?;
    let next = text.reading.spelt(mention.range.end..passage.range.end).next()?.0;
    // Of something, and not `half a year`.
    if !text.reading.ties(next) || passage.is_open() || !passage.all_years().is_empty() {
        return None;
    }
    let mut pairs: Vec<[Decimal; 2]> = Vec::new();
    for other in material.texts().all_of(claim).filter(|other| other.number() != text.number()) {
        for there in Passage::all(other) {
            let rates = there.quantities().filter(|(_, own)| own.unit == Some(Unit::PerCent) && own.way.is_none());
            let rates: Vec<Decimal> = rates.map(|(_, own)| own.number.value).collect();
            let whole = |pair: &&[Decimal]| (pair[0] + pair[1] - Decimal::ONE_HUNDRED).abs() <= Decimal::ONE;
            pairs.extend(rates.windows(2).filter(whole).map(|pair| [pair[0], pair[1]]));
        }
    }
    let fits = |pair: &[Decimal; 2]| pair.iter().any(|share| (*share - part).abs() <= OFF);
    let [one, other] = *pairs.first().filter(|_| !pairs.iter().any(fits))?;
    let said = text.part(&mention.range);
    let title = message!(findings::how_many_of, said = said.clone());
    let detail =
        message!(findings::part_of_whole, said = said.clone(), one = one, other = other, text = text.text.to_owned());
    Some(passage.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn none_and_all_of_a_number_are_not_said_of_the_same() {
        let wrong = [
            ("None of the three pacts was signed.", "all three pacts signed"),
            ("All three pacts were signed.", "none of the three signed"),
            ("Some of the three parties stayed away.", "none of the three parties stayed away"),
            ("Ни один из трёх договоров не подписан.", "все три договора подписаны"),
            ("Keiner der drei Verträge wurde unterzeichnet.", "alle drei Verträge unterzeichnet"),
            ("Aucun des trois traités n’a été signé.", "tous les trois traités signés"),
            ("Ninguno de los tres tratados fue firmado.", "todos los tres tratados firmados"),
        ];
        let right = [
            ("None of the three pacts was signed.", "none of three signed"),
            ("None of the three pacts was signed.", "all four parties came"),
            ("Not all three pacts were signed.", "none of the three"),
            ("All three pacts were signed in 2025, none of the three in 2024.", "all three"),
            ("Some of the three pacts were signed.", "all three pacts signed"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }

    #[test]
    fn what_a_list_lacks_is_not_on_it() {
        let wrong = [
            ("All but Iran are named.", "so"),
            ("The article lists all except Belarus.", "so"),
            ("Alle außer Indien sind genannt.", "so"),
            ("Tous sauf l’Inde sont nommés.", "so"),
            ("Названы все, кроме Индии.", "so"),
        ];
        let right = [
            ("All but Iran joined before 2022.", "so"),
            ("All are named.", "so"),
            ("All but Armenia are named.", "so"),
            ("Not all but Iran alone is named.", "so"),
        ];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }

    #[test]
    fn a_part_is_about_one_of_the_shares() {
        let wrong = [("Sales gave 51 % and purchases 49 %.", "nine tenths of it"), ("51 % and 49 %.", "a fifth of it")];
        let right = [
            ("Sales gave 51 % and purchases 49 %.", "about half of it"),
            ("Sales rose by 51 % and by 12 %.", "a fifth of it"),
            ("Sales gave 51 % and purchases 49 %.", "a third more"),
        ];
        hold_in_pairs(CHECKS, "energy-explains-growth", &wrong, &right);
    }
}
