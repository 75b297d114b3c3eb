//! Where something was: the city in which a text puts it, by its days or as what it was, against the event’s.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

use ahash::AHashSet;
use jiff::civil;

use super::super::days_said::of_event;
use super::super::reference::code_of;
use super::super::states_said::cities_within;
use super::super::texts::{About, TOGETHER, Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, is_disputed};
use crate::analysis::cities::{City, cities_named};
use crate::analysis::fold::known_by;
use crate::analysis::reading::{Day, Name, Named, Says, Sign, What};
use crate::analysis::reference::states_named;
use crate::briefing::{Event, Key, Precision};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "place-of-event",
    needs: Needs::Meeting,
    holds: label!(checks::place_of_event),
    run: |material| {
        let (summit, met) = (summit(material), OnceLock::new());
        each_held(material, |_, text| of_text(material, summit, &met, text))
    },
}];

/// Who was where by what events are called, put together once it is asked for.
struct Met<'m>(AHashSet<(Where, &'m Key)>);

/// A city by its state and what it is called first, or a state by its code.
type Where = (&'static str, Option<&'static str>);

impl<'m> Met<'m> {
    fn of(material: &'m Material<'_>) -> Self {
        let mut met = AHashSet::new();
        for (number, event) in material.briefing.chronology().iter().enumerate() {
            let Some(label) = material.texts().label(number) else { continue };
            let cities = cities_named(&event.place).iter().map(Self::city);
            let places: Vec<Where> = cities.chain(states_named(&event.place).map(|code| (code, None))).collect();
            for person in label.named(Named::Person) {
                met.extend(places.iter().map(|place| (*place, person.of)));
            }
        }
        Self(met)
    }

    fn city(city: &City) -> Where {
        (city.state, city.names().next())
    }

    /// Whether somebody was in a city, or in its state.
    fn was_in(&self, person: &Key, city: &City) -> bool {
        self.0.contains(&(Self::city(city), person)) || self.0.contains(&((city.state, None), person))
    }
}

/// So many words stand between what an event was and its city.
const NEAR: usize = 3;

/// The only event that is a summit, where there is one.
pub(super) fn summit<'a>(material: &Material<'a>) -> Option<&'a Event> {
    let is_summit = |number: &usize| {
        let label = material.texts().label(*number);
        label.is_some_and(|label| label.reading.signs.iter().any(|sign| sign.says == Says::Summit))
    };
    let chronology = material.briefing.chronology();
    let mut all = (0..chronology.len()).filter(is_summit);
    let only = all.next().filter(|_| all.next().is_none())?;
    chronology.get(only)
}

/// The events that are read from the same sentences as a text, by their numbers.
pub(super) fn read_at(material: &Material<'_>, text: &Text<'_>) -> BTreeSet<usize> {
    text.locators(material.briefing).take(TOGETHER).flat_map(|at| material.events_at(at)).copied().collect()
}

/// The events that a text can speak of: those that are read from the same sentences, or from a source of it.
fn events<'a>(material: &Material<'a>, text: &Text<'_>) -> Vec<&'a Event> {
    let briefing = material.briefing;
    let mut numbers = read_at(material, text);
    let mut add = |source: &str| numbers.extend(material.events_from(source));
    match (text.field.strip_prefix("evidence:"), text.about) {
        (Some(key), _) => add(key),
        (None, About::Claim(claim) | About::ClaimInShort(claim)) => {
            claim.evidence.iter().take(TOGETHER).for_each(|evidence| add(evidence.source.as_str()));
        }
        (None, About::Account | About::Spell(_) | About::Milestone(_) | About::Observation(_)) => {
            let cited = text.citations.iter().filter(|citation| !briefing.is_document(citation));
            cited.take(TOGETHER).for_each(|citation| add(citation.source.as_str()));
        }
        _ => {}
    }
    numbers
        .into_iter()
        .filter_map(|number| briefing.chronology().get(number))
        .filter(|event| event.from.precision() != Precision::Year && !event.place.trim().is_empty())
        .take(TOGETHER)
        .collect()
}

