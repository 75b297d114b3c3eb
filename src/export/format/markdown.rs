//! Tables and documents as Markdown, as GitHub and most editors read it.

use super::Format;
use crate::export::brief;
use crate::export::job::{Cancelled, Job};
use crate::export::markdown_text::{cell, destination, is_link, line, within};
use crate::export::provenance::{Fact, Provenance, SourceLine};
use crate::export::shown::Rows;
use crate::export::table::{Cell, Kind, Table};
use crate::words::Words;
use crate::{label, message};

/// Markdown, as GitHub and most editors read it.
pub static FORMAT: Format = Format {
    key: "md",
    label: label!(export::format_markdown),
    extension: "md",
    is_text: true,
    options: &[],
    table: Some(|table, _, words, job| Ok(markdown(table, words, job)?.into_bytes().into())),
    rows: Some(|table, _, words| Rows::of(table, |column| &column.title, Cell::text, words)),
    picture: None,
    pages: None,
    document: Some(|material, job| Ok(brief::markdown(material, job)?.into_bytes().into())),
    references: None,
    calendar: None,
};

/// A table under a heading and a list that say what it is.
///
/// Text stands as it is, whatever it holds: nothing in it becomes a link, a tag or the end of a cell. A line break in a
/// cell is `<br>`.
///
/// # Errors
/// That the reader cancelled.
pub fn markdown(table: &Table, words: &Words, job: &Job) -> Result<String, Cancelled> {
    let rule = table.columns.iter().map(|column| if column.kind == Kind::Number { "---:" } else { "---" }.to_owned());
    let mut lines = head(&table.provenance, words);
    lines.push(row(table.columns.iter().map(|column| cell(&column.title))));
    lines.push(row(rule));
    lines.extend(job.each((0.5, 0.9), &table.rows, |cells| row(cells.iter().map(|one| cell(&one.text()))))?);
    Ok(lines.join("\n") + "\n")
}

/// What an export says of itself: a heading, and a list.
fn head(provenance: &Provenance, words: &Words) -> Vec<String> {
    let mut lines = vec![format!("# {}", line(&words.say(&provenance.heading()))), String::new()];
    let item = |text: String| format!("- {text}");
    lines.push(item(words.say(&message!(export::about_digest, digest = within(&provenance.digest)))));
    lines.push(item(words.say(&message!(export::about_made, made = within(&provenance.made.to_string())))));
    let fact = |fact: &Fact| {
        item(words.say(&message!(export::about_fact, name = fact.name.clone(), value = within(&fact.value))))
    };
    lines.extend(provenance.facts.iter().map(fact));
    lines.extend(provenance.notes.iter().map(|note| item(line(note))));
    lines.extend(provenance.sources.iter().map(|one| item(source(one, words))));
    lines.push(String::new());
    lines
}

/// A source, which leads to its address where it has one.
fn source(source: &SourceLine, words: &Words) -> String {
    let text = within(&words.say(&source.text()));
    let text = match source.address.as_deref().filter(|address| is_link(address)) {
        Some(address) => format!("[{text}]({})", destination(address)),
        None => text,
    };
    words.say(&message!(export::about_source, key = within(source.key.as_str()), source = text))
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}
