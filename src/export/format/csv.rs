//! Tables as comma-separated values, with nothing in them that a spreadsheet would run.

use super::Format;
use crate::export::delimited::{guard, written};
use crate::export::table::{Cell, Table};
use crate::words::Words;
use crate::{label, message};

/// Comma-separated values, RFC 4180.
pub static FORMAT: Format = Format {
    key: "csv",
    label: label!(export::format_csv),
    extension: "csv",
    is_text: true,
    options: &["bom"],
    preview: None,
    table: Some(|table, settings, words, _| Ok(csv(table, settings.byte_order_mark, words).into_bytes())),
    picture: None,
    document: None,
};

/// A table as CSV (RFC 4180) under comment lines that say what it is.
///
/// A cell that a spreadsheet would run as a formula is given an apostrophe in front, and a comment line says so. With a
/// byte-order mark older spreadsheets know that it is UTF-8.
pub fn csv(table: &Table, byte_order_mark: bool, words: &Words) -> String {
    let head = table.columns.iter().map(|column| column.name.clone()).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(Cell::text).collect());
    let (rows, guarded) = guard(std::iter::once(head).chain(rows).collect());
    let mut comments = table.provenance.lines(words);
    if guarded > 0 {
        comments.push(words.say(&message!(export::csv_guarded, cells = guarded)));
    }
    let mark = if byte_order_mark { "\u{feff}" } else { "" };
    let comments: String = comments.iter().flat_map(|line| ["# ", line, "\r\n"]).collect();
    let mut writer = ::csv::WriterBuilder::new();
    // A first cell that begins like a comment is quoted, so that it is none.
    writer.comment(Some(b'#')).terminator(::csv::Terminator::CRLF);
    format!("{mark}{comments}{}", written(&rows, &writer))
}
