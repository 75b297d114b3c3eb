//! People in words, in whatever language: is it they who met there?

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use super::texts::{About, Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::fold::fold;
use crate::analysis::reading::{Mention, Name, Named, What};
use crate::analysis::reference::names_in;
use crate::briefing::{Event, Key, Precision};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "person-exchanged",
    needs: Needs::Meeting,
    holds: label!(checks::person_exchanged),
    run: |material| each_held(material, exchanged),
}];

/// So many words and marks stand between two who met, and between an office and who holds it.
pub(super) const NEAR: usize = 6;

/// The people that a text names, in its order, each name of one after another once.
fn people<'t, 'a>(text: &'t Text<'a>) -> Vec<&'t Name<'a>> {
    let mut found: Vec<&Name<'_>> = text.named(Named::Person).collect();
    found.dedup_by_key(|name| name.of);
    found
}

/// Two who stand beside each other in a sentence.
fn pairs<'t, 'a>(text: &'t Text<'a>, near: usize) -> Vec<[&'t Name<'a>; 2]> {
    let people = people(text);
    let pair = |pair: &[&'t Name<'a>]| {
        let [a, b] = *pair else { return None };
        let between = text.reading.between(a.range.end..b.range.start);
        between.is_some_and(|tokens| tokens <= near).then_some([a, b])
    };
    people.windows(2).filter_map(pair).collect()
}

/// Somebody in the place of another: beside whom the other stands everywhere else, alone where the other does, or on the
/// day of an event that was the other’s.
fn exchanged(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let (briefing, claim) = (material.briefing, text.claim()?);
    let own = people(text);
    let there: BTreeSet<&Key> = own.iter().map(|name| name.of).collect();
    if own.is_empty() {
        return None;
    }
    let mut beside = material.texts().beside(briefing, text);
    beside.retain(|other| {
        other.claim().is_some() || matches!(other.about, About::Sentence(_) | About::Event(_) | About::Meeting)
    });
    let known: HashSet<&Key> =
        beside.iter().flat_map(|other| &other.names).map(|name| name.of).chain(&claim.mentions).collect();
    let strangers: Vec<&&Name<'_>> = own.iter().filter(|name| !known.contains(name.of)).collect();
    let said = |name: &Name<'_>, meant: &Key| {
        let said = text.part(&name.range);
        let title = message!(findings::person_exchanged, said = said.clone());
        let meant = material.name(meant).to_owned();
        let detail = message!(findings::name_for_another, said = said, meant = meant, text = text.text.to_owned());
        text.finding(briefing, Outcome::Warn, title, detail).apart(name.of).likely_caused_by(name.of)
    };
    if let Some((name, meant)) = on_another_day(material, text) {
        return Some(said(name, meant));
    }
    // In short the check of names finds it.
    if !matches!(text.about, About::Claim(_)) {
        return None;
    }
    let [stranger] = strangers[..] else { return None };
    // Who is called together by an event met on its day.
    let mut together = material.events_of(stranger.of).iter().filter_map(|number| who_met(material, *number));
    if together.any(|whose| whose.iter().all(|key| there.contains(key))) {
        return None;
    }
    let missing: Vec<&Key> =
        claim.mentions.iter().filter(|key| material.kind(key) == Some(Named::Person) && !there.contains(key)).collect();
    let with: BTreeSet<&Key> = pairs(text, NEAR)
        .into_iter()
        .filter(|pair| pair.iter().any(|name| name.of == stranger.of))
        .flat_map(|pair| pair.map(|name| name.of))
        .filter(|key| *key != stranger.of)
        .collect();
    let met = |a: &Key, b: &Key| {
        let is = |pair: [&Name<'_>; 2]| pair.iter().any(|name| name.of == a) && pair.iter().any(|name| name.of == b);
        beside.iter().any(|other| pairs(other, 2 * NEAR).into_iter().any(is))
    };
    let of_pair = missing.iter().find(|key| with.iter().any(|other| met(key, other)));
    let alone = || {
        let mut people = claim.mentions.iter().filter(|key| material.kind(key) == Some(Named::Person));
        let only = people.next().filter(|_| people.next().is_none() && there.len() == 1)?;
        let shares = text.names.iter().any(|name| name.kind != Named::Person && known.contains(name.of));
        missing.iter().find(|key| **key == only).filter(|_| shares)
    };
    let meant = of_pair.or_else(alone)?;
    Some(said(stranger, meant))
}

/// Somebody who stands beside one of those whose day it was, in the place of the other.
fn on_another_day<'t, 'a>(material: &'t Material<'_>, text: &'t Text<'a>) -> Option<(&'t Name<'a>, &'t Key)> {
    let briefing = material.briefing;
    let events = briefing.locators(text.citations).flat_map(|at| material.events_at(at)).collect::<BTreeSet<_>>();
    let own = people(text);
    events.into_iter().find_map(|number| {
        let event = briefing.chronology().get(*number)?;
        let whose = who_met(material, *number)?;
        let mention = text.reading.mentions.iter().find(|mention| is_day_of(mention, event))?;
        let in_sentence = |name: &&&Name<'_>| text.reading.apart(&name.range, &mention.range).is_some();
        let here: Vec<&&Name<'_>> = own.iter().filter(in_sentence).collect();
        let strange = here.iter().find(|name| !whose.contains(&name.of))?;
        let is_pair = here.len() == whose.len() && here.iter().any(|name| whose.contains(&name.of));
        let missing = whose.iter().find(|key| !own.iter().any(|name| name.of == **key))?;
        is_pair.then_some((**strange, *missing))
    })
}

