//! Mentions: is whoever a claim mentions named in a text about it, and does it mention whoever it names?

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::names_said::states_of_people;
use super::texts::{About, TOGETHER, Text};
use super::{Check, Finding, Material, Needs, Outcome, each_claim, listed, of_claim};
use crate::analysis::fold::fold;
use crate::analysis::reading::{Name, Named};
use crate::analysis::script;
use crate::briefing::{Claim, Key, Locator, Person};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "mention-unnamed",
        needs: Needs::Nothing,
        holds: label!(checks::mention_unnamed),
        run: |material| each_claim(material, unnamed),
    },
    Check {
        key: "mention-lost",
        needs: Needs::Nothing,
        holds: label!(checks::mention_lost),
        run: |material| each_claim(material, lost),
    },
];

/// The least share of those named in a sentence that a claim mentions, in hundredths, where it is to mention all.
const NEARLY_ALL: usize = 75;
/// More than one of so many that are mentioned is several.
const SEVERAL: usize = 5;
/// So many names make a sentence that lists them.
const LIST: usize = 4;
/// So many letters of a state's name begin what is called after it: `Russian`, `российский`.
const STEM: usize = 4;

/// Which texts name whom, and who is spoken of by what other name.
pub(super) struct Naming<'a> {
    /// The texts about each sentence, its own and those of events, by their numbers; the first of very many.
    of_places: HashMap<Locator, Vec<usize>>,
    /// All that any text names.
    anywhere: HashSet<&'a Key>,
    /// The state that each person speaks for.
    states: HashMap<&'a Key, &'a Key>,
    /// Those who meet: the people who are cited from where the meeting is, and the states that people speak for.
    meeting: HashSet<&'a Key>,
    /// Whether capitals are written in Latin letters.
    latin: bool,
    /// The places that are called as capitals are.
    capitals: HashMap<String, Vec<&'a Key>>,
}

impl<'a> Naming<'a> {
    pub fn of(material: &Material<'a>) -> Self {
        let briefing = material.briefing;
        let at: BTreeSet<Locator> = briefing.meeting.iter().flat_map(|m| briefing.locators(&m.citations)).collect();
        let takes_part = |person: &&Person| briefing.locators(&person.citations).any(|place| at.contains(&place));
        let taking_part = briefing.people().iter().filter(takes_part).map(|person| &person.id);
        let states = states_of_people(briefing);
        let mut naming = Self {
            of_places: HashMap::new(),
            anywhere: HashSet::new(),
            meeting: taking_part.chain(states.values().copied()).collect(),
            states,
            latin: briefing.states().next().is_none_or(|state| latin(&state.capital)),
            capitals: HashMap::new(),
        };
        let capitals: HashSet<String> = briefing.states().map(|state| fold(&state.capital)).collect();
        for place in briefing.meeting.iter().flat_map(|meeting| &meeting.places) {
            let name = fold(&place.name);
            if capitals.contains(&name) {
                naming.capitals.entry(name).or_default().push(&place.id);
            }
        }
        for (number, text) in material.texts().all.iter().enumerate().filter(|(_, text)| text.is_held()) {
            if let About::Sentence(_) | About::Event(_) = text.about {
                for at in text.locators(briefing) {
                    let here = naming.of_places.entry(at).or_default();
                    if here.len() < TOGETHER {
                        here.push(number);
                    }
                }
            }
            naming.anywhere.extend(text.names.iter().map(|name| name.of));
        }
        naming
    }

    /// The texts about a claim: its own, and those about its sentences.
    fn about<'m>(&self, material: &'m Material<'a>, claim: &Claim) -> Vec<&'m Text<'a>> {
        let texts = material.texts();
        let places: BTreeSet<Locator> = material.briefing.locators(&claim.citations).collect();
        let of_places = places.iter().filter_map(|at| self.of_places.get(at)).flatten();
        texts.all_of(claim).chain(of_places.filter_map(|number| texts.all.get(*number))).collect()
    }
}

/// Whether a name is written in Latin letters.
fn latin(name: &str) -> bool {
    name.chars().any(script::latin)
}

