//! The projection: the years of a range as columns, and for a measure the rows that chart, table and file share.

use rust_decimal::Decimal;

use super::figures::{Figures, PartYear, Standing};
use super::query::{Row, TradeQuery};
use super::rows::Maker;
use crate::analysis::format::{NO_BREAK, printed, rounded, signed};
use crate::briefing::{Citation, Period, Series, Unit};

/// What is shown of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TradeView {
    /// The query, with the range as it came out.
    pub query: TradeQuery,
    /// The first and the last year that the layer has; none where there is no figure of a year.
    pub span: Option<(i16, i16)>,
    /// The years, in the order they are shown.
    pub columns: Vec<i16>,
    /// The rows, those that the chart draws first.
    pub lines: Vec<Line>,
    /// How many of the rows the chart draws.
    pub drawn: usize,
    /// The parts of years in the range.
    pub part_years: Vec<PartYear>,
}

/// A row of the table; the first of them are what the chart draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which row.
    pub row: Row,
    /// Its name.
    pub name: String,
    /// What its values are.
    pub measured: Measured,
    /// One for each column; a year without a figure has none.
    pub points: Vec<Option<Point>>,
    /// Parts of years, which are never compared with whole ones.
    pub parts: Vec<Part>,
}

/// What values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measured {
    /// Money in the series' unit.
    Money,
    /// A difference of money, always with its sign.
    Difference,
    /// A change in per cent, always with its sign.
    Change,
    /// A share in per cent.
    Share,
    /// An index.
    Index,
}

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The value, exact.
    pub value: Decimal,
    /// Where it, or the least firm figure it is computed from, stands.
    pub standing: Standing,
    /// Whether it was computed here.
    pub computed: bool,
    /// The formula with the numbers put in, of a value that was computed here or derived by the editors.
    pub formula: Option<String>,
    /// Where it, or what it is computed from, is read.
    pub citations: Vec<Citation>,
}

/// The value of a part of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The column of its year.
    pub column: usize,
    /// The months.
    pub period: Period,
    /// The value.
    pub point: Point,
}

impl Measured {
    /// The decimals shown.
    pub const fn places(self) -> u32 {
        match self {
            Self::Money | Self::Difference => 2,
            Self::Change | Self::Share | Self::Index => 1,
        }
    }

    /// A value as it stands in a table.
    pub fn text(self, value: Decimal) -> String {
        match self {
            Self::Money => printed(value, self.places()),
            Self::Difference | Self::Change => signed(value, self.places()),
            Self::Share | Self::Index => rounded(value, self.places()),
        }
    }

    /// A value with its unit, as it stands in a sentence.
    pub fn text_with_unit(self, value: Decimal, unit: &Unit) -> String {
        let text = self.text(value);
        match self {
            Self::Money | Self::Difference => {
                // The sign of the number stands before that of the currency.
                let (sign, digits) = text.find(|c: char| c.is_ascii_digit()).map_or(("", ""), |at| text.split_at(at));
                format!("{sign}{}{digits}{NO_BREAK}{}", unit.sign, unit.scale)
            }
            Self::Change | Self::Share => format!("{text}{NO_BREAK}%"),
            Self::Index => text,
        }
    }

    /// The unit at the head of the axis.
    pub fn unit(self, unit: &Unit) -> String {
        match self {
            Self::Money | Self::Difference => format!("{} {}", unit.sign, unit.scale),
            Self::Change | Self::Share => "%".to_owned(),
            Self::Index => "index".to_owned(),
        }
    }
}

impl Point {
    /// Where it stands, in words, where the document is what `called` says.
    pub fn status(&self, called: &str) -> String {
        match (self.computed, self.standing) {
            (false, Standing::Document) => format!("from the {called}"),
            (false, Standing::Reported) => format!("reported, not in the {called}"),
            (false, Standing::Derived) => "derived, not published".to_owned(),
            (true, Standing::Document) => format!("computed from the {called}\u{2019}s figures"),
            (true, Standing::Reported) => "computed".to_owned(),
            (true, Standing::Derived) => "computed from derived figures".to_owned(),
        }
    }

    /// Whether it was reported as it stands, and not derived by editors or computed here.
    pub const fn is_reported(&self) -> bool {
        !self.computed && !matches!(self.standing, Standing::Derived)
    }
}

impl Line {
    /// A cell of the table: the value, with `≈` where it rests on what was derived, or a dash.
    pub fn cell(&self, column: usize) -> String {
        self.point(column).map_or_else(|| "–".to_owned(), |point| self.text(point))
    }

    /// The value of a column.
    pub fn point(&self, column: usize) -> Option<&Point> {
        self.points.get(column)?.as_ref()
    }

