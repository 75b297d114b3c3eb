//! Periods side by side: which row is their head, since figures of four digits look like years, and what they are.

use super::dated::{days_are, fiscal as fiscal_month, order};
use super::layout::{Head, Titles};
use super::months::parts;
use super::wide::{period_of, periods_of};
use crate::briefing::{Message, Period};
use crate::import::ImportError;
use crate::import::counted::{fiscal, fiscal_year, fiscals, frequency_of, stands_for};
use crate::import::date::{DayOrder, Order};
use crate::import::number::{DecimalMark, is_missing, marked, number};
use crate::import::period;

/// Whether a row is the head of a table with its periods side by side.
pub fn is_across(head: &Head<'_>, at: usize, titles: &Titles) -> bool {
    if !parts(head, titles, at).is_empty() {
        return true;
    }
    let mut periods = periods_of(&titles.names);
    // Which number of a date is the month does not matter yet.
    let any = Order::chosen_or_of(Some(DayOrder::MonthFirst), []);
    let dates = titles.names.iter().enumerate().filter(|(_, name)| period_of(name).is_none());
    periods.extend(dates.filter_map(|(column, name)| Some((column, Period::of_day(any.day(name)?)))));
    let fiscals = titles.names.iter().filter(|name| fiscal(name).is_some()).count();
    if periods.len().max(fiscals) < 2 {
        return false;
    }
    // Who chose it knows.
    head.choices.layout.as_deref() == Some("wide") || !is_of_figures(head, at, &periods)
}

/// The periods of columns, and what is said of how their heads are taken.
type Taken = (Vec<(usize, Period)>, Option<Message>);

/// The periods of columns by their heads.
pub fn periods(head: &Head<'_>, names: &[(usize, &str)]) -> Result<Taken, ImportError> {
    if let Some(begins) = fiscal_month(head, fiscals(names.iter().map(|(_, name)| *name)))? {
        let years = names.iter().filter_map(|(column, name)| Some((*column, fiscal_year(name, begins)?)));
        return Ok((years.collect(), None));
    }
    let order = order(head, "", names.iter().map(|(_, name)| *name))?;
    let read = |(column, name): &(usize, &str)| {
        Some((*column, period_of(name).or_else(|| order.day(name).map(Period::of_day))?))
    };
    let mut periods: Vec<(usize, Period)> = names.iter().filter_map(read).collect();
    let Some(counts) = frequency_of(periods.iter().map(|(_, period)| *period)) else { return Ok((periods, None)) };
    let first = periods.first().map(|(column, _)| *column);
    let first = names.iter().find(|(column, _)| Some(*column) == first).map_or("", |(_, name)| *name);
    for (_, period) in &mut periods {
        *period = stands_for(counts, period.days().0).unwrap_or(*period);
    }
    Ok((periods, Some(days_are(first, counts))))
}

/// Whether what looks like periods side by side is a row of figures: its periods go on below, or heads stand above it.
fn is_of_figures(head: &Head<'_>, at: usize, periods: &[(usize, Period)]) -> bool {
    !periods.is_empty()
        && !follow_each_other(periods)
        && (has_heads_above(head, at, periods)
            || periods.iter().any(|(column, period)| goes_on(head, at, *column, *period)))
}

/// Whether a period stands right above another, or the cells below it are the next ones, or those before it, or the same: a
/// column of periods.
fn goes_on(head: &Head<'_>, at: usize, column: usize, first: Period) -> bool {
    /// As many as tell it.
    const LOOKED_AT: usize = 4;
    let above = at.checked_sub(1).and_then(|above| period::read(head.rows.get(above)?.field(column)));
    if above.is_some_and(|above| above.kind() == first.kind()) {
        return true;
    }
    let mut last = first;
    let (mut steps, mut seen) = (0_usize, 0_usize);
    for cell in head.below(at, column).filter(|cell| !cell.is_empty()).take(LOOKED_AT) {
        let Some(period) = period::read(cell).filter(|period| period.kind() == first.kind()) else { return false };
        let follows = period == last || last.next() == Some(period) || last.previous() == Some(period);
        steps += usize::from(follows);
        seen += 1;
        last = period;
    }
    steps > 0 && steps == seen
}

/// Whether words stand right above all of them: the heads of their columns. A title is above few.
fn has_heads_above(head: &Head<'_>, at: usize, periods: &[(usize, Period)]) -> bool {
    let Some(above) = at.checked_sub(1).and_then(|above| head.rows.get(above)) else { return false };
    let is_head = |text: &str| !is_missing(text) && period::read(text).is_none() && !is_number(text);
    periods.iter().all(|(column, _)| is_head(above.field(*column)))
}

/// Whether three or more are each the next of the one before: no figures are.
fn follow_each_other(periods: &[(usize, Period)]) -> bool {
    let follow = |pair: &[(usize, Period)]| match pair {
        [(_, one), (_, other)] => one.next() == Some(*other) || one.previous() == Some(*other),
        _ => false,
    };
    periods.len() > 2 && periods.windows(2).all(follow)
}

/// Whether a cell is a number, with whatever mark parts its fraction and whatever stands behind it.
pub fn is_number(cell: &str) -> bool {
    DecimalMark::ALL.iter().any(|mark| number(cell, *mark).is_some() || marked(cell, *mark).is_some())
}
