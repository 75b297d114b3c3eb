//! A list of addresses: one or several a line, with or without a title before or behind it, or a table with a column of them.

use std::ops::Range;

use csv::ReaderBuilder;

use super::item::{Item, dated, host};
use super::{Fault, Format, Listed};
use crate::import::date::{date, either};
use crate::import::table::column_called;
use crate::{label, message};

/// The format.
pub const FORMAT: Format =
    Format { key: "addresses", name: label!(import::format_addresses), is: |text| found(text).is_some(), read };

/// What an address begins with; `www.` where a word does.
const BEGINNINGS: [&str; 3] = ["https://", "http://", "www."];

/// Where the addresses of a line begin and end.
fn within(line: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(start) = next(line, at) {
        let rest = line.get(start..).unwrap_or_default();
        let is_end = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '|');
        let ends = [";https://", ",https://", ";http://", ",http://"].into_iter().filter_map(|sign| rest.find(sign));
        let end = rest.find(is_end).into_iter().chain(ends).min().unwrap_or(rest.len());
        let address = rest.get(..end).unwrap_or_default().trim_end_matches([',', ';', ')', ']', '.']);
        if host(&whole(address)).is_some() {
            all.push(start..start + address.len());
        }
        at = start + end.max(1);
    }
    if all.is_empty() { bare(line).into_iter().collect() } else { all }
}

/// Where the next address begins.
fn next(line: &str, at: usize) -> Option<usize> {
    let rest = line.get(at..)?;
    let begins_word = |place: &usize| {
        let before = line.get(..at + place).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| c.is_whitespace() || "<(\"“|,;[".contains(c))
    };
    let found = BEGINNINGS.into_iter().filter_map(|sign| {
        let mut places = rest.match_indices(sign).map(|(place, _)| place);
        if sign == "www." { places.find(begins_word) } else { places.next() }
    });
    found.min().map(|place| at + place)
}

/// Where a line begins with a host and a path: `example.org/report`. A host alone could as well be the name of a file.
fn bare(line: &str) -> Option<Range<usize>> {
    let is_counted = |word: &&str| !word.chars().all(|c| c.is_ascii_digit() || c.is_ascii_punctuation() || c == '•');
    let word = line.split_whitespace().find(is_counted)?.trim_end_matches([',', ';', '.']);
    let (host, _) = word.split_once('/')?;
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty() && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    let last = labels.last().filter(|last| last.len() > 1 && last.bytes().all(|b| b.is_ascii_lowercase()));
    let start = line.find(word)?;
    (labels.len() > 1 && last.is_some() && labels.iter().all(is_label)).then(|| start..start + word.len())
}

/// An address with its scheme.
fn whole(address: &str) -> String {
    if address.contains("://") { address.to_owned() } else { format!("https://{address}") }
}

fn found(text: &str) -> Option<&str> {
    text.lines().take(200).find(|line| !within(line).is_empty())
}

const ADDRESSES: &[&str] =
    &["url", "address", "link", "web address", "адрес", "ссылка", "网址", "链接", "adresse", "enlace"];
const TITLES: &[&str] = &["title", "name", "заголовок", "название", "标题", "titre", "título", "titel"];
const PUBLISHERS: &[&str] =
    &["publisher", "publication title", "site", "источник", "издатель", "来源", "éditeur", "editor"];
const PUBLISHED: &[&str] = &["published", "date", "publication date", "дата", "日期", "fecha", "datum"];
const READ: &[&str] = &["read", "accessed", "access date", "date looked at", "retrieved"];
const NOTES: &[&str] = &["note", "notes", "remark", "примечание", "备注"];

