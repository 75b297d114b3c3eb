//! What does not add up in a briefing, and what does.
//!
//! A check holds the document against itself and against the rest of the briefing. It judges nothing that needs a
//! reader; it counts, compares and computes, and says so with the numbers put in. What holds is said of the document;
//! of the context around it only what does not hold, and [`silent`] names the checks that found nothing.

mod citations;
mod evidence;
mod finding;
mod forecasts;
mod growth;
#[cfg(test)]
mod harmed;
mod magnitudes;
mod names;
mod open;
mod order;
mod printed;
mod query;
mod quotations;
mod relative;
mod series;
mod spells;
mod sums;
mod units;
mod words;

use std::collections::BTreeSet;

pub use finding::{Check, Finding, Outcome, Place};
pub use open::Open;
pub use query::ChecksQuery;

use crate::briefing::{Briefing, Citation, Locator};

/// What one file of checks finds.
type Findings = fn(&Briefing) -> Vec<Finding>;

/// Every file of checks: what it checks, and what it finds.
const ALL: [(&[Check], Findings); 14] = [
    (sums::CHECKS, sums::findings),
    (growth::CHECKS, growth::findings),
    (magnitudes::CHECKS, magnitudes::findings),
    (units::CHECKS, units::findings),
    (words::CHECKS, words::findings),
    (printed::CHECKS, printed::findings),
    (names::CHECKS, names::findings),
    (spells::CHECKS, spells::findings),
    (order::CHECKS, order::findings),
    (relative::CHECKS, relative::findings),
    (forecasts::CHECKS, forecasts::findings),
    (quotations::CHECKS, quotations::findings),
    (citations::CHECKS, citations::findings),
    (evidence::CHECKS, evidence::findings),
];

/// The name of the check that acknowledgements themselves are held to.
const ACKNOWLEDGED: Check =
    Check { name: "acknowledgement", holds: "Every acknowledgement speaks of something that is found" };

/// Every check there is.
pub fn checks() -> impl Iterator<Item = &'static Check> {
    ALL.iter().flat_map(|(checks, _)| *checks).chain([&ACKNOWLEDGED])
}

/// The checks that were run and found nothing to say.
pub fn silent(findings: &[Finding]) -> Vec<&'static Check> {
    checks().filter(|check| findings.iter().all(|finding| finding.check != check.name)).collect()
}

/// Everything the checks find: worst first, then in the order of the document.
pub fn run(briefing: &Briefing) -> Vec<Finding> {
    let mut findings: Vec<Finding> = ALL.iter().flat_map(|(_, find)| find(briefing)).collect();
    acknowledge(briefing, &mut findings);
    findings.sort_by_cached_key(|finding| {
        let first = briefing.places(&finding.citations).min();
        (finding.outcome, first.is_none(), first)
    });
    findings
}

/// The findings that share a place in the document with some citations, in their order.
pub fn touching<'a>(briefing: &Briefing, findings: &'a [Finding], citations: &[Citation]) -> Vec<&'a Finding> {
    let here: BTreeSet<Locator> = briefing.places(citations).collect();
    findings.iter().filter(|finding| briefing.places(&finding.citations).any(|at| here.contains(&at))).collect()
}

/// Marks the failures and warnings that the briefing acknowledges. An acknowledgement of nothing is itself a warning.
fn acknowledge(briefing: &Briefing, findings: &mut Vec<Finding>) {
    let mut idle = Vec::new();
    for acknowledgement in &briefing.manifest.acknowledged {
        let about = |finding: &Finding| {
            finding.check == acknowledgement.check
                && matches!(finding.outcome, Outcome::Fail | Outcome::Warn)
                && acknowledgement.about.as_ref().is_none_or(|about| finding.place.to_string() == *about)
        };
        let mut found = false;
        for finding in findings.iter_mut().filter(|finding| about(finding)) {
            finding.acknowledged.get_or_insert_with(|| acknowledgement.reason.clone());
            found = true;
        }
        if !found {
            let about = acknowledgement.about.as_ref().map_or_else(String::new, |about| format!(" about {about}"));
            let detail = format!("{} finds nothing{about}: {}", acknowledgement.check, acknowledgement.reason);
            let title = "Acknowledged without need";
            idle.push(Finding::new(ACKNOWLEDGED.name, Outcome::Warn, Place::Briefing, title, detail, Vec::new()));
        }
    }
    findings.append(&mut idle);
}

