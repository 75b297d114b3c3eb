//! In what state a city lies: `in Montevideo in Brazil`, `Bern, Austria’s capital`, against what is known of it.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::super::reference::code_of;
use super::super::states_said::cities_within;
use super::super::texts::{Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use crate::analysis::cities::cities_named;
use crate::analysis::reading::{Name, Named, Names, Says};
use crate::analysis::reference::states_named;
use crate::briefing::Key;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "city-of-state",
    needs: Needs::Nothing,
    holds: label!(checks::city_of_state),
    run: |material| {
        let seats = Seats::of(material);
        each_held(material, |material, text| of_text(material, &seats, text))
    },
}];

/// A state by its code, or by its key where it has none.
type Home<'m> = (Option<&'static str>, Option<&'m Key>);

/// The places of which only the briefing says in what state they lie: those of events whose label names one, and the
/// capitals of states that no standard knows.
struct Seats<'m> {
    names: Names<'m>,
    homes: HashMap<&'m Key, Home<'m>>,
}

impl<'m> Seats<'m> {
    fn of(material: &'m Material<'_>) -> Self {
        /// So many places are looked for in texts.
        const MANY: usize = 2_000;
        let mut own = Self { names: Names::default(), homes: HashMap::new() };
        for state in material.briefing.states().take(MANY).filter(|state| state.code().is_none()) {
            if !state.capital.is_empty() && cities_named(&state.capital).is_empty() {
                own.names.add(Named::Place, &state.id, &state.capital);
                own.homes.insert(&state.id, (None, Some(&state.id)));
            }
        }
        for (number, event) in material.briefing.chronology().iter().enumerate().take(MANY) {
            let known = states_named(&event.place).next().is_some() || !cities_named(&event.place).is_empty();
            let Some(label) = material.texts().label(number).filter(|_| !known) else { continue };
            let codes: BTreeSet<&'static str> = label.names.iter().filter_map(|name| code_of(material, name)).collect();
            if let (Some(code), 1) = (codes.first(), codes.len()) {
                own.names.add(Named::Place, &event.id, &event.place);
                own.homes.insert(&event.id, (Some(*code), None));
            }
        }
        own
    }

    /// The places of a text, each with the state that it lies in.
    fn places(&self, text: &Text<'_>) -> Vec<(Range<usize>, Home<'m>)> {
        let names = text.reading.names_of(&self.names).into_iter();
        names.filter_map(|name| Some((name.range, *self.homes.get(name.of)?))).collect()
    }
}

