//! Two states beside each other in time: which had a status first, or whether both had it from one day on; and for how
//! long a state had it.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil;

use super::super::days_said::{Days, begun};
use super::super::texts::{About, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::abroad::states;
use super::statuses::{Known, Said, spells};
use super::{Passage, each_told, is_disputed, jointly};
use crate::analysis::fold::fold;
use crate::analysis::reading::{Mention, Named, Quantity, Says, Sign, Unit};
use crate::briefing::{Date, Key, Spell, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[
    Check {
        key: "joined-in-text",
        needs: Needs::Organisation,
        holds: label!(checks::joined_in_text),
        run: |material| {
            let mut found = each_of(material, beside_each_other);
            found.extend(each_told(material, |passage| jointly::of_passage(material, passage)));
            found
        },
    },
    Check {
        key: "length-of-status",
        needs: Needs::Organisation,
        holds: label!(checks::length_of_status),
        run: |material| {
            let ends: Vec<Option<Ends<'_>>> =
                material.statuses().all.iter().map(|known| ends(material, known)).collect();
            each_of(material, |material, passage, said| {
                length(material, passage, said).or_else(|| extreme(material, &ends, passage, said))
            })
        },
    },
];

fn each_of(
    material: &Material<'_>,
    find: impl Fn(&Material<'_>, &Passage<'_, '_>, &[&Said]) -> Option<Finding> + Send + Sync,
) -> Vec<Finding> {
    let signs = [Says::Joins, Says::Becomes, Says::Member, Says::Observer, Says::Partner, Says::Guest, Says::Candidate];
    each_held(material, |material, text| {
        let can = text.reading.signs.iter().any(|sign| signs.contains(&sign.says));
        if !can || is_disputed(material, text) {
            return Vec::new();
        }
        let said = material.statuses().said(text);
        let of = |passage: Passage<'_, '_>| {
            let here: Vec<&Said> = said.iter().filter(|said| passage.range.contains(&said.range.start)).collect();
            find(material, &passage, &here)
        };
        Passage::all(text).filter(|passage| !passage.is_open()).filter_map(of).collect()
    })
}

/// How the beginnings of two states, or of more on one day, are said to stand to each other.
enum Order {
    Before,
    After,
    Same,
}

impl Order {
    /// Whether it can be that of some days.
    fn is_that_of(&self, days: &[Days]) -> bool {
        match (self, days) {
            (Self::Before, [one, other]) => one.0 < other.1,
            (Self::After, [one, other]) => one.1 > other.0,
            _ => days.iter().map(|day| day.0).max() <= days.iter().map(|day| day.1).min(),
        }
    }
}

/// Whether a sentence names a body that is none of the organisations.
pub(super) fn is_elsewhere(material: &Material<'_>, passage: &Passage<'_, '_>) -> bool {
    let is_own = |part: &str| {
        let part = fold(part);
        material.rosters.iter().any(|of| part.contains(&fold(&of.members.roster.organisation.short)))
    };
    passage.names.iter().any(|name| name.kind == Named::Topic && !is_own(&passage.part(&name.range)))
}

/// The statuses that a sentence can speak of: the one it names, or else the first of each roster, that states join in.
fn meant<'m>(material: &'m Material<'_>, said: &[&'m Said]) -> Option<&'m [usize]> {
    match said {
        [] => Some(&material.statuses().firsts),
        [first, others @ ..] => others.iter().all(|other| other.of == first.of).then_some(&first.of),
    }
}

/// So many words and marks stand between two states of a list.
const LIST: usize = 2;

