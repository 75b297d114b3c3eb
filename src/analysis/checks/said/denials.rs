//! What one text denies and whatever else is about the same says: `the list is not complete` beside `complete`.

use std::ops::Range;

use super::super::people_said::called_after;
use super::super::states_said::cities_within;
use super::super::texts::{About, Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::aligned::pool;
use super::same::Subject;
use super::statuses::ROLES;
use super::{Passage, is_disputed, repeats};
use crate::analysis::cities::cities_named;
use crate::analysis::fold::stem;
use crate::analysis::reading::{Named, Pair, Says, Sign};
use crate::analysis::reference::states_named;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "denied-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::denied_in_text),
    run: |material| {
        each_held(material, |material, text| {
            of_text(material, text).or_else(|| acts(material, text)).or_else(|| affirmed(material, text))
        })
    },
}];

/// A word that stands more often in a briefing is no matter of one claim.
const OFTEN: usize = 24;
/// From so many letters on a word says something.
const LONG: usize = 4;

/// Whether what is denied at a place is denied of all but one, of which it is so: `nowhere but in Vienna`; or up to a time
/// from which it is so, or until which it was not: `did not leave before Friday`, `had not met since 2010`; or of all who
/// are left: `nobody else joined`.
fn is_excepted(text: &Text<'_>, place: usize) -> bool {
    let reading = &text.reading;
    let further = |more: &Sign| matches!(more.says, Says::More | Says::Above) && denies_beside(text, more);
    [Says::Except, Says::Besides, Says::Until, Says::Before, Says::Since]
        .iter()
        .any(|says| reading.sentence_says(place, *says))
        || reading.signs.iter().any(further)
}

/// Whether a denial stands right beside something: `no more`, `больше не`.
fn denies_beside(text: &Text<'_>, sign: &Sign) -> bool {
    let mut nots = text.reading.signs.iter().filter(|not| matches!(not.says, Says::Not | Says::Never));
    nots.any(|not| text.reading.apart(&not.range, &sign.range) == Some(0))
}

/// The words of a text that are denied, or that are not: with where they stand.
fn words<'t>(text: &'t Text<'_>, denied: bool) -> Vec<(Range<usize>, &'t str)> {
    let all = 0..text.text.len();
    let long = |(_, word): &(Range<usize>, &str)| word.chars().count() >= LONG && word.chars().all(char::is_alphabetic);
    let signs = &text.reading.signs;
    let is_ordinal =
        |range: &Range<usize>| signs.iter().any(|s| s.range.start == range.start && matches!(s.says, Says::Ordinal(_)));
    let is_denied = |range: &Range<usize>| {
        signs.iter().filter(|sign| sign.says == Says::Not && sign.range.end <= range.start).any(|sign| {
            let between = sign.range.end..range.start;
            text.reading.between(between.clone()).is_some_and(|words| words <= 2)
                && !text.reading.words_between(between).any(|word| long(&word))
                && !is_excepted(text, sign.range.start)
        })
    };
    // `no other figure` denies something of figures, if not all: it says of none that it is there. Nor does `no agreement on
    // fisheries was reached` say that anything was reached.
    let is_touched = |range: &Range<usize>| {
        let mut nots = signs.iter().filter(|sign| sign.says == Says::Not);
        nots.any(|not| {
            // `reached no agreement`.
            let behind = not.range.start >= range.end && text.reading.between(range.end..not.range.start) == Some(0);
            let between = not.range.end..range.start;
            let before = not.range.end <= range.start
                && text
                    .reading
                    .between(between.clone())
                    .is_some_and(|words| words <= 3 || !text.reading.parts_clauses(between));
            behind || before
        })
    };
    // `without Indonesia`, `five, not four`: a name and a number are not what is denied.
    let is_named = |range: &Range<usize>| {
        let within = |other: &Range<usize>| other.start <= range.start && range.end <= other.end;
        text.names.iter().any(|name| within(&name.range))
            || text.reading.mentions.iter().any(|other| within(&other.range))
    };
    let counts = |range: &Range<usize>| if denied { is_denied(range) && !is_named(range) } else { !is_touched(range) };
    let words = text.reading.words_between(all).filter(long);
    words.filter(|(range, _)| counts(range) && !is_ordinal(range)).collect()
}

/// The states that a sentence speaks of by a word made of their names, `the Kazakh account`, or by what they are called in
/// whatever language.
fn adjectives(passage: &Passage<'_, '_>) -> Vec<&'static str> {
    let reading = &passage.text.reading;
    let state = |word: &str| {
        let mut codes = states_named(word);
        codes.next().filter(|_| codes.next().is_none() && word.chars().count() >= LONG)
    };
    let words = reading.words_between(passage.range.clone());
    words
        .filter_map(|(range, word)| called_after(reading.language_at(range.start), word).or_else(|| state(word)))
        .collect()
}

