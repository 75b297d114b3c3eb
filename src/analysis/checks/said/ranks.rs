//! Which one in the order of all: `the second-highest year`, `the lowest but one`, `the two best years`, and the highest of
//! what goes by a name of its own.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use super::super::texts::About;
use super::super::{Check, Finding, Material, Needs};
use super::figures::periods;
use super::measures::Measure;
use super::{Passage, each_told};
use crate::analysis::reading::{Mention, Says, Sign, Unit, What};
use crate::briefing::Period;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "rank-in-text",
    needs: Needs::Figures,
    holds: label!(checks::rank_in_text),
    run: |material| each_told(material, |passage| of_passage(material, passage)),
}];

/// Of fewer figures none has a rank that a text would tell.
const FEW: usize = 3;
/// Of so many years together a text can say that they were the best.
const TOGETHER: u32 = 6;

/// What a sentence says of the order: how far from which end, or that so many together are at it.
struct Rank {
    range: Range<usize>,
    lowest: bool,
    place: usize,
    together: bool,
}

/// Whether a sign stands for one end of an order: most are so, some only behind a number that says which one.
const fn lowest(sign: &Sign, numbered: bool) -> Option<bool> {
    match sign.says {
        Says::Highest => Some(false),
        Says::Lowest => Some(true),
        Says::Above | Says::InSize | Says::Best if numbered => Some(false),
        Says::Below if numbered => Some(true),
        _ => None,
    }
}

/// The number that says which one in the order a superlative is.
pub(super) fn place_of(passage: &Passage<'_, '_>, end: &Sign) -> Option<(Range<usize>, u32)> {
    let of = |sign: &Sign| {
        let Says::Ordinal(place) = sign.says else { return None };
        // `a third below its maximum` is a part of it.
        let is_part = |mention: &&Mention| {
            matches!(mention.what, What::Fraction(..)) && mention.range.contains(&sign.range.start)
        };
        if passage.mentions.iter().any(|mention| is_part(&mention)) {
            return None;
        }
        let led = sign.range == end.range || sign.range.end <= end.range.start;
        let near = led && passage.apart(&sign.range, &end.range).is_some_and(|words| words <= 1);
        (near && place > 1).then_some((sign.range.start..end.range.end, place))
    };
    let but_one = passage.signs_of(&[Says::ButOne]).find(|sign| {
        sign.range.start >= end.range.end && passage.apart(&sign.range, &end.range).is_some_and(|words| words <= 1)
    });
    passage.signs.iter().find_map(of).or_else(|| but_one.map(|sign| (end.range.start..sign.range.end, 2)))
}

fn rank(passage: &Passage<'_, '_>) -> Option<Rank> {
    let numbered = passage.signs.iter().find_map(|end| {
        let (range, place) = lowest(end, true).and_then(|_| place_of(passage, end))?;
        Some(Rank { range, lowest: lowest(end, true)?, place: usize::try_from(place).ok()?, together: false })
    });
    numbered.or_else(|| {
        let counted = |end: &Sign| {
            passage.quantities().find_map(|(mention, quantity)| {
                let years = matches!(quantity.unit, None | Some(Unit::Years | Unit::Months));
                let count = quantity.count().filter(|count| (2..=TOGETHER).contains(count) && years)?;
                let led = mention.range.end <= end.range.start && passage.apart(&mention.range, &end.range) == Some(0);
                led.then_some((mention.range.start..end.range.end, count))
            })
        };
        let is_end = |sign: &&Sign| lowest(sign, false).is_some() || sign.says == Says::Best;
        let end = passage.signs.iter().find(is_end)?;
        let together = counted(end);
        if together.is_none() && end.says == Says::Best {
            return None;
        }
        let is_counted = together.is_some();
        let (range, place) = together.unwrap_or_else(|| (end.range.clone(), 1));
        let place = usize::try_from(place).ok()?;
        Some(Rank { range, lowest: lowest(end, true)?, place, together: is_counted })
    })
}