fn beside_each_other(material: &Material<'_>, passage: &Passage<'_, '_>, said: &[&Said]) -> Option<Finding> {
    let (order, one_day) = ([Says::Before, Says::After], [Says::Together, Says::DaysOff(0)]);
    if !passage.says_any(&order) && !passage.says_any(&one_day) || is_elsewhere(material, passage) {
        return None;
    }
    if said.is_empty() && !passage.says(Says::Joins) {
        return None;
    }
    let states = states_of(material, passage);
    let (first, last) = (states.first()?, states.last()?);
    let range = first.0.start..last.0.end;
    let of = meant(material, said)?;
    let first_day = |status: usize, state: &Key| {
        spells(material, &[status], state).into_iter().min_by_key(|spell| spell.from).map(begun)
    };
    // Of each status that all of them have, the days of each.
    let known: Vec<Vec<Days>> =
        of.iter().filter_map(|status| states.iter().map(|(_, state)| first_day(*status, state)).collect()).collect();
    if states.len() < 2 || known.is_empty() {
        return None;
    }
    // How many of the states stand before a word, and all others right behind it, one after another. Where a clause ends
    // behind it, it is something else that the first came before or after; and so it is where they did nothing by then.
    let parted = |sign: &Sign| {
        let reading = &passage.text.reading;
        let first = states.iter().take_while(|(range, _)| range.end <= sign.range.start).count();
        let goes_on =
            |end: usize, range: &Range<usize>| reading.between(end..range.start).is_some_and(|words| words <= LIST);
        let (next, _) = states.get(first).filter(|_| first > 0)?;
        let whole = !reading.parts_clauses(sign.range.end..next.start);
        let listed = states[first..].windows(2).all(|pair| goes_on(pair[0].0.end, &pair[1].0));
        let lists = states[..first].windows(2).all(|pair| goes_on(pair[0].0.end, &pair[1].0));
        let says = [Says::Joins, Says::Becomes, Says::Member, Says::Observer, Says::Partner, Says::Guest];
        let came = states.len() == 2 || passage.says_within(&(states[first - 1].0.end..sign.range.start), &says);
        (whole && listed && lists && came).then_some(first)
    };
    let (order, first) = match passage.signs_of(&order).find_map(|sign| Some((sign.says, parted(sign)?))) {
        Some((Says::Before, first)) => (Order::Before, first),
        Some((_, first)) => (Order::After, first),
        None if passage.says_any(&one_day) => (Order::Same, states.len()),
        None => return None,
    };
    // Each of the first, beside each of the others.
    let holds = |days: &Vec<Days>| {
        let (own, others) = days.split_at(first);
        match order {
            Order::Same => order.is_that_of(own),
            _ => own.iter().all(|own| others.iter().all(|other| order.is_that_of(&[*own, *other]))),
        }
    };
    if known.iter().any(holds) {
        return None;
    }
    let dates = Value::list(known[0].iter().map(|(day, _)| Date::day(*day)));
    let said = passage.part(&range);
    let title = message!(findings::joined_in_text, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail = message!(findings::joined_other, said = said.clone(), dates = dates, text = text);
    Some(passage.finding(material, &said, title, detail))
}

/// The states that a sentence names, each once.
fn states_of(material: &Material<'_>, passage: &Passage<'_, '_>) -> Vec<(Range<usize>, Key)> {
    let mut found = states(material, passage);
    let mut seen = BTreeSet::new();
    found.retain(|(_, state)| seen.insert(state.clone()));
    found
}

/// The states that a sentence tells something of: those that it names before a status, or the one that its text is about.
fn told_of(material: &Material<'_>, passage: &Passage<'_, '_>, status: &Range<usize>) -> Vec<Key> {
    let named = states_of(material, passage);
    match (&named[..], passage.text.about) {
        ([], About::Spell(spell)) => vec![spell.state.clone()],
        ([(_, only)], _) => vec![only.clone()],
        _ if named.iter().all(|(range, _)| range.end <= status.start) => {
            named.into_iter().map(|(_, state)| state).collect()
        }
        _ => Vec::new(),
    }
}

/// The least and the most years for which a spell can be said to have lasted.
fn years(material: &Material<'_>, spell: &Spell) -> Option<(u32, u32)> {
    let briefing = material.briefing;
    let (from, until) = begun(spell);
    let ends = match spell.until {
        Some(end) => vec![end.first_day(), end.last_day()],
        None => vec![briefing.manifest.as_of.first_day(), briefing.manifest.checked.last_day()],
    };
    let whole = |from: civil::Date, until: civil::Date| {
        let years = from.until((jiff::Unit::Year, until)).ok()?;
        u32::try_from(years.get_years()).ok()
    };
    let least = ends.iter().filter_map(|end| whole(until, *end)).min()?;
    let most = ends.iter().filter_map(|end| whole(from, *end)).max()?;
    Some((least, most + 1))
}

/// Who came to have a status first, and who last, of those that had it when the document appeared.
type Ends<'m> = [(&'m Key, Days); 2];

