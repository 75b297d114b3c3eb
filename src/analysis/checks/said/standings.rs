//! Who a sentence says is what: the states before or after a status, what ties them to it, and when.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::Passage;
use super::statuses::{Said, Statuses};
use crate::analysis::reading::{Day, Mention, Name, Named, Reading, Says, Sign, What};
use crate::briefing::Key;

/// What a sentence says of a state: that it has, had or came to have one of some statuses.
#[expect(clippy::struct_excessive_bools, reason = "a sentence may say each of these apart from the others")]
pub(super) struct Standing<'t> {
    pub state: &'t Key,
    pub of: Arc<[usize]>,
    /// Whether it has it now, as far as the sentence says.
    pub now: bool,
    /// Whether it came to have it on the day that is named.
    pub begins: bool,
    /// Whether it came to have it, and is not only said to have it since then.
    pub joins: bool,
    pub founder: bool,
    pub ordinal: Option<u32>,
    /// The day or year that is said with it.
    pub on: Option<Day>,
}

/// Whether some words do nothing but lead from a state to what it is, or back.
fn leads(passage: &Passage<'_, '_>, between: Range<usize>, most: usize) -> bool {
    let reading = &passage.text.reading;
    let verb = [Says::Is, Says::Was, Says::Joins, Says::Becomes];
    let has_verb = passage.says_within(&between, &verb);
    let words: Vec<Cow<'_, str>> = reading.spelt(between.clone()).map(|(_, word)| word).collect();
    let ties = words.is_empty() || words.iter().any(|word| ["—", "–", ","].contains(&word.as_ref()));
    let ends = words.iter().any(|word| [";", ":", "(", ")", "’", "'"].contains(&word.as_ref()));
    let others = passage.names.iter().any(|name| between.contains(&name.range.start));
    let has_and = words.iter().any(|word| reading.is_and(word));
    (has_verb || ties && words.len() <= 4) && !has_and && !ends && !others && words.len() <= most
}

/// Whether a list goes on between two names: nothing stands there but what joins them.
fn goes_on(reading: &Reading<'_>, between: Range<usize>) -> bool {
    reading.spelt(between).all(|(_, word)| [",", "、", "،"].contains(&word.as_ref()) || reading.is_and(&word))
}

/// The states before or after a status that have it as the sentence says.
pub(super) fn standings<'t>(
    statuses: &Statuses<'_>,
    passage: &Passage<'t, '_>,
    said: &Said,
    within: Range<usize>,
) -> Vec<Standing<'t>> {
    if !is_of_organisation(statuses, passage, said) {
        return Vec::new();
    }
    let names = passage.names;
    let is_state = |at: usize| names[at].kind == Named::State;
    let here = |at: usize| names[at].range.start >= within.start && names[at].range.end <= within.end;
    let reading = &passage.text.reading;
    let joined = |a: usize, b: usize| goes_on(reading, names[a].range.end..names[b].range.start);
    let after = (0..names.len()).find(|at| names[*at].range.start >= said.range.end);
    let before = (0..names.len()).rev().find(|at| names[*at].range.end <= said.range.start);
    let mut of: Vec<usize> = Vec::new();
    let mut between = said.range.clone();
    if let Some(first) = before.filter(|at| is_state(*at) && here(*at)) {
        between = names[first].range.end..said.range.start;
        if leads(passage, between.clone(), 7) {
            of.push(first);
            while let Some(one) = of[of.len() - 1].checked_sub(1).filter(|one| is_state(*one) && here(*one)) {
                if !joined(one, of[of.len() - 1]) {
                    break;
                }
                of.push(one);
            }
        }
    }
    if let Some(first) = after.filter(|at| of.is_empty() && is_state(*at) && here(*at)) {
        let words: Vec<Cow<'_, str>> =
            reading.spelt(said.range.end..names[first].range.start).map(|(_, word)| word).collect();
        let is = passage
            .signs_of(&[Says::Is, Says::Was])
            .any(|sign| (said.range.end..names[first].range.start).contains(&sign.range.start));
        let colon = words.iter().any(|word| [":", "：", "—"].contains(&word.as_ref()));
        let owned = reading.spelt(names[first].range.end..passage.range.end).next();
        let owned = owned.is_some_and(|(_, mark)| ["’", "'"].contains(&mark.as_ref()));
        let comma = words.len() == 1 && words.iter().all(|word| word == ",");
        let mut last = first;
        while last + 1 < names.len() && is_state(last + 1) && here(last + 1) && joined(last, last + 1) {
            last += 1;
        }
        // `four members, Albania and Croatia guests`: what follows a list is what those are.
        let others = within.end < passage.range.end && reading.between(names[last].range.end..within.end) == Some(0);
        if (words.is_empty() || comma && !others || (colon || is) && words.len() <= 2) && !owned {
            between = said.range.end..names[first].range.start;
            of.extend(first..=last);
        }
    }
    let is_here = |says: &[Says]| passage.near(&said.range, says, 3);
    let begins = passage.says_any(&[Says::Since, Says::Joins, Says::Becomes]);
    let ordinal = passage.signs.iter().rev().find_map(|sign| match sign.says {
        Says::Ordinal(number) => {
            let near = sign.range.end <= said.range.start && reading.between(sign.range.end..said.range.start)? <= 2;
            near.then_some(number)
        }
        _ => None,
    });
    // `Иран — член`: where a verb of being is left out.
    let is_dash = reading.spelt(between.clone()).all(|(_, word)| ["—", "–", "-"].contains(&word.as_ref()));
    let left_out = passage.language() == "ru" && is_dash && !between.is_empty();
    let now = (left_out || passage.signs_of(&[Says::Is]).any(|sign| between.contains(&sign.range.start)))
        && !passage.says(Says::Was)
        && passage.all_years().is_empty();
    // `The Union is a member since Russia left in 2022`: the day is that of what another state did.
    let since = passage.signs_of(&[Says::Since]).find(|sign| sign.range.start >= said.range.end);
    let is_of_other = |name: &Name<'_>| {
        let other = name.kind == Named::State && !of.iter().any(|at| names[*at].of == name.of);
        let near = |since: &Sign| reading.between(since.range.end..name.range.start).is_some_and(|words| words <= 1);
        other && since.is_some_and(|since| name.range.start >= since.range.end && near(since))
    };
    let others_day = names.iter().any(is_of_other);
    let standing = |at: usize| Standing {
        state: names[at].of,
        of: Arc::clone(&said.of),
        now,
        begins,
        joins: passage.says_any(&[Says::Joins, Says::Becomes]),
        founder: is_here(&[Says::Founder]),
        ordinal: ordinal.filter(|_| of.len() == 1),
        on: day_of(passage).filter(|_| !others_day),
    };
    of.iter().map(|at| standing(*at)).collect()
}

