//! Order of time: causes before effects, events in their order, and nothing reported before it happened.

use super::{Check, Finding, Outcome, Place, citing, with_sources};
use crate::analysis::format::date;
use crate::briefing::{Briefing, Citation, Claim, Date, Event};

const CAUSE: &str = "cause-after-effect";
const ORDER: &str = "events-in-order";
const REVERSED: &str = "event-reversed";
const MEETING: &str = "meeting-in-chronology";
const PUBLISHED: &str = "published-before-event";
const SAME_DAY: &str = "publication-day";
const REPORTED: &str = "reported-before";

pub(super) const CHECKS: &[Check] = &[
    Check { name: CAUSE, holds: "A cause is dated before its effect" },
    Check { name: ORDER, holds: "Events stand in the order of their dates" },
    Check { name: REVERSED, holds: "No event ends before it begins" },
    Check { name: MEETING, holds: "The chronology has the meeting on its day" },
    Check { name: PUBLISHED, holds: "The document was published after what it reports, and looked through after that" },
    Check { name: SAME_DAY, holds: "The document's day of publication is one day in the whole briefing" },
    Check { name: REPORTED, holds: "Something was published about a past event on its day or later" },
];

/// The findings about the order of time.
pub(super) fn findings(briefing: &Briefing) -> Vec<Finding> {
    let mut findings: Vec<Finding> =
        briefing.claims.claims.iter().filter_map(|claim| causation(briefing, claim)).collect();
    let chronology = &briefing.meeting.chronology;
    for pair in chronology.windows(2) {
        if let [before, after] = pair {
            findings.extend(order(before, after));
        }
    }
    findings.extend(chronology.iter().filter_map(reversed));
    findings.extend(chronology.iter().filter_map(|event| reported_before(briefing, event)));
    findings.extend(milestones(briefing));
    findings.extend(meeting(briefing));
    findings.extend(published(briefing));
    findings
}

fn causation(briefing: &Briefing, claim: &Claim) -> Option<Finding> {
    let causation = claim.causation.as_ref()?;
    let (cause, effect) = (&causation.cause, &causation.effect);
    let said = format!("{} {}, {} {}", effect.what, date(effect.on), cause.what, date(cause.on));
    let citations = with_sources(
        citing(briefing, briefing.places(&claim.citations)),
        cause.citations.iter().chain(&effect.citations),
    );
    let place = Place::Claim(claim.id.clone());
    Some(if effect.on.last_day() < cause.on.first_day() {
        let days = (cause.on.first_day() - effect.on.last_day()).get_days();
        let detail = format!("{said}: the effect came {days}\u{a0}days before its cause");
        Finding::new(CAUSE, Outcome::Fail, place, "Effect before its cause", detail, citations)
    } else {
        Finding::new(CAUSE, Outcome::Pass, place, "Cause before effect", said, citations)
    })
}

fn event_finding(check: &'static str, outcome: Outcome, title: &str, detail: String, event: &Event) -> Finding {
    Finding::new(check, outcome, Place::Event(event.id.clone()), title, detail, event.citations.clone())
}

fn order(before: &Event, after: &Event) -> Option<Finding> {
    (after.from.last_day() < before.from.first_day()).then(|| {
        let detail =
            format!("{} {} stands after {} {}", after.label, date(after.from), before.label, date(before.from));
        event_finding(ORDER, Outcome::Fail, "Out of order", detail, after)
    })
}

fn reversed(event: &Event) -> Option<Finding> {
    let until = event.until.filter(|until| until.last_day() < event.from.first_day())?;
    let detail = format!("{} begins {} and ends {}", event.label, date(event.from), date(until));
    Some(event_finding(REVERSED, Outcome::Fail, "Ends before it begins", detail, event))
}

/// An event all of whose sources were published before it. One that lay ahead when the evidence was looked through is
/// only announced, and is left alone.
fn reported_before(briefing: &Briefing, event: &Event) -> Option<Finding> {
    let sources: Option<Vec<Date>> =
        event.citations.iter().map(|citation| briefing.source(&citation.source)?.published).collect();
    let latest = sources?.into_iter().max_by_key(|date| date.last_day())?;
    let past = event.from.first_day() <= briefing.manifest.checked.last_day();
    // What is announced some weeks before and cited for it is no mistake; a year is.
    let ahead = event.from.first_day() > latest.last_day().saturating_add(jiff::Span::new().days(60));
    (past && ahead).then(|| {
        let detail = format!("{} {}, its latest source of {}", event.label, date(event.from), date(latest));
        event_finding(REPORTED, Outcome::Warn, "Reported long before it happened", detail, event)
    })
}

