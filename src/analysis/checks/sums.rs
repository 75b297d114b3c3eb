//! Sums and shares: do figures agree with their parts, with each other, and with what is stated of them?

use rust_decimal::Decimal;

use super::series::{InPeriod, Periods, Range, agree, each_period, flow_name, read_from, unit_of};
use super::{Check, Finding, Needs, Outcome, Subject, cited, citing, with_sources};
use crate::analysis::trade::{self, Total, compound_growth, is_printed};
use crate::briefing::{Briefing, Observation, Period, Series, StatedFigure, StatedMeasure, Value};
use crate::{label, message};

/// What holds is said of the document's own figures; of others only what does not.
pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "direction-sum",
        needs: Needs::Figures,
        holds: label!(checks::direction_sum),
        run: |material| each_period(material, direction_sums),
    },
    Check {
        key: "same-figure",
        needs: Needs::Figures,
        holds: label!(checks::same_figure),
        run: |material| each_period(material, same_figures),
    },
    Check {
        key: "stated-figure",
        needs: Needs::Figures,
        holds: label!(checks::stated_figure),
        run: |material| {
            let all = material.series.iter().flat_map(|(series, periods)| {
                let figures = series.stated_figures.iter();
                figures.filter_map(|figure| stated(material.briefing, series, periods, figure))
            });
            all.collect()
        },
    },
    Check {
        key: "balance",
        needs: Needs::Figures,
        holds: label!(checks::balance),
        run: |material| each_period(material, balances),
    },
];

/// Each total against the directions that are parts of it, and against the totals that are.
fn direction_sums(at: InPeriod<'_>) -> Vec<Finding> {
    let of_total = |total: &Total| {
        let directions = (!at.flows.one_sided(total)).then_some(&total.directions);
        let sums = [directions, Some(&total.totals).filter(|parts| parts.len() > 1)].into_iter().flatten();
        sums.flat_map(|parts| sums_of(at, total.flow, parts)).collect::<Vec<_>>()
    };
    at.flows.totals().iter().flat_map(of_total).collect()
}

/// Each figure of a total against the sum of its parts.
///
/// Each figure can be off by half a unit of its last printed digit, so the sum can be off by the sum of these.
fn sums_of(at: InPeriod<'_>, total: Option<usize>, parts: &[usize]) -> Vec<Finding> {
    let InPeriod { briefing, series, flows, period, figures } = at;
    let (Some(total), Some(parts)) = (total, figures.all(parts)) else { return Vec::new() };
    let several = flows.totals().len() > 1;
    let values: Vec<Decimal> = parts.iter().map(|part| part.value).collect();
    let Some(added) = trade::sum(&values) else { return Vec::new() };
    let units: Decimal = parts.iter().map(|part| unit_of(part.value)).sum();
    let sum = |total: &&Observation| {
        let off = added.value.checked_sub(total.value)?.abs();
        let rounding = (units + unit_of(total.value)) / Decimal::TWO;
        let all: Vec<&Observation> = std::iter::once(*total).chain(parts.iter().copied()).collect();
        let own = all.iter().all(|figure| is_printed(briefing, figure));
        let equation = message!(findings::direction_sum_equation, sum = added.formula.clone(), printed = total.value);
        let (outcome, detail) = if off > rounding {
            let allowed = rounding.normalize();
            let detail = message!(findings::direction_sum_off, equation = equation, off = off, allowed = allowed);
            (Outcome::Fail, detail)
        } else if own {
            (Outcome::Pass, equation)
        } else {
            return None;
        };
        let title = message!(findings::direction_sum, period = period);
        let subject = Subject::period(series, period);
        let finding = Finding::new(outcome, subject, title, detail, read_from(briefing, &all));
        let finding = finding.apart(&cited(&total.citations));
        // Where several sums can be wrong, each says which it is.
        Some(if several { finding.apart(&total.flow).apart(&parts[0].flow) } else { finding })
    };
    figures.of(total).iter().filter_map(sum).collect()
}

