//! The figures of a series, found by flow and period: of several values of one period, the one to show.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::flows::Flows;
use super::formula::sum;
use super::layer::Layer;
use super::standing::Standing;
use crate::briefing::{Briefing, Citation, Message, Period, PeriodKind, Series};

/// One figure and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The value in the series' unit.
    pub value: Decimal,
    /// Where it stands.
    pub standing: Standing,
    /// Indices into the series' observations: the one it is, or those it is the sum of.
    pub observations: Vec<usize>,
    /// The formula of a total that no source gives, being the sum of its parts.
    pub formula: Option<Message>,
}

impl Figure {
    /// Where it, or what it was computed from, is read.
    pub fn citations(&self, series: &Series) -> Vec<Citation> {
        cited(series, [self])
    }

    /// Whether it rests on what was derived.
    pub const fn is_approximate(&self) -> bool {
        matches!(self.standing, Standing::Derived)
    }
}

/// Where figures are read, each place once.
pub fn cited<'a>(series: &Series, figures: impl IntoIterator<Item = &'a Figure>) -> Vec<Citation> {
    let mut citations: Vec<Citation> = Vec::new();
    let observations = figures.into_iter().flat_map(|figure| &figure.observations);
    for citation in observations.filter_map(|index| series.observations.get(*index)).flat_map(|o| &o.citations) {
        if !citations.contains(citation) {
            citations.push(citation.clone());
        }
    }
    citations
}

/// The figures of the main total in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodFigures {
    /// The period.
    pub period: Period,
    /// Both directions together.
    pub total: Option<Figure>,
    /// From the partner whose balance is shown; none where there are several flows from it.
    pub forward: Option<Figure>,
    /// To that partner.
    pub backward: Option<Figure>,
}

/// A figure as it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Given {
    value: Decimal,
    observation: usize,
    standing: Standing,
}

/// The figures of a series, found once and asked often.
///
/// Of several values of a flow in a period it keeps the document's own, else a reported one before a derived one. A flow
/// is named by its index in the series.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The flows, by what they say they are.
    pub flows: Flows,
    given: BTreeMap<(usize, Period), Given>,
    published: BTreeMap<(usize, Period), usize>,
    published_flows: BTreeSet<usize>,
    kinds: BTreeMap<PeriodKind, BTreeSet<Period>>,
}

/// As many columns without a figure as this are shown to be empty; where there are more, only those with one are columns.
const MOST_FILLED: usize = 4000;

impl Figures {
    /// Reads a series once.
    pub fn new(briefing: &Briefing, series: &Series) -> Self {
        let indices: BTreeMap<_, _> = series.flows.iter().enumerate().map(|(index, flow)| (&flow.id, index)).collect();
        let mut figures = Self { flows: Flows::of(series), ..Self::default() };
        for (index, observation) in series.observations.iter().enumerate() {
            let period = observation.period;
            // A value in a foreign unit cannot stand in the series.
            let foreign = observation.unit.as_ref().is_some_and(|unit| *unit != series.unit);
            let Some(flow) = indices.get(&observation.flow).copied().filter(|_| !foreign) else { continue };
            figures.kinds.entry(period.kind()).or_default().insert(period);
            let standing = Standing::of(briefing, observation);
            let given = Given { value: observation.value, observation: index, standing };
            let kept = figures.given.entry((flow, period)).or_insert(given);
            if given.standing < kept.standing {
                *kept = given;
            }
        }
        for (index, growth) in series.published_growth.iter().enumerate() {
            if let Some(flow) = indices.get(&growth.flow) {
                figures.published.entry((*flow, growth.period)).or_insert(index);
                figures.published_flows.insert(*flow);
            }
        }
        figures
    }

