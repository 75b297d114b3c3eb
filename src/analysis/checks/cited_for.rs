//! What a source is cited for, against what its title and its note say it can bear: figures and statuses of other states
//! than those it speaks of, growth that its title gives otherwise, and what its note says it was not used for.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rust_decimal::Decimal;

use super::texts::{About, Text};
use super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::analysis::fold::{fold, known_by, words};
use crate::analysis::reading::{Named, Quantity, Way};
use crate::briefing::{Citation, FlowRole, Key, Period, Roster, Series, Source, SourceKind, Spell};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check { key: "source-subject", needs: Needs::Nothing, holds: label!(checks::source_subject), run: subjects },
    Check { key: "growth-of-title", needs: Needs::Figures, holds: label!(checks::growth_of_title), run: growth },
];

/// The title of each source, as it was read.
pub(super) fn fields<'m, 'a>(material: &'m Material<'a>, field: &str) -> HashMap<&'m str, &'m Text<'a>> {
    let of_source = |text: &'m Text<'a>| match &text.subject {
        Subject::Source(key) if matches!(text.about, About::Source) && &*text.field == field => {
            Some((key.as_str(), text))
        }
        _ => None,
    };
    material.texts().all.iter().filter_map(of_source).collect()
}

/// The states that a text names.
pub(super) fn states<'a>(text: &Text<'a>) -> BTreeSet<&'a Key> {
    text.named(Named::State).map(|name| name.of).collect()
}

/// What a series gives, figures and rates, each with its period, its flow and where it is read.
pub(super) fn given(series: &Series) -> impl Iterator<Item = (Period, &Key, &[Citation])> {
    let observed = series.observations.iter().map(|one| (one.period, &one.flow, one.citations.as_slice()));
    observed.chain(series.published_growth.iter().map(|one| (one.period, &one.flow, one.citations.as_slice())))
}

/// Figures and spells that cite what speaks of other states alone.
fn subjects(material: &Material<'_>) -> Vec<Finding> {
    let titles = fields(material, "title");
    let briefing = material.briefing;
    // The sources that speak of some states by name; the document, works and what nobody looked up speak of all.
    let mut speaking: HashMap<&Key, (&Source, BTreeSet<&Key>)> = HashMap::new();
    for source in &briefing.sources.sources {
        let all = matches!(source.kind, SourceKind::Reference | SourceKind::GeneralKnowledge)
            || briefing.document_source() == Some(&source.id);
        let named = titles.get(source.id.as_str()).map(|title| states(title));
        if let Some(named) = named.filter(|named| !named.is_empty() && !all) {
            speaking.insert(&source.id, (source, named));
        }
    }
    let astray = |citations: &[Citation], meant: &BTreeSet<&Key>| -> Option<&Source> {
        let other = |citation: &Citation| {
            let (source, named) = speaking.get(&citation.source)?;
            named.is_disjoint(meant).then_some(*source)
        };
        citations.iter().find_map(other)
    };
    let finding = |subject: Subject, field: &str, source: &Source| {
        let (publisher, title) = (&source.publisher, &source.title);
        let detail = message!(findings::source_subject_other, publisher = publisher, title = title);
        let cited = vec![Citation::of(source.id.clone())];
        Finding::new(Outcome::Warn, subject, label!(findings::source_subject), detail, cited)
            .apart(&field)
            .apart(&source.id)
            .likely_caused_by(&source.id)
    };
    let mut found = Vec::new();
    for (series, subject) in with_subjects(material) {
        let meant = states(subject);
        if meant.is_empty() {
            continue;
        }
        for (period, flow, citations) in given(series) {
            let source = astray(citations, &meant);
            found.extend(source.map(|source| finding(Subject::period(series, period), flow.as_str(), source)));
        }
    }
    for roster in &briefing.rosters {
        let bodies = bodies(roster);
        // What is rightly cited for the status of one state may tell of that of another.
        let own = |spell: &Spell, citation: &Citation| {
            speaking.get(&citation.source).is_some_and(|(_, named)| named.contains(&spell.state))
        };
        let of_statuses: BTreeSet<&Key> = (roster.spells.iter())
            .flat_map(|spell| spell.citations.iter().filter(|citation| own(spell, citation)))
            .map(|citation| &citation.source)
            .collect();
        for spell in &roster.spells {
            let Some(source) = astray(&spell.citations, &BTreeSet::from([&spell.state])) else { continue };
            if of_statuses.contains(&source.id) {
                continue;
            }
            let title = fold(&source.title);
            let words: BTreeSet<&str> = words(&title).collect();
            let known = known_by(&source.title);
            // What speaks of the body, or of the status, may speak of all that have it.
            let of_status = roster.statuses.iter().flat_map(|status| [&status.name, &status.plural]);
            let of_status = of_status.map(|name| fold(name)).any(|name| !name.is_empty() && title.contains(&name));
            if of_status
                || bodies.iter().any(|body| {
                    words.contains(body.as_str()) || known.contains(body.as_str()) && body.chars().count() > 4
                })
            {
                continue;
            }
            let field = format!("{}:{}", spell.status, spell.from);
            found.push(finding(Subject::State(spell.state.clone()), &field, source));
        }
    }
    found
}

