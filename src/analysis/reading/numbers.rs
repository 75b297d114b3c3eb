//! The numbers of a text: grouped by whatever a language groups with, in whatever digits, with the sign before them and
//! the word of scale after.
//!
//! What a point or a comma means is told by the shape of the number; where the shape leaves it open, `1,234`, the number
//! has two readings and agrees with either.

use rust_decimal::Decimal;

use super::currency::SIGNS;
use super::measures::{Measure, measured};
use super::scale::{power_of, scale_after};

/// A number in a text, with the sign before it and the power of ten that the word after it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis) struct Number {
    /// Where its digits begin in the text, and where it ends.
    pub start: usize,
    pub end: usize,
    /// As it is most likely meant, before the word of scale.
    pub value: Decimal,
    /// `1,234` is a thousand and more in one language, and one and a fraction in another.
    pub or: Option<Decimal>,
    /// The sign of a currency before it.
    pub sign: Option<&'static str>,
    /// The power of ten of the word after it.
    pub scale: Option<u8>,
    /// What it weighs or measures, where a unit behind it says so.
    pub measure: Option<Measure>,
    /// Whether its digits are set apart in groups, as those of a year are not.
    pub grouped: bool,
}

impl Number {
    /// What it can mean.
    pub fn readings(self) -> impl Iterator<Item = Decimal> {
        [Some(self.value), self.or].into_iter().flatten()
    }

    /// Whether it can be a value, rounded or cut. A text says of a deficit how large it is, not that it is negative.
    pub fn agrees(&self, value: Decimal) -> bool {
        self.readings().any(|reading| agree(reading, value.abs()))
    }

    /// Whether it can be a value that is counted in a unit of such a scale, although it is counted in another itself:
    /// `1500 million` is 1.5 in billions.
    pub fn agrees_in(&self, value: Decimal, unit: &str) -> bool {
        // Few numbers name a scale, and a word is looked for among many.
        let powers = self.scale.and_then(|own| {
            let (power, measure) = scale_of(unit);
            Some((own, power.filter(|power| own != *power && self.can_be_in(measure))?))
        });
        powers
            .is_some_and(|(own, unit)| self.readings().any(|reading| agree_scaled([reading, value.abs()], [own, unit])))
    }

    /// Whether it can be counted in what something is counted in: weights are no money, nor energy.
    pub fn can_be_in(&self, measure: Option<Measure>) -> bool {
        self.measure.is_none_or(|own| measure == Some(own)) && (self.sign.is_none() || measure.is_none())
    }

    /// Whether it can be what another number says, each with the scale that it names.
    pub fn is_like(&self, other: &Self) -> bool {
        let apart = |one: &Self, other: &Self| other.measure.is_some() && !one.can_be_in(other.measure);
        if apart(self, other) || apart(other, self) {
            return false;
        }
        let alike = |value: Decimal| {
            let scaled = self.scale.zip(other.scale).filter(|(own, others)| own != others);
            scaled.map_or_else(
                || other.agrees(value),
                |(own, others)| other.readings().any(|reading| agree_scaled([value, reading], [own, others])),
            )
        };
        self.readings().any(alike)
    }

    /// A number that is written in words.
    pub const fn spelled(start: usize, end: usize, value: Decimal) -> Self {
        Self { start, end, value, or: None, sign: None, scale: None, measure: None, grouped: false }
    }

    /// Whether it has digits after its point, or can have.
    pub fn is_fraction(&self) -> bool {
        self.readings().any(|reading| reading.scale() > 0)
    }

    /// The number as a year, where it can be one.
    pub fn year(&self) -> Option<i16> {
        let year = i16::try_from(self.value).ok().filter(|year| (1900..2100).contains(year))?;
        let plain = self.or.is_none() && self.value.scale() == 0 && !self.grouped;
        (plain && self.sign.is_none() && self.scale.is_none()).then_some(year)
    }

