//! What a page says of its article: to search engines, to social networks, to libraries, to browsers.

use serde_json::Value;

use super::super::content::Metadata;
use super::super::metadata::{day, language};
use super::tree::{Child, Tree};
use crate::briefing::Date;

/// What a page says of the article that an element holds.
pub(super) fn of(tree: &Tree, root: usize) -> Metadata {
    let linked = linked(tree);
    let meta = |names: &[&str]| names.iter().find_map(|name| named(tree, name));
    let date = |names: &[&str]| names.iter().find_map(|name| named(tree, name).and_then(|text| day(&text)));
    let publisher = linked.publisher.or_else(|| {
        meta(&[
            "og:site_name",
            "dc.publisher",
            "dcterms.publisher",
            "citation_publisher",
            "publisher",
            "application-name",
        ])
    });
    let title = linked
        .title
        .or_else(|| meta(&["citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title"]))
        .or_else(|| only_heading(tree))
        .or_else(|| tree.all("title").next().map(|at| tree.text(at)))
        .map(|title| without_site(&line(&title), publisher.as_deref()));
    Metadata {
        title,
        author: linked
            .author
            .or_else(|| {
                meta(&[
                    "citation_author",
                    "author",
                    "article:author",
                    "dc.creator",
                    "dcterms.creator",
                    "parsely-author",
                ])
            })
            .filter(|name| !name.starts_with("http")),
        published: linked
            .published
            .or_else(|| {
                date(&[
                    "article:published_time",
                    "citation_publication_date",
                    "citation_date",
                    "datepublished",
                    "dc.date",
                    "dcterms.date",
                    "dcterms.created",
                    "dc.date.issued",
                    "date",
                    "pubdate",
                    "publishdate",
                    "parsely-pub-date",
                    "og:published_time",
                ])
            })
            .or_else(|| time(tree, root)),
        language: tree
            .all("html")
            .next()
            .and_then(|at| tree.nodes.get(at))
            .and_then(|node| node.attribute("lang").or_else(|| node.attribute("xml:lang")))
            .and_then(language)
            .or(linked.language)
            .or_else(|| {
                meta(&["og:locale", "content-language", "dc.language", "language"]).and_then(|text| language(&text))
            }),
        address: canonical(tree)
            .or_else(|| meta(&["og:url"]))
            .or(linked.address)
            .or_else(|| tree.saved_from.clone())
            .filter(|address| address.starts_with("http")),
        publisher,
        saved: None,
    }
}

/// The content of the first `meta` of a name, whatever its case.
fn named(tree: &Tree, name: &str) -> Option<String> {
    tree.all("meta").find_map(|at| {
        let node = tree.nodes.get(at)?;
        let own = ["name", "property", "itemprop", "http-equiv"].into_iter().filter_map(|field| node.attribute(field));
        let is = own.into_iter().any(|own| own.trim().eq_ignore_ascii_case(name));
        node.attribute("content").filter(|text| is && !text.trim().is_empty()).map(line)
    })
}

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The heading of the first rank, where there is one alone.
fn only_heading(tree: &Tree) -> Option<String> {
    let mut headings = tree.all("h1").map(|at| line(&tree.text(at))).filter(|text| !text.is_empty());
    let first = headings.next()?;
    headings.next().is_none().then_some(first)
}

fn canonical(tree: &Tree) -> Option<String> {
    tree.all("link").find_map(|at| {
        let node = tree.nodes.get(at)?;
        node.attribute("href").filter(|_| node.attribute("rel") == Some("canonical")).map(str::to_owned)
    })
}

/// A title without the name of the site that titles of pages end or begin with.
fn without_site(title: &str, site: Option<&str>) -> String {
    let Some(site) = site else { return title.to_owned() };
    for between in [" | ", " – ", " — ", " - ", " :: ", " · ", " » "] {
        if let Some((rest, last)) = title.rsplit_once(between)
            && last.trim().eq_ignore_ascii_case(site)
        {
            return rest.trim().to_owned();
        }
        if let Some((first, rest)) = title.split_once(between)
            && first.trim().eq_ignore_ascii_case(site)
        {
            return rest.trim().to_owned();
        }
    }
    title.to_owned()
}

