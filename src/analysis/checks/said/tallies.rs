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
use crate::analysis::reading::{Day, Mention, Named, Quantity, Says, Unit, What};
use crate::briefing::{Key, Locator, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "tally-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::tally_in_text),
    run: |material| {
        each_passage(material, |passage| {
            if passage.says(Says::Wish) || is_disputed(material, passage.text) {
                return None;
            }
            if matches!(passage.text.about, About::Spell(_)) {
                return founders(material, passage);
            }
            let all = [of_of, alone, until, of_people, founders, course, signatories];
            let told = passage.text.claim().is_some();
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

/// Whether a count is what others come to together that stand before it in its text, with the states that its sentence names
/// beside it: `two observers and fourteen partners; with Laos there were seventeen`.
fn comes_together(passage: &Passage<'_, '_>, own: &Range<usize>, count: u32) -> bool {
    /// So many counts are added up.
    const MANY: usize = 4;
    let before = passage.text.reading.mentions.iter().filter(|mention| mention.range.end <= own.start).rev();
    let counts = before.filter_map(|mention| match &mention.what {
        What::Quantity(quantity) => quantity.count(),
        _ => None,
    });
    let states: BTreeSet<&Key> = passage.states().map(|name| name.of).collect();
    let mut sum = number(states.len());
    counts.take(MANY).enumerate().any(|(at, other)| {
        sum = sum.saturating_add(other);
        sum == count && (at > 0 || !states.is_empty())
    })
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
    let sum = comes_together(passage, &mention.range, count);
    if known.is_empty() || sum || known.contains(&count) || told(material, passage.text).contains(&count) {
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

/// `The three founders`, `seven of the ten are founders`, `founded by three states`, of an organisation that four founded.
fn founders(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let [of] = &material.rosters[..] else { return None };
    let (range, count) =
        counts(passage).find_map(|(mention, _, count)| Some((who_founded(material, passage, mention)?, count)))?;
    let roster = of.members.roster;
    let founded = roster.organisation.founded;
    let (first, last) = (founded.first_day(), founded.last_day());
    let of_then = |spell: &&crate::briefing::Spell| spell.from.first_day() <= last && spell.from.last_day() >= first;
    let founders: BTreeSet<&Key> =
        roster.spells.iter().filter(|spell| of_then(spell)).map(|spell| &spell.state).collect();
    let known = u32::try_from(founders.len()).ok().filter(|known| *known > 1)?;
    let other_body = passage.is_of_another_body(material);
    // Of those who are left fewer may have founded it.
    let as_of = material.briefing.manifest.as_of.last_day();
    let lasts = |spell: &&crate::briefing::Spell| spell.until.is_none_or(|until| until.last_day() >= as_of);
    let left: BTreeSet<&Key> =
        roster.spells.iter().filter(|spell| of_then(spell)).filter(lasts).map(|spell| &spell.state).collect();
    let is_left = number(left.len()) == count;
    (known != count && !is_left && !other_body && !told(material, passage.text).contains(&count))
        .then(|| finding(material, passage, &range, [known].into()))
}

/// What is said of so many, where they are founders: `six founders`, `six of the ten are founders`, `founded by six states`.
fn who_founded(material: &Material<'_>, passage: &Passage<'_, '_>, mention: &Mention) -> Option<Range<usize>> {
    /// So many words stand between a number and the founders that they are, and between `founded` and `by`.
    const NEAR: usize = 6;
    let (reading, start, end) = (&passage.text.reading, mention.range.start, mention.range.end);
    let own = passage.signs_of(&[Says::Founder]).find(|sign| sign.range.start >= end);
    if let Some(sign) = own {
        if passage.apart(&mention.range, &sign.range) == Some(0) {
            return Some(start..sign.range.end);
        }
        // Nothing stands between but of how many, who have it now, and the verb.
        let between = end..sign.range.start;
        let whole = counts(passage).find(|(other, ..)| between.contains(&other.range.start));
        let of_all = whole.is_none_or(|(.., count)| all_ever(material).contains(&count));
        let tied = reading.spelt(between.clone()).next().is_some_and(|(range, _)| reading.ties(range));
        let plain = reading.words_between(between.clone()).all(|(range, word)| {
            let is_said =
                passage.is_said(&range) || whole.is_some_and(|(other, ..)| other.range.contains(&range.start));
            is_said || word.chars().count() <= 3
        });
        let near = reading.between(between.clone()).is_some_and(|words| words <= NEAR);
        let denied = passage.says_any(&[Says::Not, Says::Never]);
        return (tied && of_all && plain && near && !denied && !reading.parts_clauses(between))
            .then_some(start..sign.range.end);
    }
    // `founded by six states`.
    let by = passage.signs_of(&[Says::By]).find(|sign| reading.between(sign.range.end..start) == Some(0))?;
    let mut verbs = passage.signs_of(&[Says::Founded]).filter(|sign| sign.range.end <= by.range.start);
    let founded = verbs.any(|sign| reading.between(sign.range.end..by.range.start).is_some_and(|words| words <= NEAR));
    let counts_states = reading.words_after(end).next().is_some_and(|word| reading.is_states(word));
    (founded && counts_states).then(|| start..reading.ahead(end, 1))
}

/// How many states ever had the first status of an organisation at once, or have it in all.
fn all_ever(material: &Material<'_>) -> BTreeSet<u32> {
    let statuses = material.statuses();
    let firsts = statuses.firsts.iter().filter_map(|at| statuses.all.get(*at));
    firsts.flat_map(|known| known.timeline.within(civil::Date::MIN, civil::Date::MAX)).map(number).collect()
}

/// `Until 2017 there were eight of them`: as many as there were before the last change of that year.
fn until(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let sign = passage.signs_of(&[Says::Until, Says::Before]).next()?;
    let years: Vec<(Range<usize>, i16)> = passage.years();
    let [(range, year)] = &years[..] else { return None };
    let led = sign.range.end <= range.start && passage.apart(&sign.range, range).is_some_and(|words| words <= 1);
    if !led || passage.mentions.iter().any(|mention| mention.days().any(Day::is_day)) {
        return None;
    }
    let reading = &passage.text.reading;
    let (mention, _, count) = counts(passage).find(|(mention, quantity, _)| {
        // `eight of them`.
        let mut after = reading.spelt(mention.range.end..passage.range.end);
        let ends = match (after.next(), after.next(), after.next()) {
            (None, ..) => true,
            (Some((of, _)), Some(_), None) => reading.ties(of),
            (Some(_), None, _) => reading.words_after(mention.range.end).next().is_none(),
            (Some((of, _)), Some(_), Some((_, mark))) => reading.ties(of) && mark.chars().count() == 1,
        };
        let is = passage.near_before(&mention.range, &[Says::Was, Says::Is], 1);
        ends && is && quantity.spelled && quantity.unit.is_none()
    })?;
    // The statuses that the text names, all at once.
    let statuses = material.statuses();
    let said: BTreeSet<usize> = statuses.said(passage.text).iter().flat_map(|said| said.of.to_vec()).collect();
    let [status] = &said.into_iter().collect::<Vec<_>>()[..] else { return None };
    let known = statuses.all.get(*status)?;
    let (first, last) = (civil::Date::new(*year, 1, 1).ok()?, civil::Date::new(*year, 12, 31).ok()?);
    let eve = first.yesterday().ok()?;
    let before: BTreeSet<u32> = known.timeline.until_last(eve, last).into_iter().map(number).collect();
    let other_body = passage.is_of_another_body(material) || passage.states().next().is_some();
    (!before.contains(&count) && !other_body && !told(material, passage.text).contains(&count))
        .then(|| finding(material, passage, &mention.range, before))
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
            ("Seven of the ten are founders.", "so"),
            ("Sieben der zehn Mitglieder sind Gründer.", "so"),
            ("Huit des dix membres sont fondateurs.", "so"),
            ("Siete de los diez son fundadores.", "so"),
            ("It was founded in Shanghai by five states.", "so"),
            ("Gegründet wurde sie in Schanghai von fünf Staaten.", "so"),
            ("Elle fut fondée à Shanghai par cinq pays.", "so"),
            ("The members are named. Until 2017 there were eight of them.", "so"),
            ("The members are named. Before 2023 there were seven.", "so"),
            ("Die Mitglieder sind genannt. Bis 2017 waren es acht.", "so"),
            ("Число членов выросло с шести до девяти.", "так"),
            ("Les membres étaient douze.", "la liste"),
            ("Six founders and two who joined in 2017; with Iran there were twelve.", "so"),
            ("Es waren zwölf.", "Liste"),
        ];
        let right = [
            ("The list is whole.", "ten of ten, complete"),
            ("There were ten.", "as listed"),
            ("The members went from six to ten.", "so"),
            ("The six founders are named.", "so"),
            ("Six of the ten are founders; India, Pakistan, Iran and Belarus came later.", "so"),
            ("Sechs der zehn Mitglieder sind Gründer.", "so"),
            ("Four of the five members in Central Asia are founders.", "so"),
            ("Four of the ten are no founders.", "so"),
            ("It was founded in Shanghai by six states.", "so"),
            ("It was founded in 2001 and now counts ten states.", "so"),
            ("The members are named. Until 2017 there were six of them.", "so"),
            ("The members are named. Before 2023 there were eight.", "so"),
            ("The members are named. Until 2020 there were eight of them.", "so"),
            ("Die Mitglieder sind genannt. Bis 2017 waren es sechs.", "so"),
            ("Число членов выросло с шести до десяти.", "так"),
            ("Three of the ten are in Central Asia.", "so"),
            ("Before that there were twelve.", "so"),
            ("Ten members and two observers came; together they were twelve.", "so"),
            ("Six founders and five more; with India and Iran there were thirteen.", "so"),
            ("Zehn Mitglieder und zwei Beobachter kamen; zusammen waren es zwölf.", "so"),
            ("Vorher waren es zwölf.", "Liste"),
            ("With two observers more the organisation went from 88 to 90.", "so"),
            ("Avec deux observateurs de plus, elle passe de 88 à 90.", "so"),
            ("From 2001 to 2017 the members went from six to eight.", "so"),
        ];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }
}
