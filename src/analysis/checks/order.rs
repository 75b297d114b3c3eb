//! Order of time: causes before effects, events in their order, and nothing reported before it happened.

use std::collections::HashSet;

use super::{Check, Finding, Material, Needs, Outcome, Subject, cited, each_claim, of_claim};
use crate::briefing::{Briefing, Citation, Claim, Date, Event, Message, Milestone, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "cause-after-effect",
        needs: Needs::Nothing,
        holds: label!(checks::cause_after_effect),
        run: |material| each_claim(material, |material, claim| causation(material.briefing, claim)),
    },
    Check {
        key: "events-in-order",
        needs: Needs::Meeting,
        holds: label!(checks::events_in_order),
        run: |material| {
            let events = material.briefing.chronology().windows(2).filter_map(out_of_order);
            let milestones = material.briefing.trades.iter().flat_map(|trade| trade.milestones.windows(2));
            events.chain(milestones.filter_map(milestone_out_of_order)).collect()
        },
    },
    Check {
        key: "event-reversed",
        needs: Needs::Meeting,
        holds: label!(checks::event_reversed),
        run: |material| material.briefing.chronology().iter().filter_map(reversed).collect(),
    },
    Check {
        key: "meeting-in-chronology",
        needs: Needs::Meeting,
        holds: label!(checks::meeting_in_chronology),
        run: |material| meeting(material.briefing).into_iter().collect(),
    },
    Check {
        key: "published-before-event",
        needs: Needs::Document,
        holds: label!(checks::published_before_event),
        run: |material| published(material.briefing),
    },
    Check {
        key: "publication-day",
        needs: Needs::Document,
        holds: label!(checks::publication_day),
        run: |material| publication_day(material.briefing).into_iter().collect(),
    },
    Check {
        key: "reported-before",
        needs: Needs::Nothing,
        holds: label!(checks::reported_before),
        run: |material| {
            let events = material.briefing.chronology().iter();
            events.filter_map(|event| reported_before(material, event)).collect()
        },
    },
];

fn causation(briefing: &Briefing, claim: &Claim) -> Option<Finding> {
    let causation = claim.causation.as_ref()?;
    let (cause, effect) = (&causation.cause, &causation.effect);
    let said = message!(
        findings::cause_and_effect,
        effect = &effect.what,
        effect_date = effect.on,
        cause = &cause.what,
        cause_date = cause.on
    );
    let (outcome, title, detail) = if effect.on.last_day() < cause.on.first_day() {
        let days = (cause.on.first_day() - effect.on.last_day()).get_days();
        let days = Value::Count(days.unsigned_abs().into());
        let detail = message!(findings::cause_after_effect_days, said = said, days = days);
        (Outcome::Fail, label!(findings::cause_after_effect), detail)
    } else {
        (Outcome::Pass, label!(findings::cause_before_effect), said)
    };
    let read = cause.citations.iter().chain(&effect.citations);
    Some(of_claim(briefing, claim, read, outcome, title, detail))
}

fn event_finding(outcome: Outcome, title: Message, detail: Message, event: &Event) -> Finding {
    Finding::new(outcome, Subject::Event(event.id.clone()), title, detail, event.citations.clone())
}

fn out_of_order(pair: &[Event]) -> Option<Finding> {
    let [before, after] = pair else { return None };
    (after.from.last_day() < before.from.first_day()).then(|| {
        let detail = message!(
            findings::events_in_order_after,
            after = &after.label,
            after_date = after.from,
            before = &before.label,
            before_date = before.from
        );
        event_finding(Outcome::Fail, label!(findings::events_in_order), detail, after)
    })
}

fn milestone_out_of_order(pair: &[Milestone]) -> Option<Finding> {
    let [before, after] = pair else { return None };
    (after.on.last_day() < before.on.first_day()).then(|| {
        let detail = message!(
            findings::events_in_order_after,
            after = &after.label,
            after_date = after.on,
            before = &before.label,
            before_date = before.on
        );
        let finding = Finding::new(
            Outcome::Fail,
            Subject::Milestone(after.on),
            label!(findings::events_in_order),
            detail,
            after.citations.clone(),
        );
        finding.apart(&cited(&after.citations))
    })
}

fn reversed(event: &Event) -> Option<Finding> {
    let until = event.until.filter(|until| until.last_day() < event.from.first_day())?;
    let detail = message!(findings::event_reversed_dates, event = &event.label, from = event.from, until = until);
    Some(event_finding(Outcome::Fail, label!(findings::event_reversed), detail, event))
}

