//! Writing a folder whole or not at all, and never over what is there.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::file::{self, Fault, Known, Left, PREFIX, SUFFIX, WriteError};
use crate::briefing::{Message, Value};
use crate::message;
use crate::words::Words;

/// Why a folder was not written.
#[derive(Debug)]
pub enum FolderError {
    /// Something has its name.
    There(PathBuf),
    /// There is something in it that could be overwritten.
    NotEmpty(PathBuf),
    /// There is something else than a folder.
    NotAFolder(PathBuf),
    /// It has changed since it was written, and stays as it is.
    Changed(PathBuf),
    /// It cannot be read or made, for the reason that is said.
    Unusable(PathBuf, Value),
    /// It could not be made, or a file of it could not be written. None of it is left.
    NotWritten(WriteError),
}

impl FolderError {
    /// What is wrong, and what to do.
    pub fn message(&self) -> Message {
        let shown = |path: &Path| path.display().to_string();
        match self {
            Self::There(path) => message!(export::folder_there, path = shown(path)),
            Self::NotEmpty(path) => message!(export::folder_not_empty, folder = shown(path)),
            Self::NotAFolder(path) => message!(export::folder_not_folder, folder = shown(path)),
            Self::Changed(path) => message!(export::file_changed, path = shown(path)),
            Self::Unusable(path, reason) => {
                message!(export::folder_unusable, path = shown(path), reason = reason.clone())
            }
            Self::NotWritten(err) => err.message(),
        }
    }
}

impl fmt::Display for FolderError {
    /// In English, for logs; a reader is told [`Self::message`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Words::english().say(&self.message()))
    }
}

impl std::error::Error for FolderError {}

/// Writes all files, or none, into a folder that is empty or not there yet; with it folders above it and within it are
/// made. The files are returned in their order.
///
/// # Errors
/// Where the folder has anything in it, is no folder, or cannot be written to. Nothing new is then left.
pub fn fill(folder: &Path, files: &[(impl AsRef<str>, impl AsRef<[u8]>)]) -> Result<Vec<PathBuf>, FolderError> {
    let unusable = |path: &Path, err: &io::Error| FolderError::Unusable(path.to_owned(), Value::from(err));
    match fs::read_dir(folder) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                return Err(FolderError::NotEmpty(folder.to_owned()));
            }
        }
        Err(err) if err.kind() == io::ErrorKind::NotFound => {}
        Err(err) if err.kind() == io::ErrorKind::NotADirectory => {
            return Err(FolderError::NotAFolder(folder.to_owned()));
        }
        Err(err) => return Err(unusable(folder, &err)),
    }
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(name.as_ref())).collect();
    let mut made = MadeFolders::default();
    for above in paths.iter().filter_map(|path| path.parent()) {
        made.make(above).map_err(|err| unusable(above, &err))?;
    }
    let all: Vec<(&Path, &[u8])> =
        paths.iter().zip(files).map(|(path, (_, bytes))| (path.as_path(), bytes.as_ref())).collect();
    file::write_all_unless(&all, || false).map_err(FolderError::NotWritten)?;
    made.keep();
    Ok(paths)
}

/// Folders that were made, the outer before the inner; taken back unless they are to be kept.
#[derive(Default)]
pub(super) struct MadeFolders(Vec<PathBuf>);

impl MadeFolders {
    pub(super) fn make(&mut self, folder: &Path) -> io::Result<()> {
        let absent = folder.ancestors().take_while(|above| !above.as_os_str().is_empty() && !above.exists());
        let absent: Vec<PathBuf> = absent.map(Path::to_owned).collect();
        for path in absent.into_iter().rev() {
            fs::create_dir(&path)?;
            self.0.push(path);
        }
        Ok(())
    }

    pub(super) fn keep(mut self) {
        self.0.clear();
    }
}

impl Drop for MadeFolders {
    fn drop(&mut self) {
        // Each is empty: no file has its name before all are whole.
        self.0.iter().rev().for_each(|path| drop(fs::remove_dir(path)));
    }
}

