//! Offices in words, in whatever language: are they those of the people who are said to hold them, and of their states?

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use super::names_said::states_of_people;
use super::people_said::{NEAR, called_after};
use super::reference::code_of;
use super::texts::{About, Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::fold::fold;
use crate::analysis::reading::{Name, Named, Office, Reading, Says, language};
use crate::briefing::{Briefing, Key, Person, State};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "office-of-person",
    needs: Needs::Meeting,
    holds: label!(checks::office_of_person),
    run: |material| {
        let people = People::of(material.briefing);
        each_held(material, |material, text| in_office(material, &people, text))
    },
}];

/// Whose state and whose office are known.
struct People<'a> {
    states: HashMap<&'a Key, &'a Key>,
    offices: HashMap<&'a Key, Vec<Office>>,
    /// Those whose office is a former one.
    former: HashSet<&'a Key>,
}

/// What people are by their offices, as the briefing has these.
pub(super) fn offices_of_people(briefing: &Briefing) -> HashMap<&Key, Vec<Office>> {
    let of = |person: &'_ Person| {
        let reading = Reading::of(&person.office, language([person.office.as_str()]));
        reading.offices().into_iter().map(|(_, office)| office).collect()
    };
    briefing.people().iter().map(|person| (&person.id, of(person))).collect()
}

impl<'a> People<'a> {
    fn of(briefing: &'a Briefing) -> Self {
        let is_former = |person: &&Person| {
            let reading = Reading::of(&person.office, language([person.office.as_str()]));
            reading.signs.iter().any(|sign| sign.says == Says::Former)
        };
        let former = briefing.people().iter().filter(is_former).map(|person| &person.id).collect();
        Self { states: states_of_people(briefing), offices: offices_of_people(briefing), former }
    }
}

/// Whether a name is but the first part of somebody's, with another behind it: `Luis Arce` is not Luis Lacalle.
fn is_of_another(material: &Material<'_>, text: &Text<'_>, person: &Name<'_>) -> bool {
    let after = person.range.end..text.reading.ahead(person.range.end, 1);
    let Some((range, word)) = text.reading.words_between(after).next() else { return false };
    let begins = text.part(&range).chars().next().is_some_and(char::is_uppercase);
    let spaced = text.text.get(person.range.end..range.start).is_some_and(|gap| gap.chars().all(char::is_whitespace));
    let said = text.part(&person.range);
    let own = material.briefing.people().iter().find(|other| other.id == *person.of);
    let has = |word: &str| {
        let mut names = own.into_iter().flat_map(|own| own.names.iter());
        names.any(|(_, name)| name.split_whitespace().any(|part| fold(part) == word))
    };
    let is_part = own.is_some_and(|own| {
        own.names.iter().any(|(_, name)| fold(name).split_whitespace().next() == Some(fold(&said).as_str()))
    });
    let is_office = || text.reading.offices().iter().any(|(office, _)| office.start == range.start);
    is_part
        && begins
        && spaced
        && !has(word)
        && !text.reading.is_known_word(range.start, word)
        && !text.names.iter().any(|name| name.range.start == range.start)
        && !is_office()
}

/// Who holds an office that a text names: whoever follows it, or else stands before it with nothing between them but what
/// ties the two: `Xi is China’s president`, `Wang Yi, China’s foreign minister`.
fn holder<'t, 'a>(text: &'t Text<'a>, office: &Range<usize>, next: Option<usize>) -> Option<&'t Name<'a>> {
    let reading = &text.reading;
    let near = |between: Range<usize>, most: usize| {
        let joined = reading.words_between(between.clone()).any(|(_, word)| reading.is_and(word));
        !joined && reading.between(between).is_some_and(|tokens| tokens <= most)
    };
    let people = || text.named(Named::Person);
    let after = people().find(|name| name.range.start >= office.end);
    let after = after.filter(|name| next.is_none_or(|next| name.range.start < next));
    after.filter(|name| near(office.end..name.range.start, NEAR)).or_else(|| {
        let before = people().rfind(|name| name.range.end <= office.start)?;
        let between = before.range.end..office.start;
        let is_tied = || near(between.clone(), NEAR) && ties(text, &between);
        (near(between.clone(), 2) || is_tied()).then_some(before)
    })
}

