//! The columns of the chart, where they stand on the screen.

use egui::Rect;

use super::state::SeriesFacts;
use crate::analysis::trade::TradeView;
use crate::briefing::Series;
use crate::drawing::chart::Chart;
use crate::ui::paint::rect_of;

/// The columns of a chart, where they stand on the screen.
#[derive(Clone, Copy)]
pub struct Columns<'a> {
    /// The series.
    pub series: &'a Series,
    /// What is known of it.
    pub known: &'a SeriesFacts,
    /// What is shown of it.
    pub view: &'a TradeView,
    /// The chart.
    pub chart: &'a Chart,
    /// Where the chart stands.
    pub rect: Rect,
}

impl Columns<'_> {
    /// Where the plot stands.
    pub fn plot(&self) -> Rect {
        rect_of(self.chart.plot, self.rect.min)
    }

    /// The column at an index, over the height of the plot.
    pub fn slot(&self, index: usize) -> Rect {
        let plot = self.plot();
        let width = plot.width() / self.view.columns.len().max(1) as f32;
        Rect::from_x_y_ranges(
            plot.left() + width * index as f32..=plot.left() + width * (index as f32 + 1.0),
            plot.y_range(),
        )
    }

    /// The column under a place across the screen.
    pub fn under(&self, x: f32) -> usize {
        let (plot, count) = (self.plot(), self.view.columns.len());
        let part = (x - plot.left()) / plot.width() * count as f32;
        (part.max(0.0) as usize).min(count.saturating_sub(1))
    }
}
