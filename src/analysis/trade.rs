//! What was traded, year by year: the one projection behind chart, table and figures.
//!
//! All arithmetic is exact decimal; rounding happens where a figure is written.

use rust_decimal::{Decimal, MathematicalOps as _};

use crate::briefing::{Briefing, Claim, Flow, FlowRole, Observation, Period, PublishedGrowth, Series};

/// What is plotted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// Both directions together.
    #[default]
    Total,
    /// Each direction by itself.
    Direction,
}

/// How much is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// What the document prints and nothing else.
    Article,
    /// The context from other sources as well.
    All,
}

/// What a reader wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TradeQuery {
    /// What is plotted.
    pub measure: Measure,
    /// How much is shown.
    pub layer: Layer,
}

/// The figures of one series, year by year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TradeView {
    /// Every calendar year from the first to the last with a figure in any layer; what is missing stays missing.
    pub years: Vec<Year>,
    /// The parts of years.
    pub part_years: Vec<PartYear>,
}

/// A year's figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i16,
    /// Both directions together.
    pub total: Option<Figure>,
    /// From the partner whose balance is shown.
    pub forward: Option<Figure>,
    /// To that partner.
    pub backward: Option<Figure>,
    /// Growth of the total on the year before, in per cent, computed from the figures shown.
    pub growth: Option<Decimal>,
    /// Growth of the total as published, in per cent: an index into the series.
    pub published: Option<usize>,
}

/// The figures of a part of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartYear {
    /// The months.
    pub period: Period,
    /// Both directions together.
    pub total: Option<Figure>,
    /// From the partner whose balance is shown.
    pub forward: Option<Figure>,
    /// To that partner.
    pub backward: Option<Figure>,
    /// Growth of the total on the same months a year before as published: an index into the series.
    pub published: Option<usize>,
}

/// One figure and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The value in the series' unit.
    pub value: Decimal,
    /// Index into the series' observations.
    pub observation: usize,
    /// Whether the document prints it.
    pub in_document: bool,
    /// Whether it was derived and not reported.
    pub derived: bool,
}

impl Year {
    /// Forward less backward, where both are known and it can be computed, and whether either was derived.
    pub fn balance(&self) -> Option<(Decimal, bool)> {
        let (forward, backward) = (self.forward?, self.backward?);
        Some((forward.value.checked_sub(backward.value)?, forward.derived || backward.derived))
    }

    /// The figure of a flow of some role.
    pub const fn figure(&self, role: FlowRole) -> Option<Figure> {
        match role {
            FlowRole::Total => self.total,
            FlowRole::Forward => self.forward,
            FlowRole::Backward => self.backward,
        }
    }
}

/// The flow of a series that plays a part.
pub fn flow(series: &Series, role: FlowRole) -> Option<&Flow> {
    series.flows.iter().find(|flow| flow.role == role)
}

/// The figures of a series in a layer.
pub fn view(briefing: &Briefing, series: &Series, layer: Layer) -> TradeView {
    let figure = |role, period| figure(briefing, series, role, period, layer);
    let published = |period| (layer == Layer::All).then(|| published_growth(series, period)).flatten();
    // Both layers span the same years, so that a year that the document leaves out is seen to be left out.
    let all_years = || series.observations.iter().map(|o| o.period).filter(|period| period.is_year());
    let span = all_years().min().zip(all_years().max());
    let mut years: Vec<Year> = Vec::new();
    for year in span.into_iter().flat_map(|(first, last)| first.year()..=last.year()) {
        let period = Period::of_year(year);
        let total = figure(FlowRole::Total, period);
        let before = years.last().and_then(|year| year.total);
        years.push(Year {
            year,
            total,
            forward: figure(FlowRole::Forward, period),
            backward: figure(FlowRole::Backward, period),
            growth: before.zip(total).and_then(|(before, total)| growth(before.value, total.value)),
            published: published(period),
        });
    }
    let mut parts: Vec<Period> =
        series.observations.iter().map(|o| o.period).filter(|period| !period.is_year()).collect();
    parts.sort();
    parts.dedup();
    let part_years = parts
        .into_iter()
        .map(|period| PartYear {
            period,
            total: figure(FlowRole::Total, period),
            forward: figure(FlowRole::Forward, period),
            backward: figure(FlowRole::Backward, period),
            published: published(period),
        })
        .filter(|part| part.total.is_some())
        .collect();
    TradeView { years, part_years }
}

