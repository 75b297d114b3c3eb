//! Names in words: does a text name the people, places and states that it is about, spelled as they are, and with the
//! state they speak for?

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use ahash::AHashMap;

use super::days_said::places_on;
use super::mentions::is_called_after;
use super::people_spelt::plain;
use super::texts::{About, Text, Texts, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::fold::fold;
use crate::analysis::reading::{Mention, Name, Named};
use crate::analysis::reference::{names_in, states_named};
use crate::briefing::{Briefing, Claim, Key};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "name-in-text",
        needs: Needs::Nothing,
        holds: label!(checks::name_in_text),
        run: |material| each_held(material, taken_for_another),
    },
    Check {
        key: "name-misspelt",
        needs: Needs::Nothing,
        holds: label!(checks::name_misspelt),
        run: |material| misspelt(material.briefing, material.texts()),
    },
    Check {
        key: "state-of-person",
        needs: Needs::Meeting,
        holds: label!(checks::state_of_person),
        run: |material| {
            let people: HashMap<&Key, &Key> = states_of_people(material.briefing);
            each_held(material, |material, text| of_another_state(material, &people, text))
        },
    },
];

/// What a name can be taken for: a person for a person, a place or a state for either.
const fn class(kind: Named) -> Option<bool> {
    match kind {
        Named::Person => Some(true),
        Named::Place | Named::State => Some(false),
        Named::Topic => None,
    }
}

/// A name that nothing else about the same has, in a text that lacks one of its class that all else has.
fn taken_for_another(material: &Material<'_>, text: &Text<'_>) -> Vec<Finding> {
    // A name that is all there is, as that of an event's place, says of nothing else that it is another.
    let is_more_than = |name: &Name<'_>| name.range.len() != text.text.trim().len();
    if !text.names.iter().any(|name| class(name.kind).is_some() && is_more_than(name)) {
        return Vec::new();
    }
    let of_meeting = matches!(text.about, About::Meeting);
    // Most texts have no name that others about the same do not have.
    let around = || material.texts().around(material.briefing, text).filter(|other| tells(other));
    let has = |key: &Key| around().any(|other| other.names.iter().any(|name| name.of == key));
    if !of_meeting && text.names.iter().all(|name| class(name.kind).is_none() || has(name.of)) {
        return Vec::new();
    }
    let beside = beside(material, text);
    let Some(expected) = expected(material, text, &beside) else { return Vec::new() };
    let mut found: BTreeMap<&Key, Finding> = BTreeMap::new();
    // One name was taken for another; a text of many that nothing else has is about something else.
    let unknown: BTreeSet<&Key> = text
        .names
        .iter()
        .filter(|name| class(name.kind).is_some() && !expected.allowed.contains(name.of))
        .map(|name| name.of)
        .collect();
    if unknown.len() > 2 {
        return Vec::new();
    }
    // What sums a meeting up and names nothing else of it speaks of something else.
    let of_it = |name: &Name<'_>| class(name.kind).is_some() && expected.allowed.contains(name.of);
    if of_meeting && !text.names.iter().any(of_it) {
        return Vec::new();
    }
    if let Some(finding) = met_elsewhere(material, text) {
        return vec![finding];
    }
    for name in &text.names {
        let Some(own) = class(name.kind) else { continue };
        if expected.allowed.contains(name.of) {
            continue;
        }
        // A further sentence of what sums a meeting up is about something else.
        if of_meeting && of_a_further_sentence(text, name, &expected) {
            continue;
        }
        let has = |key: &Key| text.names.iter().any(|name| name.of == key);
        let lacks = expected.wanted.iter().filter(|(kind, key)| class(*kind) == Some(own) && !has(key));
        // `on Japanese soil` speaks of Japan.
        let lacks: Vec<&Key> =
            lacks.map(|(_, key)| *key).filter(|key| !is_called_after(material, key, &[text])).collect();
        let Some(first) = lacks.first() else { continue };
        // A government is called by its capital, but nobody meets in a government.
        let is_where = name.kind == Named::Place && text.reading.is_led_in(name.range.start);
        let lacks_place = expected.wanted.iter().any(|(kind, key)| *kind == Named::Place && lacks.contains(key));
        if expected.related(material, name) && !(is_where && lacks_place) {
            continue;
        }
        // `on 15 July … in Tianjin`, where an event was on that day.
        let on_its_day = |mention: &Mention| {
            let mut days = mention.days().filter(|day| day.is_day());
            days.any(|day| places_on(material, text, &mention.range, day).any(|place| place == name.of))
        };
        if name.kind == Named::Place && text.reading.mentions.iter().any(on_its_day) {
            continue;
        }
        let said = text.part(&name.range);
        let title = message!(findings::name_in_text, said = said.clone());
        let meant = material.name(first).to_owned();
        let detail = message!(findings::name_for_another, said = said, meant = meant, text = text.text.to_owned());
        let finding = text.finding(material.briefing, Outcome::Warn, title, detail).apart(name.of);
        let finding = finding.likely_caused_by(name.of);
        found.entry(name.of).or_insert(finding);
    }
    found.into_values().collect()
}

