//! A kind of file that documents come in.

use super::content::Writing;
use crate::briefing::Message;
use crate::briefing::progress::Progress;
use crate::import::ImportError;

/// A kind of file that documents come in.
pub struct Format {
    /// The key that programs are told and told by.
    pub key: &'static str,
    /// What it is called.
    pub name: fn() -> Message,
    /// Whether a file is of it.
    pub(super) is: fn(&Given<'_>) -> bool,
    /// What is in a file of it.
    pub(super) read: fn(&Given<'_>) -> Result<Writing, ImportError>,
}

/// A file that is to be read.
pub(super) struct Given<'a> {
    /// Its name, without its folder.
    pub file: &'a str,
    pub bytes: &'a [u8],
    /// The label of an encoding, where that was chosen.
    pub encoding: Option<&'a str>,
    pub progress: &'a Progress,
}

impl Given<'_> {
    /// Whether its name ends in one of some endings.
    pub fn ends_in(&self, endings: &[&str]) -> bool {
        let ending = self.file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        ending.is_some_and(|ending| endings.contains(&ending.as_str()))
    }

    /// A fault of the file.
    pub fn fault(&self, what: Message, remedy: Message) -> ImportError {
        ImportError::of_file(self.file, what, remedy)
    }
}
