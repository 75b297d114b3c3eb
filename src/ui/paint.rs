//! A [`Drawing`] in the window. What does not change is turned into triangles once and then only handed on.

use std::sync::Arc;

use egui::epaint::{TextShape, Vertex, WHITE_UV};
use egui::{Color32, FontFamily, FontId, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2};

use crate::analysis::memo::Memo;
use crate::drawing::palette::alpha;
use crate::drawing::{self, Anchor, Area, Drawing, Face, Fill, Group, Ink, Measure, Pen, Shapes, Text};
use crate::ui::theme::{Tokens, Type, tokens_of};
use crate::ui::widgets::{Lasting, lasting_mesh};

/// A drawing as it was last painted; a frame that changes nothing paints the same again.
#[derive(Debug, Default)]
pub struct Painted {
    layers: Memo<(ById, Lasting), Vec<Layer>>,
}

impl Painted {
    /// Paints a drawing with its upper left corner at a place.
    pub fn ui(&mut self, ui: &Ui, drawing: &Arc<Drawing>, corner: Pos2) {
        let [width, height] = drawing.size;
        let lasting = Lasting::of(ui, Rect::from_min_size(corner, Vec2::new(width, height)));
        let question = (ById(Arc::clone(drawing)), lasting);
        let layers = self.layers.get(&question, |_| {
            let mut layers = Layers { ui, tokens: tokens_of(ui), done: Vec::new(), shapes: Vec::new() };
            layers.shapes(&drawing.shapes, State { corner, clip: None, opacity: 1.0 });
            layers.finish()
        });
        for layer in layers {
            layer.paint(ui);
        }
    }
}

/// Paints shapes that change with every frame, or are few.
pub fn paint_shapes(ui: &Ui, shapes: &Shapes, corner: Pos2) {
    let mut layers = Layers { ui, tokens: tokens_of(ui), done: Vec::new(), shapes: Vec::new() };
    layers.shapes(shapes, State { corner, clip: None, opacity: 1.0 });
    let Layers { done, shapes, .. } = layers;
    for layer in done {
        layer.paint(ui);
    }
    ui.painter().extend(shapes);
}

/// Measures text as the window writes it.
pub struct WindowMeasure<'a>(pub &'a Painter);

impl Measure for WindowMeasure<'_> {
    fn width(&mut self, text: &str, face: Face) -> f32 {
        let text = drawing::line_of(text).into_owned();
        self.0.layout_no_wrap(text, font(face), Color32::PLACEHOLDER).size().x
    }
}

/// The face of a text in the window.
pub fn font(face: Face) -> FontId {
    let family = match face {
        Face { mono: true, .. } => FontFamily::Monospace,
        Face { strong: true, .. } => Type::Caption.strong_font().family,
        Face { .. } => FontFamily::Proportional,
    };
    FontId::new(face.size, family)
}

/// An area of a drawing whose upper left corner is at a place.
pub fn rect_of(area: Area, corner: Pos2) -> Rect {
    Rect::from_min_max(pos2(area.left, area.top), pos2(area.right, area.bottom)).translate(corner.to_vec2())
}

/// Two drawings are the same where they are one and the same.
#[derive(Clone, Debug)]
struct ById(Arc<Drawing>);

impl PartialEq for ById {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What is handed on in one piece.
#[derive(Debug)]
enum Layer {
    /// Triangles.
    Mesh(Arc<Mesh>, Option<Rect>),
    /// Text, which the window's own cache keeps: a texture of letters that is made anew must not be drawn from.
    Text { text: Text, corner: Pos2, color: Color32, halo: Option<Color32>, clip: Option<Rect> },
}

impl Layer {
    fn paint(&self, ui: &Ui) {
        let clipped = |clip: Option<Rect>| match clip {
            Some(clip) => ui.painter().with_clip_rect(ui.clip_rect().intersect(clip)),
            None => ui.painter().clone(),
        };
        match self {
            Self::Mesh(mesh, clip) => {
                clipped(*clip).add(Arc::clone(mesh));
            }
            Self::Text { text, corner, color, halo, clip } => {
                write_text(&clipped(*clip), text, *corner, *color, *halo);
            }
        }
    }
}

fn write_text(painter: &Painter, text: &Text, corner: Pos2, color: Color32, halo: Option<Color32>) {
    /// How far the rim of a text reaches.
    const RIM: f32 = 1.5;
    let galley = painter.layout_no_wrap(text.text.clone(), font(text.face), color);
    let left = match text.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => galley.size().x / 2.0,
        Anchor::End => galley.size().x,
    };
    let base = galley.rows.first().and_then(|row| row.glyphs.first()).map_or(0.0, |glyph| glyph.pos.y);
    let at = corner + Vec2::from(text.at) - Vec2::new(left, base);
    if let Some(halo) = halo {
        for turn in 0..8_u8 {
            let away = Vec2::angled(std::f32::consts::TAU * f32::from(turn) / 8.0) * RIM;
            painter.add(TextShape::new(at + away, Arc::clone(&galley), halo).with_override_text_color(halo));
        }
    }
    painter.galley(at, galley, color);
}

