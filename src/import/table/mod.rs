//! Any table as rows of text: delimited in whatever encoding, a sheet of a workbook, or a list in JSON.

mod delimited;
mod digest;
mod encoding;
mod fields;
mod json;
mod ods;
mod unpacked;
mod xlsx;

#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

use super::ImportError;
use super::limits::{HEAD_ROWS, MAX_SHEET_CELLS, MAX_TEXT_BYTES, MAX_WHOLE_BYTES};
use crate::analysis::fold::known_by;
use crate::briefing::progress::Progress;
use crate::briefing::text_file::{self, ReadError};
use crate::briefing::{Message, Sha256, Value};
use crate::message;
use delimited::Delimited;
use digest::Digest;
pub use fields::Fields;

pub use encoding::{ENCODINGS, Survey};

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number, from one: the line on which it begins, the row of the sheet, or the entry of the list.
    pub number: u32,
    /// Its fields.
    pub fields: Fields,
}

impl Row {
    /// A field, without the blanks around it; empty where the row is shorter.
    pub fn field(&self, column: usize) -> &str {
        let field = self.fields.get(column).unwrap_or_default();
        // Most fields have none, which is seen by their first and last letters.
        let bare = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
        let bytes = field.as_bytes();
        if bare(bytes.first()) && bare(bytes.last()) { field } else { field.trim() }
    }

    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.fields.iter().all(|field| field.trim().is_empty())
    }
}

/// The column whose head is one of some names, the first of these that there is.
pub(in crate::import) fn column_called(heads: &[String], names: &[&str]) -> Option<usize> {
    let folded: Vec<String> = heads.iter().map(|head| known_by(head)).collect();
    names.iter().map(|name| known_by(name)).find_map(|name| folded.iter().position(|own| *own == name))
}

/// How a table is to be read, where that is chosen and not found out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The label of an encoding, such as `windows-1251`.
    pub encoding: Option<String>,
    /// What stands between two fields.
    pub delimiter: Option<char>,
    /// The name of the sheet of a workbook.
    pub sheet: Option<String>,
}

/// What a table turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Delimited text, in an encoding and with something between its fields.
    Delimited { encoding: &'static str, delimiter: char },
    /// A sheet of a workbook, and how many there are.
    Sheet { name: String, among: usize },
    /// A list in JSON.
    Json,
}

/// A table that is being read.
pub struct Table {
    /// The name of its file.
    pub file: String,
    digest: Digest,
    /// What it turned out to be.
    pub form: Form,
    head: VecDeque<Row>,
    rest: Rest,
    rows: u64,
}

/// What follows the head.
enum Rest {
    Delimited(Box<Delimited>),
    Held(std::vec::IntoIter<Row>),
}

impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table").field("file", &self.file).field("form", &self.form).finish_non_exhaustive()
    }
}

impl Table {
    /// Opens the table in a file and reads as much of it as tells what it is.
    ///
    /// # Errors
    /// Where it cannot be read, is something else than a table, or is larger than the limits.
    pub fn open(path: &Path, reading: &Reading, progress: &Progress) -> Result<Self, ImportError> {
        let file = file_name(path);
        let mut opened = opened(path, &file, MAX_TEXT_BYTES)?;
        let mut magic = Vec::new();
        opened.by_ref().take(8).read_to_end(&mut magic).map_err(|err| unreadable(&file, Value::from(&err)))?;
        if let Some(kind) = foreign(&magic) {
            return Err(ImportError::of_file(&file, kind, message!(import::foreign_remedy)));
        }
        if magic.starts_with(b"PK") {
            let bytes = whole(path, &file)?;
            let sha256 = Sha256::of(&bytes);
            let sheet = unpacked::sheet(&file, &bytes, reading.sheet.as_deref(), progress)?;
            let form = Form::Sheet { name: sheet.name, among: sheet.among };
            return Ok(Self::held(file, sha256, form, sheet.rows));
        }
        let rewind = |opened: &mut File| {
            opened.seek(SeekFrom::Start(0)).map(|_| ()).map_err(|err| unreadable(&file, Value::from(&err)))
        };
        rewind(&mut opened)?;
        let digest = Digest::begin(path);
        let survey = Survey::of(&mut opened, reading.encoding.as_deref(), &file, progress)?;
        if matches!(survey.first, Some(b'{' | b'[')) && survey.looks_like_json {
            let bytes = whole(path, &file)?;
            let (text, _, _) = encoding::decoded(&bytes, &survey);
            let rows = json::rows(&file, &text)?;
            return Ok(Self::held(file, Sha256::of(&bytes), Form::Json, rows));
        }
        rewind(&mut opened)?;
        let (rest, delimiter) = Delimited::of(opened, &survey, reading.delimiter, &file)?;
        let form = Form::Delimited { encoding: survey.encoding.name(), delimiter };
        let rest = Rest::Delimited(Box::new(rest));
        Self { file, digest, form, head: VecDeque::new(), rest, rows: 0 }.with_head()
    }

    fn held(file: String, sha256: Sha256, form: Form, rows: Vec<Row>) -> Self {
        let mut rest = rows.into_iter();
        let head = rest.by_ref().take(HEAD_ROWS).collect();
        Self { file, digest: Digest::Made(sha256), form, head, rest: Rest::Held(rest), rows: 0 }
    }