/// Whether some words tie a person to an office: a verb of being or a comma, and then nothing but whose office it is.
fn ties(text: &Text<'_>, between: &Range<usize>) -> bool {
    let reading = &text.reading;
    let is_verb = |range: &Range<usize>| {
        let ties = |says: Says| matches!(says, Says::Is | Says::Was | Says::Relative);
        let mut signs = reading.signs.iter().filter(|sign| ties(sign.says));
        signs.any(|sign| sign.range == *range)
    };
    let is_owner = |range: &Range<usize>, word: &str| {
        let mut named = text.names.iter().filter(|name| matches!(name.kind, Named::State | Named::Place));
        named.any(|name| name.range.start <= range.start && range.end <= name.range.end)
            || called_after(reading.language_at(range.start), word).is_some()
    };
    let mut words = reading.spelt(between.clone());
    let tie = words.next().is_some_and(|(range, word)| word == "," || is_verb(&range));
    tie && words.all(|(range, word)| {
        let small = word.chars().count() <= 3 || ["’", "'", "—"].contains(&word.as_ref());
        small || is_owner(&range, &word) || is_verb(&range)
    })
}

/// People with an office that is not theirs, or that of another state.
fn in_office(material: &Material<'_>, people: &People<'_>, text: &Text<'_>) -> Vec<Finding> {
    // Their own entry says what their office is.
    if matches!(text.about, About::Person(_)) {
        return Vec::new();
    }
    // Where one is called by a first name that is also another's, nobody can tell whose office it is.
    if text.named(Named::Person).any(|person| is_of_another(material, text, person)) {
        return Vec::new();
    }
    if !text.names.iter().any(|name| name.kind == Named::Person) {
        let first = in_order(material, people, text);
        return first.or_else(|| of_those_who_met(material, people, text)).into_iter().collect();
    }
    let offices = text.reading.offices();
    let mut found = Vec::new();
    for (at, (range, office)) in offices.iter().enumerate().filter(|(_, (_, office))| *office != Office::Other) {
        let next = offices.get(at + 1).map(|(range, _)| range.start);
        let Some(person) = holder(text, range, next) else { continue };
        let name = material.name(person.of).to_owned();
        let finding = |said: String, detail| {
            let title = message!(findings::office_of_person, person = name.clone());
            let finding = text.finding(material.briefing, Outcome::Fail, title, detail).apart(person.of).apart(&said);
            finding.likely_caused_by(person.of)
        };
        let own = people.offices.get(person.of).map_or(&[][..], Vec::as_slice);
        if !own.is_empty() && !own.iter().any(|own| own.can_be(*office)) {
            let said = text.part(range);
            let text = text.text.to_owned();
            let detail =
                message!(findings::office_of_person_other, person = name.clone(), said = said.clone(), text = text);
            found.push(finding(said, detail));
            continue;
        }
        let Some(state) = people.states.get(person.of) else { continue };
        let Some(said) = of_another_state(material, text, range, person, state) else { continue };
        found.push(state_other(material, text, (person.of, state), &said));
    }
    if found.is_empty() {
        found.extend(of_state(material, people, text));
    }
    if found.is_empty() {
        found.extend(in_order(material, people, text).or_else(|| sitting(material, people, text)));
    }
    found
}

/// `Russia’s and China’s prime ministers met`, where those whom the claim names of these states are foreign ministers.
fn of_those_who_met(material: &Material<'_>, people: &People<'_>, text: &Text<'_>) -> Option<Finding> {
    let claim = text.claim()?;
    let met: Vec<&Key> = claim.mentions.iter().filter(|key| people.offices.contains_key(key)).collect();
    let of: BTreeSet<&Key> = met.iter().map(|key| people.states.get(*key).copied()).collect::<Option<_>>()?;
    let offices = text.reading.offices();
    let (range, office) = offices.first().filter(|(_, office)| *office != Office::Other)?;
    let here = text.reading.sentences.iter().find(|sentence| sentence.contains(&range.start))?;
    let states: BTreeSet<&Key> =
        text.named(Named::State).filter(|name| here.contains(&name.range.start)).map(|name| name.of).collect();
    let says = |says: Says| text.reading.sentence_says(range.start, says);
    let of_both = met.len() > 1 && of.len() > 1 && states == of && offices.len() == 1;
    let can_be = |key: &&Key| {
        people.offices.get(*key).is_some_and(|own| own.is_empty() || own.iter().any(|own| own.can_be(*office)))
    };
    if !of_both || !says(Says::Meets) || says(Says::Not) || says(Says::Wish) || met.iter().any(can_be) {
        return None;
    }
    let said = text.part(range);
    let name = material.name(met[0]).to_owned();
    let title = message!(findings::office_of_person, person = name.clone());
    let detail =
        message!(findings::office_of_person_other, person = name, said = said.clone(), text = text.text.to_owned());
    Some(text.finding(material.briefing, Outcome::Warn, title, detail).apart(met[0]).apart(&said))
}

