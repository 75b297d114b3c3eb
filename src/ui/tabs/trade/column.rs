//! A column, where it is pointed at, focused, pressed and dragged over; and the points of a curve, which are too many for
//! a column each.

use egui::{EventFilter, Id, Rect, Response, Sense, StrokeKind, Ui, WidgetInfo, accesskit::Role};

use super::columns::Columns;
use super::state::TradeState;
use crate::briefing::{Message, Period};
use crate::drawing::Part;
use crate::drawing::chart;
use crate::ui::parts::offers_menu;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::tokens_of;
use crate::ui::widgets::heard::chosen;
use crate::ui::widgets::reachable;
use crate::{label, message};

/// The identity of the column of a period.
pub fn id_of(period: Period) -> Id {
    Id::unique(("trade-period", period))
}

/// Makes a column answer: hover and focus show what it holds, a click or Enter opens it in the inspector, a drag over
/// several chooses the range, Shift and a click the second period of a span.
pub fn ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    state: &mut TradeState,
    columns: &Columns<'_>,
    (index, sense): (usize, Sense),
    part: &Part,
    reveal: Option<Period>,
) {
    let t = tokens_of(ui);
    let slot = columns.slot(index);
    let Some(period) = columns.view.columns.get(index).copied() else { return };
    let response = ui.interact(slot, id_of(period), sense | Sense::DRAG);
    let selected = state.selected == Some(period);
    chosen(ui, &response, Role::Button, &part.name, selected);
    reachable(ui, &response);
    if reveal == Some(period) {
        ui.scroll_to_rect(slot, None);
        let clip = ui.clip_rect().x_range();
        let seen = slot.left().max(clip.min)..=slot.right().min(clip.max).max(slot.left().max(clip.min));
        desk.lead_to(Rect::from_x_y_ranges(seen, slot.y_range()));
    }
    let pointed = response.contains_pointer() || response.has_focus();
    if response.contains_pointer() || (response.has_focus() && state.pointed.is_none()) {
        state.pointed = Some(index);
    }
    if pointed || selected {
        ui.painter().rect_filled(slot, 0.0, if selected { t.selected } else { t.hover });
    }
    if response.gained_focus() {
        ui.scroll_to_rect(slot, None);
    }
    drag(state, columns, index, &response);
    pressed(ui, desk, state, columns, period, &response);
    offers_menu(&response, desk.words, |ui| menu_ui(ui, desk, state, columns, period, &part.name));
}

/// Makes the points of a curve answer as one: the pointer or the arrows walk them.
pub fn curve_ui(ui: &Ui, desk: &mut Desk<'_>, state: &mut TradeState, columns: &Columns<'_>) {
    let response = ui.interact(columns.plot(), Id::unique("trade-curve"), Sense::click_and_drag());
    let count = columns.view.columns.len();
    let mut at = state.walked.filter(|index| *index < count);
    if let Some(pointer) = response.hover_pos() {
        at = Some(columns.under(pointer.x));
    }
    if response.has_focus() {
        let here = at.unwrap_or_default();
        at = Some(step(ui, &response, columns, here).unwrap_or(here));
    }
    state.walked = at;
    let words = desk.words;
    let said = if let Some(index) = at {
        chart::said(desk.briefing, columns.series, columns.view, index, words)
    } else {
        let name = columns.view.drawn().first().map_or_else(String::new, |line| words.value(&line.name));
        words.say(&message!(chart::points, name = name, count = count))
    };
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), at.unwrap_or_default() as f64, &said));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(count.saturating_sub(1) as f64);
    });
    let Some((index, period)) = at.and_then(|index| Some((index, *columns.view.columns.get(index)?))) else { return };
    if response.contains_pointer() || response.has_focus() {
        state.pointed = Some(index);
    }
    drag(state, columns, index, &response);
    pressed(ui, desk, state, columns, period, &response);
    offers_menu(&response, desk.words, |ui| menu_ui(ui, desk, state, columns, period, &said));
}

