//! Sources that say what they are not: an original that carries another’s text, a copy of another page, a publisher in
//! two spellings, a source that nothing rests on.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil;

use super::addresses::{host, normal};
use super::citations::rests_on;
use super::{Check, Finding, Material, Needs, Outcome, of_source};
use crate::analysis::fold::known_by;
use crate::analysis::publishers::platform;
use crate::briefing::{Message, Source, SourceKind};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "source-primary",
        needs: Needs::Nothing,
        holds: label!(checks::source_primary),
        run: |material| each(material, not_primary),
    },
    Check {
        key: "archived-page",
        needs: Needs::Nothing,
        holds: label!(checks::archived_page),
        run: |material| each(material, another_page),
    },
    Check {
        key: "publisher-spelling",
        needs: Needs::Nothing,
        holds: label!(checks::publisher_spelling),
        run: |material| spellings(&material.briefing.sources.sources),
    },
    Check { key: "source-uncited", needs: Needs::Nothing, holds: label!(checks::source_uncited), run: uncited },
];

fn each(material: &Material<'_>, find: fn(&Source) -> Option<Finding>) -> Vec<Finding> {
    material.briefing.sources.sources.iter().filter_map(find).collect()
}

/// What says of a source that it is none of its own, as a word of its publisher, its title, its address or its note.
const SECOND_HAND: &[&str] = &[
    "blog",
    "blogs",
    "blogger",
    "mirror",
    "mirrors",
    "mirrored",
    "reprint",
    "reprints",
    "reprinted",
    "repost",
    "reposts",
    "wiki",
    "wikis",
    "wikipedia",
    "encyclopaedia",
    "encyclopedia",
    "aggregator",
    "digest",
    "блог",
    "зеркало",
    "перепечатка",
    "博客",
    "转载",
    "镜像",
];

/// A source that is called the originator’s own, and is another’s text or nobody’s.
fn not_primary(source: &Source) -> Option<Finding> {
    if !source.primary {
        return None;
    }
    let word = || {
        let texts = [Some(source.publisher.as_str()), Some(&source.title), source.note.as_deref()];
        let own_host = source.address.as_deref().and_then(host);
        let words = texts.into_iter().flatten().chain(own_host.as_deref());
        let mut words = words.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
        words.find(|word| SECOND_HAND.contains(&word.to_lowercase().as_str())).map(str::to_owned)
    };
    let publisher = &source.publisher;
    let detail = if source.kind == SourceKind::GeneralKnowledge {
        message!(findings::source_primary_unread, publisher = publisher)
    } else if source.origin.is_some() {
        message!(findings::source_primary_origin, publisher = publisher)
    } else if let Some(platform) = source.address.as_deref().and_then(host).and_then(|host| platform(&host)) {
        message!(findings::source_primary_said, publisher = publisher, said = platform.to_owned())
    } else {
        message!(findings::source_primary_said, publisher = publisher, said = word()?)
    };
    Some(of_source(source, Outcome::Warn, label!(findings::source_primary), detail))
}

/// The page that an archive’s address names, and the day in it: `https://web.archive.org/web/20250716101500/https://…`.
fn archived(address: &str) -> Option<(&str, Option<civil::Date>)> {
    // The address of the page stands in that of the copy, after its own scheme.
    let at = address.char_indices().skip(8).map(|(at, _)| at);
    let page = at
        .filter_map(|at| address.get(at..))
        .find(|rest| rest.starts_with("http://") || rest.starts_with("https://"))?;
    let before = address.strip_suffix(page)?;
    let stamp = before.split('/').find_map(|part| {
        let digits: String = part.chars().take_while(char::is_ascii_digit).take(8).collect();
        let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<i16>().ok();
        let (month, day) = (i8::try_from(number(4..6)?).ok()?, i8::try_from(number(6..8)?).ok()?);
        civil::Date::new(number(0..4)?, month, day).ok()
    });
    Some((page, stamp))
}

/// A copy whose address is that of another page, or was taken on another day than is said.
fn another_page(source: &Source) -> Option<Finding> {
    let copy = source.archived.as_ref()?;
    let (page, stamp) = archived(&copy.address)?;
    let bare = |address: &str| {
        let address = normal(address);
        address.split('?').next().unwrap_or_default().trim_end_matches('/').to_lowercase()
    };
    let own = source.address.as_deref().filter(|address| host(address).is_some());
    let publisher = &source.publisher;
    let detail = if let Some(own) = own.filter(|own| bare(own) != bare(page)) {
        message!(findings::archived_page_other, publisher = publisher, page = page.to_owned(), address = own.to_owned())
    } else {
        // A day ends elsewhere a day later.
        let apart = |stamp: civil::Date| {
            let day = jiff::Span::new().days(1);
            stamp < copy.on.first_day().saturating_sub(day) || copy.on.last_day().saturating_add(day) < stamp
        };
        let stamp = stamp.filter(|stamp| apart(*stamp))?;
        let stamp = crate::briefing::Date::day(stamp);
        message!(findings::archived_page_day, publisher = publisher, stamp = stamp, on = copy.on)
    };
    Some(of_source(source, Outcome::Warn, label!(findings::archived_page), detail))
}