    /// A value of this row, with `≈` where it rests on what was derived.
    pub fn text(&self, point: &Point) -> String {
        let about = if point.standing == Standing::Derived { "≈\u{a0}" } else { "" };
        format!("{about}{}", self.measured.text(point.value))
    }

    /// The parts of the year in a column.
    pub fn parts_of(&self, column: usize) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(move |part| part.column == column)
    }

    /// The part that stands for a year without a figure: the longest.
    pub fn part_for(&self, column: usize) -> Option<&Part> {
        self.parts_of(column).last().filter(|_| self.point(column).is_none())
    }
}

impl TradeView {
    /// What the chart draws.
    pub fn drawn(&self) -> &[Line] {
        &self.lines[..self.drawn.min(self.lines.len())]
    }

    /// The row of a kind.
    pub fn line(&self, row: Row) -> Option<&Line> {
        self.lines.iter().find(|line| line.row == row)
    }

    /// The column of a year.
    pub fn column(&self, year: i16) -> Option<usize> {
        self.columns.iter().position(|column| *column == year)
    }

    /// Whether the years stand in the order of time, the earliest first.
    pub fn in_time(&self) -> bool {
        self.columns.is_sorted()
    }

    /// The unbroken runs of a line: neighbouring columns of neighbouring years. A run ends where a year is missing, and
    /// where columns stand in the order of their values no two are joined.
    pub fn runs(&self, line: &Line) -> Vec<Vec<usize>> {
        let mut runs: Vec<Vec<usize>> = Vec::new();
        for column in (0..self.columns.len()).filter(|column| line.point(*column).is_some()) {
            let follows = |run: &&mut Vec<usize>| {
                run.last().is_some_and(|last| {
                    let years = self.columns[column].abs_diff(self.columns[*last]);
                    self.query.order.by.is_none() && last + 1 == column && years == 1
                })
            };
            match runs.last_mut().filter(follows) {
                Some(run) => run.push(column),
                None => runs.push(vec![column]),
            }
        }
        runs
    }

    /// How many columns have no value in any row that is drawn.
    pub fn missing(&self) -> usize {
        let empty = |column: &usize| self.drawn().iter().all(|line| line.point(*column).is_none());
        (0..self.columns.len()).filter(empty).count()
    }
}

/// What a query shows of a series whose figures are `figures`.
pub fn view(series: &Series, figures: &Figures, query: &TradeQuery) -> TradeView {
    let span = figures.span(query.layer);
    let mut query = *query;
    let mut columns: Vec<i16> = Vec::new();
    if let Some((first, last)) = span {
        let ends = [query.from.unwrap_or(first), query.to.unwrap_or(last)].map(|year| year.clamp(first, last));
        let (from, to) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        (query.from, query.to) = (query.from.map(|_| from), query.to.map(|_| to));
        columns = (from..=to).collect();
    }
    let measure = query.measure;
    let rows = measure.drawn().iter().chain(measure.beside());
    let maker = Maker::new(series, figures, query.layer, &columns);
    let mut lines: Vec<Line> = rows.map(|row| maker.line(*row, &columns)).collect();
    order(&mut columns, &mut lines, &mut query);
    let part_years = figures.part_years(query.layer);
    let part_years = part_years.into_iter().filter(|part| columns.contains(&part.period.year())).collect();
    TradeView { query, span, columns, lines, drawn: measure.drawn().len(), part_years }
}

/// Brings columns into the order of the query. A year without a value comes last, whichever way round.
fn order(columns: &mut Vec<i16>, lines: &mut [Line], query: &mut TradeQuery) {
    let by = query.order.by.and_then(|row| lines.iter().find(|line| line.row == row));
    if by.is_none() && query.order.by.is_some() {
        // A row of another measure orders nothing here.
        query.order = super::Order::default();
    }
    let mut places: Vec<usize> = (0..columns.len()).collect();
    let descending = query.order.descending;
    match by {
        Some(line) => places.sort_by(|a, b| {
            let (a, b) = (line.point(*a).map(|point| point.value), line.point(*b).map(|point| point.value));
            match (a, b) {
                (Some(a), Some(b)) if descending => b.cmp(&a),
                (Some(a), Some(b)) => a.cmp(&b),
                (a, b) => b.is_some().cmp(&a.is_some()),
            }
        }),
        None if descending => places.reverse(),
        None => return,
    }
    let years = std::mem::take(columns);
    *columns = places.iter().map(|place| years[*place]).collect();
    for line in lines {
        let mut points = std::mem::take(&mut line.points);
        line.points = places.iter().map(|place| points[*place].take()).collect();
        for part in &mut line.parts {
            part.column = places.iter().position(|place| *place == part.column).unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests;