/// Whether an event is known to the day, and where it was.
fn is_placed(event: &Event) -> bool {
    event.from.precision() == Precision::Day && !event.place.trim().is_empty()
}

/// Whether a place can be one of some cities: the city itself, or the state that it lies in.
fn is_in(place: &str, cities: &[City]) -> bool {
    let own = known_by(place);
    cities.iter().any(|city| city.names().any(|name| known_by(name) == own))
        || states_named(place).any(|code| cities.iter().any(|city| city.state == code))
}

fn of_text<'m>(
    material: &'m Material<'_>,
    summit: Option<&Event>,
    met: &OnceLock<Met<'m>>,
    text: &Text<'_>,
) -> Option<Finding> {
    let told = |about: About<'_>| {
        let apart = matches!(about, About::Spell(_) | About::Milestone(_) | About::Observation(_));
        apart || matches!(about, About::Account | About::Meeting | About::Sentence(_))
    };
    let tells = text.claim().is_some() || told(text.about);
    let has_day = || text.reading.days().any(|day| day.month.is_some());
    let meets = |says: Says| matches!(says, Says::Summit | Says::Meets | Says::Talks);
    let has_meeting = || text.reading.signs.iter().any(|sign| meets(sign.says));
    if !tells || !has_day() && !has_meeting() || is_disputed(material, text) {
        return None;
    }
    let related = events(material, text);
    // `not in Beijing but in Tianjin`.
    let told = |passage: &Passage<'_, '_>| !passage.says_any(&[Says::Not, Says::Never]);
    Passage::all(text).filter(told).find_map(|passage| {
        let of_day = || by_day(material, &passage, &related);
        let of_name = || by_name(material, &passage, summit, &related);
        of_day().or_else(of_name).or_else(|| by_meeting(material, &passage, &related, met))
    })
}

/// `The ministers met in Moscow`: whoever met did so where the events are that a claim is read from, and nowhere else.
fn by_meeting<'m>(
    material: &'m Material<'_>,
    passage: &Passage<'_, '_>,
    related: &[&Event],
    met: &OnceLock<Met<'m>>,
) -> Option<Finding> {
    /// So many words stand between those who met and where.
    const APART: usize = 5;
    let briefing = material.briefing;
    let text = passage.text;
    text.claim()?;
    let other_times = |says: Says| {
        matches!(
            says,
            Says::Before | Says::After | Says::Then | Says::DaysOff(_) | Says::Not | Says::Never | Says::Wish
        )
    };
    let sign = passage.signs_of(&[Says::Meets, Says::Talks]).next()?;
    if passage.signs.iter().any(|sign| other_times(sign.says)) {
        return None;
    }
    let own = read_at(material, text).into_iter().filter_map(|number| briefing.chronology().get(number));
    let own: Vec<&Event> = own.filter(|event| is_placed(event)).collect();
    let event = *own.first()?;
    let cities = cities_within(text, passage.range.clone());
    let [(range, here)] = &cities[..] else { return None };
    let near = passage.apart(&sign.range, range).is_some_and(|words| words <= APART);
    let led = text.reading.is_led_in(range.start) || text.text[..range.start].ends_with(['在', '於', '于']);
    let led = led && passage.is_place(range, here);
    // Another day or year than that of the events is that of something else.
    let of_events = |day: Day| {
        own.iter().any(|event| {
            let (from, until) = of_event(event);
            day.meets(from, until)
        })
    };
    let other_day =
        passage.mentions.iter().flat_map(crate::analysis::reading::Mention::days).any(|day| !of_events(day));
    let known = |event: &&Event| {
        is_in(&event.place, here)
            || cities_named(&event.place).is_empty() && states_named(&event.place).next().is_none()
    };
    // `the Beijing talks` are the meeting itself, whatever a claim is about.
    let names_meeting = || {
        let directly = |sign: &&Sign| sign.range.start >= range.end && passage.apart(range, &sign.range) == Some(0);
        let of_meeting = || briefing.meeting.as_ref().is_some_and(|own| own.cities().any(|city| is_in(city, here)));
        passage.signs_of(&[Says::Talks, Says::Summit]).any(|sign| directly(&sign)) && of_meeting()
    };
    if !near || !led || other_day || names_meeting() || own.iter().chain(related).any(known) {
        return None;
    }
    // Whoever is named may have met there at another time.
    let mut people = passage.names.iter().filter(|name| name.kind == Named::Person);
    let met = || met.get_or_init(|| Met::of(material));
    let met_there = people.any(|name| here.iter().any(|city| met().was_in(name.of, city)));
    (!met_there).then(|| finding(material, passage, range, event))
}

