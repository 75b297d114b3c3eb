//! The figures of a series, found by flow and period: of several values of one period, the one to show.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::flows::is_printed;
use super::layer::Layer;
use crate::briefing::{Briefing, Citation, FlowRole, Observation, Period, PeriodKind, Series};

/// Where a figure stands, from the firmest to the least firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// The document prints it, or it follows from what the document prints.
    Document,
    /// Another source reports it, or it follows from what others report.
    Reported,
    /// The editors derived it, or it follows from what they derived.
    Derived,
}

impl Standing {
    /// Where a value of the briefing stands.
    pub fn of(briefing: &Briefing, observation: &Observation) -> Self {
        if is_printed(briefing, observation) {
            Self::Document
        } else if observation.formula.is_some() {
            Self::Derived
        } else {
            Self::Reported
        }
    }

    /// Its key in files, where what is not the document's is context.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Document => "article",
            Self::Reported | Self::Derived => "context",
        }
    }
}

/// One figure and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The value in the series' unit.
    pub value: Decimal,
    /// Index into the series' observations.
    pub observation: usize,
    /// Where it stands.
    pub standing: Standing,
}

impl Figure {
    /// Where it, or what it was derived from, is read.
    pub fn citations<'a>(&self, series: &'a Series) -> &'a [Citation] {
        series.observations.get(self.observation).map_or(&[], |observation| &observation.citations)
    }
}

/// A year's figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i16,
    /// Both directions together.
    pub total: Option<Figure>,
    /// From the partner whose balance is shown.
    pub forward: Option<Figure>,
    /// To that partner.
    pub backward: Option<Figure>,
}

/// The figures of a part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// The figures of a series, found once and asked often.
///
/// Of several values of a flow in a period it keeps the document's own, else a reported one before a derived one. Months
/// and days that stand by themselves are left to [`super::fine`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    by_period: BTreeMap<(FlowRole, Period), Figure>,
    published: BTreeMap<(FlowRole, Period), usize>,
    years: Option<(i16, i16)>,
    parts: BTreeSet<Period>,
}

impl Figures {
    /// Reads a series once.
    pub fn new(briefing: &Briefing, series: &Series) -> Self {
        let roles: BTreeMap<_, _> = series.flows.iter().map(|flow| (&flow.id, flow.role)).collect();
        let mut figures = Self::default();
        for (index, observation) in series.observations.iter().enumerate() {
            let period = observation.period;
            let Some(role) = roles.get(&observation.flow).copied() else { continue };
            match period.kind() {
                PeriodKind::Year => {
                    let year = period.year();
                    let (first, last) = figures.years.unwrap_or((year, year));
                    figures.years = Some((first.min(year), last.max(year)));
                }
                PeriodKind::FiscalYear
                | PeriodKind::HalfYear
                | PeriodKind::Quarter
                | PeriodKind::Months
                | PeriodKind::Days => {
                    figures.parts.insert(period);
                }
                PeriodKind::Month | PeriodKind::Week | PeriodKind::Day => continue,
            }
            let standing = Standing::of(briefing, observation);
            let figure = Figure { value: observation.value, observation: index, standing };
            let kept = figures.by_period.entry((role, period)).or_insert(figure);
            if figure.standing < kept.standing {
                *kept = figure;
            }
        }
        for (index, growth) in series.published_growth.iter().enumerate() {
            if let Some(role) = roles.get(&growth.flow) {
                figures.published.entry((*role, growth.period)).or_insert(index);
            }
        }
        figures
    }

    /// The figure of a flow in a period, as far as the layer shows it.
    pub fn get(&self, role: FlowRole, period: Period, layer: Layer) -> Option<Figure> {
        let figure = self.by_period.get(&(role, period)).copied()?;
        (layer == Layer::All || figure.standing == Standing::Document).then_some(figure)
    }

