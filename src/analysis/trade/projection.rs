//! From a query to what is shown: the columns of the range, the rows of the measure, in the order that is asked for.

use super::figures::Figures;
use super::ledger::Ledger;
use super::line::Line;
use super::measure::Measure;
use super::query::{Order, TradeQuery};
use super::row::Row;
use super::view::TradeView;
use crate::briefing::{Period, PeriodKind, Series};

/// What a query shows of a series whose figures are `figures`.
///
/// # Examples
/// ```
/// use briefing_desk::analysis::trade::{Figures, TradeQuery, view};
/// use briefing_desk::briefing::{Briefing, Period};
///
/// let briefing = Briefing::bundled()?;
/// if let Some(series) = briefing.main_series() {
///     let shown = view(series, &Figures::new(&briefing, series), &TradeQuery::default());
///     assert_eq!(shown.columns.first(), Some(&Period::of_year(2016)));
/// }
/// # Ok::<(), briefing_desk::briefing::LoadError>(())
/// ```
pub fn view(series: &Series, figures: &Figures, query: &TradeQuery) -> TradeView {
    let mut query = *query;
    if !query.measure.is_of(figures) {
        // A balance is not looked for where there is none; what there is stands in its place.
        query.measure = Measure::all().find(|measure| measure.is_of(figures)).unwrap_or(query.measure);
    }
    let kind = query.kind.filter(|kind| figures.kinds().contains(kind)).or_else(|| figures.first_kind());
    let kind = kind.unwrap_or(PeriodKind::Year);
    let all = figures.columns(kind, query.layer);
    let span = all.first().copied().zip(all.last().copied());
    let mut columns = within(all, &mut query);
    let ledger = Ledger::new(series, figures, query.layer, kind, &columns);
    let parts = figures.parts(kind, &columns);
    let (measure, rows) = (query.measure, |row: Row| row.all(figures));
    let mut lines: Vec<Line> =
        measure.rows().flat_map(rows).map(|row| Line::new(row, &ledger, &columns, &parts)).collect();
    let drawn = measure.drawn.iter().map(|row| row.all(figures).count()).sum();
    let known = |part: &Period| lines.iter().any(|line| line.parts.iter().any(|known| known.period == *part));
    let parts = parts.into_iter().filter(known).collect();
    order(&mut columns, &mut lines, &mut query);
    TradeView { query, kind, span, columns, lines, drawn, parts }
}

/// The columns of the range that a query asks for, which is brought to the columns that there are.
fn within(all: Vec<Period>, query: &mut TradeQuery) -> Vec<Period> {
    let Some(last) = all.len().checked_sub(1) else { return all };
    let from = query.from.map(|from| all.partition_point(|column| column.days().1 < from.days().0).min(last));
    let to = query.to.map(|to| all.partition_point(|column| column.days().0 <= to.days().1).saturating_sub(1));
    let ends = [from.unwrap_or(0), to.unwrap_or(last)];
    let (first, last) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
    (query.from, query.to) = (from.map(|_| all[first]), to.map(|_| all[last]));
    all[first..=last].to_vec()
}

/// Brings columns into the order of the query. One without a value comes last, whichever way round.
fn order(columns: &mut Vec<Period>, lines: &mut [Line], query: &mut TradeQuery) {
    let by = query.order.by.and_then(|row| lines.iter().find(|line| line.row == row));
    if by.is_none() && query.order.by.is_some() {
        // A row of another measure orders nothing here.
        query.order = Order::default();
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
    let periods = std::mem::take(columns);
    *columns = places.iter().map(|place| periods[*place]).collect();
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
