//! Lines of text.

use std::borrow::Cow;

use super::area::Area;
use super::ink::Ink;
use crate::briefing::visible::shown;

/// A face of text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face {
    /// Size in points.
    pub size: f32,
    /// Whether it is semibold.
    pub strong: bool,
    /// Whether every letter has one width.
    pub mono: bool,
}

/// Where a text stands beside its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The point beside which it stands, on its base line.
    pub at: [f32; 2],
    /// On which side of it.
    pub anchor: Anchor,
    /// Its face.
    pub face: Face,
    /// Its ink.
    pub ink: Ink,
    /// A rim around its letters that keeps lines away from them.
    pub halo: Option<Ink>,
    /// The text, with what acts on it shown as what it is; made by [`line_of`].
    pub text: String,
}

impl Face {
    /// Labels, captions and counts.
    pub const CAPTION: Self = Self { size: 12.0, strong: false, mono: false };
    /// The same, semibold.
    pub const STRONG: Self = Self { size: 12.0, strong: true, mono: false };

    /// The height of a line.
    pub fn line(self) -> f32 {
        (self.size * 1.4).round()
    }

    /// How far below the top of its line a text stands.
    pub fn base_line(self) -> f32 {
        /// The height of a capital letter of Plex Sans.
        const CAPITAL: f32 = 0.698;
        f32::midpoint(self.line(), CAPITAL * self.size)
    }
}

impl Text {
    /// A text on its base line.
    pub fn new(at: [f32; 2], anchor: Anchor, face: Face, ink: Ink, text: &str) -> Self {
        Self { at, anchor, face, ink, halo: None, text: line_of(text).into_owned() }
    }

    /// A text whose figures and capitals stand in the middle of an area's height.
    pub fn within(area: Area, anchor: Anchor, face: Face, ink: Ink, text: &str) -> Self {
        let x = match anchor {
            Anchor::Start => area.left,
            Anchor::Middle => f32::midpoint(area.left, area.right),
            Anchor::End => area.right,
        };
        let base = f32::midpoint(area.top, area.bottom) - face.line() / 2.0 + face.base_line();
        Self::new([x, base], anchor, face, ink, text)
    }
}

/// A text in one line, as it is drawn: line breaks as spaces, and what acts on the text around it shown as what it is.
pub fn line_of(text: &str) -> Cow<'_, str> {
    match shown(text) {
        one if !one.contains(['\n', '\r', '\t']) => one,
        broken => Cow::Owned(broken.replace(['\n', '\r', '\t'], " ")),
    }
}
