//! Notes and occasions of spells: their years and places against the days of the spell and whatever else is of that day.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil;
use unicode_script::UnicodeScript as _;

use super::super::days_said::of_event;
use super::super::texts::{About, Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use crate::analysis::fold::fold;
use crate::analysis::reading::{Day, Mention, Says, What};
use crate::briefing::{Date, Message, Period, Precision, Spell, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "spell-in-text",
    needs: Needs::Organisation,
    holds: label!(checks::spell_in_text),
    run: |material| {
        let days = Days::of(material);
        each_held(material, |material, text| days.of_text(material, text))
    },
}];

/// What is known of each day: the places of events, and what spells say they began at.
struct Days {
    places: BTreeMap<civil::Date, BTreeSet<String>>,
    occasions: BTreeMap<civil::Date, BTreeMap<String, usize>>,
    /// Names that are places of some event or occasion.
    known: BTreeSet<String>,
    /// The years that notes of spells name, as often as they do.
    told: BTreeMap<i16, usize>,
}

/// A name and what it was, `Beijing summit`, folded.
fn occasion(text: &str) -> Option<(String, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [name, noun] = words[..] else { return None };
    let plain = |word: &str| word.chars().all(char::is_alphabetic);
    let capital = name.chars().next().is_some_and(char::is_uppercase) && noun.chars().all(char::is_lowercase);
    (capital && plain(noun)).then(|| (fold(name), fold(noun)))
}

impl Days {
    fn of(material: &Material<'_>) -> Self {
        let briefing = material.briefing;
        let mut days =
            Self { places: BTreeMap::new(), occasions: BTreeMap::new(), known: BTreeSet::new(), told: BTreeMap::new() };
        let notes = material.texts().held().filter(|text| matches!(text.about, About::Spell(_)));
        for year in notes.flat_map(|text| text.reading.years().collect::<BTreeSet<_>>()) {
            *days.told.entry(year).or_default() += 1;
        }
        for event in briefing.chronology().iter().filter(|event| event.from.precision() == Precision::Day) {
            let (from, until) = of_event(event);
            for day in [from, until] {
                days.places.entry(day).or_default().insert(fold(&event.place));
            }
            days.known.insert(fold(&event.place));
        }
        for spell in briefing.rosters.iter().flat_map(|roster| &roster.spells).take(5_000) {
            let Some((name, noun)) = spell.occasion.as_deref().and_then(occasion) else { continue };
            days.known.insert(name.clone());
            if spell.from.precision() == Precision::Day {
                let own = days.occasions.entry(spell.from.first_day()).or_default();
                *own.entry(format!("{name} {noun}")).or_default() += 1;
            }
        }
        days
    }

    fn of_text(&self, material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
        let About::Spell(spell) = text.about else { return None };
        let detail = if text.field.starts_with("occasion") {
            self.elsewhere(text, spell.from)
        } else {
            let with = || together(material, text, spell);
            self.granted(text, spell).or_else(with).or_else(|| self.year(material, text, spell))
        }?;
        let title = label!(findings::spell_in_text);
        Some(Passage::all(text).next()?.finding(material, &"note", title, detail))
    }

    /// An occasion at another place than all else of its day.
    fn elsewhere(&self, text: &Text<'_>, on: Date) -> Option<Message> {
        let (name, noun) = occasion(text.text)?;
        self.other_of(on, &name, &noun)
            .map(|other| message!(findings::spell_elsewhere, said = text.text.to_owned(), date = on, other = other))
    }

    /// What else is known of a day, where it is of another place than one that is named.
    fn other_of(&self, on: Date, name: &str, noun: &str) -> Option<String> {
        if on.precision() != Precision::Day {
            return None;
        }
        let day = on.first_day();
        let own = format!("{name} {noun}");
        let here = self.occasions.get(&day);
        let others =
            || here.into_iter().flatten().filter(|(occasion, _)| **occasion != own && occasion.ends_with(noun));
        let is_own = here.and_then(|here| here.get(&own)).copied().unwrap_or(0);
        let most = others().max_by_key(|(_, count)| **count);
        if let Some((other, count)) = most
            && *count > is_own.max(1)
        {
            return Some(capital(other));
        }
        let places = self.places.get(&day)?;
        // A name in other letters may be the same place's.
        let letters = |name: &str| name.chars().find(|c| c.is_alphabetic()).map(|c| c.script());
        let comparable = places.iter().all(|place| letters(place) == letters(name));
        (comparable && self.known.contains(name) && !places.contains(name))
            .then(|| capital(places.iter().next().map_or("", String::as_str)))
    }

    /// `Granted at the Ufa summit of 2015`: the occasion on the day of the decision.
    fn granted(&self, text: &Text<'_>, spell: &Spell) -> Option<Message> {
        let decided = spell.decided.filter(|day| day.precision() == Precision::Day)?;
        text.reading.mentions.iter().find_map(|mention| {
            mention.year().filter(|year| *year == decided.first_day().year())?;
            let (start, said) = text.reading.occasion_before(mention.range.start)?;
            let (name, noun) = said.split_once(' ')?;
            let day = decided.first_day();
            let own = self.occasions.get(&day)?;
            let other = own.keys().find(|other| other.ends_with(noun) && !other.starts_with(name))?;
            let is_there = own.contains_key(&said);
            (!is_there).then(|| {
                let said = text.part(&(start..mention.range.end));
                message!(findings::spell_elsewhere, said = said, date = decided, other = capital(other))
            })
        })
    }

