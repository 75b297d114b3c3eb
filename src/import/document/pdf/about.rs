//! What a PDF says of its document: in its dictionary, and in the XML that most have beside it.

use std::collections::BTreeMap;

use super::file::File;
use super::object::{Object, letters};
use crate::import::document::content::Metadata;
use crate::import::document::metadata::{day, language};
use crate::import::document::xml::{Event, Xml};

/// Longer than this it is no such XML.
const MOST: usize = 1 << 20;

/// What it says of itself.
pub(super) fn metadata(file: &File<'_>) -> Metadata {
    let info = file.of(file.trailer(), "Info");
    let own = |name: &str| {
        let value = file.of(info.dict()?, name);
        Some(letters(value.text()?)).filter(|text| !text.trim().is_empty())
    };
    let root = file.root();
    let root = root.dict();
    let xml = root.map(|root| file.of(root, "Metadata")).and_then(|object| match object {
        Object::Stream(stream) => file.trying(|| file.unpacked(&stream)),
        _ => None,
    });
    let mut fields =
        xml.filter(|bytes| bytes.len() <= MOST).map(|bytes| fields(&letters_of(&bytes))).unwrap_or_default();
    let mut take = |name: &str| fields.remove(name).filter(|text| !text.trim().is_empty());
    let tag = root.and_then(|root| file.of(root, "Lang").text().map(letters));
    Metadata {
        title: own("Title").or_else(|| take("title")).filter(|title| is_title(title)),
        publisher: take("publisher"),
        author: own("Author").or_else(|| take("creator")).filter(|author| is_title(author)),
        // When it was published it does not say: only when its file was made.
        published: None,
        saved: own("ModDate")
            .or_else(|| own("CreationDate"))
            .or_else(|| take("ModifyDate"))
            .and_then(|text| day(&text)),
        language: tag.or_else(|| take("language")).and_then(|text| language(&text)),
        address: None,
    }
}

fn letters_of(bytes: &[u8]) -> String {
    let encoding = encoding_rs::Encoding::for_bom(bytes).map_or(encoding_rs::UTF_8, |(encoding, _)| encoding);
    encoding.decode(bytes).0.into_owned()
}

/// Whether a title or a name is one, and not what a program writes where it has none.
fn is_title(title: &str) -> bool {
    let lower = title.trim().to_lowercase();
    let endings =
        [".doc", ".docx", ".pdf", ".indd", ".qxd", ".odt", ".rtf", ".html", ".htm", ".tex", ".dvi", ".ps", ".txt"];
    let begins =
        ["microsoft word - ", "untitled", "unknown", "about:blank", "file://", "http://", "https://", "(anonymous)"];
    !endings.iter().any(|ending| lower.ends_with(ending)) && !begins.iter().any(|own| lower.starts_with(own))
}

/// The first text of each element, by its name.
fn fields(text: &str) -> BTreeMap<String, String> {
    const NAMES: [&str; 5] = ["title", "creator", "publisher", "language", "ModifyDate"];
    let mut fields: BTreeMap<String, String> = BTreeMap::new();
    let mut open: Option<&'static str> = None;
    Xml::of(text).each(|event| match event {
        Event::Start(tag) => {
            if let Some(name) = NAMES.into_iter().find(|name| *name == tag.name) {
                open = Some(name);
            }
            if let Some(date) = tag.attribute("ModifyDate") {
                fields.entry("ModifyDate".to_owned()).or_insert(date);
            }
        }
        Event::End(name) => {
            if Some(name) == open {
                open = None;
            }
        }
        Event::Text(text) => {
            if let Some(name) = open.filter(|_| !text.trim().is_empty()) {
                fields.entry(name.to_owned()).or_insert_with(|| text.to_owned());
            }
        }
    });
    fields
}
