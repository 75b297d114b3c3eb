//! A field to search with.

use egui::{Align, Layout, Rect, Sense, TextEdit, Ui, pos2, vec2};

use super::{Icon, icon_button, within};
use crate::ui::theme::{Type, radius, tokens_of};

/// What a field to search with says.
#[derive(Clone, Copy, Debug)]
pub struct SearchTexts<'a> {
    /// Its name, to a screen reader.
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// What the button does that empties it.
    pub clear: &'a str,
}

/// Draws the field over a width; `focus` asks once for the keyboard.
pub fn search_field(ui: &mut Ui, text: &mut String, width: f32, said: &SearchTexts<'_>, focus: &mut bool) {
    let SearchTexts { name, hint, clear } = *said;
    let t = tokens_of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 32.0), Sense::empty());
    let id = ui.scope_id().with(name);
    let focused = ui.memory(|memory| memory.has_focus(id));
    let border = if focused || ui.rect_contains_pointer(rect) { t.ink } else { t.control };
    ui.painter().rect(rect, radius::CONTROL, t.field, (t.edge, border), egui::StrokeKind::Inside);
    let icon = Rect::from_center_size(pos2(rect.left() + 16.0, rect.center().y), vec2(16.0, 16.0));
    Icon::Search.paint(ui, icon, t.muted);
    let inner = Rect::from_min_max(pos2(rect.left() + 30.0, rect.top() + 2.0), rect.max - vec2(30.0, 2.0));
    let field = within(ui, inner, Layout::left_to_right(Align::Center), |ui| {
        let edit = TextEdit::singleline(text)
            .id(id)
            .frame(egui::Frame::NONE)
            .hint_text(Type::Body.text(hint, t.muted))
            .desired_width(inner.width())
            .font(Type::Body.font());
        let hint_width = ui.painter().layout_no_wrap(hint.to_owned(), Type::Body.font(), t.muted).size().x;
        let field = ui.add(edit).accessible_name(name);
        // A hint that the field has no room for is whole in its tooltip.
        if hint_width > inner.width() { field.on_hover_text(hint) } else { field }
    });
    if std::mem::take(focus) {
        field.request_focus();
    }
    if field.has_focus() {
        ui.painter().rect_stroke(rect.expand(2.0), radius::CONTROL + 2, (t.ring, t.accent), egui::StrokeKind::Outside);
    }
    // In a place of its own whether it is there or not: what stands below keeps its identity while a text is typed.
    let end = Rect::from_min_max(pos2(rect.right() - 30.0, rect.top() + 2.0), rect.max - vec2(2.0, 2.0));
    within(ui, end, Layout::left_to_right(Align::Center), |ui| {
        if !text.is_empty() && icon_button(ui, Icon::Close, clear).clicked() {
            text.clear();
            field.request_focus();
        }
    });
}
