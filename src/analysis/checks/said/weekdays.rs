//! A day of the week that stands alone, against the one that the other texts of its claim have, and the days of its event.

use std::collections::BTreeSet;

use super::super::texts::{About, Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use crate::analysis::reading::{Mention, What};
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

fn of_text(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let alone = alone(text);
    let known: BTreeSet<u8> = match text.about {
        About::Claim(_) if !alone.is_empty() => {
            let others = material.texts().of_claim(text).flat_map(|other| &other.reading.mentions);
            others.filter_map(|mention| if let What::Weekday(day) = mention.what { Some(day) } else { None }).collect()
        }
        About::Event(event) if !alone.is_empty() && event.from.precision() == Precision::Day => {
            let until = event.until?.last_day();
            let days = event.from.first_day().series(jiff::Span::new().days(1)).take(8).take_while(|day| *day <= until);
            days.filter_map(|day| u8::try_from(day.weekday().to_monday_one_offset()).ok()).collect()
        }
        _ => return None,
    };
    let (mention, _) = alone.iter().find(|(_, day)| !known.contains(day))?;
    let one = matches!(text.about, About::Event(_)) || known.len() == 1;
    if known.is_empty() || !one || alone.len() > 1 {
        return None;
    }
    let said = text.part(&mention.range);
    let title = message!(findings::weekday_in_text, said = said.clone());
    let detail = message!(findings::weekday_elsewhere, said = said.clone(), text = text.text.to_owned());
    Some(Passage::all(text).next()?.finding(material, &said, title, detail))
}