    /// The figure of a flow in a period as it is given, as far as the layer shows it.
    pub fn get(&self, flow: usize, period: Period, layer: Layer) -> Option<Figure> {
        let Given { value, observation, standing } = *self.given.get(&(flow, period))?;
        let shown = layer == Layer::All || standing == Standing::Document;
        shown.then(|| Figure { value, standing, observations: vec![observation], formula: None })
    }

    /// The figure of a total in a period, by its place among the totals: as it is given, or else the sum of its parts
    /// where all of them are known.
    pub fn total(&self, number: usize, period: Period, layer: Layer) -> Option<Figure> {
        self.total_within(number, period, layer, self.flows.totals().len())
    }

    fn total_within(&self, number: usize, period: Period, layer: Layer, deep: usize) -> Option<Figure> {
        let total = self.flows.totals().get(number)?;
        if let Some(given) = total.flow.and_then(|flow| self.get(flow, period, layer)) {
            return Some(given);
        }
        let of_direction = |flow: &usize| self.get(*flow, period, layer);
        let of_total = |flow: &usize| {
            let number = self.flows.totals().iter().position(|total| total.flow == Some(*flow))?;
            self.total_within(number, period, layer, deep.checked_sub(1)?)
        };
        let all = |figures: Option<Vec<Figure>>| figures.filter(|figures| figures.len() > 1).and_then(added);
        // One side alone is no sum of both.
        let both = !self.flows.one_sided(total);
        let directions = || total.directions.iter().map(of_direction).collect();
        both.then(|| all(directions())).flatten().or_else(|| all(total.totals.iter().map(of_total).collect()))
    }

    /// The figures of the main total in a period.
    pub fn period(&self, period: Period, layer: Layer) -> PeriodFigures {
        let pair = self.flows.totals().first().and_then(|total| total.pair);
        let get = |flow: Option<usize>| self.get(flow?, period, layer);
        let [forward, backward] = [get(pair.map(|pair| pair.0)), get(pair.map(|pair| pair.1))];
        PeriodFigures { period, total: self.total(0, period, layer), forward, backward }
    }

    /// Growth of a flow in a period as published, as an index into the series. It is context, wherever it is read.
    pub fn published(&self, flow: usize, period: Period, layer: Layer) -> Option<usize> {
        let index = self.published.get(&(flow, period)).copied();
        index.filter(|_| layer == Layer::All)
    }

    /// Whether growth of a flow was published at all.
    pub fn has_published(&self, flow: usize) -> bool {
        self.published_flows.contains(&flow)
    }

    /// The kinds of period that can stand as columns, from the longest: all of which there are two, and those of which
    /// there is one that lies in no year, where years are shown first.
    pub fn kinds(&self) -> Vec<PeriodKind> {
        let Some(first) = self.first_kind() else { return Vec::new() };
        let years = first == PeriodKind::Year;
        let apart = |period: &Period| !years || period.days().0.year() != period.days().1.year();
        let stands = |(kind, periods): &(&PeriodKind, &BTreeSet<Period>)| {
            let in_a_row = || periods.iter().any(|p| p.next().is_some_and(|next| periods.contains(&next)));
            let several = match kind {
                PeriodKind::Months | PeriodKind::Days => periods.len() > 1 && !years,
                // The first half of each year alone is a part of it and no half-yearly series.
                PeriodKind::HalfYear | PeriodKind::Quarter => in_a_row() || (periods.len() > 1 && !years),
                _ => periods.len() > 1,
            };
            **kind == first || several || periods.iter().any(apart)
        };
        self.kinds.iter().filter(stands).map(|(kind, _)| *kind).collect()
    }

    /// The kind of period that is shown first: the longest of which there are two, or else the longest.
    pub fn first_kind(&self) -> Option<PeriodKind> {
        let several = self.kinds.iter().find(|(_, periods)| periods.len() > 1);
        several.or_else(|| self.kinds.iter().next()).map(|(kind, _)| *kind)
    }