/// What holds where a shape stands.
#[derive(Clone, Copy)]
struct State {
    corner: Pos2,
    clip: Option<Rect>,
    opacity: f32,
}

struct Layers<'a> {
    ui: &'a Ui,
    tokens: &'a Tokens,
    done: Vec<Layer>,
    /// What goes into the next mesh.
    shapes: Vec<Shape>,
}

impl Layers<'_> {
    fn finish(mut self) -> Vec<Layer> {
        self.cut(None);
        self.done
    }

    /// Ends a mesh.
    fn cut(&mut self, clip: Option<Rect>) {
        if !self.shapes.is_empty() {
            let mesh = lasting_mesh(self.ui, std::mem::take(&mut self.shapes));
            self.done.push(Layer::Mesh(mesh, clip));
        }
    }

    fn shapes(&mut self, shapes: &Shapes, state: State) {
        for shape in &shapes.0 {
            self.shape(shape, state);
        }
    }

    fn shape(&mut self, shape: &drawing::Shape, state: State) {
        let at = |point: [f32; 2]| state.corner + Vec2::from(point);
        let all = |points: &[[f32; 2]]| points.iter().copied().map(at).collect::<Vec<Pos2>>();
        let tokens = self.tokens;
        let color = |ink: Ink| dimmed(tokens.of(ink), state.opacity);
        let stroke = |pen: Pen| Stroke::new(pen.width, color(pen.ink));
        match shape {
            drawing::Shape::Rect { area, corner, fill, rim } => {
                let rect = rect_of(*area, state.corner);
                if let Some(fill) = fill {
                    let (t, ink) = (self.tokens, fill.ink());
                    let (falls, weight, color) = (t.falls(ink), t.hatch, t.of(ink));
                    let look = Look { falls, weight, color, opacity: state.opacity };
                    filled(&mut self.shapes, rect, *corner, *fill, &look);
                }
                match rim {
                    Some(pen) if pen.dash.is_some() => {
                        let rim = rect.shrink(pen.width / 2.0);
                        let corners = [rim.left_bottom(), rim.left_top(), rim.right_top(), rim.right_bottom()];
                        self.line(&[corners.as_slice(), &corners[..1]].concat(), *pen, state);
                    }
                    Some(pen) => {
                        self.shapes.push(Shape::rect_stroke(rect, *corner, stroke(*pen), StrokeKind::Inside));
                    }
                    None => {}
                }
            }
            drawing::Shape::Line { points, pen } => self.line(&all(points), *pen, state),
            drawing::Shape::Lines { lines, pen } => {
                for line in lines.iter() {
                    self.line(&all(line), *pen, state);
                }
            }
            drawing::Shape::Polygon { points, fill, rim } => {
                let (fill, rim) = (fill.map_or(Color32::TRANSPARENT, color), rim.map_or(Stroke::NONE, stroke));
                self.shapes.push(Shape::convex_polygon(all(points), fill, rim));
            }
            drawing::Shape::Circle { center, radius, fill, rim } => {
                let (center, fill) = (at(*center), fill.map(color));
                if let Some(fill) = fill {
                    self.shapes.push(Shape::circle_filled(center, *radius, fill));
                }
                match rim {
                    Some(pen) if pen.dash.is_some() => {
                        let turn = |step: u8| std::f32::consts::TAU * f32::from(step) / 48.0;
                        let ring: Vec<Pos2> =
                            (0..=48).map(|step| center + *radius * Vec2::angled(turn(step))).collect();
                        self.line(&ring, *pen, state);
                    }
                    Some(pen) => self.shapes.push(Shape::circle_stroke(center, *radius, stroke(*pen))),
                    None => {}
                }
            }
            drawing::Shape::Mesh(mesh, ink) => {
                let color = color(*ink);
                let vertex = |point: &[f32; 2]| Vertex { pos: at(*point), uv: WHITE_UV, color };
                self.shapes.push(Shape::mesh(Mesh {
                    indices: mesh.triangles.iter().flatten().copied().collect(),
                    vertices: mesh.vertices.iter().map(vertex).collect(),
                    ..Mesh::default()
                }));
            }
            drawing::Shape::Text(text) => {
                let (color, halo) = (color(text.ink), text.halo.map(color));
                self.cut(state.clip);
                let (text, corner, clip) = (text.clone(), state.corner, state.clip);
                self.done.push(Layer::Text { text, corner, color, halo, clip });
            }
            drawing::Shape::Group(group, shapes) => self.group(group, shapes, state),
        }
    }

    fn group(&mut self, group: &Group, shapes: &Shapes, state: State) {
        let corner = state.corner + Vec2::from(group.at);
        let own = group.clip.map(|clip| rect_of(clip, corner));
        let clip = match (state.clip, own) {
            (Some(outer), Some(own)) => Some(outer.intersect(own)),
            (outer, own) => own.or(outer),
        };
        let inner = State { corner, clip, opacity: state.opacity * group.opacity };
        if clip != state.clip {
            self.cut(state.clip);
        }
        self.shapes(shapes, inner);
        if clip != state.clip {
            self.cut(clip);
        }
    }

    fn line(&mut self, points: &[Pos2], pen: Pen, state: State) {
        let stroke = Stroke::new(pen.width, dimmed(self.tokens.of(pen.ink), state.opacity));
        match pen.dash {
            Some([drawn, left_out]) => self.shapes.extend(Shape::dashed_line(points, stroke, drawn, left_out)),
            None => self.shapes.push(Shape::line(points.to_vec(), stroke)),
        }
    }
}

