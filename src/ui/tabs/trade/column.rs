//! A year's column, where it is pointed at, focused, pressed and dragged over.

use egui::{EventFilter, Id, Rect, Sense, StrokeKind, Ui, WidgetInfo, accesskit::Role};

use super::chart::Plan;
use super::spoken;
use super::state::TradeState;
use crate::briefing::Period;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::tokens_of;

fn id_of(year: i16) -> Id {
    Id::unique(("trade-year", year))
}

/// Makes a column answer: hover and focus show what it holds, a click or Enter opens it in the inspector, a drag over
/// several chooses the range, Shift and a click the second year of a span.
pub fn ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    state: &mut TradeState,
    plan: &Plan<'_>,
    plot: Rect,
    index: usize,
    reveal: Option<i16>,
) {
    let t = tokens_of(ui);
    let slot = plan.slot(plot, index);
    let year = plan.view().columns[index];
    let response = ui.interact(slot, id_of(year), Sense::click_and_drag());
    let selected = state.selected == Some(year);
    let said = spoken::column(desk, plan, index);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, &said));
    if reveal == Some(year) {
        ui.scroll_to_rect(slot, None);
    }
    let pointed = response.contains_pointer() || response.has_focus();
    if response.contains_pointer() || (response.has_focus() && state.pointed.is_none()) {
        state.pointed = Some(index);
    }
    if pointed || selected {
        ui.painter().rect_filled(slot, 0.0, if selected { t.selected } else { t.hover });
    }
    if response.has_focus() {
        ui.painter().rect_stroke(slot.shrink(1.0), 0.0, (2.0, t.accent), StrokeKind::Inside);
        walk(ui, plan, index, slot);
    }
    if response.gained_focus() {
        ui.scroll_to_rect(slot, None);
    }
    drag(state, plan, plot, index, &response);
    if response.clicked() {
        let further = ui.input(|input| input.modifiers.shift);
        match (further, state.selected) {
            (true, Some(other)) if other != year => state.picked = Some((other, year)),
            (true, _) => state.picked = state.picked.map_or(Some((year, year)), |(from, _)| Some((from, year))),
            _ => {
                let series = plan.series.id.clone();
                desk.send(Command::Select(Selection::Period(series, Period::of_year(year))));
            }
        }
    }
    response.context_menu(|ui| menu_ui(ui, desk, state, plan, year, &said));
}

/// The arrows go from year to year, Home and End to the first and the last.
fn walk(ui: &Ui, plan: &Plan<'_>, index: usize, slot: Rect) {
    let columns = &plan.view().columns;
    let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id_of(columns[index]), arrows));
    let last = columns.len() - 1;
    // Taken, so that the column it leads to does not walk on in the same frame.
    let steps = [
        (Action::PreviousPoint, index.saturating_sub(1)),
        (Action::NextPoint, (index + 1).min(last)),
        (Action::FirstPoint, 0),
        (Action::LastPoint, last),
    ];
    let next = steps.into_iter().find(|(action, _)| action.pressed(ui)).map(|(_, next)| next);
    if let Some(next) = next.filter(|next| *next != index) {
        ui.memory_mut(|memory| memory.request_focus(id_of(columns[next])));
        let there = slot.translate(egui::vec2((next as f32 - index as f32) * slot.width(), 0.0));
        ui.scroll_to_rect(there, None);
    }
}

/// A drag from one column to another chooses the years between them.
fn drag(state: &mut TradeState, plan: &Plan<'_>, plot: Rect, index: usize, response: &egui::Response) {
    let columns = &plan.view().columns;
    let under = |pointer: egui::Pos2| {
        let part = (pointer.x - plot.left()) / plot.width() * columns.len() as f32;
        (part.max(0.0) as usize).min(columns.len() - 1)
    };
    if response.dragged_by(egui::PointerButton::Primary)
        && let Some(pointer) = response.interact_pointer_pos()
    {
        state.dragged = Some((index, under(pointer)));
    }
    if response.drag_stopped()
        && let Some((from, to)) = state.dragged.take()
        && from != to
        && plan.view().query.order.by.is_none()
    {
        let (one, other) = (columns[from], columns[to]);
        (state.query.from, state.query.to) = (Some(one.min(other)), Some(one.max(other)));
    }
}

/// The stretch of columns that the pointer is dragged over.
pub fn dragged_ui(ui: &Ui, state: &TradeState, plan: &Plan<'_>, plot: Rect) {
    let Some((from, to)) = state.dragged.filter(|(from, to)| from != to) else { return };
    let t = tokens_of(ui);
    let stretch = plan.slot(plot, from).union(plan.slot(plot, to));
    ui.painter().rect_filled(stretch, 0.0, t.selected);
    ui.painter().rect_stroke(stretch, 0.0, (1.0, t.accent), StrokeKind::Inside);
}

fn menu_ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut TradeState, plan: &Plan<'_>, year: i16, said: &str) {
    let (first, last) = plan.view().span.unwrap_or((year, year));
    let picked = state.picked.or_else(|| plan.known.headline.as_ref().map(|own| (own.first.year, own.last.year)));
    let (from, to) = picked.unwrap_or((first, last));
    let mut done = true;
    if ui.button("Growth from here").clicked() {
        state.picked = Some((year, to));
    } else if ui.button("Growth to here").clicked() {
        state.picked = Some((from, year));
    } else if ui.button("Start the range here").clicked() {
        state.query.from = (year > first).then_some(year);
        state.query.to = state.query.to.filter(|to| *to >= year);
    } else if ui.button("End the range here").clicked() {
        state.query.to = (year < last).then_some(year);
        state.query.from = state.query.from.filter(|from| *from <= year);
    } else if ui.button("Copy in words").clicked() {
        desk.send(Command::Copy(said.to_owned()));
    } else if ui.button("Copy the chart as a picture").clicked() {
        desk.send(Action::CopyPicture);
    } else {
        done = false;
    }
    if done {
        ui.close();
    }
}
