//! What came of something, to be told to the reader.

use crate::message;
use crate::words::Words;
use std::path::PathBuf;

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

    /// A file has been written.
    pub fn written(words: &Words, file: PathBuf) -> Self {
        let name = visible(&file.display().to_string()).into_owned();
        Self { text: words.say(&message!(shell::written, file = name)), failed: false, file: Some(file) }
    }

    /// Something went wrong.
    pub const fn failed(text: String) -> Self {
        Self { text, failed: true, file: None }
    }
}
