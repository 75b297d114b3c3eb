//! Labels that never lie on each other: each takes the first of its places that is free, or is left out. What is left
//! out stands in the table and in the read-out.

use std::sync::Arc;

use egui::{Align2, Color32, FontId, Galley, Pos2, Rect, Ui, vec2};

/// The labels of one chart.
#[derive(Debug)]
pub struct Labels {
    area: Rect,
    taken: Vec<Rect>,
}

impl Labels {
    /// Labels within an area.
    pub const fn within(area: Rect) -> Self {
        Self { area, taken: Vec::new() }
    }

    /// Keeps a place free of labels.
    pub fn block(&mut self, place: Rect) {
        self.taken.push(place);
    }

    /// The first of some places for a text of a size that is free; it is taken then.
    pub fn take(&mut self, size: egui::Vec2, places: &[(Pos2, Align2)]) -> Option<Rect> {
        let fits = |place: &Rect| {
            self.area.contains_rect(*place) && !self.taken.iter().any(|taken| taken.shrink(0.5).intersects(*place))
        };
        let place = places.iter().map(|(at, align)| align.anchor_size(*at, size)).find(fits)?;
        self.taken.push(place);
        Some(place)
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
            let Some(place) = self.take(galley.size() - vec2(0.0, 3.0), places) else { continue };
            let paper = crate::ui::theme::tokens_of(ui).paper;
            // A grid line through a figure makes it hard to read.
            ui.painter().rect_filled(place.expand2(vec2(1.0, -1.0)), 0.0, paper);
            ui.painter().galley(place.min - vec2(0.0, 1.5), galley, ink);
            return true;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use egui::{Align2, Rect, pos2, vec2};
    use proptest::prelude::*;

    use super::Labels;

    #[test]
    fn a_label_takes_the_first_place_that_is_free_or_none() {
        let mut labels = Labels::within(Rect::from_min_size(pos2(0.0, 0.0), vec2(100.0, 50.0)));
        let places = [(pos2(50.0, 25.0), Align2::CENTER_BOTTOM), (pos2(50.0, 25.0), Align2::CENTER_TOP)];
        let size = vec2(40.0, 12.0);
        assert_eq!(labels.take(size, &places).map(|place| place.bottom()), Some(25.0));
        assert_eq!(labels.take(size, &places).map(|place| place.top()), Some(25.0));
        assert_eq!(labels.take(size, &places), None);
        assert_eq!(labels.take(size, &[(pos2(95.0, 40.0), Align2::CENTER_TOP)]), None, "it would leave the chart");
    }

    proptest! {
        #[test]
        fn no_two_labels_overlap(wanted in proptest::collection::vec((0.0f32..800.0, 0.0f32..300.0, 5.0f32..90.0), 1..60)) {
            let mut labels = Labels::within(Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 300.0)));
            let mut placed: Vec<Rect> = Vec::new();
            for (x, y, width) in wanted {
                let places = [Align2::CENTER_BOTTOM, Align2::CENTER_TOP, Align2::LEFT_CENTER].map(|align| (pos2(x, y), align));
                placed.extend(labels.take(vec2(width, 13.0), &places));
            }
            for (index, one) in placed.iter().enumerate() {
                prop_assert!(placed[..index].iter().all(|other| !other.shrink(0.6).intersects(one.shrink(0.6))));
            }
        }
    }
}
