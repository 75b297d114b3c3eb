//! One row of the members.

use egui::text::LayoutJob;
use egui::{
    Align, Id, Label, Layout, Rect, Response, Sense, Stroke, StrokeKind, TextFormat, Ui, UiBuilder, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use super::columns::Placed;
use super::head::is_right;
use super::table::PADDING;
use crate::analysis::checks::Outcome;
use crate::analysis::roster::{Column, RosterRow};
use crate::analysis::{find, format};
use crate::briefing::{Briefing, Spell};
use crate::export::roster;
use crate::ui::parts::{mark, menu_action, menu_action_with, row_citations_ui, status_shape};
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::shell::find::marked_job;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{paint_flag, paint_row};

/// How a row is to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// Where each column stands.
    pub columns: &'a [Placed],
    /// What is searched for, and marked.
    pub search: &'a str,
    /// The cell the keyboard is at, if it is in this row.
    pub cell: Option<Column>,
}

/// Draws a row, given its place and how many there are.
pub fn ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    grid: Id,
    rect: Rect,
    look: &Look<'_>,
    (place, rows): (usize, usize),
    row: &RosterRow,
) -> Response {
    let t = tokens_of(ui);
    let briefing = desk.briefing;
    let selected = desk.is_selected(&Selection::State(row.state_in(&briefing.roster).id.clone()));
    let builder = UiBuilder::new()
        .scope_id(grid.with((row.state, row.printed)))
        .max_rect(rect)
        .sense(Sense::CLICK)
        .accessibility_role(Role::Row);
    let drawn = ui.scope_builder(builder, |ui| {
        ui.expand_to_include_rect(rect);
        paint_row(ui, rect, selected, ui.response().contains_pointer());
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, t.hairline));
        for (index, placed) in look.columns.iter().enumerate() {
            cell_ui(ui, desk, rect, look, (index, *placed), row, selected);
        }
    });
    let response = drawn.response;
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, selected, spoken(briefing, row)));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_row_index(place);
        node.set_description(format!("Row {} of {rows}", place + 1));
        node.set_selected(selected);
    });
    response
}

/// Draws a cell of a row that stands in a rectangle, and the ring of the keyboard where it is at the cell.
fn cell_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    rect: Rect,
    look: &Look<'_>,
    (index, placed): (usize, Placed),
    row: &RosterRow,
    selected: bool,
) {
    let Placed { column, left, right } = placed;
    let cell =
        Rect::from_min_max(pos2(rect.left() + left, rect.top()), pos2(rect.left() + right - PADDING, rect.bottom()));
    if look.cell == Some(column) {
        let ring = Stroke::new(2.0, tokens_of(ui).accent);
        ui.painter().rect_stroke(cell.expand2(vec2(2.0, -1.0)), 2, ring, StrokeKind::Inside);
    }
    let to = if is_right(column) { Layout::right_to_left } else { Layout::left_to_right };
    let builder = UiBuilder::new().id_salt(column).max_rect(cell).layout(to(Align::Center));
    ui.scope_builder(builder.accessibility_role(Role::GridCell), |ui| {
        let id = ui.unique_id();
        ui.ctx().accesskit_node_builder(id, |node| node.set_column_index(index));
        draw_cell(ui, desk, column, look, row, selected);
    });
}

fn spoken(briefing: &Briefing, row: &RosterRow) -> String {
    let roster = &briefing.roster;
    let (state, status) = (row.state_in(roster), row.status_in(roster));
    let name = row.printed_in(roster).unwrap_or_else(|| briefing.name(&state.names));
    let again = if row.repeated { ", named a second time" } else { "" };
    format!("{name}{again}, {}, {}, since {}", status.name, state.region, since(briefing, row))
}

fn draw_cell(ui: &mut Ui, desk: &mut Desk<'_>, column: Column, look: &Look<'_>, row: &RosterRow, selected: bool) {
    let t = tokens_of(ui);
    let briefing = desk.briefing;
    let roster = &briefing.roster;
    let plain = |ui: &mut Ui, text: &str| {
        ui.add(Label::new(Type::Body.text(text, t.ink)).selectable(false).truncate());
    };
    match column {
        Column::State => names_ui(ui, briefing, look, row, selected),
        Column::Status => {
            let status = row.status_in(roster);
            status_shape(ui, status.shape);
            plain(ui, &status.name);
        }
        Column::Region => plain(ui, &row.state_in(roster).region),
        Column::Since => plain(ui, &since(briefing, row)),
        Column::Population => {
            let persons = row.state_in(roster).population;
            plain(ui, &persons.map_or_else(|| "not known".to_owned(), format::population));
        }
        Column::Sources => {
            // Chips of one width stand in one column, whatever follows them.
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space((ui.available_width() - 72.0).max(0.0));
                row_citations_ui(ui, desk, &row.citations(briefing));
            });
        }
    }
}

