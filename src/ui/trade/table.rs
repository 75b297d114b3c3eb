//! The figures in words and numbers, each under its column of the chart.

use egui::{Align, Align2, FontId, Layout, Rect, Sense, Ui, pos2, vec2};

use super::Slots;
use crate::analysis::format;
use crate::analysis::trade::{self, Figure, TradeView, Year};
use crate::briefing::{FlowRole, Series};
use crate::ui::desk::{Desk, Selection};
use crate::ui::theme::{Tokens, Type, tokens_of};
use crate::ui::widgets::{section_head, within};

const HEAD: f32 = 28.0;
const ROW: f32 = 22.0;

/// A cell's text and whether the document prints it.
type Cell = (String, bool);

/// Draws the table.
pub fn ui(ui: &mut Ui, desk: &Desk<'_>, series: &Series, view: &TradeView, slots: Slots) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let printed = |year: &Year| year.total.is_some_and(|total| total.in_document);
    row_ui(ui, desk, view, slots, HEAD, "", &|year| (year.year.to_string(), printed(year)));
    for role in [FlowRole::Total, FlowRole::Forward, FlowRole::Backward] {
        let name = trade::flow(series, role).map_or("", |flow| flow.name.as_str());
        row_ui(ui, desk, view, slots, ROW, name, &|year| figure_cell(year.figure(role)));
        if role == FlowRole::Total {
            row_ui(ui, desk, view, slots, ROW, "Change, % computed", &|year| {
                (year.growth.map_or_else(dash, |value| format::signed(value, 1)), false)
            });
            row_ui(ui, desk, view, slots, ROW, "Change, % published", &|year| {
                let growth = trade::published(series, year.published);
                (growth.map_or_else(dash, |growth| format::signed(growth.percent, 1)), false)
            });
        }
    }
    row_ui(ui, desk, view, slots, ROW, &series.balance, &|year| match year.balance() {
        Some((balance, derived)) => {
            (format!("{}{}", if derived { "≈\u{a0}" } else { "" }, format::signed(balance, 2)), false)
        }
        None => (dash(), false),
    });
}

fn figure_cell(figure: Option<Figure>) -> Cell {
    match figure {
        Some(figure) => {
            let about = if figure.derived { "≈\u{a0}" } else { "" };
            (format!("{about}{}", format::printed(figure.value, 2)), figure.in_document)
        }
        None => (dash(), false),
    }
}

fn dash() -> String {
    "–".to_owned()
}

fn row_ui(
    ui: &mut Ui,
    desk: &Desk<'_>,
    view: &TradeView,
    slots: Slots,
    height: f32,
    label: &str,
    cell: &dyn Fn(&Year) -> Cell,
) {
    let t = tokens_of(ui);
    let width = slots.labels + slots.slot * view.years.len() as f32;
    let (rect, row) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let mut spoken = vec![label.to_owned()];
    for (index, year) in view.years.iter().enumerate() {
        let left = rect.left() + slots.labels + slots.slot * index as f32;
        let slot = Rect::from_min_size(pos2(left, rect.top()), vec2(slots.slot, height));
        if desk.is_selected(&Selection::Year(year.year)) {
            ui.painter().rect_filled(slot, 0.0, t.selected);
        }
        let (text, printed) = cell(year);
        spoken.push(format!("{}: {text}", year.year));
        let (font, ink) = style(&text, printed, t);
        ui.painter().text(slot.center(), Align2::CENTER_CENTER, text, font, ink);
    }
    if !label.is_empty() {
        ui.painter().text(rect.left_center(), Align2::LEFT_CENTER, label, Type::Caption.font(), t.ink);
        row.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Row, true, spoken.join("; ")));
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), (1.0, t.hairline));
}

fn style(text: &str, printed: bool, t: &Tokens) -> (FontId, egui::Color32) {
    match (printed, text) {
        (true, _) => (Type::Caption.strong_font(), t.ink),
        (false, "–") => (Type::Caption.font(), t.muted),
        (false, _) => (Type::Caption.font(), t.ink2),
    }
}

/// Draws the parts of years, which no year of the chart may be compared with.
pub fn part_years_ui(ui: &mut Ui, series: &Series, view: &TradeView) {
    if view.part_years.is_empty() {
        return;
    }
    let t = tokens_of(ui);
    section_head(ui, "Parts of years", "not to be compared with whole years");
    let flows = [FlowRole::Total, FlowRole::Forward, FlowRole::Backward];
    let heads = flows.map(|role| trade::flow(series, role).map_or("", |flow| flow.name.as_str()));
    let rows = view.part_years.iter().map(|part| {
        let values = [part.total, part.forward, part.backward].map(|figure| figure_cell(figure).0);
        let growth = trade::published(series, part.published);
        let growth = growth.map_or_else(dash, |growth| format::signed(growth.percent, 1));
        (format::period(part.period), values, growth)
    });
    ui.spacing_mut().item_spacing.y = 0.0;
    line_ui(ui, "Period", &heads.map(str::to_owned), "Change, %", t.muted);
    for (period, values, growth) in rows {
        line_ui(ui, &period, &values, &growth, t.ink);
    }
}

fn line_ui(ui: &mut Ui, period: &str, values: &[String], growth: &str, ink: egui::Color32) {
    let t = tokens_of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::empty());
    let cells: Vec<&str> = [period].into_iter().chain(values.iter().map(String::as_str)).chain([growth]).collect();
    let width = (rect.width() / cells.len() as f32).min(130.0);
    for (index, text) in cells.into_iter().enumerate() {
        let left = rect.left() + width * index as f32;
        let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(width, ROW));
        let layout =
            if index == 0 { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) };
        within(ui, cell, layout, |ui| ui.label(Type::Caption.text(text, ink)));
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), (1.0, t.hairline));
}
