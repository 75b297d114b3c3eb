//! From when to when, in what month and on which day after another: what a text says of the events that it is read with.

use std::ops::Range;

use jiff::{Span, civil};

use super::super::days_said::{Days, of_event};
use super::super::texts::{About, Text, each_held};
use super::super::{Check, Finding, Material, Needs, Subject};
use super::places::read_at;
use super::{Passage, is_disputed};
use crate::analysis::reading::{Day, Mention, Says, Unit, What};
use crate::briefing::{Date, Precision, Value};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "span-of-event",
    needs: Needs::Nothing,
    holds: label!(checks::span_of_event),
    run: |material| {
        each_held(material, |material, text| {
            let quoted = || told_from(material, text).or_else(|| from_publication(material, text));
            one_end(material, text).or_else(|| month(material, text)).or_else(quoted)
        })
        .into_iter()
        .chain(of_notes(material))
        .collect()
    },
}];

fn finding(
    material: &Material<'_>,
    passage: &Passage<'_, '_>,
    range: &Range<usize>,
    dates: impl IntoIterator<Item = civil::Date>,
) -> Finding {
    let said = passage.part(range);
    let title = message!(findings::time_in_text, said = said.clone());
    let dates = Value::list(dates.into_iter().take(4).map(Date::day));
    let detail =
        message!(findings::time_other, said = said.clone(), dates = dates, text = passage.text.text.to_owned());
    passage.finding(material, &said, title, detail)
}

/// The days of the events that are read with a text.
fn events(material: &Material<'_>, text: &Text<'_>) -> Vec<Days> {
    let chronology = material.briefing.chronology();
    let here = read_at(material, text).into_iter().filter_map(|number| chronology.get(number));
    here.filter(|event| event.from.precision() != Precision::Year).map(of_event).collect()
}

/// `from 8 to 18 March`, of what went on from 8 to 10 March: one end of it, and another that nothing knows.
fn one_end(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    if !text.is_of_document() || is_disputed(material, text) {
        return None;
    }
    let spans = text.reading.mentions.iter().filter_map(|mention| match mention.what {
        What::Span(from, until) => Some((mention, from.whole()?, until.whole()?)),
        _ => None,
    });
    let spans: Vec<(&Mention, civil::Date, civil::Date)> = spans.filter(|(_, from, until)| from < until).collect();
    if spans.is_empty() {
        return None;
    }
    let own = events(material, text);
    let beside = material.texts().beside(material.briefing, text);
    spans.into_iter().find_map(|(mention, from, until)| {
        let (start, end) = own.iter().find(|(start, end)| start < end && (*start == from) != (*end == until))?;
        let other = if *start == from { until } else { from };
        let told = |mention: &Mention| mention.days().any(|day| day.is_day() && day.meets(other, other));
        let in_text = text.reading.mentions.iter().any(|own| own.range != mention.range && told(own));
        let elsewhere = beside.iter().any(|text| text.reading.mentions.iter().any(told));
        let known = own.iter().any(|(start, end)| *start == other || *end == other);
        let passage = Passage::around(text, mention.range.start)?;
        let wrong = !in_text && !elsewhere && !known && !passage.is_open();
        wrong.then(|| finding(material, &passage, &mention.range, [*start, *end]))
    })
}

/// `in October 2025`, of what is read with an event of December that other texts have in December.
fn month(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let short = text.is_short() || matches!(text.about, About::Sentence(_));
    if !short || !text.is_of_document() {
        return None;
    }
    let is_month = |day: &Day| day.month.is_some() && day.day.is_none();
    let named = text.reading.mentions.iter().filter_map(|mention| match mention.what {
        What::Day(day) if is_month(&day) => Some((mention, day)),
        _ => None,
    });
    let named: Vec<(&Mention, Day)> = named.collect();
    let [(mention, day)] = named[..] else { return None };
    let own = events(material, text);
    let meets = |day: Day| own.iter().any(|(from, until)| day.meets(*from, *until));
    if own.is_empty() || meets(day) || text.reading.days().any(Day::is_day) {
        return None;
    }
    let passage = Passage::around(text, mention.range.start)?;
    let others = [Says::Not, Says::Trade, Says::Exports, Says::Imports, Says::Before, Says::After, Says::Since];
    if passage.says_any(&others) {
        return None;
    }
    let beside = material.texts().beside(material.briefing, text);
    let told: Vec<Day> =
        beside.iter().flat_map(|other| other.reading.days()).filter(|day| day.month.is_some()).collect();
    let borne_out = told.iter().any(|other| other.agrees(day));
    let meant = told.iter().any(|other| meets(*other));
    (!borne_out && meant).then(|| finding(material, &passage, &mention.range, own.iter().map(|(from, _)| *from)))
}

/// A day so many days after another, where a text counts in days from that.
fn after(day: civil::Date, days: i16) -> Option<civil::Date> {
    day.checked_add(Span::new().days(i64::from(days))).ok()
}

/// The day on which the document, or a source, appeared.
fn published(material: &Material<'_>, text: &Text<'_>) -> Option<civil::Date> {
    let briefing = material.briefing;
    let of_source = |key: &str| {
        let source = briefing.sources.sources.iter().find(|source| source.id.as_str() == key)?;
        source.published.filter(|date| date.precision() == Precision::Day)
    };
    let date = match (&text.subject, text.field.strip_prefix("evidence:")) {
        (Subject::Source(key), _) => of_source(key.as_str()),
        (_, Some(key)) => of_source(key),
        _ => briefing.document_source().and_then(|key| of_source(key.as_str())),
    };
    date.map(Date::first_day)
}

