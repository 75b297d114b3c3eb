//! The same things counted to another number: `signed five agreements` in the headline, `six agreements were signed` where
//! it is told at length. Whatever picks some of them out, or sets a bound, is left alone.

use std::ops::Range;

use super::super::lists_said::items;
use super::super::texts::Text;
use super::super::{Check, Finding, Material, Needs};
use super::aligned::tellers;
use super::otherwise::{Read, is_own};
use super::same::{Subject, is_han};
use super::{Passage, repeats};
use crate::analysis::fold::stem;
use crate::analysis::reading::{Mention, Quantity, Says};
use crate::briefing::cores;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "number-of-same",
    needs: Needs::Nothing,
    holds: label!(checks::number_of_same),
    run: |material| {
        let texts = &material.texts().all;
        let all = Read::of(material, counts);
        cores::flat_map(texts, |text| is_own(text).then(|| of_text(material, &all, text)).flatten())
    },
}];

/// A number of things, and what they are.
#[expect(clippy::struct_field_names, reason = "how many there are is their count")]
struct Count {
    /// The number, and the number with what is counted.
    number: Range<usize>,
    range: Range<usize>,
    count: u32,
    noun: String,
    /// The words behind it that may pick out some of them, by their stems.
    picked: Vec<String>,
    /// What is done with them, or by them.
    acts: Vec<Says>,
}

impl Count {
    /// Whether both count the same. In Chinese a word for the kind of thing stands first.
    fn is_of(&self, other: &Self) -> bool {
        let han = |noun: &str| noun.chars().all(is_han);
        if han(&self.noun) && han(&other.noun) {
            let tail = |noun: &str| noun.chars().skip(1).collect::<String>();
            return self.noun == other.noun || tail(&self.noun) == tail(&other.noun);
        }
        let [own, theirs] = [&self.noun, &other.noun].map(|noun| noun.chars().count());
        let shared = self.noun.chars().zip(other.noun.chars()).take_while(|(a, b)| a == b).count();
        // A long word may have a longer ending.
        let ending = if own.min(theirs) < 2 * LONG { 1 } else { 2 };
        shared >= LONG && shared + ending >= own.min(theirs) && own.abs_diff(theirs) <= 2
    }

    /// Whether something different is done with what is counted.
    fn acts_otherwise(&self, other: &Self) -> bool {
        !self.acts.is_empty() && !other.acts.is_empty() && !self.acts.iter().any(|act| other.acts.contains(act))
    }
}

/// From so many letters on a word names something.
const LONG: usize = 4;
/// So many words behind what is counted may pick out some of it.
const BEHIND: usize = 3;
/// So many Chinese characters name a thing, the word for its kind among them.
const HAN: usize = 3;
/// What introduces a list, and how many items it has at least.
const COLONS: [char; 2] = [':', '：'];
const LISTED: usize = 3;
/// One of anything is no count, and more than so many are a figure.
const FEW: u32 = 2;
const MANY: u32 = 100_000;

/// What can be done with what is counted, or by it.
const ACTS: &[Says] =
    &[Says::Signed, Says::Meets, Says::Joins, Says::Leaves, Says::Exports, Says::Imports, Says::Hosts, Says::Visits];
/// What says that some are meant, or about as many, or so many each time.
const BOUNDS: &[Says] = &[
    Says::Round,
    Says::Nearly,
    Says::Over,
    Says::Under,
    Says::Bound,
    Says::More,
    Says::Between,
    Says::Besides,
    Says::AllBut,
    Says::Further,
    Says::Newest,
    Says::Oldest,
    Says::Only,
    Says::Until,
];
const EACH: &[Says] = &[Says::Each, Says::Average, Says::Not, Says::Never, Says::Wish, Says::SomeOf, Says::HalfOf];

/// What a text counts, in its order.
fn counts(text: &Text<'_>) -> Vec<Count> {
    if text.reading.quantities().next().is_none() && !text.text.contains(COLONS) {
        return Vec::new();
    }
    let told = |passage: &Passage<'_, '_>| {
        !passage.says_any(EACH) && !passage.signs.iter().any(|sign| matches!(sign.says, Says::Per(_)))
    };
    let of = |passage: Passage<'_, '_>| {
        let all = passage.quantities().filter_map(|(mention, quantity)| of_quantity(&passage, mention, quantity));
        all.chain(headed(&passage)).collect::<Vec<_>>()
    };
    Passage::all(text).filter(told).flat_map(of).collect()
}

