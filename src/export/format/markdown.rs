//! Tables and documents as Markdown, as GitHub and most editors read it.

use super::Format;
use crate::export::brief;
use crate::export::markdown_text::{destination, inline, is_line_break, is_link};
use crate::export::provenance::{Fact, Provenance, SourceLine};
use crate::export::table::{Kind, Table};
use crate::words::Words;
use crate::{label, message};

/// Markdown, as GitHub and most editors read it.
pub static FORMAT: Format = Format {
    key: "md",
    label: label!(export::format_markdown),
    extension: "md",
    is_text: true,
    options: &[],
    preview: None,
    table: Some(|table, _, words, _| Ok(markdown(table, words).into_bytes().into())),
    picture: None,
    document: Some(|material, job| Ok(brief::markdown(material, job)?.into_bytes())),
};

/// A table under a heading and a list that say what it is.
///
/// Text stands as it is, whatever it holds: nothing in it becomes a link, a tag or the end of a cell. A line break in a
/// cell is `<br>`.
pub fn markdown(table: &Table, words: &Words) -> String {
    let rule = table.columns.iter().map(|column| if column.kind == Kind::Number { "---:" } else { "---" }.to_owned());
    let mut lines = head(&table.provenance, words);
    lines.push(row(table.columns.iter().map(|column| cell(&column.title))));
    lines.push(row(rule));
    lines.extend(table.rows.iter().map(|cells| row(cells.iter().map(|one| cell(&one.text())))));
    lines.join("\n") + "\n"
}

/// What an export says of itself: a heading, and a list.
fn head(provenance: &Provenance, words: &Words) -> Vec<String> {
    let mut lines = vec![format!("# {}", inline(&words.say(&provenance.heading()))), String::new()];
    let item = |text: String| format!("- {text}");
    lines.push(item(words.say(&message!(export::about_digest, digest = inline(&provenance.digest)))));
    lines.push(item(words.say(&message!(export::about_made, made = inline(&provenance.made.to_string())))));
    let fact = |fact: &Fact| {
        item(words.say(&message!(export::about_fact, name = fact.name.clone(), value = inline(&fact.value))))
    };
    lines.extend(provenance.facts.iter().map(fact));
    lines.extend(provenance.notes.iter().map(|note| item(inline(note))));
    lines.extend(provenance.sources.iter().map(|one| item(source(one, words))));
    lines.push(String::new());
    lines
}

/// A source, which leads to its address where it has one.
fn source(source: &SourceLine, words: &Words) -> String {
    let text = inline(&words.say(&source.text()));
    let text = match source.address.as_deref().filter(|address| is_link(address)) {
        Some(address) => format!("[{text}]({})", destination(address)),
        None => text,
    };
    words.say(&message!(export::about_source, key = inline(source.key.as_str()), source = text))
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

/// A cell. White space at its ends is written so that it stays.
fn cell(text: &str) -> String {
    let is_space = |letter: char| matches!(letter, ' ' | '\t');
    let lines = text.replace("\r\n", "\n");
    let lines: Vec<String> = lines.split(is_line_break).map(inline).collect();
    let whole = lines.join("<br>");
    let inner = whole.trim_matches(is_space);
    if inner.len() == whole.len() {
        return whole;
    }
    let written = |spaces: &str| spaces.replace(' ', "&#32;").replace('\t', "&#9;");
    let start = whole.len() - whole.trim_start_matches(is_space).len();
    let (before, rest) = whole.split_at(start);
    let (inner, after) = rest.split_at(rest.trim_end_matches(is_space).len());
    format!("{}{inner}{}", written(before), written(after))
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn nothing_in_a_cell_acts() {
        assert_eq!(cell("a|b\r\nc"), "a\\|b<br>c");
        assert_eq!(cell("<b>[x](https://y)</b>"), "\\<b\\>\\[x\\](https\\://y)\\</b\\>");
        assert_eq!(cell(" a\t"), "&#32;a&#9;");
        assert_eq!(cell("  "), "&#32;&#32;");
        assert_eq!(cell(""), "");
    }
}
