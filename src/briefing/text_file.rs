//! Reading a text that may be anything.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use super::Value;
use super::progress::Progress;

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The file system says no.
    Unreadable(Value),
    /// There is something else than a file.
    NotAFile,
    /// It is larger than allowed.
    TooLarge,
    /// It was asked to stop.
    Cancelled,
}

/// Bytes that are no UTF-8: where the first that is not stands, line and column from one, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotUtf8 {
    pub line: usize,
    pub column: usize,
}

impl From<io::Error> for ReadError {
    fn from(err: io::Error) -> Self {
        Self::Unreadable(Value::from(&err))
    }
}

/// The bytes of a file.
///
/// # Errors
/// Where it cannot be read, is no regular file or holds more than `most` bytes.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, ReadError> {
    read_with(path, most, &Progress::default())
}

/// The bytes of a file, read in pieces between which `progress` is told and asked.
pub(crate) fn read_with(path: &Path, most: u64, progress: &Progress) -> Result<Vec<u8>, ReadError> {
    /// Read in a few milliseconds.
    const PIECE: u64 = 4 << 20;

    let metadata = fs::metadata(path)?;
    // A named pipe or a device would block or never end.
    if !metadata.is_file() {
        return Err(ReadError::NotAFile);
    }
    if metadata.len() > most {
        return Err(ReadError::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    // The file may have grown since it was measured: one byte more than allowed is enough to refuse it.
    let mut file = fs::File::open(path)?.take(most.saturating_add(1));
    loop {
        let read = file.by_ref().take(PIECE).read_to_end(&mut bytes)?;
        if read == 0 {
            break;
        }
        progress.advance(read as u64);
        if progress.is_cancelled() {
            return Err(ReadError::Cancelled);
        }
    }
    if bytes.len() as u64 > most { Err(ReadError::TooLarge) } else { Ok(bytes) }
}

/// Bytes as text, without the byte-order mark that some editors put in front.
///
/// # Errors
/// Where they are not UTF-8.
pub fn decode(bytes: Vec<u8>) -> Result<String, NotUtf8> {
    let text = String::from_utf8(bytes).map_err(|err| {
        let good = String::from_utf8_lossy(&err.as_bytes()[..err.utf8_error().valid_up_to()]).into_owned();
        let (line, column) = line_and_column(&good, good.len());
        NotUtf8 { line, column }
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

/// Line and column, both from one and the column in characters, of a byte offset.
fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (line, before[start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::{ReadError, read_with};
    use crate::briefing::progress::Progress;

    #[test]
    fn of_a_file_that_is_too_large_no_byte_is_read() {
        let file = tempfile::NamedTempFile::new().expect("a temporary file");
        file.as_file().set_len(2 << 30).expect("a sparse file");
        let progress = Progress::default();
        progress.expect(1);
        assert_eq!(read_with(file.path(), 1 << 20, &progress), Err(ReadError::TooLarge));
        assert!(progress.fraction() < f32::EPSILON, "{}", progress.fraction());
    }
}
