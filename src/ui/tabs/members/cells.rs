//! What stands in a cell of the members: its value in words, or what is drawn for a few columns.

use egui::text::LayoutJob;
use egui::{Align, Label, Layout, Rect, TextFormat, Ui, UiBuilder, pos2, vec2};

use super::columns::Placed;
use crate::analysis::checks::Outcome;
use crate::analysis::find;
use crate::analysis::roster::{CellValue, Column, RosterRow};
use crate::briefing::{Members, Roster, Spell, Value};
use crate::ui::parts::{chip_width, count_width, mark, row_citations_ui, row_count_ui, status_shape};
use crate::ui::shell::desk::{Desk, Selection};
use crate::ui::shell::find::marked_job;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::paint_flag;
use crate::words::Words;
use crate::words::direction::abreast;
use crate::{label, message};

/// Room for a place in the document and how many further sources there are.
const SOURCES: f32 = 72.0;
/// Room for how many further sources there are.
const MORE: f32 = 28.0;
/// The height of the line of a name.
const NAME: f32 = 18.0;

/// How the rows are to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// Whose rows they are.
    pub members: Members<'a>,
    /// Where each column stands.
    pub columns: &'a [Placed],
    /// What is searched for, and marked.
    pub search: &'a str,
}

type Draw = fn(&mut Ui, &mut Desk<'_>, &Look<'_>, &RosterRow);

/// The columns that are drawn in a way of their own.
const DRAWN: [(Column, Draw); 3] =
    [(Column::STATE, names_ui), (Column::STATUS, status_ui), (Column::SOURCES, sources_ui)];

/// Draws what a row has in a column.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, look: &Look<'_>, column: Column, row: &RosterRow) {
    match DRAWN.iter().find(|(drawn, _)| *drawn == column) {
        Some((_, draw)) => draw(ui, desk, look, row),
        None => match (column.value)(look.members, row) {
            CellValue::Text(text) => plain(ui, &text),
            value => plain(ui, &desk.words.value(&said(value))),
        },
    }
}

/// What a screen reader says of a row.
pub fn spoken(words: &Words, members: Members<'_>, row: &RosterRow) -> String {
    let roster = members.roster;
    let (state, status) = (row.state_in(roster), row.status_in(roster));
    let name = row.printed_in(roster).unwrap_or_else(|| members.name(&state.names)).to_owned();
    let (status, region) = (&status.name, &state.region);
    let since = said((Column::SINCE.value)(members, row));
    words.say(&if row.repeated {
        message!(members::row_again, name = name, status = status, region = region, since = since)
    } else {
        message!(members::row, name = name, status = status, region = region, since = since)
    })
}

/// What a screen reader says of a cell: what a row has in a column.
pub fn cell_spoken(words: &Words, members: Members<'_>, column: Column, row: &RosterRow) -> String {
    if column == Column::SOURCES {
        let count = row.citations(members).len();
        return words.say(&message!(sources::counted_sources, count = count));
    }
    words.value(&said((column.value)(members, row)))
}

/// A value as a reader is told it.
fn said(value: CellValue<'_>) -> Value {
    match value {
        CellValue::Missing => label!(members::not_known).into(),
        CellValue::Text(text) => text.into_owned().into(),
        CellValue::Number(number) => Value::People(number),
        CellValue::Date(date, None) => date.into(),
        CellValue::Date(date, Some(_)) => message!(members::about, date = date).into(),
        CellValue::Flag(true) => label!(members::yes).into(),
        CellValue::Flag(false) => label!(members::no).into(),
        CellValue::List(texts) => Value::list(texts.into_iter().map(std::borrow::Cow::into_owned)),
    }
}

/// The date since which a spell holds, with `≈` where sources differ by some days.
pub fn since_text(words: &Words, spell: &Spell) -> String {
    words.value(&said(CellValue::Date(spell.from, spell.within_days)))
}

fn plain(ui: &mut Ui, text: &str) {
    let ink = tokens_of(ui).ink;
    ui.add(Label::new(Type::Body.text(text, ink)).selectable(false).truncate());
}

fn status_ui(ui: &mut Ui, _: &mut Desk<'_>, look: &Look<'_>, row: &RosterRow) {
    let status = row.status_in(look.members.roster);
    status_shape(ui, status.shape);
    if let Some(beside) = row.beside_in(look.members.roster) {
        status_shape(ui, beside.shape);
        plain(ui, &abreast([status.name.as_str(), &beside.name], ", "));
        return;
    }
    plain(ui, &status.name);
}