/// `as presidents of Paraguay, Uruguay and Bolivia, respectively`: the states of the people whom the claim names, in the
/// order in which it does.
fn in_order(material: &Material<'_>, people: &People<'_>, text: &Text<'_>) -> Option<Finding> {
    let claim = text.claim()?;
    let sign = text.reading.signs.iter().find(|sign| sign.says == Says::InOrder)?;
    let here = text.reading.sentences.iter().find(|sentence| sentence.contains(&sign.range.start))?;
    let states: Vec<&Name<'_>> = text.named(Named::State).filter(|name| here.contains(&name.range.start)).collect();
    let own: Vec<&Name<'_>> = text.named(Named::Person).filter(|name| here.contains(&name.range.start)).collect();
    let list = if own.is_empty() {
        let statement = material.texts().all_of(claim).find(|other| &*other.field == "statement")?;
        statement.named(Named::Person).collect()
    } else {
        own
    };
    if states.len() < 2 || states.len() != list.len() {
        return None;
    }
    let known: Vec<&Key> = list.iter().map(|person| people.states.get(person.of).copied()).collect::<Option<_>>()?;
    let said: BTreeSet<&Key> = states.iter().map(|state| state.of).collect();
    let at = known.iter().zip(&states).position(|(known, state)| **known != *state.of)?;
    let all_there = known.iter().all(|known| said.contains(known));
    all_there.then(|| state_other(material, text, (list[at].of, known[at]), &text.part(&states[at].range)))
}

/// `Cristina Fernández, the sitting president`, of somebody whose office is a former one.
fn sitting(material: &Material<'_>, people: &People<'_>, text: &Text<'_>) -> Option<Finding> {
    let sign = text.reading.signs.iter().find(|sign| sign.says == Says::Sitting)?;
    let offices = text.reading.offices();
    let near =
        |range: &Range<usize>, most: usize| text.reading.apart(range, &sign.range).is_some_and(|words| words <= most);
    let (office, _) = offices.iter().find(|(range, _)| near(range, 1))?;
    let person = text
        .named(Named::Person)
        .find(|name| near(&name.range, 2) || text.reading.apart(&name.range, office).is_some_and(|words| words <= 1))?;
    let denied = text.reading.sentence_says(sign.range.start, Says::Not);
    let said = text.part(&(sign.range.start.min(office.start)..office.end.max(sign.range.end)));
    let name = material.name(person.of).to_owned();
    let title = message!(findings::office_of_person, person = name.clone());
    let detail =
        message!(findings::office_of_person_other, person = name, said = said.clone(), text = text.text.to_owned());
    let finding = || text.finding(material.briefing, Outcome::Warn, title, detail).apart(person.of).apart(&said);
    (people.former.contains(person.of) && !denied).then(finding)
}

