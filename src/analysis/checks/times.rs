//! Time: nothing is read in what is older than it, and nothing has happened that is still to come.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil;

use super::foretold::Foretold;
use super::texts::{Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome, Subject, cited, of_claim, of_source, with_sources};
use crate::analysis::reading::{Day, Part, Quantity, What};
use crate::briefing::{
    Briefing, Citation, Claim, ClaimKind, Date, Event, Evidence, Key, Observation, Period, Precision, Source,
    SourceKind, Stance, Value,
};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "figure-older-source",
        needs: Needs::Figures,
        holds: label!(checks::figure_older_source),
        run: figures,
    },
    Check { key: "period-not-over", needs: Needs::Figures, holds: label!(checks::period_not_over), run: not_over },
    Check {
        key: "evidence-older-source",
        needs: Needs::Nothing,
        holds: label!(checks::evidence_older_source),
        run: evidence,
    },
    Check {
        key: "outcome-older-source",
        needs: Needs::Nothing,
        holds: label!(checks::outcome_older_source),
        run: outcomes,
    },
    Check {
        key: "spell-older-source",
        needs: Needs::Organisation,
        holds: label!(checks::spell_older_source),
        run: spells,
    },
    Check { key: "still-to-come", needs: Needs::Nothing, holds: label!(checks::still_to_come), run: to_come },
    Check { key: "known-until", needs: Needs::Organisation, holds: label!(checks::known_until), run: known_until },
    Check { key: "archived-copy", needs: Needs::Nothing, holds: label!(checks::archived_copy), run: archived },
];

/// So many periods or states are named.
const NAMED: usize = 5;

/// A source with the day by which it was published, where that is known.
fn dated<'a>(briefing: &'a Briefing, key: &Key) -> Option<(&'a Source, Date)> {
    let source = briefing.source(key)?;
    Some((source, source.published?))
}

/// Whether what is cited was published before a period was over.
fn is_early(briefing: &Briefing, citation: &Citation, period: Period) -> bool {
    dated(briefing, &citation.source).is_some_and(|(_, published)| published.last_day() < period.days().1)
}

/// Figures and rates of periods that were not over when a source was published, each source once with all of them. A
/// derived figure may take a part of itself from an older source.
fn figures(material: &Material<'_>) -> Vec<Finding> {
    struct Cited<'a>(Period, &'a [Citation], Option<&'a Observation>);
    let (briefing, foretold) = (material.briefing, Foretold::of(material));
    let mut early: BTreeMap<&Key, BTreeSet<Period>> = BTreeMap::new();
    for series in briefing.all_series() {
        let all_foretold = LazyCell::new(|| foretold.is_series(series));
        let values = series.observations.iter().map(|own| Cited(own.period, &own.citations, Some(own)));
        let rates = series.published_growth.iter().map(|growth| Cited(growth.period, &growth.citations, None));
        for Cited(period, citations, figure) in values.chain(rates) {
            let all: Vec<&Citation> = citations.iter().filter(|own| is_early(briefing, own, period)).collect();
            let in_part = figure.is_some_and(|own| own.formula.is_some()) && all.len() < citations.len();
            let noted = || figure.is_some_and(|own| foretold.is_noted(series, own));
            if all.is_empty() || in_part || *all_foretold || noted() {
                continue;
            }
            for citation in all {
                early.entry(&citation.source).or_default().insert(period);
            }
        }
    }
    let finding = |(key, periods): (&Key, BTreeSet<Period>)| {
        let (source, published) = dated(briefing, key)?;
        let named = Value::list(periods.iter().take(NAMED).copied());
        let detail = message!(
            findings::figure_older_source_periods,
            publisher = &source.publisher,
            published = published,
            count = periods.len(),
            periods = named
        );
        Some(of_source(source, Outcome::Warn, label!(findings::figure_older_source), detail))
    };
    early.into_iter().filter_map(finding).collect()
}

