//! Names: spelled in one way, and standing where they are said to stand.

use std::collections::BTreeMap;

use super::{Check, Finding, Outcome, Place, citing};
use crate::analysis::evidence;
use crate::analysis::fold::fold;
use crate::analysis::format::locator;
use crate::briefing::{Briefing, Citation, Key, Locator, Names};

const SPELLING: &str = "spelling";
const NAMED: &str = "name-in-sentence";

pub(super) const CHECKS: &[Check] = &[
    Check { name: SPELLING, holds: "The document spells a name in one way" },
    Check { name: NAMED, holds: "A person or place stands in the sentences it is cited from" },
];

/// The findings about names.
pub(super) fn findings(briefing: &Briefing) -> Vec<Finding> {
    let mut findings = spellings(briefing);
    let meeting = &briefing.meeting;
    let all = |names: &Names| names.iter().map(|(_, name)| name.to_owned()).collect::<Vec<_>>();
    let people = meeting.people.iter().map(|person| (&person.id, all(&person.names), &person.citations));
    let places = meeting.places.iter().map(|place| (&place.id, vec![place.name.clone()], &place.citations));
    let named = people.chain(places).collect::<Vec<_>>();
    for (id, names, citations) in &named {
        findings.extend(citations.iter().filter_map(|citation| not_named(briefing, id, names, citation)));
    }
    findings
}

/// The spellings of each name that the document prints in more than one.
fn spellings(briefing: &Briefing) -> Vec<Finding> {
    let mut names: BTreeMap<&Key, Vec<(&str, Locator)>> = BTreeMap::new();
    for sentence in &briefing.document.sentences {
        for name in &sentence.as_printed.printed_names {
            names.entry(&name.of).or_default().push((&name.printed, sentence.at));
        }
    }
    let finding = |(key, mut printed): (&Key, Vec<(&str, Locator)>)| {
        let citations = citing(briefing, printed.iter().map(|(_, at)| *at));
        let (_, at) = *printed.first()?;
        printed.dedup_by_key(|(spelling, _)| *spelling);
        let others = printed.iter().any(|(spelling, _)| *spelling != printed[0].0);
        let written: Vec<String> =
            printed.iter().map(|(spelling, at)| format!("{spelling} in {}", locator(*at))).collect();
        let name = evidence::name(briefing, key).unwrap_or_else(|| key.as_str());
        let detail = format!("{name}: {}", written.join(", "));
        let place = Place::Sentence(at);
        others.then(|| Finding::new(SPELLING, Outcome::Info, place, "Spelling varies", detail, citations))
    };
    names.into_iter().filter_map(finding).collect()
}

/// A name that its sentence does not have. One word of the name in any language is enough; a sentence in a language in
/// which nobody is named says nothing.
fn not_named(briefing: &Briefing, id: &Key, names: &[String], citation: &Citation) -> Option<Finding> {
    let sentence = briefing.sentence(citation)?;
    let text = fold(&sentence.paraphrase);
    let has = |names: &[String]| {
        names.iter().any(|name| {
            let name = fold(name);
            text.contains(&name) || name.split_whitespace().any(|word| word.chars().count() > 3 && text.contains(word))
        })
    };
    if has(names) || !same_language(briefing, sentence.at) {
        return None;
    }
    let name = evidence::name(briefing, id).unwrap_or_else(|| id.as_str());
    let detail = format!("{name} is cited from {}, which does not name it", locator(sentence.at));
    let place = Place::Named(id.clone());
    Some(Finding::new(NAMED, Outcome::Warn, place, "Not in its sentence", detail, citing(briefing, [sentence.at])))
}

/// Whether the sentences are written in a script in which the briefing has names.
fn same_language(briefing: &Briefing, at: Locator) -> bool {
    let latin = |text: &str| text.chars().filter(|c| c.is_alphabetic()).all(|c| c.is_ascii() || c < '\u{250}');
    let Some(sentence) = briefing.document.sentence(at) else { return false };
    let languages = briefing.manifest.languages.first().map_or("", String::as_str);
    let name = briefing.meeting.people.first().and_then(|person| person.names.get(languages));
    name.is_some_and(|name| latin(name) == latin(&sentence.paraphrase))
}