    /// Whether it can be a year.
    pub fn is_year(&self) -> bool {
        self.year().is_some()
    }
}

/// The power of ten of the scale or unit that figures are counted in, and what is measured, where it is no money:
/// `bn`, `million tonnes`, `GWh`.
pub(in crate::analysis) fn scale_of(unit: &str) -> (Option<u8>, Option<Measure>) {
    measured(unit).map_or_else(|| (power_of(unit), None), |(power, measure)| (power, Some(measure)))
}

/// One unit of the last digit that a value is printed with.
pub(in crate::analysis) fn unit_of(value: Decimal) -> Decimal {
    Decimal::new(1, value.scale())
}

/// Whether two figures can be the same one, rounded or cut to different digits.
pub(in crate::analysis) fn agree(a: Decimal, b: Decimal) -> bool {
    let unit = unit_of(a).max(unit_of(b));
    a.checked_sub(b).is_some_and(|off| off.abs() < unit) || a == b
}

/// Whether two values, each in a power of ten, can be the same one, rounded or cut to different digits.
fn agree_scaled(values: [Decimal; 2], powers: [u8; 2]) -> bool {
    let least = powers[0].min(powers[1]);
    let up = |value: Decimal, power: u8| value.checked_mul(ten_to(power - least)?);
    let both = (up(values[0], powers[0]), up(values[1], powers[1]));
    let units = (up(unit_of(values[0]), powers[0]), up(unit_of(values[1]), powers[1]));
    let ((Some(one), Some(other)), (Some(unit), Some(others))) = (both, units) else { return false };
    one == other || one.checked_sub(other).is_some_and(|off| off.abs() < unit.max(others))
}

fn ten_to(power: u8) -> Option<Decimal> {
    10_u64.checked_pow(power.into()).map(Decimal::from)
}

/// The numbers of a text, in their order. What has the marks of a number but not its shape, such as `2.3.4`, is none.
pub(in crate::analysis) fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    // Digits of other scripts are no ASCII.
    if !text.bytes().any(|byte| byte.is_ascii_digit() || !byte.is_ascii()) {
        return found;
    }
    let mut rest = text;
    while let Some(start) = rest.find(|c| digit(c).is_some()) {
        let (before, from) = rest.split_at(start);
        let (written, length) = Written::read(from, !is_part_of_a_name(before));
        let after = &from[length..];
        let begins = text.len() - from.len();
        let (number, used) = written.number().map_or((None, 0), |mut number| {
            number.sign = SIGNS.iter().map(|(sign, _)| *sign).find(|sign| before.trim_end().ends_with(sign));
            let (mut number, used) = with_scale(number, after);
            if let Some((power, measure)) = measured(&after[used..]) {
                // The scale of `3亿5000万吨` stands within the number.
                number.scale = if used == 0 { power } else { number.scale };
                number.measure = Some(measure);
            }
            (number.start, number.end) = (begins, begins + length + used);
            (Some(number), used)
        });
        found.extend(number);
        rest = &after[used..];
    }
    found
}

/// A number with the word of scale after it, and how many bytes of what follows it are part of it: `3亿5000万` is one.
fn with_scale(mut number: Number, after: &str) -> (Number, usize) {
    let (scale, length) = scale_after(after);
    number.scale = scale;
    let (Some(power), true) = (scale, after[length..].starts_with(|c| digit(c).is_some()) && length > 0) else {
        return (number, 0);
    };
    let (written, digits) = Written::read(&after[length..], false);
    let (lower, lower_length) = scale_after(&after[length + digits..]);
    let lower_power = lower.unwrap_or(0);
    let whole = written.number().filter(|_| lower_power < power).and_then(|lower| {
        let higher = number.value.checked_mul(ten_to(power - lower_power)?)?;
        higher.checked_add(lower.value)
    });
    let Some(value) = whole else { return (number, 0) };
    let scale = (lower_power > 0).then_some(lower_power);
    (Number { value, or: None, scale, grouped: true, ..number }, length + digits + lower_length)
}

