//! What the reader set on the tab, and what follows from it, computed again only when it changed.

use std::sync::Arc;

use egui::Ui;

use super::below::OtherSeries;
use super::{AROUND, LABELS, MAX_LABELS, MAX_SLOT, MIN_SLOT, table};
use crate::analysis::memo::Memo;
use crate::analysis::trade::{
    self, ChartKind, Figures, Forecast, Headline, Layer, Line, Point, Row, SeriesFigures, Span, Standing, TradeQuery,
    TradeView,
};
use crate::briefing::{Briefing, Key, Message, Period, Series};
use crate::drawing::chart::{self, Chart, ChartLook, Charted, Frame};
use crate::drawing::{Face, Measure as _};
use crate::export;
use crate::export::link::TradeShown;
use crate::message;
use crate::ui::paint::{Painted, WindowMeasure};
use crate::ui::shell::desk::{Desk, Place, Selection};
use crate::ui::widgets::grid::GridState;
use crate::words::{Language, Words};

/// The height of the plot, and of its width and the window's height what it takes where there is room for more.
const PLOT: f32 = 250.0;
const OF_WIDTH: f32 = 0.3;
const OF_HEIGHT: f32 = 0.4;

/// The names of as many periods at either end are measured for the width of the columns.
const LOOKED_AT: usize = 64;
/// As many columns stand in the table; of more, the last.
const MOST_TABLED: usize = 400;

/// What the reader set on this tab.
#[derive(Debug)]
pub struct TradeState {
    /// The series that is shown; the main one where none was chosen.
    pub(super) chosen: Option<Key>,
    /// The series that is laid beside it, where the two agree in what is shown.
    pub(super) beside: Option<Key>,
    /// What is shown.
    pub(super) query: TradeQuery,
    /// How it is drawn.
    pub(super) kind: ChartKind,
    /// Whether events, brackets and levels are drawn on the chart.
    pub(super) annotated: bool,
    /// The two periods that growth is computed between; the document's own where none were picked.
    pub(super) picked: Option<(Period, Period)>,
    /// The column under the pointer or the keyboard, tinted through chart and table.
    pub(super) pointed: Option<usize>,
    /// The columns between which the pointer is dragged.
    pub(super) dragged: Option<(usize, usize)>,
    /// Where the keyboard is in the table: a row, and a cell of it.
    pub(super) cell: Option<(Row, Option<usize>)>,
    /// What the table remembers.
    pub(super) grid: GridState,
    /// The point of a curve that the arrows chose, by its column.
    pub(super) walked: Option<usize>,
    /// The column that is selected, or in which the selected period lies.
    pub(super) selected: Option<Period>,
    known: Memo<(), Arc<SeriesFacts>>,
    shown: Memo<TradeQuery, Arc<TradeScreen>>,
    span: Memo<(Layer, Period, Period), Span>,
    widths: Memo<(TradeQuery, Language, u32), Widths>,
    names: Memo<(TradeQuery, Language, u32, u32), Arc<[String]>>,
    chart: Memo<(TradeQuery, ChartLook, Frame, Language), Arc<Chart>>,
    pub(super) painted: Painting,
}

/// How wide the parts of the table are to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Widths {
    /// The names of the rows.
    pub labels: f32,
    /// The narrowest that a column may be, so that every value and every period is written out.
    pub slot: f32,
}

/// The drawings of the tab, as they were last painted.
#[derive(Debug, Default)]
pub struct Painting {
    /// The axis.
    pub axis: Painted,
    /// The names of several flows.
    pub key: Painted,
    /// The columns.
    pub columns: Painted,
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
    /// The series that are not plotted.
    pub others: Vec<OtherSeries>,
    /// Those in the same unit, with their figures.
    pub neighbours: Vec<(Key, Figures)>,
}

/// What is on the screen.
#[derive(Debug)]
pub struct TradeScreen {
    /// Rows and columns.
    pub view: TradeView,
    /// The last of very many columns, which the table shows in their place.
    pub last: Option<TradeView>,
    /// All periods that can be columns, in the order of time.
    pub all: Vec<Period>,
    /// How many columns have a value, and in how many the document prints one.
    known: usize,
    printed: usize,
    /// Whether a value rests on what was derived.
    derived: bool,
    /// The chart in a sentence.
    pub sentence: Message,
    /// The series that can be laid beside the one that is shown.
    pub agreeing: Vec<Key>,
}

impl Default for TradeState {
    fn default() -> Self {
        Self {
            chosen: None,
            beside: None,
            query: TradeQuery::default(),
            kind: ChartKind::default(),
            annotated: true,
            picked: None,
            pointed: None,
            dragged: None,
            cell: None,
            grid: GridState::default(),
            selected: None,
            known: Memo::default(),
            shown: Memo::default(),
            span: Memo::default(),
            walked: None,
            widths: Memo::default(),
            names: Memo::default(),
            chart: Memo::default(),
            painted: Painting::default(),
        }
    }
}

