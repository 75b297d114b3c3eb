//! Two series laid beside each other: which can be, and what tells their rows apart.

use super::basis;
use super::figures::Figures;
use super::layer::Layer;
use super::line::Line;
use super::query::TradeQuery;
use crate::briefing::{Briefing, Key, Message, Period, Series};
use crate::message;

/// A series with its figures.
#[derive(Clone, Copy, Debug)]
pub struct SeriesFigures<'a> {
    /// The series.
    pub series: &'a Series,
    /// Its figures.
    pub figures: &'a Figures,
}

/// What is said of the series that is laid beside the one that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Its key.
    pub series: Key,
    /// Who counted it, as far as the layer has it.
    pub reporter: Option<String>,
    /// How it was counted, as far as the layer has it.
    pub counted: Option<Message>,
    /// What each of the two is called where their rows stand together: what they do not share.
    names: [String; 2],
}

impl Beside {
    /// What is said of `other` where it is laid beside `series`.
    pub(super) fn new(briefing: &Briefing, series: &Series, other: &Series, layer: Layer) -> Self {
        let both = [series, other];
        let subjects = both.map(|one| briefing.subject_of(one));
        let reporters = both.map(|one| basis::reporter(one, layer).unwrap_or_default().to_owned());
        let differ = |[one, other]: &[String; 2]| one != other && !one.is_empty() && !other.is_empty();
        // Two of one subject that nobody is said to have counted have their keys.
        let names = [subjects, reporters.clone()].into_iter().find(differ);
        let names = names.unwrap_or_else(|| both.map(|one| one.id.to_string()));
        let [_, reporter] = reporters;
        Self {
            series: other.id.clone(),
            reporter: Some(reporter).filter(|reporter| !reporter.is_empty()),
            counted: basis::counted(other, layer),
            names,
        }
    }

    /// What it is called, where the other one is not.
    pub fn name(&self) -> &str {
        &self.names[1]
    }

    /// Names a row by the series it is of, the first of the two or the one beside it.
    pub(super) fn tell_apart(&self, line: &mut Line) {
        let series = &self.names[usize::from(line.row.is_beside())];
        let of = |row| message!(figures::row_of_series, row = row, series = series).into();
        (line.name, line.within) = (of(line.name.clone()), of(line.within.clone()));
    }
}

/// Whether one series can be laid beside another: their units agree, and the other has the kind of period and the measure
/// that a query shows of the first.
pub fn agrees(one: SeriesFigures<'_>, other: SeriesFigures<'_>, query: &TradeQuery) -> bool {
    let measure = query.measure_of(one.figures);
    one.series.id != other.series.id
        && one.series.unit == other.series.unit
        && query.kind_of(one.figures).is_some_and(|kind| other.figures.kinds().contains(&kind))
        && measure.is_of(other.figures)
}

/// The series of a briefing whose unit is that of one, with their figures: what could be laid beside it in some kind of
/// period.
pub fn neighbours<'a>(briefing: &'a Briefing, series: &'a Series) -> impl Iterator<Item = (&'a Series, Figures)> {
    let others = briefing
        .all_series()
        .filter(|other| other.id != series.id && other.unit == series.unit && !other.observations.is_empty());
    others.map(|other| (other, Figures::new(briefing, other)))
}

