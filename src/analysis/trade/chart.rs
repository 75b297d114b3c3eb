//! What a chart says of its figures in words, whoever draws it: the window or a picture.

use std::collections::BTreeSet;

use super::basis;
use super::claims::Forecast;
use super::formula::Computed;
use super::headline::Headline;
use super::layer::Layer;
use super::line::Line;
use super::measure::Stacking;
use super::point::Point;
use super::quantity::Counted;
use super::quantity::Quantity;
use super::rows::{BALANCE, TOTAL};
use super::span::Span;
use super::standing::Standing;
use super::view::TradeView;
use crate::briefing::{Flow, FlowRole, Message, Period, Series, Value};
use crate::message;

/// How a chart draws what it shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ChartKind {
    /// A bar from zero for each column, those of several flows side by side.
    #[default]
    Bars,
    /// Two directions on top of each other, so that their sum is seen.
    Stacked,
    /// A mark for each column, joined where periods follow each other.
    Lines,
}

impl ChartKind {
    /// All kinds, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Bars, Self::Stacked, Self::Lines];

    /// Its key, on the command line and in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bars => "bars",
            Self::Stacked => "stacked",
            Self::Lines => "lines",
        }
    }

    /// Whether two directions are drawn on top of each other: as the reader asks, and always where they are parts of a
    /// whole. Those of two series never are: they have no sum.
    pub fn stacks(self, view: &TradeView) -> bool {
        match view.query.measure.stacking {
            _ if view.beside.is_some() => false,
            Stacking::Never => false,
            Stacking::OnRequest => self == Self::Stacked,
            Stacking::Always => self != Self::Lines,
        }
    }
}

/// Why a column has no mark, in two lines, where the document is what `called` says; nothing where it has one.
pub fn absence(view: &TradeView, column: usize, called: &str) -> Option<Message> {
    if view.drawn().iter().any(|line| line.point(column).is_some() || line.part_for(column).is_some()) {
        return None;
    }
    let partly = view.lines.iter().any(|line| line.part_for(column).is_some());
    Some(match (view.query.layer, partly) {
        (Layer::Document, _) => message!(figures::absent_document, called = called.to_owned()),
        (Layer::All, true) => message!(figures::absent_partly_known),
        (Layer::All, false) if is_undefined(view, column) => message!(figures::absent_undefined),
        (Layer::All, false) => message!(figures::absent),
    })
}

/// Whether the chart draws ratios, and the money that they are of is known, so that none follows: from a deficit there is
/// no growth.
fn is_undefined(view: &TradeView, column: usize) -> bool {
    let is_money = |line: &&Line| line.row.quantity.counted == Counted::Money;
    let mut money = view.lines.iter().filter(is_money).peekable();
    money.peek().is_some()
        && !view.drawn().iter().any(|line| is_money(&line))
        && money.all(|line| line.point(column).is_some())
}

/// The total that stands for both directions in a column whose split is not known.
pub fn unsplit(view: &TradeView, column: usize) -> Option<&Point> {
    let bare = view.drawn().iter().all(|line| line.point(column).is_none());
    view.whole().filter(|_| bare)?.point(column)
}

/// Growth between two periods, where the chart has both and shows what grew.
pub fn shown_span<'a>(view: &TradeView, span: &'a Span) -> Option<&'a Span> {
    (spans(view, span) && view.in_time()).then_some(span)
}

/// Whether growth between two periods would be shown if the columns stood in the order of time.
pub fn spans(view: &TradeView, span: &Span) -> bool {
    // Of two series it would not be said whose growth it is.
    let grows = view.query.measure.spanned && view.beside.is_none();
    let ends = [span.from.period, span.to.period].map(|period| view.column(period));
    grows && span.growth.is_some() && ends.iter().all(Option::is_some)
}

/// Growth between two periods, over all and a year, with `≈` where it rests on what was derived.
pub fn span_text(span: &Span) -> Option<Message> {
    let growth = span_growth(span, span.growth.as_ref()?);
    Some(match (span.from.period.years_to(span.to.period), &span.compound) {
        // Over one year, growth a year is no more to say.
        (Some(years), Some(compound)) if years != 1 => {
            let yearly = span_growth(span, compound);
            message!(figures::span_growth_and_yearly, growth = growth, years = years, yearly = yearly)
        }
        (Some(years), _) => message!(figures::span_growth, growth = growth, years = years),
        (None, _) => {
            let (first, last) = (span.from.period, span.to.period);
            message!(figures::span_growth_between, growth = growth, first = first, last = last)
        }
    })
}

