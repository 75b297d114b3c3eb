//! What a page has around its article and in between.

use super::lines::says;
use super::tree::{Node, Tree, words_of};

/// Words in the names of classes that nothing of an article is called by: what asks something of the reader, sells
/// something, leads elsewhere or is said by others.
const ALIEN: [&str; 35] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "breadcrumb",
    "breadcrumbs",
    "commentlist",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "disqus",
    "gdpr",
    "login",
    "masthead",
    "navbar",
    "navigation",
    "newsletter",
    "noprint",
    "outbrain",
    "pager",
    "pagination",
    "paywall",
    "recirc",
    "relatedposts",
    "respond",
    "rss",
    "sharebar",
    "signup",
    "subscribe",
    "subscription",
    "taboola",
    "tagcloud",
    "trending",
];

/// Words in the names of classes that tell a place or a use, by which a part of an article may be called as well.
const PLACES: [&str; 26] = [
    "banner",
    "dialog",
    "footer",
    "menu",
    "modal",
    "more",
    "nav",
    "overlay",
    "popular",
    "popup",
    "print",
    "promo",
    "promoted",
    "recommendations",
    "recommended",
    "related",
    "share",
    "sharing",
    "sidebar",
    "skip",
    "social",
    "sponsor",
    "sponsored",
    "tags",
    "toolbar",
    "widget",
];

/// Words in the names of classes that tell nothing.
const LAYOUT: [&str; 28] = [
    "area",
    "articles",
    "bar",
    "block",
    "box",
    "button",
    "buttons",
    "container",
    "content",
    "form",
    "gate",
    "header",
    "icons",
    "inner",
    "item",
    "items",
    "link",
    "links",
    "list",
    "module",
    "notice",
    "posts",
    "row",
    "section",
    "site",
    "title",
    "wrap",
    "wrapper",
];

/// How surely an element is none of the article by what it is called.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Called {
    /// By a longer name, such as `related-agreement`, that has such a word in it.
    Partly,
    /// By a word of a place and nothing else.
    Placed,
    /// By a word that nothing of an article is called by.
    Alien,
}

/// Whether an element is, by all that its page says of it, what a page has around its article.
pub(super) fn is_furniture(tree: &Tree, at: usize) -> bool {
    let Some(node) = tree.nodes.get(at) else { return true };
    is_apart(node)
        || matches!(node.name.as_str(), "button" | "select" | "footer")
        || is_hidden(node)
        || called(tree, at).is_some()
}

/// Whether an element within the article is none of it. What is only called so is judged by its text: what has sentences
/// and no line that only leads elsewhere is the article's. `marked` is whether the page says where its article is.
pub(super) fn is_furniture_within(tree: &Tree, at: usize, marked: bool) -> bool {
    let Some(node) = tree.nodes.get(at) else { return true };
    if is_apart(node) || is_hidden(node) || node.name == "button" {
        return true;
    }
    let is_foot = node.name == "footer";
    let by_text = match called(tree, at) {
        None if !is_foot => return false,
        Some(Called::Alien) => false,
        Some(Called::Partly) if !is_foot => true,
        _ => marked,
    };
    !(by_text && says(tree, at))
}

/// Whether an element is by its kind or its part none of the article.
fn is_apart(node: &Node) -> bool {
    let role = node.attribute("role").unwrap_or_default();
    let by_role = matches!(
        role,
        "navigation"
            | "banner"
            | "contentinfo"
            | "complementary"
            | "search"
            | "dialog"
            | "alertdialog"
            | "menu"
            | "toolbar"
    );
    match node.name.as_str() {
        "script" | "style" | "noscript" | "template" | "nav" | "aside" | "dialog" | "head" | "title" | "menu" => true,
        _ => by_role && !is_text(node),
    }
}

/// Whether an element is the article, or text itself, which names of classes only set out.
fn is_text(node: &Node) -> bool {
    matches!(
        node.name.as_str(),
        "article"
            | "main"
            | "body"
            | "html"
            | "#page"
            | "p"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "blockquote"
            | "em"
            | "strong"
            | "b"
            | "i"
            | "sup"
            | "td"
            | "tr"
            | "tbody"
            | "table"
    )
}

/// Whether an element is not shown, and not only till it is opened.
fn is_hidden(node: &Node) -> bool {
    let style = node.attribute("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    let is = node.attribute("hidden").is_some_and(|how| !how.eq_ignore_ascii_case("until-found"))
        || node.attribute("aria-hidden") == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden");
    is && !is_panel(node)
}

/// Whether an element is one of several of which a reader opens one after the other.
fn is_panel(node: &Node) -> bool {
    let is_called = |word: String| {
        matches!(
            word.trim_end_matches(|c: char| c.is_ascii_digit()),
            "tab" | "tabs" | "tabpanel" | "tabcontent" | "pane" | "accordion" | "collapse" | "collapsible"
        )
    };
    node.attribute("role") == Some("tabpanel") || !is_text(node) && node.classes().any(is_called)
}

/// How an element is called, where that tells that it is none of the article.
fn called(tree: &Tree, at: usize) -> Option<Called> {
    let node = tree.nodes.get(at).filter(|node| !is_text(node))?;
    if node.attribute("itemprop") == Some("articleBody") {
        return None;
    }
    let by = |label: &str| {
        let words: Vec<String> = words_of(label).collect();
        let any = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
        let whole =
            words.iter().all(|word| [&ALIEN[..], &PLACES, &LAYOUT].iter().any(|list| list.contains(&word.as_str())));
        match (any(&ALIEN), any(&PLACES)) {
            (false, false) => None,
            _ if !whole => Some(Called::Partly),
            (true, _) => Some(Called::Alien),
            _ => Some(Called::Placed),
        }
    };
    node.labels().filter_map(by).max().filter(|_| !holds_article(tree, at))
}

/// Whether the article lies in an element: a name such as `has-sidebar` is given to the whole page.
fn holds_article(tree: &Tree, at: usize) -> bool {
    let Some(node) = tree.nodes.get(at) else { return false };
    node.inner().any(|inner| {
        let is = tree.nodes.get(inner).is_some_and(|inner| {
            matches!(inner.name.as_str(), "article" | "main" | "h1")
                || inner.attribute("itemprop") == Some("articleBody")
        });
        is || holds_article(tree, inner)
    })
}
