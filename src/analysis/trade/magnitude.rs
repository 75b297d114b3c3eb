//! Scales of numbers: thousand, million, billion, trillion, and the one in which a value is short.

use rust_decimal::{Decimal, MathematicalOps as _};

use crate::briefing::{Figure, Message, Unit, Value};
use crate::{label, message};

/// The power of ten that a word of scale stands for; nought for no word, none for one that is not known.
pub fn power_of(scale: &str) -> Option<u32> {
    match scale.trim().to_lowercase().as_str() {
        "" => Some(0),
        "k" | "thousand" | "thousands" => Some(3),
        "m" | "mn" | "mln" | "million" | "millions" => Some(6),
        "bn" | "bln" | "billion" | "billions" => Some(9),
        "tn" | "trn" | "trillion" | "trillions" => Some(12),
        _ => None,
    }
}

/// Values beyond these, in the unit they are given in, are written in another where there is little room.
const LARGEST: f64 = 1e7;
const SMALLEST: f64 = 1e-3;

/// In which scale values are written where there is little room: that of the series, or one in which they are short.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Fit {
    /// The values are divided by ten to this power.
    pub shift: i32,
    /// The scale that is written instead of the series', or before one that is not known; none where it stays.
    scale: Option<Scale>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Scale {
    power: u32,
    /// Whether the series' own word follows.
    own: bool,
    /// Whether the series writes its scale out.
    long: bool,
}

impl Scale {
    const fn word(self) -> Message {
        match (self.power, self.long) {
            (0, _) => label!(figures::no_scale),
            (3, false) => label!(figures::thousand),
            (3, true) => label!(figures::thousand_long),
            (6, false) => label!(figures::million),
            (6, true) => label!(figures::million_long),
            (9, false) => label!(figures::billion),
            (9, true) => label!(figures::billion_long),
            (_, false) => label!(figures::trillion),
            (_, true) => label!(figures::trillion_long),
        }
    }
}

impl Fit {
    /// A scale in which values that are given in a scale and go as far as `largest` are short.
    pub fn of(given: &str, largest: f64) -> Self {
        if largest == 0.0 || (SMALLEST..LARGEST).contains(&largest.abs()) || !largest.is_finite() {
            return Self::default();
        }
        let known = power_of(given);
        let own = known.unwrap_or_default().cast_signed();
        let digits = largest.abs().log10().floor() as i32 + own;
        let power = (digits.div_euclid(3) * 3).clamp(0, 12);
        let shift = power - own;
        if shift == 0 || (known.is_none() && power == 0) {
            return Self::default();
        }
        let long = known.is_some() && given.chars().count() > 3;
        Self { shift, scale: Some(Scale { power: power.cast_unsigned(), own: known.is_none(), long }) }
    }

    /// A value in this scale.
    pub fn apply(self, value: Decimal) -> Decimal {
        let by = Decimal::TEN.checked_powu(u64::from(self.shift.unsigned_abs()));
        let applied = by.and_then(|by| if self.shift < 0 { value.checked_mul(by) } else { value.checked_div(by) });
        applied.unwrap_or(value)
    }

    /// A figure in this scale, where it is another than the series' to four significant digits.
    pub fn figure(self, figure: Figure) -> Figure {
        /// As many digits are enough where there is little room.
        const DIGITS: u32 = 4;
        if self.shift == 0 {
            return figure;
        }
        let value = self.apply(figure.value);
        let whole = value.trunc().abs().to_string().len() as u32;
        let places = DIGITS.saturating_sub(whole).min(value.normalize().scale());
        Figure { value, places: Some(self::places(value, places)), ..figure }
    }

    /// The scale after a value: `tn`; nothing where there is none.
    pub fn scale(self, unit: &Unit) -> Value {
        match self.scale {
            None => (&unit.scale).into(),
            Some(scale) if scale.own => {
                message!(figures::scale_of_scale, word = scale.word(), scale = &unit.scale).into()
            }
            Some(scale) => scale.word().into(),
        }
    }

    /// The scale before a unit that has none of its own: `bn %`.
    pub fn before(self, unit: Message) -> Message {
        match self.scale {
            Some(scale) => message!(figures::scale_of_scale, word = scale.word(), scale = unit),
            None => unit,
        }
    }

    /// The unit at the head of an axis: `US$ bn`.
    pub fn unit(self, unit: &Unit) -> Message {
        match self.scale {
            None => self::unit(unit),
            Some(Scale { power: 0, .. }) => message!(figures::unit_sign, sign = &unit.sign),
            Some(_) => message!(figures::unit_money, sign = &unit.sign, scale = self.scale(unit)),
        }
    }
}

