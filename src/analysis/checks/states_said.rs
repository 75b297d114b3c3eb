//! States in words, in whatever language: the capital and the people that a text gives a state.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::people_said::called_after;
use super::reference::code_of;
use super::texts::{Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::cities::{City, cities_named, longest_city};
use crate::analysis::fold::fold;
use crate::analysis::reading::{Name, Named, Says, What};
use crate::analysis::reference::{of_code, states_named};
use crate::briefing::Value;
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "capital-in-text",
        needs: Needs::Nothing,
        holds: label!(checks::capital_in_text),
        run: |material| each_held(material, capital),
    },
    Check {
        key: "city-in-text",
        needs: Needs::Nothing,
        holds: label!(checks::city_in_text),
        run: |material| each_held(material, city),
    },
    Check {
        key: "inhabitants-in-text",
        needs: Needs::Nothing,
        holds: label!(checks::inhabitants_in_text),
        run: |material| each_held(material, people),
    },
];

/// So many words and marks stand between a capital or a number of people and the state that has it.
const NEAR: usize = 6;
/// People are counted in another year, and roughly: by less than this share.
const ROUGHLY: f64 = 0.2;

/// A state that a text names, with its code.
struct State {
    range: Range<usize>,
    code: &'static str,
}

/// The state of a name, where it is of one.
fn state(material: &Material<'_>, name: &Name<'_>) -> Option<State> {
    Some(State { range: name.range.clone(), code: code_of(material, name)? })
}

/// The state that stands nearest to a place, by its name or an adjective made of it.
fn nearest(material: &Material<'_>, text: &Text<'_>, place: &Range<usize>) -> Option<State> {
    let named = text.names.iter().filter_map(|name| state(material, name));
    let span = text.reading.back(place.start, 2)..text.reading.ahead(place.end, 2);
    let adjectives =
        text.reading.words_between(span).filter(|(range, _)| range.end <= place.start || range.start >= place.end);
    let adjectives = adjectives.filter_map(|(range, word)| {
        Some(State { code: called_after(text.reading.language_at(range.start), word)?, range })
    });
    let near = |state: State| Some((text.reading.apart(&state.range, place).filter(|tokens| *tokens <= NEAR)?, state));
    named.chain(adjectives).filter_map(near).min_by_key(|(tokens, _)| *tokens).map(|(_, state)| state)
}

/// The cities that a sentence names around a place, each with what is known of it.
fn cities(text: &Text<'_>, place: &Range<usize>) -> Vec<(Range<usize>, &'static [City])> {
    let span = text.reading.back(place.start, 2 * NEAR)..text.reading.ahead(place.end, 2 * NEAR);
    let mut found = cities_within(text, span);
    found.retain(|(range, _)| text.reading.apart(range, place).is_some());
    found
}

