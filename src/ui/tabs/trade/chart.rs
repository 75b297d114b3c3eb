//! The chart in the window: the drawing of it, and the parts of the drawing that answer the pointer and the keyboard.

use egui::{Align2, Id, Rect, Response, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2};

use super::state::{SeriesFacts, TradeState};
use super::{column, readout};
use crate::analysis::trade::TradeView;
use crate::briefing::{Citation, Key, Series};
use crate::drawing::chart::Chart;
use crate::drawing::{Part, PartKey};
use crate::ui::paint::rect_of;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::tokens_of;
use crate::ui::widgets::focus_ring;

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

/// Draws the columns.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut TradeState, columns: &Columns<'_>, reveal: Option<i16>) {
    state.pointed = None;
    let corner = columns.rect.min;
    // What is pointed at is tinted under the drawing, what has the keyboard is ringed over it.
    let mut answers: Vec<(Response, Rect, u8)> = Vec::new();
    let mut index = 0;
    for part in &columns.chart.columns.parts {
        let rect = rect_of(part.area, corner);
        match &part.key {
            PartKey::Whole => whole_ui(ui, part, rect),
            PartKey::Year(_) => {
                column::ui(ui, desk, state, columns, index, part, reveal);
                index += 1;
            }
            PartKey::Event(number) => answers.push((event_ui(ui, desk, columns, part, *number, rect), rect, 9)),
            PartKey::Claim(year, key) => answers.push((claim_ui(ui, desk, part, (*year, key), rect), rect, 4)),
            PartKey::State(_) | PartKey::Sentence(_) => {}
        }
    }
    if columns.chart.is_curve {
        column::curve_ui(ui, desk, state, columns);
    }
    column::dragged_ui(ui, state, columns);

    state.painted.columns.ui(ui, &columns.chart.columns, corner);
    // The key stays in view while the columns are scrolled.
    let left = corner.x.max(ui.clip_rect().left());
    state.painted.key.ui(ui, &columns.chart.key, pos2(left, corner.y));

    for (response, rect, corner) in &answers {
        if response.hovered() && *corner > 4 {
            ui.painter().circle_stroke(rect.center(), rect.width() / 2.0, Stroke::new(2.0, tokens_of(ui).accent));
        }
        focus_ring(ui, response, *rect, *corner);
    }
    column::focus_ui(ui, columns);
    if let Some(index) = state.pointed.filter(|_| state.dragged.is_none()) {
        if columns.chart.is_curve {
            let slot = columns.slot(index);
            ui.painter().vline(slot.center().x, slot.y_range(), (1.0, tokens_of(ui).accent));
        }
        readout::ui(ui, desk, columns, index);
    }
}

/// A screen reader hears the whole chart as one sentence, and then each year.
fn whole_ui(ui: &Ui, part: &Part, rect: Rect) {
    let response = ui.interact(rect, Id::unique("trade-chart"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &part.name));
}

/// The number of an event; a click opens what it is read from.
fn event_ui(ui: &Ui, desk: &mut Desk<'_>, columns: &Columns<'_>, part: &Part, number: usize, rect: Rect) -> Response {
    let response = ui.interact(rect, Id::unique(("trade-note", number)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &part.name));
    let response = response.on_hover_text(&part.name);
    let note = columns.chart.notes.iter().find(|note| note.number == number);
    if response.clicked()
        && let Some(citation) = note.and_then(|note| note.citations.first())
    {
        desk.send(Command::Select(target(citation)));
    }
    response
}

fn target(citation: &Citation) -> Selection {
    citation.at.map_or_else(|| Selection::Source(citation.source.clone()), Selection::Sentence)
}

/// The verdict of a claim that rests on a year's figures; a click opens the claim.
fn claim_ui(ui: &Ui, desk: &mut Desk<'_>, part: &Part, (year, key): (i16, &Key), rect: Rect) -> Response {
    let t = tokens_of(ui);
    let target = Selection::Claim(key.clone());
    let selected = desk.is_selected(&target);
    let response = ui.interact(rect, Id::unique(("trade-claim", year, key.as_str())), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, &part.name));
    if selected || response.hovered() {
        ui.painter().rect_filled(rect.expand(2.0), 4.0, if selected { t.selected } else { t.hover });
    }
    let response = response.on_hover_text(&part.name);
    if response.clicked() {
        desk.send(Command::Select(target));
    }
    response
}

/// Where the read-out of a column stands beside it: at its right where there is room.
pub fn beside(ui: &Ui, slot: Rect, width: f32) -> (egui::Pos2, Align2) {
    if slot.right() + width < ui.ctx().content_rect().right() {
        (pos2(slot.right() + 6.0, slot.top() + 4.0), Align2::LEFT_TOP)
    } else {
        (pos2(slot.left() - 6.0, slot.top() + 4.0), Align2::RIGHT_TOP)
    }
}
