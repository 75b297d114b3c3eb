//! Names: spelled in one way, and standing where they are said to stand.

use std::collections::BTreeMap;

use super::{Check, Finding, Outcome, Subject, citing};
use crate::analysis::evidence;
use crate::analysis::fold::fold;
use crate::briefing::{Briefing, Citation, Key, Locator, Names, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check { key: "spelling", holds: label!(checks::spelling), run: |material| spellings(material.briefing) },
    Check {
        key: "name-in-sentence",
        holds: label!(checks::name_in_sentence),
        run: |material| not_named(material.briefing),
    },
];

/// The spellings of each name that the document prints in more than one.
fn spellings(briefing: &Briefing) -> Vec<Finding> {
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
        let spellings = Value::list(printed.iter().map(spelled));
        let name = evidence::name(briefing, key).unwrap_or_else(|| key.as_str()).to_owned();
        let detail = message!(findings::spelling_of, name = name, spellings = spellings);
        let subject = Subject::Sentence(at);
        others.then(|| Finding::new(Outcome::Info, subject, label!(findings::spelling), detail, citations).apart(key))
    };
    names.into_iter().filter_map(finding).collect()
}

/// Whether a sentence has a name; none for a citation of no sentence. One longer word of it in any language is enough.
fn stands(briefing: &Briefing, names: &[String], citation: &Citation) -> Option<bool> {
    let text = fold(&briefing.sentence(citation)?.paraphrase);
    Some(names.iter().map(|name| fold(name)).any(|name| {
        let mut words = name.split_whitespace().filter(|word| word.chars().count() > 3);
        text.contains(&name) || words.any(|word| text.contains(word))
    }))
}

/// The people and places that a sentence they are cited from does not name.
fn not_named(briefing: &Briefing) -> Vec<Finding> {
    let all = |names: &Names| names.iter().map(|(_, name)| name.to_owned()).collect::<Vec<_>>();
    let people = briefing.people().iter().map(|person| (&person.id, all(&person.names), &person.citations));
    let places = briefing.meeting.iter().flat_map(|meeting| &meeting.places);
    let places = places.map(|place| (&place.id, vec![place.name.clone()], &place.citations));
    let named: Vec<(&Key, Vec<String>, &Citation)> = people
        .chain(places)
        .flat_map(|(id, names, citations)| citations.iter().map(move |citation| (id, names.clone(), citation)))
        .collect();
    let stands: Vec<Option<bool>> = named.iter().map(|(_, names, at)| stands(briefing, names, at)).collect();
    // Where no sentence has any of its names, the sentences are in another language than the names.
    if !stands.contains(&Some(true)) {
        return Vec::new();
    }
    let lost = named.iter().zip(&stands).filter(|(_, stands)| **stands == Some(false));
    let finding = |((id, _, citation), _): (&(&Key, Vec<String>, &Citation), &Option<bool>)| {
        let at = citation.at?;
        let name = evidence::name(briefing, id).unwrap_or_else(|| id.as_str()).to_owned();
        let detail = message!(findings::name_in_sentence, name = name, at = at);
        let (subject, citations) = (Subject::Named((*id).clone()), citing(briefing, [at]));
        Some(Finding::new(Outcome::Warn, subject, label!(findings::not_in_sentence), detail, citations).apart(&at))
    };
    lost.filter_map(finding).collect()
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
