//! Text that runs from right to left, in the window.
//!
//! Egui shapes words of any script and wraps them in the order in which they are read, but then sets every line from left
//! to right (emilk/egui#8577). Here each line is put in the order of the Unicode bidirectional algorithm: what is drawn
//! is ordered, what is copied, searched and heard stays as it was written.
//!
//! [`Direction`] stands between all that is painted and the screen, so that no widget has to know of it, egui's own
//! included. A [`label`] is ordered before it is drawn, so that what a reader selects in it is what is seen.

mod atoms;
mod lines;
mod ordered;
mod plugin;
mod rows;

use egui::{Label, Response, TextStyle, Ui, WidgetText};

pub use self::plugin::Direction;
use crate::words::direction::turns;

/// A label whose text can be selected as it is seen, whichever way it runs.
pub fn label(ui: &mut Ui, text: impl Into<WidgetText>) -> Response {
    let text = text.into();
    // In a row that wraps, a label begins where the one before it ends; egui alone knows where that is.
    if !turns(text.text()) || ui.layout().main_wrap() {
        return ui.label(text);
    }
    let galley = text.into_galley(ui, None, ui.available_width(), TextStyle::Body);
    let plugin = ui.ctx().plugin_opt::<Direction>();
    let shown = plugin.and_then(|plugin| ui.fonts_mut(|fonts| plugin.lock().shown(fonts, &galley)));
    ui.add(Label::new(shown.unwrap_or(galley)))
}

#[cfg(test)]
mod tests;
