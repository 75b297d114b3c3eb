//! CSL-JSON, as Zotero and others write it.

use serde::Deserialize;
use serde_json::Value;

use super::item::{Item, dated};
use super::{Fault, Format, Listed};
use crate::{label, message};

/// The format.
pub const FORMAT: Format = Format {
    key: "csl-json",
    name: label!(import::format_csl),
    is: |text| {
        let text = text.trim_start();
        text.starts_with('[') || text.starts_with('{')
    },
    read,
};

/// What is read of an entry; all else of it stays where it is.
#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    id: Value,
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    publisher: String,
    #[serde(default, rename = "container-title")]
    container: Value,
    #[serde(default, rename = "URL")]
    address: String,
    #[serde(default, rename = "DOI")]
    doi: String,
    #[serde(default)]
    author: Vec<Name>,
    #[serde(default)]
    issued: Option<Dated>,
    #[serde(default)]
    accessed: Option<Dated>,
    #[serde(default)]
    license: String,
    #[serde(default)]
    note: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Name {
    family: String,
    given: String,
    literal: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Dated {
    #[serde(rename = "date-parts")]
    parts: Vec<Vec<Value>>,
    raw: String,
    literal: String,
}

impl Dated {
    /// The date, and what it says beyond that.
    fn date(&self) -> (Option<crate::briefing::Date>, String) {
        match self.parts.first() {
            Some(parts) => (Self::of_parts(parts), String::new()),
            None => dated(if self.raw.is_empty() { &self.literal } else { &self.raw }),
        }
    }

    fn of_parts(first: &[Value]) -> Option<crate::briefing::Date> {
        let number = |value: &Value| match value {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.parse().ok(),
            _ => None,
        };
        let parts: Vec<i64> = first.iter().map_while(number).collect();
        let written = match parts.as_slice() {
            [year, month, day, ..] => format!("{year:04}-{month:02}-{day:02}"),
            [year, month] => format!("{year:04}-{month:02}"),
            [year] => format!("{year:04}"),
            [] => return None,
        };
        written.parse().ok()
    }
}

fn read(text: &str) -> Result<Listed, Fault> {
    let broken =
        |err: &serde_json::Error| (u32::try_from(err.line()).ok().filter(|line| *line > 0), message!(import::not_csl));
    let value: Value = serde_json::from_str(text).map_err(|err| broken(&err))?;
    let entries = match value {
        Value::Array(entries) => entries,
        // Better CSL and others put the list into an object.
        Value::Object(mut fields) => match fields.remove("items").or_else(|| fields.remove("references")) {
            Some(Value::Array(entries)) => entries,
            _ => return Err((None, message!(import::not_csl))),
        },
        _ => return Err((None, message!(import::not_csl))),
    };
    let mut items = Vec::with_capacity(entries.len());
    for (number, entry) in (1..).zip(entries) {
        let entry: Entry =
            serde_json::from_value(entry).map_err(|_| (Some(number), message!(import::not_csl_entry)))?;
        let text = |value: &Value| match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Array(all) => all.iter().find_map(Value::as_str).unwrap_or_default().to_owned(),
            _ => String::new(),
        };
        let name = |name: &Name| {
            if name.literal.is_empty() {
                format!("{} {}", name.given, name.family).trim().to_owned()
            } else {
                name.literal.clone()
            }
        };
        let container = text(&entry.container);
        let address = if entry.address.is_empty() && !entry.doi.is_empty() {
            format!("https://doi.org/{}", entry.doi)
        } else {
            entry.address
        };
        let (published, beyond) = entry.issued.as_ref().map(Dated::date).unwrap_or_default();
        items.push(Item {
            key: text(&entry.id),
            kind: entry.kind,
            title: entry.title,
            publisher: if entry.publisher.is_empty() { container } else { entry.publisher },
            authors: entry.author.iter().map(name).filter(|name| !name.is_empty()).collect(),
            published,
            dated: beyond,
            read: entry.accessed.as_ref().and_then(|accessed| accessed.date().0),
            address,
            licence: entry.license,
            note: entry.note,
            row: number,
            ..Item::default()
        });
    }
    Ok(items.into())
}
