//! The seven files of a briefing as text, from a folder or from the program itself.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use super::document::Sha256;
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
    let refuse = |what: String, remedy: &str| Refusal { line: 1, column: 1, what, remedy: remedy.to_owned() };
    let metadata = fs::metadata(path)
        .map_err(|err| refuse(format!("cannot be read: {err}"), "Put the file there, or make it readable"))?;
    // A named pipe or a device would block or never end.
    if !metadata.is_file() {
        return Err(refuse("is not a file".to_owned(), "Put a regular file there"));
    }
    let too_large = || refuse(format!("is larger than {} MiB", MAX_BYTES >> 20), "Split the briefing");
    if metadata.len() > MAX_BYTES {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    // The file may have grown since it was measured.
    fs::File::open(path)
        .and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes))
        .map_err(|err| refuse(format!("cannot be read: {err}"), "Make the file readable"))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(too_large());
    }
    let text = String::from_utf8(bytes).map_err(|err| {
        let good = String::from_utf8_lossy(&err.as_bytes()[..err.utf8_error().valid_up_to()]).into_owned();
        let (line, column) = line_and_column(&good, good.len());
        Refusal { line, column, what: "is not UTF-8 text".to_owned(), remedy: "Save it as UTF-8".to_owned() }
    })?;
    // Some editors put a byte-order mark in front, which JSON does not know.
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

/// Line and column, both from one and the column in characters, of a byte offset.
pub(super) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (line, before[start..].chars().count() + 1)
}