    /// The columns of a kind, in the order of time, with those between them of which nothing is known. With context, years
    /// reach to the last of which a part is known; without it, to the last whole one, so that a year that the document
    /// leaves out is seen to be left out.
    pub fn columns(&self, kind: PeriodKind, layer: Layer) -> Vec<Period> {
        Self::columns_of_all(&[self], kind, layer)
    }

    /// The columns that any of several figures has, with those between them of which nothing is known.
    pub fn columns_of_all<'a>(all: &[&'a Self], kind: PeriodKind, layer: Layer) -> Vec<Period> {
        let mut of_each = all.iter().filter_map(|figures| figures.kinds.get(&kind)).map(Cow::Borrowed);
        let Some(first) = of_each.next() else { return Vec::new() };
        let known = of_each.fold(first, |known, more| Cow::Owned(&*known | &*more));
        let (Some(first), Some(mut last)) = (known.first().copied(), known.last().copied()) else { return Vec::new() };
        if kind == PeriodKind::Year && layer == Layer::All {
            let parts_of = |figures: &&'a Self| {
                let parts = figures.kinds.iter().filter(|(kind, _)| figures.is_part(**kind));
                parts.filter_map(|(_, all)| all.last()).max().copied()
            };
            let parts = all.iter().filter_map(parts_of);
            last = parts.map(|part| Period::of_year(part.year())).fold(last, Ord::max);
        }
        if !kind.is_regular() {
            return known.iter().copied().collect();
        }
        let most = MOST_FILLED.max(known.len().saturating_mul(4));
        let mut columns: Vec<Period> = std::iter::successors(Some(first), |period| period.next())
            .take_while(|period| *period <= last)
            .take(most + 1)
            .collect();
        // Fiscal years that begin in different months are no row of columns, and neither are a few days of a century.
        let reached = known.iter().filter(|period| columns.binary_search(period).is_ok()).count();
        if columns.len() > most || reached < known.len() {
            columns = known.iter().copied().collect();
        }
        columns
    }

    /// Whether periods of a kind are parts of years, where years are columns.
    fn is_part(&self, kind: PeriodKind) -> bool {
        is_part_of_years(kind) || !self.kinds().contains(&kind)
    }

    /// The periods that lie in a column and stand as no column themselves, in the order of time.
    pub fn parts(&self, kind: PeriodKind, columns: &[Period]) -> Vec<Period> {
        if kind != PeriodKind::Year {
            return Vec::new();
        }
        let others = self.kinds.iter().filter(|(other, _)| **other != kind && self.is_part(**other));
        let mut parts: Vec<Period> = others.flat_map(|(_, periods)| periods).copied().collect();
        // Columns are years, and a part lies in that of its first day or in none.
        let columns: BTreeMap<i16, &Period> = columns.iter().map(|column| (column.year(), column)).collect();
        parts.retain(|part| columns.get(&part.days().0.year()).is_some_and(|column| column.holds(*part)));
        parts.sort();
        parts
    }

    /// The last period that a layer shows a figure of.
    pub fn until(&self, layer: Layer) -> Option<Period> {
        let shown = self.given.iter().filter(|(_, given)| layer == Layer::All || given.standing == Standing::Document);
        shown.map(|((_, period), _)| *period).max_by_key(|period| (period.days().1, period.length()))
    }
}

/// Half-years, quarters and spans of months that lie in a year stand in its column, since they are told from it by their
/// width; months, weeks and days are too many for that.
const fn is_part_of_years(kind: PeriodKind) -> bool {
    matches!(kind, PeriodKind::HalfYear | PeriodKind::Quarter | PeriodKind::Months)
}

/// The sum of figures, as firm as the least firm of them.
fn added(figures: Vec<Figure>) -> Option<Figure> {
    let computed = sum(&figures.iter().map(|figure| figure.value).collect::<Vec<_>>())?;
    let standing = figures.iter().map(|figure| figure.standing).max()?;
    let observations = figures.into_iter().flat_map(|figure| figure.observations).collect();
    Some(Figure { value: computed.value, standing, observations, formula: Some(computed.formula) })
}

