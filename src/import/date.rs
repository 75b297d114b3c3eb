//! Dates as lists and bibliographies write them: `4th April 2001`, `15.VI.2001`, `2001年6月15日`, `9/28/1960`.

use jiff::civil;

use super::number::is_missing;
use super::period;
use crate::analysis::typed_day::typed_date;
use crate::briefing::{Date, Message, PeriodKind};
use crate::label;

/// What a cell says of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Written {
    /// Nothing, or that it is not known.
    #[default]
    Absent,
    /// A date, as far as it is known.
    Date(Date),
    /// That it was after one date, where that is known, and by the end of another.
    Within(Option<Date>, Date),
    /// Two numbers of which either can be the month, a year, and the text that they stand in.
    Numbers([i8; 2], i16, String),
    /// Something else, in its own words.
    Unread(String),
}

impl Written {
    /// The date, where it is one.
    pub const fn date(&self) -> Option<Date> {
        if let Self::Date(date) = self { Some(*date) } else { None }
    }
}

/// No date is longer, in bytes.
const LONGEST: usize = 60;

const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// What a cell says of a day. Which of two numbers is the month, its column tells, see [`Order`].
pub fn written(text: &str) -> Written {
    let text = text.trim();
    if is_missing(text) {
        return Written::Absent;
    }
    if text.len() > LONGEST {
        return Written::Unread(text.to_owned());
    }
    let plain = plain(text);
    match numbers(&plain) {
        Some((both, year)) => Written::Numbers(both, year, text.to_owned()),
        None => read(&plain).map_or_else(|| Written::Unread(text.to_owned()), Written::Date),
    }
}

/// The date that a text is by itself, as far as it is known.
pub fn date(text: &str) -> Option<Date> {
    Order::default().settled(written(text)).date()
}

/// Which of two numbers of a date is the month, as a reader says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// `03/04/2020` is a day of April.
    DayFirst,
    /// It is a day of March.
    MonthFirst,
}

impl DayOrder {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::DayFirst, Self::MonthFirst];

    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::DayFirst => "day-first",
            Self::MonthFirst => "month-first",
        }
    }

    /// What it is called.
    pub const fn label(self) -> Message {
        match self {
            Self::DayFirst => label!(import_options::dates_day_first),
            Self::MonthFirst => label!(import_options::dates_month_first),
        }
    }
}

/// Which of two numbers is the month in a column of dates: as it was chosen, else as far as the column tells: where one
/// stands above twelve in its place, that place is the day’s in all of them, unless both places are so.
#[derive(Clone, Copy, Debug, Default)]
pub struct Order {
    month_at: Option<usize>,
    is_chosen: bool,
}

impl Order {
    /// The one that was chosen, else that of a column.
    pub fn chosen_or_of<'a>(chosen: Option<DayOrder>, cells: impl IntoIterator<Item = &'a Written>) -> Self {
        match chosen {
            Some(DayOrder::DayFirst) => Self { month_at: Some(1), is_chosen: true },
            Some(DayOrder::MonthFirst) => Self { month_at: Some(0), is_chosen: true },
            None => Self::of(cells),
        }
    }

    /// The day that a text is whose numbers it tells apart; nothing where it is none, or none in this order.
    pub fn day(self, text: &str) -> Option<civil::Date> {
        let date = self.settled(either(text)?).date()?;
        Some(date.first_day())
    }

    /// That of a column, or of the beginning of one.
    pub fn of<'a>(cells: impl IntoIterator<Item = &'a Written>) -> Self {
        let mut above = [false; 2];
        for cell in cells {
            if let Written::Numbers([first, second], ..) = cell {
                above = [above[0] || *first > 12, above[1] || *second > 12];
            }
        }
        let month_at = match above {
            [true, false] => Some(1),
            [false, true] => Some(0),
            _ => None,
        };
        Self { month_at, is_chosen: false }
    }

    /// What a cell says with that; where nothing tells, a day is known only where it is the same either way.
    pub fn settled(self, cell: Written) -> Written {
        let Written::Numbers([first, second], year, text) = cell else { return cell };
        let month_at = match (first > 12, second > 12) {
            // What was chosen is not set aside by a date that it does not fit: that is no date then.
            _ if self.is_chosen => self.month_at,
            (true, _) => Some(1),
            (_, true) => Some(0),
            _ if first == second => Some(0),
            _ => self.month_at,
        };
        let (month, day) = match month_at {
            Some(0) => (first, second),
            Some(_) => (second, first),
            None => return Written::Numbers([first, second], year, text),
        };
        let date = format!("{year:04}-{month:02}-{day:02}").parse();
        date.map_or_else(|_| Written::Unread(text), Written::Date)
    }
}

