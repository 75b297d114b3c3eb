//! What is plotted: a measure, as a value that says all there is to know of it.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use super::figures::Figures;
use super::layer::Layer;
use super::line::Line;
use super::row::Row;
use crate::briefing::{GrowthBase, Message, PeriodKind, Series, Value};
use crate::message;

/// A measure, cheap to hand about. Two are the same where their keys are.
#[derive(Clone, Copy)]
pub struct Measure(&'static MeasureSpec);

/// What a measure is. All of them stand in `measures`.
pub struct MeasureSpec {
    /// Its key, on the command line and in files.
    pub key: &'static str,
    /// Its name where it is chosen.
    pub label: &'static Message,
    /// Its name within a sentence.
    pub within: &'static Message,
    /// What its chart shows of a layer and in which unit, under the title; the columns are of a kind, and the lines are
    /// those that the chart draws.
    pub lead: fn(&Series, Layer, PeriodKind, &[Line]) -> Message,
    /// What its chart of columns of a kind says in a sentence, whose lines say from where to where they run.
    pub chart: fn(&Series, PeriodKind, Value) -> Value,
    /// The rows that the chart draws.
    pub drawn: &'static [Row],
    /// The rows that the table lists besides: the figures that those drawn are computed from, or that follow from them.
    pub beside: &'static [Row],
    /// The rows of these that are said of each year as well.
    pub said_beside: &'static [Row],
    /// When bars stand on each other.
    pub stacking: Stacking,
    /// The values that the chart reaches.
    pub axis: Axis,
    /// The row that stands for those drawn in a year of which they are not known, being their sum.
    pub whole: Option<Row>,
    /// Whether growth between two years can be drawn on it.
    pub spanned: bool,
    /// What its marks mean, beyond what all marks mean.
    pub meanings: &'static [Meaning],
}

/// When the bars of two rows stand on each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stacking {
    /// Never: there is one row, or its rows have no sum.
    Never,
    /// Where the reader asks for it.
    OnRequest,
    /// Always: they are parts of a whole.
    Always,
}

/// The values that a chart reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// As far as its values, and nought.
    Values,
    /// From nought to a hundred, whatever the values.
    Hundred,
}

/// What the marks of a row mean.
#[derive(Clone, Debug)]
pub struct Meaning {
    /// The row; nothing is said where it has no value.
    pub row: Row,
    /// The mark and what it means.
    pub text: Message,
}

impl MeasureSpec {
    /// A measure of nothing, which others complete.
    pub(super) const NOTHING: Self = Self {
        key: "",
        label: &Message::bare("", ""),
        within: &Message::bare("", ""),
        lead: |_, _, _, _| Message::bare("", ""),
        chart: |_, _, lines| lines,
        drawn: &[],
        beside: &[],
        said_beside: &[],
        stacking: Stacking::Never,
        axis: Axis::Values,
        whole: None,
        spanned: false,
        meanings: &[],
    };
}

impl Measure {
    /// The measure that a specification describes.
    pub const fn new(spec: &'static MeasureSpec) -> Self {
        Self(spec)
    }

    /// What its rows are, those that the chart draws first.
    pub fn rows(self) -> impl Iterator<Item = Row> {
        self.0.drawn.iter().chain(self.0.beside).copied()
    }

    /// Whether figures have what its chart draws.
    pub fn is_of(self, figures: &Figures) -> bool {
        self.0.drawn.iter().any(|row| row.all(figures).next().is_some())
    }

    /// Whether the chart draws a row.
    pub fn draws(self, row: Row) -> bool {
        self.drawn.iter().any(|drawn| drawn.key == row.key)
    }
}

/// The period that growth is counted from, in the words of a sentence.
pub fn base(series: &Series, kind: PeriodKind) -> Message {
    match series.growth_on {
        GrowthBase::YearBefore => message!(figures::base_year_before, kind = kind.key()),
        GrowthBase::PeriodBefore => message!(figures::base_period_before, kind = kind.key()),
    }
}

impl Deref for Measure {
    type Target = MeasureSpec;

    fn deref(&self) -> &MeasureSpec {
        self.0
    }
}

impl PartialEq for Measure {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Measure {}

impl Hash for Measure {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl fmt::Debug for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key)
    }
}