/// Whether someone or something is spoken of without its name: a person by their state or as one of those who meet, a state
/// by its people, its capital or what is called after it.
fn is_meant(material: &Material<'_>, key: &Key, named: &BTreeSet<&Key>, texts: &[&Text<'_>]) -> bool {
    let (briefing, naming) = (material.briefing, material.naming());
    let called_after = |state: &Key| is_called_after(material, state, texts);
    // Those who meet are `both`, `the two`, `the ministers`, and so are their states.
    let meets = naming.meeting.contains(key);
    let by_state = || naming.states.get(key).is_some_and(|state| named.contains(*state) || called_after(state));
    let by_capital = || {
        let capital = briefing.state(key).and_then(|state| naming.capitals.get(&fold(&state.capital)));
        capital.into_iter().flatten().any(|place| named.contains(*place))
    };
    meets
        || by_state()
        || by_capital()
        || called_after(key)
        || by_initials(material, key, texts)
        || by_shared_name(material, key, texts)
        || by_short_name(material, key, texts)
}

/// Whether a text has a word that is made of the name of a state: `Russian`, `российский`.
pub(super) fn is_called_after(material: &Material<'_>, state: &Key, texts: &[&Text<'_>]) -> bool {
    let Some(state) = material.briefing.state(state) else { return false };
    state.names.iter().any(|(_, name)| {
        let name = fold(name);
        let letters = name.chars().count();
        let stem: String = name.chars().take(letters.saturating_sub(1).max(STEM)).collect();
        let mut words = texts.iter().flat_map(|text| text.reading.all_words());
        letters >= STEM && words.any(|word| word.starts_with(&stem))
    })
}

/// Whether a text has the word that a place of several words is entered under: `Rio`, of Rio de Janeiro.
fn by_short_name(material: &Material<'_>, key: &Key, texts: &[&Text<'_>]) -> bool {
    let short = fold(key.as_str());
    let of_name = fold(material.name(key)).split(' ').count() > 1
        && fold(material.name(key)).split(' ').any(|word| word == short);
    of_name && texts.iter().any(|text| text.reading.capitals().any(|(_, word)| word == short))
}

/// Whether a text has the whole of a name that another has as well, as a place and a state may, and that is so neither’s.
fn by_shared_name(material: &Material<'_>, key: &Key, texts: &[&Text<'_>]) -> bool {
    let name = fold(material.name(key));
    name.chars().count() >= STEM && texts.iter().any(|text| fold(text.text).contains(&name))
}

/// Whether a text has the initials of a name: `US`, `UAE`.
fn by_initials(material: &Material<'_>, key: &Key, texts: &[&Text<'_>]) -> bool {
    let name = material.name(key);
    let initials: String =
        name.split(' ').filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    let initials = fold(&initials);
    initials.chars().count() > 1 && texts.iter().any(|text| text.reading.capitals().any(|(_, word)| word == initials))
}

/// The people, places and states that a claim mentions and no text about it names, where their names can be read in its
/// language: others of their kind are named there, or they are elsewhere.
fn unnamed(material: &Material<'_>, claim: &Claim) -> Option<Finding> {
    // Whoever the sentences of the document name may be left unnamed by what is said of them.
    material.briefing.locators(&claim.citations).next().filter(|_| !claim.mentions.is_empty())?;
    let naming = material.naming();
    let texts = naming.about(material, claim);
    let named: BTreeSet<&Key> = texts.iter().flat_map(|text| &text.names).map(|name| name.of).collect();
    let mut of_kind: BTreeMap<Named, (usize, usize)> = BTreeMap::new();
    for (key, kind) in claim.mentions.iter().filter_map(|key| Some((key, material.kind(key)?))) {
        let (all, found) = of_kind.entry(kind).or_default();
        (*all, *found) = (*all + 1, *found + usize::from(named.contains(key)));
    }
    let can_name =
        |key: &Key, kind: Named| texts.iter().all(|text| material.texts().can_name(material.briefing, text, kind, key));
    let readable = |key: &Key, kind: Named| {
        if !can_name(key, kind) {
            return false;
        }
        let (all, found) = of_kind.get(&kind).copied().unwrap_or_default();
        naming.anywhere.contains(key) || found > 0 && found * 2 >= all - 1
    };
    let lost: Vec<&Key> = claim
        .mentions
        .iter()
        .filter(|key| material.kind(key).is_some_and(|kind| !named.contains(key) && readable(key, kind)))
        .filter(|key| !is_meant(material, key, &named, &texts))
        .collect();
    // Several of many are called otherwise than here, rather than left out.
    let otherwise = lost.len() > 1 && lost.len() * SEVERAL > claim.mentions.len();
    if lost.is_empty() || otherwise {
        return None;
    }
    let unnamed = listed(lost.iter().map(|key| material.name(key).to_owned()));
    let detail = message!(findings::mention_unnamed_of, names = unnamed, claim = &claim.statement);
    Some(of_claim(material.briefing, claim, &[], Outcome::Warn, label!(findings::mention_unnamed), detail))
}

