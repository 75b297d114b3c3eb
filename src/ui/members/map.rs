//! The map: a coastline and one mark for each state, shaped and coloured by status. It draws no border.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::epaint::Vertex;
use egui::{Align2, Color32, Mesh, Rect, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::analysis::format;
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

/// More marks than this are gathered, so that a map of a million costs what a map of these does.
const MOST: usize = 200;
/// Marks are gathered in squares of this side.
const SQUARE: f32 = 22.0;

/// The land, and where things stand on it at the size it was last drawn.
#[derive(Debug, Default)]
pub struct MapState {
    land: Option<Arc<Land>>,
    shapes: Memo<([u32; 2], bool), Arc<[Shape]>>,
    marks: Memo<MarksOf, Arc<[MapMark]>>,
    places: Memo<(Vec<usize>, [u32; 2]), Arc<[[f32; 2]]>>,
}

/// Which marks: those of a view on a map of a size.
#[derive(Clone, Debug)]
struct MarksOf(Arc<RosterView>, [u32; 2]);

impl PartialEq for MarksOf {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) && self.1 == other.1
    }
}

/// A mark and where it stands, relative to the map's corner.
#[derive(Clone, Copy, Debug)]
struct MapMark {
    center: [f32; 2],
    row: RosterRow,
    /// Whether the filters leave it in.
    shown: bool,
    /// How many states it stands for.
    states: usize,
}

/// Draws the map into a rectangle.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, state: &mut MapState, view: &Arc<RosterView>, rect: Rect) {
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
    let places = &mut state.places;
    let marks = state.marks.get(&MarksOf(Arc::clone(view), size), |MarksOf(view, _)| {
        let rows = rows(view);
        if rows.len() > MOST {
            return gathered(briefing, &rows, projection, rect.size()).into();
        }
        // Filtering moves nothing: the places are those of the whole list, and stay while it does.
        let states: Vec<usize> = rows.iter().map(|(row, _)| row.state).collect();
        let places = places.get(&(states, size), |(states, _)| {
            spread(&states.iter().map(|state| capital(briefing, *state, projection)).collect::<Vec<_>>(), APART).into()
        });
        let mark = |((row, shown), center): (&(RosterRow, bool), &[f32; 2])| MapMark {
            center: *center,
            row: *row,
            shown: *shown,
            states: 1,
        };
        rows.iter().zip(places.iter()).map(mark).collect()
    });
    let mut named = None;
    for mark in marks.iter() {
        let center = rect.min + Vec2::from(mark.center);
        let named_here = mark_ui(ui, desk, mark, center);
        named = named_here.map(|name| (center, name)).or(named);
    }
    if let Some((center, name)) = named {
        name_ui(ui, rect, center, &name);
    }
}

/// Every state of the list once, whether or not a filter leaves it out.
fn rows(view: &RosterView) -> Vec<(RosterRow, bool)> {
    let mut rows: Vec<(RosterRow, bool)> = view.rows().map(|row| (row, true)).collect();
    rows.extend(view.hidden().map(|row| (row, false)));
    rows.retain(|(row, _)| !row.repeated);
    rows.sort_by_key(|(row, _)| row.state);
    rows
}

fn capital(briefing: &Briefing, state: usize, projection: Projection) -> [f32; 2] {
    let position = briefing.roster.states[state].position;
    projection.place(position.longitude, position.latitude)
}

/// One mark for all states of a square, at the place of the first that the filters leave in.
fn gathered(briefing: &Briefing, rows: &[(RosterRow, bool)], projection: Projection, size: Vec2) -> Vec<MapMark> {
    let mut squares: BTreeMap<[i32; 2], MapMark> = BTreeMap::new();
    for (row, shown) in rows {
        let center = capital(briefing, row.state, projection);
        if !Rect::from_min_size(pos2(0.0, 0.0), size).contains(center.into()) {
            continue;
        }
        let alone = MapMark { center, row: *row, shown: *shown, states: 1 };
        let square = squares.entry(center.map(|at| (at / SQUARE) as i32)).or_insert(MapMark { states: 0, ..alone });
        let states = square.states + 1;
        if *shown && !square.shown {
            *square = alone;
        }
        square.states = states;
    }
    squares.into_values().collect()
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

/// Draws a mark. Returns the name to show beside it, while it is pointed at or selected.
fn mark_ui(ui: &Ui, desk: &mut Desk<'_>, mark: &MapMark, center: egui::Pos2) -> Option<String> {
    let t = tokens_of(ui);
    let briefing = desk.briefing;
    let (state, status) = (mark.row.state_in(&briefing.roster), mark.row.status_in(&briefing.roster));
    let target = Selection::State(state.id.clone());
    let selected = desk.is_selected(&target);
    let name = match mark.states {
        1 => briefing.name(&state.names).to_owned(),
        states => format!("{} and {} more", briefing.name(&state.names), format::number(states - 1)),
    };
    let rect = Rect::from_center_size(center, Vec2::splat(MARK));
    // The table is the way of the keyboard; these would be as many stops again.
    let response = ui.interact(rect.expand(1.0), ui.scope_id().with(("mark", state.id.as_str())), Sense::CLICK);
    let left_out = if mark.shown { "" } else { ", left out by the filters" };
    let spoken = format!("{name} on the map, {}{left_out}", status.name);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, &spoken));
    let mut shape = StatusLook::new(status.shape, t).paint(rect);
    if !mark.shown {
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
    (selected || response.hovered()).then_some(name)
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
