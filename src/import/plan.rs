//! What an import would do: what is added, what is changed and from what, and what is left and why.

use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Serialize;

use super::ImportError;
use super::document::{DOCUMENT, Fate, FateKind};
use super::limits::MAX_TOLD;
use super::table::{Form, Table};
use crate::briefing::progress::Progress;
use crate::briefing::{FileName, JsonEdit, Key, Message, Period, Sha256, Value};
use crate::message;

/// So many names are told one by one.
const TOLD: usize = 12;

/// What importing one table would do to a briefing. Nothing is done before it is applied.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The table.
    pub table: TableFacts,
    /// Its columns and what each is taken as.
    pub columns: Vec<ColumnUse>,
    /// What would be added and changed, in the order of the table.
    pub changes: Vec<Change>,
    /// How many entries the briefing has already as the table gives them.
    pub same: usize,
    /// What would be left, and why.
    pub left: Leavings,
    /// What whoever imports should know: names that nobody knows, breaks, gaps, doubles.
    pub remarks: Vec<Message>,
    /// The first names that are those of no state that is known, for whoever imports to say who is meant.
    pub strangers: Vec<String>,
    /// How much would be different, where that is not told by what is added and changed.
    pub(super) counted: Option<Message>,
    /// The text of the document that is then to stand beside the briefing, where that is another.
    pub text: Option<String>,
    /// How the files change.
    pub(super) edits: Vec<FileEdit>,
}

/// The table that is imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFacts {
    /// The name of its file.
    pub file: String,
    /// The digest of its file.
    pub sha256: Sha256,
    /// How it is laid out as a file; none where it is no table.
    pub form: Option<Form>,
    /// The key of what it was recognised as.
    pub layout: &'static str,
    /// What that is called.
    pub name: Message,
    /// The keys of what its columns can be chosen as.
    pub roles: Vec<&'static str>,
    /// How many rows it has, its head included.
    pub rows: u64,
    /// The source that is cited for it.
    pub source: Option<Key>,
}

/// A column of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnUse {
    /// Its head.
    pub head: String,
    /// The key of what it is taken as; none where it is left.
    pub role: Option<&'static str>,
    /// What stands in its first row.
    pub sample: String,
}

impl TableFacts {
    /// Those of a table that was read to its end, by what it was recognised as.
    ///
    /// # Errors
    /// Where its digest cannot be made, or `progress` was asked to stop.
    pub(super) fn of(
        table: &mut Table,
        layout: &'static str,
        name: Message,
        roles: Vec<&'static str>,
        progress: &Progress,
    ) -> Result<Self, ImportError> {
        let sha256 = table.sha256(progress)?;
        let (file, form, rows) = (table.file.clone(), Some(table.form.clone()), table.rows());
        Ok(Self { file, sha256, form, layout, name, roles, rows, source: None })
    }
}

impl TableFacts {
    /// What it is, how it is laid out as a file, and how long it is.
    pub fn message(&self) -> Message {
        if self.layout == DOCUMENT {
            let (file, name) = (self.file.clone(), self.name.clone());
            return message!(document::facts, file = file, name = name, sentences = self.rows.to_string());
        }
        let form = match &self.form {
            Some(Form::Delimited { encoding, delimiter }) => {
                let delimiter = if *delimiter == '\t' { "tab".to_owned() } else { delimiter.to_string() };
                message!(import::form_delimited, encoding = *encoding, delimiter = delimiter)
            }
            Some(Form::Sheet { name, .. }) => message!(import::form_sheet, name = name),
            Some(Form::Json) => message!(import::form_json),
            None => message!(import::form_list),
        };
        let (file, name) = (self.file.clone(), self.name.clone());
        message!(import::table, file = file, name = name, form = form, rows = self.rows.to_string())
    }
}

impl ColumnUse {
    /// A column by its head, with as much of what stands in its first row as tells what it is.
    pub(super) fn new(head: &str, role: Option<&'static str>, sample: &str) -> Self {
        Self { head: head.to_owned(), role, sample: sample.chars().take(60).collect() }
    }
}

/// One thing that would be added or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file that it stands in.
    pub file: FileName,
    /// What it is.
    pub entry: Entry,
    /// The row that it comes from.
    pub row: Option<u32>,
}

