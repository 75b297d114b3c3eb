//! Pictures as pixels.

use super::Format;

/// PNG, with what the picture is as text in it.
pub static FORMAT: Format = Format {
    key: "png",
    label: "PNG",
    extension: "png",
    is_text: false,
    options: &["theme", "scale", "chart", "bare"],
    preview: None,
    table: None,
    picture: Some(|picture, order| picture.png(order.look.density)),
    document: None,
};
