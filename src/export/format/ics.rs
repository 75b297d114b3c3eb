//! Dates as iCalendar, which every calendar takes.

use std::fmt::Write as _;

use jiff::civil;

use super::Format;
use crate::export::calendar::{Calendar, Days};
use crate::label;

/// iCalendar, RFC 5545.
pub static FORMAT: Format = Format {
    key: "ics",
    label: label!(export::format_ics),
    extension: "ics",
    is_text: true,
    options: &[],
    table: None,
    rows: None,
    picture: None,
    pages: None,
    document: None,
    references: None,
    calendar: Some(ics),
};

/// A line has so many bytes at most (RFC 5545, section 3.1).
const LONGEST: usize = 75;

fn ics(calendar: &Calendar) -> String {
    let mut file = String::new();
    line(&mut file, "BEGIN", "VCALENDAR");
    line(&mut file, "VERSION", "2.0");
    line(&mut file, "PRODID", "-//Briefing Desk//EN");
    line(&mut file, "X-WR-CALNAME", &escaped(&calendar.name));
    if let Some(note) = &calendar.note {
        line(&mut file, "X-WR-CALDESC", &escaped(note));
    }
    let made = calendar.made.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string();
    for days in &calendar.days {
        event(&mut file, days, &made);
    }
    line(&mut file, "END", "VCALENDAR");
    file
}

fn event(file: &mut String, days: &Days, made: &str) {
    line(file, "BEGIN", "VEVENT");
    line(file, "UID", &format!("{}@briefing-desk", days.id));
    line(file, "DTSTAMP", made);
    line(file, "DTSTART;VALUE=DATE", &day(days.from));
    // The end is the first day that is no longer part of it.
    if let Ok(after) = days.until.tomorrow() {
        line(file, "DTEND;VALUE=DATE", &day(after));
    }
    line(file, "SUMMARY", &escaped(&days.what));
    if !days.place.is_empty() {
        line(file, "LOCATION", &escaped(&days.place));
    }
    if !days.sources.is_empty() {
        line(file, "DESCRIPTION", &escaped(&days.sources));
    }
    line(file, "TRANSP", "TRANSPARENT");
    line(file, "END", "VEVENT");
}

fn day(day: civil::Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A text with what would end it or part it written out, and nothing that no line may have.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            _ if letter.is_control() => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A line, folded between two characters where it is too long.
fn line(file: &mut String, name: &str, value: &str) {
    let mut length = 0;
    for letter in name.chars().chain([':']).chain(value.chars()) {
        if length + letter.len_utf8() > LONGEST {
            file.push_str("\r\n ");
            length = 1;
        }
        length += letter.len_utf8();
        file.push(letter);
    }
    // Writing to a string does not fail.
    let _ = file.write_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, ics};
    use crate::briefing::Briefing;
    use crate::export::calendar::Calendar;
    use crate::export::stamp::Stamp;
    use crate::words::Words;

    fn written(briefing: &Briefing) -> String {
        ics(&Calendar::of(briefing, Stamp::at(Some("1752451200")).expect("a second"), &Words::english()))
    }

    #[test]
    fn days_are_whole_days_with_an_end_that_is_not_part_of_them() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        let meeting = briefing.meeting.as_mut().expect("a meeting");
        meeting.chronology.truncate(1);
        let event = &mut meeting.chronology[0];
        (event.from, event.until) = ("2024-02-28".parse().expect("a day"), "2024-02-29".parse().ok());
        event.label = "Talks, at last; 北京".repeat(9);
        let file = written(&briefing);
        assert!(file.contains("DTSTART;VALUE=DATE:20240228\r\nDTEND;VALUE=DATE:20240301\r\n"), "{file}");
        assert!(file.contains("DTSTAMP:20250714T000000Z\r\n"), "{file}");
        assert!(file.split("\r\n").all(|line| line.len() <= LONGEST), "{file}");
        let unfolded = file.replace("\r\n ", "");
        assert!(unfolded.contains(&"Talks\\, at last\\; 北京".repeat(9)), "{file}");
    }

    #[test]
    fn what_is_known_only_to_the_month_is_counted_and_no_day() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        let meeting = briefing.meeting.as_mut().expect("a meeting");
        let all = meeting.chronology.len();
        meeting.chronology[0].from = "2024-05".parse().expect("a month");
        let file = written(&briefing);
        assert_eq!(
            file.matches("BEGIN:VEVENT").count(),
            all - 1 + usize::from(briefing.meeting.is_some_and(|meeting| meeting.event.is_none()))
        );
        assert!(file.contains("X-WR-CALDESC:"), "{file}");
    }
}