/// A text of two numbers either of which may be the month, and a year; nothing where it is none.
pub fn either(text: &str) -> Option<Written> {
    let text = text.trim();
    if text.len() > LONGEST || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (both, year) = numbers(&plain(text))?;
    Some(Written::Numbers(both, year, text.to_owned()))
}

/// Settles a column, see [`Order`].
pub fn settle<'a>(cells: impl Iterator<Item = &'a mut Written>, chosen: Option<DayOrder>) {
    let mut cells: Vec<&mut Written> = cells.collect();
    let order = Order::chosen_or_of(chosen, cells.iter().map(|cell| &**cell));
    for cell in &mut cells {
        **cell = order.settled(std::mem::take(*cell));
    }
}

/// A text without notes in square brackets, a time of day and a `Z`, with the digits of all scripts as those of ASCII.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut within = false;
    for letter in text.trim_start_matches('+').chars() {
        match letter {
            '[' => within = true,
            ']' => within = false,
            '\u{200e}' | '\u{200f}' => {}
            _ if within => {}
            _ => plain.push(ascii_digit(letter)),
        }
    }
    let bare = plain.trim();
    let timeless = bare.split_once(' ').filter(|(_, time)| {
        let of_a_time =
            |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ' ' | 'A' | 'P' | 'M' | 'a' | 'p' | 'm');
        time.contains(':') && time.chars().all(of_a_time)
    });
    let bare = timeless.map_or(bare, |(day, _)| day);
    bare.strip_suffix('Z').unwrap_or(bare).to_owned()
}

fn ascii_digit(letter: char) -> char {
    let zeros = [0x660, 0x6F0, 0xFF10];
    let code = u32::from(letter);
    let digit = zeros.iter().find_map(|zero| code.checked_sub(*zero).filter(|digit| *digit < 10));
    digit.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(letter)
}

/// A day and a month in either order, and a year behind them. With points the day always stands first.
fn numbers(text: &str) -> Option<([i8; 2], i16)> {
    let mark = text.chars().find(|c| !c.is_ascii_digit()).filter(|mark| "/-".contains(*mark))?;
    let mut parts = text.split(mark);
    let mut number = || parts.next()?.parse::<i8>().ok().filter(|number| (1..=31).contains(number));
    let both = [number()?, number()?];
    let year = period::year(parts.next()?)?;
    (parts.next().is_none() && both.iter().any(|number| *number <= 12)).then_some((both, year))
}

/// A date that can be read without its column.
fn read(text: &str) -> Option<Date> {
    // Of `1949?` and `2021~` nothing is sure.
    if text.contains(['?', '~', '？']) {
        return None;
    }
    // `1977-00-00`: the rest is not known.
    let known = text.trim_end_matches("-00");
    if matches!((text.len(), known.len()), (10, 4 | 7)) && known.len() < text.len() {
        return known.parse().ok();
    }
    let of_period = || {
        let period = period::read(text)?;
        let (first, _) = period.days();
        let written = match period.kind() {
            PeriodKind::Day => first.to_string(),
            PeriodKind::Month => format!("{:04}-{:02}", first.year(), first.month()),
            PeriodKind::Year => format!("{:04}", first.year()),
            _ => return None,
        };
        written.parse().ok()
    };
    text.parse().ok().or_else(of_period).or_else(|| roman(text)).or_else(|| typed_date(text))
}

