//! How dates and periods are written: by ICU, no further than they are known, and never parted at a line's end.

use icu_datetime::fieldsets::{D, M, MD, Y, YM, YMD, YMDE};
use icu_datetime::input::Date as IcuDate;
use icu_datetime::options::YearStyle;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use jiff::civil;

use super::numbers::NO_BREAK;
use super::{Language, Words};
use crate::briefing::{Date, Period, PeriodKind, Precision};
use crate::message;

/// What writes the dates of a language; none where ICU has no data for it, and then they are written as ISO 8601 has it.
#[derive(Debug)]
pub(super) struct Dates {
    day: Option<DateTimeFormatter<YMD>>,
    long: Option<DateTimeFormatter<YMDE>>,
    month_of_year: Option<DateTimeFormatter<YM>>,
    year: Option<DateTimeFormatter<Y>>,
    day_of_month: Option<DateTimeFormatter<MD>>,
    month: Option<DateTimeFormatter<M>>,
    day_alone: Option<DateTimeFormatter<D>>,
}

impl Dates {
    pub(super) fn of(language: Language) -> Self {
        let locale: DateTimeFormatterPreferences = language.spec().locale.clone().into();
        // Without it a year before 1000 gets its era.
        let style = YearStyle::NoEra;
        Self {
            day: DateTimeFormatter::try_new(locale, YMD::medium().with_year_style(style)).ok(),
            long: DateTimeFormatter::try_new(locale, YMDE::long().with_year_style(style)).ok(),
            month_of_year: DateTimeFormatter::try_new(locale, YM::medium().with_year_style(style)).ok(),
            year: DateTimeFormatter::try_new(locale, Y::medium().with_year_style(style)).ok(),
            day_of_month: DateTimeFormatter::try_new(locale, MD::medium()).ok(),
            month: DateTimeFormatter::try_new(locale, M::medium()).ok(),
            day_alone: DateTimeFormatter::try_new(locale, D::medium()).ok(),
        }
    }
}

/// A day as one formatter writes it, without a place to break the line.
macro_rules! written {
    ($formatter:expr, $day:expr) => {{
        let day: civil::Date = $day;
        let date = IcuDate::try_new_gregorian(i32::from(day.year()), day.month() as u8, day.day() as u8);
        match ($formatter, date) {
            (Some(formatter), Ok(date)) => unbroken(&formatter.format(&date).to_string()),
            _ => day.to_string(),
        }
    }};
}

fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

impl Words {
    /// A date as far as it is known: `15 Jun 2001`, `Mar 2016`, `2010`.
    pub fn date(&self, date: Date) -> String {
        let (dates, day) = (&self.0.dates, date.first_day());
        match date.precision() {
            Precision::Day => written!(&dates.day, day),
            Precision::Month => written!(&dates.month_of_year, day),
            Precision::Year => self.year(day.year()),
        }
    }

    /// A day: `15 Jun 2001`.
    pub fn day(&self, day: civil::Date) -> String {
        self.date(Date::day(day))
    }

    /// A year: `2010`.
    pub fn year(&self, year: i16) -> String {
        written!(&self.0.dates.year, civil::Date::new(year, 1, 1).unwrap_or(civil::Date::ZERO))
    }

    /// A day without its year: `15 Jun`.
    pub fn day_and_month(&self, day: civil::Date) -> String {
        written!(&self.0.dates.day_of_month, day)
    }

    /// A month by its short name: `Jun`.
    pub fn month(&self, day: civil::Date) -> String {
        written!(&self.0.dates.month, day)
    }

    /// What a mark on a line of time says: the year where one begins, otherwise the month.
    pub fn month_or_year(&self, day: civil::Date) -> String {
        if day.month() == 1 { self.year(day.year()) } else { self.month(day) }
    }

    /// A day with its weekday: `Sunday 13 July 2025`; a date less well known as [`date`](Self::date) writes it.
    pub fn long_date(&self, date: Date) -> String {
        if date.precision() != Precision::Day {
            return self.date(date);
        }
        let text = written!(&self.0.dates.long, date.first_day());
        // Long enough to be broken once, behind the weekday.
        text.replacen(NO_BREAK, " ", 1)
    }

    /// A span of days: `15 Jul 2025`, `10–11 Jul 2025`, `31 Aug – 1 Sept 2025`.
    pub fn span(&self, from: Date, until: Option<Date>) -> String {
        let Some(until) = until else { return self.date(from) };
        let (first, last) = (from.first_day(), until.first_day());
        let to = self.date(until);
        match (from.precision(), first.year() == last.year()) {
            (Precision::Day, true) if first.month() == last.month() => {
                let from = written!(&self.0.dates.day_alone, first);
                self.say(&message!(words::span_within, from = from, to = to))
            }
            (Precision::Day, true) => {
                let from = self.day_and_month(first);
                self.say(&message!(words::span, from = from, to = to))
            }
            _ => self.say(&message!(words::span, from = self.date(from), to = to)),
        }
    }

    /// A period: `2024`, `Jan–Jun 2025`, `Mar 2025`, `14 Mar 2025`.
    pub fn period(&self, period: Period) -> String {
        let (first, last) = period.days();
        match period.kind() {
            PeriodKind::Year => self.year(period.year()),
            PeriodKind::Months => {
                let to = written!(&self.0.dates.month_of_year, last);
                self.say(&message!(words::span_within, from = self.month(first), to = to))
            }
            PeriodKind::Month => written!(&self.0.dates.month_of_year, first),
            PeriodKind::Day => self.day(first),
        }
    }

    /// The months of a period without their year: `Jan–Jun`, `Mar`.
    pub fn months(&self, period: Period) -> String {
        let (first, last) = period.days();
        if first.month() == last.month() {
            return self.month(first);
        }
        self.say(&message!(words::span_within, from = self.month(first), to = self.month(last)))
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn dates_say_no_more_than_is_known() {
        let words = Words::english();
        let read = |text: &str| plain(&words.date(text.parse().expect(text)));
        assert_eq!(read("2001-06-15"), "15 Jun 2001");
        assert_eq!(read("2016-03"), "Mar 2016");
        assert_eq!(read("2010"), "2010");
        assert_eq!(read("0099-09-01"), "1 Sept 99");
        assert_eq!(plain(&words.long_date("2025-07-13".parse().expect("a date"))), "Sunday 13 July 2025");
        assert_eq!(words.long_date("2025-07-13".parse().expect("a date")).matches(' ').count(), 1);
    }

    #[test]
    fn spans_do_not_repeat_themselves() {
        let words = Words::english();
        let read =
            |from: &str, until: &str| plain(&words.span(from.parse().expect(from), Some(until.parse().expect(until))));
        assert_eq!(read("2025-08-31", "2025-09-01"), "31 Aug – 1 Sept 2025");
        assert_eq!(read("2025-07-10", "2025-07-11"), "10–11 Jul 2025");
        assert_eq!(read("2024-12-31", "2025-01-01"), "31 Dec 2024 – 1 Jan 2025");
    }

    #[test]
    fn periods_read_as_written() {
        let words = Words::english();
        let part = "2025-01/2025-06".to_owned().try_into().expect("a period");
        assert_eq!(plain(&words.period(part)), "Jan–Jun 2025");
        assert_eq!(words.months(part), "Jan–Jun");
        let read = |text: &str| text.to_owned().try_into().expect(text);
        assert_eq!(plain(&words.period(read("2025-03"))), "Mar 2025");
        assert_eq!(plain(&words.period(read("2025-03-14"))), "14 Mar 2025");
        assert_eq!(words.period(read("2025")), "2025");
    }
}
