//! Documents for Word.

use super::Format;
use crate::export::brief;
use crate::label;

/// DOCX, in styles that a template can bring.
pub static FORMAT: Format = Format {
    key: "docx",
    label: label!(export::format_docx),
    extension: "docx",
    is_text: false,
    options: &["paper", "template"],
    table: None,
    rows: None,
    picture: None,
    pages: Some(brief::word_pages),
    document: Some(|material, job| Ok(brief::word(material, job)?.into())),
    references: None,
    calendar: None,
};
