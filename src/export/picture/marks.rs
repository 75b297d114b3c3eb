//! The shapes of statuses and the marks of verdicts, told apart without colour.

use super::svg::{Fill, Pen, Svg};
use crate::analysis::labels::Area;
use crate::briefing::{StatusShape, Verdict};
use crate::export::palette::Palette;

/// Draws the shape of a status in a square of this side around a point.
pub fn status(svg: &mut Svg, p: &Palette, shape: StatusShape, [x, y]: [f32; 2], side: f32) {
    let color = match shape {
        StatusShape::Circle => p.member,
        StatusShape::Diamond => p.observer,
        StatusShape::Triangle => p.partner,
        StatusShape::Square => p.sco_partner,
    };
    let scale = side / 12.0;
    let at = |dx: f32, dy: f32| [(dx - 6.0).mul_add(scale, x), (dy - 6.0).mul_add(scale, y)];
    match shape {
        StatusShape::Circle => svg.circle([x, y], 4.5 * scale, Some(color), None),
        StatusShape::Diamond => {
            svg.polygon(&[at(6.0, 0.6), at(11.4, 6.0), at(6.0, 11.4), at(0.6, 6.0)], Some(color), None);
        }
        StatusShape::Triangle => svg.polygon(&[at(6.0, 1.0), at(11.4, 10.6), at(0.6, 10.6)], Some(color), None),
        StatusShape::Square => {
            svg.rect(Area::around([x, y], [9.0 * scale; 2]), Some(Fill::Flat(color)), None);
        }
    }
}

/// Draws the mark of a verdict, 16 points wide, around a point.
pub fn verdict(svg: &mut Svg, p: &Palette, verdict: Verdict, [x, y]: [f32; 2]) {
    let at = |dx: f32, dy: f32| [x + dx - 8.0, y + dy - 8.0];
    match verdict {
        Verdict::Supported => {
            svg.circle([x, y], 7.0, Some(p.good), None);
            svg.polyline(&[at(4.8, 8.2), at(7.1, 10.5), at(11.2, 5.9)], Pen::solid(p.on_mark, 1.6));
        }
        Verdict::Disputed => {
            let pen = Pen::solid(p.on_mark, 1.4);
            svg.rect(Area::around([x, y], [13.0, 13.0]), Some(Fill::Flat(p.bad)), None);
            svg.line([at(4.5, 6.4), at(11.5, 6.4)], pen);
            svg.line([at(4.5, 9.6), at(11.5, 9.6)], pen);
            svg.line([at(10.0, 4.0), at(6.0, 12.0)], pen);
        }
        Verdict::Outdated => {
            let upper = [at(2.5, 1.5), at(13.5, 1.5), at(13.5, 3.6), at(8.0, 9.6), at(2.5, 3.6)];
            let lower = [at(2.5, 14.5), at(2.5, 12.4), at(8.0, 6.4), at(13.5, 12.4), at(13.5, 14.5)];
            svg.polygon(&upper, Some(p.caution), None);
            svg.polygon(&lower, Some(p.caution), None);
            svg.polygon(&[at(5.2, 12.6), at(8.0, 9.8), at(10.8, 12.6)], Some(p.on_caution), None);
        }
        Verdict::Unverified => {
            svg.circle([x, y], 6.4, None, Some(Pen::dashed(p.neutral, 1.4, 2.6, 1.9)));
            let hook = [
                at(6.0, 6.4),
                at(6.4, 5.3),
                at(7.6, 4.7),
                at(8.9, 5.0),
                at(9.7, 6.1),
                at(9.2, 7.3),
                at(8.0, 8.2),
                at(8.0, 9.3),
            ];
            svg.polyline(&hook, Pen::solid(p.neutral, 1.3));
            svg.circle(at(8.0, 11.3), 0.9, Some(p.neutral), None);
        }
    }
}
