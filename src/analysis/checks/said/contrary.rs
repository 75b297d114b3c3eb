//! The contrary of what all else about the same says: `sales of food fell`, where others have them rise.

use std::ops::Range;

use super::super::texts::{About, Text, each_held};
use super::super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::fold::stem;
use crate::analysis::reading::{Says, Way, What};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "contrary-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::contrary_in_text),
    run: |material| each_held(material, of_text),
}];

/// What cannot both be.
const CONTRARIES: [(Says, Says); 3] =
    [(Says::Rise, Says::Fall), (Says::Surplus, Says::Deficit), (Says::Highest, Says::Lowest)];
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
    let all = CONTRARIES.iter().flat_map(|(a, b)| [*a, *b]).collect::<Vec<_>>();
    let signs = text.reading.signs.iter().filter(|sign| all.contains(&sign.says));
    let mut found: Vec<(Range<usize>, Says)> = signs.map(|sign| (sign.range.clone(), sign.says)).collect();
    found.extend(text.reading.mentions.iter().filter_map(|mention| match &mention.what {
        What::Quantity(quantity) if quantity.is_rate() => {
            let says = if quantity.way? == Way::Up { Says::Rise } else { Says::Fall };
            Some((mention.range.clone(), says))
        }
        _ => None,
    }));
    found
}

const fn contrary(says: Says) -> Option<Says> {
    match says {
        Says::Rise => Some(Says::Fall),
        Says::Fall => Some(Says::Rise),
        Says::Surplus => Some(Says::Deficit),
        Says::Deficit => Some(Says::Surplus),
        Says::Highest => Some(Says::Lowest),
        Says::Lowest => Some(Says::Highest),
        _ => None,
    }
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

fn of_text(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let tells = |text: &Text<'_>| text.claim().is_some() || matches!(text.about, About::Sentence(_));
    if !tells(text) {
        return None;
    }
    let own = said(text);
    if own.is_empty() {
        return None;
    }
    let beside = material.texts().beside(material.briefing, text);
    let others: Vec<&&Text<'_>> = beside.iter().filter(|other| tells(other)).collect();
    own.iter().find_map(|(range, says)| {
        let against = contrary(*says)?;
        let words = of_what(text, range);
        let rare = words.into_iter().filter(|word| material.times_said(word) <= OFTEN);
        rare.into_iter().find_map(|word| {
            let says_of = |other: &Text<'_>, says: Says| {
                let mut all = said(other).into_iter().filter(|(_, own)| *own == says);
                all.any(|(range, _)| of_what(other, &range).iter().any(|other| stem(other) == stem(word)))
            };
            // The text itself, or another, may speak of both.
            let both = says_of(text, against) || others.iter().any(|other| says_of(other, *says));
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
