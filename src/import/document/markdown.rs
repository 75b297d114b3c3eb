//! Markdown as GitHub reads it, with what stands in front of it for programs.

use ::markdown::mdast::Node;
use ::markdown::{Constructs, ParseOptions, to_mdast};

use super::content::{Block, BlockKind, LeftKind, Writing};
use super::format::{Format, Given};
use super::metadata::{day, language};
use super::{ImportError, decoded};
use crate::briefing::attempt::attempt;
use crate::message;

/// Markdown.
pub(super) const FORMAT: Format = Format {
    key: "markdown",
    name: || message!(document::format_markdown),
    is: |given| given.ends_in(&["md", "markdown", "mdown", "mkd"]),
    read,
};

/// The longest text, in bytes: what reads it takes longer than in proportion.
const MAX_BYTES: usize = 4 << 20;

/// Lists and quotations in each other are followed so deep.
const DEEPEST: usize = 60;

fn read(given: &Given<'_>) -> Result<Writing, ImportError> {
    let (text, guessed) = decoded(given, None)?;
    if text.len() > MAX_BYTES {
        let what = message!(document::too_long, most = (MAX_BYTES >> 20).to_string());
        return Err(given.fault(what, message!(document::too_large_remedy)));
    }
    let unread = || given.fault(message!(document::broken), message!(document::broken_text_remedy));
    if too_deep(&text) {
        return Err(unread());
    }
    let constructs = Constructs { frontmatter: true, ..Constructs::gfm() };
    // One sign stands for “about”, for “to” and for what is lowered as often as it strikes out.
    let options = ParseOptions { constructs, gfm_strikethrough_single_tilde: false, ..ParseOptions::gfm() };
    // What others wrote reads what anyone wrote.
    let tree = attempt(|| to_mdast(&text, &options).ok()).ok().flatten().ok_or_else(unread)?;
    let mut walk = Walk { writing: Writing { guessed, ..Writing::default() }, notes: Vec::new() };
    walk.blocks(&tree, BlockKind::Paragraph, 0);
    let Walk { mut writing, notes } = walk;
    for note in notes {
        writing.block(BlockKind::Note, &note);
    }
    if writing.metadata.title.is_none()
        && let Some(first) = writing.blocks.iter().find(|block| block.kind == BlockKind::Heading)
    {
        writing.metadata.title = Some(first.text.clone());
    }
    Ok(writing)
}

/// Whether a line opens more quotations or lists in each other than anyone writes.
fn too_deep(text: &str) -> bool {
    let opens = |line: &str| line.chars().take_while(|c| matches!(c, '>' | ' ' | '\t' | '-' | '*' | '+')).count();
    text.lines().any(|line| opens(line) > 4 * DEEPEST)
}

/// Whether HTML stands in a line.
fn holds_html(nodes: &[Node]) -> bool {
    nodes
        .iter()
        .any(|node| matches!(node, Node::Html(_)) || holds_html(node.children().map(Vec::as_slice).unwrap_or_default()))
}

/// A tree that is walked.
struct Walk {
    writing: Writing,
    notes: Vec<String>,
}

impl Walk {
    fn blocks(&mut self, node: &Node, kind: BlockKind, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        let children = node.children().map(Vec::as_slice).unwrap_or_default();
        match node {
            Node::Yaml(yaml) => self.front(&yaml.value, ':'),
            Node::Toml(toml) => self.front(&toml.value, '='),
            Node::Heading(_) => {
                let text = self.inline(children);
                self.writing.block(BlockKind::Heading, &text);
            }
            Node::Paragraph(_) => {
                let text = self.inline(children);
                self.writing.block(kind, &text);
            }
            Node::FootnoteDefinition(_) => {
                let start = self.writing.blocks.len();
                for child in children {
                    self.blocks(child, BlockKind::Note, depth + 1);
                }
                let parts = self.writing.blocks.split_off(start.min(self.writing.blocks.len()));
                let texts: Vec<String> = parts.into_iter().map(|block| block.text).collect();
                self.notes.push(texts.join(" "));
            }
            Node::Table(_) => self.writing.leave(LeftKind::Table, 1),
            Node::Code(_) => self.writing.leave(LeftKind::Code, 1),
            Node::Math(_) => self.writing.leave(LeftKind::Object, 1),
            Node::Html(html) => self.html(&html.value),
            _ => {
                let own = match node {
                    Node::Blockquote(_) => BlockKind::Quote,
                    Node::ListItem(_) => BlockKind::Item,
                    _ => kind,
                };
                for child in children {
                    self.blocks(child, own, depth + 1);
                }
            }
        }
    }

    /// HTML in Markdown: what it says, not how.
    fn html(&mut self, html: &str) {
        for block in self.fragment(html) {
            self.writing.block(block.kind, &block.text);
        }
    }

    fn fragment(&mut self, html: &str) -> Vec<Block> {
        let inside = super::html::fragment(html);
        inside.left.iter().for_each(|left| self.writing.leave(left.kind, left.count));
        inside.blocks
    }

