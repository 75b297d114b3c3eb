//! What the reader set on the tab, and what follows from it, computed again only when it changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::table::OtherSeries;
use crate::analysis::memo::Memo;
use crate::analysis::trade::fine::{Fine, fine};
use crate::analysis::trade::{
    self, ChartKind, Figures, Forecast, Headline, Layer, Note, Row, Span, Standing, TradeQuery, TradeView,
};
use crate::briefing::{Briefing, Key, Message, Period, Series};
use crate::export;
use crate::export::picture::ChartLook;
use crate::message;
use crate::ui::widgets::grid::GridState;
use crate::words::Words;

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
    /// The year that is selected, or in which the selected period lies. One that was not selected in the last frame is
    /// brought into view.
    pub(super) selected: Option<i16>,
    known: Memo<(), Arc<Known>>,
    shown: Memo<TradeQuery, Arc<Shown>>,
    span: Memo<(Layer, i16, i16), Span>,
    fine: Memo<Layer, Option<Arc<Fine>>>,
}

/// What is known of a series whatever the reader sets.
#[derive(Debug)]
pub struct Known {
    /// Its figures.
    pub figures: Figures,
    /// The document's own.
    pub headline: Option<Headline>,
    /// The claims about it, worst verdict first.
    pub claims: Vec<Key>,
    /// The claims that rest on a year's figures.
    pub claims_of_years: BTreeMap<i16, Vec<Key>>,
    /// The document's forecasts.
    pub forecasts: Vec<Forecast>,
    /// The last period that any series reaches.
    pub until: Option<Period>,
    /// The series that are not plotted.
    pub others: Vec<OtherSeries>,
}

/// What is on the screen.
#[derive(Debug)]
pub struct Shown {
    /// Rows and columns.
    pub view: TradeView,
    /// The chart in a sentence.
    pub sentence: Message,
    /// The events of its years.
    pub notes: Vec<Note>,
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
            fine: Memo::default(),
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
    pub const fn chart(&self) -> ChartLook {
        ChartLook { kind: self.kind, annotated: self.annotated, span: self.picked }
    }

    /// The table with tabs; none where there is no series.
    pub fn tsv(&mut self, words: &Words, briefing: &Briefing) -> Option<String> {
        let series = briefing.trade.main()?;
        Some(export::trade::tsv(&self.shown(briefing, series).view, words))
    }

    /// What is known of the series.
    pub(super) fn known(&mut self, briefing: &Briefing, series: &Series) -> Arc<Known> {
        let known = |(): &()| {
            let figures = Figures::new(briefing, series);
            Arc::new(Known {
                headline: trade::headline(briefing, series),
                claims: trade::claims_about(briefing, series).iter().map(|claim| claim.id.clone()).collect(),
                claims_of_years: trade::claims_of_years(briefing, series),
                forecasts: trade::forecasts(briefing, series, &figures),
                figures,
                until: briefing.trade.series.iter().flat_map(|series| &series.observations).map(|o| o.period).max(),
                others: briefing.trade.others().iter().map(|other| OtherSeries::new(briefing, other)).collect(),
            })
        };
        Arc::clone(self.known.get(&(), known))
    }

    /// What is on the screen.
    pub(super) fn shown(&mut self, briefing: &Briefing, series: &Series) -> Arc<Shown> {
        let known = self.known(briefing, series);
        let shown = |query: &TradeQuery| {
            let view = trade::view(series, &known.figures, query);
            let years = view.columns.iter().copied().min().zip(view.columns.iter().copied().max());
            let notes = years.filter(|_| view.in_time());
            let notes = notes.map(|years| trade::notes(briefing, &briefing.trade, query.layer, years));
            Arc::new(Shown {
                sentence: trade::sentence(briefing, series, &view),
                notes: notes.unwrap_or_default(),
                view,
            })
        };
        Arc::clone(self.shown.get(&self.query, shown))
    }

    /// The months or days of the series.
    pub(super) fn fine(&mut self, briefing: &Briefing, series: &Series) -> Option<Arc<Fine>> {
        self.fine.get(&self.query.layer, |layer| fine(briefing, series, *layer).map(Arc::new)).clone()
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

    /// Two directions drawn on top of each other: as the reader asks, and always where they are parts of a whole.
    pub(super) fn is_stacked(&self) -> bool {
        self.kind.stacks(self.query.measure)
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
