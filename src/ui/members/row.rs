//! One row of the members.

use egui::{Align, Label, Layout, Rect, Ui, pos2, vec2};

use super::table::{Columns, PADDING};
use crate::analysis::format;
use crate::analysis::roster::{RosterRow, RosterView};
use crate::briefing::{Briefing, Spell};
use crate::export::roster;
use crate::ui::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{choosable_row, citations_ui, paint_flag, status_shape, within};

/// Draws a row.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, rect: Rect, columns: Columns, view: &RosterView, row: &RosterRow) {
    let t = tokens_of(ui);
    let briefing = desk.briefing;
    let members = &briefing.roster;
    let (state, status) = (row.state_in(members), row.status_in(members));
    let since = row.spell_in(members).map_or_else(|| "not known".to_owned(), since_text);
    // The printed list shows the name it prints, with the roster's own beneath.
    let printed = row.printed.map(|index| members.printed[index].printed.as_str());
    let name = printed.unwrap_or_else(|| briefing.name(&state.names));

    let target = Selection::State(state.id.clone());
    let selected = desk.is_selected(&target);
    let again = if row.repeated { ", named a second time" } else { "" };
    let spoken = format!("{name}{again}, {}, {}, since {since}", status.name, state.region);
    let id = ui.scope_id().with(("state", state.id.as_str(), row.printed));
    let response = choosable_row(ui, rect, id, selected, &spoken);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, t.hairline));

    let cell = |(left, right): (f32, f32)| {
        Rect::from_min_max(pos2(rect.left() + left, rect.top()), pos2(rect.left() + right - PADDING, rect.bottom()))
    };
    let left_to_right = Layout::left_to_right(Align::Center);
    let right_to_left = Layout::right_to_left(Align::Center);
    let plain = |ui: &mut Ui, text: egui::RichText| {
        ui.add(Label::new(text).selectable(false).truncate());
    };
    let name_cell = cell(columns.state);
    let flag = Rect::from_center_size(pos2(name_cell.left() + 22.0, rect.center().y), vec2(20.0, 20.0));
    paint_flag(ui, flag, &state.alpha2);
    let names = Rect::from_min_max(pos2(flag.right() + 10.0, rect.top() + 2.0), name_cell.max);
    within(ui, names, Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal(|ui| {
            let text = if selected { Type::Body.strong(name, t.ink) } else { Type::Body.text(name, t.ink) };
            plain(ui, text.line_height(Some(18.0)));
            if row.repeated {
                plain(ui, Type::Caption.text("named a second time", t.bad));
            }
        });
        if columns.status_and_region.is_some() {
            let own = printed.map(|_| briefing.name(&state.names)).filter(|own| *own != name);
            let others: Vec<&str> = own.into_iter().chain(briefing.other_names(&state.names)).collect();
            plain(ui, Type::Caption.text(others.join("  "), t.muted));
        } else {
            ui.horizontal(|ui| {
                status_shape(ui, status.shape);
                plain(ui, Type::Caption.text(&status.name, t.muted));
            });
        }
    });
    if let Some([of_status, of_region]) = columns.status_and_region {
        within(ui, cell(of_status), left_to_right, |ui| {
            status_shape(ui, status.shape);
            plain(ui, Type::Body.text(&status.name, t.ink));
        });
        within(ui, cell(of_region), left_to_right, |ui| plain(ui, Type::Body.text(&state.region, t.ink)));
    }
    within(ui, cell(columns.since), right_to_left, |ui| plain(ui, Type::Body.text(&since, t.ink)));
    within(ui, cell(columns.sources), left_to_right, |ui| {
        // Chips of one width stand in one column, whatever follows them.
        ui.add_space((ui.available_width() - 72.0).max(0.0));
        citations_ui(ui, desk, &row.citations(briefing));
    });
    if response.clicked() {
        desk.send(Command::Select(target));
    }
    response.context_menu(|ui| {
        let copies = [
            ("Copy row", roster::row_tsv as fn(&_, &_) -> String),
            ("Copy name", |briefing: &Briefing, row: &RosterRow| {
                briefing.name(&row.state_in(&briefing.roster).names).to_owned()
            }),
        ];
        for (label, copy) in copies {
            if ui.button(label).clicked() {
                desk.send(Command::Copy(copy(briefing, row)));
                ui.close();
            }
        }
        if ui.button("Copy table").clicked() {
            desk.send(Command::Copy(roster::tsv(briefing, view)));
            ui.close();
        }
    });
}

/// The date since which a spell holds, with `≈` where sources differ by some days.
pub fn since_text(spell: &Spell) -> String {
    let about = if spell.within_days.is_some() { "≈\u{a0}" } else { "" };
    format!("{about}{}", format::date(spell.from))
}
