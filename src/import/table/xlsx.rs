//! A sheet of XLSX, cell by cell: what it claims to measure is not believed.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, Xlsx, XlsxError};

use super::super::ImportError;
use super::unpacked::{Rows, Sheet, no_sheet};
use crate::briefing::progress::Progress;
use crate::message;

/// The sheet that is asked for, or the first in which something stands.
pub(super) fn sheet(file: &str, bytes: &[u8], wanted: Option<&str>, progress: &Progress) -> Result<Sheet, ImportError> {
    let broken = |err: &XlsxError| match err {
        XlsxError::Password => {
            ImportError::of_file(file, message!(import::encrypted), message!(import::encrypted_remedy))
        }
        _ => ImportError::of_file(file, message!(import::broken_workbook), message!(import::broken_remedy)),
    };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|err| broken(&err))?;
    let names = book.sheet_names();
    let among = names.len();
    if let Some(wanted) = wanted.filter(|wanted| !names.iter().any(|name| name == wanted)) {
        return Err(no_sheet(file, wanted, &names));
    }
    let mut first = None;
    for name in names.into_iter().filter(|name| wanted.is_none_or(|wanted| name == wanted)) {
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            // A sheet of a chart alone has no cells.
            Err(_) if wanted.is_none() => continue,
            Err(err) => return Err(broken(&err)),
        };
        let mut rows = Rows::new(file);
        let mut current = 0;
        while let Some(cell) = cells.next_cell().map_err(|err| broken(&err))? {
            let (row, column) = cell.get_position();
            if row != current {
                rows.end(current.saturating_add(1));
                current = row;
                if progress.is_cancelled() {
                    return Err(ImportError::Cancelled);
                }
            }
            rows.put(column as usize, said(cell.get_value()))?;
        }
        rows.end(current.saturating_add(1));
        let rows = rows.into_rows();
        let is_empty = rows.is_empty();
        let sheet = Sheet { name, among, rows };
        if !is_empty || wanted.is_some() {
            return Ok(sheet);
        }
        first.get_or_insert(sheet);
    }
    first.ok_or_else(|| ImportError::of_file(file, message!(import::empty), message!(import::empty_remedy)))
}

/// A cell as text: a number with the digits that a reader sees, a date as ISO 8601 has it.
fn said(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTime(span) => span.as_f64().to_string(),
        DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or(text).to_owned(),
        // `#N/A` is a missing number, and so are the others.
        DataRef::Error(_) => "#N/A".to_owned(),
        DataRef::Empty => String::new(),
    }
}
