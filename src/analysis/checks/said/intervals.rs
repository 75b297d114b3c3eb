//! So many days, weeks, months or years before or after something that is known: the end of a year, the meeting, the
//! founding, a day that is named.

use std::ops::Range;

use jiff::civil;

use super::super::days_said::{Days, of_event};
use super::super::texts::{About, TOGETHER};
use super::super::{Check, Finding, Material, Needs};
use super::moments::known;
use super::places::read_at;
use super::same::Subject;
use super::{Passage, each_passage, is_disputed, joined_after};
use crate::analysis::reading::{Day, Mention, Quantity, Says, Sign, Unit, What};
use crate::briefing::{Date, Precision, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "interval-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::interval_in_text),
    run: |material| {
        each_passage(material, |passage| {
            let told = !passage.is_open() && !is_disputed(material, passage.text);
            let find = || {
                let first = of_passage(material, passage).or_else(|| otherwise(material, passage));
                first
                    .or_else(|| base_of_rate(material, passage))
                    .or_else(|| joined_after::of_passage(material, passage))
            };
            // `It was no founder and joined three years later.`
            let no_founder = || {
                let denied = passage.says(Says::Founder) && !passage.says_any(&[Says::Wish, Says::Never]);
                (denied && !is_disputed(material, passage.text)).then(|| joined_after::of_passage(material, passage))
            };
            if told { find() } else { no_founder().flatten() }
        })
    },
}];

/// So many words stand between `before` and what something is before.
const NEAR: usize = 6;

/// A number of days, weeks, months or years that a sentence counts from something.
struct Counted<'t> {
    mention: &'t Mention,
    sign: &'t Sign,
    count: i64,
    unit: Unit,
    /// Whether it is said to be rounded.
    round: bool,
}

impl Counted<'_> {
    /// How many days it is, and by how many it may be off.
    const fn days(&self) -> (i64, i64) {
        let (days, off) = match self.unit {
            Unit::Weeks => (7, 4),
            Unit::Months => (30, 16),
            Unit::Years => (365, 190),
            _ => (1, 1),
        };
        let all = match self.unit {
            Unit::Months => self.count * 30 + self.count * 7 / 16,
            Unit::Years => self.count * 365 + self.count / 4,
            _ => self.count * days,
        };
        (all, if self.round { off + days * 3 / 5 } else { off })
    }

    /// Whether as much lies between two days, the one before or after the other as it is said.
    fn fits(&self, own: Days, anchor: Days) -> bool {
        let (days, off) = self.days();
        let lies = |own: civil::Date, anchor: civil::Date| {
            let apart = i64::from((anchor - own).get_days());
            let apart = if is_before(self.sign.says) { apart } else { -apart };
            (apart - days).abs() <= off
        };
        [own.0, own.1].iter().any(|own| [anchor.0, anchor.1].iter().any(|anchor| lies(*own, *anchor)))
            || own.0 != own.1 && within(self, own, anchor)
    }
}

/// Whether a longer time, as a month or a year is one, has a day of which it is true.
fn within(counted: &Counted<'_>, own: Days, anchor: Days) -> bool {
    let (days, off) = counted.days();
    let (early, late) = if is_before(counted.sign.says) { (own.1, anchor.0) } else { (anchor.1, own.0) };
    let (start, end) = if is_before(counted.sign.says) { (own.0, anchor.1) } else { (anchor.0, own.1) };
    let least = i64::from((late - early).get_days());
    let most = i64::from((end - start).get_days());
    (least - off..=most + off).contains(&days)
}

const fn is_before(says: Says) -> bool {
    matches!(says, Says::Before)
}

/// What a sentence counts from something.
fn counted<'t>(passage: &Passage<'t, '_>) -> Vec<Counted<'t>> {
    let bounds = [Says::Round, Says::Nearly, Says::Over, Says::Under, Says::Bound, Says::More];
    let of = |(mention, quantity): (&'t Mention, &'t Quantity)| {
        let unit = quantity.unit.filter(|unit| {
            matches!(unit, Unit::Days | Unit::Weeks | Unit::Months | Unit::Years) && quantity.number.scale.is_none()
        })?;
        let count = i64::from(quantity.count()?);
        let sign = passage.signs_of(&[Says::Before, Says::After]).find(|sign| {
            sign.range.start >= mention.range.end
                && passage.apart(&mention.range, &sign.range).is_some_and(|words| words <= 1)
        })?;
        let in_part = passage.mentions.iter().any(|other| {
            matches!(other.what, What::Fraction(..))
                && passage.apart(&mention.range, &other.range).is_some_and(|words| words <= 3)
        });
        let round = passage.near_before(&mention.range, &bounds, 2);
        (!in_part).then_some(Counted { mention, sign, count, unit, round })
    };
    passage.quantities().filter_map(of).collect()
}

