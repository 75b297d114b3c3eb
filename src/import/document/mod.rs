//! Documents: what is in a file of whatever kind, taken apart into paragraphs and sentences, and made a briefing of.
//!
//! A kind of file is one value in one list. To add one, write a file like `plain.rs` and its line in [`FORMATS`].

mod about;
mod align;
mod cited;
mod content;
mod day;
mod docx;
mod draft;
mod edition;
mod format;
mod html;
mod made;
mod markdown;
mod metadata;
mod mhtml;
mod mime;
mod newer;
mod numbered;
mod parted;
mod pdf;
mod plain;
mod proof;
mod raised;
mod remarks;
mod running;
pub mod sentences;
mod xml;

use std::path::Path;

use self::format::Given;
use super::ImportError;
use super::table::{Survey, decoded_text, file_name};
use crate::analysis::attachment::{self, FileKind};
use crate::analysis::dateline::dateline;
use crate::briefing::progress::{Progress, Stage};
use crate::briefing::text_file::{self, ReadError};
use crate::briefing::{Message, Sha256, Value};
use crate::message;

pub use about::{About, Wrong};
pub use cited::{Cited, CitedOutcome};
pub use content::{Block, BlockKind, Comment, Content, LeftKind, LeftOut, Metadata};
pub use day::DayOf;
pub use draft::{Draft, DraftSentence, Span};
pub use edition::{Edition, Fate, FateKind, Older};
pub use format::Format;
pub use made::{Making, TEXT_FILE, file_names, files};
pub(super) use newer::plan;
pub use newer::{DOCUMENT, newer};
pub use proof::Proof;

/// All kinds of files. The first that a file is of reads it.
pub const FORMATS: [&Format; 6] =
    [&docx::FORMAT, &pdf::FORMAT, &mhtml::FORMAT, &html::FORMAT, &markdown::FORMAT, &plain::FORMAT];

/// The largest file, in bytes: pictures may be most of it.
pub const MAX_FILE_BYTES: u64 = 256 << 20;

/// The longest text, in bytes of UTF-8: what can be attached.
pub const MAX_TEXT_BYTES: usize = attachment::MAX_BYTES as usize;

/// The most blocks: places in a document count to this.
pub const MAX_BLOCKS: usize = u16::MAX as usize;

/// How a document is to be read, where that is chosen and not found out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The key of a format.
    pub format: Option<String>,
    /// The label of an encoding, such as `windows-1251`.
    pub encoding: Option<String>,
}

/// Where a document was written, and when, stands in one of its first paragraphs.
const DATELINES: usize = 5;

/// What is in a file.
///
/// # Errors
/// Where it cannot be read, is of no kind that is, is encrypted, broken or larger than the limits, or has no text.
pub fn read(path: &Path, reading: &Reading, progress: &Progress) -> Result<Content, ImportError> {
    let file = file_name(path);
    let length = std::fs::metadata(path).map_or(0, |metadata| metadata.len());
    progress.expect(length.min(MAX_FILE_BYTES));
    let bytes = text_file::read_with(path, MAX_FILE_BYTES, progress).map_err(|err| match err {
        ReadError::Unreadable(reason) => {
            let what = message!(import::unreadable, reason = reason);
            ImportError::of_file(&file, what, message!(import::unreadable_remedy))
        }
        ReadError::NotAFile => {
            ImportError::of_file(&file, message!(import::not_a_file), message!(document::not_a_file_remedy))
        }
        ReadError::TooLarge => too_large(&file, MAX_FILE_BYTES),
        ReadError::Cancelled => ImportError::Cancelled,
    })?;
    of_bytes(&file, &bytes, reading, progress)
}

/// What is in some bytes that are a file of a name, or a text that was pasted, which has none.
///
/// # Errors
/// As [`read`].
pub fn of_bytes(file: &str, bytes: &[u8], reading: &Reading, progress: &Progress) -> Result<Content, ImportError> {
    progress.enter(Stage::Parsing);
    let given = Given { file, bytes, encoding: reading.encoding.as_deref(), progress };
    let format = if let Some(wanted) = &reading.format {
        FORMATS.into_iter().find(|format| format.key == wanted)
    } else {
        if let Some((what, remedy)) = foreign(bytes) {
            return Err(given.fault(what, remedy));
        }
        FORMATS.into_iter().find(|format| (format.is)(&given))
    };
    let format = format.unwrap_or(&plain::FORMAT);
    let writing = (format.read)(&given)?;
    if progress.is_cancelled() {
        return Err(ImportError::Cancelled);
    }
    let length: usize = writing.blocks.iter().map(|block| block.text.len() + 1).sum();
    if length > MAX_TEXT_BYTES {
        return Err(too_long(file));
    }
    if writing.blocks.len() > MAX_BLOCKS {
        let what = message!(document::too_many_blocks, most = MAX_BLOCKS);
        return Err(given.fault(what, message!(document::too_large_remedy)));
    }
    if !writing.blocks.iter().any(|block| block.text.chars().any(char::is_alphanumeric)) {
        let left: Vec<Message> = writing.left.iter().map(LeftOut::message).collect();
        let (what, remedy) = if left.is_empty() {
            (message!(document::no_words), message!(document::no_words_remedy))
        } else {
            (message!(document::only_left, what = Value::list(left)), message!(document::only_left_remedy))
        };
        return Err(given.fault(what, remedy));
    }
    let mut content = writing.into_content(file, Sha256::of(bytes), format.key);
    if content.metadata.published.is_none() {
        let mut first = content.blocks.iter().take(DATELINES);
        content.metadata.published = first.find_map(|block| dateline(&block.text));
    }
    // Where and when it was written is no title, though it may stand where one does. A page says what its title is.
    if format.key != html::FORMAT.key && content.metadata.title.as_deref().is_some_and(is_dateline) {
        let first = content.blocks.iter().take(DATELINES);
        let mut headings = first.filter(|block| block.kind == BlockKind::Heading && dateline(&block.text).is_none());
        content.metadata.title = headings.next().map(|block| block.text.clone());
    }
    Ok(content)
}