/// Figures of one flow and one period from several sources.
fn same_figures(InPeriod { briefing, series, period, figures, .. }: InPeriod<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for flow in 0..series.flows.len() {
        let Some((first, others)) = figures.of(flow).split_first() else { continue };
        for other in others.iter().filter(|other| !agree(first.value, other.value)) {
            let detail = message!(findings::same_figure_apart, a = first.value, b = other.value);
            let title = message!(findings::same_figure, flow = flow_name(series, flow), period = period);
            let citations = read_from(briefing, &[first, other]);
            let finding = Finding::new(Outcome::Fail, Subject::period(series, period), title, detail, citations);
            findings.push(finding.apart(&other.flow).apart(&cited(&other.citations)));
        }
    }
    findings
}

/// The balance of each total that has one, where the document prints both directions.
fn balances(at: InPeriod<'_>) -> Vec<Finding> {
    let several = at.flows.balanced().count() > 1;
    let of_pair = |(total, pair): (&Total, (usize, usize))| {
        let finding = balance(at, at.figures.pair(pair)?)?;
        Some(match total.flow.and_then(|flow| at.series.flows.get(flow)).filter(|_| several) {
            Some(flow) => finding.apart(&flow.id),
            None => finding,
        })
    };
    at.flows.balanced().filter_map(of_pair).collect()
}

fn balance(at: InPeriod<'_>, both: [&Observation; 2]) -> Option<Finding> {
    let InPeriod { briefing, series, period, .. } = at;
    let [forward, backward] = both;
    if !both.iter().all(|figure| is_printed(briefing, figure)) {
        return None;
    }
    let balance = forward.value.checked_sub(backward.value)?;
    let balance = Value::signed(balance, balance.scale());
    let title = message!(findings::balance, balance = &series.balance, period = period);
    let detail = message!(findings::balance_equation, a = forward.value, b = backward.value, balance = balance);
    let citations = citing(briefing, both.iter().flat_map(|o| briefing.locators(&o.citations)));
    Some(Finding::new(Outcome::Info, Subject::period(series, period), title, detail, citations))
}

