//! Pictures as pixels.

use super::Format;
use crate::label;

/// PNG, with what the picture is as text in it.
pub static FORMAT: Format = Format {
    key: "png",
    label: label!(export::format_png),
    extension: "png",
    is_text: false,
    options: &["theme", "scale", "chart", "bare"],
    table: None,
    rows: None,
    picture: Some(|picture, settings| picture.png(settings.look.density)),
    pages: None,
    document: None,
    references: None,
    calendar: None,
};
