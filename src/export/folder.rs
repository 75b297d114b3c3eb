//! Writing a folder whole or not at all, and never over what is there.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::file::{Fault, Known, Left, PREFIX, SUFFIX, WriteError};
use crate::briefing::Message;
use crate::message;

/// Why a folder was not written.
#[derive(Debug)]
pub enum FolderError {
    /// Something has its name.
    There(PathBuf),
    /// It could not be made, or a file of it could not be written. None of it is left.
    NotWritten(WriteError),
}

impl FolderError {
    /// What is wrong, and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::There(path) => message!(export::folder_there, path = path.display().to_string()),
            Self::NotWritten(err) => err.message(),
        }
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

    use super::{FolderError, write};

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
}
