//! Days in words: are the days and weekdays of a text those of what it speaks of?

use std::collections::BTreeSet;
use std::ops::Range;

use ahash::{AHashMap, AHashSet};
use jiff::civil;

use super::figures_said::paired;
use super::lengths::is_counted;
use super::texts::{About, TOGETHER, Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::reading::{Day, Mention, Named, Pair, Says, What};
use crate::briefing::{Briefing, Date, Event, Key, Period, Precision, Spell, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "day-in-text",
        needs: Needs::Nothing,
        holds: label!(checks::day_in_text),
        run: |material| each_held(material, days),
    },
    Check {
        key: "day-impossible",
        needs: Needs::Nothing,
        holds: label!(checks::day_impossible),
        run: |material| each_held(material, impossible),
    },
    Check {
        key: "weekday-in-text",
        needs: Needs::Nothing,
        holds: label!(checks::weekday_in_text),
        run: |material| each_held(material, weekdays),
    },
];

/// From one day to another, both known.
pub(super) type Days = (civil::Date, civil::Date);

fn of(date: Date) -> Days {
    (date.first_day(), date.last_day())
}

/// The days of an event, from the first that it can have begun on to the last.
pub(super) fn of_event(event: &Event) -> Days {
    (event.from.first_day(), event.until.unwrap_or(event.from).last_day())
}

/// The first and the last day on which a spell can have begun, as far as sources agree.
pub(super) fn begun(spell: &Spell) -> Days {
    let within = jiff::Span::new().days(i64::from(spell.within_days.unwrap_or(0)));
    let (first, last) = of(spell.from);
    (first.checked_sub(within).unwrap_or(first), last.checked_add(within).unwrap_or(last))
}

/// The days of a spell, as far as sources agree on them.
fn of_spell(spell: &Spell) -> Vec<Days> {
    let first = spell.from.first_day();
    let day = (spell.from.precision() == Precision::Day).then_some((first, first));
    [Some(begun(spell)), day, spell.until.map(of), spell.decided.map(of)].into_iter().flatten().collect()
}

/// The days on which spells begin, end or are decided, as far as each is known to the day: a note of one may name those of
/// another. Of very many spells the first.
pub(super) fn days_of_spells(briefing: &Briefing) -> Vec<civil::Date> {
    let spells = briefing.rosters.iter().flat_map(|roster| &roster.spells).take(5_000);
    let days: BTreeSet<civil::Date> =
        spells.flat_map(of_spell).filter(|(from, until)| from == until).map(|(day, _)| day).collect();
    days.into_iter().collect()
}

/// The days of events, each in the year in which its event begins, by their month and day; of very many the first.
pub(super) fn days_of_events(briefing: &Briefing) -> AHashMap<(i8, i8), Vec<civil::Date>> {
    let mut found: AHashMap<(i8, i8), Vec<civil::Date>> = AHashMap::new();
    let mut spans: AHashSet<Days> = AHashSet::new();
    let mut left = 500_000_u32;
    for event in briefing.chronology() {
        let (from, until) = of_event(event);
        if left == 0 {
            break;
        }
        // The same days over again tell no more.
        if !spans.insert((from, until)) {
            continue;
        }
        for day in from.series(jiff::Span::new().days(1)).take_while(|day| *day <= until && day.year() == from.year()) {
            left = left.saturating_sub(1);
            let days = found.entry((day.month(), day.day())).or_default();
            if days.len() < TOGETHER && !days.contains(&day) {
                days.push(day);
            }
        }
    }
    found
}

/// What the data say of the days that a text can speak of.
struct Held<'m> {
    /// Its own, of which it should name one where it names any.
    own: Vec<Days>,
    /// Others that it may name.
    others: Vec<Days>,
    /// Single days that it may name.
    days: &'m [civil::Date],
}

impl Held<'_> {
    /// Whether a day can be one of its own or of those it may name.
    fn has(&self, day: Day) -> bool {
        self.own.iter().chain(&self.others).any(|(from, until)| day.meets(*from, *until))
    }

    /// Whether it may be named where nothing else about the same names another.
    fn may_have(&self, day: Day) -> bool {
        self.days.iter().any(|own| day.meets(*own, *own))
    }
}

