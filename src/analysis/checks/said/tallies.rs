//! Counts that stand without what they count, or beside a list of it: `there were eight`, `six of six`, `four presidents`
//! of three who are named.

use std::collections::BTreeSet;
use std::ops::Range;

use ahash::AHashMap;
use jiff::civil;

use super::super::counted::number;
use super::super::texts::{About, Text};
use super::super::{Check, Finding, Material, Needs};
use super::statuses::Known;
use super::{Passage, each_passage, is_disputed};
use crate::analysis::reading::{Mention, Named, Quantity, Says, Unit};
use crate::briefing::{Key, Locator, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "tally-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::tally_in_text),
    run: |material| {
        each_passage(material, |passage| {
            let told =
                !passage.says(Says::Wish) && !is_disputed(material, passage.text) && passage.text.claim().is_some();
            let all = [of_of, alone, of_people, founders, course, signatories];
            told.then(|| all.iter().find_map(|find| find(material, passage))).flatten()
        })
    },
}];

/// A count of things, in words or digits.
fn counts<'t>(passage: &Passage<'t, '_>) -> impl Iterator<Item = (&'t Mention, &'t Quantity, u32)> {
    passage.quantities().filter_map(|(mention, quantity)| {
        let count = quantity.count().filter(|count| (2..=300).contains(count) && quantity.unit.is_none())?;
        let denied = passage.near_before(&mention.range, &[Says::Not, Says::Never], 2);
        (!denied && (quantity.way.is_none() || quantity.spelled)).then_some((mention, quantity, count))
    })
}

fn finding(material: &Material<'_>, passage: &Passage<'_, '_>, range: &Range<usize>, known: BTreeSet<u32>) -> Finding {
    let said = passage.part(range);
    let title = message!(findings::count_in_text, said = said.clone());
    let numbers = Value::list(known.into_iter().map(u64::from).take(6));
    let detail = message!(
        findings::count_of_roster,
        said = said.clone(),
        numbers = numbers,
        text = passage.text.text.to_owned()
    );
    passage.finding(material, &said, title, detail)
}

/// How many states can have had a status on the days that texts mean: that of the briefing, and the last that is known.
fn now(material: &Material<'_>, known: &Known<'_>) -> BTreeSet<u32> {
    let roster = material.rosters.get(known.roster).map(|of| of.members.roster.known_until.last_day());
    let days = [Some(material.briefing.manifest.as_of.last_day()), roster].into_iter().flatten();
    days.flat_map(|day| known.timeline.within(day, day)).map(number).collect()
}

/// The numbers that a text can mean which rests on a sentence with a printed list or a stated count.
pub(in super::super) struct Listed {
    /// The statuses that have such at a place, by their numbers.
    at: AHashMap<Locator, BTreeSet<usize>>,
    /// Of each status how many entries and states its list has, what counts are stated, and how many there are.
    numbers: Vec<BTreeSet<u32>>,
}

impl Listed {
    pub fn of(material: &Material<'_>) -> Self {
        let mut at: AHashMap<Locator, BTreeSet<usize>> = AHashMap::new();
        let statuses = material.statuses().all.iter().enumerate();
        let numbers = statuses.map(|(status, known)| {
            let Some(of) = material.rosters.get(known.roster) else { return BTreeSet::new() };
            let printed = of.printed_under(&known.status.id);
            let counts = of.counts_of(&known.status.id);
            for place in printed.iter().map(|entry| entry.at).chain(counts.iter().map(|own| own.at)) {
                at.entry(place).or_default().insert(status);
            }
            let unlike: BTreeSet<&str> = printed.iter().map(|entry| entry.state.as_str()).collect();
            let entries = [printed.len(), unlike.len()].into_iter().filter(|count| *count > 0).map(number);
            entries.chain(counts.iter().map(|own| own.number)).chain(now(material, known)).collect()
        });
        Self { numbers: numbers.collect(), at }
    }

