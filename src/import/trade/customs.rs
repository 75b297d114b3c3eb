//! China's customs, in English and in Chinese: who traded with China in a month and since January, and the totals month by
//! month. Titles stand above the head, and every country has a second row of changes in per cent.

use jiff::civil;

use super::chosen::begun;
use super::figure::{Direction, Figure, Named};
use super::gather::{Filled, Sink};
use super::layout::{Begun, Head, Layout, Role, RowReader};
use crate::analysis::fold::known_by;
use crate::briefing::{Period, SourceKind};
use crate::import::ImportError;
use crate::import::number::DecimalMark;
use crate::import::period::{self, month};
use crate::import::table::Row;
use crate::import::unit::{Prices, UnitRead};
use crate::{label, message};

/// The tables in English.
pub const ENGLISH: Layout = Layout {
    key: "customs",
    name: label!(import::layout_customs_english),
    publisher: "General Administration of Customs of China",
    data_set: "China’s customs statistics",
    kind: SourceKind::Official,
    primary: true,
    head: |head| titled(head, &["unit:", "unit："], &["exports", "export"], &["imports", "import"]),
    begin: |head, at| begin(head, at, &["exports", "export"], &["imports", "import"]),
};

/// The tables in Chinese.
pub const CHINESE: Layout = Layout {
    key: "customs-zh",
    name: label!(import::layout_customs_chinese),
    publisher: "General Administration of Customs of China",
    data_set: "China’s customs statistics",
    kind: SourceKind::Official,
    primary: true,
    head: |head| titled(head, &["单位"], &["出口"], &["进口"]),
    begin: |head, at| begin(head, at, &["出口"], &["进口"]),
};

/// So many rows may stand above the head.
const ABOVE: usize = 12;

/// The row of the head, where a row above it or the row itself says what the values are in.
fn titled(head: &Head<'_>, said: &[&str], exports: &[&str], imports: &[&str]) -> Option<usize> {
    let says = |row: &Row| row.fields.iter().any(|cell| said.iter().any(|said| cell.to_lowercase().contains(said)));
    if !head.rows.iter().take(ABOVE).any(says) {
        return None;
    }
    (0..ABOVE.min(head.rows.len())).find(|at| {
        let titles = head.titles(*at);
        let is = |names: &[&str]| titles.names.iter().any(|own| goes_by(own, names));
        is(exports) && is(imports)
    })
}

/// Whether a head is one of some names, without what stands in brackets behind it.
fn goes_by(own: &str, names: &[&str]) -> bool {
    let bare = own.split(['(', '（']).next().unwrap_or_default();
    names.iter().any(|name| known_by(bare) == known_by(name))
}

/// What a column of values is of.
#[derive(Clone, Copy)]
enum Span {
    /// The month of the row, or that of the table.
    Month,
    /// From January to that month.
    SinceJanuary,
}

struct Customs {
    values: Vec<(usize, Direction, Span)>,
    /// The month of the table; none where every row is one.
    month: Option<civil::Date>,
    /// The year that a month without one belongs to.
    year: Option<i16>,
    unit: UnitRead,
    last: String,
}

fn begin(head: &Head<'_>, at: usize, exports: &[&str], imports: &[&str]) -> Result<Begun, ImportError> {
    let titles = head.titles(at);
    let column = |names: &[&str]| titles.names.iter().position(|own| goes_by(own, names));
    let (out, back) = (column(exports), column(imports));
    // Two columns of each, the month and the months since January: the next head leaves one free.
    let both = [out, back].into_iter().flatten().all(|column| titles.name(column + 1).is_empty());
    let mut values = Vec::new();
    for (column, direction) in [(out, Direction::Export), (back, Direction::Import)] {
        let Some(column) = column else { continue };
        values.push((column, direction, Span::Month));
        if both {
            values.push((column + 1, direction, Span::SinceJanuary));
        }
    }
    let above: String = head.rows.iter().take(at + 2).flat_map(|row| row.fields.iter()).collect::<Vec<_>>().join(" ");
    let (year, mut number) = dated(&above);
    // A table of months has a month at the beginning of each row.
    let by_month = head.rows.iter().skip(at + 1).filter_map(|row| month_of(row.field(0), year)).count() > 2;
    if let Some(period) = head.choices.period {
        number = Some(period.days().1);
    }
    let month = if by_month { None } else { number };
    if month.is_none() && !by_month {
        return Err(head.fault(None, message!(import::no_month), message!(import::no_month_remedy)));
    }
    let told = head.rows.iter().take(at + 1).flat_map(|row| row.fields.iter());
    let told = told.filter(|cell| ["unit", "单位"].iter().any(|word| cell.to_lowercase().contains(word)));
    let unit = UnitRead { prices: Prices::Current, ..head.unit(told).unwrap_or_default() };
    let reader = Customs { values, month, year, unit, last: String::new() };
    begun(head, at, &titles, reader)
}

