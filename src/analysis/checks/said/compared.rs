//! One period against another: averages of several, more or less than in another, by how much, and how often in a row.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use super::figures::{Figures, each, periods};
use crate::analysis::reading::{Mention, Quantity, Says, Unit, Way};
use crate::analysis::trade;
use crate::briefing::Period;
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[
    Check {
        key: "average-in-text",
        needs: Needs::Figures,
        holds: label!(checks::average_in_text),
        run: |material| each_of(material, average),
    },
    Check {
        key: "comparison-in-text",
        needs: Needs::Figures,
        holds: label!(checks::comparison_in_text),
        run: |material| each_of(material, compared),
    },
];

type Find = fn(&Material<'_>, &Figures<'_, '_>, &Passage<'_, '_>) -> Option<Finding>;

/// What is found in each sentence that says how it was, and that nothing is against.
pub(super) fn each_of(material: &Material<'_>, find: Find) -> Vec<Finding> {
    each(material, |material, figures, passage| {
        passage.is_told(material).then(|| find(material, figures, passage)).flatten()
    })
}

/// By so much of itself an average may be off: years were restated since.
const SLACK: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

fn average(material: &Material<'_>, figures: &Figures<'_, '_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    if !passage.says(Says::Average) || !figures.are_meant(material, passage) {
        return None;
    }
    let in_unit = |(mention, quantity): (&Mention, &Quantity)| {
        let plain = quantity.unit.is_none() && !quantity.spelled;
        Some((mention.range.clone(), quantity.number, figures.in_unit(&quantity.number).filter(|_| plain)?))
    };
    let all: Vec<_> = passage.quantities().filter_map(in_unit).collect();
    let [(range, number, said)] = &all[..] else { return None };
    let each = passage.signs.iter().find_map(|sign| match sign.says {
        Says::Per(months) => Some(u32::from(months)).filter(|months| *months > 0),
        _ => None,
    });
    let (first, last, over) = averaged(figures, passage, each)?;
    // Of what is longer than it is said to be of, the part.
    let share = each.zip(first.months()).map_or(Decimal::ONE, |(each, own)| {
        if over.len() > 1 && own < each || own == each {
            Decimal::ONE
        } else {
            Decimal::from(each) / Decimal::from(own)
        }
    });
    let mean = |of: &super::figures::Of| {
        let values: Option<Vec<Decimal>> = over.iter().map(|period| figures.value(*of, *period)).collect();
        let values = values?;
        let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))?;
        sum.checked_mul(share)?.checked_div(Decimal::from(values.len()))
    };
    let means: Vec<Decimal> = figures.meant(passage).iter().filter_map(mean).collect();
    let is_round = passage.says(Says::Round);
    let near = |mean: &Decimal| {
        (said - mean).abs() <= mean * SLACK
            || number.scale.is_some() && crate::analysis::reading::agree(*said, mean.round_dp(said.scale()))
            || is_round && super::rounded::rounds_to(*said, *mean)
    };
    if means.is_empty() || means.iter().any(near) {
        return None;
    }
    let mean = means.iter().min_by_key(|mean| (**mean - said).abs())?;
    let quoted = passage.part(range);
    let title = message!(findings::average_in_text, said = quoted.clone());
    let (text, value) = (passage.text.text.to_owned(), mean.round_dp(said.scale().max(1)));
    let detail =
        message!(findings::average_other, said = quoted.clone(), value = value, from = first, to = last, text = text);
    Some(passage.finding(material, &quoted, title, detail))
}

/// The periods that something is averaged over: from the first that is named to the last, or those within the only one.
fn averaged(
    figures: &Figures<'_, '_>,
    passage: &Passage<'_, '_>,
    each: Option<u32>,
) -> Option<(Period, Period, Vec<Period>)> {
    /// So many periods are averaged at the most.
    const MANY: usize = 60;
    let named: Vec<Period> = periods(passage).into_iter().map(|(_, period)| period).collect();
    match named[..] {
        [one] => {
            let months = each.filter(|months| one.months().is_some_and(|own| own > *months))?;
            let parts = figures.within(one, months);
            Some((
                *parts.as_ref().and_then(|parts| parts.first()).unwrap_or(&one),
                one,
                parts.unwrap_or_else(|| vec![one]),
            ))
        }
        [first, last] if first < last && first.months() == last.months() => {
            let mut over = vec![first];
            while over.len() < MANY && over.last() != Some(&last) {
                over.push(over.last()?.next()?);
            }
            (over.last() == Some(&last)).then_some((first, last, over))
        }
        _ => None,
    }
}

