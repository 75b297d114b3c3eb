//! What a table of CSV is, in a file beside it, as CSV on the Web describes tables (W3C, tabular metadata).

use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::markdown_text::is_link;
use super::provenance::{Fact, SourceLine};
use super::table::{Cell, Column, Kind, Table};
use crate::briefing::Precision;
use crate::words::Words;

/// What the name of a table ends with to be that of the file beside it, where readers of CSV on the Web look for it.
pub const ENDING: &str = "-metadata.json";

/// Who made it, by which it is known again.
const CREATOR: &str = "Briefing Desk";
/// More than this is no description of ours.
const LONGEST: u64 = 64 << 20;
/// What stands between the texts of a cell that holds several, as [`Cell::text`] writes them.
const SEPARATOR: &str = "; ";

/// The description of a table that has no name yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Metadata {
    #[serde(rename = "@context")]
    context: (&'static str, Language),
    url: String,
    #[serde(rename = "dc:title")]
    title: String,
    #[serde(rename = "dc:creator")]
    creator: &'static str,
    #[serde(rename = "dc:created")]
    created: String,
    #[serde(rename = "dc:isPartOf")]
    briefing: Briefing,
    #[serde(rename = "dc:source")]
    sources: Vec<Source>,
    notes: Vec<Note>,
    dialect: Dialect,
    #[serde(rename = "tableSchema")]
    schema: Schema,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Language {
    #[serde(rename = "@language")]
    language: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Briefing {
    #[serde(rename = "dc:title")]
    title: String,
    #[serde(rename = "dc:identifier")]
    identifier: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Source {
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    /// The key that the rows name it by.
    #[serde(rename = "dc:identifier")]
    key: String,
    #[serde(rename = "dc:publisher")]
    publisher: String,
    #[serde(rename = "dc:title")]
    title: String,
    /// Whose text it carries.
    #[serde(rename = "dc:source", skip_serializing_if = "Option::is_none")]
    origin: Option<String>,
    /// Where a copy of it is kept.
    #[serde(rename = "dc:hasVersion", skip_serializing_if = "Option::is_none")]
    archived: Option<String>,
}

/// The standard leaves to each program what its notes are: here a control of the window and how it is set, or a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
enum Note {
    Setting { setting: &'static str, name: String, value: String },
    Note { note: String },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    encoding: &'static str,
    delimiter: &'static str,
    line_terminators: [&'static str; 1],
    quote_char: &'static str,
    double_quote: bool,
    header: bool,
    trim: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Schema {
    null: &'static str,
    columns: Vec<Described>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Described {
    name: String,
    titles: Vec<String>,
    #[serde(rename = "dc:description")]
    about: String,
    datatype: Datatype,
    #[serde(skip_serializing_if = "Option::is_none")]
    separator: Option<&'static str>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
enum Datatype {
    Base(&'static str),
    Formatted { base: &'static str, format: &'static str },
}

impl Metadata {
    /// Describes a table, with what is to be said of it besides.
    pub fn of(table: &Table, besides: Option<String>, words: &Words) -> Self {
        let provenance = &table.provenance;
        let setting =
            |fact: &Fact| Note::Setting { setting: fact.key, name: words.say(&fact.name), value: fact.value.clone() };
        let notes = provenance.notes.iter().cloned().chain(besides).map(|note| Note::Note { note });
        let columns = table.columns.iter().enumerate();
        Self {
            context: ("http://www.w3.org/ns/csvw", Language { language: words.language().key() }),
            url: String::new(),
            title: words.sentence_case(&provenance.title),
            creator: CREATOR,
            created: provenance.made.to_string(),
            briefing: Briefing {
                title: provenance.briefing.clone(),
                identifier: format!("sha256:{}", provenance.digest),
            },
            sources: provenance.sources.iter().map(Source::of).collect(),
            notes: provenance.facts.iter().map(setting).chain(notes).collect(),
            dialect: Dialect {
                encoding: "utf-8",
                delimiter: ",",
                line_terminators: ["\r\n"],
                quote_char: "\"",
                double_quote: true,
                header: true,
                trim: false,
            },
            schema: Schema {
                null: "",
                columns: columns.map(|(index, one)| Described::of(table, index, one)).collect(),
            },
        }
    }

    /// The file beside a table of a name.
    pub fn beside(&self, table: &OsStr) -> Vec<u8> {
        let named = Self { url: relative(table), ..self.clone() };
        // Writing to memory does not fail, and every key is text.
        let text = serde_json::to_string_pretty(&named).inspect_err(|err| log::error!("a table described: {err}"));
        (text.unwrap_or_default() + "\n").into_bytes()
    }
}

/// Where the description of a table stands; none where the path names no file.
pub fn path_beside(table: &Path) -> Option<PathBuf> {
    let mut name = table.file_name()?.to_owned();
    name.push(ENDING);
    Some(table.with_file_name(name))
}

/// Whether what stands at a path is a description of a table of that name, made here.
pub fn is_ours(path: &Path, table: &OsStr) -> bool {
    #[derive(Deserialize)]
    struct Maker {
        url: String,
        #[serde(rename = "dc:creator")]
        creator: String,
    }
    let Ok(file) = File::open(path) else { return false };
    let maker: Result<Maker, _> = serde_json::from_reader(BufReader::new(file.take(LONGEST)));
    maker.is_ok_and(|maker| maker.creator == CREATOR && maker.url == relative(table))
}

/// A name as an address relative to that of the file beside it.
fn relative(name: &OsStr) -> String {
    encoded(name.as_encoded_bytes(), |byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
}

/// Every byte that may not stand as it is, by its number.
fn encoded(bytes: &[u8], may_stand: impl Fn(u8) -> bool) -> String {
    let one = |byte: &u8| if may_stand(*byte) { char::from(*byte).to_string() } else { format!("%{byte:02X}") };
    bytes.iter().map(one).collect()
}

/// A name as a variable of an address template; those that begin with a low line are the standard's own.
fn variable(name: &str) -> String {
    let name = encoded(name.as_bytes(), |byte| byte.is_ascii_alphanumeric() || byte == b'_');
    name.strip_prefix('_').map(|rest| format!("%5F{rest}")).unwrap_or(name)
}

impl Source {
    fn of(source: &SourceLine) -> Self {
        Self {
            address: source.address.clone().filter(|address| is_link(address)),
            key: source.key.to_string(),
            publisher: source.publisher.clone(),
            title: source.title.clone(),
            origin: source.origin.clone(),
            archived: source.archived.as_ref().map(|copy| copy.address.clone()),
        }
    }
}

impl Described {
    fn of(table: &Table, index: usize, column: &Column) -> Self {
        // What stands in the head is one of its titles; so readers know the column by it.
        let mut titles = vec![column.name.clone()];
        titles.extend(Some(column.title.clone()).filter(|title| *title != column.name));
        let dates = table.rows.iter().filter_map(|row| match row.get(index) {
            Some(Cell::Date(date)) => Some(date.precision()),
            _ => None,
        });
        Self {
            name: variable(&column.name),
            titles,
            about: column.about.clone(),
            datatype: match column.kind {
                Kind::Text | Kind::List => Datatype::Base("string"),
                Kind::Number => Datatype::Base("decimal"),
                Kind::Date => Datatype::Base(datatype(dates)),
                Kind::Flag => Datatype::Formatted { base: "boolean", format: "yes|no" },
            },
            separator: (column.kind == Kind::List).then_some(SEPARATOR),
        }
    }
}

/// What dates are that are known so far: where some are known further than others, there is no datatype for them all.
fn datatype(mut known: impl Iterator<Item = Precision>) -> &'static str {
    let first = known.next().unwrap_or(Precision::Day);
    match first {
        _ if known.any(|other| other != first) => "string",
        Precision::Day => "date",
        Precision::Month => "gYearMonth",
        Precision::Year => "gYear",
    }
}
