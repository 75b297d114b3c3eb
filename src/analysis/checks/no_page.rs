//! Addresses under which a reader does not find what was read: the front of a site, a search, a machine's translation, a
//! mailbox, a door that asks for a name, a file on somebody's disk, a pointer to somewhere else.

use super::addresses::{host, rest};
use super::bound::quoted;
use super::{Check, Finding, Material, Needs, Outcome, of_source};
use crate::briefing::{Message, Source, SourceKind};
use crate::{label, message};

pub(super) const CHECKS: &[Check] =
    &[Check { key: "source-page", needs: Needs::Nothing, holds: label!(checks::source_page), run: pages }];

/// Hosts, and the labels that hosts begin with, that lead elsewhere than to a page.
const TRANSLATORS: &[&str] = &[
    "translate.google.com",
    "translate.yandex.com",
    "translate.yandex.ru",
    "fanyi.baidu.com",
    "translated.turbopages.org",
    "deepl.com",
    "microsofttranslator.com",
];
const POINTERS: &[&str] = &["bit.ly", "t.co", "goo.gl", "tinyurl.com", "is.gd", "ow.ly", "clck.ru", "l.facebook.com"];
const MAIL: &[&str] = &["mail", "webmail", "outlook", "imap"];
const DOORS: &[&str] = &["login", "accounts", "account", "auth", "sso", "signin"];
const FINDERS: &[&str] = &["search", "find"];
/// Parts of a path that say the same.
const DOORS_IN_PATH: &[&str] =
    &["login", "signin", "sign-in", "log-in", "logon", "wp-login.php", "wp-admin", "auth", "oauth", "sso"];
const FINDERS_IN_PATH: &[&str] =
    &["search", "find", "results", "suche", "recherche", "buscar", "busca", "poisk", "search.php", "s"];
/// What is asked for in a search.
const ASKED: &[&str] = &["q", "query", "text", "s", "wd", "search", "keyword", "keywords", "term", "p"];
/// The front of a site, by whatever name.
const FRONTS: &[&str] = &["index", "home", "main", "default", "startpage", "start"];

fn pages(material: &Material<'_>) -> Vec<Finding> {
    let one = |source: &Source| {
        let said = no_page(source, source.address.as_deref()?)?;
        let cause = said.id();
        Some(of_source(source, Outcome::Warn, label!(findings::source_page), said).likely_caused_by(&cause))
    };
    material.briefing.sources.sources.iter().filter_map(one).collect()
}

/// What an address leads to where that is no page that carries the source.
fn no_page(source: &Source, address: &str) -> Option<Message> {
    let address = address.trim();
    let lower = address.to_ascii_lowercase();
    let quoted = || quoted(address);
    if lower.starts_with("mailto:") {
        return Some(message!(findings::source_address_mailbox, address = quoted()));
    }
    if on_a_disk(&lower) {
        return Some(message!(findings::source_address_disk, address = quoted()));
    }
    let host = host(address)?;
    let whole = rest(&lower)?.split('#').next().unwrap_or_default();
    let (path, query) = whole.split_once('?').unwrap_or((whole, ""));
    let path: Vec<&str> = path.split('/').skip(1).filter(|part| !part.is_empty()).collect();
    let first = host.split('.').next().unwrap_or_default();
    let is_host = |hosts: &[&str]| hosts.contains(&host.as_str());
    let in_path = |words: &[&str]| path.iter().any(|part| words.contains(part));
    let asks = query.split('&').filter_map(|pair| pair.split_once('=')).any(|(key, _)| ASKED.contains(&key));
    let searches = asks && (FINDERS.contains(&first) || in_path(FINDERS_IN_PATH));
    // A shop of pages may look one up by `?p=12`, and nobody looks words up by `?s=`.
    let looks_up = path.is_empty() && query.split('&').any(|pair| pair.starts_with("s=") || pair.starts_with("q="));
    Some(if is_host(TRANSLATORS) || host.ends_with(".translate.goog") {
        message!(findings::source_address_translation, address = quoted())
    } else if MAIL.contains(&first) {
        message!(findings::source_address_mailbox, address = quoted())
    } else if DOORS.contains(&first) || in_path(DOORS_IN_PATH) {
        message!(findings::source_address_door, address = quoted())
    } else if searches || looks_up {
        message!(findings::source_address_search, address = quoted())
    } else if is_host(POINTERS) || path == ["url"] && asks {
        message!(findings::source_address_pointer, address = quoted())
    } else if source.kind != SourceKind::Reference && query.is_empty() && path.iter().all(|part| is_front(part)) {
        message!(findings::source_address_front, address = quoted())
    } else {
        return None;
    })
}

/// Whether an address, in small letters, is that of a file on one machine.
fn on_a_disk(address: &str) -> bool {
    let mut start = address.chars();
    let drive = start.next().is_some_and(|c| c.is_ascii_alphabetic())
        && start.next() == Some(':')
        && start.next().is_some_and(|c| matches!(c, '\\' | '/'));
    let beginnings = ["/home/", "/users/", "/tmp/", "/mnt/", "~/", "\\\\", "./", "../"];
    drive || beginnings.iter().any(|start| address.starts_with(start))
}

/// Whether a part of a path is that of the front of a site, or of the site in one of its languages.
fn is_front(part: &str) -> bool {
    let name = part.split('.').next().unwrap_or_default();
    FRONTS.contains(&name) || part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::SourceKind;

    fn addressed(address: &str, kind: Option<SourceKind>) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let source = briefing.sources.sources.iter_mut().find(|source| source.id.as_str() == "dawn-146634");
            let source = source.expect("a source");
            source.address = Some(address.to_owned());
            source.kind = kind.unwrap_or(source.kind);
        })
    }

    #[test]
    fn an_address_leads_to_the_page_that_was_read() {
        for elsewhere in [
            "https://www.dawn.com",
            "https://www.dawn.com/en/",
            "https://dawn.com/index.html",
            "https://www.bing.com/search?q=dawn+sco",
            "https://yandex.ru/search/?text=shos",
            "https://www.dawn.com/?s=observer",
            "https://translate.google.com/translate?u=dawn.com",
            "https://www-dawn-com.translate.goog/news/146634",
            "https://mail.yahoo.com/d/folders/1",
            "mailto:editor@dawn.com",
            "https://www.dawn.com/login?next=/news/146634",
            "https://accounts.google.com/ServiceLogin",
            "C:\\Users\\me\\dawn.pdf",
            "/Users/me/Downloads/dawn.pdf",
            "https://bit.ly/3xYz",
            "https://www.google.com/url?q=https://dawn.com/news/146634",
        ] {
            assert_eq!(addressed(elsewhere, None), ["Warn source-page"], "{elsewhere}");
        }
    }

    #[test]
    fn what_looks_like_it_and_is_a_page_is_none_of_it() {
        for page in [
            "https://www.dawn.com/news/146634",
            "https://imparcialnews.com.br/?p=56219",
            "https://www.africanews.com/2025/09/02",
            "https://dailymail.co.uk/news/1",
            "https://www.dawn.com/research/search-for-peace",
            "https://site.org/en/q?id=4",
            "https://en.kremlin.ru/events/president/news/41570",
            "dawn.com",
        ] {
            assert_eq!(addressed(page, None), [""; 0], "{page}");
        }
        let data = addressed("https://www.naturalearthdata.com/", Some(SourceKind::Reference));
        assert_eq!(data, [""; 0], "a work that is all of its site");
    }
}
