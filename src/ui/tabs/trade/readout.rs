//! What is known of a column, beside it, while it is under the pointer or the keyboard.

use egui::{Align2, Area, Frame, Id, Label, Order, Popup, Pos2, Rangef, Stroke, Ui, pos2};

use super::columns::Columns;
use crate::drawing::chart::{Rank, ReadOut, read_out};
use crate::message;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, radius, tokens_of};
use crate::ui::widgets::{hairline, text_at_right};
use crate::words::Words;

/// How wide it is, and how high at most.
const WIDTH: f32 = 228.0;
const HIGH: f32 = 140.0;
const PADDING: f32 = 8.0;
/// Between it and what it stands beside.
const GAP: f32 = 4.0;
/// As many lines of each kind stand in it; the inspector has all.
const VALUES: usize = 3;
const NOTES: usize = 1;

/// Draws the read-out of a column: over what stands in it and beside it, or else past its neighbours; not while a menu is
/// open.
pub fn ui(ui: &Ui, desk: &Desk<'_>, columns: &Columns<'_>, index: usize) {
    if Popup::is_any_open(ui.ctx()) {
        return;
    }
    let t = tokens_of(ui);
    let at = place(columns, index, ui.clip_rect().x_range());
    let read = read_out(desk.briefing, columns.series, columns.view, index, desk.words);
    let frame = Frame::new()
        .fill(t.raised)
        .stroke(Stroke::new(1.0, t.rule))
        .corner_radius(radius::CONTROL)
        .inner_margin(PADDING);
    let area = Area::new(Id::unique("trade-read-out")).order(Order::Tooltip).interactable(false);
    area.fixed_pos(at.0).pivot(at.1).constrain_to(ui.ctx().content_rect()).show(ui.ctx(), |ui| {
        frame.show(ui, |ui| {
            ui.set_width(WIDTH - 2.0 * PADDING);
            ui.spacing_mut().item_spacing.y = 0.0;
            content_ui(ui, desk.words, &read);
        });
    });
}

/// Where it stands: over the marks of the columns it is as wide as, at its own column or the nearest that leave room; else
/// past the neighbours of its column, on the side where less stands in its way.
fn place(columns: &Columns<'_>, index: usize, seen: Rangef) -> (Pos2, Align2) {
    let (slot, chart) = (columns.slot(index), columns.rect);
    let top_of = |from: f32, to: f32| {
        let (first, last) = (columns.under(from + 1.0), columns.under(to - 1.0));
        let tops = columns.chart.tops.get(first..=last.max(first)).unwrap_or_default();
        tops.iter().copied().fold(f32::INFINITY, f32::min) + chart.top()
    };
    // At the column itself, or else over the nearest columns that leave it room.
    let width = slot.width().max(1.0);
    let first = ((columns.plot().left() - slot.left()) / width).round() as i32;
    let around = (0..columns.view.columns.len()).map(|at| slot.left() + width * (first as f32 + at as f32));
    let lefts = [slot.center().x - WIDTH / 2.0, slot.right() - WIDTH, slot.left()].into_iter().chain(around);
    let within = lefts.filter(|left| *left >= seen.min && left + WIDTH <= seen.max);
    let over = within.map(|left| (left, top_of(left, left + WIDTH) - GAP));
    let away = |left: f32| (left + WIDTH / 2.0 - slot.center().x).abs();
    let free = over.filter(|(_, bottom)| bottom - HIGH >= chart.top() - GAP);
    if let Some((left, bottom)) = free.min_by(|a, b| away(a.0).total_cmp(&away(b.0))) {
        return (pos2(left, bottom), Align2::LEFT_BOTTOM);
    }
    // The lower of both sides is less in the way; a side without room is none.
    let (left, right) = (slot.left() - slot.width() - GAP - WIDTH, slot.right() + slot.width() + GAP);
    let sides = [left, right].into_iter().filter(|left| *left >= seen.min && left + WIDTH <= seen.max);
    let side = sides.map(|left| (left, top_of(left, left + WIDTH))).max_by(|a, b| a.1.total_cmp(&b.1));
    match side {
        Some((left, _)) => (pos2(left, slot.top() + GAP), Align2::LEFT_TOP),
        // Under the plot, where there is room on neither side.
        None => (pos2(slot.center().x, slot.bottom() + GAP), Align2::CENTER_TOP),
    }
}

fn content_ui(ui: &mut Ui, words: &Words, read: &ReadOut) {
    let t = tokens_of(ui);
    pair_ui(ui, Type::Body.strong(&read.period, t.ink), Type::Caption.text(&read.status, t.muted));
    // What the chart and the table have, before the parts of it.
    let is_part = |rank: &Rank| matches!(rank, Rank::Part);
    let whole = read.values.iter().filter(|(.., rank)| !is_part(rank));
    let values = whole.chain(read.values.iter().filter(|(.., rank)| is_part(rank)));
    for (name, value, rank) in values.take(VALUES) {
        match rank {
            Rank::Drawn => pair_ui(ui, Type::Body.text(name, t.ink2), Type::Body.strong(value, t.ink)),
            Rank::Listed => pair_ui(ui, Type::Body.text(name, t.ink2), Type::Body.text(value, t.ink)),
            Rank::Part => pair_ui(ui, Type::Caption.text(name, t.muted), Type::Caption.text(value, t.ink2)),
        }
    }
    if !read.formulas.is_empty() || !read.sources.is_empty() {
        ui.add_space(3.0);
        hairline(ui);
        ui.add_space(2.0);
    }
    for (text, ink) in [(&read.formulas, t.ink2), (&read.sources, t.muted)] {
        for line in text.iter().take(NOTES) {
            ui.add(Label::new(Type::Caption.text(line, ink)).truncate());
        }
    }
    let left_out = |all: usize, shown: usize| all.saturating_sub(shown);
    let more = left_out(read.values.len(), VALUES)
        + left_out(read.formulas.len(), NOTES)
        + left_out(read.sources.len(), NOTES);
    if more > 0 {
        ui.label(Type::Caption.text(words.say(&message!(trade::read_out_more, count = more)), t.muted));
    }
}

/// A name, and at the right its value, which takes the room it needs before the name does.
fn pair_ui(ui: &mut Ui, name: egui::RichText, value: egui::RichText) {
    ui.horizontal(|ui| {
        text_at_right(ui, value, |ui| ui.add(Label::new(name).truncate()));
    });
}
