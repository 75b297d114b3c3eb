//! Periods as tables write them: `2024`, `2024-Q1`, `2024M03`, `202403`, `Mar 2024`, `2024年3月`.

use jiff::civil;

use crate::briefing::Period;

/// How often the figures of a table are counted, where it says so: what a cell that could be a day or a month is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// Years.
    Year,
    /// Halves of years.
    HalfYear,
    /// Quarters.
    Quarter,
    /// Months.
    Month,
    /// Weeks.
    Week,
    /// Days.
    Day,
}

impl Frequency {
    /// What a code of SDMX or of Comtrade, or a word, stands for.
    pub fn of(code: &str) -> Option<Self> {
        Some(match code.trim().to_lowercase().as_str() {
            "a" | "p1y" | "annual" | "yearly" | "year" | "0" => Self::Year,
            "s" | "h" | "half-yearly" | "p6m" => Self::HalfYear,
            "q" | "quarterly" | "quarter" | "p3m" => Self::Quarter,
            "m" | "monthly" | "month" | "p1m" => Self::Month,
            "w" | "weekly" | "p7d" => Self::Week,
            "d" | "daily" | "b" | "p1d" => Self::Day,
            _ => return None,
        })
    }

    /// The period of this length that a day begins or lies in.
    pub fn around(self, day: civil::Date) -> Option<Period> {
        let months = |count: i8| {
            let first = civil::Date::new(day.year(), (day.month() - 1) / count * count + 1, 1).ok()?;
            let last = civil::Date::new(day.year(), first.month() + count - 1, 1).ok()?.last_of_month();
            Period::of_days(first, last)
        };
        match self {
            Self::Year => Some(Period::of_year(day.year())),
            Self::HalfYear => months(6),
            Self::Quarter => months(3),
            Self::Month => Some(Period::of_month(day)),
            Self::Week => {
                let week = day.iso_week_date();
                read(&format!("{:04}-W{:02}", week.year(), week.week()))
            }
            Self::Day => Some(Period::of_day(day)),
        }
    }
}

/// The names of months by their first three letters, in languages that tables are in.
const MONTHS: [&[&str]; 12] = [
    &["jan", "янв", "ene", "gen", "ian"],
    &["feb", "фев", "fév", "fev"],
    &["mar", "мар", "mär", "mrz"],
    &["apr", "апр", "avr", "abr"],
    &["may", "май", "мая", "mai", "mag"],
    &["jun", "июн", "juin", "giu"],
    &["jul", "июл", "juil", "lug"],
    &["aug", "авг", "aoû", "aou", "ago"],
    &["sep", "сен", "set"],
    &["oct", "окт", "okt", "ott", "out"],
    &["nov", "ноя"],
    &["dec", "дек", "déc", "dez", "dic"],
];

/// The number of a month by its name or its number.
pub fn month(text: &str) -> Option<i8> {
    let text = text.trim().trim_end_matches(['.', '月', ' ']).to_lowercase();
    if let Ok(number) = text.parse::<i8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    if text.chars().any(|c| !c.is_alphabetic()) || text.chars().count() < 3 {
        return None;
    }
    let begins = |names: &&[&str]| names.iter().any(|name| text.starts_with(name));
    // `juin` and `juil` begin alike but for the third letter, which tells them apart from `jul` and `jun`.
    MONTHS.iter().position(begins).and_then(|at| i8::try_from(at + 1).ok())
}

/// The number of a quarter, as it stands beside a year: `1`, `Q1`, `IV`, `2 кв.`, `第三季度`.
pub fn quarter(text: &str) -> Option<i8> {
    let lower = text.trim().to_lowercase();
    let bare: String = lower.chars().filter(|c| c.is_alphanumeric()).collect();
    let number = |text: &str| {
        Some(match text.trim_start_matches('第') {
            "1" | "i" | "1st" | "first" | "一" => 1,
            "2" | "ii" | "2nd" | "second" | "二" => 2,
            "3" | "iii" | "3rd" | "third" | "三" => 3,
            "4" | "iv" | "4th" | "fourth" | "四" => 4,
            _ => return None,
        })
    };
    number(&bare).or_else(|| {
        let words = ["quarter", "квартал", "trimestre", "quartal", "季度", "кв", "qtr", "季", "q", "t", "k"];
        words.iter().find_map(|word| bare.strip_suffix(word).or_else(|| bare.strip_prefix(word)).and_then(number))
    })
}

