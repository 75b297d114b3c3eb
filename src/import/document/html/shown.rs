//! What a page shows of its article beside its text: the heading, the day, who wrote it.

use super::super::metadata::day;
use super::super::plain::ends_sentence;
use super::article::Article;
use super::furniture::is_furniture;
use super::said::line;
use super::tree::{Node, Tree};
use crate::briefing::Date;

/// A time that stands in a sentence of more words is one that the article tells of.
const LINE_OF_DAY: usize = 8;

/// What stands on a page, told apart by where: in the article, or in what is around it.
pub(super) struct Shown<'a> {
    tree: &'a Tree,
    /// Elements that neither stand around the article nor between its parts.
    own: Vec<bool>,
    /// Elements of the article.
    within: Vec<bool>,
    /// The block that each element stands in.
    blocks: Vec<usize>,
}

impl<'a> Shown<'a> {
    pub fn of(tree: &'a Tree, article: &Article) -> Self {
        let count = tree.nodes.len();
        let mut shown = Self { tree, own: vec![true; count], within: vec![false; count], blocks: vec![0; count] };
        // A parent stands before its children.
        for (at, node) in tree.nodes.iter().enumerate() {
            let get = |list: &[bool]| list.get(at).copied().unwrap_or_default();
            let within = get(&shown.within) || at == article.scope;
            let is_around =
                if within { is_furniture(tree, at) } else { node.name == "header" || is_furniture(tree, at) };
            let own = at == article.scope || get(&shown.own) && !is_around;
            let block = if node.is_block() { at } else { shown.blocks.get(at).copied().unwrap_or_default() };
            for inner in node.inner().chain([at]) {
                put(&mut shown.own, inner, own);
                put(&mut shown.within, inner, within);
                put(&mut shown.blocks, inner, block);
            }
        }
        shown
    }

    /// The heading of the article. The name of the site, which stands in the head of a page, is none; `title` is what the
    /// page is called in browsers.
    pub fn heading(&self, title: Option<&str>) -> Option<String> {
        let of = |name: &str, is: &dyn Fn(usize) -> bool| -> Vec<String> {
            let texts = self.tree.all(name).filter(|at| is(*at)).map(|at| line(&self.tree.text(at)));
            texts.filter(|text| !text.is_empty()).collect()
        };
        let is_in_title = |text: &String| title.is_some_and(|title| title.contains(text.as_str()));
        if let [only] = of("h1", &|at| self.is_own(at)).as_slice() {
            return Some(only.clone());
        }
        let within = |at: usize| self.is_own(at) && self.within.get(at).copied().unwrap_or_default();
        let lower = ["h1", "h2", "h3"].into_iter().find_map(|name| of(name, &within).into_iter().find(is_in_title));
        let apart = || {
            of("h1", &|at| !self.is_own(at))
                .into_iter()
                .find(|text| title.is_none_or(|title| title.starts_with(text.as_str())))
        };
        lower.or_else(apart)
    }

    /// The day that the page marks as the one on which the article was published, or that stands beside its text.
    pub fn day(&self) -> Option<Date> {
        let nodes = || self.tree.nodes.iter().enumerate().filter(|(at, _)| self.is_own(*at));
        let is_marked = |node: &Node| {
            node.attribute("itemprop")
                .is_some_and(|prop| prop.split(' ').any(|one| one.eq_ignore_ascii_case("datePublished")))
                || node.attribute("pubdate").is_some()
        };
        let marked =
            nodes().filter(|(_, node)| node.name != "meta" && is_marked(node)).find_map(|(at, _)| self.day_of(at));
        let times = || nodes().filter(|(at, node)| node.name == "time" && !self.is_told(*at)).map(|(at, _)| at);
        let within =
            || times().filter(|at| self.within.get(*at).copied().unwrap_or_default()).find_map(|at| self.day_of(at));
        let alone = || {
            let mut days = times().filter_map(|at| self.day_of(at));
            days.next().filter(|first| days.all(|other| other == *first))
        };
        marked.or_else(within).or_else(alone)
    }

    /// Who wrote the article, where the page marks that.
    pub fn author(&self) -> Option<String> {
        let is_marked = |node: &Node| {
            let has = |name: &str, wanted: &str| {
                node.attribute(name).is_some_and(|all| all.split_whitespace().any(|one| one == wanted))
            };
            has("rel", "author") || has("itemprop", "author") || has("class", "author") || has("class", "byline")
        };
        let marked = self.tree.nodes.iter().enumerate().filter(|(at, node)| {
            self.is_own(*at)
                && self.within.get(*at).copied().unwrap_or_default()
                && is_marked(node)
                && node.name != "meta"
        });
        marked.map(|(at, _)| line(&self.tree.text(at))).find_map(|text| {
            let name = text.strip_prefix("By ").or_else(|| text.strip_prefix("by ")).unwrap_or(&text).trim();
            let is_name = (2..=60).contains(&name.chars().count())
                && name.split(' ').count() <= 6
                && !name.chars().any(|c| c.is_numeric() || matches!(c, ':' | '@'))
                && !name.ends_with('.');
            is_name.then(|| name.to_owned())
        })
    }

    fn is_own(&self, at: usize) -> bool {
        self.own.get(at).copied().unwrap_or_default()
    }

    fn day_of(&self, at: usize) -> Option<Date> {
        let node = self.tree.nodes.get(at)?;
        let said = node.attribute("datetime").or_else(|| node.attribute("content")).and_then(day);
        said.or_else(|| day(&self.tree.text(at)))
    }

    /// Whether an element stands in a sentence that tells of something.
    fn is_told(&self, at: usize) -> bool {
        let block = self.blocks.get(at).copied().unwrap_or_default();
        let text = line(&self.tree.text(block));
        block != 0 && ends_sentence(&text) && text.split(' ').count() > LINE_OF_DAY
    }
}

fn put<T>(list: &mut [T], at: usize, value: T) {
    if let Some(place) = list.get_mut(at) {
        *place = value;
    }
}
