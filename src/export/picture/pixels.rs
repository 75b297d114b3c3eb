//! From the drawing to pixels, without a display.

use png::{BitDepth, ColorType, Encoder, PixelDimensions, SrgbRenderingIntent, Unit};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::{Density, Picture};
use crate::briefing::Value;
use crate::export::error::ExportError;
use crate::export::fonts;
use crate::message;

/// The pixels of a picture, row by row from the top: red, green, blue and opacity, eight bits each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Four bytes for each pixel.
    pub rgba: Vec<u8>,
}

impl Picture {
    /// The drawing, parsed, as a PDF takes it.
    ///
    /// # Errors
    /// It cannot be drawn.
    pub fn tree(&self) -> Result<Tree, ExportError> {
        let fontdb = fonts::database_for(&self.svg);
        let options = Options { font_family: fonts::SANS_FAMILY.to_owned(), fontdb, ..Options::default() };
        Tree::from_str(&self.svg, &options).map_err(|err| not_drawn(err.to_string()))
    }

    /// The picture as pixels.
    ///
    /// # Errors
    /// It cannot be drawn, or there is no memory for so many pixels.
    pub fn pixels(&self, density: Density) -> Result<Pixels, ExportError> {
        let tree = self.tree()?;
        let scale = f32::from(density.pixels());
        let [width, height] = [self.width, self.height].map(|side| (side * scale).ceil() as u32);
        let size = || message!(export::not_drawn_size, width = width, height = height);
        let mut pixmap = Pixmap::new(width, height).ok_or_else(|| not_drawn(size()))?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
        Ok(Pixels { width, height, rgba: pixmap.take_demultiplied() })
    }

    /// The picture as a PNG file, which carries its title, what it shows in words, where it comes from and the
    /// briefing's digest as text.
    ///
    /// # Errors
    /// As for [`Self::pixels`].
    pub fn png(&self, density: Density) -> Result<Vec<u8>, ExportError> {
        self.png_that(density, &[])
    }

    /// The same, with what else it says of itself by its keyword.
    ///
    /// # Errors
    /// As for [`Self::pixels`].
    pub fn png_that(&self, density: Density, says: &[(&str, &str)]) -> Result<Vec<u8>, ExportError> {
        /// At 96 points an inch, as every browser has them.
        const POINTS_PER_METRE: f64 = 96.0 / 0.0254;

        let Pixels { width, height, rgba } = self.pixels(density)?;
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, width, height);
        encoder.set_color(ColorType::Rgba);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_source_srgb(SrgbRenderingIntent::Perceptual);
        let per_unit = (POINTS_PER_METRE * f64::from(density.pixels())).round() as u32;
        encoder.set_pixel_dims(Some(PixelDimensions { xppu: per_unit, yppu: per_unit, unit: Unit::Meter }));
        let source = self.provenance.join("\n");
        let texts = [
            ("Title", self.title.as_str()),
            ("Description", &self.alt),
            ("Source", &source),
            ("Briefing SHA-256", &self.digest),
        ];
        let written = texts
            .iter()
            .chain(says)
            .try_for_each(|(keyword, text)| encoder.add_itxt_chunk((*keyword).to_owned(), (*text).to_owned()))
            .and_then(|()| encoder.write_header())
            .and_then(|mut writer| {
                writer.write_image_data(&rgba)?;
                writer.finish()
            });
        written.map_err(|err| not_drawn(err.to_string()))?;
        Ok(file)
    }
}

fn not_drawn(why: impl Into<Value>) -> ExportError {
    ExportError::NotDrawn(why.into())
}