/// Whether digits after this text are part of a name, `G7` or `A4`, and no group of a number.
fn is_part_of_a_name(before: &str) -> bool {
    let mut letters = before.chars().rev();
    let last = letters.next().is_some_and(|c| c.is_alphabetic() && !is_ideograph(c));
    last && !letters.next().is_some_and(char::is_alphabetic)
}

const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
}

/// What stands between two groups of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Point,
    Comma,
    Apostrophe,
    /// The Arabic mark of a fraction.
    ArabicPoint,
    /// The Arabic mark between thousands.
    ArabicComma,
    /// A blank, and which: one number has one kind.
    Blank(char),
}

impl Mark {
    const fn of(c: char) -> Option<Self> {
        Some(match c {
            '.' | '．' | '·' => Self::Point,
            ',' | '，' | '،' => Self::Comma,
            '\'' | '’' | 'ʼ' | '＇' => Self::Apostrophe,
            '٫' => Self::ArabicPoint,
            '٬' => Self::ArabicComma,
            _ => return None,
        })
    }

    const fn blank(c: char) -> Option<Self> {
        match c {
            // Plain, no-break, figure, punctuation, thin, hair, narrow no-break, mathematical.
            ' ' | '\u{a0}' | '\u{2007}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => Some(Self::Blank(c)),
            _ => None,
        }
    }

    /// Whether it can stand before a fraction.
    const fn parts_fraction(self) -> bool {
        matches!(self, Self::Point | Self::Comma | Self::ArabicPoint)
    }
}

/// The first characters of the digits of ten.
const ZEROS: [u32; 24] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0xff10,
];

/// A digit of whatever script, as the digit that a program reads.
pub(super) fn digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    let code = u32::from(c);
    // Latin, Greek and Cyrillic letters are most of what is no ASCII.
    if code < ZEROS[1] {
        return None;
    }
    let zero = ZEROS.into_iter().rev().find(|zero| *zero <= code)?;
    char::from_digit(code - zero, 10)
}

/// A number as it is written: groups of digits, and what stands between each two.
#[derive(Debug, Default)]
struct Written {
    groups: Vec<String>,
    between: Vec<Mark>,
}

impl Written {
    /// Reads the number that a text begins with, and how many bytes it has. Over a plain blank it goes only where it
    /// may: `G7 120` are two.
    fn read(text: &str, over_blanks: bool) -> (Self, usize) {
        let (mut written, mut length) = Self::run(text);
        if written.groups.len() > 1 || !written.groups[0].len().le(&3) || written.groups[0].starts_with('0') {
            return (written, length);
        }
        while let Some(mark) = text[length..].chars().next().and_then(Mark::blank) {
            let Mark::Blank(blank) = mark else { break };
            let same = written.between.iter().all(|other| *other == mark);
            if !same || blank == ' ' && !over_blanks {
                break;
            }
            let from = length + blank.len_utf8();
            let (next, size) = Self::run(&text[from..]);
            let is_group = next.groups.first().is_some_and(|group| group.len() == 3)
                && (next.between.is_empty() || next.between.len() == 1 && next.between[0].parts_fraction());
            if !is_group {
                break;
            }
            let ends = !next.between.is_empty();
            written.between.push(mark);
            written.between.extend(next.between);
            written.groups.extend(next.groups);
            length = from + size;
            if ends {
                break;
            }
        }
        (written, length)
    }

    /// Reads digits with marks between them, but no blanks.
    fn run(text: &str) -> (Self, usize) {
        let mut written = Self { groups: vec![String::new()], between: Vec::new() };
        let mut length = 0;
        for (at, c) in text.char_indices() {
            if let Some(digit) = digit(c) {
                if let Some(group) = written.groups.last_mut() {
                    group.push(digit);
                }
                length = at + c.len_utf8();
                continue;
            }
            let after = &text[at + c.len_utf8()..];
            let following = after.chars().take_while(|c| digit(*c).is_some()).count();
            match Mark::of(c) {
                // An apostrophe also stands for minutes, and at the end of a quotation.
                Some(Mark::Apostrophe) if following != 3 => break,
                Some(mark) if following > 0 && length > 0 => {
                    written.between.push(mark);
                    written.groups.push(String::new());
                }
                _ => break,
            }
        }
        (written, length)
    }

