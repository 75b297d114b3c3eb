//! The sources of the briefing.

use super::Subject;
use crate::export::format;
use crate::export::references::Reference;
use crate::export::sources::table;

/// The sources, as a table or as references.
pub static SUBJECT: Subject = Subject {
    key: "sources",
    usual: &format::CSV,
    options: &[],
    read: |_, _, _| Ok(()),
    is_there: |briefing| !briefing.sources.sources.is_empty(),
    needs_findings: false,
    table: Some(|briefing, _, settings, words, job| Ok(table(briefing, settings.made, words, job)?)),
    picture: None,
    document: None,
    references: Some(|briefing, words| Reference::of(briefing, words)),
    calendar: None,
};
