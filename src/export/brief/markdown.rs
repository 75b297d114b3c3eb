//! The brief as Markdown, as GitHub and most editors read it.

use std::fmt::Write as _;

use super::document::{Block, Document, Figure, Grid, Kind, Link, Rank, Row, Side, Span, Style, Text, Tone};
use crate::export::markdown_text::{destination, inline as shown};
use crate::message;
use crate::words::Words;

/// Writes a document.
pub fn write(document: &Document, words: &Words) -> String {
    let mut in_part = false;
    let mut write = |one: &Block| {
        in_part |= matches!(one, Block::Heading(heading) if heading.rank == Rank::Part);
        block(one, in_part, words)
    };
    let blocks: Vec<String> = document.blocks.iter().map(&mut write).collect();
    format!("{}\n", blocks.join("\n\n"))
}

fn block(block: &Block, in_part: bool, words: &Words) -> String {
    match block {
        Block::Heading(heading) => {
            let level = match heading.rank {
                Rank::Headline => "#",
                // Levels follow each other without a gap.
                Rank::Section if in_part => "###",
                Rank::Part | Rank::Section => "##",
            };
            let beside = Text::quiet(&heading.beside);
            let beside =
                if heading.beside.is_empty() { String::new() } else { format!("\n\n*{}*", inline(&beside, false)) };
            format!("{level} {}{beside}", shown(&heading.text))
        }
        Block::Paragraph(paragraph) => match paragraph.style {
            Style::Lead => format!("**{}**", inline(&paragraph.text, false)),
            Style::Body | Style::Caption => inline(&paragraph.text, true),
        },
        Block::Figures(figures) => figures.iter().map(figure).collect::<Vec<_>>().join("\n"),
        Block::Grid(grid) => match grid.kind {
            Kind::Table => table(grid),
            Kind::List => grid.rows.iter().map(item).collect::<Vec<_>>().join("\n"),
        },
        Block::Picture(picture) => {
            format!("*{}*", words.say(&message!(brief::picture, alt = shown(&picture.alt))))
        }
    }
}

fn figure(figure: &Figure) -> String {
    let value = shown(&format!("{} {}", figure.value, figure.unit));
    format!("- {}: **{}** ({})", shown(&figure.label), value.trim(), inline(&figure.below, false))
}

fn table(grid: &Grid) -> String {
    let titles: Vec<String> = grid.columns.iter().map(|column| shown(&column.title)).collect();
    let sides: Vec<&str> =
        grid.columns.iter().map(|column| if column.side == Side::End { "---:" } else { "---" }).collect();
    let mut text = format!("| {} |\n| {} |", titles.join(" | "), sides.join(" | "));
    for row in &grid.rows {
        let cells: Vec<String> = row.cells.iter().map(|cell| inline(cell, false)).collect();
        let _ = write!(text, "\n| {} |", cells.join(" | "));
    }
    text
}

/// An item of a list: its number or its name first, then the rest of its cells.
fn item(row: &Row) -> String {
    let mut cells = row.cells.iter();
    let first = cells.next().map(Text::words).unwrap_or_default();
    let rest: Vec<String> = cells.map(|cell| inline(cell, false)).filter(|cell| !cell.is_empty()).collect();
    let anchor = row.source.map_or_else(String::new, |number| format!("<a id=\"source-{number}\"></a>"));
    let bullet = if !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("{first}.")
    } else if first == "–" {
        "-".to_owned()
    } else {
        format!("- **{}**", row.cells.first().map(|cell| inline(cell, false)).unwrap_or_default())
    };
    format!("{bullet} {anchor}{}", rest.join(" · "))
}

/// Words as Markdown shows them; only where they begin a line could they begin a list or a heading.
fn inner(words: &str, begins: bool) -> String {
    if begins {
        return shown(words);
    }
    let after = shown(&format!("x{words}"));
    after.strip_prefix('x').map_or_else(String::new, str::to_owned)
}

/// A text in one line of Markdown, at the beginning of a line or within one.
fn inline(text: &Text, begins: bool) -> String {
    let mut line = String::new();
    for span in &text.0 {
        match span {
            Span::Break => line.push_str("<br>"),
            // The word of a mark stands beside it.
            Span::Mark(_) => {}
            Span::Words { words, tone, link } => {
                let kept = words.trim_matches(' ');
                let (before, after) = words.split_once(kept).unwrap_or((words, ""));
                let said = match tone {
                    _ if kept.is_empty() => String::new(),
                    Tone::Strong => format!("**{}**", inner(kept, begins && line.is_empty())),
                    Tone::Code => format!("`{}`", kept.replace('`', "'")),
                    Tone::Plain | Tone::Quiet | Tone::Citation => inner(kept, begins && line.is_empty()),
                };
                let said = match link {
                    Some(Link::Source(number)) => format!("[{said}](#source-{number})"),
                    Some(Link::Web(address)) => format!("[{said}]({})", destination(address)),
                    None => said,
                };
                let _ = write!(line, "{before}{said}{after}");
            }
        }
    }
    line.replace('\u{a0}', " ").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{inline, table};
    use crate::export::brief::document::{Column, Grid, Link, Row, Text, Tone};

    #[test]
    fn what_is_typed_stays_text() {
        let text =
            Text::strong("a*b ").and(Tone::Plain, "<b>|").and_break().and_link(Tone::Citation, "1", Link::Source(1));
        assert_eq!(inline(&text, true), r"**a\*b** \<b\>\|<br>[1](#source-1)");
    }

    #[test]
    fn a_table_has_a_head_and_a_line_for_each_row() {
        let columns = vec![Column::words("State", 0.5), Column::figures("People", 0.5)];
        let grid = Grid::table(columns, vec![Row::of(vec![Text::plain("Nepal"), Text::plain("29.7 m")])]);
        assert_eq!(table(&grid), "| State | People |\n| --- | ---: |\n| Nepal | 29.7 m |");
    }
}