/// The flag, the name, and beneath it the other names; what is searched for is marked in them.
fn names_ui(ui: &mut Ui, briefing: &Briefing, look: &Look<'_>, row: &RosterRow, selected: bool) {
    let t = tokens_of(ui);
    let roster = &briefing.roster;
    let (state, status) = (row.state_in(roster), row.status_in(roster));
    let own = briefing.name(&state.names);
    // The printed list shows the name it prints, with the roster's own beneath.
    let name = row.printed_in(roster).unwrap_or(own);
    let rect = ui.max_rect();
    let flag = Rect::from_center_size(pos2(rect.left() + 22.0, rect.center().y), vec2(20.0, 20.0));
    paint_flag(ui, flag, &state.alpha2);
    let names = Rect::from_min_max(pos2(flag.right() + 10.0, rect.top() + 2.0), rect.max);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(names).layout(Layout::top_down(Align::Min)));
    ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
    ui.spacing_mut().interact_size.y = 0.0;
    let job = |ui: &mut Ui, text: &str, format: TextFormat| {
        let job: LayoutJob = marked_job(t, text, format, look.search);
        ui.add(Label::new(job).selectable(false).truncate());
    };
    ui.horizontal(|ui| {
        let format = if selected { Type::Body.strong_format(t.ink) } else { Type::Body.format(t.ink) };
        job(ui, name, TextFormat { line_height: Some(18.0), ..format });
        if row.repeated {
            mark(ui, Outcome::Fail);
            ui.add(Label::new(Type::Caption.text("second printing", t.ink2)).selectable(false).truncate());
        }
    });
    ui.horizontal(|ui| {
        if !look.columns.iter().any(|placed| placed.column == Column::Status) {
            status_shape(ui, status.shape);
            ui.add(Label::new(Type::Caption.text(&status.name, t.muted)).selectable(false));
        }
        let others = (name != own).then_some(own).into_iter().chain(briefing.other_names(&state.names));
        let others = others.chain(matched(briefing, row, look.search)).collect::<Vec<&str>>().join("  ");
        job(ui, &others, Type::Caption.format(t.muted));
    });
}

/// What a row is found by where that is not in sight: another name of the state, its capital or a code.
fn matched<'a>(briefing: &'a Briefing, row: &RosterRow, search: &str) -> Option<&'a str> {
    if search.trim().is_empty() {
        return None;
    }
    let state = row.state_in(&briefing.roster);
    let holds = |text: &str| !find::ranges(text, search).is_empty();
    let in_sight = state.names.iter().map(|(_, name)| name).chain(row.printed_in(&briefing.roster)).any(holds);
    let codes = [&state.capital, &state.alpha2, &state.alpha3, &state.numeric];
    let mut others = state.aliases.iter().chain(codes).map(String::as_str);
    if in_sight { None } else { others.find(|text| holds(text)) }
}

/// What a secondary click on a row offers, `column` being the one it hit.
pub fn menu_ui(response: &Response, desk: &mut Desk<'_>, row: &RosterRow, column: Column) {
    response.context_menu(|ui| {
        let briefing = desk.briefing;
        menu_action_with(ui, desk, Action::CopyCell, || Command::Copy(roster::cell(briefing, row, column)));
        menu_action_with(ui, desk, Action::CopyRow, || Command::Copy(roster::row_tsv(briefing, row)));
        menu_action(ui, desk, Action::CopyTable);
    });
}

fn since(briefing: &Briefing, row: &RosterRow) -> String {
    row.spell_in(&briefing.roster).map_or_else(|| "not known".to_owned(), since_text)
}

/// The date since which a spell holds, with `≈` where sources differ by some days.
pub fn since_text(spell: &Spell) -> String {
    let about = if spell.within_days.is_some() { "≈\u{a0}" } else { "" };
    format!("{about}{}", format::date(spell.from))
}