/// Whether a name stands in a sentence after the first that names what all else about the same has.
fn of_a_further_sentence(text: &Text<'_>, name: &Name<'_>, expected: &Expected<'_>) -> bool {
    let mut known =
        text.names.iter().filter(|other| class(other.kind) == class(name.kind) && expected.allowed.contains(other.of));
    let Some(first) = known.next().filter(|first| first.range.end <= name.range.start) else { return false };
    text.reading.between(first.range.end..name.range.start).is_none()
}

/// A headline that has people meet in another place than they did: `A and B meet in …`.
fn met_elsewhere(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    /// So many words stand between who meets and where.
    const NEAR: usize = 3;
    let meeting = material.briefing.meeting.as_ref()?;
    if !matches!(text.about, About::Meeting) || &*text.field != "headline" {
        return None;
    }
    let cities: Vec<String> = meeting.cities().map(fold).collect();
    let is_city = |key: &Key| cities.contains(&fold(material.name(key)));
    let known = meeting.places.iter().find(|place| is_city(&place.id))?;
    let (person, place) = text.names.windows(2).find_map(|pair| match pair {
        [person, place] if person.kind == Named::Person && place.kind == Named::Place => Some((person, place)),
        _ => None,
    })?;
    let near = text.reading.between(person.range.end..place.range.start).is_some_and(|words| words <= NEAR);
    let elsewhere = near && text.reading.is_led_in(place.range.start) && !is_city(place.of);
    if !elsewhere || text.names.iter().any(|name| is_city(name.of)) {
        return None;
    }
    let said = text.part(&place.range);
    let title = message!(findings::name_in_text, said = said.clone());
    let (meant, text_said) = (known.name.clone(), text.text.to_owned());
    let detail = message!(findings::name_for_another, said = said, meant = meant, text = text_said);
    Some(text.finding(material.briefing, Outcome::Warn, title, detail).apart(place.of))
}

/// The names that a text may have, and those of them that it should have at least one of in place of another.
struct Expected<'a> {
    allowed: HashSet<&'a Key>,
    wanted: Vec<(Named, &'a Key)>,
}

impl Expected<'_> {
    /// Whether a name stands for what is allowed: a capital for its state, a state for its capital or its people.
    fn related(&self, material: &Material<'_>, name: &Name<'_>) -> bool {
        let briefing = material.briefing;
        let is_allowed = |key: &Key| self.allowed.contains(key);
        let of_state = |key: &Key| {
            is_allowed(key) || briefing.people().iter().any(|p| p.state.as_ref() == Some(key) && is_allowed(&p.id))
        };
        match name.kind {
            Named::Place => {
                let written = fold(material.name(name.of));
                let capital = briefing.states().filter(|state| fold(&state.capital) == written);
                // A government is called by its capital, in a text that names other places in their own right.
                capital.into_iter().any(|state| of_state(&state.id))
            }
            Named::State => of_state(name.of),
            Named::Person | Named::Topic => false,
        }
    }
}

/// Whether a text tells whom others about the same may name. A spell or a figure that cites a sentence says nothing of
/// whom the sentence is about.
const fn tells(text: &Text<'_>) -> bool {
    text.claim().is_some() || matches!(text.about, About::Sentence(_) | About::Event(_) | About::Meeting)
}

/// The texts about the same that tell whom a text may name.
fn beside<'m, 'a>(material: &'m Material<'a>, text: &Text<'_>) -> Vec<&'m Text<'a>> {
    let briefing = material.briefing;
    let mut beside = material.texts().beside(briefing, text);
    beside.retain(|other| tells(other));
    if let About::Meeting = text.about {
        // What sums the meeting up bears nothing else of it out.
        beside.retain(|other| !matches!(other.about, About::Meeting));
    }
    beside
}

