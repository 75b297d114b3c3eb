//! Months or quarters side by side, whose heads name no year: `Jan`, `Feb`, `Mar`. It stands above them, or beside them as
//! that of their sum, or a reader says it.

use super::dated::{fiscal, named, order};
use super::layout::{Head, Titles};
use super::wide::periods_of;
use crate::briefing::{Message, Period};
use crate::import::ImportError;
use crate::import::period::{self, of_months};
use crate::message;

/// A column and the months of the year that it is of.
type Part = (usize, (i8, i8));

/// The columns of parts of a year; none where these are fewer than three, or another column says of what year a row is.
pub fn parts(head: &Head<'_>, titles: &Titles, at: usize) -> Vec<Part> {
    const FEWEST: usize = 3;
    let columns = titles.names.iter().enumerate();
    let parts: Vec<Part> = columns.filter_map(|(column, name)| Some((column, period::part(name)?))).collect();
    if parts.len() < FEWEST || named(head, titles, at).is_some() { Vec::new() } else { parts }
}

/// Periods side by side, and of which year they are taken to be.
pub struct Months {
    pub periods: Vec<(usize, Period)>,
    pub remark: Option<Message>,
}

/// The periods of the columns of parts of a year, where there are such; an error where nothing says of which year.
pub fn months(head: &Head<'_>, titles: &Titles, at: usize) -> Result<Option<Months>, ImportError> {
    let parts = parts(head, titles, at);
    if parts.is_empty() {
        return Ok(None);
    }
    // What could be said of other heads means nothing here.
    fiscal(head, Vec::new())?;
    order(head, "", [])?;
    let mut periods: Vec<(usize, Period)> =
        periods_of(&titles.names).into_iter().filter(|(_, period)| period.is_year()).collect();
    let chosen = head.choices.period.filter(|period| period.is_year()).map(Period::year);
    let found = || {
        let above = head.rows.iter().take(at).flat_map(|row| row.fields.iter());
        let named = above.flat_map(|cell| cell.split(|c: char| !c.is_alphanumeric())).filter_map(year_in);
        let mut years: Vec<i16> = periods.iter().map(|(_, period)| period.year()).chain(named).collect();
        years.sort_unstable();
        years.dedup();
        if let [year] = years[..] { Some(year) } else { None }
    };
    let Some(year) = chosen.or_else(found) else {
        return Err(head.fault(None, message!(import::no_year), message!(import::no_year_remedy)));
    };
    periods
        .extend(parts.into_iter().filter_map(|(column, (first, last))| Some((column, of_months(year, first, last)?))));
    periods.sort_unstable();
    let remark = chosen.is_none().then(|| message!(import::months_of, year = year.to_string()));
    Ok(Some(Months { periods, remark }))
}

/// The year that a word is: `2023`, `2023年`.
fn year_in(word: &str) -> Option<i16> {
    period::year(word.split('年').next().unwrap_or(word))
}
