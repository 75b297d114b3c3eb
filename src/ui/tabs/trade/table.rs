//! The figures in words and numbers, each under its column of the chart.

use egui::{Align, Align2, EventFilter, FontId, Id, Layout, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::bars;
use super::state::TradeState;
use crate::analysis::format;
use crate::analysis::trade::rows::{PUBLISHED_GROWTH, TOTAL};
use crate::analysis::trade::{self, Figure, Figures, Line, Quantity, Row, Standing, TradeQuery, TradeView};
use crate::briefing::{Briefing, FlowRole, Series};
use crate::export;
use crate::ui::parts::{menu_action, menu_action_with};
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Command, Desk};
use crate::ui::theme::{Tokens, Type, tokens_of};
use crate::ui::widgets::{Icon, focus_ring, section_head, within};
use crate::words::Words;

const HEAD: f32 = 28.0;
const ROW: f32 = 22.0;

/// The height of the table of the years.
pub fn height(view: &TradeView) -> f32 {
    HEAD + ROW * view.lines.len() as f32
}

/// Draws the names of the rows at the left. A click orders the years by the row, once more the other way round.
pub fn names_ui(ui: &Ui, state: &mut TradeState, view: &TradeView, rect: Rect) {
    let t = tokens_of(ui);
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD));
    name_ui(ui, state, head, None, "Year");
    ui.painter().hline(head.x_range(), head.bottom(), (1.0, t.hairline));
    for (index, line) in view.lines.iter().enumerate() {
        let top = head.bottom() + ROW * index as f32;
        let row = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), ROW));
        let coloured = index < view.drawn && view.drawn > 1 && !line.row.is_tick();
        if coloured {
            let swatch = Rect::from_center_size(pos2(row.left() + 4.0, row.center().y), vec2(8.0, 8.0));
            ui.painter().rect_filled(swatch, 0.0, bars::color(line.row.flow, t));
        }
        let indent = if coloured { 14.0 } else { 0.0 };
        name_ui(ui, state, row.with_min_x(row.left() + indent), Some(line.row), &Words::english().value(&line.name));
        ui.painter().hline(row.x_range(), row.bottom(), (1.0, t.hairline));
    }
}

fn name_ui(ui: &Ui, state: &mut TradeState, rect: Rect, row: Option<Row>, name: &str) {
    let t = tokens_of(ui);
    let order = state.query.order;
    let on = order.by == row && (row.is_some() || order.descending);
    let response = ui.interact(rect, Id::unique(("trade-row-name", row)), Sense::click());
    let direction = match (on, order.descending) {
        (false, _) => "not sorted",
        (true, false) => "sorted upwards",
        (true, true) => "sorted downwards",
    };
    response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, ui.is_enabled(), format!("{name}, {direction}")));
    let ink = if on || response.hovered() || row.is_some() { t.ink } else { t.muted };
    let font = if on { Type::Caption.strong_font() } else { Type::Caption.font() };
    let (left, room) = (rect.left(), rect.width() - if on { 20.0 } else { 4.0 });
    if on {
        let arrow = Rect::from_center_size(pos2(rect.right() - 12.0, rect.center().y), vec2(12.0, 12.0));
        let icon = if order.descending { Icon::ArrowDown } else { Icon::ArrowUp };
        icon.paint(ui, arrow, t.ink);
    }
    let galley = egui::WidgetText::from(egui::RichText::new(name).font(font).color(ink)).into_galley(
        ui,
        Some(egui::TextWrapMode::Truncate),
        room,
        egui::TextStyle::Small,
    );
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley.clone(), ink);
    if response.hovered() {
        ui.painter().hline(left..=left + galley.size().x, rect.bottom() - 3.0, (1.0, t.stroke));
    }
    focus_ring(ui, &response, rect.shrink2(vec2(2.0, 3.0)), 2);
    let hint = format!("{name}: order the years by it");
    if response.on_hover_text(hint).clicked() {
        state.query.sort_by(row);
    }
}

/// Draws the cells, each row one that the keyboard reaches.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut TradeState, view: &TradeView, slot: f32) {
    let width = slot * view.columns.len() as f32;
    head_ui(ui, state, view, slot);
    for line in &view.lines {
        let (rect, _) = ui.allocate_exact_size(vec2(width, ROW), Sense::empty());
        row_ui(ui, desk, state, view, line, rect, slot);
    }
}

