//! Magnitudes and directions: a figure a thousand times its neighbours, and two directions that changed places.

use rust_decimal::Decimal;

use super::series::{Periods, flow_name, monthly, read_from, wrong_figure};
use super::{Check, Finding, Needs, Outcome, Subject};
use crate::briefing::{Briefing, Observation, Period, Series, Value};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "magnitude",
        needs: Needs::Figures,
        holds: label!(checks::magnitude),
        run: |material| {
            let all = material.series.iter().flat_map(|(series, periods)| {
                let flows = 0..series.flows.len();
                flows.flat_map(|flow| magnitudes(material.briefing, series, periods, flow))
            });
            all.collect()
        },
    },
    Check {
        key: "negative-flow",
        needs: Needs::Figures,
        holds: label!(checks::negative_flow),
        run: |material| {
            let all = material.series.iter().flat_map(|(series, _)| {
                let below = series.observations.iter().filter(|observation| observation.value < Decimal::ZERO);
                below.map(|observation| negative(material.briefing, series, observation))
            });
            all.collect()
        },
    },
    Check {
        key: "direction-swap",
        needs: Needs::Figures,
        holds: label!(checks::direction_swap),
        run: |material| {
            let all = material.series.iter();
            all.flat_map(|(series, periods)| swaps(material.briefing, series, periods)).collect()
        },
    },
];

/// From this factor on a figure stands out from its neighbours on both sides.
const JUMP: Decimal = Decimal::from_parts(4, 0, 0, false, 0);
/// From this factor on one unit was taken for another, such as million for billion.
const UNIT: Decimal = Decimal::from_parts(300, 0, 0, false, 0);
/// A balance of less than this share of the total changes its sign by itself.
const NEAR_ZERO: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
/// So many times nearer to what is around them two directions lie that changed places, once they are changed back.
const NEARER: Decimal = Decimal::TWO;

/// The values around one in a list: those beside it, or at an end the two nearest.
fn around<T: Copy>(list: &[T], index: usize) -> Option<[T; 2]> {
    let (near, far) = match index {
        0 => (1, 2),
        _ if index + 1 == list.len() => (index - 1, index.checked_sub(2)?),
        _ => (index - 1, index + 1),
    };
    Some([*list.get(near)?, *list.get(far)?])
}

fn negative(briefing: &Briefing, series: &Series, observation: &Observation) -> Finding {
    let title = message!(findings::negative_flow, period = observation.period);
    let detail = message!(findings::negative_flow_value, value = observation.value);
    wrong_figure(briefing, series, observation, [title, detail])
}

fn magnitudes(briefing: &Briefing, series: &Series, periods: &Periods<'_>, flow: usize) -> Vec<Finding> {
    let figures: Vec<(&Observation, Decimal)> = periods
        .iter()
        .filter_map(|(_, figures)| figures.best(flow))
        .filter_map(|figure| Some((figure, monthly(figure).filter(|monthly| *monthly > Decimal::ZERO)?)))
        .collect();
    let jump = |index: usize| {
        let (figure, here) = *figures.get(index)?;
        let neighbours = match around(&figures, index) {
            Some(both) => both.map(|(_, monthly)| monthly).to_vec(),
            None if index == 1 && figures.len() == 2 => vec![figures.first()?.1],
            None => return None,
        };
        let above = neighbours.iter().all(|other| here > *other);
        if !above && neighbours.iter().any(|other| here > *other) {
            return None;
        }
        // Of two figures alone nobody can say which stands out, unless a unit was taken for another.
        let least = if neighbours.len() == 2 { JUMP } else { UNIT };
        let factor = neighbours.iter().filter_map(|other| here.max(*other).checked_div(here.min(*other))).min()?;
        if factor < least {
            return None;
        }
        let (value, times) = (figure.value, Value::rounded(factor, 0));
        let jump = if above {
            message!(findings::magnitude_above, value = value, times = times)
        } else {
            message!(findings::magnitude_below, value = value, times = times)
        };
        let (outcome, detail) = if factor >= UNIT {
            (Outcome::Fail, message!(findings::magnitude_unit, jump = jump))
        } else {
            (Outcome::Warn, jump)
        };
        let title = message!(findings::magnitude, flow = flow_name(series, flow), period = figure.period);
        let citations = read_from(briefing, &[figure]);
        let finding = Finding::new(outcome, Subject::period(series, figure.period), title, detail, citations);
        Some(finding.apart(&figure.flow))
    };
    (0..figures.len()).filter_map(jump).collect()
}

/// The sum of two directions says nothing of which is which; the balance of the periods around does.
fn swaps(briefing: &Briefing, series: &Series, periods: &Periods<'_>) -> Vec<Finding> {
    periods.flows.balanced().flat_map(|(_, pair)| swaps_of(briefing, series, periods, pair)).collect()
}