/// Milestones of the trade in their order.
fn milestones(briefing: &Briefing) -> Vec<Finding> {
    let pairs = briefing.trade.milestones.windows(2);
    let finding = |pair: &[crate::briefing::Milestone]| {
        let [before, after] = pair else { return None };
        let period = crate::briefing::Period::of_year(after.on.first_day().year());
        let detail = format!("{} {} stands after {} {}", after.label, date(after.on), before.label, date(before.on));
        (after.on.last_day() < before.on.first_day()).then(|| {
            let place = Place::Period(period);
            Finding::new(ORDER, Outcome::Fail, place, "Out of order", detail, after.citations.clone())
        })
    };
    pairs.filter_map(finding).collect()
}

/// The meeting's own date against the chronology, where that has anything at all.
fn meeting(briefing: &Briefing) -> Option<Finding> {
    let meeting = &briefing.meeting;
    let covers = |event: &Event| {
        event.from.first_day() <= meeting.date.last_day()
            && meeting.date.first_day() <= event.until.unwrap_or(event.from).last_day()
            && event.place == meeting.place
    };
    // The event it says is its own, or, where it says none, any.
    let own = |event: &&Event| meeting.event.is_none() || meeting.is(event);
    (!meeting.chronology.is_empty() && !meeting.chronology.iter().filter(own).any(covers)).then(|| {
        let detail = format!("nothing in {} on {}", meeting.place, date(meeting.date));
        let citations = meeting.citations.clone();
        Finding::new(MEETING, Outcome::Fail, Place::Briefing, "Meeting not in the chronology", detail, citations)
    })
}

/// Meeting, publication, looking through: in this order, and publication on one day.
fn published(briefing: &Briefing) -> Vec<Finding> {
    let (manifest, meeting) = (&briefing.manifest, &briefing.meeting);
    let mut findings = Vec::new();
    let whole = Citation { source: briefing.document.source.clone(), at: None };
    let mut fail = |check, title: &str, detail: String| {
        findings.push(Finding::new(check, Outcome::Fail, Place::Briefing, title, detail, vec![whole.clone()]));
    };
    if manifest.as_of.last_day() < meeting.date.first_day() {
        let detail = format!("published {}, the meeting was on {}", date(manifest.as_of), date(meeting.date));
        fail(PUBLISHED, "Published before the meeting", detail);
    }
    if manifest.checked.last_day() < manifest.as_of.first_day() {
        let detail = format!("evidence checked {}, published {}", date(manifest.checked), date(manifest.as_of));
        fail(PUBLISHED, "Looked through before publication", detail);
    }
    let source = briefing.source(&briefing.document.source).and_then(|source| source.published);
    let apart = |day: Date| day.last_day() < manifest.as_of.first_day() || manifest.as_of.last_day() < day.first_day();
    if let Some(day) = source.filter(|day| apart(*day)) {
        let detail = format!("{} in its source, {} in the briefing", date(day), date(manifest.as_of));
        fail(SAME_DAY, "Two days of publication", detail);
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::analysis::checks::harmed::found_after;
    use crate::briefing::{Briefing, Date};

    fn after(change: impl FnOnce(&mut Briefing)) -> Vec<String> {
        found_after(findings, change)
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
        let swap = |a: usize, b: usize| after(|briefing| briefing.meeting.chronology.swap(a, b));
        assert_eq!(swap(0, 1), [BUNDLED, "Fail events-in-order"]);
        assert_eq!(swap(1, 2), [BUNDLED], "a month holds many days");
        let milestones = after(|briefing| briefing.trade.milestones.swap(0, 1));
        assert_eq!(milestones, [BUNDLED, "Fail events-in-order"]);
    }

    #[test]
    fn an_event_ends_after_it_begins_and_is_reported_afterwards() {
        let event = |index: usize, from: &str, until: Option<&str>| {
            after(|briefing| {
                let event = &mut briefing.meeting.chronology[index];
                (event.from, event.until) = (date(from), until.map(date));
            })
        };
        assert_eq!(event(6, "2025-09-01", Some("2025-08-31")), [BUNDLED, "Fail event-reversed"]);
        assert_eq!(event(7, "2026-09-01", None), [BUNDLED, "Warn reported-before"]);
        assert_eq!(event(7, "2025-10-15", None), [BUNDLED], "a month ahead is an announcement");
    }

    #[test]
    fn the_meeting_is_in_the_chronology() {
        let day = |text: &str| after(|briefing| briefing.meeting.date = date(text));
        assert_eq!(day("2025-07-12"), [BUNDLED, "Fail meeting-in-chronology"]);
        assert_eq!(day("2025-07"), [BUNDLED]);
        let another = after(|briefing| {
            briefing.meeting.event = Some("kremlin-talks".to_owned().try_into().expect("a key"));
        });
        assert_eq!(another, [BUNDLED, "Fail meeting-in-chronology"], "it says which event it is");
        let none = after(|briefing| {
            briefing.meeting.chronology.clear();
            briefing.meeting.date = date("2025-07-12");
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
