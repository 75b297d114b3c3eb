//! A newer edition of the document that a briefing was made from: everything that was written of its sentences goes where
//! they went, and so does whatever cites them.

use std::collections::BTreeMap;

use super::align::{Piece, aligned};
use super::cited::{Cited, Followed};
use super::draft::Draft;
use super::made::{self, Making};
use super::parted::part_as_before;
use crate::analysis::attachment::Attachment;
use crate::briefing::{Document, JsonEdit, Locator, Message, Pointer, Sentence};
use crate::import::plan::{FileEdit, json};
use crate::import::{Desk, ImportError, Say};
use crate::message;

/// What becomes of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// Where it stood; none where it is new.
    pub from: Option<Locator>,
    /// Where it stands; none where it went.
    pub to: Option<Locator>,
    /// Whether it says what it said.
    pub same: bool,
    /// What it is about.
    pub label: String,
}

/// What kinds of fates there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FateKind {
    /// It says what it said where it said it.
    Kept,
    /// It says what it said, in another place.
    Moved,
    /// It says something else, or says it otherwise.
    Changed,
    /// It is no more there.
    Went,
    /// It was not there.
    New,
}

impl FateKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Kept, Self::Moved, Self::Changed, Self::Went, Self::New];

    /// The key that programs are told and told by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Moved => "moved",
            Self::Changed => "changed",
            Self::Went => "went",
            Self::New => "new",
        }
    }
}

impl Fate {
    /// What kind of fate it is.
    pub fn kind(&self) -> FateKind {
        match (self.from, self.to) {
            (Some(from), Some(to)) if self.same && from == to => FateKind::Kept,
            (Some(_), Some(_)) if self.same => FateKind::Moved,
            (Some(_), Some(_)) => FateKind::Changed,
            (Some(_), None) => FateKind::Went,
            (None, _) => FateKind::New,
        }
    }
}

/// What a newer edition makes of a briefing. Nothing is done before it is taken.
#[derive(Clone, Debug)]
pub struct Edition {
    /// What becomes of each sentence, those of the newer edition in their order and each that went before what followed it.
    pub fates: Vec<Fate>,
    /// What cites a sentence that went.
    pub cited: Vec<Cited>,
    /// Whether it is known what the sentences said: without, one that changed is one that went and one that is new.
    pub known: bool,
    /// The text of the newer edition, where that of the older stands beside the briefing.
    pub text: Option<String>,
    /// The name of the encoding of the newer edition, where it is a guess.
    pub guessed: Option<&'static str>,
    /// What a reader should know of the newer edition as a whole.
    pub remarks: Vec<Message>,
    edits: Vec<FileEdit>,
}

/// The older edition, as far as a reader has it.
#[derive(Clone, Copy, Debug)]
pub struct Older<'a> {
    /// A copy of it.
    pub copy: Option<&'a Attachment>,
    /// Whether that stands beside the briefing, and gives way to the newer.
    pub beside: bool,
}

impl Edition {
    /// What a newer edition would make of a briefing.
    ///
    /// # Errors
    /// Where the briefing was made of no document.
    pub fn of(
        desk: &Desk,
        mut draft: Draft,
        older: Older<'_>,
        making: &Making,
        say: Say<'_>,
    ) -> Result<Self, ImportError> {
        let Some(document) = &desk.briefing().document else {
            return Err(ImportError::of_file(
                "document.json",
                message!(document::no_document),
                message!(document::no_document_remedy),
            ));
        };
        let making = Making { beside: older.beside, ..making.clone() };
        let said = |sentence: &Sentence| {
            let own = sentence.text.as_deref();
            own.or_else(|| older.copy.and_then(|copy| copy.original(sentence.at))).map(str::to_owned)
        };
        let texts: Vec<Option<String>> = document.sentences.iter().map(said).collect();
        part_as_before(&mut draft, document, &texts);
        let draft = &draft;
        let (new, drafted) = (made::sentences(draft, &making, say), draft.sentences());
        let old_pieces: Vec<Piece<'_>> = document
            .sentences
            .iter()
            .zip(&texts)
            .map(|(sentence, text)| Piece { sha256: &sentence.sha256, text: text.as_deref() })
            .collect();
        let new_pieces: Vec<Piece<'_>> = new
            .iter()
            .zip(&drafted)
            .map(|(sentence, drafted)| Piece { sha256: &sentence.sha256, text: Some(drafted.text) })
            .collect();
        let found = aligned(&old_pieces, &new_pieces);
        let mut comes_from: Vec<Option<usize>> = vec![None; new.len()];
        let mut places: BTreeMap<Locator, Option<Locator>> = BTreeMap::new();
        for (one, (old, other)) in document.sentences.iter().zip(&found).enumerate() {
            if let Some(slot) = other.and_then(|other| comes_from.get_mut(other)) {
                *slot = Some(one);
            }
            places.insert(old.at, other.and_then(|other| new.get(other)).map(|sentence| sentence.at));
        }
        let sentences: Vec<Sentence> = new
            .into_iter()
            .zip(&drafted)
            .zip(&comes_from)
            .map(|((made, drafted), from)| {
                match from.and_then(|from| document.sentences.get(from).zip(texts.get(from))) {
                    Some((old, text)) => carried(old, text.as_deref(), made, drafted.text, say),
                    None => made,
                }
            })
            .collect();
        let fates = fates(document, &sentences, &comes_from, &found);
        let known = texts.iter().all(Option::is_some);
        let followed = Followed::of(desk, document, &places);
        let mut edits = Vec::new();
        if draft.sha256() != document.sha256 || fates.iter().any(|fate| fate.kind() != FateKind::Kept) {
            edits.extend(followed.edits);
            edits.extend(of_document(draft, &sentences));
            edits.extend(of_source(desk, document, draft, &making));
        }
        let text = older.beside.then(|| draft.text());
        Ok(Self {
            fates,
            cited: followed.cited,
            known,
            text,
            guessed: draft.guessed,
            remarks: draft.remarks.clone(),
            edits,
        })
    }

