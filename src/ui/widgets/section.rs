//! Heads, rules and rows of facts.

use egui::text::LayoutJob;
use egui::{Align, Layout, Response, Sense, Ui, vec2};

use super::heard::unheard;
use crate::ui::theme::{Type, tokens_of};

/// A section's head under a 1 point rule of ink: title, then an aside in captions.
pub fn section_head(ui: &mut Ui, title: &str, aside: &str) {
    section_rule(ui);
    let t = tokens_of(ui);
    ui.horizontal_wrapped(|ui| {
        heading(ui, Type::Lead, title);
        if !aside.is_empty() {
            ui.label(Type::Caption.text(aside, t.muted));
        }
    });
}

/// The rule over the head of a section.
pub fn section_rule(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::empty());
    ui.painter().hline(rect.x_range(), rect.center().y, (1.0, tokens_of(ui).rule));
    ui.add_space(4.0);
}

/// A 1 point rule between rows.
pub fn hairline(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::empty());
    ui.painter().hline(rect.x_range(), rect.center().y, (1.0, tokens_of(ui).hairline));
}

/// A row of a label and what it is, the label `label_width` wide.
pub fn fact_row(ui: &mut Ui, label: &str, label_width: f32, value: impl FnOnce(&mut Ui)) {
    let caption = Type::Caption.format(tokens_of(ui).muted);
    labelled_row(ui, LayoutJob::single_section(label.to_owned(), caption), label_width, value);
}

/// The same with a label laid out already. Returns the label.
pub fn labelled_row(ui: &mut Ui, label: LayoutJob, label_width: f32, value: impl FnOnce(&mut Ui)) -> Response {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let size = vec2(label_width, Type::Body.line());
        let label = ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
            ui.set_width(label_width);
            // A caption is smaller than the text beside it, and stands on its line.
            ui.add_space(2.0);
            ui.label(label)
        });
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.x = 8.0;
            value(ui);
        });
        label.inner
    })
    .inner
}

/// A row as high as a control, so that labels and controls stand on one line.
pub fn control_row<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), 28.0);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), add).inner
}

/// Text that a screen reader announces as a heading, the deeper the smaller it is.
pub fn heading(ui: &mut Ui, size: Type, text: &str) -> Response {
    let response = ui.label(size.strong(text, tokens_of(ui).ink));
    as_heading(ui, &response, size, text);
    response
}

/// A heading with how many things stand under it, in captions; `spoken` says both.
pub fn counted_heading(ui: &mut Ui, text: &str, count: &str, spoken: &str) {
    ui.horizontal(|ui| {
        let head = heading(ui, Type::Body, text);
        ui.ctx().accesskit_node_builder(head.id, |node| node.set_label(spoken));
        unheard(ui, |ui| ui.label(Type::Caption.text(count, tokens_of(ui).muted)));
    });
}

/// Makes a label a heading for a screen reader, at the level that its size stands for.
pub fn as_heading(ui: &Ui, label: &Response, size: Type, text: &str) {
    let level = match size {
        Type::Display | Type::Title => 1,
        Type::Lead => 2,
        Type::Body | Type::Caption => 3,
    };
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.set_level(level);
        // A label is named by its value, a heading by its label.
        node.clear_value();
        node.set_label(text);
    });
}