fn held<'m>(material: &'m Material<'_>, text: &Text<'_>) -> Held<'m> {
    let briefing = material.briefing;
    let mut held = Held { own: Vec::new(), others: Vec::new(), days: &[] };
    let long = !text.is_short();
    held.others.extend(long.then(|| of(briefing.manifest.as_of)));
    held.others.push(of(briefing.manifest.checked));
    // The day on which a source that is cited was published, or a piece of evidence.
    let evidence = text.claim().into_iter().flat_map(|claim| claim.evidence.iter().take(TOGETHER));
    let evidence = evidence.map(|evidence| &evidence.source);
    let cited = text.citations.iter().take(TOGETHER).map(|citation| &citation.source);
    for key in cited.chain(evidence) {
        let of_spell = matches!(text.about, About::Spell(_));
        let day = briefing.source(key).and_then(|source| source.published).filter(|_| long && !of_spell);
        // One that is known to the month alone bears out none of its days.
        held.others.extend(day.filter(|day| day.precision() == Precision::Day).map(of));
    }
    let meeting = briefing.meeting.as_ref();
    match text.about {
        About::Event(event) => held.own.push(of_event(event)),
        About::Milestone(milestone) => held.own.push(of(milestone.on)),
        About::Meeting => held.own.extend(meeting.map(|m| (m.date.first_day(), m.until.unwrap_or(m.date).last_day()))),
        About::Spell(spell) => {
            held.own = of_spell(spell);
            held.days = material.days_of_spells();
        }
        About::Unknown => held.own.extend(briefing.rosters.iter().map(|roster| of(roster.known_until))),
        About::Claim(claim) | About::ClaimInShort(claim) => {
            if let Some(causation) = &claim.causation {
                held.own.extend([of(causation.cause.on), of(causation.effect.on)]);
            }
        }
        _ => {}
    }
    // Events that are read from the same sentences.
    if text.claim().is_some() {
        let here = briefing.locators(text.citations).take(TOGETHER);
        let read_here: BTreeSet<usize> = here.flat_map(|at| material.events_at(at)).copied().collect();
        let events = read_here.into_iter().filter_map(|event| briefing.chronology().get(event));
        held.own.extend(events.map(of_event));
    }
    // And those that are read from the same source as a piece of evidence.
    if let Some(key) = text.field.strip_prefix("evidence:") {
        let events = material.events_from(key).iter().filter_map(|event| briefing.chronology().get(*event));
        held.others.extend(events.map(of_event));
    }
    held
}