/// One period against another: the one that is more or less, the one it is held against, and which way.
struct Comparison {
    range: Range<usize>,
    of: Period,
    against: Period,
    way: Way,
}

const fn way_of(says: Says) -> Option<Way> {
    match says {
        Says::Above | Says::Rise | Says::Faster => Some(Way::Up),
        Says::Below | Says::Fall | Says::Slower => Some(Way::Down),
        _ => None,
    }
}

fn comparison(passage: &Passage<'_, '_>) -> Option<Comparison> {
    /// So many words stand between `than` and its period.
    const NEAR: usize = 5;
    let mut named = periods(passage);
    let ways = || passage.signs.iter().filter(|sign| way_of(sign.says).is_some());
    let first = ways().next()?;
    named.extend(ordinal(passage, &named));
    if let [(range, year)] = &named[..] {
        // `more in 2025 than in the year before`.
        let before = passage.signs_of(&[Says::YearBefore]).find(|sign| {
            let apart = sign.range.end <= range.start || sign.range.start >= range.end;
            apart && passage.near_before(&sign.range, &[Says::Than, Says::Against], 3)
        });
        if let Some(before) = before.filter(|_| year.is_year()) {
            let range = range.start.min(first.range.start)..range.end.max(before.range.end);
            let counted = passage.quantities().next().is_some();
            let against = year.year_before().filter(|_| !counted)?;
            return Some(Comparison { range, of: *year, against, way: way_of(first.says)? });
        }
        // A balance that grew did so from the year before.
        let moves = passage.signs_of(&[Says::Rise, Says::Fall]).next()?;
        let of_balance = passage.says_any(&[Says::Surplus, Says::Deficit]) && year.is_year();
        let range = range.start.min(moves.range.start)..range.end.max(moves.range.end);
        let (of, against) = (*year, year.year_before().filter(|_| of_balance)?);
        return Some(Comparison { range, of, against, way: way_of(moves.says)? });
    }
    let [(a, one), (b, other)] = &named[..] else { return None };
    if one == other || one.months() != other.months() {
        return None;
    }
    let led = |range: &Range<usize>| passage.near_before(range, &[Says::Than], NEAR);
    let range = a.start.min(first.range.start)..b.end.max(first.range.end);
    let reading = &passage.text.reading;
    let stands = |sign: Says| matches!(sign, Says::Above | Says::Below);
    // `in 2025 than in 2022`, `2025年比2022年`.
    if led(b) {
        return Some(Comparison { range, of: *one, against: *other, way: way_of(first.says)? });
    }
    if led(a) && passage.says_any(&[Says::Above, Says::Below, Says::Rise, Says::Fall]) {
        return Some(Comparison { range, of: *other, against: *one, way: way_of(first.says)? });
    }
    // `exceeded that of 2019`, `unter dem von 2022`: what stands between the two.
    let between = ways().find(|sign| {
        let within = sign.range.start >= a.end && sign.range.end <= b.start && stands(sign.says);
        // `A peak in 2021, and exports below those of 2016` holds another thing against the later.
        let parted = reading.parts_clauses(a.end..sign.range.start);
        within && !parted && passage.apart(&sign.range, b).is_some_and(|words| words <= NEAR)
    });
    if let Some(sign) = between {
        return Some(Comparison { range, of: *one, against: *other, way: way_of(sign.says)? });
    }
    // `grew from 2023 to 2024`.
    let from_to = reading.leads(a.end..b.start) && reading.comes_from(a.start) && !stands(first.says);
    from_to.then_some(Comparison { range, of: *other, against: *one, way: way_of(first.says)? })
}

/// `lower in the third quarter of 2023 than in the second`: an ordinal for a part of the same year.
fn ordinal(passage: &Passage<'_, '_>, named: &[(Range<usize>, Period)]) -> Option<(Range<usize>, Period)> {
    let [(range, part)] = named else { return None };
    let months = part.months().filter(|months| [1, 3, 6].contains(months))?;
    let (sign, number) = passage.signs.iter().find_map(|sign| match sign.says {
        Says::Ordinal(number) if sign.range.start >= range.end => Some((sign, number)),
        _ => None,
    })?;
    let led = passage.near_before(&sign.range, &[Says::Than], 3);
    let first = i8::try_from(number.checked_sub(1)? * months + 1).ok()?;
    let last = i8::try_from(number * months).ok().filter(|_| led)?;
    let day = |month: i8| jiff::civil::Date::new(part.year(), month, 1).ok();
    let period = Period::of_days(day(first)?, day(last)?.last_of_month())?;
    Some((sign.range.clone(), period))
}

