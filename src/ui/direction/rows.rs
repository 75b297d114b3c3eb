//! A line as a row of egui's: its parts side by side in the order in which they are seen.

use egui::emath::GuiRounding as _;
use egui::epaint::text::{Glyph, Row, RowVisuals};
use egui::text::LayoutJob;
use egui::{Mesh, Vec2, pos2, vec2};
use unicode_bidi::{Level, ParagraphBidiInfo};

use super::atoms::Atom;
use super::lines::Line;

/// An atom and where it begins, in points.
pub(super) struct Placed<'a> {
    pub(super) atom: &'a Atom,
    left: f32,
    /// How many stand to the left of it.
    pub(super) place: usize,
    /// How far it stands below the top of the row.
    down: f32,
}

impl Placed<'_> {
    fn row(&self) -> Option<&Row> {
        self.atom.galley.rows.first().map(|placed| &*placed.row)
    }

    fn right(&self) -> f32 {
        self.left + self.atom.width
    }
}

/// A row of a line, no lower than `least`. `empty` is a row from which nothing is taken.
pub(super) fn row(line: &Line, job: &LayoutJob, least: f32, pixels_per_point: f32, empty: &Row) -> Row {
    let height =
        line.atoms.iter().filter_map(|atom| atom.galley.rows.first()).map(|row| row.size.y).fold(least, f32::max);
    let height = height.round_to_pixels(pixels_per_point);
    let placed = placed(line, job, height, pixels_per_point);
    let right = placed.iter().map(Placed::right).fold(line.indent, f32::max);
    let (mesh, glyph_index_start, glyph_vertex_range, first_vertices) = mesh(&placed);
    let mesh_bounds = mesh.calc_bounds();
    let mut row = empty.clone();
    row.glyphs = glyphs(&placed, &first_vertices, &job.text);
    row.size = vec2(right, height);
    row.visuals = RowVisuals { mesh, mesh_bounds, glyph_index_start, glyph_vertex_range };
    row
}

/// Where each atom of a line stands, in the order in which they are read.
pub(super) fn placed<'a>(line: &'a Line, job: &LayoutJob, height: f32, pixels_per_point: f32) -> Vec<Placed<'a>> {
    let trailing = line.trailing();
    let mut levels: Vec<Level> = line.atoms.iter().map(|atom| atom.level).collect();
    let read = levels.len() - trailing;
    // White space at the end of a line stands at the end of its paragraph's side.
    levels.iter_mut().skip(read).for_each(|level| *level = line.level);
    let order = ParagraphBidiInfo::reorder_visual(&levels);
    let mut placed: Vec<Placed<'a>> =
        line.atoms.iter().map(|atom| Placed { atom, left: 0.0, place: 0, down: 0.0 }).collect();
    let mut left = line.indent;
    for (place, index) in order.into_iter().enumerate() {
        let Some(one) = placed.get_mut(index) else { continue };
        let section = job.sections.get(one.atom.section);
        let own = one.row().map_or(height, |row| row.size.y);
        let sinks = section.map_or(0.0, |section| section.format.valign.to_factor());
        one.left = left.round_to_pixels(pixels_per_point);
        one.place = place;
        one.down = (sinks * (height - own)).round_to_pixels(pixels_per_point);
        if index < read || !line.level.is_rtl() {
            left += one.atom.width;
        }
    }
    placed
}

