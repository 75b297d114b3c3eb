//! Writing the files of a briefing that were changed in memory, all of them or none, and taking that back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::file;
use super::folder::{FolderError, MadeFolders};
use crate::briefing::Value;
use crate::import::Desk;

/// Files that were written, with what they were before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    folder: PathBuf,
    files: Vec<Change>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    path: PathBuf,
    /// Nothing where there was no file.
    before: Option<Vec<u8>>,
    /// Nothing where the file goes.
    after: Option<Vec<u8>>,
}

/// Writes the files that have changed, and some beside them, all of them or none.
///
/// # Errors
/// Where a folder cannot be made, or a file not be read or written. All is then as it was.
pub fn write(folder: &Path, desk: &Desk, beside: &[(PathBuf, &[u8])]) -> Result<Written, FolderError> {
    let own = desk.changed().iter().map(|(name, text)| (folder.join(&**name), text.as_deref().map(str::as_bytes)));
    let files = own.chain(beside.iter().map(|(path, bytes)| (path.clone(), Some(*bytes))));
    let files = files.map(|(path, bytes)| {
        let before = match fs::read(&path) {
            Ok(before) => Some(before),
            Err(err) if err.kind() == io::ErrorKind::NotFound => None,
            // What cannot be read could not be put back.
            Err(err) => return Err(FolderError::Unusable(path, Value::from(&err))),
        };
        Ok(Change { path, before, after: bytes.map(<[u8]>::to_vec) })
    });
    let written = Written { folder: folder.to_owned(), files: files.collect::<Result<_, _>>()? };
    let mut made = MadeFolders::default();
    let files = written.files.iter();
    let all: Vec<(&Path, &[u8])> =
        files.filter_map(|change| Some((change.path.as_path(), change.after.as_deref()?))).collect();
    for above in all.iter().filter_map(|(path, _)| path.parent()) {
        made.make(above).map_err(|err| FolderError::Unusable(above.to_owned(), Value::from(&err)))?;
    }
    file::write_all_unless(&all, || false).map_err(FolderError::NotWritten)?;
    made.keep();
    // Last, since what is written is of use by itself, and what goes is not.
    for gone in written.files.iter().filter(|change| change.after.is_none() && change.before.is_some()) {
        if let Err(err) = fs::remove_file(&gone.path) {
            written.put_back()?;
            return Err(FolderError::Unusable(gone.path.clone(), Value::from(&err)));
        }
    }
    Ok(written)
}

impl Written {
    /// Whether nothing was written.
    pub const fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The folder of the briefing.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The names of the files that were written, as they lie in the folder.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let name =
            |change: &Change| change.path.strip_prefix(&self.folder).unwrap_or(&change.path).display().to_string();
        self.files.iter().map(name)
    }

    /// Writes back what was there before, all of it or nothing. A folder that was made for a file stays.
    ///
    /// # Errors
    /// Where a file has changed since, or cannot be written. All is then as it was.
    pub fn take_back(&self) -> Result<(), FolderError> {
        let changed = |change: &&Change| fs::read(&change.path).ok() != change.after;
        if let Some(change) = self.files.iter().find(changed) {
            return Err(FolderError::Changed(change.path.clone()));
        }
        self.put_back()
    }

    /// Writes what was there before, whatever is there now.
    fn put_back(&self) -> Result<(), FolderError> {
        let there = self.files.iter().filter_map(|change| Some((change.path.as_path(), change.before.as_deref()?)));
        file::write_all_unless(&there.collect::<Vec<_>>(), || false).map_err(FolderError::NotWritten)?;
        for new in self.files.iter().filter(|change| change.before.is_none() && change.after.is_some()) {
            fs::remove_file(&new.path).map_err(|err| FolderError::Unusable(new.path.clone(), Value::from(&err)))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::write;
    use crate::export::folder::FolderError;
    use crate::export::starter;
    use crate::import::Desk;

    #[test]
    fn what_was_written_is_taken_back_to_the_last_byte_unless_it_changed_since() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        starter::write(folder.path()).expect("it is written");
        let sources = folder.path().join("sources.json");
        // As an editor left it, with a mark in front.
        let before = format!("\u{feff}{}", fs::read_to_string(&sources).expect("a file"));
        fs::write(&sources, &before).expect("a file");
        let desk = Desk::open(folder.path()).expect("it opens");
        let new = folder.path().join("deep/new.txt");
        let beside = [(sources.clone(), &b"{}"[..]), (new.clone(), &b"new"[..])];
        let written = write(folder.path(), &desk, &beside).expect("it is written");
        assert_eq!(fs::read(&sources).expect("a file"), b"{}");
        fs::write(&new, "mine").expect("a file");
        assert!(matches!(written.take_back(), Err(FolderError::Changed(path)) if path == new));
        assert_eq!(fs::read(&sources).expect("a file"), b"{}", "nothing is taken back");
        fs::write(&new, "new").expect("a file");
        written.take_back().expect("it is taken back");
        assert_eq!(fs::read_to_string(&sources).expect("a file"), before);
        assert!(!new.exists());
    }
}