fn swaps_of(briefing: &Briefing, series: &Series, periods: &Periods<'_>, pair: (usize, usize)) -> Vec<Finding> {
    let balances: Vec<(Period, [&Observation; 2], Decimal)> = periods
        .iter()
        .filter_map(|(period, figures)| {
            let both = figures.pair(pair)?;
            Some((period, both, both[0].value.checked_sub(both[1].value)?))
        })
        .collect();
    let share = |(_, both, balance): &(Period, [&Observation; 2], Decimal)| {
        balance.checked_div(both[0].value.checked_add(both[1].value)?.abs())
    };
    let shares: Vec<Option<Decimal>> = balances.iter().map(share).collect();
    let swapped = |index: usize| {
        let (period, both, balance) = *balances.get(index)?;
        let [(.., before), (.., after)] = around(&balances, index)?;
        let whole = both[0].value.checked_add(both[1].value)?.abs();
        let signs = [before, after].map(|other| other.is_sign_negative() != balance.is_sign_negative());
        let small = balance.abs() <= whole.checked_mul(NEAR_ZERO)?;
        if small || signs.contains(&false) || before.is_zero() || after.is_zero() {
            return None;
        }
        // As a share of the whole the balance has to be like that of either period around, but for its sign.
        let own = balance.checked_div(whole)?;
        let [Some(before_share), Some(after_share)] = around(&shares, index)? else { return None };
        let fits = |share: Decimal| (own + share).abs() * NEARER <= (own - share).abs();
        if !fits(before_share) || !fits(after_share) {
            return None;
        }
        let signed = |value: Decimal| Value::signed(value, value.scale());
        let detail = message!(
            findings::direction_swap_around,
            a = both[0].value,
            b = both[1].value,
            balance = signed(balance),
            before = signed(before),
            after = signed(after)
        );
        let title = message!(findings::direction_swap, balance = &series.balance, period = period);
        let citations = read_from(briefing, &both);
        let finding = Finding::new(Outcome::Warn, Subject::period(series, period), title, detail, citations);
        // Where several totals have a balance, what is found of one says of which.
        Some(if periods.flows.balanced().count() > 1 { finding.apart(&both[0].flow) } else { finding })
    };
    (0..balances.len()).filter_map(swapped).collect()
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::Briefing;

    fn after(change: impl FnOnce(&mut Briefing)) -> Vec<String> {
        found_after(CHECKS, change)
    }

    /// Multiplies every figure of a flow in a period.
    fn times(flow: &str, period: &str, factor: Decimal) -> Vec<String> {
        after(|briefing| {
            let observations = &mut briefing.trades[0].series[0].observations;
            let of = observations.iter_mut().filter(|o| o.flow.as_str() == flow && o.period.to_string() == period);
            of.for_each(|observation| observation.value *= factor);
        })
    }

    #[test]
    fn growth_and_part_years_are_no_jump() {
        assert_eq!(after(|_| {}), [""; 0]);
        assert_eq!(times("total", "2022", Decimal::TWO), [""; 0], "twice as much can be");
    }

    #[test]
    fn a_million_for_a_billion_is_found_wherever_it_stands() {
        for period in ["2016", "2020", "2025-01/2025-06", "2026-01/2026-04"] {
            assert_eq!(times("total", period, Decimal::new(1, 3)), ["Fail magnitude"], "{period}");
            assert_eq!(times("total", period, Decimal::ONE_THOUSAND), ["Fail magnitude"], "{period}");
        }
        assert_eq!(times("total", "2020", Decimal::TEN), ["Warn magnitude"]);
    }

    #[test]
    fn two_figures_alone_differ_by_a_unit_or_not_at_all() {
        let yuan = |factor| {
            after(|briefing| {
                let observations = &mut briefing.trades[0].series[1].observations;
                observations.truncate(2);
                observations[0].value *= factor;
            })
        };
        assert_eq!(yuan(Decimal::TEN), [""; 0]);
        assert_eq!(yuan(Decimal::ONE_THOUSAND), ["Fail magnitude"]);
    }

    #[test]
    fn directions_that_changed_places_turn_the_balance() {
        for year in ["2020", "2022", "2024", "2026-01/2026-04"] {
            let found = after(|briefing| {
                for observation in &mut briefing.trades[0].series[0].observations {
                    let other = match observation.flow.as_str() {
                        "russia-to-china" => "china-to-russia",
                        "china-to-russia" => "russia-to-china",
                        _ => continue,
                    };
                    if observation.period.to_string() == year {
                        observation.flow = other.to_owned().try_into().expect("a key");
                    }
                }
            });
            assert_eq!(found, ["Warn direction-swap"], "{year}");
        }
    }

    #[test]
    fn a_balance_may_change_its_sign() {
        // A small one does so by itself.
        for (sold, bought) in [("71.0", "75.8"), ("70.5", "76.3")] {
            let found = after(|briefing| {
                for observation in &mut briefing.trades[0].series[0].observations {
                    let value = match observation.flow.as_str() {
                        "russia-to-china" => sold,
                        "china-to-russia" => bought,
                        _ => continue,
                    };
                    if observation.period.to_string() == "2021" {
                        observation.value = value.parse().expect(value);
                    }
                }
            });
            assert_eq!(found, [""; 0], "{sold} and {bought}");
        }
    }

    #[test]
    fn no_flow_is_below_zero() {
        let found = times("total", "2020", Decimal::NEGATIVE_ONE);
        assert_eq!(found, ["Fail negative-flow"]);
    }
}
