//! How dates and figures are written for people.

use rust_decimal::{Decimal, MathematicalOps as _, RoundingStrategy};

use crate::briefing::{Date, Locator, Period, PeriodKind, Precision};

/// Stands between a number and its unit, so that they are never parted at a line's end.
pub const NO_BREAK: char = '\u{a0}';

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn month(number: i8) -> &'static str {
    MONTHS[(number.clamp(1, 12) - 1) as usize]
}

/// What a mark on a line of time says: the year where one begins, otherwise the month.
pub fn month_or_year(day: jiff::civil::Date) -> String {
    if day.month() == 1 { day.year().to_string() } else { month(day.month()).to_owned() }
}

/// A day without its year: `15 Jun`.
pub fn day_and_month(day: jiff::civil::Date) -> String {
    format!("{}{NO_BREAK}{}", day.day(), month(day.month()))
}

/// A date as far as it is known: `15 Jun 2001`, `Mar 2016`, `2010`.
pub fn date(date: Date) -> String {
    let day = date.first_day();
    match date.precision() {
        Precision::Day => format!("{}{NO_BREAK}{}{NO_BREAK}{}", day.day(), month(day.month()), day.year()),
        Precision::Month => format!("{}{NO_BREAK}{}", month(day.month()), day.year()),
        Precision::Year => day.year().to_string(),
    }
}

/// A span of days: `15 Jul 2025`, `31 Aug – 1 Sep 2025`.
pub fn span(from: Date, until: Option<Date>) -> String {
    let Some(until) = until else { return date(from) };
    let (first, last) = (from.first_day(), until.first_day());
    match (from.precision(), first.year() == last.year()) {
        (Precision::Day, true) if first.month() == last.month() => {
            format!("{}–{}", first.day(), date(until))
        }
        (Precision::Day, true) => {
            format!("{}{NO_BREAK}{}{NO_BREAK}– {}", first.day(), month(first.month()), date(until))
        }
        _ => format!("{}{NO_BREAK}– {}", date(from), date(until)),
    }
}

/// A day with its weekday: `Sunday 13 July 2025`; a date less well known as [`date`] writes it.
pub fn long_date(date_known: Date) -> String {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let day = date_known.first_day();
    if date_known.precision() != Precision::Day {
        return date(date_known);
    }
    let weekday = match day.weekday() {
        jiff::civil::Weekday::Monday => "Monday",
        jiff::civil::Weekday::Tuesday => "Tuesday",
        jiff::civil::Weekday::Wednesday => "Wednesday",
        jiff::civil::Weekday::Thursday => "Thursday",
        jiff::civil::Weekday::Friday => "Friday",
        jiff::civil::Weekday::Saturday => "Saturday",
        jiff::civil::Weekday::Sunday => "Sunday",
    };
    let name = NAMES[(day.month() - 1) as usize];
    format!("{weekday} {}{NO_BREAK}{name}{NO_BREAK}{}", day.day(), day.year())
}

/// A period: `2024`, `Jan–Jun 2025`, `Mar 2025`, `14 Mar 2025`.
pub fn period(period: Period) -> String {
    let (first, last) = period.months();
    match period.kind() {
        PeriodKind::Year => period.year().to_string(),
        PeriodKind::Months => format!("{}–{}{NO_BREAK}{}", month(first), month(last), period.year()),
        PeriodKind::Month => format!("{}{NO_BREAK}{}", month(first), period.year()),
        PeriodKind::Day => date(Date::day(period.days().0)),
    }
}

/// The months of a period without their year: `Jan–Jun`, `Mar`.
pub fn months(period: Period) -> String {
    let (first, last) = period.months();
    if first == last { month(first).to_owned() } else { format!("{}–{}", month(first), month(last)) }
}

/// A value rounded half away from zero to `places`, as statistics offices round, with a real minus sign.
pub fn rounded(value: Decimal, places: u32) -> String {
    let rounded = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    format!("{rounded:.0$}", places as usize).replace('-', "\u{2212}")
}

/// A value with at most `places` decimals, and no fewer than it was printed with.
pub fn printed(value: Decimal, places: u32) -> String {
    rounded(value, value.scale().min(places))
}

/// A change or a balance: always with its sign.
pub fn signed(value: Decimal, places: u32) -> String {
    let text = rounded(value, places);
    if value.is_sign_negative() || value.is_zero() { text } else { format!("+{text}") }
}

/// A value with all the digits it was given with.
pub fn exact(value: Decimal) -> String {
    rounded(value, value.scale())
}

/// A per cent figure to one decimal: `66.7 %`.
pub fn percent(value: Decimal) -> String {
    format!("{}{NO_BREAK}%", rounded(value, 1))
}

/// A value in as few characters as a mark on a chart has room for: `244.8`, or, from ten million on, `7.9e28`.
pub fn brief(value: Decimal, places: u32) -> String {
    let whole = value.trunc().abs();
    if whole < Decimal::from(10_000_000) {
        return rounded(value, places);
    }
    let power = whole.to_string().len() as u32 - 1;
    let scale = Decimal::TEN.checked_powu(u64::from(power)).unwrap_or(Decimal::MAX);
    format!("{}e{power}", rounded(value / scale, 1))
}

