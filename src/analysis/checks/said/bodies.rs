//! The organisation by its name: its own words beside its short name, and no other body in its place.

use super::super::texts::{Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use crate::analysis::bodies::body_named;
use crate::analysis::fold::{self, fold};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "organisation-in-text",
    needs: Needs::Organisation,
    holds: label!(checks::organisation_in_text),
    run: |material| {
        let bodies = Bodies::of(material);
        each_held(material, |material, text| bodies.of_text(material, text))
    },
}];

/// The organisations, each by its short name and its names, folded and as words.
struct Bodies {
    all: Vec<(String, Vec<Vec<String>>)>,
}

fn words(text: &str) -> Vec<String> {
    fold::words(&fold(text)).map(str::to_owned).collect()
}

/// Whether two words are one, in one spelling or another: `organisation`, `organization`.
fn is_same(a: &str, b: &str) -> bool {
    let unlike = a.chars().zip(b.chars()).filter(|(a, b)| a != b).count();
    let lengths = a.chars().count().abs_diff(b.chars().count());
    a == b || a.chars().count() > 5 && unlike + lengths <= 1
}

impl Bodies {
    fn of(material: &Material<'_>) -> Self {
        let of = |of: &super::super::material::RosterMaterial<'_>| {
            let organisation = &of.members.roster.organisation;
            let names = organisation.names.iter().map(|(_, name)| words(name)).filter(|name| name.len() > 1);
            (fold(&organisation.short), names.collect())
        };
        Self { all: material.rosters.iter().map(of).collect() }
    }

    fn of_text(&self, material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
        let (said, short) = self.misnamed(text).or_else(|| self.replaced(material, text))?;
        let title = message!(findings::organisation_in_text, said = said.clone());
        let detail =
            message!(findings::organisation_other, said = said.clone(), short = short, text = text.text.to_owned());
        Some(Passage::all(text).next()?.finding(material, &said, title, detail))
    }

    /// A name with the short one in brackets behind it, of which one is not the organisation's.
    fn misnamed(&self, text: &Text<'_>) -> Option<(String, String)> {
        let (before, rest) = text.text.split_once('(')?;
        let (inside, _) = rest.split_once(')')?;
        let acronym = inside.chars().count() <= 8 && inside.chars().filter(|c| c.is_uppercase()).count() >= 2;
        if !acronym {
            return None;
        }
        let before: Vec<String> = words(before);
        for (short, names) in &self.all {
            let matching = |name: &Vec<String>| -> usize {
                let tail = before.iter().rev();
                name.iter().rev().zip(tail).filter(|(own, word)| is_same(own, word)).count()
            };
            let own_short = fold(inside) == *short;
            for name in names {
                let alike = matching(name);
                let whole = alike == name.len();
                let nearly = alike + 1 == name.len() && name.len() >= 3;
                if own_short && nearly || whole && !own_short {
                    let shown: Vec<&str> =
                        text.text.split('(').next()?.split_whitespace().rev().take(name.len()).collect();
                    let shown: Vec<&str> = shown.into_iter().rev().collect();
                    return Some((format!("{} ({inside})", shown.join(" ")), short.to_uppercase()));
                }
            }
        }
        None
    }

    /// An acronym that nothing else has, in a short text about what names the organisation.
    fn replaced(&self, material: &Material<'_>, text: &Text<'_>) -> Option<(String, String)> {
        if !text.is_short() && text.paraphrase_of().is_none() {
            return None;
        }
        let is_acronym = |word: &str| {
            let letters = word.chars().count();
            (2..=6).contains(&letters) && word.chars().all(char::is_uppercase) && word.is_ascii()
        };
        // Another language has letters of its own for it: `OCS` is the SCO in French.
        let language = text.reading.language();
        let is_named_in = |of: &super::super::material::RosterMaterial<'_>| {
            of.members.roster.organisation.names.get(language).is_some()
        };
        if !material.rosters.iter().any(is_named_in) {
            return None;
        }
        let acronyms: Vec<&str> =
            text.text.split(|c: char| !c.is_alphanumeric()).filter(|word| is_acronym(word)).collect();
        let has = |text: &Text<'_>, word: &str| text.reading.all_words().any(|own| own == word);
        // Another language has letters of its own for it: `OCS` is the SCO in Spanish.
        let named = |short: &str| {
            body_named(short).is_some_and(|body| acronyms.iter().any(|own| body_named(own) == Some(body)))
        };
        let mut lacking = self.all.iter().filter(|(short, _)| !has(text, short) && !named(short)).peekable();
        if acronyms.is_empty() || lacking.peek().is_none() {
            return None;
        }
        let beside = material.texts().beside(material.briefing, text);
        for (short, _) in lacking {
            let often = beside.iter().filter(|other| has(other, short)).count();
            let strange = acronyms.iter().find(|word| {
                let word = fold(word);
                word != *short && !beside.iter().any(|other| has(other, &word))
            });
            let (Some(strange), true) = (strange, often >= 2) else { continue };
            // What the briefing speaks of elsewhere is no other's name.
            let strange_word = fold(strange);
            if !material
                .texts()
                .all
                .iter()
                .any(|other| !std::ptr::eq(other.text, text.text) && has(other, &strange_word))
            {
                return Some(((*strange).to_owned(), short.to_uppercase()));
            }
        }
        None
    }
}
