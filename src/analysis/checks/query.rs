//! Which findings a reader asked for.

use std::collections::BTreeSet;

use super::{Finding, Outcome};
use crate::analysis::fold::fold;
use crate::briefing::Message;

/// The filters of the checks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChecksQuery {
    /// The outcomes kept; all where none is chosen.
    pub outcomes: BTreeSet<Outcome>,
    /// Text that a finding must contain, whatever its case and accents.
    pub search: String,
}

impl ChecksQuery {
    /// Whether it keeps everything.
    pub fn is_empty(&self) -> bool {
        self.outcomes.is_empty() && self.search.trim().is_empty()
    }

    /// Whether a finding is kept; `say` says its words, in the language that is searched.
    pub fn keeps(&self, finding: &Finding, say: impl Fn(&Message) -> String) -> bool {
        let needle = fold(self.search.trim());
        let has = |text: &str| fold(text).contains(&needle);
        let outcome = self.outcomes.is_empty() || self.outcomes.contains(&finding.outcome);
        let found = || {
            has(finding.check)
                || finding.acknowledged.as_deref().is_some_and(has)
                || has(&say(&finding.title))
                || has(&say(&finding.detail))
        };
        outcome && (needle.is_empty() || found())
    }

    /// The findings kept, in their order.
    pub fn findings<'a>(&self, findings: &'a [Finding], say: impl Fn(&Message) -> String) -> Vec<&'a Finding> {
        findings.iter().filter(|finding| self.keeps(finding, &say)).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{ChecksQuery, Outcome};
    use crate::analysis::checks;
    use crate::analysis::checks::tests::said;
    use crate::briefing::Briefing;

    #[test]
    fn outcome_and_search_narrow_each_other_down() {
        let findings = checks::run(&Briefing::bundled().expect("the bundled briefing loads"));
        let kept = |outcomes: &[Outcome], search: &str| {
            let query = ChecksQuery { outcomes: outcomes.iter().copied().collect(), search: search.to_owned() };
            query.findings(&findings, said).into_iter().map(|finding| finding.outcome).collect::<Vec<_>>()
        };
        assert_eq!(kept(&[], "  ").len(), findings.len());
        let folded = kept(&[], "TURKIYE");
        assert!(!folded.is_empty() && folded == kept(&[], "Türkiye"), "case and accents do not matter: {folded:?}");
        let of_2024 = kept(&[], "2024");
        assert!(BTreeSet::from_iter(&of_2024).len() > 1 && of_2024.len() < findings.len(), "{of_2024:?}");
        let failing = kept(&[Outcome::Fail], "2024");
        assert_eq!(failing, of_2024.into_iter().filter(|outcome| *outcome == Outcome::Fail).collect::<Vec<_>>());
        assert!(kept(&[], "no finding says this").is_empty());
    }
}
