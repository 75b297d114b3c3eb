//! Events against whatever tells of them: claims, evidence, sentences and spells that speak of an event by its place and
//! the words of its label have it on its day, and where it was.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use ahash::AHashMap;
use jiff::civil;
use memchr::memmem::Finder;

use super::days_said::of_event;
use super::lengths::is_counted;
use super::texts::{About, Text};
use super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::analysis::cities::{City, cities_named};
use crate::analysis::fold::{self, fold};
use crate::analysis::reading::{Day, Named, Says, Sign, What};
use crate::analysis::reference::states_named;
use crate::briefing::{Date, Event, Precision, cores};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "event-told",
    needs: Needs::Meeting,
    holds: label!(checks::event_told),
    run: |material| Told::of(material).each(),
}];

/// What lies farther apart is another event of the same kind, in days.
const SLIP: i32 = 45;
/// So many words of a label tell which event is meant, and so many where its place or its day stands beside them.
const TELLING: usize = 2;
/// Of so many events, and of so many places, none is told by its words.
const MANY: usize = 300;

/// A sentence of a text that tells of an event.
struct Sentence<'m, 'a> {
    text: &'m Text<'a>,
    /// How many words of the label it has.
    words: usize,
    /// Whether it has the place of the event.
    there: bool,
    /// The days that it names.
    days: Vec<Day>,
    /// The places that it names, besides.
    places: BTreeSet<String>,
}

/// Each event with the sentences that tell of it.
struct Told<'m, 'a> {
    material: &'m Material<'a>,
    sentences: Vec<Vec<Sentence<'m, 'a>>>,
}

/// The stem of a word that can tell of something.
fn stem(word: &str) -> Option<&str> {
    (word.chars().count() >= 4).then(|| fold::stem(word))
}

/// A place without what stands behind a comma.
fn city(place: &str) -> &str {
    place.split([',', ';', '(', '/', '，']).next().unwrap_or(place).trim()
}

/// What a place is called, folded.
fn called(place: &str) -> Vec<String> {
    let parts = place.split([',', ';', '(', '/', '，', '-', '–']).map(|part| fold(part.trim()));
    let known = cities_named(city(place)).iter().flat_map(City::names).map(fold);
    parts.chain(known).filter(|name| name.chars().count() > 1).collect()
}