fn compared(material: &Material<'_>, figures: &Figures<'_, '_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let is_balance = passage.says_any(&[Says::Surplus, Says::Deficit]);
    let comparison = comparison(passage)?;
    if !is_balance && !figures.are_meant(material, passage) {
        return None;
    }
    let (mut rates, mut others) = (Vec::new(), 0);
    for (mention, quantity) in passage.quantities() {
        match quantity.unit {
            Some(Unit::PerCent) => rates.push((mention, quantity)),
            _ => others += 1,
        }
    }
    if others > 0 || rates.len() > 1 {
        return None;
    }
    let meant = figures.meant(passage);
    let both = figures.in_both(&meant, comparison.of, comparison.against);
    let along = |(of, against): &(Decimal, Decimal)| match comparison.way {
        Way::Up => of > against,
        Way::Down => of < against,
    };
    let text = || passage.text.text.to_owned();
    if let Some((mention, quantity)) = rates.first() {
        let grew = |(of, against): &(Decimal, Decimal)| {
            let growth = trade::growth(*against, *of)?.value;
            let published = material.known().growth(material, comparison.of, None);
            let is_published =
                comparison.against == comparison.of.year_before()? && published.like(&quantity.number).next().is_some();
            let slack = growth.abs() * SLACK + Decimal::new(5, 2);
            let near = quantity.number.readings().any(|said| (said - growth.abs()).abs() <= slack);
            Some(quantity.number.agrees(growth) || near || is_published)
        };
        if both.is_empty() || both.iter().any(|pair| grew(pair).unwrap_or(true)) {
            return None;
        }
        let (of, against) = both.first()?;
        let percent = trade::growth(*against, *of)?.value.round_dp(2);
        let said = passage.part(&mention.range);
        let title = message!(findings::comparison_in_text, said = said.clone());
        let detail = message!(
            findings::comparison_rate,
            said = said.clone(),
            percent = percent,
            from = comparison.against,
            to = comparison.of,
            text = text()
        );
        return Some(passage.finding(material, &said, title, detail));
    }
    // `grew faster than in 2022`: the growth, not the figure.
    let swift = passage.signs_of(&[Says::Faster, Says::Slower]).next();
    let moves = swift.is_some() || passage.says_any(&[Says::Rise, Says::Fall]) && passage.says(Says::Than);
    let (of, against) = if moves && !is_balance {
        let faster = swift?.says == Says::Faster;
        let (total, years) = (figures.total()?, [comparison.of, comparison.against]);
        let grew = |period: Period| total.growth.get(&period.year()).filter(|_| period.is_year()).copied();
        let [of, against] = years.map(grew);
        let (of, against) = (of?, against?);
        let falls = passage.says(Says::Fall);
        let along = if faster == falls { of < against } else { of > against };
        (!along && meant.len() == 1).then_some((of, against))?
    } else {
        both.first().copied().filter(|_| !both.iter().any(along))?
    };
    let said = passage.part(&comparison.range);
    let title = message!(findings::comparison_in_text, said = said.clone());
    let detail = message!(
        findings::comparison_other,
        said = said.clone(),
        value = of,
        period = comparison.of,
        other = against,
        against = comparison.against,
        text = text()
    );
    Some(passage.finding(material, &said, title, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::reason_after;

    #[test]
    fn more_than_in_the_year_before_is_more() {
        for (right, wrong) in [
            ("Trade was larger in 2024 than in the year before.", "Trade was smaller in 2024 than in the year before."),
            ("Der Handel war 2023 größer als im Vorjahr.", "Der Handel war 2023 kleiner als im Vorjahr."),
            (
                "El comercio de 2023 fue mayor que el año anterior.",
                "El comercio de 2023 fue menor que el año anterior.",
            ),
            ("Торговля в 2023 году была выше, чем годом ранее.", "Торговля в 2023 году была ниже, чем годом ранее."),
        ] {
            assert_eq!(reason_after(CHECKS, "turnover-2021-2024", right), [""; 0], "{right}");
            assert_eq!(reason_after(CHECKS, "turnover-2021-2024", wrong), ["Warn comparison-in-text"], "{wrong}");
        }
        let text = "Trade in goods with Kazakhstan was smaller in 2024 than in the year before.";
        assert_eq!(reason_after(CHECKS, "turnover-2021-2024", text), [""; 0]);
    }
}
