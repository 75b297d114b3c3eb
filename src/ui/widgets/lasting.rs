//! Shapes that stay the same from frame to frame, turned into triangles once.

use std::sync::Arc;

use egui::epaint::{TessellationOptions, Tessellator};
use egui::{Color32, Mesh, Rect, Shape, Ui};

/// What the triangles of a drawing depend on besides what it shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lasting {
    rect: Rect,
    pixels_per_point: f32,
    paper: Color32,
}

impl Lasting {
    /// Of a drawing in a rectangle.
    pub fn of(ui: &Ui, rect: Rect) -> Self {
        Self { rect, pixels_per_point: ui.pixels_per_point(), paper: ui.visuals().panel_fill }
    }
}

/// The triangles of shapes without text, for as long as neither they nor their [`Lasting`] change.
pub fn lasting_mesh(ui: &Ui, shapes: impl IntoIterator<Item = Shape>) -> Arc<Mesh> {
    let options: TessellationOptions = ui.ctx().tessellation_options(|options| *options);
    // The texture of the font is only asked for text, and for circles as it has them, which are drawn as paths here.
    let mut tessellator = Tessellator::new(ui.pixels_per_point(), options, [1, 1], Vec::new());
    let mut mesh = Mesh::default();
    for shape in shapes {
        tessellator.tessellate_shape(shape, &mut mesh);
    }
    mesh.into()
}
