//! The rows of a menu that may be many.

use egui::{ScrollArea, Ui};

use super::{Needed, TallList};

/// Of the height of the window, what a menu takes before it scrolls.
const MOST: f32 = 0.6;
/// A menu of more rows is as wide as this and scrolls; it is not known how wide the rows are that are not seen.
const FEW: usize = 20;
const WIDTH: f32 = 320.0;

/// Draws the rows of a menu, each with `add`. Where they are many they scroll, and only what is in view is laid out.
pub fn tall_menu(ui: &mut Ui, name: &str, rows: usize, mut add: impl FnMut(&mut Ui, usize)) {
    if rows <= FEW {
        for row in 0..rows {
            add(ui, row);
        }
        return;
    }
    let window = ui.ctx().content_rect();
    ui.set_min_width(WIDTH.min(window.width() * MOST));
    ScrollArea::vertical().id_salt(name).max_height(window.height() * MOST).show(ui, |ui| {
        TallList::new(ui, name, rows).ui(ui, Needed::Nothing, add);
    });
}
