//! What an element of a page is to a reader, by its name, what is said of it and what stands in it.

use super::super::content::LeftKind;
use super::tree::{Child, Node, Tree};

/// What a figure is with its caption, where no quotation, table or box stands in it.
pub(super) fn shown_in(tree: &Tree, figure: usize) -> Option<LeftKind> {
    let (mut shown, mut worded) = (None, false);
    let mut open = vec![figure];
    while let Some(at) = open.pop() {
        let Some(node) = tree.nodes.get(at) else { continue };
        match node.name.as_str() {
            "figcaption" | "script" | "style" | "noscript" | "template" | "button" => continue,
            "blockquote" | "table" | "pre" => return None,
            "img" | "picture" | "svg" | "canvas" | "object" => shown = Some(LeftKind::Picture),
            "video" | "audio" | "iframe" | "embed" => shown = shown.or(Some(LeftKind::Recording)),
            _ => {
                let says = |child: &Child| matches!(child, Child::Text(text) if !text.trim().is_empty());
                worded |= node.children.iter().any(says);
            }
        }
        open.extend(node.inner());
    }
    shown.or_else(|| (!worded).then_some(LeftKind::Picture))
}

/// Whether a table stands in an element.
pub(super) fn holds_table(tree: &Tree, node: &Node) -> bool {
    node.inner().any(|inner| {
        let Some(node) = tree.nodes.get(inner) else { return false };
        node.name == "table" && !is_layout(tree, inner) || holds_table(tree, node)
    })
}

/// Whether a table only lays a page out: no reader would call it one.
pub(super) fn is_layout(tree: &Tree, at: usize) -> bool {
    let Some(node) = tree.nodes.get(at) else { return false };
    if node.attribute("role") == Some("presentation") {
        return true;
    }
    let mut cells = Vec::new();
    let mut nested = false;
    cells_of(tree, at, &mut cells, &mut nested);
    let longest = cells
        .iter()
        .map(|cell| tree.text(*cell).split_whitespace().map(|word| word.chars().count() + 1).sum::<usize>())
        .max();
    nested || cells.len() == 1 || longest.unwrap_or_default() > 400
}

fn cells_of(tree: &Tree, at: usize, cells: &mut Vec<usize>, nested: &mut bool) {
    for inner in tree.nodes.get(at).into_iter().flat_map(Node::inner) {
        match tree.nodes.get(inner).map(|node| node.name.as_str()) {
            Some("table") => *nested = true,
            Some("td" | "th") => cells.push(inner),
            _ => {}
        }
        cells_of(tree, inner, cells, nested);
    }
}

/// Whether a raised text is a mark that leads to its note.
pub(super) fn is_linked_mark(tree: &Tree, at: usize) -> bool {
    let text = tree.text(at);
    let bare = text.trim().trim_matches(['[', ']', '(', ')']);
    let short = bare.chars().count() <= 4
        && (bare.chars().all(|c| c.is_ascii_digit()) || bare.chars().all(|c| "*†‡§abcdef".contains(c)));
    short && !bare.is_empty() && links_within(tree, at)
}

fn links_within(tree: &Tree, at: usize) -> bool {
    tree.nodes.get(at).into_iter().flat_map(Node::inner).any(|inner| {
        let leads = tree.nodes.get(inner).and_then(|node| node.attribute("href"));
        leads.is_some_and(|href| href.contains('#')) || links_within(tree, inner)
    })
}

/// Whether an element says nothing to a reader.
pub(super) fn is_aside(node: &Node) -> bool {
    matches!(node.name.as_str(), "script" | "style" | "noscript" | "template" | "head" | "title")
}

/// Whether an element is struck out.
pub(super) fn is_struck(node: &Node) -> bool {
    let by_style = || {
        node.attribute("style").is_some_and(|style| {
            style
                .to_ascii_lowercase()
                .split(';')
                .any(|rule| rule.contains("text-decoration") && rule.contains("line-through"))
        })
    };
    matches!(node.name.as_str(), "del" | "s" | "strike") || by_style()
}

/// Whether an element holds the notes at the end.
pub(super) fn is_notes(node: &Node) -> bool {
    let role = node.attribute("role").unwrap_or_default();
    matches!(role, "doc-endnotes" | "doc-footnote")
        || matches!(node.name.as_str(), "div" | "section" | "ol" | "ul")
            && node.classes().any(|word| matches!(word.as_str(), "footnotes" | "endnotes" | "footnote" | "references"))
}

/// Whether a link only leads back from a note.
pub(super) fn is_backlink(node: &Node, text: &str) -> bool {
    node.attribute("role") == Some("doc-backlink")
        || node.attribute("href").is_some_and(|href| href.starts_with('#'))
            && matches!(text.trim(), "↩" | "↩︎" | "↑" | "^" | "⏎")
}