fn expected<'m>(material: &'m Material<'_>, text: &'m Text<'_>, beside: &[&'m Text<'_>]) -> Option<Expected<'m>> {
    let briefing = material.briefing;
    let mut expected = Expected { allowed: HashSet::new(), wanted: Vec::new() };
    for name in beside.iter().flat_map(|text| &text.names) {
        expected.allowed.insert(name.of);
    }
    match text.about {
        // At length a claim may speak of whoever it likes.
        About::ClaimInShort(claim) => {
            let sentences: BTreeSet<&Key> = sentence_names(beside);
            expected.wanted = mentioned(material, claim);
            expected.allowed.extend(expected.wanted.iter().map(|(_, key)| *key));
            // What a sentence names and the claim does not mention is no part of the claim.
            if !sentences.is_empty() && text.is_short() {
                expected.wanted.retain(|(_, key)| sentences.contains(key));
            }
        }
        About::Sentence(_) | About::Meeting | About::Event(_) => {
            if beside.is_empty() {
                return None;
            }
            // Named by at least two others, or by the sentence itself.
            let mut counts: HashMap<&Key, (Named, usize)> = HashMap::new();
            for other in beside {
                let weight = if matches!(other.about, About::Sentence(_)) { 2 } else { 1 };
                let unlike: BTreeMap<&Key, Named> = other.names.iter().map(|name| (name.of, name.kind)).collect();
                for (key, kind) in unlike {
                    counts.entry(key).or_insert((kind, 0)).1 += weight;
                }
            }
            let often = counts.iter().filter(|(_, (_, count))| *count >= 2);
            expected.wanted = often.map(|(key, (kind, _))| (*kind, *key)).collect();
            expected.wanted.sort();
            for claim in beside.iter().filter_map(|text| text.claim()) {
                expected.allowed.extend(claim.mentions.iter());
            }
            if let About::Event(_) = text.about {
                // Its place and its label speak of each other.
                expected.allowed.extend(text.named(Named::State).map(|name| name.of));
            }
        }
        _ => return None,
    }
    expected.wanted.retain(|(kind, key)| material.texts().can_name(briefing, text, *kind, key));
    Some(expected)
}

fn sentence_names<'a>(beside: &[&Text<'a>]) -> BTreeSet<&'a Key> {
    let sentences = beside.iter().filter(|text| matches!(text.about, About::Sentence(_)));
    sentences.flat_map(|text| &text.names).map(|name| name.of).collect()
}

/// The people, places and states that a claim mentions.
fn mentioned<'c>(material: &Material<'_>, claim: &'c Claim) -> Vec<(Named, &'c Key)> {
    claim.mentions.iter().filter_map(|key| Some((material.kind(key)?, key))).collect()
}

/// The state that each person speaks for.
pub(super) fn states_of_people(briefing: &Briefing) -> HashMap<&Key, &Key> {
    briefing.people().iter().filter_map(|person| Some((&person.id, person.state.as_ref()?))).collect()
}

/// A person with a state that is not theirs: in a text that ties the two, or in their own office.
fn of_another_state(material: &Material<'_>, people: &HashMap<&Key, &Key>, text: &Text<'_>) -> Vec<Finding> {
    let name_of = |key: &Key| material.name(key).to_owned();
    let finding = |person: &Key, said: String, own: &Key| {
        let detail = message!(
            findings::state_of_person_other,
            person = name_of(person),
            said = said,
            state = name_of(own),
            text = text.text.to_owned()
        );
        let title = message!(findings::state_of_person, person = name_of(person));
        text.finding(material.briefing, Outcome::Fail, title, detail).apart(person).likely_caused_by(person)
    };
    if let (About::Person(person), "office") = (text.about, &*text.field) {
        let Some(own) = people.get(&person.id) else { return Vec::new() };
        let states: Vec<&Name<'_>> = text.named(Named::State).collect();
        let Some(first) = states.first().filter(|_| !states.iter().any(|name| name.of == *own)) else {
            return Vec::new();
        };
        return vec![finding(&person.id, text.part(&first.range), own)];
    }
    let wrong = text.names.windows(2).filter_map(|pair| {
        let [person, state] = pair else { return None };
        let own = people.get(person.of).filter(|_| person.kind == Named::Person && state.kind == Named::State)?;
        let tied = text.reading.ties(person.range.end..state.range.start);
        (tied && *own != state.of).then(|| finding(person.of, text.part(&state.range), own))
    });
    wrong.collect()
}

