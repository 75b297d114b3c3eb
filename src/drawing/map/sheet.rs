//! A sheet of a map: which part of the globe it shows, how large, and how its marks are drawn.

use crate::analysis::projection::Projection;
use crate::analysis::region::Region;
use crate::drawing::Area;

/// How the marks of a map are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// The side of a mark, in points.
    pub side: f32,
    /// Marks nearer than this are pushed apart, so that each can be seen and hit.
    pub apart: f32,
    /// Whether names stand beside the marks. Where a map can be pointed at, they come by pointing.
    pub named: bool,
}

/// A part of the globe on a sheet of some size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// Degrees to points.
    pub projection: Projection,
    /// Width and height, in points.
    pub size: [f32; 2],
    /// How its marks are drawn.
    pub style: Style,
}

impl Style {
    /// In the window.
    pub const WINDOW: Self = Self { side: 12.0, apart: 11.0, named: false };
    /// On a page, where nothing can be pointed at.
    pub const PAGE: Self = Self { side: 14.0, apart: 14.0, named: true };
}

impl Sheet {
    /// The map of a region in points of this width and height.
    pub fn new(region: &Region, size: [f32; 2], style: Style) -> Self {
        Self { projection: Projection::fit(region, size[0], size[1]), size, style }
    }

    /// All of it.
    pub const fn frame(&self) -> Area {
        Area { left: 0.0, top: 0.0, right: self.size[0], bottom: self.size[1] }
    }
}