#[cfg(test)]
mod tests {
    use super::{Figures, Standing};
    use crate::analysis::trade::sample::{THREE, sample};
    use crate::analysis::trade::{Layer, is_printed};
    use crate::briefing::{Briefing, FlowRole, Period, PeriodKind};

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    fn figures(briefing: &Briefing) -> Figures {
        Figures::new(briefing, &briefing.trades[0].series[0])
    }

    fn of_all(periods: &[&str]) -> Figures {
        let all: Vec<_> = periods.iter().map(|period| ("all", *period, "7")).collect();
        figures(&sample(&THREE, &all))
    }

    fn said(periods: &[Period]) -> String {
        periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_article_is_preferred_where_it_prints_a_figure() {
        let total = figures(&bundled()).total(0, Period::of_year(2024), Layer::All).expect("a total");
        assert_eq!((total.value.to_string().as_str(), total.standing), ("244.8", Standing::Document));
    }

    #[test]
    fn what_is_derived_from_the_document_is_not_printed_by_it() {
        let mut briefing = bundled();
        let observations = &mut briefing.trades[0].series[0].observations;
        let printed = observations.iter().position(|o| o.value.to_string() == "146.88").expect("it is printed");
        observations[printed].formula = Some("twice 73.44".to_owned());
        assert!(!is_printed(&briefing, &briefing.trades[0].series[0].observations[printed]));
        let total = figures(&briefing).total(0, Period::of_year(2021), Layer::All).expect("another source reports it");
        assert_eq!(total.value.to_string(), "146.887", "a reported value is shown before a derived one");
    }

    #[test]
    fn directions_sum_to_the_total_within_rounding() {
        let figures = figures(&bundled());
        let mut seen = 0;
        for year in 2016..=2025 {
            let year = figures.period(Period::of_year(year), Layer::All);
            let (Some(total), Some(forward), Some(backward)) = (year.total, year.forward, year.backward) else {
                continue;
            };
            let off = (forward.value + backward.value - total.value).abs();
            assert!(off <= "0.05".parse().expect("a number"), "{}: off by {off}", year.period);
            seen += 1;
        }
        assert_eq!(seen, 10, "2016 to 2025");
    }

    #[test]
    fn parts_of_years_are_context_and_not_years() {
        let figures = figures(&bundled());
        assert_eq!(figures.kinds(), [PeriodKind::Year]);
        let [article, all] = [Layer::Document, Layer::All].map(|layer| figures.columns(PeriodKind::Year, layer));
        assert_eq!((article.len(), all.len()), (10, 11), "2016 to 2025, and the year of which a part is known");
        assert_eq!(figures.parts(PeriodKind::Year, &all).len(), 11);
        assert_eq!(figures.total(0, Period::of_year(2026), Layer::All), None);
    }

    #[test]
    fn any_kind_of_period_alone_is_a_row_of_columns() {
        for (known, kind, columns) in [
            ("2019-Q3 2020-Q1", PeriodKind::Quarter, "2019-07/2019-09 2019-10/2019-12 2020-01/2020-03"),
            ("2019-H2 2020-H1", PeriodKind::HalfYear, "2019-07/2019-12 2020-01/2020-06"),
            ("2019-11 2020-02", PeriodKind::Month, "2019-11 2019-12 2020-01 2020-02"),
            ("2020-W52 2021-W01", PeriodKind::Week, "2020-W52 2020-W53 2021-W01"),
            ("2020-02-28 2020-03-01", PeriodKind::Day, "2020-02-28 2020-02-29 2020-03-01"),
            ("2018-07/2019-06 2019-07/2020-06", PeriodKind::FiscalYear, "2018-07/2019-06 2019-07/2020-06"),
            ("2019-01/2019-05 2020-01/2020-05", PeriodKind::Months, "2019-01/2019-05 2020-01/2020-05"),
            (
                "2019-05-02/2019-05-09 2019-06-02/2019-06-09",
                PeriodKind::Days,
                "2019-05-02/2019-05-09 2019-06-02/2019-06-09",
            ),
            ("2019-Q2", PeriodKind::Quarter, "2019-04/2019-06"),
            ("2017-04/2018-03 2018-07/2019-06", PeriodKind::FiscalYear, "2017-04/2018-03 2018-07/2019-06"),
            ("1900-01-01 2019-12-31", PeriodKind::Day, "1900-01-01 2019-12-31"),
        ] {
            let figures = of_all(&known.split(' ').collect::<Vec<_>>());
            assert_eq!(figures.first_kind(), Some(kind), "{known}");
            assert_eq!(said(&figures.columns(kind, Layer::All)), columns, "{known}");
        }
    }

    #[test]
    fn what_is_no_column_of_its_own_is_a_part_of_a_year() {
        let kinds = |periods: &str| of_all(&periods.split(' ').collect::<Vec<_>>()).kinds();
        assert_eq!(kinds("2018 2019 2020-Q1 2020-Q2"), [PeriodKind::Year, PeriodKind::Quarter]);
        assert_eq!(
            kinds("2018 2019 2019-Q1 2020-Q1"),
            [PeriodKind::Year],
            "the first quarter of each year is a part of it"
        );
        assert_eq!(kinds("2018 2019 2019-01 2019-02"), [PeriodKind::Year, PeriodKind::Month]);
        assert_eq!(kinds("2018 2019 2019-11/2020-02"), [PeriodKind::Year, PeriodKind::Months], "it lies in no year");
        assert_eq!(kinds("2018 2019-01 2019-02"), [PeriodKind::Year, PeriodKind::Month], "two months before one year");
        assert_eq!(of_all(&["2018", "2019-01", "2019-02"]).first_kind(), Some(PeriodKind::Month));
        let figures = of_all(&["2018", "2019", "2020-03"]);
        let columns = figures.columns(PeriodKind::Year, Layer::All);
        assert_eq!(said(&columns), "2018 2019 2020");
        assert_eq!(said(&figures.parts(PeriodKind::Year, &columns)), "2020-03");
    }

    #[test]
    fn a_total_that_nobody_gives_is_the_sum_of_its_parts() {
        use FlowRole::{Backward, Forward, Total};
        let briefing = sample(
            &[
                ("all", Total, None),
                ("goods", Total, Some("all")),
                ("travel", Total, Some("all")),
                ("ore-out", Forward, Some("goods")),
                ("corn-out", Forward, Some("goods")),
                ("goods-in", Backward, Some("goods")),
            ],
            &[
                ("ore-out", "2019", "1.5"),
                ("corn-out", "2019", "~2"),
                ("goods-in", "2019", "0.25"),
                ("travel", "2019", "4"),
                ("ore-out", "2020", "1"),
                ("goods-in", "2020", "1"),
                ("travel", "2020", "1"),
            ],
        );
        let figures = figures(&briefing);
        let total = |number, year| figures.total(number, Period::of_year(year), Layer::All);
        let goods = total(1, 2019).expect("its three directions are known");
        assert_eq!((goods.value.to_string().as_str(), goods.standing), ("3.75", Standing::Derived));
        let formula = crate::words::Words::english().say(goods.formula.as_ref().expect("it was computed"));
        assert_eq!(formula, "1.5 + 2 + 0.25 = 3.75");
        assert_eq!(total(0, 2019).map(|all| all.value.to_string()).as_deref(), Some("7.75"), "goods and travel");
        assert_eq!((total(1, 2020), total(0, 2020)), (None, None), "one of three is not known");
        assert!(figures.period(Period::of_year(2019), Layer::All).forward.is_none(), "two flows go one way");
    }
}