/// What is added or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A figure, with the one that it takes the place of.
    Figure { series: Arc<str>, flow: Arc<str>, period: Period, old: Option<Decimal>, new: Decimal },
    /// Anything else of the briefing by its kind, its key and its words, with those that they take the place of.
    Part { kind: PartKind, key: String, old: Option<String>, new: String },
    /// What becomes of a sentence of the document.
    Sentence(Fate),
}

/// What kinds of entries there are besides figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartKind {
    /// A set of figures, a file of its own.
    Trade,
    /// A series of figures.
    Series,
    /// What a series measures.
    Flow,
    /// A roster, a file of its own.
    Roster,
    /// A state of a roster.
    State,
    /// A status of a roster.
    Status,
    /// A time of status.
    Spell,
    /// A source.
    Source,
    /// A claim.
    Claim,
    /// Evidence of a claim.
    Evidence,
    /// What is made of a claim.
    Verdict,
}

impl PartKind {
    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Trade => "trade",
            Self::Series => "series",
            Self::Flow => "flow",
            Self::Roster => "roster",
            Self::State => "state",
            Self::Status => "status",
            Self::Spell => "spell",
            Self::Source => "source",
            Self::Claim => "claim",
            Self::Evidence => "evidence",
            Self::Verdict => "verdict",
        }
    }

    /// What it is called.
    pub fn name(self) -> Message {
        match self {
            Self::Trade => message!(import::part_trade),
            Self::Series => message!(import::part_series),
            Self::Flow => message!(import::part_flow),
            Self::Roster => message!(import::part_roster),
            Self::State => message!(import::part_state),
            Self::Status => message!(import::part_status),
            Self::Spell => message!(import::part_spell),
            Self::Source => message!(import::part_source),
            Self::Claim => message!(import::part_claim),
            Self::Evidence => message!(import::part_evidence),
            Self::Verdict => message!(import::part_verdict),
        }
    }
}

impl Change {
    /// Whether something that is there takes another value.
    pub const fn is_revision(&self) -> bool {
        match &self.entry {
            Entry::Figure { old, .. } => old.is_some(),
            Entry::Part { old, .. } => old.is_some(),
            Entry::Sentence(fate) => fate.from.is_some(),
        }
    }

    /// The key of its kind: `figure`, or that of the part.
    pub const fn kind(&self) -> &'static str {
        match &self.entry {
            Entry::Figure { .. } => "figure",
            Entry::Part { kind, .. } => kind.key(),
            Entry::Sentence(_) => "sentence",
        }
    }

    /// The sign that stands before it in a list.
    pub fn sign(&self) -> &'static str {
        match &self.entry {
            Entry::Sentence(fate) if fate.kind() == FateKind::Went => "−",
            Entry::Sentence(fate) if fate.kind() == FateKind::Moved => "→",
            _ if self.is_revision() => "~",
            _ => "+",
        }
    }

    /// What is added or changed.
    pub fn message(&self) -> Message {
        match &self.entry {
            Entry::Figure { series, flow, period, old, new } => {
                let (series, flow) = (series.to_string(), flow.to_string());
                match old {
                    Some(old) => message!(
                        import::figure_changed,
                        series = series,
                        flow = flow,
                        period = *period,
                        old = *old,
                        new = *new
                    ),
                    None => message!(import::figure_added, series = series, flow = flow, period = *period, new = *new),
                }
            }
            Entry::Sentence(fate) => fate.message(),
            Entry::Part { kind, key, old: Some(old), new } => {
                message!(import::part_changed, kind = kind.name(), key = key, old = old, new = new)
            }
            Entry::Part { kind, key, old: None, new } => {
                message!(import::part_added, kind = kind.name(), key = key, new = new)
            }
        }
    }
}

/// Rows that are left for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Why.
    pub why: Message,
    /// How many.
    pub count: u64,
    /// The first of them.
    pub rows: Vec<u32>,
}

impl Left {
    /// How many, why, and the first rows.
    pub fn message(&self) -> Message {
        let rows = Value::list(self.rows.iter().take(5).map(ToString::to_string));
        message!(import::left, count = self.count, why = self.why.clone(), rows = rows)
    }
}

