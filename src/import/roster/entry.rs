//! One row of a list of members, as a layout reads it.

use super::role::Role;
use crate::analysis::fold::known_by;
use crate::import::date::{self, DayOrder, Written};
use crate::import::head::Columns;
use crate::import::table::Row;

/// A time of status as a table has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowEntry {
    /// The code and the name of the state; either may be empty.
    pub state: (String, String),
    /// The status in the words of the table; empty where it says none.
    pub status: String,
    pub since: Written,
    pub until: Written,
    /// When it was decided, where that is another day, and on which occasion.
    pub decided: Written,
    pub occasion: String,
    pub note: String,
    pub row: u32,
}

/// What says that a status still holds, in the column of its end.
const GOES_ON: &[&str] = &[
    "present",
    "ongoing",
    "current",
    "currently",
    "now",
    "today",
    "to date",
    "настоящее время",
    "по настоящее время",
    "н. в.",
    "至今",
    "现在",
    "aujourd’hui",
    "à ce jour",
    "en cours",
    "actualidad",
    "presente",
    "heute",
    "laufend",
    "الآن",
    "حتى الآن",
];

/// What says that a day is not known.
const UNKNOWN: &[&str] =
    &["unknown", "not known", "?", "неизвестно", "不详", "未知", "inconnu", "desconocido", "unbekannt", "غير معروف"];

fn is_any(text: &str, words: &[&str]) -> bool {
    let (folded, bare) = (known_by(text), text.trim());
    words.iter().any(|word| *word == bare || !folded.is_empty() && known_by(word) == folded)
}

/// A date as far as it is known; Wikidata says how far with a number: 9 a year, 10 a month, 11 a day.
fn precise(written: Written, precision: &str) -> Written {
    let (Written::Date(date), Ok(asked)) = (&written, precision.trim().parse::<u8>()) else { return written };
    let text = date.to_string();
    let length = match asked {
        11.. => return written,
        10 => 7,
        9 => 4,
        _ => return Written::Unread(text),
    };
    text.get(..length).and_then(|known| known.parse().ok()).map_or(written, Written::Date)
}

impl Columns<Role> {
    /// What a row says; nothing where it is blank. Which number of its dates is the month, all rows tell together.
    pub fn read(&self, row: &Row) -> Option<RowEntry> {
        let field = |role| self.of(role).map_or("", |column| row.field(column));
        if row.is_blank() {
            return None;
        }
        let name = field(Role::State);
        // What Wikidata gives instead of a label is no name.
        let name = name.rsplit_once("/entity/").map_or(name, |(_, id)| id);
        let day = |role, nothing| {
            let text = field(role);
            if is_any(text, nothing) { Written::Absent } else { date::written(text) }
        };
        Some(RowEntry {
            state: (field(Role::Code).to_owned(), name.to_owned()),
            status: field(Role::Status).to_owned(),
            since: precise(day(Role::Since, UNKNOWN), field(Role::SincePrecision)),
            until: precise(day(Role::Until, GOES_ON), field(Role::UntilPrecision)),
            decided: day(Role::Decided, UNKNOWN),
            occasion: field(Role::Occasion).to_owned(),
            note: field(Role::Note).to_owned(),
            row: row.number,
        })
    }
}

/// Whether there is a date of two numbers either of which can be the month.
pub fn has_dates(entries: &[RowEntry]) -> bool {
    let is = |written: &Written| matches!(written, Written::Numbers(..));
    entries.iter().any(|entry| [&entry.since, &entry.until, &entry.decided].into_iter().any(is))
}

/// Settles of each column of dates which number is the month.
pub fn settle(entries: &mut [RowEntry], chosen: Option<DayOrder>) {
    date::settle(entries.iter_mut().map(|entry| &mut entry.since), chosen);
    date::settle(entries.iter_mut().map(|entry| &mut entry.until), chosen);
    date::settle(entries.iter_mut().map(|entry| &mut entry.decided), chosen);
}

#[cfg(test)]
mod tests {
    use super::{GOES_ON, Written, is_any, precise};

    #[test]
    fn a_date_is_known_as_far_as_wikidata_says() {
        let day = || Written::Date("2001-06-15".parse().expect("a date"));
        let cut = |date: &str| Written::Date(date.parse().expect("a date"));
        assert_eq!(precise(day(), ""), day());
        assert_eq!(precise(day(), "11"), day());
        assert_eq!(precise(day(), "10"), cut("2001-06"));
        assert_eq!(precise(day(), "9"), cut("2001"));
        assert_eq!(precise(cut("2001"), "10"), cut("2001"), "no more than is written");
        assert!(matches!(precise(day(), "8"), Written::Unread(_)), "a decade is no date");
        assert_eq!(precise(Written::Absent, "9"), Written::Absent);
    }

    #[test]
    fn what_goes_on_has_no_end() {
        assert!(["Present", "по настоящее время", "至今", "Heute"].iter().all(|text| is_any(text, GOES_ON)));
        assert!(!is_any("", GOES_ON) && !is_any("unknown", GOES_ON) && !is_any("2001", GOES_ON));
    }
}
