//! Which part of a page is its article.

use super::tree::{Child, Tree};

/// An article has at least this many characters of running text.
const LEAST: usize = 140;

/// Words in the names of classes that tell what is no part of an article.
const FURNITURE: [&str; 60] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "commentlist",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "dialog",
    "disqus",
    "footer",
    "gdpr",
    "login",
    "masthead",
    "menu",
    "modal",
    "more",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "outbrain",
    "overlay",
    "pager",
    "pagination",
    "paywall",
    "popular",
    "popup",
    "print",
    "promo",
    "promoted",
    "recirc",
    "recommended",
    "recommendations",
    "related",
    "respond",
    "rss",
    "share",
    "sharing",
    "sharebar",
    "sidebar",
    "signup",
    "skip",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "tagcloud",
    "tags",
    "toolbar",
    "trending",
    "widget",
    "noprint",
];

/// Whether an element is what a page has around its article.
pub(super) fn is_furniture(tree: &Tree, at: usize) -> bool {
    let Some(node) = tree.nodes.get(at) else { return true };
    match node.name.as_str() {
        "script" | "style" | "noscript" | "template" | "nav" | "aside" | "footer" | "dialog" | "head" | "button"
        | "select" | "title" | "menu" => return true,
        // These are the article whatever they are called.
        // And text itself, which names of classes only set out.
        "article" | "main" | "body" | "html" | "#page" | "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
        | "blockquote" | "em" | "strong" | "b" | "i" | "sup" | "td" | "tr" | "tbody" | "table" => {
            return is_hidden(tree, at);
        }
        _ => {}
    }
    let role = node.attribute("role").unwrap_or_default();
    if matches!(
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
    ) {
        return true;
    }
    if is_hidden(tree, at) {
        return true;
    }
    let is_article = node.attribute("itemprop") == Some("articleBody");
    !is_article && node.classes().any(|word| FURNITURE.contains(&word.as_str())) && !holds_article(tree, at)
}