fn slot_at(row: Rect, slot: f32, column: usize) -> Rect {
    Rect::from_min_size(pos2(row.left() + slot * column as f32, row.top()), vec2(slot, row.height()))
}

fn tint(ui: &Ui, state: &TradeState, view: &TradeView, cell: Rect, column: usize) {
    let t = tokens_of(ui);
    if state.selected == Some(view.columns[column]) {
        ui.painter().rect_filled(cell, 0.0, t.selected);
    } else if state.pointed == Some(column) {
        ui.painter().rect_filled(cell, 0.0, t.hover);
    }
}

/// The columns of a row that are in view.
fn visible(ui: &Ui, view: &TradeView, row: Rect, slot: f32) -> Vec<usize> {
    let clip = ui.clip_rect();
    (0..view.columns.len()).filter(|column| clip.intersects(slot_at(row, slot, *column))).collect()
}

fn head_ui(ui: &mut Ui, state: &TradeState, view: &TradeView, slot: f32) {
    let t = tokens_of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(slot * view.columns.len() as f32, HEAD), Sense::empty());
    for column in visible(ui, view, rect, slot) {
        let cell = slot_at(rect, slot, column);
        tint(ui, state, view, cell, column);
        let year = view.columns[column];
        let printed = |line: &Line| line.point(column).is_some_and(|point| point.standing == Standing::Document);
        let (font, ink) = style(view.lines.iter().any(printed), "", t);
        ui.painter().text(cell.center(), Align2::CENTER_CENTER, year.to_string(), font, ink);
        if state.selected == Some(year) {
            ui.painter().hline(cell.shrink(6.0).x_range(), cell.bottom() - 3.0, (2.0, t.accent));
        }
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), (1.0, t.hairline));
}

/// A row: the arrows choose a cell in it, Ctrl+C copies the cell, or the row where none is chosen.
fn row_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    state: &mut TradeState,
    view: &TradeView,
    line: &Line,
    rect: Rect,
    slot: f32,
) {
    let t = tokens_of(ui);
    let response = ui.interact(rect, Id::unique(("trade-row", line.row)), Sense::click());
    let words = Words::english();
    let cells =
        view.columns.iter().enumerate().map(|(column, year)| format!("{year}: {}", words.value(&line.cell(column))));
    let spoken = std::iter::once(words.value(&line.name)).chain(cells).collect::<Vec<_>>().join("; ");
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &spoken));
    for column in visible(ui, view, rect, slot) {
        let cell = slot_at(rect, slot, column);
        tint(ui, state, view, cell, column);
        let text = words.value(&line.cell(column));
        let printed = line.point(column).is_some_and(|point| point.standing == Standing::Document && !point.computed);
        let (font, ink) = style(printed, &text, t);
        let galley = ui.painter().layout_no_wrap(text, font.clone(), ink);
        // A value that is too wide for its cell is written short; the whole of it is in the read-out.
        let galley = match line.point(column).filter(|_| galley.size().x > slot - 2.0) {
            Some(point) => ui.painter().layout_no_wrap(format::brief(point.value, 1), font, ink),
            None => galley,
        };
        ui.painter().galley(cell.center() - galley.size() / 2.0, galley, ink);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), (1.0, t.hairline));
    let under =
        |pointer: egui::Pos2| (((pointer.x - rect.left()) / slot).max(0.0) as usize).min(view.columns.len() - 1);
    if (response.clicked() || response.secondary_clicked())
        && let Some(pointer) = response.interact_pointer_pos()
    {
        state.cell = Some((line.row, under(pointer)));
        response.request_focus();
    }
    if response.has_focus() {
        keys(ui, desk, state, view, line, &response);
        let inner = rect.shrink(1.0);
        let chosen = state.cell.filter(|(row, _)| *row == line.row).map(|(_, column)| slot_at(inner, slot, column));
        let ring = chosen.unwrap_or(inner);
        ui.painter().rect_stroke(ring, 0.0, (2.0, t.accent), egui::StrokeKind::Inside);
    }
    response.context_menu(|ui| {
        let column = state.cell.filter(|(row, _)| *row == line.row).map(|(_, column)| column);
        if let Some(column) = column {
            menu_action_with(ui, desk, Action::CopyCell, || Command::Copy(export::trade::cell(line, column)));
        }
        menu_action_with(ui, desk, Action::CopyRow, || {
            Command::Copy(export::trade::row_tsv(view, line, &Words::english()))
        });
        menu_action(ui, desk, Action::CopyTable);
    });
}

