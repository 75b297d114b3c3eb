//! Which part of a page is its article.

use super::furniture::{is_furniture, is_furniture_within};
use super::lines::says;
use super::preformatted::texts_set_so;
use super::texts::Texts;
use super::tree::{Child, Node, Tree};

/// An article has at least this many characters of running text.
const LEAST: usize = 140;

/// Where the article is on its page.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Article {
    /// The element that holds its text.
    pub root: usize,
    /// The element that holds that, with its heading, its day and who wrote it.
    pub scope: usize,
    /// Its heading, where that stands outside of its text.
    pub heading: Option<usize>,
    /// Whether the page itself says where its article is, so that hardly anything else is in it.
    pub marked: bool,
    /// Whether its text is set as a program would write it, and hardly any other.
    pub preformatted: bool,
}

impl Article {
    /// The article of a page.
    pub fn of(tree: &Tree) -> Self {
        let shown = shown(tree);
        let texts = Texts::of(tree, &shown);
        let marked = marked(tree, &texts, &shown);
        let scope = marked.unwrap_or_else(|| likeliest(tree, &texts, &shown));
        let root = if marked.is_some() { narrowed(tree, &texts, scope) } else { scope };
        let heading = marked.and_then(|_| heading_outside(tree, &shown, scope, root));
        let preformatted = {
            let prose: usize = texts_set_so(tree, root).into_iter().map(|at| texts.all(at)).sum();
            prose * 2 > texts.all(root)
        };
        Self { root, scope, heading, marked: marked.is_some(), preformatted }
    }
}

/// The heading of the first rank that is in an element and not in one within.
fn heading_outside(tree: &Tree, shown: &[bool], scope: usize, root: usize) -> Option<usize> {
    let (mut found, mut open) = (None, vec![scope]);
    while let Some(at) = open.pop() {
        let Some(node) = tree.nodes.get(at).filter(|_| shown.get(at).copied().unwrap_or_default()) else { continue };
        if node.name == "h1" {
            // One within the text is its heading.
            found.get_or_insert_with(|| (at, is_within(tree, root, at)));
        }
        open.extend(node.inner().rev());
    }
    found.filter(|(_, within)| !within).map(|(at, _)| at)
}

fn is_within(tree: &Tree, outer: usize, at: usize) -> bool {
    let mut open = vec![outer];
    while let Some(here) = open.pop() {
        if here == at {
            return true;
        }
        open.extend(tree.nodes.get(here).into_iter().flat_map(Node::inner));
    }
    false
}

/// The element of which the page says that it holds the article.
fn marked(tree: &Tree, texts: &Texts, shown: &[bool]) -> Option<usize> {
    let is_shown = |at: &usize| shown.get(*at).copied().unwrap_or_default();
    let largest = |chosen: &[usize]| {
        let shown = chosen.iter().copied().filter(is_shown);
        shown.max_by_key(|at| (texts.running(*at), std::cmp::Reverse(*at))).filter(|at| texts.running(*at) >= LEAST)
    };
    let with = |test: fn(&Node) -> bool| {
        let chosen = tree.nodes.iter().enumerate().filter(move |(_, node)| test(node)).map(|(at, _)| at);
        chosen.collect::<Vec<_>>()
    };
    let bodies = with(|node| {
        node.attribute("itemprop")
            .is_some_and(|prop| prop.split(' ').any(|one| one.eq_ignore_ascii_case("articleBody")))
    });
    let articles = with(|node| node.name == "article" || node.attribute("role") == Some("article"));
    let mains = with(|node| node.name == "main" || node.attribute("role") == Some("main"));
    // A short one is it where it is the only one and most of its page.
    let only = |chosen: &[usize]| match chosen {
        [one] => Some(*one).filter(|at| is_shown(at) && texts.all(*at) * 2 > texts.all(0)),
        _ => None,
    };
    // One of many teasers is not the article of its page.
    let article = || largest(&articles).filter(|at| texts.running(*at) * 3 >= texts.running(0));
    largest(&bodies)
        .or_else(article)
        .or_else(|| largest(&mains))
        .or_else(|| only(&bodies))
        .or_else(|| only(&articles))
        .or_else(|| only(&mains))
}

/// The element that most likely holds the article of a page that does not say where it is.
fn likeliest(tree: &Tree, texts: &Texts, shown: &[bool]) -> usize {
    let scored = (0..tree.nodes.len())
        .filter(|at| shown.get(*at).copied().unwrap_or_default() && tree.nodes.get(*at).is_some_and(Node::is_block))
        .max_by(|one, other| texts.score(*one).total_cmp(&texts.score(*other)).then(other.cmp(one)));
    match scored.filter(|at| texts.running(*at) >= LEAST) {
        Some(best) => widened(tree, texts, best),
        None => tree.all("body").next().unwrap_or_default(),
    }
}

/// In an element, the only one that holds nearly all of its text, where nothing beside it says anything.
fn narrowed(tree: &Tree, texts: &Texts, at: usize) -> usize {
    let Some(node) = tree.nodes.get(at) else { return at };
    let Some(inner) = node.inner().max_by_key(|inner| texts.running(*inner)) else { return at };
    let holds =
        tree.nodes.get(inner).is_some_and(|node| matches!(node.name.as_str(), "div" | "section" | "article" | "main"));
    let nearly = texts.running(inner) > 0 && texts.running(inner) * 100 >= texts.running(at) * 98;
    let beside = || node.inner().any(|other| other != inner && keeps(tree, other));
    if holds && nearly && !beside() { narrowed(tree, texts, inner) } else { at }
}

/// Whether a sentence of the article stands in an element.
fn keeps(tree: &Tree, at: usize) -> bool {
    let Some(node) = tree.nodes.get(at).filter(|_| !is_furniture_within(tree, at, true)) else { return false };
    says(tree, at) || node.inner().any(|inner| keeps(tree, inner))
}

/// The element around one whose neighbours are of its kind: an article may be cut in parts.
fn widened(tree: &Tree, texts: &Texts, at: usize) -> usize {
    let mut best = at;
    let mut here = at;
    while let Some(parent) = texts.parent(here).filter(|parent| *parent != 0) {
        if tree.nodes.get(parent).is_some_and(|node| node.name == "html") {
            break;
        }
        let (own, all) = (texts.running(best), texts.running(parent));
        if all * 100 > own * 125 && texts.linked_share(parent) < 0.25 {
            best = parent;
        }
        here = parent;
    }
    best
}

/// Which elements are neither furniture nor in any.
fn shown(tree: &Tree) -> Vec<bool> {
    let mut shown = vec![true; tree.nodes.len()];
    // A parent stands before its children.
    for at in 0..tree.nodes.len() {
        let own = shown.get(at).copied().unwrap_or_default() && !is_furniture(tree, at);
        if let Some(place) = shown.get_mut(at) {
            *place = own;
        }
        if own {
            continue;
        }
        for child in tree.nodes.get(at).map(|node| node.children.as_slice()).unwrap_or_default() {
            if let Child::Element(inner) = child
                && let Some(place) = shown.get_mut(*inner)
            {
                *place = false;
            }
        }
    }
    shown
}
