//! Lists whose rows are as high as what stands in them.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Id, Rect, Sense, Ui, vec2};

/// A list of no more rows is drawn whole, so that a screen reader hears all of it.
const WHOLE: usize = 100;
/// So far above and below what is in view rows are drawn as well: the keyboard goes on to them.
const AROUND: f32 = 300.0;

/// A list of which only what is in view is drawn, where it is long. How high a row is is known once it was drawn.
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
        let known: Option<[f32; 2]> = ui.data(|data| data.get_temp(id)).filter(|_| self.is_long && !needed);
        if let Some([_, height]) = known.filter(|[drawn_at, _]| (drawn_at - width).abs() < 0.5) {
            let rect = Rect::from_min_size(top, vec2(width, height));
            if !rect.y_range().intersects(ui.clip_rect().y_range().expand(AROUND)) {
                ui.allocate_exact_size(rect.size(), Sense::empty());
                return rect;
            }
        }
        add(ui);
        let rect = Rect::from_min_max(top, egui::pos2(top.x + width, ui.cursor().top()));
        if self.is_long {
            ui.data_mut(|data| data.insert_temp(id, [width, rect.height()]));
        }
        rect
    }
}