/// The number of a half of a year, as its number and a word for it stand beside a year.
fn half(number: &str, word: &str) -> Option<i8> {
    const HALVES: [&str; 7] = ["half", "полугодие", "полугодия", "semestre", "semester", "halbjahr", "semestr"];
    if !HALVES.contains(&word) {
        return None;
    }
    match number {
        "1" | "i" | "1st" | "first" => Some(1),
        "2" | "ii" | "2nd" | "second" => Some(2),
        _ => None,
    }
}

/// A part of a year that stands alone, by its first and last month: `Q1`, `Jan`, `II кв.`; a number alone is none.
pub fn part(text: &str) -> Option<(i8, i8)> {
    if text.chars().all(|c| !c.is_alphabetic()) {
        return None;
    }
    match quarter(text) {
        Some(quarter) => Some((quarter * 3 - 2, quarter * 3)),
        None => month(text).map(|month| (month, month)),
    }
}

/// From the first day of a month of a year to the last of another.
pub fn of_months(year: i16, first: i8, last: i8) -> Option<Period> {
    let first = civil::Date::new(year, first, 1).ok()?;
    Period::of_days(first, civil::Date::new(year, last, 1).ok()?.last_of_month())
}

/// The period that a cell names, with how often the table counts.
pub fn period(text: &str, frequency: Option<Frequency>) -> Option<Period> {
    let text = text.trim();
    let found = read(text)?;
    let (first, last) = found.days();
    match frequency {
        // `2024-03-01` of a monthly table is March.
        Some(frequency) if first == last => frequency.around(first),
        _ => Some(found),
    }
}

/// The period that a text names by itself.
pub fn read(text: &str) -> Option<Period> {
    let text = text.trim();
    if let Some(year) = year(text) {
        return Some(Period::of_year(year));
    }
    if text.len() > 40 || text.is_empty() {
        return None;
    }
    // `2019 г.`, `I квартал 2024 года`
    let bare = [" г.", "г.", " г", " год", " года"].iter().find_map(|word| text.strip_suffix(word));
    if let Some(bare) = bare.filter(|bare| bare.ends_with(|c: char| c.is_ascii_digit())) {
        return read(bare);
    }
    if let Ok(known) = Period::try_from(text.to_owned()) {
        return Some(known);
    }
    // The time of a day, and the length of what begins with it: `2024-01-01T00:00:00/P1M`.
    if let Some((start, length)) = text.split_once("/P") {
        let day = day(start.split_once('T').map_or(start, |(day, _)| day))?;
        return Frequency::of(&format!("P{length}"))?.around(day);
    }
    if let Some((start, _)) =
        text.split_once(['T', ' ']).filter(|(start, rest)| day(start).is_some() && rest.contains(':'))
    {
        return day(start).map(Period::of_day);
    }
    let lower = text.to_lowercase();
    let digits_of = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    // `202403`, as Comtrade has it, and `20240315`.
    if digits_of(text) {
        return match text.len() {
            6 => of_months(year(text.get(..4)?)?, text.get(4..)?.parse().ok()?, text.get(4..)?.parse().ok()?),
            8 => {
                let [y, m, d] = [text.get(..4)?, text.get(4..6)?, text.get(6..)?];
                day(&format!("{y}-{m}-{d}")).map(Period::of_day)
            }
            _ => None,
        };
    }
    // `2024年3月`, `2024年1-3月`, `2024年`, `2024年第一季度`, `2024年上半年`.
    if let Some((of, rest)) = text.split_once('年') {
        let of = year(of.trim())?;
        let rest = rest.trim().trim_end_matches('月');
        return match rest.split_once(['-', '–', '至', '—', '~']) {
            _ if rest.is_empty() => Some(Period::of_year(of)),
            Some((first, last)) => of_months(of, month(first)?, month(last)?),
            None => match (month(rest), quarter(rest), rest) {
                (Some(month), ..) => of_months(of, month, month),
                (_, Some(quarter), _) => of_months(of, quarter * 3 - 2, quarter * 3),
                (.., "上半年") => of_months(of, 1, 6),
                (.., "下半年") => of_months(of, 7, 12),
                _ => None,
            },
        };
    }
    // A year, and a part of it: `2024M03`, `2024-Q1`, `Q1 2024`, `2024S1`, `Mar 2024`, `03/2024`, `2024-A1`.
    let parts: Vec<&str> = lower.split([' ', '-', '/', '.', ':', ',', '\u{a0}']).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [one] => {
            let (of, part) = (one.get(..4)?, one.get(4..)?);
            within(year(of)?, part)
        }
        [one, other] => match (year(one), year(other)) {
            (Some(of), None) => within(of, other),
            (None, Some(of)) => within(of, one),
            // `Jan-23`, as spreadsheets show a month.
            (None, None) if other.len() == 2 && one.chars().all(char::is_alphabetic) => {
                let short = other.parse::<i16>().ok().filter(|_| digits_of(other))?;
                within(short + if short < 70 { 2000 } else { 1900 }, one)
            }
            _ => None,
        },
        // `1 полугодие 2023`, `2nd half 2023`.
        [number, word, of] if year(of).is_some() && half(number, word).is_some() => {
            let half = half(number, word)?;
            of_months(year(of)?, half * 6 - 5, half * 6)
        }
        // `1 кв. 2024`, `2nd quarter 2024`.
        [number, word, of] if year(of).is_some() && quarter(&format!("{number}{word}")).is_some() => {
            let quarter = quarter(&format!("{number}{word}"))?;
            of_months(year(of)?, quarter * 3 - 2, quarter * 3)
        }
        [d, m, y] => {
            // `1 March 2024`, `March 1, 2024` and `15.03.2024`; of two numbers only one that cannot be a month is a day.
            let (of, d, m) = if let Some(of) = year(y) { (of, d, m) } else { (year(d)?, y, m) };
            let (d, m) = if m.parse::<i8>().is_ok() && d.parse::<i8>().is_err() { (m, d) } else { (d, m) };
            let (number, named) = (d.parse::<i8>().ok()?, m.parse::<i8>().is_err());
            let sure = named || number > 12 || text.contains('.') || year(parts.first()?).is_some();
            let found = civil::Date::new(of, month(m)?, number).ok()?;
            sure.then(|| Period::of_day(found))
        }
        _ => None,
    }
}

