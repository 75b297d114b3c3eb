//! Every formula, with the numbers put in: what a reader can check with a pencil.

use rust_decimal::{Decimal, MathematicalOps as _};

use crate::briefing::{Message, Value};
use crate::message;

/// A value that was computed here, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Computed {
    /// The value, exact as far as decimals go.
    pub value: Decimal,
    /// The formula with the numbers put in, and the result as it is shown: `129.32 − 115.49 = +13.83`.
    pub formula: Message,
}

/// Growth from one value to the next in per cent: `to / from - 1`; none from what is not positive, where a ratio says
/// neither more nor less.
pub fn growth(from: Decimal, to: Decimal) -> Option<Computed> {
    if from <= Decimal::ZERO {
        return None;
    }
    let value = per_cent(to.checked_div(from)?.checked_sub(Decimal::ONE)?)?;
    let result = percent(value);
    let formula = message!(figures::formula_growth, to = operand(to), from = operand(from), result = result);
    Some(Computed { value, formula })
}

/// Compound annual growth in per cent: `(to / from)^(1 / years) - 1`; none for values that are not positive and for no
/// time.
pub fn compound_growth(from: Decimal, to: Decimal, years: u16) -> Option<Computed> {
    if from <= Decimal::ZERO || to <= Decimal::ZERO || years == 0 {
        return None;
    }
    let root = to.checked_div(from)?.checked_powd(Decimal::ONE.checked_div(Decimal::from(years))?)?;
    let value = per_cent(root.checked_sub(Decimal::ONE)?)?;
    let formula = message!(
        figures::formula_compound_growth,
        to = operand(to),
        from = operand(from),
        years = years,
        result = percent(value),
    );
    Some(Computed { value, formula })
}

/// Forward less backward, in the unit of both.
pub fn balance(forward: Decimal, backward: Decimal) -> Option<Computed> {
    let value = forward.checked_sub(backward)?;
    let (forward, backward) = (operand(forward), operand(backward));
    let result = Value::signed(value, value.scale());
    let formula = message!(figures::formula_balance, forward = forward, backward = backward, result = result);
    Some(Computed { value, formula })
}

/// The sum of several values, in the unit of all; none of no value.
pub fn sum(values: &[Decimal]) -> Option<Computed> {
    let value = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))?;
    let formula = message!(figures::formula_sum, parts = added(values)?, result = Value::exact(value));
    Some(Computed { value, formula })
}

/// The share of a part in the sum of itself and the rest, in per cent; none where one of them is negative,
/// which is no part of a whole, and none of a whole that is zero.
pub fn share(part: Decimal, rest: &[Decimal]) -> Option<Computed> {
    if part < Decimal::ZERO || rest.iter().any(|other| *other < Decimal::ZERO) {
        return None;
    }
    let whole = rest.iter().try_fold(part, |sum, value| sum.checked_add(*value))?;
    let value = per_cent(part.checked_div(whole)?)?;
    let all: Vec<Decimal> = std::iter::once(part).chain(rest.iter().copied()).collect();
    let (result, whole) = (percent(value), added(&all)?);
    let formula = message!(figures::formula_share, part = operand(part), whole = whole, result = result);
    Some(Computed { value, formula })
}

/// Values with a plus between them.
fn added(values: &[Decimal]) -> Option<Value> {
    let plus = |sum: Value, value: Value| message!(figures::plus, sum = sum, value = value).into();
    values.iter().map(|value| operand(*value)).reduce(plus)
}

/// A value where the first is 100: `value / first * 100`; none from a first that is not positive.
pub fn index(first: Decimal, value: Decimal) -> Option<Computed> {
    if first <= Decimal::ZERO {
        return None;
    }
    let index = per_cent(value.checked_div(first)?)?;
    let result = percent(index);
    let formula = message!(figures::formula_index, value = operand(value), first = operand(first), result = result);
    Some(Computed { value: index, formula })
}

/// A value in per cent, or against a hundred, as it is written: to one decimal, and to more where that would be nought.
fn percent(value: Decimal) -> Value {
    Value::rounded(value, super::magnitude::places(value, 1))
}

fn per_cent(ratio: Decimal) -> Option<Decimal> {
    ratio.checked_mul(Decimal::ONE_HUNDRED)
}