/// The figure of a flow in a period: the document's own where it prints one, else, with context, a reported one before
/// a derived one.
fn figure(briefing: &Briefing, series: &Series, role: FlowRole, period: Period, layer: Layer) -> Option<Figure> {
    let flow = flow(series, role)?;
    let of_flow = |(index, observation): (usize, &Observation)| {
        let matches = observation.flow == flow.id && observation.period == period;
        matches.then(|| Figure {
            value: observation.value,
            observation: index,
            in_document: is_printed(briefing, observation),
            derived: observation.formula.is_some(),
        })
    };
    series
        .observations
        .iter()
        .enumerate()
        .filter_map(of_flow)
        .filter(|figure| layer == Layer::All || figure.in_document)
        .min_by_key(|figure| (!figure.in_document, figure.derived))
}

/// Whether the document prints a value. What was derived is no figure of the document, even where it is derived from
/// one.
pub fn is_printed(briefing: &Briefing, observation: &Observation) -> bool {
    observation.formula.is_none() && observation.citations.iter().any(|citation| briefing.is_document(citation))
}

/// The published growth of the total in a period, as an index into the series.
fn published_growth(series: &Series, period: Period) -> Option<usize> {
    let total = flow(series, FlowRole::Total)?;
    series.published_growth.iter().position(|growth| growth.flow == total.id && growth.period == period)
}

/// The values of one flow and period in all sources, in the order of the series.
pub fn observations(series: &Series, role: FlowRole, period: Period) -> Vec<&Observation> {
    let Some(flow) = flow(series, role) else { return Vec::new() };
    series.observations.iter().filter(|o| o.flow == flow.id && o.period == period).collect()
}

/// Growth from one value to the next in per cent: `(to / from - 1) * 100`; none from zero.
pub fn growth(from: Decimal, to: Decimal) -> Option<Decimal> {
    to.checked_div(from)?.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED)
}

/// Compound annual growth in per cent: `((to / from)^(1 / years) - 1) * 100`; none for values that are not positive
/// and for no time.
pub fn compound_growth(from: Decimal, to: Decimal, years: u16) -> Option<Decimal> {
    if from <= Decimal::ZERO || to <= Decimal::ZERO || years == 0 {
        return None;
    }
    let ratio = to.checked_div(from)?;
    let root = ratio.checked_powd(Decimal::ONE.checked_div(Decimal::from(years))?)?;
    root.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED)
}

/// The share of a part in a whole in per cent; none of a whole that is zero.
pub fn share(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_div(whole)?.checked_mul(Decimal::ONE_HUNDRED)
}

/// What the document's own figures say, in its first and last year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The first year for which the document prints a total.
    pub first: Year,
    /// The last.
    pub last: Year,
}

/// The document's own figures; none where it prints fewer than two totals.
pub fn headline(briefing: &Briefing, series: &Series) -> Option<Headline> {
    let mut years = view(briefing, series, Layer::Article).years;
    years.retain(|year| year.total.is_some());
    let (first, last) = (years.first()?.clone(), years.last()?.clone());
    (first.year < last.year).then_some(Headline { first, last })
}

impl Headline {
    /// Growth over the whole span in per cent.
    pub fn growth(&self) -> Option<Decimal> {
        growth(self.first.total?.value, self.last.total?.value)
    }

    /// Compound annual growth in per cent.
    pub fn compound_growth(&self) -> Option<Decimal> {
        compound_growth(self.first.total?.value, self.last.total?.value, self.steps())
    }

    /// Years between the first and the last.
    pub const fn steps(&self) -> u16 {
        self.last.year.abs_diff(self.first.year)
    }
}

/// The claims that stand in the paragraphs a series' figures are read from, worst verdict first.
pub fn claims_about<'a>(briefing: &'a Briefing, series: &Series) -> Vec<&'a Claim> {
    let cited = series.observations.iter().flat_map(|observation| &observation.citations);
    let paragraphs: Vec<u16> = briefing.places(cited).map(|at| at.paragraph).collect();
    let about = |claim: &&Claim| briefing.places(&claim.citations).any(|at| paragraphs.contains(&at.paragraph));
    let mut claims: Vec<&Claim> = briefing.claims.claims.iter().filter(about).collect();
    claims.sort_by_key(|claim| claim.verdict);
    claims
}

