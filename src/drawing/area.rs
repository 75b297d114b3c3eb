//! Upright rectangles.

/// An upright rectangle, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left, on the x axis.
    pub left: f32,
    /// Top, on the y axis, which runs down.
    pub top: f32,
    /// Right.
    pub right: f32,
    /// Bottom.
    pub bottom: f32,
}

impl Area {
    /// A rectangle of a size around a point.
    pub fn around([x, y]: [f32; 2], [width, height]: [f32; 2]) -> Self {
        Self { left: x - width / 2.0, top: y - height / 2.0, right: x + width / 2.0, bottom: y + height / 2.0 }
    }

    /// A rectangle of a size from its upper left corner.
    pub fn from([left, top]: [f32; 2], [width, height]: [f32; 2]) -> Self {
        Self { left, top, right: left + width, bottom: top + height }
    }

    /// From left to right.
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    /// From top to bottom.
    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// Its middle.
    pub const fn center(&self) -> [f32; 2] {
        [f32::midpoint(self.left, self.right), f32::midpoint(self.top, self.bottom)]
    }

    /// The same elsewhere.
    pub fn moved(&self, [x, y]: [f32; 2]) -> Self {
        Self { left: self.left + x, top: self.top + y, right: self.right + x, bottom: self.bottom + y }
    }

    /// Larger on each side; smaller where it is negative.
    pub fn expanded(&self, [x, y]: [f32; 2]) -> Self {
        Self { left: self.left - x, top: self.top - y, right: self.right + x, bottom: self.bottom + y }
    }

    /// Whether a point lies in it.
    pub fn has(&self, [x, y]: [f32; 2]) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// Whether another lies wholly in it.
    pub fn contains(&self, other: &Self) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }

    /// Whether two cover each other by more than a hair.
    pub fn meets(&self, other: &Self) -> bool {
        const HAIR: f32 = 0.5;
        self.left + HAIR <= other.right
            && other.left <= self.right - HAIR
            && self.top + HAIR <= other.bottom
            && other.top <= self.bottom - HAIR
    }
}