/// The columns from the first on which both have a total: what an index of each is measured against, so that the two can
/// be compared. All of them where there is none.
pub(super) fn common<'a>(columns: &'a [Period], both: [SeriesFigures<'_>; 2], layer: Layer) -> &'a [Period] {
    let has_both = |period: &Period| both.iter().all(|one| one.figures.total(0, *period, layer).is_some());
    columns.iter().position(has_both).map_or(columns, |first| &columns[first..])
}

#[cfg(test)]
mod tests {
    use super::{SeriesFigures, agrees, neighbours};
    use crate::analysis::trade::sample::{SampleFlow, THREE, sample};
    use crate::analysis::trade::{Figures, Layer, TradeQuery, TradeView, measure, sentence, view_beside};
    use crate::briefing::{Briefing, FlowRole, PeriodKind};
    use crate::words::Words;

    const GIVEN: [(&str, &str, &str); 6] = [
        ("all", "2019", "8"),
        ("all", "2021", "*9.5"),
        ("all", "2021-Q1", "2"),
        ("all", "2021-Q2", "2.5"),
        ("out", "2021", "5"),
        ("in", "2021", "4.5"),
    ];

    /// A briefing with a second series, of `flows`, counted by somebody else.
    fn two(flows: &[SampleFlow], figures: &[(&str, &str, &str)]) -> Briefing {
        let mut briefing = sample(&THREE, &GIVEN);
        let mut other = sample(flows, figures).trades.remove(0).series.remove(0);
        other.id = "pilots".to_owned().try_into().expect("a key");
        other.reporter = "Pilots’ guild".to_owned();
        briefing.trades[0].series.push(other);
        briefing
    }

    fn shown(briefing: &Briefing, query: TradeQuery) -> TradeView {
        let [one, other] = [0, 1].map(|at| &briefing.trades[0].series[at]);
        let figures = [one, other].map(|series| Figures::new(briefing, series));
        let other = SeriesFigures { series: other, figures: &figures[1] };
        view_beside(briefing, SeriesFigures { series: one, figures: &figures[0] }, Some(other), &query)
    }

    fn rows(view: &TradeView) -> Vec<String> {
        let words = Words::english();
        let values = |line: &super::Line| {
            let cells = (0..view.columns.len()).map(|column| words.value(&line.cell(column)));
            format!("{}: {}", words.value(&line.name), cells.collect::<Vec<_>>().join(" "))
        };
        view.drawn().iter().map(values).collect()
    }

    #[test]
    fn columns_are_those_of_both_and_rows_say_whose_they_are() {
        let briefing = two(&THREE, &[("all", "2021", "9"), ("all", "2022", "11"), ("in", "2022", "6")]);
        let view = shown(&briefing, TradeQuery::default());
        let columns: Vec<String> = view.columns.iter().map(ToString::to_string).collect();
        assert_eq!(columns, ["2019", "2020", "2021", "2022"], "a year of which neither is known stays a gap");
        assert_eq!(rows(&view), ["Flow all (Harbour office): 8 – 9.5 –", "Flow all (Pilots’ guild): – – 9 11"]);
        let said = Words::english().say(&sentence(&briefing, &briefing.trades[0].series[0], &view));
        for part in ["Flow all (Harbour office) from kr8", "Flow all (Pilots’ guild) from kr9", "Pilots’ guild"] {
            assert!(said.replace('\u{a0}', " ").contains(part), "{part} is missing in {said}");
        }
        assert!(view.whole().is_none() && view.beside.is_some());
        let document = shown(&briefing, TradeQuery { layer: Layer::Document, ..TradeQuery::default() });
        assert!(!rows(&document).concat().contains("guild"), "the document does not say who counted");
    }

    #[test]
    fn an_index_of_both_is_measured_against_one_period() {
        let briefing = two(&THREE, &[("all", "2020", "5"), ("all", "2021", "10"), ("all", "2022", "11")]);
        let view = shown(&briefing, TradeQuery { measure: measure("index"), ..TradeQuery::default() });
        assert_eq!(
            rows(&view),
            ["2021 = 100 (Harbour office): 84.2 – 100.0 –", "2021 = 100 (Pilots’ guild): – 50.0 100.0 110.0"]
        );
    }

    #[test]
    fn only_what_agrees_in_unit_period_and_measure_is_laid_beside() {
        let mut briefing = two(&[("all", FlowRole::Total, None)], &[("all", "2021", "9"), ("all", "2022", "11")]);
        let agreed = |briefing: &Briefing, query: &TradeQuery| {
            let [one, other] = [0, 1].map(|at| &briefing.trades[0].series[at]);
            let figures = [one, other].map(|series| Figures::new(briefing, series));
            let [one, other] =
                [(one, &figures[0]), (other, &figures[1])].map(|(series, figures)| SeriesFigures { series, figures });
            (
                agrees(one, other, query),
                neighbours(briefing, one.series).count(),
                shown(briefing, *query).beside.is_some(),
            )
        };
        let years = TradeQuery::default();
        assert_eq!(agreed(&briefing, &years), (true, 1, true));
        let quarters = TradeQuery { kind: Some(PeriodKind::Quarter), ..years };
        assert_eq!(agreed(&briefing, &quarters), (false, 1, false), "it has no quarters");
        let balance = TradeQuery { measure: measure("balance"), ..years };
        assert_eq!(agreed(&briefing, &balance), (false, 1, false), "it has no balance");
        briefing.trades[0].series[1].unit.scale = "bn".to_owned();
        assert_eq!(agreed(&briefing, &years), (false, 0, false), "it is counted otherwise");
    }
}
