//! Days mistyped: a figure or an event that all its sources tell of a year later, or earlier than it was; an event that
//! began or ended on another day than texts say.

use std::collections::{BTreeSet, HashMap};

use jiff::civil;

use super::cited_for::fields;
use super::texts::{About, TOGETHER, Text};
use super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::analysis::fold::stem;
use crate::analysis::reading::{Day, Mention, Pair, Says, What};
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
    Check {
        key: "event-older-source",
        needs: Needs::Meeting,
        holds: label!(checks::event_older_source),
        run: told_before,
    },
    Check { key: "event-days", needs: Needs::Meeting, holds: label!(checks::event_days), run: days },
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

/// What says of an event that it was still to come.
fn is_ahead(text: &Text<'_>) -> bool {
    let ahead = |says: Says| {
        matches!(says, Says::Wish | Says::Likely | Says::Foretold | Says::Goal | Says::Either(Pair::Expected, true))
    };
    text.reading.signs.iter().any(|sign| ahead(sign.says))
}

/// Events that all their sources are older than, although the title of one tells of them in the same words: `Xi receives
/// Lavrov`. Whoever announces one has other words.
fn told_before(material: &Material<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let titles = fields(material, "title");
    let one = |(number, event): (usize, &Event)| {
        let label = material.texts().label(number)?;
        let all = published(material, &event.citations)?;
        // A day ends elsewhere a day later.
        let early = |date: &Date| (event.from.first_day() - date.last_day()).get_days() > 1;
        let in_document = event.citations.iter().any(|citation| briefing.is_document(citation));
        if in_document || !all.iter().all(early) {
            return None;
        }
        let words: Vec<&str> = label.reading.long_words(4).collect();
        let (source, title, published) = event.citations.iter().find_map(|citation| {
            let source = briefing.source(&citation.source)?;
            let title = *titles.get(source.id.as_str())?;
            let told = words.len() > 1 && words.iter().all(|word| title.reading.all_words().any(|own| own == *word));
            Some((source, title, source.published?)).filter(|_| told && !is_ahead(title) && !is_ahead(label))
        })?;
        let detail = message!(
            findings::event_older_source_told,
            event = event.label.clone(),
            date = event.from,
            title = title.text.to_owned(),
            publisher = &source.publisher,
            published = published
        );
        let (subject, label) = (Subject::Event(event.id.clone()), label!(findings::event_older_source));
        Some(Finding::new(Outcome::Warn, subject, label, detail, event.citations.clone()))
    };
    briefing.chronology().iter().enumerate().filter_map(one).collect()
}

/// So many words lie between what an event is called and the days that are given for it.
const BEFORE_DAYS: usize = 8;

/// Events of several days of which a text gives the one end and another day for the other, and none both.
fn days(material: &Material<'_>) -> Vec<Finding> {
    let spans = Spans::of(material);
    let one = |(number, event): (usize, &Event)| {
        let exact =
            [Some(event.from), event.until].into_iter().flatten().all(|date| date.precision() == Precision::Day);
        let (from, until) = (event.from.first_day(), event.until.filter(|_| exact)?.first_day());
        let label = material.texts().label(number)?;
        let called: BTreeSet<&str> = label.reading.long_words(5).map(stem).collect();
        let ends = |span: &&Span<'_, '_>| (span.from.meets(from, from), span.until.meets(until, until));
        let all: Vec<&Span<'_, '_>> = spans.with(from, until).filter(|span| ends(span) != (false, false)).collect();
        if all.iter().any(|span| ends(span) == (true, true)) {
            return None;
        }
        let Span { text, mention, .. } = all.into_iter().find(|Span { text, mention, .. }| {
            let start = text.reading.back(mention.range.start, BEFORE_DAYS);
            let near = text.reading.words_between(start..mention.range.start);
            let near: BTreeSet<&str> = near.map(|(_, word)| stem(word)).collect();
            text.reading.language() == label.reading.language() && called.intersection(&near).next().is_some()
        })?;
        let detail = message!(
            findings::event_days_other,
            event = event.label.clone(),
            from = event.from,
            until = Value::Date(Date::day(until)),
            said = text.part(&mention.range),
            text = text.text.to_owned()
        );
        let (subject, title) = (Subject::Event(event.id.clone()), label!(findings::event_days));
        Some(Finding::new(Outcome::Warn, subject, title, detail, event.citations.clone()))
    };
    material.briefing.chronology().iter().enumerate().filter_map(one).collect()
}

/// From one day to another, as a text has it.
struct Span<'m, 'a> {
    text: &'m Text<'a>,
    mention: &'m Mention,
    from: Day,
    until: Day,
}

/// The spans of all texts but those of events, by the month and the day on which they begin and end; of very many alike
/// the first.
struct Spans<'m, 'a> {
    all: Vec<Span<'m, 'a>>,
    by_end: HashMap<(bool, Option<i8>, Option<i8>), Vec<usize>>,
}

