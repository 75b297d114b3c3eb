//! Addresses and titles of sources: each of one source, whole, and dated as the source is.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil;

use super::bound::quoted;
use super::times::years;
use super::{Check, Finding, Material, Needs, Outcome, Subject, of_source};
use crate::analysis::fold::{fold, known_by};
use crate::analysis::origins::Origins;
use crate::briefing::{Citation, Date, Key, Message, Source, SourceKind, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "source-address",
        needs: Needs::Nothing,
        holds: label!(checks::source_address),
        run: |m| each(m, address),
    },
    Check {
        key: "source-address-twice",
        needs: Needs::Nothing,
        holds: label!(checks::source_address_twice),
        run: same_address,
    },
    Check {
        key: "source-address-date",
        needs: Needs::Nothing,
        holds: label!(checks::source_address_date),
        run: |m| each(m, dated_otherwise),
    },
    Check {
        key: "source-title-twice",
        needs: Needs::Nothing,
        holds: label!(checks::source_title_twice),
        run: same_title,
    },
    Check {
        key: "source-title-date",
        needs: Needs::Nothing,
        holds: label!(checks::source_title_date),
        run: title_dates,
    },
    Check { key: "source-publisher", needs: Needs::Nothing, holds: label!(checks::source_publisher), run: publishers },
    Check { key: "source-kind", needs: Needs::Nothing, holds: label!(checks::source_kind), run: kinds },
];

/// So many sources are named that share something.
const NAMED: usize = 5;
/// A report may be filed a day before or after what its address says, wherever on the globe it is read.
const DAYS_APART: i64 = 3;
/// So many words, or letters where words are not told apart, make a headline.
const HEADLINE: usize = 4;
const LONG: usize = 24;
/// Hosts kept for examples, or that only one machine knows.
const NOWHERE: &[&str] =
    &["example.com", "example.org", "example.net", "localhost", "test.com", "domain.com", "site.com"];
/// What stands in an address that is still to be filled in.
const PLACEHOLDERS: &[&str] = &["todo", "tbd", "xxx", "…", "...", "lorem", "placeholder", "<", ">", "fixme"];

fn each(material: &Material<'_>, find: fn(&Source) -> Option<Finding>) -> Vec<Finding> {
    material.briefing.sources.sources.iter().filter_map(find).collect()
}

/// One finding about several sources: of the last, with all of them named.
fn of_several(sources: &[&Source], title: Message, detail: Message) -> Option<Finding> {
    let last = sources.iter().max_by_key(|source| &source.id)?;
    let citations = sources.iter().map(|source| Citation::of(source.id.clone())).collect();
    Some(Finding::new(Outcome::Warn, Subject::Source(last.id.clone()), title, detail, citations))
}

fn keys(sources: &[&Source]) -> Value {
    Value::list(sources.iter().take(NAMED).map(|source| source.id.to_string()))
}

/// What follows `https://` or `http://`, whatever the case of the letters.
pub(super) fn rest(address: &str) -> Option<&str> {
    let lower = address.to_ascii_lowercase();
    let cut = ["https://", "http://"].into_iter().find(|scheme| lower.starts_with(scheme))?;
    address.get(cut.len()..)
}

/// The host of a web address, without `www.`.
pub(super) fn host(address: &str) -> Option<String> {
    let host = rest(address)?.split(['/', '?', '#', ':']).next()?.to_ascii_lowercase();
    Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
}

/// An address of one page in one way: without scheme, `www.`, fragment and the slash at its end.
pub(super) fn normal(address: &str) -> String {
    let address = address.trim();
    let rest = rest(address).unwrap_or(address);
    let rest = rest.split('#').next().unwrap_or(rest).trim_end_matches('/');
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.to_ascii_lowercase();
    format!("{}/{path}", host.strip_prefix("www.").unwrap_or(&host))
}

/// An address that leads nowhere: still to be filled in, broken, or of a host that is kept for examples.
fn address(source: &Source) -> Option<Finding> {
    let archived = source.archived.as_ref().map(|copy| copy.address.as_str());
    let one = |address: &str| {
        let lower = address.trim().to_lowercase();
        if lower.is_empty() || PLACEHOLDERS.iter().any(|holder| lower.contains(holder)) {
            return Some(message!(findings::source_address_placeholder, address = quoted(address)));
        }
        let host = host(address);
        if host.as_deref().is_some_and(|host| NOWHERE.contains(&host)) {
            return Some(message!(findings::source_address_example, address = quoted(address)));
        }
        is_broken(address, host.as_deref())
            .then(|| message!(findings::source_address_broken, address = quoted(address)))
    };
    let copy = |address: &str| {
        let no_link = rest(address).is_none();
        let own = source.address.as_deref().is_some_and(|own| normal(own) == normal(address));
        (no_link || own).then(|| message!(findings::source_address_copy, address = quoted(address)))
    };
    let said = source.address.as_deref().and_then(one).or_else(|| archived.and_then(|a| one(a).or_else(|| copy(a))));
    let finding = |said: Message| {
        let cause = said.id();
        of_source(source, Outcome::Warn, label!(findings::source_address), said).likely_caused_by(&cause)
    };
    said.map(finding)
}

