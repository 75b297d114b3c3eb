//! The brief as Markdown, as GitHub and most editors read it.

use std::fmt::Write as _;

use super::document::{Block, Document, Figure, Grid, Kind, Link, Rank, Row, Side, Span, Style, Text, Tone};
use crate::export::markdown_text::{begun, code, destination, is_line_break, line, strong, within};
use crate::message;
use crate::words::Words;
use crate::words::direction;

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
            let beside = within(&heading.beside.replace('\u{a0}', " "));
            let beside = beside.trim();
            let beside = if beside.is_empty() { String::new() } else { format!("\n\n*{beside}*") };
            format!("{level} {}{beside}", line(&heading.text))
        }
        Block::Paragraph(paragraph) => match paragraph.style {
            Style::Lead => begun(&all_strong(&paragraph.text)),
            Style::Body | Style::Caption => begun(&inline(&paragraph.text)),
        },
        Block::Figures(figures) => figures.iter().map(figure).collect::<Vec<_>>().join("\n"),
        Block::Grid(grid) => match grid.kind {
            Kind::Table => table(grid),
            Kind::List => list(grid),
        },
        Block::Picture(picture) => {
            format!("*{}*", words.say(&message!(brief::picture, alt = within(picture.alt.trim()))))
        }
    }
}

fn figure(figure: &Figure) -> String {
    let value = within(format!("{} {}", figure.value, figure.unit).trim());
    format!("- {}: {} ({})", line(&figure.label), strong(&value, " ", Some(' ')), inline(&figure.below))
}

fn table(grid: &Grid) -> String {
    let titles: Vec<String> = grid.columns.iter().map(|column| within(&column.title)).collect();
    let sides: Vec<&str> =
        grid.columns.iter().map(|column| if column.side == Side::End { "---:" } else { "---" }).collect();
    let mut text = format!("| {} |\n| {} |", titles.join(" | "), sides.join(" | "));
    for row in &grid.rows {
        let cells: Vec<String> = row.cells.iter().map(inline).collect();
        let _ = write!(text, "\n| {} |", cells.join(" | "));
    }
    text
}

/// A list, whose items have numbers where each is that of the one before it and one more, as Markdown counts them.
fn list(grid: &Grid) -> String {
    let number = |row: &Row| row.cells.first().map(Text::words).and_then(|words| words.parse::<u32>().ok());
    let first = grid.rows.first().and_then(number);
    let counts = |(row, counted): (&Row, u32)| number(row) == Some(counted);
    let is_counted = first.is_some_and(|first| grid.rows.iter().zip(first..).all(counts));
    let item = |row: &Row| item(row, number(row).filter(|_| is_counted));
    grid.rows.iter().map(item).collect::<Vec<_>>().join("\n")
}

/// An item of a list: its number or its name first, then the rest of its cells.
fn item(row: &Row, number: Option<u32>) -> String {
    let mut cells = row.cells.iter();
    let first = cells.next().cloned().unwrap_or_default();
    let rest: Vec<String> = cells.map(inline).filter(|cell| !cell.is_empty()).collect();
    // One alone runs as it does; of several each is set apart.
    let rest = direction::abreast(rest.iter().map(String::as_str), " · ");
    let anchor = row.source.map_or_else(String::new, |number| format!("<a id=\"source-{number}\"></a>"));
    let rest = if anchor.is_empty() { begun(&rest) } else { format!("{anchor}{rest}") };
    match number {
        Some(number) => format!("{number}. {rest}"),
        None if first.words() == "–" => format!("- {rest}"),
        None => format!("- {} {rest}", direction::isolated(all_strong(&first))),
    }
}

/// A text of which all is strong.
fn all_strong(text: &Text) -> String {
    let strong = |span: &Span| match span {
        Span::Words { words, tone: Tone::Plain | Tone::Quiet, link } => {
            Span::Words { words: words.clone(), tone: Tone::Strong, link: link.clone() }
        }
        other => other.clone(),
    };
    inline(&Text::of(text.spans.iter().map(strong)))
}