    fn meant(&self, material: &Material<'_>, text: &Text<'_>) -> BTreeSet<u32> {
        let statuses: BTreeSet<usize> =
            text.locators(material.briefing).filter_map(|place| self.at.get(&place)).flatten().copied().collect();
        statuses.into_iter().filter_map(|status| self.numbers.get(status)).flatten().copied().collect()
    }
}

/// The counts that the other texts of a claim have.
fn told(material: &Material<'_>, text: &Text<'_>) -> BTreeSet<u32> {
    let beside = material.texts().beside(material.briefing, text);
    let others = beside.iter().filter(|other| other.is_of_document());
    others.flat_map(|other| other.reading.quantities()).filter_map(Quantity::count).collect()
}

/// `six of six`, of a list of five.
fn of_of(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let all: Vec<_> = counts(passage).collect();
    let pair = all.windows(2).find(|pair| {
        let [(a, ..), (b, ..)] = pair else { return false };
        passage.text.reading.ties(a.range.end..b.range.start)
    })?;
    let [(first, _, one), (second, _, whole)] = pair else { return None };
    let known = material.listed().meant(material, passage.text);
    let wrong = !known.is_empty() && (!known.contains(whole) || one > whole);
    wrong.then(|| finding(material, passage, &(first.range.start..second.range.end), known))
}

/// `There were eight`: a number in words with nothing behind it, where the list has another, and so have the texts.
fn alone(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    // `Before, there were twelve.`
    if passage.says_any(&[Says::Before, Says::Formerly, Says::Until]) {
        return None;
    }
    let (mention, _, count) = counts(passage).find(|(mention, quantity, _)| {
        let ends = passage.text.reading.words_after(mention.range.end).next().is_none();
        let is = passage.near_before(&mention.range, &[Says::Was, Says::Is], 1);
        ends && is && quantity.spelled
    })?;
    let mut known = material.listed().meant(material, passage.text);
    if known.is_empty() || known.contains(&count) || told(material, passage.text).contains(&count) {
        return None;
    }
    known.remove(&0);
    Some(finding(material, passage, &mention.range, known))
}

/// `Four further presidents`, where the claim names three people.
fn of_people(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let claim = passage.text.claim()?;
    let offices = passage.text.reading.offices();
    let (range, count) = counts(passage).find_map(|(mention, _, count)| {
        let (office, _) = offices.iter().find(|(office, _)| {
            office.start >= mention.range.end && passage.apart(&mention.range, office).is_some_and(|words| words <= 1)
        })?;
        Some((mention.range.start..office.end, count))
    })?;
    let statement = material.texts().all_of(claim).find(|text| &*text.field == "statement")?;
    let named: BTreeSet<&Key> = statement.named(Named::Person).map(|name| name.of).collect();
    let people = u32::try_from(named.len()).ok().filter(|people| *people > 1)?;
    if people == count || passage.says_any(&[Says::Not, Says::Besides]) || told(material, passage.text).contains(&count)
    {
        return None;
    }
    let here = passage.names.iter().any(|name| name.kind == Named::Person);
    (!here).then(|| finding(material, passage, &range, [people].into()))
}

/// `The three founders`, of an organisation that four founded.
fn founders(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let [of] = &material.rosters[..] else { return None };
    let (range, count) = counts(passage).find_map(|(mention, _, count)| {
        let sign = passage.signs_of(&[Says::Founder]).find(|sign| {
            sign.range.start >= mention.range.end && passage.apart(&mention.range, &sign.range) == Some(0)
        })?;
        Some((mention.range.start..sign.range.end, count))
    })?;
    let roster = of.members.roster;
    let founded = roster.organisation.founded;
    let (first, last) = (founded.first_day(), founded.last_day());
    let of_then = |spell: &&crate::briefing::Spell| spell.from.first_day() <= last && spell.from.last_day() >= first;
    let founders: BTreeSet<&Key> = roster.spells.iter().filter(of_then).map(|spell| &spell.state).collect();
    let known = u32::try_from(founders.len()).ok().filter(|known| *known > 1)?;
    let other_body = passage.is_of_another_body(material);
    (known != count && !other_body && !told(material, passage.text).contains(&count))
        .then(|| finding(material, passage, &range, [known].into()))
}