/// Whether an address is meant for a browser and no browser can open it. Others are a site and an item, in words.
fn is_broken(address: &str, host: Option<&str>) -> bool {
    let lower = address.to_lowercase();
    let Some(host) = host else {
        let meant = ["http", "htp", "htt", "ttp", "ftp:", "www.http", "//"];
        return lower.contains("://") || (meant.iter().any(|meant| lower.starts_with(meant)) && lower.contains('/'));
    };
    let named = |label: &str| !label.is_empty() && !label.starts_with('-') && !label.contains(['_', ',', ';', '@']);
    let last = host.rsplit('.').next().unwrap_or_default();
    let top = last.chars().count() >= 2 && !last.chars().all(|c| c.is_ascii_digit());
    let twice = rest(address).is_some_and(|rest| rest.starts_with("http:/") || rest.starts_with("https:/"));
    address.chars().any(char::is_whitespace) || !host.contains('.') || !host.split('.').all(named) || !top || twice
}

/// Sources that share what they may not share, in the order of the briefing.
fn sharing<'a, K: Ord>(
    sources: impl IntoIterator<Item = &'a Source>,
    by: impl Fn(&'a Source) -> Option<K>,
) -> Vec<Vec<&'a Source>> {
    let mut all: BTreeMap<K, Vec<&Source>> = BTreeMap::new();
    for source in sources {
        if let Some(key) = by(source) {
            all.entry(key).or_default().push(source);
        }
    }
    all.into_values().filter(|sources| sources.len() > 1).collect()
}

fn same_address(material: &Material<'_>) -> Vec<Finding> {
    // A site alone can hold many items; a page is one.
    let page = |source: &Source| {
        let address = source.address.as_deref().map(normal)?;
        address.split_once('/').is_some_and(|(_, path)| !path.is_empty()).then_some(address)
    };
    let shared = sharing(&material.briefing.sources.sources, page);
    let finding = |sources: Vec<&Source>| {
        let address = sources.first().and_then(|source| source.address.as_deref()).map(quoted).unwrap_or_default();
        let detail = message!(findings::source_address_shared, keys = keys(&sources), address = address);
        of_several(&sources, label!(findings::source_address_twice), detail)
    };
    shared.into_iter().filter_map(finding).collect()
}

fn same_title(material: &Material<'_>) -> Vec<Finding> {
    let origins = Origins::of(material.briefing);
    let title = |source: &Source| {
        let title = known_by(&source.title);
        // The name of a subject, or of a series of notes, is that of many pages.
        let words = source.title.split_whitespace().count();
        let headline = words >= HEADLINE || (words == 1 && title.chars().count() >= LONG);
        headline.then_some(title)
    };
    let finding = |sources: Vec<&Source>| {
        // Where it is said whose text they carry, one title is no surprise.
        let first = origins.voice(sources.first()?);
        let one_text = sources.iter().any(|source| source.origin.is_some())
            && sources.iter().all(|source| origins.voice(source) == first);
        if one_text {
            return None;
        }
        let title = sources.first().map(|source| source.title.clone()).unwrap_or_default();
        let detail = message!(findings::source_title_shared, keys = keys(&sources), title = title);
        of_several(&sources, label!(findings::source_title_twice), detail)
    };
    sharing(&material.briefing.sources.sources, title).into_iter().filter_map(finding).collect()
}

/// The days that an address or a key gives: `/2025/07/14/`, `/2025/0714/`, `20250714`, `2025-07-14`; a month is the whole
/// of it.
fn days(text: &str) -> Option<(civil::Date, civil::Date)> {
    let mut runs: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    runs.truncate(64);
    let number = |run: &str| run.parse::<i16>().ok();
    let day = |year: &str, month: &str, day: &str| {
        let (year, month, day) = (number(year)?, i8::try_from(number(month)?).ok()?, i8::try_from(number(day)?).ok()?);
        (1990..=2100).contains(&year).then(|| civil::Date::new(year, month, day).ok())?
    };
    for (index, run) in runs.iter().enumerate() {
        let (next, after) = (runs.get(index + 1), runs.get(index + 2));
        if run.len() == 8
            && let (Some(year), Some(month), Some(last)) = (run.get(..4), run.get(4..6), run.get(6..))
            && let Some(day) = day(year, month, last)
        {
            return Some((day, day));
        }
        if run.len() == 4 {
            if let (Some(month), Some(last)) = (next.filter(|n| n.len() <= 2), after.filter(|n| n.len() <= 2))
                && let Some(day) = day(run, month, last)
            {
                return Some((day, day));
            }
            if let Some(found) = next.filter(|n| n.len() == 4).and_then(|n| day(run, n.get(..2)?, n.get(2..)?)) {
                return Some((found, found));
            }
            let of_month = text.contains(&format!("/{run}/{}", next.unwrap_or(&"-")));
            if let Some(first) = next.filter(|n| n.len() == 2 && of_month).and_then(|n| day(run, n, "1")) {
                return Some((first, first.last_of_month()));
            }
        }
    }
    None
}

