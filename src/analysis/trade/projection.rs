//! From a query to what is shown: the years of the range, the rows of the measure, in the order that is asked for.

use super::figures::Figures;
use super::ledger::Ledger;
use super::line::Line;
use super::query::{Order, TradeQuery};
use super::view::TradeView;
use crate::briefing::Series;

/// What a query shows of a series whose figures are `figures`.
///
/// # Examples
/// ```
/// use briefing_desk::analysis::trade::{Figures, TradeQuery, view};
/// use briefing_desk::briefing::Briefing;
///
/// let briefing = Briefing::bundled()?;
/// if let Some(series) = briefing.trade.main() {
///     let shown = view(series, &Figures::new(&briefing, series), &TradeQuery::default());
///     assert_eq!(shown.columns.first(), Some(&2016));
/// }
/// # Ok::<(), briefing_desk::briefing::LoadError>(())
/// ```
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
    let ledger = Ledger::new(series, figures, query.layer, &columns);
    let mut part_years = figures.part_years(query.layer);
    part_years.retain(|part| columns.contains(&part.period.year()));
    let measure = query.measure;
    let mut lines: Vec<Line> = measure.rows().map(|row| Line::new(row, &ledger, &columns, &part_years)).collect();
    order(&mut columns, &mut lines, &mut query);
    TradeView { query, span, columns, lines, drawn: measure.drawn.len(), part_years }
}

/// Brings columns into the order of the query. A year without a value comes last, whichever way round.
fn order(columns: &mut Vec<i16>, lines: &mut [Line], query: &mut TradeQuery) {
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