/// The cities that a text names between two places, each with what is known of it.
pub(super) fn cities_within(text: &Text<'_>, span: Range<usize>) -> Vec<(Range<usize>, &'static [City])> {
    let words: Vec<(Range<usize>, &str)> = text.reading.words_between(span).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((_, first)) = words.get(at) {
        let longest = longest_city(first).min(words.len() - at);
        let city = (1..=longest).rev().find_map(|length| {
            let (first, last) = (words.get(at)?, words.get(at + length - 1)?);
            let range = first.0.start..last.0.end;
            // `un seul` is no `Séoul`.
            let written = text.text.get(range.clone()).filter(|written| !written.starts_with(char::is_lowercase))?;
            let cities = inflected(written).find(|cities| !cities.is_empty())?;
            Some((range, cities, length))
        });
        match city {
            Some((range, cities, length)) => {
                found.push((range, cities));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The cities of a name as it stands, and as it would without the ending of a case: `в Астане`.
fn inflected(written: &str) -> impl Iterator<Item = &'static [City]> {
    let cyrillic = written.chars().any(crate::analysis::script::cyrillic);
    let shorter = |by: usize| {
        let end = written.char_indices().rev().nth(by - 1).map_or(0, |(at, _)| at);
        written.get(..end).unwrap_or_default()
    };
    let endings = if cyrillic {
        vec![
            String::from(shorter(1)),
            format!("{}а", shorter(1)),
            format!("{}ь", shorter(1)),
            format!("{}й", shorter(1)),
        ]
    } else {
        Vec::new()
    };
    // `الرياض` with what is written onto it.
    let bare = written.strip_prefix(['و', 'ب', 'ل']).map(str::to_owned);
    let all: Vec<String> = std::iter::once(written.to_owned()).chain(endings).chain(bare).collect();
    all.into_iter().filter(|name| name.chars().count() > 1).map(|name| cities_named(&name))
}

/// A city that is said to lie in a state, `Astana, in Kyrgyzstan`, and is known in another alone.
fn city(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let reading = &text.reading;
    let names = text.names.iter().filter(|name| matches!(name.kind, Named::State | Named::Place));
    names.filter_map(|name| state(material, name)).chain(unnamed(text)).find_map(|state| {
        // What stands right before it, with nothing but what ties the two between.
        let (range, cities) =
            cities(text, &state.range).into_iter().rfind(|(range, _)| range.end <= state.range.start)?;
        let between: Vec<Cow<'_, str>> = reading.spelt(range.end..state.range.start).map(|(_, word)| word).collect();
        let led = reading.signs.iter().any(|sign| {
            let here = range.end <= sign.range.start && sign.range.end <= state.range.start;
            here && matches!(sign.says, Says::Within | Says::Lies | Says::Toward)
        });
        let is_plain = |word: &Cow<'_, str>| {
            word == ","
                || word == "，"
                || reading.signs.iter().any(|sign| {
                    let own = text
                        .text
                        .get(sign.range.clone())
                        .map(fold)
                        .is_some_and(|own| own.split(' ').any(|own| own == word));
                    own && matches!(sign.says, Says::Within | Says::Lies | Says::Is | Says::Was | Says::Toward)
                })
        };
        let tied = led && between.len() <= 4 && between.iter().all(is_plain);
        if !tied || cities.iter().any(|city| city.state == state.code) {
            return None;
        }
        let said = text.part(&(range.start..state.range.end));
        let code = cities.first()?.state;
        let own = material.briefing.states().find(|own| own.alpha2 == code);
        let known = own.map_or(code, |own| material.briefing.name(&own.names));
        let title = message!(findings::city_in_text, said = text.part(&range));
        let detail = message!(
            findings::city_elsewhere,
            said = said.clone(),
            known = known.to_owned(),
            text = text.text.to_owned()
        );
        Some(text.finding(material.briefing, Outcome::Warn, title, detail).apart(&said))
    })
}

/// The states that a text names in one word which the briefing has no name of.
fn unnamed(text: &Text<'_>) -> Vec<State> {
    let known = |range: &Range<usize>| {
        text.names.iter().any(|name| name.range.start <= range.start && range.end <= name.range.end)
    };
    let one = |(range, _): (Range<usize>, &str)| {
        let mut codes = states_named(text.text.get(range.clone())?);
        let code = codes.next().filter(|_| codes.next().is_none())?;
        (!known(&range) && range.len() > 3).then_some(State { range, code })
    };
    text.reading.capitals().filter_map(one).collect()
}

/// A city that is said to be the capital of a state, and is another of its cities, or that of another state.
fn capital(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let year = material.briefing.manifest.as_of.first_day().year();
    for place in text.reading.capitals_meant() {
        let Some(state) = nearest(material, text, &place) else { continue };
        let own = |city: &City| city.state == state.code && city.is_capital_in(year);
        let all = cities(text, &place);
        let title = || message!(findings::capital_in_text, said = text.part(&state.range));
        let known = of_code(state.code).and_then(|known| known.capitals.first().copied()).unwrap_or("–").to_owned();
        if let Some((range, _)) = all.first() {
            if all.iter().any(|(_, cities)| cities.iter().any(own)) {
                continue;
            }
            let said = text.part(range);
            let detail = message!(
                findings::capital_in_text_other,
                said = said.clone(),
                code = state.code.to_owned(),
                known = known,
                text = text.text.to_owned()
            );
            return Some(text.finding(material.briefing, Outcome::Warn, title(), detail).apart(&said));
        }
        // `in the Chinese capital`: a place like any other that the texts about the same name.
        let beside = material.texts().beside(material.briefing, text);
        let places = beside.iter().flat_map(|other| &other.names).filter(|name| name.kind == Named::Place);
        let places: BTreeSet<&str> = places.map(|name| material.name(name.of)).collect();
        let capitals: Vec<&str> =
            places.into_iter().filter(|name| cities_named(name).iter().any(|city| city.is_capital_in(year))).collect();
        let told = capitals.iter().any(|name| cities_named(name).iter().any(own));
        if let Some(other) = capitals.first().filter(|_| !told && text.claim().is_some()) {
            let said = text.part(&(state.range.start.min(place.start)..state.range.end.max(place.end)));
            let detail = message!(
                findings::name_for_another,
                said = said.clone(),
                meant = (*other).to_owned(),
                text = text.text.to_owned()
            );
            return Some(text.finding(material.briefing, Outcome::Warn, title(), detail).apart(&said));
        }
    }
    None
}

/// The people that a text gives a state, out of proportion to those of the roster and of the reference.
fn people(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    /// No state has so few, and no other number beside the word is so large.
    const LEAST: f64 = 10_000.0;
    let words = text.reading.peoples_meant();
    if words.is_empty() {
        return None;
    }
    text.reading.mentions.iter().find_map(|mention| {
        let What::Quantity(quantity) = &mention.what else { return None };
        if quantity.unit.is_some()
            || quantity.number.sign.is_some()
            || quantity.number.or.is_some() && quantity.number.scale.is_none()
        {
            return None;
        }
        let near = |word: &Range<usize>| text.reading.apart(word, &mention.range).is_some_and(|tokens| tokens <= NEAR);
        let word = words.iter().find(|word| near(word))?;
        let scale = Decimal::from(10_u64.checked_pow(quantity.number.scale.unwrap_or(0).into())?);
        let said = quantity.number.value.checked_mul(scale)?.to_f64().filter(|said| *said >= LEAST)?;
        let mut states = text.names.iter().filter_map(|name| Some((name, state(material, name)?)));
        let (name, own) = states.next()?;
        // Of several states nobody can tell whose people are counted.
        if states.any(|(_, other)| other.code != own.code) || text.reading.apart(&own.range, word).is_none() {
            return None;
        }
        let given = material.briefing.state(name.of).and_then(|state| state.population);
        let known = [given, of_code(own.code).and_then(|known| known.population)];
        let known: Vec<u64> = known.into_iter().flatten().collect();
        let fits = |known: &u64| (said / (*known as f64).max(1.0) - 1.0).abs() <= ROUGHLY;
        let first = *known.first()?;
        if known.iter().any(fits) {
            return None;
        }
        let figure = text.part(&mention.range);
        let title = message!(findings::inhabitants_in_text, said = figure.clone());
        let detail = message!(
            findings::inhabitants_in_text_other,
            said = figure.clone(),
            known = Value::Count(first),
            state = text.part(&own.range),
            text = text.text.to_owned()
        );
        Some(text.finding(material.briefing, Outcome::Warn, title, detail).apart(&figure))
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    fn reason(id: &str, text: &str) -> Vec<String> {
        reason_after(CHECKS, id, text)
    }

    #[test]
    fn a_capital_is_that_of_its_state_in_any_language() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for text in [
            "The capital of Pakistan is Lahore.",
            "Столица Казахстана — Алматы.",
            "尼泊尔首都廷布。",
            "La capitale de l’Inde est Calcutta.",
            "La capital de Kazajistán es Almatý.",
            "Nepals Hauptstadt ist Thimphu.",
            "عاصمة كازاخستان هي ألماتي.",
        ] {
            assert_eq!(reason("wider-remit", text), ["Warn capital-in-text"], "{text}");
        }
        for text in [
            "The capital of Pakistan is Islamabad; Karachi is larger.",
            "Столица Казахстана — Астана.",
            "Die Hauptstadt Indiens ist Neu-Delhi.",
            "Capital flowed out of Pakistan.",
        ] {
            assert_eq!(reason("wider-remit", text), [""; 0], "{text}");
        }
        let there = |text: &str| reason("meeting-in-beijing", text);
        assert_eq!(there("Переговоры прошли в столице России."), ["Warn capital-in-text"]);
        assert_eq!(there("Переговоры прошли в столице Китая."), [""; 0]);
    }

    #[test]
    fn people_are_as_many_as_a_state_has() {
        for text in [
            "Uzbekistan has a population of 63.4 million.",
            "В Пакистане живут 25 млн человек.",
            "乌兹别克斯坦人口为6340万。",
            "L’Ouzbékistan compte 63,4 millions d’habitants.",
            "Usbekistan hat 63,4 Millionen Einwohner.",
            "يبلغ عدد سكان أوزبكستان 63.4 مليون نسمة.",
        ] {
            assert_eq!(reason("wider-remit", text), ["Warn inhabitants-in-text"], "{text}");
        }
        for text in [
            "Uzbekistan has about 35 million people.",
            "В Пакистане живут более 250 млн человек.",
            "Uzbekistan sent 63 people.",
            "India and Pakistan have 1.7 billion inhabitants.",
        ] {
            assert_eq!(reason("wider-remit", text), [""; 0], "{text}");
        }
    }
}