/// Whether what stands where a title does says where and when the document was written: a title is set off by a dash from the
/// day that it has with it.
fn is_dateline(title: &str) -> bool {
    ![" – ", " — ", " - ", " | "].iter().any(|dash| title.contains(dash)) && dateline(title).is_some()
}

/// Whether a file is called as documents are that are read, plain text among them.
pub fn is_named(path: &Path) -> bool {
    const ENDINGS: [&str; 11] =
        ["docx", "docm", "pdf", "html", "htm", "xhtml", "mhtml", "mht", "md", "markdown", "txt"];
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending))
}

/// Whether a file is called as documents are and as no table is.
pub(super) fn is_document(path: &Path) -> bool {
    is_named(path) && path.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("txt"))
}

/// What a file is that no document is read from, and what to do.
fn foreign(bytes: &[u8]) -> Option<(Message, Message)> {
    let remedy = || message!(document::foreign_remedy);
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    if memchr::memmem::find(start, b"WebMainResource").is_some() {
        return Some((message!(document::is_webarchive), remedy()));
    }
    if mime::Entity::of(bytes).is_some_and(|mail| mail.is_packed() && !mhtml::is_page(&mail)) {
        return Some((message!(document::is_mail), message!(document::is_mail_remedy)));
    }
    Some(match FileKind::of(bytes)? {
        FileKind::Docx | FileKind::Html | FileKind::Pdf => return None,
        FileKind::Doc if holds_wide(bytes, "EncryptedPackage") => {
            (message!(import::encrypted), message!(import::encrypted_remedy))
        }
        FileKind::Doc => (message!(document::is_doc), remedy()),
        FileKind::OpenDocument => (message!(document::is_opendocument), remedy()),
        FileKind::Rtf => (message!(document::is_rtf), remedy()),
        FileKind::Epub => (message!(document::is_epub), remedy()),
        // Office numbers the part where it wrote the file anew.
        FileKind::Zip if memchr::memmem::find(bytes, b"word/document").is_some() => return None,
        FileKind::Zip => (message!(document::is_zip), message!(document::is_zip_remedy)),
        FileKind::Picture => (message!(document::is_picture), message!(document::is_picture_remedy)),
    })
}

/// Whether bytes hold a name of ASCII in UTF-16, as the older files of Office write them.
fn holds_wide(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.bytes().flat_map(|byte| [byte, 0]).collect();
    memchr::memmem::find(bytes, &wide).is_some()
}

fn too_large(file: &str, most: u64) -> ImportError {
    let what = message!(import::too_large, most = (most >> 20).to_string());
    ImportError::of_file(file, what, message!(document::too_large_remedy))
}

fn too_long(file: &str) -> ImportError {
    let what = message!(document::too_long, most = (MAX_TEXT_BYTES >> 20).to_string());
    ImportError::of_file(file, what, message!(document::too_large_remedy))
}

/// The text of a file that is one: in the encoding that was chosen, else as its bytes say, else as it says of itself. With it
/// the name of the encoding, where it is a guess.
fn decoded(given: &Given<'_>, told: Option<&str>) -> Result<(String, Option<&'static str>), ImportError> {
    if given.bytes.len() > 4 * MAX_TEXT_BYTES {
        return Err(too_long(given.file));
    }
    let wide = wide(given.bytes);
    let chosen = given.encoding.or(wide);
    let marked = encoding_rs::Encoding::for_bom(given.bytes).is_some();
    if chosen.is_none() && !marked && memchr::memchr(0, given.bytes).is_some() {
        return Err(given.fault(message!(import::no_text), message!(document::foreign_remedy)));
    }
    let is_utf8 = std::str::from_utf8(given.bytes).is_ok();
    let told = told.filter(|label| !is_utf8 && encoding_rs::Encoding::for_label(label.as_bytes()).is_some());
    let survey = Survey::of(&mut &*given.bytes, chosen.or(told), given.file, given.progress)?;
    let is_guessed = !marked && !is_utf8 && chosen.or(told).is_none();
    Ok((decoded_text(given.bytes, &survey), is_guessed.then(|| survey.encoding.name())))
}

/// The label of UTF-16 where a text is in it without a mark that says so: read so, it has letters and blanks and nothing
/// that is neither seen nor a blank.
fn wide(bytes: &[u8]) -> Option<&'static str> {
    let start = bytes.get(..bytes.len().min(4096) & !1)?;
    if start.len() < 8 || encoding_rs::Encoding::for_bom(bytes).is_some() || memchr::memchr(0, start).is_none() {
        return None;
    }
    ["utf-16le", "utf-16be"].into_iter().find(|label| {
        let Some(encoding) = encoding_rs::Encoding::for_label(label.as_bytes()) else { return false };
        let (text, broken) = encoding.decode_without_bom_handling(start);
        // The last character may have been cut.
        let broken = broken && text.trim_end_matches('\u{fffd}').contains('\u{fffd}');
        let odd =
            |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t') || ('\u{e000}'..='\u{f8ff}').contains(&c);
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        !broken
            && !text.chars().any(odd)
            && text.contains([' ', '\n', '。'])
            && letters * 10 >= text.chars().count() * 6
    })
}

#[cfg(test)]
mod tests;
