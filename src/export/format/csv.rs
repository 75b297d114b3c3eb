//! Tables as comma-separated values, with nothing in them that a spreadsheet would run.

use super::Format;
use crate::export::delimited::made_harmless;
use crate::export::job::{Cancelled, Job, Taker};
use crate::export::metadata::Metadata;
use crate::export::parcel::{Beside, Parcel};
use crate::export::settings::Notes;
use crate::export::shown::Rows;
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
    table: Some(|table, settings, words, job| Ok(csv(table, settings.notes, settings.byte_order_mark, words, job)?)),
    rows: Some(|table, settings, words| rows(table, settings.notes, words)),
    picture: None,
    pages: None,
    document: None,
    references: None,
    calendar: None,
};

/// The first rows as the file has them, with what a spreadsheet would run made harmless.
fn rows(table: &Table, notes: Notes, words: &Words) -> Rows {
    let mut rows = Rows::of(table, |column| &column.name, |cell| made_harmless(cell.text(), &mut 0), words);
    if notes == Notes::Lines {
        let cells = || table.rows.iter().flatten();
        let guarded = cells().filter(|cell| is_run(cell)).count();
        rows.about.extend((guarded > 0).then(|| words.say(&message!(export::csv_guarded, cells = guarded))));
    }
    rows
}

/// Whether a spreadsheet would run a cell.
fn is_run(cell: &Cell) -> bool {
    // What is neither text nor several is a number, a date, a word of ours, or nothing.
    let mut guarded = 0;
    if matches!(cell, Cell::Text(_) | Cell::List(_)) {
        made_harmless(cell.text(), &mut guarded);
    }
    guarded > 0
}

/// A table as CSV (RFC 4180). What it is stands beside it, so that its first row is the head, or in comment lines above.
///
/// A cell that a spreadsheet would run as a formula is given an apostrophe in front, and the notes say so. With a
/// byte-order mark older spreadsheets know that it is UTF-8.
///
/// # Errors
/// That the reader cancelled.
pub fn csv(table: &Table, notes: Notes, byte_order_mark: bool, words: &Words, job: &Job) -> Result<Parcel, Cancelled> {
    let mut writer = ::csv::WriterBuilder::new();
    // A first cell that begins like a comment is quoted, so that it is none.
    writer.comment(Some(b'#')).terminator(::csv::Terminator::CRLF);
    let mut writer = writer.from_writer(Taker::new(job));
    let mut guarded = 0;
    // What takes the rows in memory does not fail but by being cancelled, and every row has the length of the head.
    writer.write_record(table.columns.iter().map(|column| &column.name)).ok();
    job.each((0.5, 0.9), &table.rows, |row| {
        writer.write_record(row.iter().map(|cell| made_harmless(cell.text(), &mut guarded))).ok();
    })?;
    let rows = writer.into_inner().map(|taker| taker.bytes).unwrap_or_default();
    job.step(0.95)?;
    let guarded = (guarded > 0).then(|| words.say(&message!(export::csv_guarded, cells = guarded)));
    let mark = if byte_order_mark { "\u{feff}" } else { "" };
    Ok(match notes {
        Notes::Beside => {
            let described = Beside::Description(Box::new(Metadata::of(table, guarded, words)));
            Parcel { bytes: [mark.as_bytes(), &rows].concat(), beside: Some(described) }
        }
        Notes::Lines => {
            let lines = table.provenance.lines(words).into_iter().chain(guarded);
            let lines: String = lines.flat_map(|line| ["# ".to_owned(), line, "\r\n".to_owned()]).collect();
            [mark.as_bytes(), lines.as_bytes(), &rows].concat().into()
        }
    })
}