fn of_text(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let denies = text.reading.signs.iter().any(|sign| sign.says == Says::Not);
    if !denies || !text.is_of_document() || text.field.starts_with("evidence:") || is_disputed(material, text) {
        return None;
    }
    let mut rare = words(text, true);
    // What was not in a city was in another.
    let is_city = |word: &str| !cities_named(word).is_empty();
    rare.retain(|(_, word)| material.times_said(word) <= OFTEN && !is_city(word));
    if rare.is_empty() {
        return None;
    }
    let own: Vec<(Range<usize>, &str)> = words(text, false);
    let beside = material.texts().beside(material.briefing, text);
    let telling = |other: &&&Text<'_>| other.is_short() || other.paraphrase_of().is_some();
    let short: Vec<&&Text<'_>> = beside.iter().filter(telling).collect();
    rare.into_iter().find_map(|(range, word)| {
        // What is denied of one may be so of another: `Nawras Rocks has not signed` beside `three states have signed`.
        let here = Passage::around(text, range.start)?;
        let of: Vec<_> = here.names.iter().filter(|name| matches!(name.kind, Named::State | Named::Person)).collect();
        let codes = adjectives(&here);
        let says = |passage: &Passage<'_, '_>| {
            let mut words = passage.text.reading.words_between(passage.range.clone());
            words.any(|(_, other)| stem(other) == stem(word))
        };
        let names = |passage: &Passage<'_, '_>| {
            of.is_empty() || passage.names.iter().any(|name| of.iter().any(|of| of.of == name.of))
        };
        let calls =
            |passage: &Passage<'_, '_>| codes.is_empty() || adjectives(passage).iter().any(|code| codes.contains(code));
        // `did not meet in Geneva` is no denial of having met elsewhere.
        let cities = cities_of(&here);
        let is_there = |passage: &Passage<'_, '_>| {
            cities.is_empty() || cities_of(passage).iter().any(|city| cities.contains(city))
        };
        let names_nobody = of.is_empty() && codes.is_empty() && cities.is_empty();
        let is_of = |other: &Text<'_>| {
            names_nobody
                || Passage::all(other)
                    .any(|passage| says(&passage) && names(&passage) && calls(&passage) && is_there(&passage))
        };
        let is_it = |other: &str| stem(other) == stem(word);
        if own.iter().any(|(_, other)| is_it(other)) {
            return None;
        }
        let has = |text: &Text<'_>, denied| words(text, denied).iter().any(|(_, other)| is_it(other));
        let said = short.iter().any(|other| is_of(other) && has(other, false));
        if !said || beside.iter().any(|other| has(other, true)) {
            return None;
        }
        let start =
            text.reading.signs.iter().rev().find(|sign| sign.says == Says::Not && sign.range.end <= range.start)?;
        let said = text.part(&(start.range.start..range.end));
        let title = message!(findings::denied_in_text, said = said.clone());
        let detail = message!(findings::denied_other, said = said.clone(), text = text.text.to_owned());
        Some(Passage::all(text).next()?.finding(material, &said, title, detail))
    })
}

/// What a text can deny in whatever words: that somebody met, that something was held, signed, in force, missing.
const ACTS: &[Says] = &[
    Says::Meets,
    Says::Held,
    Says::Signed,
    Says::InForce,
    Says::Joins,
    Says::Absent,
    Says::Doubled,
    Says::Appears,
    Says::Founded,
];

/// So many words stand between a denial and the act; in German it stands behind it.
const BEFORE_ACT: usize = 3;
const BEHIND_ACT: usize = 6;

/// What a sentence says was done, and whether it says that it was not. What is not so yet is so later.
fn told(passage: &Passage<'_, '_>) -> Vec<(Range<usize>, Says, bool)> {
    let reading = &passage.text.reading;
    let yet = passage.signs.iter().any(|sign| matches!(sign.says, Says::Either(Pair::Already, _)));
    if yet || passage.says(Says::Wish) {
        return Vec::new();
    }
    let excepted = is_excepted(passage.text, passage.range.start);
    let denied = |range: &Range<usize>| {
        !excepted
            && passage.signs_of(&[Says::Not, Says::Never]).any(|not| {
                let before = not.range.end <= range.start;
                let between = if before { not.range.end..range.start } else { range.end..not.range.start };
                let most = if before {
                    BEFORE_ACT
                } else if passage.language() == "de" {
                    BEHIND_ACT
                } else {
                    return false;
                };
                reading.between(between.clone()).is_some_and(|words| words <= most) && !reading.parts_clauses(between)
            })
    };
    let all = passage.signs_of(ACTS).map(|sign| (sign.range.clone(), sign.says, denied(&sign.range)));
    all.collect()
}

