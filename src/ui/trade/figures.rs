//! The four figures over the chart: the document's own, and what follows from them.

use egui::{Sense, Ui, vec2};
use rust_decimal::Decimal;

use crate::analysis::format;
use crate::analysis::trade::{self, Headline};
use crate::briefing::{Citation, FlowRole, Series};
use crate::ui::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::citation_chip;

const HEIGHT: f32 = 92.0;

struct Tile {
    label: String,
    before: String,
    value: String,
    unit: String,
    /// The formula with the numbers put in; none for a figure that is printed.
    formula: Option<String>,
    citation: Option<Citation>,
}

/// Draws the row.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, series: &Series, headline: &Headline) {
    let t = tokens_of(ui);
    let tiles = tiles(desk, series, headline);
    let columns = if ui.available_width() < 640.0 { 2 } else { tiles.len() };
    let width = ui.available_width();
    ui.spacing_mut().item_spacing.y = 0.0;
    for (index, row) in tiles.chunks(columns.max(1)).enumerate() {
        let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::empty());
        ui.painter().hline(rect.x_range(), rect.top(), (1.0, if index == 0 { t.rule } else { t.hairline }));
        let step = width / row.len() as f32;
        for (index, tile) in row.iter().enumerate() {
            let left = rect.left() + step * index as f32;
            let inset = if index == 0 { 0.0 } else { 20.0 };
            if index > 0 {
                ui.painter().vline(left, rect.y_range(), (1.0, t.hairline));
            }
            let inner = egui::Rect::from_min_size(
                egui::pos2(left + inset, rect.top() + 8.0),
                vec2(step - inset - 12.0, HEIGHT),
            );
            crate::ui::widgets::within(ui, inner, egui::Layout::top_down(egui::Align::Min), |ui| {
                tile_ui(ui, desk, tile);
            });
        }
        ui.painter().hline(rect.x_range(), rect.bottom(), (1.0, t.hairline));
    }
}

fn tile_ui(ui: &mut Ui, desk: &mut Desk<'_>, tile: &Tile) {
    let t = tokens_of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.label(Type::Caption.text(&tile.label, t.muted));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        ui.label(Type::Display.strong(format!("{}{}", tile.before, tile.value), t.ink));
        ui.label(Type::Body.text(&tile.unit, t.muted));
    });
    ui.horizontal(|ui| {
        if let Some(citation) = &tile.citation {
            citation_chip(ui, desk, citation);
        }
        if let Some(formula) = &tile.formula {
            ui.add(egui::Label::new(Type::Caption.text(format!("ƒ {formula}"), t.muted)).truncate())
                .on_hover_text("Computed from the figures cited");
        }
    });
}

fn tiles(desk: &Desk<'_>, series: &Series, headline: &Headline) -> Vec<Tile> {
    let unit = &series.unit;
    let (first, last) = (&headline.first, &headline.last);
    let cite = |figure: Option<trade::Figure>| {
        let observation = &series.observations[figure?.observation];
        observation.citations.iter().find(|citation| desk.briefing.is_document(citation)).cloned()
    };
    let value = |figure: Option<trade::Figure>| figure.map_or(Decimal::ZERO, |figure| figure.value);
    let (from, to) = (format::printed(value(first.total), 2), format::printed(value(last.total), 2));
    let mut tiles = vec![Tile {
        label: format!("{}, {}", trade::flow(series, FlowRole::Total).map_or("", |flow| &flow.name), last.year),
        before: unit.sign.clone(),
        value: to.clone(),
        unit: unit.scale.clone(),
        formula: None,
        citation: cite(last.total),
    }];
    if let Some(growth) = headline.growth() {
        tiles.push(Tile {
            label: format!("Growth, {} to {}", first.year, last.year),
            before: String::new(),
            value: format::signed(growth, 1),
            unit: "%".to_owned(),
            formula: Some(format!("{to} / {from} − 1")),
            citation: cite(first.total),
        });
    }
    if let Some(growth) = headline.compound_growth() {
        tiles.push(Tile {
            label: "Average a year (CAGR)".to_owned(),
            before: String::new(),
            value: format::signed(growth, 1),
            unit: "%".to_owned(),
            formula: Some(format!("({to} / {from})^(1/{}) − 1", headline.steps())),
            citation: cite(last.total),
        });
    }
    if let (Some((balance, _)), Some(forward), Some(backward)) = (last.balance(), last.forward, last.backward) {
        let (plus, minus) = (format::printed(forward.value, 2), format::printed(backward.value, 2));
        tiles.push(Tile {
            label: format!("{}, {}", series.balance, last.year),
            before: String::new(),
            value: format::signed(balance, 2),
            unit: unit.scale.clone(),
            formula: Some(format!("{plus} − {minus}")),
            citation: cite(last.forward),
        });
    }
    tiles
}
