//! What is written in each format is read back, by code that did not write it, as what the table holds.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops at what it did not expect")]

use std::io::Cursor;
use std::sync::LazyLock;

use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
use jiff::civil;
use markdown::mdast::Node;
use markdown::{Constructs, ParseOptions, to_mdast};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rust_decimal::Decimal;
use serde_json::Value;

use briefing_desk::analysis::checks::{self, ChecksQuery, Finding, Outcome};
use briefing_desk::analysis::claims::ClaimsQuery;
use briefing_desk::analysis::facets::Facet;
use briefing_desk::analysis::roster::{Column as RosterColumn, Edition, RosterQuery, Sort};
use briefing_desk::analysis::trade::{Layer, Measure, TradeQuery};
use briefing_desk::briefing::{Briefing, Date, Period, Precision, Verdict};
use briefing_desk::export::error::ExportError;
use briefing_desk::export::format::{self, csv, json, xlsx};
use briefing_desk::export::job::{Cancelled, Job};
use briefing_desk::export::order::{self, Order};
use briefing_desk::export::picture::Look;
use briefing_desk::export::provenance::{Fact, Provenance, SourceLine};
use briefing_desk::export::query::Query;
use briefing_desk::export::settings::{Notes, Settings};
use briefing_desk::export::stamp::Stamp;
use briefing_desk::export::subject::{self, Subject};
use briefing_desk::export::table::{Cell, Column, Kind, Table};
use briefing_desk::label;
use briefing_desk::words::Words;

static BRIEFING: LazyLock<Briefing> = LazyLock::new(|| Briefing::bundled().expect("the bundled briefing loads"));
static FINDINGS: LazyLock<Vec<Finding>> = LazyLock::new(|| checks::run(&BRIEFING));

fn made() -> Stamp {
    Stamp::at(Some("1752451200")).expect("a second")
}

/// Anything that a reader can ask for.
fn subjects() -> impl Strategy<Value = (&'static Subject, Query)> {
    let columns = [RosterColumn::STATE, RosterColumn::SINCE, RosterColumn::POPULATION, RosterColumn::SOURCES];
    let roster = (any::<bool>(), any::<bool>(), "[a-z]{0,2}", 2001i16..2027, select(columns.to_vec()), any::<bool>());
    let roster = roster.prop_map(|(printed, asia, search, year, column, descending)| {
        let edition = if printed { Edition::Printed } else { Edition::Corrected };
        let sort = vec![Sort { column, descending }];
        let mut query = RosterQuery { edition, search, sort, ..RosterQuery::on(civil::date(year, 6, 20)) };
        if asia {
            query.choice.toggle(Facet::Region, "Central Asia");
        }
        (&subject::ROSTER, Query { roster: query, ..Query::of(&BRIEFING) })
    });
    let trade = (select(Measure::all().collect::<Vec<_>>()), any::<bool>(), proptest::option::of(2016i16..2027))
        .prop_map(|(measure, article, from)| {
            let layer = if article { Layer::Document } else { Layer::All };
            let from = from.map(Period::of_year);
            let trade = TradeQuery { measure, layer, from, ..TradeQuery::default() };
            (&subject::TRADE, Query { trade, ..Query::of(&BRIEFING) })
        });
    let claims = subsequence(Verdict::ALL.to_vec(), 0..=4).prop_map(|verdicts| {
        let claims = ClaimsQuery { verdicts: verdicts.into_iter().collect(), ..ClaimsQuery::default() };
        (&subject::CLAIMS, Query { claims, ..Query::of(&BRIEFING) })
    });
    let checks = (subsequence(Outcome::ALL.to_vec(), 0..=4), "[a-z]{0,2}").prop_map(|(outcomes, search)| {
        let checks = ChecksQuery { outcomes: outcomes.into_iter().collect(), search };
        (&subject::CHECKS, Query { checks, ..Query::of(&BRIEFING) })
    });
    prop_oneof![roster, trade, claims, checks]
}

