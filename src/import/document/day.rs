//! Of what day a document is: what “today” means in it.

use super::draft::Draft;
use crate::analysis::dateline::day_told;
use crate::briefing::{Date, Message};
use crate::message;

/// The day of a document, by how it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOf {
    /// Its file says it, or its dateline.
    Said(Date),
    /// On which a page was saved, or of which its text speaks.
    Inferred(Date),
    /// Nothing tells it.
    Unknown,
}

impl Draft {
    /// The day of the document, as far as it can be known on a day.
    pub fn day(&self, today: Date) -> DayOf {
        self.metadata.published.map_or_else(|| self.unsaid_day(today), DayOf::Said)
    }

    /// The same as if it said none.
    pub fn unsaid_day(&self, today: Date) -> DayOf {
        let told = || {
            let sentences = self.sentences();
            let texts: Vec<&str> = sentences.iter().map(|sentence| sentence.text).collect();
            day_told(&texts, today.first_day())
        };
        self.metadata.saved.or_else(told).map_or(DayOf::Unknown, DayOf::Inferred)
    }
}

impl DayOf {
    /// What a reader is told of it, where the document does not say it.
    pub fn remark(self) -> Option<Message> {
        match self {
            Self::Said(_) => None,
            Self::Inferred(day) => Some(message!(document::day_inferred, day = day)),
            Self::Unknown => Some(message!(document::no_day)),
        }
    }
}
