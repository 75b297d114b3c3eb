//! How dates and periods are written: by ICU, no further than they are known, and never parted at a line's end.

use icu_datetime::fieldsets::{D, M, MD, Y, YM, YMD, YMDE};
use icu_datetime::input::Date as IcuDate;
use icu_datetime::options::YearStyle;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use jiff::civil;

use super::numbers::NO_BREAK;
use super::{DateForm, Language, Words};
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
    /// How a reader wants a day.
    form: DateForm,
}

impl Dates {
    pub(super) fn of(language: Language, form: DateForm) -> Self {
        let locale: DateTimeFormatterPreferences = language.spec().locale.clone().into();
        // Without it a year before 1000 gets its era.
        let style = YearStyle::NoEra;
        Self {
            day: DateTimeFormatter::try_new(locale, YMD::medium().with_year_style(style)).ok(),
            long: DateTimeFormatter::try_new(locale, YMDE::long().with_year_style(style)).ok(),
            month_of_year: DateTimeFormatter::try_new(locale, YM::medium().with_year_style(style)).ok(),
            year: DateTimeFormatter::try_new(locale, Y::medium().with_year_style(style)).ok(),
            day_of_month: DateTimeFormatter::try_new(locale, MD::medium()).ok(),
            form,
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
            Precision::Day if dates.form == DateForm::Iso => day.to_string(),
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

    /// What marks on a line of time say, so that nobody has to guess a year: the year where one begins, the month where
    /// the mark before is of the same year, and otherwise both.
    pub fn line_of_time(&self, days: &[civil::Date]) -> Vec<String> {
        let before = std::iter::once(None).chain(days.iter().copied().map(Some));
        let said = |(day, before): (&civil::Date, Option<civil::Date>)| {
            if day.month() == 1 {
                self.year(day.year())
            } else if before.is_some_and(|before| before.year() == day.year()) {
                self.month(*day)
            } else {
                written!(&self.0.dates.month_of_year, *day)
            }
        };
        days.iter().zip(before).map(said).collect()
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

    /// A span of days: `15 Jul 2025`, `10–11 Jul 2025`, `31 Aug – 1 Sept 2025`. Ends that are known to the day and to the
    /// month are each written whole: `10 Jul 2025 – Aug 2025`.
    pub fn span(&self, from: Date, until: Option<Date>) -> String {
        let Some(until) = until.filter(|until| *until != from) else { return self.date(from) };
        let (first, last) = (from.first_day(), until.first_day());
        let to = self.date(until);
        let to_the_day = [from, until].iter().all(|date| date.precision() == Precision::Day);
        let named = self.0.dates.form == DateForm::Named;
        if named && to_the_day && (first.year(), first.month()) == (last.year(), last.month()) {
            let from = written!(&self.0.dates.day_alone, first);
            return self.say(&message!(words::span_within, from = from, to = to));
        }
        let from = if named && to_the_day && first.year() == last.year() {
            self.day_and_month(first)
        } else {
            self.date(from)
        };
        self.say(&message!(words::span, from = from, to = to))
    }

    /// A period: `2024`, `FY 2023/24`, `H1 2024`, `Q3 2024`, `Mar 2025`, `week 14, 2024`, `14 Mar 2025`, `Jan–Sept 2025`.
    pub fn period(&self, period: Period) -> String {
        let (first, last) = period.days();
        let month_of_year = |day: civil::Date| written!(&self.0.dates.month_of_year, day);
        let year = || self.year(first.year());
        match period.kind() {
            PeriodKind::Year => year(),
            PeriodKind::FiscalYear => {
                let last = format!("{:02}", last.year().rem_euclid(100));
                self.say(&message!(words::fiscal_year, first = year(), last = last))
            }
            PeriodKind::HalfYear => {
                let half = if first.month() == 1 { "1" } else { "2" };
                self.say(&message!(words::half_year, half = half, year = year()))
            }
            PeriodKind::Quarter => {
                let quarter = ((first.month() + 2) / 3).to_string();
                self.say(&message!(words::quarter, quarter = quarter, year = year()))
            }
            PeriodKind::Month => month_of_year(first),
            PeriodKind::Week => {
                let week = first.iso_week_date();
                let (number, year) = (week.week().to_string(), self.year(week.year()));
                self.say(&message!(words::week, week = number, year = year))
            }
            PeriodKind::Day => self.day(first),
            PeriodKind::Months if first.month() == 1 && last.month() == 12 => {
                self.say(&message!(words::span_within, from = year(), to = self.year(last.year())))
            }
            PeriodKind::Months if first.year() == last.year() => {
                self.say(&message!(words::span_within, from = self.month(first), to = month_of_year(last)))
            }
            PeriodKind::Months => {
                self.say(&message!(words::span, from = month_of_year(first), to = month_of_year(last)))
            }
            PeriodKind::Days => self.span(Date::day(first), Some(Date::day(last))),
        }
    }

    /// A part of a year without the year: `Jan–Jun`, `Mar`, `14 Mar`; of what reaches into two years, all of it.
    pub fn months(&self, period: Period) -> String {
        let (first, last) = period.days();
        let within = |from: String, to: String| self.say(&message!(words::span_within, from = from, to = to));
        match (period.kind(), first.year() == last.year()) {
            (PeriodKind::Month, _) => self.month(first),
            (PeriodKind::HalfYear | PeriodKind::Quarter | PeriodKind::Months, true) => {
                within(self.month(first), self.month(last))
            }
            (PeriodKind::Day, _) => self.day_and_month(first),
            (PeriodKind::Days, true) if first.month() == last.month() => {
                within(written!(&self.0.dates.day_alone, first), self.day_and_month(last))
            }
            (PeriodKind::Days, true) => {
                let (from, to) = (self.day_and_month(first), self.day_and_month(last));
                self.say(&message!(words::span, from = from, to = to))
            }
            _ => self.period(period),
        }
    }
}

#[cfg(test)]
mod form_tests {
    use super::DateForm;
    use crate::briefing::Date;
    use crate::words::{DigitForm, Formats, Language, Words};

    #[test]
    fn numbers_and_days_are_written_as_a_reader_wants_them() {
        let words = |digits, dates| Words::written(Language::English, Formats { digits, dates });
        let iso = words(DigitForm::PointComma, DateForm::Iso);
        assert_eq!(iso.count(1_234_567), "1.234.567");
        let counted = iso.say(&crate::message!(words::claims, count = 12_345_usize));
        assert_eq!(counted, "12.345\u{a0}claims", "within messages too");
        assert_eq!(iso.percent("66.7".parse().expect("a number")), "66,7\u{a0}%");
        let day = |text: &str| -> Date { text.to_owned().try_into().expect("a date") };
        assert_eq!(iso.date(day("2025-07-14")), "2025-07-14");
        assert_eq!(iso.date(day("2016-03")), Words::english().date(day("2016-03")), "a month has its name");
        assert_eq!(iso.span(day("2025-07-10"), Some(day("2025-07-11"))), "2025-07-10\u{a0}– 2025-07-11");
        let comma = words(DigitForm::CommaPoint, DateForm::Named);
        assert_eq!((comma.count(12_345).as_str(), comma.count(9999).as_str()), ("12,345", "9999"));
        assert_eq!(comma.date(day("2025-07-14")), Words::english().date(day("2025-07-14")));
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
        assert_eq!(read("2024-12-31", "2024-12-31"), "31 Dec 2024");
    }

    #[test]
    fn a_span_of_two_precisions_reads_as_two_dates() {
        let words = Words::english();
        let read =
            |from: &str, until: &str| plain(&words.span(from.parse().expect(from), Some(until.parse().expect(until))));
        assert_eq!(read("2019-05-10", "2019-05"), "10 May 2019 – May 2019");
        assert_eq!(read("2019-01-10", "2019"), "10 Jan 2019 – 2019");
        assert_eq!(read("2019-03", "2019-05-10"), "Mar 2019 – 10 May 2019");
        assert_eq!(read("2019", "2021-02"), "2019 – Feb 2021");
    }

    #[test]
    fn periods_read_as_written() {
        let words = Words::english();
        let read = |text: &str| text.to_owned().try_into().expect(text);
        for (text, whole, without_year) in [
            ("2025", "2025", "2025"),
            ("2023-04/2024-03", "FY 2023/24", "FY 2023/24"),
            ("1999-07/2000-06", "FY 1999/00", "FY 1999/00"),
            ("2018-01/2018-06", "H1 2018", "Jan–Jun"),
            ("2018-Q3", "Q3 2018", "Jul–Sept"),
            ("2025-03", "Mar 2025", "Mar"),
            ("2024-W14", "week 14, 2024", "week 14, 2024"),
            ("2024-12-30/2025-01-05", "week 1, 2025", "week 1, 2025"),
            ("2025-03-14", "14 Mar 2025", "14 Mar"),
            ("2025-01/2025-10", "Jan–Oct 2025", "Jan–Oct"),
            ("2024-11/2025-02", "Nov 2024 – Feb 2025", "Nov 2024 – Feb 2025"),
            ("2014-01/2016-12", "2014–2016", "2014–2016"),
            ("2025-03-03/2025-03-14", "3–14 Mar 2025", "3–14 Mar"),
            ("2025-03-28/2025-04-02", "28 Mar – 2 Apr 2025", "28 Mar – 2 Apr"),
        ] {
            let period = read(text);
            assert_eq!([plain(&words.period(period)), plain(&words.months(period))], [whole, without_year], "{text}");
        }
    }
}
