//! Counts in words: are there as many states, days and things as a text says?

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil;

use super::bound::MAX_NAMED;
use super::counted::{Counted, Known, is_unspaced, number};
use super::said::{Passage, Said};
use super::texts::{Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::fold::fold;
use crate::analysis::reading::{Mention, Quantity, Says, Unit, What};
use crate::analysis::roster::holds;
use crate::briefing::{Key, Roster, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "count-in-text",
        needs: Needs::Nothing,
        holds: label!(checks::count_in_text),
        run: |material| {
            let known = Known::of(material);
            each_held(material, |material, text| of_text(material, &known, text))
        },
    },
    Check {
        key: "list-in-text",
        needs: Needs::Nothing,
        holds: label!(checks::list_in_text),
        run: |material| each_held(material, listed),
    },
];

/// What a number counts: the words after it, as they are compared.
fn noun(text: &Text<'_>, mention: &Mention, quantity: &Quantity) -> Option<String> {
    let after: Vec<&str> = text.reading.words_after(mention.range.end).take(4).collect();
    if let Some(unit) = quantity.unit {
        let counted = text.reading.is_counted_from(mention.range.end);
        return matches!(unit, Unit::Days | Unit::Weeks).then(|| format!("{unit:?} {counted}"));
    }
    // `the thirteen and Türkiye`: a number in words that stands for what was counted before.
    let alone = after.first().is_some_and(|word| text.reading.is_and(word));
    if alone && quantity.spelled && quantity.count().is_some_and(|count| count >= FEW) {
        return Some(String::new());
    }
    let first = after.first()?;
    let han: String = after.iter().take_while(|word| word.chars().count() == 1).copied().collect();
    if han.chars().count() > 1 {
        return Some(han.trim_start_matches(['个', '個', '名', '位', '国', '國']).chars().take(2).collect());
    }
    (first.chars().count() >= 4).then(|| (*first).to_owned())
}

/// Whether two nouns are one but for their endings.
fn is_one_noun(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let (shorter, longer) = (a.chars().count().min(b.chars().count()), a.chars().count().max(b.chars().count()));
    // A number that stands alone counts nothing that a short noun names.
    let both = a.is_empty() == b.is_empty();
    both && shared >= shorter.saturating_sub(1).max(3).min(shorter) && longer <= shorter + 3
}

fn counts<'t>(text: &'t Text<'_>) -> impl Iterator<Item = (&'t Mention, &'t Quantity, u32)> {
    text.reading.mentions.iter().filter_map(|mention| match &mention.what {
        What::Quantity(quantity) => {
            let count = quantity.count().filter(|count| (2..=300).contains(count))?;
            (!quantity.is_rate()).then_some((mention, quantity, count))
        }
        _ => None,
    })
}

fn of_text(material: &Material<'_>, known: &Known, text: &Text<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let statuses = LazyCell::new(|| material.statuses().said(text));
    for (mention, quantity, count) in counts(text) {
        // `15 partners besides the former observers`: some of them are left out; `27 states, members and partners together`:
        // all are in. `from six to ten` is a course, and held as one.
        let at = mention.range.start;
        let in_part = [Says::Besides, Says::Together].iter().any(|says| text.reading.sentence_says(at, *says));
        if in_part || begins_course(text, mention) {
            continue;
        }
        let said = text.part(&mention.range);
        let finding = |detail| {
            let title = message!(findings::count_in_text, said = said.clone());
            text.finding(material.briefing, Outcome::Warn, title, detail).apart(&said).likely_caused_by(&said)
        };
        if quantity.unit.is_none()
            && let Some(numbers) = of_statuses(text, mention, known)
                .or_else(|| of_roles(material, text, (mention, &statuses), known))
                .or_else(|| of_states(material, text, (mention, count), known))
        {
            // What a sentence says of another year is not held against these days.
            let other_time = years_of_sentence(text, mention).any(|year| !now(material, year));
            let here = || Passage::all(text).find(|passage| passage.range.contains(&at));
            let is_another =
                || here().is_some_and(|here| here.is_of_another_body(material) || once(material, &here, count));
            let is_some = || counts_some(material, text, mention, count);
            if !numbers.contains(&count) && !other_time && !is_another() && !is_some() {
                let numbers = Value::list(numbers.iter().map(|number| u64::from(*number)));
                let counted = text.reading.words_after(mention.range.end).next().unwrap_or_default();
                let said = format!("{said} {counted}");
                let text = text.text.to_owned();
                found.push(finding(message!(findings::count_of_roster, said = said, numbers = numbers, text = text)));
            }
            continue;
        }
        found.extend(of_others(material, text, (mention, quantity, count)).map(finding));
    }
    found
}

