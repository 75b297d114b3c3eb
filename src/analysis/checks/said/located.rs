//! In what state a city lies: `in Montevideo in Brazil`, `Bern, Austria’s capital`, against what is known of it.

use std::borrow::Cow;
use std::ops::Range;

use super::super::reference::code_of;
use super::super::states_said::cities_within;
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, each_passage};
use crate::analysis::reading::{Named, Says};
use crate::analysis::reference::states_named;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "city-of-state",
    needs: Needs::Nothing,
    holds: label!(checks::city_of_state),
    run: |material| each_passage(material, |passage| of_passage(material, passage)),
}];

/// The states that a sentence names, those among them that the briefing has no name of.
fn states(material: &Material<'_>, passage: &Passage<'_, '_>) -> Vec<(Range<usize>, &'static str)> {
    let own = passage.states().filter_map(|name| Some((name.range.clone(), code_of(material, name)?)));
    let mut found: Vec<(Range<usize>, &'static str)> = own.collect();
    for (range, word) in passage.text.reading.capitals() {
        let taken = found.iter().any(|(own, _)| own.start < range.end && range.start < own.end);
        if taken || !passage.range.contains(&range.start) || word.chars().count() < 4 {
            continue;
        }
        let mut codes = states_named(word);
        if let (Some(code), None) = (codes.next(), codes.next()) {
            found.push((range, code));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let text = passage.text;
    if passage.says(Says::Not) {
        return None;
    }
    let states = states(material, passage);
    if states.is_empty() {
        return None;
    }
    let cities = cities_within(text, passage.range.clone());
    let seats = text.reading.capitals_meant();
    cities.iter().find_map(|(range, cities)| {
        // A city that is a state as well, or a word.
        let own_name = passage.names.iter().any(|name| name.kind == Named::State && name.range == *range);
        let begins = text.part(range).chars().next().is_some_and(|first| !first.is_lowercase());
        if own_name || !begins {
            return None;
        }
        let (state, code) = states.iter().find(|(state, _)| state.start >= range.end)?;
        let code = *code;
        let between: Vec<Cow<'_, str>> = text.reading.spelt(range.end..state.start).map(|(_, word)| word).collect();
        let after: Vec<Cow<'_, str>> =
            text.reading.spelt(state.end..passage.range.end).take(1).map(|(_, word)| word).collect();
        let ends = after.first().is_none_or(|word| [",", "،", ")", ".", ";"].contains(&word.as_ref()));
        let seat = seats.iter().any(|seat| {
            let near = |a: usize, b: usize| a <= b && text.reading.between(a..b).is_some_and(|words| words <= 6);
            near(range.end, seat.start) && (near(state.end, seat.start) || near(seat.end, state.start))
        });
        let is_in = || passage.says_within(&(range.end..state.start), &[Says::In]);
        let lies = match &between[..] {
            [_] if is_in() => true,
            [comma] if comma == "," || comma == "(" || comma == "،" => ends || seat,
            // `Bern, the capital of Austria`
            [comma, ..] => (comma == "," || comma == "(") && seat && between.len() <= 4,
            [] => false,
        };
        if !lies || cities.iter().any(|city| city.state == code) {
            return None;
        }
        // What lies elsewhere may be of the same name.
        let known = material.briefing.states().any(|own| {
            own.code() == Some(code)
                && crate::analysis::fold::known_by(&own.capital) == crate::analysis::fold::known_by(&text.part(range))
        });
        if known {
            return None;
        }
        let said = passage.part(&(range.start..state.end));
        let title = message!(findings::city_of_state, said = said.clone());
        let city = text.part(range);
        let detail =
            message!(findings::city_of_state_other, city = city, state = text.part(state), text = text.text.to_owned());
        Some(passage.finding(material, &said, title, detail))
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn a_city_lies_in_its_state() {
        let wrong = [
            ("They met in Astana in Uzbekistan.", "so"),
            ("They met in Minsk, Russia’s capital.", "so"),
            ("Ils se sont réunis à Vienne en Allemagne.", "so"),
            ("Se reunieron en Lisboa en España.", "so"),
            ("Sie trafen sich in Bern in Österreich.", "so"),
            ("They met in Nairobi (Uganda).", "so"),
        ];
        let right = [
            ("They met in Astana in Kazakhstan.", "so"),
            ("They met in Minsk, Belarus’s capital.", "so"),
            ("From Vienna Germany looks near.", "so"),
            ("They met in Minsk, Russia’s minister said.", "so"),
            ("Bern is not in Austria.", "so"),
            ("They flew from Lisbon to Spain.", "so"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