fn read(text: &str) -> Result<Listed, Fault> {
    let listed = table(text).map_or_else(
        || {
            let has_none = |(_, line): &(u32, &str)| !line.trim().is_empty() && within(line).is_empty();
            let left = (1..).zip(text.lines()).filter(has_none);
            let left = left.map(|(row, _)| (message!(import::left_no_address), row)).collect();
            Listed { items: lines(text), left }
        },
        Listed::from,
    );
    if listed.items.is_empty() { Err((None, message!(import::no_address))) } else { Ok(listed) }
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
        let (date, beyond) = dated(field(day));
        items.push(Item {
            title: field(title).to_owned(),
            publisher: field(publisher).to_owned(),
            published: date,
            dated: beyond,
            read: dated(field(read)).0,
            address: field(Some(address)).to_owned(),
            note: field(note).to_owned(),
            row: u32::try_from(line).unwrap_or(u32::MAX),
            ..Item::default()
        });
    }
    Some(items)
}

/// The addresses of each line; what stands beside one is its title.
pub fn lines(text: &str) -> Vec<Item> {
    let mut items = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let all = within(line);
        let side = |from: usize, to: usize| {
            let edge = |c: char| c.is_whitespace() || "-–—:|,;()[]<>*•".contains(c);
            let text = line.get(from..to).unwrap_or_default().trim_matches(edge);
            if text.chars().any(char::is_alphanumeric) { text.to_owned() } else { String::new() }
        };
        let mut end = 0;
        for (at, place) in all.iter().enumerate() {
            let before = side(end, place.start);
            // A number before it is that of the line, and a word between two joins them.
            let is_none = match at {
                0 => before.is_empty() || before.trim_end_matches('.').parse::<u32>().is_ok(),
                _ => before.split_whitespace().count() < 2,
            };
            let behind = if all.len() == at + 1 { side(place.end, line.len()) } else { String::new() };
            let title = if is_none { behind } else { before };
            // A date alone is no title; of what day it is, nobody says.
            let is_date = date(&title).is_some() || either(&title).is_some();
            let (title, dated) = if is_date { (String::new(), title) } else { (title, String::new()) };
            let address = whole(line.get(place.clone()).unwrap_or_default());
            items.push(Item { title, dated, address, row: number, ..Item::default() });
            end = place.end;
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::{lines, read};

    #[test]
    fn each_address_of_a_line_is_one() {
        let of = |text: &str| lines(text).into_iter().map(|item| (item.title, item.address)).collect::<Vec<_>>();
        let some = |all: &[(&str, &str)]| {
            all.iter().map(|(title, address)| ((*title).to_owned(), (*address).to_owned())).collect::<Vec<_>>()
        };
        assert_eq!(of("www.example.org/a."), some(&[("", "https://www.example.org/a")]));
        assert_eq!(of("1. example.org/a"), some(&[("", "https://example.org/a")]));
        assert_eq!(
            of("Fares https://a.example/x and https://b.example/y"),
            some(&[("Fares", "https://a.example/x"), ("", "https://b.example/y")])
        );
        assert_eq!(
            of("https://a.example/x;https://b.example/y - Fares of all ports"),
            some(&[("", "https://a.example/x"), ("Fares of all ports", "https://b.example/y")])
        );
        let beside = lines("https://a.example/x (2024-05-01)");
        let told = beside.first().map(|item| (item.title.as_str(), item.dated.as_str()));
        assert_eq!(told, Some(("", "2024-05-01")), "a date is no title");
        let archived = "https://web.archive.example/2020/https://a.example/x";
        assert_eq!(of(archived), some(&[("", archived)]));
        for text in ["and/or", "z.B./usw.", "3.5/km", "example.org", "Min.Fin/2", "ftp://ftp.example/x", "awww.b c"] {
            assert_eq!(of(text), [], "{text}");
        }
    }

    #[test]
    fn a_line_without_an_address_is_left_and_said() {
        let listed = read("Links\n\nwww.example.org/a\nftp://ftp.example/x\n").expect("addresses");
        assert_eq!(listed.items.len(), 1);
        assert_eq!(listed.left.iter().map(|(_, row)| *row).collect::<Vec<_>>(), [1, 4]);
    }
}
