//! Formulas: worked out again, and made of the numbers of what they cite.

use std::cell::LazyCell;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::known::{Rates, digits};
use super::series::{Periods, agree, unit_of, wrong_figure};
use super::{Check, Finding, Material, Needs};
use crate::analysis::reading::{Number, Reading, numbers};
use crate::briefing::{Message, Observation, Series, Value, cores};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "formula",
        needs: Needs::Figures,
        holds: label!(checks::formula),
        run: |material| each(material, worked_out),
    },
    Check {
        key: "formula-numbers",
        needs: Needs::Figures,
        holds: label!(checks::formula_numbers),
        run: |material| each(material, numbers_known),
    },
    Check {
        key: "formula-missing",
        needs: Needs::Figures,
        holds: label!(checks::formula_missing),
        run: |material| each(material, missing),
    },
];

/// What is found of each figure of each series.
fn each(
    material: &Material<'_>,
    find: fn(&Material<'_>, &Series, &Periods<'_>, &Observation) -> Option<[Message; 2]>,
) -> Vec<Finding> {
    let of_series = |(series, periods): &(&Series, Periods<'_>)| {
        cores::flat_map(&series.observations, |observation| {
            let wrong = find(material, series, periods, observation);
            wrong.map(|wrong| wrong_figure(material.briefing, series, observation, wrong))
        })
    };
    material.series.iter().flat_map(of_series).collect()
}

/// A formula whose result is not what it comes to, or not the value.
fn worked_out(_: &Material<'_>, _: &Series, _: &Periods<'_>, observation: &Observation) -> Option<[Message; 2]> {
    let formula = observation.formula.as_deref()?;
    // What a mark between three digits and others means is told by the whole: `1,642` is one and a part, or many.
    let [part, many] = [true, false].map(|fraction| not_worked_out(formula, fraction, observation));
    let (part, many) = (part?, many?);
    // Of two ways to read it, neither right, the one that comes nearer is meant.
    let off = |fraction| {
        let computed = formula.split(['=', '≈', '＝']).next().and_then(|side| evaluate(side, fraction));
        computed.and_then(|computed| computed.checked_sub(observation.value)).map_or(Decimal::MAX, |off| off.abs())
    };
    Some(if off(true) <= off(false) { part } else { many })
}

/// What is wrong with a formula in which a number whose shape leaves it open has a fraction, or has none.
fn not_worked_out(formula: &str, fraction: bool, observation: &Observation) -> Option<[Message; 2]> {
    let mut sides = formula.split(['=', '≈', '＝']);
    let computed = evaluate(sides.next()?, fraction)?;
    let result = sides.next().map(str::trim).and_then(|side| evaluate(side, fraction));
    let value = observation.value;
    let title = message!(findings::formula, period = observation.period);
    // Each number of it is rounded, and so its result can be off by a little more than a unit of the last digit.
    let close = |a: Decimal, b: Decimal| {
        let unit = unit_of(b);
        agree(a.round_dp(b.scale() + 1), b) || a.checked_sub(b).is_some_and(|off| off.abs() <= unit)
    };
    if let Some(result) = result.filter(|result| !close(computed, *result)) {
        let detail = message!(
            findings::formula_comes_to,
            formula = formula.to_owned(),
            computed = Value::rounded(computed, result.scale().max(1)),
            result = result
        );
        return Some([title, detail]);
    }
    let is = result.unwrap_or(computed);
    (!close(is, value)).then(|| {
        let detail = message!(
            findings::formula_value,
            formula = formula.to_owned(),
            computed = Value::rounded(is, value.scale().max(1)),
            value = value
        );
        [title, detail]
    })
}

/// What a formula in plain arithmetic comes to; none where it is anything else.
fn evaluate(text: &str, fraction: bool) -> Option<Decimal> {
    let mut parser = Parser { rest: text.trim(), fraction };
    let value = parser.sum(0)?;
    parser.rest.trim().is_empty().then_some(value)
}

/// Reads sums of products of powers of numbers and brackets.
struct Parser<'a> {
    rest: &'a str,
    /// Whether a number whose shape leaves it open has a fraction.
    fraction: bool,
}

