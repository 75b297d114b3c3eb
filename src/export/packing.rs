//! A briefing as one file, and the folder of one again.

use std::path::{Path, PathBuf};

use super::folder::{self, FolderError};
use crate::briefing::packed::{self, PackedFault};
use crate::briefing::progress::Progress;
use crate::briefing::{Briefing, FILES, FURTHER, Folder, LoadError, Message};
use crate::message;

/// A briefing that was packed.
#[derive(Debug)]
pub struct PackedBriefing {
    /// The archive.
    pub bytes: Vec<u8>,
    /// What else lies in the folder and was left: it is no part of the briefing.
    pub left: Vec<String>,
}

/// Why a briefing was not packed, or not unpacked.
#[derive(Debug)]
pub enum PackingError {
    /// It cannot be read.
    Unreadable(LoadError),
    /// It is larger than a packed one can be.
    TooLarge(PackedFault),
    /// What is to be unpacked is a folder.
    IsFolder(PathBuf),
    /// The folder was not written.
    Folder(FolderError),
}

impl PackingError {
    /// What is wrong and what to do, a line each.
    pub fn messages(&self) -> Vec<Message> {
        match self {
            Self::Unreadable(err) => err.messages(),
            Self::TooLarge(fault) => vec![message!(export::not_packed, what = fault.what(), remedy = fault.remedy())],
            Self::IsFolder(path) => vec![message!(export::unpacked_already, path = path.display().to_string())],
            Self::Folder(err) => vec![err.message()],
        }
    }
}

impl From<LoadError> for PackingError {
    fn from(err: LoadError) -> Self {
        Self::Unreadable(err)
    }
}

/// Packs the briefing in a folder; without one, the bundled briefing. The same files give the same bytes.
///
/// # Errors
/// Where it is no briefing that opens, or larger than a packed one can be.
pub fn pack(folder: Option<&Path>) -> Result<PackedBriefing, PackingError> {
    pack_with(folder, &Progress::default())
}

/// The same, while another thread watches `progress` and may ask to stop.
///
/// # Errors
/// As for [`pack`], and where it was asked to stop.
pub fn pack_with(folder: Option<&Path>, progress: &Progress) -> Result<PackedBriefing, PackingError> {
    let files = match folder {
        Some(folder) => Folder::read(folder, progress)?,
        None => Folder::bundled(),
    };
    // What whoever receives it could not open is not sent.
    Briefing::of_folder_with(&files, progress)?;
    let bytes = packed::archive_with(&files, progress).map_err(PackingError::TooLarge)?;
    Ok(PackedBriefing { bytes, left: folder.map(beside).unwrap_or_default() })
}

/// Unpacks a briefing into a folder that is not there yet, with the files as they were packed. What is wrong within its
/// files does not matter: where else should it be mended?
///
/// # Errors
/// Where it is no packed briefing, something in it could not be read, or the folder cannot be written. Then nothing is.
pub fn unpack(file: &Path, folder: &Path) -> Result<Vec<PathBuf>, PackingError> {
    if file.is_dir() {
        return Err(PackingError::IsFolder(file.to_owned()));
    }
    let files = Folder::read(file, &Progress::default())?;
    if !files.problems().is_empty() {
        return Err(LoadError::Problems(files.problems().to_vec()).into());
    }
    folder::write(folder, files.files_as_written()).map_err(PackingError::Folder)
}

/// The names of what lies in a folder besides the files of a briefing.
fn beside(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_own = |name: &str| FILES.contains(&name) || FURTHER.contains(&name);
    let mut names: Vec<String> = names.filter(|name| !is_own(name)).collect();
    names.sort();
    names
}
