//! Documents as pages for print.

use super::Format;
use crate::export::brief;
use crate::label;

/// PDF, tagged, with bookmarks and links.
pub static FORMAT: Format = Format {
    key: "pdf",
    label: label!(export::format_pdf),
    extension: "pdf",
    is_text: false,
    options: &["paper"],
    table: None,
    rows: None,
    picture: None,
    pages: Some(brief::pages),
    document: Some(|material, job| Ok(brief::pdf(material, job)?.into())),
    references: None,
    calendar: None,
};
