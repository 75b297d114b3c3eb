//! A text that egui has laid out, laid out again in the order in which it is seen.

use std::sync::Arc;

use egui::emath::GuiRounding as _;
use egui::epaint::text::{FontsView, PlacedRow};
use egui::{Align, Color32, Galley, Rect, pos2, vec2};

use super::atoms::Setter;
use super::lines::lines;
use super::rows::{blank, row};

/// The same text with the same format and room, each line in the order in which it is seen.
pub(super) fn ordered(fonts: &mut FontsView<'_>, source: &Galley) -> Option<Galley> {
    let job = Arc::clone(&source.job);
    let scale = source.pixels_per_point;
    let empty = Arc::clone(&source.rows.first()?.row);
    let mut setter = Setter { fonts, job: &job };
    let (lines, elided) = lines(&mut setter);
    let widest = lines.iter().map(|line| line.indent + line.width()).fold(0.0, f32::max);
    let mut placed = Vec::with_capacity(lines.len());
    let mut top = 0.0;
    for (index, line) in lines.iter().enumerate() {
        let least = if index == 0 { job.first_row_min_height } else { 0.0 };
        let row = if line.atoms.is_empty() {
            let (space, _) = setter.set(" ".to_owned(), line.section);
            blank(space.size().y.max(least).round_to_pixels(scale), &empty)
        } else {
            row(line, &job, least, scale, &empty)
        };
        let width = line.width();
        let left = match job.halign {
            // The lines of a paragraph that runs from right to left begin at one edge, too.
            Align::LEFT if line.level.is_rtl() && lines.len() > 1 => widest - line.indent - width,
            Align::LEFT => 0.0,
            Align::Center => -width / 2.0,
            Align::RIGHT => -width,
        };
        let pos = pos2(left.round_to_pixels(scale), top);
        top = (top + row.size.y).round_to_pixels(scale);
        placed.push(PlacedRow { pos, row: Arc::new(row), ends_with_newline: line.ends_paragraph });
    }
    let mut galley = source.clone();
    // A job of its own, by which it is known that this is in order.
    galley.job = Arc::new((*job).clone());
    galley.elided = elided;
    galley.rect = placed.iter().map(PlacedRow::rect).fold(Rect::ZERO, Rect::union).round_ui();
    galley.mesh_bounds = placed
        .iter()
        .map(|placed| placed.visuals.mesh_bounds.translate(placed.pos.to_vec2()))
        .fold(Rect::NOTHING, Rect::union);
    galley.num_vertices = placed.iter().map(|placed| placed.visuals.mesh.vertices.len()).sum();
    galley.num_indices = placed.iter().map(|placed| placed.visuals.mesh.indices.len()).sum();
    galley.rows = placed;
    Some(galley)
}

/// The colour in which egui has marked what is selected of a text, where anything is.
pub(super) fn selection(source: &Galley) -> Option<Color32> {
    let lined = |format: &egui::TextFormat| !format.underline.is_empty() || !format.strikethrough.is_empty();
    if source.job.sections.iter().any(|section| lined(&section.format)) {
        return None;
    }
    source
        .rows
        .iter()
        .find_map(|row| row.visuals.mesh.vertices.get(row.visuals.glyph_vertex_range.end))
        .map(|v| v.color)
}

/// Marks all of a text as selected.
pub(super) fn mark(galley: &mut Galley, color: Color32) {
    for placed in &mut galley.rows {
        let row = Arc::make_mut(&mut placed.row);
        let mut behind = egui::Mesh::default();
        behind.add_colored_rect(Rect::from_min_size(pos2(0.0, 0.0), vec2(row.size.x, row.size.y)), color);
        behind.append_ref(&row.visuals.mesh);
        row.visuals.mesh = behind;
        row.visuals.glyph_index_start += 6;
        row.visuals.glyph_vertex_range.start += 4;
        row.visuals.glyph_vertex_range.end += 4;
        row.visuals.mesh_bounds = row.visuals.mesh.calc_bounds();
    }
}
