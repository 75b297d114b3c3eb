//! Pages as pixels, letter by letter from the outlines of their faces.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use resvg::tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use super::shapes;
use super::{Leaves, Letters, Pasted, Trace};
use crate::drawing::palette::Rgb;
use crate::export::fonts;
use crate::export::job::{Cancelled, Job};
use crate::export::picture::Pixels;

/// A page is no larger than this, in pixels along a side.
const MOST: f32 = 8_192.0;
/// After so many things drawn it is asked whether to go on.
const STEP: usize = 64;

impl Leaves {
    /// A page at so many pixels a point. None where there is no such page, or no memory for it.
    ///
    /// # Errors
    /// That the reader no longer wants it.
    pub fn pixels(&self, page: usize, scale: f32, job: &Job) -> Result<Option<Pixels>, Cancelled> {
        let Some(leaf) = self.leaves.get(page) else { return Ok(None) };
        let [width, height] = self.size.map(|side| (side * scale).round().clamp(1.0, MOST) as u32);
        let Some(mut pixmap) = Pixmap::new(width, height) else { return Ok(None) };
        pixmap.fill(color(self.palette.paper));
        let whole = Transform::from_scale(scale, scale);
        let mut outlines = Outlines::new(self);
        for (index, trace) in leaf.traces.iter().enumerate() {
            if index % STEP == 0 {
                job.step(index as f32 / leaf.traces.len() as f32)?;
            }
            match trace {
                Trace::Letters(letters) => {
                    outlines.draw(&mut pixmap, letters, color(self.palette.of(letters.ink)), whole);
                }
                Trace::Shapes([left, top], shapes) => {
                    shapes::paint(&mut pixmap, shapes, whole.pre_translate(*left, *top), self.palette);
                }
                Trace::Picture(picture) => paste(&mut pixmap, picture, whole),
            }
        }
        Ok(Some(Pixels { width, height, rgba: pixmap.take_demultiplied() }))
    }
}

/// A colour as the painter has it.
pub fn color(color: Rgb) -> Color {
    let [_, red, green, blue] = color.0.to_be_bytes();
    Color::from_rgba8(red, green, blue, 255)
}

fn paste(pixmap: &mut Pixmap, picture: &Pasted, whole: Transform) {
    let fontdb = fonts::database_for(&picture.svg);
    let options = Options { fontdb, font_family: fonts::SANS_FAMILY.to_owned(), ..Options::default() };
    let Ok(tree) = Tree::from_str(&picture.svg, &options) else { return };
    let ([left, top], [width, height]) = (picture.at, picture.size);
    let (across, down) = (width / tree.size().width(), height / tree.size().height());
    resvg::render(&tree, whole.pre_translate(left, top).pre_scale(across, down), &mut pixmap.as_mut());
}

/// The outlines of letters, each read once.
struct Outlines<'a> {
    leaves: &'a Leaves,
    known: HashMap<(usize, u32), Option<Path>>,
}

impl<'a> Outlines<'a> {
    fn new(leaves: &'a Leaves) -> Self {
        Self { leaves, known: HashMap::new() }
    }

    fn draw(&mut self, pixmap: &mut Pixmap, letters: &Letters, color: Color, whole: Transform) {
        let Some(font) = self.leaves.faces.get(letters.face) else { return };
        let Ok(font) = FontRef::from_index(font.file.as_ref(), font.index) else { return };
        let units = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em.max(1));
        let mut paint = Paint { anti_alias: true, ..Paint::default() };
        paint.set_color(color);
        for (glyph, [right, down]) in &letters.glyphs {
            let outline = match self.known.entry((letters.face, *glyph)) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(outline(&font, *glyph)),
            };
            let Some(outline) = outline else { continue };
            let side = letters.size / units;
            let at = whole.pre_translate(letters.at[0] + right, letters.at[1] + down).pre_scale(side, -side);
            pixmap.fill_path(outline, &paint, FillRule::Winding, at, None);
        }
    }
}

/// The outline of a letter in the units of its face; none where it has none, as a space has.
fn outline(font: &FontRef<'_>, glyph: u32) -> Option<Path> {
    let mut drawn = Drawn(PathBuilder::new());
    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
    font.outline_glyphs().get(GlyphId::new(glyph))?.draw(settings, &mut drawn).ok()?;
    drawn.0.finish()
}

struct Drawn(PathBuilder);

impl OutlinePen for Drawn {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
