//! What is linked to what is selected: sentences, claims and findings that speak of the same place, and the sources that
//! claims were read in.

use std::collections::BTreeSet;

use crate::analysis::checks::{self, Finding, FindingId, Subject};
use crate::analysis::evidence;
use crate::briefing::{Briefing, Citation, Key, Locator};
use crate::ui::shell::desk::Selection;

/// What stands at the ends of the threads.
#[derive(Clone, Debug, Default)]
pub struct Links {
    pub sentences: BTreeSet<Locator>,
    /// Where those stand in the document, in its order.
    pub rows: Vec<usize>,
    pub claims: BTreeSet<Key>,
    pub findings: BTreeSet<FindingId>,
    pub sources: BTreeSet<Key>,
}

impl Links {
    /// The links of a selection; none of one that stands in none of the columns.
    pub fn of(briefing: &Briefing, findings: &[Finding], selection: Option<&Selection>) -> Self {
        match selection {
            Some(Selection::Claim(key)) => {
                let Some(claim) = briefing.claim(key) else { return Self::default() };
                let mut links = Self::at(briefing, findings, &claim.citations);
                links.claims = BTreeSet::from([key.clone()]);
                links.sources = evidence::sources_read(claim).cloned().collect();
                links
            }
            Some(Selection::Source(key)) => {
                let claims = evidence::resting_on(briefing, key).claims.into_iter();
                Self {
                    claims: claims.map(|number| briefing.claims.claims[number].id.clone()).collect(),
                    sources: BTreeSet::from([key.clone()]),
                    ..Self::default()
                }
            }
            Some(Selection::Sentence(at)) => Self::at(briefing, findings, briefing.document_citation(*at).as_slice()),
            Some(Selection::Finding(id)) => {
                let Some(finding) = checks::finding(findings, id) else { return Self::default() };
                let mut links = Self::at(briefing, findings, &finding.citations);
                if let Subject::Claim(key) = &finding.subject {
                    links.claims.insert(key.clone());
                }
                links.findings = BTreeSet::from([id.clone()]);
                links
            }
            _ => Self::default(),
        }
    }

    /// Everything that stands at some places of the document.
    fn at(briefing: &Briefing, findings: &[Finding], citations: &[Citation]) -> Self {
        let touching = checks::touching(briefing, findings, citations);
        let claims = evidence::claims_at(briefing, citations);
        let sentences: BTreeSet<Locator> = briefing.locators(citations).collect();
        let all = briefing.sentences();
        let row = |at: &Locator| all.binary_search_by_key(at, |sentence| sentence.at).ok();
        Self {
            rows: sentences.iter().filter_map(row).collect(),
            sentences,
            claims: claims.into_iter().map(|number| briefing.claims.claims[number].id.clone()).collect(),
            findings: touching.into_iter().map(|number| findings[number].id.clone()).collect(),
            sources: BTreeSet::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Links;
    use crate::analysis::checks::run;
    use crate::briefing::{Briefing, Period};
    use crate::ui::shell::desk::Selection;

    fn links(selection: &Selection) -> (usize, usize, Vec<&'static str>) {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let findings = run(&briefing);
        let links = Links::of(&briefing, &findings, Some(selection));
        let linked = findings.iter().filter(|finding| links.findings.contains(&finding.id));
        let names = linked.map(|finding| finding.check).collect();
        (links.sentences.len(), links.claims.len(), names)
    }

    #[test]
    fn a_claim_is_joined_to_its_sentence_and_to_every_check_there() {
        let key = |text: &str| text.to_owned().try_into().expect(text);
        let (sentences, claims, findings) = links(&Selection::Claim(key("fourteen-partners")));
        assert_eq!((sentences, claims), (1, 1));
        let list = ["duplicate-entry", "distinct-states", "printed-against-roster", "printed-against-roster"];
        assert_eq!(findings, list);
        assert_eq!(links(&Selection::Claim(key("by-way-of-north-korea"))).2, [""; 0]);
    }

    #[test]
    fn a_finding_is_joined_to_all_its_sentences_and_their_claims() {
        let found = run(&Briefing::bundled().expect("the bundled briefing loads"));
        let sum = found.iter().find(|finding| finding.check == "direction-sum").expect("a sum");
        let (sentences, claims, findings) = links(&Selection::Finding(sum.id.clone()));
        assert_eq!((sentences, claims), (2, 2));
        assert_eq!(findings, ["direction-sum"]);
    }

    #[test]
    fn a_period_or_nothing_is_joined_to_nothing() {
        let series = "customs-usd".to_owned().try_into().expect("a key");
        assert_eq!(links(&Selection::Period(series, Period::of_year(2024))), (0, 0, vec![]));
    }
}
