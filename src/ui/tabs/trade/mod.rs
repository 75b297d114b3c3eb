//! The trade: what was exchanged, period by period, from the document and from elsewhere.

mod below;
mod chart;
mod column;
mod columns;
mod controls;
mod figures;
mod legend;
mod reading;
mod readout;
mod state;
mod tab;
mod table;

use std::sync::Arc;

use egui::{Align, Layout, Margin, Rect, ScrollArea, Sense, Ui, pos2, vec2};

use self::columns::Columns;
use self::state::{SeriesFacts, TradeScreen};
use crate::analysis::trade::{ChartKind, Layer, basis, magnitude};
use crate::briefing::{Key, Series};
use crate::drawing::chart::{Chart, has_columns};
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::shell::frame::regions::{Region, region_at};
use crate::ui::theme::{Type, layout, tokens_of};
use crate::ui::widgets::heard::announce_change;
use crate::ui::widgets::{Icon, at_right, choice_menu, heading, quiet_button, scroll, within};
use crate::{label, message};

pub use self::state::TradeState;
pub use self::tab::TAB;

/// Room for the names of rows at the left, the least and, where they are long, the most.
const LABELS: f32 = 140.0;
const MAX_LABELS: f32 = 240.0;
/// Room for what can be done with the whole view.
const ACTIONS: f32 = 400.0;
const ASIDE: f32 = 340.0;
const GUTTER: f32 = 40.0;
/// The narrowest a column may be; a narrower window scrolls the columns sideways.
const MIN_SLOT: f32 = 56.0;
/// The widest that a long value makes all columns.
const MAX_SLOT: f32 = 240.0;
/// Left and right of what stands in a column.
const AROUND: f32 = 12.0;

/// Draws the tab.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut TradeState) {
    let Some(series) = state.series(desk.briefing) else { return };
    scroll(ui, "trade", ScrollArea::vertical().auto_shrink(false), |ui| {
        let margin = Margin::symmetric(layout::PAGE_MARGIN as i8, 16);
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            let all: Vec<&Series> =
                desk.briefing.all_series().filter(|series| !series.observations.is_empty()).collect();
            // Where there is nothing to choose no row is kept for it.
            if all.len() > 1 {
                ui.horizontal_wrapped(|ui| {
                    series_ui(ui, desk, state, series, &all);
                    beside_ui(ui, desk, state, series);
                });
            }
            head_ui(ui, desk, state, series);
            ui.add_space(8.0);
            let known = state.known(desk.briefing, series);
            if let Some(headline) = &known.headline {
                figures::ui(ui, desk, state.query.layer, series, headline);
            }
            controls::ui(ui, desk, state, series, &known);
            let shown = state.shown(desk.briefing, series);
            let page = ui.available_rect_before_wrap();
            let columns = shown.view.columns.len();
            let beside = page.width() >= ASIDE + GUTTER + LABELS + (columns.min(8) as f32) * MIN_SLOT;
            let width = if beside { page.width() - ASIDE - GUTTER } else { page.width() };
            let left = Rect::from_min_size(page.min, vec2(width, page.height()));
            let left_end = within(ui, left, Layout::top_down(Align::Min), |ui| {
                main_ui(ui, desk, state, series, &known, &shown);
                ui.min_rect().bottom()
            });
            let top = if beside { page.top() } else { left_end + 16.0 };
            let right_left = if beside { page.right() - ASIDE } else { page.left() };
            let right = Rect::from_min_max(pos2(right_left, top), pos2(page.right(), page.bottom().max(top)));
            let right_end = within(ui, right, Layout::top_down(Align::Min), |ui| {
                reading::ui(ui, desk, state, series, &known);
                ui.min_rect().bottom()
            });
            ui.advance_cursor_after_rect(Rect::from_min_max(page.min, pos2(page.right(), left_end.max(right_end))));
        });
    });
}