/// `The members went from six to nine`, of which there are ten.
fn course(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let reading = &passage.text.reading;
    let statuses = material.statuses();
    let said = statuses.said(passage.text);
    let of = said.iter().find(|said| passage.range.contains(&said.range.start))?;
    if !passage.all_years().is_empty() || passage.states().next().is_some() || passage.is_of_another_body(material) {
        return None;
    }
    let all: Vec<_> = counts(passage).collect();
    let pair = all.windows(2).find(|pair| {
        let [(a, ..), (b, ..)] = pair else { return false };
        reading.comes_from(a.range.start) && reading.leads(a.range.end..b.range.start)
    })?;
    let [(first, _, from), (second, _, to)] = pair else { return None };
    // `With five observers more it goes from 88 to 93`: another number counts those who are named.
    if all.len() > 2 {
        return None;
    }
    let meant = || of.of.iter().filter_map(|number| statuses.all.get(*number));
    let ever: BTreeSet<u32> =
        meant().flat_map(|known| known.timeline.within(civil::Date::MIN, civil::Date::MAX)).map(number).collect();
    let now: BTreeSet<u32> = meant().flat_map(|known| now(material, known)).collect();
    let wrong = !ever.contains(from) || !now.contains(to);
    wrong.then(|| finding(material, passage, &(first.range.start..second.range.end), now))
}

/// `Four states have signed`, of a sentence whose count is three.
fn signatories(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    if !passage.all_years().is_empty() || passage.states().next().is_some() || passage.is_of_another_body(material) {
        return None;
    }
    let places: BTreeSet<_> = passage.text.locators(material.briefing).collect();
    let (mention, _, count) = counts(passage).find(|(mention, quantity, _)| {
        let mut after = passage.text.reading.words_after(mention.range.end).take(2);
        quantity.unit != Some(Unit::Years) && after.any(|word| passage.text.reading.is_states(word))
    })?;
    let stated = material.rosters.iter().flat_map(|of| &of.members.roster.counts);
    let mut known: BTreeSet<u32> = stated.filter(|own| places.contains(&own.at)).map(|own| own.number).collect();
    if known.is_empty() {
        return None;
    }
    known.extend(material.listed().meant(material, passage.text));
    let in_short = matches!(passage.text.about, About::ClaimInShort(_)) && &*passage.text.field == "statement";
    (in_short && !known.contains(&count)).then(|| finding(material, passage, &mention.range, known))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn a_count_is_that_of_its_list() {
        let wrong = [
            ("The list is whole.", "nine of nine, complete"),
            ("There were twelve.", "as listed"),
            ("The members went from six to eleven.", "so"),
            ("The five founders are named.", "so"),
            ("Число членов выросло с шести до девяти.", "так"),
            ("Les membres étaient douze.", "la liste"),
            ("Es waren zwölf.", "Liste"),
        ];
        let right = [
            ("The list is whole.", "ten of ten, complete"),
            ("There were ten.", "as listed"),
            ("The members went from six to ten.", "so"),
            ("The six founders are named.", "so"),
            ("Число членов выросло с шести до десяти.", "так"),
            ("Three of the ten are in Central Asia.", "so"),
            ("Before that there were twelve.", "so"),
            ("Vorher waren es zwölf.", "Liste"),
            ("With two observers more the organisation went from 88 to 90.", "so"),
            ("Avec deux observateurs de plus, elle passe de 88 à 90.", "so"),
            ("From 2001 to 2017 the members went from six to eight.", "so"),
        ];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }
}