/// The unit of money, as it stands in a text: `US$ bn`, and `¥` where it has no scale.
pub fn unit(unit: &Unit) -> Message {
    if unit.scale.is_empty() {
        message!(figures::unit_sign, sign = &unit.sign)
    } else {
        message!(figures::unit_money, sign = &unit.sign, scale = &unit.scale)
    }
}

/// An amount of money: `US$244.8 bn`, `¥4000`. The sign of the number stands before that of the currency.
pub fn amount(unit: &Unit, figure: Figure) -> Value {
    let amount = Figure { value: figure.value.abs(), signed: false, ..figure };
    let sign = &unit.sign;
    let amount: Value = if unit.scale.is_empty() {
        message!(figures::amount_bare, sign = sign, value = amount).into()
    } else {
        message!(figures::amount, sign = sign, value = amount, scale = &unit.scale).into()
    };
    if figure.value.is_zero() || (figure.value.is_sign_positive() && !figure.signed) {
        amount
    } else if figure.value.is_sign_negative() {
        message!(figures::below_zero, value = amount).into()
    } else {
        message!(figures::above_zero, value = amount).into()
    }
}

/// As many decimals as asked; where a value would be nought with these, as many as it takes to show two of its digits: one
/// alone may be wrong by half of it.
pub fn places(value: Decimal, asked: u32) -> u32 {
    if value.is_zero() || !value.round_dp(asked).is_zero() {
        return asked;
    }
    let scale = value.normalize().scale();
    let first = (asked..scale).find(|places| !value.trunc_with_scale(*places).is_zero());
    first.map_or(scale, |first| (first + 1).min(scale)).max(asked)
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Fit, amount, places, power_of};
    use crate::briefing::{Figure, Unit};
    use crate::words::Words;

    fn unit(scale: &str) -> Unit {
        let text = |text: &str| text.to_owned();
        Unit { currency: text("JPY"), sign: text("¥"), scale: text(scale), prices: text("current prices") }
    }

    fn fitted(scale: &str, value: &str) -> String {
        let value: Decimal = value.parse().expect(value);
        let fit = Fit::of(scale, value.to_string().parse().expect("a number"));
        let words = Words::english();
        let text = format!("{} {}", words.exact(fit.apply(value).normalize()), words.say(&fit.unit(&unit(scale))));
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn what_is_too_long_is_written_in_a_scale_that_fits() {
        assert_eq!(fitted("", "39600000000000"), "39.6 ¥ tn");
        assert_eq!(fitted("bn", "244.8"), "244.8 ¥ bn", "as it is given");
        assert_eq!(fitted("m", "2345678.9"), "2 345 678.9 ¥ m", "as it is given");
        assert_eq!(fitted("m", "23456780"), "23.45678 ¥ tn");
        assert_eq!(fitted("million", "23456780"), "23.45678 ¥ trillion", "as the series writes");
        assert_eq!(fitted("bn", "0.0000021"), "2.1 ¥ k");
        assert_eq!(fitted("bn", "0.0000000021"), "2.1 ¥");
        assert_eq!(fitted("tn", "12000000000"), "12 000 000 000 ¥ tn", "there is no longer word");
        assert_eq!(fitted("crore", "12000000000"), "12 ¥ bn crore", "a word that is not known stays");
        assert_eq!(fitted("", "0.0004"), "0.0004 ¥");
    }

    #[test]
    fn an_amount_without_a_scale_has_no_gap_after_it() {
        let said = |scale: &str, value: i64, signed| {
            let figure = Figure { value: value.into(), places: None, signed };
            Words::english().value(&amount(&unit(scale), figure))
        };
        assert_eq!(said("", 4000, false), "¥4000");
        assert_eq!(said("bn", -4000, true), "−¥4000\u{a0}bn");
        assert_eq!(said("", 12_345_678_901_234, true), "+¥12\u{a0}345\u{a0}678\u{a0}901\u{a0}234");
        assert_eq!(said("bn", 0, true), "¥0\u{a0}bn");
    }

    #[test]
    fn scales_are_known_by_their_words() {
        let powers = ["", "k", "mn", "Million", "bn", "trillion", "crore"].map(power_of);
        assert_eq!(powers, [Some(0), Some(3), Some(6), Some(6), Some(9), Some(12), None]);
    }

    #[test]
    fn a_small_value_is_never_written_as_nought() {
        let places = |text: &str, asked| places(text.parse().expect(text), asked);
        assert_eq!([places("66.66", 1), places("0.004", 1), places("-0.0312", 1), places("0", 1)], [1, 3, 3, 1]);
        assert_eq!([places("0.05", 1), places("0.06", 1), places("7", 2)], [2, 1, 2]);
        assert_eq!([places("0.0000072", 4), places("-0.000724637681", 1), places("0.0100", 1)], [7, 5, 2]);
    }
}
