//! Markdown as GitHub reads it, for tests of what is written here.

use markdown::mdast::Node;
use markdown::{Constructs, ParseOptions, to_mdast};
use proptest::prelude::*;

/// A text of Markdown as GitHub reads it.
pub fn read(text: &str) -> Vec<Node> {
    let constructs = Constructs { math_text: true, math_flow: true, ..Constructs::gfm() };
    let root = to_mdast(text, &ParseOptions { constructs, ..ParseOptions::gfm() }).expect("Markdown has no errors");
    root.children().expect("a document").clone()
}

/// The words of a node; what is neither words nor an e-mail address, which is a link wherever it stands, is named.
pub fn words(node: &Node) -> String {
    let all = || node.children().into_iter().flatten().map(words).collect::<String>();
    match node {
        Node::Text(text) => text.value.clone(),
        Node::Html(tag) if tag.value == "<br>" => "\n".to_owned(),
        Node::Link(link) if link.url.starts_with("mailto:") || link.url.starts_with("xmpp:") => all(),
        Node::Paragraph(_) | Node::Heading(_) | Node::ListItem(_) | Node::TableCell(_) => all(),
        other => format!("{{{other:?}}}"),
    }
}

/// Text in which Markdown would find something to do.
pub fn hostile() -> impl Strategy<Value = String> {
    const PIECES: [&str; 44] = [
        "*",
        "**",
        "_",
        "__",
        "~",
        "~~",
        "`",
        "``",
        "\\",
        "|",
        "<b>",
        "</b>",
        "<!-- x -->",
        "&amp;",
        "&#35;",
        "[a](b)",
        "[^1]",
        "[^1]: x",
        "[ ] ",
        "![x](y)",
        "https://a.org/b_c_(d)",
        "HTTP://A.ORG",
        "www.a.org",
        "WWW.a.org",
        "a_b@c.org",
        "$x$",
        "$$",
        "# ",
        " #",
        "- ",
        "+ ",
        "1. ",
        "12) ",
        "> ",
        "===",
        "---",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "\u{a0}",
        "中文",
        "（说明）",
        "a",
    ];
    let piece = prop_oneof![3 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => "\\PC{1,3}"];
    proptest::collection::vec(piece, 0..7).prop_map(|pieces| pieces.concat())
}