/// The choice of the series.
fn series_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut TradeState, series: &Series, all: &[&Series]) {
    let layer = state.query().layer;
    let chosen = all.iter().position(|one| one.id == series.id).unwrap_or_default();
    let spoken = desk.words.say(&message!(trade::series_shown));
    if let Some(place) = choice_menu(ui, &spoken, all, chosen, |one| choice(desk, one, layer)) {
        state.choose(&all[place].id);
    }
}

/// What a series is called where it is chosen: its subject and unit, and who counted it as far as the layer has it.
fn choice(desk: &Desk<'_>, series: &Series, layer: Layer) -> String {
    let (subject, unit) = (desk.briefing.subject_of(series), magnitude::unit(&series.unit));
    desk.words.say(&match basis::reporter(series, layer) {
        Some(reporter) => {
            message!(trade::series_choice, subject = subject, unit = unit, reporter = reporter.to_owned())
        }
        None => message!(trade::subject_and_unit, subject = subject, unit = unit),
    })
}

/// The choice of a series that is laid beside the one that is shown, where one agrees with it.
fn beside_ui(ui: &mut Ui, desk: &Desk<'_>, state: &mut TradeState, series: &Series) {
    let shown = state.shown(desk.briefing, series);
    if shown.agreeing.is_empty() {
        return;
    }
    let (layer, words) = (state.query.layer, desk.words);
    let all: Vec<Option<&Key>> = std::iter::once(None).chain(shown.agreeing.iter().map(Some)).collect();
    let name = |key: &Key| desk.briefing.series(key).map_or_else(String::new, |one| choice(desk, one, layer));
    let nothing = || words.say(&label!(trade::beside_nothing));
    let chosen = all.iter().position(|key| *key == state.beside.as_ref()).unwrap_or_default();
    let spoken = words.say(&label!(trade::beside_shown));
    if let Some(place) = choice_menu(ui, &spoken, &all, chosen, |key| key.map_or_else(nothing, name)) {
        state.lay_beside(all[place].cloned());
    }
}

/// The title, and what can be done with the whole view.
fn head_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut TradeState, series: &Series) {
    let (t, words) = (tokens_of(ui), desk.words);
    let Some(trade) = desk.briefing.trade_of(series) else { return };
    let (layer, wide) = (state.query.layer, ui.available_width() >= 840.0);
    let top = ui.cursor().min;
    let room = if wide { ui.available_width() - ACTIONS } else { ui.available_width() };
    ui.allocate_ui(vec2(room, 0.0), |ui| {
        heading(ui, Type::Title, basis::headline(trade, layer));
        let basis = message!(trade::subject_and_unit, subject = &trade.subject, unit = basis::unit(series, layer));
        ui.label(Type::Caption.text(words.say(&basis), t.muted));
    });
    if wide {
        let actions = Rect::from_min_size(pos2(top.x + room, top.y), vec2(ACTIONS, 28.0));
        within(ui, actions, Layout::left_to_right(Align::Center), |ui| {
            at_right(ui, "actions", |ui| actions_ui(ui, desk, state, series));
        });
    } else {
        ui.horizontal_wrapped(|ui| actions_ui(ui, desk, state, series));
    }
}

fn actions_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut TradeState, series: &Series) {
    let shown = state.shown(desk.briefing, series);
    let words = desk.words;
    ui.spacing_mut().item_spacing.x = 4.0;
    if quiet_button(ui, Some(Icon::Copy), &words.say(&message!(trade::copy_sentence))).clicked() {
        desk.send(Command::Copy(words.say(&shown.sentence)));
    }
    if quiet_button(ui, Some(Icon::Copy), &words.say(&message!(trade::copy_table))).clicked() {
        desk.send(Action::CopyTable);
    }
    if quiet_button(ui, Some(Icon::Copy), &words.say(&message!(trade::copy_chart))).clicked() {
        desk.send(Action::CopyPicture);
    }
}

