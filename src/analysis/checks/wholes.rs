//! Parts of periods against the whole: four quarters make a year, three months a quarter, nine months and a quarter a year.

use std::collections::BTreeMap;

use jiff::civil;
use rust_decimal::Decimal;

use super::series::{Periods, Range, flow_name, read_from};
use super::{Check, Finding, Material, Needs, Outcome, Subject, listed};
use crate::briefing::{Briefing, Observation, Series, cores};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "parts-of-period",
    needs: Needs::Figures,
    holds: label!(checks::parts_of_period),
    run: |material| material.series.iter().flat_map(|(series, periods)| of_series(material, series, periods)).collect(),
}];

/// Whoever counts restates months when the year is counted: by less than this share of the whole.
const RESTATED: Decimal = Decimal::from_parts(5, 0, 0, false, 3);
/// Of more parts than these no whole is made.
const MOST: usize = 400;

fn of_series(material: &Material<'_>, series: &Series, periods: &Periods<'_>) -> Vec<Finding> {
    let of_flow = |flow: usize| {
        let figures: Vec<&Observation> = periods.iter().filter_map(|(_, figures)| figures.best(flow)).collect();
        let mut beginning: BTreeMap<civil::Date, Vec<&Observation>> = BTreeMap::new();
        for figure in &figures {
            beginning.entry(figure.period.days().0).or_default().push(*figure);
        }
        // The longest first, so that a whole is made of as few parts as can be.
        for parts in beginning.values_mut() {
            parts.sort_by_key(|part| std::cmp::Reverse(part.period.days().1));
        }
        let off = |whole: &&Observation| off(material.briefing, series, flow, whole, &parts(whole, &beginning)?);
        cores::flat_map(&figures, off)
    };
    (0..series.flows.len()).flat_map(of_flow).collect()
}

/// The parts that a whole is made of without a gap; none where some are missing.
fn parts<'a>(
    whole: &Observation,
    beginning: &BTreeMap<civil::Date, Vec<&'a Observation>>,
) -> Option<Vec<&'a Observation>> {
    let (first, last) = whole.period.days();
    // From the end backwards: the part with which each day that one begins on leads to the end.
    let mut leading: BTreeMap<civil::Date, &Observation> = BTreeMap::new();
    for (day, parts) in beginning.range(first..=last).rev().take(MOST) {
        let leads = |part: &&&Observation| {
            let end = part.period.days().1;
            end == last || end < last && end.tomorrow().is_ok_and(|next| leading.contains_key(&next))
        };
        if let Some(part) = parts.iter().filter(|part| part.period != whole.period).find(leads) {
            leading.insert(*day, part);
        }
    }
    let mut all = Vec::new();
    let mut day = first;
    while let Some(part) = leading.get(&day) {
        all.push(*part);
        let end = part.period.days().1;
        if end == last {
            return Some(all).filter(|all| all.len() > 1);
        }
        day = end.tomorrow().ok()?;
    }
    None
}

fn off(
    briefing: &Briefing,
    series: &Series,
    flow: usize,
    whole: &Observation,
    parts: &[&Observation],
) -> Option<Finding> {
    let mut sum = Range::printed(Decimal::ZERO)?.wider(-Decimal::ONE / Decimal::TWO)?;
    for part in parts {
        sum = sum.plus(Range::printed(part.value)?)?;
    }
    let allowed = whole.value.abs().checked_mul(RESTATED)?;
    if sum.wider(allowed)?.meets(Range::printed(whole.value)?) {
        return None;
    }
    let added = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value))?;
    let detail = message!(
        findings::parts_of_period_sum,
        parts = listed(parts.iter().map(|part| part.period)),
        sum = added,
        whole = whole.value
    );
    let title = message!(findings::parts_of_period, flow = flow_name(series, flow), period = whole.period);
    let mut used = vec![whole];
    used.extend(parts);
    let subject = Subject::period(series, whole.period);
    let finding = Finding::new(Outcome::Warn, subject, title, detail, read_from(briefing, &used));
    Some(finding.apart(&whole.flow))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::{Observation, Period};

    /// What is found once the total of 2025 is given in parts.
    fn parts(given: &[(&str, &str)]) -> Vec<String> {
        found_after(CHECKS, |briefing| {
            let all = &mut briefing.trades[0].series[0].observations;
            let one = all.iter().find(|one| one.flow.as_str() == "total").expect("a total").clone();
            for (period, value) in given {
                let period: Period = serde_json::from_value((*period).into()).expect(period);
                let value = value.parse().expect(value);
                all.retain(|other| other.flow != one.flow || other.period != period);
                all.push(Observation { period, value, ..one.clone() });
            }
        })
    }

    #[test]
    fn quarters_and_halves_make_a_year() {
        assert_eq!(parts(&[]), [""; 0]);
        let quarters = |last| parts(&[("2025-Q2", "53.27"), ("2025-Q3", "57.14"), ("2025-Q4", last)]);
        assert_eq!(quarters("64.48"), [""; 0]);
        assert_eq!(quarters("46.48").len(), 1, "{:?}", quarters("46.48"));
        assert_eq!(parts(&[("2025-H2", "112.63")]), ["Warn parts-of-period"]);
        assert_eq!(parts(&[("2025-H2", "121.63")]), [""; 0]);
        assert_eq!(parts(&[("2025-Q4", "69.48")]), ["Warn parts-of-period"], "after nine months");
    }

    #[test]
    fn what_is_missing_makes_no_whole() {
        assert_eq!(parts(&[("2025-Q4", "64.48"), ("2025-08", "1")]), [""; 0]);
    }
}
