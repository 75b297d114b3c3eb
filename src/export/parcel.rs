//! What is made for an order: the bytes of a file, and what stands beside it where it cannot stand in the file.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::file::{self, Fault, Left, WriteError};
use super::metadata::{self, Metadata};
use super::preview;

/// What is made for an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// All of the file.
    pub bytes: Vec<u8>,
    /// What stands in a file beside it.
    pub beside: Option<Beside>,
}

/// What stands beside a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// What a table is.
    Description(Box<Metadata>),
    /// The picture by which a link to a page is shown, as a file.
    Preview(Vec<u8>),
}

impl From<Vec<u8>> for Parcel {
    fn from(bytes: Vec<u8>) -> Self {
        Self { bytes, beside: None }
    }
}

impl Beside {
    /// Where it stands beside a file.
    fn path(&self, path: &Path) -> Option<PathBuf> {
        match self {
            Self::Description(_) => metadata::path_beside(path),
            Self::Preview(_) => preview::path_beside(path),
        }
    }

    /// All of it, beside a file of a name.
    pub fn bytes(&self, name: &OsStr) -> Cow<'_, [u8]> {
        match self {
            Self::Description(metadata) => Cow::Owned(metadata.beside(name)),
            Self::Preview(picture) => Cow::Borrowed(picture),
        }
    }
}

/// Whether what stands at a path was put beside a file of that name by an earlier export.
fn is_ours(beside: &Path, name: &OsStr) -> bool {
    metadata::is_ours(beside, name) || preview::is_ours(beside)
}

impl Parcel {
    /// The file that would stand beside one at a path. A device or a pipe has nothing beside it.
    pub fn path_beside(&self, path: &Path) -> Option<PathBuf> {
        let takes = fs::metadata(path).is_ok_and(|found| !found.is_file());
        self.beside.as_ref().filter(|_| !takes)?.path(path)
    }

    /// What stands where something belongs beside a file, and was not put there for that file by an earlier export.
    pub fn foreign(&self, path: &Path) -> Option<PathBuf> {
        let beside = self.path_beside(path)?;
        let is_ours = path.file_name().is_some_and(|name| is_ours(&beside, name));
        (!is_ours && beside.symlink_metadata().is_ok()).then_some(beside)
    }

    /// Writes it, both files or neither, as long as `cancelled` does not say otherwise. What an earlier export left
    /// beside the file goes where nothing takes its place: it would be of what is no longer there.
    ///
    /// # Errors
    /// What stands in the way, and what is there now. [Something of another](Self::foreign) beside the file does, unless
    /// it may be replaced.
    pub fn write(
        &self,
        path: &Path,
        may_replace_foreign: bool,
        cancelled: impl Fn() -> bool,
    ) -> Result<(), WriteError> {
        if let Some(foreign) = self.foreign(path).filter(|_| !may_replace_foreign) {
            return Err(WriteError { path: foreign, fault: Fault::Foreign, left: Left::Old });
        }
        let name = path.file_name().unwrap_or_default();
        let beside = self.path_beside(path);
        match (&self.beside, &beside) {
            (Some(what), Some(beside)) => {
                file::write_all_unless(&[(path, &self.bytes), (beside, &what.bytes(name))], cancelled)?;
            }
            _ => file::write_unless(path, &self.bytes, cancelled)?,
        }
        let places = [metadata::path_beside(path), preview::path_beside(path)].into_iter().flatten();
        for left in places.filter(|left| beside.as_ref() != Some(left) && is_ours(left, name)) {
            fs::remove_file(&left).unwrap_or_else(|err| log::warn!("{}: {err}", left.display()));
        }
        Ok(())
    }
}