    fn with_head(mut self) -> Result<Self, ImportError> {
        let mut head = VecDeque::new();
        while head.len() < HEAD_ROWS {
            let mut row = Row::default();
            if !self.rest.next(&mut row)? {
                break;
            }
            head.push_back(row);
        }
        self.head = head;
        Ok(self)
    }

    /// The rows at its beginning that were not taken yet.
    pub fn head(&mut self) -> &[Row] {
        self.head.make_contiguous()
    }

    /// The next row, into `row`; false at the end.
    ///
    /// # Errors
    /// Where the file cannot be read on, or a row is longer than the limits.
    pub fn next(&mut self, row: &mut Row) -> Result<bool, ImportError> {
        let there = match self.head.pop_front() {
            Some(first) => {
                *row = first;
                true
            }
            None => self.rest.next(row)?,
        };
        self.rows += u64::from(there);
        Ok(there)
    }

    /// The digest of its file.
    ///
    /// # Errors
    /// Where the file cannot be read, or `progress` was asked to stop.
    pub fn sha256(&mut self, progress: &Progress) -> Result<Sha256, ImportError> {
        self.digest.wait(&self.file, progress)
    }

    /// How many rows were taken.
    pub const fn rows(&self) -> u64 {
        self.rows
    }

    /// The section that a citation of a row names: the sheet, where there are several.
    pub fn section(&self) -> Option<&str> {
        match &self.form {
            Form::Sheet { name, among } if *among > 1 => Some(name),
            _ => None,
        }
    }
}

impl Rest {
    fn next(&mut self, row: &mut Row) -> Result<bool, ImportError> {
        match self {
            Self::Delimited(delimited) => delimited.next(row),
            Self::Held(rows) => Ok(match rows.next() {
                Some(next) => {
                    *row = next;
                    true
                }
                None => false,
            }),
        }
    }
}

/// The text of a file that is held as a whole, and its digest.
///
/// # Errors
/// Where it cannot be read, or is no text.
pub fn text_of(path: &Path, encoding: Option<&str>) -> Result<(String, Sha256), ImportError> {
    let file = file_name(path);
    let bytes = whole(path, &file)?;
    if let Some(kind) = foreign(&bytes) {
        return Err(ImportError::of_file(&file, kind, message!(import::foreign_remedy)));
    }
    let survey = Survey::of(&mut bytes.as_slice(), encoding, &file, &Progress::default())?;
    let (text, _, _) = encoding::decoded(&bytes, &survey);
    Ok((text.into_owned(), Sha256::of(&bytes)))
}

/// The text of bytes that were surveyed.
pub(in crate::import) fn decoded_text(bytes: &[u8], survey: &Survey) -> String {
    encoding::decoded(bytes, survey).0.into_owned()
}

/// The name of a file without its folder.
pub fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn opened(path: &Path, file: &str, most: u64) -> Result<File, ImportError> {
    let refuse = |err: &std::io::Error| unreadable(file, Value::from(err));
    let metadata = std::fs::metadata(path).map_err(|err| refuse(&err))?;
    if !metadata.is_file() {
        return Err(ImportError::of_file(file, message!(import::not_a_file), message!(import::not_a_file_remedy)));
    }
    if metadata.len() > most {
        return Err(too_large(file, most));
    }
    File::open(path).map_err(|err| refuse(&err))
}

fn whole(path: &Path, file: &str) -> Result<Vec<u8>, ImportError> {
    text_file::read(path, MAX_WHOLE_BYTES).map_err(|err| match err {
        ReadError::Unreadable(reason) => unreadable(file, reason),
        ReadError::NotAFile => {
            ImportError::of_file(file, message!(import::not_a_file), message!(import::not_a_file_remedy))
        }
        ReadError::TooLarge => too_large(file, MAX_WHOLE_BYTES),
        ReadError::Cancelled => ImportError::Cancelled,
    })
}

fn unreadable(file: &str, reason: Value) -> ImportError {
    let what = message!(import::unreadable, reason = reason);
    ImportError::of_file(file, what, message!(import::unreadable_remedy))
}

fn too_large(file: &str, most: u64) -> ImportError {
    let what = message!(import::too_large, most = (most >> 20).to_string());
    ImportError::of_file(file, what, message!(import::too_large_remedy))
}

/// That a table has more cells than are held.
fn too_many_cells(file: &str) -> ImportError {
    let what = message!(import::too_many_cells, most = MAX_SHEET_CELLS);
    ImportError::of_file(file, what, message!(import::too_large_remedy))
}

/// What a file is that is no table, by its first bytes.
fn foreign(magic: &[u8]) -> Option<Message> {
    Some(match magic {
        [b'%', b'P', b'D', b'F', ..] => message!(import::is_pdf),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => message!(import::is_old_office),
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] => message!(import::is_picture),
        [0x1f, 0x8b, ..] => message!(import::is_gzip),
        [b'<', b'!' | b'h' | b'H', ..] => message!(import::is_html),
        _ => return None,
    })
}