/// Publishers of one name in several spellings: each once, by the source that has the rarest.
fn spellings(sources: &[Source]) -> Vec<Finding> {
    let mut all: BTreeMap<String, BTreeMap<&str, Vec<&Source>>> = BTreeMap::new();
    for source in sources {
        all.entry(known_by(&source.publisher)).or_default().entry(source.publisher.as_str()).or_default().push(source);
    }
    let finding = |spelled: &BTreeMap<&str, Vec<&Source>>| {
        let (rare, own) = spelled.iter().min_by_key(|(spelling, own)| (own.len(), **spelling))?;
        let (usual, _) = spelled.iter().filter(|(spelling, _)| *spelling != rare).max_by_key(|(_, own)| own.len())?;
        let detail =
            message!(findings::publisher_spelling_other, said = (*rare).to_owned(), usual = (*usual).to_owned());
        Some(of_source(own.first()?, Outcome::Warn, label!(findings::publisher_spelling), detail))
    };
    all.iter().filter(|(name, spelled)| !name.is_empty() && spelled.len() > 1).filter_map(|(_, s)| finding(s)).collect()
}

/// Of so many sources one may be left over; where more are, the list is that of another work, or of none yet.
const LEFT_OVER: usize = 4;

/// Sources that nothing rests on.
fn uncited(material: &Material<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let used = rests_on(material);
    let carried: BTreeSet<_> =
        briefing.sources.sources.iter().filter_map(|source| source.origin.as_ref()?.source.as_ref()).collect();
    let idle = |source: &&Source| !used.contains(&source.id) && !carried.contains(&source.id);
    let finding = |source: &Source| {
        let detail: Message = message!(findings::source_uncited_by, publisher = &source.publisher, source = &source.id);
        of_source(source, Outcome::Warn, label!(findings::source_uncited), detail).likely_caused_by(&"")
    };
    let all = &briefing.sources.sources;
    if all.iter().filter(idle).count() * LEFT_OVER > all.len() {
        return Vec::new();
    }
    all.iter().filter(idle).map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::{ArchivedCopy, Origin, Source, SourceKind};

    fn after(key: &str, change: impl FnOnce(&mut Source)) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            change(briefing.sources.sources.iter_mut().find(|source| source.id.as_str() == key).expect(key));
        })
    }

    #[test]
    fn an_original_is_its_publishers_own() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for key in ["awarelogue-201905", "avim-sri-lanka", "general-knowledge", "dzen-2022", "bs178-2025"] {
            assert_eq!(after(key, |source| source.primary = true), ["Warn source-primary"], "{key}");
        }
        let carried = |source: &mut Source| {
            source.origin = Some(Origin { source: None, agency: Some("Interfax".to_owned()) });
        };
        assert_eq!(after("sectsco-670183", carried), ["Warn source-primary"]);
        assert_eq!(after("cldr-48", |source| source.primary = true), [""; 0], "whose own it is");
        assert_eq!(after("sectsco-670183", |source| source.kind = SourceKind::Reference), [""; 0]);
    }

    #[test]
    fn a_copy_is_of_its_page_and_day() {
        let copy = |address: &str, on: &str| {
            after("dawn-146634", |source| {
                let (address, on) = (address.to_owned(), on.parse().expect(on));
                source.archived = Some(ArchivedCopy { address, on });
            })
        };
        let taken = "https://web.archive.org/web/20250716101500/";
        for (page, on) in
            [("https://www.dawn.com/news/146643", "2025-07-16"), ("https://dawn.com/news/146634", "2025-06-17")]
        {
            assert_eq!(copy(&format!("{taken}{page}"), on), ["Warn archived-page"], "{page}");
        }
        for on in ["2025-07-16", "2025-07-17", "2025-07", "2025"] {
            assert_eq!(copy(&format!("{taken}http://dawn.com/news/146634/"), on), [""; 0], "{on}");
        }
        assert_eq!(copy("https://archive.ph/AbC12", "2025-07-16"), [""; 0]);
    }

    #[test]
    fn a_publisher_has_one_spelling() {
        let called = |name: &str| after("tass-1989049", |source| name.clone_into(&mut source.publisher));
        assert_eq!(called("Tass"), ["Warn publisher-spelling"]);
        assert_eq!(called("T.A.S.S."), ["Warn publisher-spelling"]);
        assert_eq!(called("Tasmania Times"), [""; 0]);
    }

    #[test]
    fn something_rests_on_every_source() {
        let found = found_after(CHECKS, |briefing| {
            let mut stray = briefing.sources.sources[3].clone();
            stray.id = "stray".to_owned().try_into().expect("a key");
            briefing.sources.sources.push(stray);
        });
        assert_eq!(found, ["Warn source-uncited"]);
    }
}
