//! What reviewers wrote in the margin of a PDF, or over its text.

use super::file::File;
use super::object::{Dict, Object, letters};
use super::pages::Page;
use crate::briefing::Date;
use crate::import::document::metadata::day;

/// The most comments that are read of a page.
const MOST: usize = 1000;

/// What carries one: notes, and what marks the text.
const KINDS: [&str; 7] = ["Text", "FreeText", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret"];

/// A comment with its place.
pub(super) struct Margin {
    pub author: Option<String>,
    pub on: Option<Date>,
    pub text: String,
    /// The page, from nought, and how far above its lower edge it stands, in points.
    pub page: usize,
    pub height: f64,
}

/// The comments of a page.
pub(super) fn of_page(file: &File<'_>, page: &Page, number: usize) -> Vec<Margin> {
    let list = file.of(&page.dict, "Annots");
    let all = list.list().unwrap_or_default().iter().take(MOST);
    let of = |object: &Object| {
        let resolved = file.resolved(object);
        let dict = resolved.dict()?;
        let kind = file.of(dict, "Subtype");
        KINDS.contains(&kind.name()?).then_some(())?;
        let text = said(file, dict, "Contents")?;
        let author = said(file, dict, "T");
        let on = said(file, dict, "M").or_else(|| said(file, dict, "CreationDate")).and_then(|text| day(&text));
        let corners = file.of(dict, "Rect");
        let corners: Vec<f64> = corners.list()?.iter().filter_map(Object::number).collect();
        let middle = f64::midpoint(*corners.get(1)?, *corners.get(3)?);
        Some(Margin { author, on, text, page: number, height: middle - page.bounds[1] })
    };
    all.filter_map(of).collect()
}

fn said(file: &File<'_>, dict: &Dict, name: &str) -> Option<String> {
    let value = file.of(dict, name);
    Some(letters(value.text()?)).filter(|text| !text.trim().is_empty())
}