/// The days of a date that is said.
fn days_of(day: Day) -> Option<Days> {
    let first = civil::Date::new(day.year?, day.month.unwrap_or(1), day.day.unwrap_or(1)).ok()?;
    let last = match (day.month, day.day) {
        (_, Some(_)) => first,
        (Some(_), None) => first.last_of_month(),
        (None, None) => civil::Date::new(first.year(), 12, 31).ok()?,
    };
    Some((first, last))
}

/// What something is counted from, and what that is called.
fn anchor(material: &Material<'_>, passage: &Passage<'_, '_>, counted: &Counted<'_>) -> Option<(Days, Range<usize>)> {
    let reading = &passage.text.reading;
    let end = counted.sign.range.end;
    let follows = |range: &Range<usize>, most: usize| {
        range.start >= end
            && reading.between(end..range.start).is_some_and(|words| words <= most)
            && !reading.parts_clauses(end..range.start)
    };
    let day = passage.mentions.iter().find(|mention| follows(&mention.range, NEAR)).and_then(|mention| {
        let What::Day(day) = mention.what else { return None };
        Some((mention.range.clone(), day))
    });
    // `the end of 2025`
    let edge = passage.signs.iter().find(|sign| matches!(sign.says, Says::DaysOfMonth(..)) && follows(&sign.range, 1));
    if let Some(sign) = edge {
        let (range, day) = day.filter(|(_, day)| day.month.is_none())?;
        let year = day.year.filter(|_| passage.apart(&sign.range, &range).is_some_and(|words| words <= 1))?;
        let at = match sign.says {
            Says::DaysOfMonth(19, 31) => civil::Date::new(year, 12, 31).ok()?,
            Says::DaysOfMonth(1, 12) => civil::Date::new(year, 1, 1).ok()?,
            _ => return None,
        };
        return Some(((at, at), sign.range.start..range.end));
    }
    if let Some((range, day)) = day {
        return days_of(day).map(|days| (days, range));
    }
    if let Some(sign) = passage.signs_of(&[Says::Founded, Says::Founder]).find(|sign| follows(&sign.range, 4)) {
        let [roster] = &material.rosters[..] else { return None };
        let others = passage.names.iter().any(|name| name.range.start >= end && name.range.end <= sign.range.start);
        let founded = roster.members.roster.organisation.founded;
        return (!others).then(|| ((founded.first_day(), founded.last_day()), sign.range.clone()));
    }
    let sign = passage.signs_of(&[Says::Summit]).find(|sign| follows(&sign.range, 1))?;
    let meeting = material.briefing.meeting.as_ref()?;
    let chronology = material.briefing.chronology();
    let says_summit = |number: usize| {
        let label = material.texts().label(number);
        label.is_some_and(|label| label.reading.signs.iter().any(|sign| sign.says == Says::Summit))
    };
    let own = chronology.iter().position(|event| Some(&event.id) == meeting.event.as_ref());
    let own = own.filter(|number| says_summit(*number))?;
    // A claim about another summit speaks of that one.
    let other = read_at(material, passage.text).into_iter().any(|number| number != own && says_summit(number));
    let event = chronology.get(own).filter(|event| !other && event.from.precision() == Precision::Day)?;
    Some((of_event(event), sign.range.clone()))
}