/// So deep brackets stand within each other.
const DEEPEST: usize = 32;

impl Parser<'_> {
    fn next_of(&mut self, signs: &[char]) -> Option<char> {
        let rest = self.rest.trim_start();
        let sign = rest.chars().next().filter(|c| signs.contains(c))?;
        self.rest = rest.get(sign.len_utf8()..)?;
        Some(sign)
    }

    fn sum(&mut self, depth: usize) -> Option<Decimal> {
        let mut sum = self.product(depth)?;
        while let Some(sign) = self.next_of(&['+', '-', '−', '–', '＋', '－']) {
            let next = self.product(depth)?;
            sum = if matches!(sign, '+' | '＋') { sum.checked_add(next)? } else { sum.checked_sub(next)? };
        }
        Some(sum)
    }

    fn product(&mut self, depth: usize) -> Option<Decimal> {
        let mut product = self.power(depth)?;
        while let Some(sign) = self.next_of(&['*', '×', '·', '/', '÷', '∕', ':']) {
            let next = self.power(depth)?;
            product = if matches!(sign, '*' | '×' | '·') {
                product.checked_mul(next)?
            } else {
                product.checked_div(next)?
            };
        }
        Some(product)
    }

    fn power(&mut self, depth: usize) -> Option<Decimal> {
        use rust_decimal::MathematicalOps as _;
        let base = self.one(depth)?;
        if self.next_of(&['^']).is_none() {
            return Some(base);
        }
        base.checked_powd(self.one(depth)?)
    }

    fn one(&mut self, depth: usize) -> Option<Decimal> {
        if depth > DEEPEST {
            return None;
        }
        if self.next_of(&['-', '−', '–']).is_some() {
            return Decimal::ZERO.checked_sub(self.one(depth + 1)?);
        }
        self.next_of(&['+']);
        let value = if self.next_of(&['(', '[', '（']).is_some() {
            let value = self.sum(depth + 1)?;
            self.next_of(&[')', ']', '）'])?;
            value
        } else {
            let rest = self.rest.trim_start();
            let number = *numbers(rest).first().filter(|number| number.start == 0 && number.scale.is_none())?;
            self.rest = rest.get(number.end..)?;
            let mut readings = number.readings();
            readings.find(|reading| (reading.scale() > 0) == self.fraction).unwrap_or(number.value)
        };
        if self.next_of(&['%']).is_some() { value.checked_div(Decimal::ONE_HUNDRED) } else { Some(value) }
    }
}

/// Numbers of a formula that neither the series nor the note has.
fn numbers_known(
    material: &Material<'_>,
    _: &Series,
    _: &Periods<'_>,
    observation: &Observation,
) -> Option<[Message; 2]> {
    let formula = observation.formula.as_deref()?;
    let made_of = formula.split(['=', '≈', '＝']).next()?;
    evaluate(made_of, true)?;
    let note = observation.note.as_deref().unwrap_or_default();
    let noted = numbers(note);
    let known = material.known();
    let ratio = |rate: Decimal| {
        let ratio = rate.checked_div(Decimal::ONE_HUNDRED)?;
        Some([Decimal::ONE.checked_add(ratio)?, Decimal::ONE.checked_sub(ratio)?, ratio])
    };
    let of_rate =
        |number: &Number, rate: Decimal| ratio(rate).is_some_and(|all| all.iter().any(|ratio| number.agrees(*ratio)));
    // A figure may be worked out of a rate of its own year or of a later one, so all are asked, where a number is found
    // nowhere else.
    let growth: LazyCell<Vec<Arc<Rates>>, _> = LazyCell::new(|| {
        let periods = (0..=4).flat_map(|after| known.periods_of(observation.period.year() + after));
        periods.map(|period| known.growth(material, *period, None)).collect()
    });
    let is_known = |number: &Number| {
        let grew = |rates: &Arc<Rates>| {
            rates.agreeing(number).next().is_some()
                || rates.near_ratio(number).any(|rate| of_rate(number, rate.value.abs()) || of_rate(number, rate.value))
        };
        digits(number.value) < 3
            || !known.figures(number, false).is_empty()
            || noted.iter().any(|other| number.is_like(other) || of_rate(number, other.value))
            || growth.iter().any(grew)
    };
    let unknown: Vec<Decimal> =
        numbers(made_of).into_iter().filter(|number| !is_known(number)).map(|number| number.value).collect();
    if unknown.is_empty() {
        return None;
    }
    let detail = message!(findings::formula_unknown, formula = formula.to_owned(), numbers = Value::list(unknown));
    Some([message!(findings::formula_numbers, period = observation.period), detail])
}

