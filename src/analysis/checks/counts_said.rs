//! Counts in words: are there as many states, days and things as a text says?

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil;

use super::bound::MAX_NAMED;
use super::counted::{Counted, Known, is_unspaced, number};
use super::counts_beside::of_others;
use super::said::{Passage, Said};
use super::texts::{About, Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::reading::{Mention, Quantity, Says, Sign, Unit, What};
use crate::analysis::roster::holds;
use crate::briefing::{Key, Roster, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "count-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::count_in_text),
    run: |material| {
        let known = Known::of(material);
        let selected = is_selection(material, &known);
        each_held(material, |material, text| of_text(material, (&known, selected), text))
    },
}];

pub(super) fn counts<'t>(text: &'t Text<'_>) -> impl Iterator<Item = (&'t Mention, &'t Quantity, u32)> {
    text.reading.mentions.iter().filter_map(|mention| match &mention.what {
        What::Quantity(quantity) => {
            let count = quantity.count().filter(|count| (2..=300).contains(count))?;
            (!quantity.is_rate()).then_some((mention, quantity, count))
        }
        _ => None,
    })
}

fn of_text(material: &Material<'_>, (known, selected): (&Known, bool), text: &Text<'_>) -> Vec<Finding> {
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
            let here = || Passage::around(text, at);
            let is_another =
                || here().is_some_and(|here| here.is_of_another_body(material) || once(material, &here, count));
            let is_some = || counts_some(material, text, mention, (count, &numbers));
            // Of a roster that is a selection more may be counted than it has.
            let in_all = || selected && numbers.iter().all(|number| *number < count);
            if !numbers.contains(&count) && !other_time && !is_another() && !is_some() && !in_all() {
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
/// Belarus`, those who joined, left or were so before, those of whom it is said how many of which they are, far fewer than
/// there are, or those of a region, which has a check of its own.
fn counts_some(
    material: &Material<'_>,
    text: &Text<'_>,
    mention: &Mention,
    (count, numbers): (u32, &BTreeSet<u32>),
) -> bool {
    /// So many words stand between a number and the verb of what it counts, or its region.
    const NEAR: usize = 5;
    /// A number that is no slip of another is less than it so many times over.
    const FEWER: u32 = 3;
    let at = mention.range.start;
    let Some(here) = Passage::around(text, at) else { return false };
    let behind = |range: &Range<usize>| {
        let near = here.apart(&mention.range, range).is_some_and(|words| words <= NEAR);
        range.start >= mention.range.end && near && !text.reading.parts_clauses(mention.range.end..range.start)
    };
    let named: BTreeSet<&Key> = here.states().filter(|name| name.range.start > at).map(|name| name.of).collect();
    let changed = || here.signs_of(&[Says::Joins, Says::Leaves, Says::Becomes]).any(|sign| behind(&sign.range));
    let regions = || text.reading.names_of(material.region_names());
    let least = numbers.iter().copied().filter(|number| *number > 0).min();
    number(named.len()) == count
        || least.is_some_and(|least| count.saturating_mul(FEWER) < least)
        || is_part(&here, mention)
        || is_before(&here)
        || changed()
        || regions().iter().any(|region| behind(&region.range))
}

/// Whether a number is said to be a part of others: `eleven, ten of them states`, `three of the four presidents`, `two former
/// associates`, `the other ten`, `the last of the three`.
pub(super) fn is_part(here: &Passage<'_, '_>, mention: &Mention) -> bool {
    let (reading, own) = (&here.text.reading, &mention.range);
    let next = reading.spelt(own.end..here.range.end).next();
    // `十个成员国中的六个`, `ten of the members`: what follows at once says of what it is a part.
    let of_more = next.is_some_and(|(range, _)| reading.ties(range));
    let said = here.near(own, &[Says::OfWhich, Says::Former, Says::Rest], 1);
    let picked = here.near_before(own, &[Says::Newest, Says::Oldest], 2);
    let mut before = reading.words_between(reading.back(own.start, 1)..own.start);
    of_more || said || picked || before.any(|(_, word)| reading.is_others(word))
}

/// Whether a sentence speaks of another time than now: `before the summit it had 88`.
pub(super) fn is_before(here: &Passage<'_, '_>) -> bool {
    here.says_any(&[Says::Before, Says::Formerly])
}

/// Whether the briefing says itself that a roster is a selection: what it did not find out counts more states of a status
/// than the roster has, `seventeen of the fifty-five members`.
fn is_selection(material: &Material<'_>, known: &Known) -> bool {
    let open = material.texts().all.iter().filter(|text| matches!(text.about, About::Unknown));
    let counts_more = |text: &Text<'_>| {
        let statuses = material.statuses().said(text);
        counts(text).any(|(mention, quantity, count)| {
            let numbers = of_statuses(text, mention, known)
                .or_else(|| of_roles(material, text, (mention, &statuses), known))
                .filter(|_| quantity.unit.is_none());
            numbers.is_some_and(|numbers| numbers.iter().all(|number| *number < count))
        })
    };
    open.into_iter().any(counts_more)
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
    // `three were suspended`: what is told of them is no count of those who are so.
    let says_so = |sign: &Sign| matches!(sign.says, Says::Is | Says::Was);
    // `six of the ten members`, `十个成员国中有六个`: another number counts them, or some of them are meant.
    let of_some = |range: Range<usize>| text.reading.spelt(range).any(|(word, _)| text.reading.ties(word));
    let near = |said: &&Said| {
        let (first, last) = (mention.range.start.min(said.range.start), mention.range.end.max(said.range.end));
        let behind = mention.range.end..said.range.start.max(mention.range.end);
        text.reading.apart(&mention.range, &said.range).is_some_and(|words| words <= NEAR)
            && !is_count(&(text.reading.back(first, NEAR)..last))
            && !of_some(behind.clone())
            && !text.reading.parts_clauses(behind.clone())
            && !text.reading.signs.iter().any(|sign| says_so(sign) && behind.contains(&sign.range.start))
    };
    // `the last of the three to be suspended`: what is further off is told of them.
    let is_behind = |said: &&Said| {
        said.range.start >= mention.range.end
            && text.reading.between(mention.range.end..said.range.start).is_some_and(|words| words < NEAR)
    };
    let after = said.iter().filter(near).find(is_behind);
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

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn a_part_is_no_total() {
        let wrong = [
            ("The organisation has nine members.", "so"),
            ("Die Organisation hat elf Mitglieder.", "so"),
            ("Six envoys came to the talks on energy.", "seven envoys came to the talks on energy"),
        ];
        let right = [
            ("Ten members came, seven of them from Asia.", "so"),
            ("Zehn Mitglieder kamen, neun davon Länder in Asien.", "so"),
            ("Two members are exempt for the time being.", "so"),
            ("Before the summit it had eight members and three observers.", "so"),
            ("Deux anciens observateurs sont partis.", "so"),
            ("Two states that left elsewhere are no members.", "so"),
            ("Членов по-прежнему десять, а наблюдателей двое.", "так"),
            ("Six of the seven envoys came to the talks on energy.", "seven envoys came to the talks on energy"),
            ("The other six envoys came to the talks on energy.", "seven envoys came to the talks on energy"),
            ("He left 31 days after the talks on energy.", "six days after the talks on energy"),
            ("Six envoys flew home.", "seven envoys came to the talks on energy"),
        ];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }
}