fn of_quantity(passage: &Passage<'_, '_>, mention: &Mention, quantity: &Quantity) -> Option<Count> {
    let reading = &passage.text.reading;
    let count = quantity.count().filter(|count| (FEW..=MANY).contains(count) && quantity.unit.is_none())?;
    let ordinal = passage.signs.iter().any(|sign| {
        matches!(sign.says, Says::Ordinal(_))
            && passage.apart(&sign.range, &mention.range).is_some_and(|words| words <= 1)
    });
    let leads = |from: usize, to: usize| from <= to && reading.leads(from..to);
    let course = passage
        .quantities()
        .any(|(other, _)| leads(mention.range.end, other.range.start) || leads(other.range.end, mention.range.start));
    if quantity.way.is_some() || ordinal || course || passage.near_before(&mention.range, BOUNDS, 2) {
        return None;
    }
    let (noun, end) = noun(passage, mention)?;
    let behind: Vec<(Range<usize>, &str)> = reading.words_between(end..reading.ahead(end, BEHIND)).collect();
    let is_further = |range: &Range<usize>| passage.says_within(range, &[Says::Further]);
    if is_further(&(mention.range.end..end)) || behind.first().is_some_and(|(range, _)| is_further(range)) {
        return None;
    }
    let is_free = |range: &Range<usize>| {
        let named = passage.is_named(range);
        let said = passage.is_said(range);
        !named && !said
    };
    let picks = |(range, word): &&(Range<usize>, &str)| word.chars().count() >= LONG && is_free(range);
    Some(Count {
        number: mention.range.clone(),
        range: mention.range.start..end,
        count,
        noun,
        picked: behind.iter().filter(picks).map(|(_, word)| stem(word).to_owned()).collect(),
        acts: passage.signs_of(ACTS).map(|sign| sign.says).collect(),
    })
}

/// What stands before a list, as often as the list has items: `Forums named: UN, SCO, BRICS`.
fn headed(passage: &Passage<'_, '_>) -> Vec<Count> {
    let (text, reading) = (passage.text, &passage.text.reading);
    let written = text.text.get(passage.range.clone()).unwrap_or_default();
    let Some((head, list)) = written.split_once(COLONS) else { return Vec::new() };
    let end = passage.range.start + head.len();
    let start = reading.back(end, BEHIND);
    let is_counted = passage.quantities().any(|(mention, _)| mention.range.start < end);
    let others = reading.words_between(end..passage.range.end).any(|(_, word)| reading.is_others(word));
    let Some(count) = items(text, list).filter(|count| *count >= LISTED && !is_counted && !others) else {
        return Vec::new();
    };
    let free = |range: &Range<usize>| !passage.names.iter().any(|name| name.range.contains(&range.start));
    let words = reading
        .words_between(start..end)
        .filter(|(range, word)| word.chars().count() >= LONG && word.chars().all(char::is_alphabetic) && free(range));
    let count = u32::try_from(count).unwrap_or(MANY);
    let of = |(range, word): (Range<usize>, &str)| Count {
        number: range.clone(),
        range,
        count,
        noun: word.to_owned(),
        picked: Vec::new(),
        acts: Vec::new(),
    };
    words.map(of).collect()
}

/// What a number counts, and where that ends.
fn noun(passage: &Passage<'_, '_>, mention: &Mention) -> Option<(String, usize)> {
    let reading = &passage.text.reading;
    let end = mention.range.end;
    let behind: Vec<(Range<usize>, &str)> = reading.words_between(end..reading.ahead(end, HAN)).collect();
    let (range, first) = behind.first()?;
    if first.chars().all(is_han) {
        let han: String = behind.iter().map(|(_, word)| *word).filter(|word| word.chars().all(is_han)).collect();
        return (han.chars().count() == HAN).then(|| (han, behind.last().map_or(end, |(range, _)| range.end)));
    }
    let named = passage.names.iter().any(|name| name.range.contains(&range.start));
    let known = reading.is_others(first) || reading.is_and(first);
    let long = first.chars().count() >= LONG && first.chars().all(char::is_alphabetic);
    (long && !named && !known).then(|| ((*first).to_owned(), range.end))
}

/// Whether what stands behind a count stands in the other sentence too: otherwise it may pick out some.
fn is_picked_there(count: &Count, other: &Passage<'_, '_>) -> bool {
    let words = other.text.reading.words_between(other.range.clone());
    let stems: Vec<&str> = words.map(|(_, word)| stem(word)).collect();
    count.picked.iter().all(|own| stems.contains(&own.as_str()))
}

/// Whether a sentence says when something was so, that it may have been otherwise at another time.
fn is_dated(passage: &Passage<'_, '_>) -> bool {
    passage.says_any(&[Says::Before, Says::After, Says::Then, Says::Since, Says::Former])
        || passage.mentions.iter().any(|mention| mention.days().next().is_some())
}

/// Whether two counts are of one thing as far as the sentences around them tell.
fn tell_the_same(
    material: &Material<'_>,
    (at, count): (&Passage<'_, '_>, &Count),
    (there, rival): (&Passage<'_, '_>, &Count),
) -> bool {
    let here = Subject::of(material, at, std::slice::from_ref(&count.range));
    let other = Subject::of(material, there, std::slice::from_ref(&rival.range));
    let same = here.is_that_of(&other) && !here.is_of_other_days(&other);
    // What is so for a time is counted on its day: only what was done once has one number for ever.
    let done = count.acts.iter().any(|act| rival.acts.contains(act));
    let same = same && (done || !is_dated(at) && !is_dated(there));
    same && !count.acts_otherwise(rival) && is_picked_there(count, there) && is_picked_there(rival, at)
}

