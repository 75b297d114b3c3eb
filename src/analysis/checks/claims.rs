//! Does each claim have behind it what it needs?

use super::{Finding, Outcome, citing, with_sources};
use crate::briefing::{Briefing, Claim, ClaimKind, Stance, Verdict};

/// The findings about the claims.
pub(super) fn findings(briefing: &Briefing) -> Vec<Finding> {
    let of_claim = |claim| {
        let checks = [forecast_source, forecast_against_outcome, verdict_without_evidence];
        checks.into_iter().filter_map(move |check| check(briefing, claim))
    };
    briefing.claims.claims.iter().flat_map(of_claim).collect()
}

/// A forecast with nobody behind it.
fn forecast_source(briefing: &Briefing, claim: &Claim) -> Option<Finding> {
    let forecast = claim.forecast.as_ref();
    let attributed = forecast.and_then(|forecast| forecast.attributed_to.as_deref());
    let is_forecast = claim.kind == ClaimKind::Forecast || forecast.is_some();
    let nobody = attributed.is_none_or(|name| name.trim().is_empty());
    (is_forecast && nobody).then(|| Finding {
        check: "forecast-source",
        outcome: Outcome::Warn,
        title: "Forecast without a source".to_owned(),
        detail: format!("nobody is named for it: {}", claim.statement),
        citations: citing(briefing, briefing.places(&claim.citations)),
    })
}

/// A forecast of which the outcome is known and is another.
fn forecast_against_outcome(briefing: &Briefing, claim: &Claim) -> Option<Finding> {
    let outcome = claim.forecast.as_ref()?.outcome.as_ref()?;
    (claim.verdict != Verdict::Supported).then(|| Finding {
        check: "forecast-against-outcome",
        outcome: Outcome::Fail,
        title: "Forecast against outcome".to_owned(),
        detail: format!("{}. {}", claim.statement, outcome.text),
        citations: with_sources(citing(briefing, briefing.places(&claim.citations)), &outcome.citations),
    })
}

/// A verdict with nothing behind it. `Unverified` needs nothing: it says that nothing was found.
fn verdict_without_evidence(briefing: &Briefing, claim: &Claim) -> Option<Finding> {
    // What was read and not used is behind no verdict.
    let nothing = claim.evidence.iter().all(|evidence| evidence.stance == Stance::Rejected);
    let (check, title) = match claim.kind {
        ClaimKind::Judgement => ("judgement-evidence", "Judgement without evidence"),
        _ => ("verdict-evidence", "Verdict without evidence"),
    };
    (claim.verdict != Verdict::Unverified && nothing).then(|| Finding {
        check,
        outcome: Outcome::Warn,
        title: title.to_owned(),
        detail: format!("{} with nothing to show for it: {}", claim.verdict.label().to_lowercase(), claim.statement),
        citations: citing(briefing, briefing.places(&claim.citations)),
    })
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::briefing::{Briefing, Claim, ClaimKind, Stance, Verdict};

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    /// The checks that find something once a claim has been changed.
    fn after(id: &str, change: impl FnOnce(&mut Claim)) -> Vec<&'static str> {
        let mut briefing = bundled();
        let claim = briefing.claims.claims.iter_mut().find(|claim| claim.id.as_str() == id).expect(id);
        change(claim);
        findings(&briefing).into_iter().map(|finding| finding.check).collect()
    }

    const BUNDLED: [&str; 2] = ["forecast-source", "forecast-against-outcome"];

    #[test]
    fn a_forecast_needs_somebody_behind_it() {
        let attribute = |to: &str| {
            let name = to.to_owned();
            after("forecast-2025", |claim| {
                claim.forecast.as_mut().expect("a forecast").attributed_to = Some(name);
            })
        };
        assert_eq!(attribute("the ministry"), ["forecast-against-outcome"]);
        assert_eq!(attribute("  "), BUNDLED, "an empty name is nobody");
        assert_eq!(after("forecast-2025", |claim| claim.forecast = None), ["forecast-source"]);
    }

    #[test]
    fn a_forecast_is_held_against_its_outcome() {
        assert_eq!(after("forecast-2025", |claim| claim.verdict = Verdict::Supported), ["forecast-source"]);
        let undecided = |claim: &mut Claim| claim.forecast.as_mut().expect("a forecast").outcome = None;
        assert_eq!(after("forecast-2025", undecided), ["forecast-source"]);
    }

    #[test]
    fn a_verdict_needs_evidence() {
        let found = after("council-in-tianjin", |claim| claim.evidence.clear());
        assert_eq!(found, ["verdict-evidence", "forecast-source", "forecast-against-outcome"]);
        let rejected = |claim: &mut Claim| claim.evidence.iter_mut().for_each(|e| e.stance = Stance::Rejected);
        assert_eq!(after("council-in-tianjin", rejected), found, "what was not used is no evidence");
        let unverified = |claim: &mut Claim| {
            claim.evidence.clear();
            claim.verdict = Verdict::Unverified;
        };
        assert_eq!(after("council-in-tianjin", unverified), BUNDLED);
    }

    #[test]
    fn a_judgement_needs_evidence_unless_it_is_unverified() {
        let found = after("energy-explains-growth", |claim| claim.evidence.clear());
        assert_eq!(found, ["judgement-evidence", "forecast-source", "forecast-against-outcome"]);
        let briefing = bundled();
        let consumers = briefing.claims.claims.iter().find(|claim| claim.id.as_str() == "chinese-consumers");
        let consumers = consumers.expect("the claim is there");
        assert_eq!((consumers.kind, consumers.verdict), (ClaimKind::Judgement, Verdict::Unverified));
        assert!(consumers.evidence.is_empty(), "its verdict says already that nothing was found");
        assert_eq!(after("chinese-consumers", |claim| claim.verdict = Verdict::Supported).len(), 3);
    }
}