/// An event all of whose sources were published before it. One that lay ahead when the evidence was looked through is
/// only announced, and is left alone.
fn reported_before(material: &Material<'_>, event: &Event) -> Option<Finding> {
    let sources: Option<Vec<Date>> =
        event.citations.iter().map(|citation| material.briefing.source(&citation.source)?.published).collect();
    let latest = sources?.into_iter().max_by_key(|date| date.last_day())?;
    let past = event.from.first_day() <= material.briefing.manifest.checked.last_day();
    // What is announced some weeks before and cited for it is no mistake; a year is.
    let ahead = event.from.first_day() > latest.last_day().saturating_add(jiff::Span::new().days(60));
    // What the document tells of with its month was announced in it.
    let announced = || {
        let (from, until) = (event.from.first_day(), event.from.last_day());
        let sentences = material.texts().all.iter().filter(|text| text.paraphrase_of().is_some());
        sentences
            .flat_map(|text| text.reading.days())
            .any(|day| day.year.is_some() && day.month.is_some() && day.meets(from, until))
    };
    (past && ahead && !announced()).then(|| {
        let detail =
            message!(findings::reported_before_source, event = &event.label, date = event.from, source_date = latest);
        event_finding(Outcome::Warn, label!(findings::reported_before), detail, event)
    })
}

/// The meeting's own day against the chronology, where that has anything at all.
///
/// A meeting that says which event is its own is held to the day and the city of that. One that says none may still be
/// there under another name of the place, or be left out of what came before and after: only a chronology without
/// anything on its day asks for a look.
fn meeting(briefing: &Briefing) -> Option<Finding> {
    let meeting = briefing.meeting.as_ref()?;
    let cities: HashSet<&str> = meeting.cities().collect();
    // `Beijing, Diaoyutai` is in Beijing.
    let in_city =
        |event: &Event| event.place.split([',', ';', '(', '/', '，']).any(|part| cities.contains(part.trim()));
    let of_its_day = |event: &&Event| {
        event.from.first_day() <= meeting.until.unwrap_or(meeting.date).last_day()
            && meeting.date.first_day() <= event.until.unwrap_or(event.from).last_day()
    };
    let mut of_its_day = meeting.chronology.iter().filter(of_its_day);
    let (outcome, found, detail) = if meeting.event.is_some() {
        let found = of_its_day.any(|event| meeting.is(event) && in_city(event));
        let detail = message!(findings::meeting_in_chronology_day, place = &meeting.place, date = meeting.date);
        (Outcome::Fail, found, detail)
    } else {
        let detail = message!(findings::meeting_in_chronology_nothing, date = meeting.date);
        (Outcome::Warn, of_its_day.next().is_some(), detail)
    };
    (!meeting.chronology.is_empty() && !found).then(|| {
        let citations = meeting.citations.clone();
        Finding::new(outcome, Subject::Briefing, label!(findings::meeting_in_chronology), detail, citations)
    })
}

/// A finding about the document as a whole.
fn whole(briefing: &Briefing, title: Message, detail: Message) -> Finding {
    let source = briefing.document_source();
    let citations = source.map(|source| Citation::of(source.clone())).into_iter().collect();
    Finding::new(Outcome::Fail, Subject::Briefing, title, detail, citations)
}

/// Meeting, publication, looking through: in this order.
fn published(briefing: &Briefing) -> Vec<Finding> {
    let manifest = &briefing.manifest;
    // What no document tells of may well lie ahead.
    let met = briefing.meeting.as_ref().filter(|_| briefing.document_source().is_some()).map(|meeting| meeting.date);
    let early = met.filter(|date| manifest.as_of.last_day() < date.first_day()).map(|date| {
        let detail = message!(findings::published_before_meeting_dates, published = manifest.as_of, meeting = date);
        whole(briefing, label!(findings::published_before_meeting), detail).apart(&"as-of")
    });
    let unread = (manifest.checked.last_day() < manifest.as_of.first_day()).then(|| {
        let detail = message!(
            findings::checked_before_publication_dates,
            checked = manifest.checked,
            published = manifest.as_of
        );
        whole(briefing, label!(findings::checked_before_publication), detail).apart(&"checked")
    });
    early.into_iter().chain(unread).collect()
}

