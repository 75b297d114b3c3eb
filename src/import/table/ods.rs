//! A sheet of ODS, cell by cell. Cells and rows may say that they stand there a million times; only what is not empty
//! is held as often.

use std::io::{BufReader, Cursor, Read as _};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::super::ImportError;
use super::super::limits::MAX_UNPACKED_BYTES;
use super::unpacked::{Rows, Sheet, no_sheet};
use crate::briefing::progress::Progress;
use crate::message;

/// The sheet that is asked for, or the first in which something stands.
pub(super) fn sheet(file: &str, bytes: &[u8], wanted: Option<&str>, progress: &Progress) -> Result<Sheet, ImportError> {
    let broken = || ImportError::of_file(file, message!(import::broken_workbook), message!(import::broken_remedy));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let content = archive.by_name("content.xml").map_err(|_| broken())?;
    let mut reader = Reader::from_reader(BufReader::new(content.take(MAX_UNPACKED_BYTES)));
    let mut names = Vec::new();
    let mut found: Option<(String, Rows<'_>)> = None;
    let mut here: Option<Here<'_>> = None;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|_| broken())?;
        let empty = matches!(event, Event::Empty(_));
        match event {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                "table:table" => {
                    let name = attribute(&tag, "table:name").unwrap_or_default();
                    let taken = found.is_none() && wanted.is_none_or(|wanted| wanted == name);
                    here = taken.then(|| Here::new(file));
                    names.push(name);
                }
                "table:table-row" => {
                    if let Some(here) = &mut here {
                        here.begin_row(&tag);
                        if empty {
                            here.end_row()?;
                        }
                    }
                    if progress.is_cancelled() {
                        return Err(ImportError::Cancelled);
                    }
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    if let Some(here) = &mut here {
                        here.begin_cell(&tag);
                        if empty {
                            here.end_cell()?;
                        }
                    }
                }
                "text:p" => {
                    if let Some(here) = &mut here {
                        here.begin_paragraph();
                    }
                }
                "text:s" | "text:tab" | "text:line-break" => {
                    if let Some(here) = &mut here {
                        here.text(" ");
                    }
                }
                // A comment on a cell is no part of what it says.
                "office:annotation" => {
                    if let Some(here) = here.as_mut().filter(|_| !empty) {
                        here.aside += 1;
                    }
                }
                _ => {}
            },
            Event::End(tag) => match tag.name().as_ref() {
                "table:table" => {
                    if let (Some(here), Some(name)) = (here.take(), names.last()) {
                        let rows = here.rows;
                        if wanted.is_some() || !rows.is_empty() {
                            found = Some((name.clone(), rows));
                        }
                    }
                }
                "table:table-row" => {
                    if let Some(here) = &mut here {
                        here.end_row()?;
                    }
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    if let Some(here) = &mut here {
                        here.end_cell()?;
                    }
                }
                "office:annotation" => {
                    if let Some(here) = &mut here {
                        here.aside = here.aside.saturating_sub(1);
                    }
                }
                _ => {}
            },
            Event::Text(text) => {
                if let Some(here) = &mut here {
                    here.text(&text);
                }
            }
            Event::GeneralRef(reference) => {
                if let Some(here) = &mut here {
                    let name: &str = &reference;
                    let resolved = reference.resolve_char_ref().ok().flatten().map(String::from);
                    let entity = || quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned);
                    here.text(&resolved.or_else(entity).unwrap_or_default());
                }
            }
            Event::CData(text) => {
                if let Some(here) = &mut here {
                    here.text(&text);
                }
            }
            _ => {}
        }
    }
    match (found, wanted) {
        (Some((name, rows)), _) => Ok(Sheet { name, among: names.len(), rows: rows.into_rows() }),
        (None, Some(wanted)) => Err(no_sheet(file, wanted, &names)),
        (None, None) => Err(ImportError::of_file(file, message!(import::empty), message!(import::empty_remedy))),
    }
}

/// Where in a sheet the reading is.
struct Here<'a> {
    rows: Rows<'a>,
    number: u32,
    row_repeats: u32,
    column: usize,
    cell: Option<CellText>,
    /// How deep in comments.
    aside: usize,
}

/// A cell that is being read.
struct CellText {
    repeats: usize,
    /// The value that it has apart from what is shown of it.
    value: Option<String>,
    text: String,
    paragraphs: usize,
}

impl<'a> Here<'a> {
    const fn new(file: &'a str) -> Self {
        Self { rows: Rows::new(file), number: 1, row_repeats: 1, column: 0, cell: None, aside: 0 }
    }

    fn begin_row(&mut self, tag: &BytesStart<'_>) {
        self.column = 0;
        self.row_repeats = repeats(tag, "table:number-rows-repeated");
    }

    fn end_row(&mut self) -> Result<(), ImportError> {
        let fields = self.rows.fields().to_vec();
        self.rows.end(self.number);
        for again in 1..self.row_repeats {
            if fields.is_empty() {
                break;
            }
            for (column, text) in fields.iter().enumerate() {
                self.rows.put(column, text.clone())?;
            }
            self.rows.end(self.number.saturating_add(again));
        }
        self.number = self.number.saturating_add(self.row_repeats);
        self.row_repeats = 1;
        Ok(())
    }

    fn begin_cell(&mut self, tag: &BytesStart<'_>) {
        let kind = attribute(tag, "office:value-type").unwrap_or_default();
        let value = match kind.as_str() {
            "float" | "percentage" | "currency" => attribute(tag, "office:value"),
            "date" => {
                attribute(tag, "office:date-value").map(|date| date.split('T').next().unwrap_or_default().to_owned())
            }
            "boolean" => attribute(tag, "office:boolean-value"),
            _ => None,
        };
        let repeats = repeats(tag, "table:number-columns-repeated") as usize;
        self.cell = Some(CellText { repeats, value, text: String::new(), paragraphs: 0 });
    }

    fn begin_paragraph(&mut self) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.aside == 0) {
            if cell.paragraphs > 0 {
                cell.text.push('\n');
            }
            cell.paragraphs += 1;
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|cell| self.aside == 0 && cell.paragraphs > 0) {
            cell.text.push_str(text);
        }
    }

    fn end_cell(&mut self) -> Result<(), ImportError> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let said = cell.value.unwrap_or(cell.text);
        if !said.is_empty() {
            for column in self.column..self.column.saturating_add(cell.repeats) {
                self.rows.put(column, said.clone())?;
            }
        }
        self.column = self.column.saturating_add(cell.repeats);
        Ok(())
    }
}

fn repeats(tag: &BytesStart<'_>, name: &str) -> u32 {
    attribute(tag, name).and_then(|count| count.parse().ok()).filter(|count| *count > 0).unwrap_or(1)
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok().flatten()?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}
