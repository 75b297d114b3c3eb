//! Five sizes of text.

use egui::{Color32, FontFamily, FontId, RichText, TextFormat};

use super::fonts::SEMIBOLD;

/// A size of text with the height of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Captions, counts and units.
    Caption,
    /// Running text and tables.
    Body,
    /// The line under a headline and the heads of sections.
    Lead,
    /// The title of a tab.
    Title,
    /// The headline and the large figures.
    Display,
}

impl Type {
    /// Size in points.
    pub const fn size(self) -> f32 {
        match self {
            Self::Caption => 12.0,
            Self::Body => 13.0,
            Self::Lead => 15.0,
            Self::Title => 20.0,
            Self::Display => 28.0,
        }
    }

    /// Height of a line in points.
    pub const fn line(self) -> f32 {
        match self {
            Self::Caption => 16.0,
            Self::Body => 19.0,
            Self::Lead => 22.0,
            Self::Title => 28.0,
            Self::Display => 36.0,
        }
    }

    const fn tracking(self) -> f32 {
        match self {
            Self::Display => -0.4,
            Self::Title => -0.1,
            _ => 0.0,
        }
    }

    /// Regular weight.
    pub fn text(self, text: impl Into<String>, color: Color32) -> RichText {
        RichText::new(text)
            .font(FontId::new(self.size(), FontFamily::Proportional))
            .line_height(Some(self.line()))
            .extra_letter_spacing(self.tracking())
            .color(color)
    }

    /// Semibold.
    pub fn strong(self, text: impl Into<String>, color: Color32) -> RichText {
        self.text(text, color).family(semibold())
    }

    /// Fixed width.
    pub fn mono(self, text: impl Into<String>, color: Color32) -> RichText {
        self.text(text, color).family(FontFamily::Monospace)
    }

    /// The regular weight as a format for part of a paragraph.
    pub fn format(self, color: Color32) -> TextFormat {
        TextFormat {
            font_id: FontId::new(self.size(), FontFamily::Proportional),
            extra_letter_spacing: self.tracking(),
            line_height: Some(self.line()),
            color,
            ..TextFormat::default()
        }
    }

    /// The semibold weight as a format for part of a paragraph.
    pub fn strong_format(self, color: Color32) -> TextFormat {
        TextFormat { font_id: self.strong_font(), ..self.format(color) }
    }

    /// The regular face at this size.
    pub const fn font(self) -> FontId {
        FontId::new(self.size(), FontFamily::Proportional)
    }

    /// The semibold face at this size.
    pub fn strong_font(self) -> FontId {
        FontId::new(self.size(), semibold())
    }

    /// The fixed-width face at this size.
    pub const fn mono_font(self) -> FontId {
        FontId::new(self.size(), FontFamily::Monospace)
    }
}

/// The family of semibold text.
pub(super) fn semibold() -> FontFamily {
    FontFamily::Name(SEMIBOLD.into())
}
