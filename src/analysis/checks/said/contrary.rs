//! The contrary of what all else about the same says: `sales of food fell`, where others have them rise.

use std::ops::Range;

use super::super::texts::{Text, each_held};
use super::super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::fold::stem;
use crate::analysis::reading::{Says, What};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "contrary-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::contrary_in_text),
    run: |material| each_held(material, of_text),
}];

/// A word that stands more often in a briefing is said of many things.
const OFTEN: usize = 24;
/// From so many letters on a word says something.
const LONG: usize = 4;
/// So many words stand between something and what is said of it.
const NEAR: usize = 3;
/// So many other texts have to say the contrary.
const AGREE: usize = 2;

/// Where a text says one side of a contrary.
fn said(text: &Text<'_>) -> Vec<(Range<usize>, Says)> {
    let signs = text.reading.signs.iter().filter(|sign| sign.says.contrary().is_some());
    let mut found: Vec<(Range<usize>, Says)> = signs.map(|sign| (sign.range.clone(), sign.says)).collect();
    found.extend(text.reading.mentions.iter().filter_map(|mention| match &mention.what {
        What::Quantity(quantity) if quantity.is_rate() => Some((mention.range.clone(), quantity.way?.says())),
        _ => None,
    }));
    found
}

/// The words right before one side of a contrary, of which it is said.
fn of_what<'t>(text: &'t Text<'_>, range: &Range<usize>) -> Vec<&'t str> {
    let reading = &text.reading;
    let span = reading.back(range.start, NEAR + 1)..range.start;
    let sign = |own: &Range<usize>| {
        reading.signs.iter().any(|sign| sign.range.start <= own.start && own.end <= sign.range.end)
    };
    let words = reading.words_between(span);
    let long =
        words.filter(|(own, word)| word.chars().count() >= LONG && word.chars().all(char::is_alphabetic) && !sign(own));
    long.map(|(_, word)| word).collect()
}

/// What a text says, each with the words of which it says it.
type Told<'t> = Vec<(Says, Vec<&'t str>)>;

fn told<'t>(text: &'t Text<'_>) -> Told<'t> {
    said(text).into_iter().map(|(range, says)| (says, of_what(text, &range))).collect()
}

fn of_text(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    if !text.is_of_document() {
        return None;
    }
    let own = said(text);
    if own.is_empty() {
        return None;
    }
    let beside = material.texts().beside(material.briefing, text);
    let others: Vec<Told<'_>> = beside.iter().filter(|other| other.is_of_document()).map(|other| told(other)).collect();
    let here = told(text);
    own.iter().find_map(|(range, says)| {
        let against = says.contrary()?;
        let words = of_what(text, range);
        let rare = words.into_iter().filter(|word| material.times_said(word) <= OFTEN);
        rare.into_iter().find_map(|word| {
            let says_of = |told: &Told<'_>, says: Says| {
                let mut all = told.iter().filter(|(own, _)| *own == says);
                all.any(|(_, words)| words.iter().any(|other| stem(other) == stem(word)))
            };
            // The text itself, or another, may speak of both.
            let both = says_of(&here, against) || others.iter().any(|other| says_of(other, *says));
            let agree = others.iter().filter(|other| says_of(other, against)).count();
            if both || agree < AGREE {
                return None;
            }
            let said = text.part(range);
            let title = message!(findings::contrary_in_text, said = said.clone());
            let detail = message!(
                findings::contrary_other,
                said = said.clone(),
                word = word.to_owned(),
                text = text.text.to_owned()
            );
            let finding = text.finding(material.briefing, Outcome::Warn, title, detail);
            Some(finding.apart(&said).likely_caused_by(&said))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn nothing_falls_that_all_else_has_rise() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        let point = |text: &str| {
            found_after(CHECKS, |briefing| {
                let points = &mut briefing.claims.key_points;
                let point =
                    points.iter_mut().find(|point| point.claim.as_str() == "chinese-consumers").expect("a point");
                text.clone_into(&mut point.text);
            })
        };
        assert_eq!(point("The article gives no figure; sales of food rose."), [""; 0]);
        assert_eq!(point("The article gives no figure; sales of food fell."), ["Warn contrary-in-text"]);
        assert_eq!(reason_after(CHECKS, "chinese-consumers", "Prices of oil fell."), [""; 0]);
    }
}
