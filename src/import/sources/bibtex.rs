//! BibTeX and BibLaTeX.

use biblatex::{Bibliography, ChunksExt as _, Entry};

use super::item::{Item, date};
use super::{Fault, Format};
use crate::briefing::attempt;
use crate::{label, message};

/// The format.
pub const FORMAT: Format = Format {
    key: "bibtex",
    name: label!(import::format_bibtex),
    is: |text| {
        let entry = |line: &str| {
            let line = line.trim_start().trim_start_matches('\u{feff}');
            line.starts_with('@') && line.contains(['{', '('])
        };
        text.lines().take(200).any(entry)
    },
    read,
};

fn read(text: &str) -> Result<Vec<Item>, Fault> {
    let line = |at: usize| {
        let before = text.as_bytes().get(..at).unwrap_or_default();
        u32::try_from(memchr::memchr_iter(b'\n', before).count() + 1).unwrap_or(u32::MAX)
    };
    // Whatever the parser makes of a broken file ends here.
    let parsed = attempt::attempt(|| Bibliography::parse(text));
    let Ok(parsed) = parsed else { return Err((None, message!(import::not_bibtex))) };
    let bibliography = parsed.map_err(|err| (Some(line(err.span.start)), message!(import::not_bibtex)))?;
    let mut items = Vec::new();
    for (number, entry) in (1..).zip(bibliography.iter()) {
        items.push(item(entry, number));
    }
    if items.is_empty() { Err((None, message!(import::not_bibtex))) } else { Ok(items) }
}

fn item(entry: &Entry, row: u32) -> Item {
    let field =
        |name: &str| entry.get(name).map(|chunks| chunks.format_verbatim().trim().to_owned()).unwrap_or_default();
    let any = |names: &[&str]| names.iter().map(|name| field(name)).find(|text| !text.is_empty()).unwrap_or_default();
    let published = date(&field("date")).or_else(|| {
        let (year, month, day) = (field("year"), field("month"), field("day"));
        let month = crate::import::period::month(&month);
        match (month, day.parse::<i8>()) {
            (Some(month), Ok(day)) => date(&format!("{year}-{month:02}-{day:02}")),
            (Some(month), Err(_)) => date(&format!("{year}-{month:02}")),
            _ => date(&year),
        }
    });
    let person = |person: biblatex::Person| format!("{} {}", person.given_name, person.name).trim().to_owned();
    let doi = field("doi");
    let address = any(&["url", "howpublished"]);
    let address = address.strip_prefix("\\url{").and_then(|rest| rest.strip_suffix('}')).unwrap_or(&address).to_owned();
    Item {
        key: entry.key.clone(),
        kind: entry.entry_type.to_string(),
        title: field("title"),
        publisher: any(&["publisher", "organization", "institution", "journal", "journaltitle", "booktitle"]),
        authors: entry.author().map(|all| all.into_iter().map(person).collect()).unwrap_or_default(),
        published,
        read: date(&field("urldate")),
        address: if address.is_empty() && !doi.is_empty() { format!("https://doi.org/{doi}") } else { address },
        licence: String::new(),
        note: field("note"),
        row,
    }
}