/// Whether a status is of the organisation: what follows it names no other, and what can be a partner of anybody is said
/// to be one of it.
fn is_of_organisation(statuses: &Statuses<'_>, passage: &Passage<'_, '_>, said: &Said) -> bool {
    let reading = &passage.text.reading;
    let mut after = reading.spelt(said.range.end..passage.range.end);
    let of = after.next().is_some_and(|(range, _)| reading.ties(range));
    let near =
        reading.spelt(said.range.end..passage.range.end).nth(6).map_or(passage.range.end, |(range, _)| range.start);
    let named = statuses.names_organisation(passage, said.range.end..near);
    if of && !named {
        let of_other = |(range, _): (Range<usize>, &str)| (said.range.end..near).contains(&range.start);
        return !reading.capitals().any(of_other) && passage.language() != "zh";
    }
    // A status that is named by half its name, as a partner is.
    let whole =
        said.of.len() == 1 || passage.signs.iter().any(|sign| sign.range == said.range && sign.says != Says::Partner);
    whole || named || statuses.names_organisation(passage, passage.range.clone()) || is_become(statuses, passage, said)
}

/// `Laos became a partner in September 2025`: a state alone becomes a partner of the only organisation.
fn is_become(statuses: &Statuses<'_>, passage: &Passage<'_, '_>, said: &Said) -> bool {
    let becomes = passage.near_before(&said.range, &[Says::Becomes], 2);
    let alone = passage.names.iter().all(|name| name.kind == Named::State) && passage.states().count() == 1;
    let mut capitals = passage.text.reading.capitals().filter(|(range, _)| range.start >= said.range.end);
    statuses.is_only() && becomes && alone && !capitals.any(|(range, _)| passage.range.contains(&range.start))
}

/// `Belarus joined the SCO in 2024`, `India and Pakistan joined in 2017`: states that came to have any status.
pub(super) fn joined<'t>(statuses: &Statuses<'_>, passage: &Passage<'t, '_>) -> Vec<Standing<'t>> {
    let Some(verb) = passage.signs_of(&[Says::Joins]).next() else { return Vec::new() };
    let reading = &passage.text.reading;
    let before: Vec<_> = passage.names.iter().rev().skip_while(|name| name.range.end > verb.range.start).collect();
    let mut states = Vec::new();
    for name in before {
        let next = states.last().map_or(verb.range.start, |last: &&Name<'_>| last.range.start);
        let between = name.range.end..next;
        let is_listed = if states.is_empty() {
            reading.between(between).is_some_and(|words| words <= 2)
        } else {
            goes_on(reading, between)
        };
        if name.kind != Named::State || !is_listed {
            break;
        }
        states.push(name);
    }
    let after = verb.range.end..passage.range.end;
    // Without its name the only organisation is meant, where nothing else is named that can be joined.
    let names_other = || {
        let other = passage.names.iter().any(|name| after.contains(&name.range.start));
        let is_day = |range: &Range<usize>| {
            passage.mentions.iter().any(|own| own.range.start <= range.start && range.end <= own.range.end)
        };
        other || reading.capitals().any(|(range, _)| after.contains(&range.start) && !is_day(&range))
    };
    if !statuses.names_organisation(passage, after.clone()) && (!statuses.is_only() || names_other()) {
        return Vec::new();
    }
    let on = day_after(passage, &verb.range);
    let standing = |state: &&'t Name<'_>| Standing {
        state: state.of,
        of: Arc::clone(&statuses.numbers),
        now: false,
        begins: true,
        joins: true,
        founder: false,
        ordinal: None,
        on,
    };
    states.iter().map(standing).collect()
}

/// The day or year that a sentence names, where it names one.
pub(super) fn day_of(passage: &Passage<'_, '_>) -> Option<Day> {
    let day = |mention: &Mention| match mention.what {
        What::Day(day) => Some(day),
        _ => None,
    };
    // `in 2010 … in April`: what has no year of its own is of that year.
    let dated = |mention: &&Mention| mention.days().any(|day| day.year.is_some());
    let mut days = passage.mentions.iter().filter(dated);
    let first = days.next().and_then(day)?;
    days.next().is_none().then_some(first)
}

/// The first day or year that is named after something, and soon.
fn day_after(passage: &Passage<'_, '_>, range: &Range<usize>) -> Option<Day> {
    const SOON: usize = 6;
    let first = passage.mentions.iter().find(|mention| mention.range.start >= range.end)?;
    match first.what {
        What::Day(day) if day.year.is_some() && passage.apart(range, &first.range)? <= SOON => Some(day),
        _ => None,
    }
}