fn dimmed(color: Color32, opacity: f32) -> Color32 {
    if opacity < 1.0 { color.gamma_multiply(opacity) } else { color }
}

/// How a fill is painted: with its lines falling to the right, how heavy, in which colour, how much of it.
struct Look {
    falls: bool,
    weight: f32,
    color: Color32,
    opacity: f32,
}

fn filled(out: &mut Vec<Shape>, rect: Rect, corner: f32, fill: Fill, look: &Look) {
    let Look { falls, weight, color, opacity } = *look;
    // What is drawn with heavier lines is not thinned out.
    let share = if weight > 1.0 { 1.0 } else { alpha::HATCH };
    match fill {
        Fill::Flat(_) => out.push(Shape::rect_filled(rect, corner, dimmed(color, opacity))),
        Fill::Hatched(_) => {
            let stroke = Stroke::new(Fill::HATCH_WIDTH * weight, color.gamma_multiply(share * opacity));
            hatch(out, rect, falls, stroke);
        }
        Fill::Levels(_) => {
            let stroke = Stroke::new(Fill::LEVEL_WIDTH * weight, color.gamma_multiply(share * opacity));
            let lines = (rect.height() / Fill::LEVEL_PITCH) as u32;
            out.extend(
                (1..=lines)
                    .map(|line| Shape::hline(rect.x_range(), rect.bottom() - line as f32 * Fill::LEVEL_PITCH, stroke)),
            );
        }
    }
}

/// Parallel lines at 45 degrees, cut to the rectangle.
fn hatch(out: &mut Vec<Shape>, rect: Rect, falls: bool, stroke: Stroke) {
    // A line of x + y = sum crosses the rectangle between these sums.
    let first = rect.left() + rect.top();
    let lines = ((rect.width() + rect.height()) * std::f32::consts::FRAC_1_SQRT_2 / Fill::HATCH_PITCH) as u32;
    for line in 1..=lines {
        let sum = first + line as f32 * Fill::HATCH_PITCH * std::f32::consts::SQRT_2;
        let left = (sum - rect.bottom()).max(rect.left());
        let right = (sum - rect.top()).min(rect.right());
        if left < right {
            let mirrored = |x: f32| if falls { rect.left() + rect.right() - x } else { x };
            let ends = [pos2(mirrored(left), sum - left), pos2(mirrored(right), sum - right)];
            out.push(Shape::line_segment(ends, stroke));
        }
    }
}

#[cfg(test)]
mod tests;