/// The days of a text that are none of those it can speak of and are like one of them but for a day, a month or a year.
fn days(material: &Material<'_>, text: &Text<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let named = |mention: &&Mention| matches!(mention.what, What::Day(day) | What::Span(day, _) if day.is_day());
    let against = event_against_words(material, text).or_else(|| cause_against_words(material, text));
    if !text.reading.mentions.iter().any(|mention| named(&mention)) {
        return against.into_iter().collect();
    }
    let held = held(material, text);
    let is_spell = |text: &Text<'_>| matches!(text.about, About::Spell(_));
    // Most days are those of the data, or stand with their year in another text about the same.
    let is_told = |day: Day| {
        let mut others = material.texts().around(briefing, text).filter(|other| is_spell(other) == is_spell(text));
        let same = |other: Day| other.is_day() && other.year.is_some() && day.agrees(other);
        others.any(|other| other.reading.days().any(same))
    };
    let of_mentions = text.reading.mentions.iter().filter(named).flat_map(Mention::days);
    if of_mentions.filter(|day| day.is_day()).all(|day| held.has(day) || is_told(day)) {
        return against.into_iter().collect();
    }
    let mut beside = material.texts().beside(briefing, text);
    // The days of spells say nothing of those of anything else.
    beside.retain(|other| is_spell(other) == is_spell(text));
    let told: Vec<Day> = beside.iter().flat_map(|text| spread(text)).collect();
    let spans: Vec<Day> = beside.iter().flat_map(|text| spanned(text)).collect();
    let ended: Vec<Day> = beside.iter().flat_map(|text| text.reading.days()).collect();
    let own: Vec<Day> = spread(text);
    let exact = |days: &&Days| days.0 == days.1;
    let of_data = held.own.iter().filter(exact).map(|(day, _)| Day::from(*day));
    let known: Vec<Day> = of_data.chain(told.iter().chain(&own).copied()).filter(|day| day.is_day()).collect();
    let mut found = Vec::new();
    for mention in text.reading.mentions.iter().filter(named) {
        let all = match mention.what {
            What::Day(day) => vec![day],
            What::Span(from, until) => vec![from, until],
            _ => continue,
        };
        let borne_out = |day: &Day| told.iter().any(|other| other.is_day() && day.agrees(*other));
        // A span of which neither end is known is another one, unless it was taken for one that another text tells; and
        // evidence may tell of more days than are told here.
        let is_known = || all.iter().any(|day| held.has(*day) || borne_out(day));
        let of_span = all.len() > 1 && (text.field.starts_with("evidence:") || !is_known());
        for day in all.into_iter().filter(|day| day.is_day()) {
            // A text that names no year bears no year out, where another names one.
            let other_year = |other: &Day| other.is_day() && day.unlike(*other) == Some(1) && day.year != other.year;
            let of_years = held.own.iter().filter(exact).map(|(day, _)| Day::from(*day)).chain(told.iter().copied());
            let doubt =
                day.year.is_some() && of_years.into_iter().any(|other| other.year.is_some() && other_year(&other));
            let bears_out = |other: &Day| other.is_day() && day.agrees(*other) && (other.year.is_some() || !doubt);
            // What only lies within a span that another tells, beside the event's own day that others tell, is doubtful.
            let ends = |other: &Day| ended.iter().any(|end| end.is_day() && end.agrees(*other));
            let of_event = held.own.iter().filter(exact).map(|(day, _)| Day::from(*day));
            let within = !held.has(day)
                && !ends(&day)
                && of_event.into_iter().any(|own| {
                    day.unlike(own) == Some(1)
                        && ends(&own)
                        && !spread(text).iter().any(|day| day.is_day() && day.agrees(own))
                });
            if (held.has(day) || told.iter().any(bears_out)) && !within {
                continue;
            }
            // It is that of something else, from which the sentence counts, or for which something was planned.
            if is_counted(&text.reading, mention.range.start, day, &known) || is_planned(text, &mention.range) {
                continue;
            }
            // It is that of another event, which the sentence names by where it was.
            if places_on(material, text, &mention.range, day).next().is_some() {
                continue;
            }
            let of_data = held.own.iter().filter(exact).map(|(day, _)| Day::from(*day));
            let mistaken = told.iter().copied().filter(|day| day.is_day()).chain(of_data);
            // What the text says as well was not mistaken for this.
            let singles = || text.reading.mentions.iter().filter(|own| matches!(own.what, What::Day(_)));
            let lost = |other: &Day| {
                let is_it = |own: &Day| own.is_day() && own.agrees(*other);
                // A span that another source gives is no mention of the day itself.
                let exact = day.year.is_some()
                    && held.own.iter().any(|(from, until)| from == until && other.meets(*from, *until));
                if exact { !singles().flat_map(Mention::days).any(|own| is_it(&own)) } else { !own.iter().any(is_it) }
            };
            // A day of another spell is no mistake but where a spell that began alike has another.
            let may = held.may_have(day);
            let mistaken = mistaken.filter(|other| !may || told.contains(other));
            let mistaken = mistaken.filter(|other| !of_span || spans.contains(other));
            let slip = |other: &Day| day.unlike(*other) == Some(1) || day.is_turned(*other);
            let Some(meant) = mistaken.filter(lost).find(slip) else { continue };
            let said = text.part(&mention.range);
            let title = message!(findings::day_in_text, said = said.clone());
            let meant = written(meant);
            let detail = message!(findings::day_other, said = said.clone(), meant = meant, text = text.text.to_owned());
            found.push(text.finding(briefing, Outcome::Fail, title, detail).apart(&said).likely_caused_by(&said));
        }
    }
    found.extend(against);
    found
}