/// A stated figure against what its values, each within its rounding, allow.
fn stated(briefing: &Briefing, series: &Series, periods: &Periods<'_>, stated: &StatedFigure) -> Option<Finding> {
    let flow = periods.flow_of(&stated.flow)?;
    let flows = &periods.flows;
    let figure = |period: Period, flow| periods.get(period).and_then(|figures| figures.best(flow));
    let range = |observation: &Observation| Range::printed(observation.value);
    let to = figure(stated.period, flow);
    let (title, used, computed): (_, Vec<&Observation>, Range) = match stated.measure {
        StatedMeasure::Growth => {
            let (from, to) = (figure(stated.from?, flow)?, to?);
            (
                message!(findings::stated_growth, period = stated.period),
                vec![from, to],
                range(to)?.over(range(from)?)?.as_growth()?,
            )
        }
        StatedMeasure::CompoundGrowth => {
            let (from, to) = (figure(stated.from?, flow)?, to?);
            let (first, last) = (stated.from?.min(stated.period), stated.from?.max(stated.period));
            let years = first.years_to(last)?;
            let yearly = |ratio| Some(compound_growth(Decimal::ONE, ratio, years)?.value);
            (
                message!(findings::stated_compound_growth, period = stated.period),
                vec![from, to],
                range(to)?.over(range(from)?)?.map(yearly)?,
            )
        }
        StatedMeasure::Share => {
            let (part, whole) = (to?, figure(stated.period, flows.total_of(flow)?.flow?)?);
            (
                message!(findings::stated_share, period = stated.period),
                vec![part, whole],
                range(part)?.over(range(whole)?)?.as_percent()?,
            )
        }
        StatedMeasure::Balance => {
            // A balance is stated of its total; of a direction, it is that of the total it is a part of.
            let mut totals = flows.totals().iter();
            let (forward, backward) =
                totals.find(|total| total.flow == Some(flow) || total.directions.contains(&flow))?.pair?;
            let (forward, backward) = (figure(stated.period, forward)?, figure(stated.period, backward)?);
            (
                message!(findings::stated_balance, period = stated.period),
                vec![forward, backward],
                range(forward)?.minus(range(backward)?)?,
            )
        }
    };
    let holds = computed.meets(Range::printed(stated.value)?);
    let own = stated.citations.iter().any(|citation| briefing.is_document(citation));
    if holds && !own {
        return None;
    }
    let places = stated.value.scale().max(1);
    let computed = Value::rounded(computed.middle(), places);
    let detail = message!(findings::stated_computed, stated = stated.value, computed = computed);
    let outcome = if holds { Outcome::Pass } else { Outcome::Fail };
    let places = briefing.locators(&stated.citations).chain(used.iter().flat_map(|o| briefing.locators(&o.citations)));
    let citations =
        with_sources(citing(briefing, places), stated.citations.iter().filter(|c| !briefing.is_document(c)));
    let finding = Finding::new(outcome, Subject::period(series, stated.period), title, detail, citations);
    let finding = finding.apart(&stated.measure.key()).apart(&stated.flow);
    let finding = if let Some(from) = &stated.from { finding.apart(from) } else { finding };
    Some(finding.apart(&cited(&stated.citations)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::CHECKS;
    use crate::analysis::checks::tests::said;
    use crate::analysis::checks::{Finding, Outcome, growth, run};
    use crate::briefing::{Briefing, Observation, Period};

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().expect(text)
    }

    /// The document's own figure of a flow in 2024.
    fn figure<'a>(briefing: &'a mut Briefing, flow: &str) -> &'a mut Observation {
        let document = briefing.document_source().expect("a document").clone();
        let wanted = |o: &&mut Observation| {
            o.flow.as_str() == flow
                && o.period == Period::of_year(2024)
                && o.citations.iter().any(|citation| citation.source == document)
        };
        briefing.trades[0].series[0].observations.iter_mut().find(wanted).expect("the document prints it")
    }

    fn found(briefing: &Briefing, check: &str) -> Vec<Finding> {
        let all = crate::analysis::checks::findings_of(CHECKS.iter().chain(growth::CHECKS), briefing);
        all.into_iter().filter(|finding| finding.check == check).collect()
    }

    /// How the sum of the document's own figures came out.
    fn sum(briefing: &Briefing) -> (Outcome, String) {
        let document = |finding: &Finding| finding.citations.iter().all(|citation| briefing.is_document(citation));
        let own = found(briefing, "direction-sum").into_iter().find(document).expect("the sum is checked");
        (own.outcome, said(&own.detail))
    }

    #[test]
    fn a_total_that_is_off_fails() {
        let mut briefing = bundled();
        figure(&mut briefing, "total").value += decimal("10");
        let detail = "129.32 + 115.49 = 244.81, printed 254.8: off by 9.99, where rounding allows 0.06";
        assert_eq!(sum(&briefing), (Outcome::Fail, detail.to_owned()));
    }

    #[test]
    fn the_digits_printed_say_what_rounding_allows() {
        for (total, outcome) in [
            ("244.8", Outcome::Pass),
            ("244.80", Outcome::Pass),
            ("244.800", Outcome::Pass),
            ("244.79", Outcome::Fail),
            ("244.83", Outcome::Fail),
            ("245", Outcome::Pass),
            ("244", Outcome::Fail),
        ] {
            let mut briefing = bundled();
            figure(&mut briefing, "total").value = decimal(total);
            assert_eq!(sum(&briefing).0, outcome, "{total}");
        }
    }

    #[test]
    fn a_missing_direction_leaves_nothing_to_sum() {
        let mut briefing = bundled();
        let document = briefing.document_source().expect("a document").clone();
        figure(&mut briefing, "russia-to-china").citations.retain(|citation| citation.source != document);
        assert!(found(&briefing, "direction-sum").is_empty());
        assert!(found(&briefing, "balance").is_empty());
    }

    #[test]
    fn what_was_derived_is_no_figure_of_the_document() {
        let mut briefing = bundled();
        figure(&mut briefing, "russia-to-china").formula = Some("total less the other".to_owned());
        assert!(found(&briefing, "direction-sum").is_empty());
    }

    #[test]
    fn swapped_directions_turn_the_balance() {
        let mut briefing = bundled();
        let forward = figure(&mut briefing, "russia-to-china").value;
        let backward = std::mem::replace(&mut figure(&mut briefing, "china-to-russia").value, forward);
        figure(&mut briefing, "russia-to-china").value = backward;
        assert_eq!(sum(&briefing).0, Outcome::Pass);
        assert_eq!(said(&found(&briefing, "balance")[0].detail), "115.49 − 129.32 = −13.83");
    }

    #[test]
    fn one_total_has_no_growth() {
        let mut briefing = bundled();
        let document = briefing.document_source().expect("a document").clone();
        figure(&mut briefing, "total").citations.retain(|citation| citation.source != document);
        assert!(found(&briefing, "growth").is_empty());
        assert!(found(&briefing, "compound-growth").is_empty());
    }

    #[test]
    fn growth_follows_its_figures() {
        let mut briefing = bundled();
        figure(&mut briefing, "total").value = decimal("73.44");
        assert_eq!(said(&found(&briefing, "growth")[0].detail), "73.44 / 146.88 − 1 = −50.00\u{a0}%");
    }

    #[test]
    fn two_sources_of_one_figure_agree() {
        let twin = |value: &str| {
            let mut briefing = bundled();
            let document = briefing.document_source().expect("a document").clone();
            let other = |o: &&mut Observation| {
                o.flow.as_str() == "total"
                    && o.period == Period::of_year(2024)
                    && o.citations.iter().all(|citation| citation.source != document)
            };
            let observations = &mut briefing.trades[0].series[0].observations;
            observations.iter_mut().find(other).expect("a second source").value = decimal(value);
            found(&briefing, "same-figure").len()
        };
        assert_eq!([twin("244.819"), twin("244.89"), twin("245")], [0, 0, 0], "rounded or cut");
        assert_eq!([twin("244.9"), twin("248.4"), twin("284.819")], [1, 1, 1]);
    }

    #[test]
    fn what_is_stated_follows_from_the_figures() {
        use crate::briefing::{StatedFigure, StatedMeasure};
        let stated = |measure, flow: &str, from: Option<i16>, value: &str| {
            let mut briefing = bundled();
            let citations = briefing.document_citation("8.1".parse().expect("a place")).into_iter().collect();
            let flow = flow.to_owned().try_into().expect(flow);
            let (from, period) = (from.map(Period::of_year), Period::of_year(2024));
            let value = decimal(value);
            let figure = StatedFigure { measure, flow, from, period, value, citations };
            briefing.trades[0].series[0].stated_figures.push(figure);
            let found = found(&briefing, "stated-figure");
            assert_eq!(found.len(), 1);
            (found[0].outcome, said(&found[0].detail))
        };
        let growth = |value| stated(StatedMeasure::Growth, "total", Some(2021), value);
        assert_eq!(growth("67"), (Outcome::Pass, "67 stated, 66.7 computed".to_owned()));
        assert_eq!(growth("76.7"), (Outcome::Fail, "76.7 stated, 66.7 computed".to_owned()));
        assert_eq!(stated(StatedMeasure::CompoundGrowth, "total", Some(2021), "18.6").0, Outcome::Pass);
        assert_eq!(stated(StatedMeasure::CompoundGrowth, "total", Some(2021), "22.2").0, Outcome::Fail, "a third");
        assert_eq!(stated(StatedMeasure::Share, "russia-to-china", None, "52.8").0, Outcome::Pass);
        assert_eq!(stated(StatedMeasure::Share, "russia-to-china", None, "47.2").0, Outcome::Fail, "the other's");
        assert_eq!(stated(StatedMeasure::Balance, "total", None, "13.8").0, Outcome::Pass);
        assert_eq!(stated(StatedMeasure::Balance, "total", None, "-13.83").0, Outcome::Fail);
    }

    proptest! {
        #[test]
        fn a_direction_is_off_exactly_where_rounding_does_not_explain_it(
            hundredths in prop_oneof![-20_i64..=20, -10_000_i64..=10_000],
            forward: bool,
        ) {
            let mut briefing = bundled();
            let change = Decimal::new(hundredths, 2);
            figure(&mut briefing, if forward { "russia-to-china" } else { "china-to-russia" }).value += change;
            // As printed the sum is 0.01 above the total, and rounding allows 0.05 for it and 0.005 for each direction.
            let outcome = if (change + decimal("0.01")).abs() > decimal("0.06") { Outcome::Fail } else { Outcome::Pass };
            prop_assert_eq!(sum(&briefing).0, outcome, "changed by {}", change);
        }

        #[test]
        fn no_direction_makes_the_checks_panic(units: i64, scale in 0_u32..=28, negative: bool) {
            let mut briefing = bundled();
            figure(&mut briefing, "russia-to-china").value = Decimal::new(units, scale);
            figure(&mut briefing, "china-to-russia").value = if negative { Decimal::MIN } else { Decimal::MAX };
            let _ = run(&briefing);
        }
    }
}
