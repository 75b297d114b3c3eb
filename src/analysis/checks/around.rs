//! The meeting against its own event and against what came before and after: its last day, its further cities, the part
//! that each place played.

use std::collections::{BTreeSet, HashMap};

use jiff::civil;

use super::texts::About;
use super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::analysis::fold::{fold, words};
use crate::analysis::reading::Named;
use crate::briefing::{Date, Event, Key, Meeting, Place};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check { key: "meeting-days", needs: Needs::Meeting, holds: label!(checks::meeting_days), run: last_day },
    Check { key: "meeting-cities", needs: Needs::Meeting, holds: label!(checks::meeting_cities), run: cities },
    Check { key: "place-part", needs: Needs::Meeting, holds: label!(checks::place_part), run: parts },
];

/// What a part is called that came later than the meeting, or before it, folded, in the languages that texts are read in.
const AFTER: &[&str] = &[
    "next",
    "later",
    "after",
    "then",
    "afterwards",
    "далее",
    "затем",
    "потом",
    "следующее",
    "之后",
    "下一站",
    "随后",
    "ensuite",
    "apres",
    "despues",
    "luego",
    "danach",
    "nachste",
    "nachher",
    "التالي",
    "لاحقا",
];
const BEFORE: &[&str] = &[
    "before",
    "earlier",
    "previous",
    "previously",
    "ранее",
    "прежде",
    "раньше",
    "此前",
    "之前",
    "avant",
    "auparavant",
    "antes",
    "vorher",
    "zuvor",
    "سابقا",
];

/// The event that is the meeting itself.
fn own_event(meeting: &Meeting) -> Option<&Event> {
    meeting.chronology.iter().find(|event| meeting.is(event))
}

const fn last(from: Date, until: Option<Date>) -> Date {
    match until {
        Some(until) => until,
        None => from,
    }
}

/// A meeting that ended on another day than its own event.
fn last_day(material: &Material<'_>) -> Vec<Finding> {
    let one = |meeting: &Meeting| {
        let event = own_event(meeting)?;
        let (own, of_event) = (last(meeting.date, meeting.until), last(event.from, event.until));
        let meet = own.first_day() <= of_event.last_day() && of_event.first_day() <= own.last_day();
        // An event that began on another day is told of by itself.
        let same_start =
            meeting.date.first_day() <= event.from.last_day() && event.from.first_day() <= meeting.date.last_day();
        (!meet && same_start).then(|| {
            let detail =
                message!(findings::meeting_days_other, until = own, event = event.label.clone(), of_event = of_event);
            let title = label!(findings::meeting_days);
            Finding::new(Outcome::Warn, Subject::Event(event.id.clone()), title, detail, event.citations.clone())
        })
    };
    material.briefing.meeting.iter().filter_map(one).collect()
}

/// Further cities that nothing about the meeting names.
fn cities(material: &Material<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let Some(meeting) = &briefing.meeting else { return Vec::new() };
    let Some(event) = own_event(meeting).filter(|_| !meeting.further_places.is_empty()) else { return Vec::new() };
    let sentences: BTreeSet<_> = briefing.locators(&meeting.citations).collect();
    let about = material.texts().all.iter().filter(|text| match text.about {
        About::Meeting => true,
        About::Event(own) => own.id == event.id,
        About::Sentence(sentence) => sentences.contains(&sentence.at),
        _ => false,
    });
    let about: Vec<String> = about.map(|text| fold(text.text)).collect();
    // Where the city itself stands in no text about it, they are in another language.
    let stands = |city: &str| about.iter().any(|text| text.contains(&fold(city)));
    if !stands(&meeting.place) {
        return Vec::new();
    }
    let finding = |city: &String| {
        let detail =
            message!(findings::meeting_cities_other, city = city, event = event.label.clone(), place = &event.place);
        let title = label!(findings::meeting_cities);
        Finding::new(Outcome::Warn, Subject::Event(event.id.clone()), title, detail, meeting.citations.clone())
            .apart(&fold(city))
    };
    // A summit is told of by where its leaders met, however many cities it was held in; what happened there is told too.
    let elsewhere = |city: &&String| !stands(city) && fold(city) != fold(&meeting.place);
    meeting.further_places.iter().filter(elsewhere).map(finding).collect()
}