fn of_passage(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let rank = rank(passage)?;
    let of_else = [Says::Rise, Says::Fall, Says::Growth, Says::Never, Says::Each, Says::Average, Says::Record];
    let compares = passage.near(&rank.range, &[Says::Than], 1)
        || rank.place == 1 && passage.signs_of(&[Says::Above, Says::Below]).any(|sign| sign.range == rank.range);
    // `of the five years`: some of them are meant.
    let of_some = passage.quantities().any(|(_, quantity)| quantity.unit == Some(Unit::Years));
    if passage.says_any(&of_else) || compares || of_some {
        return None;
    }
    let measures = material.measures();
    let measure = measures.meant(material, passage, rank.range.start)?;
    // The highest of the main series has a check of its own, and so has that of a note.
    let is_note = matches!(passage.text.about, About::Observation(_));
    if rank.place == 1 && (measures.is_main(measure) || is_note) {
        return None;
    }
    let since = since(passage);
    let own: Vec<Period> = if rank.together {
        let named: Vec<Period> = periods(passage).into_iter().map(|(_, period)| period).collect();
        Some(named).filter(|named| named.len() == rank.place && since.is_none())?
    } else {
        vec![measures.own_period(material, passage, since.as_slice())?]
    };
    // What was read, and what happened, was so when it was.
    let of_then = passage.text.field.starts_with("evidence:")
        || matches!(passage.text.about, About::Milestone(_))
        || passage.says_any(&[Says::Until, Says::Yet, Says::Then]);
    let wrong = |period: &Period| is_misplaced(&ordered(material, measure, since, *period), &rank, *period, of_then);
    let period = own.into_iter().find(wrong)?;
    let before = better(&ordered(material, measure, since, period), &rank, period)?;
    let said = passage.part(&rank.range);
    let title = message!(findings::rank_in_text, said = said.clone());
    let detail = message!(
        findings::rank_other,
        said = said.clone(),
        period = period,
        value = measure.value(material, period)?,
        place = u64::try_from(before + 1).ok()?,
        text = passage.text.text.to_owned()
    );
    Some(passage.finding(material, &said, title, detail))
}

/// The year from which on a sentence counts.
pub(super) fn since(passage: &Passage<'_, '_>) -> Option<Period> {
    let sign = passage.signs_of(&[Says::Since]).next()?;
    let mut after = periods(passage).into_iter().filter(|(range, _)| range.start >= sign.range.end);
    after.find(|(range, _)| passage.apart(&sign.range, range).is_some_and(|words| words <= 2)).map(|(_, period)| period)
}

/// The periods that one is held against.
fn ordered(
    material: &Material<'_>,
    measure: &Measure<'_>,
    since: Option<Period>,
    own: Period,
) -> BTreeMap<Period, Decimal> {
    let mut all = measure.values(material, own);
    all.retain(|period, _| since.is_none_or(|since| *period > since));
    all
}

/// How many periods are nearer to the end than one; none where it has no figure.
fn better(all: &BTreeMap<Period, Decimal>, rank: &Rank, own: Period) -> Option<usize> {
    let value = all.get(&own)?;
    let beats = |other: &Decimal| if rank.lowest { other < value } else { other > value };
    Some(all.values().filter(|other| beats(other)).count())
}

