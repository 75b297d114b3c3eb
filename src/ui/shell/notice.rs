//! What came of something, to be told to the reader.

use crate::message;
use crate::words::Words;
use std::path::{Path, PathBuf};

use crate::briefing::visible::visible;

/// What came of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What a reader should know.
    pub text: String,
    /// Whether it went wrong.
    pub failed: bool,
    /// The file that came of it.
    pub file: Option<PathBuf>,
}

impl Notice {
    /// Something went as asked.
    pub const fn done(text: String) -> Self {
        Self { text, failed: false, file: None }
    }

    /// A file has been written, and what was written beside it.
    pub fn written(words: &Words, file: PathBuf, beside: Option<&Path>) -> Self {
        let name = visible(&file.display().to_string()).into_owned();
        let said = match beside.and_then(Path::file_name) {
            Some(beside) => {
                message!(shell::written_both, file = name, beside = visible(&beside.to_string_lossy()).into_owned())
            }
            None => message!(shell::written, file = name),
        };
        Self { text: words.say(&said), failed: false, file: Some(file) }
    }

    /// Something went wrong.
    pub const fn failed(text: String) -> Self {
        Self { text, failed: true, file: None }
    }
}