/// A part of a year: `m03`, `q1`, `s1`, `h2`, `w05`, `a1`, `mar`, `03`, `1st quarter` is not one.
fn within(of: i16, part: &str) -> Option<Period> {
    let months = |first: i8, last: i8| of_months(of, first, last);
    let number = |letters: &[char]| part.strip_prefix(letters).filter(|rest| rest.len() <= 2)?.parse::<i8>().ok();
    // `Q1`, `1T`
    let behind = || part.strip_suffix(['q', 'k', 't'])?.parse::<i8>().ok();
    if let Some(quarter) = number(&['q', 'k', 't']).or_else(behind).filter(|quarter| (1..=4).contains(quarter)) {
        return months(quarter * 3 - 2, quarter * 3);
    }
    if let Some(half) = number(&['s', 'h', 'b']).filter(|half| (1..=2).contains(half)) {
        return months(half * 6 - 5, half * 6);
    }
    if let Some(week) = number(&['w']) {
        return Period::try_from(format!("{of:04}-W{week:02}")).ok();
    }
    if part == "a1" || part == "a" {
        return Some(Period::of_year(of));
    }
    let month = number(&['m']).filter(|month| (1..=12).contains(month)).or_else(|| month(part))?;
    months(month, month)
}

/// A year of four digits; a workbook may have it with a fraction of nought.
pub fn year(text: &str) -> Option<i16> {
    let text = text.strip_suffix(".0").unwrap_or(text);
    let four = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = four.then(|| text.parse::<i16>().ok()).flatten()?;
    (1000..=2999).contains(&year).then_some(year)
}