/// Text that some format or other gives a meaning to.
fn hostile() -> impl Strategy<Value = String> {
    const PIECES: [&str; 36] = [
        "\"",
        "'",
        "\r\n",
        "\n",
        "\r",
        ",",
        ";",
        "\t",
        " ",
        "  ",
        "=1+1",
        "+1",
        "-2+3",
        "@x",
        "＝1",
        "#",
        "|",
        "\\",
        "<br>",
        "&#32;",
        "&amp;",
        "`",
        "*a*",
        "[x](y)",
        "https://a.b/c_d",
        "www.a.b",
        "_x0041_",
        "\u{0}",
        "\u{b}",
        "\u{1f}",
        "\u{fffe}",
        "\u{ffff}",
        "\u{feff}",
        "\u{2028}",
        "中文",
        "🏳",
    ];
    let piece = prop_oneof![select(&PIECES[..]).prop_map(str::to_owned), "[a-z0-9._-]{1,5}", "\\PC{1,3}"];
    proptest::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

/// A table of any cells.
fn tables() -> impl Strategy<Value = Table> {
    let or_empty = |cell: BoxedStrategy<Cell>| prop_oneof![1 => Just(Cell::Empty), 4 => cell];
    let text = or_empty(hostile().prop_map(Cell::Text).boxed());
    let number = (any::<i64>(), any::<bool>(), 0u32..20);
    let number = number.prop_map(|(digits, few, scale)| {
        Cell::Number(Decimal::new(if few { digits % 1_000_000 } else { digits }, if few { scale % 4 } else { scale }))
    });
    let date = (1600i16..2100, 1i8..13, 1i8..29, 0..3).prop_map(|(year, month, day, precision)| {
        let written = match precision {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        Cell::Date(written.parse().expect("a date"))
    });
    let list = proptest::collection::vec(hostile(), 0..3).prop_map(Cell::List);
    let row = (text, or_empty(number.boxed()), or_empty(date.boxed()), any::<bool>().prop_map(Cell::Flag), list);
    let row = row.prop_map(|(text, number, date, flag, list)| vec![text, number, date, flag, list]);
    (proptest::collection::vec(row, 0..6), hostile()).prop_map(|(rows, said)| table(rows, said))
}

fn table(rows: Vec<Vec<Cell>>, said: String) -> Table {
    let mut provenance = Provenance::new(&BRIEFING, said.clone(), made());
    provenance.facts = vec![Fact { key: "filters", name: label!(roster_table::fact_filters), value: said.clone() }];
    provenance.notes = vec![said.clone()];
    provenance.sources = vec![SourceLine {
        key: "source".to_owned().try_into().expect("a key"),
        publisher: said.clone(),
        title: said.clone(),
        origin: None,
        archived: None,
        address: Some(said),
    }];
    let columns = [Kind::Text, Kind::Number, Kind::Date, Kind::Flag, Kind::List].into_iter().enumerate();
    let columns = columns.map(|(index, kind)| Column::new(format!("column_{index}"), "a | title", "anything", kind));
    Table { provenance, columns: columns.collect(), rows }
}

fn texts(table: &Table) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect()
}

/// What a spreadsheet would run where a cell begins with it.
const RUNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A table as CSV, with what stands beside it.
fn written(table: &Table, notes: Notes, byte_order_mark: bool) -> (String, Value) {
    let parcel = csv(table, notes, byte_order_mark, &Words::english(), &Job::default()).expect("nobody cancels");
    let beside = parcel
        .beside
        .map_or(Value::Null, |about| serde_json::from_slice(&about.bytes("a table: 1.csv".as_ref())).expect("JSON"));
    (String::from_utf8(parcel.bytes).expect("UTF-8"), beside)
}

/// CSV as a reader would read it who takes the apostrophes away again. Only where there are notes above is a line that
/// begins with `#` none of the table.
fn read_csv(text: &str, notes: Notes) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let comment = (notes == Notes::Lines).then_some(b'#');
    let mut reader = ::csv::ReaderBuilder::new().comment(comment).from_reader(text.as_bytes());
    let plain = |cell: &str| match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(RUNS) => rest.to_owned(),
        _ => cell.to_owned(),
    };
    reader.records().map(|record| record.expect("a record").iter().map(plain).collect()).collect()
}