/// `two days after the talks`, where nothing is said of which: those of the briefing, first, and whatever else happened.
fn of_talks(
    material: &Material<'_>,
    passage: &Passage<'_, '_>,
    counted: &Counted<'_>,
) -> Option<(Vec<Days>, Range<usize>)> {
    /// So many words belong to the talks themselves: `the`, `their`.
    const ARTICLE: usize = 1;
    let reading = &passage.text.reading;
    let meeting = material.briefing.meeting.as_ref()?;
    let sign = passage.signs_of(&[Says::Talks, Says::Meets]).find(|sign| {
        let led = sign.range.start >= counted.sign.range.end
            && passage.apart(&counted.sign.range, &sign.range).is_some_and(|words| words <= ARTICLE);
        // Of whom or where they were would follow.
        let next = reading.words_between(sign.range.end..passage.range.end).next();
        led && next.is_none_or(|(word, _)| reading.parts_clauses(sign.range.end..word.start))
    })?;
    let own = (meeting.date.first_day(), meeting.until.unwrap_or(meeting.date).last_day());
    let events = material.briefing.chronology().iter().take(4 * TOGETHER).map(of_event);
    Some((std::iter::once(own).chain(events).collect(), sign.range.clone()))
}

/// The days that can be meant by what is counted: the one named before it, or those that are told of the same.
fn subjects(material: &Material<'_>, passage: &Passage<'_, '_>, counted: &Counted<'_>) -> Vec<Days> {
    let mut before = passage.mentions.iter().rev().filter(|mention| mention.range.end <= counted.mention.range.start);
    let named = before.find_map(|mention| match mention.what {
        What::Day(day) => Some(day),
        _ => None,
    });
    if let Some(day) = named {
        // Of what year it is may be said elsewhere.
        return days_of(day).into_iter().collect();
    }
    // What is told of a spell is counted to its days.
    if let About::Spell(spell) = passage.text.about {
        return spell.dates().map(|date| (date.first_day(), date.last_day())).collect();
    }
    let mut all = known(material, passage.text);
    if let About::Event(event) = passage.text.about {
        all.extend((event.from.precision() == Precision::Day).then(|| of_event(event)));
    }
    all.truncate(4 * TOGETHER);
    all
}

fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    counted(passage).into_iter().find_map(|counted| {
        let named = anchor(material, passage, &counted).map(|(anchor, range)| (vec![anchor], range));
        let (anchors, range) = named.or_else(|| of_talks(material, passage, &counted))?;
        let subjects = subjects(material, passage, &counted);
        let fits = |own: &Days| anchors.iter().any(|anchor| counted.fits(*own, *anchor));
        if subjects.is_empty() || subjects.iter().any(fits) {
            return None;
        }
        let anchor = anchors.first()?;
        let said = passage.part(&(counted.mention.range.start..range.end));
        let title = message!(findings::interval_in_text, said = said.clone());
        let detail = message!(
            findings::interval_other,
            said = said.clone(),
            date = Date::day(anchor.1),
            dates = Value::list(subjects.iter().take(3).map(|(from, _)| Date::day(*from))),
            text = passage.text.text.to_owned()
        );
        Some(passage.finding(material, &said, title, detail))
    })
}

/// Another number of the same than all else about the same counts: `12 months later` beside `21 months later`.
fn otherwise(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    passage.text.claim()?;
    let here: Vec<Counted<'_>> = counted(passage);
    let [own] = &here[..] else { return None };
    if anchor(material, passage, own)
        .is_some_and(|(anchor, _)| subjects(material, passage, own).iter().any(|days| own.fits(*days, anchor)))
    {
        return None;
    }
    let counts = |counted: &Counted<'_>| counted.mention.range.start..counted.sign.range.end;
    let subject = Subject::of(material, passage, &[counts(own)]);
    let mut other = None;
    for text in material.texts().of_claim(passage.text) {
        for there in Passage::all(text) {
            for counted in self::counted(&there).into_iter().filter(|counted| counted.unit == own.unit) {
                if counted.count == own.count {
                    return None;
                }
                let of_same = Subject::of(material, &there, &[counts(&counted)]);
                let same = !subject.is_of_others(&of_same)
                    && !subject.is_of_other_days(&of_same)
                    && subject.shared(&of_same) > 0;
                if same && other.is_none() {
                    other = Some((there.part(&counted.mention.range), text.text));
                }
            }
        }
    }
    let (other, beside) = other?;
    let said = passage.part(&own.mention.range);
    let title = message!(findings::interval_in_text, said = said.clone());
    Some(passage.finding_beside(material, &said, title, (other, beside)))
}

