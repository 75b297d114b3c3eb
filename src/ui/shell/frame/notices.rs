//! What came of something, for some seconds, over the page and moving nothing of it.

use std::sync::Arc;

use egui::{Align2, Area, Id, Margin, Order, Stroke, Ui, UiBuilder, vec2};

use crate::message;
use crate::ui::shell::desk::{Command, Desk};
use crate::ui::shell::notice::{Notice, Notices, Shown};
use crate::ui::theme::{Type, layout, radius, tokens_of};
use crate::ui::widgets::heard::alert;
use crate::ui::widgets::{Icon, button, control_row, icon_button};

/// To the edge of the window, to the status bar and between two.
const GAP: f32 = 8.0;
/// The widest text.
const WIDEST: f32 = 520.0;

/// Draws them above the status bar. One that is pointed at or has the keyboard stays, and what went wrong waits for a
/// window that is looked at.
pub fn ui(ui: &Ui, desk: &mut Desk<'_>, notices: &mut Notices) {
    if notices.shown().is_empty() {
        return;
    }
    let mut held = Vec::new();
    let mut closed = None;
    let anchor = vec2(GAP, -layout::STATUS_BAR - GAP);
    let area = Area::new(Id::unique("notices")).order(Order::Foreground).anchor(Align2::LEFT_BOTTOM, anchor);
    area.show(ui.ctx(), |ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        for shown in notices.shown() {
            // Each is a message of its own: the same told again is read again.
            let builder = UiBuilder::new().scope_id(Id::unique(("notice", shown.number)));
            let (is_closed, is_held) = ui.scope_builder(builder, |ui| notice_ui(ui, desk, shown)).inner;
            if is_closed {
                closed = Some(shown.number);
            }
            held.extend(is_held.then_some(shown.number));
        }
    });
    if let Some(number) = closed {
        notices.close(number);
        ui.ctx().request_repaint();
    }
    let (now, looked_at) = ui.input(|input| (input.time, input.focused));
    let stays = |shown: &Shown| held.contains(&shown.number) || (shown.notice.failed && !looked_at);
    let drawn = notices.shown().len();
    if let Some(seconds) = notices.pass(now, stays) {
        ui.ctx().request_repaint_after_secs(seconds as f32);
    }
    if notices.shown().len() < drawn {
        // What left is still in this frame.
        ui.ctx().request_repaint();
    }
}

/// Draws one. Returns whether the reader closed it, and whether it is pointed at or has the keyboard.
fn notice_ui(ui: &mut Ui, desk: &mut Desk<'_>, shown: &Shown) -> (bool, bool) {
    let t = tokens_of(ui);
    let Notice { text, failed, file, undo } = &shown.notice;
    let edge = Stroke::new(1.0, if *failed { t.bad } else { t.control });
    let frame = egui::Frame::new().fill(t.raised).stroke(edge).corner_radius(radius::PANEL);
    let drawn = frame.inner_margin(Margin::symmetric(12, 6)).show(ui, |ui| {
        control_row(ui, |ui| {
            let ink = if *failed { t.bad } else { t.ink };
            let room = WIDEST.min(ui.ctx().content_rect().width() - 240.0);
            let label = ui.label(ui.painter().layout(text.clone(), Type::Body.font(), ink, room));
            alert(ui, &label, text, *failed);
            let look = file.as_ref().map(|file| {
                let show = button(ui, Some(Icon::FolderOpen), &desk.words.say(&message!(shell::show_folder)));
                if show.clicked() {
                    desk.send(Command::LookInto(file.clone()));
                }
                show
            });
            let undone = undo.as_ref().map(|written| {
                let undo = button(ui, None, &desk.words.say(&message!(shell::undo_written)));
                if undo.clicked() {
                    desk.send(Command::TakeBack(Arc::clone(written)));
                }
                undo
            });
            let is_undone = undone.as_ref().is_some_and(egui::Response::clicked);
            let close = icon_button(ui, Icon::Close, &desk.words.say(&message!(shell::close_message)));
            let buttons = [Some(&close), look.as_ref(), undone.as_ref()];
            let focused = buttons.into_iter().flatten().any(egui::Response::has_focus);
            (close.clicked() || is_undone, focused)
        })
    });
    let (closed, focused) = drawn.inner;
    (closed, focused || drawn.response.contains_pointer())
}
