//! What a page says of its article: to search engines, to social networks, to libraries, to browsers, and to whoever sees it.

use super::super::content::Metadata;
use super::super::metadata::{day, language};
use super::article::Article;
use super::linked::Linked;
use super::shown::Shown;
use super::tree::Tree;

/// What a page says of its article.
pub(super) struct Said {
    pub metadata: Metadata,
    /// Whether it says that not all of it is free to read.
    pub is_part: bool,
}

/// The names under which pages say the day on which they were published, those that say it most surely first.
const PUBLISHED: [&str; 24] = [
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date.published",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "dc.date.created",
    "publication_date",
    "publication-date",
    "publish_date",
    "publish-date",
    "published_date",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
    "sailthru.date",
];

/// What a page says of an article that is on it.
pub(super) fn of(tree: &Tree, article: &Article) -> Said {
    let linked = Linked::of(tree);
    let shown = Shown::of(tree, article);
    let meta = |names: &[&str]| names.iter().find_map(|name| named(tree, name));
    let date = |names: &[&str]| names.iter().find_map(|name| named(tree, name).and_then(|text| day(&text)));
    let site = linked.site;
    let linked_article = linked.article;
    let publisher = linked_article.publisher.or_else(|| {
        meta(&[
            "og:site_name",
            "dc.publisher",
            "dcterms.publisher",
            "citation_publisher",
            "publisher",
            "application-name",
        ])
    });
    let publisher = publisher.or(site);
    let of_page = || tree.all("title").next().map(|at| line(&tree.text(at))).filter(|title| !title.is_empty());
    let title = linked_article
        .title
        .or_else(|| meta(&["citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title"]))
        .or_else(|| shown.heading(of_page().as_deref()))
        .or_else(of_page)
        .map(|title| without_site(&line(&title), publisher.as_deref()));
    let author = linked_article.author.or_else(|| {
        meta(&["citation_author", "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author"])
    });
    let is_part =
        linked.is_part || meta(&["article:content_tier"]).is_some_and(|tier| tier.eq_ignore_ascii_case("locked"));
    let metadata = Metadata {
        title,
        author: author.filter(|name| !name.starts_with("http")).or_else(|| shown.author()),
        published: linked_article
            .published
            .or_else(|| date(&PUBLISHED))
            .or_else(|| date(&["date"]))
            .or(linked.page_published)
            .or_else(|| shown.day()),
        language: tree
            .all("html")
            .next()
            .and_then(|at| tree.nodes.get(at))
            .and_then(|node| node.attribute("lang").or_else(|| node.attribute("xml:lang")))
            .and_then(language)
            .or(linked_article.language)
            .or_else(|| {
                meta(&["og:locale", "content-language", "dc.language", "language"]).and_then(|text| language(&text))
            }),
        address: canonical(tree)
            .or_else(|| meta(&["og:url"]))
            .or(linked_article.address)
            .or_else(|| tree.saved_from.clone())
            .filter(|address| address.starts_with("http")),
        publisher,
        saved: None,
    };
    Said { metadata, is_part }
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

/// A text in one line.
pub(super) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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
