//! Tables as JSON, in a form that the program publishes as a JSON Schema.
//!
//! Numbers are written as text: most readers of JSON make binary fractions of its numbers, and a figure of this desk is
//! a decimal with exactly the digits it has. The briefing's own files do the same.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::Format;
use crate::briefing::schema;
use crate::export::job::{Cancelled, Job, Taker};
use crate::export::provenance::Provenance;
use crate::export::shown::Rows;
use crate::export::table::{self, Cell, Kind, Table};
use crate::label;
use crate::words::Words;

/// JSON, as the published schema describes it.
pub static FORMAT: Format = Format {
    key: "json",
    label: label!(export::format_json),
    extension: "json",
    is_text: true,
    options: &[],
    table: Some(|table, _, words, job| Ok(json(table, words, job)?.into())),
    rows: Some(|table, _, words| Rows::of(table, |column| &column.name, shown, words)),
    picture: None,
    pages: None,
    document: None,
    references: None,
    calendar: None,
};

/// A cell as it is read in the file.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Flag(flag) => flag.to_string(),
        cell => cell.text(),
    }
}

/// The part of the published schema that these files follow.
pub const PART: &str = "export-table";

/// A table as JSON, with the identifier of its schema.
///
/// # Errors
/// That the reader cancelled.
pub fn json(table: &Table, words: &Words, job: &Job) -> Result<Vec<u8>, Cancelled> {
    let file = File {
        schema: schema::identifier(PART),
        provenance: Says::of(&table.provenance, words),
        columns: table.columns.iter().map(Column::of).collect(),
        rows: table.rows.iter().map(|row| Row { columns: &table.columns, cells: row }).collect(),
    };
    let mut taker = Taker::new(job);
    // What takes it in memory does not fail but by being cancelled, and every key is text.
    if let Err(err) = serde_json::to_writer_pretty(&mut taker, &file) {
        log::debug!("a table as JSON: {err}");
    }
    job.step(0.95)?;
    taker.bytes.push(b'\n');
    Ok(taker.bytes)
}

/// The columns and the rows of a table, as its file has them.
pub fn data(columns: &[table::Column], rows: &[Vec<Cell>]) -> Value {
    let rows: Vec<Row<'_>> = rows.iter().map(|cells| Row { columns, cells }).collect();
    let columns: Vec<Column<'_>> = columns.iter().map(Column::of).collect();
    serde_json::json!({ "columns": columns, "rows": rows })
}

/// The JSON Schema (2020-12) of these files.
pub fn schema() -> Value {
    schema::of_type::<File<'_>>(PART, "A table that Briefing Desk exported")
}

/// A table that was exported from a briefing: what it is, what its columns mean, and its rows.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct File<'a> {
    /// The identifier of this schema. The program prints the schema on `briefing-desk schema export-table`.
    #[serde(rename = "$schema")]
    schema: String,
    /// What the table is and what it rests on.
    provenance: Says<'a>,
    /// The columns, in the order of the screen.
    columns: Vec<Column<'a>>,
    /// The rows, in the order of the screen. Each has a field for every column, under the column's name.
    #[schemars(with = "Vec<BTreeMap<String, Datum<'a>>>")]
    rows: Vec<Row<'a>>,
}

/// What an export says of itself.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Provenance", deny_unknown_fields)]
struct Says<'a> {
    /// What the table shows.
    title: &'a str,
    /// The name of the briefing.
    briefing: &'a str,
    /// The SHA-256 of the briefing's files, in hexadecimal digits.
    sha256: &'a str,
    /// When the file was made: ISO 8601, in UTC.
    #[schemars(extend("format" = "date-time"))]
    made: String,
    /// How the controls of the window were set: the name of each in lower case with underscores, and its setting.
    #[serde(serialize_with = "in_order")]
    #[schemars(with = "BTreeMap<String, String>")]
    settings: Vec<(&'static str, &'a str)>,
    /// What a reader has to know besides.
    notes: &'a [String],
    /// The sources of exactly the rows in the file.
    sources: Vec<Source<'a>>,
}

/// A source of the rows.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Source<'a> {
    /// The key that the rows name it by.
    key: &'a str,
    /// Publisher, title and address.
    text: String,
    /// The address alone, or null where none is known.
    address: Option<&'a str>,
    /// Whose text it carries, or null where it is its publisher's own.
    origin: Option<&'a str>,
    /// The address of an archived copy, or null where none is known.
    archived: Option<&'a str>,
}

/// A column of the table.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Column<'a> {
    /// The name of its field in each row.
    name: &'a str,
    /// Its name for people.
    title: &'a str,
    /// What stands in it, with its unit.
    about: &'a str,
    /// What its data are, where they are not null.
    kind: KindName,
}

/// What the data of a column are.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "Kind")]
enum KindName {
    /// Text.
    Text,
    /// A decimal number, as text with exactly the digits that are known of it: `244.81`.
    Number,
    /// A date as far as it is known, as text: `2001-06-15`, `2016-03` or `2010`.
    Date,
    /// True or false.
    Flag,
    /// A list of texts.
    List,
}

/// One datum of a row: null where nothing is known, which is never zero.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum Datum<'a> {
    /// Nothing is known.
    Empty(()),
    /// Text, a decimal number or a date, as the column's kind says.
    Text(&'a str),
    /// A decimal number or a date.
    #[schemars(skip)]
    Written(String),
    /// True or false.
    Flag(bool),
    /// Several texts.
    List(&'a [String]),
}

struct Row<'a> {
    columns: &'a [table::Column],
    cells: &'a [Cell],
}

impl<'a> Says<'a> {
    fn of(provenance: &'a Provenance, words: &Words) -> Self {
        let settings = provenance.facts.iter().map(|fact| (fact.key, fact.value.as_str()));
        let sources = provenance.sources.iter().map(|source| Source {
            key: source.key.as_str(),
            text: words.say(&source.text()),
            address: source.address.as_deref(),
            origin: source.origin.as_deref(),
            archived: source.archived.as_ref().map(|copy| copy.address.as_str()),
        });
        Self {
            title: &provenance.title,
            briefing: &provenance.briefing,
            sha256: &provenance.digest,
            made: provenance.made.to_string(),
            settings: settings.collect(),
            notes: &provenance.notes,
            sources: sources.collect(),
        }
    }
}

impl<'a> Column<'a> {
    fn of(column: &'a table::Column) -> Self {
        let kind = match column.kind {
            Kind::Text => KindName::Text,
            Kind::Number => KindName::Number,
            Kind::Date => KindName::Date,
            Kind::Flag => KindName::Flag,
            Kind::List => KindName::List,
        };
        Self { name: &column.name, title: &column.title, about: &column.about, kind }
    }
}

impl<'a> Datum<'a> {
    fn of(cell: &'a Cell) -> Self {
        match cell {
            Cell::Empty => Self::Empty(()),
            Cell::Text(text) => Self::Text(text),
            Cell::Number(_) | Cell::Date(_) => Self::Written(cell.text()),
            Cell::Flag(flag) => Self::Flag(*flag),
            Cell::List(texts) => Self::List(texts),
        }
    }
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let names = self.columns.iter().map(|column| &column.name);
        serializer.collect_map(names.zip(self.cells.iter().map(Datum::of)))
    }
}

/// As an object whose fields stand in the order given.
fn in_order<S: Serializer>(settings: &[(&'static str, &str)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(settings.iter().map(|(name, value)| (name, value)))
}
