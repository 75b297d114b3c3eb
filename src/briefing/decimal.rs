//! How a decimal is written in the files: digits, and a point before its fraction.

use rust_decimal::Decimal;
use serde::de::Error as _;
use serde::{Deserialize as _, Deserializer, Serializer};

use super::Message;
use crate::message;

/// The pattern of a decimal in the schema.
pub(super) const PATTERN: &str = r"^-?[0-9]+(\.[0-9]+)?$";

/// The longest decimal as it is written: so many digits are kept exactly, wherever the point is.
pub(super) const MAX_LENGTH: usize = 28;

/// Reads a decimal from the text that it is written as. What the schema refuses, and what could not be kept to its last
/// digit, is none: an exponent, a plus, digits in groups.
///
/// # Errors
/// Where it is no such text.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let text = String::deserialize(deserializer)?;
    exact(&text).ok_or_else(|| D::Error::custom("no decimal"))
}

/// Writes a decimal as it is read.
///
/// # Errors
/// Where the text cannot be written.
pub(super) fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// A number times ten to some power, exactly; none where it would have more digits than are kept.
pub fn scaled(number: Decimal, power: i32) -> Option<Decimal> {
    let scale_of = |number: Decimal| i32::try_from(number.scale()).ok()?.checked_sub(power);
    // Noughts at the end make room for a longer fraction.
    let most = i32::try_from(Decimal::MAX_SCALE).unwrap_or(i32::MAX);
    let number = if scale_of(number)? > most { number.normalize() } else { number };
    let scale = scale_of(number)?;
    if let Ok(scale) = u32::try_from(scale) {
        let mut moved = number;
        moved.set_scale(scale).ok()?;
        return Some(moved);
    }
    let ten = (0..scale.unsigned_abs()).try_fold(Decimal::ONE, |all, _| all.checked_mul(Decimal::TEN))?;
    let mut whole = number;
    whole.set_scale(0).ok()?;
    whole.checked_mul(ten)
}

fn exact(text: &str) -> Option<Decimal> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let formed =
        unsigned.split_once('.').map_or_else(|| digits(unsigned), |(whole, part)| digits(whole) && digits(part));
    (formed && text.len() <= MAX_LENGTH).then(|| Decimal::from_str_exact(text).ok()).flatten()
}

/// What to do about a text that is no decimal: the decimal point is asked for by name, with the number as it is to be
/// written, where one can be made out.
pub(super) fn remedy(written: &str) -> Message {
    match meant(written).as_slice() {
        [one] => message!(problems::decimal_remedy, meant = one),
        [one, other] => message!(problems::decimal_remedy_either, one = one, other = other),
        _ => message!(problems::decimal_remedy_none),
    }
}

/// The decimals that can be meant: two where a comma may part thousands or a fraction.
fn meant(written: &str) -> Vec<String> {
    // A sign that is not the keyboard’s, and whatever sets thousands apart but comma and point.
    let plain: String = written
        .trim()
        .chars()
        .map(|c| if matches!(c, '−' | '–') { '-' } else { c })
        .filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '_') && *c != '+')
        .collect();
    let plain = plain.trim_end_matches('%');
    let unsigned = plain.strip_prefix('-').unwrap_or(plain);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !unsigned.split(['.', ',']).all(digits) {
        return Vec::new();
    }
    let whole = plain.replace([',', '.'], "");
    let cut_at =
        |mark: char| plain.rsplit_once(mark).map(|(whole, part)| format!("{}.{part}", whole.replace([',', '.'], "")));
    let count = |mark: char| plain.matches(mark).count();
    match (count(','), count('.')) {
        (0, 0 | 1) => vec![plain.to_owned()],
        (1, 0) => {
            let thousands = unsigned.split(',').nth(1).is_some_and(|part| part.len() == 3);
            let fraction = cut_at(',').into_iter();
            fraction.chain(thousands.then_some(whole)).collect()
        }
        (0, _) | (_, 0) => vec![whole],
        (1, _) if plain.rfind(',') > plain.rfind('.') => cut_at(',').into_iter().collect(),
        (_, 1) if plain.rfind('.') > plain.rfind(',') => cut_at('.').into_iter().collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::{meant, remedy, scaled};
    use crate::words::Words;

    #[test]
    fn what_is_meant_is_made_out() {
        for (written, decimals) in [
            ("12,5", &["12.5"][..]),
            ("−12,5", &["-12.5"]),
            ("1.475,5", &["1475.5"]),
            ("1,475.5", &["1475.5"]),
            ("1 475,5", &["1475.5"]),
            ("1’475.5", &["1475.5"]),
            ("1,234,567", &["1234567"]),
            ("1.234.567,8", &["1234567.8"]),
            ("1,475", &["1.475", "1475"]),
            (" 12.5 %", &["12.5"]),
            ("+3", &["3"]),
            ("twelve", &[]),
            ("1,2.3,4", &[]),
            ("", &[]),
        ] {
            assert_eq!(meant(written), decimals, "{written}");
        }
        let said = Words::english().say(&remedy("12,5"));
        assert_eq!(said, "Write 12.5, with a point before the fraction and nothing between thousands");
    }

    proptest! {
        #[test]
        fn a_power_of_ten_goes_and_comes_back(mantissa in -1_000_000_000_000_i64..1_000_000_000_000, power in 0_i32..12) {
            let value = Decimal::new(mantissa, 2);
            let down = scaled(value, -power).expect("room");
            prop_assert_eq!(scaled(down, power), Some(value));
        }

        #[test]
        fn whatever_is_meant_is_a_decimal(written in "[-−0-9.,' %]{0,16}", any in "\\PC{0,8}") {
            for decimal in [meant(&written), meant(&any)].concat() {
                prop_assert!(decimal.parse::<Decimal>().is_ok() || decimal.len() > 28, "{}", decimal);
            }
        }
    }
}
