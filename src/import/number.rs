//! Numbers as tables have them, kept to their last digit: decimal commas, digits in groups, powers of ten, and whatever
//! stands where there is no number.

use rust_decimal::Decimal;

use crate::briefing::{Message, scaled};
use crate::label;

/// What parts the fraction of a number from its whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    /// `1,475.5`
    Point,
    /// `1.475,5`
    Comma,
}

impl DecimalMark {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Point, Self::Comma];

    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Comma => "comma",
        }
    }

    /// What it is called.
    pub const fn label(self) -> Message {
        match self {
            Self::Point => label!(import_options::decimal_point),
            Self::Comma => label!(import_options::decimal_comma),
        }
    }

    const fn sign(self) -> u8 {
        match self {
            Self::Point => b'.',
            Self::Comma => b',',
        }
    }
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A number.
    Number(Decimal),
    /// That there is none: nothing, or one of the marks that stand for it.
    Missing,
    /// Something else.
    Other,
}

/// What stands where a number is missing, in lower case.
const MISSING: [&str; 33] = [
    "", ":", "..", "...", "…", "-", "--", "–", "—", "―", ".", "nan", "#n/a", "n/a", "na", "n.a.", "n. a.", "nd",
    "n.d.", "null", "none", "x", "c", "*", "(d)", "нет", "н/д", "н.д.", "n/d", "s/d", "k.a.", "无", "暂无",
];

/// The longest number that a briefing keeps, in characters.
const LONGEST: usize = 28;

/// What a cell says, with the mark of its fraction known.
pub fn cell(text: &str, mark: DecimalMark) -> Cell {
    // Most of what is read, at once.
    if let Some(number) = plain(text, mark) {
        return Cell::Number(number);
    }
    let text = text.trim_matches(blank);
    if is_missing(text) {
        return Cell::Missing;
    }
    number(text, mark).map_or(Cell::Other, Cell::Number)
}

/// A number and the mark behind it: a footnote, `174.5*`, `146.5[1]`, or a flag, `149.5 (p)`. None where nothing stands
/// behind it, or something that may change what it is: `12.5b`, `3 m`, `10%`.
pub fn marked(text: &str, mark: DecimalMark) -> Option<(Decimal, &str)> {
    let text = text.trim_matches(blank);
    let end = text.find(|c: char| is_of_mark(c))?;
    let (digits, behind) = text.split_at(end);
    // `1)` behind a blank is a footnote; its digit is none of the number.
    let (digits, behind) = match digits.rsplit_once(blank) {
        Some((digits, _)) if behind == ")" => (digits, text.get(digits.len()..).unwrap_or_default()),
        _ => (digits, behind),
    };
    let behind = behind.trim_matches(blank);
    is_mark(behind).then_some(())?;
    Some((number(digits, mark)?, behind))
}

/// What no number has behind its sign.
fn is_of_mark(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '*' | '†' | '‡' | '§' | '¶' | '#' | '[' | '(' | ')' | '¹' | '²' | '³' | '⁰'..='⁹')
}

fn is_mark(text: &str) -> bool {
    let inner =
        [('(', ')'), ('[', ']')].iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    if let Some(inner) = inner {
        return !inner.is_empty() && inner.chars().count() <= 4 && inner.chars().all(char::is_alphanumeric);
    }
    let footnote = text.strip_suffix(')').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let signs = !text.is_empty() && text.chars().all(|c| is_of_mark(c) && !c.is_alphabetic() && !"[()]".contains(c));
    // A letter that is no scale either.
    let flag = matches!(text.to_ascii_lowercase().as_str(), "p" | "e" | "f" | "r" | "u" | "i" | "s");
    (footnote && text.len() > 1) || signs || flag
}

/// Whether a cell says that there is no number.
pub fn is_missing(text: &str) -> bool {
    let text = text.trim_matches(blank);
    text.len() <= 8 && MISSING.contains(&text.to_lowercase().as_str())
}

/// A number of digits with at most one point, without anything else.
fn plain(text: &str, mark: DecimalMark) -> Option<Decimal> {
    let (digits, negative) = text.strip_prefix('-').map_or((text, false), |rest| (rest, true));
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let (mut value, mut scale, mut fraction) = (0_i64, 0_u32, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                value = value * 10 + i64::from(byte - b'0');
                scale += u32::from(fraction);
            }
            _ if byte == mark.sign() && !fraction => fraction = true,
            _ => return None,
        }
    }
    // `.5` and `5.` are left to the careful.
    let formed = !fraction || (scale > 0 && digits.len() > scale as usize + 1);
    formed.then(|| Decimal::new(if negative { -value } else { value }, scale))
}