/// Growth over a span as it is written: with its sign, and `≈` where it rests on what was derived.
pub fn span_growth(span: &Span, computed: &Computed) -> Value {
    let growth = Value::from(Quantity::CHANGE.figure(computed.value));
    if span.is_approximate() { message!(figures::about, value = growth).into() } else { growth }
}

/// The level that a forecast is held against.
#[derive(Clone, Copy, Debug)]
pub struct Level<'a> {
    /// Its period.
    pub period: Period,
    /// The column of its period.
    pub from: usize,
    /// The column of the last period that is held against it.
    pub to: usize,
    /// Its value.
    pub point: &'a Point,
}

/// The last total that the document prints, drawn on to the period whose outcome its forecast is held against.
pub fn level<'a>(view: &'a TradeView, headline: Option<&Headline>, forecasts: &[Forecast]) -> Option<Level<'a>> {
    let period = headline.filter(|_| view.query.measure.draws(TOTAL) && view.in_time())?.last.period;
    let periods = forecasts.iter().filter_map(|forecast| forecast.period);
    let to = view.column(periods.filter(|to| *to > period).max()?)?;
    let from = view.column(period)?;
    Some(Level { period, from, to, point: view.line(TOTAL)?.point(from)? })
}

/// What a balance is made of and how both of its sides were counted, where it is drawn: a sentence each. Goods that are
/// counted with freight weigh more than those that are not, and the balance of the two is that much off.
pub fn balance_counted(series: &Series, view: &TradeView) -> Vec<Message> {
    if !view.query.measure.draws(BALANCE) || view.beside.is_some() {
        return Vec::new();
    }
    let of_role = |role| series.flows.iter().find(|flow: &&Flow| flow.role == role);
    let (Some(forward), Some(backward)) = (of_role(FlowRole::Forward), of_role(FlowRole::Backward)) else {
        return Vec::new();
    };
    let sides =
        message!(figures::balance_sides, balance = &series.balance, forward = &forward.name, backward = &backward.name);
    let valued = |flow| basis::valuation_of_flow(series, view.query.layer, flow);
    let counted = match (valued(forward), valued(backward)) {
        (Some(one), Some(other)) if one != other => Some(message!(
            figures::balance_counted,
            forward = &forward.name,
            backward = &backward.name,
            one = one.to_owned(),
            other = other.to_owned()
        )),
        _ => None,
    };
    std::iter::once(sides).chain(counted).collect()
}