/// A value as it stands in a formula: with all its digits, a negative one in brackets.
fn operand(value: Decimal) -> Value {
    if value.is_sign_negative() && !value.is_zero() {
        message!(figures::in_brackets, value = value).into()
    } else {
        value.into()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::{Computed, balance, compound_growth, growth, index, share, sum};
    use crate::words::Words;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect(text)
    }

    fn formula(computed: Option<Computed>) -> String {
        Words::english().say(&computed.expect("it can be computed").formula).replace('\u{a0}', " ")
    }

    /// Worked out by hand: 244.8 / 146.88 is 5/3 exactly, whose cube root is 1.18563.
    #[test]
    fn each_formula_says_what_a_pencil_says() {
        let (first, last) = (decimal("146.88"), decimal("244.8"));
        let (to_china, to_russia) = (decimal("129.32"), decimal("115.49"));
        assert_eq!(formula(growth(first, last)), "244.8 / 146.88 − 1 = 66.7 %");
        assert_eq!(formula(compound_growth(first, last, 3)), "(244.8 / 146.88)^(1/3) − 1 = 18.6 %");
        assert_eq!(formula(balance(to_china, to_russia)), "129.32 − 115.49 = +13.83");
        assert_eq!(formula(share(to_china, &[to_russia])), "129.32 / (129.32 + 115.49) = 52.8 %");
        assert_eq!(formula(share(to_russia, &[to_china])), "115.49 / (115.49 + 129.32) = 47.2 %");
        assert_eq!(formula(sum(&[decimal("44.1"), decimal("37.25")])), "44.1 + 37.25 = 81.35");
        assert_eq!(formula(balance(decimal("57"), decimal("53"))), "57 − 53 = +4", "no digit is made up");
        assert_eq!(formula(balance(decimal("2345678.9"), decimal("0.005"))), "2 345 678.9 − 0.005 = +2 345 678.895");
        assert_eq!(formula(index(first, last)), "244.8 / 146.88 × 100 = 166.7");
        assert_eq!(formula(growth(last, decimal("228.105"))), "228.105 / 244.8 − 1 = −6.8 %");
        assert_eq!(formula(growth(decimal("2"), decimal("-3"))), "(−3) / 2 − 1 = −250.0 %");
    }

    #[test]
    fn a_balance_is_exact() {
        assert_eq!(balance(decimal("129.32"), decimal("115.49")).map(|c| c.value), Some(decimal("13.83")));
        assert_eq!(decimal("129.32") + decimal("115.49"), decimal("244.81"));
    }

    #[test]
    fn what_cannot_be_computed_is_not() {
        let (zero, one) = (Decimal::ZERO, Decimal::ONE);
        assert_eq!((growth(zero, one), index(zero, one), share(zero, &[zero])), (None, None, None));
        // From a deficit to a surplus is no growth, and what is taken off is no part.
        assert_eq!((growth(-one, one), growth(-one, -one), index(-one, one)), (None, None, None));
        assert_eq!((share(one, &[one, -one]), share(-one, &[one, one])), (None, None));
        assert_eq!(compound_growth(one, one, 0), None);
        assert_eq!(compound_growth(-one, one, 2), None);
        assert_eq!(balance(Decimal::MAX, Decimal::MIN), None, "the result has no room");
    }

    proptest! {
        #[test]
        fn growth_undoes_itself(from in 1i64..1_000_000, to in 0i64..1_000_000) {
            let (from, to) = (Decimal::new(from, 2), Decimal::new(to, 2));
            let percent = growth(from, to).expect("from is not zero").value;
            let back = from * (percent / Decimal::ONE_HUNDRED + Decimal::ONE);
            prop_assert!((back - to).abs() < decimal("0.000001"));
        }

        #[test]
        fn over_one_year_compound_growth_is_growth(from in 1i64..1_000_000, to in 1i64..1_000_000) {
            let (from, to) = (Decimal::new(from, 2), Decimal::new(to, 2));
            let plain = growth(from, to).expect("from is not zero").value;
            let compound = compound_growth(from, to, 1).expect("both are positive").value;
            prop_assert!((plain - compound).abs() < decimal("0.0001"));
        }

        #[test]
        fn compound_growth_leads_from_the_first_to_the_last(from in 100i64..100_000, to in 100i64..100_000, years in 1u16..30) {
            let (from, to) = (Decimal::new(from, 2), Decimal::new(to, 2));
            let percent = compound_growth(from, to, years).expect("both are positive").value;
            let step = percent / Decimal::ONE_HUNDRED + Decimal::ONE;
            let reached = (0..years).fold(from, |value, _| value * step);
            prop_assert!((reached - to).abs() < to / decimal("1000"), "{reached} is not {to}");
        }

        #[test]
        fn shares_of_both_directions_are_the_whole(part in 1i64..10_000_000, rest in 1i64..10_000_000) {
            let (part, rest) = (Decimal::new(part, 2), Decimal::new(rest, 2));
            let both = share(part, &[rest]).expect("positive").value + share(rest, &[part]).expect("positive").value;
            prop_assert!((both - Decimal::ONE_HUNDRED).abs() < decimal("0.0000001"));
        }

        #[test]
        fn an_index_grows_as_its_values_do(first in 1i64..1_000_000, value in 0i64..1_000_000) {
            let (first, value) = (Decimal::new(first, 2), Decimal::new(value, 2));
            let index = index(first, value).expect("first is not zero").value;
            let growth = growth(first, value).expect("first is not zero").value;
            prop_assert!((index - Decimal::ONE_HUNDRED - growth).abs() < decimal("0.0000001"));
        }

        #[test]
        fn no_value_makes_a_formula_panic(from: i128, to: i128, scale in 0u32..=28, years: u16) {
            let number = |value: i128, scale| {
                let widest = if value < 0 { Decimal::MIN } else { Decimal::MAX };
                Decimal::try_from_i128_with_scale(value, scale).unwrap_or(widest)
            };
            let (from, to) = (number(from, scale), number(to, 28 - scale));
            for (from, to) in [(from, to), (Decimal::ONE, Decimal::MAX), (Decimal::MAX, Decimal::MIN)] {
                let _ = (growth(from, to), share(from, &[to]), sum(&[from, to]), compound_growth(from, to, years));
                let _ = (balance(from, to), index(from, to));
            }
        }
    }
}
