//! The facets: boxes to tick, each with how many rows it would show.

use egui::accesskit::Role;
use egui::{Align, Label, Layout, Ui, UiBuilder};

use super::{MembersState, since};
use crate::analysis::facets::{Facet, FacetValue};
use crate::analysis::roster::RosterView;
use crate::message;
use crate::ui::parts::status_shape;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{check_row_with, hairline, heading};
use crate::words::Words;

/// So many values a facet shows; of more, those that most rows have.
const MOST: usize = 40;

/// Draws every facet that divides the list.
pub fn ui(ui: &mut Ui, words: &Words, state: &mut MembersState, view: &RosterView) {
    for (facet, values) in &view.facets {
        // A facet of one value divides nothing, unless a range of years leaves out the others.
        let is_ranged = *facet == Facet::Decade && !state.query.since.is_all();
        if values.len() > 1 || state.query.choice.narrows(*facet) || is_ranged {
            ui.add_space(8.0);
            // Facets come and go while a reader types; what stands in one is never taken for another's.
            let builder = UiBuilder::new().scope_id(ui.scope_id().with(("facet", *facet)));
            let builder = builder.accessibility_role(Role::Group).accessibility_label(words.say(&facet.title()));
            ui.scope_builder(builder, |ui| facet_ui(ui, words, state, (view, *facet), values));
        }
    }
}

fn facet_ui(
    ui: &mut Ui,
    words: &Words,
    state: &mut MembersState,
    (view, facet): (&RosterView, Facet),
    values: &[FacetValue],
) {
    let t = tokens_of(ui);
    hairline(ui);
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        heading(ui, Type::Body, &words.say(&facet.title()));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let clear = Type::Caption.text(words.say(&message!(members::clear)), t.accent);
            if state.query.choice.narrows(facet)
                && ui
                    .link(clear)
                    .accessible_name(words.say(&message!(members::clear_facet, facet = facet.title())))
                    .clicked()
            {
                state.query.choice.clear(facet);
            }
        });
    });
    if facet == Facet::Decade {
        since::ui(ui, words, state, view);
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if values.len() <= MOST {
            for value in values {
                value_ui(ui, words, state, facet, value);
            }
            return;
        }
        let rarest_shown = rarest_shown(values);
        let chosen = |value: &FacetValue| state.query.choice.contains(facet, &value.value);
        let shown: Vec<&FacetValue> = values.iter().filter(|value| value.all > rarest_shown || chosen(value)).collect();
        let more = values.len() - shown.len();
        for value in shown {
            value_ui(ui, words, state, facet, value);
        }
        ui.label(Type::Caption.text(words.say(&message!(members::rarer, count = more)), t.muted));
    });
}

/// What more rows must have than this for a value to be among the [`MOST`].
fn rarest_shown(values: &[FacetValue]) -> usize {
    let mut counts: Vec<usize> = values.iter().map(|value| value.all).collect();
    *counts.select_nth_unstable_by(MOST, |a, b| b.cmp(a)).1
}

fn value_ui(ui: &mut Ui, words: &Words, state: &mut MembersState, facet: Facet, value: &FacetValue) {
    let t = tokens_of(ui);
    let on = state.query.choice.contains(facet, &value.value);
    let FacetValue { matching, all, .. } = value;
    let label = words.value(&value.name.said());
    let numbers = if matching == all {
        words.count(*all as u64)
    } else {
        words.say(&message!(members::some_of, matching = *matching, all = *all))
    };
    let spoken = words.say(&message!(members::facet_value, name = &label, rows = &numbers));
    let pressed = check_row_with(ui, on, &spoken, |ui| {
        if let Some(shape) = value.shape {
            status_shape(ui, shape);
        }
        let (ink, quiet) = if *matching == 0 { (t.muted, t.muted) } else { (t.ink, t.ink2) };
        let name = if on { Type::Body.strong(&label, ink) } else { Type::Body.text(&label, ink) };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add(Label::new(Type::Caption.text(numbers, quiet)).selectable(false));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(name).selectable(false).truncate());
            });
        });
    });
    if pressed {
        state.query.choice.toggle(facet, &value.value);
    }
}