/// The day of publication in the briefing and in the document's source.
fn publication_day(briefing: &Briefing) -> Option<Finding> {
    let as_of = briefing.manifest.as_of;
    let day = briefing.source(briefing.document_source()?)?.published?;
    let apart = day.last_day() < as_of.first_day() || as_of.last_day() < day.first_day();
    apart.then(|| {
        let detail = message!(findings::publication_day_dates, source = day, briefing = as_of);
        whole(briefing, label!(findings::publication_day), detail)
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, sentences};
    use crate::briefing::{Briefing, Date};

    fn after(change: impl FnOnce(&mut Briefing)) -> Vec<String> {
        found_after(CHECKS, change)
    }

    const BUNDLED: &str = "Fail cause-after-effect";

    fn date(text: &str) -> Date {
        text.parse().expect(text)
    }

    #[test]
    fn a_cause_comes_before_its_effect() {
        assert_eq!(after(|_| {}), [BUNDLED]);
        let founded = |on: &str| {
            after(|briefing| {
                let claim = briefing.claims.claims.iter_mut().find_map(|claim| claim.causation.as_mut());
                claim.expect("a cause").effect.on = date(on);
            })
        };
        assert_eq!(founded("2001-10-08"), ["Pass cause-after-effect"]);
        assert_eq!(founded("2001"), ["Pass cause-after-effect"], "some day of that year is late enough");
        assert_eq!(founded("2001-09"), [BUNDLED]);
    }

    #[test]
    fn events_stand_in_their_order_as_far_as_it_is_known() {
        let swap =
            |a: usize, b: usize| after(|briefing| briefing.meeting.as_mut().expect("a meeting").chronology.swap(a, b));
        assert_eq!(swap(0, 1), [BUNDLED, "Fail events-in-order"]);
        let vague = after(|briefing| {
            let chronology = &mut briefing.meeting.as_mut().expect("a meeting").chronology;
            (chronology[2].from, chronology[2].until) = (date("2025-07"), None);
            chronology.swap(1, 2);
        });
        assert_eq!(vague, [BUNDLED], "a month holds many days");
        let milestones = after(|briefing| briefing.trades[0].milestones.swap(0, 1));
        assert_eq!(milestones, [BUNDLED, "Fail events-in-order"]);
    }

    #[test]
    fn an_event_ends_after_it_begins_and_is_reported_afterwards() {
        let event = |index: usize, from: &str, until: Option<&str>| {
            after(|briefing| {
                let event = &mut briefing.meeting.as_mut().expect("a meeting").chronology[index];
                (event.from, event.until) = (date(from), until.map(date));
            })
        };
        assert_eq!(event(7, "2025-09-01", Some("2025-08-31")), [BUNDLED, "Fail event-reversed"]);
        assert_eq!(event(8, "2026-09-01", None), [BUNDLED, "Warn reported-before"]);
        assert_eq!(event(8, "2025-10-15", None), [BUNDLED], "a month ahead is an announcement");
        let announced = |paraphrase: &str| {
            after(|briefing| {
                paraphrase.clone_into(&mut sentences(briefing)[0].paraphrase);
                briefing.meeting.as_mut().expect("a meeting").chronology[8].from = date("2026-09-01");
            })
        };
        assert_eq!(announced("They are to be merged in September 2026."), [BUNDLED], "the document says so");
        assert_eq!(announced("Sie sollen im September 2026 eins werden."), [BUNDLED]);
    }

    #[test]
    fn the_meeting_is_in_the_chronology() {
        let day = |text: &str| after(|briefing| briefing.meeting.as_mut().expect("a meeting").date = date(text));
        assert_eq!(day("2025-07-12"), [BUNDLED, "Fail meeting-in-chronology"]);
        assert_eq!(day("2025-07"), [BUNDLED]);
        let another = after(|briefing| {
            briefing.meeting.as_mut().expect("a meeting").event =
                Some("kremlin-talks".to_owned().try_into().expect("a key"));
        });
        assert_eq!(another, [BUNDLED, "Fail meeting-in-chronology"], "it says which event it is");
        // One that names no event of its own is not known by how its city is spelt.
        let unnamed = |day: &str, place: &str| {
            after(|briefing| {
                let meeting = briefing.meeting.as_mut().expect("a meeting");
                (meeting.event, meeting.date) = (None, date(day));
                place.clone_into(&mut meeting.place);
            })
        };
        assert_eq!(unnamed("2025-07-13", "Peking, Diaoyutai"), [BUNDLED]);
        assert_eq!(unnamed("2025-06-03", "Beijing"), [BUNDLED, "Warn meeting-in-chronology"]);
        let none = after(|briefing| {
            briefing.meeting.as_mut().expect("a meeting").chronology.clear();
            briefing.meeting.as_mut().expect("a meeting").date = date("2025-07-12");
        });
        assert_eq!(none, [BUNDLED], "where there is no chronology nothing is missing in it");
    }

    #[test]
    fn a_document_is_published_once_after_the_meeting_and_before_it_is_looked_through() {
        let published = |text: &str| after(|briefing| briefing.manifest.as_of = date(text));
        let early = published("2025-07-12");
        assert_eq!(early, [BUNDLED, "Fail published-before-event", "Fail publication-day"]);
        assert_eq!(published("2025-07"), [BUNDLED], "a month that holds the day");
        let checked = after(|briefing| briefing.manifest.checked = date("2025-07-01"));
        assert!(checked.contains(&"Fail published-before-event".to_owned()));
    }
}
