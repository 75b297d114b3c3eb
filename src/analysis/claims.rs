//! Which claims a reader asked for.

use std::collections::BTreeSet;

use crate::briefing::{Briefing, Claim, Key, Verdict};

/// The filters of the claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimsQuery {
    /// The people, places, topics and states of which a claim must speak, of each of them.
    pub about: BTreeSet<Key>,
    /// The verdicts kept; all where none is chosen.
    pub verdicts: BTreeSet<Verdict>,
}

impl ClaimsQuery {
    /// The claims that speak of everything given.
    pub const fn about(about: BTreeSet<Key>) -> Self {
        Self { about, verdicts: BTreeSet::new() }
    }

    /// Whether a claim is kept.
    pub fn keeps(&self, claim: &Claim) -> bool {
        let verdict = self.verdicts.is_empty() || self.verdicts.contains(&claim.verdict);
        verdict && self.about.iter().all(|key| claim.mentions.contains(key))
    }

    /// The claims kept, in the order of the document.
    pub fn claims<'a>(&self, briefing: &'a Briefing) -> Vec<&'a Claim> {
        briefing.claims.claims.iter().filter(|claim| self.keeps(claim)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::ClaimsQuery;
    use crate::briefing::{Briefing, Verdict};

    #[test]
    fn what_is_chosen_keeps_the_claims_that_speak_of_all_of_it() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let about = |keys: &[&str]| {
            let keys = keys.iter().map(|text| (*text).to_owned().try_into().expect(text)).collect();
            ClaimsQuery::about(keys).claims(&briefing).len()
        };
        assert_eq!(about(&[]), 22);
        assert!(about(&["korean-peninsula"]) >= 1 && about(&["korean-peninsula"]) < 22);
        assert!(about(&["wang-yi", "korean-peninsula"]) <= about(&["korean-peninsula"]));
    }

    #[test]
    fn each_claim_is_kept_by_its_verdict_alone() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let of = |verdict| ClaimsQuery { verdicts: [verdict].into(), ..ClaimsQuery::default() }.claims(&briefing);
        let parts = Verdict::ALL.map(|verdict| of(verdict).len());
        assert_eq!(parts.iter().sum::<usize>(), 22);
        assert!(parts.iter().all(|part| *part > 0), "{parts:?}");
        assert!(of(Verdict::Disputed).iter().all(|claim| claim.verdict == Verdict::Disputed));
    }
}
