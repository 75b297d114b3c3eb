//! Periods of the calendar: what a figure is counted over.

use std::fmt;

use jiff::civil::{self, ISOWeekDate, Weekday};
use serde::{Deserialize, Serialize};

use super::text_schema::text_schema;

/// A stretch of the calendar from a first to a last day, both included: a year, `2024`, half of one, `2024-H1`, a quarter,
/// `2024-Q3`, a month, `2025-03`, an ISO week, `2024-W14`, a day, `2025-03-14`, or from the first to the last of two months,
/// weeks or days, `2025-01/2025-09`.
///
/// Two periods are the same where their days are, however they were written: `2024-07/2024-09` is `2024-Q3`. They are
/// ordered by their first day, and of two that begin together the shorter comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    first: civil::Date,
    last: civil::Date,
}

/// What a period is, from the longest to the shortest, and then what has no name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodKind {
    /// A whole calendar year.
    Year,
    /// Twelve months that are no calendar year.
    FiscalYear,
    /// January to June, or July to December.
    HalfYear,
    /// Three months, the first of them January, April, July or October.
    Quarter,
    /// One month.
    Month,
    /// Monday to Sunday.
    Week,
    /// One day.
    Day,
    /// Other months, counted together.
    Months,
    /// Other days, counted together.
    Days,
}

impl PeriodKind {
    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Year => "years",
            Self::FiscalYear => "fiscal-years",
            Self::HalfYear => "half-years",
            Self::Quarter => "quarters",
            Self::Month => "months",
            Self::Week => "weeks",
            Self::Day => "days",
            Self::Months => "spans-of-months",
            Self::Days => "spans-of-days",
        }
    }

    /// Whether each is followed by another of its kind, as months are; a span is followed by none.
    pub const fn is_regular(self) -> bool {
        !matches!(self, Self::Months | Self::Days)
    }
}

impl Period {
    /// From a day to another; none where the second comes before the first.
    pub fn of_days(first: civil::Date, last: civil::Date) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// A calendar year.
    pub fn of_year(year: i16) -> Self {
        let first = civil::Date::new(year, 1, 1).unwrap_or(civil::Date::ZERO);
        Self { first, last: first.last_of_year() }
    }

    /// The month of a day.
    pub fn of_month(day: civil::Date) -> Self {
        Self { first: day.first_of_month(), last: day.last_of_month() }
    }

    /// One day.
    pub const fn of_day(day: civil::Date) -> Self {
        Self { first: day, last: day }
    }

    /// Its first and its last day.
    pub const fn days(self) -> (civil::Date, civil::Date) {
        (self.first, self.last)
    }

    /// How many days it has.
    pub fn length(self) -> u32 {
        days_from(self.first, self.last).saturating_add(1)
    }

    /// How many whole months it has; none where it is not made of whole months.
    pub fn months(self) -> Option<u32> {
        let whole = self.first.day() == 1 && self.last == self.last.last_of_month();
        whole.then(|| u32::try_from(month_of(self.last) - month_of(self.first) + 1).unwrap_or(1))
    }

    /// What it is.
    pub fn kind(self) -> PeriodKind {
        let month = self.first.month();
        match self.months() {
            _ if self.first == self.last => PeriodKind::Day,
            Some(12) if month == 1 => PeriodKind::Year,
            Some(12) => PeriodKind::FiscalYear,
            Some(6) if month % 6 == 1 => PeriodKind::HalfYear,
            Some(3) if month % 3 == 1 => PeriodKind::Quarter,
            Some(1) => PeriodKind::Month,
            Some(_) => PeriodKind::Months,
            None if self.length() == 7 && self.first.weekday() == Weekday::Monday => PeriodKind::Week,
            None => PeriodKind::Days,
        }
    }

    /// Whether it is a whole calendar year.
    pub fn is_year(self) -> bool {
        self.kind() == PeriodKind::Year
    }

    /// The calendar year in which its middle lies: for a week that of its Thursday, as ISO 8601 counts.
    pub fn year(self) -> i16 {
        self.middle().year()
    }

    /// The day in its middle.
    pub fn middle(self) -> civil::Date {
        later(self.first, days_from(self.first, self.last) / 2).unwrap_or(self.first)
    }

    /// Whether another lies wholly in it and is shorter.
    pub fn holds(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last && self != other
    }

    /// Whether a day lies in it.
    pub fn has(self, day: civil::Date) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// How far through it a day begins, from 0 to 1.
    pub fn through(self, day: civil::Date) -> f32 {
        let whole = self.length() as f32;
        (days_from(self.first, day.max(self.first)) as f32 / whole).clamp(0.0, 1.0)
    }

