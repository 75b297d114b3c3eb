//! Names: spelled in one way, and standing where they are said to stand.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::{Check, Finding, Material, Needs, Outcome, Subject, citing, listed};
use crate::analysis::fold::fold;
use crate::briefing::{Key, Locator};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check { key: "spelling", needs: Needs::Document, holds: label!(checks::spelling), run: spellings },
    Check { key: "name-in-sentence", needs: Needs::Document, holds: label!(checks::name_in_sentence), run: not_named },
];

/// The spellings of each name that the document prints in more than one.
fn spellings(material: &Material<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let mut names: BTreeMap<&Key, Vec<(&str, Locator)>> = BTreeMap::new();
    for sentence in briefing.sentences() {
        for name in &sentence.as_printed.printed_names {
            names.entry(&name.of).or_default().push((&name.printed, sentence.at));
        }
    }
    let finding = |(key, mut printed): (&Key, Vec<(&str, Locator)>)| {
        let citations = citing(briefing, printed.iter().map(|(_, at)| *at));
        let (_, at) = *printed.first()?;
        printed.dedup_by_key(|(spelling, _)| *spelling);
        let others = printed.iter().any(|(spelling, _)| *spelling != printed[0].0);
        let spelled = |(spelling, at): &(&str, Locator)| {
            message!(findings::spelled_in, spelling = (*spelling).to_owned(), at = *at)
        };
        let spellings = listed(printed.iter().map(spelled));
        let name = material.name(key).to_owned();
        let detail = message!(findings::spelling_of, name = name, spellings = spellings);
        let subject = Subject::Sentence(at);
        others.then(|| Finding::new(Outcome::Info, subject, label!(findings::spelling), detail, citations).apart(key))
    };
    names.into_iter().filter_map(finding).collect()
}

/// What a sentence is searched for: the names of somebody or something, folded, and their longer words.
fn searched<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    let mut searched: BTreeSet<String> = BTreeSet::new();
    for name in names.into_iter().map(fold) {
        searched.extend(name.split_whitespace().filter(|word| word.chars().count() > 3).map(str::to_owned));
        searched.insert(name);
    }
    searched.into_iter().collect()
}

/// The people and places that a sentence they are cited from does not name. One longer word of a name in any language is
/// enough.
fn not_named(material: &Material<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let paraphrases = material.texts().held().filter_map(|text| Some((text, text.paraphrase_of()?)));
    // A shorter part of a name that no other has is enough too, and a sentence in another language names no place.
    let mut named: HashSet<(&Key, Locator)> = HashSet::new();
    let mut other_language: HashMap<Locator, &str> = HashMap::new();
    for (text, at) in paraphrases {
        named.extend(text.names.iter().map(|name| (name.of, at)));
        if !material.texts().is_usual(text) {
            other_language.insert(at, text.reading.language());
        }
    }
    let people = briefing.people().iter();
    let people = people.map(|p| (Some(&p.names), &p.id, searched(p.names.iter().map(|(_, name)| name)), &p.citations));
    let places = briefing.meeting.iter().flat_map(|meeting| &meeting.places);
    let places = places.map(|place| (None, &place.id, searched([place.name.as_str()]), &place.citations));
    let (mut lost, mut any) = (Vec::new(), false);
    for (own, id, words, citations) in people.chain(places) {
        let cited: BTreeSet<Locator> = citations.iter().filter_map(|citation| citation.at).collect();
        for at in cited {
            let Some(text) = material.folded(at) else { continue };
            // Places have a name in one language, and people in some.
            let has_name = |language: &&str| own.is_some_and(|names| names.get(language).is_some());
            if other_language.get(&at).is_some_and(|language| !has_name(language)) {
                continue;
            }
            if named.contains(&(id, at)) || words.iter().any(|word| text.contains(word)) {
                any = true;
            } else {
                lost.push((id, at));
            }
        }
    }
    // Where no sentence has any of its names, the sentences are in another language than the names.
    let lost = lost.into_iter().filter(|_| any);
    let finding = |(id, at): (&Key, Locator)| {
        let detail = message!(findings::name_in_sentence, name = material.name(id).to_owned(), at = at);
        let (subject, citations) = (Subject::Named(id.clone()), citing(briefing, [at]));
        Finding::new(Outcome::Warn, subject, label!(findings::not_in_sentence), detail, citations).apart(&at)
    };
    lost.map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, sentences};
    use crate::briefing::{Briefing, PrintedName};

    fn after(change: impl FnOnce(&mut Briefing)) -> Vec<String> {
        found_after(CHECKS, change)
    }

    #[test]
    fn a_name_spelled_in_two_ways_is_noted() {
        assert_eq!(after(|_| {}), ["Info spelling"]);
        let same = after(|briefing| {
            for name in sentences(briefing).iter_mut().flat_map(|s| &mut s.as_printed.printed_names) {
                *name = PrintedName { of: name.of.clone(), printed: "Organisation".to_owned() };
            }
        });
        assert_eq!(same, [""; 0]);
    }

    #[test]
    fn a_name_stands_in_the_sentence_it_is_cited_from() {
        let cite = |at: &str| {
            after(|briefing| {
                briefing.meeting.as_mut().expect("a meeting").people[1].citations[0].at = Some(at.parse().expect(at));
            })
        };
        assert_eq!(cite("5.1"), ["Info spelling", "Warn name-in-sentence"], "Wang is not in it");
        assert_eq!(cite("3.1"), ["Info spelling"]);
        let place = after(|briefing| {
            briefing.meeting.as_mut().expect("a meeting").places[0].citations[0].at = "8.2".parse().ok();
        });
        assert_eq!(place, ["Info spelling", "Warn name-in-sentence"]);
    }

    #[test]
    fn sentences_in_another_language_name_nobody() {
        let found = after(|briefing| {
            for sentence in sentences(briefing) {
                "文章的一句话".clone_into(&mut sentence.paraphrase);
            }
        });
        assert_eq!(found, ["Info spelling"]);
    }
}
