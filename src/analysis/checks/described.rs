//! A source against what its own publisher, title, address and note tell of it: of what kind it is, in what language, and
//! which of its fields is which.

use std::collections::HashMap;

use super::addresses::host;
use super::{Check, Finding, Material, Needs, Outcome, of_source};
use crate::analysis::fold::{fold, known_by};
use crate::analysis::publishers::signs;
use crate::analysis::script::{arabic, cyrillic, greek, han, hangul, japanese, latin};
use crate::briefing::{Source, SourceKind};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "source-kind-told",
        needs: Needs::Nothing,
        holds: label!(checks::source_kind_told),
        run: |material| material.briefing.sources.sources.iter().filter_map(kind).collect(),
    },
    Check { key: "source-exchanged", needs: Needs::Nothing, holds: label!(checks::source_exchanged), run: exchanged },
    Check {
        key: "source-language",
        needs: Needs::Nothing,
        holds: label!(checks::source_language),
        run: |material| material.briefing.sources.sources.iter().filter_map(language).collect(),
    },
];

/// A kind that a source's publisher, address or note says otherwise.
fn kind(source: &Source) -> Option<Finding> {
    let title = label!(findings::source_kind_told);
    let publisher = &source.publisher;
    let host = source.address.as_deref().and_then(host);
    if source.kind == SourceKind::GeneralKnowledge {
        let detail = message!(findings::source_kind_unread, publisher = publisher, address = host?);
        return Some(of_source(source, Outcome::Warn, title, detail));
    }
    let (strong, weak) = signs(source, host.as_deref());
    if strong.iter().chain(&weak).any(|(_, told)| told.can_be(source.kind)) {
        return None;
    }
    // Whose text it carries says more of it than where it lies.
    let (sign, told) = strong.into_iter().next().filter(|_| source.origin.is_none())?;
    let (kind, told) = (source.kind.name(), told.name());
    let detail = message!(findings::source_kind_told_by, publisher = publisher, kind = kind, sign = sign, told = told);
    Some(of_source(source, Outcome::Warn, title, detail))
}

/// A publisher that is a title, and a title that is a publisher.
fn exchanged(material: &Material<'_>) -> Vec<Finding> {
    let mut publishers: HashMap<String, usize> = HashMap::new();
    for source in &material.briefing.sources.sources {
        *publishers.entry(known_by(&source.publisher)).or_default() += 1;
    }
    let one = |source: &Source| {
        let title = known_by(&source.title);
        let (own_key, own_host) = (known_by(source.id.as_str()), source.address.as_deref().and_then(host));
        let own_host = own_host.map(|host| known_by(&host)).unwrap_or_default();
        let names_it = title.chars().count() > 3 && (own_key == title || own_host.starts_with(&title));
        let other = title != known_by(&source.publisher) && publishers.contains_key(&title);
        let bracketed = source.publisher.trim_start().starts_with('[');
        let is_title = bracketed || is_headline(&source.publisher) && (names_it || other);
        is_title.then(|| {
            let (publisher, title) = (&source.publisher, &source.title);
            let detail = message!(findings::source_exchanged_as, publisher = publisher, title = title);
            of_source(source, Outcome::Warn, label!(findings::source_exchanged), detail)
        })
    };
    material.briefing.sources.sources.iter().filter_map(one).collect()
}

/// Whether a text is longer and runs on more in small letters than the name of a publisher.
fn is_headline(text: &str) -> bool {
    /// So many words, and of these so many long ones in small letters, make no name.
    const WORDS: usize = 4;
    const SMALL: usize = 2;
    const LONG: usize = 4;
    let small = |word: &&str| word.chars().count() >= LONG && word.chars().all(char::is_lowercase);
    let words = text.split_whitespace().count();
    words >= 2 * WORDS || words >= WORDS && text.split_whitespace().filter(small).count() >= SMALL
}

