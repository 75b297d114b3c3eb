//! What the table says when nothing is left: which filter is in the way, and a button that takes it off.

use egui::Ui;

use super::answers::Answer;
use crate::analysis::facets::Facet;
use crate::analysis::format;
use crate::analysis::roster::{Filter, RosterQuery};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::button;

/// Draws it.
pub fn ui(ui: &mut Ui, query: &mut RosterQuery, answer: &Answer) {
    let t = tokens_of(ui);
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.add_space(16.0);
    let total = answer.view.total();
    if total == 0 {
        ui.label(Type::Body.strong("Nobody is on the list", t.ink));
        ui.label(Type::Body.text("Nobody had a status on this date.", t.ink2));
        return;
    }
    ui.label(Type::Body.strong("Nothing matches", t.ink));
    let rows = |rows: usize| format::count(rows, "row", "rows");
    let text = match &*answer.ways_out {
        [] => format!("No one filter stands in the way alone. Without any there are {}.", rows(total)),
        _ => "One filter less, and there would be something to see.".to_owned(),
    };
    ui.label(Type::Body.text(text, t.ink2));
    ui.horizontal_wrapped(|ui| {
        for (filter, shown) in answer.ways_out.iter() {
            let what = match filter {
                Filter::Search => format!("“{}”", answer.query.search.trim()),
                Filter::Facet(facet) => chosen(answer, *facet),
            };
            if button(ui, None, &format!("Remove {what}: {}", rows(*shown))).clicked() {
                *query = answer.query.without(*filter);
            }
        }
        if button(ui, None, &format!("Clear all: {}", rows(total))).clicked() {
            query.clear_filters();
        }
    });
}

/// The names of what is chosen in a facet.
fn chosen(answer: &Answer, facet: Facet) -> String {
    let values = answer.view.facets.iter().filter(|(of, _)| *of == facet).flat_map(|(_, values)| values);
    let chosen = values.filter(|value| answer.query.choice.contains(facet, &value.value));
    chosen.map(|value| &*value.label).collect::<Vec<&str>>().join(", ")
}
