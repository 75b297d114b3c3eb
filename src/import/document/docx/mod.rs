//! A document of Word: its paragraphs with their footnotes and with what reviewers wrote beside them.

mod body;
mod layout;
mod letters;
mod looks;
mod numbering;
mod package;
mod styles;

use std::collections::BTreeMap;

use self::body::Body;
use self::letters::Letters;
use self::numbering::Numbering;
use self::package::Package;
use self::styles::Styles;
use super::ImportError;
use super::content::{BlockKind, Comment, LeftKind, Writing};
use super::format::{Format, Given};
use super::metadata::{day, language};
use super::xml::{self, Xml};
use crate::briefing::Date;
use crate::message;

/// A document of Word.
pub(super) const FORMAT: Format = Format {
    key: "docx",
    name: || message!(document::format_docx),
    is: |given| given.bytes.starts_with(b"PK\x03\x04") && memchr::memmem::find(given.bytes, b"word/document").is_some(),
    read,
};

/// What a note or a comment says, by its number in the file.
type Notes = BTreeMap<String, Aside>;

/// What stands beside the text.
#[derive(Default)]
struct Aside {
    author: Option<String>,
    on: Option<Date>,
    text: String,
}

fn read(given: &Given<'_>) -> Result<Writing, ImportError> {
    let mut package = Package::open(given)?;
    let main = package.main();
    let part = |package: &mut Package<'_, '_>, kind: &str| -> Result<Option<String>, ImportError> {
        match package.related(&main, kind)? {
            Some(path) => package.text(&path),
            None => Ok(None),
        }
    };
    let styles = part(&mut package, "styles")?.map(|text| Styles::of(&text)).unwrap_or_default();
    let numbering = part(&mut package, "numbering")?.map(|text| Numbering::of(&text)).unwrap_or_default();
    let mut aside = Writing::default();
    let mut asides = |package: &mut Package<'_, '_>, kind: &str, name: &str| {
        Ok::<_, ImportError>(
            part(package, kind)?.map(|text| asides(&text, name, &styles, &mut aside)).unwrap_or_default(),
        )
    };
    let footnotes = asides(&mut package, "footnotes", "footnote")?;
    let endnotes = asides(&mut package, "endnotes", "endnote")?;
    let comments = asides(&mut package, "comments", "comment")?;
    let text = package.text(&main)?.ok_or_else(|| package::broken(given))?;
    let mut body = Body::new(&styles, numbering);
    body.read(&text, given.progress).ok_or_else(|| package::broken(given))?;
    let Body { mut writing, notes, anchors, titles, .. } = body;
    for left in aside.left {
        writing.leave(left.kind, left.count);
    }
    for (kind, id) in notes {
        let from = if kind == body::NoteKind::Foot { &footnotes } else { &endnotes };
        if let Some(note) = from.get(&id) {
            writing.block(BlockKind::Note, &note.text);
        }
    }
    for (id, block, at) in anchors {
        let Some(aside) = comments.get(&id) else { continue };
        if writing.blocks.is_empty() {
            continue;
        }
        let block = block.min(writing.blocks.len() - 1);
        let text = writing.line(&aside.text);
        writing.comments.push(Comment { author: aside.author.clone(), on: aside.on, text, block, at });
    }
    let heads = package.count(
        |name| {
            let file = name.rsplit('/').next().unwrap_or_default();
            (file.starts_with("header") || file.starts_with("footer")) && file.strip_suffix(".xml").is_some()
        },
        says,
    )?;
    writing.leave(LeftKind::RunningHead, heads);
    about(&mut package, &mut writing)?;
    if writing.metadata.title.is_none() {
        let heading =
            || writing.blocks.iter().find(|block| block.kind == BlockKind::Heading).map(|block| block.text.clone());
        writing.metadata.title = titles.into_iter().next().or_else(heading);
    }
    Ok(writing)
}

/// Whether a part of a page has a letter in it.
fn says(text: &str) -> bool {
    let mut said = false;
    let mut in_text = false;
    Xml::of(text).each(|event| match event {
        xml::Event::Start(tag) => in_text = tag.name == "t",
        xml::Event::End(_) => in_text = false,
        xml::Event::Text(text) => said |= in_text && text.chars().any(char::is_alphabetic),
    });
    said
}

/// The notes or comments of a part; what is left of them is named where the document is written.
fn asides(text: &str, name: &str, styles: &Styles, writing: &mut Writing) -> Notes {
    let mut notes = Notes::new();
    let mut here: Option<(String, Aside)> = None;
    let mut letters = Letters::new(styles);
    Xml::of(text).each(|event| match event {
        xml::Event::Start(tag) if tag.name == name => {
            // A line between text and notes is a note of a kind of its own.
            let is_line = tag.attribute("type").is_some_and(|kind| kind != "normal");
            let id = tag.attribute("id").unwrap_or_default();
            let author = tag.attribute("author").filter(|author| !author.trim().is_empty());
            let on = tag.attribute("date").and_then(|date| day(&date));
            here = (!is_line).then_some((id, Aside { author, on, text: String::new() }));
        }
        xml::Event::Start(tag) if here.is_some() && tag.name == "p" => letters.part(),
        xml::Event::Start(tag) if here.is_some() => letters.start(&tag),
        xml::Event::End(tag) if tag == name => {
            let text = letters.done(writing);
            notes.extend(here.take().map(|(id, aside)| (id, Aside { text, ..aside })));
        }
        xml::Event::End(tag) => letters.end(tag),
        xml::Event::Text(text) if here.is_some() => letters.text(text),
        xml::Event::Start(_) | xml::Event::Text(_) => {}
    });
    notes
}

/// What the file says of the document.
fn about(package: &mut Package<'_, '_>, writing: &mut Writing) -> Result<(), ImportError> {
    let core = package.text("docProps/core.xml")?;
    let app = package.text("docProps/app.xml")?;
    let mut fields: BTreeMap<String, String> = BTreeMap::new();
    for text in [core, app].into_iter().flatten() {
        let mut open: Option<String> = None;
        Xml::of(&text).each(|event| match event {
            xml::Event::Start(tag) => open = Some(tag.name),
            xml::Event::End(_) => open = None,
            xml::Event::Text(text) => {
                if let Some(name) = open.as_ref().filter(|_| !text.trim().is_empty()) {
                    fields.entry(name.clone()).or_default().push_str(text);
                }
            }
        });
    }
    let mut take = |name: &str| fields.remove(name);
    let metadata = &mut writing.metadata;
    metadata.title = take("title");
    metadata.author = take("creator");
    metadata.publisher = take("publisher").or_else(|| take("Company"));
    metadata.language = take("language").and_then(|text| language(&text));
    metadata.saved = take("modified").or_else(|| take("created")).and_then(|text| day(&text));
    Ok(())
}

#[cfg(test)]
mod tests;
