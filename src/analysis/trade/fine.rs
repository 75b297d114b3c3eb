//! Months and days that stand by themselves: a reader's own series, which may be long.

use std::collections::BTreeMap;

use jiff::civil;
use rust_decimal::prelude::ToPrimitive as _;

use super::figures::Standing;
use super::flows::flow;
use super::layer::Layer;
use super::point::Point;
use super::pyramid::Pyramid;
use crate::briefing::{Briefing, Citation, FlowRole, Observation, Period, PeriodKind, Series, Value};

/// The months or the days of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Fine {
    /// Month or day.
    pub kind: PeriodKind,
    /// A line for each flow that has any.
    pub lines: Vec<FineLine>,
}

/// The months or the days of one flow.
#[derive(Clone, Debug, PartialEq)]
pub struct FineLine {
    /// The flow.
    pub role: FlowRole,
    /// Its name.
    pub name: String,
    /// Its points: years and fractions of them against values.
    pub pyramid: Pyramid,
    /// For each point its index into the series' observations.
    observations: Vec<usize>,
}

/// The months or days of a series in a layer, whichever it has more of; none where it has neither.
pub fn fine(briefing: &Briefing, series: &Series, layer: Layer) -> Option<Fine> {
    let kinds = series.observations.iter().map(|observation| observation.period.kind());
    let count = |wanted: PeriodKind| kinds.clone().filter(|kind| *kind == wanted).count();
    let (months, days) = (count(PeriodKind::Month), count(PeriodKind::Day));
    let kind = if days > months { PeriodKind::Day } else { PeriodKind::Month };
    let roles = [FlowRole::Total, FlowRole::Forward, FlowRole::Backward];
    let lines: Vec<FineLine> = roles.into_iter().filter_map(|role| line(briefing, series, role, kind, layer)).collect();
    (months + days > 0).then_some(Fine { kind, lines })
}

impl Fine {
    /// The first and the last year it reaches.
    pub fn years(&self) -> Option<(i16, i16)> {
        let first = self.lines.iter().filter_map(|line| line.pyramid.point(0)).map(|(x, _)| x as i16).min()?;
        let last = |line: &FineLine| line.pyramid.point(line.pyramid.len().checked_sub(1)?);
        Some((first, self.lines.iter().filter_map(last).map(|(x, _)| x as i16).max()?))
    }

    /// Where its values within a range of years are read; an open end is without bound.
    pub fn citations<'a>(
        &'a self,
        series: &'a Series,
        (from, to): (Option<i16>, Option<i16>),
    ) -> impl Iterator<Item = &'a Citation> {
        let indices = self.lines.iter().flat_map(|line| &line.observations);
        let observations = indices.filter_map(|index| series.observations.get(*index));
        let within = move |observation: &&Observation| {
            let year = observation.period.year();
            from.is_none_or(|from| year >= from) && to.is_none_or(|to| year <= to)
        };
        observations.filter(within).flat_map(|observation| &observation.citations)
    }
}

impl FineLine {
    /// The value that a point stands for.
    pub fn observation<'a>(&self, series: &'a Series, index: usize) -> Option<&'a Observation> {
        series.observations.get(*self.observations.get(index)?)
    }

    /// A point with all that is known of it.
    pub fn point(&self, briefing: &Briefing, series: &Series, index: usize) -> Option<(Period, Point)> {
        let observation = self.observation(series, index)?;
        let point = Point {
            value: observation.value,
            standing: Standing::of(briefing, observation),
            computed: false,
            formula: observation.formula.clone().map(Value::from),
            citations: observation.citations.clone(),
        };
        Some((observation.period, point))
    }
}

