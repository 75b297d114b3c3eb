//! The marks of verdicts, checks and statuses, told apart without colour.

use super::{Area, Fill, Ink, Pen, Shape, Shapes};
use crate::analysis::checks::Outcome;
use crate::briefing::{StatusShape, Verdict};

/// The side of the square that the marks of verdicts and checks are written for, and that of the shapes of statuses.
const MARK: f32 = 16.0;
const STATUS: f32 = 12.0;
/// The line of a shape that is hollow.
const RIM: f32 = 1.8;

/// A small shape with a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// What became of a claim.
    Verdict(Verdict),
    /// How a check came out.
    Outcome(Outcome),
    /// A status of the roster.
    Status(StatusShape),
}

impl Mark {
    /// What is drawn in a square of this side around a point.
    pub fn shapes(self, center: [f32; 2], side: f32) -> Shapes {
        let mut shapes = Shapes::default();
        self.draw(&mut shapes, center, side);
        shapes
    }

    /// Draws it in a square of this side around a point.
    pub fn draw(self, shapes: &mut Shapes, center: [f32; 2], side: f32) {
        match self {
            Self::Verdict(of) => verdict(shapes, of, center, side),
            Self::Outcome(of) => outcome(shapes, of, center, side),
            Self::Status(of) => status(shapes, of, center, side),
        }
    }
}

impl From<Verdict> for Mark {
    fn from(verdict: Verdict) -> Self {
        Self::Verdict(verdict)
    }
}

impl From<Outcome> for Mark {
    fn from(outcome: Outcome) -> Self {
        Self::Outcome(outcome)
    }
}

impl From<StatusShape> for Mark {
    fn from(shape: StatusShape) -> Self {
        Self::Status(shape)
    }
}

/// Draws the shape of a status in a square of this side around a point.
pub fn status(shapes: &mut Shapes, shape: StatusShape, center: [f32; 2], side: f32) {
    let mut square = Square { shapes, center, points: STATUS, scale: side / STATUS };
    let ink = Ink::Status(shape);
    match shape {
        StatusShape::Circle => square.disc(4.5, ink),
        StatusShape::Diamond => square.fill(&[[6.0, 0.6], [11.4, 6.0], [6.0, 11.4], [0.6, 6.0]], ink),
        StatusShape::Triangle => square.fill(&[[6.0, 1.0], [11.4, 10.6], [0.6, 10.6]], ink),
        StatusShape::Square => square.block(9.0, 0.0, ink),
        StatusShape::Ring => square.hollow_disc(3.9, ink),
        StatusShape::HollowDiamond => square.outline(&[[6.0, 1.6], [10.4, 6.0], [6.0, 10.4], [1.6, 6.0]], ink),
        StatusShape::HollowTriangle => square.outline(&[[6.0, 2.2], [10.3, 9.8], [1.7, 9.8]], ink),
        StatusShape::HollowSquare => square.outline(&[[2.4, 2.4], [9.6, 2.4], [9.6, 9.6], [2.4, 9.6]], ink),
        // What is concave is drawn as parts that are not.
        StatusShape::Cross => {
            square.fill(&[[4.4, 1.0], [7.6, 1.0], [7.6, 11.0], [4.4, 11.0]], ink);
            square.fill(&[[1.0, 4.4], [11.0, 4.4], [11.0, 7.6], [1.0, 7.6]], ink);
        }
        StatusShape::Saltire => {
            square.fill(&[[1.2, 3.2], [3.2, 1.2], [10.8, 8.8], [8.8, 10.8]], ink);
            square.fill(&[[8.8, 1.2], [10.8, 3.2], [3.2, 10.8], [1.2, 8.8]], ink);
        }
        StatusShape::Star => {
            square.fill(&[[6.0, 0.4], [10.8, 8.8], [1.2, 8.8]], ink);
            square.fill(&[[6.0, 11.6], [1.2, 3.2], [10.8, 3.2]], ink);
        }
        StatusShape::Wedge => square.fill(&[[0.6, 1.4], [11.4, 1.4], [6.0, 11.0]], ink),
        StatusShape::Bar => square.fill(&[[0.8, 4.2], [11.2, 4.2], [11.2, 7.8], [0.8, 7.8]], ink),
        StatusShape::Half => {
            let rim = [[0.8, 8.2], [1.5, 5.6], [3.4, 3.7], [6.0, 3.0], [8.6, 3.7], [10.5, 5.6], [11.2, 8.2]];
            square.fill(&rim, ink);
        }
    }
}

/// Draws the mark of what is on a map and in no roster in a square of this side around a point: a ring with a dot, in no
/// status's shape and ink. It is no wider than a status, beside which it is put where the two would lie on each other.
pub fn outsider(shapes: &mut Shapes, center: [f32; 2], side: f32) {
    shapes.circle(center, side * 0.44, None, Some(Pen::solid(Ink::Accent, side * 0.11)));
    shapes.circle(center, side * 0.16, Some(Ink::Accent), None);
}