/// The chart, its table and what they cannot say by themselves.
fn main_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    state: &mut TradeState,
    series: &Series,
    known: &SeriesFacts,
    shown: &TradeScreen,
) {
    let t = tokens_of(ui);
    if shown.view.columns.is_empty() {
        let text = desk.words.say(&message!(trade::nothing_to_plot));
        ui.label(Type::Body.text(text, t.ink2));
    } else {
        let chart = columns_ui(ui, desk, state, series, known, shown);
        legend::ui(ui, desk, &chart);
    }
    below::part_years_ui(ui, desk.words, series, &known.figures, &shown.view);
    if state.query.layer == Layer::All {
        below::other_series_ui(ui, desk.words, &known.others);
    }
}

/// The periods as columns, chart over table, under one scroll; the names of the rows stay at the left.
/// Returns the chart.
fn columns_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    state: &mut TradeState,
    series: &Series,
    known: &SeriesFacts,
    shown: &TradeScreen,
) -> Arc<Chart> {
    let (selected, revealed) = match desk.selection() {
        Some(selection @ Selection::Period(of, period)) if *of == series.id => {
            let column = shown.view.column_of(*period).and_then(|column| shown.view.columns.get(column));
            (column.copied(), desk.is_revealed(selection))
        }
        _ => (None, false),
    };
    // One that was clicked is in view, and stays where it is.
    let reveal = selected.filter(|_| revealed);
    state.selected = selected;
    let (view, count) = (&shown.view, shown.view.columns.len());
    let tabled = shown.last.as_ref().unwrap_or(view);
    let widths = state.widths(ui, desk.words, shown);
    // Long names take what the columns leave.
    let labels = widths.labels.min(ui.available_width() - widths.slot * count as f32).max(LABELS);
    let room = ui.available_width() - labels;
    // What is in view of them is whole columns: as many as there is room for share it.
    let in_view = ((room / widths.slot) as usize).clamp(1, count);
    let slot = (room / in_view as f32).max(widths.slot);
    // A curve of very many columns is seen whole; the table under it is scrolled.
    let width = if has_columns(view) { slot * count as f32 } else { room };
    let chart = state.chart(ui, desk, series, shown, (labels, width));
    let top = ui.cursor().min;
    let names = Rect::from_min_size(top, vec2(labels, chart.height() + table::height(view)));
    let area = Rect::from_min_size(pos2(names.right(), top.y), vec2(room, names.height() + 8.0));
    state.painted.axis.ui(ui, &chart.axis, top);
    region_at(ui, desk.words, Region::Chart, names.union(area).with_max_y(top.y + chart.height()));
    announce_change(ui, "chart", &chart.sentence);
    let chart_ui = |ui: &mut Ui, desk: &mut Desk<'_>, state: &mut TradeState| {
        let (rect, _) = ui.allocate_exact_size(vec2(width, chart.height()), Sense::empty());
        chart::ui(ui, desk, state, &Columns { series, known, view, chart: &chart, rect }, reveal);
    };
    within(ui, area, Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if chart.is_curve {
            chart_ui(ui, desk, state);
        }
        // The news stands at the right, unless the columns stand in the order of their values.
        let latest = view.in_time();
        scroll(ui, "columns", ScrollArea::horizontal().stick_to_right(latest), |ui| {
            if !chart.is_curve {
                chart_ui(ui, desk, state);
            } else if let Some(column) = reveal.and_then(|period| tabled.column(period)) {
                let cell = Rect::from_min_size(ui.cursor().min + vec2(slot * column as f32, 0.0), vec2(slot, 1.0));
                ui.scroll_to_rect(cell, None);
                desk.lead_to(cell.intersect(ui.clip_rect()));
            }
            table::ui(ui, desk, state, tabled, slot.max(room / tabled.columns.len() as f32));
        });
    });
    table::names_ui(ui, desk.words, state, view, names.with_min_y(top.y + chart.height()));
    ui.advance_cursor_after_rect(names.union(area));
    if let Some(last) = &shown.last {
        let text = desk.words.say(&message!(trade::tabled, count = last.columns.len(), all = count));
        ui.label(Type::Caption.text(text, tokens_of(ui).muted));
    }
    chart
}