/// Figures and rates of periods that were not over when the evidence was last looked through.
fn not_over(material: &Material<'_>) -> Vec<Finding> {
    let checked = material.briefing.manifest.checked;
    let mut found = Vec::new();
    let foretold = Foretold::of(material);
    for series in material.briefing.all_series() {
        let all_foretold = LazyCell::new(|| foretold.is_series(series));
        let is_ahead = |period: Period| period.days().1 > checked.last_day() && !*all_foretold;
        let held = series.observations.iter().filter(|own| is_ahead(own.period) && !foretold.is_noted(series, own));
        let values = held.map(|value| (value.period, &value.citations));
        let rates = series.published_growth.iter().filter(|own| is_ahead(own.period));
        let rates = rates.map(|growth| (growth.period, &growth.citations));
        let mut ahead: BTreeMap<Period, Vec<Citation>> = BTreeMap::new();
        for (period, citations) in values.chain(rates) {
            let all = ahead.entry(period).or_default();
            *all = with_sources(std::mem::take(all), citations);
        }
        found.extend(ahead.into_iter().map(|(period, citations)| {
            let detail = message!(findings::period_not_over_period, period = period, checked = checked);
            let subject = Subject::period(series, period);
            let title = label!(findings::period_not_over);
            Finding::new(Outcome::Fail, subject, title, detail, citations).caused_by(&checked)
        }));
    }
    found
}

/// The years that a text names, up to one.
pub(super) fn years(text: &str, last: i16) -> impl Iterator<Item = i16> + '_ {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    runs.filter_map(|run| run.parse().ok()).filter(move |year| (1900..=last).contains(year))
}

/// Evidence that has a source say something of a year that had not begun when it was published. What lies beyond the
/// last look at the evidence is a plan or a forecast, and may.
fn evidence(material: &Material<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let checked = briefing.manifest.checked.last_day().year();
    let one = |claim: &Claim, evidence: &Evidence| {
        // A charter or a plan sets what is to come.
        let (source, published) =
            dated(briefing, &evidence.source).filter(|(one, _)| one.kind != SourceKind::Official)?;
        let year = years(&evidence.says, checked).max()?;
        let last = published.last_day().year();
        // What the claim itself says of the next year was still to come for its source.
        let is_told = || year == last + 1 && is_said_of(material, claim, year);
        (year > last && !is_told()).then(|| {
            let detail = message!(
                findings::evidence_older_source_year,
                publisher = &source.publisher,
                published = published,
                year = year.to_string(),
                claim = &claim.statement
            );
            let (source, title) = (Citation::of(source.id.clone()), label!(findings::evidence_older_source));
            let finding = of_claim(briefing, claim, &[source], Outcome::Warn, title, detail);
            finding.apart(&evidence.source).caused_by(&evidence.source)
        })
    };
    let claims = briefing.claims.claims.iter();
    let mut found: Vec<Finding> = claims
        .flat_map(|claim| claim.evidence.iter().filter_map(|evidence| one(claim, evidence)).collect::<Vec<_>>())
        .collect();
    found.extend(each_held(material, part_not_over));
    found
}

/// Whether a claim or its sentences speak of a year, besides its evidence.
fn is_said_of(material: &Material<'_>, claim: &Claim, year: i16) -> bool {
    let own =
        [&claim.statement, &claim.reason, &claim.note].into_iter().any(|text| years(text, year).any(|own| own == year));
    let sentence = |at| material.texts().at(at).filter(|text| text.paraphrase_of().is_some());
    let mut said = material.briefing.locators(&claim.citations).flat_map(sentence);
    own || said.any(|text| text.reading.years().any(|own| own == year))
}