/// Draws the mark of a verdict in a square of this side around a point.
pub fn verdict(shapes: &mut Shapes, verdict: Verdict, center: [f32; 2], side: f32) {
    let mut square = Square { shapes, center, points: MARK, scale: side / MARK };
    match verdict {
        Verdict::Supported => square.tick(),
        Verdict::Disputed => {
            square.block(13.0, 1.5, Ink::Bad);
            square.line(&[[4.5, 6.4], [11.5, 6.4]], 1.4, Ink::OnMark);
            square.line(&[[4.5, 9.6], [11.5, 9.6]], 1.4, Ink::OnMark);
            square.line(&[[10.0, 4.0], [6.0, 12.0]], 1.4, Ink::OnMark);
        }
        // An hourglass is concave, so two convex halves meet in its middle.
        Verdict::Outdated => {
            square.fill(&[[2.5, 1.5], [13.5, 1.5], [13.5, 3.6], [8.0, 9.6], [2.5, 3.6]], Ink::Caution);
            square.fill(&[[2.5, 14.5], [2.5, 12.4], [8.0, 6.4], [13.5, 12.4], [13.5, 14.5]], Ink::Caution);
            square.fill(&[[5.2, 12.6], [8.0, 9.8], [10.8, 12.6]], Ink::OnCaution);
        }
        Verdict::Unverified => {
            square.ring(Some([2.6, 1.9]));
            // The question mark as strokes: a hook and a dot.
            let hook = [[6.0, 6.4], [6.4, 5.3], [7.6, 4.7], [8.9, 5.0], [9.7, 6.1], [9.2, 7.3], [8.0, 8.2], [8.0, 9.3]];
            square.line(&hook, 1.3, Ink::Neutral);
            square.dot([8.0, 11.3], Ink::Neutral);
        }
    }
}

/// Draws the mark of how a check came out in a square of this side around a point.
pub fn outcome(shapes: &mut Shapes, outcome: Outcome, center: [f32; 2], side: f32) {
    let mut square = Square { shapes, center, points: MARK, scale: side / MARK };
    match outcome {
        Outcome::Pass => square.tick(),
        Outcome::Fail => {
            square.block(13.0, 1.5, Ink::Bad);
            square.line(&[[5.0, 5.0], [11.0, 11.0]], 1.6, Ink::OnMark);
            square.line(&[[11.0, 5.0], [5.0, 11.0]], 1.6, Ink::OnMark);
        }
        Outcome::Warn => {
            square.fill(&[[8.0, 1.0], [15.4, 14.4], [0.6, 14.4]], Ink::Caution);
            square.line(&[[8.0, 5.6], [8.0, 10.0]], 1.5, Ink::OnCaution);
            square.dot([8.0, 12.2], Ink::OnCaution);
        }
        Outcome::Info => {
            square.ring(None);
            square.line(&[[8.0, 7.2], [8.0, 11.4]], 1.4, Ink::Neutral);
            square.dot([8.0, 5.0], Ink::Neutral);
        }
    }
}

/// A square that a mark is drawn in, measured in points from its upper left corner before it is scaled.
struct Square<'a> {
    shapes: &'a mut Shapes,
    center: [f32; 2],
    points: f32,
    scale: f32,
}

impl Square<'_> {
    fn at(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        let middle = self.points / 2.0;
        [(x - middle).mul_add(self.scale, self.center[0]), (y - middle).mul_add(self.scale, self.center[1])]
    }

    fn all(&self, points: &[[f32; 2]]) -> Vec<[f32; 2]> {
        points.iter().map(|point| self.at(*point)).collect()
    }

    fn fill(&mut self, corners: &[[f32; 2]], ink: Ink) {
        self.shapes.polygon(self.all(corners), Some(ink), None);
    }

    fn outline(&mut self, corners: &[[f32; 2]], ink: Ink) {
        self.shapes.polygon(self.all(corners), None, Some(Pen::solid(ink, RIM * self.scale)));
    }

    fn hollow_disc(&mut self, radius: f32, ink: Ink) {
        self.shapes.circle(self.center, radius * self.scale, None, Some(Pen::solid(ink, RIM * self.scale)));
    }

    fn line(&mut self, points: &[[f32; 2]], width: f32, ink: Ink) {
        self.shapes.line(self.all(points), Pen::solid(ink, width * self.scale));
    }

    fn block(&mut self, side: f32, corner: f32, ink: Ink) {
        let (area, corner) = (Area::around(self.center, [side * self.scale; 2]), corner * self.scale);
        self.shapes.0.push(Shape::Rect { area, corner, fill: Some(Fill::Flat(ink)), rim: None });
    }

    fn disc(&mut self, radius: f32, ink: Ink) {
        self.shapes.circle(self.center, radius * self.scale, Some(ink), None);
    }

    fn dot(&mut self, center: [f32; 2], ink: Ink) {
        self.shapes.circle(self.at(center), 0.9 * self.scale, Some(ink), None);
    }

    fn ring(&mut self, dash: Option<[f32; 2]>) {
        let dash = dash.map(|dash| dash.map(|length| length * self.scale));
        let pen = Pen { ink: Ink::Neutral, width: 1.4 * self.scale, dash };
        self.shapes.circle(self.center, 6.4 * self.scale, None, Some(pen));
    }

    fn tick(&mut self) {
        self.disc(7.0, Ink::Good);
        self.line(&[[4.8, 8.2], [7.1, 10.5], [11.2, 5.9]], 1.6, Ink::OnMark);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Mark;
    use crate::briefing::StatusShape;

    #[test]
    fn no_two_statuses_have_one_shape_whatever_their_colours() {
        let drawn: BTreeSet<String> = StatusShape::ALL
            .into_iter()
            .map(|shape| {
                let drawn = format!("{:?}", Mark::Status(shape).shapes([6.0, 6.0], 12.0));
                let ink = format!("Status({shape:?})");
                assert!(drawn.contains(&ink), "{drawn}");
                drawn.replace(&ink, "ink")
            })
            .collect();
        assert_eq!(drawn.len(), StatusShape::ALL.len());
        assert!(drawn.len() >= 10);
    }
}
