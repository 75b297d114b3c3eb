//! A page as a tree. Pages are rarely as they should be: what is never closed is closed where browsers close it.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// The most elements and texts of a page.
const MOST: usize = 400_000;
/// What lies deeper than this lies at this depth.
const DEEPEST: usize = 200;

/// A page.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub nodes: Vec<Node>,
    /// Whether it has more elements than are held.
    pub too_large: bool,
    /// The address that a browser notes in a page that it saves.
    pub saved_from: Option<String>,
}

/// An element.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub name: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Child>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Child {
    Element(usize),
    Text(String),
}

/// The attributes that are asked for.
const KEPT: [&str; 22] = [
    "aria-hidden",
    "charset",
    "class",
    "content",
    "datetime",
    "display",
    "hidden",
    "href",
    "id",
    "itemprop",
    "lang",
    "name",
    "property",
    "pubdate",
    "rel",
    "role",
    "src",
    "style",
    "type",
    "xml:lang",
    "http-equiv",
    "alt",
];

const EMPTY: [&str; 15] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "basefont",
];

/// Elements that end a paragraph that is open.
const BLOCKS: [&str; 33] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
    "summary",
];

impl Node {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    pub fn is_block(&self) -> bool {
        BLOCKS.contains(&self.name.as_str())
            || matches!(self.name.as_str(), "li" | "dt" | "dd" | "tr" | "td" | "th" | "caption" | "body" | "html")
    }

    /// The elements that stand in it, in their order.
    pub fn inner(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(inner) => Some(*inner),
            Child::Text(_) => None,
        })
    }

    /// Its classes and its name, each as it is written.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        let both = [self.attribute("class"), self.attribute("id")].into_iter().flatten();
        both.flat_map(str::split_whitespace)
    }

    /// The words of its classes and its name.
    pub fn classes(&self) -> impl Iterator<Item = String> {
        self.labels().flat_map(words_of)
    }
}

/// The words of a name such as `entry-footer`.
pub(super) fn words_of(label: &str) -> impl Iterator<Item = String> {
    label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

impl Tree {
    /// The tree of a page; its first node is above all.
    pub fn of(html: &str) -> Self {
        let mut building = Building { tree: Self::default(), open: vec![0] };
        building.tree.nodes.push(Node { name: "#page".to_owned(), ..Node::default() });
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            if building.tree.nodes.len() > MOST {
                building.tree.too_large = true;
                break;
            }
            match token {
                Ok(Token::StartTag(tag)) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    let attributes = tag.attributes.iter().filter_map(|(name, value)| {
                        let name = String::from_utf8_lossy(name).into_owned();
                        let kept = KEPT.contains(&name.as_str());
                        kept.then(|| (name, String::from_utf8_lossy(value).into_owned()))
                    });
                    building.start(name, attributes.collect(), tag.self_closing);
                }
                Ok(Token::EndTag(tag)) => building.end(&String::from_utf8_lossy(&tag.name)),
                Ok(Token::String(text)) => building.text(&String::from_utf8_lossy(&text)),
                Ok(Token::Comment(text)) => {
                    let text = String::from_utf8_lossy(&text);
                    if let Some((_, rest)) = text.split_once("saved from url=(") {
                        let address = rest.split_once(')').map(|(_, address)| address.trim().to_owned());
                        building.tree.saved_from = address.filter(|address| address.starts_with("http"));
                    }
                }
                _ => {}
            }
        }
        building.tree
    }

    /// All elements of some name, in their order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.nodes.iter().enumerate().filter(move |(_, node)| node.name == name).map(|(at, _)| at)
    }

    /// The text in an element, as it stands in the file.
    pub fn text(&self, at: usize) -> String {
        let mut text = String::new();
        self.write_text(at, &mut text);
        text
    }

    fn write_text(&self, at: usize, text: &mut String) {
        for child in self.nodes.get(at).map(|node| node.children.as_slice()).unwrap_or_default() {
            match child {
                Child::Text(own) => text.push_str(own),
                Child::Element(at) => {
                    if self.nodes.get(*at).is_some_and(|node| node.name == "br" || node.is_block()) {
                        text.push(' ');
                    }
                    self.write_text(*at, text);
                }
            }
        }
    }
}

