//! The chart of a view of the trade: one column for each period, with what is written onto it.
//!
//! Window and file show what is decided here: bars or a curve, the key of two series, which labels find room, the row of
//! claims. They hand in their size and their measure of text.

mod axis;
mod bars;
mod curves;
mod key;
mod key_size;
mod lines;
mod notes;
mod plan;
mod readout;
mod sheet;
mod spoken;

use std::sync::Arc;

use self::plan::Plan;
use self::sheet::Sheet;
use super::{Area, Drawing, Fill, Ink, Labels, Measure, Part, PartKey, Pen};
use crate::analysis::trade::chart::{balance_counted, marks};
use crate::analysis::trade::{ChartKind, Figures, Line, Note, Row, TradeView, sentence};
use crate::briefing::{Briefing, FlowRole, Key, Period, Series};
use crate::message;
use crate::words::Words;

pub use self::notes::event as draw_event;
pub use self::readout::{Rank, ReadOut, read_out};
pub use self::spoken::{said, sources};

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartLook {
    /// Bars or lines.
    pub kind: ChartKind,
    /// Whether events, growth between two years, the level of a forecast and the claims are on it.
    pub annotated: bool,
    /// The two periods growth is shown between; without them the first and the last that the document prints, or else
    /// those of all figures.
    pub span: Option<(Period, Period)>,
}

impl Default for ChartLook {
    fn default() -> Self {
        Self { kind: ChartKind::default(), annotated: true, span: None }
    }
}

/// How large a chart is, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// All columns together.
    pub width: f32,
    /// The names of the axis, at the left of the columns.
    pub axis: f32,
    /// The plot, from the top of its scale to the bottom.
    pub plot: f32,
    /// Whether the periods are written under their columns, which they need not be over a table of them.
    pub years: bool,
    /// Pixels for each point: a curve has no more points than can be seen.
    pub pixels: f32,
}

/// What a chart is of.
#[derive(Clone, Copy, Debug)]
pub struct Charted<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// The series.
    pub series: &'a Series,
    /// Its figures.
    pub figures: &'a Figures,
    /// What is shown of it.
    pub view: &'a TradeView,
    /// How.
    pub look: ChartLook,
}

/// A chart, laid out. Its parts stand side by side, so that the columns can be scrolled while the axis stays.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The names of the axis and of the strips.
    pub axis: Arc<Drawing>,
    /// The names of two series, which stand over the columns.
    pub key: Arc<Drawing>,
    /// The columns with all that is on them: a part for each period, event and claim, but for a curve.
    pub columns: Arc<Drawing>,
    /// Where the plot lies among the columns.
    pub plot: Area,
    /// How high up what stands in each column reaches, its value among it.
    pub tops: Vec<f32>,
    /// Whether the columns are too many for a mark each, so that a curve runs through them.
    pub is_curve: bool,
    /// What its marks mean.
    pub marks: String,
    /// The chart in a sentence.
    pub sentence: String,
    /// The events on it.
    pub notes: Vec<Note>,
    /// The claims on it, each with the periods it speaks of, in the order of these.
    pub claims: Vec<(Key, Vec<Period>)>,
}

/// Of more columns than these each is one point of a curve.
const MOST_COLUMNS: usize = 120;

/// Whether a chart has marks for each column; of more, each is a point of a curve.
pub const fn has_columns(view: &TradeView) -> bool {
    view.columns.len() <= MOST_COLUMNS
}

/// Lays a chart out. There must be a column.
pub fn chart(charted: Charted<'_>, frame: Frame, measure: &mut dyn Measure, words: &Words) -> Chart {
    // Lines are named beside themselves where all names find room; the key is for those that do not.
    let several = charted.view.drawn().len() > 1;
    let unnamed = Plan::new(charted, frame, false);
    let (columns, named) = columns(&unnamed, frame, measure, words);
    let (plan, columns) = if named || !several {
        (unnamed, columns)
    } else {
        let plan = Plan::new(charted, frame, true);
        let (columns, _) = self::columns(&plan, frame, measure, words);
        (plan, columns)
    };

    let plot = plan.strips.plot;
    let mut sheet = Sheet::new(measure, words, Labels::within(plot));
    axis::names(&mut sheet, &plan, frame.axis);
    let axis = sheet.finish([frame.axis, plan.height]);

    let mut sheet = Sheet::new(measure, words, Labels::within(plan.strips.key));
    if plan.strips.key.height() > 0.0 {
        key::draw(&mut sheet, &plan);
    }
    let key = sheet.finish([frame.width, plan.strips.key.bottom]);

    let marks = if plan.is_curve {
        words.say(&message!(chart::curve_of_columns, kind = charted.view.kind.key()))
    } else {
        let briefing = charted.briefing;
        let called = briefing.document_source().map(|_| briefing.called()).unwrap_or_default();
        let mut said = marks(&called, charted.view, plan.kind);
        said.extend(balance_counted(charted.series, charted.view));
        words.sentences(&said)
    };
    let claims = plan.claims_in_order();
    Chart {
        axis: Arc::new(axis),
        key: Arc::new(key),
        columns: Arc::new(columns),
        plot,
        tops: (0..charted.view.columns.len()).map(|column| plan.top(column)).collect(),
        is_curve: plan.is_curve,
        marks,
        sentence: words.say(&sentence(charted.briefing, charted.series, charted.view)),
        notes: plan.notes,
        claims,
    }
}

