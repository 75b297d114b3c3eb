//! The four figures over the chart: the document's own, and what follows from them.

use egui::{Label, Sense, Ui, vec2};

use crate::analysis::trade::{Headline, KeyFigure, Layer};
use crate::briefing::Series;
use crate::message;
use crate::ui::parts::citation_chip;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::within;
use crate::words::direction::isolated;

const HEIGHT: f32 = 90.0;
/// With less room for a figure what it rests on stands in two lines.
const WIDE: f32 = 300.0;
/// With less room for all of them they stand in two rows.
const ABREAST: f32 = 880.0;

/// Draws the row.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, layer: Layer, series: &Series, headline: &Headline) {
    let t = tokens_of(ui);
    let tiles = headline.key_figures(desk.briefing, series);
    let columns = if ui.available_width() < ABREAST { 2 } else { tiles.len() };
    let width = ui.available_width();
    ui.spacing_mut().item_spacing.y = 0.0;
    for (index, row) in tiles.chunks(columns.max(1)).enumerate() {
        let step = width / row.len() as f32;
        let height = if step < WIDE { HEIGHT + Type::Caption.line() } else { HEIGHT };
        let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::empty());
        ui.painter().hline(rect.x_range(), rect.top(), (1.0, if index == 0 { t.rule } else { t.hairline }));
        for (index, tile) in row.iter().enumerate() {
            let left = rect.left() + step * index as f32;
            let inset = if index == 0 { 0.0 } else { 20.0 };
            if index > 0 {
                ui.painter().vline(left, rect.y_range(), (1.0, t.hairline));
            }
            let inner = egui::Rect::from_min_size(
                egui::pos2(left + inset, rect.top() + 8.0),
                vec2(step - inset - 12.0, height),
            );
            within(ui, inner, egui::Layout::top_down(egui::Align::Min), |ui| {
                tile_ui(ui, desk, layer, tile);
            });
        }
        ui.painter().hline(rect.x_range(), rect.bottom(), (1.0, t.hairline));
    }
}

fn tile_ui(ui: &mut Ui, desk: &mut Desk<'_>, layer: Layer, tile: &KeyFigure) {
    let t = tokens_of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let words = desk.words;
    let label = words.say(&tile.label);
    let label = if tile.formula.is_some() { words.say(&message!(trade::key_computed, label = label)) } else { label };
    ui.add(Label::new(Type::Caption.text(label, t.muted)).truncate());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        ui.add(
            Label::new(Type::Display.strong(format!("{}{}", isolated(&tile.sign), words.large(tile.value)), t.ink))
                .truncate(),
        );
        ui.label(Type::Body.text(words.value(&tile.unit), t.muted));
    });
    ui.horizontal_top(|ui| {
        for citation in &tile.citations {
            citation_chip(ui, desk, citation);
        }
        // What is reported elsewhere is context.
        let elsewhere = tile.elsewhere.as_ref().filter(|_| layer == Layer::All);
        let below = match (&tile.formula, elsewhere) {
            (Some(formula), _) => message!(trade::formula, formula = formula),
            (None, Some(elsewhere)) => message!(trade::as_printed_elsewhere, value = elsewhere.clone()),
            (None, None) => message!(trade::as_printed),
        };
        ui.vertical(|ui| {
            ui.add_space(2.0);
            ui.add(Label::new(Type::Caption.text(words.say(&below), t.ink2)).wrap());
        });
    });
}
