//! At what level people met, and how: leaders, ministers or experts, in one room, by video or by telephone.

use std::ops::Range;

use super::super::days_said::of_event;
use super::super::hosts::about_meeting;
use super::super::texts::{About, Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use super::places::summit;
use crate::analysis::reading::{Mention, Named, Office, Reading, Says, Sign, language};
use crate::briefing::{Meeting, MeetingForm, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "level-in-text",
    needs: Needs::Meeting,
    holds: label!(checks::level_in_text),
    run: |material| {
        let Some(meeting) = material.briefing.meeting.as_ref() else { return Vec::new() };
        let own = of_people(meeting);
        each_held(material, |material, text| {
            let headline = || of_headline(material, own.as_deref(), text);
            let label = || of_summit(material, text);
            of_city(material, text).or_else(label).or_else(headline).or_else(|| form(material, meeting, text))
        })
    },
}];

/// The offices that a text names, and of what level those are who hold none.
pub(super) fn levels(reading: &Reading<'_>) -> Vec<(Range<usize>, Office)> {
    let of = |sign: &Sign| {
        let office = match sign.says {
            Says::Leaders => Office::Leader,
            Says::Experts => Office::Expert,
            Says::Envoys => Office::Envoy,
            _ => return None,
        };
        Some((sign.range.clone(), office))
    };
    let offices = reading.offices().into_iter().filter(|(_, office)| *office != Office::Other);
    let mut found: Vec<(Range<usize>, Office)> = offices.chain(reading.signs.iter().filter_map(of)).collect();
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// What all who are named with the meeting are; none where it is not known of one of them.
fn of_people(meeting: &Meeting) -> Option<Vec<Office>> {
    let of = |office: &str| {
        let own = levels(&Reading::of(office, language([office])));
        own.first().map(|(_, office)| *office)
    };
    let all = meeting.people.iter().map(|person| of(&person.office)).collect::<Option<Vec<_>>>()?;
    Some(all).filter(|all| !all.is_empty())
}

fn finding(material: &Material<'_>, passage: &Passage<'_, '_>, range: &Range<usize>, known: Vec<String>) -> Finding {
    let said = passage.part(range);
    let title = message!(findings::level_in_text, said = said.clone());
    let known = Value::list(known.into_iter().take(4));
    let detail =
        message!(findings::level_other, said = said.clone(), known = known, text = passage.text.text.to_owned());
    passage.finding(material, &said, title, detail)
}

/// The only level that a sentence names, where somebody meets and nobody is named.
fn only(passage: &Passage<'_, '_>, all: &[(Range<usize>, Office)]) -> Option<(Range<usize>, Office)> {
    let mut here = all.iter().filter(|(range, _)| passage.range.contains(&range.start));
    let only = here.next().filter(|_| here.next().is_none())?;
    let named = passage.names.iter().any(|name| name.kind == Named::Person);
    (!named && !passage.is_open()).then(|| only.clone())
}

/// `The defence ministers convened in Tianjin`, where the foreign ministers and the leaders did.
fn of_city(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let tells = text.is_of_document() || matches!(text.about, About::Meeting | About::Account);
    let all = tells.then(|| levels(&text.reading)).filter(|all| !all.is_empty())?;
    let chronology = material.briefing.chronology();
    Passage::all(text).find_map(|passage| {
        let (range, office) = only(&passage, &all)?;
        if !passage.says_any(&[Says::Meets, Says::Talks, Says::Summit, Says::Held]) {
            return None;
        }
        let mut places = passage.names.iter().filter(|name| name.kind == Named::Place);
        let place = places.next().filter(|_| places.next().is_none())?;
        let events = material.events_in(material.name(place.of));
        // Of another day or year it may be something else.
        let other_day = passage.mentions.iter().flat_map(Mention::days).any(|day| {
            let mut all = events.iter().filter_map(|number| chronology.get(*number)).map(of_event);
            !all.any(|(from, until)| day.meets(from, until))
        });
        let known: Vec<(String, Vec<Office>)> = events
            .iter()
            .filter_map(|number| {
                let label = material.texts().label(*number)?;
                let own = levels(&label.reading).into_iter().map(|(_, office)| office).collect();
                Some((label.text.to_owned(), own))
            })
            .collect();
        // Whoever an event says nothing of may have been there.
        let can_be = |(_, own): &(String, Vec<Office>)| own.iter().any(|own| own.can_be(office));
        let any = known.iter().any(|(_, own)| !own.is_empty());
        if other_day || !any || known.iter().any(can_be) {
            return None;
        }
        let labels = known.into_iter().filter(|(_, own)| !own.is_empty()).map(|(label, _)| label).collect();
        Some(finding(material, &passage, &range, labels))
    })
}

/// `SCO foreign ministers’ summit`, the only summit, which other texts have as one of leaders.
fn of_summit(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    /// So many words stand between the summit and whose it is.
    const NEAR: usize = 6;
    let About::Event(event) = text.about else { return None };
    if &*text.field != "label" || summit(material).is_none_or(|summit| summit.id != event.id) {
        return None;
    }
    let passage = Passage::all(text).next()?;
    let (range, _) = only(&passage, &levels(&text.reading)).filter(|(_, office)| !office.can_be(Office::Leader))?;
    let near = |passage: &Passage<'_, '_>, own: &Range<usize>| passage.near(own, &[Says::Summit], NEAR);
    let mut told = material.texts().beside(material.briefing, text).into_iter().filter_map(|other| {
        let all = levels(&other.reading);
        Passage::all(other).find_map(|there| {
            let own = all.iter().find(|(range, _)| there.range.contains(&range.start) && near(&there, range))?;
            Some((own.1.can_be(Office::Leader), other.text.to_owned()))
        })
    });
    let (leads, beside) = told.next()?;
    let others = told.all(|(leads, _)| leads);
    (leads && others).then(|| finding(material, &passage, &range, vec![beside]))
}

/// `Two ministers agree`, where all who are named are envoys.
fn of_headline(material: &Material<'_>, people: Option<&[Office]>, text: &Text<'_>) -> Option<Finding> {
    if !matches!(text.about, About::Meeting) || &*text.field != "headline" {
        return None;
    }
    let people = people?;
    let all = levels(&text.reading);
    Passage::all(text).find_map(|passage| {
        let (range, office) = only(&passage, &all)?;
        let offices = material.briefing.people().iter().map(|person| person.office.clone());
        (!people.iter().any(|own| own.can_be(office))).then(|| finding(material, &passage, &range, offices.collect()))
    })
}

/// `They spoke by video link`, of those who met in one room.
fn form(material: &Material<'_>, meeting: &Meeting, text: &Text<'_>) -> Option<Finding> {
    let from_afar = |sign: &&Sign| matches!(sign.says, Says::ByVideo | Says::ByTelephone);
    let sign = text.reading.signs.iter().find(from_afar)?;
    if !matches!(meeting.form, None | Some(MeetingForm::InPerson)) || !about_meeting(material, text, meeting) {
        return None;
    }
    let passage = Passage::around(text, sign.range.start)?;
    // Others may have spoken so, at other times and of other places.
    let headline = material.texts().held().find(|other| &*other.field == "headline")?;
    let is_of_it = |name: &crate::analysis::reading::Name<'_>| headline.names.iter().any(|own| own.of == name.of);
    let days = (meeting.date.first_day(), meeting.until.unwrap_or(meeting.date).last_day());
    let other_day = passage.mentions.iter().flat_map(Mention::days).any(|day| !day.meets(days.0, days.1));
    let other_time = passage.says_any(&[Says::Before, Says::After, Says::Then]) || other_day;
    let by_chance = material.briefing.chronology().len();
    let mut labels = (0..by_chance).filter_map(|number| material.texts().label(number));
    let another = labels.any(|label| label.reading.signs.iter().any(|sign| from_afar(&sign)));
    // `As they could not travel, they spoke by video link`: what is denied is another thing.
    let denied = passage
        .signs_of(&[Says::Not, Says::Never])
        .any(|not| not.range.end <= sign.range.start && !text.reading.parts_clauses(not.range.end..sign.range.start));
    if denied || other_time || another || !passage.names.iter().all(is_of_it) {
        return None;
    }
    Some(finding(material, &passage, &sign.range, meeting.cities().map(str::to_owned).collect()))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn those_met_in_a_city_whose_events_it_had() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for text in [
            "The SCO’s finance ministers convened in Tianjin.",
            "Experts gathered in Tianjin for the SCO’s council.",
            "Министры обороны встретились в Тяньцзине.",
            "Les ministres de la défense se sont réunis à Tianjin.",
            "Die Verteidigungsminister trafen sich in Tianjin.",
            "Los ministros de defensa se reunieron en Tianjin.",
        ] {
            assert_eq!(reason_after(CHECKS, "council-in-tianjin", text), ["Warn level-in-text"], "{text}");
        }
        for text in [
            "The SCO’s foreign ministers convened in Tianjin.",
            "The leaders gathered in Tianjin.",
            "The presidents met in Tianjin.",
            "The ministers met in Tianjin.",
            "The finance ministers met in Tianjin in 2024.",
            "Wang, who met finance ministers in Tianjin, was the host.",
            "The prime ministers met in Moscow.",
        ] {
            assert_eq!(reason_after(CHECKS, "council-in-tianjin", text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_summit_of_leaders_is_one_of_leaders() {
        let label = |text: &str| {
            found_after(CHECKS, |briefing| {
                let events = &mut briefing.meeting.as_mut().expect("a meeting").chronology;
                let event = events.iter_mut().find(|event| event.id.as_str() == "sco-summit");
                text.clone_into(&mut event.expect("an event").label);
            })
        };
        for text in ["SCO foreign ministers’ summit", "Expert summit of the SCO", "Саммит министров обороны ШОС"]
        {
            assert_eq!(label(text), ["Warn level-in-text"], "{text}");
        }
        for text in ["SCO leaders’ summit", "SCO summit", "Summit of presidents", "Саммит лидеров ШОС"]
        {
            assert_eq!(label(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn those_met_who_are_named_and_in_one_room() {
        let headline = |text: &str| {
            found_after(CHECKS, |briefing| {
                text.clone_into(&mut briefing.meeting.as_mut().expect("a meeting").headline.text);
            })
        };
        assert_eq!(headline("Defence ministers meet in Beijing ahead of the SCO summit"), ["Warn level-in-text"]);
        assert_eq!(headline("Experts meet in Beijing"), ["Warn level-in-text"]);
        assert_eq!(headline("Foreign ministers meet in Beijing"), [""; 0]);
        assert_eq!(headline("Ministers met, and leaders were to follow"), [""; 0]);
        for text in [
            "As the two could not travel, they spoke by video link.",
            "Министры говорили по телефону.",
            "Die beiden sprachen per Video miteinander.",
            "Les deux ministres ont parlé par téléphone.",
        ] {
            assert_eq!(reason_after(CHECKS, "meeting-in-beijing", text), ["Warn level-in-text"], "{text}");
        }
        for text in [
            "They did not meet by video link.",
            "Two weeks before they had spoken by telephone.",
            "Putin joined by video link.",
            "They met in one room.",
        ] {
            assert_eq!(reason_after(CHECKS, "meeting-in-beijing", text), [""; 0], "{text}");
        }
    }
}