/// `The council met in Tianjin on 15 July`: an event of those days, in another city.
fn by_day(material: &Material<'_>, passage: &Passage<'_, '_>, related: &[&Event]) -> Option<Finding> {
    let ends: Vec<(Day, Day)> = passage
        .mentions
        .iter()
        .filter_map(|mention| match mention.what {
            What::Day(day) if day.is_day() || day.month.is_some() && day.year.is_some() => Some((day, day)),
            What::Span(from, until) if from.is_day() && until.is_day() => Some((from, until)),
            _ => None,
        })
        .collect();
    let (first, last) = (ends.first()?.0, ends.last()?.1);
    let on = |day: Day, date: civil::Date| day.meets(date, date);
    let read_here = read_at(material, passage.text);
    let is_read_here = |event: &Event| {
        let mut all = read_here.iter().filter_map(|number| material.briefing.chronology().get(*number));
        all.any(|own| own.id == event.id)
    };
    // All days of the sentence are the event’s: one of them, or its first and its last.
    let is_of = |event: &&&Event| {
        let (from, until) = of_event(event);
        // Of an event that is known to the month alone a text says no more, where it is read with it.
        if event.from.precision() == Precision::Month {
            return first == last && !first.is_day() && first.meets(from, until) && is_read_here(event);
        }
        let days = first.is_day() && last.is_day();
        let one = first == last && from == until && on(first, from);
        days && (one || first != last && on(first, from) && on(last, until))
    };
    let meant: Vec<&&Event> = related.iter().filter(is_of).collect();
    let event = meant.first()?;
    // `on 8 May, nine weeks before those in Beijing`: the place of something else.
    let counted =
        |place: &Range<usize>| passage.signs_of(&[Says::Before, Says::After]).any(|sign| sign.range.start < place.end);
    let cities = cities_within(passage.text, passage.range.clone());
    if let (true, Some(state)) = (cities.is_empty() && first.is_day(), in_state(passage)) {
        let code = code_of(material, state)?;
        let elsewhere = meant.iter().all(|event| homes(&event.place).is_some_and(|homes| !homes.contains(code)));
        return (elsewhere && !counted(&state.range)).then(|| finding(material, passage, &state.range, event));
    }
    let [(range, here)] = &cities[..] else { return None };
    // A month has room for much: only what is said to have been in a city then.
    let is_state = passage.states().any(|name| name.range.start < range.end && range.start < name.range.end);
    let led = passage.text.reading.is_led_in(range.start) || passage.language() == "zh";
    // What is called as a state is, as Kuwait, may be the state: it is a city where something is said to have been in it.
    let unled = is_state && !passage.text.reading.is_led_in(range.start);
    if unled || !passage.is_place(range, here) || !first.is_day() && (is_state || !led) {
        return None;
    }
    if counted(range) || meant.iter().any(|event| is_in(&event.place, here)) || cities_named(&event.place).is_empty() {
        return None;
    }
    Some(finding(material, passage, range, event))
}