/// The words of the names of all states in a language, folded, so that none of them is taken for another's misspelling.
fn is_word_of_state(language: &str, word: &str) -> bool {
    static STATES: LazyLock<HashSet<(&str, String)>> = LazyLock::new(|| {
        let words =
            |language| names_in(language).flat_map(|(_, name)| name.split(' ')).map(move |word| (language, fold(word)));
        ["en", "ru", "zh", "fr", "es", "ar", "de"].into_iter().flat_map(words).collect()
    });
    STATES.contains(&(language, word.to_owned()))
}

/// From so many letters on a word is unlikely to be like a name by chance.
const LONG: usize = 6;

/// Words with a capital that are a name but for one letter, and stand nowhere else.
fn misspelt(briefing: &Briefing, texts: &Texts<'_>) -> Vec<Finding> {
    let unknown = |word: &str| word.chars().count() >= LONG && !texts.names.has_word(word);
    // In how many texts each word stands that may be misspelt, or that one may be taken for: the last of them, and the
    // number of all.
    let mut seen: AHashMap<&str, (usize, usize)> = AHashMap::new();
    let candidates = texts.held().flat_map(|text| text.reading.capitals()).map(|(_, word)| word);
    seen.extend(candidates.filter(|word| unknown(word)).map(|word| (word, (0, 0))));
    let names = texts.names.words();
    seen.extend(names.iter().map(|name| (*name, (0, 0))));
    for (number, text) in (1..).zip(&texts.all) {
        for word in text.reading.long_words(LONG) {
            if let Some((last, count)) = seen.get_mut(word).filter(|(last, _)| *last != number) {
                (*last, *count) = (number, *count + 1);
            }
        }
    }
    let times = |word: &str| seen.get(word).map_or(0, |(_, count)| *count);
    // Each name with one letter left out, so that a word is looked up and not held against every name.
    let mut without: HashMap<String, Vec<&str>> = HashMap::new();
    for name in names.into_iter().filter(|name| name.chars().count() >= LONG) {
        for key in shortened(name).chain([name.to_owned()]) {
            without.entry(key).or_default().push(name);
        }
    }
    let mut found = Vec::new();
    for text in texts.held() {
        for (range, word) in text.reading.capitals() {
            let is_state = || states_named(word).next().is_some();
            if times(word) != 1
                || !unknown(word)
                || is_state()
                || is_word_of_state(text.reading.language_at(range.start), word)
            {
                continue;
            }
            let near = shortened(word).chain([word.to_owned()]).find_map(|key| {
                let names = without.get(&key)?;
                // A name that is spelled right nowhere is written otherwise in the language of the texts.
                names.iter().copied().find(|name| is_slip(word, name) && plain(word) != plain(name) && times(name) > 0)
            });
            let Some(name) = near else { continue };
            let said = text.part(&range);
            // `Piräus` is how German writes what others write `Piraeus`.
            if said.contains(['ä', 'ö', 'ü'])
                && fold(&said.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue")) == name
            {
                continue;
            }
            let title = message!(findings::name_misspelt, said = said.clone());
            let mut letters = name.chars();
            let shown: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            let detail =
                message!(findings::name_nearly, said = said.clone(), name = shown, text = text.text.to_owned());
            found.push(text.finding(briefing, Outcome::Warn, title, detail).apart(&said).likely_caused_by(&said));
        }
    }
    found
}

/// A word with each of its letters left out in turn.
fn shortened(word: &str) -> impl Iterator<Item = String> {
    let letters: Vec<char> = word.chars().take(40).collect();
    (0..letters.len())
        .map(move |left| letters.iter().enumerate().filter(|(at, _)| *at != left).map(|(_, letter)| *letter).collect())
}

/// Whether one word is another with one slip of the hand that no ending explains: not in the last two letters.
fn is_slip(word: &str, name: &str) -> bool {
    let (word, name): (Vec<char>, Vec<char>) = (word.chars().collect(), name.chars().collect());
    let start = word.iter().zip(&name).take_while(|(a, b)| a == b).count();
    let (rest, of_name) = (&word[start..], &name[start..]);
    let end = rest.iter().rev().zip(of_name.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (rest.len() - end.min(rest.len()), of_name.len() - end.min(of_name.len()));
    let exchanged = a == 2 && b == 2 && rest[0] == of_name[1] && rest[1] == of_name[0];
    let one = a.max(b) == 1;
    start >= 1 && (one && end >= 2 || exchanged && end >= 1)
}