/// The columns with all that is on them, and whether the lines among them are named.
fn columns(plan: &Plan<'_>, frame: Frame, measure: &mut dyn Measure, words: &Words) -> (Drawing, bool) {
    let plot = plan.strips.plot;
    let mut sheet = Sheet::new(measure, words, Labels::within(plot.expanded([0.0, 4.0])));
    let name = words.say(&sentence(plan.briefing, plan.series, plan.view));
    sheet.parts.push(Part { key: PartKey::Whole, area: plot, name });
    axis::grid(&mut sheet, plan.scale, plot);
    notes::stems(&mut sheet, plan);
    let mut named = false;
    if plan.is_curve {
        curves::draw(&mut sheet, plan);
    } else {
        notes::forecast(&mut sheet, plan);
        match plan.kind {
            ChartKind::Bars | ChartKind::Stacked => bars::draw(&mut sheet, plan),
            ChartKind::Lines => named = lines::draw(&mut sheet, plan),
        }
    }
    let zero = plan.level(0.0);
    sheet.shapes.line([[plot.left, zero], [plot.right, zero]], Pen::solid(Ink::Rule, 1.0));
    if !plan.is_curve {
        spoken::parts(&mut sheet, plan);
    }
    notes::bracket(&mut sheet, plan);
    notes::numbers(&mut sheet, plan);
    axis::periods(&mut sheet, plan);
    notes::verdicts(&mut sheet, plan);
    (sheet.finish([frame.width, plan.height]), named)
}

impl Chart {
    /// The height of all its strips.
    pub fn height(&self) -> f32 {
        self.columns.size[1]
    }

    /// The whole in one drawing, as a file has it.
    pub fn whole(self) -> Drawing {
        let left = self.axis.size[0];
        let mut whole = Drawing::new([left + self.columns.size[0], self.height()]);
        let own = |drawing: Arc<Drawing>| Arc::try_unwrap(drawing).unwrap_or_else(|shared| (*shared).clone());
        whole.place([0.0, 0.0], own(self.axis));
        whole.place([left, 0.0], own(self.columns));
        whole.place([left, 0.0], own(self.key));
        whole
    }
}

/// The ink of a row: that of the part its flow plays, and one of its own for each further flow that plays it.
pub fn ink_of(row: Row) -> Ink {
    // The first of a series beside another comes after the first further flow, of which there is one more often.
    let place = row.number() + 2 * usize::from(row.is_beside());
    let further = |odd: usize| Ink::Further(((2 * (place - 1) + odd) % 6) as u8);
    match (row.flow, place) {
        (FlowRole::Forward, 0) => Ink::Forward,
        (FlowRole::Backward, 0) => Ink::Backward,
        (FlowRole::Total, 0) => Ink::Total,
        (FlowRole::Forward | FlowRole::Total, _) => further(0),
        (FlowRole::Backward, _) => further(1),
    }
}

/// The ink of a text on that of a row; none where it needs a ground of its own.
fn ink_on(row: Row) -> Option<Ink> {
    match ink_of(row) {
        Ink::Backward => Some(Ink::OnBackward),
        Ink::Forward | Ink::Total => Some(Ink::OnSeries),
        _ => None,
    }
}

/// How the line of a row is drawn, counted from nought.
const fn line_pen(number: usize, ink: Ink) -> Pen {
    match number % 5 {
        0 => Pen::solid(ink, 2.0),
        1 => Pen::dashed(ink, 2.0, 8.0, 5.0),
        2 => Pen::dashed(ink, 2.0, 2.0, 3.0),
        3 => Pen::dashed(ink, 2.0, 14.0, 4.0),
        _ => Pen::dashed(ink, 2.0, 5.0, 2.0),
    }
}

/// Whether the points of a row are joined: published growth is ticks beside what was computed.
const fn is_joined(line: &Line) -> bool {
    !line.row.is_tick()
}

/// A tick with a rim of paper, so that it is seen on a solid bar as well.
fn tick(sheet: &mut Sheet<'_>, middle: f32, half: f32, y: f32) {
    let ends = [[middle - half, y], [middle + half, y]];
    sheet.shapes.line(ends, Pen::solid(Ink::Paper, 4.0));
    sheet.shapes.line(ends, Pen::solid(Ink::Text, 2.0));
}

/// A square of one ink in a row of text.
fn swatch(sheet: &mut Sheet<'_>, area: Area, ink: Ink) {
    sheet.shapes.rect(area, Fill::Flat(ink), None);
}

#[cfg(test)]
mod apart;
#[cfg(test)]
mod tests;
