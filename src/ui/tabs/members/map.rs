//! The map: a coastline and one mark for each state, shaped and coloured by status. It draws no border.

use std::sync::Arc;

use egui::epaint::Vertex;
use egui::{Align2, Color32, Mesh, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, accesskit::Role, vec2};

use crate::analysis::format;
use crate::analysis::map::{Land, Projection, spread};
use crate::analysis::memo::Memo;
use crate::analysis::region::Region;
use crate::analysis::roster::Mark;
use crate::briefing::Briefing;
use crate::ui::parts::StatusLook;
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::{Command, Desk, Selection};
use crate::ui::theme::tokens::alpha;
use crate::ui::theme::{Tokens, Type, radius, tokens_of};
use crate::ui::widgets::{Lasting, lasting_mesh};

/// Marks nearer than this are pushed apart, so that each can be hit.
const APART: f32 = 11.0;
const MARK: f32 = 12.0;

/// How near to a mark that stands for several states the pointer finds it.
const REACH: f32 = 9.0;

/// The land, and what was last drawn on it: a frame that changes nothing draws the same again.
#[derive(Debug, Default)]
pub struct MapState {
    land: Option<Arc<Land>>,
    ground: Memo<Lasting, Arc<Mesh>>,
    places: Memo<(Vec<usize>, Rect), Arc<[Pos2]>>,
    marks: Memo<(Arc<[Mark]>, Lasting), Arc<Mesh>>,
}

/// Draws the map into a rectangle.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut MapState, region: &Region, marks: &Arc<[Mark]>, rect: Rect) {
    let t = tokens_of(ui);
    let briefing = desk.briefing;
    let projection = Projection::fit(region, rect.width(), rect.height());
    // Under the marks, for what a secondary click beside them offers.
    let whole = ui.interact(rect, ui.scope_id().with("map"), Sense::CLICK);
    whole.context_menu(|ui| menu_ui(ui, desk));
    let gathered = marks.iter().any(|mark| mark.states > 1);
    // Filtering moves nothing: the places are those of the whole list, and stay while it does.
    let states: Vec<usize> = marks.iter().map(|mark| mark.row.state).collect();
    let places = state.places.get(&(states, rect), |(states, _)| {
        let capitals: Vec<[f32; 2]> = states.iter().map(|state| capital(briefing, *state, projection)).collect();
        let places = if gathered { capitals } else { spread(&capitals, APART) };
        places.into_iter().map(|place| rect.min + Vec2::from(place)).collect()
    });
    let on_map: Vec<(&Mark, Pos2)> = marks.iter().zip(places.iter().copied()).collect();

    let lasting = Lasting::of(ui, rect);
    let land = state.land.get_or_insert_with(|| Arc::new(Land::bundled()));
    let ground = state.ground.get(&lasting, |_| lasting_mesh(ui, land_shapes(land, projection, rect.min, t)));
    let marks = state.marks.get(&(Arc::clone(marks), lasting), |_| {
        lasting_mesh(ui, on_map.iter().map(|(mark, center)| mark_shape(briefing, mark, *center, t)))
    });
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, radius::CONTROL, t.panel);
    painter.add(Arc::clone(ground));
    ui.painter().add(Arc::clone(marks));

    let ringed = on_map.iter().find(|(mark, _)| is_selected(desk, mark));
    if let Some((_, center)) = ringed {
        ui.painter().circle_stroke(*center, MARK * 0.8, Stroke::new(2.0, t.accent));
    }
    let named = if gathered {
        gathered_ui(ui, desk, rect, &on_map, ringed)
    } else {
        on_map.iter().filter_map(|(mark, center)| Some((*center, mark_ui(ui, desk, mark, *center)?))).last()
    };
    if let Some((center, name)) = named {
        name_ui(ui, rect, center, &name);
    }
}

fn is_selected(desk: &Desk<'_>, mark: &Mark) -> bool {
    let state = mark.row.state_in(&desk.briefing.roster);
    matches!(desk.selection(), Some(Selection::State(key)) if state.id == *key)
}

fn capital(briefing: &Briefing, state: usize, projection: Projection) -> [f32; 2] {
    let position = briefing.roster.states[state].position;
    projection.place(position.longitude, position.latitude)
}