/// The two or more whom the label of an event names, in the order of their keys.
pub(super) fn who_met<'m>(material: &'m Material<'_>, number: usize) -> Option<Vec<&'m Key>> {
    let mut found: Vec<&Key> = people(material.texts().label(number)?).into_iter().map(|name| name.of).collect();
    found.sort_unstable();
    found.dedup();
    (found.len() > 1).then_some(found)
}

fn is_day_of(mention: &Mention, event: &Event) -> bool {
    let What::Day(day) = mention.what else { return false };
    let exact = event.until.is_none() && event.from.precision() == Precision::Day;
    exact && day.is_day() && day.meets(event.from.first_day(), event.from.first_day())
}

/// The state that an adjective is made of, by the letters that it shares with the state’s name in the same language:
/// `chinois`, `российский`, `الصيني`.
pub(super) fn called_after(language: &str, word: &str) -> Option<&'static str> {
    /// Fewer letters are shared by chance.
    const LEAST: usize = 3;
    /// A name of no more letters begins many words.
    const SHORT: usize = 4;
    let word = word.strip_prefix("ال").unwrap_or(word);
    // `con` is no Congo.
    if word.chars().count() <= LEAST && word.is_ascii() {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    let mut alike = false;
    for (code, name) in NAMES.get(language)?.get(&word.chars().next()?)? {
        let shared = name.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
        let letters = name.chars().count();
        // Of a short name all is left but its ending: `Cuban`, `Laotian`. `Charter` is nothing of Chad.
        let kept = letters - usize::from(name.ends_with(['a', 'а', 'я', 's']));
        if shared < LEAST.max(if letters <= SHORT { kept } else { letters.div_ceil(2) }) {
            continue;
        }
        match best {
            Some((most, other)) if shared == most => alike |= other != *code,
            Some((most, _)) if shared < most => {}
            _ => (best, alike) = (Some((shared, *code)), false),
        }
    }
    best.filter(|_| !alike).map(|(_, code)| code)
}

/// Names with the codes of their states, by their first letters.
type ByLetter = HashMap<char, Vec<(&'static str, String)>>;

/// The names of states that are one word, by the language and their first letter, folded and without an article.
static NAMES: LazyLock<HashMap<&str, ByLetter>> = LazyLock::new(|| {
    let of = |language| {
        let mut by_letter = ByLetter::new();
        for (code, name) in names_in(language).map(|(code, name)| (code, fold(name))) {
            let name = name.strip_prefix("ال").map(str::to_owned).unwrap_or(name);
            let first = name.chars().next().filter(|_| !name.contains(' '));
            by_letter.entry(first.unwrap_or(' ')).or_default().push((code, name));
        }
        (language, by_letter)
    };
    ["en", "ru", "fr", "es", "ar", "de"].map(of).into_iter().collect()
});

#[cfg(test)]
mod tests {
    use super::{CHECKS, called_after};
    use crate::analysis::checks::tests::{found_after, reason_after};

    fn reason(id: &str, text: &str) -> Vec<String> {
        reason_after(CHECKS, id, text)
    }

    #[test]
    fn adjectives_are_made_of_names() {
        for (language, word, code) in [
            ("fr", "chinois", "CN"),
            ("ru", "российский", "RU"),
            ("es", "ruso", "RU"),
            ("de", "chinesische", "CN"),
            ("ar", "الصيني", "CN"),
            ("en", "kazakh", "KZ"),
            ("en", "cuban", "CU"),
            ("en", "laotian", "LA"),
            ("en", "chadian", "TD"),
            ("ru", "кубинский", "CU"),
        ] {
            assert_eq!(called_after(language, word), Some(code), "{word}");
        }
        for word in ["foreign", "charter", "permanent", "malady", "omaha"] {
            assert_eq!(called_after("en", word), None, "{word}");
        }
        assert_eq!(called_after("fr", "nouveau"), None);
    }

    #[test]
    fn who_met_is_not_exchanged_in_any_language() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for text in [
            "Путин и Ван И встретились в Пекине в воскресенье 13 июля 2025 года.",
            "习近平与王毅于2025年7月13日在北京会晤。",
            "Poutine et Wang Yi se sont réunis à Pékin le 13 juillet 2025.",
            "Putin und Wang Yi trafen sich am 13. Juli 2025 in Peking.",
            "التقى بوتين ووانغ يي في بكين يوم 13 يوليو 2025.",
        ] {
            assert_eq!(reason("meeting-in-beijing", text), ["Warn person-exchanged"], "{text}");
        }
        for text in [
            "Лавров и Ван И встретились в Пекине 13 июля 2025 года.",
            "Lawrow und Wang Yi trafen sich am 13. Juli 2025 in Peking.",
            "Putin had wished for it. Lavrov and Wang met in Beijing on 13 July 2025.",
            "Two days later Xi received Lavrov.",
        ] {
            assert_eq!(reason("meeting-in-beijing", text), [""; 0], "{text}");
        }
    }
}
