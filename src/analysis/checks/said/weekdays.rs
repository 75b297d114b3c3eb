//! A day of the week that stands alone, against the one that the other texts of its claim have, and the days of its event.

use std::collections::BTreeSet;

use jiff::civil;

use super::super::texts::{About, Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use crate::analysis::reading::{Day, Mention, What};
use crate::briefing::Precision;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "weekday-alone",
    needs: Needs::Nothing,
    holds: label!(checks::weekday_alone),
    run: |material| each_held(material, of_text),
}];

/// The weekdays of a text that have no day of a month beside them.
fn alone<'t>(text: &'t Text<'_>) -> Vec<(&'t Mention, u8)> {
    let mentions = &text.reading.mentions;
    let is_day = |mention: &&Mention| matches!(mention.what, What::Day(day) if day.is_day());
    let near = |a: &Mention, b: &Mention| text.reading.apart(&a.range, &b.range).is_some_and(|words| words <= 3);
    let weekday = |mention: &'t Mention| match mention.what {
        What::Weekday(day) if !mentions.iter().filter(is_day).any(|other| near(mention, other)) => Some((mention, day)),
        _ => None,
    };
    mentions.iter().filter_map(weekday).collect()
}

/// The days of the week from one day to another.
fn weekdays(from: civil::Date, until: civil::Date) -> impl Iterator<Item = u8> {
    let days = from.series(jiff::Span::new().days(1)).take(8).take_while(move |day| *day <= until);
    days.filter_map(|day| u8::try_from(day.weekday().to_monday_one_offset()).ok())
}

/// The days of the week of the meeting, and of whatever the texts of a claim name the day of.
fn days_of(material: &Material<'_>, text: &Text<'_>) -> BTreeSet<u8> {
    let meeting = material.briefing.meeting.as_ref();
    let own = meeting.map(|meeting| (meeting.date.first_day(), meeting.until.unwrap_or(meeting.date).last_day()));
    let beside = material.texts().beside(material.briefing, text);
    let named = beside.iter().flat_map(|other| &other.reading.mentions).flat_map(Mention::days).filter_map(Day::whole);
    own.into_iter().chain(named.map(|day| (day, day))).flat_map(|(from, until)| weekdays(from, until)).collect()
}

fn of_text(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let alone = alone(text);
    let known: BTreeSet<u8> = match text.about {
        About::Claim(_) if !alone.is_empty() => {
            let others = material.texts().of_claim(text).flat_map(|other| &other.reading.mentions);
            others.filter_map(|mention| if let What::Weekday(day) = mention.what { Some(day) } else { None }).collect()
        }
        About::Event(event) if !alone.is_empty() && event.from.precision() == Precision::Day => {
            weekdays(event.from.first_day(), event.until?.last_day()).collect()
        }
        _ => return None,
    };
    let (mention, day) = alone.iter().find(|(_, day)| !known.contains(day))?;
    let one = matches!(text.about, About::Event(_)) || known.len() == 1;
    // What went on for days was on each of them, and two days may be told of.
    if known.is_empty() || !one || alone.len() > 1 || days_of(material, text).contains(day) {
        return None;
    }
    let said = text.part(&mention.range);
    let title = message!(findings::weekday_in_text, said = said.clone());
    let detail = message!(findings::weekday_elsewhere, said = said.clone(), text = text.text.to_owned());
    Some(Passage::all(text).next()?.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::both_after;

    #[test]
    fn two_days_may_be_told_of() {
        for (reason, note, found) in [
            ("The pact was signed on Tuesday.", "on Wednesday", true),
            ("They landed on Saturday, 20 May 2023, and met on 21 May 2023.", "session on Sunday", false),
            ("Sie landeten am Samstag, 20. Mai 2023, und tagten am 21. Mai 2023.", "Sitzung am Sonntag", false),
        ] {
            assert_eq!(!both_after(CHECKS, "ministers-satisfied", reason, note).is_empty(), found, "{note}");
        }
    }
}
