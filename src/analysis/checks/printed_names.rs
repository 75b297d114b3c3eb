//! The names of the printed list: each of its state, and standing in the sentence it is printed in.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashSet};

use aho_corasick::AhoCorasick;

use super::material::RosterMaterial;
use super::texts::Text;
use super::{Check, Finding, Material, Needs, Outcome, Subject, citing};
use crate::analysis::fold::fold;
use crate::analysis::reference::{further_names_of, states_called, tagged_names_of};
use crate::briefing::{Key, Locator, PrintedEntry, State};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "printed-name",
        needs: Needs::Document,
        holds: label!(checks::printed_name),
        run: |material| material.rosters.iter().flat_map(|of| printed_names(material, of)).collect(),
    },
    Check {
        key: "entry-in-sentence",
        needs: Needs::Document,
        holds: label!(checks::entry_in_sentence),
        run: |material| material.rosters.iter().flat_map(|of| in_sentences(material, of)).collect(),
    },
];

/// Every name of a state, folded.
fn names(state: &State) -> impl Iterator<Item = String> {
    state.called().chain([state.alpha2.as_str(), &state.alpha3]).map(fold)
}

/// The entries whose names belong to another state, or to none.
fn printed_names(material: &Material<'_>, of: &RosterMaterial<'_>) -> Vec<Finding> {
    let (briefing, roster) = (material.briefing, of.members.roster);
    let own: HashSet<(&Key, String)> = roster
        .printed
        .iter()
        .map(|entry| &entry.state)
        .collect::<HashSet<_>>()
        .into_iter()
        .filter_map(|key| material.briefing.state(key))
        .flat_map(|state| names(state).map(move |name| (&state.id, name)))
        .collect();
    // The names of all states, only where one is asked for.
    let others: OnceCell<HashSet<String>> = OnceCell::new();
    let find = |entry: &PrintedEntry| {
        let state = material.briefing.state(&entry.state)?;
        let printed = fold(&entry.printed);
        // What others call it is its name as well.
        let is_known = || state.code().is_some_and(|code| states_called(&entry.printed).contains(&code));
        if own.contains(&(&state.id, printed.clone())) || is_known() {
            return None;
        }
        let others = others.get_or_init(|| roster.states.iter().flat_map(names).collect());
        let (name, own) = (&entry.printed, briefing.name(&state.names).to_owned());
        // An unknown spelling may be one that the briefing does not list.
        let (outcome, detail) = if others.contains(&printed) {
            (Outcome::Fail, message!(findings::printed_name_of_other, printed = name, state = own))
        } else {
            (Outcome::Warn, message!(findings::printed_name_unknown, printed = name, state = own))
        };
        let citations = citing(briefing, [entry.at]);
        let subject = Subject::State(state.id.clone());
        let finding = Finding::new(outcome, subject, label!(findings::printed_name), detail, citations);
        Some(finding.apart(&entry.status).apart(&entry.at))
    };
    roster.printed.iter().filter_map(find).collect()
}