/// An address, or a key that ends in a day, that gives another date than the source.
fn dated_otherwise(source: &Source) -> Option<Finding> {
    let published = source.published?;
    let apart = |(first, last): (civil::Date, civil::Date)| {
        let before = i64::from((published.first_day() - last).get_days());
        let after = i64::from((first - published.last_day()).get_days());
        before > DAYS_APART || after > DAYS_APART
    };
    let tail = |key: &Key| key.as_str().rsplit('-').next().filter(|tail| tail.len() == 8).map(str::to_owned);
    let in_address = source.address.as_deref().filter(|address| address.contains('/')).and_then(days);
    let given = in_address.or_else(|| tail(&source.id).as_deref().and_then(days)).filter(|given| apart(*given))?;
    let detail = message!(
        findings::source_address_dated,
        publisher = &source.publisher,
        given = Date::day(given.0),
        published = published
    );
    Some(of_source(source, Outcome::Warn, label!(findings::source_address_date), detail))
}

/// A title that speaks of a year that was still to come when it was published, and is past.
fn title_dates(material: &Material<'_>) -> Vec<Finding> {
    let checked = material.briefing.manifest.checked.last_day().year();
    let one = |source: &Source| {
        let published = source.published?;
        let last = published.last_day().year();
        let year = years(&source.title, checked).max()?;
        (year > last && !is_of_years_ahead(&source.title, last)).then(|| {
            let detail = message!(
                findings::source_title_dated,
                title = &source.title,
                year = year.to_string(),
                published = published
            );
            of_source(source, Outcome::Warn, label!(findings::source_title_date), detail)
        })
    };
    material.briefing.sources.sources.iter().filter_map(one).collect()
}

/// Whether a title names years from one to another that all were to come: `Plan of action 2026–2030`.
fn is_of_years_ahead(title: &str, published: i16) -> bool {
    let year = |digits: &str| digits.parse::<i16>().ok().filter(|year| (1900..2200).contains(year));
    let dashes = title.match_indices(['–', '—', '-', '−', '/']);
    dashes.into_iter().any(|(at, dash)| {
        let (before, after) = (title[..at].trim_end(), title[at + dash.len()..].trim_start());
        let first = before.len().checked_sub(4).and_then(|start| year(before.get(start..)?));
        let last = after.get(..4).and_then(year);
        first.zip(last).is_some_and(|(first, last)| first > published && last > first)
    })
}

/// A site with the pages of one publisher, and a page of another among them.
fn publishers(material: &Material<'_>) -> Vec<Finding> {
    let site = |source: &Source| source.address.as_deref().and_then(host);
    let finding = |sources: Vec<&Source>| {
        let mut by: BTreeMap<String, Vec<&Source>> = BTreeMap::new();
        for source in &sources {
            by.entry(fold(&source.publisher)).or_default().push(source);
        }
        // Where many publish, it is a platform.
        let [first, second] = <[Vec<&Source>; 2]>::try_from(by.into_values().collect::<Vec<_>>()).ok()?;
        let (fewer, more) = if first.len() < second.len() { (first, second) } else { (second, first) };
        let (other, usual) = (fewer.first()?, more.first()?);
        let detail = message!(
            findings::source_publisher_other,
            site = site(other).unwrap_or_default(),
            publisher = &other.publisher,
            usual = &usual.publisher
        );
        of_several(&[*other, *usual], label!(findings::source_publisher), detail)
    };
    sharing(&material.briefing.sources.sources, site).into_iter().filter_map(finding).collect()
}

