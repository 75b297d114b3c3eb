//! What is known of a column, beside it, while it is under the pointer or the keyboard.

use egui::{Align, Align2, Area, Frame, Id, Label, Layout, Order, Pos2, Rect, Stroke, Ui, pos2};

use super::columns::Columns;
use crate::drawing::chart::{Rank, ReadOut, read_out};
use crate::message;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, radius, tokens_of};
use crate::words::Words;

const WIDTH: f32 = 248.0;
/// As many rows as a window has room for; the table has the others.
const MOST: usize = 24;
/// Around its text, and the gap beside the column.
const AROUND: f32 = 36.0;

/// Draws the read-out of a column, on the side where there is room.
pub fn ui(ui: &Ui, desk: &Desk<'_>, columns: &Columns<'_>, index: usize) {
    let t = tokens_of(ui);
    let (at, pivot) = beside(ui, columns.slot(index), WIDTH + AROUND);
    let read = read_out(desk.briefing, columns.series, columns.view, index, desk.words);
    let frame =
        Frame::new().fill(t.raised).stroke(Stroke::new(1.0, t.rule)).corner_radius(radius::CONTROL).inner_margin(10.0);
    let area = Area::new(Id::unique("trade-read-out")).order(Order::Tooltip).interactable(false);
    area.fixed_pos(at).pivot(pivot).constrain_to(ui.ctx().content_rect()).show(ui.ctx(), |ui| {
        frame.show(ui, |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing.y = 3.0;
            content_ui(ui, desk.words, &read);
        });
    });
}

fn content_ui(ui: &mut Ui, words: &Words, read: &ReadOut) {
    let t = tokens_of(ui);
    pair_ui(ui, Type::Body.strong(&read.period, t.ink), Type::Caption.text(&read.status, t.muted));
    for (name, value, rank) in read.values.iter().take(MOST) {
        match rank {
            Rank::Drawn => pair_ui(ui, Type::Body.text(name, t.ink2), Type::Body.strong(value, t.ink)),
            Rank::Listed => pair_ui(ui, Type::Body.text(name, t.ink2), Type::Body.text(value, t.ink)),
            Rank::Part => pair_ui(ui, Type::Caption.text(name, t.muted), Type::Caption.text(value, t.ink2)),
        }
    }
    if let Some(more) = read.values.len().checked_sub(MOST).filter(|more| *more > 0) {
        ui.label(Type::Caption.text(words.say(&message!(trade::read_out_more, count = more)), t.muted));
    }
    if !read.formulas.is_empty() {
        ui.separator();
        for formula in read.formulas.iter().take(MOST) {
            ui.add(Label::new(Type::Caption.text(formula, t.ink2)).wrap());
        }
    }
    if !read.sources.is_empty() {
        ui.separator();
    }
    for source in read.sources.iter().take(MOST) {
        ui.add(Label::new(Type::Caption.text(source, t.muted)).wrap());
    }
}

/// A name, and at the right its value, which takes the room it needs before the name does.
fn pair_ui(ui: &mut Ui, name: egui::RichText, value: egui::RichText) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add(Label::new(value).truncate());
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(Label::new(name).truncate()));
        });
    });
}

/// Where the read-out of a column stands beside it: at its right where there is room.
fn beside(ui: &Ui, slot: Rect, width: f32) -> (Pos2, Align2) {
    if slot.right() + width < ui.ctx().content_rect().right() {
        (pos2(slot.right() + 6.0, slot.top() + 4.0), Align2::LEFT_TOP)
    } else {
        (pos2(slot.left() - 6.0, slot.top() + 4.0), Align2::RIGHT_TOP)
    }
}
