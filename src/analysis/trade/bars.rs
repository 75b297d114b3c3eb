//! Which bars a column of a chart has, and where they stand: for whoever draws them, the window or a picture.

use super::line::Line;
use super::point::{Part, Point};
use super::row::Row;
use super::scale::float;
use super::view::TradeView;
use crate::briefing::Period;

/// The widest a bar may be, in points.
pub const WIDEST: f32 = 46.0;

/// A bar of a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar<'a> {
    /// The row it is of.
    pub line: &'a Line,
    /// Its value.
    pub point: &'a Point,
    /// The part of the year it shows, where the whole is not known.
    pub part: Option<&'a Part>,
    /// The value it begins at.
    pub from: f64,
    /// The value it ends at.
    pub to: f64,
    /// Its middle, in points right of the column's middle.
    pub offset: f32,
    /// The middle of the bar that the whole would have.
    pub middle: f32,
    /// Its width in points.
    pub width: f32,
    /// The width that the whole would have.
    pub full: f32,
}

/// Between two bars of a column.
const APART: f32 = 2.0;
/// The narrowest a part of a year is drawn.
const NARROWEST: f32 = 3.0;

/// The bars of a column `slot` points wide: of the whole, or, where there is none, of the longest part that is known. A
/// part takes as much of the width of a whole bar as of the year, and stands where it lies in the year.
pub fn bars(view: &TradeView, stacked: bool, column: usize, slot: f32) -> Vec<Bar<'_>> {
    let lines: Vec<&Line> = view.drawn().iter().filter(|line| !line.row.is_tick()).collect();
    let beside = lines.len() > 1 && !stacked;
    let count = lines.len().max(1) as f32;
    let full = if beside { (slot * 0.76 / count).min(WIDEST) } else { (slot * 0.55).min(WIDEST) };
    let common = common_part(&lines, column);
    let mut bars = Vec::new();
    let (mut above, mut below) = (0.0, 0.0);
    for (side, line) in lines.into_iter().enumerate() {
        let of_common = || line.parts_of(column).find(|part| Some(part.period) == common);
        let part = line.part_for(column).map(|longest| of_common().unwrap_or(longest));
        let Some(point) = line.point(column).or_else(|| part.map(|part| &part.point)) else { continue };
        let value = float(point.value);
        let base = if !stacked {
            &mut 0.0
        } else if value < 0.0 {
            &mut below
        } else {
            &mut above
        };
        let (from, to) = (*base, *base + value);
        *base = to;
        let middle = if beside { (side as f32 - (count - 1.0) / 2.0) * (full + APART) } else { 0.0 };
        let (offset, width) = match part.zip(view.columns.get(column)) {
            Some((part, whole)) => {
                let (begins, ends) = whole.part(part.period);
                (middle + full * (f32::midpoint(begins, ends) - 0.5), (full * (ends - begins)).max(NARROWEST))
            }
            None => (middle, full),
        };
        bars.push(Bar { line, point, part, from, to, offset, middle, width, full });
    }
    bars
}

/// The middle of the bar of a row, or of the row that its ticks lie across, in points right of the column's middle.
pub fn middle_of(view: &TradeView, stacked: bool, row: Row, slot: f32) -> f32 {
    let mut lines = view.drawn().iter().filter(|line| !line.row.is_tick());
    let count = lines.clone().count().max(1);
    let side = lines.position(|line| line.row.flow == row.flow && line.row.is_of_flow_of(row));
    if stacked || count < 2 {
        return 0.0;
    }
    let full = (slot * 0.76 / count as f32).min(WIDEST);
    side.map_or(0.0, |side| (side as f32 - (count as f32 - 1.0) / 2.0) * (full + APART))
}

/// The longest part of a year that all lines have of which the year is not known, so that they can be compared.
fn common_part(lines: &[&Line], column: usize) -> Option<Period> {
    let without = || lines.iter().filter(|line| line.part_for(column).is_some());
    let has = |period: Period| without().all(|line| line.parts_of(column).any(|part| part.period == period));
    let periods = without().next()?.parts_of(column).map(|part| part.period);
    periods.filter(|period| has(*period)).max_by_key(|period| (period.length(), *period))
}

#[cfg(test)]
mod tests {
    use super::bars;
    use crate::analysis::trade::{Figures, TradeQuery, TradeView, measure, view};
    use crate::briefing::{Briefing, Period};

    fn shown(key: &str) -> TradeView {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let series = &briefing.trades[0].series[0];
        view(series, &Figures::new(&briefing, series), &TradeQuery { measure: measure(key), ..TradeQuery::default() })
    }

    #[test]
    fn stacked_bars_stand_on_each_other_and_others_beside_each_other() {
        let view = shown("direction");
        let column = view.column(Period::of_year(2024)).expect("a year");
        let stacked = bars(&view, true, column, 80.0);
        assert_eq!((stacked[0].from, stacked[0].to, stacked[1].from), (0.0, 129.32, 129.32));
        assert!((stacked[1].to - 244.81).abs() < 1e-9);
        let beside = bars(&view, false, column, 80.0);
        let [left, right] = [0, 1].map(|side| (beside[side].offset, beside[side].width, beside[side].from));
        assert!(left.0 + left.1 / 2.0 < right.0 - right.1 / 2.0 && left.2 == 0.0 && right.2 == 0.0);
    }

    #[test]
    fn a_part_of_a_year_is_narrow() {
        let view = shown("direction");
        let [part, whole] =
            [2026, 2024].map(|year| bars(&view, false, view.column(Period::of_year(year)).expect("a year"), 80.0));
        assert!(part[0].part.is_some() && part[0].width < whole[0].width);
    }
}