impl TradeState {
    /// The same choice over another briefing.
    pub fn over_another(&self) -> Self {
        let Self { chosen, beside, query, kind, annotated, picked, .. } = self;
        Self {
            chosen: chosen.clone(),
            beside: beside.clone(),
            query: *query,
            kind: *kind,
            annotated: *annotated,
            picked: *picked,
            ..Self::default()
        }
    }

    /// What the reader set.
    pub(super) fn set(&self) -> TradeShown {
        let Self { chosen, beside, query, kind, annotated, picked, .. } = self;
        TradeShown {
            series: chosen.clone(),
            beside: beside.clone(),
            query: *query,
            kind: *kind,
            annotated: *annotated,
            span: *picked,
        }
    }

    /// Shows what a reader once set. What follows from it is worked out anew where the series are others.
    pub(super) fn show(&mut self, set: TradeShown) {
        let TradeShown { series, beside, query, kind, annotated, span } = set;
        if series != self.chosen || beside != self.beside {
            *self = Self { chosen: series, beside, ..Self::default() };
        }
        (self.query, self.kind, self.annotated, self.picked) = (query, kind, annotated, span);
    }

    /// The series that is shown.
    pub fn series<'a>(&self, briefing: &'a Briefing) -> Option<&'a Series> {
        briefing.series_or_main(self.chosen.as_ref())
    }

    /// Shows another series, in the way of the one before; its periods are its own.
    pub fn choose(&mut self, series: &Key) {
        if self.chosen.as_ref() == Some(series) {
            return;
        }
        let TradeQuery { measure, layer, .. } = self.query;
        let query = TradeQuery { measure, layer, ..TradeQuery::default() };
        let (kind, annotated) = (self.kind, self.annotated);
        *self = Self { chosen: Some(series.clone()), query, kind, annotated, ..Self::default() };
    }

    /// Lays another series beside it, or none.
    pub(super) fn lay_beside(&mut self, series: Option<Key>) {
        self.beside = series;
        (self.shown, self.chart) = (Memo::default(), Memo::default());
        (self.widths, self.names) = (Memo::default(), Memo::default());
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
        let series = self.series(briefing)?;
        Some(export::trade::tsv(briefing, series, &self.shown(briefing, series).view, words))
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
                neighbours: trade::neighbours(briefing, series).map(|(other, own)| (other.id.clone(), own)).collect(),
                others: briefing.others_of(series).map(|other| OtherSeries::new(briefing, other)).collect(),
            })
        };
        Arc::clone(self.known.get(&(), known))
    }

    /// What is on the screen.
    pub(super) fn shown(&mut self, briefing: &Briefing, series: &Series) -> Arc<TradeScreen> {
        let known = self.known(briefing, series);
        let shown = |query: &TradeQuery| {
            let one = SeriesFigures { series, figures: &known.figures };
            let neighbours = known.neighbours.iter().filter_map(|(key, figures)| {
                let series = briefing.series(key)?;
                Some(SeriesFigures { series, figures })
            });
            let other = neighbours.clone().find(|other| self.beside.as_ref() == Some(&other.series.id));
            let agreeing = neighbours.filter(|other| trade::agrees(one, *other, query));
            let view = trade::view_beside(briefing, one, other, query);
            let beside = other.filter(|_| view.beside.is_some()).map(|other| other.figures);
            let figures: Vec<&Figures> = std::iter::once(one.figures).chain(beside).collect();
            let printed = |column: &usize| {
                let points = view.drawn().iter().filter_map(|line| line.point(*column));
                points.into_iter().any(|point| point.standing == Standing::Document)
            };
            Arc::new(TradeScreen {
                sentence: trade::sentence(briefing, series, &view),
                agreeing: agreeing.map(|other| other.series.id.clone()).collect(),
                last: (view.columns.len() > MOST_TABLED).then(|| view.last(MOST_TABLED)),
                all: Figures::columns_of_all(&figures, view.kind, query.layer),
                known: view.columns.len() - view.missing(),
                derived: view.lines.iter().flat_map(|line| line.points.iter().flatten()).any(Point::is_approximate),
                printed: (0..view.columns.len()).filter(printed).count(),
                view,
            })
        };
        Arc::clone(self.shown.get(&self.query, shown))
    }

    /// Where a period of the series stands among the columns that are shown.
    pub(super) fn place(&mut self, selection: &Selection, briefing: &Briefing) -> Option<Place> {
        let Selection::Period(of, period) = selection else { return None };
        let series = self.series(briefing).filter(|series| series.id == *of)?;
        let shown = self.shown(briefing, series);
        let columns = &shown.view.columns;
        let column = |at: usize| Some(Selection::Period(of.clone(), *columns.get(at)?));
        Some(Place::new(selection, shown.view.column(*period)?, columns.len(), column))
    }

    /// How wide the table must be for what stands in it.
    pub(super) fn widths(&mut self, ui: &Ui, words: &Words, shown: &TradeScreen) -> Widths {
        let view = &shown.view;
        let question = (self.query, words.language(), ui.pixels_per_point().to_bits());
        *self.widths.get(&question, |_| {
            let mut measure = WindowMeasure(ui.painter());
            let mut width = |text: &str| measure.width(text, Face::STRONG);
            let long = |point: &&Point| (point.value.to_string().len(), point.is_approximate());
            let longest = |line: &Line| {
                let point = line.points.iter().flatten().max_by_key(long)?;
                Some(words.value(&line.figure(point)))
            };
            let ends = view.columns.iter().take(LOOKED_AT).chain(view.columns.iter().rev().take(LOOKED_AT));
            let texts = view.lines.iter().filter_map(longest).chain(ends.map(|period| words.period(*period)));
            let slot = texts.map(|text| width(&text)).fold(0.0, f32::max) + AROUND;
            let name = |(row, line): (usize, &Line)| width(&words.value(&line.name)) + table::around_name(view, row);
            let names = view.lines.iter().take(LOOKED_AT).enumerate().map(name).fold(0.0, f32::max);
            Widths { labels: names.clamp(LABELS, MAX_LABELS), slot: slot.clamp(MIN_SLOT, MAX_SLOT) }
        })
    }

    /// The names of the rows, cut to the room that is left to them and told apart all the same.
    pub(super) fn names(&mut self, ui: &Ui, words: &Words, view: &TradeView, room: f32) -> Arc<[String]> {
        let question = (self.query, words.language(), ui.pixels_per_point().to_bits(), room.to_bits());
        let names = self.names.get(&question, |_| {
            let names: Vec<String> = view.lines.iter().map(|line| words.value(&line.name)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            WindowMeasure(ui.painter()).fit_apart(&names, Face::STRONG, room).into()
        });
        Arc::clone(names)
    }

    /// The chart of what is shown: its axis and its columns together as wide as asked.
    pub(super) fn chart(
        &mut self,
        ui: &Ui,
        desk: &Desk<'_>,
        series: &Series,
        shown: &TradeScreen,
        widths: (f32, f32),
    ) -> Arc<Chart> {
        let (briefing, words) = (desk.briefing, desk.words);
        let known = self.known(briefing, series);
        let question = (self.query, self.look(), frame(ui, widths, plot_height(ui, widths.1)), words.language());
        let chart = self.chart.get(&question, |(_, look, frame, _)| {
            let charted = Charted { briefing, series, figures: &known.figures, view: &shown.view, look: *look };
            Arc::new(chart::chart(charted, *frame, &mut WindowMeasure(ui.painter()), words))
        });
        Arc::clone(chart)
    }

    /// Growth between the two periods that were picked, or else between the document's first and last.
    pub(super) fn span(&mut self, briefing: &Briefing, series: &Series) -> Option<Span> {
        let known = self.known(briefing, series);
        let shown = self.shown(briefing, series);
        let all = &shown.all;
        let (first, last) = (*all.first()?, *all.last()?);
        let own = known.headline.as_ref().map(|headline| (headline.first.period, headline.last.period));
        let there = |(from, to): &(Period, Period)| [from, to].iter().all(|end| all.binary_search(end).is_ok());
        let (from, to) = self.picked.filter(there).or_else(|| own.filter(there)).unwrap_or((first, last));
        let question = (self.query.layer, from, to);
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

    /// Back to all columns in the order of time, and to the document's own span.
    pub(super) fn reset(&mut self) {
        let TradeQuery { measure, layer, kind, .. } = self.query;
        self.query = TradeQuery { measure, layer, kind, ..TradeQuery::default() };
        self.picked = None;
    }

    /// How far the figures of the layer reach, for the status bar.
    pub fn known_until(&mut self, briefing: &Briefing) -> Option<Message> {
        let until = self.known(briefing, self.series(briefing)?).figures.until(self.query.layer)?;
        Some(message!(trade::known_until, period = until))
    }

    /// What the status bar says.
    pub fn facts(&mut self, briefing: &Briefing) -> Vec<Message> {
        let Some(series) = self.series(briefing) else { return Vec::new() };
        let shown = self.shown(briefing, series);
        let (view, known, printed) = (&shown.view, shown.known, shown.printed);
        let columns = view.columns.len();
        let periods = message!(figures::counted_periods, kind = view.kind.key(), count = columns);
        let mut facts = vec![message!(trade::facts_years, known = known, columns = columns, periods = periods)];
        if briefing.document_source().is_some() {
            facts.push(message!(trade::facts_printed, count = printed, called = briefing.called()));
        }
        if shown.derived {
            facts.push(message!(trade::facts_derived));
        }
        facts
    }
}

/// A larger plot in a larger window.
fn plot_height(ui: &Ui, width: f32) -> f32 {
    let most = (ui.ctx().content_rect().height() * OF_HEIGHT).round();
    (width.min(1400.0) * OF_WIDTH).round().min(most).max(PLOT)
}

/// A chart over the table, which names the periods.
fn frame(ui: &Ui, (axis, width): (f32, f32), plot: f32) -> Frame {
    Frame { width, axis, plot, years: false, pixels: ui.pixels_per_point() }
}
