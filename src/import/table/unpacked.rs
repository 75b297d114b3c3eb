//! A workbook, measured before anything in it is held: what is packed may be a thousand times what it seems.

use std::io::{self, Cursor, Read as _};

use zip::ZipArchive;

use super::super::ImportError;
use super::super::limits::{MAX_PARTS, MAX_SHEET_CELLS, MAX_UNPACKED_BYTES};
use super::{Row, ods, too_many_cells, xlsx};
use crate::briefing::nearest;
use crate::briefing::progress::Progress;
use crate::message;

/// A sheet of a workbook.
pub(super) struct Sheet {
    pub name: String,
    /// How many sheets there are.
    pub among: usize,
    pub rows: Vec<Row>,
}

/// The sheet that is asked for, or the first in which something stands.
pub(super) fn sheet(file: &str, bytes: &[u8], wanted: Option<&str>, progress: &Progress) -> Result<Sheet, ImportError> {
    let broken = || ImportError::of_file(file, message!(import::broken_workbook), message!(import::broken_remedy));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let bomb = || {
        let what = message!(import::too_large_unpacked, most = (MAX_UNPACKED_BYTES >> 20).to_string());
        ImportError::of_file(file, what, message!(import::too_large_remedy))
    };
    if archive.len() > MAX_PARTS {
        return Err(bomb());
    }
    // Whatever the archive says of itself, it is unpacked once to see how much it is.
    let mut unpacked = 0;
    let mut is_ods = false;
    for part in 0..archive.len() {
        if progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        let part = archive.by_index(part).map_err(|err| match err {
            zip::result::ZipError::UnsupportedArchive(_) => {
                ImportError::of_file(file, message!(import::encrypted), message!(import::encrypted_remedy))
            }
            _ => broken(),
        })?;
        is_ods |= part.name().is_ok_and(|name| name == "content.xml");
        let left = MAX_UNPACKED_BYTES - unpacked;
        unpacked += io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|_| broken())?;
        if unpacked > MAX_UNPACKED_BYTES {
            return Err(bomb());
        }
    }
    drop(archive);
    if is_ods { ods::sheet(file, bytes, wanted, progress) } else { xlsx::sheet(file, bytes, wanted, progress) }
}

/// That there is no such sheet.
pub(super) fn no_sheet(file: &str, wanted: &str, names: &[String]) -> ImportError {
    let near = nearest(wanted, names.iter().map(String::as_str)).or_else(|| names.first().map(String::as_str));
    let what = message!(import::no_sheet, name = wanted.to_owned());
    let remedy = message!(import::no_sheet_remedy, near = near.unwrap_or_default().to_owned());
    ImportError::of_file(file, what, remedy)
}

/// The rows of a sheet in the making, with a bound for what they hold.
pub(super) struct Rows<'a> {
    file: &'a str,
    made: Vec<Row>,
    /// The fields of the row that is being made.
    fields: Vec<String>,
    cells: usize,
    bytes: u64,
}

impl<'a> Rows<'a> {
    pub const fn new(file: &'a str) -> Self {
        Self { file, made: Vec::new(), fields: Vec::new(), cells: 0, bytes: 0 }
    }

    /// Puts a text into a column of the row that is being made.
    pub fn put(&mut self, column: usize, text: String) -> Result<(), ImportError> {
        if text.is_empty() {
            return Ok(());
        }
        let more = (column + 1).saturating_sub(self.fields.len());
        self.cells = self.cells.saturating_add(more);
        self.bytes = self.bytes.saturating_add(text.len() as u64);
        if self.cells > MAX_SHEET_CELLS || self.bytes > MAX_UNPACKED_BYTES {
            return Err(too_many_cells(self.file));
        }
        if more > 0 {
            self.fields.resize(column + 1, String::new());
        }
        if let Some(cell) = self.fields.get_mut(column) {
            *cell = text;
        }
        Ok(())
    }

    /// Ends the row that is being made; one of nothing is none.
    pub fn end(&mut self, number: u32) {
        if !self.fields.is_empty() {
            let fields = self.fields.iter().collect();
            self.made.push(Row { number, fields });
            self.fields.clear();
        }
    }

    pub const fn is_empty(&self) -> bool {
        self.made.is_empty()
    }

    pub fn into_rows(self) -> Vec<Row> {
        self.made
    }

    /// What the row that is being made has so far.
    pub fn fields(&self) -> &[String] {
        &self.fields
    }
}