    /// A day or a month of a note that is the spell's but for its year; or a year near those of the spell, of the state's
    /// other spells and of its sources, in a sentence that says but what the state became. A note may tell of other years.
    fn year(&self, material: &Material<'_>, text: &Text<'_>, spell: &Spell) -> Option<Message> {
        /// So many years off, it is one of the spell's own mistaken.
        const NEAR: i16 = 4;
        let briefing = material.briefing;
        let of_state = material.rosters.iter().filter_map(|of| of.spells.get(&spell.state)).flatten();
        let own: BTreeSet<i16> = of_state.flat_map(|spell| spell.dates()).map(|date| date.first_day().year()).collect();
        let cited = text.citations.iter().filter_map(|citation| briefing.source(&citation.source));
        let read: BTreeSet<i16> =
            cited.filter_map(|source| source.published).map(|date| date.first_day().year()).collect();
        // The same day or month of another year: that of the spell mistaken.
        let slipped = |day: Day, year: i16| {
            spell.dates().filter(|date| date.precision() != Precision::Year).any(|date| {
                let other = Day { year: Some(date.first_day().year()), ..day };
                day.month.is_some() && date.first_day().year() != year && other.agrees(date.into())
            })
        };
        let (range, year) = Passage::all(text).find_map(|passage| {
            let becomes = says_what_it_became(&passage);
            passage.mentions.iter().find_map(|mention| {
                let What::Day(day) = mention.what else { return None };
                let year = day.year?;
                let near = spell.dates().any(|date| (date.first_day().year() - year).abs() <= NEAR);
                let told = own.contains(&year) || read.contains(&year) || !near;
                (!told && (becomes || slipped(day, year))).then(|| (mention.range.clone(), year))
            })
        })?;
        // What another note says of that year is told elsewhere as well.
        if self.told.get(&year).is_some_and(|count| *count > 1) {
            return None;
        }
        let said = text.part(&range);
        let years = Value::list(own.into_iter().map(Period::of_year));
        Some(message!(findings::spell_year, said = said, years = years, text = text.text.to_owned()))
    }
}

/// `the decision of June 2009 that granted it to Belarus`: another state in a sentence of the day on which the spell began or
/// was decided, of which nothing began or was decided then.
fn together(material: &Material<'_>, text: &Text<'_>, spell: &Spell) -> Option<Message> {
    let of = |day: Day, spell: &Spell| {
        let mut dates = [Some(spell.from), spell.decided].into_iter().flatten();
        dates.any(|date| day.meets(date.first_day(), date.last_day()))
    };
    Passage::all(text).find_map(|passage| {
        let mut days = passage.mentions.iter().flat_map(Mention::days);
        let day = days.find(|day| day.year.is_some() && of(*day, spell))?;
        let name = passage.states().find(|name| *name.of != spell.state)?;
        let mut spells = material.rosters.iter().filter_map(|roster| roster.spells.get(name.of)).flatten().peekable();
        spells.peek()?;
        if spells.any(|spell| of(day, spell)) {
            return None;
        }
        let said = passage.part(&name.range);
        Some(message!(findings::spell_together, said = said, text = text.text.to_owned()))
    })
}

/// Whether a sentence says what a state became, and tells of nothing before, after or besides.
fn says_what_it_became(passage: &Passage<'_, '_>) -> bool {
    let becomes = [Says::Joins, Says::Becomes, Says::Signed, Says::Concluded];
    let others = [Says::Before, Says::After, Says::Since, Says::Until, Says::Wish, Says::Not, Says::Was, Says::From];
    passage.says_any(&becomes) && !passage.says_any(&others)
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;

    #[test]
    fn a_note_may_tell_of_other_years_than_those_of_its_spell() {
        let note = |text: &str| {
            found_after(CHECKS, |briefing| {
                let of = |spell: &&mut crate::briefing::Spell| {
                    spell.state.as_str() == "belarus" && spell.status.as_str() == "member"
                };
                let spell = briefing.rosters[0].spells.iter_mut().find(of).expect("a spell");
                spell.note = Some(text.to_owned());
            })
        };
        for text in [
            "Before its enlargement in 2026.",
            "Until 2023 under another name.",
            "Её название изменилось в 2026 году.",
            "Son mandat dure jusqu’en 2026.",
            "任期到2026年。",
        ] {
            assert_eq!(note(text), [""; 0], "{text}");
        }
        for text in
            ["Admitted on 4 July 2026.", "Joined in 2026.", "Вступила 4 июля 2026 года.", "In September 2026 decided."]
        {
            assert_eq!(note(text), ["Warn spell-in-text"], "{text}");
        }
    }
}
