//! Workbooks as programs write them, and as nobody should.

use std::io::{Cursor, Write as _};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::ImportError;
use super::super::limits::MAX_PARTS;
use super::super::tests::said;
use super::{Form, Reading, Row, Table};
use crate::briefing::progress::Progress;

fn opened(name: &str, bytes: &[u8], sheet: Option<&str>) -> Result<Table, ImportError> {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("it is written");
    let reading = Reading { sheet: sheet.map(str::to_owned), ..Reading::default() };
    Table::open(&path, &reading, &Progress::default())
}

/// Every row with its number, its fields with bars between them.
fn rows(table: &mut Table) -> Vec<(u32, String)> {
    let mut found = Vec::new();
    let mut row = Row::default();
    while table.next(&mut row).expect("a row") {
        found.push((row.number, row.fields.iter().collect::<Vec<_>>().join("|")));
    }
    found
}

/// What both workbooks hold: a row is left out, and so is a cell.
const MEANT: [(u32, &str); 3] = [(1, "State|Since|Value"), (2, "Fiji|2019-03-01|146.9"), (4, "Côte d’Ivoire||-7")];

fn meant() -> Vec<(u32, String)> {
    MEANT.map(|(number, fields)| (number, fields.to_owned())).to_vec()
}

fn xlsx() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Notes").expect("a name");
    let sheet = book.add_worksheet().set_name("Data").expect("a name");
    for (column, head) in ["State", "Since", "Value"].into_iter().enumerate() {
        sheet.write(0, column as u16, head).expect("a cell");
    }
    let day = ExcelDateTime::from_ymd(2019, 3, 1).expect("a day");
    sheet.write(1, 0, "Fiji").expect("a cell");
    sheet.write_with_format(1, 1, &day, &Format::new().set_num_format("d mmm yyyy")).expect("a cell");
    // Seen as 147, it is 146.9 all the same.
    sheet.write_with_format(1, 2, 146.9, &Format::new().set_num_format("0")).expect("a cell");
    sheet.write(3, 0, "Côte d’Ivoire").expect("a cell");
    sheet.write(3, 2, -7).expect("a cell");
    book.save_to_buffer().expect("a workbook")
}

fn packed(parts: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part");
        archive.write_all(&bytes).expect("it is written");
    }
    archive.finish().expect("an archive").into_inner()
}

fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    packed([
        ("mimetype".to_owned(), b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
        ("content.xml".to_owned(), content.into_bytes()),
    ])
}

const TABLES: &str = r#"<table:table table:name="Notes"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
<table:table table:name="Data">
<table:table-row><table:table-cell office:value-type="string"><text:p>State</text:p></table:table-cell><table:table-cell><text:p>Since</text:p></table:table-cell><table:table-cell><text:p>Value</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16381"/></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><office:annotation><dc:creator>A.</dc:creator><text:p>Really?</text:p></office:annotation><text:p>Fiji</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2019-03-01T00:00:00"><text:p>1 Mar 2019</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="146.9"><text:p>147</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Côte d&#8217;Ivoire</text:p></table:table-cell><table:table-cell/><table:table-cell office:value-type="float" office:value="-7"><text:p>−7</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table>"#;

#[test]
fn the_first_sheet_in_which_something_stands_is_read_with_the_numbers_of_its_rows() {
    for (name, bytes) in [("a.xlsx", xlsx()), ("a.ods", ods(TABLES))] {
        let mut table = opened(name, &bytes, None).map_err(|err| said(&err)).expect(name);
        assert_eq!(table.form, Form::Sheet { name: "Data".to_owned(), among: 2 }, "{name}");
        assert_eq!(table.section(), Some("Data"));
        assert_eq!(rows(&mut table), meant(), "{name}");
    }
}

#[test]
fn a_sheet_is_chosen_by_name_and_one_that_is_not_there_is_said() {
    for (name, bytes) in [("a.xlsx", xlsx()), ("a.ods", ods(TABLES))] {
        assert_eq!(rows(&mut opened(name, &bytes, Some("Data")).expect("the sheet")), meant(), "{name}");
        assert!(rows(&mut opened(name, &bytes, Some("Notes")).expect("the sheet")).is_empty(), "{name}");
        let err = opened(name, &bytes, Some("Date")).expect_err("there is none");
        assert!(said(&err).contains("Date") && said(&err).contains("Data"), "{name}: {}", said(&err));
    }
}

#[test]
fn what_says_that_it_stands_there_a_million_times_is_refused_and_not_held() {
    let cell = r#"<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell>"#;
    let table = format!(
        r#"<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row></table:table>"#
    );
    let err = opened("a.ods", &ods(&table), None).expect_err("too many cells");
    assert!(said(&err).contains("cells"), "{}", said(&err));
    let many = (0..=MAX_PARTS).map(|part| (format!("xl/{part}.xml"), Vec::new()));
    let err = opened("a.xlsx", &packed(many), None).expect_err("too many parts");
    assert!(said(&err).contains("unpacked"), "{}", said(&err));
}

#[test]
fn what_is_cut_short_or_no_workbook_is_said_and_nothing_panics() {
    for (name, whole) in [("a.xlsx", xlsx()), ("a.ods", ods(TABLES))] {
        for length in (4..whole.len()).step_by(37) {
            assert!(opened(name, &whole[..length], None).is_err(), "{name} of {length} bytes");
        }
    }
    let parts = [("readme.txt".to_owned(), b"no workbook".to_vec())];
    assert!(opened("a.xlsx", &packed(parts), None).is_err());
}
