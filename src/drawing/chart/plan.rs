//! What a chart draws and where: everything that is worked out before the first line is drawn.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Charted, Frame, has_columns, key_size};
use crate::analysis::trade::chart::{shown_span, spans};
use crate::analysis::trade::magnitude::Fit;
use crate::analysis::trade::{self, ChartKind, Forecast, Headline, Note, Scale, Span, Standing, TradeView, float};
use crate::briefing::{Briefing, Key, Period, Series};
use crate::drawing::Area;

const EVENTS: f32 = 30.0;
const BRACKET: f32 = 28.0;
const YEARS: f32 = 22.0;
const CLAIMS: f32 = 26.0;
/// Where nothing stands above the plot, its topmost label still keeps its distance.
const BARE: f32 = 8.0;

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
    /// Whether the columns are too many for marks of their own.
    pub is_curve: bool,
    /// The scale of the values.
    pub scale: Scale,
    /// The scale that they are written in.
    pub fit: Fit,
    /// The events of its periods.
    pub notes: Vec<Note>,
    /// Growth between two periods.
    pub span: Option<Span>,
    /// The document's own figures.
    pub headline: Option<Headline>,
    /// The document's forecasts.
    pub forecasts: Vec<Forecast>,
    /// The claims that rest on the figures of a column.
    pub claims: BTreeMap<Period, Vec<Key>>,
    /// Where its strips lie.
    pub strips: Strips,
    /// The height of all strips.
    pub height: f32,
    /// Pixels for each point.
    pub pixels: f32,
}

/// Where the strips of a chart lie.
#[derive(Clone, Copy, Debug)]
pub struct Strips {
    /// The names of two series.
    pub key: Area,
    /// The numbers of the events.
    pub events: Area,
    /// The bracket between two periods.
    pub bracket: Area,
    /// The plot.
    pub plot: Area,
    /// The names of the periods.
    pub years: Area,
    /// The claims that rest on the figures.
    pub claims: Area,
}

impl<'a> Plan<'a> {
    /// Works out what is drawn; over the columns there is room for a key where it is asked for.
    pub fn new(charted: Charted<'a>, frame: Frame, keyed: bool) -> Self {
        let Charted { briefing, series, figures, view, look } = charted;
        let is_curve = !has_columns(view);
        let kind = if is_curve { ChartKind::Lines } else { look.kind };
        let stacked = kind.stacks(view);
        let scale = Scale::of(view, stacked);
        let annotated = look.annotated && !is_curve;
        let ends = view.ends().filter(|_| annotated);
        let notes = ends.zip(briefing.trade_of(series));
        let notes = notes.map_or_else(Vec::new, |(ends, trade)| trade::notes(briefing, trade, view.query.layer, ends));
        let headline = trade::headline(briefing, series).filter(|_| annotated);
        // What is written over the plot keeps its room while the columns stand in the order of their values.
        let spanned = span(charted, headline.as_ref()).filter(|span| annotated && spans(view, span));
        let has_bracket = spanned.is_some();
        let span = spanned.filter(|span| shown_span(view, span).is_some());
        let claims =
            if annotated { trade::claims_of_columns(briefing, series, figures, view) } else { BTreeMap::new() };

        let mut height = if notes.is_empty() && !has_bracket && !keyed { BARE } else { 0.0 };
        let mut strip = |wanted: bool, high: f32| {
            let top = height;
            height += if wanted { high } else { 0.0 };
            Area { left: 0.0, top, right: frame.width, bottom: height }
        };
        let strips = Strips {
            key: strip(keyed, key_size::height(frame.width, view.drawn().len())),
            events: strip(!notes.is_empty(), EVENTS),
            bracket: strip(has_bracket, BRACKET),
            plot: strip(true, frame.plot),
            // A curve is no wider than its room, so that no table has its years.
            years: strip(frame.years || is_curve, YEARS),
            claims: strip(!claims.is_empty(), CLAIMS),
        };
        Self {
            briefing,
            series,
            view,
            kind,
            stacked,
            is_curve,
            fit: fit(series, view, scale),
            scale,
            notes,
            span,
            forecasts: if headline.is_some() { trade::forecasts(briefing, series, figures) } else { Vec::new() },
            headline,
            claims,
            strips,
            height,
            pixels: frame.pixels,
        }
    }

