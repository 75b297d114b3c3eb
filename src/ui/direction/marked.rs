//! A word whose letters join, with a part of it marked.

use std::sync::Arc;

use egui::epaint::text::{Glyph, Row, RowVisuals};
use egui::text::LayoutJob;
use egui::{Color32, Galley, Mesh, Rect, pos2};

/// A glyph and what of the text it stands for.
struct Letter<'a> {
    glyph: &'a Glyph,
    /// The section of the job that it is in.
    section: usize,
}

/// A word that egui has set in one format, in the colours of the sections that it is in. It begins at a byte of the text
/// of the job, and runs from right to left.
pub(super) fn marked(word: &Galley, job: &LayoutJob, start: usize) -> Option<Galley> {
    let row = &*word.rows.first()?.row;
    let letters = letters(row, word.text(), job, start);
    let mut mesh = Mesh::default();
    let stretches = stretches(&letters);
    for (section, rect) in &stretches {
        let format = &job.sections.get(*section)?.format;
        if format.background != Color32::TRANSPARENT {
            mesh.add_colored_rect(rect.expand(format.expand_bg), format.background);
        }
    }
    let (glyph_index_start, first) = (mesh.indices.len(), mesh.vertices.len());
    let own = &row.visuals;
    let glyphs = own.glyph_vertex_range.clone();
    let indices = own.glyph_index_start..own.glyph_index_start + glyphs.len() / 4 * 6;
    let base = first as u32;
    mesh.indices.extend(own.mesh.indices.get(indices)?.iter().map(|index| index - glyphs.start as u32 + base));
    mesh.vertices.extend_from_slice(own.mesh.vertices.get(glyphs.clone())?);
    for letter in letters.iter().filter(|letter| !letter.glyph.uv_rect.is_nothing()) {
        let color = job.sections.get(letter.section)?.format.color;
        let corner = letter.glyph.first_vertex as usize - glyphs.start + first;
        mesh.vertices.get_mut(corner..corner + 4)?.iter_mut().for_each(|vertex| vertex.color = color);
    }
    let glyph_vertex_range = first..mesh.vertices.len();
    for (section, rect) in &stretches {
        let stroke = job.sections.get(*section)?.format.underline;
        if !stroke.is_empty() {
            let line = Rect::from_min_max(pos2(rect.left(), rect.bottom() - stroke.width), rect.right_bottom());
            mesh.add_colored_rect(line, stroke.color);
        }
    }
    let mut marked = word.clone();
    let placed = marked.rows.first_mut()?;
    let mesh_bounds = mesh.calc_bounds();
    Arc::make_mut(&mut placed.row).visuals = RowVisuals { mesh, mesh_bounds, glyph_index_start, glyph_vertex_range };
    Some(marked)
}

/// The glyphs that are seen, in the order in which they are read. Egui says of each the first character of its cluster;
/// those of one word come from right to left.
fn letters<'a>(row: &'a Row, text: &str, job: &LayoutJob, start: usize) -> Vec<Letter<'a>> {
    let seen = row.glyphs.iter().rev().filter(|glyph| glyph.advance_width > 0.0 || !glyph.uv_rect.is_nothing());
    let section = |at: usize| job.sections.partition_point(|section| section.byte_range.end.0 <= start + at);
    let mut letters = Vec::new();
    let (mut at, mut next) = (0, 0);
    for glyph in seen {
        // What has no width stands on the letter before it.
        let clings = glyph.advance_width <= 0.0 && text[at..].starts_with(glyph.chr);
        if !clings && let Some(found) = text.get(next..).and_then(|rest| rest.find(glyph.chr)) {
            at = next + found;
            next = at + glyph.chr.len_utf8();
        }
        letters.push(Letter { glyph, section: section(at).min(job.sections.len().saturating_sub(1)) });
    }
    letters
}

/// What lies side by side in one section, and where.
fn stretches(letters: &[Letter<'_>]) -> Vec<(usize, Rect)> {
    letters
        .chunk_by(|one, other| one.section == other.section)
        .filter_map(|part| {
            let rect = part.iter().map(|letter| letter.glyph.logical_rect()).reduce(Rect::union)?;
            Some((part.first()?.section, rect))
        })
        .collect()
}
