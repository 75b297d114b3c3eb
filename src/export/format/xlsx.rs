//! Tables as a workbook (Office Open XML): the data on one sheet, what they are on the next.
//!
//! A workbook knows less than a table does. A date known only to the month or the year is text, since a workbook has
//! only days; so is a day before March 1900, and a number of more than fifteen digits, since a workbook would round it. What
//! does not fit at all is refused with what does: nothing is cut.

use jiff::civil;
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format as CellFormat, FormatAlign, Url, Workbook, Worksheet, XlsxError,
};

use crate::briefing::{Date, Message, Precision};
use crate::export::error::ExportError;
use crate::export::job::{Job, Taker};
use crate::export::markdown_text::is_link;
use crate::export::provenance::SourceLine;
use crate::export::shown::Rows;
use crate::export::table::{Cell, Column, Table};
use crate::words::Words;
use crate::{label, message};

/// A workbook, Office Open XML.
pub static FORMAT: super::Format = super::Format {
    key: "xlsx",
    label: label!(export::format_xlsx),
    extension: "xlsx",
    is_text: false,
    options: &[],
    table: Some(|table, _, words, job| Ok(xlsx(table, words, job)?.into())),
    rows: Some(|table, _, words| Rows::of(table, |column| &column.title, shown, words)),
    picture: None,
    pages: None,
    document: None,
    references: None,
    calendar: None,
};

/// A cell as a workbook shows it.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Flag(true) => "TRUE".to_owned(),
        Cell::Flag(false) => "FALSE".to_owned(),
        cell => cell.text(),
    }
}

/// The most rows of a sheet, the head among them.
const MAX_ROWS: usize = 1_048_576;
/// The longest text of a cell, in UTF-16 units.
const MAX_TEXT: usize = 32_767;
/// The longest address that is a link.
const MAX_ADDRESS: usize = 2_000;
/// How many digits of a number a workbook keeps.
const MAX_DIGITS: u32 = 15;
/// The first day that all programs count alike: a workbook's February 1900 has a day that never was.
const FIRST_DAY: civil::Date = civil::date(1900, 3, 1);
/// A column grows no wider than this, in pixels; longer texts go on in the next line.
const MAX_WIDTH: u32 = 420;
/// After so many rows the job is asked whether to go on.
const STEP: usize = 1_000;

/// A table as a workbook. The same table gives the same bytes.
///
/// # Errors
/// A table or a text that no workbook can hold, or that the reader cancelled.
pub fn xlsx(table: &Table, words: &Words, job: &Job) -> Result<Vec<u8>, ExportError> {
    if table.rows.len() >= MAX_ROWS {
        return Err(ExportError::TooManyRows { rows: table.rows.len() });
    }
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(table, words)?);
    data(workbook.add_worksheet(), table, words, job)?;
    about(workbook.add_worksheet(), table, words)?;
    let mut taker = Taker::new(job);
    let saved = workbook.save_to_writer(&mut taker);
    job.step(0.95)?;
    saved.map_err(|err| failed(&err))?;
    Ok(taker.bytes)
}

fn failed(err: &XlsxError) -> ExportError {
    ExportError::Workbook(err.to_string())
}

fn properties(table: &Table, words: &Words) -> Result<DocProperties, ExportError> {
    let provenance = &table.provenance;
    let made = ExcelDateTime::from_timestamp(provenance.made.timestamp().as_second()).map_err(|err| failed(&err))?;
    let properties = DocProperties::new()
        .set_title(words.sentence_case(&provenance.title))
        .set_subject(&provenance.briefing)
        .set_author("Briefing Desk")
        .set_creation_datetime(&made);
    Ok(properties.set_custom_property("Briefing SHA-256", provenance.digest.as_str()))
}

/// The rows under a head that stays where it is and can filter them.
fn data(sheet: &mut Worksheet, table: &Table, words: &Words, job: &Job) -> Result<(), ExportError> {
    let styles = Styles::new();
    let titles = table.columns.iter().map(|column| column.title.as_str());
    sheet.set_name(words.say(&message!(export::sheet_data))).map_err(|err| failed(&err))?;
    for (column, title) in (0..).zip(titles) {
        text(sheet, 0, column, title, &styles.head)?;
    }
    for (index, cells) in table.rows.iter().enumerate() {
        if index % STEP == 0 {
            job.step(0.5 + 0.4 * index as f32 / table.rows.len() as f32)?;
        }
        let row = index as u32 + 1;
        for (column, cell) in (0..).zip(cells) {
            write(sheet, row, column, cell, &styles)?;
        }
    }
    let last = (table.rows.len() as u32, (table.columns.len() as u16).saturating_sub(1));
    let finish = |sheet: &mut Worksheet| {
        sheet.set_freeze_panes(1, 1)?.autofilter(0, 0, last.0, last.1)?;
        sheet.set_autofit_max_row(STEP as u32).set_autofit_max_width(MAX_WIDTH).autofit();
        Ok(())
    };
    finish(sheet).map_err(|err| failed(&err))
}