/// A number however it is set; none where it is none, or has more digits than are kept.
pub fn number(text: &str, mark: DecimalMark) -> Option<Decimal> {
    let text = text.trim_matches(blank);
    // In brackets a number is below nought, as accountants write it.
    let bracketed = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let (text, mut negative) = (bracketed.unwrap_or(text), bracketed.is_some());
    let text = match text.trim_start().chars().next()? {
        sign @ ('-' | '−' | '–') => {
            negative = !negative;
            text.trim_start().strip_prefix(sign)?
        }
        '+' => text.trim_start().strip_prefix('+')?,
        _ => text,
    };
    let (text, power) = match text.split_once(['e', 'E']) {
        Some((number, power)) => (number, power.strip_prefix('+').unwrap_or(power).parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (mark, thousands) = match mark {
        DecimalMark::Point => ('.', ','),
        DecimalMark::Comma => (',', '.'),
    };
    let (whole, fraction) = text.split_once(mark).map_or((text, None), |(whole, part)| (whole, Some(part)));
    let whole = ungrouped(whole.trim_matches(blank), thousands)?;
    let fraction = fraction.unwrap_or_default().trim_matches(blank);
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(fraction) || (whole.is_empty() && fraction.is_empty()) || power.unsigned_abs() > 40 {
        return None;
    }
    let whole = if whole.is_empty() { "0" } else { whole.as_str() };
    let joined = if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") };
    let mut number = scaled(Decimal::from_str_exact(&joined).ok()?, power)?;
    number.set_sign_negative(negative && !number.is_zero());
    (number.to_string().len() <= LONGEST).then_some(number)
}

/// Digits without what sets them in groups of three, or, as in India, of two after the first three.
fn ungrouped(whole: &str, thousands: char) -> Option<String> {
    if whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(whole.to_owned());
    }
    let groups: Vec<&str> =
        whole.split(|c: char| c == thousands || blank(c) || matches!(c, '\'' | '’' | '_')).collect();
    let (last, before) = groups.split_last()?;
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let formed = last.len() == 3
        && digits(last)
        && before.iter().all(|group| digits(group) && group.len() <= 3)
        && before.iter().skip(1).all(|group| group.len() >= 2);
    formed.then(|| groups.concat())
}

/// A blank of any width.
const fn blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{200b}' | '\u{feff}')
}