/// A number of people to three significant figures: `9.50 m`, `1.41 bn`, `532 000`.
pub fn population(persons: u64) -> String {
    let scaled = |divisor: u64, unit: &str| {
        let value = Decimal::from(persons) / Decimal::from(divisor);
        let places = if value >= Decimal::from(100) {
            0
        } else if value >= Decimal::from(10) {
            1
        } else {
            2
        };
        format!("{}{NO_BREAK}{unit}", rounded(value, places))
    };
    if persons >= 1_000_000_000 {
        scaled(1_000_000_000, "bn")
    } else if persons >= 1_000_000 {
        scaled(1_000_000, "m")
    } else if persons >= 1000 {
        format!("{}{NO_BREAK}{:03}", persons / 1000, persons % 1000)
    } else {
        persons.to_string()
    }
}

/// Paragraph and sentence as a chip writes them: `¶4·2`.
pub fn locator(at: Locator) -> String {
    format!("¶{}·{}", at.paragraph, at.sentence)
}

/// Text with a capital at its start.
pub fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A count in groups of three from five digits on: `9999`, `10 000`.
pub fn number(number: usize) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(NO_BREAK);
        }
        grouped.push(digit);
    }
    grouped
}

/// A count with its noun: `1 claim`, `18 claims`.
pub fn count(number: usize, singular: &str, plural: &str) -> String {
    format!("{}{NO_BREAK}{}", self::number(number), if number == 1 { singular } else { plural })
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{
        brief, count, date, long_date, months, number, percent, period, population, printed, rounded, signed, span,
    };

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn long_counts_stand_in_groups_of_three() {
        let read = |count| plain(&number(count));
        assert_eq!([read(0), read(9_999), read(10_000), read(1_234_567)], ["0", "9999", "10 000", "1 234 567"]);
    }

    #[test]
    fn dates_say_no_more_than_is_known() {
        let read = |text: &str| plain(&date(text.parse().expect(text)));
        assert_eq!(read("2001-06-15"), "15 Jun 2001");
        assert_eq!(read("2016-03"), "Mar 2016");
        assert_eq!(read("2010"), "2010");
        assert_eq!(plain(&long_date("2025-07-13".parse().expect("a date"))), "Sunday 13 July 2025");
    }

    #[test]
    fn spans_do_not_repeat_themselves() {
        let read = |from: &str, until: &str| plain(&span(from.parse().expect(from), Some(until.parse().expect(until))));
        assert_eq!(read("2025-08-31", "2025-09-01"), "31 Aug – 1 Sep 2025");
        assert_eq!(read("2025-07-10", "2025-07-11"), "10–11 Jul 2025");
        assert_eq!(read("2024-12-31", "2025-01-01"), "31 Dec 2024 – 1 Jan 2025");
    }

    #[test]
    fn figures_keep_the_digits_they_were_printed_with() {
        let read = |text: &str| text.parse().expect("a number");
        assert_eq!(printed(read("244.8"), 2), "244.8");
        assert_eq!(printed(read("244.819"), 2), "244.82");
        assert_eq!(rounded(read("-0.05"), 1), "−0.1");
        assert_eq!(signed(read("13.83"), 2), "+13.83");
        assert_eq!(signed(read("-6.9"), 1), "−6.9");
        assert_eq!(plain(&percent(read("18.559"))), "18.6 %");
    }

    #[test]
    fn a_mark_on_a_chart_is_short_whatever_it_says() {
        let read = |text: &str| text.parse().expect("a number");
        assert_eq!(brief(read("244.8"), 1), "244.8");
        assert_eq!(brief(read("9999999"), 0), "9999999");
        assert_eq!(brief(read("12345678"), 1), "1.2e7");
        assert_eq!(brief(Decimal::MAX, 1), "7.9e28");
        assert_eq!(brief(Decimal::MIN, 1), "−7.9e28");
    }

    #[test]
    fn people_are_counted_to_three_figures() {
        let read = |persons| plain(&population(persons));
        assert_eq!(read(9_500_000), "9.50 m");
        assert_eq!(read(1_410_000_000), "1.41 bn");
        assert_eq!(read(84_100_000), "84.1 m");
        assert_eq!(read(532_000), "532 000");
    }

    #[test]
    fn periods_and_counts_read_as_written() {
        let part = "2025-01/2025-06".to_owned().try_into().expect("a period");
        assert_eq!(plain(&period(part)), "Jan–Jun 2025");
        assert_eq!(months(part), "Jan–Jun");
        let read = |text: &str| text.to_owned().try_into().expect(text);
        assert_eq!(plain(&period(read("2025-03"))), "Mar 2025");
        assert_eq!(plain(&period(read("2025-03-14"))), "14 Mar 2025");
        assert_eq!(plain(&count(1, "claim", "claims")), "1 claim");
        assert_eq!(plain(&count(0, "claim", "claims")), "0 claims");
    }
}