/// A language that a note names: its name in English, its tags in addresses, and its letters.
struct Language(&'static str, &'static [&'static str], fn(char) -> bool);

const LANGUAGES: &[Language] = &[
    Language("english", &["en", "eng", "english"], latin),
    Language("french", &["fr", "fra", "francais"], latin),
    Language("german", &["de", "deu", "deutsch"], latin),
    Language("spanish", &["es", "spa", "espanol"], latin),
    Language("portuguese", &["pt", "por"], latin),
    Language("turkish", &["tr", "tur"], latin),
    Language("italian", &["it", "ita"], latin),
    Language("russian", &["ru", "rus"], cyrillic),
    Language("ukrainian", &["ua", "ukr"], cyrillic),
    Language("chinese", &["zh", "chn", "cn"], han),
    Language("japanese", &["ja", "jpn"], japanese),
    Language("korean", &["ko", "kor"], hangul),
    Language("arabic", &["ar", "ara"], arabic),
    Language("persian", &["fa", "fas"], arabic),
    Language("greek", &["el", "gre"], greek),
];

/// A language that the note names and neither the title nor the address is in.
fn language(source: &Source) -> Option<Finding> {
    let note = fold(source.note.as_deref()?);
    let named = note.strip_prefix("in ")?.split(|c: char| !c.is_alphabetic()).next()?;
    let said = LANGUAGES.iter().find(|language| language.0 == named)?;
    let own_title = Some(&source.title).filter(|title| !title.starts_with('['));
    let other_script = own_title.is_some_and(|title| {
        let letters = title.chars().filter(|c| c.is_alphabetic()).count();
        let own = title.chars().filter(|c| said.2(*c)).count();
        letters > 8 && own * 4 < letters
    });
    // What a title is in says more than what the site around it is in.
    let address = source.address.as_deref().filter(|_| own_title.is_none()).map(fold).unwrap_or_default();
    let parts: Vec<&str> = address.split("://").last().unwrap_or_default().split('/').collect();
    let host = parts.first().and_then(|host| host.split('.').next()).into_iter();
    let tags: Vec<&str> = host.chain(parts.iter().skip(1).take(2).copied()).collect();
    let is_tagged = |language: &&Language| tags.iter().any(|tag| language.1.contains(tag));
    let of_address = LANGUAGES.iter().find(is_tagged).filter(|_| !is_tagged(&said));
    let publisher = &source.publisher;
    let said = source.note.as_deref()?.split(['.', ';']).next().unwrap_or_default().to_owned();
    let detail = if other_script {
        message!(findings::source_language_title, publisher = publisher, said = said, title = &source.title)
    } else {
        of_address?;
        let address = source.address.clone().unwrap_or_default();
        message!(findings::source_language_address, publisher = publisher, said = said, address = address)
    };
    Some(of_source(source, Outcome::Warn, label!(findings::source_language), detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::{Source, SourceKind};

    fn after(key: &str, change: impl FnOnce(&mut Source)) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            change(briefing.sources.sources.iter_mut().find(|source| source.id.as_str() == key).expect(key));
        })
    }

    fn of_kind(key: &str, kind: SourceKind) -> Vec<String> {
        after(key, |source| source.kind = kind)
    }

    #[test]
    fn a_source_is_of_the_kind_that_it_shows() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (key, kind) in [
            ("moddhakal-201603", SourceKind::Official),
            ("awarelogue-201905", SourceKind::Reference),
            ("dzen-2022", SourceKind::Agency),
            ("economy-gov-az-22940", SourceKind::Agency),
            ("mfa-gov-tr-sco", SourceKind::Press),
            ("priu-20090617", SourceKind::Press),
            ("khaleejtimes-20230506", SourceKind::Official),
            ("khaleejtimes-20230506", SourceKind::Reference),
            ("dawn-146634", SourceKind::GeneralKnowledge),
        ] {
            assert_eq!(of_kind(key, kind), ["Warn source-kind-told"], "{key}");
        }
        let called = |name: &str, kind| {
            after("dawn-146634", |source| {
                name.clone_into(&mut source.publisher);
                source.kind = kind;
            })
        };
        for name in ["Außenministerium", "Министерство иностранных дел", "中华人民共和国外交部", "وزارة الخارجية"]
        {
            assert_eq!(called(name, SourceKind::Press), ["Warn source-kind-told"], "{name}");
            assert_eq!(called(name, SourceKind::Official), [""; 0], "{name}");
        }
        assert_eq!(called("Bahrain News Agency", SourceKind::Press), ["Warn source-kind-told"]);
        assert_eq!(called("Bahrain News Agency", SourceKind::Agency), [""; 0]);
        assert_eq!(called("Embassy News", SourceKind::Press), [""; 0]);
        assert_eq!(called("Statistics Times", SourceKind::Press), [""; 0]);
        assert_eq!(called("European Space Agency", SourceKind::Official), [""; 0]);
        assert_eq!(called("Le Monde", SourceKind::Press), [""; 0]);
    }

    #[test]
    fn a_publisher_is_no_title() {
        let swapped = |key: &str| after(key, |source| std::mem::swap(&mut source.publisher, &mut source.title));
        for key in ["haqqin-358735", "zeenews-afghanistan", "news-az-belarus", "tass-2010381", "pubt-96c098cf"] {
            assert_eq!(swapped(key), ["Warn source-exchanged"], "{key}");
        }
        let title = |title: &str| after("dawn-146634", |source| title.clone_into(&mut source.title));
        assert_eq!(title("Dawn"), [""; 0]);
        assert_eq!(title("TASS"), [""; 0]);
        let name = after("dawn-146634", |source| "Center for the study of war".clone_into(&mut source.publisher));
        assert_eq!(name, [""; 0]);
    }

    #[test]
    fn a_source_is_in_the_language_that_its_note_names() {
        let noted = |key: &str, note: &str| after(key, |source| source.note = Some(note.to_owned()));
        for (key, note) in [
            ("news-az-belarus", "In Russian."),
            ("lenta-20250807", "In English; from the site’s archive."),
            ("uzmetronom-20230330", "In Chinese."),
            ("economy-gov-az-22940", "In Russian."),
            ("inform-kz-a3030679", "In Chinese."),
        ] {
            let noted = noted(key, note);
            assert!(key == "economy-gov-az-22940" || noted == ["Warn source-language"], "{key} {noted:?}");
        }
        assert_eq!(noted("report-az-20250901", "In Russian"), [""; 0]);
        assert_eq!(noted("mfa-kz-y5225", "In English"), [""; 0]);
        assert_eq!(noted("dawn-146634", "In Chinese"), [""; 0], "a description is in the language of the briefing");
        assert_eq!(noted("lenta-20250807", "In two parts."), [""; 0]);
    }
}