/// `Wang did not meet Lavrov`, who met by all else about the same.
fn acts(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let denies = text.reading.signs.iter().any(|sign| matches!(sign.says, Says::Not | Says::Never));
    let tells = text.is_of_document() || matches!(text.about, About::Event(_) | About::Account);
    if !denies || !tells || repeats(material, text) {
        return None;
    }
    let own: Vec<(Passage<'_, '_>, Range<usize>, Says)> = Passage::all(text)
        .flat_map(|passage| {
            let left = told(&passage).into_iter().filter(|(.., denied)| *denied);
            left.map(|(range, says, _)| (passage.clone(), range, says)).collect::<Vec<_>>()
        })
        .collect();
    if own.is_empty() {
        return None;
    }
    let pool: Vec<&Text<'_>> = pool(material, text).into_iter().map(|(other, _)| other).collect();
    own.iter().find_map(|(passage, range, says)| {
        let here = Subject::of(material, passage, std::slice::from_ref(range));
        // `was not held for the first time` denies of nothing that it was held.
        let again = |sign: &Sign| matches!(sign.says, Says::Ordinal(_) | Says::Again) && sign.range.start >= range.end;
        if passage.signs.iter().any(again) {
            return None;
        }
        let cities = cities_of(passage);
        let fits = |other: &Passage<'_, '_>| {
            // `did not meet in Beijing`, who met in Tianjin; `no observer is missing`, but a partner.
            let there = cities_of(other);
            let elsewhere = !cities.is_empty() && !cities.iter().any(|city| there.contains(city));
            let of_role = |role: &Says| passage.says(*role) && !other.says(*role);
            if elsewhere || ROLES.iter().any(of_role) {
                return false;
            }
            let there = Subject::of(material, other, &[]);
            let names = !here.names_more(&there) || there.names_nobody() && here.shared(&there) > 1;
            // Of a city, others may have met there.
            let names = names && (cities.is_empty() || here.shared(&there) > 1);
            // What a sentence says besides the act ties it to the other: `there was no record` beside `the year is out`.
            let tied = !here.says_more() || here.shared(&there) > 0;
            names && tied && here.is_that_of(&there) && here.is_of_its_days(&there)
        };
        let says_it = |other: &Passage<'_, '_>, denied: bool| {
            told(other).iter().any(|(_, own, not)| own == says && *not == denied) && fits(other)
        };
        if pool.iter().any(|other| Passage::all(other).any(|other| says_it(&other, true))) {
            return None;
        }
        let other = pool.iter().find(|other| Passage::all(other).any(|other| says_it(&other, false)))?;
        let start = passage.signs_of(&[Says::Not, Says::Never]).next()?.range.start;
        let said = text.part(&(start.min(range.start)..range.end));
        let title = message!(findings::denied_in_text, said = said.clone());
        let detail = message!(
            findings::denied_against,
            said = said.clone(),
            beside = other.text.to_owned(),
            text = text.text.to_owned()
        );
        Some(passage.finding(material, &said, title, detail))
    })
}

/// The cities that a sentence names, each by what it is called first.
fn cities_of(passage: &Passage<'_, '_>) -> Vec<&'static str> {
    let all = cities_within(passage.text, passage.range.clone()).into_iter();
    all.filter_map(|(_, cities)| cities.first()?.names().next()).collect()
}

/// Two words side by side, and where.
type Pairs<'t> = Vec<(Range<usize>, [&'t str; 2])>;