    /// Where another begins and ends in it, from 0 to 1.
    pub fn part(self, other: Self) -> (f32, f32) {
        let from = self.through(other.first);
        let to = if other.last >= self.last { 1.0 } else { self.through(other.last) + 1.0 / self.length() as f32 };
        (from, to)
    }

    /// The period as long that begins where it ends: the next month of a month. None beyond the calendar.
    pub fn next(self) -> Option<Self> {
        if let Some(months) = self.months() {
            return self.shifted(i32::try_from(months).ok()?);
        }
        let first = self.last.tomorrow().ok()?;
        Some(Self { first, last: later(first, days_from(self.first, self.last))? })
    }

    /// The period as long that ends where it begins.
    pub fn previous(self) -> Option<Self> {
        if let Some(months) = self.months() {
            return self.shifted(-i32::try_from(months).ok()?);
        }
        let last = self.first.yesterday().ok()?;
        let back = jiff::Span::new().try_days(-i64::from(days_from(self.first, self.last))).ok()?;
        Some(Self { first: last.checked_add(back).ok()?, last })
    }

    /// The same period one year before: the same months, the week of the same number, the same day. None where that
    /// year has no such week or day.
    pub fn year_before(self) -> Option<Self> {
        if self.months().is_some() {
            return self.shifted(-12);
        }
        if self.kind() == PeriodKind::Week {
            let week = self.first.iso_week_date();
            return of_week(week.year().checked_sub(1)?, week.week());
        }
        let before = |day: civil::Date| civil::Date::new(day.year().checked_sub(1)?, day.month(), day.day()).ok();
        Self::of_days(before(self.first)?, before(self.last)?)
    }

    /// How many of its kind lie from it to a later one; none where they do not meet.
    pub fn steps_to(self, later: Self) -> Option<u32> {
        match (self.months(), later.months()) {
            (Some(months), Some(others)) if months == others => {
                let apart = month_of(later.first) - month_of(self.first);
                let step = i32::try_from(months).ok()?;
                (apart >= 0 && apart % step == 0).then(|| u32::try_from(apart / step).ok()).flatten()
            }
            (None, None) if self.length() == later.length() && self <= later => {
                let apart = days_from(self.first, later.first);
                apart.is_multiple_of(self.length()).then(|| apart / self.length())
            }
            _ => None,
        }
    }

    /// How many years lie from it to a later one of the same months, or of the same days; none where it is no whole
    /// number.
    pub fn years_to(self, later: Self) -> Option<u16> {
        let (first, last) = (self.first, later.first);
        let alike = (first.month(), first.day()) == (last.month(), last.day())
            && (self.months().is_some() && self.months() == later.months() || self.length() == later.length());
        (alike && self <= later).then(|| first.year().abs_diff(last.year()))
    }

    /// As many months later, or earlier where they are below nought; of whole months alone.
    fn shifted(self, by: i32) -> Option<Self> {
        let day = |index: i32| {
            let year = i16::try_from(index.div_euclid(12)).ok()?;
            civil::Date::new(year, i8::try_from(index.rem_euclid(12)).ok()? + 1, 1).ok()
        };
        let [first, last] = [self.first, self.last].map(|date| month_of(date) + by);
        Some(Self { first: day(first)?, last: day(last)?.last_of_month() })
    }
}

/// The months from the beginning of the calendar.
fn month_of(day: civil::Date) -> i32 {
    i32::from(day.year()) * 12 + i32::from(day.month()) - 1
}

/// The days from one to a later one.
fn days_from(first: civil::Date, last: civil::Date) -> u32 {
    let span = last.since((jiff::Unit::Day, first)).map_or(0, |span| span.get_days());
    u32::try_from(span).unwrap_or_default()
}

fn later(day: civil::Date, by: u32) -> Option<civil::Date> {
    day.checked_add(jiff::Span::new().try_days(i64::from(by)).ok()?).ok()
}

fn of_week(year: i16, week: i8) -> Option<Period> {
    let day = |weekday| Some(ISOWeekDate::new(year, week, weekday).ok()?.date());
    Period::of_days(day(Weekday::Monday)?, day(Weekday::Sunday)?)
}

