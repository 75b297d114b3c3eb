//! The map in the window: drawn once and kept, with a control for each of its marks.

use std::sync::Arc;

use egui::{Align2, Color32, Id, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, vec2};

use crate::analysis::memo::Memo;
use crate::analysis::region::Region;
use crate::analysis::roster::{Mark, Outsider, outsiders};
use crate::briefing::Members;
use crate::drawing::map::{Points, Sheet, Style, is_gathered, short_name};
use crate::drawing::{Drawing, Part, PartKey};
use crate::ui::paint::{Painted, WindowMeasure, rect_of};
use crate::ui::parts::{menu_action, offers_menu};
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::{Type, radius, tokens_of};
use crate::ui::widgets::heard::chosen;
use crate::ui::widgets::{OneStop, follow_focus, reachable, walked};

/// What was last drawn: a frame that changes nothing draws the same again.
#[derive(Debug, Default)]
pub struct MapState {
    ground: Memo<Sheet, Arc<Drawing>>,
    points: Memo<(Vec<usize>, Sheet), Points>,
    marks: Memo<(Arc<[Mark]>, Sheet), Arc<Drawing>>,
    painted_ground: Painted,
    painted_marks: Painted,
    /// The mark that the arrows have led to, where some stand for several states.
    walked: usize,
}

/// Draws the map into a rectangle.
pub fn ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    members: Members<'_>,
    state: &mut MapState,
    region: &Region,
    marks: &Arc<[Mark]>,
    rect: Rect,
) {
    let words = desk.words;
    let sheet = Sheet::new(region, rect.size().into(), Style::WINDOW);
    // Under the marks: a picture that says what it is of, and has a menu for what is beside them.
    let whole = ui.interact(rect, ui.scope_id().with("map"), Sense::CLICK);
    menu_of(&whole, desk);
    // Filtering moves nothing: the points are those of the whole list, and stay while it does.
    let states: Vec<usize> = marks.iter().map(|mark| mark.row.state).collect();
    let points = state.points.get(&(states, sheet), |_| sheet.points(members, marks));
    let ground = state.ground.get(&sheet, |sheet| Arc::new(sheet.ground()));
    let drawing = state.marks.get(&(Arc::clone(marks), sheet), |(marks, sheet)| {
        Arc::new(sheet.marks(members, marks, points, &mut WindowMeasure(ui.painter()), words))
    });
    let said = drawing.part(&PartKey::Whole).map_or("", |whole| &whole.name);
    whole.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), said));
    state.painted_ground.ui(ui, ground, rect.min);
    state.painted_marks.ui(ui, drawing, rect.min);

    let selected = match desk.selection() {
        Some(Selection::State(key)) => drawing.part(&PartKey::State(key.clone())),
        _ => None,
    };
    if let Some(part) = selected {
        let center = rect_of(part.area, rect.min).center();
        ui.painter().circle_stroke(center, Style::WINDOW.side * 0.8, Stroke::new(2.0, tokens_of(ui).accent));
    }
    let pointed_at = if is_gathered(marks) {
        gathered_ui(ui, desk, drawing, rect, &mut state.walked)
    } else {
        marks_ui(ui, desk, drawing, rect, selected)
    };
    if let Some(part) = pointed_at.or(selected) {
        let name = match mark_of(members, marks, part) {
            Some(mark) => short_name(members, mark, words),
            // What is in no roster has no mark of one.
            None => outsiders(&members).iter().find(|one| is_of(part, one)).map_or("", |one| one.name).to_owned(),
        };
        name_ui(ui, rect, rect_of(part.area, rect.min).center(), &name);
    }
}

/// The mark that a part is.
fn mark_of<'a>(members: Members<'_>, marks: &'a [Mark], part: &Part) -> Option<&'a Mark> {
    let is = |mark: &&Mark| matches!(&part.key, PartKey::State(key) if mark.row.state_in(members.roster).id == *key);
    marks.iter().find(is)
}

fn is_of(part: &Part, outsider: &Outsider<'_>) -> bool {
    matches!(&part.key, PartKey::State(key) | PartKey::Place(key) if key == outsider.key)
}

fn menu_of(response: &Response, desk: &mut Desk<'_>) {
    offers_menu(response, desk.words, |ui| menu_action(ui, desk, Action::CopyPicture));
}

