//! Who gave a chair to whom: a text in which it goes the other way than in all else.

use std::collections::HashMap;
use std::ops::Range;

use ahash::AHashMap;

use super::super::names_said::states_of_people;
use super::super::texts::{About, Text};
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, is_disputed};
use crate::analysis::reading::{Day, Mention, Named, Says, Sign};
use crate::briefing::{Key, cores};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "handover-in-text",
    needs: Needs::Meeting,
    holds: label!(checks::handover_in_text),
    run: |material| {
        let states = states_of_people(material.briefing);
        let texts: Vec<&Text<'_>> =
            material.texts().held().filter(|text| tells(text) && !is_disputed(material, text)).collect();
        let all: Vec<Given<'_>> = cores::flat_map(&texts, |text| given(&states, text));
        wrong(material, &all)
    },
}];

/// So many words stand between whoever gives and what says so, and between that and whoever takes.
const BEFORE: usize = 6;
const BEHIND: usize = 10;

/// Whether a text tells how it was.
const fn tells(text: &Text<'_>) -> bool {
    matches!(
        text.about,
        About::Claim(_)
            | About::ClaimInShort(_)
            | About::Meeting
            | About::Event(_)
            | About::Sentence(_)
            | About::Account
    )
}

/// A chair that goes from one state to another.
struct Given<'t> {
    from: &'t Key,
    to: &'t Key,
    passage: Passage<'t, 't>,
    range: Range<usize>,
    days: Vec<Day>,
}

/// A person or state that a sentence names, by the state.
struct Party<'t> {
    range: Range<usize>,
    state: &'t Key,
    person: bool,
}

fn parties<'t>(states: &HashMap<&'t Key, &'t Key>, passage: &Passage<'t, 't>) -> Vec<Party<'t>> {
    let of = |name: &'t crate::analysis::reading::Name<'t>| {
        let state = match name.kind {
            Named::State => name.of,
            Named::Person => states.get(name.of).copied()?,
            _ => return None,
        };
        Some(Party { range: name.range.clone(), state, person: name.kind == Named::Person })
    };
    passage.names.iter().filter_map(of).collect()
}

fn given<'t>(states: &HashMap<&'t Key, &'t Key>, text: &'t Text<'t>) -> Vec<Given<'t>> {
    let says = |says: Says| text.reading.signs.iter().any(|sign| sign.says == says);
    if ![Says::Hands, Says::TakesOver, Says::Chairs, Says::Succeeds].into_iter().any(says) {
        return Vec::new();
    }
    let of_chair = says(Says::Chairs);
    Passage::all(text)
        .flat_map(|passage| {
            let parties = parties(states, &passage);
            if passage.is_open() || parties.len() < 2 {
                return Vec::new();
            }
            let mut found = handed(&passage, &parties, of_chair);
            found.extend(in_turn(&passage, &parties, of_chair));
            let days: Vec<Day> = passage.mentions.iter().flat_map(Mention::days).collect();
            let one = |(from, to, range): (&'t Key, &'t Key, Range<usize>)| Given {
                from,
                to,
                passage: passage.clone(),
                range,
                days: days.clone(),
            };
            found.into_iter().filter(|(from, to, _)| from != to).map(one).collect()
        })
        .collect()
}

/// `Milei handed the presidency to Lula`, `Brazil took it over from Argentina`.
fn handed<'t>(
    passage: &Passage<'t, 't>,
    parties: &[Party<'t>],
    of_chair: bool,
) -> Vec<(&'t Key, &'t Key, Range<usize>)> {
    let of = |sign: &Sign| {
        let near = |party: &&Party<'_>, most: usize| {
            passage.apart(&party.range, &sign.range).is_some_and(|words| words <= most)
        };
        let before: Vec<&Party<'_>> =
            parties.iter().filter(|party| party.range.end <= sign.range.start && near(party, BEFORE)).collect();
        let behind: Vec<&Party<'_>> =
            parties.iter().filter(|party| party.range.start >= sign.range.end && near(party, BEHIND)).collect();
        // `was handed it by`: whoever stands first does not give.
        let passive = passage.near_before(&sign.range, &[Says::Was, Says::Is], 1);
        let (first, second) = match (&before[..], &behind[..]) {
            // `was handed to Lula by Milei`
            ([], [to, from, ..]) if passive && sign.says == Says::Hands => (*from, *to),
            // `Milei is followed by Lula`
            ([.., first], [second, ..]) if passive && sign.says == Says::Succeeds => (*second, *first),
            _ if passive => return None,
            // Also a verb that stands first, or last.
            ([.., first], [second, ..]) | ([], [first, second, ..]) | ([first, second, ..], []) => (*first, *second),
            _ => return None,
        };
        // `Von Finnland übernimmt ihn Estland`: whoever stands first may be whom it comes from, or whom it goes to.
        let led = if sign.says == Says::Hands { Says::Toward } else { Says::From };
        let turned = !passive && passage.near_before(&first.range, &[led], 0);
        let (first, second) = if turned { (second, first) } else { (first, second) };
        let (from, to) = if sign.says == Says::Hands { (first, second) } else { (second, first) };
        // Whoever follows somebody does so in an office, where both are people.
        let people = |all: &[&Party<'_>]| all.iter().any(|party| party.person);
        if sign.says == Says::Succeeds && !(people(&before) && people(&behind)) {
            return None;
        }
        let range = first.range.start.min(second.range.start).min(sign.range.start)
            ..first.range.end.max(second.range.end).max(sign.range.end);
        Some((from.state, to.state, range))
    };
    // A label says that somebody hands over, without saying what.
    let is_label = matches!(passage.text.about, About::Event(_));
    let over = |sign: &&Sign| of_chair || sign.says == Says::Succeeds || sign.says == Says::Hands && is_label;
    passage.signs_of(&[Says::Succeeds, Says::Hands, Says::TakesOver]).filter(over).filter_map(of).take(1).collect()
}