/// The only state of a sentence, where something is said to have been held in it.
fn in_state<'t, 'a>(passage: &Passage<'t, 'a>) -> Option<&'t Name<'a>> {
    let held = [Says::Meets, Says::Talks, Says::Summit, Says::Held, Says::TookPlace, Says::Signed];
    let mut places = passage.names.iter().filter(|name| matches!(name.kind, Named::State | Named::Place));
    let state = places.next().filter(|state| state.kind == Named::State && places.next().is_none())?;
    let led = passage.near_before(&state.range, &[Says::In], 0)
        || passage.text.text[..state.range.start].ends_with(['在', '於', '于']);
    (led && passage.says_any(&held)).then_some(state)
}

/// The states that a place is, or lies in; none where it is not known.
fn homes(place: &str) -> Option<BTreeSet<&'static str>> {
    let cities = cities_named(place).iter().map(|city| city.state);
    let all: BTreeSet<&'static str> = states_named(place).chain(cities).collect();
    Some(all).filter(|all| !all.is_empty())
}

/// `the Tianjin summit`, where the only summit that is meant was in another city.
fn by_name(
    material: &Material<'_>,
    passage: &Passage<'_, '_>,
    summit: Option<&Event>,
    related: &[&Event],
) -> Option<Finding> {
    let event = summit?;
    let year = event.from.first_day().year();
    let is_related = related.iter().any(|own| own.id == event.id) || matches!(passage.text.about, About::Meeting);
    if !is_related || passage.all_years().iter().any(|own| *own != year) {
        return None;
    }
    let sign = passage.signs_of(&[Says::Summit]).next()?;
    let cities = cities_within(passage.text, passage.range.clone());
    let near = |(range, _): &&(Range<usize>, &[City])| {
        passage.apart(range, &sign.range).is_some_and(|words| {
            let before = range.end <= sign.range.start;
            words <= if before { 0 } else { NEAR }
        })
    };
    let (range, here) = cities.iter().find(near)?;
    // Between the two stands nothing that begins something else.
    let between = if range.end <= sign.range.start { range.end..sign.range.start } else { sign.range.end..range.start };
    let parted = passage.text.reading.parts_clauses(between.clone())
        || passage
            .names
            .iter()
            .any(|name| between.contains(&name.range.start) && between.contains(&(name.range.end - 1)));
    if parted || is_in(&event.place, here) || cities_named(&event.place).is_empty() {
        return None;
    }
    Some(finding(material, passage, range, event))
}