/// The control of marks of which some stand for several states: one of them all, which the arrows walk. Returns the mark
/// that is pointed at or walked to.
fn gathered_ui<'a>(ui: &Ui, desk: &mut Desk<'_>, drawing: &'a Drawing, map: Rect, at: &mut usize) -> Option<&'a Part> {
    let response = ui.interact(map, ui.scope_id().with("marks"), Sense::click());
    menu_of(&response, desk);
    let states: Vec<&Part> = drawing.parts.iter().filter(|part| matches!(part.key, PartKey::State(_))).collect();
    let last = states.len().checked_sub(1)?;
    *at = (*at).min(last);
    if response.has_focus() {
        *at = walked(ui, response.id, *at, last);
    }
    let here = states[*at];
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), *at as f64, &here.name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(last as f64);
    });
    let near = response.hover_pos().and_then(|pointer| drawing.part_at((pointer - map.min).into()));
    let near = near.filter(|part| matches!(part.key, PartKey::State(_)));
    let pointed_at = near.or_else(|| response.has_focus().then_some(here))?;
    if response.has_focus() {
        let (rect, t) = (rect_of(here.area, map.min), tokens_of(ui));
        ui.painter().circle_stroke(rect.center(), rect.width() / 2.0, Stroke::new(t.ring, t.accent));
    }
    choose(desk, &response, pointed_at);
    Some(pointed_at)
}

/// The controls of marks of one state each. Returns the mark that is pointed at.
fn marks_ui<'a>(
    ui: &Ui,
    desk: &mut Desk<'_>,
    drawing: &'a Drawing,
    map: Rect,
    selected: Option<&Part>,
) -> Option<&'a Part> {
    let mut pointed_at = None;
    // One stop: the arrows walk the marks, in the order of the list.
    let (scope, t) = (ui.scope_id(), tokens_of(ui));
    let id_of = |part: &Part| match &part.key {
        PartKey::State(key) => Some(scope.with(("mark", key.as_str()))),
        _ => None,
    };
    let ids: Vec<Id> = drawing.parts.iter().filter_map(id_of).collect();
    let at = selected.and_then(id_of).and_then(|id| ids.iter().position(|one| *one == id)).unwrap_or_default();
    let stop = OneStop::beside(ui, &ids, at);
    let mut place = 0;
    for part in &drawing.parts {
        let rect = rect_of(part.area, map.min);
        let key = match &part.key {
            PartKey::State(key) => key,
            PartKey::Place(key) => {
                let response = ui.interact(rect, ui.scope_id().with(("place", key.as_str())), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), &part.name));
                if response.hovered() {
                    pointed_at = Some(part);
                }
                continue;
            }
            _ => continue,
        };
        let response = ui.interact(rect, scope.with(("mark", key.as_str())), stop.sense(place));
        place += 1;
        let is_selected = selected.is_some_and(|selected| selected.key == part.key);
        chosen(ui, &response, Role::Button, &part.name, is_selected);
        reachable(ui, &response);
        follow_focus(ui, &response, map);
        if response.has_focus() {
            ui.painter().circle_stroke(rect.center(), rect.width() / 2.0 + 3.0, Stroke::new(t.ring, t.accent));
            pointed_at = Some(part);
        }
        menu_of(&response, desk);
        choose(desk, &response, part);
        if response.hovered() {
            pointed_at = Some(part);
        }
    }
    pointed_at
}

fn choose(desk: &mut Desk<'_>, response: &Response, part: &Part) {
    if let (true, PartKey::State(key)) = (response.clicked(), &part.key) {
        desk.send(Command::Open(Selection::State(key.clone())));
    }
}

/// A name on a tab of paper, on the side that has room.
fn name_ui(ui: &Ui, map: Rect, center: Pos2, name: &str) {
    let t = tokens_of(ui);
    let galley = ui.painter().layout_no_wrap(name.to_owned(), Type::Caption.strong_font(), t.ink);
    let right = center.x + 18.0 + galley.size().x < map.right();
    let (align, offset) = if right { (Align2::LEFT_CENTER, 14.0) } else { (Align2::RIGHT_CENTER, -14.0) };
    let at = align.anchor_size(center + vec2(offset, 0.0), galley.size());
    ui.painter().rect_filled(at.expand2(vec2(4.0, 1.0)), radius::CHIP, t.paper);
    ui.painter().galley(at.min, galley, Color32::PLACEHOLDER);
}