/// What the marks of a chart mean, as far as it has them, where the document is what `called` says: a sentence each.
pub fn marks(called: &str, view: &TradeView, kind: ChartKind) -> Vec<Message> {
    let points = || view.drawn().iter().flat_map(|line| line.points.iter().flatten());
    let standings: BTreeSet<Standing> = points().map(|point| point.standing).collect();
    let has = |standing| standings.contains(&standing);
    let computed = if points().any(|point| point.computed) { "yes" } else { "no" };
    let drawn = if kind == ChartKind::Lines { "lines" } else { "bars" };
    let has_values = |row| view.line(row).is_some_and(Line::has_values);
    let of_measure = view.query.measure.meanings.iter().filter(|meaning| has_values(meaning.row));
    let mut said: Vec<Message> = of_measure.map(|meaning| meaning.text.clone()).collect();
    // Without a document there is nothing to tell its own figures from.
    if has(Standing::Document) && !called.is_empty() {
        let called = called.to_owned();
        said.push(message!(figures::mark_document, kind = drawn, computed = computed, called = called));
    }
    if has(Standing::Reported) {
        said.push(message!(figures::mark_reported, kind = drawn, computed = computed));
    }
    if has(Standing::Derived) {
        said.push(message!(figures::mark_derived, kind = drawn, computed = computed));
    }
    if view.drawn().iter().any(|line| !line.parts.is_empty()) {
        said.push(message!(figures::mark_part, kind = drawn));
    }
    if kind == ChartKind::Lines && view.query.order.by.is_none() {
        said.push(message!(figures::not_joined, kind = view.kind.key()));
    }
    if let Some(by) = view.query.order.by.and_then(|row| view.line(row)) {
        let by = by.name.clone();
        said.push(message!(figures::not_in_time, kind = view.kind.key(), by = by));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::{ChartKind, absence, level, marks, shown_span, span_text, unsplit};
    use crate::analysis::trade::{Figures, Layer, TradeQuery, TradeView, forecasts, headline, measure, span, view};
    use crate::briefing::{Briefing, Period};
    use crate::words::Words;

    fn shown(briefing: &Briefing, key: &str, layer: Layer) -> TradeView {
        let series = &briefing.trades[0].series[0];
        view(
            series,
            &Figures::new(briefing, series),
            &TradeQuery { measure: measure(key), layer, ..TradeQuery::default() },
        )
    }

    fn without_the_parts_of_2016() -> Briefing {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        let is_part =
            |one: &crate::briefing::Observation| one.period == Period::of_year(2016) && one.flow.as_str() != "total";
        briefing.trades[0].series[0].observations.retain(|one| !is_part(one));
        briefing
    }

    #[test]
    fn growth_from_a_deficit_is_not_computed_where_its_figures_are_known() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        let total = |one: &&mut crate::briefing::Observation| one.flow.as_str() == "total";
        for one in briefing.trades[0].series[0].observations.iter_mut().filter(total) {
            if one.period == Period::of_year(2019) {
                one.value = (-3).into();
            }
        }
        briefing.trades[0].series[0].published_growth.clear();
        let said = |key: &str, year: i16| {
            let view = shown(&briefing, key, Layer::All);
            absence(&view, view.column(Period::of_year(year))?, "article").map(|why| Words::english().say(&why))
        };
        assert_eq!(said("growth", 2020).as_deref(), Some("not\ncomputed"));
        assert_eq!(said("growth", 2019), None, "a fall below nought is one");
        assert_eq!(said("total", 2019), None);
    }

    #[test]
    fn an_empty_column_says_why() {
        let briefing = without_the_parts_of_2016();
        let said = |key, layer, year: i16| {
            let view = shown(&briefing, key, layer);
            let said = absence(&view, view.column(Period::of_year(year)).expect("a year"), "article");
            said.map(|said| Words::english().say(&said).replace('\n', " "))
        };
        assert_eq!(said("total", Layer::Document, 2023).as_deref(), Some("not in article"));
        assert_eq!(said("direction", Layer::All, 2016).as_deref(), Some("not found"));
        assert_eq!(said("total", Layer::All, 2024), None);
    }

    #[test]
    fn what_is_not_split_and_what_is_held_against_a_forecast_is_named() {
        let briefing = without_the_parts_of_2016();
        let series = &briefing.trades[0].series[0];
        let figures = Figures::new(&briefing, series);
        let headline = headline(&briefing, series);
        let total = shown(&briefing, "total", Layer::All);
        let level = level(&total, headline.as_ref(), &forecasts(&briefing, series, &figures)).expect("a forecast");
        assert_eq!((level.period.year(), level.point.value.to_string().as_str()), (2024, "244.8"));
        let direction = shown(&briefing, "direction", Layer::All);
        assert!(unsplit(&direction, direction.column(Period::of_year(2016)).expect("a year")).is_some());
        assert!(unsplit(&direction, direction.column(Period::of_year(2024)).expect("a year")).is_none());
        let span = span(&figures, Layer::All, Period::of_year(2021), Period::of_year(2024));
        assert!(shown_span(&total, &span).is_some() && shown_span(&direction, &span).is_none());
        assert_eq!(
            span_text(&span).map(|text| Words::english().say(&text).replace('\u{a0}', " ")).as_deref(),
            Some("+66.7 % in 3 years, +18.6 % a year")
        );
    }

    #[test]
    fn only_the_marks_that_a_chart_has_are_explained() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let said = |layer, kind| Words::english().sentences(&marks("article", &shown(&briefing, "total", layer), kind));
        assert_eq!(said(Layer::Document, ChartKind::Bars), "Solid: printed in the article.");
        assert!(said(Layer::All, ChartKind::Bars).contains("Hatched: from other sources."));
        assert!(said(Layer::All, ChartKind::Lines).contains("Hollow: from other sources."));
    }
}
