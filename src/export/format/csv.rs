//! Tables as comma-separated values, with nothing in them that a spreadsheet would run.

use super::Format;
use crate::export::delimited::{guard, written};
use crate::export::metadata::Metadata;
use crate::export::parcel::Parcel;
use crate::export::settings::Notes;
use crate::export::table::{Cell, Table};
use crate::words::Words;
use crate::{label, message};

/// Comma-separated values, RFC 4180.
pub static FORMAT: Format = Format {
    key: "csv",
    label: label!(export::format_csv),
    extension: "csv",
    is_text: true,
    options: &["notes", "bom"],
    preview: None,
    table: Some(|table, settings, words, _| Ok(csv(table, settings.notes, settings.byte_order_mark, words))),
    picture: None,
    document: None,
    references: None,
    calendar: None,
};

/// A table as CSV (RFC 4180). What it is stands beside it, so that its first row is the head, or in comment lines above.
///
/// A cell that a spreadsheet would run as a formula is given an apostrophe in front, and the notes say so. With a
/// byte-order mark older spreadsheets know that it is UTF-8.
pub fn csv(table: &Table, notes: Notes, byte_order_mark: bool, words: &Words) -> Parcel {
    let head = table.columns.iter().map(|column| column.name.clone()).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(Cell::text).collect());
    let (rows, guarded) = guard(std::iter::once(head).chain(rows).collect());
    let guarded = (guarded > 0).then(|| words.say(&message!(export::csv_guarded, cells = guarded)));
    let mut writer = ::csv::WriterBuilder::new();
    // A first cell that begins like a comment is quoted, so that it is none.
    writer.comment(Some(b'#')).terminator(::csv::Terminator::CRLF);
    let mark = if byte_order_mark { "\u{feff}" } else { "" };
    let rows = written(&rows, &writer);
    match notes {
        Notes::Beside => {
            Parcel { bytes: format!("{mark}{rows}").into_bytes(), beside: Some(Metadata::of(table, guarded, words)) }
        }
        Notes::Lines => {
            let lines = table.provenance.lines(words).into_iter().chain(guarded);
            let lines: String = lines.flat_map(|line| ["# ".to_owned(), line, "\r\n".to_owned()]).collect();
            format!("{mark}{lines}{rows}").into_bytes().into()
        }
    }
}