/// Rings what has the keyboard: a column, or all of a curve.
pub fn focus_ui(ui: &Ui, columns: &Columns<'_>) {
    let has_focus = |id: Id| ui.memory(|memory| memory.has_focus(id));
    let rect = if columns.chart.is_curve {
        has_focus(Id::unique("trade-curve")).then(|| columns.plot())
    } else {
        let focused = columns.view.columns.iter().position(|period| has_focus(id_of(*period)));
        focused.map(|index| columns.slot(index).shrink(1.0))
    };
    if let Some(rect) = rect {
        ui.painter().rect_stroke(rect, 0.0, (2.0, tokens_of(ui).accent), StrokeKind::Inside);
    }
}

fn pressed(
    ui: &Ui,
    desk: &mut Desk<'_>,
    state: &mut TradeState,
    columns: &Columns<'_>,
    period: Period,
    response: &Response,
) {
    if !response.clicked() {
        return;
    }
    let further = ui.input(|input| input.modifiers.shift);
    match (further, state.selected) {
        (true, Some(other)) if other != period => state.picked = Some((other, period)),
        (true, _) => state.picked = state.picked.map_or(Some((period, period)), |(from, _)| Some((from, period))),
        _ => {
            let series = columns.series.id.clone();
            desk.send(Command::Select(Selection::Period(series, period)));
        }
    }
}

/// The arrows go along a curve from point to point, Home and End to the first and the last. Returns where they lead.
fn step(ui: &Ui, response: &Response, columns: &Columns<'_>, index: usize) -> Option<usize> {
    let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let last = columns.view.columns.len().checked_sub(1)?;
    let steps = [
        (Action::PreviousPoint, index.saturating_sub(1)),
        (Action::NextPoint, (index + 1).min(last)),
        (Action::FirstPoint, 0),
        (Action::LastPoint, last),
    ];
    let next = steps.into_iter().find(|(action, _)| action.pressed(ui)).map(|(_, next)| next);
    next.filter(|next| *next != index)
}

/// A drag from one column to another chooses the periods between them.
fn drag(state: &mut TradeState, columns: &Columns<'_>, index: usize, response: &Response) {
    if response.dragged_by(egui::PointerButton::Primary)
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let from = if columns.chart.is_curve { state.dragged.map_or(index, |(from, _)| from) } else { index };
        state.dragged = Some((from, columns.under(pointer.x)));
    }
    if response.drag_stopped()
        && let Some((from, to)) = state.dragged.take()
        && from != to
        && columns.view.query.order.by.is_none()
    {
        let (one, other) = (columns.view.columns[from], columns.view.columns[to]);
        (state.query.from, state.query.to) = (Some(one.min(other)), Some(one.max(other)));
    }
}

/// The stretch of columns that the pointer is dragged over.
pub fn dragged_ui(ui: &Ui, state: &TradeState, columns: &Columns<'_>) {
    let Some((from, to)) = state.dragged.filter(|(from, to)| from != to) else { return };
    let t = tokens_of(ui);
    let stretch: Rect = columns.slot(from).union(columns.slot(to));
    ui.painter().rect_filled(stretch, 0.0, t.selected);
    ui.painter().rect_stroke(stretch, 0.0, (1.0, t.accent), StrokeKind::Inside);
}

fn menu_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    state: &mut TradeState,
    columns: &Columns<'_>,
    period: Period,
    said: &str,
) {
    let (first, last) = columns.view.span.unwrap_or((period, period));
    let own = columns.known.headline.as_ref().map(|own| (own.first.period, own.last.period));
    let picked = state.picked.or(own);
    let (from, to) = picked.unwrap_or((first, last));
    let words = desk.words;
    let entry = |ui: &mut Ui, label: &Message| ui.button(words.say(label)).clicked();
    let mut done = true;
    if entry(ui, &label!(trade::growth_from_here)) {
        state.picked = Some((period, to));
    } else if entry(ui, &label!(trade::growth_to_here)) {
        state.picked = Some((from, period));
    } else if entry(ui, &label!(trade::range_from_here)) {
        state.query.from = (period > first).then_some(period);
        state.query.to = state.query.to.filter(|to| *to >= period);
    } else if entry(ui, &label!(trade::range_to_here)) {
        state.query.to = (period < last).then_some(period);
        state.query.from = state.query.from.filter(|from| *from <= period);
    } else if entry(ui, &label!(trade::copy_in_words)) {
        desk.send(Command::Copy(said.to_owned()));
    } else if entry(ui, &label!(trade::copy_picture)) {
        desk.send(Action::CopyPicture);
    } else {
        done = false;
    }
    if done {
        ui.close();
    }
}