/// Each series with what its figures are of.
fn with_subjects<'m, 'a>(material: &'m Material<'a>) -> impl Iterator<Item = (&'m Series, &'m Text<'a>)> {
    let subjects = material.texts().all.iter().filter(|text| &*text.field == "trade-subject");
    let each = material.briefing.trades.iter().zip(subjects);
    each.flat_map(|(trade, subject)| trade.series.iter().map(move |series| (series, subject)))
}

/// What an organisation is called: its names, its initials in each language, its short name.
fn bodies(roster: &Roster) -> Vec<String> {
    let organisation = &roster.organisation;
    let initials = |name: &str| {
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
        words.filter_map(|word| word.chars().next()).collect::<String>()
    };
    let names = organisation.names.iter().flat_map(|(_, name)| [known_by(name), known_by(&initials(name))]);
    let all = names.chain([known_by(&organisation.short)]);
    all.filter(|name| name.chars().count() > 1).collect()
}

/// Growth of the whole that is read in a source whose title gives another.
fn growth(material: &Material<'_>) -> Vec<Finding> {
    let titles = fields(material, "title");
    let mut found = Vec::new();
    for series in material.briefing.all_series() {
        // What a source gives of a period: its title may be of one direction.
        let mut given: BTreeMap<(&Key, Period), Vec<Decimal>> = BTreeMap::new();
        for growth in &series.published_growth {
            for citation in &growth.citations {
                given.entry((&citation.source, growth.period)).or_default().push(growth.percent);
            }
        }
        let is_total = |flow: &Key| series.flows.iter().any(|own| own.id == *flow && own.role == FlowRole::Total);
        for growth in series.published_growth.iter().filter(|growth| is_total(&growth.flow)) {
            let [only] = &growth.citations[..] else { continue };
            let Some(title) = titles.get(only.source.as_str()) else { continue };
            let rates: Vec<&Quantity> = title.reading.quantities().filter(|quantity| quantity.is_rate()).collect();
            let [rate] = rates[..] else { continue };
            let years: Vec<i16> = title.reading.years().collect();
            let other_year = !years.is_empty() && !years.contains(&growth.period.year());
            let given = given.get(&(&only.source, growth.period));
            if other_year || given.into_iter().flatten().any(|percent| agrees(rate, *percent)) {
                continue;
            }
            let detail =
                message!(findings::growth_of_title_other, percent = growth.percent, title = title.text.to_owned());
            let subject = Subject::period(series, growth.period);
            let finding = Finding::new(
                Outcome::Warn,
                subject,
                label!(findings::growth_of_title),
                detail,
                growth.citations.clone(),
            );
            found.push(finding.apart(&growth.flow));
        }
    }
    found
}