/// Evidence that has a source give a figure of a part of a year, or of a year that does not begin in January, which was
/// not over when it was published.
fn part_not_over(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let briefing = material.briefing;
    let (key, claim) = (text.field.strip_prefix("evidence:")?, text.claim()?);
    let evidence = claim.evidence.iter().find(|one| one.source.as_str() == key && one.says == text.text)?;
    let (source, published) = dated(briefing, &evidence.source)?;
    let is_figure = |quantity: &Quantity| quantity.number.is_fraction() || quantity.is_rate();
    let foretold = claim.kind == ClaimKind::Forecast && evidence.stance == Stance::Supports;
    if foretold || source.kind == SourceKind::Official || !text.reading.quantities().any(is_figure) {
        return None;
    }
    // Of a year that begins in another month the end is not known, but for the calendar year it lies in.
    let fiscal = text.reading.mentions.iter().filter_map(|mention| match mention.what {
        What::Span(from, until) if from.month.is_none() && from.year? + 1 == until.year? => {
            let first = civil::Date::new(until.year?, 1, 1).ok()?;
            Period::of_days(civil::Date::new(from.year?, 1, 1).ok()?, first)
        }
        _ => None,
    });
    let (checked, last) = (briefing.manifest.checked.last_day(), published.last_day());
    let early = |period: &Period| last < period.days().1 && period.days().1 <= checked;
    // Where the year itself had not begun, that is said already.
    let begun = |period: &Period| period.days().1.year() <= last.year() || period.months().is_none();
    let periods = text.reading.parts.iter().filter_map(Part::period).chain(fiscal);
    let period = periods.filter(|period| early(period) && begun(period)).max()?;
    let detail = message!(
        findings::evidence_older_source_period,
        publisher = &source.publisher,
        published = published,
        period = if period.months().is_none() { Period::of_year(period.days().1.year()) } else { period },
        claim = &claim.statement
    );
    let (cited, title) = (Citation::of(source.id.clone()), label!(findings::evidence_older_source));
    let finding = of_claim(briefing, claim, &[cited], Outcome::Warn, title, detail);
    Some(finding.apart(&evidence.source).apart(&"part").caused_by(&evidence.source))
}

/// What came of a forecast, read in a source of before its period was over.
fn outcomes(material: &Material<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let one = |claim: &Claim| {
        let forecast = claim.forecast.as_ref()?;
        let (period, outcome) = (forecast.period?, forecast.outcome.as_ref()?);
        let early = outcome.citations.iter().find(|citation| is_early(briefing, citation, period))?;
        let (source, published) = dated(briefing, &early.source)?;
        let detail = message!(
            findings::outcome_older_source_period,
            publisher = &source.publisher,
            published = published,
            period = period
        );
        let (subject, citations) = (Subject::Claim(claim.id.clone()), outcome.citations.clone());
        Some(Finding::new(Outcome::Warn, subject, label!(findings::outcome_older_source), detail, citations))
    };
    briefing.claims.claims.iter().filter_map(one).collect()
}

/// The latest day of publication of what something is read in; none where the date of one is not known.
fn latest(briefing: &Briefing, citations: &[Citation]) -> Option<Date> {
    let all: Option<Vec<Date>> = citations.iter().map(|citation| Some(dated(briefing, &citation.source)?.1)).collect();
    all?.into_iter().max_by_key(|date| date.last_day())
}

/// Spells and mergers of status that only sources of before them report.
fn spells(material: &Material<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let mut found = Vec::new();
    for roster in &briefing.rosters {
        for spell in &roster.spells {
            let Some(latest) = latest(briefing, &spell.citations) else { continue };
            let slack = jiff::Span::new().days(i64::from(spell.within_days.unwrap_or_default()));
            if spell.from.first_day() > latest.last_day().saturating_add(slack) {
                let detail = message!(
                    findings::spell_older_source_state,
                    state = material.state_name(&spell.state).to_owned(),
                    from = spell.from,
                    published = latest
                );
                let subject = Subject::State(spell.state.clone());
                let title = label!(findings::spell_older_source);
                let finding = Finding::new(Outcome::Warn, subject, title, detail, spell.citations.clone());
                let finding = finding.apart(&format_args!("{}:{}", spell.status, spell.from));
                found.push(finding.caused_by(&cited(&spell.citations)));
            }
        }
        for (status, merger) in roster.statuses.iter().filter_map(|status| Some((status, status.merged.as_ref()?))) {
            let Some(latest) = latest(briefing, &merger.citations) else { continue };
            if merger.on.first_day() > latest.last_day() {
                let detail = message!(
                    findings::spell_older_source_state,
                    state = status.name.clone(),
                    from = merger.on,
                    published = latest
                );
                let title = label!(findings::spell_older_source);
                let finding = Finding::new(Outcome::Warn, Subject::Briefing, title, detail, merger.citations.clone());
                found.push(finding.apart(&status.id).caused_by(&cited(&merger.citations)));
            }
        }
    }
    found
}

