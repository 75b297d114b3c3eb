//! The files of a briefing as text, from a folder, from the one file that it was packed to, or from the program itself.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use strsim::levenshtein;

use super::document::Sha256;
use super::limits::{MAX_FILE_BYTES, MAX_FURTHER_FILES};
use super::problem::{FileName, quoting};
use super::progress::Progress;
use super::text_file::{self, NotUtf8, ReadError};
use super::{Key, LoadError, Message, Pointer, Problem, Value, packed};
use crate::message;

/// The names of the files of a briefing.
pub const FILES: [&str; 7] =
    ["briefing.json", "meeting.json", "document.json", "claims.json", "roster.json", "trade.json", "sources.json"];

/// Those of the [`FILES`] that every briefing has. Of the others, one that is not there is a part that the briefing does
/// not have.
pub const REQUIRED_FILES: [&str; 2] = ["briefing.json", "sources.json"];

/// The folders that hold further files of a kind, each named by a key: `roster/au.json` beside `roster.json`.
pub const FURTHER: [&str; 2] = ["roster", "trade"];

/// The names of the further files in a folder that can be further files, in their order, and of those that would be if
/// they were named by a key.
pub fn further_files(folder: &Path) -> (Vec<FileName>, Vec<FileName>) {
    let (mut named, mut misnamed) = (Vec::new(), Vec::new());
    for kind in FURTHER {
        for name in names_in(&folder.join(kind)) {
            let Some(stem) = name.strip_suffix(".json") else { continue };
            let is_named = Key::try_from(stem.to_owned()).is_ok();
            if is_named { &mut named } else { &mut misnamed }.push(format!("{kind}/{name}").into());
        }
    }
    named.sort();
    misnamed.sort();
    (named, misnamed)
}

/// The names of what is in a folder; none where that cannot be said.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

/// The text of each file that is there, or nothing where it could not be read.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    files: Vec<(FileName, Option<String>)>,
    /// Those that begin with a byte-order mark, which is no part of their text.
    marked: BTreeSet<FileName>,
    /// What was wrong with those.
    pub(super) problems: Vec<Problem>,
}

/// A byte-order mark, as some editors put one in front.
const MARK: &str = "\u{feff}";

impl Folder {
    /// The briefing that is part of the program.
    pub fn bundled() -> Self {
        let texts = [
            include_str!("../../data/briefing.json"),
            include_str!("../../data/meeting.json"),
            include_str!("../../data/document.json"),
            include_str!("../../data/claims.json"),
            include_str!("../../data/roster.json"),
            include_str!("../../data/trade.json"),
            include_str!("../../data/sources.json"),
        ];
        let files = FILES.iter().zip(texts).map(|(name, text)| ((*name).into(), Some(text.to_owned())));
        Self { files: files.collect(), marked: BTreeSet::new(), problems: Vec::new() }
    }

    /// The briefing in a folder on disk, or in the file that it was packed to.
    ///
    /// # Errors
    /// Where the folder or the packed file itself cannot be read, or `progress` was asked to stop. What is wrong with single
    /// files is kept as `problems`.
    pub fn read(folder: &Path, progress: &Progress) -> Result<Self, LoadError> {
        let refuse = |reason: Value| LoadError::Folder { folder: folder.to_owned(), reason };
        let metadata = fs::metadata(folder).map_err(|err| refuse(Value::from(&err)))?;
        if metadata.is_file() && packed::is_meant(folder) {
            return packed::read(folder, progress);
        }
        if !metadata.is_dir() {
            return Err(refuse(message!(problems::not_a_folder).into()));
        }
        // Where it really is, so that a link out of it can be told.
        let inside = fs::canonicalize(folder).map_err(|err| refuse(Value::from(&err)))?;
        let (names, problems) = names(&inside);
        let sizes = names.iter().map(|file| fs::metadata(inside.join(&**file)).map_or(0, |metadata| metadata.len()));
        progress.expect(sizes.filter(|size| *size <= MAX_FILE_BYTES).sum());
        let folder = Self::of(names, problems, |name| read_file(&inside, name, progress));
        if progress.is_cancelled() { Err(LoadError::Cancelled) } else { Ok(folder) }
    }