/// A publisher that is an agency here and the press there.
fn kinds(material: &Material<'_>) -> Vec<Finding> {
    let publisher = |source: &Source| {
        let named = source.kind != SourceKind::GeneralKnowledge && !source.publisher.trim().is_empty();
        named.then(|| fold(source.publisher.trim()))
    };
    let finding = |sources: Vec<&Source>| {
        let kinds: BTreeSet<SourceKind> = sources.iter().map(|source| source.kind).collect();
        let odd = kinds.iter().min_by_key(|kind| sources.iter().filter(|source| source.kind == **kind).count())?;
        let (odd, others): (Vec<&Source>, Vec<&Source>) = sources.iter().partition(|source| source.kind == *odd);
        let usual = others.first()?;
        let first = odd.first()?;
        let detail = message!(
            findings::source_kind_other,
            publisher = &first.publisher,
            keys = keys(&odd),
            kind = first.kind.name(),
            usual = usual.kind.name()
        );
        of_several(&odd, label!(findings::source_kind), detail)
    };
    sharing(&material.briefing.sources.sources, publisher).into_iter().filter_map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::{ArchivedCopy, Briefing, Source, SourceKind};

    fn source<'a>(briefing: &'a mut Briefing, key: &str) -> &'a mut Source {
        briefing.sources.sources.iter_mut().find(|source| source.id.as_str() == key).expect(key)
    }

    fn after(key: &str, change: impl FnOnce(&mut Source)) -> Vec<String> {
        found_after(CHECKS, |briefing| change(source(briefing, key)))
    }

    fn addressed(address: &str) -> Vec<String> {
        after("dawn-146634", |source| source.address = Some(address.to_owned()))
    }

    #[test]
    fn the_bundled_sources_are_in_order() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
    }

    #[test]
    fn an_address_leads_to_a_page_or_says_in_words_where_it_is() {
        for broken in [
            "https:/dawn.com/news/1",
            "htp://dawn.com/1",
            "https://dawn/1",
            "https://dawn.com/a b",
            "https://https://dawn.com",
            "https://",
            "TODO",
            "https://example.org/a",
            "https://dawn..com/x",
            "https://dawn.com/…",
        ] {
            assert_eq!(addressed(broken), ["Warn source-address"], "{broken}");
        }
        for whole in [
            "https://dawn.com:8080/a?b=c#d",
            "dawn.com, item 7",
            "Dawn, 5 July 2005, p. 3",
            "https://例え.jp/a",
            "doi:10.1/x",
        ] {
            assert_eq!(addressed(whole), [""; 0], "{whole}");
        }
        let copied = |address: &str| {
            after("dawn-146634", |source| {
                source.archived =
                    Some(ArchivedCopy { address: address.to_owned(), on: "2025-01-01".parse().expect("a date") });
            })
        };
        assert_eq!(copied("http://dawn.com/news/146634/"), ["Warn source-address"], "the page itself is no copy");
        assert_eq!(copied("https://web.archive.org/web/2025/https://www.dawn.com/news/146634"), [""; 0]);
    }

    #[test]
    fn an_address_and_a_title_are_of_one_source() {
        assert_eq!(
            addressed("http://www.tass.com/economy/1788869/#top"),
            ["Warn source-address-twice", "Warn source-publisher"]
        );
        let title = |key: &str, title: &str| after(key, |source| title.clone_into(&mut source.title));
        assert_eq!(title("dawn-146634", "SCO accepts Afghanistan as Observer."), ["Warn source-title-twice"]);
    }

    #[test]
    fn an_address_and_a_title_are_dated_as_their_source_is() {
        let published = |key: &str, on: &str| after(key, |source| source.published = on.parse().ok());
        assert_eq!(published("lenta-20250807", "2025-07-08"), ["Warn source-address-date"]);
        assert_eq!(published("people-cn-20250714", "2024-07-14"), ["Warn source-address-date"]);
        assert_eq!(published("moddhakal-201603", "2016-05"), ["Warn source-address-date"]);
        assert_eq!(published("lenta-20250807", "2025-08"), [""; 0], "a month holds the day");
        assert_eq!(published("lenta-20250807", "2025-08-08"), [""; 0], "elsewhere it is the next day");
        assert_eq!(published("rt-448783", "2019-12"), [""; 0], "448783 is no date");
        assert_eq!(published("wallstreetobserver-2024", "2023-01"), ["Warn source-title-date"]);
        for plan in ["Plan of action 2024–2027", "行动计划（2024—2027）"] {
            let found = after("wallstreetobserver-2024", |source| {
                source.published = "2023-01".parse().ok();
                plan.clone_into(&mut source.title);
            });
            assert_eq!(found, [""; 0], "{plan}");
        }
    }

    #[test]
    fn a_site_and_a_publisher_are_what_they_are_elsewhere() {
        let publisher = after("tass-2010381", |source| "Reuters".clone_into(&mut source.publisher));
        assert_eq!(publisher, ["Warn source-publisher"]);
        assert_eq!(after("tass-2010381", |source| source.kind = SourceKind::Press), ["Warn source-kind"]);
    }
}