/// What stands alone or at an end of a span: half a year, a quarter, a week, a month, a day.
fn within_a_year(text: &str) -> Option<Period> {
    if !text.is_ascii() {
        return None;
    }
    let (year, rest) = text.split_at_checked(4)?;
    let number: i16 = digits(year)?.try_into().ok()?;
    let rest = rest.strip_prefix('-')?;
    let months = |first: u8, count: u8| {
        let month = |month: u8| civil::Date::new(number, i8::try_from(month).ok()?, 1).ok();
        Period::of_days(month(first)?, month(first + count - 1)?.last_of_month())
    };
    match (rest.as_bytes(), rest.len()) {
        ([b'H', half @ b'1'..=b'2'], _) => months(6 * (half - b'1') + 1, 6),
        ([b'Q', quarter @ b'1'..=b'4'], _) => months(3 * (quarter - b'1') + 1, 3),
        ([b'W', ..], 3) => of_week(number, digits(&rest[1..])?.try_into().ok()?),
        (_, 2) => months(digits(rest)?.try_into().ok().filter(|month| (1..=12).contains(month))?, 1),
        ([_, _, b'-', _, _], _) => {
            let (month, day) = (digits(&rest[..2])?.try_into().ok()?, digits(&rest[3..])?.try_into().ok()?);
            civil::Date::new(number, month, day).ok().map(Period::of_day)
        }
        _ => None,
    }
}

fn digits(text: &str) -> Option<u16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

impl TryFrom<String> for Period {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let year = || (text.len() == 4).then(|| digits(&text)?.try_into().ok()).flatten().map(Self::of_year);
        let span = || {
            let (first, last) = text.split_once('/')?;
            // Both ends are written alike: two months, two weeks, two days.
            let form = |text: &str| (text.len(), text.as_bytes().get(5).copied().filter(u8::is_ascii_alphabetic));
            let alike = form(first) == form(last);
            let (first, last) = (within_a_year(first)?, within_a_year(last)?);
            Self::of_days(first.first, last.last).filter(|_| alike && first <= last)
        };
        year().or_else(|| within_a_year(&text)).or_else(span).ok_or_else(|| {
            format!(
                "`{text}` is not a period: write a year, `2024`, a half-year, `2024-H1`, a quarter, `2024-Q3`, a month, \
                 `2025-03`, a week, `2024-W14`, a day, `2025-03-14`, or months, weeks or days counted together, \
                 `2025-01/2025-09`"
            )
        })
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

impl fmt::Display for Period {
    /// ISO 8601: the year, the month, the week or the day, and an interval of months or days for what has no such form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, last } = self;
        let month = |day: &civil::Date| format!("{:04}-{:02}", day.year(), day.month());
        match self.kind() {
            PeriodKind::Year => write!(f, "{:04}", first.year()),
            PeriodKind::Month => f.write_str(&month(first)),
            PeriodKind::FiscalYear | PeriodKind::HalfYear | PeriodKind::Quarter | PeriodKind::Months => {
                write!(f, "{}/{}", month(first), month(last))
            }
            PeriodKind::Week => {
                let week = first.iso_week_date();
                write!(f, "{:04}-W{:02}", week.year(), week.week())
            }
            PeriodKind::Day => write!(f, "{first}"),
            PeriodKind::Days => write!(f, "{first}/{last}"),
        }
    }
}

