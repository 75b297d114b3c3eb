//! Which bars a column of a chart has, and where they stand: for whoever draws them, the window or a picture.

use super::line::Line;
use super::point::{Part, Point};
use super::scale::float;
use super::view::TradeView;

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
    /// Its width in points.
    pub width: f32,
}

/// The bars of a column `slot` points wide: of the whole year, or, where there is none, of the part that is known.
pub fn bars(view: &TradeView, stacked: bool, column: usize, slot: f32) -> Vec<Bar<'_>> {
    let lines: Vec<&Line> = view.drawn().iter().filter(|line| !line.row.is_tick()).collect();
    let beside = lines.len() > 1 && !stacked;
    let width = if beside { (slot * 0.38).min(WIDEST) } else { (slot * 0.55).min(WIDEST) };
    let mut bars = Vec::new();
    let mut base = 0.0;
    for (side, line) in lines.into_iter().enumerate() {
        let part = line.part_for(column);
        let Some(point) = line.point(column).or_else(|| part.map(|part| &part.point)) else { continue };
        let value = float(point.value);
        let (from, to) = if stacked { (base, base + value) } else { (0.0, value) };
        base = to;
        let offset = if beside { (side as f32 - 0.5) * (width + 2.0) } else { 0.0 };
        let width = if part.is_some() { width * if stacked { 0.8 } else { 0.6 } } else { width };
        bars.push(Bar { line, point, part, from, to, offset, width });
    }
    bars
}

#[cfg(test)]
mod tests {
    use super::bars;
    use crate::analysis::trade::{Figures, TradeQuery, TradeView, measure, view};
    use crate::briefing::Briefing;

    fn shown(key: &str) -> TradeView {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let series = &briefing.trade.series[0];
        view(series, &Figures::new(&briefing, series), &TradeQuery { measure: measure(key), ..TradeQuery::default() })
    }

    #[test]
    fn stacked_bars_stand_on_each_other_and_others_beside_each_other() {
        let view = shown("direction");
        let column = view.column(2024).expect("a year");
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
        let [part, whole] = [2025, 2024].map(|year| bars(&view, false, view.column(year).expect("a year"), 80.0));
        assert!(part[0].part.is_some() && part[0].width < whole[0].width);
    }
}