fn keys(
    ui: &Ui,
    desk: &mut Desk<'_>,
    state: &mut TradeState,
    view: &TradeView,
    line: &Line,
    response: &egui::Response,
) {
    let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let last = view.columns.len() - 1;
    let chosen = state.cell.filter(|(row, _)| *row == line.row).map(|(_, column)| column.min(last));
    let (left, right) = (Action::PreviousCell.pressed(ui), Action::NextCell.pressed(ui));
    let row_copied = Action::CopyRow.pressed(ui);
    let copied = row_copied || Action::CopyCell.pressed(ui);
    let next = match (left, right, chosen) {
        (true, _, Some(0)) => None,
        (true, _, Some(column)) => Some(column - 1),
        (_, true, Some(column)) => Some((column + 1).min(last)),
        (_, true, None) => Some(0),
        _ => chosen,
    };
    state.cell = next.map(|column| (line.row, column));
    if copied {
        let text = match next.filter(|_| !row_copied) {
            Some(column) => export::trade::cell(line, column),
            None => export::trade::row_tsv(view, line, &Words::english()),
        };
        desk.send(Command::Copy(text));
    }
}

fn style(printed: bool, text: &str, t: &Tokens) -> (FontId, egui::Color32) {
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
    let heads = flows.map(|role| trade::flow_name(series, role).to_owned());
    let rows = view.part_years.iter().map(|part| {
        let values = [part.total, part.forward, part.backward].map(figure_text);
        let growth = part.published.and_then(|index| series.published_growth.get(index));
        let growth = growth
            .map_or_else(|| "–".to_owned(), |growth| Words::english().figure(Quantity::CHANGE.figure(growth.percent)));
        (format::period(part.period), values, growth)
    });
    ui.spacing_mut().item_spacing.y = 0.0;
    line_ui(ui, "Period", &heads, "Change, %", t.muted);
    for (period, values, growth) in rows {
        line_ui(ui, &period, &values, &growth, t.ink);
    }
}

fn figure_text(figure: Option<Figure>) -> String {
    let Some(figure) = figure else { return "–".to_owned() };
    let about = if figure.standing == Standing::Derived { "≈\u{a0}" } else { "" };
    format!("{about}{}", Words::english().figure(Quantity::MONEY.figure(figure.value)))
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
        within(ui, cell, layout, |ui| ui.add(egui::Label::new(Type::Caption.text(text, ink)).truncate()));
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), (1.0, t.hairline));
}

/// Draws what is known of other series, in words: no unit is mixed with another.
pub fn other_series_ui(ui: &mut Ui, others: &[OtherSeries]) {
    let t = tokens_of(ui);
    for other in others {
        ui.add_space(12.0);
        section_head(ui, &other.title, &other.reporter);
        for line in &other.years {
            ui.label(Type::Body.text(line, t.ink));
        }
    }
}

/// A series that is not plotted, in words.
#[derive(Debug)]
pub struct OtherSeries {
    title: String,
    reporter: String,
    years: Vec<String>,
}

impl OtherSeries {
    /// The totals of a series.
    pub fn new(briefing: &Briefing, series: &Series) -> Self {
        let view = trade::view(series, &Figures::new(briefing, series), &TradeQuery::default());
        let words = Words::english();
        let at = |row: Row, column: usize| view.line(row).and_then(|line| Some((line, line.point(column)?)));
        let year = |(column, year): (usize, &i16)| {
            let (line, point) = at(TOTAL, column)?;
            let published =
                at(PUBLISHED_GROWTH, column).map(|(line, point)| words.figure(line.row.quantity.figure(point.value)));
            let growth = published.map_or(String::new(), |growth| format!(", {growth}\u{a0}% as published"));
            Some(format!("{year}: {}{growth}", words.value(&line.row.quantity.with_unit(point.value, &series.unit))))
        };
        Self {
            title: format!("In {} {}", series.unit.sign, series.unit.scale),
            reporter: format!("{}; never mixed with the above", series.reporter),
            years: view.columns.iter().enumerate().filter_map(year).collect(),
        }
    }
}