/// The cells of CSV as what stands beside it says they are to be read.
fn read_as_described(rows: &[Vec<String>], about: &Value) -> Vec<Vec<Cell>> {
    assert_eq!(about["url"], "a%20table%3A%201.csv");
    let columns = about["tableSchema"]["columns"].as_array().expect("columns");
    let null = about["tableSchema"]["null"].as_str().expect("what stands for nothing");
    let cell = |text: &String, column: &Value| {
        let datatype = &column["datatype"];
        match (
            datatype.as_str().or_else(|| datatype["base"].as_str()).expect("a datatype"),
            column["separator"].as_str(),
        ) {
            _ if text == null => Cell::Empty,
            ("string", Some(separator)) => Cell::List(text.split(separator).map(str::to_owned).collect()),
            ("decimal", None) => Cell::Number(text.parse().expect("a decimal number")),
            ("date", None) if text.len() == 10 => Cell::Date(text.parse().expect("a day")),
            ("gYearMonth", None) if text.len() == 7 => Cell::Date(text.parse().expect("a month")),
            ("gYear", None) if text.len() == 4 => Cell::Date(text.parse().expect("a year")),
            ("boolean", None) => {
                let (yes, no) =
                    datatype["format"].as_str().and_then(|format| format.split_once('|')).expect("two words");
                assert!([yes, no].contains(&text.as_str()), "{text}");
                Cell::Flag(text == yes)
            }
            ("string", None) => Cell::Text(text.clone()),
            (other, _) => panic!("{text} is no {other}"),
        }
    };
    rows.iter().map(|row| row.iter().zip(columns).map(|(text, column)| cell(text, column)).collect()).collect()
}

/// Whether a reader of CSV has what the table holds: dates of which some are known further than others are text, and a
/// list is the same if its texts are.
fn is_as_described(read: &Cell, cell: &Cell) -> bool {
    match (read, cell) {
        (Cell::Text(text), Cell::Date(_)) => *text == cell.text(),
        (Cell::Empty, _) | (_, Cell::List(_)) => read.text() == cell.text(),
        _ => read == cell,
    }
}

/// JSON as the published schema says it is to be read.
fn read_json(text: &[u8]) -> Vec<Vec<Cell>> {
    static SCHEMA: LazyLock<jsonschema::Validator> =
        LazyLock::new(|| jsonschema::validator_for(&format::schema()).expect("a schema"));
    let file: Value = serde_json::from_slice(text).expect("JSON");
    let problems: Vec<String> =
        SCHEMA.iter_errors(&file).map(|err| format!("{}: {err}", err.instance_path())).collect();
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(file["$schema"], format::schema()["$id"]);
    let columns = file["columns"].as_array().expect("columns");
    let cell = |value: &Value, kind: &str| {
        let text = || value.as_str().expect("text").to_owned();
        match kind {
            _ if value.is_null() => Cell::Empty,
            "text" => Cell::Text(text()),
            "number" => Cell::Number(text().parse().expect("a decimal number")),
            "date" => Cell::Date(text().parse().expect("a date")),
            "flag" => Cell::Flag(value.as_bool().expect("true or false")),
            _ => Cell::List(serde_json::from_value(value.clone()).expect("a list of texts")),
        }
    };
    let row = |row: &Value| {
        assert_eq!(row.as_object().map(serde_json::Map::len), Some(columns.len()));
        let of = |column: &Value| {
            cell(&row[column["name"].as_str().expect("a name")], column["kind"].as_str().expect("a kind"))
        };
        columns.iter().map(of).collect()
    };
    file["rows"].as_array().expect("rows").iter().map(row).collect()
}

/// The cells of the table in a Markdown text, as GitHub reads them, formulas and footnotes too.
fn read_markdown(text: &str) -> Vec<Vec<String>> {
    let constructs = Constructs { math_text: true, math_flow: true, ..Constructs::gfm() };
    let root = to_mdast(text, &ParseOptions { constructs, ..ParseOptions::gfm() }).expect("Markdown has no errors");
    let nodes = root.children().expect("a document");
    let [Node::Heading(_), Node::List(_), Node::Table(table)] = &nodes[..] else {
        panic!("what is said and the table, but {nodes:?}");
    };
    let of = |node: &Node| node.children().map_or(&[][..], Vec::as_slice).to_vec();
    table.children.iter().skip(1).map(|row| of(row).iter().map(read_cell).collect()).collect()
}

