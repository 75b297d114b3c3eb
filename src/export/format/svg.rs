//! Pictures as drawing instructions.

use super::Format;
use crate::label;

/// SVG 1.1, with its text as text.
pub static FORMAT: Format = Format {
    key: "svg",
    label: label!(export::format_svg),
    extension: "svg",
    is_text: true,
    options: &["theme", "chart", "bare"],
    table: None,
    rows: None,
    picture: Some(|picture, _| Ok(picture.svg.into_bytes())),
    pages: None,
    document: None,
    references: None,
    calendar: None,
};
