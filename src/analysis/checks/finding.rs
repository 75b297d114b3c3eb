//! What a check says.

use std::fmt::{self, Display, Write as _};
use std::sync::Arc;

use super::{Outcome, Subject};
use crate::briefing::{Citation, Message};

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What no other finding of the briefing has, for as long as the data are there that it speaks of.
    pub id: FindingId,
    /// The key of the check.
    pub check: &'static str,
    /// How it came out.
    pub outcome: Outcome,
    /// What it speaks of, to be opened.
    pub subject: Subject,
    /// What it is about, in a few words.
    pub title: Message,
    /// What holds or is wrong, with the numbers put in.
    pub detail: Message,
    /// The sentences it speaks of, in the order of the document, then what else was held against them.
    pub citations: Vec<Citation>,
    /// Why the editors leave it as it is, where they say so.
    pub acknowledged: Option<String>,
    /// What it has in common with others of its check: one cause is one finding.
    pub(super) cause: Option<Cause>,
}

/// What several findings of one check can have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Cause {
    /// What tells it from other causes of the same check, of keys alone.
    pub key: Arc<str>,
    /// From so many findings on they have it in common.
    pub from: usize,
}

/// So many findings that look alike are no chance.
const NO_CHANCE: usize = 4;

impl Finding {
    /// A finding that nobody has acknowledged. Which check it is of is said by whoever runs the check.
    pub(super) fn new(
        outcome: Outcome,
        subject: Subject,
        title: Message,
        detail: Message,
        citations: Vec<Citation>,
    ) -> Self {
        let id = FindingId(subject.path().into());
        Self { id, check: "", outcome, subject, title, detail, citations, acknowledged: None, cause: None }
    }

    /// Tells it apart from others that the same check has of the same subject, by the data it speaks of: a measure, a
    /// flow, a field, a source.
    pub(super) fn apart(mut self, by: &dyn Display) -> Self {
        self.id = FindingId(format!("{}:{by}", self.id).into());
        self
    }

    /// Says what is to blame for it: several findings of one check and cause are one, which lists what it touches.
    pub(super) fn caused_by(self, cause: &dyn Display) -> Self {
        self.of_cause(cause, 2)
    }

    /// Says what is likely to blame for it where there are many such.
    pub(super) fn likely_caused_by(self, cause: &dyn Display) -> Self {
        self.of_cause(cause, NO_CHANCE)
    }

    fn of_cause(mut self, cause: &dyn Display, from: usize) -> Self {
        self.cause = Some(Cause { key: cause.to_string().into(), from });
        self
    }

    /// The same, found by a check.
    pub(super) fn of(mut self, check: &'static str) -> Self {
        self.id = FindingId(format!("{check}:{}", self.id).into());
        self.check = check;
        self
    }

    /// Whether somebody should look at it: it fails or warns, and nobody has acknowledged it.
    pub const fn is_open(&self) -> bool {
        matches!(self.outcome, Outcome::Fail | Outcome::Warn) && self.acknowledged.is_none()
    }
}

/// What tells a finding from every other of its briefing: its check, its subject, and what of the subject it is, such as
/// `stated-figure:period:customs-usd:2024:growth:total`. Made of keys alone, so that it stays the same in whatever
/// order and language the data are, and whatever else is found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingId(Arc<str>);

impl FindingId {
    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What tells the finding from others of its check: the id without the check’s key.
    pub fn within(&self, check: &str) -> Option<&str> {
        self.0.strip_prefix(check)?.strip_prefix(':')
    }
}

impl Display for FindingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Numbers the findings of which the data do not tell one from another: something that stands twice in a briefing. They
/// are numbered by what they say, not by where they stand.
pub(super) fn number_alike(findings: &mut [Finding]) {
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by(|a, b| findings[*a].id.cmp(&findings[*b].id));
    let mut numbered: Vec<(usize, usize)> = Vec::new();
    for alike in order.chunk_by_mut(|a, b| findings[*a].id == findings[*b].id).filter(|alike| alike.len() > 1) {
        let said = |index: usize| {
            let Finding { outcome, title, detail, citations, .. } = &findings[index];
            (outcome, citations, title, detail)
        };
        alike.sort_by(|a, b| said(*a).cmp(&said(*b)));
        numbered.extend(alike.iter().enumerate().skip(1).map(|(number, index)| (number + 1, *index)));
    }
    for (number, index) in numbered {
        let mut id = findings[index].id.to_string();
        let _ = write!(id, ":#{number}");
        findings[index].id = FindingId(id.into());
    }
}