/// The text of a cell. An e-mail address is a link wherever it stands; nothing else is anything but text.
fn read_cell(node: &Node) -> String {
    match node {
        // The crate leaves what every other reader replaces.
        Node::Text(text) => text.value.replace('\0', "\u{fffd}"),
        Node::Html(tag) => {
            assert_eq!(tag.value, "<br>");
            "\n".to_owned()
        }
        Node::TableCell(_) => node.children().into_iter().flatten().map(read_cell).collect(),
        Node::Link(link) if link.url.starts_with("mailto:") => link.children.iter().map(read_cell).collect(),
        acts => panic!("{acts:?} acts"),
    }
}

/// The text with every kind of line break as one, since a cell of Markdown has only one.
fn with_one_break(text: &str) -> String {
    let text = text.replace('\0', "\u{fffd}");
    text.replace("\r\n", "\n").replace(['\r', '\n', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
}

/// The cells of the first sheet below its head, as another program finds them.
fn read_xlsx(bytes: Vec<u8>) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Data", "About"]);
    let sheet = book.worksheet_range("Data").expect("the data");
    sheet.rows().skip(1).map(<[Data]>::to_vec).collect()
}

/// Whether another program found in a cell what the table holds.
fn is_same(found: &Data, cell: &Cell) -> bool {
    match (found, cell) {
        (Data::Empty, cell) => cell.text().is_empty(),
        (Data::Float(found), Cell::Number(number)) => found.to_string().parse() == Ok(*number),
        (Data::Bool(found), Cell::Flag(flag)) => found == flag,
        (Data::DateTime(found), Cell::Date(date)) => {
            let (year, month, day, ..) = found.to_ymd_hms_milli();
            let first = (date.first_day().year() as u16, date.first_day().month() as u8, date.first_day().day() as u8);
            date.precision() == Precision::Day && (year, month, day) == first
        }
        (Data::String(found), Cell::Text(_) | Cell::List(_)) => *found == cell.text(),
        // What a workbook has no number or day for is text.
        (Data::String(found), Cell::Number(number)) => {
            *found == number.to_string() && number.normalize().mantissa().to_string().trim_start_matches('-').len() > 15
        }
        (Data::String(found), Cell::Date(date)) => {
            *found == date.to_string()
                && (date.precision() != Precision::Day || date.first_day() < civil::date(1900, 3, 1))
        }
        _ => false,
    }
}

fn holds_in_every_format(table: &Table) -> Result<(), TestCaseError> {
    let texts = texts(table);
    for byte_order_mark in [false, true] {
        let (lines, beside) = written(table, Notes::Lines, byte_order_mark);
        prop_assert_eq!((read_csv(&lines, Notes::Lines), beside), (texts.clone(), Value::Null));
        let (alone, about) = written(table, Notes::Beside, byte_order_mark);
        let rows = read_csv(&alone, Notes::Beside);
        prop_assert_eq!(&rows, &texts);
        for (read, cells) in read_as_described(&rows, &about).iter().zip(&table.rows) {
            for (read, cell) in read.iter().zip(cells) {
                prop_assert!(is_as_described(read, cell), "{:?} for {:?}", read, cell);
            }
        }
    }
    prop_assert_eq!(
        read_json(&json(table, &Words::english(), &Job::default()).expect("nobody cancels")),
        table.rows.clone()
    );
    let broken: Vec<Vec<String>> =
        texts.iter().map(|row| row.iter().map(|cell| with_one_break(cell)).collect()).collect();
    prop_assert_eq!(
        read_markdown(&format::markdown(table, &Words::english(), &Job::default()).expect("nobody cancels")),
        broken
    );
    let bytes = xlsx(table, &Words::english(), &Job::default()).expect("a workbook");
    prop_assert_eq!(
        &bytes,
        &xlsx(table, &Words::english(), &Job::default()).expect("a workbook"),
        "the same bytes each time"
    );
    let found = read_xlsx(bytes);
    prop_assert!(found.len() <= table.rows.len());
    for (index, row) in table.rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            let found = found.get(index).and_then(|row| row.get(column)).unwrap_or(&Data::Empty);
            prop_assert!(is_same(found, cell), "{:?} for {:?}", found, cell);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_asked_for_is_read_back_as_it_is_shown((subject, query) in subjects()) {
        let (format, look) = (&format::CSV, Look::default());
        let settings = Settings { query, look, made: made(), notes: Notes::default(), byte_order_mark: false };
        let order = Order { subject, format, settings };
        holds_in_every_format(&order::table(&BRIEFING, &FINDINGS, &order, &Words::english()).expect("a table"))?;
    }

    #[test]
    fn whatever_stands_in_a_cell_stands_there_in_every_format(table in tables()) {
        holds_in_every_format(&table)?;
    }
}

#[test]
fn what_is_said_of_a_table_stays_on_its_line() {
    let said = "a\r\nb\u{b}c\n# x, | y".to_owned();
    let table = table(vec![], said);
    let (text, _) = written(&table, Notes::Lines, false);
    let comments = text.lines().filter(|line| line.starts_with("# ")).count();
    assert_eq!(comments, table.provenance.lines(&Words::english()).len());
    assert_eq!(text.lines().count(), comments + 1, "and the head");
    assert_eq!(written(&table, Notes::Beside, false).0.lines().count(), 1, "the head alone");
    let head = format::markdown(&table, &Words::english(), &Job::default()).expect("nobody cancels");
    let first = head.lines().next().expect("a heading");
    assert!(first.starts_with("# ") && first.ends_with(r"a b\[U+000B\]c \# x, \| y"), "{first}");
}

#[test]
fn a_text_too_long_for_a_workbook_is_refused_and_stays_whole_elsewhere() {
    let long = "九".repeat(40_000);
    let table =
        table(vec![vec![Cell::Text(long.clone()), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]], String::new());
    assert_eq!(read_csv(&written(&table, Notes::Beside, false).0, Notes::Beside)[0][0], long);
    assert_eq!(read_json(&json(&table, &Words::english(), &Job::default()).expect("nobody cancels")), table.rows);
    assert_eq!(
        read_markdown(&format::markdown(&table, &Words::english(), &Job::default()).expect("nobody cancels"))[0][0],
        long
    );
    let refused = xlsx(&table, &Words::english(), &Job::default()).expect_err("too long");
    assert!(matches!(refused, ExportError::TextTooLong { length: 40_000, .. }), "{refused}");
    assert!(refused.to_string().contains("csv or json"), "{refused}");
}

#[test]
fn a_workbook_knows_a_day_from_a_month_and_says_what_it_simplified() {
    let dated = |text: &str| vec![Cell::Empty, Cell::Empty, Cell::Date(text.parse::<Date>().expect(text))];
    let table =
        table(["2001-06-15", "2016-03", "2010", "1899-12-31", "1900-02-28"].map(dated).to_vec(), "said".to_owned());
    let bytes = xlsx(&table, &Words::english(), &Job::default()).expect("a workbook");
    let found = read_xlsx(bytes.clone());
    assert!(matches!(found[0][2], Data::DateTime(_)));
    for (row, text) in [(1, "2016-03"), (2, "2010"), (3, "1899-12-31"), (4, "1900-02-28")] {
        assert_eq!(found[row][2], Data::String(text.to_owned()));
    }
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let about = book.worksheet_range("About").expect("what it is");
    let about: Vec<String> = about.rows().map(|row| format!("{}: {}", row[0], row[1])).collect();
    for said in ["Title: Said", "Made: 2025-07-14T00:00:00Z", "Filters: said", "Source source: said, said, said"] {
        assert!(about.iter().any(|line| line == said), "{said} is missing in {about:?}");
    }
    assert!(about.iter().any(|line| line.contains(BRIEFING.digest.as_str())));
    assert!(about.iter().any(|line| line.ends_with("before March 1900, which are text: 4")), "{about:?}");
}

#[test]
fn a_reader_who_cancels_gets_no_workbook() {
    let job = Job::default();
    job.cancel();
    let table = table(vec![vec![Cell::Empty; 5]], String::new());
    assert_eq!(xlsx(&table, &Words::english(), &job), Err(ExportError::Cancelled(Cancelled)));
}

#[test]
fn the_schema_of_the_files_is_valid_and_describes_every_field() {
    let schema = format::schema();
    assert!(jsonschema::meta::is_valid(&schema));
    let nodes = schema["$defs"].as_object().into_iter().flatten().map(|(_, node)| node).chain([&schema]);
    let mut fields = 0;
    for (name, property) in nodes.filter_map(|node| node["properties"].as_object()).flatten() {
        assert!(property["description"].is_string(), "{name} is not described");
        fields += 1;
    }
    assert!(fields > 15, "{fields}");
}
