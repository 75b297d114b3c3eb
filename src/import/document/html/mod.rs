//! A saved page: its article, without what the page has around it.

mod article;
mod furniture;
mod inline;
mod kinds;
mod lines;
mod linked;
mod preformatted;
mod said;
mod shown;
#[cfg(test)]
mod tests;
mod texts;
mod tree;
mod written;

use self::article::Article;
use self::tree::Tree;
use self::written::Walk;
use super::content::Writing;
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
    let article = Article::of(&tree);
    let said = said::of(&tree, &article);
    let language = said.metadata.language.clone().unwrap_or_default();
    let mut writing = Walk::new(&tree, article, &language).written();
    if said.is_part {
        writing.remarks.push(message!(document::is_part));
    }
    (writing.metadata, writing.guessed) = (said.metadata, guessed);
    Ok(writing)
}

/// The blocks of some HTML within another text.
pub(super) fn fragment(html: &str) -> Writing {
    let tree = Tree::of(html);
    Walk::new(&tree, Article { marked: true, ..Article::default() }, "").written()
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
