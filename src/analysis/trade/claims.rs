//! What the document says of the figures, and which of them each statement rests on.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::Figures;
use super::flows::flow;
use super::formula::{Computed, growth};
use super::headline::headline;
use super::layer::Layer;
use crate::briefing::{Briefing, Citation, Claim, ClaimKind, FlowRole, Key, Locator, Period, Series, Statement};

/// The claims that stand in the paragraphs a series' figures are read from, worst verdict first.
pub fn claims_about<'a>(briefing: &'a Briefing, series: &Series) -> Vec<&'a Claim> {
    let cited = series.observations.iter().flat_map(|observation| &observation.citations);
    let paragraphs: BTreeSet<u16> = briefing.places(cited).map(|at| at.paragraph).collect();
    let about = |claim: &&Claim| briefing.places(&claim.citations).any(|at| paragraphs.contains(&at.paragraph));
    let mut claims: Vec<&Claim> = briefing.claims.claims.iter().filter(about).collect();
    claims.sort_by_key(|claim| claim.verdict);
    claims
}

/// The claims that rest on a figure, by the year of the figure: it is read from the claim's sentence, or it is what came
/// of a forecast.
pub fn claims_of_years(briefing: &Briefing, series: &Series) -> BTreeMap<i16, Vec<Key>> {
    let mut years: BTreeMap<i16, Vec<Key>> = BTreeMap::new();
    for claim in claims_about(briefing, series) {
        let here: BTreeSet<Locator> = briefing.places(&claim.citations).collect();
        let read_here = |citations: &[Citation]| briefing.places(citations).any(|at| here.contains(&at));
        let of_claim = series.observations.iter().filter(|observation| read_here(&observation.citations));
        let read: BTreeSet<i16> = of_claim.map(|observation| observation.period.year()).collect();
        for year in read.into_iter().chain(outcome(claim).and_then(|outcome| outcome_year(series, outcome))) {
            let claims = years.entry(year).or_default();
            if !claims.contains(&claim.id) {
                claims.push(claim.id.clone());
            }
        }
    }
    years
}

/// A forecast of the document about the series, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The claim that makes it.
    pub claim: Key,
    /// What came of it, as the briefing puts it.
    pub outcome: Option<Statement>,
    /// The year whose total is read where the outcome is.
    pub year: Option<i16>,
    /// That total against the last one that the document prints.
    pub change: Option<Computed>,
    /// The change as it was published: an index into the series.
    pub published: Option<usize>,
}

/// The document's forecasts about a series.
pub fn forecasts(briefing: &Briefing, series: &Series, figures: &Figures) -> Vec<Forecast> {
    let last = headline(briefing, series).and_then(|headline| headline.last.total);
    let claims = claims_about(briefing, series).into_iter().filter(|claim| claim.kind == ClaimKind::Forecast);
    let forecast = |claim: &Claim| {
        let outcome = outcome(claim);
        let year = outcome.and_then(|outcome| outcome_year(series, outcome));
        let get = |year| figures.get(FlowRole::Total, Period::of_year(year), Layer::All);
        let published = year.and_then(|y| figures.published(FlowRole::Total, Period::of_year(y), Layer::All));
        let change = last.zip(year.and_then(get)).and_then(|(last, then)| growth(last.value, then.value));
        Forecast { claim: claim.id.clone(), outcome: outcome.cloned(), year, change, published }
    };
    claims.map(forecast).collect()
}

fn outcome(claim: &Claim) -> Option<&Statement> {
    claim.forecast.as_ref()?.outcome.as_ref()
}

/// The year whose total is read from a source of the outcome; the last, where there are several.
fn outcome_year(series: &Series, outcome: &Statement) -> Option<i16> {
    let total = flow(series, FlowRole::Total)?;
    let sources: BTreeSet<&Key> = outcome.citations.iter().map(|citation| &citation.source).collect();
    let read = |citations: &[Citation]| citations.iter().any(|citation| sources.contains(&citation.source));
    let totals = series.observations.iter().filter(|o| o.flow == total.id && o.period.is_year());
    totals.filter(|o| read(&o.citations)).map(|o| o.period.year()).max()
}

#[cfg(test)]
mod tests {
    use super::{claims_about, claims_of_years, forecasts};
    use crate::analysis::trade::Figures;
    use crate::briefing::Briefing;
    use crate::words::Words;

    #[test]
    fn the_claims_of_the_trade_paragraphs_are_found() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        assert_eq!(claims_about(&briefing, &briefing.trade.series[0]).len(), 5);
    }

    #[test]
    fn a_claim_is_marked_on_the_years_it_rests_on() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let years: Vec<String> = claims_of_years(&briefing, &briefing.trade.series[0])
            .into_iter()
            .map(|(year, claims)| {
                format!("{year} {}", claims.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
            })
            .collect();
        assert_eq!(years, ["2021 turnover-2021-2024", "2024 turnover-2021-2024 directions-2024", "2025 forecast-2025"]);
    }

    /// 228.105 / 244.8 − 1 is −6.8 %; what was published is −6.9 %.
    #[test]
    fn the_forecast_stands_beside_what_came_of_it() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let series = &briefing.trade.series[0];
        let forecasts = forecasts(&briefing, series, &Figures::new(&briefing, series));
        assert_eq!(forecasts.len(), 1);
        let forecast = &forecasts[0];
        assert_eq!((forecast.claim.as_str(), forecast.year), ("forecast-2025", Some(2025)));
        let change = forecast.change.as_ref().expect("both totals are known");
        assert_eq!(Words::english().say(&change.formula).replace('\u{a0}', " "), "228.105 / 244.8 − 1 = −6.8 %");
        let published = &series.published_growth[forecast.published.expect("it was published")];
        assert_eq!(published.percent.to_string(), "-6.9");
    }
}
