//! What a chart draws and where: everything that is worked out before the first line is drawn.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::analysis::trade::chart::shown_span;
use crate::analysis::trade::{
    self, ChartKind, Figures, Forecast, Headline, Note, Scale, Span, Standing, TradeView, float,
};
use crate::briefing::{Briefing, Key, Series};
use crate::drawing::Area;
use crate::export::picture::ChartLook;
use crate::export::picture::page::{MARGIN, WIDTH};

/// The height of the plot itself.
const PLOT: f32 = 300.0;
/// Room for the scale at the left.
const SCALE: f32 = 92.0;
const EVENTS: f32 = 28.0;
const BRACKET: f32 = 28.0;
const KEY: f32 = 24.0;
/// Of more years than these each is one point of a curve.
const MANY: usize = 120;

/// What a chart draws.
#[derive(Debug)]
pub struct Plan<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// The series.
    pub series: &'a Series,
    /// What is shown of it.
    pub view: &'a TradeView,
    /// Bars or lines.
    pub kind: ChartKind,
    /// Whether two directions stand on each other.
    pub stacked: bool,
    /// Whether the years are too many for marks of their own.
    pub curves: bool,
    /// The scale of the values.
    pub scale: Scale,
    /// The events of its years.
    pub notes: Vec<Note>,
    /// Growth between two years.
    pub span: Option<Span>,
    /// The document's own figures, and what it forecasts.
    pub headline: Option<Headline>,
    /// The document's forecasts.
    pub forecasts: Vec<Forecast>,
    /// The claims that rest on a year's figures.
    pub claims: BTreeMap<i16, Vec<Key>>,
}

/// Where the strips of a chart lie, from the top.
#[derive(Clone, Copy, Debug)]
pub struct Strips {
    /// The numbers of the events.
    pub events: Area,
    /// The bracket between two years.
    pub bracket: Area,
    /// The names of two series.
    pub key: Area,
    /// The plot.
    pub plot: Area,
}

impl<'a> Plan<'a> {
    /// Works out what is drawn.
    pub fn new(
        briefing: &'a Briefing,
        series: &'a Series,
        figures: &Figures,
        view: &'a TradeView,
        look: ChartLook,
    ) -> Self {
        let curves = view.columns.len() > MANY;
        let kind = if curves { ChartKind::Lines } else { look.kind };
        let stacked = kind.stacks(view.query.measure);
        let annotated = look.annotated && !curves;
        let years = view.columns.iter().copied().min().zip(view.columns.iter().copied().max());
        let notes = years.filter(|_| annotated && view.in_time());
        let headline = trade::headline(briefing, series);
        let own = headline.as_ref().map(|headline| (headline.first.year, headline.last.year));
        let span = look.span.or(own).map(|(from, to)| trade::span(figures, view.query.layer, from, to));
        let mut claims = if annotated { trade::claims_of_years(briefing, series) } else { BTreeMap::new() };
        claims.retain(|year, _| view.columns.contains(year));
        Self {
            briefing,
            series,
            view,
            kind,
            stacked,
            curves,
            scale: Scale::of(view, stacked),
            notes: notes
                .map_or_else(Vec::new, |years| trade::notes(briefing, &briefing.trade, view.query.layer, years)),
            span: span.filter(|span| annotated && shown_span(view, span).is_some()),
            headline: headline.filter(|_| annotated),
            forecasts: trade::forecasts(briefing, series, figures),
            claims,
        }
    }

    /// The strips from a height on, and where they end.
    pub fn strips(&self, top: f32) -> (Strips, f32) {
        // Where nothing stands above the plot, its topmost label still keeps its distance from the heading.
        let bare = self.notes.is_empty() && self.span.is_none() && self.view.drawn().len() == 1;
        let mut bottom = if bare { top + 8.0 } else { top };
        let mut strip = |height: f32| {
            let strip = Area { left: MARGIN + SCALE, top: bottom, right: WIDTH - MARGIN, bottom: bottom + height };
            bottom += height;
            strip
        };
        let strips = Strips {
            key: strip(if self.view.drawn().len() > 1 { KEY } else { 0.0 }),
            events: strip(if self.notes.is_empty() { 0.0 } else { EVENTS }),
            bracket: strip(if self.span.is_some() { BRACKET } else { 0.0 }),
            plot: strip(PLOT),
        };
        (strips, bottom)
    }

    /// The width of a column.
    pub fn slot(&self, plot: Area) -> f32 {
        (plot.right - plot.left) / self.view.columns.len().max(1) as f32
    }

    /// The middle of a column.
    pub fn middle(&self, plot: Area, column: usize) -> f32 {
        self.slot(plot).mul_add(column as f32 + 0.5, plot.left)
    }

    /// Where a value stands.
    pub fn y(&self, plot: Area, value: Decimal) -> f32 {
        level(self.scale, plot, float(value))
    }

    /// Whether the document prints a value that is drawn in a column.
    pub fn is_printed(&self, column: usize) -> bool {
        let points = self.view.drawn().iter().filter_map(|line| line.point(column));
        points.into_iter().any(|point| point.standing == Standing::Document)
    }
}

/// Where a value stands in a plot.
pub fn level(scale: Scale, plot: Area, value: f64) -> f32 {
    (plot.top - plot.bottom).mul_add(scale.part(value), plot.bottom)
}
