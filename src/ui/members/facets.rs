//! The facets: boxes to tick, each with how many rows it would show.

use egui::{Align, Label, Layout, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::MembersState;
use crate::analysis::facets::{Facet, FacetValue};
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, radius, tokens_of};
use crate::ui::widgets::{Icon, focus_ring, hairline, status_shape, within};

/// Draws every facet that divides the list.
pub fn ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut MembersState) {
    let view = state.view(desk.briefing);
    for (facet, values) in &view.facets {
        // A facet of one value divides nothing.
        if values.len() > 1 || state.query.choice.narrows(*facet) {
            ui.add_space(8.0);
            facet_ui(ui, state, *facet, values);
        }
    }
}

fn facet_ui(ui: &mut Ui, state: &mut MembersState, facet: Facet, values: &[FacetValue]) {
    let t = tokens_of(ui);
    hairline(ui);
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        ui.label(Type::Body.strong(facet.label(), t.ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let clear = Type::Caption.text("Clear", t.accent);
            if state.query.choice.narrows(facet)
                && ui.link(clear).accessible_name(format!("Clear {}", facet.label())).clicked()
            {
                state.query.choice.clear(facet);
            }
        });
    });
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for value in values {
            value_ui(ui, state, facet, value);
        }
    });
}

fn value_ui(ui: &mut Ui, state: &mut MembersState, facet: Facet, value: &FacetValue) {
    let t = tokens_of(ui);
    let on = state.query.choice.contains(facet, &value.value);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::click());
    let FacetValue { label, matching, all, .. } = value;
    let numbers = if matching == all { all.to_string() } else { format!("{matching} of {all}") };
    let spoken = format!("{label}, {numbers}");
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, &spoken));
    if response.hovered() {
        ui.painter().rect_filled(rect, radius::CHIP, t.hover);
    }
    let tick = Rect::from_center_size(pos2(rect.left() + 7.0, rect.center().y), vec2(14.0, 14.0));
    if on {
        ui.painter().rect_filled(tick, 3, t.accent);
        Icon::Check.paint(ui, tick.shrink(1.0), t.on_accent);
    } else {
        ui.painter().rect(tick, 3, t.field, (1.0, t.control), egui::StrokeKind::Inside);
    }
    within(ui, rect.with_min_x(tick.right() + 8.0), Layout::left_to_right(Align::Center), |ui| {
        if let Some(shape) = value.shape {
            status_shape(ui, shape);
        }
        let ink = if *matching == 0 { t.muted } else { t.ink };
        let name = if on { Type::Body.strong(&**label, ink) } else { Type::Body.text(&**label, ink) };
        ui.add(Label::new(name).selectable(false));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let ink = if *matching == 0 { t.muted } else { t.ink2 };
            ui.add(Label::new(Type::Caption.text(numbers, ink)).selectable(false));
        });
    });
    focus_ring(ui, &response, rect, radius::CHIP);
    if response.clicked() {
        state.query.choice.toggle(facet, &value.value);
    }
}