impl<'m, 'a> Spans<'m, 'a> {
    fn of(material: &'m Material<'a>) -> Self {
        let mut spans = Self { all: Vec::new(), by_end: HashMap::new() };
        for text in material.texts().held().filter(|text| !matches!(text.about, About::Event(_))) {
            for mention in &text.reading.mentions {
                let What::Span(from, until) = mention.what else { continue };
                if from.is_day() && until.is_day() {
                    for (begins, day) in [(true, from), (false, until)] {
                        let alike = spans.by_end.entry((begins, day.month, day.day)).or_default();
                        if alike.len() < TOGETHER {
                            alike.push(spans.all.len());
                        }
                    }
                    spans.all.push(Span { text, mention, from, until });
                }
            }
        }
        spans
    }

    /// Those that begin on one day or end on another, in whatever year.
    fn with(&self, from: civil::Date, until: civil::Date) -> impl Iterator<Item = &Span<'m, 'a>> {
        let ends = [(true, Some(from.month()), Some(from.day())), (false, Some(until.month()), Some(until.day()))];
        ends.into_iter().filter_map(|end| self.by_end.get(&end)).flatten().filter_map(|at| self.all.get(*at))
    }
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
        let received = |from: &str, published: &str, label: &str, title: &str| {
            found_after(CHECKS, |briefing| {
                let chronology = &mut briefing.meeting.as_mut().expect("a meeting").chronology;
                let event = chronology.iter_mut().find(|event| event.id.as_str() == "xi-receives-lavrov");
                let event = event.expect("an event");
                (event.from, event.label) = (from.parse().expect(from), label.to_owned());
                let source = briefing.sources.sources.iter_mut().find(|own| own.id.as_str() == "tass-1989535");
                let source = source.expect("a source");
                (source.published, source.title) = (published.parse().ok(), title.to_owned());
            })
        };
        for (from, published, label, title) in [
            ("2025-07-15", "2025-07-05", "Xi receives Lavrov", "[Xi receives Lavrov]"),
            ("2025-07-25", "2025-07-15", "Xi receives Lavrov", "Xi receives Lavrov in Beijing"),
            ("2025-07-25", "2025-07-15", "Си принимает Лаврова", "Си принимает Лаврова в Пекине"),
        ] {
            assert_eq!(received(from, published, label, title), ["Warn event-older-source"], "{title}");
        }
        for (from, published, label, title) in [
            ("2025-07-15", "2025-07-15", "Xi receives Lavrov", "[Xi receives Lavrov]"),
            ("2025-07-15", "2025-07-14", "Xi receives Lavrov", "[Xi receives Lavrov]"),
            ("2025-07-25", "2025-07-15", "Xi receives Lavrov", "Xi to receive Lavrov"),
            ("2025-07-25", "2025-07-15", "Xi receives Lavrov", "Xi is expected to receive Lavrov"),
            ("2025-07-25", "2025-07-15", "Си принимает Лаврова", "Запланировано, что Си принимает Лаврова"),
            ("2025-07-25", "2025-07-15", "Xi receives Lavrov", "[The week in Beijing]"),
        ] {
            assert_eq!(received(from, published, label, title), [""; 0], "{title}");
        }
        let appears = found_after(CHECKS, |briefing| {
            let milestone = briefing.trades[0].milestones.last_mut().expect("a milestone");
            milestone.on = "2025-07-15".parse().expect("a day");
        });
        assert_eq!(appears, ["Warn document-appears"]);
    }

    #[test]
    fn an_event_lasts_as_long_as_texts_say() {
        let days = |event: &str, from: &str, until: &str, reason: Option<&str>| {
            found_after(CHECKS, |briefing| {
                let chronology = &mut briefing.meeting.as_mut().expect("a meeting").chronology;
                let event = chronology.iter_mut().find(|own| own.id.as_str() == event).expect(event);
                (event.from, event.until) = (from.parse().expect(from), until.parse().ok());
                if let Some(reason) = reason {
                    let claims = &mut briefing.claims.claims;
                    let claim = claims.iter_mut().find(|claim| claim.id.as_str() == "summit-first").expect("a claim");
                    reason.clone_into(&mut claim.reason);
                    if reason.contains("саммит") {
                        event.label = "Саммит глав ШОС".to_owned();
                    }
                }
            })
        };
        for (event, from, until) in [
            ("asean-meetings", "2025-07-01", "2025-07-11"),
            ("sco-summit", "2025-08-31", "2025-09-11"),
            ("sco-summit", "2025-08-30", "2025-09-01"),
        ] {
            assert_eq!(days(event, from, until, None), ["Warn event-days"], "{event} {from}");
        }
        let russian = "Этот саммит прошёл с 31 августа по 1 сентября 2025 года.";
        assert_eq!(days("sco-summit", "2025-08-31", "2025-09-05", Some(russian)), ["Warn event-days"]);
        assert_eq!(days("sco-summit", "2025-08-31", "2025-09-01", Some(russian)), [""; 0]);
        for right in [
            "The summit was held from 31 August to 1 September 2025, after a meeting from 31 August to 2 September.",
            "Its guests stayed from 31 August to 3 September 2025.",
            "The summit of 2022 was held from 31 August to 3 September 2022.",
            "The summit was held on 1 September 2025.",
            "Around the summit it was quiet.",
        ] {
            assert_eq!(days("sco-summit", "2025-08-31", "2025-09-01", Some(right)), [""; 0], "{right}");
        }
    }
}