/// The published figure behind an index of a view.
pub fn published(series: &Series, index: Option<usize>) -> Option<&PublishedGrowth> {
    index.map(|index| &series.published_growth[index])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::{Layer, Year, claims_about, compound_growth, growth, headline, is_printed, share, view};
    use crate::analysis::format::{rounded, signed};
    use crate::briefing::Briefing;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect(text)
    }

    fn years(layer: Layer) -> Vec<Year> {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        view(&briefing, &briefing.trade.series[0], layer).years
    }

    #[test]
    fn the_article_alone_has_two_years_and_honest_gaps() {
        let years = years(Layer::Article);
        assert_eq!(years.len(), 10, "2016 to 2025");
        let printed: Vec<_> = years.iter().filter(|year| year.total.is_some()).map(|year| year.year).collect();
        assert_eq!(printed, [2021, 2024]);
        assert!(years.iter().all(|year| year.growth.is_none()), "no two of its years are neighbours");
    }

    #[test]
    fn with_context_every_year_has_a_total_and_unknown_splits_stay_unknown() {
        let years = years(Layer::All);
        assert!(years.iter().all(|year| year.total.is_some()));
        let unsplit: Vec<_> = years.iter().filter(|year| year.forward.is_none()).map(|year| year.year).collect();
        assert_eq!(unsplit, [2016, 2017, 2025]);
        let derived: Vec<_> =
            years.iter().filter(|year| year.forward.is_some_and(|f| f.derived)).map(|year| year.year).collect();
        assert_eq!(derived, [2021, 2023]);
    }

    #[test]
    fn the_article_is_preferred_where_it_prints_a_figure() {
        let year_2024 = years(Layer::All).into_iter().find(|year| year.year == 2024).expect("2024");
        assert_eq!(year_2024.total.map(|figure| figure.value), Some(decimal("244.8")));
        assert_eq!(year_2024.balance(), Some((decimal("13.83"), false)));
    }

    #[test]
    fn what_is_derived_from_the_document_is_not_printed_by_it() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        let observations = &mut briefing.trade.series[0].observations;
        let printed = observations.iter().position(|o| o.value == decimal("146.88")).expect("it is printed");
        observations[printed].formula = Some("twice 73.44".to_owned());
        assert!(!is_printed(&briefing, &briefing.trade.series[0].observations[printed]));
    }

    #[test]
    fn headline_figures_are_those_of_the_reference() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let headline = headline(&briefing, &briefing.trade.series[0]).expect("two printed totals");
        assert_eq!(headline.growth().map(|value| rounded(value, 2)).as_deref(), Some("66.67"));
        assert_eq!(headline.compound_growth().map(|value| rounded(value, 2)).as_deref(), Some("18.56"));
        assert_eq!(share(decimal("129.32"), decimal("244.81")).map(|value| rounded(value, 1)).as_deref(), Some("52.8"));
    }

    #[test]
    fn directions_sum_to_the_total_within_rounding() {
        for year in years(Layer::All) {
            let (Some(total), Some(forward), Some(backward)) = (year.total, year.forward, year.backward) else {
                continue;
            };
            let off = (forward.value + backward.value - total.value).abs();
            assert!(off <= decimal("0.05"), "{}: off by {off}", year.year);
        }
    }

    #[test]
    fn growth_is_computed_from_what_is_shown() {
        let computed: Vec<_> =
            years(Layer::All).iter().filter_map(|year| year.growth).map(|value| signed(value, 1)).collect();
        assert_eq!(computed, ["+20.9", "+27.3", "+3.4", "−2.7", "+36.3", "+29.5", "+26.2", "+2.0", "−6.8"]);
    }

    #[test]
    fn the_claims_of_the_trade_paragraphs_are_found() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        assert_eq!(claims_about(&briefing, &briefing.trade.series[0]).len(), 5);
    }

    proptest! {
        #[test]
        fn growth_undoes_itself(from in 1i64..1_000_000, to in 0i64..1_000_000) {
            let (from, to) = (Decimal::new(from, 2), Decimal::new(to, 2));
            let back = from * (growth(from, to).expect("from is not zero") / Decimal::ONE_HUNDRED + Decimal::ONE);
            prop_assert!((back - to).abs() < decimal("0.000001"));
        }

        #[test]
        fn over_one_year_compound_growth_is_growth(from in 1i64..1_000_000, to in 1i64..1_000_000) {
            let (from, to) = (Decimal::new(from, 2), Decimal::new(to, 2));
            let plain = growth(from, to).expect("from is not zero");
            let compound = compound_growth(from, to, 1).expect("both are positive");
            prop_assert!((plain - compound).abs() < decimal("0.0001"));
        }

        #[test]
        fn no_value_makes_the_formulas_panic(from: i128, to: i128, scale in 0u32..=28, years: u16) {
            let number = |value: i128, scale| {
                Decimal::try_from_i128_with_scale(value, scale).unwrap_or(if value < 0 { Decimal::MIN } else { Decimal::MAX })
            };
            let (from, to) = (number(from, scale), number(to, 28 - scale));
            let _ = (growth(from, to), share(from, to), compound_growth(from, to, years));
            let _ = (growth(Decimal::ONE, Decimal::MAX), growth(Decimal::MAX, Decimal::MIN));
        }
    }
}
