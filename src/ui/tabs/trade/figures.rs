//! The four figures over the chart: the document's own, and what follows from them.

use egui::{Label, Sense, Ui, vec2};
use rust_decimal::Decimal;

use crate::analysis::format;
use crate::analysis::trade::{self, Computed, Figure, Headline};
use crate::briefing::{Citation, FlowRole, Period, Series};
use crate::ui::parts::citation_chip;
use crate::ui::shell::desk::Desk;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::within;
use crate::words::Words;

const HEIGHT: f32 = 90.0;

struct Tile {
    label: String,
    value: String,
    unit: String,
    /// What stands under the value: the formula, or what others publish.
    below: String,
    computed: bool,
    citations: Vec<Citation>,
}

/// Draws the row.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, series: &Series, headline: &Headline) {
    let t = tokens_of(ui);
    let tiles = tiles(desk, series, headline);
    let columns = if ui.available_width() < 1000.0 { 2 } else { tiles.len() };
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
            within(ui, inner, egui::Layout::top_down(egui::Align::Min), |ui| {
                tile_ui(ui, desk, tile);
            });
        }
        ui.painter().hline(rect.x_range(), rect.bottom(), (1.0, t.hairline));
    }
}

fn tile_ui(ui: &mut Ui, desk: &mut Desk<'_>, tile: &Tile) {
    let t = tokens_of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add(Label::new(Type::Caption.text(&tile.label, t.muted)).truncate());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        ui.add(Label::new(Type::Display.strong(&tile.value, t.ink)).truncate());
        ui.label(Type::Body.text(&tile.unit, t.muted));
    });
    ui.horizontal(|ui| {
        for citation in &tile.citations {
            citation_chip(ui, desk, citation);
        }
        let text = if tile.computed { format!("ƒ {}", tile.below) } else { tile.below.clone() };
        ui.add(Label::new(Type::Caption.text(text, t.ink2)).truncate());
    });
}

fn tiles(desk: &Desk<'_>, series: &Series, headline: &Headline) -> Vec<Tile> {
    let unit = &series.unit;
    let (first, last) = (&headline.first, &headline.last);
    let cite = |figures: &[Option<Figure>]| {
        let mut citations: Vec<Citation> = Vec::new();
        for citation in figures.iter().flatten().flat_map(|figure| figure.citations(series)) {
            if desk.briefing.is_document(citation) && !citations.contains(citation) {
                citations.push(citation.clone());
            }
        }
        citations
    };
    let computed = |label: String, unit: &str, computed: Computed, places: u32, citations| Tile {
        label: format!("{label}, computed"),
        value: shown(computed.value, |value| format::signed(value, places)),
        unit: unit.to_owned(),
        below: Words::english().say(&computed.formula),
        computed: true,
        citations,
    };
    let total = last.total.map_or(Decimal::ZERO, |figure| figure.value);
    let others = trade::observations(series, FlowRole::Total, Period::of_year(last.year));
    let elsewhere = others.into_iter().find(|observation| !trade::is_printed(desk.briefing, observation));
    let elsewhere = elsewhere.map(|observation| format!("elsewhere {}", format::exact(observation.value)));
    let mut tiles = vec![Tile {
        label: format!("{}, {}", trade::flow_name(series, FlowRole::Total), last.year),
        value: format!("{}{}", unit.sign, shown(total, |value| format::printed(value, 2))),
        unit: unit.scale.clone(),
        below: elsewhere.map_or_else(|| "as printed".to_owned(), |other| format!("as printed; {other}")),
        computed: false,
        citations: cite(&[last.total]),
    }];
    let both = || cite(&[first.total, last.total]);
    if let Some(growth) = headline.growth() {
        tiles.push(computed(format!("Growth, {} to {}", first.year, last.year), "%", growth, 1, both()));
    }
    if let Some(growth) = headline.compound_growth() {
        tiles.push(computed("Average a year (CAGR)".to_owned(), "%", growth, 1, both()));
    }
    if let (Some(forward), Some(backward)) = (last.forward, last.backward)
        && let Some(balance) = trade::balance(forward.value, backward.value)
    {
        let label = format!("{}, {}", series.balance, last.year);
        tiles.push(computed(label, &unit.scale, balance, 2, cite(&[last.forward, last.backward])));
    }
    tiles
}

/// A large figure, short where it is absurdly long.
fn shown(value: Decimal, write: impl FnOnce(Decimal) -> String) -> String {
    if value.abs() < Decimal::from(10_000_000) { write(value) } else { format::brief(value, 1) }
}