fn finding(material: &Material<'_>, passage: &Passage<'_, '_>, range: &Range<usize>, event: &Event) -> Finding {
    let said = passage.part(range);
    let title = message!(findings::place_of_event, said = said.clone());
    let detail = message!(
        findings::place_of_event_other,
        said = said.clone(),
        event = event.label.clone(),
        place = event.place.clone(),
        text = passage.text.text.to_owned()
    );
    passage.finding(material, &said, title, detail)
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn a_capital_that_acts_is_a_government() {
        for text in [
            "On 13 July 2025 Moscow said that the talks had been useful.",
            "Lavrov met Wang on 13 July 2025, Moscow confirmed.",
            "Am 13. Juli 2025 lehnte Moskau das ab.",
            "Le 13 juillet 2025, Moscou a répondu.",
            "El 13 de julio de 2025 Moscú respondió.",
            "13 июля 2025 года Москва заявила об этом.",
            "2025年7月13日，莫斯科方面宣布了结果。",
            "في 13 يوليو 2025 قالت موسكو ذلك.",
            "The ministers met on 13 July 2025, not in Moscow but in Beijing.",
        ] {
            assert_eq!(reason_after(CHECKS, "meeting-in-beijing", text), [""; 0], "{text}");
        }
        for text in [
            "On 13 July 2025 they met in Moscow.",
            "Am 13. Juli 2025 trafen sie sich in Moskau.",
            "Le 13 juillet 2025, ils se sont vus à Moscou.",
            "13 июля 2025 года они встретились в Москве.",
        ] {
            assert_eq!(reason_after(CHECKS, "meeting-in-beijing", text), ["Warn place-of-event"], "{text}");
        }
    }

    #[test]
    fn an_event_was_where_it_was() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (id, right, wrong) in [
            (
                "council-in-tianjin",
                "The council met in Tianjin on 15 July 2025.",
                "The council met in Shanghai on 15 July 2025.",
            ),
            (
                "summit-first",
                "Саммит прошёл в Тяньцзине с 31 августа по 1 сентября 2025 года.",
                "Саммит прошёл в Пекине с 31 августа по 1 сентября 2025 года.",
            ),
            (
                "meeting-in-beijing",
                "Lavrov y Wang se reunieron en Pekín el 13 de julio de 2025.",
                "Lavrov y Wang se reunieron en Shanghái el 13 de julio de 2025.",
            ),
            (
                "council-in-tianjin",
                "The council met in Tianjin on 15 July 2025, two days after the talks.",
                "The council met in Shanghai on 15 July 2025, two days after the talks.",
            ),
            (
                "meeting-in-beijing",
                "Встреча прошла 13 июля 2025 года в Пекине.",
                "Встреча прошла 13 июля 2025 года в Шанхае.",
            ),
            ("summit-first", "It was to prepare the Tianjin summit.", "It was to prepare the Bishkek summit."),
            ("council-in-tianjin", "The ministers met in Tianjin.", "The ministers met in Beijing."),
            (
                "council-in-tianjin",
                "The council met in China on 15 July 2025.",
                "The council met in Kazakhstan on 15 July 2025.",
            ),
            (
                "council-in-tianjin",
                "Совет состоялся в Китае 15 июля 2025 года.",
                "Совет состоялся в Казахстане 15 июля 2025 года.",
            ),
            (
                "council-in-tianjin",
                "Le conseil s’est réuni en Chine le 15 juillet 2025.",
                "Le conseil s’est réuni en Inde le 15 juillet 2025.",
            ),
            (
                "council-in-tianjin",
                "El consejo se reunió en China el 15 de julio de 2025.",
                "El consejo se reunió en India el 15 de julio de 2025.",
            ),
            (
                "council-in-tianjin",
                "Der Rat tagte in China am 15. Juli 2025.",
                "Der Rat tagte in Indien am 15. Juli 2025.",
            ),
            ("council-in-tianjin", "2025年7月15日外长会在中国举行。", "2025年7月15日外长会在印度举行。"),
            ("council-in-tianjin", "Министры встретились в Тяньцзине.", "Министры встретились в Пекине."),
            (
                "council-in-tianjin",
                "Die Außenminister trafen sich in Tianjin.",
                "Die Außenminister trafen sich in Peking.",
            ),
            ("council-in-tianjin", "Les ministres se sont réunis à Tianjin.", "Les ministres se sont réunis à Moscou."),
            ("council-in-tianjin", "Los ministros se reunieron en Tianjin.", "Los ministros se reunieron en Moscú."),
            ("council-in-tianjin", "外长会在天津举行。", "外长会在北京举行。"),
            ("council-in-tianjin", "اجتمع الوزراء في تيانجين.", "اجتمع الوزراء في موسكو."),
            ("summit-first", "Der Gipfel in Tianjin folgte.", "Der Gipfel in Bischkek folgte."),
        ] {
            assert_eq!(reason_after(CHECKS, id, right), [""; 0], "{right}");
            assert_eq!(reason_after(CHECKS, id, wrong), ["Warn place-of-event"], "{wrong}");
        }
        for text in [
            "The council met in Tianjin on 15 July 2025, as was told in Moscow.",
            "The Astana summit of 2024 had been the one before.",
            "On 15 July 2025 China was host.",
            "Lavrov and Wang had met in Beijing.",
            "The council met after the Beijing talks.",
            "He had left on the very day of the Beijing talks.",
            "Two days before, the ministers had met in Beijing.",
            "The ministers had met in Astana in 2024.",
            "Kuwait and China spoke at the council on 15 July 2025.",
            "Кувейт и Китай выступили на совете 15 июля 2025 года.",
        ] {
            assert_eq!(reason_after(CHECKS, "council-in-tianjin", text), [""; 0], "{text}");
        }
    }
}
