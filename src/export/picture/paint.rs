//! A drawing as SVG.

use super::svg::{self, Svg};
use crate::drawing::palette::{Palette, Rgb};
use crate::drawing::{Area, Fill, Group, Ink, Pen, Shape, Shapes};

impl Svg {
    /// Draws shapes in the colours of a palette, with their upper left corner at a place.
    pub fn paint(&mut self, shapes: &Shapes, palette: &Palette, at: [f32; 2]) {
        Painter { svg: self, palette, at }.shapes(shapes);
    }
}

struct Painter<'a> {
    svg: &'a mut Svg,
    palette: &'a Palette,
    at: [f32; 2],
}

impl Painter<'_> {
    fn shapes(&mut self, shapes: &Shapes) {
        for shape in &shapes.0 {
            self.shape(shape);
        }
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect { area, corner, fill, rim } => {
                let (fill, rim) = (fill.map(|fill| self.fill(fill)), rim.map(|pen| self.pen(pen)));
                self.svg.rounded(self.area(area), *corner, fill, rim);
            }
            Shape::Line { points, pen } => match points.as_slice() {
                [from, to] => self.svg.line([self.point(*from), self.point(*to)], self.pen(*pen)),
                points => self.svg.polyline(&self.points(points), self.pen(*pen)),
            },
            Shape::Lines { lines, pen } => {
                let (points, pen) = (lines.iter().map(|line| self.points(line)).collect::<Vec<_>>(), self.pen(*pen));
                self.svg.path(points.into_iter(), None, Some(pen));
            }
            Shape::Polygon { points, fill, rim } => {
                let (fill, rim) = (fill.map(|ink| self.ink(ink)), rim.map(|pen| self.pen(pen)));
                self.svg.polygon(&self.points(points), fill, rim);
            }
            Shape::Circle { center, radius, fill, rim } => {
                let (fill, rim) = (fill.map(|ink| self.ink(ink)), rim.map(|pen| self.pen(pen)));
                self.svg.circle(self.point(*center), *radius, fill, rim);
            }
            Shape::Mesh(mesh, ink) => {
                let corner = |index: &u32| mesh.vertices.get(*index as usize).map(|at| self.point(*at));
                let triangles: Vec<Vec<[f32; 2]>> =
                    mesh.triangles.iter().map(|triangle| triangle.iter().filter_map(corner).collect()).collect();
                // One path, so that no seam shows between two triangles.
                self.svg.path(triangles.into_iter(), Some(self.ink(*ink)), None);
            }
            Shape::Text(text) => {
                let inks = (self.ink(text.ink), text.halo.map(|ink| self.ink(ink)));
                self.svg.haloed(self.point(text.at), text.anchor, text.face, inks, &text.text);
            }
            Shape::Group(group, shapes) => self.group(group, shapes),
        }
    }

    fn group(&mut self, group: &Group, shapes: &Shapes) {
        let (palette, at) = (self.palette, self.point(group.at));
        let draw = |svg: &mut Svg| Painter { svg, palette, at }.shapes(shapes);
        let dimmed = |svg: &mut Svg| match group.opacity {
            1.0.. => draw(svg),
            opacity => svg.group(svg::Group::Dimmed(opacity), draw),
        };
        match &group.clip {
            Some(clip) => self.svg.group(svg::Group::Clipped(clip.moved(at)), dimmed),
            None => dimmed(self.svg),
        }
    }

    const fn ink(&self, ink: Ink) -> Rgb {
        self.palette.of(ink)
    }

    const fn pen(&self, pen: Pen) -> svg::Pen {
        svg::Pen { ink: self.ink(pen.ink), width: pen.width, dash: pen.dash }
    }

    fn fill(&self, fill: Fill) -> svg::Fill {
        match fill {
            Fill::Flat(ink) => svg::Fill::Flat(self.ink(ink)),
            Fill::Hatched(ink) if self.palette.falls(ink) => svg::Fill::HatchedBack(self.ink(ink)),
            Fill::Hatched(ink) => svg::Fill::Hatched(self.ink(ink)),
            Fill::Levels(ink) => svg::Fill::Levels(self.ink(ink)),
        }
    }

    fn point(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        [self.at[0] + x, self.at[1] + y]
    }

    fn points(&self, points: &[[f32; 2]]) -> Vec<[f32; 2]> {
        points.iter().map(|point| self.point(*point)).collect()
    }

    fn area(&self, area: &Area) -> Area {
        area.moved(self.at)
    }
}
