//! What does not add up in a briefing, and what does.
//!
//! A check holds the document against itself and against the rest of the briefing. It judges nothing that needs a
//! reader; it counts, compares and computes, and says so with the numbers put in.

mod claims;
mod roster;
mod trade;

use std::collections::BTreeSet;

use crate::briefing::{Briefing, Citation, Locator};

/// Everything the checks find: worst first, then in the order of the document.
pub fn run(briefing: &Briefing) -> Vec<Finding> {
    let mut findings = trade::findings(briefing);
    findings.extend(roster::findings(briefing));
    findings.extend(claims::findings(briefing));
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

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The check, by a name that stays the same whatever it finds, such as `direction-sum`.
    pub check: &'static str,
    /// How it came out.
    pub outcome: Outcome,
    /// What it is about, in a few words.
    pub title: String,
    /// What holds or is wrong, with the numbers put in.
    pub detail: String,
    /// The sentences it speaks of, in the order of the document, then what else was held against them.
    pub citations: Vec<Citation>,
}

/// How a check came out. Ordered worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It does not hold.
    Fail,
    /// A reader should be careful.
    Warn,
    /// It holds.
    Pass,
    /// Nothing to hold: something computed or noted.
    Info,
}

impl Outcome {
    /// All outcomes, worst first.
    pub const ALL: [Self; 4] = [Self::Fail, Self::Warn, Self::Pass, Self::Info];

    /// The word shown to a reader.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Fail => "Fail",
            Self::Warn => "Warn",
            Self::Pass => "Pass",
            Self::Info => "Info",
        }
    }
}

/// Citations of places in the document, each once and in its order.
fn citing(briefing: &Briefing, places: impl IntoIterator<Item = Locator>) -> Vec<Citation> {
    let places: BTreeSet<Locator> = places.into_iter().collect();
    places.into_iter().map(|at| Citation { source: briefing.document.source.clone(), at: Some(at) }).collect()
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

    use super::{Finding, Outcome, run, touching};
    use crate::briefing::{Briefing, Citation};

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
                "Fail duplicate-entry 4.4",
                "Fail distinct-states 4.4",
                "Fail printed-against-roster 4.4",
                "Fail forecast-against-outcome 8.3",
                "Warn forecast-source 8.3",
                "Pass printed-against-roster 4.3",
                "Pass printed-against-roster 4.4",
                "Pass direction-sum 7.1, 8.1",
                "Info status-merged 4.4",
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
                "Named twice: Nepal stands twice among the dialogue partners",
                "Fewer states than entries: 13 states in 14 entries of dialogue partners",
                "Missing from the list: 13 of 14 dialogue partners on 14 Jul 2025; missing: Türkiye",
                "Forecast against outcome: 2025 trade stays near 2024’s level. Trade in 2025 came to US$228.105 bn, \
                 published as 6.9 % less than in 2024.",
                "Forecast without a source: nobody is named for it: 2025 trade stays near 2024’s level",
                "Complete list: 10 of 10 members on 14 Jul 2025",
                "Complete list: 2 of 2 observers on 14 Jul 2025",
                "Sum of directions, 2024: 129.32 + 115.49 = 244.81, printed 244.8",
                "Status since merged: observers and dialogue partners became SCO partners on 1 Sep 2025",
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
        assert_eq!(touch(&[cites(&briefing, "7.1")]), ["direction-sum", "growth", "compound-growth"]);
        assert_eq!(
            touch(&[cites(&briefing, "8.3"), cites(&briefing, "4.3")]),
            ["forecast-against-outcome", "forecast-source", "printed-against-roster"]
        );
        assert_eq!(touch(&[cites(&briefing, "1.1")]), [""; 0]);
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
        briefing.trade.series.clear();
        assert_eq!(run(&briefing), []);
    }
}
