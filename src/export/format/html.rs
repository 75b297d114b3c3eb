//! One page for a browser.

use super::Format;
use crate::export::brief;
use crate::label;

/// HTML, whole in one file.
pub static FORMAT: Format = Format {
    key: "html",
    label: label!(export::format_html),
    extension: "html",
    is_text: true,
    options: &["address", "with-briefing"],
    table: None,
    rows: None,
    picture: None,
    pages: Some(brief::html_pages),
    document: Some(brief::html),
    references: None,
    calendar: None,
};
