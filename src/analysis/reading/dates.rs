//! Days, months and years in a text, in any order: `13 July 2025`, `July 13, 2025`, `13.07.2025`, `2025-07-13`,
//! `13 июля`, `2025年7月13日`, `7–10 May`, `31 August to 1 September`.

use jiff::civil;

use super::What;
use super::tokens::{Kind, Token, phrase};
use super::tongue::{Lexicon, Sense};
use crate::briefing::{Date, Precision};

/// A day as far as a text says it: any of its parts can be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[expect(clippy::struct_field_names, reason = "the day of a month is called a day as well")]
pub(in crate::analysis) struct Day {
    pub year: Option<i16>,
    pub month: Option<i8>,
    pub day: Option<i8>,
    /// `03/04/2025` is the third of April or the fourth of March: then the other month is this and the day `month`.
    pub turned: bool,
}

impl From<civil::Date> for Day {
    fn from(day: civil::Date) -> Self {
        Self { year: Some(day.year()), month: Some(day.month()), day: Some(day.day()), turned: false }
    }
}

impl From<Date> for Day {
    /// As far as the date is known.
    fn from(date: Date) -> Self {
        let whole = Self::from(date.first_day());
        match date.precision() {
            Precision::Day => whole,
            Precision::Month => Self { day: None, ..whole },
            Precision::Year => Self { month: None, day: None, ..whole },
        }
    }
}

impl Day {
    const fn year(year: i16) -> Self {
        Self { year: Some(year), month: None, day: None, turned: false }
    }

    /// A day that is known whole.
    pub fn whole(self) -> Option<civil::Date> {
        civil::Date::new(self.year?, self.month?, self.day?).ok().filter(|_| !self.turned)
    }

    /// Whether it names a day of a month, whether or not of a year.
    pub const fn is_day(self) -> bool {
        self.month.is_some() && self.day.is_some()
    }

    /// What it can be.
    fn readings(self) -> impl Iterator<Item = Self> {
        let other = Self { month: self.day, day: self.month, ..self };
        let turned = other.month.is_some_and(|month| (1..=12).contains(&month)) && self.turned;
        [Some(self), turned.then_some(other)].into_iter().flatten()
    }

    /// Whether it can lie within some days.
    pub fn meets(self, from: civil::Date, until: civil::Date) -> bool {
        self.readings().any(|day| day.meets_as_read(from, until))
    }

    fn meets_as_read(self, from: civil::Date, until: civil::Date) -> bool {
        // A text that names no year can mean any; of many years the first will do.
        let years = self.year.map_or_else(|| from.year()..=until.year().min(from.year().saturating_add(1)), |y| y..=y);
        years.into_iter().any(|year| {
            let first = civil::Date::new(year, self.month.unwrap_or(1), self.day.unwrap_or(1));
            let Ok(first) = first else { return false };
            let last = match (self.month, self.day) {
                (None, _) => first.last_of_year(),
                (Some(_), None) => first.last_of_month(),
                (Some(_), Some(_)) => first,
            };
            first <= until && from <= last
        })
    }

    /// Its year, month and day, each with that of another.
    fn beside(self, other: Self) -> impl Iterator<Item = (Option<i16>, Option<i16>)> {
        let parts = |day: Self| [day.year, day.month.map(i16::from), day.day.map(i16::from)];
        parts(self).into_iter().zip(parts(other))
    }

    /// Whether two can be the same day, as far as both are said.
    pub fn agrees(self, other: Self) -> bool {
        let alike = |a: Self, b: Self| a.beside(b).all(|(a, b)| a.zip(b).is_none_or(|(a, b)| a == b));
        self.readings().any(|a| other.readings().any(|b| alike(a, b)))
    }

    /// In how many of its parts it is unlike another; none where they have too little in common to be one day mistaken.
    pub fn unlike(self, other: Self) -> Option<usize> {
        let both: Vec<bool> = self.beside(other).filter_map(|(a, b)| Some(a? == b?)).collect();
        let same = both.iter().filter(|same| **same).count();
        (both.len() >= 2 && same >= 1).then_some(both.len() - same)
    }

    /// Whether it is another with its day and its month exchanged: 10 July for 7 October.
    pub fn is_turned(self, other: Self) -> bool {
        let years = self.year.zip(other.year).is_none_or(|(own, other)| own == other);
        let (Some(month), Some(day)) = (self.month, self.day) else { return false };
        years && month != day && other.month == Some(day) && other.day == Some(month)
    }
}

