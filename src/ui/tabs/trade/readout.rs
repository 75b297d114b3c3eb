//! What is known of a column, beside it, while it is under the pointer or the keyboard.

use egui::{Align, Align2, Area, Frame, Id, Label, Layout, Order, Rect, Stroke, Ui, pos2};

use super::chart::Plan;
use super::spoken;
use crate::analysis::format;
use crate::analysis::trade::Line;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, radius, tokens_of};
use crate::words::Words;

const WIDTH: f32 = 248.0;

/// Draws the read-out of a column, on the side where there is room.
pub fn ui(ui: &Ui, desk: &Desk<'_>, plan: &Plan<'_>, slot: Rect, index: usize) {
    let t = tokens_of(ui);
    let window = ui.ctx().content_rect();
    let right = slot.right() + WIDTH + 36.0 < window.right();
    let (at, pivot) = if right {
        (pos2(slot.right() + 6.0, slot.top() + 4.0), Align2::LEFT_TOP)
    } else {
        (pos2(slot.left() - 6.0, slot.top() + 4.0), Align2::RIGHT_TOP)
    };
    let frame =
        Frame::new().fill(t.raised).stroke(Stroke::new(1.0, t.rule)).corner_radius(radius::CONTROL).inner_margin(10.0);
    let area = Area::new(Id::unique("trade-read-out")).order(Order::Tooltip).interactable(false);
    area.fixed_pos(at).pivot(pivot).constrain_to(window).show(ui.ctx(), |ui| {
        frame.show(ui, |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing.y = 3.0;
            content_ui(ui, desk, plan, index);
        });
    });
}

fn content_ui(ui: &mut Ui, desk: &Desk<'_>, plan: &Plan<'_>, index: usize) {
    let t = tokens_of(ui);
    let view = plan.view();
    let first = view.drawn().iter().find_map(|line| line.point(index));
    let words = Words::english();
    let called = &desk.briefing.document.called;
    let status = first.map_or_else(|| "no figure".to_owned(), |point| words.say(&point.status(called)));
    pair_ui(ui, Type::Body.strong(view.columns[index].to_string(), t.ink), Type::Caption.text(status, t.muted));
    for (number, line) in view.lines.iter().enumerate() {
        line_ui(ui, plan, line, index, number < view.drawn);
    }
    let formulas = view.lines.iter().filter_map(|line| line.point(index)?.formula.as_ref());
    let formulas: Vec<String> = formulas.map(|formula| words.value(formula)).collect();
    if !formulas.is_empty() {
        ui.separator();
        for formula in formulas {
            ui.add(Label::new(Type::Caption.text(format!("ƒ {formula}"), t.ink2)).wrap());
        }
    }
    if let Some(point) = first {
        ui.separator();
        let sources = spoken::sources(desk, &point.citations);
        // The document does not say who counted.
        let printed = desk.briefing.places(&point.citations).next().is_some();
        let text = if printed {
            format!("The {}, {sources}", desk.briefing.document.called)
        } else {
            format!("{}, via {sources}", plan.series.reporter)
        };
        ui.add(Label::new(Type::Caption.text(text, t.muted)).wrap());
    }
}

fn line_ui(ui: &mut Ui, plan: &Plan<'_>, line: &Line, index: usize, drawn: bool) {
    let t = tokens_of(ui);
    let (words, unit) = (Words::english(), &plan.series.unit);
    if let Some(point) = line.point(index) {
        let value = words.value(&line.with_unit(point, unit));
        let value = if drawn { Type::Body.strong(value, t.ink) } else { Type::Body.text(value, t.ink) };
        pair_ui(ui, Type::Body.text(words.value(&line.name), t.ink2), value);
    }
    if drawn {
        for part in line.parts_of(index) {
            let value = words.value(&line.row.quantity.with_unit(part.point.value, unit));
            let name = format!("{} of it", format::months(part.period));
            pair_ui(ui, Type::Caption.text(name, t.muted), Type::Caption.text(value, t.ink2));
        }
    }
}

fn pair_ui(ui: &mut Ui, name: egui::RichText, value: egui::RichText) {
    ui.horizontal(|ui| {
        ui.add(Label::new(name));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.add(Label::new(value).truncate()));
    });
}
