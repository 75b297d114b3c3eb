//! The dates of a briefing, for calendars.

use jiff::civil;

use super::provenance::sources;
use super::stamp::Stamp;
use crate::briefing::{Briefing, Citation, Date, Precision};
use crate::message;
use crate::words::{NO_BREAK, Words};

/// The dates that are known to the day.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// The name of the briefing.
    pub name: String,
    /// What is not in it.
    pub note: Option<String>,
    /// When it was made.
    pub made: Stamp,
    /// The dates.
    pub days: Vec<Days>,
}

/// A day, or several.
#[derive(Clone, Debug)]
pub struct Days {
    /// A name that no other date has: the same from one edition of the briefing to the next.
    pub id: String,
    /// The first day.
    pub from: civil::Date,
    /// The last day.
    pub until: civil::Date,
    /// Where.
    pub place: String,
    /// What.
    pub what: String,
    /// Where it is read.
    pub sources: String,
}

impl Calendar {
    /// The meeting and its chronology. What is known only to the month or the year is left out, and counted.
    pub fn of(briefing: &Briefing, made: Stamp, words: &Words) -> Self {
        let mut left_out = 0_usize;
        let mut days = Vec::new();
        let mut add = |id: &str, (from, until): (Date, Option<Date>), place: &str, what: &str, read: &[Citation]| {
            let last = until.unwrap_or(from);
            if from.precision() != Precision::Day || last.precision() != Precision::Day {
                left_out += 1;
                return;
            }
            let read = sources(briefing, read);
            let read: Vec<String> =
                read.iter().map(|source| words.say(&source.text()).replace(NO_BREAK, " ")).collect();
            days.push(Days {
                id: format!("{id}.{}", briefing.manifest.as_of),
                from: from.first_day(),
                until: last.first_day(),
                place: place.to_owned(),
                what: what.to_owned(),
                sources: read.join("\n"),
            });
        };
        if let Some(meeting) = &briefing.meeting {
            if meeting.event.is_none() {
                let place = meeting.cities().collect::<Vec<_>>().join(", ");
                add("meeting", (meeting.date, meeting.until), &place, &meeting.headline.text, &meeting.citations);
            }
            for event in &meeting.chronology {
                add(event.id.as_str(), (event.from, event.until), &event.place, &event.label, &event.citations);
            }
        }
        let note = (left_out > 0).then(|| words.say(&message!(meeting_table::dates_left_out, count = left_out)));
        Self { name: briefing.manifest.name.clone(), note, made, days }
    }
}