text_schema!(
    Period,
    "Period",
    r"^([0-9]{4}|[0-9]{4}-(0[1-9]|1[0-2])(/[0-9]{4}-(0[1-9]|1[0-2]))?|[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(/[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?|[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])(/[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3]))?|[0-9]{4}-Q[1-4](/[0-9]{4}-Q[1-4])?|[0-9]{4}-H[12](/[0-9]{4}-H[12])?)$",
    "a year, such as `2024`, half of one, `2024-H1`, a quarter, `2024-Q3`, a month, `2025-03`, a week, `2024-W14`, a day, `2025-03-14`, or months, weeks or days counted together, such as `2025-01/2025-09` or the fiscal year `2023-04/2024-03`",
    ["2024", "2024-Q3", "2025-01/2025-09", "2023-04/2024-03", "2025-03", "2024-W14", "2025-03-14"]
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Period, PeriodKind};

    fn read(text: &str) -> Result<Period, String> {
        Period::try_from(text.to_owned())
    }

    fn period(text: &str) -> Period {
        read(text).expect(text)
    }

    #[test]
    fn each_kind_is_read_and_written() {
        for (text, kind, written) in [
            ("2024", PeriodKind::Year, "2024"),
            ("2024-01/2024-12", PeriodKind::Year, "2024"),
            ("2023-04/2024-03", PeriodKind::FiscalYear, "2023-04/2024-03"),
            ("2019-H2", PeriodKind::HalfYear, "2019-07/2019-12"),
            ("2019-Q4", PeriodKind::Quarter, "2019-10/2019-12"),
            ("2024-02", PeriodKind::Month, "2024-02"),
            ("2026-W53", PeriodKind::Week, "2026-W53"),
            ("2024-04-01/2024-04-07", PeriodKind::Week, "2024-W14"),
            ("2024-02-29", PeriodKind::Day, "2024-02-29"),
            ("2025-01/2025-09", PeriodKind::Months, "2025-01/2025-09"),
            ("2024-11/2025-02", PeriodKind::Months, "2024-11/2025-02"),
            ("2024-Q1/2024-Q3", PeriodKind::Months, "2024-01/2024-09"),
            ("2024-W10/2024-W12", PeriodKind::Days, "2024-03-04/2024-03-24"),
            ("2024-03-01/2024-03-14", PeriodKind::Days, "2024-03-01/2024-03-14"),
            ("2024-03-01/2024-03-31", PeriodKind::Month, "2024-03"),
        ] {
            assert_eq!((period(text).kind(), period(text).to_string().as_str()), (kind, written), "{text}");
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for bad in [
            "",
            "24",
            "2025-06/2025-01",
            "2025-01/2025-13",
            "2025/2026",
            "2025-02-29",
            "2025-W54",
            "2025-W53",
            "2025-Q5",
            "2025-H3",
            "2025-Q",
            "2025-1",
            "2025-03-1",
            "2025-01/2025-03-31",
            "2025-Q1/2025-06",
            "2025-01/",
            "/2025-01",
            "２０２５",
            "2025-W1",
            "2025-01/2025-02/2025-03",
        ] {
            assert!(read(bad).is_err(), "{bad} should not be a period");
        }
    }

    #[test]
    fn one_holds_another_by_their_days() {
        for (whole, part, holds) in [
            ("2024-03-01", "2024-03-04", false),
            ("2024-03", "2024-03-04", true),
            ("2024-W10", "2024-03-04", true),
            ("2024-01", "2024-W05", false),
            ("2023-04/2024-03", "2024-Q1", true),
            ("2023-04/2024-03", "2023-Q1", false),
            ("2024", "2024-01/2024-12", false),
            ("2020", "2021-03", false),
        ] {
            assert_eq!(period(whole).holds(period(part)), holds, "{whole} {part}");
        }
    }

    #[test]
    fn a_period_knows_its_neighbours_and_the_year_before() {
        let said = |period: Option<Period>| period.map_or_else(String::new, |period| period.to_string());
        for (text, next, before) in [
            ("2024", "2025", "2023"),
            ("2024-Q1", "2024-04/2024-06", "2023-01/2023-03"),
            ("2023-04/2024-03", "2024-04/2025-03", "2022-04/2023-03"),
            ("2024-02", "2024-03", "2023-02"),
            ("2020-W53", "2021-W01", ""),
            ("2024-02-29", "2024-03-01", ""),
            ("2024-03-01/2024-03-14", "2024-03-15/2024-03-28", "2023-03-01/2023-03-14"),
        ] {
            assert_eq!([said(period(text).next()), said(period(text).year_before())], [next, before], "{text}");
        }
        assert_eq!(period("2022-Q3").steps_to(period("2024-Q1")), Some(6));
        assert_eq!(period("2022-Q3").years_to(period("2024-Q1")), None);
        assert_eq!(period("2022-Q3").years_to(period("2024-Q3")), Some(2));
    }

    #[test]
    fn a_part_lies_as_far_through_the_whole_as_its_days_do() {
        let (from, to) = period("2025").part(period("2025-01/2025-09"));
        assert!(from.abs() < 1e-6 && (to - 273.0 / 365.0).abs() < 1e-4, "{from} {to}");
        let (from, to) = period("2024").part(period("2024-H2"));
        assert!((from - 182.0 / 366.0).abs() < 1e-4 && (to - 1.0).abs() < 1e-6, "{from} {to}");
        assert_eq!((period("2025-W01").year(), period("2023-07/2024-06").year()), (2025, 2023));
    }

    proptest! {
        #[test]
        fn text_survives_the_round_trip(year in 1i16..9999, first in 0i64..366, length in 0i64..800) {
            let day = jiff::civil::date(year, 1, 1).checked_add(jiff::Span::new().days(first)).expect("a day");
            if let Ok(last) = day.checked_add(jiff::Span::new().days(length))
                && last.year() < 10_000
                && let Some(whole) = Period::of_days(day, last)
            {
                prop_assert_eq!(period(&whole.to_string()), whole);
                prop_assert!(whole.has(whole.middle()));
                // Days that are followed by whole months have another neighbour there.
                if let Some(next) = whole.next().filter(|_| whole.kind().is_regular()) {
                    prop_assert_eq!(next.previous(), Some(whole));
                    prop_assert_eq!(next.kind(), whole.kind());
                }
            }
        }

        #[test]
        fn any_text_parses_or_is_refused_without_a_panic(text in "[0-9WQH/-]{0,22}|\\PC{0,12}") {
            if let Ok(period) = read(&text) {
                prop_assert!(period.days().0 <= period.days().1);
            }
        }
    }
}
