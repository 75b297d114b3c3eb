//! Labels of the chart, each painted where it finds room.

use std::sync::Arc;

use egui::{Align2, Color32, FontId, Galley, Pos2, Rect, Ui, vec2};

use crate::drawing::{Area, labels};

/// The labels of one chart. What is left out stands in the table and in the read-out.
#[derive(Debug)]
pub struct Labels(labels::Labels);

const fn area(rect: Rect) -> Area {
    Area { left: rect.min.x, top: rect.min.y, right: rect.max.x, bottom: rect.max.y }
}

impl Labels {
    /// Labels within an area.
    pub const fn within(rect: Rect) -> Self {
        Self(labels::Labels::within(area(rect)))
    }

    /// Keeps a place free of labels.
    pub fn block(&mut self, place: Rect) {
        self.0.block(area(place));
    }

    /// Paints the first of some texts that is no wider than `room` and finds a free place. Returns whether one did.
    pub fn paint(
        &mut self,
        ui: &Ui,
        texts: &[String],
        font: &FontId,
        ink: Color32,
        room: f32,
        places: &[(Pos2, Align2)],
    ) -> bool {
        for text in texts {
            let galley: Arc<Galley> = ui.painter().layout_no_wrap(text.clone(), font.clone(), ink);
            if galley.size().x > room {
                continue;
            }
            // A text box holds air above and below its letters.
            let size = galley.size() - vec2(0.0, 3.0);
            let rects = || places.iter().map(|(at, align)| align.anchor_size(*at, size));
            let Some(place) = self.0.take(rects().map(area)).and_then(|number| rects().nth(number)) else { continue };
            let paper = crate::ui::theme::tokens_of(ui).paper;
            // A grid line through a figure makes it hard to read.
            ui.painter().rect_filled(place.expand2(vec2(1.0, -1.0)), 0.0, paper);
            ui.painter().galley(place.min - vec2(0.0, 1.5), galley, ink);
            return true;
        }
        false
    }
}