/// A tree in the making.
struct Building {
    tree: Tree,
    /// The elements that are open, outermost first.
    open: Vec<usize>,
}

impl Building {
    fn name(&self, place: usize) -> &str {
        self.open.get(place).and_then(|at| self.tree.nodes.get(*at)).map_or("", |node| node.name.as_str())
    }

    fn start(&mut self, name: String, attributes: Vec<(String, String)>, self_closing: bool) {
        match name.as_str() {
            "li" => self.close_within(&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => self.close_within(&["dt", "dd"], &["dl"]),
            "tr" | "tbody" | "thead" | "tfoot" => self.close_within(&["tr"], &["table"]),
            "td" | "th" => self.close_within(&["td", "th"], &["tr", "table"]),
            "option" => self.close_within(&["option"], &["select"]),
            // What stands twice is the same page.
            "html" | "body" if (0..self.open.len()).any(|place| self.name(place) == name) => return,
            "body" => self.close_within(&["head"], &[]),
            _ => {}
        }
        if BLOCKS.contains(&name.as_str()) {
            self.close_within(
                &["p"],
                &["table", "td", "th", "button", "object", "blockquote", "li", "div", "section", "article"],
            );
        }
        let is_empty = EMPTY.contains(&name.as_str()) || self_closing && self.is_foreign();
        let at = self.tree.nodes.len();
        self.tree.nodes.push(Node { name, attributes, children: Vec::new() });
        let parent = self.open.last().copied().unwrap_or_default();
        if let Some(parent) = self.tree.nodes.get_mut(parent) {
            parent.children.push(Child::Element(at));
        }
        if !is_empty && self.open.len() < DEEPEST {
            self.open.push(at);
        }
    }

    /// Whether what is open is a drawing or a formula, whose elements may close themselves.
    fn is_foreign(&self) -> bool {
        (0..self.open.len()).any(|place| matches!(self.name(place), "svg" | "math"))
    }

    /// Closes the innermost of some elements, unless it lies outside of some others.
    fn close_within(&mut self, names: &[&str], bounds: &[&str]) {
        for place in (1..self.open.len()).rev() {
            let name = self.name(place);
            if names.contains(&name) {
                self.open.truncate(place);
                return;
            }
            if bounds.contains(&name) {
                return;
            }
        }
    }

    fn end(&mut self, name: &str) {
        if name == "br" {
            return self.start("br".to_owned(), Vec::new(), false);
        }
        if EMPTY.contains(&name) || matches!(name, "html" | "body") {
            return;
        }
        let is_inline = !BLOCKS.contains(&name)
            && !matches!(name, "li" | "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "dt" | "dd" | "caption");
        for place in (1..self.open.len()).rev() {
            let open = self.name(place);
            if open == name {
                self.open.truncate(place);
                return;
            }
            // What marks words does not close what holds them, and no cell is closed from within another table.
            let bound = if is_inline {
                BLOCKS.contains(&open) || matches!(open, "li" | "td" | "th")
            } else {
                matches!(open, "td" | "th" | "table")
                    && !matches!(name, "table" | "tr" | "tbody" | "thead" | "tfoot" | "td" | "th")
            };
            if bound {
                return;
            }
        }
    }

    fn text(&mut self, text: &str) {
        let parent = self.open.last().copied().unwrap_or_default();
        if let Some(parent) = self.tree.nodes.get_mut(parent) {
            match parent.children.last_mut() {
                Some(Child::Text(own)) => own.push_str(text),
                _ => parent.children.push(Child::Text(text.to_owned())),
            }
        }
    }
}