/// `China’s Lavrov`, `Lavrov of China`: somebody as one of a state that is not theirs, without an office between.
fn of_state(material: &Material<'_>, people: &People<'_>, text: &Text<'_>) -> Option<Finding> {
    const BEFORE: [&str; 2] = ["’s ", "'s "];
    const AFTER: [&str; 6] = [" of ", " for ", " por ", " pour ", " für ", " от "];
    /// So many words stand between somebody and the state over which they are said to preside.
    const PRESIDES: usize = 5;
    text.named(Named::Person).find_map(|person| {
        let own = people.states.get(person.of)?;
        let between = |range: Range<usize>| text.text.get(range).unwrap_or_default();
        // `Lavrov (Russia)`, where the bracket holds no more.
        let in_bracket = |state: &Name<'_>| {
            let opened = between(person.range.end..state.range.start).trim_start();
            let closed = text.text.get(state.range.end..).and_then(|rest| rest.chars().next());
            ["(", "（"].contains(&opened) && matches!(closed, Some(')' | '）'))
        };
        // `Putin, who presides over Russia`.
        let presides = |state: &Name<'_>| {
            let reading = &text.reading;
            let behind = person.range.end..state.range.start;
            let begins = reading.behind_comma(person.range.end);
            let says = |says: Says, most: usize| {
                let mut all = reading.signs.iter().filter(|sign| sign.says == says && sign.range.start >= begins);
                all.any(|sign| {
                    let close = reading.between(sign.range.end..state.range.start).is_some_and(|words| words <= most);
                    sign.range.end <= state.range.start && close
                })
            };
            let owned = between(state.range.end..(state.range.end + 4).min(text.text.len()));
            let owned = owned.starts_with(['’', '\'']);
            let short = reading.between(behind.clone()).is_some_and(|words| words <= PRESIDES);
            let alone = !text.names.iter().any(|name| behind.contains(&name.range.start));
            begins > person.range.end && short && alone && !owned && says(Says::Chairs, 2) && says(Says::Relative, 4)
        };
        let state = text.named(Named::State).find(|state| {
            let (before, after) = (state.range.end <= person.range.start, state.range.start >= person.range.end);
            before && BEFORE.contains(&between(state.range.end..person.range.start))
                || after && AFTER.contains(&between(person.range.end..state.range.start))
                || after && (in_bracket(state) || presides(state))
        })?;
        (state.of != *own).then(|| state_other(material, text, (person.of, own), &text.part(&state.range)))
    })
}

/// Somebody who is said to be of another state than their own.
fn state_other(material: &Material<'_>, text: &Text<'_>, (person, own): (&Key, &Key), said: &str) -> Finding {
    let name = material.name(person).to_owned();
    let title = message!(findings::office_of_person, person = name.clone());
    let detail = message!(
        findings::state_of_person_other,
        person = name,
        said = said.to_owned(),
        state = material.name(own).to_owned(),
        text = text.text.to_owned()
    );
    let finding = text.finding(material.briefing, Outcome::Fail, title, detail).apart(person).apart(&said);
    finding.likely_caused_by(person)
}

/// The state that an office is said to be of, where it is another than that of who holds it.
fn of_another_state(
    material: &Material<'_>,
    text: &Text<'_>,
    office: &Range<usize>,
    person: &Name<'_>,
    own: &Key,
) -> Option<String> {
    let own_code = material.briefing.state(own).and_then(State::code);
    // `Russia’s foreign minister Lavrov`, `le ministre russe … Lavrov`; `Lavrov, foreign minister of Russia`.
    let before = text.reading.back(office.start, 3);
    let last = text.named(Named::Person).rfind(|name| name.range.end <= office.start);
    let from = last.map_or(before, |last| before.max(last.range.end));
    let span = if person.range.start >= office.end {
        from..person.range.start
    } else {
        person.range.end..text.reading.ahead(office.end, 4)
    };
    let named = text.names.iter().filter(|name| span.start <= name.range.start && name.range.end <= span.end);
    // Before an office nothing stands between it and its state but the sign of a genitive.
    let leads = |range: &Range<usize>| {
        range.start >= office.start || text.reading.words_between(range.end..office.start).all(|(_, word)| word == "s")
    };
    let named = named.filter(|name| leads(&name.range));
    let named = named.filter(|name| matches!(name.kind, Named::State | Named::Place)).filter_map(|name| {
        let code = code_of(material, name);
        (name.kind == Named::State || code.is_some()).then_some((name.range.clone(), Some(name.of), code))
    });
    let mut all: Vec<(Range<usize>, Option<&Key>, Option<&str>)> = named.collect();
    let called_after = text.reading.words_between(span).filter_map(|(range, word)| {
        let inside =
            range.start >= office.start && range.end <= office.end || is_first_name(material, text, &range, person);
        let code = called_after(text.reading.language_at(range.start), word).filter(|_| !inside && leads(&range))?;
        Some((range, None, Some(code)))
    });
    all.extend(called_after);
    let is_own = |(_, key, code): &(Range<usize>, Option<&Key>, Option<&str>)| {
        *key == Some(own) || code.is_some() && *code == own_code
    };
    if all.iter().any(is_own) {
        return None;
    }
    all.first().map(|(range, ..)| text.part(range))
}