/// Whether what an event is called names a day for which something was planned: `puts the summit planned for 5 May off`.
fn is_planned(text: &Text<'_>, day: &Range<usize>) -> bool {
    /// So many words stand between the two.
    const NEAR: usize = 4;
    let is_plan = |says: Says| matches!(says, Says::Wish | Says::Either(Pair::Expected, true));
    let mut plans = text.reading.signs.iter().filter(|sign| is_plan(sign.says) && sign.range.end <= day.start);
    matches!(text.about, About::Event(_))
        && plans.any(|sign| text.reading.between(sign.range.end..day.start).is_some_and(|words| words <= NEAR))
}

/// The places that the sentence around a day names and that an event of that day was at.
pub(super) fn places_on<'t>(
    material: &'t Material<'_>,
    text: &'t Text<'_>,
    range: &Range<usize>,
    day: Day,
) -> impl Iterator<Item = &'t Key> {
    let is_on = move |number: &usize| {
        let event = material.briefing.chronology().get(*number);
        event.is_some_and(|event| {
            let (from, until) = of_event(event);
            day.meets(from, until)
        })
    };
    let sentence = text.reading.sentences.iter().find(|sentence| sentence.contains(&range.start)).cloned();
    let here = text
        .named(Named::Place)
        .filter(move |name| sentence.as_ref().is_some_and(|sentence| sentence.contains(&name.range.start)));
    here.map(|name| name.of).filter(move |key| material.events_in(material.name(key)).iter().any(is_on))
}

/// A cause or an effect whose day is none of those that the texts of its claim name, although they name one like it.
fn cause_against_words(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let causation = text.claim()?.causation.as_ref()?;
    let end = match &*text.field {
        "cause" => &causation.cause,
        "effect" => &causation.effect,
        _ => return None,
    };
    if end.on.precision() != Precision::Day {
        return None;
    }
    let on = end.on.first_day();
    let told: Vec<Day> = material.texts().of_claim(text).flat_map(spread).filter(|day| day.is_day()).collect();
    if told.is_empty() || told.iter().any(|day| day.meets(on, on)) {
        return None;
    }
    let meant = told.iter().find(|day| day.unlike(on.into()) == Some(1))?;
    let detail = message!(findings::day_of_event, event = end.what.clone(), date = end.on, meant = written(*meant));
    Some(text.finding(material.briefing, Outcome::Warn, label!(findings::day_of_event_title), detail))
}

/// An event whose day is none of those that the texts about its sentences name, although they name one like it.
fn event_against_words(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let About::Event(event) = text.about else { return None };
    let briefing = material.briefing;
    if &*text.field != "label" || event.from.precision() != Precision::Day {
        return None;
    }
    let told: Vec<Day> =
        material.texts().beside(briefing, text).into_iter().flat_map(spread).filter(|day| day.is_day()).collect();
    let (from, until) = of_event(event);
    if told.is_empty() || told.iter().any(|day| day.meets(from, until)) {
        return None;
    }
    // What they tell of the day of another event is told of that one.
    let of_another = |day: &Day| {
        let of_year = day.month.zip(day.day).map_or(&[][..], |of_year| material.days_of_events(of_year));
        of_year.iter().any(|other| day.meets(*other, *other))
    };
    let meant = told.iter().find(|day| day.unlike(from.into()) == Some(1) && !of_another(day))?;
    let detail =
        message!(findings::day_of_event, event = event.label.clone(), date = event.from, meant = written(*meant));
    Some(text.finding(briefing, Outcome::Warn, label!(findings::day_of_event_title), detail))
}

