//! What a page says of its article as linked data.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::super::content::Metadata;
use super::super::metadata::{day, language};
use super::said::line;
use super::tree::Tree;
use crate::briefing::Date;

/// What stands on a page as linked data.
#[derive(Debug, Default)]
pub(super) struct Linked {
    /// What an article says of itself.
    pub article: Metadata,
    /// The name of the site that the page is of.
    pub site: Option<String>,
    /// When the page, which says nothing of an article, was published.
    pub page_published: Option<Date>,
    /// Whether the article says that not all of it is free to read.
    pub is_part: bool,
}

impl Linked {
    /// What stands on a page.
    pub fn of(tree: &Tree) -> Self {
        let scripts = tree.all("script").filter(|at| {
            let kind = tree.nodes.get(*at).and_then(|node| node.attribute("type")).unwrap_or_default();
            kind.trim().to_ascii_lowercase().starts_with("application/ld+json")
        });
        let values: Vec<Value> = scripts.filter_map(|at| parsed(&tree.text(at))).collect();
        let mut things = BTreeMap::new();
        for value in &values {
            named_things(value, &mut things);
        }
        let mut linked = Self::default();
        for value in &values {
            linked.read(value, &things);
        }
        linked
    }

    /// Takes what the things that are the page itself say.
    fn read(&mut self, value: &Value, things: &Things<'_>) {
        let fields = match value {
            Value::Array(list) => return list.iter().for_each(|one| self.read(one, things)),
            Value::Object(fields) => fields,
            _ => return,
        };
        if let Some(graph) = fields.get("@graph") {
            self.read(graph, things);
        }
        let kinds = fields.get("@type").map(texts).unwrap_or_default();
        let is = |kind: &str| kinds.iter().any(|own| own == kind);
        if kinds.iter().any(|kind| kind.ends_with("Article"))
            || ["Report", "BlogPosting", "GovernmentDocument", "SpecialAnnouncement"].into_iter().any(is)
        {
            self.read_article(fields, things);
        } else if kinds.iter().any(|kind| kind.ends_with("WebPage") || kind == "ItemPage") {
            let published = || text_of(fields, "datePublished").and_then(|text| day(&text));
            self.page_published = self.page_published.or_else(published);
            self.is_part |= is_not_free(fields);
        } else if is("WebSite") {
            fill(&mut self.site, text_of(fields, "name"));
        }
    }

    fn read_article(&mut self, fields: &Map<String, Value>, things: &Things<'_>) {
        let named = |name: &str| {
            let all = fields.get(name).map(|value| names(value, things)).unwrap_or_default();
            (!all.is_empty()).then(|| all.join(", "))
        };
        let text = |name: &str| text_of(fields, name);
        let article = &mut self.article;
        fill(&mut article.title, text("headline").or_else(|| text("name")));
        fill(&mut article.publisher, named("publisher"));
        fill(&mut article.author, named("author"));
        fill(&mut article.language, text("inLanguage").and_then(|text| language(&text)));
        fill(&mut article.address, text("url").or_else(|| text("mainEntityOfPage")));
        article.published = article.published.or_else(|| text("datePublished").and_then(|text| day(&text)));
        self.is_part |= is_not_free(fields);
    }
}

/// Linked data, in the ways in which pages hide it from what reads no such, and with the line breaks that some leave in its
/// texts.
fn parsed(text: &str) -> Option<Value> {
    let inner = text.split_once("<![CDATA[").map_or(text, |(_, rest)| rest);
    let inner = inner.rsplit_once("]]>").map_or(inner, |(before, _)| before);
    let bare = inner.trim().trim_start_matches("<!--").trim_end_matches("-->");
    let bare = bare.trim_matches(|c: char| c.is_whitespace() || matches!(c, '/' | '*' | ';'));
    serde_json::from_str(&bare.replace(|c: char| c.is_control(), " ")).ok()
}

/// The things that have a name by which others point at them.
type Things<'a> = BTreeMap<&'a str, &'a Map<String, Value>>;

fn named_things<'a>(value: &'a Value, things: &mut Things<'a>) {
    match value {
        Value::Array(list) => list.iter().for_each(|one| named_things(one, things)),
        Value::Object(fields) => {
            // What only points has no name of its own.
            if let (Some(Value::String(id)), true) = (fields.get("@id"), fields.contains_key("name")) {
                things.entry(id).or_insert(fields);
            }
            fields.values().for_each(|one| named_things(one, things));
        }
        _ => {}
    }
}

fn is_not_free(fields: &Map<String, Value>) -> bool {
    match fields.get("isAccessibleForFree") {
        Some(Value::Bool(free)) => !free,
        Some(Value::String(free)) => free.rsplit('/').next().is_some_and(|free| free.eq_ignore_ascii_case("false")),
        _ => false,
    }
}

fn fill(field: &mut Option<String>, value: Option<String>) {
    if field.is_none() {
        *field = value.map(|text| line(&text)).filter(|text| !text.is_empty());
    }
}

fn text_of(fields: &Map<String, Value>, name: &str) -> Option<String> {
    fields.get(name).map(texts).and_then(|all| all.into_iter().next())
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// The names of people or organisations, given as such, as what has a name, or as what points at that.
fn names(value: &Value, things: &Things<'_>) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().flat_map(|one| names(one, things)).collect(),
        Value::Object(fields) => {
            let pointed = || fields.get("@id").and_then(Value::as_str).and_then(|id| things.get(id)).copied();
            let fields = if fields.contains_key("name") { Some(fields) } else { pointed() };
            fields.and_then(|fields| fields.get("name")).map(texts).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}
