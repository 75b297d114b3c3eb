//! A picture, made as small as it is shown.

use egui::{ColorImage, Context, Image, Rect, TextureHandle, TextureOptions, Ui};
use image::{RgbaImage, imageops};

use crate::briefing::Message;
use crate::export::picture::{Density, Picture};
use crate::message;

/// It is shown in so many pixels at most.
const SHOWN: [f32; 2] = [1440.0, 1080.0];

/// A picture as it is shown.
pub struct Shrunk {
    texture: TextureHandle,
    /// Its size in pixels, where it has one.
    pub size: Option<[u32; 2]>,
}

impl Shrunk {
    /// That of a file of pixels.
    ///
    /// # Errors
    /// Where it is none.
    pub fn of_file(ctx: &Context, bytes: &[u8]) -> Result<Self, Message> {
        let pixels = image::load_from_memory_with_format(bytes, image::ImageFormat::Png);
        let pixels = pixels.map_err(|err| message!(export_dialog::picture_unreadable, reason = err.to_string()))?;
        let pixels = pixels.to_rgba8();
        let size = [pixels.width(), pixels.height()];
        Ok(Self { size: Some(size), ..Self::new(ctx, &pixels) })
    }

    /// That of a drawing, which has no size in pixels.
    ///
    /// # Errors
    /// Where it cannot be drawn.
    pub fn of(ctx: &Context, picture: &Picture) -> Result<Self, Message> {
        let pixels = picture.pixels(Density::Two).map_err(|err| err.message())?;
        let pixels = RgbaImage::from_raw(pixels.width, pixels.height, pixels.rgba).unwrap_or_default();
        Ok(Self::new(ctx, &pixels))
    }

    fn new(ctx: &Context, pixels: &RgbaImage) -> Self {
        let size = [pixels.width(), pixels.height()];
        // Made smaller with every pixel weighed: the graphics card would leave most of them out.
        let scale = SHOWN.into_iter().zip(size).map(|(shown, is)| shown / is.max(1) as f32).fold(1.0, f32::min);
        let [width, height] = size.map(|side| (side as f32 * scale).max(1.0) as u32);
        let small = imageops::thumbnail(pixels, width, height);
        let small = ColorImage::from_rgba_unmultiplied([width as usize, height as usize], small.as_raw());
        Self { texture: ctx.load_texture("export-preview", small, TextureOptions::LINEAR), size: None }
    }

    /// Draws it in the middle of a room.
    pub fn ui(&self, ui: &Ui, room: Rect) {
        let size = self.texture.size_vec2();
        let scale = (room.width() / size.x).min(room.height() / size.y).min(1.0);
        Image::new(&self.texture).paint_at(ui, Rect::from_center_size(room.center(), size * scale));
    }
}

#[cfg(test)]
mod tests {
    use egui::Context;

    use super::Shrunk;
    use crate::words::Words;

    #[test]
    fn a_picture_that_is_none_is_said() {
        let said = Shrunk::of_file(&Context::default(), b"no picture").err();
        assert!(said.is_some_and(|said| Words::english().say(&said).contains("cannot be shown")));
    }
}
