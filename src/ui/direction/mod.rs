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
mod marked;
mod ordered;
mod plugin;
mod rows;

use std::sync::Arc;

use egui::text_selection::LabelSelectionState;
use egui::{
    Align, FontSelection, Galley, Label, Rect, Response, Sense, Stroke, TextStyle, Ui, Vec2, WidgetInfo, WidgetText,
    accesskit::Role, pos2,
};

use self::atoms::divides;
pub use self::plugin::Direction;
use crate::words::direction::turns;

/// A label whose text can be selected as it is seen, whichever way it runs, and that breaks its lines between words in
/// scripts that put no spaces between them, too.
pub fn label(ui: &mut Ui, text: impl Into<WidgetText>) -> Response {
    let text = text.into();
    if !turns(text.text()) && !divides(text.text()) {
        return ui.label(text);
    }
    if ui.layout().main_dir() == egui::Direction::LeftToRight
        && ui.layout().main_wrap()
        && ui.available_width().is_finite()
    {
        return going_on(ui, text);
    }
    let galley = text.into_galley(ui, None, ui.available_width(), TextStyle::Body);
    let shown = shown(ui, &galley);
    ui.add(Label::new(shown))
}

/// A label that begins where the one before it ends, and goes on beneath it: as egui's own, with its text in order.
fn going_on(ui: &mut Ui, text: WidgetText) -> Response {
    let (width, valign, cursor) = (ui.available_width(), ui.text_valign(), ui.cursor());
    let indent = width - ui.available_size_before_wrap().x;
    let mut job = Arc::unwrap_or_clone(text.into_layout_job(ui.style(), FontSelection::Default, valign));
    job.wrap.max_width = width;
    job.first_row_min_height = cursor.height();
    job.halign = Align::Min;
    job.justify = false;
    if let Some(first) = job.sections.first_mut() {
        first.leading_space = indent;
    }
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let galley = shown(ui, &galley);
    let corner = pos2(ui.max_rect().left(), cursor.top());
    let sense = Sense::click_and_drag() - Sense::FOCUSABLE;
    let mut response: Option<Response> = None;
    for (index, row) in galley.rows.iter().enumerate() {
        let rect = if index == 0 { row.rect_without_leading_space() } else { row.rect() };
        let own = ui.allocate_rect(rect.translate(corner.to_vec2()), sense);
        response = Some(match response {
            Some(all) => all | own,
            None => own,
        });
    }
    let response = response.unwrap_or_else(|| ui.allocate_rect(Rect::from_min_size(corner, Vec2::ZERO), sense));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), galley.text()));
    if ui.is_rect_visible(response.rect) {
        let color = ui.visuals().text_color();
        LabelSelectionState::label_text_selection(ui, &response, corner, galley, color, Stroke::NONE);
    }
    response
}

/// A text that is laid out and not yet measured, as a label takes it: in order where it turns, and broken between words.
pub fn in_order(ui: &Ui, galley: Arc<Galley>) -> Arc<Galley> {
    if turns(galley.text()) || divides(galley.text()) && galley.rows.len() > 1 { shown(ui, &galley) } else { galley }
}

/// A text in the order in which it is seen.
fn shown(ui: &Ui, galley: &Arc<Galley>) -> Arc<Galley> {
    let plugin = ui.ctx().plugin_opt::<Direction>();
    let shown = plugin.and_then(|plugin| ui.fonts_mut(|fonts| plugin.lock().shown(fonts, galley)));
    shown.unwrap_or_else(|| Arc::clone(galley))
}

#[cfg(test)]
mod tests;
