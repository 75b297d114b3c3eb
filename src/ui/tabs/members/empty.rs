//! What the table says when nothing is left: which filter is in the way, and a button that takes it off.

use egui::Ui;

use super::answers::Answer;
use crate::analysis::facets::Facet;
use crate::analysis::roster::{Filter, RosterQuery};
use crate::briefing::Value;
use crate::message;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::button;
use crate::words::Words;

/// Draws it.
pub fn ui(ui: &mut Ui, words: &Words, query: &mut RosterQuery, answer: &Answer) {
    let t = tokens_of(ui);
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.add_space(16.0);
    let total = answer.view.total();
    if total == 0 {
        ui.label(Type::Body.strong(words.say(&message!(members::nobody)), t.ink));
        ui.label(Type::Body.text(words.say(&message!(members::nobody_why)), t.ink2));
        return;
    }
    ui.label(Type::Body.strong(words.say(&message!(members::nothing)), t.ink));
    let text = match &*answer.ways_out {
        [] => message!(members::nothing_alone, rows = total),
        _ => message!(members::nothing_hint),
    };
    ui.label(Type::Body.text(words.say(&text), t.ink2));
    ui.horizontal_wrapped(|ui| {
        for (filter, shown) in answer.ways_out.iter() {
            let what = match filter {
                Filter::Search => message!(members::searched, text = answer.query.search.trim().to_owned()).into(),
                Filter::Facet(facet) => chosen(answer, *facet),
                Filter::Since => super::since::said(answer.query.since).into(),
            };
            if button(ui, None, &words.say(&message!(members::remove, filter = what, rows = *shown))).clicked() {
                *query = answer.query.without(*filter);
            }
        }
        if button(ui, None, &words.say(&message!(members::clear_all_rows, rows = total))).clicked() {
            query.clear_filters();
        }
    });
}

/// The names of what is chosen in a facet.
fn chosen(answer: &Answer, facet: Facet) -> Value {
    let values = answer.view.facets.iter().filter(|(of, _)| *of == facet).flat_map(|(_, values)| values);
    let chosen = values.filter(|value| answer.query.choice.contains(facet, &value.value));
    Value::list(chosen.map(|value| value.name.said()))
}
