//! What stands around the list of the palette: the field above it, the keys under it.

use egui::{Align, FontId, Frame, Id, Layout, Margin, Rect, TextEdit, Ui, pos2, vec2};

use super::{Opened, Scene};
use crate::message;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::announce_change;
use crate::ui::widgets::{Icon, text_at_right, within};
use crate::words::Words;

/// The height of the field.
pub const HEIGHT: f32 = 52.0;

/// Draws the field, with how much was found. What is chosen is told to a screen reader as what the field leads to.
pub fn ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    shown: &mut Opened,
    all: usize,
    preparing: bool,
    (list, chosen): (Id, Option<Id>),
) {
    let t = tokens_of(ui);
    let words = scene.words;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), egui::Sense::empty());
    let icon = Rect::from_center_size(pos2(rect.left() + 25.0, rect.center().y), vec2(18.0, 18.0));
    Icon::Search.paint(ui, icon, t.ink2);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, t.hairline));
    let inner = Rect::from_min_max(pos2(rect.left() + 46.0, rect.top()), pos2(rect.right() - 16.0, rect.bottom()));
    let said = if preparing {
        words.say(&message!(palette::preparing))
    } else if shown.typed.trim().is_empty() {
        String::new()
    } else {
        words.say(&message!(palette::count, count = all))
    };
    announce_change(ui, list, &said);
    within(ui, inner, Layout::left_to_right(Align::Center), |ui| {
        text_at_right(ui, Type::Caption.text(said, t.muted), |ui| typed_ui(ui, words, shown, (list, chosen)));
    });
}

/// Draws where it is typed.
fn typed_ui(ui: &mut Ui, words: &Words, shown: &mut Opened, (list, chosen): (Id, Option<Id>)) {
    let name = words.say(&message!(palette::name));
    let hint = words.say(&message!(palette::hint));
    let field = TextEdit::singleline(&mut shown.typed)
        .id(list.with("field"))
        .frame(Frame::NONE)
        // There is nothing else to go to, and Tab is not to lead on once the palette is closed.
        .lock_focus(true)
        .font(FontId::new(Type::Lead.size(), egui::FontFamily::Proportional))
        .hint_text(Type::Lead.text(hint, tokens_of(ui).muted))
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(ui.available_width() - 12.0);
    let field = ui.add(field).accessible_name(name);
    if std::mem::take(&mut shown.wants_focus) || !ui.memory(|memory| memory.focused().is_some()) {
        field.request_focus();
    }
    if field.changed() {
        (shown.at, shown.scrolls) = (0, true);
    }
    if let Some(chosen) = chosen {
        ui.ctx().accesskit_node_builder(field.id, |node| node.set_active_descendant(chosen.accesskit_id()));
    }
}

/// Draws what is said where nothing is found.
pub fn nothing_ui(ui: &mut Ui, words: &Words, why: Option<&str>) {
    let t = tokens_of(ui);
    Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
        if let Some(why) = why {
            ui.label(Type::Body.text(why, t.bad));
            return;
        }
        ui.label(Type::Body.strong(words.say(&message!(palette::nothing)), t.ink));
        ui.label(Type::Body.text(words.say(&message!(palette::nothing_how)), t.ink2));
    });
}

/// Draws the keys that move and open.
pub fn foot_ui(ui: &mut Ui, words: &Words, height: f32) {
    let t = tokens_of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::empty());
    ui.painter().rect_filled(rect.shrink2(vec2(1.0, 1.0)), 7.0, t.panel);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, (1.0, t.hairline));
    within(ui, rect.shrink2(vec2(16.0, 0.0)), Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let entries = [
            ("↑ ↓", message!(palette::step)),
            ("Enter", message!(palette::open)),
            (">", message!(palette::commands_only)),
            ("Esc", message!(actions::dismiss)),
        ];
        for (keys, does) in entries {
            ui.label(Type::Caption.mono(keys, t.ink2));
            ui.label(Type::Caption.text(words.say(&does).to_lowercase(), t.muted));
            ui.add_space(12.0);
        }
    });
}