fn of_text(material: &Material<'_>, all: &Read<Count>, text: &Text<'_>) -> Option<Finding> {
    let counts = |text: &Text<'_>| all.in_text(text);
    let own = counts(text);
    if own.is_empty() || repeats(material, text) {
        return None;
    }
    let pool = tellers(material, text);
    own.iter().find_map(|here| {
        let of_same = |text: &Text<'_>| counts(text).iter().filter(|other| other.is_of(here)).count();
        let borne_out =
            pool.iter().any(|other| counts(other).iter().any(|other| other.is_of(here) && other.count == here.count));
        if of_same(text) > 1 || borne_out {
            return None;
        }
        let at = Passage::around(text, here.number.start)?;
        let (other, rival) = pool.iter().find_map(|other| {
            let rival = counts(other).iter().find(|rival| rival.is_of(here) && rival.count != here.count)?;
            let there = Passage::around(other, rival.number.start)?;
            // `six agreements, five of them on grain`: both numbers have their place.
            let has = |text: &Text<'_>, count: u32| text.reading.quantities().any(|own| own.count() == Some(count));
            let both = has(text, rival.count) || has(other, here.count);
            let same = of_same(other) == 1 && !both && tell_the_same(material, (&at, here), (&there, rival));
            same.then_some((*other, rival))
        })?;
        let said = text.part(&here.range);
        let title = message!(findings::number_of_same, said = said.clone());
        Some(at.finding_beside(material, &said, title, (other.part(&rival.range), other.text)))
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, hold_in_pairs};

    #[test]
    fn the_same_is_counted_alike() {
        let wrong = [
            ("Both sides signed six agreements in Beijing.", "signed five agreements"),
            ("Twelve ministers attended the summit.", "14 ministers attended"),
            ("Министры подписали шесть соглашений.", "подписано пять соглашений"),
            ("双方签署了六项协议。", "签署五项协议"),
            ("Ils ont signé six accords à Pékin.", "les cinq accords sont signés"),
            ("Se firmaron seis acuerdos en Pekín.", "los cinco acuerdos firmados"),
            ("Die Minister unterzeichneten sechs Abkommen.", "die Minister unterzeichneten fünf Abkommen"),
            ("وقعت الأطراف ست اتفاقيات في بكين.", "وقعت خمس اتفاقيات"),
            ("The roads link 350 towns.", "530 towns"),
            ("The ministry names the same six topics.", "topics: grain, oil, steel, coal, fish"),
            ("Названы шесть вопросов.", "вопросы: зерно, нефть, сталь, уголь, рыба"),
            ("Leaders of 20 towns met.", "leaders of 23 towns"),
        ];
        let right = [
            ("Both sides signed six agreements in Beijing.", "signed six agreements"),
            ("Both sides signed six agreements in Beijing.", "signed five agreements on grain"),
            ("They signed six agreements; another three agreements followed.", "three agreements"),
            ("Both sides signed six agreements, five of them on trade.", "five agreements"),
            ("Six towns were linked before the fair.", "seven towns"),
            ("Шесть городов было в 2018 году.", "семь городов"),
            ("Six agreements were signed in 2024.", "five agreements were signed in 2025"),
            ("Russia signed six agreements.", "China signed five agreements"),
            ("Both sides signed six agreements.", "at least five agreements"),
            ("The ministry names the same six topics.", "topics: grain, oil, steel, coal and others"),
            ("The ministry names the same five topics.", "topics: grain, oil, steel, coal, fish"),
            ("Both sides signed six agreements.", "five further agreements"),
            ("Both sides signed six agreements.", "five agreements a year"),
            ("Both sides signed six agreements.", "not five agreements"),
            ("The number of agreements went from five to six.", "five agreements"),
            ("Sie unterzeichneten sechs Abkommen.", "weitere fünf Abkommen"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }

    #[test]
    fn a_headline_counts_as_its_claims_do() {
        let found = |headline: &str| {
            found_after(CHECKS, |briefing| {
                let meeting = briefing.meeting.as_mut().expect("a meeting");
                headline.clone_into(&mut meeting.headline.text);
                let mut claims = briefing.claims.claims.iter_mut();
                let claim = claims.find(|claim| claim.id.as_str() == "meeting-in-beijing").expect("a claim");
                "The ministers signed six agreements in Beijing.".clone_into(&mut claim.reason);
            })
        };
        assert_eq!(found("Lavrov and Wang sign six agreements in Beijing"), [""; 0]);
        assert!(!found("Lavrov and Wang sign five agreements in Beijing").is_empty());
    }
}
