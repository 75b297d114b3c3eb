//! A year mistyped: a figure or an event that all its sources tell of a year later.

use std::collections::BTreeSet;

use jiff::civil;

use super::texts::About;
use super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::analysis::reading::Says;
use crate::briefing::{Citation, Date, Event, Key, Observation, Period, Precision, Series, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "period-of-year",
        needs: Needs::Figures,
        holds: label!(checks::period_of_year),
        run: |material| material.series.iter().flat_map(|(series, _)| periods(material, series)).collect(),
    },
    Check { key: "event-of-year", needs: Needs::Meeting, holds: label!(checks::event_of_year), run: events },
    Check { key: "document-appears", needs: Needs::Document, holds: label!(checks::document_appears), run: appears },
];

/// What is told so many days after it is told of a year that is over.
const LATE: i32 = 200;
/// What is told within so many days of a day is told of that day.
const SOON: i32 = 60;

/// The dates of the sources of something, where all have one.
fn published(material: &Material<'_>, citations: &[Citation]) -> Option<Vec<Date>> {
    let briefing = material.briefing;
    let sources = citations.iter().filter(|citation| !briefing.is_document(citation));
    let dates: Option<Vec<Date>> = sources.map(|citation| briefing.source(&citation.source)?.published).collect();
    dates.filter(|dates| !dates.is_empty())
}

/// The same part of the next year.
fn next_year(period: Period) -> Option<Period> {
    let year = jiff::Span::new().years(1);
    let (first, last) = period.days();
    Period::of_days(first.checked_add(year).ok()?, last.checked_add(year).ok()?.last_of_month())
}

/// Figures of a part of a year whose sources give the other flows, or the growth, of the same part a year later, where
/// this one is missing.
fn periods(material: &Material<'_>, series: &Series) -> Vec<Finding> {
    let source = |citations: &[Citation]| citations.iter().map(|citation| citation.source.clone()).collect::<Vec<_>>();
    let mut told: BTreeSet<(Period, Key)> = BTreeSet::new();
    for (period, citations) in series
        .observations
        .iter()
        .map(|own| (own.period, &own.citations))
        .chain(series.published_growth.iter().map(|own| (own.period, &own.citations)))
    {
        told.extend(source(citations).into_iter().map(|key| (period, key)));
    }
    let there: BTreeSet<(&Key, Period)> = series.observations.iter().map(|own| (&own.flow, own.period)).collect();
    let late = |own: &&Observation| {
        let part = own.formula.is_none() && own.period.months().is_some_and(|months| months < 12);
        let next = next_year(own.period).filter(|_| part)?;
        let all = published(material, &own.citations)?;
        let over = own.period.days().1;
        let is_late = all.iter().all(|date| {
            let first = date.first_day();
            first.year() > over.year() && (first - over).get_days() > LATE
        });
        let elsewhere = source(&own.citations).into_iter().any(|key| told.contains(&(next, key)));
        (is_late && elsewhere && !there.contains(&(&own.flow, next))).then_some(next)
    };
    let finding = |own: &Observation, next: Period| {
        let flow = series.flows.iter().find(|flow| flow.id == own.flow).map_or("", |flow| flow.name.as_str());
        let detail = message!(findings::period_of_year_other, flow = flow.to_owned(), period = own.period, next = next);
        let subject = Subject::period(series, own.period);
        let title = label!(findings::period_of_year);
        Finding::new(Outcome::Warn, subject, title, detail, own.citations.clone()).apart(&own.flow)
    };
    series.observations.iter().filter_map(|own| Some(finding(own, late(&own)?))).collect()
}