/// The entries that their sentence does not name, although it names others or another sentence names them. A paraphrase
/// in another language, or one that only counts them, names none.
fn in_sentences(material: &Material<'_>, of: &RosterMaterial<'_>) -> Vec<Finding> {
    let (briefing, entries) = (material.briefing, &of.members.roster.printed);
    let printed: Vec<String> = entries.iter().map(|entry| fold(&entry.printed)).collect();
    let stands: Vec<bool> = entries
        .iter()
        .zip(&printed)
        .map(|(entry, printed)| material.folded(entry.at).is_some_and(|text| text.contains(printed)))
        .collect();
    // A sentence in another language than the others names nobody as they do.
    let usual: HashSet<Locator> = material
        .texts()
        .held()
        .filter(|text| material.texts().is_usual(text))
        .filter_map(Text::paraphrase_of)
        .collect();
    let naming: HashSet<Locator> =
        entries.iter().zip(&stands).filter(|(_, stands)| **stands).map(|(entry, _)| entry.at).collect();
    let doubtful = || {
        entries
            .iter()
            .zip(&printed)
            .zip(&stands)
            .filter(|((entry, _), stands)| !**stands && !naming.contains(&entry.at))
    };
    let elsewhere = named_anywhere(material, doubtful().map(|((_, printed), _)| printed.as_str()));
    // The sentence may have another of its state's names.
    let stands_otherwise = |entry: &PrintedEntry| {
        let (state, text) = (briefing.state(&entry.state), material.folded(entry.at).unwrap_or_default());
        let is_there = |name: &str| {
            let name = fold(name);
            name.chars().count() > 3 && text.contains(&name)
        };
        let of_code = |code: &str| {
            tagged_names_of(code).iter().map(|(_, name)| *name).chain(further_names_of(code)).any(is_there)
        };
        state.into_iter().flat_map(State::called).any(is_there) || state.and_then(State::code).is_some_and(of_code)
    };
    let lost = entries.iter().zip(&printed).zip(&stands).filter(|((entry, printed), stands)| {
        let named = naming.contains(&entry.at) || elsewhere.contains(printed.as_str());
        !**stands && usual.contains(&entry.at) && named && !stands_otherwise(entry)
    });
    let finding = |((entry, _), _): ((&PrintedEntry, &String), &bool)| {
        let detail = message!(findings::entry_in_sentence, printed = &entry.printed, at = entry.at);
        let subject = Subject::State(entry.state.clone());
        let citations = citing(briefing, [entry.at]);
        let finding = Finding::new(Outcome::Warn, subject, label!(findings::not_in_sentence), detail, citations);
        finding.apart(&entry.status).apart(&entry.at)
    };
    lost.map(finding).collect()
}

/// Which of some names any sentence has, found in one pass over all of them.
fn named_anywhere<'n>(material: &Material<'_>, names: impl Iterator<Item = &'n str>) -> HashSet<&'n str> {
    let names: Vec<&str> = names.collect::<BTreeSet<_>>().into_iter().collect();
    let Ok(search) = AhoCorasick::new(&names) else { return HashSet::new() };
    let sentences = material.briefing.sentences().iter().filter_map(|sentence| material.folded(sentence.at));
    let mut found = HashSet::new();
    for text in sentences {
        found.extend(search.find_overlapping_iter(text).map(|hit| names[hit.pattern().as_usize()]));
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::analysis::checks::printed::tests::{bundled, found_in, mended};
    use crate::analysis::checks::tests::said;

    #[test]
    fn an_entry_has_a_name_of_its_state_and_stands_in_its_sentence() {
        let printed = |name: &str| {
            let mut briefing = mended();
            briefing.rosters[0].printed[0].printed = name.to_owned();
            let names = found_in(&briefing).into_iter().filter(|f| f.check == "printed-name");
            names
                .map(|finding| format!("{} {}", said(&finding.outcome.name()), said(&finding.detail)))
                .collect::<Vec<_>>()
        };
        assert_eq!(printed("БЕЛАРУСЬ"), [""; 0], "a name in any of the languages");
        for (name, language) in [("Bielorrusia", "es"), ("بيلاروس", "ar"), ("Biélorussie", "fr")] {
            assert_eq!(printed(name), [""; 0], "{language}");
        }
        assert_eq!(printed("China"), ["Fail China is printed, Belarus is meant"]);
        assert_eq!(printed("Belorus"), ["Warn Belorus is no known name of Belarus"]);
        let moved = |at: &str| {
            let mut briefing = bundled();
            briefing.rosters[0].printed[0].at = at.parse().expect(at);
            found_in(&briefing).iter().filter(|f| f.check == "entry-in-sentence").count()
        };
        assert_eq!([moved("4.3"), moved("4.4"), moved("1.1")], [0, 1, 1]);
    }
}
