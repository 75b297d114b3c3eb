//! Where somebody was by what a text says, for some days, while an event has them far from there.

use std::ops::Range;

use jiff::civil;

use super::super::days_said::Days;
use super::super::whereabouts::{Stay, Stays, are_apart};
use super::super::{Finding, Material};
use super::{Passage, each_told};
use crate::analysis::reading::{Mention, Name, Named, Says, What};
use crate::briefing::Key;
use crate::{label, message};

/// So many words stand between somebody and where they were, and between that and the days.
const NEAR: usize = 3;
const AHEAD: usize = 8;

/// Everybody who is told of as somewhere, and was somewhere else in the midst of it.
pub(in super::super) fn elsewhere(material: &Material<'_>, stays: &Stays<'_>) -> Vec<Finding> {
    if stays.is_empty() {
        return Vec::new();
    }
    each_told(material, |passage| of_passage(material, stays, passage))
}

fn of_passage(material: &Material<'_>, stays: &Stays<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let (person, place) = whereabouts(passage)?;
    let (range, days) = days(passage, &place.range)?;
    let stays = stays.get(person)?;
    let name = material.name(place.of);
    // In the midst of those days, and not on the first or the last, on which one may come or go.
    let within = |stay: &&Stay<'_>| days.0 < stay.from && stay.until < days.1;
    let there = |stay: &Stay<'_>| stay.from <= days.1 && days.0 <= stay.until && !are_apart(name, &stay.event.place);
    if stays.iter().any(there) {
        return None;
    }
    let stay = stays.iter().filter(within).find(|stay| are_apart(name, &stay.event.place))?;
    let said = passage.part(&(place.range.start..range.end));
    let detail = message!(
        findings::two_places_said,
        person = material.name(person).to_owned(),
        said = said.clone(),
        event = stay.event.label.clone(),
        place = stay.event.place.clone(),
        text = passage.text.text.to_owned()
    );
    Some(passage.finding(material, &said, label!(findings::two_places), detail))
}

/// Who is said to have been where: `Xi was in Russia`, with nobody else between.
fn whereabouts<'t, 'a>(passage: &Passage<'t, 'a>) -> Option<(&'a Key, &'t Name<'a>)> {
    let reading = &passage.text.reading;
    let is_place = |name: &&Name<'_>| matches!(name.kind, Named::Place | Named::State);
    passage.names.iter().filter(is_place).find_map(|place| {
        let person = passage.names.iter().rfind(|name| name.range.end <= place.range.start)?;
        let between = person.range.end..place.range.start;
        let near = reading.between(between.clone()).is_some_and(|words| words <= NEAR);
        let was = passage.says_within(&between, &[Says::Was, Says::Is]) || passage.language() != "en";
        let is_in = passage.near_before(&place.range, &[Says::In], 0);
        (person.kind == Named::Person && near && was && is_in && !reading.parts_clauses(between))
            .then_some((person.of, place))
    })
}

/// The days that stand behind a place: of a span both ends.
fn days(passage: &Passage<'_, '_>, place: &Range<usize>) -> Option<(Range<usize>, Days)> {
    let mention: &Mention = passage.mentions.iter().find(|mention| {
        mention.range.start >= place.end && passage.apart(place, &mention.range).is_some_and(|words| words <= AHEAD)
    })?;
    let What::Span(from, until) = mention.what else { return None };
    let days: (civil::Date, civil::Date) = (from.whole()?, until.whole()?);
    let named = passage.names.iter().any(|name| place.end <= name.range.start && name.range.end <= mention.range.start);
    (!named).then(|| (mention.range.clone(), days))
}

#[cfg(test)]
mod tests {
    use crate::analysis::checks::tests::reason_after;
    use crate::analysis::checks::whereabouts::CHECKS;

    #[test]
    fn nobody_is_told_of_somewhere_else_than_where_an_event_has_them() {
        for text in [
            "Putin was in China on a state visit from 7 to 10 May 2025.",
            "Lavrov was in Kazakhstan from 12 to 14 July 2025.",
            "Путин был в Китае с 7 по 10 мая 2025 года.",
            "Putin war in China vom 7. bis 10. Mai 2025.",
            "Xi était en Inde du 5 au 12 mai 2025.",
        ] {
            assert_eq!(reason_after(CHECKS, "may-accords-discussed", text), ["Warn two-places"], "{text}");
        }
        for text in [
            "Xi was in Russia on a state visit from 7 to 10 May 2025.",
            "Putin was in China from 31 August to 3 September 2025.",
            "Lavrov was in China from 13 to 15 July 2025.",
            "Putin was not in China from 7 to 10 May 2025.",
            "Putin spoke of trade in China from 7 to 10 May 2025.",
        ] {
            assert_eq!(reason_after(CHECKS, "may-accords-discussed", text), [""; 0], "{text}");
        }
    }
}
