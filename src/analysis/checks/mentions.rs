//! Mentions: is whoever a claim mentions named in a text about it, and does it mention whoever it names?

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::texts::{About, Text};
use super::{Check, Finding, Material, Needs, Outcome, listed, of_claim};
use crate::analysis::fold::fold;
use crate::analysis::reading::{Name, Named};
use crate::analysis::script;
use crate::briefing::{Claim, Key, Locator};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "mention-unnamed",
        needs: Needs::Nothing,
        holds: label!(checks::mention_unnamed),
        run: |material| {
            let known = Known::of(material);
            let claims = material.briefing.claims.claims.iter();
            claims.filter_map(|claim| unnamed(material, &known, claim)).collect()
        },
    },
    Check {
        key: "mention-lost",
        needs: Needs::Nothing,
        holds: label!(checks::mention_lost),
        run: |material| {
            let known = Known::of(material);
            let claims = material.briefing.claims.claims.iter();
            claims.filter_map(|claim| lost(material, &known, claim)).collect()
        },
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

/// People, places and states, and which texts name whom.
struct Known<'m, 'a> {
    kinds: HashMap<&'m Key, Named>,
    of_claims: HashMap<&'m Key, Vec<&'m Text<'a>>>,
    of_places: HashMap<Locator, Vec<&'m Text<'a>>>,
    /// All that any text names.
    anywhere: HashSet<&'a Key>,
    /// The state that each person speaks for, and the people of each state.
    states: HashMap<&'m Key, &'m Key>,
    people: HashMap<&'m Key, Vec<&'m Key>>,
    /// Those who take part in the meeting: they are cited from where it is.
    taking_part: HashSet<&'m Key>,
    /// Whether capitals are written in Latin letters.
    latin: bool,
    /// The places that are called as capitals are.
    capitals: HashMap<String, Vec<&'m Key>>,
}

impl<'m, 'a> Known<'m, 'a> {
    fn of(material: &'m Material<'a>) -> Self {
        let briefing = material.briefing;
        let mut kinds: HashMap<&Key, Named> = briefing.states().map(|state| (&state.id, Named::State)).collect();
        kinds.extend(briefing.meeting.iter().flat_map(|m| &m.places).map(|place| (&place.id, Named::Place)));
        kinds.extend(briefing.people().iter().map(|person| (&person.id, Named::Person)));
        let at: BTreeSet<Locator> = briefing.meeting.iter().flat_map(|m| briefing.locators(&m.citations)).collect();
        let people = || briefing.people().iter();
        let takes_part = |citations| briefing.locators(citations).any(|place| at.contains(&place));
        let mut known = Self {
            kinds,
            of_claims: HashMap::new(),
            of_places: HashMap::new(),
            anywhere: HashSet::new(),
            states: people().filter_map(|person| Some((&person.id, person.state.as_ref()?))).collect(),
            people: HashMap::new(),
            taking_part: people().filter(|p| takes_part(&p.citations)).map(|person| &person.id).collect(),
            latin: briefing.states().next().is_none_or(|state| latin(&state.capital)),
            capitals: HashMap::new(),
        };
        for person in people() {
            if let Some(state) = &person.state {
                known.people.entry(state).or_default().push(&person.id);
            }
        }
        let capitals: HashSet<String> = briefing.states().map(|state| fold(&state.capital)).collect();
        for place in briefing.meeting.iter().flat_map(|meeting| &meeting.places) {
            let name = fold(&place.name);
            if capitals.contains(&name) {
                known.capitals.entry(name).or_default().push(&place.id);
            }
        }
        for text in material.texts().held() {
            if let Some(claim) = text.claim() {
                known.of_claims.entry(&claim.id).or_default().push(text);
            }
            if let About::Sentence(_) | About::Event(_) = text.about {
                for at in text.locators(briefing) {
                    known.of_places.entry(at).or_default().push(text);
                }
            }
            known.anywhere.extend(text.names.iter().map(|name| name.of));
        }
        known
    }

    /// The texts about a claim: its own, and those about its sentences.
    fn about(&self, material: &Material<'_>, claim: &Claim) -> Vec<&'m Text<'a>> {
        let own = self.of_claims.get(&claim.id).into_iter().flatten();
        let places: BTreeSet<Locator> = material.briefing.locators(&claim.citations).collect();
        own.chain(places.iter().filter_map(|at| self.of_places.get(at)).flatten()).copied().collect()
    }

    fn kind(&self, key: &Key) -> Option<Named> {
        self.kinds.get(key).copied()
    }
}

/// Whether a name is written in Latin letters.
fn latin(name: &str) -> bool {
    name.chars().any(script::latin)
}

/// Whether someone or something is spoken of without its name: a person by their state or as one of those who meet, a state
/// by its people, its capital or what is called after it.
fn is_meant(
    material: &Material<'_>,
    known: &Known<'_, '_>,
    key: &Key,
    named: &BTreeSet<&Key>,
    texts: &[&Text<'_>],
) -> bool {
    let briefing = material.briefing;
    let called_after = |state: &Key| {
        let Some(state) = briefing.state(state) else { return false };
        state.names.iter().any(|(_, name)| {
            let name = fold(name);
            let letters = name.chars().count();
            let stem: String = name.chars().take(letters.saturating_sub(1).max(STEM)).collect();
            let mut words = texts.iter().flat_map(|text| text.reading.all_words());
            letters >= STEM && words.any(|word| word.starts_with(&stem))
        })
    };
    // Those who meet are `both`, `the two`, `the ministers`, and so are their states.
    let meets = known.taking_part.contains(key) || known.people.contains_key(key);
    let by_state = || known.states.get(key).is_some_and(|state| named.contains(*state) || called_after(state));
    let by_capital = || {
        let capital = briefing.state(key).and_then(|state| known.capitals.get(&fold(&state.capital)));
        capital.into_iter().flatten().any(|place| named.contains(*place))
    };
    meets || by_state() || by_capital() || called_after(key) || by_initials(material, key, texts)
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
fn unnamed(material: &Material<'_>, known: &Known<'_, '_>, claim: &Claim) -> Option<Finding> {
    // Whoever the sentences of the document name may be left unnamed by what is said of them.
    material.briefing.locators(&claim.citations).next()?;
    let texts = known.about(material, claim);
    let named: BTreeSet<&Key> = texts.iter().flat_map(|text| &text.names).map(|name| name.of).collect();
    let mut of_kind: BTreeMap<Named, (usize, usize)> = BTreeMap::new();
    for (key, kind) in claim.mentions.iter().filter_map(|key| Some((key, known.kind(key)?))) {
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
        known.anywhere.contains(key) || found > 0 && found * 2 >= all - 1
    };
    let lost: Vec<&Key> = claim
        .mentions
        .iter()
        .filter(|key| known.kind(key).is_some_and(|kind| !named.contains(key) && readable(key, kind)))
        .filter(|key| !is_meant(material, known, key, &named, &texts))
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
fn lost(material: &Material<'_>, known: &Known<'_, '_>, claim: &Claim) -> Option<Finding> {
    let texts = known.about(material, claim);
    let mentioned: HashSet<&Key> = claim.mentions.iter().collect();
    let counts = |name: &&Name<'_>| known.kind(name.of).is_some_and(|kind| kind == name.kind);
    // A government is called by its capital. Where the capitals are written in other letters any place may be one.
    let is_capital = |name: &Name<'_>| {
        let called = material.name(name.of);
        name.kind == Named::Place && (known.capitals.contains_key(&fold(called)) || latin(called) != known.latin)
    };
    let in_sentences: BTreeSet<&Key> = texts
        .iter()
        .filter(|text| matches!(text.about, About::Sentence(_)) && &*text.field == "paraphrase")
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
    for state in claim.mentions.iter().filter_map(|key| known.states.get(key)) {
        lost.remove(*state);
    }
    let there = in_sentences.iter().filter(|key| mentioned.contains(*key)).count();
    if in_sentences.len() >= LIST && there * 100 >= in_sentences.len() * NEARLY_ALL {
        lost.extend(in_sentences.iter().copied().filter(|key| !mentioned.contains(*key)));
    }
    if claim.mentions.is_empty() || lost.is_empty() {
        return None;
    }
    let names = listed(lost.iter().map(|key| material.name(key).to_owned()));
    let detail = message!(findings::mention_lost_of, names = names, claim = &claim.statement);
    Some(of_claim(material.briefing, claim, &[], Outcome::Warn, label!(findings::mention_lost), detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::{Claim, Key};

    fn after(id: &str, change: impl FnOnce(&mut Claim)) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            change(briefing.claims.claims.iter_mut().find(|claim| claim.id.as_str() == id).expect(id));
        })
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
