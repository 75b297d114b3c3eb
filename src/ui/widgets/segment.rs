//! A choice of one among a few, side by side.

use egui::{
    CornerRadius, Id, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::{OneStop, choice_menu, focus_ring, reachable};
use crate::ui::theme::{Type, radius, tokens_of};

const HEIGHT: f32 = 28.0;

/// Draws joined segments over the whole width given, or, where it is `None`, as wide as their texts; `name` is what is
/// chosen by them. They are one stop of the keyboard, and the arrows choose. Returns whether the choice changed.
pub fn segments<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    width: Option<f32>,
    choice: &mut T,
    options: &[(T, &str)],
) -> bool {
    let before = *choice;
    let widths: Vec<f32> = match width {
        Some(width) => vec![width / options.len() as f32; options.len()],
        None => options.iter().map(|(_, label)| text_width(ui, label) + 22.0).collect(),
    };
    let (whole, _) = ui.allocate_exact_size(vec2(widths.iter().sum(), HEIGHT), Sense::empty());
    let group = ui.scope_id().with(("segments", name));
    let ids: Vec<Id> = options.iter().map(|(_, label)| group.with(*label)).collect();
    let at = options.iter().position(|(value, _)| *value == before).unwrap_or_default();
    let builder = UiBuilder::new().scope_id(group).max_rect(whole);
    let ui = &mut ui.new_child(builder.accessibility_role(Role::RadioGroup).accessibility_label(name));
    let stop = OneStop::beside(ui, &ids, at);
    if let Some((value, _)) = stop.moved.and_then(|moved| options.get(moved)) {
        *choice = *value;
    }
    ui.ctx().accesskit_node_builder(group, |node| node.set_size_of_set(options.len()));
    let mut left = whole.left();
    for (index, ((value, label), width)) in options.iter().zip(widths).enumerate() {
        // Neighbours share a border.
        let overlap = if index > 0 { 1.0 } else { 0.0 };
        let rect = Rect::from_min_size(pos2(left - overlap, whole.top()), vec2(width + overlap, HEIGHT));
        left += width;
        let first = if index == 0 { radius::CONTROL } else { 0 };
        let last = if index + 1 == options.len() { radius::CONTROL } else { 0 };
        let corner = CornerRadius { nw: first, sw: first, ne: last, se: last };
        let response = ui.interact(rect, ids[index], stop.sense(index));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_position_in_set(index));
        reachable(ui, &response);
        segment(ui, &response, rect, label, *choice == *value, corner);
        if response.clicked() {
            *choice = *value;
        }
    }
    *choice != before
}

/// Draws the same where there is room for it in a line, else as a menu. Returns whether another was chosen.
pub fn segments_or_menu<T: Copy + PartialEq>(ui: &mut Ui, name: &str, choice: &mut T, options: &[(T, &str)]) -> bool {
    let width: f32 = options.iter().map(|(_, label)| text_width(ui, label) + 22.0).sum();
    if width <= ui.available_width() {
        return segments(ui, name, None, choice, options);
    }
    let at = options.iter().position(|(value, _)| value == choice).unwrap_or_default();
    let picked = choice_menu(ui, name, options, at, |(_, label)| (*label).to_owned());
    let Some((value, _)) = picked.and_then(|picked| options.get(picked)) else { return false };
    std::mem::replace(choice, *value) != *value
}

/// Both weights take the room of the wider one, so that choosing moves nothing.
fn text_width(ui: &Ui, label: &str) -> f32 {
    let color = tokens_of(ui).ink;
    ui.painter().layout_no_wrap(label.to_owned(), Type::Body.strong_font(), color).size().x
}

fn segment(ui: &Ui, response: &Response, rect: Rect, label: &str, on: bool, corner: CornerRadius) {
    let t = tokens_of(ui);
    let (font, ink) = if on { (Type::Body.strong_font(), t.accent) } else { (Type::Body.font(), t.ink2) };
    let galley = ui.painter().layout_no_wrap(label.to_owned(), font, ink);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, label));
    let (fill, border) = match (on, response.hovered()) {
        (true, _) => (t.selected, t.accent),
        (false, true) => (t.hover, t.stroke),
        (false, false) => (t.field, t.stroke),
    };
    ui.painter().rect(rect, corner, fill, Stroke::new(t.edge, border), StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    focus_ring(ui, response, rect, radius::CONTROL);
}