    /// The files of some names that are not on the disk, as `read` gives their bytes. A file that every briefing has and
    /// that is not named is asked for all the same.
    pub(super) fn of_files(given: &[FileName], mut read: impl FnMut(&str) -> Result<Vec<u8>, Unread>) -> Self {
        let own =
            FILES.into_iter().filter(|file| REQUIRED_FILES.contains(file) || given.iter().any(|name| **name == **file));
        let (mut further, mut problems) = (given.to_vec(), Vec::new());
        further.retain(|name| name.contains('/'));
        further.sort();
        too_many(&mut further, &mut problems);
        let names = own.map(FileName::from).chain(further).collect();
        Self::of(names, problems, |name| read(name).and_then(Text::of))
    }

    fn of(
        names: Vec<FileName>,
        mut problems: Vec<Problem>,
        mut read: impl FnMut(&str) -> Result<Text, Unread>,
    ) -> Self {
        let (mut files, mut marked) = (Vec::new(), BTreeSet::new());
        for name in names {
            let text = read(&name).map_err(|unread| problems.push(unread.in_file(&name))).ok();
            if text.as_ref().is_some_and(|text| text.marked) {
                marked.insert(Arc::clone(&name));
            }
            files.push((name, text.map(|text| text.text)));
        }
        Self { files, marked, problems }
    }

    /// The name of each file that could be read and its bytes as they stand in it, in the order of the digest.
    pub fn files_as_written(&self) -> impl Iterator<Item = (&str, Cow<'_, [u8]>)> {
        self.files.iter().filter_map(|(name, text)| {
            let text = text.as_deref()?.as_bytes();
            let bytes = if self.marked.contains(name) { [MARK.as_bytes(), text].concat().into() } else { text.into() };
            Some((&**name, bytes))
        })
    }

    /// What is wrong with the files themselves, before their texts are taken apart.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Puts a text in the place of a file, or beside the others, as if it were read there.
    pub fn put(&mut self, file: &str, text: String) {
        self.marked.remove(file);
        if let Some((_, own)) = self.files.iter_mut().find(|(name, _)| **name == *file) {
            *own = Some(text);
            return;
        }
        self.files.push((file.into(), Some(text)));
        // As they are read: those of a briefing in their order, then the further ones by their names.
        let rank = |name: &str| FILES.iter().position(|own| *own == name).unwrap_or(FILES.len());
        self.files.sort_by(|(one, _), (other, _)| rank(one).cmp(&rank(other)).then_with(|| one.cmp(other)));
    }

    /// Takes a file away, as if it were not there.
    pub fn remove(&mut self, file: &str) {
        self.marked.remove(file);
        self.files.retain(|(name, _)| **name != *file);
    }

    /// Whether there is such a file.
    pub fn has(&self, file: &str) -> bool {
        self.files.iter().any(|(name, _)| **name == *file)
    }

    /// The text of a file, where it could be read.
    pub fn text(&self, file: &str) -> Option<&str> {
        self.files.iter().find(|(name, _)| **name == *file).and_then(|(_, text)| text.as_deref())
    }

    /// The names of the files of a kind, `roster` or `trade`: its own, then the further ones in the order of their keys.
    pub fn of_kind(&self, kind: &str) -> Vec<FileName> {
        let is_of = |name: &str| match name.split_once('/') {
            Some((folder, _)) => folder == kind,
            None => name.strip_suffix(".json") == Some(kind),
        };
        self.files.iter().map(|(name, _)| name).filter(|name| is_of(name)).cloned().collect()
    }

    /// SHA-256 over the names, lengths and texts of all files that are there, without byte-order marks.
    pub(super) fn digest(&self) -> Sha256 {
        let texts = self.files.iter().map(|(_, text)| text.as_deref().unwrap_or_default());
        let lengths: Vec<[u8; 8]> = texts.clone().map(|text| (text.len() as u64).to_le_bytes()).collect();
        let files = self.files.iter().zip(&lengths).zip(texts);
        Sha256::of_parts(
            files.flat_map(|(((name, _), length), text)| [name.as_bytes(), b"\0", length.as_slice(), text.as_bytes()]),
        )
    }
}