/// A text within a line of Markdown.
fn inline(text: &Text) -> String {
    let mut spans: Vec<(String, Tone)> = Vec::new();
    for span in &joined(text).spans {
        match span {
            Span::Break => spans.push(("<br>".to_owned(), Tone::Plain)),
            // The word of a mark stands beside it.
            Span::Mark(_) => {}
            Span::Words { words, tone, link } => {
                let is_space = |letter: char| letter == '\u{a0}' || is_line_break(letter);
                let words = words.replace(is_space, " ");
                // What is strong or leads somewhere does not begin or end with a space.
                let kept = words.trim_matches([' ', '\t']);
                let (before, after) = words.split_once(kept).unwrap_or((&words, ""));
                let said = if *tone == Tone::Code { code(kept) } else { within(kept) };
                let (said, tone) = match link.as_ref().filter(|_| !said.is_empty()) {
                    Some(link) => (format!("[{}]({})", toned(&said, *tone), target(link)), Tone::Plain),
                    None => (said, *tone),
                };
                spans.extend([(before.to_owned(), Tone::Plain), (said, tone), (after.to_owned(), Tone::Plain)]);
            }
        }
    }
    spans.retain(|(said, _)| !said.is_empty());
    // A line neither begins nor ends with a break.
    let is_seen = |(said, _): &(String, Tone)| said != "<br>" && !said.trim().is_empty();
    spans.truncate(spans.iter().rposition(is_seen).map_or(0, |last| last + 1));
    spans.drain(..spans.iter().position(is_seen).unwrap_or_default());
    let mut line = String::new();
    for (index, (said, tone)) in spans.iter().enumerate() {
        let next = spans.get(index + 1).and_then(|(next, _)| next.chars().next());
        let said = if *tone == Tone::Strong { strong(said, &line, next) } else { said.clone() };
        if line.ends_with('!') && said.starts_with('[') {
            // A link after it would be a picture.
            line.insert(line.len() - 1, '\\');
        }
        line.push_str(&said);
    }
    line.trim_matches([' ', '\t']).to_owned()
}

/// The text with neighbouring spans of code as one: the mark that ends the first would run into that of the second.
fn joined(text: &Text) -> Text {
    let mut spans: Vec<Span> = Vec::new();
    let says_something = |span: &&Span| !matches!(span, Span::Words { words, .. } if words.is_empty());
    for span in text.spans.iter().filter(says_something) {
        match (spans.last_mut(), span) {
            (
                Some(Span::Words { words: before, tone: Tone::Code, link: to }),
                Span::Words { words, tone: Tone::Code, link },
            ) if to == link => before.push_str(words),
            _ => spans.push(span.clone()),
        }
    }
    Text::of(spans)
}

/// The words of a link in their tone.
fn toned(said: &str, tone: Tone) -> String {
    if tone == Tone::Strong { strong(said, "", None) } else { said.to_owned() }
}

fn target(link: &Link) -> String {
    match link {
        Link::Source(number) | Link::Sentence(number, _) => format!("#source-{number}"),
        Link::Web(address) => destination(address),
    }
}

#[cfg(test)]
mod tests {
    use markdown::mdast::Node;
    use proptest::prelude::*;

    use super::{block, inline, table};
    use crate::export::brief::document::{
        Block, Column, Figure, Grid, Heading, Link, Paragraph, Rank, Row, Span, Style, Text, Tone,
    };
    use crate::export::markdown_reading::{hostile, read, words};
    use crate::words::Words;

    /// Text in any tones, with links; the tone of a citation is that of plain words.
    fn texts() -> impl Strategy<Value = Text> {
        let tone = proptest::sample::select(vec![Tone::Plain, Tone::Strong, Tone::Quiet, Tone::Citation, Tone::Code]);
        let link = prop_oneof![
            4 => Just(None),
            1 => Just(Some(Link::Source(12))),
            1 => "[a-z()|`*_&;]{0,8}".prop_map(|path| Some(Link::Web(format!("https://a.org/{path}")))),
        ];
        let span = (hostile(), tone, link).prop_map(|(words, tone, link)| Span::Words { words, tone, link });
        proptest::collection::vec(prop_oneof![8 => span, 1 => Just(Span::Break)], 1..5).prop_map(Text::of)
    }

    /// The words that a reader sees, whatever their tone.
    fn seen(node: &Node) -> String {
        match node {
            Node::InlineCode(code) => code.value.clone(),
            Node::Html(tag) if tag.value == "<br>" => "\n".to_owned(),
            Node::Html(_) => String::new(),
            Node::Text(_) => words(node),
            other => other.children().into_iter().flatten().map(seen).collect(),
        }
    }

