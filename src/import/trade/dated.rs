//! Which columns of a table with a figure a row say of what period it is.

use super::across::is_number;
use super::called::column;
use super::layout::{Head, Role, Titles};
use crate::briefing::{Message, Value};
use crate::import::ImportError;
use crate::import::counted::{fiscals, frequency_of};
use crate::import::period::{self, Frequency};
use crate::message;

/// The columns of periods, and how their cells are read.
#[derive(Default)]
pub struct Dated {
    pub period: Option<usize>,
    pub year: Option<usize>,
    /// A part of the year, and whether it is a month or a quarter.
    pub part: Option<(usize, Role)>,
    /// That a year stands once for the rows below it.
    pub carried: Option<String>,
    /// How often it counts, where days stand for what they begin or end.
    pub counts: Option<Frequency>,
    pub fiscal: Option<i8>,
    pub remarks: Vec<Message>,
}

/// The column of periods or years that heads name; a month or a quarter may be one by itself: `2024-Q1` below `Quarter`.
pub fn named(head: &Head<'_>, titles: &Titles, at: usize) -> Option<(usize, Role)> {
    let of = |role: Role| Some((column(head, titles, role)?, role));
    let whole = |role: Role| {
        let (column, _) = of(role)?;
        let mut cells = head.below(at, column).filter(|cell| !cell.is_empty()).take(4).peekable();
        let are_periods = cells.peek().is_some() && cells.all(|cell| period::read(cell).is_some());
        are_periods.then_some((column, Role::Period))
    };
    let chosen = head.choices.columns.get(Role::Year.key()).is_some_and(|given| !given.is_empty());
    let year = of(Role::Year).filter(|_| chosen);
    year.or_else(|| of(Role::Period))
        .or_else(|| of(Role::Year))
        .or_else(|| whole(Role::Month))
        .or_else(|| whole(Role::Quarter))
}

/// The columns of periods of a table.
pub fn dated(head: &Head<'_>, titles: &Titles, at: usize) -> Result<Dated, ImportError> {
    let mut dated = Dated::default();
    let Some((own, role)) = named(head, titles, at) else {
        return fiscal(head, Vec::new()).map(|fiscal| Dated { fiscal, ..dated });
    };
    let cells = || head.below(at, own).filter(|cell| !cell.is_empty());
    // A column of years beside one of their parts, whatever it is called.
    let years = column(head, titles, Role::Year);
    let are_years =
        role == Role::Year || (years.is_none() && cells().take(50).all(|cell| period::year(cell).is_some()));
    dated.part = if are_years { part(head, titles, at, own) } else { None };
    if role == Role::Year || dated.part.is_some() {
        dated.year = Some(own);
    } else {
        dated.period = Some(own);
    }
    if let Some((part, _)) = dated.part {
        let carries =
            head.below(at, own).zip(head.below(at, part)).any(|(year, part)| year.is_empty() && !part.is_empty());
        if carries {
            dated.carried = Some(String::new());
            dated.remarks.push(message!(import::year_carried, head = titles.name(own).to_owned()));
        }
    } else {
        dated.fiscal = fiscal(head, fiscals(cells()))?;
    }
    if dated.period.is_some() && dated.fiscal.is_none() && column(head, titles, Role::Frequency).is_none() {
        dated.counts = frequency_of(cells().filter_map(period::read));
        dated.remarks.extend(dated.counts.map(|counts| days_are(titles.name(own), counts)));
    }
    Ok(dated)
}

/// The month in which fiscal years begin, where there are some; an error where that is not said, or said of none.
pub fn fiscal(head: &Head<'_>, years: Vec<&str>) -> Result<Option<i8>, ImportError> {
    let first = years.into_iter().take(3).map(str::to_owned).collect::<Vec<_>>();
    match (head.choices.fiscal, first.is_empty()) {
        (None, false) => {
            let what = message!(import::fiscal_unsaid, years = Value::list(first));
            Err(head.fault(None, what, message!(import::fiscal_unsaid_remedy)))
        }
        (Some(_), true) => Err(head.fault(None, message!(import::no_fiscal), message!(import::no_fiscal_remedy))),
        (begins, _) => Ok(begins),
    }
}

/// That days stand for what they begin or end.
pub fn days_are(head: &str, counts: Frequency) -> Message {
    let kind = match counts {
        Frequency::Year => "year",
        Frequency::HalfYear => "half-year",
        Frequency::Quarter => "quarter",
        Frequency::Month | Frequency::Week | Frequency::Day => "month",
    };
    message!(import::days_are, head = head.to_owned(), kind = kind)
}

/// The column of months or quarters beside years: by its name, else the one without a name in which such stand.
fn part(head: &Head<'_>, titles: &Titles, at: usize, year: usize) -> Option<(usize, Role)> {
    let named = [Role::Month, Role::Quarter].into_iter().find_map(|role| Some((column(head, titles, role)?, role)));
    let width = head.rows.iter().map(|row| row.fields.iter().count()).max().unwrap_or_default();
    let nameless = || {
        (0..width).filter(|column| *column != year && titles.name(*column).is_empty()).find_map(|column| {
            let cells: Vec<&str> = head.below(at, column).filter(|cell| !cell.is_empty()).take(50).collect();
            let are_parts =
                !cells.is_empty() && cells.iter().all(|cell| !is_number(cell) && period::part(cell).is_some());
            let are_quarters = cells.iter().all(|cell| period::quarter(cell).is_some());
            are_parts.then_some((column, if are_quarters { Role::Quarter } else { Role::Month }))
        })
    };
    named.filter(|(column, _)| *column != year).or_else(nameless)
}