/// Events, milestones and the meeting itself after the day on which the evidence was last looked through. What no
/// document tells of may well lie ahead.
fn to_come(material: &Material<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let checked = briefing.manifest.checked;
    let ahead = |date: Date| date.first_day() > checked.last_day();
    let say = |label: &str, date: Date, subject: Subject, citations: &[Citation]| {
        let detail = message!(findings::still_to_come_date, label = label.to_owned(), date = date, checked = checked);
        let title = label!(findings::still_to_come);
        Finding::new(Outcome::Warn, subject, title, detail, citations.to_vec()).caused_by(&checked)
    };
    // What a state, an organisation or the originator itself announces is still to come, and is said to be.
    let announced = |citations: &[Citation]| {
        let official = |source: &Source| source.primary || source.kind == SourceKind::Official;
        citations.iter().any(|citation| briefing.source(&citation.source).is_some_and(official))
    };
    let mut found = Vec::new();
    // So is what the sentence itself says that is cited for it.
    let printed = |event: &Event| {
        let sentences = briefing.locators(&event.citations).flat_map(|at| material.texts().at(at));
        let (from, until) = (event.from.first_day(), event.from.last_day());
        let exact = |day: &Day| {
            let month = day.month.is_some() || event.from.precision() == Precision::Year;
            day.year.is_some() && month && day.meets(from, until)
        };
        sentences
            .filter(|text| text.paraphrase_of().is_some())
            .flat_map(|text| text.reading.days())
            .any(|day| exact(&day))
    };
    let events = briefing.chronology().iter().filter(|event| ahead(event.from) && !announced(&event.citations));
    let events = events.filter(|event| !printed(event));
    for event in events {
        found.push(say(&event.label, event.from, Subject::Event(event.id.clone()), &event.citations));
    }
    for milestone in briefing.trades.iter().flat_map(|trade| &trade.milestones).filter(|one| ahead(one.on)) {
        found.push(say(&milestone.label, milestone.on, Subject::Milestone(milestone.on), &milestone.citations));
    }
    let told = briefing.meeting.as_ref().filter(|_| briefing.document_source().is_some());
    if let Some(meeting) = told.filter(|meeting| ahead(meeting.date)) {
        found.push(say(&meeting.headline.text, meeting.date, Subject::Briefing, &meeting.citations).apart(&"meeting"));
    }
    found
}

/// How far a roster is known: to the day that the briefing speaks of at least, and not beyond the last look at it.
fn known_until(material: &Material<'_>) -> Vec<Finding> {
    let manifest = &material.briefing.manifest;
    let one = |roster: &crate::briefing::Roster| {
        let (known, short) = (roster.known_until, roster.organisation.short.clone());
        let detail = if known.last_day() < manifest.as_of.first_day() {
            message!(findings::known_until_before, organisation = short, known = known, as_of = manifest.as_of)
        } else if known.first_day() > manifest.checked.last_day() {
            message!(findings::known_until_after, organisation = short, known = known, checked = manifest.checked)
        } else {
            return None;
        };
        let citations = roster.organisation.citations.clone();
        let finding = Finding::new(Outcome::Warn, Subject::Briefing, label!(findings::known_until), detail, citations);
        Some(finding.apart(&roster.organisation.id))
    };
    let rosters = material.briefing.rosters.iter().filter(|roster| !roster.states.is_empty());
    rosters.filter_map(one).collect()
}