    /// How many sentences have a fate of a kind.
    pub fn count(&self, kind: FateKind) -> usize {
        self.fates.iter().filter(|fate| fate.kind() == kind).count()
    }

    /// Whether nothing would be different.
    pub const fn is_idle(&self) -> bool {
        self.edits.is_empty()
    }

    /// How the files change, and the text that is then to stand beside them.
    pub(super) fn into_parts(self) -> (Vec<FileEdit>, Option<String>) {
        let text = self.text.filter(|_| !self.edits.is_empty());
        (self.edits, text)
    }

    /// Makes it of a briefing, in memory.
    ///
    /// # Errors
    /// Where the briefing could not be read with it; then nothing has changed.
    pub fn take(&self, desk: &mut Desk) -> Result<(), ImportError> {
        desk.edit(&self.edits)
    }
}

/// A sentence of the newer edition with everything that was written of it, but for what was only made of its words.
fn carried(old: &Sentence, text: Option<&str>, made: Sentence, now: &str, say: Say<'_>) -> Sentence {
    let place = say(&message!(document::sentence_at, at = old.at.to_string()));
    let is_made = |written: &str, of_words: Option<String>| written == place || Some(written) == of_words.as_deref();
    let label = if is_made(&old.label, text.and_then(made::label)) { made.label } else { old.label.clone() };
    let paraphrase =
        if is_made(&old.paraphrase, text.map(str::to_owned)) { made.paraphrase } else { old.paraphrase.clone() };
    Sentence {
        label,
        paraphrase,
        text: old.text.as_ref().map(|_| now.to_owned()),
        boilerplate: old.boilerplate,
        as_printed: old.as_printed.clone(),
        ..made
    }
}

fn fates(document: &Document, new: &[Sentence], from: &[Option<usize>], found: &[Option<usize>]) -> Vec<Fate> {
    let went = |range: std::ops::Range<usize>| {
        let gone = range.filter(|at| found.get(*at).is_some_and(Option::is_none));
        gone.filter_map(|at| document.sentences.get(at))
            .map(|old| Fate { from: Some(old.at), to: None, same: false, label: old.label.clone() })
            .collect::<Vec<_>>()
    };
    let mut fates = Vec::new();
    let mut told = 0;
    for (sentence, from) in new.iter().zip(from) {
        let old = from.and_then(|from| document.sentences.get(from));
        if let Some(from) = from.filter(|from| *from >= told) {
            fates.extend(went(told..from));
            told = from + 1;
        }
        fates.push(Fate {
            from: old.map(|old| old.at),
            to: Some(sentence.at),
            same: old.is_some_and(|old| old.sha256 == sentence.sha256),
            label: old.map_or_else(|| sentence.label.clone(), |old| old.label.clone()),
        });
    }
    fates.extend(went(told..found.len()));
    fates
}

/// The document itself: its sentences, and what is counted and hashed of the whole.
fn of_document(draft: &Draft, sentences: &[Sentence]) -> Vec<FileEdit> {
    let length = draft.text().chars().count();
    [("length", json(&length)), ("sha256", json(&draft.sha256())), ("sentences", json(sentences))]
        .into_iter()
        .map(|(field, value)| set("document.json", Pointer::default(), field, value))
        .collect()
}

/// When it was read, and when it was published where it says so.
fn of_source(desk: &Desk, document: &Document, draft: &Draft, making: &Making) -> Vec<FileEdit> {
    let sources = &desk.briefing().sources.sources;
    let Some(at) = sources.iter().position(|source| source.id == document.source) else { return Vec::new() };
    let place = Pointer::default().field("sources").index(at);
    let published =
        draft.metadata.published.filter(|own| sources.get(at).is_some_and(|old| old.published != Some(*own)));
    let read = set("sources.json", place.clone(), "read", json(&making.today));
    published.map(|own| set("sources.json", place, "published", json(&own))).into_iter().chain([read]).collect()
}

fn set(file: &str, object: Pointer, field: &str, value: String) -> FileEdit {
    FileEdit::Change(file.into(), JsonEdit::Set { object, field: field.to_owned(), value })
}
