//! The map: a coastline and one mark for each state, shaped and coloured by status. It draws no border.

use std::sync::Arc;

use egui::epaint::Vertex;
use egui::{Align2, Color32, Mesh, Rect, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::analysis::map::{Land, Projection, spread};
use crate::analysis::memo::Memo;
use crate::analysis::roster::{RosterRow, RosterView};
use crate::briefing::Briefing;
use crate::ui::desk::{Command, Desk, Selection};
use crate::ui::theme::tokens::alpha;
use crate::ui::theme::{Tokens, Type, radius, tokens_of};
use crate::ui::widgets::StatusLook;

/// Marks nearer than this are pushed apart, so that each can be hit.
const APART: f32 = 11.0;
const MARK: f32 = 12.0;

/// The land, and where things stand on it at the size it was last drawn.
#[derive(Debug, Default)]
pub struct MapState {
    land: Option<Arc<Land>>,
    shapes: Memo<([u32; 2], bool), Arc<[Shape]>>,
    marks: Memo<(Vec<usize>, [u32; 2]), Places>,
}

/// Where each mark stands, relative to the map's corner.
type Places = Arc<[[f32; 2]]>;

/// Draws the map into a rectangle.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut MapState, view: &RosterView, rect: Rect) {
    let t = tokens_of(ui);
    let briefing = desk.briefing;
    let projection = Projection::fit(rect.width(), rect.height());
    let size = [rect.width(), rect.height()].map(f32::to_bits);
    let land = state.land.get_or_insert_with(|| Arc::new(Land::bundled()));
    let shapes = state.shapes.get(&(size, ui.visuals().dark_mode), |_| land_shapes(land, projection, t).into());
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, radius::CONTROL, t.panel);
    painter.extend(shapes.iter().cloned().map(|mut shape| {
        shape.translate(rect.min.to_vec2());
        shape
    }));

    // Every state of the list has its mark, whether or not a filter leaves it out, so that filtering moves nothing.
    let mut rows: Vec<(RosterRow, bool)> = view.rows().map(|row| (row, true)).collect();
    rows.extend(view.hidden().map(|row| (row, false)));
    rows.retain(|(row, _)| !row.repeated);
    rows.sort_by_key(|(row, _)| row.state);
    let states: Vec<usize> = rows.iter().map(|(row, _)| row.state).collect();
    let places = state.marks.get(&(states, size), |(states, _)| places(briefing, states, projection).into());
    let mut named = None;
    for ((row, shown), [x, y]) in rows.into_iter().zip(places.iter()) {
        let center = rect.min + vec2(*x, *y);
        let named_here = mark_ui(ui, desk, &row, shown, center);
        named = named_here.map(|name| (center, name)).or(named);
    }
    if let Some((center, name)) = named {
        name_ui(ui, rect, center, &name);
    }
}

/// Land and coast relative to the map's corner.
fn land_shapes(land: &Land, projection: Projection, t: &Tokens) -> Vec<Shape> {
    let place = |[longitude, latitude]: [f32; 2]| {
        let [x, y] = projection.place(longitude.into(), latitude.into());
        pos2(x, y)
    };
    let vertex = |at: &[f32; 2]| Vertex { pos: place(*at), uv: egui::epaint::WHITE_UV, color: t.land };
    let mesh = Mesh {
        indices: land.triangles.iter().flatten().copied().collect(),
        vertices: land.vertices.iter().map(vertex).collect(),
        ..Mesh::default()
    };
    let coast =
        land.coast.iter().map(|line| Shape::line(line.iter().copied().map(place).collect(), Stroke::new(1.0, t.coast)));
    [Shape::mesh(mesh)].into_iter().chain(coast).collect()
}

fn places(briefing: &Briefing, states: &[usize], projection: Projection) -> Vec<[f32; 2]> {
    let capital = |state: &usize| {
        let position = briefing.roster.states[*state].position;
        projection.place(position.longitude, position.latitude)
    };
    spread(&states.iter().map(capital).collect::<Vec<_>>(), APART)
}

/// Draws a mark. Returns the name to show beside it, while it is pointed at or selected.
fn mark_ui(ui: &Ui, desk: &mut Desk<'_>, row: &RosterRow, shown: bool, center: egui::Pos2) -> Option<String> {
    let t = tokens_of(ui);
    let briefing = desk.briefing;
    let (state, status) = (row.state_in(&briefing.roster), row.status_in(&briefing.roster));
    let name = briefing.name(&state.names);
    let target = Selection::State(state.id.clone());
    let selected = desk.is_selected(&target);
    let rect = Rect::from_center_size(center, Vec2::splat(MARK));
    // The table is the way of the keyboard; these would be as many stops again.
    let response = ui.interact(rect.expand(1.0), ui.scope_id().with(("mark", state.id.as_str())), Sense::CLICK);
    let left_out = if shown { "" } else { ", left out by the filters" };
    let spoken = format!("{name} on the map, {}{left_out}", status.name);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, &spoken));
    let mut shape = StatusLook::new(status.shape, t).paint(rect);
    if !shown {
        egui::epaint::shape_transform::adjust_colors(&mut shape, |color| {
            *color = color.gamma_multiply(alpha::MAP_FILTERED_OUT);
        });
    }
    ui.painter().add(shape);
    if selected {
        ui.painter().circle_stroke(center, MARK * 0.8, Stroke::new(2.0, t.accent));
    }
    if response.clicked() {
        desk.send(Command::Select(target));
    }
    (selected || response.hovered()).then(|| name.to_owned())
}

/// A name on a tab of paper, on the side that has room.
fn name_ui(ui: &Ui, map: Rect, center: egui::Pos2, name: &str) {
    let t = tokens_of(ui);
    let galley = ui.painter().layout_no_wrap(name.to_owned(), Type::Caption.strong_font(), t.ink);
    let right = center.x + 18.0 + galley.size().x < map.right();
    let (align, offset) = if right { (Align2::LEFT_CENTER, 14.0) } else { (Align2::RIGHT_CENTER, -14.0) };
    let place = align.anchor_size(center + vec2(offset, 0.0), galley.size());
    ui.painter().rect_filled(place.expand2(vec2(4.0, 1.0)), radius::CHIP, t.paper);
    ui.painter().galley(place.min, galley, Color32::PLACEHOLDER);
}