/// The triangles of all atoms: what lies behind the glyphs, the glyphs, and the lines over them. With that come how many
/// indices stand before the glyphs, which vertices are theirs, and the first vertex of each atom.
fn mesh(placed: &[Placed<'_>]) -> (Mesh, usize, std::ops::Range<usize>, Vec<u32>) {
    let mut mesh = Mesh::default();
    let mut firsts = Vec::with_capacity(placed.len());
    let append = |mesh: &mut Mesh, one: &Placed<'_>, part: Part| {
        let Some(row) = one.row() else { return };
        let RowVisuals { mesh: own, glyph_index_start, glyph_vertex_range: glyphs, .. } = &row.visuals;
        let glyph_indices = *glyph_index_start..*glyph_index_start + glyphs.len() / 4 * 6;
        let (vertices, indices) = match part {
            Part::Behind => (0..glyphs.start, 0..glyph_indices.start),
            Part::Glyphs => (glyphs.clone(), glyph_indices),
            Part::Over => (glyphs.end..own.vertices.len(), glyph_indices.end..own.indices.len()),
        };
        let (base, first) = (mesh.vertices.len() as u32, vertices.start as u32);
        let moved = vec2(one.left, one.down);
        mesh.indices.extend(own.indices.get(indices).unwrap_or_default().iter().map(|index| index - first + base));
        mesh.vertices.extend(own.vertices.get(vertices).unwrap_or_default().iter().map(|vertex| {
            let mut vertex = *vertex;
            vertex.pos += moved;
            vertex
        }));
    };
    for one in placed {
        append(&mut mesh, one, Part::Behind);
    }
    let (index_start, vertex_start) = (mesh.indices.len(), mesh.vertices.len());
    for one in placed {
        firsts.push(mesh.vertices.len() as u32);
        append(&mut mesh, one, Part::Glyphs);
    }
    let vertex_end = mesh.vertices.len();
    for one in placed {
        append(&mut mesh, one, Part::Over);
    }
    (mesh, index_start, vertex_start..vertex_end, firsts)
}

/// What of an atom is drawn.
#[derive(Clone, Copy)]
enum Part {
    Behind,
    Glyphs,
    Over,
}

/// One glyph for each character in the order in which they are read, for the pointer and the selection: egui takes it
/// that what comes later stands further to the right. What is turned is therefore one whole to them, selected altogether
/// or not at all.
fn glyphs(placed: &[Placed<'_>], firsts: &[u32], text: &str) -> Vec<Glyph> {
    let mut glyphs = Vec::new();
    for whole in wholes(placed) {
        let parts = &placed[whole.clone()];
        let first_vertex = firsts.get(whole.start).copied().unwrap_or_default();
        if let [one] = parts
            && one.atom.level.is_ltr()
            && let Some(row) = one.row()
        {
            let moved = vec2(one.left, one.down);
            glyphs.extend(row.glyphs.iter().map(|glyph| {
                let inner = glyph.first_vertex.saturating_sub(row.visuals.glyph_vertex_range.start as u32);
                let mut glyph = *glyph;
                glyph.pos += moved;
                glyph.first_vertex = first_vertex + inner;
                glyph
            }));
            continue;
        }
        let left = parts.iter().map(|one| one.left).fold(f32::INFINITY, f32::min);
        let right = parts.iter().map(Placed::right).fold(left, f32::max);
        for one in parts {
            let Some(model) = one.row().and_then(|row| row.glyphs.first()) else { continue };
            // What stands for the rest of a text is no part of it.
            let written = text.get(one.atom.bytes.clone()).filter(|written| !written.is_empty());
            glyphs.extend(written.unwrap_or_else(|| one.atom.galley.text()).chars().map(|chr| {
                let mut glyph = *model;
                glyph.chr = chr;
                glyph.pos = pos2(left, model.pos.y + one.down);
                glyph.advance_width = right - left;
                glyph.first_vertex = first_vertex;
                glyph
            }));
        }
    }
    glyphs
}

/// The shortest stretches of what is read together that are also seen together, from left to right.
fn wholes(placed: &[Placed<'_>]) -> Vec<std::ops::Range<usize>> {
    let mut wholes = Vec::new();
    let (mut start, mut furthest) = (0, 0);
    for (index, one) in placed.iter().enumerate() {
        furthest = furthest.max(one.place);
        if furthest == index {
            wholes.push(start..index + 1);
            start = index + 1;
        }
    }
    wholes
}

/// A row on which nothing stands, of a height.
pub(super) fn blank(height: f32, empty: &Row) -> Row {
    let mut row = empty.clone();
    row.glyphs = Vec::new();
    row.size = Vec2::new(0.0, height);
    row.visuals = RowVisuals::default();
    row
}