/// Citations of places in the document, each once and in its order.
fn citing(briefing: &Briefing, places: impl IntoIterator<Item = Locator>) -> Vec<Citation> {
    let places: BTreeSet<Locator> = places.into_iter().collect();
    places.into_iter().map(|at| briefing.document_citation(at)).collect()
}

/// Adds what else was held against the document: each citation that is not yet there.
fn with_sources<'a>(mut citations: Vec<Citation>, others: impl IntoIterator<Item = &'a Citation>) -> Vec<Citation> {
    for other in others {
        if !citations.contains(other) {
            citations.push(other.clone());
        }
    }
    citations
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Finding, Outcome, Place, checks, run, silent, touching};
    use crate::briefing::{Acknowledgement, AsPrinted, Briefing, Citation};

    /// Each finding as `outcome check places`.
    fn written(briefing: &Briefing, findings: &[Finding]) -> Vec<String> {
        let line = |finding: &Finding| {
            let at: Vec<String> = briefing.places(&finding.citations).map(|at| at.to_string()).collect();
            format!("{} {} {}", finding.outcome.label(), finding.check, at.join(", "))
        };
        findings.iter().map(line).collect()
    }

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    fn cites(briefing: &Briefing, at: &str) -> Citation {
        Citation { source: briefing.document.source.clone(), at: Some(at.parse().expect(at)) }
    }

    #[test]
    fn the_bundled_briefing_has_these_findings_and_no_other() {
        let briefing = bundled();
        assert_eq!(
            written(&briefing, &run(&briefing)),
            [
                "Fail cause-after-effect 4.2",
                "Fail duplicate-entry 4.4",
                "Fail distinct-states 4.4",
                "Fail printed-against-roster 4.4",
                "Fail forecast-against-outcome 8.3",
                "Warn wording 2.2",
                "Warn basis-stated 7.1",
                "Warn forecast-source 8.3",
                "Pass quotation-closed 2.1, 2.2",
                "Pass printed-against-roster 4.3",
                "Pass printed-against-roster 4.4",
                "Pass direction-sum 7.1, 8.1",
                "Pass unit-stated 7.1",
                "Info relative-date 1.1, 8.1",
                "Info spelling 1.3, 4.1",
                "Info growth 7.1",
                "Info compound-growth 7.1",
                "Info balance 8.1",
            ]
        );
    }

    #[test]
    fn details_have_the_numbers_put_in() {
        let details: Vec<String> =
            run(&bundled()).into_iter().map(|f| format!("{}: {}", f.title, f.detail).replace('\u{a0}', " ")).collect();
        assert_eq!(
            details,
            [
                "Effect before its cause: SCO founded 15 Jun 2001, US operation in Afghanistan 7 Oct 2001: \
                 the effect came 114 days before its cause",
                "Named twice: Nepal stands twice among the dialogue partners",
                "Fewer states than entries: 13 states in 14 entries of dialogue partners",
                "Missing from the list: 13 of 14 dialogue partners on 14 Jul 2025; missing: Türkiye",
                "Forecast against outcome: 2025 trade stays near 2024’s level. Trade in 2025 came to US$228.105 bn, \
                 published as 6.9 % less than in 2024.",
                "Quotation lacks its main verb: Kept as printed: Quotation runs on: UN, SCO, BRICS, G20",
                "Basis not stated: Prices, valuation, reporter not named; the series has current prices, \
                 imports CIF, exports FOB, China customs (GACC)",
                "Forecast without a source: nobody is named for it: 2025 trade stays near 2024’s level",
                "Quotation marks: opened in ¶2·1, closed in ¶2·2",
                "Complete list: 10 of 10 members on 14 Jul 2025",
                "Complete list: 2 of 2 observers on 14 Jul 2025",
                "Sum of directions, 2024: 129.32 + 115.49 = 244.81, printed 244.8",
                "Unit stated: US$ bn",
                "Relative dates: “yesterday” is 13 Jul 2025; “last year” is 2024",
                "Spelling varies: SCO: Organization in ¶1·3, Organisation in ¶4·1",
                "Growth, 2021–2024: 244.8 / 146.88 − 1 = 66.67 %",
                "Compound annual growth, 2021–2024: (244.8 / 146.88)^(1/3) − 1 = 18.56 %",
                "Russia’s balance, 2024: 129.32 − 115.49 = +13.83",
            ]
        );
    }

    #[test]
    fn a_statement_is_touched_by_the_findings_that_share_its_place() {
        let briefing = bundled();
        let findings = run(&briefing);
        let touch = |citations: &[Citation]| {
            let found = touching(&briefing, &findings, citations);
            found.into_iter().map(|finding| finding.check).collect::<Vec<_>>()
        };
        assert_eq!(
            touch(&[cites(&briefing, "7.1")]),
            ["basis-stated", "direction-sum", "unit-stated", "growth", "compound-growth"]
        );
        assert_eq!(
            touch(&[cites(&briefing, "8.3"), cites(&briefing, "4.3")]),
            ["forecast-against-outcome", "forecast-source", "printed-against-roster"]
        );
        assert_eq!(touch(&[cites(&briefing, "1.2")]), [""; 0]);
        let whole = Citation { source: briefing.document.source.clone(), at: None };
        assert_eq!(touch(&[whole]), [""; 0], "the document as a whole is no place in it");
        let merger = briefing.roster.statuses.iter().find_map(|status| status.merged.as_ref()).expect("a merger");
        assert_eq!(touch(&merger.citations), [""; 0], "another source is no place in the document");
    }

    #[test]
    fn every_finding_cites_the_document_first_and_nothing_twice() {
        let briefing = bundled();
        for finding in run(&briefing) {
            assert!(finding.citations.first().is_some_and(|first| briefing.is_document(first)), "{finding:?}");
            let unlike: BTreeSet<&Citation> = finding.citations.iter().collect();
            assert_eq!(unlike.len(), finding.citations.len(), "{finding:?}");
            for citation in &finding.citations {
                assert!(briefing.source(&citation.source).is_some(), "{citation:?} leads nowhere");
                assert!(citation.at.is_none() || briefing.sentence(citation).is_some(), "{citation:?} leads nowhere");
            }
        }
    }

    #[test]
    fn the_worst_comes_first_and_each_outcome_has_its_word() {
        assert!(Outcome::ALL.is_sorted());
        assert_eq!(Outcome::ALL.map(Outcome::label), ["Fail", "Warn", "Pass", "Info"]);
    }

    #[test]
    fn the_order_of_the_files_changes_nothing_but_ties() {
        let mut briefing = bundled();
        let mut before = written(&briefing, &run(&briefing));
        briefing.roster.printed.reverse();
        briefing.roster.spells.reverse();
        briefing.claims.claims.reverse();
        briefing.trade.series[0].observations.reverse();
        let mut after = written(&briefing, &run(&briefing));
        before.sort();
        after.sort();
        assert_eq!(before, after);
    }

    #[test]
    fn an_empty_briefing_has_no_findings() {
        let mut briefing = bundled();
        briefing.roster.printed.clear();
        briefing.claims.claims.clear();
        briefing.claims.key_points.clear();
        briefing.trade.series.clear();
        briefing.document.sentences.iter_mut().for_each(|sentence| sentence.as_printed = AsPrinted::default());
        assert_eq!(run(&briefing), []);
    }

    #[test]
    fn every_check_has_one_name_and_every_finding_one_check() {
        let names: BTreeSet<&str> = checks().map(|check| check.name).collect();
        assert_eq!(names.len(), checks().count(), "a name is given twice");
        let findings = run(&bundled());
        assert!(findings.iter().all(|finding| names.contains(finding.check)));
        let found: BTreeSet<&str> = findings.iter().map(|finding| finding.check).collect();
        assert_eq!(silent(&findings).len() + found.len(), names.len());
    }

    fn acknowledged(check: &str, about: Option<&str>) -> Vec<Finding> {
        let mut briefing = bundled();
        let reason = "The article was printed so".to_owned();
        let about = about.map(str::to_owned);
        briefing.manifest.acknowledged.push(Acknowledgement { check: check.to_owned(), about, reason });
        run(&briefing)
    }

    #[test]
    fn what_is_acknowledged_is_still_found_and_says_why() {
        let open = |findings: &[Finding]| findings.iter().filter(|finding| finding.is_open()).count();
        assert_eq!(open(&run(&bundled())), 8);
        for about in [None, Some("nepal")] {
            let findings = acknowledged("duplicate-entry", about);
            assert_eq!(findings.len(), 18, "it is still shown");
            assert_eq!(open(&findings), 7);
            let twice = findings.iter().find(|finding| finding.check == "duplicate-entry").expect("found");
            assert_eq!(twice.acknowledged.as_deref(), Some("The article was printed so"));
        }
    }

    #[test]
    fn an_acknowledgement_of_nothing_is_a_warning() {
        for (check, about) in [("duplicate-entry", Some("india")), ("no-such-check", None), ("growth", None)] {
            let findings = acknowledged(check, about);
            assert_eq!(findings.len(), 19, "{check}");
            let idle = findings.iter().find(|finding| finding.check == "acknowledgement").expect(check);
            assert!(idle.is_open() && idle.detail.contains(check));
        }
    }

    /// Forty thousand rows, nearly all of them wrong, take some seconds without optimisation; held each against each
    /// other they would take minutes.
    #[test]
    fn a_large_briefing_is_checked_row_by_row() {
        let mut briefing = bundled();
        let series = &mut briefing.trade.series[0];
        let (figure, rate) = (series.observations[0].clone(), series.published_growth[1].clone());
        for year in 0..9_999_i16 {
            let period = crate::briefing::Period::of_year(year);
            let value = figure.value;
            series.observations.push(crate::briefing::Observation { period, value, ..figure.clone() });
            series.published_growth.push(crate::briefing::PublishedGrowth { period, ..rate.clone() });
        }
        let (state, spell) = (briefing.roster.states[0].clone(), briefing.roster.spells[0].clone());
        for number in 0..10_000 {
            let id: crate::briefing::Key = format!("state-{number}").try_into().expect("a key");
            briefing.roster.states.push(crate::briefing::State { id: id.clone(), ..state.clone() });
            briefing.roster.spells.push(crate::briefing::Spell { state: id, ..spell.clone() });
        }
        assert!(run(&briefing).len() > 10_000, "all of them are wrong");
    }

    #[test]
    fn every_finding_opens_something_that_is_there() {
        let briefing = bundled();
        for finding in run(&briefing) {
            let there = match &finding.place {
                Place::Sentence(at) => briefing.document.sentence(*at).is_some(),
                Place::Claim(key) => briefing.claim(key).is_some(),
                Place::State(key) => briefing.state(key).is_some(),
                Place::Period(period) => briefing.trade.series[0].observations.iter().any(|o| o.period == *period),
                _ => false,
            };
            assert!(there, "{finding:?}");
        }
    }
}