fn ends<'m>(material: &'m Material<'_>, known: &Known<'_>) -> Option<Ends<'m>> {
    let spells = &material.rosters[known.roster].members.roster.spells;
    let lasting = spells.iter().filter(|spell| spell.status == known.status.id && lasts(material, spell));
    let days = || lasting.clone().map(|spell| (&spell.state, begun(spell)));
    Some([days().min_by_key(|(_, days)| days.1)?, days().max_by_key(|(_, days)| days.0)?])
}

/// Whether a spell had begun when the document appeared, and had not ended.
pub(super) fn lasts(material: &Material<'_>, spell: &Spell) -> bool {
    let as_of = material.briefing.manifest.as_of.last_day();
    spell.from.first_day() <= as_of && spell.until.is_none_or(|until| until.last_day() >= as_of)
}

/// `Belarus is the youngest member`: the state whose spell in a status that lasts began last of all, or first.
fn extreme(
    material: &Material<'_>,
    ends: &[Option<Ends<'_>>],
    passage: &Passage<'_, '_>,
    said: &[&Said],
) -> Option<Finding> {
    /// So many words stand between the two.
    const NEAR: usize = 2;
    let [status] = said else { return None };
    let sign = passage.signs_of(&[Says::Newest, Says::Oldest]).next()?;
    let near = passage.apart(&sign.range, &status.range).is_some_and(|words| words <= NEAR);
    let [state] = &states_of(material, passage)[..] else { return None };
    if !near || is_elsewhere(material, passage) || !passage.all_years().is_empty() {
        return None;
    }
    // Of each status that the word can mean, who came to have it last of all or first, where that is another.
    let contrary = |number: &usize| {
        let [oldest, newest] = ends[*number].as_ref()?;
        let own = spells(material, &[*number], &state.1).into_iter().filter(|spell| lasts(material, spell));
        let own = own.map(begun).next()?;
        let (other, days) = if sign.says == Says::Newest { newest } else { oldest };
        let is_beyond = if sign.says == Says::Newest { days.0 > own.1 } else { days.1 < own.0 };
        is_beyond.then_some((*other, days.0))
    };
    let found: Option<Vec<(&Key, civil::Date)>> = status.of.iter().map(contrary).collect();
    let (other, day) = found?.into_iter().next()?;
    let said = passage.part(&sign.range);
    let title = message!(findings::length_of_status, said = said.clone());
    let (state, text) = (material.state_name(other).to_owned(), passage.text.text.to_owned());
    let dates = Value::list([Date::day(day)]);
    let detail = message!(findings::length_other, said = said.clone(), state = state, dates = dates, text = text);
    Some(passage.finding(material, &said, title, detail))
}

fn length(material: &Material<'_>, passage: &Passage<'_, '_>, said: &[&Said]) -> Option<Finding> {
    /// So many words stand between how long and what.
    const NEAR: usize = 8;
    let [status] = said else { return None };
    // `the largest partner five years in a row` is no status that somebody has.
    if passage.says_any(&[Says::InARow, Says::Highest, Says::Lowest]) {
        return None;
    }
    // A note of a spell needs no verb: `a member for ten years`.
    let of_note = matches!(passage.text.about, About::Spell(_)) && passage.states().next().is_none();
    if is_elsewhere(material, passage) || !of_note && !passage.says_any(&[Says::Was, Says::Is]) {
        return None;
    }
    let lasting = |(mention, quantity): (&Mention, &Quantity)| {
        let of_years = quantity.unit == Some(Unit::Years);
        let near = passage.apart(&mention.range, &status.range)? <= NEAR;
        let count = quantity.count().filter(|count| of_years && near && *count > 0)?;
        // `two years later`, and `became an observer two years before`.
        let after = passage.signs_of(&[Says::After, Says::Before]).find(|sign| {
            let near = passage.apart(&mention.range, &sign.range).is_some_and(|words| words <= 1);
            sign.range.start >= mention.range.end && near
        });
        let is_when = after.is_some_and(|sign| sign.says == Says::After)
            || after.is_some() && passage.near_before(&mention.range, &[Says::Becomes, Says::Joins], NEAR);
        (!is_when).then(|| (mention.range.clone(), count))
    };
    let (range, count) = passage.quantities().find_map(lasting)?;
    let lasted = |state: &Key| {
        let mut own = spells(material, &status.of, state);
        if let About::Spell(spell) = passage.text.about
            && own.contains(&spell)
        {
            own = vec![spell];
        }
        let lasted: Vec<(u32, u32)> = own.iter().filter_map(|spell| years(material, spell)).collect();
        let wrong = !lasted.is_empty() && !lasted.iter().any(|(least, most)| (*least..=*most).contains(&count));
        wrong.then_some(own)
    };
    let told_of = told_of(material, passage, &status.range);
    let (state, own) = told_of.iter().find_map(|state| Some((state, lasted(state)?)))?;
    let dates = Value::list(own.iter().flat_map(|spell| [Some(spell.from), spell.until]).flatten().take(4));
    let said = passage.part(&range);
    let title = message!(findings::length_of_status, said = said.clone());
    let (state, text) = (material.state_name(state).to_owned(), passage.text.text.to_owned());
    let detail = message!(findings::length_other, said = said.clone(), state = state, dates = dates, text = text);
    Some(passage.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, hold_in_pairs, reason_after};

    #[test]
    fn what_came_after_something_else_came_after_no_state() {
        for text in [
            "Iran joined on 4 July 2023, a day after the talks, Belarus on 4 July 2024.",
            "Иран вступил 4 июля 2023 года, через день после переговоров, Беларусь — 4 июля 2024 года.",
            "Iran joined before Belarus.",
            "India and Pakistan joined before Iran and Belarus.",
            "Iran joined after India, Pakistan and Russia.",
            "Иран вступил после Индии и Пакистана.",
            "L’Iran a rejoint l’OCS après l’Inde et le Pakistan.",
            "Iran met India before Pakistan joined.",
            "China, Russia and Iran met before India joined.",
        ] {
            assert_eq!(reason_after(CHECKS, "ten-full-members", text), [""; 0], "{text}");
        }
        let wrong = reason_after(CHECKS, "ten-full-members", "Iran joined after Belarus.");
        assert_eq!(wrong, ["Warn joined-in-text"]);
        for text in [
            "Iran joined before India and Pakistan.",
            "Iran and Belarus joined before India.",
            "India joined after Iran, Pakistan and Russia.",
            "Иран вступил раньше Индии и Пакистана.",
            "L’Iran a rejoint l’OCS avant l’Inde et le Pakistan.",
            "Irán ingresó antes de India y Pakistán.",
        ] {
            assert_eq!(reason_after(CHECKS, "ten-full-members", text), ["Warn joined-in-text"], "{text}");
        }
    }

    #[test]
    fn a_note_tells_how_long_its_spell_lasted() {
        let note = |text: &str| {
            found_after(CHECKS, |briefing| {
                let mut spells = briefing.rosters[0].spells.iter_mut();
                // From 2010 to 2015.
                spells.find(|spell| spell.state.as_str() == "belarus").expect("a spell").note = Some(text.to_owned());
            })
        };
        for text in [
            "A dialogue partner for five years.",
            "Dialogpartner für fünf Jahre.",
            "A dialogue partner eight years after the founding.",
            "Belarus stayed a dialogue partner for almost six years.",
        ] {
            assert_eq!(note(text), [""; 0], "{text}");
        }
        for text in [
            "A dialogue partner for eight years.",
            "Dialogpartner für acht Jahre.",
            "Партнёр по диалогу восемь лет.",
            "Belarus stayed a dialogue partner for eight years.",
            "Belarus blieb acht Jahre lang Dialogpartner.",
        ] {
            assert_eq!(note(text), ["Warn length-of-status"], "{text}");
        }
    }

    #[test]
    fn who_is_largest_for_years_has_no_status() {
        let wrong = [("Belarus has been a member of the SCO for five years.", "so")];
        let right = [
            ("Belarus is the largest partner of all five years in a row.", "so"),
            ("Belarus ist fünf Jahre in Folge der größte Partner.", "so"),
        ];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }
}