/// Land and coast of a map whose corner is here.
fn land_shapes(land: &Land, projection: Projection, corner: Pos2, t: &Tokens) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for turn in projection.turns() {
        let place = |[longitude, latitude]: [f32; 2]| {
            corner + Vec2::from(projection.place_at(turn, longitude.into(), latitude.into()))
        };
        let vertex = |at: &[f32; 2]| Vertex { pos: place(*at), uv: egui::epaint::WHITE_UV, color: t.land };
        shapes.push(Shape::mesh(Mesh {
            indices: land.triangles.iter().flatten().copied().collect(),
            vertices: land.vertices.iter().map(vertex).collect(),
            ..Mesh::default()
        }));
        let stroke = Stroke::new(1.0, t.coast);
        shapes.extend(land.coast.iter().map(|line| Shape::line(line.iter().copied().map(place).collect(), stroke)));
    }
    shapes
}

fn mark_shape(briefing: &Briefing, mark: &Mark, center: Pos2, t: &Tokens) -> Shape {
    let shape = mark.row.status_in(&briefing.roster).shape;
    let mut shape = StatusLook::new(shape, t).paint(Rect::from_center_size(center, Vec2::splat(MARK)));
    if !mark.shown {
        egui::epaint::shape_transform::adjust_colors(&mut shape, |color| {
            *color = color.gamma_multiply(alpha::MAP_FILTERED_OUT);
        });
    }
    shape
}

fn menu_ui(ui: &mut Ui, desk: &mut Desk<'_>) {
    if ui.button("Copy the map as a picture").clicked() {
        desk.send(Action::CopyPicture);
        ui.close();
    }
}

/// The control of marks of which some stand for several states. Returns the name to show, and where.
fn gathered_ui(
    ui: &Ui,
    desk: &mut Desk<'_>,
    map: Rect,
    marks: &[(&Mark, Pos2)],
    ringed: Option<&(&Mark, Pos2)>,
) -> Option<(Pos2, String)> {
    let briefing = desk.briefing;
    let response = ui.interact(map, ui.scope_id().with("marks"), Sense::CLICK);
    let states: usize = marks.iter().map(|(mark, _)| mark.states).sum();
    let spoken = format!("Map of {} in {} marks", format::number(states), marks.len());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), &spoken));
    response.context_menu(|ui| menu_ui(ui, desk));
    let distance = |center: Pos2| response.hover_pos().map_or(f32::INFINITY, |pointer| pointer.distance(center));
    let near = marks.iter().min_by(|(_, a), (_, b)| distance(*a).total_cmp(&distance(*b)));
    let near = near.filter(|(_, center)| distance(*center) <= REACH);
    if let Some((mark, _)) = near.filter(|_| response.clicked()) {
        desk.send(Command::Select(Selection::State(mark.row.state_in(&briefing.roster).id.clone())));
    }
    near.or(ringed).map(|(mark, center)| (*center, name(briefing, mark)))
}

fn name(briefing: &Briefing, mark: &Mark) -> String {
    let name = briefing.name(&mark.row.state_in(&briefing.roster).names);
    match mark.states {
        1 => name.to_owned(),
        states => format!("{name} and {} more", format::number(states - 1)),
    }
}

/// The control of a mark of one state. Returns the name to show beside it, while it is pointed at or selected.
fn mark_ui(ui: &Ui, desk: &mut Desk<'_>, mark: &Mark, center: Pos2) -> Option<String> {
    let briefing = desk.briefing;
    let (state, status) = (mark.row.state_in(&briefing.roster), mark.row.status_in(&briefing.roster));
    let selected = is_selected(desk, mark);
    let name = briefing.name(&state.names);
    let rect = Rect::from_center_size(center, Vec2::splat(MARK + 2.0));
    // The table is the way of the keyboard; these would be as many stops again.
    let response = ui.interact(rect, ui.scope_id().with(("mark", state.id.as_str())), Sense::CLICK);
    let left_out = if mark.shown { "" } else { ", left out by the filters" };
    let spoken = format!("{name} on the map, {}{left_out}", status.name);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, &spoken));
    response.context_menu(|ui| menu_ui(ui, desk));
    if response.clicked() {
        desk.send(Command::Select(Selection::State(state.id.clone())));
    }
    (selected || response.hovered()).then(|| name.to_owned())
}

/// A name on a tab of paper, on the side that has room.
fn name_ui(ui: &Ui, map: Rect, center: Pos2, name: &str) {
    let t = tokens_of(ui);
    let galley = ui.painter().layout_no_wrap(name.to_owned(), Type::Caption.strong_font(), t.ink);
    let right = center.x + 18.0 + galley.size().x < map.right();
    let (align, offset) = if right { (Align2::LEFT_CENTER, 14.0) } else { (Align2::RIGHT_CENTER, -14.0) };
    let place = align.anchor_size(center + vec2(offset, 0.0), galley.size());
    ui.painter().rect_filled(place.expand2(vec2(4.0, 1.0)), radius::CHIP, t.paper);
    ui.painter().galley(place.min, galley, Color32::PLACEHOLDER);
}