/// The days that a text names, those within its spans among them.
pub(super) fn spread(text: &Text<'_>) -> Vec<Day> {
    let mut found = Vec::new();
    for mention in &text.reading.mentions {
        match mention.what {
            What::Day(day) => found.push(day),
            What::Span(from, until) => {
                found.extend([from, until]);
                let same = from.month == until.month && from.year == until.year;
                let within = from.day.zip(until.day).filter(|_| same).map_or(0..0, |(a, b)| a.saturating_add(1)..b);
                found.extend(within.map(|day| Day { day: Some(day), ..from }));
            }
            _ => {}
        }
    }
    found
}

/// The ends of the spans of a text.
fn spanned(text: &Text<'_>) -> Vec<Day> {
    let ends = |mention: &Mention| match mention.what {
        What::Span(from, until) => [Some(from), Some(until)],
        _ => [None, None],
    };
    text.reading.mentions.iter().flat_map(ends).flatten().collect()
}

/// A day as it is shown, as far as it is said.
fn written(day: Day) -> Value {
    if let Some(day) = day.whole() {
        return Value::Date(Date::day(day));
    }
    let month = |year: i16| {
        let first = civil::Date::new(year, day.month?, 1).ok()?;
        Some(Period::of_month(first))
    };
    match (day.year, day.day) {
        (Some(year), _) => month(year).unwrap_or_else(|| Period::of_year(year)).into(),
        (None, Some(number)) => {
            let month = month(LEAP).map_or_else(|| "".into(), Value::Months);
            message!(findings::day_of_month, day = Value::Count(number.unsigned_abs().into()), month = month).into()
        }
        (None, None) => month(LEAP).map_or_else(|| "".into(), Value::Months),
    }
}

/// A year with every day that a year can have.
const LEAP: i16 = 2000;

/// Days that no calendar has, `30 February`, and spans that end before they begin, `10–7 May`.
fn impossible(material: &Material<'_>, text: &Text<'_>) -> Vec<Finding> {
    let exists = |day: Day| {
        let whole = Day { year: day.year.or(Some(LEAP)), turned: false, ..day };
        !day.is_day() || day.turned || whole.whole().is_some()
    };
    let backwards = |from: Day, until: Day| {
        let whole = |day: Day, year: Option<i16>| Day { year: day.year.or(year).or(Some(LEAP)), ..day }.whole();
        let (Some(first), Some(last)) = (whole(from, until.year), whole(until, from.year)) else { return false };
        // From December to January no year need be said.
        last < first && (from.month == until.month || from.year.is_some() && until.year.is_some())
    };
    let mentions = &text.reading.mentions;
    let mut found = Vec::new();
    for (at, mention) in mentions.iter().enumerate() {
        let next =
            mentions.get(at + 1).filter(|next| text.reading.between(mention.range.end..next.range.start) == Some(0));
        let (range, detail) = match (&mention.what, next.map(|next| &next.what)) {
            (What::Day(day), _) if !exists(*day) => (mention.range.clone(), false),
            (What::Span(from, until), _) if !exists(*from) || !exists(*until) => (mention.range.clone(), false),
            (What::Span(from, until), _) if backwards(*from, *until) => (mention.range.clone(), true),
            // A number that is no day of any month, before a month.
            (What::Quantity(quantity), Some(What::Day(month))) => {
                let number = quantity.count().filter(|count| (32..100).contains(count) && !quantity.spelled);
                if number.is_none() || month.month.is_none() || month.day.is_some() {
                    continue;
                }
                (mention.range.start..next.map_or(mention.range.end, |next| next.range.end), false)
            }
            _ => continue,
        };
        let said = text.part(&range);
        let title = message!(findings::day_impossible, said = said.clone());
        let (quoted, whole) = (said.clone(), text.text.to_owned());
        let detail = if detail {
            message!(findings::day_backwards, said = quoted, text = whole)
        } else {
            message!(findings::day_none, said = quoted, text = whole)
        };
        found.push(text.finding(material.briefing, Outcome::Fail, title, detail).apart(&said).likely_caused_by(&said));
    }
    found
}