/// `15.VI.2001`, `5 VI 2017`.
fn roman(text: &str) -> Option<Date> {
    let lower = text.to_lowercase();
    let mut parts = lower.split([' ', '.', '-', '/']).filter(|part| !part.is_empty());
    let (day, month, year) = (parts.next()?.parse::<u8>().ok()?, parts.next()?, period::year(parts.next()?)?);
    let month = ROMAN.iter().position(|own| *own == month)? + 1;
    parts.next().is_none().then(|| format!("{year:04}-{month:02}-{day:02}").parse().ok())?
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{DayOrder, Written, date, settle, written};

    #[test]
    fn a_date_is_known_as_far_as_it_is_written() {
        for (text, meant) in [
            ("2001-06-15", "2001-06-15"),
            ("15.06.2001", "2001-06-15"),
            ("June 2001", "2001-06"),
            ("2001", "2001"),
            ("+2001-01-01T00:00:00Z", "2001-01-01"),
            ("4th April 2001", "2001-04-04"),
            ("1st of May 1999", "1999-05-01"),
            ("Apr. 4, 1949", "1949-04-04"),
            ("September 5 2001", "2001-09-05"),
            ("Sept 2001", "2001-09"),
            ("1 décembre 1964", "1964-12-01"),
            ("1er juillet 2013", "2013-07-01"),
            ("30 июня 1990", "1990-06-30"),
            ("18.02.1952 г.", "1952-02-18"),
            ("26 de marzo de 1991", "1991-03-26"),
            ("3. Oktober 1990", "1990-10-03"),
            ("2001年6月15日", "2001-06-15"),
            ("2001年6月", "2001-06"),
            ("22 مارس 1945", "1945-03-22"),
            ("١ أكتوبر ١٩٥٨", "1958-10-01"),
            ("15.VI.2001", "2001-06-15"),
            ("5 VI 2017", "2017-06-05"),
            ("25 March 1957[1][2]", "1957-03-25"),
            ("15 Nov 2012 a", "2012-11-15"),
            ("9/28/1960", "1960-09-28"),
            ("9/28/1960 0:00", "1960-09-28"),
            ("29/03/2004", "2004-03-29"),
            ("4/4/1949", "1949-04-04"),
            ("1949/04/04", "1949-04-04"),
            ("1977-00-00", "1977"),
            ("1989-11-00", "1989-11"),
        ] {
            assert_eq!(date(text).map(|date| date.to_string()).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn what_is_in_doubt_is_no_date() {
        for text in [
            "04-Apr-49",
            "3/29/04",
            "1949?",
            "2021~",
            "c. 2004",
            "spring 2004",
            "Withdrew in 2019",
            "Founder (1957)",
            "2001-Q1",
            "36231",
            "31/31/2001",
            "2001-02-30",
            "30/2/2001",
            "t1234567",
            "1 May 2001 or 3 June 2002",
            "soon",
        ] {
            assert_eq!(date(text), None, "{text}");
            assert_ne!(written(text), Written::Absent, "{text}");
        }
        for text in ["", " ", "-", "n/a", "…"] {
            assert_eq!(written(text), Written::Absent, "{text}");
        }
    }

    fn settled(texts: &[&str]) -> Vec<Option<String>> {
        settled_as(texts, None)
    }

    fn settled_as(texts: &[&str], chosen: Option<DayOrder>) -> Vec<Option<String>> {
        let mut cells: Vec<Written> = texts.iter().map(|text| written(text)).collect();
        settle(cells.iter_mut(), chosen);
        let said = |cell: Written| if let Written::Date(date) = cell { Some(date.to_string()) } else { None };
        cells.into_iter().map(said).collect()
    }

    #[test]
    fn a_column_tells_which_number_is_the_month() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(settled(&["9/10/1960", "10/24/1945"]), [some("1960-09-10"), some("1945-10-24")]);
        assert_eq!(
            settled(&["24/10/1945", "9/10/1960", "2001"]),
            [some("1945-10-24"), some("1960-10-09"), some("2001")]
        );
        assert_eq!(settled(&["24-10-1945", "9-10-1960"]), [some("1945-10-24"), some("1960-10-09")]);
        assert_eq!(settled(&["9/10/1960", "3/4/1961", "5/5/1962"]), [None, None, some("1962-05-05")]);
        // Where both stand in one column neither tells of the others.
        assert_eq!(settled(&["24/10/1945", "10/24/1945", "9/10/1960"]), [some("1945-10-24"), some("1945-10-24"), None]);
    }

    #[test]
    fn what_is_chosen_tells_which_number_is_the_month() {
        let some = |text: &str| Some(text.to_owned());
        let dates = ["9/10/1960", "3/4/1961", "13/2/1962", "2001"];
        assert_eq!(
            settled_as(&dates, Some(DayOrder::DayFirst)),
            [some("1960-10-09"), some("1961-04-03"), some("1962-02-13"), some("2001")]
        );
        assert_eq!(
            settled_as(&dates, Some(DayOrder::MonthFirst)),
            [some("1960-09-10"), some("1961-03-04"), None, some("2001")],
            "there is no thirteenth month"
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "\\PC{0,70}", near in "[-0-9/.年月日IVX?\\[\\] TZ:]{0,14}") {
            let _ = (date(&text), date(&near));
        }
    }
}