    /// The width of a column.
    pub fn slot(&self) -> f32 {
        self.strips.plot.width() / self.view.columns.len().max(1) as f32
    }

    /// The middle of a column.
    pub fn middle(&self, column: usize) -> f32 {
        self.slot() * (column as f32 + 0.5)
    }

    /// A column, over the height of a strip.
    pub fn column(&self, strip: Area, column: usize) -> Area {
        let slot = self.slot();
        Area { left: slot * column as f32, right: slot * (column as f32 + 1.0), ..strip }
    }

    /// How high up what stands in a column reaches: its highest mark and the value over it.
    pub fn top(&self, column: usize) -> f32 {
        /// A value, and where it is a part of a year its months.
        const VALUE: f32 = 28.0;
        let points = || self.view.drawn().iter().filter_map(|line| line.point(column));
        let highest = if self.stacked {
            self.y(points().map(|point| point.value).filter(Decimal::is_sign_positive).sum())
        } else {
            let parts = self.view.drawn().iter().flat_map(|line| line.parts_of(column)).map(|part| part.point.value);
            points().map(|point| point.value).chain(parts).map(|value| self.y(value)).fold(self.level(0.0), f32::min)
        };
        highest - VALUE
    }

    /// Where a value stands.
    pub fn y(&self, value: Decimal) -> f32 {
        self.level(float(value))
    }

    /// Where a value stands that is a pixel already.
    pub fn level(&self, value: f64) -> f32 {
        level(self.scale, self.strips.plot, value)
    }

    /// The most decimals with which the widest value finds room, and its width; where there is none, the fewest that leave
    /// the furthest value two digits, with which some are left out.
    pub fn decimals(&self, room: f32, widest: &mut dyn FnMut(u32) -> f32) -> (u32, f32) {
        /// No value has more.
        const MOST: i32 = 12;
        let furthest = self.scale.furthest() / 10_f64.powi(self.fit.shift);
        let digits = furthest.max(f64::MIN_POSITIVE).log10().floor() as i32;
        let fewest = (1 - digits).clamp(0, MOST) as u32;
        let mut found = (fewest, widest(fewest));
        for decimals in (fewest + 1..=2.max(fewest + 1)).rev() {
            let width = widest(decimals);
            if width <= room {
                found = (decimals, width);
                break;
            }
        }
        found
    }

    /// Whether the document prints a value that is drawn in a column.
    pub fn is_printed(&self, column: usize) -> bool {
        let points = self.view.drawn().iter().filter_map(|line| line.point(column));
        points.into_iter().any(|point| point.standing == Standing::Document)
    }

    /// The claims, each once with its periods, in the order of these.
    pub fn claims_in_order(&self) -> Vec<(Key, Vec<Period>)> {
        let mut claims: Vec<(Key, Vec<Period>)> = Vec::new();
        for (period, keys) in &self.claims {
            for key in keys {
                match claims.iter_mut().find(|(claim, _)| claim == key) {
                    Some((_, periods)) => periods.push(*period),
                    None => claims.push((key.clone(), vec![*period])),
                }
            }
        }
        claims
    }
}

/// The scale in which what is drawn is short.
fn fit(series: &Series, view: &TradeView, scale: Scale) -> Fit {
    let quantity = view.drawn().first().map(|line| line.row.quantity);
    quantity.map_or_else(Fit::default, |quantity| quantity.fit(&series.unit, scale.furthest()))
}

/// Growth between the two periods asked for, or else between the document's first and last.
fn span(charted: Charted<'_>, headline: Option<&Headline>) -> Option<Span> {
    let Charted { figures, view, look, .. } = charted;
    let own = headline.map(|headline| (headline.first.period, headline.last.period));
    let (from, to) = look.span.or(own).or(view.span)?;
    Some(trade::span(figures, view.query.layer, from, to))
}

/// Where a value stands in a plot.
pub fn level(scale: Scale, plot: Area, value: f64) -> f32 {
    plot.bottom - plot.height() * scale.part(value)
}
