//! What links lead to: an anchor for each entry, the same as long as what it is of has its key.

use std::collections::BTreeSet;

use super::super::document::Entry;
use crate::export::link::plain;

/// The anchor of an entry, such as `claim-turnover-2024`.
pub fn anchor(entry: &Entry) -> String {
    match entry {
        Entry::Claim(key) => format!("claim-{key}"),
        Entry::State(key) => format!("state-{key}"),
        Entry::Source(key) => format!("source-{key}"),
        Entry::Finding(id) => format!("finding-{}", plain(id)),
        Entry::Sentence(at) => format!("sentence-{at}"),
        Entry::Figures(series, period) => format!("figures-{series}-{}", plain(&period.to_string())),
    }
}

/// The anchors that have been given, each once: what is listed again is led to where it stands first.
#[derive(Debug, Default)]
pub struct Given(BTreeSet<String>);

impl Given {
    /// The anchor as an attribute, where nothing has it yet.
    pub fn id(&mut self, anchor: &str) -> String {
        if self.0.insert(anchor.to_owned()) { format!(" id=\"{anchor}\"") } else { String::new() }
    }
}