fn day(text: &str) -> Option<civil::Date> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Frequency, part, period, quarter, read};
    use crate::briefing::Period;

    #[test]
    fn a_period_is_read_however_a_table_writes_it() {
        for (text, meant) in [
            ("2024", "2024"),
            ("2024.0", "2024"),
            ("2024-Q1", "2024-Q1"),
            ("2024Q3", "2024-Q3"),
            ("Q3 2024", "2024-Q3"),
            ("2024-03", "2024-03"),
            ("2024M03", "2024-03"),
            ("2024-M11", "2024-11"),
            ("202403", "2024-03"),
            ("2024S2", "2024-H2"),
            ("2024-H1", "2024-H1"),
            ("2024-W05", "2024-W05"),
            ("2024-A1", "2024"),
            ("Mar 2024", "2024-03"),
            ("juillet 2024", "2024-07"),
            ("juin 2024", "2024-06"),
            ("июнь 2024", "2024-06"),
            ("Dez. 2024", "2024-12"),
            ("03/2024", "2024-03"),
            ("2024年3月", "2024-03"),
            ("2024年1-9月", "2024-01/2024-09"),
            ("2024年", "2024"),
            ("2024-01/2024-03", "2024-Q1"),
            ("2024-03-15", "2024-03-15"),
            ("15.03.2024", "2024-03-15"),
            ("20240315", "2024-03-15"),
            ("2024-03-01T00:00:00/P1M", "2024-03"),
            ("2024-03-15T00:00:00", "2024-03-15"),
            ("Jan-23", "2023-01"),
            ("дек-98", "1998-12"),
            ("1 кв. 2024", "2024-Q1"),
            ("3 quarter 2021", "2021-Q3"),
            ("I квартал 2024 г.", "2024-Q1"),
            ("март 2019 года", "2019-03"),
            ("2019 г.", "2019"),
            ("2023年第一季度", "2023-Q1"),
            ("2023年4季度", "2023-Q4"),
            ("2023年上半年", "2023-H1"),
            ("1T 2024", "2024-Q1"),
            ("1 полугодие 2023", "2023-H1"),
            ("II полугодие 2023 года", "2023-H2"),
            ("2024 3t", "2024-Q3"),
        ] {
            let meant = Period::try_from(meant.to_owned()).expect(meant);
            assert_eq!(read(text), Some(meant), "{text}");
        }
        for text in [
            "",
            "24",
            "2024-13",
            "2024Q5",
            "202413",
            "March",
            "03/04/2024",
            "total",
            "5 кв. 2024",
            "5T 2024",
            "2023年五季度",
            "г.",
            "12-23",
            "Q1-23",
            "2024-02-30",
            "99999",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_part_of_a_year_is_read_beside_it() {
        let quarters = ["1", "Q2", "III", "4 кв.", "第一季度", "2nd quarter", "5", "Jan"].map(quarter);
        assert_eq!(quarters, [Some(1), Some(2), Some(3), Some(4), Some(1), Some(2), None, None]);
        let parts = ["Q3", "IV", "Feb.", "3月", "декабрь", "4", "Total", "2024"].map(part);
        let months = [Some((7, 9)), Some((10, 12)), Some((2, 2)), Some((3, 3)), Some((12, 12)), None, None, None];
        assert_eq!(parts, months);
    }

    #[test]
    fn a_day_of_a_monthly_table_is_its_month() {
        let said = |text, frequency| period(text, frequency).map(|period| period.to_string());
        assert_eq!(said("2024-03-01", Some(Frequency::Month)).as_deref(), Some("2024-03"));
        assert_eq!(said("2024-04-01", Some(Frequency::Quarter)).as_deref(), Some("2024-04/2024-06"));
        assert_eq!(said("2024-01-01", Some(Frequency::Year)).as_deref(), Some("2024"));
        assert_eq!(said("2024", Some(Frequency::Year)).as_deref(), Some("2024"));
        assert_eq!(said("2024-03-01", None).as_deref(), Some("2024-03-01"));
    }

    proptest! {
        #[test]
        fn months_and_quarters_are_read_in_every_form(year in 1900_i16..2100, month in 1_i8..=12) {
            let meant = Period::try_from(format!("{year}-{month:02}")).expect("a month");
            for text in [format!("{year}{month:02}"), format!("{year}M{month:02}"), format!("{month:02}/{year}"), format!("{year}年{month}月")] {
                prop_assert_eq!(read(&text), Some(meant), "{}", text);
            }
            let quarter = (month + 2) / 3;
            let meant = Period::try_from(format!("{year}-Q{quarter}")).expect("a quarter");
            for text in [format!("{year}Q{quarter}"), format!("Q{quarter} {year}"), format!("{year}-q{quarter}")] {
                prop_assert_eq!(read(&text), Some(meant), "{}", text);
            }
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in "\\PC{0,16}", near in "[-0-9QMWSH年月/. ]{0,12}") {
            let _ = (read(&text), read(&near), period(&near, Some(Frequency::Week)));
        }
    }
}
