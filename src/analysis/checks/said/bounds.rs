//! Limits: over and under a figure, reached or not, and when for the first time, against the figures themselves.

use std::collections::BTreeSet;
use std::ops::Range;

use rust_decimal::Decimal;

use super::super::texts::About;
use super::super::{Check, Finding, Material, Needs};
use super::Passage;
use super::compared::each_of;
use super::figures::{Figures, Of, are_meant_in, period_of};
use crate::analysis::reading::{Mention, Quantity, Says, Sign};
use crate::briefing::{FlowRole, Period};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[Check {
    key: "limit-in-text",
    needs: Needs::Figures,
    holds: label!(checks::limit_in_text),
    run: |material| each_of(material, of_passage),
}];

/// So many words stand between what sets a limit and the figure.
const NEAR: usize = 3;
/// A figure is printed as rounded by so much of itself.
const SLACK: Decimal = Decimal::from_parts(3, 0, 0, false, 4);

/// A limit that a sentence sets: over it or under it.
struct Limit<'t> {
    mention: &'t Mention,
    quantity: &'t Quantity,
    over: bool,
}

/// The only limit of a sentence; of `did not exceed` the contrary.
fn limit<'t>(passage: &Passage<'t, '_>) -> Option<Limit<'t>> {
    let counted = passage.quantities().filter(|(_, own)| own.number.scale.is_some() && own.unit.is_none());
    let counted: Vec<(&Mention, &Quantity)> = counted.collect();
    let [(mention, quantity)] = counted[..] else { return None };
    let near = |sign: &&&Sign| {
        sign.range.end <= mention.range.start
            && passage.apart(&sign.range, &mention.range).is_some_and(|words| words <= NEAR)
    };
    let signs: Vec<&Sign> = passage.signs.iter().filter(|sign| matches!(sign.says, Says::Over | Says::Under)).collect();
    if let (None, Some(sign)) = (signs.iter().find(near), passed(passage, mention, &signs)) {
        let negated = is_denied(passage, &sign.range);
        return Some(Limit { mention, quantity, over: (sign.says == Says::Over) != negated });
    }
    let sign = signs.iter().filter(near).max_by_key(|sign| sign.range.end)?;
    let ways: BTreeSet<bool> = signs.iter().filter(near).map(|sign| sign.says == Says::Over).collect();
    let [over] = ways.into_iter().collect::<Vec<_>>()[..] else { return None };
    // `between over 200 and under 250`, or a rate: of another thing.
    let negated = is_denied(passage, &sign.range);
    Some(Limit { mention, quantity, over: over != negated })
}

/// Whether a limit is said not to have been passed.
fn is_denied(passage: &Passage<'_, '_>, range: &Range<usize>) -> bool {
    passage.near_before(range, &[Says::Not, Says::Never], 2) || passage.is_denied_behind(range)
}

/// `The mark of US$200 bn was passed`: what sets the limit follows it, behind a verb of being or becoming.
fn passed<'t>(passage: &Passage<'t, '_>, mention: &Mention, signs: &[&'t Sign]) -> Option<&'t Sign> {
    /// So many words stand between the figure and its verb, where a year may stand too.
    const BEHIND: usize = 7;
    let verb = |range: &Range<usize>| {
        passage.signs_of(&[Says::Was, Says::Becomes]).any(|was| {
            let follows = was.range.start >= mention.range.end && was.range.end <= range.start;
            follows && passage.apart(&mention.range, &was.range).is_some_and(|words| words <= 2)
        })
    };
    let behind = |sign: &&&Sign| {
        sign.range.start >= mention.range.end
            && passage.apart(&mention.range, &sign.range).is_some_and(|words| words <= BEHIND)
            && !passage.text.reading.parts_clauses(mention.range.end..sign.range.start)
    };
    let than = passage.says(Says::Than);
    signs.iter().filter(behind).find(|sign| !than && verb(&sign.range)).copied()
}

/// The flows that can be meant: those of a direction where one is told, or else the total.
fn meant(figures: &Figures<'_, '_>, passage: &Passage<'_, '_>) -> Vec<Of> {
    let directions = [Says::Exports, Says::Imports, Says::Direction];
    if !passage.says_any(&directions) {
        return figures.meant(passage);
    }
    let of_direction = |of: &Of| matches!(of, Of::Flow(flow) if figures.role(*flow) != Some(FlowRole::Total));
    figures.all().into_iter().filter(of_direction).collect()
}

/// The period that a limit is of: the one that the sentence gives it, or else the only year of its text, or of what the
/// text is about.
fn period(passage: &Passage<'_, '_>, mention: &Mention) -> Option<Period> {
    if let Some(period) = period_of(passage, mention) {
        return Some(period);
    }
    if passage.parts().next().is_some() || !passage.all_years().is_empty() {
        return None;
    }
    if let About::Milestone(milestone) = passage.text.about {
        return Some(Period::of_year(milestone.on.first_day().year()));
    }
    let years: BTreeSet<i16> = passage.text.reading.years().collect();
    let forecast = passage.text.claim().and_then(|claim| claim.forecast.as_ref()).and_then(|forecast| forecast.period);
    match years.into_iter().collect::<Vec<_>>()[..] {
        [year] if passage.text.reading.parts.is_empty() => Some(Period::of_year(year)),
        _ => forecast,
    }
}