/// Copies that an archive is said to have taken before there was anything to take, or after the last look at it.
fn archived(material: &Material<'_>) -> Vec<Finding> {
    let checked = material.briefing.manifest.checked;
    let one = |source: &Source| {
        let on = source.archived.as_ref()?.on;
        let early: Option<civil::Date> =
            source.published.map(Date::first_day).filter(|published| on.last_day() < *published);
        let late = on.first_day() > checked.last_day();
        (early.is_some() || late).then(|| {
            let against = source.published.filter(|_| early.is_some()).unwrap_or(checked);
            let detail =
                message!(findings::archived_copy_date, publisher = &source.publisher, on = on, against = against);
            of_source(source, Outcome::Warn, label!(findings::archived_copy), detail).likely_caused_by(&against)
        })
    };
    material.briefing.sources.sources.iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, sentences};
    use crate::briefing::{ArchivedCopy, Briefing, Citation, Date, Period, Source};

    fn after(change: impl FnOnce(&mut Briefing)) -> Vec<String> {
        found_after(CHECKS, change)
    }

    fn date(text: &str) -> Date {
        text.parse().expect(text)
    }

    fn of(key: &'static str, change: impl FnOnce(&mut Source)) -> Vec<String> {
        after(|b| change(b.sources.sources.iter_mut().find(|source| source.id.as_str() == key).expect(key)))
    }

    #[test]
    fn nothing_bundled_is_older_than_it_can_be() {
        assert_eq!(after(|_| ()), [""; 0]);
    }

    #[test]
    fn a_figure_is_read_in_what_was_published_after_its_period() {
        let published = |key, on: &str| of(key, |source| source.published = Some(date(on)));
        assert_eq!(published("lenta-20250807", "2025-06-14"), ["Warn figure-older-source"], "one finding for six");
        assert_eq!(published("rt-448783", "2018"), [""; 0], "some day of 2018 is its last");
        assert!(published("afternoonvoice-202207", "2020").contains(&"Warn figure-older-source".to_owned()));
        let foretold = |subject: &'static str| {
            after(|b| {
                let source = b.sources.sources.iter_mut().find(|source| source.id.as_str() == "lenta-20250807");
                source.expect("a source").published = Some(date("2025-06-14"));
                subject.clone_into(&mut b.trades[0].subject);
            })
        };
        assert_eq!(foretold("Quotas of trade"), [""; 0], "a quota is set before its time");
        assert_eq!(foretold("Прогноз торговли"), [""; 0]);
        let noted = |note: &'static str| {
            after(|b| {
                let source = b.sources.sources.iter_mut().find(|source| source.id.as_str() == "lenta-20250807");
                source.expect("a source").published = Some(date("2025-06-14"));
                for series in &mut b.trades[0].series {
                    series.published_growth.clear();
                    series.observations.iter_mut().for_each(|own| own.note = Some(note.to_owned()));
                }
            })
        };
        let is_older = |found: Vec<String>| found.contains(&"Warn figure-older-source".to_owned());
        assert!(!is_older(noted("A quota, as it was set the year before.")));
        assert!(!is_older(noted("Оценка ведомства, предварительная.")));
        assert!(is_older(noted("As it was told in the spring.")));
        let found = published("tass-2071285", "2025-11-01");
        assert_eq!(found, ["Warn figure-older-source", "Warn outcome-older-source"]);
    }

    #[test]
    fn a_period_is_over_and_an_event_past() {
        let ahead = after(|b| b.trades[0].series[0].observations[0].period = Period::of_year(2027));
        assert!(ahead.contains(&"Fail period-not-over".to_owned()), "{ahead:?}");
        let event = after(|b| b.meeting.as_mut().expect("a meeting").chronology[0].from = date("2027-05"));
        assert_eq!(event, ["Warn still-to-come"]);
        let printed = |paraphrase: &'static str| {
            after(|b| {
                let sentence = &mut sentences(b)[0];
                paraphrase.clone_into(&mut sentence.paraphrase);
                let at = sentence.at;
                let source = b.document_source().expect("a document").clone();
                let event = &mut b.meeting.as_mut().expect("a meeting").chronology[0];
                (event.from, event.citations) = (date("2027-05"), vec![Citation::of_sentence(source, at)]);
            })
        };
        assert_eq!(printed("They are to meet again in May 2027."), [""; 0], "the sentence says so itself");
        assert_eq!(printed("Los ministros de los dos países se verán de nuevo en mayo de 2027."), [""; 0]);
        assert_eq!(printed("They are to meet again in 2027."), ["Warn still-to-come"], "not in what month");
        assert_eq!(after(|b| b.trades[0].milestones[0].on = date("2026-12")), ["Warn still-to-come"]);
        assert_eq!(after(|b| b.trades[0].milestones[0].on = date("2026")), [""; 0], "some of it is past");
    }

    #[test]
    fn evidence_speaks_of_what_was() {
        let says = |says: &'static str| {
            after(move |b| {
                let claim = b.claims.claims.iter_mut().find(|claim| claim.id.as_str() == "meeting-in-beijing");
                says.clone_into(&mut claim.expect("a claim").evidence[0].says);
            })
        };
        assert_eq!(says("met on 13 July 2026"), ["Warn evidence-older-source"]);
        assert_eq!(says("aims at 2030"), [""; 0]);
        let told = |reason: &'static str| {
            after(move |b| {
                let claim = b.claims.claims.iter_mut().find(|claim| claim.id.as_str() == "meeting-in-beijing");
                let claim = claim.expect("a claim");
                reason.clone_into(&mut claim.reason);
                "they are to meet in July 2026".clone_into(&mut claim.evidence[0].says);
            })
        };
        assert_eq!(told("They are to meet again in 2026."), [""; 0], "it was announced");
        assert_eq!(told("Снова встретятся в 2026 году."), [""; 0]);
    }

    #[test]
    fn a_status_is_reported_on_its_day_or_later() {
        let spell = |from: &str| {
            after(|b| {
                let spell = b.rosters[0].spells.iter_mut().find(|s| s.state.as_str() == "cambodia").expect("a spell");
                spell.citations.retain(|citation| citation.source.as_str() == "uztag-cambodia");
                spell.from = date(from);
            })
        };
        assert_eq!(spell("2016-09-24"), ["Warn spell-older-source"]);
        assert_eq!(spell("2015-09-26"), [""; 0]);
        let merged = after(|b| b.rosters[0].statuses[1].merged.as_mut().expect("a merger").on = date("2026-01-05"));
        assert_eq!(merged, ["Warn spell-older-source"]);
    }

    #[test]
    fn a_roster_is_known_as_far_as_it_is_asked_and_looked_at() {
        assert_eq!(after(|b| b.rosters[0].known_until = date("2025-06-30")), ["Warn known-until"]);
        assert_eq!(after(|b| b.rosters[0].known_until = date("2027")), ["Warn known-until"]);
        assert_eq!(after(|b| b.rosters[0].known_until = date("2025")), [""; 0]);
    }

    #[test]
    fn a_copy_is_taken_of_what_is_there() {
        let copy = |on: &'static str| {
            of("dawn-146634", |source| {
                let address = "https://web.archive.org/web/1/dawn".to_owned();
                source.archived = Some(ArchivedCopy { address, on: date(on) });
            })
        };
        assert_eq!(copy("2005-06-30"), ["Warn archived-copy"]);
        assert_eq!(copy("2027-01-01"), ["Warn archived-copy"]);
        assert_eq!(copy("2005-07"), [""; 0]);
    }
}