/// The day of the first time that is marked as one: in the article, else on the page where there is one alone.
fn time(tree: &Tree, root: usize) -> Option<Date> {
    let of = |at: usize| {
        let node = tree.nodes.get(at)?;
        day(node.attribute("datetime").or_else(|| node.attribute("content"))?)
    };
    let mut inside = Vec::new();
    within(tree, root, &mut inside);
    let own = inside.into_iter().find_map(of);
    let marked = || {
        let is = |at: &usize| {
            tree.nodes.get(*at).is_some_and(|node| {
                node.attribute("itemprop") == Some("datePublished") || node.attribute("pubdate").is_some()
            })
        };
        tree.all("time").find(is).and_then(of)
    };
    let alone = || {
        let mut all = tree.all("time").filter_map(of);
        all.next().filter(|first| all.all(|other| other == *first))
    };
    own.or_else(marked).or_else(alone)
}

fn within(tree: &Tree, at: usize, times: &mut Vec<usize>) {
    for child in tree.nodes.get(at).map(|node| node.children.as_slice()).unwrap_or_default() {
        if let Child::Element(inner) = child {
            if tree.nodes.get(*inner).is_some_and(|node| node.name == "time") {
                times.push(*inner);
            }
            within(tree, *inner, times);
        }
    }
}

/// What stands there as linked data.
fn linked(tree: &Tree) -> Metadata {
    let mut metadata = Metadata::default();
    for at in tree.all("script") {
        let is = tree.nodes.get(at).and_then(|node| node.attribute("type")) == Some("application/ld+json");
        if let Some(value) =
            Some(tree.text(at)).filter(|_| is).and_then(|text| serde_json::from_str::<Value>(text.trim()).ok())
        {
            article(&value, &mut metadata);
        }
    }
    metadata
}

/// Takes what an article in linked data says of itself.
fn article(value: &Value, metadata: &mut Metadata) {
    match value {
        Value::Array(list) => list.iter().for_each(|one| article(one, metadata)),
        Value::Object(fields) => {
            if let Some(graph) = fields.get("@graph") {
                article(graph, metadata);
            }
            let kind = fields.get("@type").map(texts).unwrap_or_default();
            let is = kind.iter().any(|kind| {
                kind.ends_with("Article")
                    || matches!(kind.as_str(), "Report" | "BlogPosting" | "GovernmentDocument" | "SpecialAnnouncement")
            });
            if !is {
                return;
            }
            let text = |name: &str| fields.get(name).map(texts).and_then(|all| all.into_iter().next());
            let named =
                |name: &str| fields.get(name).map(names).filter(|all| !all.is_empty()).map(|all| all.join(", "));
            fill(&mut metadata.title, text("headline").or_else(|| text("name")));
            fill(&mut metadata.publisher, named("publisher"));
            fill(&mut metadata.author, named("author"));
            fill(&mut metadata.language, text("inLanguage").and_then(|text| language(&text)));
            fill(&mut metadata.address, text("url").or_else(|| text("mainEntityOfPage")));
            if metadata.published.is_none() {
                metadata.published = text("datePublished").and_then(|text| day(&text));
            }
        }
        _ => {}
    }
}

fn fill(field: &mut Option<String>, value: Option<String>) {
    if field.is_none() {
        *field = value.map(|text| line(&text)).filter(|text| !text.is_empty());
    }
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// The names of people or organisations, given as such or as what has a name.
fn names(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().flat_map(names).collect(),
        Value::Object(fields) => fields.get("name").map(texts).unwrap_or_default(),
        _ => Vec::new(),
    }
}