fn of_passage(material: &Material<'_>, figures: &Figures<'_, '_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let moves = [Says::Surplus, Says::Deficit, Says::Between, Says::Average, Says::Goal, Says::Growth, Says::Wish];
    let each = passage.signs.iter().any(|sign| matches!(sign.says, Says::Per(months) if months < 12));
    if each || passage.says_any(&moves) {
        return None;
    }
    let limit = limit(passage)?;
    // That a milestone passed a limit is held by a check of milestones.
    if limit.over && matches!(passage.text.about, About::Milestone(_)) && passage.text.reading.says_passed() {
        return None;
    }
    // `rose by over 40 bn` is a change, `rose to over 240 bn` none.
    let turns = passage.signs_of(&[Says::Rise, Says::Fall]).any(|sign| sign.range.end <= limit.mention.range.start);
    let leads = passage.near_before(&limit.mention.range, &[Says::Toward], NEAR + 1);
    let crosses = matches!(passage.text.about, About::Milestone(_));
    let courses = material.courses()?;
    let goes_on = || are_meant_in(material, courses, passage, limit.mention.range.start);
    let is_meant = crosses || figures.are_meant(material, passage) || goes_on();
    if turns && !leads && !crosses || !is_meant {
        return None;
    }
    let said = figures.in_unit(&limit.quantity.number)?;
    let period = period(passage, limit.mention)?;
    let (low, high) = (said - said * SLACK, said + said * SLACK);
    let values = |period: Period| {
        let of = |of: &Of| figures.value(*of, period);
        meant(figures, passage).iter().filter_map(of).collect::<Vec<Decimal>>()
    };
    let own = values(period);
    let holds = |value: &Decimal| if limit.over { *value >= low } else { *value <= high };
    let like = |value: &&Decimal| **value <= said * Decimal::TWO && said <= **value * Decimal::TWO;
    let wrong = if own.is_empty() {
        None
    } else if own.iter().any(holds) {
        earlier(figures, passage, &limit, period, low)
    } else {
        own.iter()
            .filter(|value| crosses || like(value))
            .min_by_key(|value| value.saturating_sub(said).abs())
            .map(|value| (*value, period))
    };
    let (value, period) = wrong?;
    let quoted = passage.part(&limit.mention.range);
    let title = message!(findings::limit_in_text, said = quoted.clone());
    let text = passage.text.text.to_owned();
    let detail = message!(findings::rounded_other, said = quoted.clone(), value = value, period = period, text = text);
    Some(passage.finding(material, &quoted, title, detail))
}

/// `for the first time over`: a year before that was.
fn earlier(
    figures: &Figures<'_, '_>,
    passage: &Passage<'_, '_>,
    limit: &Limit<'_>,
    period: Period,
    low: Decimal,
) -> Option<(Decimal, Period)> {
    let first = passage.says(Says::Ordinal(1)) && limit.over && period.is_year() && !passage.says(Says::Since);
    let total = figures.total().filter(|_| first && figures.meant(passage).len() == 1)?;
    let mut before = total.values.range(..period.year());
    before.find(|(_, value)| **value >= low).map(|(year, value)| (*value, Period::of_year(*year)))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{found_after, reason_after};

    #[test]
    fn a_limit_is_kept_or_passed_as_the_figures_did() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        for (right, wrong) in [
            ("Turnover of 2023 was over US$240 bn.", "Turnover of 2023 was under US$240 bn."),
            ("Trade first topped US$200 bn in 2023.", "Trade first topped US$200 bn in 2022."),
            (
                "The US$240 bn mark was passed by turnover in 2024.",
                "The US$250 bn mark was passed by turnover in 2024.",
            ),
            (
                "Die Marke von 240 Milliarden Dollar wurde 2024 vom Handel überschritten.",
                "Die Marke von 260 Milliarden Dollar wurde 2024 vom Handel überschritten.",
            ),
            ("Turnover in 2022 did not reach US$200 bn.", "Turnover in 2022 reached US$200 bn."),
            ("Der Handel lag 2024 unter 250 Milliarden Dollar.", "Der Handel lag 2024 unter 240 Milliarden Dollar."),
            (
                "Le commerce a dépassé 240 milliards de dollars en 2024.",
                "Le commerce a dépassé 250 milliards de dollars en 2024.",
            ),
            ("2024年贸易额超过2400亿美元。", "2024年贸易额超过2500亿美元。"),
            (
                "Товарооборот в 2024 году превысил 240 млрд долларов.",
                "Товарооборот в 2024 году превысил 250 млрд долларов.",
            ),
            (
                "El comercio superó los 240 mil millones de dólares en 2024.",
                "El comercio superó los 250 mil millones de dólares en 2024.",
            ),
        ] {
            assert_eq!(reason_after(CHECKS, "turnover-2021-2024", right), [""; 0], "{right}");
            assert_eq!(reason_after(CHECKS, "turnover-2021-2024", wrong), ["Warn limit-in-text"], "{wrong}");
        }
        for text in [
            "Trade in goods with the United States was over US$500 bn in 2024.",
            "Turnover rose by over US$40 bn in 2022.",
            "Turnover was to exceed US$250 bn in 2025 by what some expected.",
        ] {
            assert_eq!(reason_after(CHECKS, "turnover-2021-2024", text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_milestone_goes_the_way_that_the_figures_did() {
        let after =
            |label: &str| found_after(CHECKS, |briefing| label.clone_into(&mut briefing.trades[0].milestones[0].label));
        assert_eq!(after("Turnover first exceeds US$100 bn in a year"), [""; 0]);
        assert_eq!(after("Turnover falls below US$100 bn a year"), ["Warn limit-in-text"]);
        assert_eq!(after("Turnover passes US$120 bn a year"), [""; 0], "milestones have a check of their own for it");
    }
}
