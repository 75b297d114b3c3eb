//! A list of addresses: one a line, with or without a title before or behind it, or a table with a column of them.

use csv::ReaderBuilder;

use super::item::{Item, date, host};
use super::{Fault, Format};
use crate::import::table::column_called;
use crate::{label, message};

/// The format.
pub const FORMAT: Format =
    Format { key: "addresses", name: label!(import::format_addresses), is: |text| found(text).is_some(), read };

/// Where the first address of a line begins and ends.
fn within(line: &str) -> Option<(usize, usize)> {
    let start = line.find("https://").or_else(|| line.find("http://"))?;
    let rest = line.get(start..)?;
    let end =
        rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '|')).unwrap_or(rest.len());
    let address = rest.get(..end)?.trim_end_matches([',', ';', ')', ']', '.']);
    host(address).map(|_| (start, start + address.len()))
}

fn found(text: &str) -> Option<&str> {
    text.lines().take(200).find(|line| within(line).is_some())
}

const ADDRESSES: &[&str] =
    &["url", "address", "link", "web address", "адрес", "ссылка", "网址", "链接", "adresse", "enlace"];
const TITLES: &[&str] = &["title", "name", "заголовок", "название", "标题", "titre", "título", "titel"];
const PUBLISHERS: &[&str] =
    &["publisher", "publication title", "site", "источник", "издатель", "来源", "éditeur", "editor"];
const PUBLISHED: &[&str] = &["published", "date", "publication date", "дата", "日期", "fecha", "datum"];
const READ: &[&str] = &["read", "accessed", "access date", "date looked at", "retrieved"];
const NOTES: &[&str] = &["note", "notes", "remark", "примечание", "备注"];

fn read(text: &str) -> Result<Vec<Item>, Fault> {
    let items = table(text).unwrap_or_else(|| lines(text));
    if items.is_empty() { Err((None, message!(import::no_address))) } else { Ok(items) }
}

/// A table whose head names a column of addresses.
fn table(text: &str) -> Option<Vec<Item>> {
    let head = text.lines().next()?;
    let delimiter = ['\t', ';', ','].into_iter().find(|sign| head.contains(*sign))?;
    let mut reader = ReaderBuilder::new()
        .delimiter(u8::try_from(delimiter).ok()?)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut rows = reader.records();
    let names: Vec<String> = rows.next()?.ok()?.iter().map(str::to_owned).collect();
    let find = |called| column_called(&names, called);
    let address = find(ADDRESSES)?;
    let (title, publisher, day) = (find(TITLES), find(PUBLISHERS), find(PUBLISHED));
    let (read, note) = (find(READ), find(NOTES));
    let mut items = Vec::new();
    for row in rows.map_while(Result::ok) {
        let field = |column: Option<usize>| column.and_then(|column| row.get(column)).unwrap_or_default().trim();
        let line = row.position().map_or(0, csv::Position::line);
        if field(Some(address)).is_empty() && field(title).is_empty() {
            continue;
        }
        items.push(Item {
            title: field(title).to_owned(),
            publisher: field(publisher).to_owned(),
            published: date(field(day)),
            read: date(field(read)),
            address: field(Some(address)).to_owned(),
            note: field(note).to_owned(),
            row: u32::try_from(line).unwrap_or(u32::MAX),
            ..Item::default()
        });
    }
    Some(items)
}

/// An address a line; what stands beside it is its title.
pub fn lines(text: &str) -> Vec<Item> {
    let mut items = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let Some((start, end)) = within(line) else { continue };
        let side = |text: Option<&str>| {
            let edge = |c: char| c.is_whitespace() || "-–—:|,;()[]<>*•".contains(c);
            text.unwrap_or_default().trim_matches(edge).to_owned()
        };
        let (before, after) = (side(line.get(..start)), side(line.get(end..)));
        // A number before it is that of the line.
        let counted = before.trim_end_matches('.').parse::<u32>().is_ok();
        let title = if before.is_empty() || counted { after } else { before };
        let address = line.get(start..end).unwrap_or_default().to_owned();
        items.push(Item { title, address, row: number, ..Item::default() });
    }
    items
}