impl<'m, 'a> Told<'m, 'a> {
    fn of(material: &'m Material<'a>) -> Self {
        let events = material.briefing.chronology();
        let mut told = Self { material, sentences: events.iter().map(|_| Vec::new()).collect() };
        if events.len() > MANY {
            return told;
        }
        let mut by_stem: AHashMap<&str, BTreeSet<usize>> = AHashMap::new();
        let numbers: HashMap<*const Event, usize> = events.iter().map(std::ptr::from_ref).zip(0..).collect();
        let labels = material.texts().all.iter().filter(|text| &*text.field == "label");
        for text in labels {
            let About::Event(event) = text.about else { continue };
            let Some(number) = numbers.get(&std::ptr::from_ref(event)).copied() else { continue };
            // People are at many events, and what is named is no word for what happened.
            let is_name = |range: &Range<usize>| {
                text.names.iter().any(|name| {
                    name.kind != Named::Topic && name.range.start <= range.start && range.end <= name.range.end
                })
            };
            let words = text.reading.words_between(0..text.text.len());
            for (_, word) in words.filter(|(range, _)| !is_name(range)) {
                if let Some(stem) = stem(word) {
                    by_stem.entry(stem).or_default().insert(number);
                }
            }
        }
        // What half of the events are called by tells of none.
        by_stem.retain(|_, events| events.len() * 2 <= told.sentences.len().max(4));
        let called: Vec<Vec<String>> = events.iter().map(|event| called(&event.place)).collect();
        let known: Vec<(String, Finder<'static>)> = told
            .known_places()
            .into_iter()
            .map(|place| {
                let finder = Finder::new(&place).into_owned();
                (place, finder)
            })
            .collect();
        let labels = Labels { by_stem, called, known };
        let tells = |text: &&Text<'_>| !matches!(text.about, About::Event(_) | About::Meeting);
        let texts: Vec<&'m Text<'a>> = material.texts().held().filter(tells).collect();
        let found = cores::flat_map(&texts, |text| {
            let text: &'m Text<'a> = text;
            text.reading.sentences.iter().flat_map(|sentence| labels.told_in(text, sentence)).collect::<Vec<_>>()
        });
        for (event, sentence) in found {
            if let Some(all) = told.sentences.get_mut(event) {
                all.push(sentence);
            }
        }
        told
    }

    /// The places that events are at and that the briefing lists, folded; states are none.
    fn known_places(&self) -> BTreeSet<String> {
        let meeting = self.material.briefing.meeting.iter();
        let listed = meeting.clone().flat_map(|meeting| &meeting.places).map(|place| place.name.as_str());
        let held = meeting.flat_map(|meeting| &meeting.chronology).map(|event| city(&event.place));
        let all = listed.chain(held).filter(|place| states_named(place).next().is_none());
        let all: BTreeSet<String> = all.map(fold).filter(|place| place.chars().count() > 2).collect();
        if all.len() > MANY { BTreeSet::new() } else { all }
    }

    fn each(&self) -> Vec<Finding> {
        let events = self.material.briefing.chronology().iter().zip(&self.sentences);
        events.filter_map(|(event, told)| day(self, event, told).or_else(|| place(self, event, told))).collect()
    }

    /// Whether a sentence about a text is told of another event better, on a day of that.
    fn is_of_another(&self, event: &Event, sentence: &Sentence<'m, 'a>) -> bool {
        let events = self.material.briefing.chronology().iter();
        events.zip(&self.sentences).any(|(other, sentences)| {
            let same = |told: &&Sentence<'m, 'a>| std::ptr::eq(told.text, sentence.text) && told.days == sentence.days;
            !std::ptr::eq(other, event)
                && sentences.iter().filter(same).any(|told| {
                    let (from, until) = of_event(other);
                    let as_well = told.words + usize::from(told.there) >= sentence.words + usize::from(sentence.there);
                    as_well && told.days.iter().any(|day| day.meets(from, until))
                })
        })
    }
}

/// What events are told by.
struct Labels<'t> {
    /// The events that are called by a stem.
    by_stem: AHashMap<&'t str, BTreeSet<usize>>,
    /// What the place of each is called, folded.
    called: Vec<Vec<String>>,
    /// The places that the briefing knows, folded.
    known: Vec<(String, Finder<'static>)>,
}

impl Labels<'_> {
    /// The events that a sentence of a text tells of, each with what it tells.
    fn told_in<'m, 'a>(&self, text: &'m Text<'a>, sentence: &Range<usize>) -> Vec<(usize, Sentence<'m, 'a>)> {
        let mut counts: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        for (_, word) in text.reading.words_between(sentence.clone()) {
            let Some(stem) = stem(word) else { continue };
            for event in self.by_stem.get(stem).into_iter().flatten() {
                counts.entry(*event).or_default().insert(stem);
            }
        }
        if counts.is_empty() {
            return Vec::new();
        }
        let written = fold(text.text.get(sentence.clone()).unwrap_or_default());
        let days = days(text, sentence);
        let is_there = |(_, place): &&(String, Finder<'_>)| place.find(written.as_bytes()).is_some();
        // What was before or after something was elsewhere.
        let beside = [Says::Before, Says::After].iter().any(|says| text.reading.sentence_says(sentence.start, *says));
        let known = self.known.iter().filter(|_| !beside);
        let places: BTreeSet<String> = known.filter(is_there).map(|(place, _)| place.clone()).collect();
        let told = |(event, words): (usize, BTreeSet<&str>)| {
            let names = self.called.get(event).into_iter().flatten();
            let there = names.clone().any(|name| written.contains(name.as_str()));
            (event, Sentence { text, words: words.len(), there, days: days.clone(), places: places.clone() })
        };
        counts.into_iter().map(told).collect()
    }
}

/// The days that a sentence of a text names, and that of the spell whose text it is.
fn days(text: &Text<'_>, sentence: &Range<usize>) -> Vec<Day> {
    let inside = |range: &Range<usize>| sentence.start <= range.start && range.end <= sentence.end;
    let mut days: Vec<Day> = Vec::new();
    for mention in text.reading.mentions.iter().filter(|mention| inside(&mention.range)) {
        match mention.what {
            What::Day(day) if day.month.is_some() => days.push(day),
            What::Span(from, until) => days.extend([from, until].into_iter().filter(|day| day.month.is_some())),
            _ => {}
        }
    }
    if let About::Spell(spell) = text.about
        && spell.from.precision() == Precision::Day
    {
        days.push(spell.from.into());
    }
    days
}

fn finding(event: &Event, title: crate::briefing::Message, detail: crate::briefing::Message) -> Finding {
    Finding::new(Outcome::Warn, Subject::Event(event.id.clone()), title, detail, event.citations.clone())
}

/// An event that nothing has on its day, and something on another some weeks away.
fn day<'m, 'a>(told: &Told<'m, 'a>, event: &Event, sentences: &[Sentence<'m, 'a>]) -> Option<Finding> {
    let (from, until) = of_event(event);
    let telling = |sentence: &&Sentence<'m, 'a>| {
        !sentence.days.is_empty() && sentence.words + usize::from(sentence.there) >= TELLING
    };
    if sentences.iter().any(|sentence| sentence.days.iter().any(|day| day.meets(from, until))) {
        return None;
    }
    // Nor where one counts from a day that it names to that of the event: `a week before 14 December`.
    let counts_to = |sentence: &Sentence<'m, 'a>| {
        let reading = &sentence.text.reading;
        let counted = |day: Day, place: usize| day.is_day() && is_counted(reading, place, day, &[from.into()]);
        reading.mentions.iter().any(|mention| mention.days().any(|day| counted(day, mention.range.start)))
    };
    if sentences.iter().any(counts_to) {
        return None;
    }
    let sentences: Vec<&Sentence<'m, 'a>> = sentences.iter().filter(telling).collect();
    let whole = |day: &Day| {
        let year = day.year.unwrap_or_else(|| from.year());
        let first = civil::Date::new(year, day.month?, day.day.unwrap_or(1)).ok()?;
        let last = if day.day.is_some() { first } else { first.last_of_month() };
        let apart = if last < from { (from - last).get_days() } else { (first - until).get_days() };
        (apart <= SLIP).then_some(first)
    };
    let (sentence, meant) = sentences.iter().find_map(|sentence| {
        let days: Option<Vec<civil::Date>> = sentence.days.iter().map(whole).collect();
        let meant = *days?.first()?;
        (!told.is_of_another(event, sentence)).then_some((sentence, meant))
    })?;
    let detail = message!(
        findings::event_day_told_other,
        event = event.label.clone(),
        date = event.from,
        meant = Date::day(meant),
        text = sentence.text.text.to_owned()
    );
    Some(finding(event, label!(findings::event_told), detail))
}

/// Whether a place is what the talks are called by, `the Beijing talks`: it says of nothing else that it was there.
fn is_what_it_is_called_by(material: &Material<'_>, text: &Text<'_>, place: &str) -> bool {
    let talks = |sign: &&Sign| sign.says == Says::Talks;
    text.named(Named::Place).filter(|name| fold(material.name(name.of)) == place).any(|name| {
        let mut signs = text.reading.signs.iter().filter(talks);
        signs.any(|sign| sign.range.start >= name.range.end && text.reading.apart(&name.range, &sign.range) == Some(0))
    })
}

/// An event that nothing has at its place, and something at another that the briefing knows.
fn place(told: &Told<'_, '_>, event: &Event, sentences: &[Sentence<'_, '_>]) -> Option<Finding> {
    if event.place.trim().is_empty() || states_named(&event.place).next().is_some() {
        return None;
    }
    if sentences.iter().any(|sentence| sentence.there) {
        return None;
    }
    let (from, until) = of_event(event);
    let own = fold(city(&event.place));
    let found = sentences.iter().find_map(|sentence| {
        let on_its_day = sentence.days.iter().any(|day| day.day.is_some() && day.meets(from, until));
        if sentence.words + usize::from(on_its_day) < TELLING || sentence.days.len() > TELLING {
            return None;
        }
        let names_another = |place: &&String| is_what_it_is_called_by(told.material, sentence.text, place);
        let mut others = sentence.places.iter().filter(|place| **place != own && !names_another(place));
        let other = others.next().filter(|_| others.next().is_none())?;
        // What is told of another event at that place as well, or on a day of it, is said of that one.
        let events = told.material.briefing.chronology().iter();
        let of_another = events.zip(&told.sentences).any(|(one, sentences)| {
            let same = |told: &&Sentence<'_, '_>| std::ptr::eq(told.text, sentence.text);
            let (begun, ended) = of_event(one);
            let is_its = |day: &Day| day.meets(begun, ended) && !day.meets(from, until);
            !std::ptr::eq(one, event)
                && fold(city(&one.place)) == *other
                && (sentences.iter().filter(same).any(|told| told.words >= sentence.words)
                    || sentence.days.iter().any(is_its))
        });
        (!of_another).then_some((sentence, other))
    });
    let (sentence, other) = found?;
    let said = sentence.text.text;
    let detail = message!(
        findings::event_place_told_other,
        event = event.label.clone(),
        place = event.place.clone(),
        other = other.clone(),
        text = said.to_owned()
    );
    Some(finding(event, label!(findings::event_told), detail).apart(&"place"))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::Event;

    fn after(key: &str, change: impl FnOnce(&mut Event)) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let chronology = &mut briefing.meeting.as_mut().expect("a meeting").chronology;
            change(chronology.iter_mut().find(|event| event.id.as_str() == key).expect(key));
        })
    }

    #[test]
    fn an_event_is_on_the_day_on_which_it_is_told() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        let moved = |key: &str, from: &str, until: Option<&str>| {
            after(key, |event| {
                event.from = from.parse().expect(from);
                event.until = until.map(|day| day.parse().expect(day));
            })
        };
        for (key, from, until) in [
            ("sco-summit", "2025-09-10", Some("2025-09-11")),
            ("sco-summit", "2025-07-28", Some("2025-07-29")),
            ("asean-meetings", "2025-07-01", Some("2025-07-02")),
            ("kremlin-talks", "2025-05-20", None),
        ] {
            assert_eq!(moved(key, from, until), ["Warn event-told"], "{key} {from}");
        }
        for (key, from, until) in [
            ("sco-summit", "2025-08", None),
            ("sco-summit", "2025-09-01", None),
            ("asean-meetings", "2025-07-09", Some("2025-07-11")),
        ] {
            assert_eq!(moved(key, from, until), [""; 0], "{key} {from}");
        }
    }

    #[test]
    fn a_sentence_may_count_to_the_day_of_an_event() {
        let told = |text: &str| {
            found_after(CHECKS, |briefing| {
                let of = |claim: &&mut crate::briefing::Claim| claim.id.as_str() == "summit-first";
                let claim = briefing.claims.claims.iter_mut().find(of).expect("a claim");
                text.clone_into(&mut claim.reason);
                let chronology = &mut briefing.meeting.as_mut().expect("a meeting").chronology;
                let event = chronology.iter_mut().find(|event| event.id.as_str() == "kremlin-talks").expect("talks");
                event.from = "2025-05-20".parse().expect("a day");
            })
        };
        for (right, wrong) in [
            ("27 May 2025 was a week after the Kremlin talks, Moscow.", "27 May 2025 saw the Kremlin talks, Moscow."),
            ("El 27 de mayo de 2025, una semana después del Kremlin y los talks de Moscow.", "El 27 de mayo de 2025."),
        ] {
            assert_eq!(told(right), [""; 0], "{right}");
            assert_eq!(told(wrong), ["Warn event-told"], "{wrong}");
        }
    }

    #[test]
    fn an_event_is_where_it_is_told_to_be() {
        let at = |key: &str, place: &str| after(key, |event| place.clone_into(&mut event.place));
        for (key, place) in [("sco-summit", "Qingdao"), ("sco-foreign-ministers", "Xi’an")] {
            assert_eq!(at(key, place), ["Warn event-told"], "{key} {place}");
        }
        for (key, place) in [("sco-summit", "Tianjin, Meijiang"), ("kremlin-talks", "Kremlin, Moscow")] {
            assert_eq!(at(key, place), [""; 0], "{key} {place}");
        }
    }
}