impl Plan {
    /// That no figure is left of a table, and why.
    pub(super) fn nothing_left(&self) -> Message {
        let reason = |left: &Left| message!(import::reason_left, why = left.why.clone(), count = left.count);
        let reasons: Vec<Message> = self.left.iter().map(reason).collect();
        if reasons.is_empty() {
            return message!(import::nothing_in_it);
        }
        message!(import::nothing_left, reasons = Value::list(reasons))
    }
}

/// A change of a file.
#[derive(Clone, Debug)]
pub(super) enum FileEdit {
    /// A change of one that is there.
    Change(FileName, JsonEdit),
    /// One that is not there yet, as JSON in whatever layout.
    Create(FileName, String),
    /// One that goes.
    Remove(FileName),
}

impl Plan {
    /// A plan that does nothing yet.
    pub(super) const fn new(table: TableFacts, columns: Vec<ColumnUse>) -> Self {
        Self {
            table,
            columns,
            changes: Vec::new(),
            same: 0,
            left: Leavings::new(),
            remarks: Vec::new(),
            strangers: Vec::new(),
            counted: None,
            text: None,
            edits: Vec::new(),
        }
    }

    /// Whether nothing would be different.
    pub const fn is_idle(&self) -> bool {
        self.edits.is_empty()
    }

    /// How much would be added, changed and left, and is as it is.
    pub fn counts(&self) -> Message {
        if let Some(counted) = &self.counted {
            return counted.clone();
        }
        let left: u64 = self.left.iter().map(|left| left.count).sum();
        let (added, changed) = (self.added().count(), self.changed().count());
        message!(import::counts, added = added, changed = changed, same = self.same, left = left)
    }

    /// What would be added.
    pub fn added(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| !change.is_revision())
    }

    /// What would take another value.
    pub fn changed(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.is_revision())
    }

    /// Notes a part, added or changed.
    pub(super) fn part(&mut self, file: &str, kind: PartKind, key: &str, new: &str) {
        self.revised(file, kind, key, None, new, None);
    }

    /// The same, with what it was and the row that it comes from.
    pub(super) fn revised(
        &mut self,
        file: &str,
        kind: PartKind,
        key: &str,
        old: Option<&str>,
        new: &str,
        row: Option<u32>,
    ) {
        let (key, old, new) = (key.to_owned(), old.map(str::to_owned), new.to_owned());
        self.changes.push(Change { file: file.into(), entry: Entry::Part { kind, key, old, new }, row });
    }

    /// Says which names are those of nobody who is known.
    pub(super) fn name_strangers(&mut self, mut names: Vec<String>) {
        names.sort();
        names.dedup();
        let count = names.len();
        names.truncate(TOLD);
        if count > 0 {
            self.remarks.push(message!(import::strangers, count = count, names = Value::list(names.clone())));
        }
        self.strangers = names;
    }

    pub(super) fn edit(&mut self, file: &str, edit: JsonEdit) {
        self.edits.push(FileEdit::Change(file.into(), edit));
    }
}

/// What is left, gathered by why.
#[derive(Clone, Debug, Default)]
pub struct Leavings {
    list: Vec<Left>,
}

impl Leavings {
    /// Nothing yet.
    pub const fn new() -> Self {
        Self { list: Vec::new() }
    }

    /// Leaves a row.
    pub fn leave(&mut self, why: &Message, row: u32) {
        let place = self.list.iter().position(|left| left.why == *why).unwrap_or_else(|| {
            self.list.push(Left { why: why.clone(), count: 0, rows: Vec::new() });
            self.list.len() - 1
        });
        if let Some(left) = self.list.get_mut(place) {
            left.count += 1;
            if left.rows.len() < MAX_TOLD {
                left.rows.push(row);
            }
        }
    }

    /// What is left, in the order in which each reason first came up.
    pub fn iter(&self) -> std::slice::Iter<'_, Left> {
        self.list.iter()
    }
}

impl<'a> IntoIterator for &'a Leavings {
    type Item = &'a Left;
    type IntoIter = std::slice::Iter<'a, Left>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// An entry as the text of a file has it, in whatever layout.
pub(super) fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