/// Whether a sentence tells how long something was so, and there were as many at some time: `for ten years it had four`.
fn once(material: &Material<'_>, here: &Passage<'_, '_>, count: u32) -> bool {
    let lasts = here.quantities().any(|(_, quantity)| matches!(quantity.unit, Some(Unit::Years | Unit::Months)));
    let were = |roster: &Roster| {
        let days: BTreeSet<civil::Date> = roster.spells.iter().map(|spell| spell.from.first_day()).collect();
        let on = |day: civil::Date, status: &Key| {
            let held = roster.spells.iter().filter(|spell| spell.status == *status && holds(spell, day));
            held.count() == count as usize
        };
        roster.spells.len() <= 2 * MAX_NAMED
            && days.iter().any(|day| roster.statuses.iter().any(|status| on(*day, &status.id)))
    };
    lasts && material.rosters.iter().any(|of| were(of.members.roster))
}

/// Whether a count is the first of two, of which the one leads to the other: `from six to ten`.
fn begins_course(text: &Text<'_>, mention: &Mention) -> bool {
    let reading = &text.reading;
    let mut after = counts(text).map(|(other, ..)| &other.range).filter(|other| other.start >= mention.range.end);
    reading.comes_from(mention.range.start)
        && after.next().is_some_and(|other| reading.leads(mention.range.end..other.start))
}

/// Whether a count is of some of them: those who are named behind it, `four joined later: India, Pakistan, Iran and
/// Belarus`, those who joined, or those of a region, which has a check of its own.
fn counts_some(material: &Material<'_>, text: &Text<'_>, mention: &Mention, count: u32) -> bool {
    /// So many words stand between a number and the verb of what it counts, or its region.
    const NEAR: usize = 5;
    let at = mention.range.start;
    let Some(here) = Passage::all(text).find(|passage| passage.range.contains(&at)) else { return false };
    let behind = |range: &Range<usize>| {
        let near = here.apart(&mention.range, range).is_some_and(|words| words <= NEAR);
        range.start >= mention.range.end && near && !text.reading.parts_clauses(mention.range.end..range.start)
    };
    let named: BTreeSet<&Key> = here.states().filter(|name| name.range.start > at).map(|name| name.of).collect();
    let joined = || here.signs_of(&[Says::Joins]).any(|sign| behind(&sign.range));
    let regions = || text.reading.names_of(material.region_names());
    number(named.len()) == count || joined() || regions().iter().any(|region| behind(&region.range))
}

/// `the same six states` are all of them, however few.
fn is_all(text: &Text<'_>, mention: &Mention) -> bool {
    text.reading.signs.iter().any(|sign| {
        let before = sign.says == Says::All && sign.range.end <= mention.range.start;
        before && text.reading.between(sign.range.end..mention.range.start) == Some(0)
    })
}

/// So many states are counted as such; fewer may be some of them.
const SOME: u32 = 8;
/// So many of anything are counted and not just mentioned.
const FEW: u32 = 4;

/// The numbers of states that a text can mean which counts states and rests on a sentence with a printed list: those of
/// each status, of the list, and of all. None where it counts something else.
fn of_states(
    material: &Material<'_>,
    text: &Text<'_>,
    (mention, count): (&Mention, u32),
    known: &Known,
) -> Option<BTreeSet<u32>> {
    let counts_states = text.reading.words_after(mention.range.end).take(3).any(|word| text.reading.is_states(word));
    let all = is_all(text, mention);
    let other_time = !all && text.reading.years().any(|year| !now(material, year));
    if !counts_states || count < SOME && !all || other_time {
        return None;
    }
    let places: BTreeSet<_> = text.locators(material.briefing).collect();
    let listed = |roster: &crate::briefing::Roster| roster.printed.iter().any(|entry| places.contains(&entry.at));
    let rosters: Vec<_> = material.rosters.iter().map(|of| of.members.roster).filter(|roster| listed(roster)).collect();
    if rosters.is_empty() {
        return None;
    }
    let mut numbers = known.numbers.clone();
    for roster in rosters {
        let unlike: BTreeSet<_> = roster.printed.iter().map(|entry| &entry.state).collect();
        numbers.extend([roster.printed.len(), unlike.len(), roster.states.len()].map(number));
    }
    numbers.retain(|number| *number > 0);
    Some(numbers)
}

/// Whether a year is one of those that the roster is counted in.
fn now(material: &Material<'_>, year: i16) -> bool {
    let as_of = material.briefing.manifest.as_of.first_day().year();
    let known = material.rosters.iter().map(|roster| roster.members.roster.known_until.first_day().year());
    known.chain([as_of]).any(|own| own == year)
}

