//! The seven files of a briefing as text, from a folder or from the program itself.

use std::fs;
use std::path::Path;

use super::document::Sha256;
use super::limits::MAX_FILE_BYTES;
use super::problem::quoting;
use super::progress::Progress;
use super::text_file::{self, NotUtf8, ReadError};
use super::{LoadError, Message, Pointer, Problem, Value};
use crate::message;

/// The names of the seven files.
pub const FILES: [&str; 7] =
    ["briefing.json", "meeting.json", "document.json", "claims.json", "roster.json", "trade.json", "sources.json"];

/// The text of each of the [`FILES`], or nothing where it could not be read.
pub(super) struct Folder {
    texts: [Option<String>; FILES.len()],
    /// What was wrong with the others.
    pub problems: Vec<Problem>,
}

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
        Self { texts: texts.map(|text| Some(text.to_owned())), problems: Vec::new() }
    }

    /// The briefing in a folder on disk.
    ///
    /// # Errors
    /// Where the folder itself cannot be read, or `progress` was asked to stop. What is wrong with single files is
    /// kept as `problems`.
    pub fn read(folder: &Path, progress: &Progress) -> Result<Self, LoadError> {
        let refuse = |reason: Value| LoadError::Folder { folder: folder.to_owned(), reason };
        let metadata = fs::metadata(folder).map_err(|err| refuse(Value::from(&err)))?;
        if !metadata.is_dir() {
            return Err(refuse(message!(problems::not_a_folder).into()));
        }
        // Where it really is, so that a link out of it can be told.
        let inside = fs::canonicalize(folder).map_err(|err| refuse(Value::from(&err)))?;
        let sizes = FILES.map(|file| fs::metadata(inside.join(file)).map_or(0, |metadata| metadata.len()));
        progress.expect(sizes.iter().filter(|size| **size <= MAX_FILE_BYTES).sum());
        let mut problems = Vec::new();
        let texts = FILES.map(|file| {
            read_file(&inside, file, progress)
                .map_err(|refusal| {
                    let Refusal { line, column, what, remedy } = *refusal;
                    problems.push(Problem { file, line, column, pointer: Pointer::default(), what, remedy });
                })
                .ok()
        });
        if progress.is_cancelled() {
            return Err(LoadError::Cancelled);
        }
        Ok(Self { texts, problems })
    }

    /// The text of a file, where it could be read.
    pub fn text(&self, file: &str) -> Option<&str> {
        let index = FILES.iter().position(|name| *name == file)?;
        self.texts[index].as_deref()
    }

    /// SHA-256 over the names, lengths and texts of all files, without byte-order marks.
    pub fn digest(&self) -> Sha256 {
        let texts = self.texts.iter().map(|text| text.as_deref().unwrap_or_default());
        let lengths: Vec<[u8; 8]> = texts.clone().map(|text| (text.len() as u64).to_le_bytes()).collect();
        let files = FILES.iter().zip(&lengths).zip(texts);
        Sha256::of_parts(
            files.flat_map(|((name, length), text)| [name.as_bytes(), b"\0", length.as_slice(), text.as_bytes()]),
        )
    }
}

struct Refusal {
    line: usize,
    column: usize,
    what: Message,
    remedy: Message,
}

/// Reads a file of the folder that is really `inside`.
fn read_file(inside: &Path, file: &str, progress: &Progress) -> Result<String, Box<Refusal>> {
    let refuse = |what, remedy| Box::new(Refusal { line: 1, column: 1, what, remedy });
    let unreadable = |reason: Value| {
        refuse(quoting(&message!(problems::unreadable, reason = reason)), message!(problems::unreadable_remedy))
    };
    let path = fs::canonicalize(inside.join(file)).map_err(|err| unreadable(Value::from(&err)))?;
    if !path.starts_with(inside) {
        return Err(refuse(message!(problems::leads_out), message!(problems::leads_out_remedy)));
    }
    let bytes = text_file::read_with(&path, MAX_FILE_BYTES, progress).map_err(|err| match err {
        ReadError::Unreadable(reason) => unreadable(reason),
        ReadError::NotAFile => refuse(message!(problems::not_a_file), message!(problems::not_a_file_remedy)),
        ReadError::TooLarge => {
            let most = (MAX_FILE_BYTES >> 20).to_string();
            refuse(message!(problems::too_large, most = most), message!(problems::too_large_remedy))
        }
        ReadError::Cancelled => unreadable(message!(problems::loading_stopped).into()),
    })?;
    text_file::decode(bytes).map_err(|NotUtf8 { line, column }| {
        let (what, remedy) = (message!(problems::not_utf8), message!(problems::not_utf8_remedy));
        Box::new(Refusal { line, column, what, remedy })
    })
}