/// Which mark the numbers of a column have: what all of them can be read with. Nothing where both are possible and mean
/// different numbers: then somebody has to say.
pub fn mark_of<'a>(cells: impl IntoIterator<Item = &'a str>) -> Option<DecimalMark> {
    let (mut point, mut comma, mut differs) = (0_usize, 0_usize, false);
    for text in cells.into_iter().filter(|text| !is_missing(text)) {
        let [by_point, by_comma] = DecimalMark::ALL.map(|mark| number(text, mark));
        point += usize::from(by_point.is_some());
        comma += usize::from(by_comma.is_some());
        differs |= by_point.is_some() && by_comma.is_some() && by_point != by_comma;
    }
    match point.cmp(&comma) {
        std::cmp::Ordering::Greater => Some(DecimalMark::Point),
        std::cmp::Ordering::Less => Some(DecimalMark::Comma),
        std::cmp::Ordering::Equal => (!differs).then_some(DecimalMark::Point),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::{Cell, DecimalMark, cell, is_missing, mark_of, marked, number};

    fn read(text: &str, mark: DecimalMark) -> Option<String> {
        number(text, mark).map(|number| number.to_string())
    }

    #[test]
    fn a_number_is_read_however_it_is_set() {
        for (text, mark, meant) in [
            ("1475.50", DecimalMark::Point, Some("1475.50")),
            ("1,475.5", DecimalMark::Point, Some("1475.5")),
            ("1.475,5", DecimalMark::Comma, Some("1475.5")),
            ("1 475,5", DecimalMark::Comma, Some("1475.5")),
            ("1\u{a0}475\u{202f}000", DecimalMark::Comma, Some("1475000")),
            ("1’475.5", DecimalMark::Point, Some("1475.5")),
            ("12,34,567.8", DecimalMark::Point, Some("1234567.8")),
            ("−12,5", DecimalMark::Comma, Some("-12.5")),
            ("(1,200)", DecimalMark::Point, Some("-1200")),
            ("1.4761E+11", DecimalMark::Point, Some("147610000000")),
            ("2.5e-3", DecimalMark::Point, Some("0.0025")),
            (".5", DecimalMark::Point, Some("0.5")),
            ("5.", DecimalMark::Point, Some("5")),
            ("-0", DecimalMark::Point, Some("0")),
            ("1,47.5", DecimalMark::Point, None),
            ("1.475.5", DecimalMark::Point, None),
            ("12,5", DecimalMark::Point, None),
            ("twelve", DecimalMark::Point, None),
            ("1e999999999", DecimalMark::Point, None),
            ("12345678901234567890123456789", DecimalMark::Point, None),
            ("--5", DecimalMark::Point, None),
        ] {
            assert_eq!(read(text, mark).as_deref(), meant, "{text}");
        }
    }

    #[test]
    fn a_missing_number_is_missing() {
        for text in ["", " ", ":", "..", "NaN", "#N/A", "n/a", "-", "—", "NULL"] {
            assert!(is_missing(text), "{text}");
            assert_eq!(cell(text, DecimalMark::Point), Cell::Missing, "{text}");
        }
        assert_eq!(cell("0", DecimalMark::Point), Cell::Number(Decimal::ZERO));
        assert_eq!(cell("12 p", DecimalMark::Point), Cell::Other);
    }

    #[test]
    fn a_mark_behind_a_number_is_told_from_what_changes_it() {
        for (text, meant) in [
            ("174.5*", Some(("174.5", "*"))),
            ("1 174.5 **", Some(("1174.5", "**"))),
            ("146.5[1]", Some(("146.5", "[1]"))),
            ("149.5 (p)", Some(("149.5", "(p)"))),
            ("159.5p", Some(("159.5", "p"))),
            ("12 e", Some(("12", "e"))),
            ("-3.25†", Some(("-3.25", "†"))),
            ("7.5²", Some(("7.5", "²"))),
            ("146.5 1)", Some(("146.5", "1)"))),
            ("12.5b", None),
            ("12.5 bn", None),
            ("3 m", None),
            ("10%", None),
            ("12", None),
            ("(12)", None),
            ("conf.", None),
            ("12 (see the notes)", None),
            ("*", None),
        ] {
            let read = marked(text, DecimalMark::Point).map(|(number, mark)| (number.to_string(), mark.to_owned()));
            assert_eq!(read, meant.map(|(number, mark)| (number.to_owned(), mark.to_owned())), "{text}");
        }
    }

    #[test]
    fn the_mark_is_that_of_the_column_or_somebody_says() {
        assert_eq!(mark_of(["1,475", "12,5"]), Some(DecimalMark::Comma));
        assert_eq!(mark_of(["1,475", "12.5", ":"]), Some(DecimalMark::Point));
        assert_eq!(mark_of(["1,475", "2,300"]), None);
        assert_eq!(mark_of(["1475", "2300"]), Some(DecimalMark::Point));
        assert_eq!(mark_of(["1.234.567"]), Some(DecimalMark::Comma));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_to_the_last_digit(mantissa in any::<i64>(), scale in 0_u32..9, group in any::<bool>()) {
            let value = Decimal::new(mantissa, scale);
            let text = value.to_string();
            prop_assert_eq!(number(&text, DecimalMark::Point), Some(value));
            prop_assert_eq!(cell(&text, DecimalMark::Point), Cell::Number(value));
            let comma = text.replace('.', ",");
            prop_assert_eq!(number(&comma, DecimalMark::Comma), Some(value));
            let (whole, part) = comma.split_once(',').unwrap_or((&comma, ""));
            let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
            let first = digits.len() % 3;
            let mut groups: Vec<&str> = vec![&digits[..first]];
            groups.extend(digits.as_bytes()[first..].chunks(3).map(|group| std::str::from_utf8(group).expect("digits")));
            groups.retain(|group| !group.is_empty());
            let whole = format!("{sign}{}", groups.join(if group { "." } else { "\u{202f}" }));
            let grouped = if part.is_empty() { whole } else { format!("{whole},{part}") };
            prop_assert_eq!(number(&grouped, DecimalMark::Comma), Some(value));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in "\\PC{0,24}", digits in "[-+(). ,eE0-9’]{0,40}") {
            for text in [&text, &digits] {
                for mark in DecimalMark::ALL {
                    let _ = marked(text, mark);
                    if let Some(number) = number(text, mark) {
                        prop_assert!(number.to_string().len() <= 28);
                    }
                }
            }
        }
    }
}
