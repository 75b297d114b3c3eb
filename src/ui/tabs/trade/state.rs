//! What the reader set on the tab, and what follows from it, computed again only when it changed.

use std::sync::Arc;

use egui::Ui;

use super::LABELS;
use super::below::OtherSeries;
use crate::analysis::memo::Memo;
use crate::analysis::trade::fine::{Fine, fine};
use crate::analysis::trade::{
    self, ChartKind, Figures, Forecast, Headline, Layer, Row, Span, Standing, TradeQuery, TradeView,
};
use crate::briefing::{Briefing, Key, Message, Period, Series};
use crate::drawing::chart::{self, Chart, ChartLook, Charted, Curve, Frame};
use crate::export;
use crate::message;
use crate::ui::paint::{Painted, WindowMeasure};
use crate::ui::shell::desk::Desk;
use crate::ui::widgets::grid::GridState;
use crate::words::{Language, Words};

/// The height of the plot of the years, and of that of months or days.
const PLOT: f32 = 250.0;
const FINE: f32 = 192.0;

/// What the reader set on this tab.
#[derive(Debug)]
pub struct TradeState {
    /// What is shown.
    pub(super) query: TradeQuery,
    /// How it is drawn.
    pub(super) kind: ChartKind,
    /// Whether events, brackets and levels are drawn on the chart.
    pub(super) annotated: bool,
    /// The two years that growth is computed between; the document's own where none were picked.
    pub(super) picked: Option<(i16, i16)>,
    /// The column under the pointer or the keyboard, tinted through chart and table.
    pub(super) pointed: Option<usize>,
    /// The columns between which the pointer is dragged.
    pub(super) dragged: Option<(usize, usize)>,
    /// Where the keyboard is in the table: a row, and a cell of it.
    pub(super) cell: Option<(Row, Option<usize>)>,
    /// What the table remembers.
    pub(super) grid: GridState,
    /// The point of the months or days that the arrows chose.
    pub(super) fine_point: Option<usize>,
    /// The year of a curve that the arrows chose, by its column.
    pub(super) walked: Option<usize>,
    /// The year that is selected, or in which the selected period lies. One that was not selected in the last frame is
    /// brought into view.
    pub(super) selected: Option<i16>,
    known: Memo<(), Arc<SeriesFacts>>,
    shown: Memo<TradeQuery, Arc<TradeScreen>>,
    span: Memo<(Layer, i16, i16), Span>,
    fine: Memo<Layer, Option<Arc<Fine>>>,
    chart: Memo<(TradeQuery, ChartLook, Frame, Language), Arc<Chart>>,
    curve: Memo<(TradeQuery, Frame, Language), Option<Arc<Curve>>>,
    pub(super) painted: Painting,
}

/// The drawings of the tab, as they were last painted.
#[derive(Debug, Default)]
pub struct Painting {
    /// The axis of the years.
    pub axis: Painted,
    /// The names of two series.
    pub key: Painted,
    /// The columns of the years.
    pub columns: Painted,
    /// The months or days.
    pub curve: Painted,
}

/// What is known of a series whatever the reader sets.
#[derive(Debug)]
pub struct SeriesFacts {
    /// Its figures.
    pub figures: Figures,
    /// The document's own.
    pub headline: Option<Headline>,
    /// The claims about it, worst verdict first.
    pub claims: Vec<Key>,
    /// The document's forecasts.
    pub forecasts: Vec<Forecast>,
    /// The last period that any series reaches.
    pub until: Option<Period>,
    /// The series that are not plotted.
    pub others: Vec<OtherSeries>,
}

/// What is on the screen.
#[derive(Debug)]
pub struct TradeScreen {
    /// Rows and columns.
    pub view: TradeView,
    /// The chart in a sentence.
    pub sentence: Message,
}

impl Default for TradeState {
    fn default() -> Self {
        Self {
            query: TradeQuery::default(),
            kind: ChartKind::default(),
            annotated: true,
            picked: None,
            pointed: None,
            dragged: None,
            cell: None,
            grid: GridState::default(),
            fine_point: None,
            selected: None,
            known: Memo::default(),
            shown: Memo::default(),
            span: Memo::default(),
            walked: None,
            fine: Memo::default(),
            chart: Memo::default(),
            curve: Memo::default(),
            painted: Painting::default(),
        }
    }
}

impl TradeState {
    /// The same choice over another briefing.
    pub fn over_another(&self) -> Self {
        let Self { query, kind, annotated, picked, .. } = self;
        Self { query: *query, kind: *kind, annotated: *annotated, picked: *picked, ..Self::default() }
    }

    /// What is shown.
    pub const fn query(&self) -> TradeQuery {
        self.query
    }

    /// How it is drawn.
    pub const fn look(&self) -> ChartLook {
        ChartLook { kind: self.kind, annotated: self.annotated, span: self.picked }
    }

    /// The table with tabs; none where there is no series.
    pub fn tsv(&mut self, words: &Words, briefing: &Briefing) -> Option<String> {
        let series = briefing.trade.main()?;
        Some(export::trade::tsv(&self.shown(briefing, series).view, words))
    }