fn line(briefing: &Briefing, series: &Series, role: FlowRole, kind: PeriodKind, layer: Layer) -> Option<FineLine> {
    let flow = flow(series, role)?;
    let mut best: BTreeMap<Period, (Standing, usize)> = BTreeMap::new();
    for (index, observation) in series.observations.iter().enumerate() {
        if observation.period.kind() != kind || observation.flow != flow.id {
            continue;
        }
        let standing = Standing::of(briefing, observation);
        if layer == Layer::Document && standing != Standing::Document {
            continue;
        }
        let kept = best.entry(observation.period).or_insert((standing, index));
        if standing < kept.0 {
            *kept = (standing, index);
        }
    }
    let mut points = Vec::with_capacity(best.len());
    let mut breaks = Vec::new();
    let mut before: Option<Period> = None;
    for (period, (_, index)) in &best {
        if before.is_some_and(|before| !follows(before, *period)) {
            breaks.push(points.len());
        }
        before = Some(*period);
        points.push((place(*period), series.observations[*index].value.to_f64().unwrap_or_default()));
    }
    let observations: Vec<usize> = best.into_values().map(|(_, index)| index).collect();
    let pyramid = Pyramid::new(points, breaks);
    (!pyramid.is_empty()).then(|| FineLine { role, name: flow.name.clone(), pyramid, observations })
}

/// Whether a period is the next after another.
fn follows(before: Period, period: Period) -> bool {
    before.days().1.tomorrow().is_ok_and(|day| day == period.days().0)
}

/// Where the middle of a period stands on the line of time: the year and how much of it has gone.
pub fn place(period: Period) -> f64 {
    let through = |day: civil::Date, part: f64| {
        let length = if day.in_leap_year() { 366.0 } else { 365.0 };
        f64::from(day.year()) + (f64::from(day.day_of_year()) - 1.0 + part) / length
    };
    let (first, last) = period.days();
    f64::midpoint(through(first, 0.0), through(last, 1.0))
}

#[cfg(test)]
mod tests {
    use super::{fine, place};
    use crate::analysis::trade::Layer;
    use crate::briefing::{Briefing, Observation, Period, PeriodKind};

    fn period(text: &str) -> Period {
        text.to_owned().try_into().expect(text)
    }

    /// The bundled briefing with some months of turnover.
    fn monthly(months: &[&str]) -> Briefing {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        let series = &mut briefing.trade.series[0];
        let pattern = series.observations[0].clone();
        for (index, month) in months.iter().enumerate() {
            let value = (index + 1).into();
            series.observations.push(Observation { period: period(month), value, ..pattern.clone() });
        }
        briefing
    }

    #[test]
    fn months_stand_in_the_order_of_time_and_gaps_stay_gaps() {
        let briefing = monthly(&["2024-03", "2024-01", "2024-02", "2024-12", "2025-01"]);
        let fine = fine(&briefing, &briefing.trade.series[0], Layer::All).expect("it has months");
        assert_eq!((fine.kind, fine.years(), fine.lines.len()), (PeriodKind::Month, Some((2024, 2025)), 1));
        let line = &fine.lines[0];
        let values: Vec<f64> = (0..5).filter_map(|i| line.pyramid.point(i)).map(|(_, y)| y).collect();
        assert_eq!(values, [2.0, 3.0, 1.0, 4.0, 5.0]);
        let joined: Vec<bool> = line.pyramid.decimated(2024.0, 2026.0, 500).iter().map(|v| v.joined).collect();
        assert_eq!(joined, [false, true, true, false, true], "nothing is known from April to November");
        let (shown, point) = line.point(&briefing, &briefing.trade.series[0], 3).expect("a point");
        assert_eq!((shown, point.value), (period("2024-12"), 4.into()));
    }

    #[test]
    fn the_bundled_series_has_neither_months_nor_days() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        assert_eq!(fine(&briefing, &briefing.trade.series[0], Layer::All), None);
    }

    #[test]
    fn a_period_stands_in_its_middle() {
        assert!((place(period("2025")) - 2025.5).abs() < 1e-9);
        assert!((place(period("2025-01-01")) - (2025.0 + 0.5 / 365.0)).abs() < 1e-9);
        assert!(place(period("2024-12-31")) < place(period("2025-01-01")));
    }
}