/// Whether a period is not where it is said to be among all of them, nor, where a text may speak of then, among those until
/// then.
fn is_misplaced(all: &BTreeMap<Period, Decimal>, rank: &Rank, own: Period, of_then: bool) -> bool {
    let until: BTreeMap<Period, Decimal> = all.range(..=own).map(|(period, value)| (*period, *value)).collect();
    let differs = |of: &BTreeMap<Period, Decimal>| {
        let better = better(of, rank, own)?;
        let alike = of.values().filter(|value| Some(*value) == of.get(&own)).count();
        Some(if rank.together { better >= rank.place } else { !(better + 1..=better + alike).contains(&rank.place) })
    };
    all.len() >= FEW.max(rank.place) && differs(all) == Some(true) && !(of_then && differs(&until) == Some(false))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, hold_in_pairs};
    use crate::briefing::Briefing;

    #[test]
    fn a_year_has_the_place_in_the_order_that_is_said() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        // Highest 2024, 2023, 2025, 2022; lowest 2016, 2017, 2018.
        let wrong = [
            ("In 2022 turnover was the second-highest.", "so"),
            ("Turnover had its third-best year in 2022.", "so"),
            ("Turnover had its two best years in 2022 and 2023.", "so"),
            ("Turnover was the lowest but one in 2018.", "so"),
            ("2022 hatte der Handel den zweithöchsten Wert.", "so"),
            ("В 2022 году торговля была второй по величине.", "так"),
            ("En 2022 le commerce fut le deuxième plus élevé.", "so"),
            ("En 2022 el comercio fue el segundo más alto.", "so"),
            ("2022年贸易额为第二高。", "so"),
            ("في عام 2022 كانت التجارة ثاني أعلى قيمة.", "so"),
        ];
        let right = [
            ("In 2023 turnover was the second-highest.", "so"),
            ("Turnover had its third-best year in 2025.", "so"),
            ("Turnover had its two best years in 2023 and 2024.", "so"),
            ("Turnover was the lowest but one in 2017.", "so"),
            ("2023 hatte der Handel den zweithöchsten Wert.", "so"),
            ("В 2023 году торговля была второй по величине.", "так"),
            ("En 2023 le commerce fut le deuxième plus élevé.", "so"),
            ("En 2023 el comercio fue el segundo más alto.", "so"),
            ("2023年贸易额为第二高。", "so"),
            ("في عام 2023 كانت التجارة ثاني أعلى قيمة.", "so"),
            ("In 2022 turnover of wood was the second-highest.", "so"),
            ("In 2022 turnover with Japan was the second-highest.", "so"),
            ("In 2022 turnover was not the second-highest.", "so"),
            ("In 2021 turnover was a third below that of 2024.", "so"),
            ("In 2022 turnover had the second-highest growth.", "so"),
            ("The second round followed, and turnover in 2022 was large.", "so"),
        ];
        hold_in_pairs(CHECKS, "turnover-2021-2024", &wrong, &right);
    }

    /// A series of what no list of words has.
    fn add_quota(briefing: &mut Briefing) {
        let mut other = briefing.trades[0].clone();
        other.subject = "Tuna quota of the Isles".to_owned();
        let series = &mut other.series[0];
        series.id = "quota".to_owned().try_into().expect("a key");
        series.flows[0].name = "Tuna quota".to_owned();
        briefing.trades.push(other);
    }

    #[test]
    fn a_measure_is_known_by_its_own_label() {
        let after = |reason: &str| {
            found_after(CHECKS, |briefing| {
                add_quota(briefing);
                let claim = briefing.claims.claims.iter_mut().find(|own| own.id.as_str() == "manufactured-goods");
                reason.clone_into(&mut claim.expect("a claim").reason);
            })
        };
        for (right, wrong) in [
            ("The tuna quota was the highest in 2024.", "The tuna quota was the highest in 2022."),
            ("Its quota was the third-highest in 2025.", "Its quota was the third-highest in 2022."),
            ("The quota was largest in 2024.", "The quota was largest in 2019."),
            ("The quota peaked in 2024.", "The quota peaked in 2018."),
        ] {
            assert_eq!(after(right), [""; 0], "{right}");
            assert_eq!(after(wrong), ["Warn rank-in-text"], "{wrong}");
        }
        // Of what has a series of its own the main one tells nothing: that had more in 2019 than in 2018.
        let figures = "Turnover came to 146.887 bn in 2021. ";
        let compared = |text: &str| {
            found_after(super::super::compared::CHECKS, |briefing| {
                add_quota(briefing);
                let claim = briefing.claims.claims.iter_mut().find(|own| own.id.as_str() == "manufactured-goods");
                claim.expect("a claim").reason = format!("{figures}{text}");
            })
        };
        assert_eq!(compared("It was larger in 2018 than in 2019."), ["Warn comparison-in-text"]);
        assert_eq!(compared("The quota was larger in 2018 than in 2019."), [""; 0]);
        for text in [
            "The herring quota was the highest in 2022.",
            "The quota fees were the highest in 2022.",
            "The quota of herring was the highest in 2022.",
            "Quotations were the highest in 2022.",
        ] {
            assert_eq!(after(text), [""; 0], "{text}");
        }
    }
}
