//! From a query to what is shown: the columns of the range, the rows of the measure, in the order that is asked for.

use super::beside::{Beside, SeriesFigures, agrees, common};
use super::figures::Figures;
use super::ledger::Ledger;
use super::line::Line;
use super::query::{Order, TradeQuery};
use super::row::Row;
use super::view::TradeView;
use crate::briefing::{Briefing, Period, PeriodKind, Series};

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
    laid_out(SeriesFigures { series, figures }, None, query)
}

/// The same with another series laid beside it, where the two [agree](agrees); without it where they do not. Columns are
/// those that either has.
pub fn view_beside(
    briefing: &Briefing,
    one: SeriesFigures<'_>,
    other: Option<SeriesFigures<'_>>,
    query: &TradeQuery,
) -> TradeView {
    let other = other.filter(|other| agrees(one, *other, query));
    let other = other.map(|other| (other, Beside::new(briefing, one.series, other.series, query.layer)));
    laid_out(one, other, query)
}

fn laid_out(one: SeriesFigures<'_>, other: Option<(SeriesFigures<'_>, Beside)>, query: &TradeQuery) -> TradeView {
    let mut query = TradeQuery { measure: query.measure_of(one.figures), ..*query };
    let kind = query.kind_of(one.figures).unwrap_or(PeriodKind::Year);
    let (other, beside) = other.map_or((None, None), |(other, beside)| (Some(other), Some(beside)));
    let both: Vec<SeriesFigures<'_>> = std::iter::once(one).chain(other).collect();
    let figures: Vec<&Figures> = both.iter().map(|one| one.figures).collect();
    let all = Figures::columns_of_all(&figures, kind, query.layer);
    let span = all.first().copied().zip(all.last().copied());
    let mut columns = within(all, &mut query);
    let based = other.map_or(&columns[..], |other| common(&columns, [one, other], query.layer));
    let mut parts: Vec<Period> = figures.iter().flat_map(|figures| figures.parts(kind, &columns)).collect();
    if other.is_some() {
        parts.sort();
        parts.dedup();
    }
    // What is drawn of both comes first, and then what the table lists besides.
    let (mut lines, mut listed) = (Vec::new(), Vec::new());
    for (place, one) in both.iter().enumerate() {
        let ledger = Ledger::new(one.series, one.figures, query.layer, kind, based);
        let line = |row: Row| {
            let row = if place == 0 { row } else { row.beside() };
            let mut line = Line::new(row, &ledger, &columns, &parts);
            if let Some(beside) = &beside {
                beside.tell_apart(&mut line);
            }
            line
        };
        lines.extend(query.measure.drawn.iter().flat_map(|row| row.all(one.figures)).map(line));
        listed.extend(query.measure.beside.iter().flat_map(|row| row.all(one.figures)).map(line));
    }
    let drawn = lines.len();
    lines.extend(listed);
    let known = |part: &Period| lines.iter().any(|line| line.parts.iter().any(|known| known.period == *part));
    let parts = parts.into_iter().filter(known).collect();
    order(&mut columns, &mut lines, &mut query);
    TradeView { query, kind, span, columns, lines, drawn, parts, beside }
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
