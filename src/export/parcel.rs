//! What is made for an order: the bytes of a file, and what stands beside it where the file cannot say what it is.

use std::fs;
use std::path::{Path, PathBuf};

use super::file::{self, Fault, Left, WriteError};
use super::metadata::{self, Metadata};

/// What is made for an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// All of the file.
    pub bytes: Vec<u8>,
    /// What it is, for a file beside it.
    pub beside: Option<Metadata>,
}

impl From<Vec<u8>> for Parcel {
    fn from(bytes: Vec<u8>) -> Self {
        Self { bytes, beside: None }
    }
}

impl Parcel {
    /// The file that would stand beside one at a path. A device or a pipe has nothing beside it.
    pub fn path_beside(&self, path: &Path) -> Option<PathBuf> {
        let takes = fs::metadata(path).is_ok_and(|found| !found.is_file());
        self.beside.as_ref().filter(|_| !takes).and_then(|_| metadata::path_beside(path))
    }

    /// What stands where something belongs beside a file, and was not put there for that file by an earlier export.
    pub fn foreign(&self, path: &Path) -> Option<PathBuf> {
        let beside = self.path_beside(path)?;
        let is_ours = path.file_name().is_some_and(|name| metadata::is_ours(&beside, name));
        (!is_ours && beside.symlink_metadata().is_ok()).then_some(beside)
    }

    /// Writes it, both files or neither, as long as `cancelled` does not say otherwise. What an earlier export left
    /// beside the file goes where nothing takes its place: it would describe what is no longer there.
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
        if let (Some(about), Some(beside)) = (&self.beside, self.path_beside(path)) {
            return file::write_all_unless(&[(path, &self.bytes), (&beside, &about.beside(name))], cancelled);
        }
        file::write_unless(path, &self.bytes, cancelled)?;
        if let Some(left) = metadata::path_beside(path).filter(|left| metadata::is_ours(left, name)) {
            fs::remove_file(&left).unwrap_or_else(|err| log::warn!("{}: {err}", left.display()));
        }
        Ok(())
    }
}
