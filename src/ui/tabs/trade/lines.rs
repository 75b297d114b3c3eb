//! Marks that say where they come from: filled from the article, hollow from context, a diamond where derived, a square
//! for a part of a year. The lines between them are drawn by the plot.

use egui::{Align2, Color32, Painter, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::bars;
use super::chart::Plan;
use super::labels::Labels;
use crate::analysis::format;
use crate::analysis::trade::{Line, Row, Standing};
use crate::ui::theme::{Tokens, Type, tokens_of};
use crate::words::Words;

const RADIUS: f32 = 4.5;

/// Whether the points of a row are joined: published growth is ticks beside what was computed.
pub const fn is_joined(line: &Line) -> bool {
    !line.row.is_tick()
}

/// Paints the marks of the visible columns and their labels.
pub fn ui(ui: &Ui, plan: &Plan<'_>, plot: Rect, visible: &[usize], labels: &mut Labels) {
    let t = tokens_of(ui);
    let view = plan.view();
    for index in visible {
        let slot = plan.slot(plot, *index);
        let middle = slot.center().x;
        let at = |value| pos2(middle, plan.y(plot, value));
        for line in view.drawn() {
            if let Some(point) = line.point(*index) {
                let place = at(point.value);
                labels.block(Rect::from_center_size(place, vec2(10.0, 10.0)));
                mark(ui.painter(), place, line.row, point.standing, bars::color(line.row.flow, t), t);
            }
            // Of growth, a part is a tick like the rest of what was published.
            for part in line.parts_of(*index) {
                let place = at(part.point.value);
                labels.block(Rect::from_center_size(place, vec2(9.0, 9.0)));
                square(ui.painter(), place, bars::color(line.row.flow, t), t);
            }
        }
    }
    for index in visible {
        labels_ui(ui, plan, plot, *index, labels);
    }
}

/// The values of a column's marks: the higher one above, the lower one below.
fn labels_ui(ui: &Ui, plan: &Plan<'_>, plot: Rect, index: usize, labels: &mut Labels) {
    let t = tokens_of(ui);
    let view = plan.view();
    let slot = plan.slot(plot, index);
    let mut known: Vec<_> = view
        .drawn()
        .iter()
        .filter(|line| is_joined(line))
        .filter_map(|line| Some((line, line.point(index)?)))
        .collect();
    known.sort_by_key(|(_, point)| std::cmp::Reverse(point.value));
    for (rank, (line, point)) in known.iter().enumerate() {
        let y = plan.y(plot, point.value);
        let above = (pos2(slot.center().x, y - 7.0), Align2::CENTER_BOTTOM);
        let below = (pos2(slot.center().x, y + 7.0), Align2::CENTER_TOP);
        let higher = |other: Option<usize>| {
            other.and_then(|other| line.point(other)).is_some_and(|other| other.value > point.value)
        };
        // In a dip the line rises on both sides of a label above it.
        let dips = known.len() == 1 && higher(index.checked_sub(1)) && higher(Some(index + 1));
        let places = if rank == 0 && !dips { [above, below] } else { [below, above] };
        let font =
            if point.standing == Standing::Document { Type::Caption.strong_font() } else { Type::Caption.font() };
        labels.paint(ui, &Words::english().short_texts(line, point), &font, t.ink, slot.width() - 4.0, &places);
    }
    let parts = view.drawn().iter().filter_map(|line| Some((line, line.part_for(index)?)));
    for (line, part) in parts {
        let y = plan.y(plot, part.point.value);
        let [value, ..] = Words::english().short_texts(line, &part.point);
        let texts = [format!("{} {value}", format::months(part.period)), value];
        let places = [
            (pos2(slot.center().x, y - 7.0), Align2::CENTER_BOTTOM),
            (pos2(slot.center().x, y + 7.0), Align2::CENTER_TOP),
        ];
        labels.paint(ui, &texts, &Type::Caption.font(), t.muted, slot.width() - 2.0, &places);
    }
    bars::absent_ui(ui, plan, plot, slot, index);
}

/// Writes the name of each line beside it, before its first point or after its last. Returns whether all found a place.
pub fn names_ui(ui: &Ui, plan: &Plan<'_>, plot: Rect, labels: &mut Labels) -> bool {
    let t = tokens_of(ui);
    let view = plan.view();
    view.drawn().iter().filter(|line| is_joined(line)).all(|line| {
        let known: Vec<usize> = (0..view.columns.len()).filter(|index| line.point(*index).is_some()).collect();
        let (Some(first), Some(last)) = (known.first(), known.last()) else { return true };
        let at = |index: usize| {
            let y = line.point(index).map_or_else(|| plot.bottom(), |point| plan.y(plot, point.value));
            pos2(plan.slot(plot, index).center().x, y)
        };
        let places = [
            (at(*first) - vec2(10.0, 0.0), Align2::RIGHT_CENTER),
            (at(*last) + vec2(10.0, 0.0), Align2::LEFT_CENTER),
            (at(*last) + vec2(0.0, 24.0), Align2::RIGHT_TOP),
            (at(*last) - vec2(0.0, 24.0), Align2::RIGHT_BOTTOM),
        ];
        let name = [Words::english().value(&line.name)];
        let ink = if view.drawn().len() > 1 { bars::color(line.row.flow, t) } else { t.ink2 };
        labels.paint(ui, &name, &Type::Caption.strong_font(), ink, plot.width(), &places)
    }) && view.drawn().iter().all(is_joined)
}

fn mark(painter: &Painter, at: Pos2, row: Row, standing: Standing, color: Color32, t: &Tokens) {
    if row.is_tick() {
        let x = at.x - 11.0..=at.x + 11.0;
        painter.hline(x.clone(), at.y, (4.0, t.paper));
        painter.hline(x, at.y, (2.0, t.ink));
        return;
    }
    match standing {
        Standing::Document => painter.circle_filled(at, RADIUS, color),
        Standing::Reported => painter.circle(at, RADIUS - 0.5, t.paper, Stroke::new(1.5, color)),
        Standing::Derived => {
            let corner = |x, y| at + vec2(x, y) * (RADIUS + 1.0);
            let corners = vec![corner(0.0, -1.0), corner(1.0, 0.0), corner(0.0, 1.0), corner(-1.0, 0.0)];
            painter.add(Shape::convex_polygon(corners, t.paper, Stroke::new(1.5, color)))
        }
    };
}

fn square(painter: &Painter, at: Pos2, color: Color32, t: &Tokens) {
    let rect = Rect::from_center_size(at, vec2(6.0, 6.0));
    painter.rect(rect, 0.0, t.paper, Stroke::new(1.0, color), egui::StrokeKind::Inside);
}