    /// What is known of the series.
    pub(super) fn known(&mut self, briefing: &Briefing, series: &Series) -> Arc<SeriesFacts> {
        let known = |(): &()| {
            let figures = Figures::new(briefing, series);
            Arc::new(SeriesFacts {
                headline: trade::headline(briefing, series),
                claims: trade::claims_about(briefing, series).iter().map(|claim| claim.id.clone()).collect(),
                forecasts: trade::forecasts(briefing, series, &figures),
                figures,
                until: briefing.trade.series.iter().flat_map(|series| &series.observations).map(|o| o.period).max(),
                others: briefing.trade.others().iter().map(|other| OtherSeries::new(briefing, other)).collect(),
            })
        };
        Arc::clone(self.known.get(&(), known))
    }

    /// What is on the screen.
    pub(super) fn shown(&mut self, briefing: &Briefing, series: &Series) -> Arc<TradeScreen> {
        let known = self.known(briefing, series);
        let shown = |query: &TradeQuery| {
            let view = trade::view(series, &known.figures, query);
            Arc::new(TradeScreen { sentence: trade::sentence(briefing, series, &view), view })
        };
        Arc::clone(self.shown.get(&self.query, shown))
    }

    /// The months or days of the series.
    pub(super) fn fine(&mut self, briefing: &Briefing, series: &Series) -> Option<Arc<Fine>> {
        self.fine.get(&self.query.layer, |layer| fine(briefing, series, *layer).map(Arc::new)).clone()
    }

    /// The chart of what is shown, its columns as wide as asked together.
    pub(super) fn chart(
        &mut self,
        ui: &Ui,
        desk: &Desk<'_>,
        series: &Series,
        shown: &TradeScreen,
        width: f32,
    ) -> Arc<Chart> {
        let (briefing, words) = (desk.briefing, desk.words);
        let known = self.known(briefing, series);
        let question = (self.query, self.look(), frame(ui, width, PLOT), words.language());
        let chart = self.chart.get(&question, |(_, look, frame, _)| {
            let charted = Charted { briefing, series, figures: &known.figures, view: &shown.view, look: *look };
            Arc::new(chart::chart(charted, *frame, &mut WindowMeasure(ui.painter()), words))
        });
        Arc::clone(chart)
    }

    /// The drawing of the months or days, as wide as asked; none where none are known within the range of years.
    pub(super) fn curve(
        &mut self,
        ui: &Ui,
        words: &Words,
        (series, fine): (&Series, &Fine),
        width: f32,
    ) -> Option<Arc<Curve>> {
        let question = (self.query, frame(ui, width, FINE), words.language());
        let curve = self.curve.get(&question, |(query, frame, _)| {
            let (range, size) = ((query.from, query.to), (frame.width, frame.axis, frame.plot));
            let measure = &mut WindowMeasure(ui.painter());
            chart::fine((series, fine), range, size, frame.pixels, measure, words).map(Arc::new)
        });
        curve.clone()
    }

    /// Growth between the two years that were picked, or else between the document's first and last.
    pub(super) fn span(&mut self, briefing: &Briefing, series: &Series) -> Option<Span> {
        let known = self.known(briefing, series);
        let (first, last) = known.figures.span(self.query.layer)?;
        let own = known.headline.as_ref().map(|headline| (headline.first.year, headline.last.year));
        let (from, to) = self.picked.or(own).unwrap_or((first, last));
        let question = (self.query.layer, from.clamp(first, last), to.clamp(first, last));
        Some(self.span.get(&question, |(layer, from, to)| trade::span(&known.figures, *layer, *from, *to)).clone())
    }

    /// Whether anything was changed that a reset undoes.
    pub(super) fn is_changed(&self) -> bool {
        let default = TradeQuery::default();
        self.query.from != default.from
            || self.query.to != default.to
            || self.query.order != default.order
            || self.picked.is_some()
    }

    /// Back to all years in the order of time, and to the document's own span.
    pub(super) fn reset(&mut self) {
        let TradeQuery { measure, layer, .. } = self.query;
        self.query = TradeQuery { measure, layer, ..TradeQuery::default() };
        self.picked = None;
    }

    /// How far the figures reach, for the status bar.
    pub fn known_until(&mut self, briefing: &Briefing) -> Option<Message> {
        let until = self.known(briefing, briefing.trade.main()?).until?;
        Some(message!(trade::known_until, period = until))
    }

    /// What the status bar says.
    pub fn facts(&mut self, briefing: &Briefing) -> Vec<Message> {
        let Some(series) = briefing.trade.main() else { return Vec::new() };
        let shown = self.shown(briefing, series);
        let view = &shown.view;
        let printed = |column: &usize| {
            let points = view.drawn().iter().filter_map(|line| line.point(*column));
            points.into_iter().any(|point| point.standing == Standing::Document)
        };
        let columns = view.columns.len();
        let (known, printed) = (columns - view.missing(), (0..columns).filter(printed).count());
        vec![
            message!(trade::facts_years, known = known, columns = columns),
            message!(trade::facts_printed, count = printed, called = &briefing.document.called),
            message!(trade::facts_derived),
        ]
    }
}

/// A chart over the table, which names the years.
fn frame(ui: &Ui, width: f32, plot: f32) -> Frame {
    Frame { width, axis: LABELS, plot, years: false, pixels: ui.pixels_per_point() }
}
