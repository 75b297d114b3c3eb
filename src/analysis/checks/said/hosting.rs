//! Which state was the host of an event, as a text says it, against the city in which that was.

use std::collections::BTreeSet;

use super::super::reference::code_of;
use super::super::texts::About;
use super::super::{Check, Finding, Material, Needs};
use super::places::summit;
use super::{Passage, each_told};
use crate::analysis::cities::cities_named;
use crate::analysis::reading::{Named, Says};
use crate::analysis::reference::states_named;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "host-of-event",
    needs: Needs::Meeting,
    holds: label!(checks::host_of_event),
    run: |material| {
        let occasions = Occasions::of(material);
        each_told(material, |passage| of_passage(material, &occasions, passage))
    },
}];

/// What is hosted: what it is called, in which states it was, and in which year.
struct Occasion {
    called: String,
    place: String,
    homes: BTreeSet<&'static str>,
    year: i16,
}

/// The only summit, and the meeting itself.
struct Occasions {
    summit: Option<Occasion>,
    talks: Option<Occasion>,
}

impl Occasions {
    fn of(material: &Material<'_>) -> Self {
        let homes = |place: &str| {
            let place = place.split([',', ';']).next().unwrap_or(place).trim();
            let cities = cities_named(place).iter().map(|city| city.state);
            states_named(place).chain(cities).collect::<BTreeSet<_>>()
        };
        let summit = summit(material).map(|event| Occasion {
            called: event.label.clone(),
            place: event.place.clone(),
            homes: homes(&event.place),
            year: event.from.first_day().year(),
        });
        let talks = material.briefing.meeting.as_ref().map(|meeting| Occasion {
            called: meeting.headline.text.clone(),
            place: meeting.place.clone(),
            homes: meeting.cities().flat_map(homes).collect(),
            year: meeting.date.first_day().year(),
        });
        let known = |occasion: &Occasion| !occasion.homes.is_empty();
        Self { summit: summit.filter(known), talks: talks.filter(known) }
    }
}

fn of_passage(material: &Material<'_>, occasions: &Occasions, passage: &Passage<'_, '_>) -> Option<Finding> {
    /// So many words stand between a state and that it was the host.
    const NEAR: usize = 5;
    if matches!(passage.text.about, About::Person(_)) {
        return None;
    }
    let sign = passage.signs_of(&[Says::Hosts]).next()?;
    let occasion = if passage.says(Says::Summit) {
        occasions.summit.as_ref()
    } else if passage.says(Says::Talks) {
        occasions.talks.as_ref()
    } else {
        None
    }?;
    if passage.all_years().iter().any(|year| *year != occasion.year) || passage.says(Says::Ordinal(2)) {
        return None;
    }
    // One state alone: of several one is the host and the others are guests.
    let mut named = passage.names.iter().filter(|name| name.kind != Named::Topic && code_of(material, name).is_some());
    let state = named.next().filter(|_| named.next().is_none())?;
    let owns = passage.text.text[state.range.end..].starts_with(['’', '\'']);
    let near = passage.apart(&state.range, &sign.range).is_some_and(|words| words <= NEAR);
    let person = passage.names.iter().any(|name| name.kind == Named::Person);
    if owns || !near || person || occasion.homes.contains(code_of(material, state)?) {
        return None;
    }
    let said = passage.part(&state.range);
    let title = message!(findings::host_of_event, said = said.clone());
    let detail = message!(
        findings::place_of_event_other,
        said = said.clone(),
        event = occasion.called.clone(),
        place = occasion.place.clone(),
        text = passage.text.text.to_owned()
    );
    Some(passage.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn the_host_is_the_state_where_it_was() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for text in [
            "India was the host of the summit.",
            "The talks, for which Mongolia played host, went on.",
            "Хозяином саммита была Индия.",
            "L’Inde, hôte du sommet, les attendait.",
            "Gastgeber des Gipfels war Indien.",
            "印度是峰会的东道国。",
        ] {
            assert_eq!(reason_after(CHECKS, "summit-first", text), ["Warn host-of-event"], "{text}");
        }
        for text in [
            "China was the host of the summit.",
            "Kazakhstan had been the host of the summit of 2024.",
            "China hosted the leaders of India at the summit.",
            "India’s leader was hosted at the summit.",
            "India was not the host of the summit.",
            "India was the host of a cricket match.",
        ] {
            assert_eq!(reason_after(CHECKS, "summit-first", text), [""; 0], "{text}");
        }
    }
}