/// The people, places and states that a claim states something of and does not mention: those of its statement, those
/// that its short texts have from its sentence, and the rest of a list of which it mentions nearly all.
fn lost(material: &Material<'_>, claim: &Claim) -> Option<Finding> {
    if claim.mentions.is_empty() {
        return None;
    }
    let naming = material.naming();
    let texts = naming.about(material, claim);
    let mentioned: HashSet<&Key> = claim.mentions.iter().collect();
    let counts = |name: &&Name<'_>| material.kind(name.of) == Some(name.kind);
    // A government is called by its capital. Where the capitals are written in other letters any place may be one.
    let is_capital = |name: &Name<'_>| {
        let called = material.name(name.of);
        name.kind == Named::Place && (naming.capitals.contains_key(&fold(called)) || latin(called) != naming.latin)
    };
    let in_sentences: BTreeSet<&Key> = texts
        .iter()
        .filter(|text| text.paraphrase_of().is_some())
        .flat_map(|text| text.names.iter().filter(counts))
        .map(|name| name.of)
        .collect();
    let mut lost: BTreeSet<&Key> = BTreeSet::new();
    for text in texts.iter().filter(|text| matches!(text.about, About::ClaimInShort(_))) {
        let states = &*text.field == "statement";
        for name in text.names.iter().filter(counts).filter(|name| !mentioned.contains(name.of)) {
            let stands_for = is_capital(name) && !text.reading.is_led_in(name.range.start);
            if !stands_for && (states || in_sentences.contains(name.of)) {
                lost.insert(name.of);
            }
        }
    }
    // Whom a mentioned person speaks for need not be mentioned as well.
    for state in claim.mentions.iter().filter_map(|key| naming.states.get(key)) {
        lost.remove(*state);
    }
    let there = in_sentences.iter().filter(|key| mentioned.contains(*key)).count();
    if in_sentences.len() >= LIST && there * 100 >= in_sentences.len() * NEARLY_ALL {
        lost.extend(in_sentences.iter().copied().filter(|key| !mentioned.contains(*key)));
    }
    if lost.is_empty() {
        return None;
    }
    let names = listed(lost.iter().map(|key| material.name(key).to_owned()));
    let detail = message!(findings::mention_lost_of, names = names, claim = &claim.statement);
    Some(of_claim(material.briefing, claim, &[], Outcome::Warn, label!(findings::mention_lost), detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{claim_after, found_after};
    use crate::briefing::{Claim, Key};

    fn after(id: &str, change: impl FnOnce(&mut Claim)) -> Vec<String> {
        claim_after(CHECKS, id, change)
    }

    fn without(id: &str, key: &str) -> Vec<String> {
        after(id, |claim| claim.mentions.retain(|own| own.as_str() != key))
    }

    #[test]
    fn the_bundled_claims_mention_whom_they_name() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
    }

    #[test]
    fn a_mention_that_is_lost_is_found_by_the_texts() {
        for (id, key) in [
            ("by-way-of-north-korea", "sergey-lavrov"),
            ("by-way-of-north-korea", "north-korea"),
            ("meeting-in-beijing", "beijing"),
            ("founding-over-afghanistan", "afghanistan"),
            ("ten-full-members", "kazakhstan"),
            ("fourteen-partners", "qatar"),
            ("ukraine-and-the-charter", "ukraine"),
        ] {
            assert_eq!(without(id, key), ["Warn mention-lost"], "{id} {key}");
        }
    }

    #[test]
    fn a_mention_that_no_text_bears_out_is_found() {
        let with =
            |id: &str, key: &str| after(id, |claim| claim.mentions.push(Key::try_from(key.to_owned()).expect(key)));
        for (id, key) in
            [("by-way-of-north-korea", "xi-jinping"), ("directions-2024", "tianjin"), ("six-forums", "nepal")]
        {
            assert_eq!(with(id, key), ["Warn mention-unnamed"], "{id} {key}");
        }
        assert_eq!(with("wang-on-the-tasks", "russia"), [""; 0], "its president is named");
    }
}