/// Whether an element is not shown.
fn is_hidden(tree: &Tree, at: usize) -> bool {
    let Some(node) = tree.nodes.get(at) else { return true };
    let style = node.attribute("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    node.attribute("hidden").is_some()
        || node.attribute("aria-hidden") == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

/// Whether the article lies in an element: a name such as `has-sidebar` is given to the whole page.
fn holds_article(tree: &Tree, at: usize) -> bool {
    let Some(node) = tree.nodes.get(at) else { return false };
    node.children.iter().any(|child| match child {
        Child::Element(inner) => {
            let is = tree.nodes.get(*inner).is_some_and(|inner| {
                matches!(inner.name.as_str(), "article" | "main" | "h1")
                    || inner.attribute("itemprop") == Some("articleBody")
            });
            is || holds_article(tree, *inner)
        }
        Child::Text(_) => false,
    })
}

/// The element that holds the article.
pub(super) fn root(tree: &Tree) -> usize {
    let shown = shown(tree);
    let texts = Texts::of(tree, &shown);
    let largest = |chosen: &mut dyn Iterator<Item = usize>| {
        chosen
            .filter(|at| shown.get(*at).copied().unwrap_or_default())
            .max_by_key(|at| (texts.running(*at), std::cmp::Reverse(*at)))
            .filter(|at| texts.running(*at) >= LEAST)
    };
    let with = |test: fn(&super::tree::Node) -> bool| {
        let chosen = tree.nodes.iter().enumerate().filter(move |(_, node)| test(node)).map(|(at, _)| at);
        chosen.collect::<Vec<_>>().into_iter()
    };
    let all = texts.running(0);
    let marked = largest(&mut with(|node| {
        node.attribute("itemprop")
            .is_some_and(|prop| prop.split(' ').any(|one| one.eq_ignore_ascii_case("articleBody")))
    }));
    let article = largest(&mut with(|node| node.name == "article" || node.attribute("role") == Some("article")));
    let main = largest(&mut with(|node| node.name == "main" || node.attribute("role") == Some("main")));
    // One of many teasers is not the article of its page.
    let marked = marked.or_else(|| article.filter(|at| texts.running(*at) * 3 >= all)).or(main);
    if let Some(root) = marked {
        return narrowed(tree, &texts, root);
    }
    let scored = (0..tree.nodes.len())
        .filter(|at| {
            shown.get(*at).copied().unwrap_or_default() && tree.nodes.get(*at).is_some_and(super::tree::Node::is_block)
        })
        .max_by(|one, other| texts.score(*one).total_cmp(&texts.score(*other)).then(other.cmp(one)));
    match scored.filter(|at| texts.running(*at) >= LEAST) {
        Some(best) => widened(tree, &texts, best),
        None => tree.all("body").next().unwrap_or_default(),
    }
}

/// In an element, the only one that holds nearly all of its text.
fn narrowed(tree: &Tree, texts: &Texts, at: usize) -> usize {
    let Some(node) = tree.nodes.get(at) else { return at };
    let best = node.children.iter().filter_map(|child| match child {
        Child::Element(inner) => Some(*inner),
        Child::Text(_) => None,
    });
    match best.max_by_key(|inner| texts.running(*inner)) {
        Some(inner)
            if tree
                .nodes
                .get(inner)
                .is_some_and(|node| matches!(node.name.as_str(), "div" | "section" | "article" | "main"))
                && texts.running(inner) * 100 >= texts.running(at) * 98 =>
        {
            narrowed(tree, texts, inner)
        }
        _ => at,
    }
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

/// How much text there is in each element.
struct Texts {
    parents: Vec<usize>,
    /// Characters of paragraphs that run.
    running: Vec<usize>,
    /// Those that stand in it, or in what is right in it.
    near: Vec<usize>,
    /// Characters in links, and all.
    linked: Vec<usize>,
    all: Vec<usize>,
}

impl Texts {
    fn of(tree: &Tree, shown: &[bool]) -> Self {
        let count = tree.nodes.len();
        let zero = || vec![0_usize; count];
        let mut texts = Self { parents: zero(), running: zero(), near: zero(), linked: zero(), all: zero() };
        let mut own = zero();
        for (at, node) in tree.nodes.iter().enumerate() {
            for child in &node.children {
                match child {
                    Child::Element(inner) => set(&mut texts.parents, *inner, at),
                    Child::Text(text) if shown.get(at).copied().unwrap_or_default() => {
                        add(&mut own, at, text.split_whitespace().map(|word| word.chars().count() + 1).sum());
                    }
                    Child::Text(_) => {}
                }
            }
        }
        // Children stand behind their parents.
        for at in (0..count).rev() {
            let Some(node) = tree.nodes.get(at) else { continue };
            let mut all = own.get(at).copied().unwrap_or_default();
            let mut inline = all;
            let mut linked = 0;
            let mut running = 0;
            for child in &node.children {
                let Child::Element(inner) = child else { continue };
                let Some(element) = tree.nodes.get(*inner) else { continue };
                let get = |list: &[usize]| list.get(*inner).copied().unwrap_or_default();
                all += get(&texts.all);
                linked += if element.name == "a" { get(&texts.all) } else { get(&texts.linked) };
                running += get(&texts.running);
                if !element.is_block() {
                    inline += get(&texts.all);
                }
            }
            // A text that runs is one of some length that is not mostly links.
            let is_inline = !node.is_block();
            if !is_inline && inline >= 40 && linked * 2 < all.max(1) {
                running += inline;
            }
            set(&mut texts.all, at, all);
            set(&mut texts.linked, at, linked);
            set(&mut texts.running, at, running);
        }
        for at in 0..count {
            let Some(node) = tree.nodes.get(at) else { continue };
            let own = texts.running.get(at).copied().unwrap_or_default();
            let below: usize = node
                .children
                .iter()
                .map(|child| match child {
                    Child::Element(inner) if tree.nodes.get(*inner).is_some_and(super::tree::Node::is_block) => {
                        texts.running.get(*inner).copied().unwrap_or_default()
                    }
                    _ => 0,
                })
                .sum();
            // What is its own counts for itself, the one above and, half, the one above that.
            let direct = own.saturating_sub(below);
            let above = texts.parents.get(at).copied().unwrap_or_default();
            let further = texts.parents.get(above).copied().unwrap_or_default();
            add(&mut texts.near, at, direct);
            add(&mut texts.near, above, direct);
            add(&mut texts.near, further, direct / 2);
        }
        texts
    }

    fn running(&self, at: usize) -> usize {
        self.running.get(at).copied().unwrap_or_default()
    }

    fn parent(&self, at: usize) -> Option<usize> {
        self.parents.get(at).copied().filter(|_| at != 0)
    }

    fn linked_share(&self, at: usize) -> f64 {
        let (linked, all) =
            (self.linked.get(at).copied().unwrap_or_default(), self.all.get(at).copied().unwrap_or_default());
        if all == 0 { 0.0 } else { linked as f64 / all as f64 }
    }

    fn score(&self, at: usize) -> f64 {
        self.near.get(at).copied().unwrap_or_default() as f64 * (1.0 - self.linked_share(at))
    }
}

fn set(list: &mut [usize], at: usize, value: usize) {
    if let Some(place) = list.get_mut(at) {
        *place = value;
    }
}

fn add(list: &mut [usize], at: usize, more: usize) {
    if let Some(place) = list.get_mut(at) {
        *place += more;
    }
}
