//! Texts in the order of their language.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

use crate::briefing::Briefing;

/// The order of texts in one language.
#[derive(Debug)]
pub struct Collation(Option<CollatorBorrowed<'static>>);

impl Collation {
    /// Of the language in which a briefing shows its names first.
    pub fn of(briefing: &Briefing) -> Self {
        Self::of_language(briefing.manifest.languages.first().map_or("", String::as_str))
    }

    /// Of a language; of the root of CLDR where it has no rules of its own.
    pub fn of_language(language: &str) -> Self {
        let locale = Locale::try_from_str(language).unwrap_or(Locale::UNKNOWN);
        Self(Collator::try_new(locale.into(), CollatorOptions::default()).ok())
    }

    /// Which of two texts comes first. One that is empty comes last, and texts that the language holds equal stand as
    /// they are written.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        let by_rule = || self.0.as_ref().map_or(Ordering::Equal, |collator| collator.compare(a, b));
        a.is_empty().cmp(&b.is_empty()).then_with(by_rule).then_with(|| a.cmp(b))
    }
}

#[cfg(test)]
mod tests {
    use super::Collation;

    #[test]
    fn names_sort_by_the_rules_of_their_language() {
        let sorted = |language: &str, mut names: Vec<&'static str>| {
            let rules = Collation::of_language(language);
            names.sort_by(|a, b| rules.compare(a, b));
            names
        };
        assert_eq!(sorted("en", vec!["Zambia", "Åland", "åland", "Angola"]), ["åland", "Åland", "Angola", "Zambia"]);
        assert_eq!(sorted("sv", vec!["Åland", "Zambia", "Angola"]), ["Angola", "Zambia", "Åland"]);
        assert_eq!(sorted("ru", vec!["Жук", "Ёж", "Ель", "Енот"]), ["Ёж", "Ель", "Енот", "Жук"]);
        assert_eq!(sorted("th", vec!["แม่", "มา", "ไม้", "กา"]), ["กา", "มา", "แม่", "ไม้"]);
        assert_eq!(sorted("no language", vec!["b", "A"]), ["A", "b"], "the root's where there are none");
        assert_eq!(sorted("en", vec!["", "b", "", "A"]), ["A", "b", "", ""], "what is not there is last");
    }
}