/// The year, and the month of it, that the titles of a table name: `December 2024`, `12.2024`, `2024年12月`, `2024-12`.
fn dated(titles: &str) -> (Option<i16>, Option<civil::Date>) {
    let mut years = None;
    let parts: Vec<&str> = titles
        .split(|c: char| c.is_whitespace() || "，,、()（）.·年月-/:：;".contains(c))
        .filter(|part| !part.is_empty())
        .collect();
    for (at, part) in parts.iter().enumerate() {
        let Some(year) = period::year(part) else { continue };
        years = years.or(Some(year));
        // In Chinese the month follows the year.
        let (before, after) = (at.checked_sub(1), Some(at + 1));
        let near = if titles.contains('年') { [after, before] } else { [before, after] };
        let neighbours = near.into_iter().flatten().filter_map(|near| parts.get(near));
        if let Some(month) = neighbours.into_iter().find_map(|near| month(near)) {
            return (Some(year), civil::Date::new(year, month, 1).ok().map(civil::Date::last_of_month));
        }
    }
    (years, None)
}

/// The month that a row of a table of months begins with.
fn month_of(text: &str, year: Option<i16>) -> Option<Period> {
    if text.is_empty() || period::year(text).is_some() {
        return None;
    }
    period::read(text).or_else(|| {
        let month = month(text.trim_end_matches('月'))?;
        Some(Period::of_month(civil::Date::new(year?, month, 1).ok()?))
    })
}

impl RowReader for Customs {
    fn roles(&self) -> Vec<(usize, Role)> {
        let first = if self.month.is_none() { Role::Month } else { Role::Partner };
        let values = self.values.iter().map(|(column, ..)| (*column, Role::Value));
        std::iter::once((0, first)).chain(values).collect()
    }

    fn read(&mut self, row: &Row, sink: &mut Sink<'_>) {
        let name = row.field(0).to_owned();
        // The row of changes: nothing stands before it, or the same again.
        if name.is_empty() || name == self.last {
            // Above the first country it is a second row of the head.
            if !row.is_blank() && !self.last.is_empty() {
                sink.leave(&message!(import::left_changes), row.number);
            }
            return;
        }
        self.last.clone_from(&name);
        sink.fill(Filled::Unit, true);
        sink.fill(Filled::Period, self.month.is_some());
        if ["注", "note", "source", "数据来源", "unit", "单位"].iter().any(|word| name.to_lowercase().starts_with(word))
        {
            return;
        }
        let own = if self.month.is_none() { month_of(&name, self.year) } else { None };
        if self.month.is_none() && own.is_none() {
            return sink.leave(&message!(import::left_no_period), row.number);
        }
        let of_table = |span: Span| {
            let last = self.month?;
            match span {
                Span::Month => Some(Period::of_month(last)),
                Span::SinceJanuary => Period::of_days(last.first_of_year(), last),
            }
        };
        for (column, direction, span) in &self.values {
            let Some(value) = sink.number(row.field(*column), DecimalMark::Point, row.number) else { continue };
            // January since January is said twice.
            let january = self.month.is_some_and(|last| last.month() == 1);
            if january && matches!(span, Span::SinceJanuary) {
                continue;
            }
            let own = match (own, span) {
                (Some(own), Span::SinceJanuary) => {
                    let (first, last) = own.days();
                    Period::of_days(first.first_of_year(), last).filter(|_| first.month() > 1)
                }
                (own, _) => own,
            };
            let Some(period) = own.or_else(|| of_table(*span)) else { continue };
            let partner = if own.is_some() { Named::text("World") } else { Named::text(&name) };
            sink.take(&Figure {
                reporter: Named { code: "CHN", name: "China" },
                partner,
                direction: *direction,
                label: "",
                called: "",
                product: Named::default(),
                valuation: if *direction == Direction::Export { "FOB" } else { "CIF" },
                unit: &self.unit,
                apart: "",
                period,
                value,
                status: None,
                row: row.number,
            });
        }
    }
}
