//! A newer edition of the document as it is imported: read from a file, held against the briefing, and told as a plan.

use std::path::Path;

use super::made::{Making, TEXT_FILE};
use super::{Cited, CitedOutcome, Draft, Edition, FORMATS, Fate, FateKind, Older, Reading, read};
use crate::analysis::attachment::Attachment;
use crate::briefing::progress::Progress;
use crate::briefing::{Date, Message};
use crate::import::choices::Choices;
use crate::import::plan::{Change, Entry, Plan, TableFacts};
use crate::import::table::file_name;
use crate::import::{Desk, ImportError, Say};
use crate::message;

/// The key of what is imported.
pub const DOCUMENT: &str = "document";

/// The file that sentences stand in.
const FILE: &str = "document.json";
/// As many of what cites a sentence that went are told.
const CITED: usize = 40;

/// What the newer edition in a file makes of a briefing.
///
/// # Errors
/// Where it or the older edition that was given cannot be read, the older is not that of the briefing, or the briefing was
/// made of no document.
pub fn newer(
    desk: &Desk,
    path: &Path,
    choices: &Choices,
    say: Say<'_>,
    progress: &Progress,
) -> Result<Edition, ImportError> {
    read_newer(desk, path, choices, say, progress).map(|(edition, _)| edition)
}

fn read_newer(
    desk: &Desk,
    path: &Path,
    choices: &Choices,
    say: Say<'_>,
    progress: &Progress,
) -> Result<(Edition, TableFacts), ImportError> {
    let reading = Reading { encoding: choices.reading.encoding.clone(), ..Reading::default() };
    let content = read(path, &reading, progress)?;
    let format = FORMATS.into_iter().find(|format| format.key == content.format);
    let mut facts = TableFacts {
        file: file_name(path),
        sha256: content.sha256.clone(),
        form: None,
        layout: DOCUMENT,
        name: format.map_or_else(|| message!(document::format_plain), |format| (format.name)()),
        roles: Vec::new(),
        rows: 0,
        source: None,
    };
    let draft = Draft::of(content);
    facts.rows = draft.spans().len() as u64;
    let own = desk.briefing().document.as_ref();
    let text = desk.at().map(|folder| folder.join(TEXT_FILE));
    let beside = own.zip(text).and_then(|(document, text)| Attachment::read(document, &text).ok());
    let was = match (own, &choices.was) {
        (Some(document), Some(was)) => {
            let text = read(was, &Reading::default(), progress).map(Draft::of)?.text();
            let older = Attachment::of(document, text.into_bytes());
            Some(older.map_err(|err| ImportError::Older(err.message(&document.called)))?)
        }
        _ => None,
    };
    let is_whole = beside.as_ref().is_some_and(Attachment::is_whole);
    let older = Older { copy: was.as_ref().or(beside.as_ref()), beside: is_whole };
    let making = Making { today: choices.read.unwrap_or_else(Date::today), beside: is_whole };
    Ok((Edition::of(desk, draft, older, &making, say)?, facts))
}

/// What importing a newer edition would do.
///
/// # Errors
/// As [`newer`].
pub fn plan(
    desk: &Desk,
    path: &Path,
    choices: &Choices,
    say: Say<'_>,
    progress: &Progress,
) -> Result<Plan, ImportError> {
    let (edition, facts) = read_newer(desk, path, choices, say, progress)?;
    let mut plan = Plan::new(facts, Vec::new());
    plan.counted = Some(edition.counts());
    plan.same = edition.count(FateKind::Kept);
    // What somebody has to look at comes first.
    for kind in [FateKind::Changed, FateKind::Went, FateKind::Moved, FateKind::New] {
        let fates = edition.fates.iter().filter(|fate| fate.kind() == kind);
        plan.changes.extend(fates.map(|fate| Change {
            file: FILE.into(),
            entry: Entry::Sentence(fate.clone()),
            row: None,
        }));
    }
    plan.remarks = edition.cited_told().chain(edition.doubts()).collect();
    (plan.edits, plan.text) = edition.into_parts();
    Ok(plan)
}

impl Edition {
    /// How many sentences have which fate.
    pub fn counts(&self) -> Message {
        let [kept, moved, changed, went, new] = FateKind::ALL.map(|kind| self.count(kind));
        message!(document::edition, kept = kept, moved = moved, changed = changed, went = went, new = new)
    }

    /// What cites a sentence that is gone, as far as anyone reads that, and how much more does.
    pub fn cited_told(&self) -> impl Iterator<Item = Message> {
        let more = self.cited.len().saturating_sub(CITED);
        let more = (more > 0).then(|| message!(import::and_more, count = more));
        self.cited.iter().take(CITED).map(Cited::message).chain(more)
    }

    /// What may be otherwise than it is told: sentences as gone and new that only changed, the encoding, and what the newer
    /// edition says of itself.
    pub fn doubts(&self) -> impl Iterator<Item = Message> {
        let is_unknown = !self.known && self.count(FateKind::Went) > 0;
        let unknown = is_unknown.then(|| message!(document::edition_unknown));
        let guessed = self.guessed.map(|encoding| message!(document::guessed, encoding = encoding));
        unknown.into_iter().chain(guessed).chain(self.remarks.iter().cloned())
    }
}

impl Fate {
    /// Where it stands, where it stood, and what it is about.
    pub fn message(&self) -> Message {
        let label = self.label.clone();
        match (self.from, self.to) {
            (Some(from), Some(to)) if from != to => {
                message!(document::fate_from_to, from = from.to_string(), to = to.to_string(), label = label)
            }
            (from, to) => {
                let at = from.or(to).map(|at| at.to_string()).unwrap_or_default();
                message!(document::fate_at, at = at, label = label)
            }
        }
    }
}

impl Cited {
    /// What cited which sentence that is gone, and what becomes of it.
    pub fn message(&self) -> Message {
        let (file, what, at) = (self.file.to_string(), self.what.clone(), self.sentence.to_string());
        match self.outcome {
            CitedOutcome::Whole => message!(document::cited_whole, file = file, what = what, at = at),
            CitedOutcome::TakenOut => message!(document::cited_taken_out, file = file, what = what, at = at),
            CitedOutcome::Stays => message!(document::cited_stays, file = file, what = what, at = at),
        }
    }
}
