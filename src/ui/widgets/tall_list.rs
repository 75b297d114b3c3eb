//! Lists whose rows are as high as what stands in them.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Id, Rect, Sense, Ui, vec2};

/// A list of no more rows is drawn whole, so that a screen reader hears all of it.
const WHOLE: usize = 100;
/// So far above and below what is in view rows are drawn as well: the keyboard goes on to them.
const AROUND: f32 = 300.0;

/// As high a row is held to be before any was drawn.
const ROW: f32 = 40.0;

/// A list of which only what is in view is drawn, where it is long. How high a row is is known once it was drawn; until
/// then it is held to be as high as the last that was.
#[derive(Clone, Copy, Debug)]
pub struct TallList {
    id: Id,
    is_long: bool,
}

impl TallList {
    /// A list of so many rows. `name` tells it apart from others around it.
    pub fn new(ui: &Ui, name: &str, rows: usize) -> Self {
        Self { id: ui.scope_id().with(name), is_long: rows > WHOLE }
    }

    /// A row, drawn with `add` where it is in view or `needed`, as one is that has to be brought into view; otherwise it
    /// keeps its room. `key` tells it apart from the others, and changes with whatever its height does. Returns where it
    /// stands.
    pub fn row(self, ui: &mut Ui, key: impl Hash + Debug, needed: bool, add: impl FnOnce(&mut Ui)) -> Rect {
        let (id, width, top) = (self.id.with(key), ui.available_width(), ui.cursor().min);
        if self.is_long && !needed {
            let known: Option<[f32; 2]> = ui.data(|data| data.get_temp(id));
            let known = known.filter(|[drawn_at, _]| (drawn_at - width).abs() < 0.5).map(|[_, height]| height);
            let height = known.or_else(|| ui.data(|data| data.get_temp(self.id))).unwrap_or(ROW);
            let rect = Rect::from_min_size(top, vec2(width, height));
            if !rect.y_range().intersects(ui.clip_rect().y_range().expand(AROUND)) {
                ui.allocate_exact_size(rect.size(), Sense::empty());
                return rect;
            }
        }
        add(ui);
        let rect = Rect::from_min_max(top, egui::pos2(top.x + width, ui.cursor().top()));
        if self.is_long {
            ui.data_mut(|data| {
                data.insert_temp(id, [width, rect.height()]);
                data.insert_temp(self.id, rect.height());
            });
        }
        rect
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use egui::{ScrollArea, Sense, Vec2, vec2};
    use egui_kittest::Harness;

    use super::TallList;

    /// How many of so many rows, each of its own height, are drawn in the first frame and in the second.
    fn drawn(rows: usize) -> [usize; 2] {
        let count = Cell::new(0);
        let mut harness = Harness::builder().with_size(Vec2::new(400.0, 600.0)).build_ui(|ui| {
            count.set(0);
            ScrollArea::vertical().show(ui, |ui| {
                let list = TallList::new(ui, "rows", rows);
                for row in 0..rows {
                    list.row(ui, row, false, |ui| {
                        count.set(count.get() + 1);
                        ui.allocate_exact_size(vec2(300.0, 20.0 + (row % 7) as f32 * 5.0), Sense::hover());
                    });
                }
            });
        });
        let first = count.get();
        harness.step();
        [first, count.get()]
    }

    #[test]
    fn of_ten_thousand_rows_only_those_in_view_are_laid_out() {
        for count in drawn(10_000) {
            assert!((10..60).contains(&count), "{count}");
        }
        assert_eq!(drawn(90), [90, 90], "a screen reader hears all of a short list");
    }
}