/// When a part lies, by its name.
fn when(part: &str) -> Option<bool> {
    words(&fold(part))
        .find_map(|word| if AFTER.contains(&word) { Some(true) } else { BEFORE.contains(&word).then_some(false) })
}

/// Places whose part says before or after, where what happened there says otherwise.
fn parts(material: &Material<'_>) -> Vec<Finding> {
    let Some(meeting) = &material.briefing.meeting else { return Vec::new() };
    let (first, end) = (meeting.date.first_day(), last(meeting.date, meeting.until).last_day());
    let mut happened: HashMap<&Key, (bool, bool)> = HashMap::new();
    for text in &material.texts().all {
        let About::Event(event) = text.about else { continue };
        if meeting.is(event) {
            continue;
        }
        let (from, until): (civil::Date, civil::Date) =
            (event.from.first_day(), last(event.from, event.until).last_day());
        for name in text.named(Named::Place) {
            let (before, after) = happened.entry(name.of).or_default();
            *before |= from < first;
            *after |= until > end;
        }
    }
    let cities: BTreeSet<String> = meeting.cities().map(fold).collect();
    let wrong = |place: &&Place| {
        let Some(after) = when(&place.part) else { return false };
        let there = happened.get(&place.id);
        let is_own = cities.contains(&fold(&place.name));
        // Whoever meets in a city can have been there before, or come back.
        let (was, will) = there.copied().unwrap_or_default();
        let other = if after { was && !will } else { will && !was };
        other || is_own && there.is_none()
    };
    let finding = |place: &Place| {
        let detail = message!(findings::place_part_other, place = &place.name, part = &place.part);
        let subject = Subject::Named(place.id.clone());
        Finding::new(Outcome::Warn, subject, label!(findings::place_part), detail, place.citations.clone())
            .caused_by(&"")
    };
    meeting.places.iter().filter(wrong).map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::{Briefing, Date, Meeting};

    fn after(change: impl FnOnce(&mut Meeting)) -> Vec<String> {
        found_after(CHECKS, |briefing: &mut Briefing| change(briefing.meeting.as_mut().expect("a meeting")))
    }

    fn date(text: &str) -> Date {
        text.parse().expect(text)
    }

    #[test]
    fn a_meeting_ends_as_its_event_does() {
        assert_eq!(after(|_| ()), [""; 0]);
        for until in ["2025-07-14", "2025-07-15", "2025-08-13"] {
            assert_eq!(after(|meeting| meeting.until = Some(date(until))), ["Warn meeting-days"], "{until}");
        }
        assert_eq!(after(|meeting| meeting.chronology[3].until = Some(date("2025-07-14"))), ["Warn meeting-days"]);
        let both = after(|meeting| {
            meeting.until = Some(date("2025-07-14"));
            meeting.chronology[3].until = Some(date("2025-07-14"));
        });
        assert_eq!(both, [""; 0]);
        assert_eq!(after(|meeting| meeting.until = Some(date("2025-07"))), [""; 0], "a month holds the day");
    }

    #[test]
    fn a_further_city_is_named_where_the_meeting_is() {
        let further = |city: &str| after(|meeting| meeting.further_places = vec![city.to_owned()]);
        for city in ["Moscow", "Shanghai"] {
            assert_eq!(further(city), ["Warn meeting-cities"], "{city}");
        }
        let both = after(|meeting| {
            meeting.further_places = vec!["Shanghai".to_owned()];
            meeting.chronology[3].place = "Beijing and Shanghai".to_owned();
        });
        assert_eq!(both, [""; 0]);
    }

    #[test]
    fn a_place_came_before_or_after_as_its_part_says() {
        let exchanged = |a: usize, b: usize| {
            after(|meeting| {
                let part = meeting.places[a].part.clone();
                meeting.places[a].part = std::mem::replace(&mut meeting.places[b].part, part);
            })
        };
        assert!(!exchanged(0, 1).is_empty(), "Beijing and Tianjin");
        assert!(!exchanged(1, 2).is_empty(), "Tianjin and North Korea");
        assert!(!exchanged(1, 3).is_empty(), "Tianjin and Moscow");
        assert_eq!(after(|meeting| meeting.places[1].part = "Where the council met".to_owned()), [""; 0]);
        assert_eq!(after(|meeting| meeting.places[4].part = "Before".to_owned()), [""; 0], "nothing is told of it");
    }
}