/// Days of the week that are not those of the day beside them.
fn weekdays(material: &Material<'_>, text: &Text<'_>) -> Vec<Finding> {
    let briefing = material.briefing;
    let mentions = &text.reading.mentions;
    let mut found = Vec::new();
    for (at, mention) in mentions.iter().enumerate() {
        let What::Weekday(weekday) = mention.what else { continue };
        // `15 June, 11 September and 7 October were a Friday, a Tuesday and a Sunday`: each has its own.
        let in_turn = || paired(text, mention, &days_named(text), |other| matches!(other.what, What::Weekday(_)));
        let beside = |other: Option<&Mention>| {
            let other = other?;
            let between = if other.range.start > mention.range.start {
                mention.range.end..other.range.start
            } else {
                other.range.end..mention.range.start
            };
            let near = text.reading.between(between).is_some_and(|tokens| tokens <= 3);
            match other.what {
                What::Day(day) if near && day.is_day() => Some(day),
                _ => None,
            }
        };
        let next = || beside(mentions.get(at + 1));
        let before = || beside(at.checked_sub(1).and_then(|at| mentions.get(at)));
        let day = in_turn().or_else(next).or_else(before);
        let right = |day: &civil::Date| day.weekday().to_monday_one_offset() == i8::try_from(weekday).unwrap_or(0);
        // Where another text about the same has the day with its year, that settles most of them.
        let around = || material.texts().around(briefing, text).flat_map(|other| other.reading.days());
        let is_told = |day: Day| {
            day.year.is_none() && around().filter_map(Day::whole).any(|other| day.meets(other, other) && right(&other))
        };
        if day.is_some_and(is_told) {
            continue;
        }
        let days = day.map_or_else(|| alone(material, text), |day| in_years(material, text, day));
        let Some(first) = days.first() else { continue };
        if days.iter().any(right) {
            continue;
        }
        let said = text.part(&mention.range);
        let title = message!(findings::weekday_in_text, said = said.clone());
        let date = Value::LongDate(Date::day(*first));
        let detail = message!(findings::weekday_other, said = said.clone(), date = date, text = text.text.to_owned());
        found.push(text.finding(briefing, Outcome::Fail, title, detail).apart(&said).likely_caused_by(&said));
    }
    found
}

/// The days that a text names, each with its place; one of no year is of that of the next in its sentence.
fn days_named(text: &Text<'_>) -> Vec<(Range<usize>, Day)> {
    let mut found: Vec<(Range<usize>, Day)> = Vec::new();
    for mention in text.reading.mentions.iter().rev() {
        let What::Day(day) = mention.what else { continue };
        let next = found.last().filter(|(next, _)| text.reading.between(mention.range.end..next.start).is_some());
        let year = day.year.or_else(|| next.and_then(|(_, next)| next.year));
        found.extend(day.is_day().then(|| (mention.range.clone(), Day { year, ..day })));
    }
    found.reverse();
    found
}

/// A day in each year that it can be of: its own, or those that the texts about the same and the data name.
fn in_years(material: &Material<'_>, text: &Text<'_>, day: Day) -> Vec<civil::Date> {
    let briefing = material.briefing;
    if let Some(day) = day.whole() {
        return vec![day];
    }
    let whole = |other: Day| other.whole().filter(|whole| day.meets(*whole, *whole));
    let told = material.texts().beside(briefing, text).into_iter().flat_map(spread).filter_map(whole);
    let events = day.month.zip(day.day).filter(|_| !day.turned);
    let events = events.map_or(&[][..], |of_year| material.days_of_events(of_year));
    let mut found: Vec<civil::Date> = told.chain(events.iter().copied()).collect();
    if found.is_empty() {
        let year = briefing.manifest.as_of.first_day().year();
        found.extend(Day { year: Some(year), ..day }.whole());
    }
    found
}