/// `Brazil held it after Argentina and before Paraguay`.
fn in_turn<'t>(
    passage: &Passage<'t, 't>,
    parties: &[Party<'t>],
    of_chair: bool,
) -> Vec<(&'t Key, &'t Key, Range<usize>)> {
    let Some(own) = parties.first().filter(|_| of_chair) else { return Vec::new() };
    let of = |sign: &Sign| {
        let other = parties.iter().find(|party| party.range.start >= sign.range.end)?;
        let right_behind = passage.apart(&sign.range, &other.range).is_some_and(|words| words <= 1);
        if !right_behind || own.range.start >= other.range.start || own.range.end > sign.range.start {
            return None;
        }
        let (from, to) = if sign.says == Says::After { (other.state, own.state) } else { (own.state, other.state) };
        Some((from, to, sign.range.start..other.range.end))
    };
    passage.signs_of(&[Says::Before, Says::After]).filter_map(of).collect()
}

/// What goes one way in one text, and the other way in others, of no other time.
fn wrong(material: &Material<'_>, all: &[Given<'_>]) -> Vec<Finding> {
    let mut by_pair: AHashMap<(&Key, &Key), Vec<usize>> = AHashMap::new();
    for (number, given) in all.iter().enumerate() {
        by_pair.entry((given.from, given.to)).or_default().push(number);
    }
    let of = |own: &Given<'_>| {
        let of_own = by_pair.get(&(own.from, own.to)).map_or(&[][..], Vec::as_slice);
        let elsewhere = |number: &&usize| all[**number].passage.text.number() != own.passage.text.number();
        if of_own.iter().any(|number| elsewhere(&number)) {
            return None;
        }
        let against = by_pair.get(&(own.to, own.from))?;
        let apart = |other: &Given<'_>| {
            let agree = |day: &Day| other.days.iter().any(|own| own.agrees(*day));
            !own.days.is_empty() && !other.days.is_empty() && !own.days.iter().any(agree)
        };
        let other = against.iter().find(|number| elsewhere(number) && !apart(&all[**number]))?;
        let (said, text) = (own.passage.part(&own.range), own.passage.text.text.to_owned());
        let title = message!(findings::handover_in_text, said = said.clone());
        let beside = all[*other].passage.text.text.to_owned();
        let detail = message!(findings::handover_other, said = said.clone(), beside = beside, text = text);
        Some(own.passage.finding(material, &said, title, detail))
    };
    all.iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn a_chair_goes_one_way() {
        let wrong = [
            ("Kazakhstan handed the chair over to China.", "China handed the chair to Kazakhstan"),
            ("China took over the presidency from Kazakhstan.", "Kazakhstan took over the chair from China"),
            ("Казахстан передал председательство Китаю.", "Китай передал председательство Казахстану"),
            ("哈萨克斯坦把主席国移交给中国。", "中国把主席国移交给哈萨克斯坦"),
            ("Le Kazakhstan a remis la présidence à la Chine.", "la Chine a remis la présidence au Kazakhstan"),
            ("Kasachstan übergab China den Vorsitz.", "China übergab Kasachstan den Vorsitz"),
            ("سلمت كازاخستان الرئاسة إلى الصين.", "سلمت الصين الرئاسة إلى كازاخستان"),
            ("China chairs it, after Kazakhstan and before Kyrgyzstan.", "Kyrgyzstan has the chair before China"),
            ("Putin takes over from Xi in the autumn.", "Xi takes over from Putin"),
            ("Putin was chosen and follows Xi.", "Putin was chosen and is followed by Xi"),
            ("Poutine a été élu et succède à Xi Jinping.", "Xi succeeds Putin"),
            ("Putin sucede a Xi en la organización.", "Xi succeeds Putin"),
            ("Putin folgt auf Xi und wird der nächste Gastgeber.", "Xi succeeds Putin"),
            ("普京接替习近平。", "Xi succeeds Putin"),
        ];
        let right = [
            ("Kazakhstan handed the chair over to China.", "China took over the chair from Kazakhstan"),
            ("Kazakhstan handed the chair to China in 2024.", "China handed the chair to Kazakhstan in 2017"),
            ("China was handed the presidency by Kazakhstan.", "Kazakhstan handed the presidency to China"),
            ("Putin follows Xi, who is followed by Putin.", "Xi is followed by Putin"),
            ("China follows Russia in the list.", "Russia follows China in the table"),
            ("China received a letter from Kazakhstan.", "Kazakhstan received a letter from China"),
            ("Kazakhstan did not hand the chair to China.", "China handed the chair to Kazakhstan"),
            ("China chairs it, after Kazakhstan and before Kyrgyzstan.", "Kyrgyzstan has the chair after China"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