/// The pairs of telling words that a text denies, or not: `no bilateral meeting`.
fn pairs<'t>(text: &'t Text<'_>, denied: bool) -> Pairs<'t> {
    let long = |word: &&str| word.chars().count() >= LONG && word.chars().all(char::is_alphabetic);
    let reading = &text.reading;
    let words: Vec<(Range<usize>, &str)> = reading.words_between(0..text.text.len()).collect();
    let nots = || {
        let all = reading.signs.iter().filter(|sign| sign.says == Says::Not);
        all.filter(|sign| !denied || !is_excepted(text, sign.range.start))
    };
    let is_denied = |start: usize| {
        nots()
            .any(|not| not.range.end <= start && reading.between(not.range.end..start).is_some_and(|words| words == 0))
    };
    let touched = |start: usize| {
        nots()
            .any(|not| not.range.end <= start && reading.between(not.range.end..start).is_some_and(|words| words <= 3))
    };
    let pair = |pair: &[(Range<usize>, &'t str)]| {
        let [(a, first), (b, second)] = pair else { return None };
        let both = long(first) && long(second) && reading.between(a.end..b.start) == Some(0);
        let counts = if denied { is_denied(a.start) } else { !touched(a.start) };
        (both && counts).then(|| (a.start..b.end, [stem(first), stem(second)]))
    };
    words.windows(2).filter_map(pair).collect()
}

/// `with a bilateral meeting`, where all else about the same has `no bilateral meeting`.
fn affirmed(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    if text.claim().is_none() || is_disputed(material, text) {
        return None;
    }
    let others: Vec<&Text<'_>> =
        material.texts().of_claim(text).filter(|other| !is_disputed(material, other)).collect();
    let denied = |other: &&&Text<'_>| other.reading.signs.iter().any(|sign| sign.says == Says::Not);
    let against: Vec<(&Text<'_>, Pairs<'_>)> = others
        .iter()
        .filter(denied)
        .map(|other| (*other, pairs(other, true)))
        .filter(|(_, all)| !all.is_empty())
        .collect();
    if against.is_empty() {
        return None;
    }
    let own = pairs(text, false);
    if own.is_empty() || !pairs(text, true).is_empty() {
        return None;
    }
    own.iter().find_map(|(range, words)| {
        let has = |all: &[(Range<usize>, [&str; 2])]| all.iter().any(|(_, own)| own == words);
        let (other, _) = against.iter().find(|(_, all)| has(all))?;
        if others.iter().any(|other| has(&pairs(other, false))) {
            return None;
        }
        let passage = Passage::around(text, range.start)?;
        if passage.is_open() || passage.says(Says::Never) {
            return None;
        }
        let said = text.part(range);
        let title = message!(findings::denied_in_text, said = said.clone());
        let detail = message!(
            findings::denied_elsewhere,
            said = said.clone(),
            beside = other.text.to_owned(),
            text = text.text.to_owned()
        );
        Some(passage.finding(material, &said, title, detail))
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn nothing_denies_what_is_told_elsewhere() {
        let wrong = [
            ("The envoys met in Vienna.", "the envoys did not meet in Vienna"),
            ("Послы встретились в Вене.", "послы не встретились"),
            ("大使在维也纳会晤。", "大使没有会晤"),
            ("Le sommet a eu lieu à Vienne.", "le sommet n’a pas eu lieu"),
            ("El pacto fue firmado en Viena.", "el pacto no fue firmado"),
            ("Der Pakt wurde in Wien unterzeichnet.", "der Pakt wurde nicht unterzeichnet"),
            ("It has been in force since May.", "it is not in force"),
            ("No joint statement was made.", "with a joint statement"),
        ];
        let right = [
            ("The envoys met in Vienna.", "neither envoy met the other anywhere but in Vienna"),
            ("The envoys met in Vienna.", "the envoys did not meet anywhere other than in Vienna"),
            ("Послы встретились в Вене.", "послы не встретились нигде, кроме Вены"),
            ("Le sommet a eu lieu à Vienne.", "le sommet n’a pas eu lieu ailleurs qu’à Vienne"),
            ("El pacto fue firmado en Viena.", "el pacto no fue firmado en otro lugar que Viena"),
            ("Der Pakt wurde in Wien unterzeichnet.", "der Pakt wurde nicht anderswo als in Wien unterzeichnet"),
            ("大使在维也纳会晤。", "大使没有会晤于维也纳以外的地方"),
            ("The pact was signed in Vienna in 2025.", "the pact was not signed in 2024"),
            ("Wang met Lavrov.", "Putin did not meet Rubio"),
            ("No agreement on markets was reached.", "both did not reach an agreement"),
            ("Sie erreichten nach langen Stunden keine Einigung.", "sie konnten sich nicht einigen"),
            ("The pact counts five members.", "five, not four"),
            ("Les envoyés se sont réunis à Vienne.", "ils ne s’étaient pas réunis depuis trente ans"),
            ("The envoys of both joined the pact in May.", "no more envoys joined"),
            ("The council met in Vienna.", "the council did not meet in Geneva"),
            ("Le conseil s’est réuni à Vienne.", "le conseil ne s’est pas réuni à Genève"),
            ("Совет состоялся в Вене.", "совет состоялся не в Женеве, а в Вене"),
            ("The summit was held in May.", "the summit was not held for the first time"),
            ("Türkiye is missing.", "no observer is missing"),
            ("Xi left Moscow on Friday.", "Xi did not leave Moscow before Friday"),
            ("The pact was signed in 2026.", "the pact is not yet signed"),
            ("No visit was planned; the envoys met all the same.", "the envoys met"),
            ("Der Pakt wurde nicht unterzeichnet.", "nicht unterzeichnet"),
            ("No joint declaration was made.", "no declaration"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }
}