/// A figure whose note says that it was worked out, and that says not how.
fn missing(_: &Material<'_>, _: &Series, _: &Periods<'_>, observation: &Observation) -> Option<[Message; 2]> {
    let note = observation.note.as_deref().filter(|_| observation.formula.is_none())?;
    let reading = Reading::of(note, 0);
    let derived = reading.says_derived();
    derived.then(|| {
        let detail = message!(findings::formula_not_given, value = observation.value, note = note.to_owned());
        [message!(findings::formula_missing, period = observation.period), detail]
    })
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{CHECKS, evaluate};
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::Briefing;

    #[test]
    fn plain_arithmetic_is_worked_out() {
        for (text, value) in [
            ("146.88 − 67.58", "79.30"),
            ("(240 + 13 / 2) / 2", "123.25"),
            ("2 × 3 + 4", "10"),
            ("2^3", "8"),
            ("-5 + 7", "2"),
            ("50% * 4", "2"),
            ("1 475.5 + 0.5", "1476"),
        ] {
            assert_eq!(evaluate(text, true), text_value(value), "{text}");
        }
        for text in ["", "the total less the rest", "2 +", "(2", "2)"] {
            assert_eq!(evaluate(text, true), None, "{text}");
        }
        let deep = "(".repeat(5_000);
        assert_eq!(evaluate(&deep, true), None);
    }

    fn text_value(text: &str) -> Option<Decimal> {
        text.parse::<Decimal>().ok()
    }

    /// What is found once the derived figure of a direction in 2021 has been changed.
    fn after(formula: Option<&str>, note: &str, value: Option<&str>) -> Vec<String> {
        let change = |briefing: &mut Briefing| {
            let derived = briefing.trades[0].series[0].observations.iter_mut().find(|o| o.formula.is_some());
            let derived = derived.expect("one is derived");
            derived.formula = formula.map(str::to_owned);
            note.clone_into(derived.note.get_or_insert_default());
            if let Some(value) = value {
                derived.value = value.parse().expect(value);
            }
        };
        found_after(CHECKS, change)
    }

    #[test]
    fn a_formula_comes_to_its_result_and_its_value() {
        assert_eq!(after(Some("146.887 − 67.59 = 79.30"), "", None), [""; 0]);
        assert_eq!(after(Some("146.887 − 67.59"), "", None), [""; 0], "the value is the result");
        assert_eq!(after(Some("146.887 − 67.59 = 97.30"), "", None), ["Fail formula"]);
        assert_eq!(after(Some("146.887 + 67.59 = 79.30"), "", None), ["Fail formula"], "another sign");
        assert_eq!(after(Some("146.887 − 67.59 = 79.30"), "", Some("73.90")), ["Fail formula"]);
        assert_eq!(after(Some("146.887 less 67.59"), "", None), [""; 0], "words are not worked out");
    }

    #[test]
    fn the_numbers_of_a_formula_are_those_of_the_series() {
        assert_eq!(after(Some("148.66 − 69.36 = 79.30"), "", None), ["Fail formula-numbers"]);
        assert_eq!(after(Some("148.66 − 69.36 = 79.30"), "Of 148.66 and 69.36.", None), [""; 0], "the note has them");
    }

    #[test]
    fn what_was_worked_out_says_how() {
        for note in
            ["Derived from the total.", "Вычислено из суммы.", "Ein Wert, der berechnet ist und nicht gedruckt."]
        {
            assert_eq!(after(None, note, None), ["Fail formula-missing"], "{note}");
        }
        assert_eq!(after(None, "As printed.", None), [""; 0]);
    }
}
