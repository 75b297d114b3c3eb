//! Do the figures that the document prints agree with each other, and what follows from them?

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Finding, Outcome, citing};
use crate::analysis::format::{period as written_period, rounded, signed};
use crate::analysis::trade::{Figure, headline, is_printed};
use crate::briefing::{Briefing, FlowRole, Observation, Period, Series};

/// The findings about the document's own figures. They are those of the first series; context is left alone.
pub(super) fn findings(briefing: &Briefing) -> Vec<Finding> {
    let Some(series) = briefing.trade.series.first() else { return Vec::new() };
    let printed = printed(briefing, series);
    let sums = printed.iter().filter_map(|(period, figures)| direction_sum(briefing, *period, figures));
    let balances = printed.iter().filter_map(|(period, figures)| balance(briefing, series, *period, figures));
    sums.chain(growth(briefing, series)).chain(balances).collect()
}

/// What the document prints for a period.
#[derive(Default)]
struct Printed<'a> {
    total: Option<&'a Observation>,
    forward: Option<&'a Observation>,
    backward: Option<&'a Observation>,
}

fn printed<'a>(briefing: &Briefing, series: &'a Series) -> BTreeMap<Period, Printed<'a>> {
    let mut printed: BTreeMap<Period, Printed<'a>> = BTreeMap::new();
    for observation in series.observations.iter().filter(|observation| is_printed(briefing, observation)) {
        let Some(flow) = series.flows.iter().find(|flow| flow.id == observation.flow) else { continue };
        let figures = printed.entry(observation.period).or_default();
        let figure = match flow.role {
            FlowRole::Total => &mut figures.total,
            FlowRole::Forward => &mut figures.forward,
            FlowRole::Backward => &mut figures.backward,
        };
        figure.get_or_insert(observation);
    }
    printed
}

/// Whether both directions sum to the total, as far as rounding lets one see.
///
/// Each figure can be off by half a unit of its last printed digit, so the sum can be off by the sum of these.
fn direction_sum(briefing: &Briefing, period: Period, figures: &Printed<'_>) -> Option<Finding> {
    let (total, forward, backward) = (figures.total?, figures.forward?, figures.backward?);
    let sum = forward.value.checked_add(backward.value)?;
    let off = sum.checked_sub(total.value)?.abs();
    let unit = |observation: &Observation| Decimal::new(1, observation.value.scale());
    let rounding = (unit(total) + unit(forward) + unit(backward)) / Decimal::TWO;
    let [a, b, sum, printed] = [forward.value, backward.value, sum, total.value].map(exact);
    let equation = format!("{a} + {b} = {sum}, printed {printed}");
    let (outcome, detail) = if off > rounding {
        let (off, allowed) = (exact(off), exact(rounding.normalize()));
        (Outcome::Fail, format!("{equation}: off by {off}, where rounding allows {allowed}"))
    } else {
        (Outcome::Pass, equation)
    };
    Some(Finding {
        check: "direction-sum",
        outcome,
        title: format!("Sum of directions, {}", written_period(period)),
        detail,
        citations: citing(briefing, [total, forward, backward].iter().flat_map(|o| briefing.places(&o.citations))),
    })
}

/// Growth between the first and the last year of which the document prints a total, over all and a year.
fn growth(briefing: &Briefing, series: &Series) -> Vec<Finding> {
    let Some(headline) = headline(briefing, series) else { return Vec::new() };
    let (Some(first), Some(last)) = (headline.first.total, headline.last.total) else { return Vec::new() };
    let span = format!("{}–{}", headline.first.year, headline.last.year);
    let ratio = format!("{} / {}", exact(last.value), exact(first.value));
    let read = |figure: Figure| briefing.places(&series.observations[figure.observation].citations);
    let info = |check, name: &str, formula: String, percent: Decimal| Finding {
        check,
        outcome: Outcome::Info,
        title: format!("{name}, {span}"),
        detail: format!("{formula} − 1 = {}\u{a0}%", rounded(percent, 2)),
        citations: citing(briefing, read(first).chain(read(last))),
    };
    let yearly = format!("({ratio})^(1/{})", headline.steps());
    let over_all = headline.growth().map(|growth| info("growth", "Growth", ratio, growth.value));
    let a_year = headline
        .compound_growth()
        .map(|growth| info("compound-growth", "Compound annual growth", yearly, growth.value));
    over_all.into_iter().chain(a_year).collect()
}

/// Forward less backward.
fn balance(briefing: &Briefing, series: &Series, period: Period, figures: &Printed<'_>) -> Option<Finding> {
    let (forward, backward) = (figures.forward?, figures.backward?);
    let balance = forward.value.checked_sub(backward.value)?;
    let signed = signed(balance, balance.scale());
    Some(Finding {
        check: "balance",
        outcome: Outcome::Info,
        title: format!("{}, {}", series.balance, written_period(period)),
        detail: format!("{} − {} = {signed}", exact(forward.value), exact(backward.value)),
        citations: citing(briefing, [forward, backward].iter().flat_map(|o| briefing.places(&o.citations))),
    })
}

/// A value with all its digits.
fn exact(value: Decimal) -> String {
    rounded(value, value.scale())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::{Finding, findings};
    use crate::analysis::checks::Outcome;
    use crate::briefing::{Briefing, Observation, Period};

    fn bundled() -> Briefing {
        Briefing::bundled().expect("the bundled briefing loads")
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().expect(text)
    }

    /// The document's own figure of a flow in 2024.
    fn figure<'a>(briefing: &'a mut Briefing, flow: &str) -> &'a mut Observation {
        let document = briefing.document.source.clone();
        let wanted = |o: &&mut Observation| {
            o.flow.as_str() == flow
                && o.period == Period::of_year(2024)
                && o.citations.iter().any(|citation| citation.source == document)
        };
        briefing.trade.series[0].observations.iter_mut().find(wanted).expect("the document prints it")
    }

    fn found(briefing: &Briefing, check: &str) -> Vec<Finding> {
        findings(briefing).into_iter().filter(|finding| finding.check == check).collect()
    }

    fn sum(briefing: &Briefing) -> (Outcome, String) {
        let found = found(briefing, "direction-sum");
        assert_eq!(found.len(), 1, "one sum is checked");
        (found[0].outcome, found[0].detail.clone())
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
        let document = briefing.document.source.clone();
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
        assert_eq!(found(&briefing, "balance")[0].detail, "115.49 − 129.32 = −13.83");
    }

    #[test]
    fn one_total_has_no_growth() {
        let mut briefing = bundled();
        let document = briefing.document.source.clone();
        figure(&mut briefing, "total").citations.retain(|citation| citation.source != document);
        assert!(found(&briefing, "growth").is_empty());
        assert!(found(&briefing, "compound-growth").is_empty());
    }

    #[test]
    fn growth_follows_its_figures() {
        let mut briefing = bundled();
        figure(&mut briefing, "total").value = decimal("73.44");
        assert_eq!(found(&briefing, "growth")[0].detail, "73.44 / 146.88 − 1 = −50.00\u{a0}%");
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
            let _ = findings(&briefing);
        }
    }
}