    /// What is meant: a break is one, other white space is not looked at closely, as no page of Markdown does.
    fn meant(text: &str) -> String {
        let shown = text.replace('\0', "\u{fffd}");
        shown.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    proptest! {
        #[test]
        fn texts_read_as_they_are_composed(text in texts(), title in hostile(), beside in hostile()) {
            let english = Words::english();
            let said = meant(&text.words());
            for style in [Style::Body, Style::Caption, Style::Lead] {
                let paragraph = Block::Paragraph(Paragraph { style, text: text.clone() });
                let read = read(&block(&paragraph, true, &english));
                prop_assert!(read.iter().all(|node| matches!(node, Node::Paragraph(_))) && read.len() <= 1, "{:?}", read);
                prop_assert_eq!(meant(&read.iter().map(seen).collect::<String>()), said.as_str(), "{:?}", read);
            }
            let heading = Heading { rank: Rank::Section, text: title.clone(), beside: beside.clone(), key: None };
            let nodes = read(&block(&Block::Heading(heading), true, &english));
            let said_beside = meant(&beside);
            prop_assert_eq!(nodes.len(), if said_beside.is_empty() { 1 } else { 2 }, "{:?}", nodes);
            prop_assert!(matches!(nodes[0], Node::Heading(_)), "{:?}", nodes);
            prop_assert_eq!(meant(&seen(&nodes[0])), meant(&title));
            prop_assert_eq!(meant(&nodes[1..].iter().map(seen).collect::<String>()), said_beside, "{:?}", nodes);
            let figure = Figure { label: title, value: beside, unit: String::new(), below: text };
            let nodes = read(&block(&Block::Figures(vec![figure.clone(), figure]), true, &english));
            prop_assert!(matches!(&nodes[..], [Node::List(list)] if list.children.len() == 2), "{:?}", nodes);
        }

        #[test]
        fn grids_read_as_they_are_composed(cells in proptest::collection::vec(texts(), 4), year in 1900usize..2100) {
            let english = Words::english();
            let columns = || vec![Column::words("a | b", 0.5), Column::figures("", 0.5)];
            let rows = |cells: &[Text]| cells.chunks(2).map(|row| Row::of(row.to_vec())).collect::<Vec<_>>();
            let nodes = read(&block(&Block::Grid(Grid::table(columns(), rows(&cells))), true, &english));
            prop_assert!(matches!(&nodes[..], [Node::Table(table)] if table.children.len() == 3), "{:?}", nodes);
            let read_cells: Vec<String> = nodes[0].children().into_iter().flatten().skip(1)
                .flat_map(|row| row.children().into_iter().flatten().map(|cell| meant(&seen(cell)))).collect();
            prop_assert_eq!(read_cells, cells.iter().map(|cell| meant(&cell.words())).collect::<Vec<_>>());

            // Years in their order are names, and no numbers that count.
            let named: Vec<Row> = [year, year + 3].iter().zip(&cells)
                .map(|(year, cell)| Row::of(vec![Text::plain(year.to_string()), cell.clone()])).collect();
            let nodes = read(&block(&Block::Grid(Grid::list(columns(), named)), true, &english));
            let [Node::List(list)] = &nodes[..] else { return Err(TestCaseError::fail(format!("{nodes:?}"))) };
            prop_assert!(!list.ordered && list.children.len() == 2, "{:?}", list);
            prop_assert!(seen(&list.children[1]).starts_with(&(year + 3).to_string()), "{:?}", list);
            let numbered: Vec<Row> = cells.iter().enumerate()
                .map(|(index, cell)| Row { source: Some(index + 1), ..Row::of(vec![Text::quiet((index + 1).to_string()), cell.clone()]) })
                .collect();
            let nodes = read(&block(&Block::Grid(Grid::list(columns(), numbered)), true, &english));
            let [Node::List(list)] = &nodes[..] else { return Err(TestCaseError::fail(format!("{nodes:?}"))) };
            prop_assert!(list.ordered && list.start == Some(1) && list.children.len() == 4, "{:?}", list);
            for (item, cell) in list.children.iter().zip(&cells) {
                prop_assert_eq!(meant(&seen(item)), meant(&cell.words()));
            }
        }
    }

    #[test]
    fn what_is_typed_stays_text() {
        let text =
            Text::strong("a*b ").and(Tone::Plain, "<b>|").and_break().and_link(Tone::Citation, "1", Link::Source(1));
        assert_eq!(inline(&text), r"**a\*b** \<b\>\|<br>[1](#source-1)");
    }

    #[test]
    fn a_link_after_a_call_is_no_picture() {
        let text = Text::plain("So!").and_link(Tone::Citation, "1", Link::Source(1));
        assert_eq!(inline(&text), r"So\![1](#source-1)");
    }

    #[test]
    fn a_table_has_a_head_and_a_line_for_each_row() {
        let columns = vec![Column::words("State", 0.5), Column::figures("People", 0.5)];
        let grid = Grid::table(columns, vec![Row::of(vec![Text::plain("Nepal"), Text::plain("29.7 m")])]);
        assert_eq!(table(&grid), "| State | People |\n| --- | ---: |\n| Nepal | 29.7 m |");
    }
}