    /// The number, where it has the shape of one.
    fn number(&self) -> Option<Number> {
        let (value, or) = self.meaning()?;
        let grouped = self.groups.len() > 1;
        let or = or.filter(|or| *or != value);
        Some(Number { start: 0, end: 0, value, or, sign: None, scale: None, measure: None, grouped })
    }

    fn meaning(&self) -> Option<(Decimal, Option<Decimal>)> {
        let (groups, all) = (self.groups.as_slice(), self.groups.len());
        let whole = |groups: &[String]| groups.concat().parse().ok();
        let fraction = || format!("{}.{}", groups[..all - 1].concat(), groups[all - 1]).parse().ok();
        let Some((last, rest)) = self.between.split_last() else { return Some((whole(groups)?, None)) };
        let Some(first) = rest.first() else {
            let may_group = is_grouped(groups, *last) && !groups[0].starts_with('0');
            return match last {
                Mark::Comma if may_group => Some((whole(groups)?, fraction())),
                Mark::Point if may_group => Some((fraction()?, whole(groups))),
                Mark::Comma | Mark::Point | Mark::ArabicPoint => Some((fraction()?, None)),
                Mark::Apostrophe | Mark::ArabicComma | Mark::Blank(_) => {
                    may_group.then(|| whole(groups))?.map(|w| (w, None))
                }
            };
        };
        if rest.iter().any(|mark| mark != first) || *first == Mark::ArabicPoint {
            return None;
        }
        if last == first {
            return is_grouped(groups, *first).then(|| whole(groups))?.map(|whole| (whole, None));
        }
        (last.parts_fraction() && is_grouped(&groups[..all - 1], *first)).then(fraction)?.map(|value| (value, None))
    }
}