/// Whether a word right before a name is a part of it that the briefing writes otherwise: `Sergey` Lavrov, who is `Sergei`
/// there.
fn is_first_name(material: &Material<'_>, text: &Text<'_>, range: &Range<usize>, person: &Name<'_>) -> bool {
    let beside = range.end <= person.range.start && text.reading.between(range.end..person.range.start) == Some(0);
    let capital = text.text.get(range.clone()).and_then(|word| word.chars().next()).is_some_and(char::is_uppercase);
    let word = text.text.get(range.clone()).map(fold).unwrap_or_default();
    let of = material.briefing.people().iter().find(|other| other.id == *person.of);
    let mut parts =
        of.into_iter().flat_map(|of| of.names.iter()).flat_map(|(_, name)| name.split_whitespace()).map(fold);
    beside && capital && parts.any(|part| part.chars().zip(word.chars()).take_while(|(a, b)| a == b).count() >= 3)
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::reason_after;

    fn reason(id: &str, text: &str) -> Vec<String> {
        reason_after(CHECKS, id, text)
    }

    #[test]
    fn an_office_and_its_state_are_those_of_its_holder() {
        for text in [
            "China’s foreign minister Lavrov came to Beijing on 13 July 2025.",
            "Министр иностранных дел Китая Лавров прибыл 13 июля 2025 года.",
            "俄罗斯外长王毅于2025年7月13日在北京会晤拉夫罗夫。",
            "Le ministre chinois des Affaires étrangères Lavrov a rencontré Wang Yi.",
            "Präsident Lawrow traf Wang Yi am 13. Juli 2025 in Peking.",
            "El presidente de China, Serguéi Lavrov, se reunió con Wang Yi.",
            "Wang Yi, China’s defence minister, met him on 13 July 2025.",
            "Wang Yi is China’s prime minister.",
            "Министр обороны Лавров прибыл 13 июля 2025 года.",
            "Finanzminister Wang Yi empfing ihn am 13. Juli 2025.",
            "China’s Lavrov met Wang Yi there.",
            "Lavrov of China spoke first.",
            "Wang Yi (Russia) spoke first.",
            "Wang Yi, who presides over Russia, spoke first.",
            "Wang Yi, who is Russia’s foreign minister, spoke first.",
            "Ван И (Россия) говорил первым.",
        ] {
            assert_eq!(reason("meeting-in-beijing", text), ["Fail office-of-person"], "{text}");
        }
        for text in [
            "Russia’s foreign minister Lavrov and his Chinese colleague, Foreign Minister Wang, met on 13 July 2025.",
            "Le ministre russe des Affaires étrangères Lavrov a rencontré son homologue chinois, Wang Yi.",
            "In China met Foreign Minister Lavrov of Russia and China’s Wang on 13 July 2025.",
            "Der frühere Präsident war nicht dabei; Außenminister Lawrow traf Wang Yi.",
            "Wang Yi, China’s foreign minister, and Lavrov is a minister too.",
            "Russia’s Lavrov met China’s Wang there.",
            "Wang Yi (China) met Lavrov (Russia) there.",
            "Lavrov, who presides over talks with China, spoke first.",
            "Lavrov, who chairs China’s list of guests, spoke first.",
            "Lavrov, with the defence minister of another state beside him, spoke on 13 July 2025.",
            "The ministers spoke; China’s Sergey Arkadyevsky was not there.",
            "Министр обороны Китая Сергей Аркадьевский там не был.",
        ] {
            assert_eq!(reason("meeting-in-beijing", text), [""; 0], "{text}");
        }
    }

    #[test]
    fn those_who_met_are_what_they_are() {
        for text in [
            "Russia’s and China’s prime ministers met in Beijing.",
            "Министры обороны России и Китая встретились в Пекине.",
            "Les ministres de la Défense de la Russie et de la Chine se sont réunis à Pékin.",
            "Die Verteidigungsminister Russlands und Chinas trafen sich in Peking.",
        ] {
            assert_eq!(reason("meeting-in-beijing", text), ["Warn office-of-person"], "{text}");
        }
        for text in [
            "Russia’s and China’s foreign ministers met in Beijing.",
            "The ministers of Russia and China met in Beijing.",
            "Russia’s and Kazakhstan’s prime ministers met in Beijing.",
            "Russia’s and China’s prime ministers did not meet in Beijing.",
        ] {
            assert_eq!(reason("meeting-in-beijing", text), [""; 0], "{text}");
        }
    }
}
