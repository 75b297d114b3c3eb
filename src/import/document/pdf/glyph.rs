//! A letter with its place on the page.

/// How places on the page come of places in what is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub [f64; 6]);

impl Matrix {
    /// Each place is its own.
    pub const NONE: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// This first, then another.
    pub fn then(&self, other: &Self) -> Self {
        let (own, more) = (&self.0, &other.0);
        let turned = |x: f64, y: f64| [x * more[0] + y * more[2], x * more[1] + y * more[3]];
        let ([xx, xy], [yx, yy]) = (turned(own[0], own[1]), turned(own[2], own[3]));
        let [left, base] = turned(own[4], own[5]);
        Self([xx, xy, yx, yy, left + more[4], base + more[5]])
    }
}

/// What a font shows for one code.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    /// One letter or several; none where others stand for it.
    pub letters: String,
    /// Where it begins and ends, in points from the left.
    pub left: f64,
    pub right: f64,
    /// The line that it stands on, in points from below.
    pub base: f64,
    /// The size of its font, in points.
    pub size: f64,
    pub bold: bool,
    /// Whether it is no part of the document.
    pub artifact: bool,
    /// Whether it does not stand upright on a line from left to right.
    pub turned: bool,
}

impl Glyph {
    /// Takes the place of another beside its own; a mark that is as wide as nothing takes that alone.
    pub fn widen(&mut self, other: &Self) {
        if self.right - self.left < 0.2 * (other.right - other.left) {
            (self.left, self.right, self.base) = (other.left, other.right, other.base);
        } else if (self.base - other.base).abs() < self.size {
            (self.left, self.right) = (self.left.min(other.left), self.right.max(other.right));
        }
    }

    /// The sign before an item of a list that begins with it, where that is drawn and not written.
    pub fn labelled(&self) -> Self {
        let (left, right) = (self.left - 0.7 * self.size, self.left - 0.4 * self.size);
        Self { letters: "•".to_owned(), left, right, ..self.clone() }
    }

    pub fn new(
        letters: String,
        place: &Matrix,
        width: f64,
        size: f64,
        bold: bool,
        upright: bool,
        artifact: bool,
    ) -> Self {
        let [a, b, c, d, left, base] = place.0;
        // A font may be drawn upside down in a page that is.
        let size = (size * c.hypot(d)).abs();
        let turned =
            upright || a * width.signum() < 0.0 && width != 0.0 || b.abs() > 0.2 * a.abs() || !base.is_finite();
        let end = left + a * width;
        let (left, right) = (left.min(end), left.max(end));
        Self { letters, left, right, base, size, bold, artifact, turned }
    }
}