/// Chips of one width stand in one column, whatever follows them.
fn sources_ui(ui: &mut Ui, desk: &mut Desk<'_>, look: &Look<'_>, row: &RosterRow) {
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let citations = row.citations(look.members);
        let (count, room) = (citations.len(), ui.available_width());
        let more = if count > 1 { MORE } else { 0.0 };
        let width = citations.first().map_or(0.0, |first| chip_width(ui, desk, first, f32::INFINITY) + more);
        // A place of the document is short. The name of a publisher may be of any length, and half of one names nobody.
        let counted = width > room && citations.first().is_some_and(|first| desk.briefing.sentence(first).is_none());
        let width = if counted { count_width(ui, desk, count) } else { width };
        ui.add_space((room - width.max(SOURCES)).max(0.0));
        if counted {
            row_count_ui(ui, desk, &citations);
        } else {
            row_citations_ui(ui, desk, &citations);
        }
    });
}

/// The flag, the name, and beneath it the other names; what is searched for is marked in them.
fn names_ui(ui: &mut Ui, desk: &mut Desk<'_>, look: &Look<'_>, row: &RosterRow) {
    let t = tokens_of(ui);
    let briefing = desk.briefing;
    let roster = look.members.roster;
    let (state, status) = (row.state_in(roster), row.status_in(roster));
    let selected = desk.is_selected(&Selection::State(state.id.clone()));
    let own = briefing.name(&state.names);
    // The printed list shows the name it prints, with the roster's own beneath.
    let name = row.printed_in(roster).unwrap_or(own);
    let rect = ui.max_rect();
    let flag = Rect::from_center_size(pos2(rect.left() + 22.0, rect.center().y), vec2(20.0, 20.0));
    paint_flag(ui, flag, state, own);
    let second = desk.second_names.then(|| briefing.other_names(&state.names)).into_iter().flatten();
    let others = (name != own).then_some(own).into_iter().chain(second);
    let others = abreast(others.chain(matched(look.members.roster, row, look.search)), "  ");
    let says_status = !look.columns.iter().any(|placed| placed.column == Column::STATUS);
    // A name with nothing beneath it stands in the middle of its row, as what stands beside it does.
    let top = if others.is_empty() && !says_status { rect.center().y - NAME / 2.0 } else { rect.top() + 2.0 };
    let names = Rect::from_min_max(pos2(flag.right() + 10.0, top), rect.max);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(names).layout(Layout::top_down(Align::Min)));
    ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
    ui.spacing_mut().interact_size.y = 0.0;
    let job = |ui: &mut Ui, text: &str, format: TextFormat| {
        let job: LayoutJob = marked_job(t, text, format, look.search);
        ui.add(Label::new(job).selectable(false).truncate());
    };
    ui.horizontal(|ui| {
        let format = if selected { Type::Body.strong_format(t.ink) } else { Type::Body.format(t.ink) };
        job(ui, name, TextFormat { line_height: Some(NAME), ..format });
        if row.repeated {
            mark(ui, Outcome::Fail);
            ui.add(
                Label::new(Type::Caption.text(desk.words.say(&message!(members::second_printing)), t.ink2))
                    .selectable(false)
                    .truncate(),
            );
        }
    });
    ui.horizontal(|ui| {
        if says_status {
            status_shape(ui, status.shape);
            ui.add(Label::new(Type::Caption.text(&status.name, t.muted)).selectable(false));
        }
        job(ui, &others, Type::Caption.format(t.muted));
    });
}

/// What a row is found by where that is not in sight: another name of the state, its capital or a code.
fn matched<'a>(roster: &'a Roster, row: &RosterRow, search: &str) -> Option<&'a str> {
    if search.trim().is_empty() {
        return None;
    }
    let state = row.state_in(roster);
    let holds = |text: &str| !find::ranges(text, search).is_empty();
    let in_sight = state.names.iter().map(|(_, name)| name).chain(row.printed_in(roster)).any(holds);
    let codes = [&state.capital, &state.alpha2, &state.alpha3, &state.numeric];
    let mut others = state.aliases.iter().chain(codes).map(String::as_str);
    if in_sight { None } else { others.find(|text| holds(text)) }
}