/// Whether a rate in words is a growth, rounded, and goes the same way.
fn agrees(rate: &Quantity, percent: Decimal) -> bool {
    let way = if percent.is_sign_negative() { Way::Down } else { Way::Up };
    rate.number.agrees(percent) && rate.way.is_none_or(|said| said == way)
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::{Briefing, Citation, Key, Observation, Spell};

    fn key(text: &str) -> Key {
        text.to_owned().try_into().expect(text)
    }

    fn cites(of: &mut Vec<Citation>, source: &str) {
        *of = vec![Citation::of(key(source))];
    }

    fn observation<'b>(briefing: &'b mut Briefing, flow: &str, period: &str) -> &'b mut Observation {
        let mut all = briefing.trades[0].series.iter_mut().flat_map(|series| &mut series.observations);
        all.find(|one| one.flow.as_str() == flow && one.period.to_string() == period).expect(period)
    }

    fn spell<'b>(briefing: &'b mut Briefing, state: &str, status: &str) -> &'b mut Spell {
        let mut all = briefing.rosters[0].spells.iter_mut();
        all.find(|one| one.state.as_str() == state && one.status.as_str() == status).expect(state)
    }

    #[test]
    fn a_source_speaks_of_the_states_that_it_is_cited_for() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (flow, period, source) in [
            ("total", "2018", "militarytimes-20191007"),
            ("russia-to-china", "2022", "uyghurtimes-iran"),
            ("total", "2023", "cri-20160322"),
            ("total", "2020", "dawn-146634"),
        ] {
            let found = found_after(CHECKS, |b| cites(&mut observation(b, flow, period).citations, source));
            assert_eq!(found, ["Warn source-subject"], "{source}");
        }
        for (state, status, source) in [
            ("nepal", "dialogue-partner", "tass-2013833"),
            ("iran", "member", "moscowtimes-20250714"),
            ("egypt", "dialogue-partner", "liga-2025"),
        ] {
            let found = found_after(CHECKS, |b| cites(&mut spell(b, state, status).citations, source));
            assert_eq!(found, ["Warn source-subject"], "{source}");
        }
    }

    #[test]
    fn what_speaks_of_a_body_or_of_nobody_can_be_cited_for_all() {
        for (state, source) in [
            ("nepal", "inform-kz-a2882200"),
            ("egypt", "trend-1488548"),
            ("egypt", "business-standard-20171201"),
            ("qatar", "news-az-belarus"),
        ] {
            let found = found_after(CHECKS, |b| cites(&mut spell(b, state, "dialogue-partner").citations, source));
            assert_eq!(found, [""; 0], "{source}");
        }
        for source in ["chinaeconomicreview-20240115", "afternoonvoice-202207", "1prime-20260310", "article"] {
            let found = found_after(CHECKS, |b| cites(&mut observation(b, "total", "2018").citations, source));
            assert_eq!(found, [""; 0], "{source}");
        }
    }

    #[test]
    fn growth_is_that_of_the_title_it_is_read_in() {
        let percent = |period: &str, percent: &str| {
            found_after(CHECKS, |briefing| {
                let mut all = briefing.trades[0].series.iter_mut().flat_map(|series| &mut series.published_growth);
                let growth = all.find(|one| one.flow.as_str() == "total" && one.period.to_string() == period);
                growth.expect(period).percent = percent.parse().expect(percent);
            })
        };
        for (period, wrong) in [
            ("2025-01/2025-10", "-9.9"),
            ("2025-01/2025-07", "8.1"),
            ("2025-01/2025-09", "-4.9"),
            ("2026-01/2026-04", "17.9"),
        ] {
            assert_eq!(percent(period, wrong), ["Warn growth-of-title"], "{period}");
        }
        assert_eq!(percent("2026-01/2026-04", "19.68"), [""; 0], "with more digits");
    }
}