/// `“yesterday (15 July)”`, in what appeared on 14 July, and `“tomorrow” makes 14 July its day of publication`, of what
/// was on 13 July.
fn told_from(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    // Most texts have neither a day in brackets nor a word for the day on which the document appeared.
    let in_bracket = |mention: &Mention| text.text[..mention.range.start].ends_with(['(', '（']);
    let bracketed = text.reading.mentions.iter().any(in_bracket);
    if !bracketed && !text.reading.signs.iter().any(|sign| sign.says == Says::Publication) {
        return None;
    }
    let told = text.reading.counted_from_today();
    let (range, step, _) = told.iter().find(|(.., unit)| *unit == Unit::Days)?;
    let passage = Passage::around(text, range.start)?;
    let mention = passage.mentions.iter().find(|mention| mention.range.start >= range.end)?;
    let What::Day(day) = mention.what else { return None };
    let bracket = text.reading.spelt(range.end..mention.range.start).map(|(_, word)| word.into_owned());
    let base = published(material, text)?;
    let meant = after(base, *step)?;
    if bracket.collect::<Vec<_>>() == ["("] {
        let wrong = day.is_day() && !day.meets(meant, meant);
        return wrong.then(|| finding(material, &passage, &(range.start..mention.range.end), [meant]));
    }
    let quoted = text.text[..range.start].ends_with(['“', '"', '«', '„', '「', '"']);
    let own = events(material, text);
    let wrong = quoted
        && text.claim().is_some()
        && passage.says(Says::Publication)
        && !own.is_empty()
        && day.whole() == Some(base)
        && !own.iter().any(|(from, until)| (*from..=*until).contains(&meant));
    wrong.then(|| finding(material, &passage, range, own.iter().map(|(from, _)| *from)))
}

/// `the day after publication, on 13 July`, of what appeared on 14 July.
fn from_publication(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    /// So many words stand between that and the day.
    const NEAR: usize = 4;
    if !text.is_of_document() {
        return None;
    }
    Passage::all(text).find_map(|passage| {
        let (sign, days) = passage.signs.iter().find_map(|sign| match sign.says {
            Says::DaysOff(days) if days != 0 => Some((sign, days)),
            _ => None,
        })?;
        let of_it = |other: &&crate::analysis::reading::Sign| {
            other.range.start >= sign.range.end
                && passage.apart(&sign.range, &other.range).is_some_and(|words| words <= 1)
        };
        let noun = passage.signs_of(&[Says::Publishing]).find(of_it)?;
        let day = passage.mentions.iter().find(|mention| {
            passage.apart(&noun.range, &mention.range).is_some_and(|words| words <= NEAR)
                && mention.days().next().is_some_and(Day::is_day)
        })?;
        let meant = after(published(material, text)?, days)?;
        let wrong = !day.days().any(|day| day.meets(meant, meant));
        let range = sign.range.start.min(day.range.start)..day.range.end.max(noun.range.end);
        wrong.then(|| finding(material, &passage, &range, [meant]))
    })
}

/// The same in what sources say of themselves.
fn of_notes(material: &Material<'_>) -> Vec<Finding> {
    let notes =
        material.texts().all.iter().filter(|text| matches!(text.about, About::Source) && &*text.field == "note");
    notes.filter_map(|text| told_from(material, text)).collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after, sentences};

    #[test]
    fn a_span_is_that_of_its_event() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for text in [
            "He was in Wonsan from 11 to 18 July 2025.",
            "He was in Wonsan from 9 to 13 July 2025.",
            "Он был в Вонсане с 11 по 18 июля 2025 года.",
            "Er war vom 11. bis 18. Juli 2025 in Wonsan.",
        ] {
            assert_eq!(reason_after(CHECKS, "by-way-of-north-korea", text), ["Warn span-of-event"], "{text}");
        }
        for text in [
            "He was in Wonsan from 11 to 13 July 2025.",
            "He was away from 11 to 18 July 2025, and spoke on 18 July 2025.",
            "He was away from 5 to 18 July 2025.",
            "He was not in Wonsan from 11 to 18 July 2025.",
        ] {
            assert_eq!(reason_after(CHECKS, "by-way-of-north-korea", text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_is_told_from_a_day_is_so_many_days_after_it() {
        for (right, wrong) in [
            (
                "“yesterday” makes 14 July 2025 its day of publication.",
                "“today” makes 14 July 2025 its day of publication.",
            ),
            ("It came “yesterday (13 July)”.", "It came “yesterday (12 July)”."),
        ] {
            assert_eq!(reason_after(CHECKS, "meeting-in-beijing", right), [""; 0], "{right}");
            assert_eq!(reason_after(CHECKS, "meeting-in-beijing", wrong), ["Warn span-of-event"], "{wrong}");
        }
        let paraphrase =
            |text: &str| found_after(CHECKS, |briefing| text.clone_into(&mut sentences(briefing)[0].paraphrase));
        for (right, wrong) in [
            (
                "They met on the day before publication, on 13 July.",
                "They met on the day after publication, on 13 July.",
            ),
            (
                "Встреча прошла накануне публикации, 13 июля.",
                "Встреча прошла на следующий день после публикации, 13 июля.",
            ),
        ] {
            assert_eq!(paraphrase(right), [""; 0], "{right}");
            assert_eq!(paraphrase(wrong), ["Warn span-of-event"], "{wrong}");
        }
    }
}