/// `28.2 % more than two years before`, of a rate that was published as that of a year.
fn base_of_rate(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let counted = counted(passage).into_iter().find(|own| {
        own.unit == Unit::Years
            && own.count > 1
            && passage.near_before(&own.mention.range, &[Says::Than, Says::More, Says::Bound, Says::Over], 1)
    })?;
    let (rate, quantity) = passage.quantities().find(|(mention, quantity)| {
        let near = passage.apart(&mention.range, &counted.mention.range).is_some_and(|words| words <= 4);
        quantity.unit == Some(Unit::PerCent) && near && mention.range.end <= counted.mention.range.start
    })?;
    let published = material.known().periods_of_rate(&quantity.number, i16::MIN);
    let period = published.first()?;
    let said = passage.part(&(rate.range.start..counted.sign.range.end));
    let title = message!(findings::interval_in_text, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail = message!(findings::interval_of_rate, said = said.clone(), period = *period, text = text);
    Some(passage.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, hold_in_pairs};

    #[test]
    fn so_much_lies_between() {
        let wrong = [
            ("It was signed on 15 January 2026.", "signed five days after the end of 2025"),
            ("The treaty was signed on 1 March 2020, ten months after the war ended on 1 May 2018.", "as signed"),
            ("Le traité fut signé le 1 mars 2020, dix mois après la guerre finie le 1 mai 2018.", "signé"),
            ("Договор подписан 1 марта 2020 года, за два месяца до войны 1 сентября 2020 года.", "подписан"),
            (
                "El tratado se firmó el 1 de marzo de 2020, tres años antes de la guerra del 1 de marzo de 2021.",
                "firmado",
            ),
            (
                "Der Vertrag wurde am 1. März 2020 unterzeichnet, fünf Monate vor dem Krieg am 1. Mai 2020.",
                "unterzeichnet",
            ),
            ("The pact was signed 40 days later.", "the pact, 14 days later"),
            ("The council met on 21 July 2025, four days after the talks; a list was read.", "as it met"),
            ("Der Rat tagte am 21. Juli 2025, vier Tage nach den Gesprächen.", "wie er tagte"),
            ("Совет собрался 21 июля 2025 года, через четыре дня после переговоров.", "как собрался"),
        ];
        let right = [
            ("It was signed on 15 January 2026.", "signed 15 days after the end of 2025"),
            ("The treaty was signed on 1 March 2020, almost two years after the war ended on 1 May 2018.", "as signed"),
            ("Договор подписан 1 марта 2020 года, за шесть месяцев до войны 1 сентября 2020 года.", "подписан"),
            (
                "Der Vertrag wurde am 1. März 2020 unterzeichnet, zwei Monate vor dem Krieg am 1. Mai 2020.",
                "unterzeichnet",
            ),
            ("The council met on 21 July 2025, eight days after the talks.", "as it met"),
            ("The council met on 21 July 2025, a week after the talks.", "as it met"),
            ("The council met on 21 July 2025, four days after the talks in Almaty.", "as it met"),
            ("Der Rat tagte am 21. Juli 2025, acht Tage nach den Gesprächen.", "wie er tagte"),
            ("The pact was not signed five days after the end of 2025.", "15 January 2026"),
            ("The pact was signed 40 days later.", "the visit came 14 days later"),
            ("It may be signed ten days after the end of 2025.", "signed on 5 January 2026"),
        ];
        hold_in_pairs(CHECKS, "ministers-satisfied", &wrong, &right);
    }

    #[test]
    fn what_is_told_of_a_spell_is_counted_to_its_days() {
        let note = |text: &str| {
            found_after(CHECKS, |briefing| {
                let spell = &mut briefing.rosters[0].spells[0];
                spell.from = "1984-01-07".parse().expect("a day");
                spell.note = Some(text.to_owned());
            })
        };
        for (right, wrong) in [
            ("Six days after independence on 1 January 1984.", "Six months after independence on 1 January 1984."),
            (
                "Six jours après l’indépendance du 1er janvier 1984.",
                "Six mois après l’indépendance du 1er janvier 1984.",
            ),
        ] {
            assert_eq!(note(right), [""; 0], "{right}");
            assert_eq!(note(wrong), ["Warn interval-in-text"], "{wrong}");
        }
    }
}