/// Events of which all sources tell on the same days a year later.
fn events(material: &Material<'_>) -> Vec<Finding> {
    let late = |event: &&Event| {
        let exact = event.from.precision() == Precision::Day;
        let from = event.from.first_day();
        let next = from.checked_add(jiff::Span::new().years(1)).ok().filter(|_| exact)?;
        let all = published(material, &event.citations)?;
        let near = |date: &Date| {
            let (first, last) = (date.first_day(), date.last_day());
            [first, last].iter().any(|day| (*day - next).get_days().abs() <= SOON)
        };
        // What a text tells of that very day is told again a year later.
        let told = || {
            let others = material.texts().all.iter().filter(|text| !matches!(text.about, About::Event(_)));
            others.flat_map(|text| text.reading.days()).any(|day| day.whole() == Some(from))
        };
        (all.iter().all(near) && !told()).then_some(next)
    };
    let finding = |event: &Event, next: civil::Date| {
        let detail = message!(
            findings::event_of_year_other,
            event = event.label.clone(),
            date = event.from,
            next = Date::day(next)
        );
        let subject = Subject::Event(event.id.clone());
        let title = label!(findings::event_of_year);
        Finding::new(Outcome::Warn, subject, title, detail, event.citations.clone())
    };
    material.briefing.chronology().iter().filter_map(|event| Some(finding(event, late(&event)?))).collect()
}

/// A milestone that says when the document appeared, on another day than that of the document.
fn appears(material: &Material<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let as_of = briefing.manifest.as_of;
    let texts = &material.texts().all;
    texts
        .iter()
        .filter_map(|text| {
            let About::Milestone(milestone) = text.about else { return None };
            let says = text.reading.signs.iter().any(|sign| sign.says == Says::Appears);
            let alone =
                !milestone.citations.is_empty() && milestone.citations.iter().all(|own| briefing.is_document(own));
            let off = milestone.on.last_day() < as_of.first_day() || milestone.on.first_day() > as_of.last_day();
            let detail = message!(
                findings::document_appears_other,
                text = text.text.to_owned(),
                date = Value::Date(milestone.on),
                as_of = Value::Date(as_of)
            );
            (says && alone && off)
                .then(|| text.finding(briefing, Outcome::Warn, label!(findings::document_appears), detail))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;

    #[test]
    fn a_year_is_that_of_which_the_sources_tell() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        let period = |flow: &str, from: &str, to: &str| {
            found_after(CHECKS, |briefing| {
                let own = &mut briefing.trades[0].series[0].observations;
                let own = own.iter_mut().find(|own| own.flow.as_str() == flow && own.period.to_string() == from);
                own.expect(from).period = serde_json::from_value(to.into()).expect(to);
            })
        };
        assert_eq!(period("total", "2025-01/2025-03", "2024-01/2024-03"), ["Warn period-of-year"]);
        assert_eq!(period("russia-to-china", "2026-01/2026-02", "2025-01/2025-02"), ["Warn period-of-year"]);
        let event = |from: &str| {
            found_after(CHECKS, |briefing| {
                let chronology = &mut briefing.meeting.as_mut().expect("a meeting").chronology;
                chronology[0].from = from.parse().expect(from);
            })
        };
        assert_eq!(event("2024-05-08"), ["Warn event-of-year"]);
        assert_eq!(event("2025-05-09"), [""; 0]);
        let told = |reason: &str| {
            found_after(CHECKS, |briefing| {
                let chronology = &mut briefing.meeting.as_mut().expect("a meeting").chronology;
                chronology[0].from = "2024-05-08".parse().expect("a day");
                reason.clone_into(&mut briefing.claims.claims[0].reason);
            })
        };
        assert_eq!(told("They had met there on 8 May 2024."), [""; 0], "a source may tell of it a year later");
        assert_eq!(told("Там они встречались 8 мая 2024 года."), [""; 0]);
        let appears = found_after(CHECKS, |briefing| {
            let milestone = briefing.trades[0].milestones.last_mut().expect("a milestone");
            milestone.on = "2025-07-15".parse().expect("a day");
        });
        assert_eq!(appears, ["Warn document-appears"]);
    }
}