/// The files that a folder has or must have, and what is wrong with the names of others.
fn names(inside: &Path) -> (Vec<FileName>, Vec<Problem>) {
    // A link that leads nowhere is there, and cannot be read.
    let is_there = |file: &str| {
        fs::symlink_metadata(inside.join(file)).map_or_else(|err| err.kind() != ErrorKind::NotFound, |_| true)
    };
    let (own, absent): (Vec<&str>, Vec<&str>) =
        FILES.iter().partition(|file| REQUIRED_FILES.contains(file) || is_there(file));
    let mut problems = Vec::new();
    // A part that is not there is no mistake, one that is there under a wrong name is.
    let mut others: Vec<String> = names_in(inside).into_iter().filter(|name| !FILES.contains(&&**name)).collect();
    others.sort();
    for name in others {
        let meant = absent.iter().find(|file| levenshtein(file, &name.to_lowercase()) <= 2);
        if let Some(meant) = meant.filter(|_| name.to_lowercase().ends_with(".json")) {
            let (what, remedy) = (message!(problems::misnamed), message!(problems::misnamed_remedy, name = *meant));
            problems.push(problem(&name, &what, remedy));
        }
    }
    let (mut further, misnamed) = further_files(inside);
    problems.extend(
        misnamed.iter().map(|name| problem(name, &message!(problems::no_key), message!(problems::no_key_remedy))),
    );
    too_many(&mut further, &mut problems);
    (own.into_iter().map(FileName::from).chain(further).collect(), problems)
}

/// What is wrong with a file as a whole.
fn problem(file: &str, what: &Message, remedy: Message) -> Problem {
    Problem { file: file.into(), line: 1, column: 1, pointer: Pointer::default(), what: quoting(what), remedy }
}

/// Leaves as many further files as a briefing can have, and says which is one too many.
fn too_many(further: &mut Vec<FileName>, problems: &mut Vec<Problem>) {
    if let Some(first) = further.get(MAX_FURTHER_FILES) {
        let remedy = message!(problems::too_many_files_remedy, most = MAX_FURTHER_FILES.to_string());
        problems.push(problem(first, &message!(problems::too_many_files), remedy));
        further.truncate(MAX_FURTHER_FILES);
    }
}

/// The text of a file.
struct Text {
    text: String,
    /// Whether a byte-order mark stands before it.
    marked: bool,
}

impl Text {
    fn of(bytes: Vec<u8>) -> Result<Self, Unread> {
        let marked = bytes.starts_with(MARK.as_bytes());
        let text = text_file::decode(bytes).map_err(|NotUtf8 { line, column }| {
            let (what, remedy) = (message!(problems::not_utf8), message!(problems::not_utf8_remedy));
            Unread(Box::new(Why { line, column, what, remedy }))
        })?;
        Ok(Self { text, marked })
    }
}

/// Why a file could not be read, and where in it that shows.
pub(super) struct Unread(Box<Why>);

struct Why {
    line: usize,
    column: usize,
    what: Message,
    remedy: Message,
}

impl Unread {
    /// Why a file as a whole could not be.
    pub fn whole(what: Message, remedy: Message) -> Self {
        Self(Box::new(Why { line: 1, column: 1, what, remedy }))
    }

    fn in_file(self, file: &FileName) -> Problem {
        let Why { line, column, what, remedy } = *self.0;
        Problem { file: Arc::clone(file), line, column, pointer: Pointer::default(), what, remedy }
    }
}

/// Reads a file of the folder that is really `inside`.
fn read_file(inside: &Path, file: &str, progress: &Progress) -> Result<Text, Unread> {
    let unreadable = |reason: Value| {
        Unread::whole(quoting(&message!(problems::unreadable, reason = reason)), message!(problems::unreadable_remedy))
    };
    let path = fs::canonicalize(inside.join(file)).map_err(|err| unreadable(Value::from(&err)))?;
    if !path.starts_with(inside) {
        return Err(Unread::whole(message!(problems::leads_out), message!(problems::leads_out_remedy)));
    }
    let bytes = text_file::read_with(&path, MAX_FILE_BYTES, progress).map_err(|err| match err {
        ReadError::Unreadable(reason) => unreadable(reason),
        ReadError::NotAFile => Unread::whole(message!(problems::not_a_file), message!(problems::not_a_file_remedy)),
        ReadError::TooLarge => {
            let most = (MAX_FILE_BYTES >> 20).to_string();
            Unread::whole(message!(problems::too_large, most = most), message!(problems::too_large_remedy))
        }
        ReadError::Cancelled => unreadable(message!(problems::loading_stopped).into()),
    })?;
    Text::of(bytes)
}
