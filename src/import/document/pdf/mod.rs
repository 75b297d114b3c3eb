//! A PDF with letters in it: its paragraphs in the order in which they are read, over lines, columns and pages.
//!
//! What a page looks like is nothing to a reader of texts, so that fonts and pictures are not looked into. Whatever a file
//! could make grow has a bound: [`file`] counts what is unpacked and looked through, [`content`] what is drawn.

mod about;
mod cmap;
mod comments;
mod content;
mod direction;
mod file;
mod filter;
mod font;
mod furniture;
mod glyph;
mod initial;
mod joining;
mod lexer;
mod line;
mod names;
mod object;
mod order;
mod pages;
mod paragraphs;
mod places;

use std::collections::{BTreeMap, BTreeSet};

use self::content::Reader;
use self::file::{Fault, File, MAX_UNPACKED};
use self::glyph::Glyph;
use self::line::{Line, lines};
use self::object::Object;
use self::paragraphs::Set;
use super::content::{BlockKind, Comment, LeftKind, Writing};
use super::format::{Format, Given};
use super::{ImportError, MAX_TEXT_BYTES, too_long};
use crate::analysis::attachment::FileKind;
use crate::message;

/// A PDF.
pub(super) const FORMAT: Format = Format {
    key: "pdf",
    name: || message!(document::format_pdf),
    is: |given| {
        // Some have a line or two before it.
        let start = given.bytes.get(..given.bytes.len().min(1024)).unwrap_or_default();
        let as_named = given.ends_in(&["pdf"]) && memchr::memmem::find(start, b"%PDF-").is_some();
        as_named || FileKind::of(given.bytes) == Some(FileKind::Pdf)
    },
    read,
};

/// The most comments of a document, those of one page more or less.
const MOST_COMMENTS: usize = 10_000;

fn read(given: &Given<'_>) -> Result<Writing, ImportError> {
    let file = File::open(given.bytes).map_err(|fault| refused(given, fault))?;
    let checked = || file.fault().map_or(Ok(()), |fault| Err(refused(given, fault)));
    let mut writing = Writing { metadata: about::metadata(&file), ..Writing::default() };
    // What it says of itself may be broken, and is then not said.
    let pages = pages::all(&file);
    checked()?;
    let mut reader = Reader::new(&file);
    let mut texts: Vec<Vec<Line>> = Vec::new();
    let (mut length, mut turned) = (0, 0);
    let mut aside = BTreeSet::new();
    let mut margins = Vec::new();
    // The pages that are nothing but pictures, such as a scan among others.
    let mut pictured: Vec<usize> = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        if given.progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        let images = reader.images;
        let glyphs = reader.page(page);
        checked()?;
        if reader.images > images && !glyphs.iter().any(|glyph| glyph.letters.chars().any(char::is_alphanumeric)) {
            pictured.push(number + 1);
        }
        let (body, marked, across) = sorted(glyphs);
        turned += usize::from(across > 0);
        aside.extend(lines(marked, number).into_iter().map(|line| line.text));
        if margins.len() < MOST_COMMENTS {
            margins.extend(comments::of_page(&file, page, number));
        }
        let page = lines(body, number);
        length += page.iter().map(|line| line.text.len()).sum::<usize>();
        if length > MAX_TEXT_BYTES {
            return Err(too_long(given.file));
        }
        texts.push(page);
    }
    let readable = texts.iter().flatten().flat_map(|line| line.text.chars()).filter(|c| c.is_alphanumeric()).count();
    if readable == 0 && reader.images > 0 {
        return Err(given.fault(message!(document::is_scan), message!(document::is_picture_remedy)));
    }
    if reader.unreadable > readable {
        return Err(given.fault(message!(document::no_letters), message!(document::no_letters_remedy)));
    }
    let heads = furniture::taken_out(&mut texts);
    let mut regions = Vec::new();
    for page in texts {
        let (page, tables) = order::regions(page);
        writing.leave(LeftKind::Table, tables);
        regions.push(page);
    }
    let mut places: BTreeMap<usize, Vec<(f64, usize)>> = BTreeMap::new();
    let (sets, marks) = paragraphs::blocks(regions);
    writing.leave(LeftKind::NoteMark, marks);
    for Set { block, places: own } in sets {
        let text = block.text.replace('\u{fffd}', "");
        if let Some(block) = writing.block(block.kind, &text) {
            for (page, base) in own {
                places.entry(page).or_default().push((base, block));
            }
        }
    }
    for margin in margins {
        let off = |base: f64| (base - margin.height).abs();
        let near = places.get(&margin.page).into_iter().flatten();
        let Some((_, block)) = near.min_by(|one, other| off(one.0).total_cmp(&off(other.0))) else { continue };
        let text = writing.line(&margin.text);
        writing.comments.push(Comment { author: margin.author, on: margin.on, text, block: *block, at: 0 });
    }
    let root = file.root();
    let form = root.dict().map(|root| file.of(root, "AcroForm"));
    let fields = form.as_ref().and_then(Object::dict).map(|form| file.of(form, "Fields"));
    let is_form = fields.as_ref().and_then(Object::list).is_some_and(|fields| !fields.is_empty());
    writing.leave(LeftKind::Form, usize::from(is_form));
    writing.leave(LeftKind::RunningHead, heads + aside.len());
    writing.leave(LeftKind::Image, reader.images);
    for run in pictured.chunk_by(|one, next| one + 1 == *next) {
        if let (Some(first), Some(last)) = (run.first(), run.last()) {
            writing.leave(LeftKind::Pages(*first, *last), run.len());
        }
    }
    writing.leave(LeftKind::TextBox, turned);
    writing.leave(LeftKind::Unreadable, reader.unreadable);
    if writing.metadata.title.is_none() {
        let heading = writing.blocks.iter().find(|block| block.kind == BlockKind::Heading);
        writing.metadata.title = heading.map(|heading| heading.text.clone());
    }
    Ok(writing)
}

/// The letters of a page that belong to the text, those that are marked as none of it, and how many stand across it.
fn sorted(glyphs: Vec<Glyph>) -> (Vec<Glyph>, Vec<Glyph>, usize) {
    let (across, upright): (Vec<Glyph>, Vec<Glyph>) = glyphs.into_iter().partition(|glyph| glyph.turned);
    let (marked, body): (Vec<Glyph>, Vec<Glyph>) = upright.into_iter().partition(|glyph| glyph.artifact);
    // Where all of it is said to be none, nothing is meant by it.
    let (body, marked) = if body.is_empty() { (marked, body) } else { (body, marked) };
    (body, marked, across.iter().filter(|glyph| !glyph.letters.trim().is_empty()).count())
}

fn refused(given: &Given<'_>, fault: Fault) -> ImportError {
    match fault {
        Fault::Broken => given.fault(message!(document::broken), message!(document::broken_remedy)),
        Fault::Encrypted => given.fault(message!(document::is_locked), message!(document::is_locked_remedy)),
        Fault::TooLarge => {
            let what = message!(import::too_large_unpacked, most = (MAX_UNPACKED >> 20).to_string());
            given.fault(what, message!(document::too_large_remedy))
        }
    }
}