/// What is looked for once in a text: the places that only the briefing knows, words with a capital, and words for one.
struct Found<'t, 'm> {
    places: Vec<(Range<usize>, Home<'m>)>,
    capitals: Vec<(Range<usize>, &'t str)>,
    seats: Vec<Range<usize>>,
}

impl<'m> Found<'_, 'm> {
    /// The places of a sentence, each with the states that it can lie in.
    fn places(&self, passage: &Passage<'_, '_>) -> Vec<(Range<usize>, Vec<Home<'m>>)> {
        let cities = cities_within(passage.text, passage.range.clone()).into_iter();
        let cities = cities.map(|(range, all)| (range, all.iter().map(|city| (Some(city.state), None)).collect()));
        let own = self.places.iter().filter(|(range, _)| passage.range.contains(&range.start));
        cities.chain(own.map(|(range, home)| (range.clone(), vec![*home]))).collect()
    }

    /// The words of a sentence that have a capital.
    fn capitals(&self, range: &Range<usize>) -> &[(Range<usize>, &str)] {
        let first = self.capitals.partition_point(|(own, _)| own.start < range.start);
        let end = self.capitals.partition_point(|(own, _)| own.start < range.end);
        self.capitals.get(first..end).unwrap_or_default()
    }
}

fn of_text(material: &Material<'_>, seats: &Seats<'_>, text: &Text<'_>) -> Vec<Finding> {
    let capitals: Vec<(Range<usize>, &str)> = text.reading.capitals().collect();
    // Where nothing is called by a name nothing lies in anything.
    if text.names.is_empty() && capitals.is_empty() {
        return Vec::new();
    }
    let found = Found { places: seats.places(text), capitals, seats: text.reading.capitals_meant() };
    Passage::all(text).filter_map(|passage| of_passage(material, &found, &passage)).collect()
}

/// The states that a sentence names, those among them that the briefing has no name of.
fn states<'t>(
    material: &Material<'_>,
    found: &Found<'_, '_>,
    passage: &Passage<'t, '_>,
) -> Vec<(Range<usize>, Home<'t>)> {
    let own = passage.names.iter().filter(|name| matches!(name.kind, Named::State | Named::Place));
    let home = |name: &'t Name<'_>| {
        let home: Home<'t> = (code_of(material, name), (name.kind == Named::State).then_some(name.of));
        (home.0.is_some() || home.1.is_some()).then(|| (name.range.clone(), home))
    };
    let mut all: Vec<(Range<usize>, Home<'t>)> = own.filter_map(home).collect();
    // `South Korea` is two words.
    let words = found.capitals(&passage.range);
    for (at, (range, word)) in words.iter().enumerate() {
        let next = words.get(at + 1).filter(|(next, _)| passage.apart(range, next) == Some(0));
        let both = next.map(|(next, _)| range.start..next.end);
        let one = Some(range.clone()).filter(|_| word.chars().count() >= 4);
        let named = both.into_iter().chain(one).find_map(|range| {
            let mut codes = states_named(passage.text.text.get(range.clone())?);
            codes.next().filter(|_| codes.next().is_none()).map(|code| (range, code))
        });
        if let Some((range, code)) = named
            && !all.iter().any(|(own, _)| own.start < range.end && range.start < own.end)
        {
            all.push((range, (Some(code), None)));
        }
    }
    all.sort_by_key(|(range, _)| range.start);
    all
}

/// Whether a place can lie in a state; of one that is known by a code and one that is not nobody can tell.
fn is_in(place: &Home<'_>, state: &Home<'_>) -> bool {
    match (place, state) {
        ((Some(own), _), (Some(code), _)) => own == code,
        ((None, Some(own)), (None, Some(key))) => own == key,
        ((None, Some(_)), (Some(_), _)) => false,
        _ => true,
    }
}

fn of_passage(material: &Material<'_>, found: &Found<'_, '_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let text = passage.text;
    if passage.says(Says::Not) {
        return None;
    }
    let states = states(material, found, passage);
    if states.is_empty() {
        return None;
    }
    found.places(passage).iter().find_map(|(range, homes)| {
        // A city that is a state as well, or a part of what a state is called, Guinea-Bissau, or a word.
        let within = |state: &Range<usize>| state.start <= range.start && range.end <= state.end;
        let joined = text.text[..range.start].ends_with(['-', '‐', '‑']);
        let own_name = joined
            || states_named(&text.part(range)).next().is_some()
            || states.iter().any(|(state, _)| within(state))
            || passage.names.iter().any(|name| name.kind == Named::State && within(&name.range));
        let begins = text.part(range).chars().next().is_some_and(|first| !first.is_lowercase());
        if own_name || !begins {
            return None;
        }
        let (state, home) = states.iter().find(|(state, _)| state.start >= range.end)?;
        let between: Vec<Cow<'_, str>> = text.reading.spelt(range.end..state.start).map(|(_, word)| word).collect();
        let after: Vec<Cow<'_, str>> =
            text.reading.spelt(state.end..passage.range.end).take(1).map(|(_, word)| word).collect();
        let ends = after.first().is_none_or(|word| [",", "،", ")", ".", ";"].contains(&word.as_ref()));
        let seat = found.seats.iter().any(|seat| {
            let near = |a: usize, b: usize| a <= b && text.reading.between(a..b).is_some_and(|words| words <= 6);
            near(range.end, seat.start) && (near(state.end, seat.start) || near(seat.end, state.start))
        });
        let is_within = || passage.says_within(&(range.end..state.start), &[Says::In]);
        let lies = match &between[..] {
            [_] if is_within() => true,
            [comma] if comma == "," || comma == "(" || comma == "،" => ends || seat,
            // `Bern, the capital of Austria`
            [comma, ..] => (comma == "," || comma == "(") && seat && between.len() <= 4,
            [] => false,
        };
        if !lies || homes.iter().any(|own| is_in(own, home)) {
            return None;
        }
        // What lies elsewhere may be of the same name.
        let written = crate::analysis::fold::known_by(&text.part(range));
        let known = material.briefing.states().any(|own| {
            home.0.is_some() && own.code() == home.0 && crate::analysis::fold::known_by(&own.capital) == written
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
            ("He was in Wonsan in South Korea.", "so"),
            ("Er war in Wonsan in Japan.", "so"),
        ];
        let right = [
            ("They met in Astana in Kazakhstan.", "so"),
            ("He was in Wonsan in North Korea.", "so"),
            ("They met in Minsk, Belarus’s capital.", "so"),
            ("From Vienna Germany looks near.", "so"),
            ("They met in Minsk, Russia’s minister said.", "so"),
            ("Bern is not in Austria.", "so"),
            ("They flew from Lisbon to Spain.", "so"),
            ("Its members are Ghana, Guinea-Bissau, Liberia, Nigeria and Togo.", "so"),
            ("Ses membres sont le Ghana, la Guinée-Bissau, Liberia, Nigeria et Togo.", "so"),
            ("Es sind Luxemburg, Österreich, Monaco, Italien und Malta.", "so"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
