//! A saved page: its article, without what the page has around it.

mod article;
mod said;
mod tree;
mod written;

use self::tree::Tree;
use self::written::Walk;
use super::content::{LeftKind, Writing};
use super::format::{Format, Given};
use super::{ImportError, decoded};
use crate::analysis::attachment::FileKind;
use crate::message;

/// A page of the web.
pub(super) const FORMAT: Format = Format {
    key: "html",
    name: || message!(document::format_html),
    is: |given| {
        let as_named = given.ends_in(&["html", "htm", "xhtml"]);
        as_named || FileKind::of(given.bytes) == Some(FileKind::Html)
    },
    read,
};

fn read(given: &Given<'_>) -> Result<Writing, ImportError> {
    let (html, guessed) = decoded(given, charset(given.bytes).as_deref())?;
    let tree = Tree::of(&html);
    if tree.too_large {
        return Err(given.fault(message!(document::too_large_page), message!(document::too_large_remedy)));
    }
    let root = article::root(&tree);
    let mut walk = Walk::new(&tree, true);
    walk.element(root, 0);
    let mut writing = walk.done();
    let metadata = said::of(&tree, root);
    let on_page = {
        let mut walk = Walk::new(&tree, false);
        walk.element(0, 0);
        walk.done().blocks.len()
    };
    writing.leave(LeftKind::Furniture, on_page.saturating_sub(writing.blocks.len()));
    (writing.metadata, writing.guessed) = (metadata, guessed);
    Ok(writing)
}

/// The blocks of some HTML within another text.
pub(super) fn fragment(html: &str) -> Writing {
    let tree = Tree::of(html);
    let mut walk = Walk::new(&tree, true);
    walk.element(0, 0);
    walk.done()
}

/// The encoding that a page names near its beginning.
fn charset(bytes: &[u8]) -> Option<String> {
    let start = bytes.get(..bytes.len().min(4096))?;
    let lower = String::from_utf8_lossy(start).to_ascii_lowercase();
    let (_, rest) = lower.split_once("charset=").or_else(|| lower.split_once("encoding="))?;
    let label: String = rest
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_:".contains(*c))
        .collect();
    Some(label).filter(|label| !label.is_empty())
}