/// The day or span that begins at a token, and how many tokens it has.
pub(super) fn read(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<(What, usize)> {
    match tokens.first()?.kind {
        Kind::Digits(_) => numeric(tokens)
            .or_else(|| chinese(tokens))
            .or_else(|| day_first(tokens, lexicon))
            .or_else(|| year(tokens, lexicon)),
        Kind::Word(word) if tokens[0].is_han() && HAN_DIGITS.contains(word) => {
            chinese(tokens).or_else(|| month_first(tokens, lexicon))
        }
        Kind::Word(_) if tokens[0].begins.any => month_first(tokens, lexicon).or_else(|| day_first(tokens, lexicon)),
        _ => None,
    }
}

const fn plain(year: Option<i16>, month: i8, day: Option<i8>) -> Day {
    Day { year, month: Some(month), day, turned: false }
}

fn as_year(token: &Token<'_>) -> Option<i16> {
    let year = i16::try_from(token.digits()?).ok()?;
    (token.range.len() >= 4 && (1800..2200).contains(&year)).then_some(year)
}

fn as_day(token: &Token<'_>) -> Option<i8> {
    i8::try_from(token.digits()?).ok().filter(|day| (1..=31).contains(day) && token.range.len() <= 6)
}

fn as_month(token: &Token<'_>) -> Option<i8> {
    as_day(token).filter(|month| *month <= 12)
}

/// The month that a token or some of them name, and how many.
fn named_month(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<(i8, usize)> {
    if lexicon.tongue.capital_months && !tokens.first()?.capital {
        return None;
    }
    (1..=2.min(tokens.len())).rev().find_map(|length| {
        let words = tokens[..length].iter().all(|token| token.word().is_some());
        let senses = if words { lexicon.senses(&phrase(&tokens[..length])) } else { &[] };
        let month = senses.iter().find_map(|sense| match sense {
            Sense::Month(month) => i8::try_from(*month).ok(),
            _ => None,
        })?;
        // `Sept.` has a point.
        let point = tokens.get(length).is_some_and(|token| token.is_mark(".") && !token.spaced)
            && tokens.get(length + 1).is_some_and(|next| next.digits().is_some());
        Some((month, length + usize::from(point)))
    })
}

fn tight(tokens: &[Token<'_>]) -> bool {
    tokens.iter().skip(1).all(|token| !token.spaced)
}

/// `2025-07-13`, `13.07.2025`, `7/13/2025`.
fn numeric(tokens: &[Token<'_>]) -> Option<(What, usize)> {
    let [a, mark, b, other, c] = tokens.get(..5)? else { return None };
    let (Kind::Mark(one), Kind::Mark(two)) = (&mark.kind, &other.kind) else { return None };
    if one != two || !"-./".contains(*one) || !tight(&tokens[..5]) {
        return None;
    }
    let goes_on = tokens.get(5).is_some_and(|next| {
        !next.spaced
            && (next.digits().is_some()
                || next.is_mark("-./") && tokens.get(6).is_some_and(|t| t.digits().is_some() && !t.spaced))
    });
    if goes_on {
        return None;
    }
    let day = if let Some(year) = as_year(a) {
        plain(Some(year), as_month(b)?, Some(as_day(c)?))
    } else {
        let year = as_year(c)?;
        match (as_month(b), *one) {
            (Some(month), '/') if as_month(a).is_some() => {
                Day { year: Some(year), month: Some(month), day: as_day(a), turned: true }
            }
            (Some(month), _) => plain(Some(year), month, Some(as_day(a)?)),
            (None, '/') => plain(Some(year), as_month(a)?, Some(as_day(b)?)),
            (None, _) => return None,
        }
    };
    Some((What::Day(day), 5))
}

/// `2025年7月13日`, `7月13日`, `2024年`, `2025年7月`, `7月10日至11日`.
fn chinese(tokens: &[Token<'_>]) -> Option<(What, usize)> {
    let mut used = 0;
    let sign = |at: usize, signs: &str| tokens.get(at).and_then(Token::word).is_some_and(|word| signs.contains(word));
    // A number in digits or in Han signs, and how many tokens it has with the sign behind it.
    let counted = |at: usize, signs: &str, most: u32| {
        let number = tokens.get(at..)?;
        let digits = number.first().and_then(Token::digits).map(|value| (value, 1));
        let (value, length) = digits.or_else(|| super::words::han_count(number))?;
        let value = i8::try_from(value).ok().filter(|_| (1..=most).contains(&value))?;
        sign(at + length, signs).then_some((value, length + 1))
    };
    let year = tokens.first().and_then(as_year).filter(|_| sign(1, "年")).map(|year| (year, 2));
    let year = year.or_else(|| han_year(tokens).filter(|_| sign(4, "年")).map(|year| (year, 5)));
    used += year.map_or(0, |(_, length)| length);
    let year = year.map(|(year, _)| year);
    let month = counted(used, "月", 12);
    used += month.map_or(0, |(_, length)| length);
    let Some((month, _)) = month else { return year.map(|year| (What::Day(Day::year(year)), used)) };
    let day = counted(used, "日号號", 31);
    used += day.map_or(0, |(_, length)| length);
    let day = day.map(|(day, _)| day);
    let first = plain(year, month, day);
    let end = tokens.get(used + 1).and_then(as_day).filter(|_| {
        let to = sign(used, "至到") || tokens.get(used).is_some_and(|token| token.is_mark("-–—~～"));
        day.is_some() && to && sign(used + 2, "日号號")
    });
    match end {
        Some(end) => Some((What::Span(first, Day { day: Some(end), ..first }), used + 3)),
        None => Some((What::Day(first), used)),
    }
}

/// What a date in Han signs can begin with.
const HAN_DIGITS: &str = "〇零一二三四五六七八九十";

/// A year in four Han signs: `二〇二五`.
fn han_year(tokens: &[Token<'_>]) -> Option<i16> {
    let mut year = 0_i16;
    for token in tokens.get(..4)? {
        let sign = token.word().filter(|_| token.is_han())?.chars().next()?;
        let digit =
            if sign == '零' { 0 } else { "〇一二三四五六七八九".chars().position(|own| own == sign)? };
        year = year * 10 + i16::try_from(digit).ok()?;
    }
    (1800..2200).contains(&year).then_some(year)
}

/// The day of a month in digits or in words, `двадцатого`, `twenty-first`, `treize`, and how many tokens it has.
fn day_of(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<(i8, usize)> {
    let first = tokens.first()?;
    if let Some(day) = as_day(first) {
        return Some((day, 1));
    }
    let value = |token: &Token<'_>, of: fn(&Sense) -> Option<u32>| lexicon.senses(token.word()?).iter().find_map(of);
    let ordinal = |sense: &Sense| if let Sense::Ordinal(value) = sense { Some(*value) } else { None };
    let cardinal = |sense: &Sense| if let Sense::Cardinal(value) = sense { Some(*value) } else { None };
    let tens = value(first, cardinal).filter(|tens| [20, 30].contains(tens));
    let hyphen = usize::from(tokens.get(1).is_some_and(|token| token.is_mark("-‐‑")));
    let units = tens.and_then(|tens| {
        let units = value(tokens.get(1 + hyphen)?, ordinal).filter(|units| (1..10).contains(units))?;
        Some((tens + units, 2 + hyphen))
    });
    // Where months are no other words, `treize juillet` is a day and `ten May` would be many.
    let plain = || value(first, cardinal).filter(|_| !lexicon.tongue.capital_months);
    let (day, used) = units.or_else(|| value(first, ordinal).or_else(plain).map(|day| (day, 1)))?;
    Some((i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?, used))
}

fn means(token: Option<&Token<'_>>, lexicon: &Lexicon, sense: Sense) -> bool {
    token.and_then(Token::word).is_some_and(|word| lexicon.means(word, sense))
}

/// Tokens that may stand between the parts of a day: `13th of July`, `13 de julio de 2025`, `13. Juli`, `1er juillet`.
fn skipped(tokens: &[Token<'_>], lexicon: &Lexicon) -> usize {
    let mut used = 0;
    if let Some(first) = tokens.first() {
        let suffix = first.word().is_some_and(|word| ["st", "nd", "rd", "th", "er", "o", "го", "е"].contains(&word));
        if (suffix || first.is_mark(".ºª°")) && !first.spaced {
            used += 1;
        }
    }
    if means(tokens.get(used), lexicon, Sense::Of) {
        used += 1;
    }
    used
}

/// The year that follows a month, with what stands between: a comma, `de`, `г.`
fn following_year(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<(i16, usize)> {
    let comma = usize::from(tokens.first().is_some_and(|token| token.is_mark(",،，")));
    let of = usize::from(means(tokens.get(comma), lexicon, Sense::Of));
    let at = comma + of;
    let year = tokens.get(at).and_then(as_year)?;
    // `2025.5` is no year.
    let is_figure = tokens.get(at + 1).is_some_and(|mark| mark.is_mark(".,") && !mark.spaced)
        && tokens.get(at + 2).is_some_and(|digits| digits.digits().is_some() && !digits.spaced);
    (!is_figure).then_some((year, at + 1))
}

/// `13 July 2025`, `7–10 May 2025`, `10 and 11 July`, `31 August to 1 September 2025`.
fn day_first(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<(What, usize)> {
    let (day, length) = day_of(tokens, lexicon)?;
    let mut used = length;
    // A second day before the month.
    let mut second = None;
    let gap = skipped(&tokens[length..], lexicon);
    let joined = tokens.get(length + gap).is_some_and(|token| token.is_mark("-–—/"))
        || means(tokens.get(length + gap), lexicon, Sense::To)
        || means(tokens.get(length + gap), lexicon, Sense::And);
    if let Some(other) = tokens.get(length + 1 + gap).and_then(as_day).filter(|_| joined) {
        second = Some(other);
        used = length + 2 + gap;
    }
    used += skipped(tokens.get(used..)?, lexicon);
    let (month, length) = named_month(tokens.get(used..)?, lexicon)?;
    used += length;
    let year = following_year(tokens.get(used..)?, lexicon);
    used += year.map_or(0, |(_, length)| length);
    let year = year.map(|(year, _)| year);
    let first = plain(year, month, Some(day));
    if let Some(second) = second {
        return Some((What::Span(first, plain(year, month, Some(second))), used));
    }
    // A second day with a month of its own.
    let joined =
        tokens.get(used).is_some_and(|token| token.is_mark("-–—")) || means(tokens.get(used), lexicon, Sense::To);
    if joined && let Some((What::Day(last), length)) = day_first(tokens.get(used + 1..)?, lexicon) {
        let first = Day { year: first.year.or(last.year), ..first };
        return Some((What::Span(first, last), used + 1 + length));
    }
    Some((What::Day(first), used))
}

/// `July 13, 2025`, `July 10–11`, `July 2025`, `May`.
fn month_first(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<(What, usize)> {
    let (month, mut used) = named_month(tokens, lexicon)?;
    if let Some((year, length)) = following_year(tokens.get(used..)?, lexicon) {
        return Some((What::Day(plain(Some(year), month, None)), used + length));
    }
    let figure = tokens.get(used + 1).is_some_and(|mark| mark.is_mark(".,%") && !mark.spaced)
        && tokens.get(used + 2).is_none_or(|next| !next.spaced);
    let day = tokens.get(used).and_then(as_day).filter(|_| !figure);
    let Some(day) = day else { return Some((What::Day(plain(None, month, None)), used)) };
    used += 1;
    used += skipped(tokens.get(used..)?, lexicon);
    let to = tokens.get(used).is_some_and(|token| token.is_mark("-–—"));
    let second = tokens.get(used + 1).and_then(as_day).filter(|_| to);
    used += if second.is_some() { 2 } else { 0 };
    let year = following_year(tokens.get(used..)?, lexicon);
    used += year.map_or(0, |(_, length)| length);
    let first = plain(year.map(|(year, _)| year), month, Some(day));
    match second {
        Some(second) => Some((What::Span(first, Day { day: Some(second), ..first }), used)),
        None => Some((What::Day(first), used)),
    }
}

/// A month and a year in another order: `2025 July`, and `2021–22` as two years.
fn year(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<(What, usize)> {
    let year = as_year(tokens.first()?)?;
    if tokens.get(1).is_some_and(|token| token.is_mark("-–—/") && !token.spaced)
        && let Some(last) =
            tokens.get(2).filter(|token| !token.spaced && token.range.len() == 2).and_then(Token::digits)
    {
        let last = i16::try_from(last).ok()?;
        let whole = year - year.rem_euclid(100) + last;
        return (whole == year + 1).then_some((What::Span(Day::year(year), Day::year(whole)), 3));
    }
    let (month, length) = named_month(tokens.get(1..)?, lexicon)?;
    // `in 2024 May` is rare, and `2024. May` two sentences.
    tokens.get(1).filter(|token| token.word().is_some())?;
    Some((What::Day(plain(Some(year), month, None)), 1 + length))
}