/// What the table is: briefing, settings, notes, sources, and what its columns mean.
fn about(sheet: &mut Worksheet, table: &Table, words: &Words) -> Result<(), ExportError> {
    let styles = Styles::new();
    let provenance = &table.provenance;
    sheet.set_name(words.say(&message!(export::sheet_about))).map_err(|err| failed(&err))?;
    let named = |name: Message, value: String| (words.say(&name), value);
    let note = |note: String| named(message!(export::sheet_note), note);
    let mut lines = vec![
        named(message!(export::sheet_title), words.sentence_case(&provenance.title)),
        named(message!(export::sheet_briefing), provenance.briefing.clone()),
        named(message!(export::sheet_digest), provenance.digest.clone()),
        named(message!(export::sheet_made), provenance.made.to_string()),
    ];
    lines.extend(provenance.facts.iter().map(|fact| (words.sentence_case(&words.say(&fact.name)), fact.value.clone())));
    lines.extend(provenance.notes.iter().cloned().map(note));
    lines.extend(simplified(table).iter().map(|said| note(words.say(said))));
    let column = |column: &Column| named(message!(export::sheet_column, title = &column.title), column.about.clone());
    lines.extend(table.columns.iter().map(column));
    let source =
        |source: &SourceLine| named(message!(export::sheet_source, key = &source.key), words.say(&source.text()));
    lines.extend(provenance.sources.iter().map(source));
    for (row, (name, value)) in (0..).zip(&lines) {
        text(sheet, row, 0, name, &styles.head)?;
        text(sheet, row, 1, value, &styles.text)?;
    }
    let first = lines.len() - provenance.sources.len();
    for (row, source) in (first as u32..).zip(&provenance.sources) {
        let address = source.address.as_deref().filter(|address| is_link(address) && address.len() <= MAX_ADDRESS);
        if let Some(address) = address {
            // The text stands there already; where an address is no link for a workbook, it stays text.
            sheet
                .write_url_with_format(row, 1, Url::new(address).set_text(words.say(&source.text())), &styles.text)
                .ok();
        }
    }
    sheet.set_column_width(0, 24).and_then(|sheet| sheet.set_column_width(1, 100)).map_err(|err| failed(&err))?;
    Ok(())
}

/// What had to be written as text, for the reader to know.
fn simplified(table: &Table) -> Vec<Message> {
    let cells = || table.rows.iter().flatten();
    let dates = cells().filter(|cell| matches!(cell, Cell::Date(date) if day(*date).is_none())).count();
    let numbers = cells().filter(|cell| matches!(cell, Cell::Number(number) if float(*number).is_none())).count();
    let mut notes = Vec::new();
    if dates > 0 {
        notes.push(message!(export::sheet_dates, cells = dates));
    }
    if numbers > 0 {
        notes.push(message!(export::sheet_numbers, digits = MAX_DIGITS, cells = numbers));
    }
    notes
}

/// How cells look.
struct Styles {
    head: CellFormat,
    text: CellFormat,
    date: CellFormat,
    /// By how many decimals a number has.
    numbers: Vec<CellFormat>,
}

impl Styles {
    fn new() -> Self {
        let format = || CellFormat::new().set_align(FormatAlign::Top);
        let number = |decimals: usize| match decimals {
            0 => "#,##0".to_owned(),
            decimals => format!("#,##0.{}", "0".repeat(decimals)),
        };
        Self {
            head: format().set_bold().set_text_wrap(),
            text: format().set_text_wrap(),
            date: format().set_num_format("yyyy-mm-dd"),
            numbers: (0..=Decimal::MAX_SCALE as usize)
                .map(|decimals| format().set_num_format(number(decimals)))
                .collect(),
        }
    }
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, styles: &Styles) -> Result<(), ExportError> {
    let written = match cell {
        Cell::Empty => return Ok(()),
        Cell::Flag(flag) => sheet.write_boolean_with_format(row, column, *flag, &styles.text),
        Cell::Date(date) if let Some(day) = day(*date) => {
            sheet.write_datetime_with_format(row, column, day, &styles.date)
        }
        Cell::Number(number)
            if let (Some(float), Some(format)) = (float(*number), styles.numbers.get(number.scale() as usize)) =>
        {
            sheet.write_number_with_format(row, column, float, format)
        }
        _ => return text(sheet, row, column, &cell.text(), &styles.text),
    };
    written.map(|_| ()).map_err(|err| failed(&err))
}

/// Writes text, which is never a formula, whatever it begins with.
fn text(sheet: &mut Worksheet, row: u32, column: u16, text: &str, format: &CellFormat) -> Result<(), ExportError> {
    match sheet.write_string_with_format(row, column, text, format) {
        Ok(_) => Ok(()),
        Err(XlsxError::MaxStringLengthExceeded) => {
            Err(ExportError::TextTooLong { length: text.encode_utf16().count(), most: MAX_TEXT, begins: begins(text) })
        }
        Err(err) => Err(failed(&err)),
    }
}

fn begins(text: &str) -> String {
    text.chars().take(40).collect()
}

/// A day as a workbook counts it, where the date is known to the day and a workbook counts it rightly.
fn day(date: Date) -> Option<ExcelDateTime> {
    let day = date.first_day();
    if date.precision() != Precision::Day || day < FIRST_DAY {
        return None;
    }
    let (year, month, day) = (day.year().try_into().ok()?, day.month().try_into().ok()?, day.day().try_into().ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// A number as a workbook holds it, where it holds all of its digits.
fn float(number: Decimal) -> Option<f64> {
    let digits = number.normalize().mantissa().unsigned_abs();
    if digits < 10u128.pow(MAX_DIGITS) { number.to_string().parse().ok() } else { None }
}
