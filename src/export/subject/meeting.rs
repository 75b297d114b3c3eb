//! The meeting: who, where, about what, and what came before and after.

use super::Subject;
use crate::export::calendar::Calendar;
use crate::export::error::ExportError;
use crate::export::format;
use crate::export::meeting::table;

/// The meeting, as a table or, of its dates, as a calendar.
pub static SUBJECT: Subject = Subject {
    key: "meeting",
    usual: &format::CSV,
    options: &[],
    read: |_, _, _| Ok(()),
    is_there: |briefing| briefing.meeting.is_some(),
    needs_findings: false,
    table: Some(|briefing, _, settings, words, _| {
        let meeting = briefing.meeting.as_ref().ok_or(ExportError::NoMeeting)?;
        Ok(table(briefing, meeting, settings.made, words))
    }),
    picture: None,
    document: None,
    references: None,
    calendar: Some(|briefing, settings, words| {
        if briefing.meeting.is_none() {
            return Err(ExportError::NoMeeting);
        }
        Ok(Calendar::of(briefing, settings.made, words))
    }),
};