    /// The figures of a year.
    pub fn year(&self, year: i16, layer: Layer) -> Year {
        let get = |role| self.get(role, Period::of_year(year), layer);
        Year { year, total: get(FlowRole::Total), forward: get(FlowRole::Forward), backward: get(FlowRole::Backward) }
    }

    /// Growth of a flow in a period as published, as an index into the series. It is context, wherever it is read.
    pub fn published(&self, role: FlowRole, period: Period, layer: Layer) -> Option<usize> {
        let index = self.published.get(&(role, period)).copied();
        index.filter(|_| layer == Layer::All)
    }

    /// The first and the last year that can be shown. With context they reach to the last year of which a part is known;
    /// without it, to the last whole one, so that a year that the document leaves out is seen to be left out.
    pub fn span(&self, layer: Layer) -> Option<(i16, i16)> {
        let (first, last) = self.years?;
        let part = self.parts.last().map(|part| part.year()).filter(|_| layer == Layer::All);
        Some((first, part.map_or(last, |part| last.max(part))))
    }

    /// The parts of years of which the total is known, in order.
    pub fn part_years(&self, layer: Layer) -> Vec<PartYear> {
        let part = |period: Period| PartYear {
            period,
            total: self.get(FlowRole::Total, period, layer),
            forward: self.get(FlowRole::Forward, period, layer),
            backward: self.get(FlowRole::Backward, period, layer),
            published: self.published(FlowRole::Total, period, layer),
        };
        self.parts.iter().map(|period| part(*period)).filter(|part| part.total.is_some()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Figures, Standing};
    use crate::analysis::trade::{Layer, is_printed};
    use crate::briefing::{Briefing, FlowRole, Period};

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    #[test]
    fn the_article_is_preferred_where_it_prints_a_figure() {
        let briefing = bundled();
        let year = Figures::new(&briefing, &briefing.trade.series[0]).year(2024, Layer::All);
        let total = year.total.expect("a total");
        assert_eq!((total.value.to_string().as_str(), total.standing), ("244.8", Standing::Document));
    }

    #[test]
    fn what_is_derived_from_the_document_is_not_printed_by_it() {
        let mut briefing = bundled();
        let observations = &mut briefing.trade.series[0].observations;
        let printed = observations.iter().position(|o| o.value.to_string() == "146.88").expect("it is printed");
        observations[printed].formula = Some("twice 73.44".to_owned());
        assert!(!is_printed(&briefing, &briefing.trade.series[0].observations[printed]));
        let figures = Figures::new(&briefing, &briefing.trade.series[0]);
        let total = figures.year(2021, Layer::All).total.expect("another source reports it");
        assert_eq!(total.value.to_string(), "146.887", "a reported value is shown before a derived one");
    }

    #[test]
    fn directions_sum_to_the_total_within_rounding() {
        let briefing = bundled();
        let figures = Figures::new(&briefing, &briefing.trade.series[0]);
        let mut seen = 0;
        for year in 2016..=2025 {
            let year = figures.year(year, Layer::All);
            let (Some(total), Some(forward), Some(backward)) = (year.total, year.forward, year.backward) else {
                continue;
            };
            let off = (forward.value + backward.value - total.value).abs();
            assert!(off <= "0.05".parse().expect("a number"), "{}: off by {off}", year.year);
            seen += 1;
        }
        assert_eq!(seen, 7, "2018 to 2024");
    }

    #[test]
    fn parts_of_years_are_context_and_not_years() {
        let briefing = bundled();
        let figures = Figures::new(&briefing, &briefing.trade.series[0]);
        assert_eq!(figures.part_years(Layer::All).len(), 6);
        assert!(figures.part_years(Layer::Document).is_empty());
        assert_eq!((figures.span(Layer::Document), figures.span(Layer::All)), (Some((2016, 2025)), Some((2016, 2026))));
        assert_eq!(figures.get(FlowRole::Total, Period::of_year(2026), Layer::All), None);
    }
}