    fn inline(&mut self, nodes: &[Node]) -> String {
        if holds_html(nodes) {
            let mut html = String::new();
            self.as_html(nodes, &mut html);
            return self.fragment(&html).into_iter().map(|block| block.text).collect::<Vec<_>>().join(" ");
        }
        let mut text = String::new();
        for node in nodes {
            match node {
                Node::Text(own) => text.push_str(&own.value),
                Node::InlineCode(own) => text.push_str(&own.value),
                Node::Break(_) => text.push(' '),
                Node::Image(_) | Node::ImageReference(_) => self.writing.leave(LeftKind::Picture, 1),
                Node::InlineMath(_) => self.writing.leave(LeftKind::Object, 1),
                Node::FootnoteReference(_) => {}
                Node::Delete(own) => {
                    let struck = self.inline(&own.children);
                    self.writing.leave(LeftKind::Struck, usize::from(struck.chars().any(char::is_alphanumeric)));
                }
                other => {
                    let inside = self.inline(other.children().map(Vec::as_slice).unwrap_or_default());
                    text.push_str(&inside);
                }
            }
        }
        text
    }

    /// A line with HTML in it, all of it as such, so that what its tags do to words is done.
    fn as_html(&mut self, nodes: &[Node], html: &mut String) {
        for node in nodes {
            match node {
                Node::Html(own) => html.push_str(&own.value),
                Node::Break(_) => html.push_str("<br>"),
                Node::Delete(own) => {
                    html.push_str("<del>");
                    self.as_html(&own.children, html);
                    html.push_str("</del>");
                }
                other if other.children().is_some() => {
                    self.as_html(other.children().map(Vec::as_slice).unwrap_or_default(), html);
                }
                other => {
                    let text = self.inline(std::slice::from_ref(other));
                    html.push_str(&text.replace('&', "&amp;").replace('<', "&lt;"));
                }
            }
        }
    }

    /// What stands in front, a field a line.
    fn front(&mut self, text: &str, between: char) {
        for line in text.lines() {
            let Some((name, value)) = line.split_once(between) else { continue };
            let value = value.trim().trim_matches(['"', '\'']).trim();
            if value.is_empty() || line.starts_with([' ', '\t']) {
                continue;
            }
            let metadata = &mut self.writing.metadata;
            let own = || Some(value.to_owned());
            match name.trim().to_ascii_lowercase().as_str() {
                "title" => metadata.title = own(),
                "author" | "authors" | "by" => metadata.author = Some(names(value)),
                "publisher" | "site" | "source" => metadata.publisher = own(),
                "date" | "published" => metadata.published = day(value),
                "lang" | "language" => metadata.language = language(value),
                "url" | "link" | "canonical" | "canonical_url" => metadata.address = own(),
                _ => {}
            }
        }
    }
}

/// The names in a value that may be a list or a table of YAML: `[A, B]`, `{name: A, role: editor}`.
fn names(value: &str) -> String {
    let bare = |text: &str| text.trim().trim_matches(['"', '\'', '[', ']', '{', '}']).trim().to_owned();
    if !value.starts_with(['[', '{']) {
        return value.to_owned();
    }
    let fields: Vec<(Option<&str>, String)> = value
        .split(',')
        .map(|field| match field.split_once(':') {
            Some((name, text)) => (Some(name.trim().trim_start_matches(['[', '{', ' '])), bare(text)),
            None => (None, bare(field)),
        })
        .collect();
    // Of a table only what is called a name is one.
    let named = fields.into_iter().filter(|(name, _)| name.is_none_or(|name| bare(name) == "name"));
    named.map(|(_, text)| text).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::tests::read_as;
    use super::super::{Content, LeftKind};
    use super::names;

    fn of(text: &str) -> (Vec<String>, Vec<(LeftKind, usize)>) {
        let Content { blocks, left, .. } = read_as("note.md", text);
        (
            blocks.into_iter().map(|block| block.text).collect(),
            left.into_iter().map(|left| (left.kind, left.count)).collect(),
        )
    }

    #[test]
    fn what_is_struck_out_is_left_and_counted() {
        let (texts, left) = of("The levy is ~~EUR 3~~ EUR 5 from <s>May</s> June, for 7~9 and 20~30 boats.");
        assert_eq!(texts, ["The levy is EUR 5 from June, for 7~9 and 20~30 boats."]);
        assert_eq!(left, [(LeftKind::Struck, 2)]);
    }

    #[test]
    fn html_in_a_line_does_what_it_does_on_a_page() {
        let (texts, left) = of("Fares of **8.2**<sup>1</sup> euros & <q>no *less*</q> for 4 km<sup>2</sup>, 3 < 4.");
        assert_eq!(texts, ["Fares of 8.2 euros & “no less” for 4 km², 3 < 4."]);
        assert_eq!(left, [(LeftKind::NoteMark, 1)]);
    }

    #[test]
    fn authors_are_named_however_they_are_listed() {
        for (value, meant) in [
            ("Ama Sarr", "Ama Sarr"),
            ("[Ama Sarr, \"Ivo Grech\"]", "Ama Sarr, Ivo Grech"),
            ("{name: Ama Sarr, email: a@desk.example}", "Ama Sarr"),
            ("[{name: Ama Sarr}, {name: Ivo Grech}]", "Ama Sarr, Ivo Grech"),
        ] {
            assert_eq!(names(value), meant);
        }
    }
}
