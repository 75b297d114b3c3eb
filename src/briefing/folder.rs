//! The seven files of a briefing as text, from a folder or from the program itself.

use std::fs;
use std::path::Path;

use super::document::Sha256;
use super::text_file::{self, NotUtf8, ReadError};
use super::{JsonPath, LoadError, Problem};

/// The names of the seven files.
pub(super) const FILES: [&str; 7] =
    ["briefing.json", "meeting.json", "document.json", "claims.json", "roster.json", "trade.json", "sources.json"];

/// No briefing made by people comes near this; a larger file is refused before it is read.
const MAX_BYTES: u64 = 512 << 20;

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
    /// Where the folder itself cannot be read. What is wrong with single files is kept as `problems`.
    pub fn read(folder: &Path) -> Result<Self, LoadError> {
        let refuse = |reason: String| LoadError::Folder { folder: folder.to_owned(), reason };
        let metadata = fs::metadata(folder).map_err(|err| refuse(err.to_string()))?;
        if !metadata.is_dir() {
            return Err(refuse("this is not a folder".to_owned()));
        }
        let mut problems = Vec::new();
        let texts = FILES.map(|file| {
            read_file(&folder.join(file))
                .map_err(|Refusal { line, column, what, remedy }| {
                    problems.push(Problem { file, line, column, path: JsonPath::default(), what, remedy });
                })
                .ok()
        });
        Ok(Self { texts, problems })
    }

    /// The text of a file, where it could be read.
    pub fn text(&self, file: &str) -> Option<&str> {
        let index = FILES.iter().position(|name| *name == file)?;
        self.texts[index].as_deref()
    }

    /// SHA-256 over the names, lengths and texts of all files, without byte-order marks.
    pub fn digest(&self) -> Sha256 {
        let parts: Vec<u8> = FILES
            .iter()
            .zip(&self.texts)
            .flat_map(|(name, text)| {
                let text = text.as_deref().unwrap_or_default();
                [name.as_bytes(), b"\0", &(text.len() as u64).to_le_bytes(), text.as_bytes()].concat()
            })
            .collect();
        Sha256::of(&parts)
    }
}

struct Refusal {
    line: usize,
    column: usize,
    what: String,
    remedy: String,
}

fn read_file(path: &Path) -> Result<String, Refusal> {
    let refuse = |line, column, what: String, remedy: &str| Refusal { line, column, what, remedy: remedy.to_owned() };
    let bytes = text_file::read(path, MAX_BYTES).map_err(|err| match err {
        ReadError::Unreadable(reason) => {
            refuse(1, 1, format!("cannot be read: {reason}"), "Put the file there, or make it readable")
        }
        ReadError::NotAFile => refuse(1, 1, "is not a file".to_owned(), "Put a regular file there"),
        ReadError::TooLarge => refuse(1, 1, format!("is larger than {} MiB", MAX_BYTES >> 20), "Split the briefing"),
    })?;
    text_file::decode(bytes)
        .map_err(|NotUtf8 { line, column }| refuse(line, column, "is not UTF-8 text".to_owned(), "Save it as UTF-8"))
}
