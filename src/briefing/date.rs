//! Dates known to the day, the month or only the year.

use std::fmt;
use std::str::FromStr;

use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};
use serde::{Deserialize, Serialize};

use super::text_schema::text_schema;

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// Day, month and year.
    Day,
    /// Month and year.
    Month,
    /// The year alone.
    Year,
}

/// A civil date with the precision to which it is known: `2009`, `2016-03` or `2016-03-14`.
///
/// Dates are ordered by their first possible day; of two that share it the better known comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    first: civil::Date,
    precision: Precision,
}

impl Date {
    /// A date known to the day.
    pub const fn day(day: civil::Date) -> Self {
        Self { first: day, precision: Precision::Day }
    }

    /// The day on which the program runs, where the reader is.
    pub fn today() -> Self {
        Self::day(TimeZone::system().to_datetime(Timestamp::now()).date())
    }

    /// The first day it can mean.
    pub const fn first_day(self) -> civil::Date {
        self.first
    }

    /// The last day it can mean.
    pub fn last_day(self) -> civil::Date {
        match self.precision {
            Precision::Day => self.first,
            Precision::Month => self.first.last_of_month(),
            Precision::Year => self.first.last_of_year(),
        }
    }

    /// Its year, and its month and its day where they are known.
    pub fn parts(self) -> (i16, Option<i8>, Option<i8>) {
        let (year, month, day) = (self.first.year(), self.first.month(), self.first.day());
        match self.precision {
            Precision::Day => (year, Some(month), Some(day)),
            Precision::Month => (year, Some(month), None),
            Precision::Year => (year, None, None),
        }
    }

    /// How much of it is known.
    pub const fn precision(self) -> Precision {
        self.precision
    }
}

impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (padded, precision) = match text.len() {
            4 => (format!("{text}-01-01"), Precision::Year),
            7 => (format!("{text}-01"), Precision::Month),
            _ => (text.to_owned(), Precision::Day),
        };
        let digits_and_hyphens = padded.len() == 10 && padded.chars().all(|c| c.is_ascii_digit() || c == '-');
        match padded.parse() {
            Ok(first) if digits_and_hyphens => Ok(Self { first, precision }),
            _ => Err(format!(
                "`{text}` is not a date: write the year, the month or the day that is known, as in `2009`, `2016-03` or `2016-03-14`"
            )),
        }
    }
}

impl TryFrom<String> for Date {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl fmt::Display for Date {
    /// ISO 8601, cut to what is known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.first;
        match self.precision {
            Precision::Day => write!(f, "{day}"),
            Precision::Month => write!(f, "{:04}-{:02}", day.year(), day.month()),
            Precision::Year => write!(f, "{:04}", day.year()),
        }
    }
}

text_schema!(
    Date,
    "Date",
    r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
    "a date as far as it is known, such as `2009`, `2016-03` or `2016-03-14`",
    ["2009", "2016-03", "2016-03-14"]
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Date, Precision};

    fn date(text: &str) -> Date {
        text.parse().expect(text)
    }

    #[test]
    fn precision_is_what_is_written() {
        assert_eq!(date("2001").precision(), Precision::Year);
        assert_eq!(date("2016-03").precision(), Precision::Month);
        assert_eq!(date("2001-06-15").precision(), Precision::Day);
        assert_eq!(date("2016-02").last_day().to_string(), "2016-02-29");
    }

    #[test]
    fn a_known_day_sorts_before_an_unknown_one() {
        let mut dates = [date("2016"), date("2016-01-01"), date("2016-01"), date("2015-12-31")];
        dates.sort();
        assert_eq!(dates, [date("2015-12-31"), date("2016-01-01"), date("2016-01"), date("2016")]);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "16", "2025-13", "2025-02-30", "+002025-01-01", "2025-1-1", "2025-01-01T00:00", "２０２５"]
        {
            assert!(text.parse::<Date>().is_err(), "{text} should not be a date");
        }
    }

    proptest! {
        #[test]
        fn text_survives_the_round_trip(year in 1i16..9999, month in 1i8..=12, day in 1i8..=28) {
            for text in [format!("{year:04}"), format!("{year:04}-{month:02}"), format!("{year:04}-{month:02}-{day:02}")] {
                prop_assert_eq!(date(&text).to_string(), text);
            }
        }

        #[test]
        fn any_text_parses_or_is_refused_without_a_panic(text in "\\PC{0,12}") {
            if let Ok(date) = text.parse::<Date>() {
                prop_assert!(date.first_day() <= date.last_day());
            }
        }
    }
}