/// Whether groups are those of a number: of three digits each but the first, or, as in India, of two each before the
/// last.
fn is_grouped(groups: &[String], mark: Mark) -> bool {
    let Some((first, others)) = groups.split_first() else { return false };
    let Some((last, middle)) = others.split_last() else { return true };
    let all = |size: usize| middle.iter().all(|group| group.len() == size);
    let in_thousands = (1..=3).contains(&first.len()) && all(3);
    let in_lakhs = mark == Mark::Comma && (1..=2).contains(&first.len()) && !middle.is_empty() && all(2);
    last.len() == 3 && (in_thousands || in_lakhs)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::{Number, ZEROS, numbers};

    fn read(text: &str) -> Vec<String> {
        let one = |n: &Number| {
            let or = n.or.map_or_else(String::new, |or| format!(" or {or}"));
            let scale = n.scale.map_or_else(String::new, |scale| format!(" e{scale}"));
            format!("{}{}{or}{scale}", n.sign.unwrap_or_default(), n.value)
        };
        numbers(text).iter().map(one).collect()
    }

    #[test]
    fn a_number_is_read_however_its_digits_are_set_apart() {
        for written in [
            "1 475.5",
            "1\u{a0}475.5",
            "1\u{202f}475.5",
            "1\u{2009}475.5",
            "1'475.5",
            "1’475.5",
            "1,475.5",
            "1.475,5",
            "1 475,5",
            "1\u{202f}475,5",
            "1475.5",
            "1475,5",
            "١٬٤٧٥٫٥",
            "١٤٧٥٫٥",
            "۱٬۴۷۵٫۵",
            "１４７５．５",
            "１，４７５．５",
            "१,४७५.५",
            "၁,၄၇၅.၅",
        ] {
            assert_eq!(read(&format!("€{written}\u{a0}million, as said")), ["€1475.5 e6"], "{written:?}");
        }
        assert_eq!(read("12,34,567.8 and 1.234.567"), ["1234567.8", "1234567"]);
        assert_eq!(read("39 623 456 789 012"), ["39623456789012"]);
    }

    #[test]
    fn where_the_shape_leaves_it_open_there_are_two_readings() {
        assert_eq!(read("1,234"), ["1234 or 1.234"]);
        assert_eq!(read("1.234"), ["1.234 or 1234"]);
        assert_eq!(read("0,234 0.234 1234,567"), ["0.234", "0.234", "1234.567"]);
    }

    #[test]
    fn two_numbers_beside_each_other_are_two() {
        assert_eq!(read("in 2024 475.5"), ["2024", "475.5"]);
        assert_eq!(read("the G7 120.5 and 12 34"), ["7", "120.5", "12", "34"]);
        assert_eq!(read("from 146.88 to 244,8."), ["146.88", "244.8"]);
        assert_eq!(read("13 July 2025, 10:30, 5'30"), ["13", "2025", "10", "30", "5", "30"]);
        assert_eq!(read("1 475\u{a0}500"), ["1475", "500"], "one number has one kind of blank");
        assert_eq!(read("between 2023 and 2024"), ["2023", "2024"]);
    }

    #[test]
    fn what_is_shaped_like_no_number_is_none() {
        assert_eq!(read("no 2.3.4 and no 13.07.2025 and no number"), [""; 0]);
        assert_eq!(read("1,23,45 or 1'475'5"), ["1475", "5"]);
    }

    #[test]
    fn words_and_signs_of_scale_are_read_in_many_languages() {
        for (text, read_as) in [
            ("US$5.1 billion", "US$5.1 e9"),
            ("US$5.1\u{a0}bn", "US$5.1 e9"),
            ("5,1 Mrd. Euro", "5.1 e9"),
            ("5,1 milliards d’euros", "5.1 e9"),
            ("5,1 млрд", "5.1 e9"),
            ("2448亿美元", "2448 e8"),
            ("1.5万亿元", "1.5 e12"),
            ("３０億円", "30 e8"),
            ("5천만 명", "5 e7"),
            ("٥٫١ مليار دولار", "5.1 e9"),
            ("12 lakh", "12 e5"),
            ("3 crore", "3 e7"),
            ("3亿5000万人", "35000 e4"),
            ("2万5000人", "25000"),
        ] {
            assert_eq!(read(text), [read_as], "{text}");
        }
        assert_eq!(read("5 members and 3 monkeys"), ["5", "3"], "a word that begins like one is another");
    }

    #[test]
    fn weights_and_energy_are_no_money() {
        let number = |text: &str| numbers(text)[0];
        let value = |text: &str| text.parse::<Decimal>().expect(text);
        for (text, of, unit) in [
            ("108 470 kt", "108.47", "Mt"),
            ("1.0847亿吨", "108.47", "million tonnes"),
            ("4611 GWh", "4.611", "TWh"),
            ("46.11亿千瓦时", "4.611", "TWh"),
            ("4,611 млрд кВт·ч", "4611", "GWh"),
        ] {
            assert!(number(text).agrees_in(value(of), unit), "{text} is {of} {unit}");
        }
        assert!(!number("108.47 million tonnes").agrees_in(value("0.10847"), "bn"), "tonnes are no dollars");
        assert!(!number("4611 GWh").agrees_in(value("4.611"), "Mt"));
        assert!(number("4611 GWh").is_like(&number("4.611 TWh")));
        assert!(!number("US$4.6 bn").is_like(&number("4.6 billion kWh")));
        assert_eq!(number("2.17 b/d").scale, Some(0), "a barrel is no billion");
        assert!(number("in 2024 т. е. вчера").is_year() && number("2024 г.").is_year());
    }

    #[test]
    fn values_agree_over_scales() {
        let number = |text: &str| numbers(text)[0];
        let value = |text: &str| text.parse::<Decimal>().expect(text);
        for (text, of, unit) in [
            ("2448亿美元", "244.8", "bn"),
            ("1 475.5 million", "1.4755", "bn"),
            ("1.5 billion", "1475.5", "million"),
            ("244 819 million", "244.8", "bn"),
        ] {
            assert!(number(text).agrees_in(value(of), unit), "{text} is {of} {unit}");
        }
        assert!(!number("2448 million").agrees_in(value("244.8"), "bn"));
        assert!(!number("2448").agrees_in(value("244.8"), "bn"), "a number without a scale has none");
        assert!(number("1.5 bn").is_like(&number("1 500 million")));
        assert!(!number("1.5 bn").is_like(&number("1.5 million")));
        assert!(number("a deficit of 5.3").agrees(value("-5.3")));
    }

    #[test]
    fn a_year_is_plain() {
        let years = |text: &str| numbers(text).iter().filter_map(Number::year).collect::<Vec<_>>();
        assert_eq!(years("2024, ٢٠٢٥, 2023年, ２０２２"), [2024, 2025, 2023, 2022]);
        assert_eq!(years("2 024, 2,024, US$2024, 2024 million"), [0_i16; 0]);
    }

    /// A number written in groups, as some language writes it.
    fn written(units: u64, places: u32, group: &str, point: &str, zero: u32, lakhs: bool) -> String {
        let digits = format!("{units:0width$}", width = places as usize + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places as usize);
        let mut grouped = String::new();
        for (index, digit) in whole.chars().enumerate() {
            let left = whole.len() - index;
            let ends = if lakhs { left == 3 || left > 3 && left % 2 == 1 } else { left.is_multiple_of(3) };
            if index > 0 && ends {
                grouped.push_str(group);
            }
            grouped.push(digit);
        }
        let plain = if fraction.is_empty() { grouped } else { format!("{grouped}{point}{fraction}") };
        let script = |c: char| c.to_digit(10).and_then(|d| char::from_u32(zero + d)).unwrap_or(c);
        plain.chars().map(script).collect()
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "\\PC{0,24}", wild in "[0-9٠-٩０-９.,'’ \u{a0}万亿bnG€US$٫٬]{0,24}") {
            let _ = (numbers(&text), numbers(&wild));
        }

        #[test]
        fn any_number_in_any_grouping_is_read_back(
            units in 0_u64..1_000_000_000_000_000, cut in 0_u32..50, places in 0_u32..4, style in 0_usize..9, zero in 0..ZEROS.len(),
        ) {
            // Small ones as well as large.
            let units = units >> cut;
            let (group, point, lakhs) = [
                ("\u{a0}", ".", false), ("\u{202f}", ",", false), ("\u{2009}", ".", false), (" ", ",", false),
                ("'", ".", false), ("’", ",", false), (",", ".", false), (".", ",", false), (",", ".", true),
            ][style];
            let text = written(units, places, group, point, ZEROS[zero], lakhs);
            let value = Decimal::new(units.cast_signed(), places);
            let read = numbers(&format!("worth €{text}\u{a0}bn, as said"));
            prop_assert_eq!(read.len(), 1, "{}", text);
            prop_assert!(read[0].readings().any(|reading| reading == value), "{} is {:?}", text, read[0]);
            prop_assert_eq!((read[0].sign, read[0].scale), (Some("€"), Some(9)));
        }

        #[test]
        fn what_the_program_writes_it_reads(units in -1_000_000_000_000_i64..1_000_000_000_000, places in 0_u32..4) {
            let value = Decimal::new(units, places);
            let text = crate::words::Words::english().exact(value);
            let read = numbers(&format!("It came to {text} in the end."));
            prop_assert_eq!(read.len(), 1, "{}", text);
            prop_assert!(read[0].agrees(value), "{}", text);
        }
    }
}