/// Writes a folder that is not there yet, with files of some names, of which those with a slash lie in a folder of it. It
/// has its name only when all of it is on the disk. The files are returned as they are then called.
///
/// # Errors
/// Where something has its name, the folder that it would be in is not there, or it cannot be written.
pub fn write<'a>(
    path: &Path,
    files: impl IntoIterator<Item = (&'a str, impl AsRef<[u8]>)>,
) -> Result<Vec<PathBuf>, FolderError> {
    // A link that leads nowhere is there as well.
    if fs::symlink_metadata(path).is_ok() {
        return Err(FolderError::There(path.to_owned()));
    }
    let failed = |err: io::Error| {
        FolderError::NotWritten(WriteError { path: path.to_owned(), fault: Fault::from(err), left: Left::Nothing })
    };
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As for any new folder: whoever the reader's own mask lets.
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    let part = builder.tempdir_in(parent).map_err(failed)?;
    let known = Known::new(part.path());
    let mut names = Vec::new();
    for (name, bytes) in files {
        write_file(&part.path().join(name), bytes.as_ref()).map_err(failed)?;
        names.push(name);
    }
    fs::rename(part.path(), path).map_err(failed)?;
    drop(known);
    // It has its name: there is nothing left to be removed.
    let _ = part.keep();
    // Not every system lets a folder be asked for that.
    File::open(parent).and_then(|folder| folder.sync_all()).ok();
    Ok(names.into_iter().map(|name| path.join(name)).collect())
}

fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(above) = path.parent() {
        fs::create_dir_all(above)?;
    }
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{FolderError, fill, write};

    #[test]
    fn a_folder_is_written_once_and_never_over_what_is_there() {
        let parent = tempfile::tempdir().expect("a temporary folder");
        let goal = parent.path().join("talks");
        let written = write(&goal, [("a.json", "1"), ("roster/b.json", "2")]).expect("it is written");
        assert_eq!(written, [goal.join("a.json"), goal.join("roster/b.json")]);
        assert_eq!(fs::read_to_string(&written[1]).expect("a file"), "2");
        fs::create_dir(parent.path().join("empty")).expect("a folder");
        fs::write(parent.path().join("file"), "mine").expect("a file");
        for there in ["talks", "empty", "file"] {
            let refused = write(&parent.path().join(there), [("c.json", "3")]);
            assert!(matches!(refused, Err(FolderError::There(_))), "{there}");
        }
        assert_eq!(fs::read_dir(parent.path()).expect("the folder").count(), 3, "and nothing is left");
    }

    #[test]
    fn what_cannot_be_written_to_its_end_leaves_nothing() {
        let parent = tempfile::tempdir().expect("a temporary folder");
        let refused = write(&parent.path().join("talks"), [("a.json", "1"), ("a.json", "2")]);
        assert!(matches!(refused, Err(FolderError::NotWritten(_))));
        let nowhere = write(&parent.path().join("no/talks"), [("a.json", "1")]);
        assert!(matches!(nowhere, Err(FolderError::NotWritten(_))));
        assert_eq!(fs::read_dir(parent.path()).expect("the folder").count(), 0);
    }

    #[test]
    fn what_cannot_be_filled_is_left_as_it_was() {
        let parent = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(parent.path().join("empty")).expect("a folder");
        // A file cannot have the name of a folder beside it.
        for folder in ["empty", "deep/own"] {
            let refused = fill(&parent.path().join(folder), &[("schema/a.json", "1"), ("schema", "2")]);
            assert!(matches!(refused, Err(FolderError::NotWritten(_))), "{refused:?}");
        }
        let left: Vec<_> =
            fs::read_dir(parent.path()).expect("the folder").flatten().map(|one| one.file_name()).collect();
        assert_eq!(left, ["empty"]);
        assert_eq!(fs::read_dir(parent.path().join("empty")).expect("the folder").count(), 0);
    }
}