/// The numbers that a status which the text counts can have; none where it counts none.
fn of_statuses(text: &Text<'_>, mention: &Mention, known: &Known) -> Option<BTreeSet<u32>> {
    let after: Vec<&str> = text.reading.words_after(mention.range.end).take(3).collect();
    // What stands between the number and the status may be one other word: `ten full members`.
    let beginnings = [after.join(" "), after.get(1..).unwrap_or_default().join(" ")];
    let together: String = after.concat();
    let fits = |words: &String| {
        let begins = |text: &String| {
            text.strip_prefix(words.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        beginnings.iter().any(begins) || is_unspaced(words) && together.contains(words.as_str())
    };
    // `the two largest members` are some of them.
    let signs = &text.reading.signs;
    let chosen = signs.iter().filter(|sign| sign.range.start >= mention.range.end && sign.says.picks_out());
    if chosen.filter_map(|sign| text.reading.between(mention.range.end..sign.range.start)).any(|words| words == 0) {
        return None;
    }
    let longest =
        |counted: &Counted| counted.words.iter().filter(|words| fits(words)).map(|words| words.chars().count()).max();
    let two = after.get(..after.len().min(2)).unwrap_or_default();
    let beginning = known.beginning(two).into_iter().filter_map(|at| known.all.get(at));
    let mut fitting: Vec<(usize, &Counted)> =
        beginning.filter_map(|counted| Some((longest(counted)?, counted))).collect();
    if fitting.is_empty() {
        // `partners` are those of any status that ends so.
        let ends = |words: &String| {
            let last = words.rsplit(' ').next().filter(|last| last.len() < words.len());
            last.is_some_and(|last| after.first() == Some(&last))
        };
        let ending = after.first().and_then(|word| known.by_last.get(*word)).into_iter().flatten();
        let of_ending = ending.filter_map(|at| known.all.get(*at)).filter(|counted| counted.words.iter().any(ends));
        fitting.extend(of_ending.map(|counted| (1, counted)));
    }
    let best = fitting.iter().map(|(length, _)| *length).max()?;
    let all = fitting.into_iter().filter(|(length, _)| *length == best);
    Some(all.flat_map(|(_, counted)| counted.numbers.iter().copied()).collect())
}

/// The years that the sentence of a mention names.
fn years_of_sentence<'t>(text: &'t Text<'_>, mention: &Mention) -> impl Iterator<Item = i16> + 't {
    let start = mention.range.start;
    let sentence = text.reading.sentences.iter().find(|range| range.contains(&start)).cloned().unwrap_or_default();
    let here = text.reading.mentions.iter().filter(move |mention| sentence.contains(&mention.range.start));
    here.flat_map(Mention::days).filter_map(|day| day.year)
}

/// The numbers that a status can have which a text counts by what it is called in any language, right after the number or
/// right before it: `十个成员国`, `наблюдателей было два`.
fn of_roles(
    material: &Material<'_>,
    text: &Text<'_>,
    (mention, said): (&Mention, &[Said]),
    known: &Known,
) -> Option<BTreeSet<u32>> {
    /// So many words stand between them.
    const NEAR: usize = 2;
    let is_count = |range: &Range<usize>| {
        let mentions = &text.reading.mentions;
        let from = mentions.partition_point(|other| other.range.start < range.start);
        let here = mentions[from..].iter().take_while(|other| other.range.start < range.end);
        let counts = |other: &Mention| matches!(&other.what, What::Quantity(quantity) if quantity.count().is_some());
        here.filter(|other| other.range != mention.range).any(counts)
    };
    // `six of the ten members`, `十个成员国中有六个`: another number counts them, or some of them are meant.
    let of_some = |range: Range<usize>| text.reading.spelt(range).any(|(word, _)| text.reading.ties(word));
    let near = |said: &&Said| {
        let (first, last) = (mention.range.start.min(said.range.start), mention.range.end.max(said.range.end));
        let behind = mention.range.end..said.range.start.max(mention.range.end);
        text.reading.apart(&mention.range, &said.range).is_some_and(|words| words <= NEAR)
            && !is_count(&(text.reading.back(first, NEAR)..last))
            && !of_some(behind)
    };
    let after = said.iter().filter(near).find(|said| said.range.start >= mention.range.end);
    // In the language of the roster its own words for it stand after the number.
    let before = || {
        let own = material.texts().is_usual_at(text, mention.range.start);
        said.iter().filter(near).rfind(|said| said.range.end <= mention.range.start && !own)
    };
    let of = &after.or_else(before)?.of;
    let numbers: BTreeSet<u32> =
        of.iter().filter_map(|at| known.all.get(*at)).flat_map(|of| of.numbers.clone()).collect();
    (!numbers.is_empty()).then_some(numbers)
}

/// Another text about the same that counts the same things and comes to another number.
fn of_others(
    material: &Material<'_>,
    text: &Text<'_>,
    (mention, quantity, count): (&Mention, &Quantity, u32),
) -> Option<crate::briefing::Message> {
    let own = noun(text, mention, quantity)?;
    let mut others: Vec<u32> = Vec::new();
    for other in material.texts().around(material.briefing, text) {
        for (mention, quantity, number) in counts(other) {
            if noun(other, mention, quantity).is_some_and(|noun| is_one_noun(&noun, &own)) {
                // As many as here: that settles it.
                if number == count {
                    return None;
                }
                others.push(number);
            }
        }
    }
    // A text that counts two such things itself speaks of more than one.
    let same = |(mention, quantity, _): &(&Mention, &Quantity, u32)| {
        noun(text, mention, quantity).is_some_and(|noun| is_one_noun(&noun, &own))
    };
    let again = counts(text).filter(same).count();
    let other = others.first()?;
    if again > 1 || others.iter().any(|number| number != other) {
        return None;
    }
    let said = text.part(&mention.range);
    Some(message!(findings::count_elsewhere, said = said, other = u64::from(*other), text = text.text.to_owned()))
}

/// A number before a list that has another number of items: `four pages: a, b and c`.
fn listed(material: &Material<'_>, text: &Text<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (mention, quantity, count) in counts(text) {
        if quantity.unit.is_some() || count < 3 {
            continue;
        }
        let rest = text.text.get(mention.range.end..).unwrap_or_default();
        let Some((before, after)) = rest.split_once([':', '：']) else { continue };
        let mentioned = text.reading.mentions.iter().filter(|other| {
            other.range.start > mention.range.start && other.range.start < mention.range.end + before.len()
        });
        let mut mentioned = mentioned.peekable();
        let another = mentioned.peek().is_some();
        if mentioned.any(|other| !matches!(&other.what, What::Quantity(quantity) if quantity.spelled)) {
            continue;
        }
        if before.contains(['.', ';', ',', '。', '；']) || before.split_whitespace().count() > 8 {
            continue;
        }
        // A list of counts has a check of its own.
        let start = text.text.len() - after.len();
        if counts(text).filter(|(other, ..)| other.range.start >= start).count() >= 2 {
            continue;
        }
        let Some(items) = items(text, after) else { continue };
        let is_number = |count: u32| usize::try_from(count).is_ok_and(|count| count == items);
        // `four tasks for the two states:` either number can be that of the list.
        let between = |other: &Mention| {
            other.range.start > mention.range.start && other.range.start < mention.range.end + before.len()
        };
        let other = counts(text).any(|(other, _, count)| between(other) && is_number(count));
        if is_number(count) || other || another && items < 3 {
            continue;
        }
        let said = text.part(&mention.range);
        let title = message!(findings::list_in_text, said = said.clone());
        let detail =
            message!(findings::list_of_others, said = said.clone(), items = items, text = text.text.to_owned());
        found.push(text.finding(material.briefing, Outcome::Warn, title, detail).apart(&said));
    }
    found
}

/// How many items a list has; none where it is not plainly one: an item of more than three words may hold a comma itself.
pub(super) fn items(text: &Text<'_>, list: &str) -> Option<usize> {
    let end = [". ", ";", "；", "。", ":", "("].iter().filter_map(|mark| list.find(mark)).min().unwrap_or(list.len());
    let list = list.get(..end)?.trim_end_matches(['.', ' ', '\u{a0}']);
    let parts: Vec<&str> = list.split([',', '、', '，', '،']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let (closing, others) = parts.split_last()?;
    let short = |part: &&str| part.split_whitespace().count() <= 3;
    // `a, b of c, and d`: with a comma before the last, even long items are told apart.
    let begins = |part: &&str| part.split_whitespace().next().is_some_and(|word| text.reading.is_and(&fold(word)));
    if let Some(last) = parts.iter().position(begins).filter(|last| *last >= 2)
        && !parts[..last].iter().all(short)
    {
        return Some(last + 1);
    }
    if others.is_empty() || !others.iter().all(short) {
        return None;
    }
    // Nothing sets the word between the last two apart in Chinese, and it may as well be part of a name.
    if closing.chars().skip(1).any(|c| text.reading.is_and(&c.to_string()) && c as u32 > 0x2e80) {
        return None;
    }
    // The last two have a word between them, and no comma need stand there.
    let words: Vec<&str> = closing.split_whitespace().collect();
    let joined = |word: &&str| text.reading.is_and(&fold(word));
    let inner = words.iter().skip(1).position(joined);
    let parts_of_closing = if inner.is_some() { 2 } else { 1 };
    let long = words.split(joined).any(|part| part.len() > 3);
    let open = words.iter().any(|word| text.reading.is_others(&fold(word.trim_end_matches('.'))));
    (!long && !open).then_some(others.len() + parts_of_closing)
}