/// The day that a weekday without one beside it is of: that of the event, the meeting or the claim, where there is one.
fn alone(material: &Material<'_>, text: &Text<'_>) -> Vec<civil::Date> {
    match text.about {
        About::Event(event) if event.until.is_none() && event.from.precision() == Precision::Day => {
            vec![event.from.first_day()]
        }
        About::Meeting => {
            let meeting = material.briefing.meeting.iter().filter(|meeting| meeting.date.precision() == Precision::Day);
            meeting.flat_map(|meeting| [Some(meeting.date), meeting.until]).flatten().map(Date::first_day).collect()
        }
        About::ClaimInShort(_) => {
            let short = material.texts().of_claim(text).filter(|other| other.is_short());
            let mut days: Vec<civil::Date> = short.flat_map(spread).filter_map(Day::whole).collect();
            days.sort_unstable();
            days.dedup();
            if days.len() == 1 { days } else { Vec::new() }
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{both_after, found_after, hold_in_pairs};

    #[test]
    fn a_day_and_a_month_do_not_change_places() {
        // Either of the two texts can be the wrong one.
        let found = |reason: &str| both_after(CHECKS, "council-in-tianjin", reason, "signed on 3 May 2024").len();
        assert_eq!(found("The pact was signed on 5 March 2024."), 2);
        assert_eq!(found("Договор подписан 5 марта 2024 года."), 2);
        assert_eq!(found("The pact was signed on 3 May 2024."), 0);
        assert_eq!(found("The pact of 5 March 2024 came before that of 3 May 2024."), 0);
    }

    #[test]
    fn days_and_days_of_the_week_stand_in_turn() {
        let right = [
            ("15 June, 11 September and 7 October 2001 were a Friday, a Tuesday and a Sunday.", "so"),
            ("A Friday and a Tuesday were 15 June and 11 September 2001.", "so"),
            ("Der 15. Juni und der 11. September 2001 waren ein Freitag und ein Dienstag.", "so"),
            ("15 июня и 11 сентября 2001 года были пятницей и вторником.", "так"),
            ("Le 15 juin et le 11 septembre 2001 étaient un vendredi et un mardi.", "so"),
            ("On Friday, 15 June 2001, and on Tuesday, 11 September 2001.", "so"),
        ];
        let wrong = [
            ("15 June, 11 September and 7 October 2001 were a Friday, a Monday and a Sunday.", "so"),
            ("A Friday and a Monday were 15 June and 11 September 2001.", "so"),
            ("Der 15. Juni und der 11. September 2001 waren ein Freitag und ein Mittwoch.", "so"),
            ("15 июня и 11 сентября 2001 года были пятницей и средой.", "так"),
            ("Le 15 juin et le 11 septembre 2001 étaient un jeudi et un mardi.", "so"),
        ];
        hold_in_pairs(CHECKS, "wider-remit", &wrong, &right);
    }

    #[test]
    fn a_day_that_others_are_counted_from_is_of_something_else() {
        // The state has its status since 9 May 2024.
        let note = |text: &str| {
            found_after(CHECKS, |briefing| {
                let spell = &mut briefing.rosters[0].spells[0];
                spell.from = "2024-05-09".parse().expect("a day");
                spell.note = Some(text.to_owned());
            })
        };
        for (right, wrong) in [
            ("Six days after independence on 3 May 2024.", "Admitted on 3 May 2024."),
            ("Через шесть дней после выборов 3 мая 2024 года.", "Принята 3 мая 2024 года."),
        ] {
            assert_eq!(note(right), [""; 0], "{right}");
            assert_eq!(note(wrong), ["Fail day-in-text"], "{wrong}");
        }
    }

    #[test]
    fn an_event_may_be_called_by_the_day_for_which_something_was_planned() {
        let called = |text: &str| {
            found_after(CHECKS, |briefing| {
                // Of 8 May.
                let event = &mut briefing.meeting.as_mut().expect("a meeting").chronology[0];
                text.clone_into(&mut event.label);
            })
        };
        assert_eq!(called("The talks that were planned for 5 May are put off"), [""; 0]);
        assert_eq!(called("Aplazan la cita prevista para el 5 de mayo"), [""; 0]);
    }
}
