//! What the document says of the figures, and which of them each statement rests on.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::{Figure, Figures};
use super::formula::{Computed, growth};
use super::headline::headline;
use super::layer::Layer;
use super::view::TradeView;
use crate::briefing::{Briefing, Claim, ClaimKind, Key, Locator, Period, Series, Statement};

/// The claims that stand in the paragraphs a series' figures are read from, worst verdict first.
pub fn claims_about<'a>(briefing: &'a Briefing, series: &Series) -> Vec<&'a Claim> {
    let cited = series.observations.iter().flat_map(|observation| &observation.citations);
    let paragraphs: BTreeSet<u16> = briefing.locators(cited).map(|at| at.paragraph).collect();
    let about = |claim: &&Claim| briefing.locators(&claim.citations).any(|at| paragraphs.contains(&at.paragraph));
    let mut claims: Vec<&Claim> = briefing.claims.claims.iter().filter(about).collect();
    claims.sort_by_key(|claim| claim.verdict);
    claims
}

/// The claims that rest on a figure, by the column that it stands in: it is read from the claim's sentence, or it is what
/// came of a forecast.
pub fn claims_of_columns(
    briefing: &Briefing,
    series: &Series,
    figures: &Figures,
    view: &TradeView,
) -> BTreeMap<Period, Vec<Key>> {
    let mut read_at: BTreeMap<Locator, BTreeSet<Period>> = BTreeMap::new();
    for observation in &series.observations {
        for at in briefing.locators(&observation.citations) {
            read_at.entry(at).or_default().insert(observation.period);
        }
    }
    let outcomes = Outcomes::of(series, figures);
    let mut columns: BTreeMap<Period, Vec<Key>> = BTreeMap::new();
    for claim in claims_about(briefing, series) {
        let here: BTreeSet<Locator> = briefing.locators(&claim.citations).collect();
        let read: BTreeSet<Period> = here.iter().filter_map(|at| read_at.get(at)).flatten().copied().collect();
        let came = outcome(claim).and_then(|outcome| outcomes.period(outcome));
        let periods = read.into_iter().chain(came);
        for column in periods.filter_map(|period| view.columns.get(view.column_of(period)?)) {
            let claims = columns.entry(*column).or_default();
            // One claim after the other, so that it is there already only where it was added last.
            if claims.last() != Some(&claim.id) {
                claims.push(claim.id.clone());
            }
        }
    }
    columns
}

/// A forecast of the document about the series, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The claim that makes it.
    pub claim: Key,
    /// What came of it, as the briefing puts it.
    pub outcome: Option<Statement>,
    /// The period whose total is read where the outcome is.
    pub period: Option<Period>,
    /// That total against the last one that the document prints.
    pub change: Option<Computed>,
    /// Whether the change rests on what was derived.
    pub is_approximate: bool,
    /// The change as it was published: an index into the series.
    pub published: Option<usize>,
}

/// The document's forecasts about a series.
pub fn forecasts(briefing: &Briefing, series: &Series, figures: &Figures) -> Vec<Forecast> {
    let last = headline(briefing, series).and_then(|headline| headline.last.total);
    let claims = claims_about(briefing, series).into_iter().filter(|claim| claim.kind == ClaimKind::Forecast);
    let outcomes = Outcomes::of(series, figures);
    let forecast = |claim: &Claim| {
        let outcome = outcome(claim);
        let period = outcome.and_then(|outcome| outcomes.period(outcome));
        let then = period.and_then(|period| figures.total(0, period, Layer::All));
        let total = figures.flows.totals().first().and_then(|total| total.flow);
        let published = total.zip(period).and_then(|(flow, period)| figures.published(flow, period, Layer::All));
        let is_approximate = [&last, &then].into_iter().flatten().any(Figure::is_approximate);
        let change = last.as_ref().zip(then).and_then(|(last, then)| growth(last.value, then.value));
        Forecast { claim: claim.id.clone(), outcome: outcome.cloned(), period, change, is_approximate, published }
    };
    claims.map(forecast).collect()
}

fn outcome(claim: &Claim) -> Option<&Statement> {
    claim.forecast.as_ref()?.outcome.as_ref()
}

/// The periods whose totals are read from each source, among those shown first; the last, where there are several.
struct Outcomes<'a>(BTreeMap<&'a Key, Period>);

impl<'a> Outcomes<'a> {
    fn of(series: &'a Series, figures: &Figures) -> Self {
        let mut last: BTreeMap<&Key, Period> = BTreeMap::new();
        let total = figures.flows.totals().first().and_then(|total| series.flows.get(total.flow?));
        let kind = figures.first_kind();
        let totals = series.observations.iter().filter(|o| total.is_some_and(|total| o.flow == total.id));
        for total in totals.filter(|o| Some(o.period.kind()) == kind) {
            for citation in &total.citations {
                let period = last.entry(&citation.source).or_insert(total.period);
                *period = total.period.max(*period);
            }
        }
        Self(last)
    }

    /// The period whose total is read from a source of an outcome.
    fn period(&self, outcome: &Statement) -> Option<Period> {
        outcome.citations.iter().filter_map(|citation| self.0.get(&citation.source).copied()).max()
    }
}

#[cfg(test)]
mod tests {
    use super::{claims_about, claims_of_columns, forecasts};
    use crate::analysis::trade::{Figures, TradeQuery, view};
    use crate::briefing::Briefing;
    use crate::words::Words;

    #[test]
    fn the_claims_of_the_trade_paragraphs_are_found() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        assert_eq!(claims_about(&briefing, &briefing.trades[0].series[0]).len(), 7);
    }

    #[test]
    fn a_claim_is_marked_on_the_years_it_rests_on() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let series = &briefing.trades[0].series[0];
        let figures = Figures::new(&briefing, series);
        let shown = view(series, &figures, &TradeQuery::default());
        let years: Vec<String> = claims_of_columns(&briefing, series, &figures, &shown)
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
        let series = &briefing.trades[0].series[0];
        let forecasts = forecasts(&briefing, series, &Figures::new(&briefing, series));
        assert_eq!(forecasts.len(), 1);
        let forecast = &forecasts[0];
        assert_eq!(
            (forecast.claim.as_str(), forecast.period.map(crate::briefing::Period::year)),
            ("forecast-2025", Some(2025))
        );
        let change = forecast.change.as_ref().expect("both totals are known");
        assert_eq!(Words::english().say(&change.formula).replace('\u{a0}', " "), "228.105 / 244.8 − 1 = −6.8 %");
        let published = &series.published_growth[forecast.published.expect("it was published")];
        assert_eq!(published.percent.to_string(), "-6.9");
    }
}
