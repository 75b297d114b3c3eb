//! Forecasts: who stands behind one, and what came of it.

use super::series::read_from;
use super::{Check, Finding, Material, Needs, Outcome, each_claim, of_claim};
use crate::briefing::{Claim, ClaimKind, Verdict};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "forecast-source",
        needs: Needs::Nothing,
        holds: label!(checks::forecast_source),
        run: |material| each_claim(material, forecast_source),
    },
    Check {
        key: "forecast-against-outcome",
        needs: Needs::Nothing,
        holds: label!(checks::forecast_against_outcome),
        run: |material| each_claim(material, against_outcome),
    },
    Check {
        key: "forecast-decided",
        needs: Needs::Nothing,
        holds: label!(checks::forecast_decided),
        run: |material| each_claim(material, decided),
    },
    Check {
        key: "outcome-figure",
        needs: Needs::Figures,
        holds: label!(checks::outcome_figure),
        run: |material| each_claim(material, outcome_figure),
    },
];

/// A forecast with nobody behind it.
fn forecast_source(material: &Material<'_>, claim: &Claim) -> Option<Finding> {
    let briefing = material.briefing;
    let forecast = claim.forecast.as_ref();
    let attributed = forecast.and_then(|forecast| forecast.attributed_to.as_deref());
    let is_forecast = claim.kind == ClaimKind::Forecast || forecast.is_some();
    let nobody = attributed.is_none_or(|name| name.trim().is_empty());
    (is_forecast && nobody).then(|| {
        let detail = message!(findings::forecast_source_nobody, claim = &claim.statement);
        of_claim(briefing, claim, &[], Outcome::Warn, label!(findings::forecast_source), detail)
    })
}

/// A forecast of the document of which the outcome is known and is another. What others foretold is told as it was.
fn against_outcome(material: &Material<'_>, claim: &Claim) -> Option<Finding> {
    let briefing = material.briefing;
    let outcome = claim.forecast.as_ref()?.outcome.as_ref()?;
    let printed = briefing.locators(&claim.citations).next().is_some();
    (printed && claim.verdict != Verdict::Supported).then(|| {
        let detail = message!(findings::forecast_outcome, claim = &claim.statement, outcome = &outcome.text);
        let title = label!(findings::forecast_against_outcome);
        of_claim(briefing, claim, &outcome.citations, Outcome::Fail, title, detail)
    })
}

/// A forecast without an outcome, although the series has the figure that decides it.
fn decided(material: &Material<'_>, claim: &Claim) -> Option<Finding> {
    let briefing = material.briefing;
    let forecast = claim.forecast.as_ref().filter(|forecast| forecast.outcome.is_none())?;
    let (period, (series, periods)) = (forecast.period?, material.main_series()?);
    let total = periods.get(period)?.best(periods.main_total()?)?;
    let unit = &series.unit;
    let detail = message!(
        findings::forecast_decided_figure,
        claim = &claim.statement,
        period = period,
        sign = &unit.sign,
        value = total.value,
        scale = &unit.scale
    );
    let read = read_from(briefing, &[total]);
    let others = read.iter().filter(|citation| !briefing.is_document(citation));
    Some(of_claim(briefing, claim, others, Outcome::Warn, label!(findings::forecast_decided), detail))
}

/// The figure in the outcome's words against that of the series.
fn outcome_figure(material: &Material<'_>, claim: &Claim) -> Option<Finding> {
    let briefing = material.briefing;
    let forecast = claim.forecast.as_ref()?;
    let (outcome, period) = (forecast.outcome.as_ref()?, forecast.period?);
    let (_, periods) = material.main_series()?;
    let total = periods.get(period)?.best(periods.main_total()?)?;
    if super::words::says(&outcome.text, total.value)? {
        return None;
    }
    let detail =
        message!(findings::outcome_figure_not_in, value = total.value, period = period, outcome = &outcome.text);
    let title = label!(findings::outcome_figure);
    Some(of_claim(briefing, claim, &outcome.citations, Outcome::Fail, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::said;
    use crate::analysis::checks::{Finding, findings_of};
    use crate::briefing::{Briefing, Forecast, Verdict};

    fn found_in(briefing: &Briefing) -> Vec<Finding> {
        findings_of(CHECKS, briefing)
    }

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    const ALL: [&str; 2] = ["forecast-source", "forecast-against-outcome"];

    /// The checks that find something once the forecast has been changed.
    fn after(change: impl FnOnce(&mut Forecast)) -> Vec<&'static str> {
        let mut briefing = bundled();
        let claim = briefing.claims.claims.iter_mut().find(|claim| claim.forecast.is_some()).expect("a forecast");
        change(claim.forecast.as_mut().expect("a forecast"));
        found_in(&briefing).into_iter().map(|finding| finding.check).collect()
    }

    #[test]
    fn a_forecast_needs_somebody_behind_it() {
        let attribute = |to: &str| after(|forecast| forecast.attributed_to = Some(to.to_owned()));
        assert_eq!(after(|_| {}), ALL);
        assert_eq!(attribute("the ministry"), ["forecast-against-outcome"]);
        assert_eq!(attribute("  "), ALL, "an empty name is nobody");
        let mut briefing = bundled();
        briefing.claims.claims.iter_mut().for_each(|claim| claim.forecast = None);
        assert_eq!(found_in(&briefing)[0].check, "forecast-source", "a forecast by its kind alone");
    }

    #[test]
    fn a_forecast_is_held_against_its_outcome() {
        let mut briefing = bundled();
        let claim = briefing.claims.claims.iter_mut().find(|claim| claim.forecast.is_some()).expect("a forecast");
        claim.verdict = Verdict::Supported;
        assert_eq!(found_in(&briefing).len(), 1, "it came about");
        let mut briefing = bundled();
        let claim = briefing.claims.claims.iter_mut().find(|claim| claim.forecast.is_some()).expect("a forecast");
        claim.citations.clear();
        assert_eq!(found_in(&briefing).len(), 1, "the document did not foretell it");
    }

    #[test]
    fn a_forecast_that_the_figures_have_decided_wants_its_outcome() {
        let mut briefing = bundled();
        let claim = briefing.claims.claims.iter_mut().find(|claim| claim.forecast.is_some()).expect("a forecast");
        claim.forecast.as_mut().expect("a forecast").outcome = None;
        let found = found_in(&briefing);
        assert_eq!(found[1].check, "forecast-decided");
        let detail = said(&found[1].detail).replace('\u{a0}', " ");
        assert_eq!(detail, "2025 trade stays near 2024’s level: 2025 came to US$228.105 bn");
        assert!(found[1].citations.iter().any(|citation| citation.source.as_str() == "tass-2071285"));
        briefing.trades[0].series[0].observations.retain(|o| o.period.year() < 2025);
        assert_eq!(found_in(&briefing).len(), 1, "nothing has decided it");
    }

    #[test]
    fn the_outcome_gives_the_figure_of_the_series() {
        let outcome =
            |text: &str| after(|forecast| forecast.outcome.as_mut().expect("an outcome").text = text.to_owned());
        assert_eq!(outcome("It came to 228.1."), ALL, "rounded");
        assert_eq!(outcome("It came to 282.105."), ["forecast-source", "forecast-against-outcome", "outcome-figure"]);
        assert_eq!(outcome("It fell."), ALL, "without a figure there is nothing to compare");
    }
}
