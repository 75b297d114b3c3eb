//! Writing the starter into a folder of the reader's own.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::file::{self, WriteError};
use crate::briefing::starter::STARTER;
use crate::briefing::{FILES, Message, Value, schema};
use crate::message;
use crate::words::Words;

/// Why the starter was not written.
#[derive(Debug)]
pub enum StarterError {
    /// There is something in the folder that could be overwritten.
    NotEmpty {
        /// The folder asked for.
        folder: PathBuf,
    },
    /// There is something else than a folder.
    NotAFolder {
        /// The path asked for.
        folder: PathBuf,
    },
    /// The folder cannot be read or made.
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why not.
        reason: Value,
    },
    /// A file cannot be written. What had been written before it is removed again.
    Write(WriteError),
}

impl StarterError {
    /// What is wrong, and what to do.
    pub fn message(&self) -> Message {
        let shown = |path: &Path| path.display().to_string();
        match self {
            Self::NotEmpty { folder } => message!(export::starter_not_empty, folder = shown(folder)),
            Self::NotAFolder { folder } => message!(export::starter_not_folder, folder = shown(folder)),
            Self::Folder { path, reason } => {
                message!(export::starter_folder, path = shown(path), reason = reason.clone())
            }
            Self::Write(err) => err.message(),
        }
    }
}

impl fmt::Display for StarterError {
    /// In English, for logs; a reader is told [`Self::message`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Words::english().say(&self.message()))
    }
}

impl std::error::Error for StarterError {}

impl From<WriteError> for StarterError {
    fn from(err: WriteError) -> Self {
        Self::Write(err)
    }
}

/// Writes the starter and the schema of each of its files, and returns the files in the order written. The folder is
/// made if need be; each file is written whole, and `briefing.json` last.
///
/// # Errors
/// Where the folder has anything in it, is no folder, or cannot be written to. Nothing new is then left in it.
pub fn write(folder: &Path) -> Result<Vec<PathBuf>, StarterError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |err: io::Error| StarterError::Folder { path, reason: Value::from(&err) }
    };
    let made = match fs::read_dir(folder) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                return Err(StarterError::NotEmpty { folder: folder.to_owned() });
            }
            false
        }
        Err(err) if err.kind() == io::ErrorKind::NotFound => true,
        Err(err) if err.kind() == io::ErrorKind::NotADirectory => {
            return Err(StarterError::NotAFolder { folder: folder.to_owned() });
        }
        Err(err) => return Err(failed(folder)(err)),
    };
    let schemas = folder.join("schema");
    fs::create_dir_all(&schemas).map_err(failed(&schemas))?;
    let mut files: Vec<(PathBuf, String)> = Vec::new();
    for file in FILES {
        let text = schema::of_file(file).map(|schema| format!("{schema:#}\n")).unwrap_or_default();
        files.push((schemas.join(file), text));
    }
    files.extend(STARTER.map(|(name, text)| (folder.join(name), text.to_owned())));
    let mut written = Vec::new();
    for (path, text) in files {
        if let Err(err) = file::write(&path, text.as_bytes()) {
            take_back(folder, &written, made);
            return Err(err.into());
        }
        written.push(path);
    }
    Ok(written)
}

/// Removes what was written, as far as that goes: there is nothing more to be done where it does not.
fn take_back(folder: &Path, written: &[PathBuf], made: bool) {
    for path in written {
        fs::remove_file(path).ok();
    }
    fs::remove_dir(folder.join("schema")).ok();
    if made {
        fs::remove_dir(folder).ok();
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{StarterError, write};
    use crate::analysis::checks::{self, Outcome};
    use crate::briefing::Briefing;

    #[test]
    fn the_starter_opens_as_it_is_and_its_checks_pass() {
        let parent = tempfile::TempDir::new().expect("a temporary folder");
        let folder = parent.path().join("deep").join("own");
        let written = write(&folder).expect("it is written");
        assert!(written.iter().all(|path| path.is_file()), "{written:?}");
        let briefing = Briefing::open(&folder).expect("the starter opens");
        let failing: Vec<_> = checks::run(&briefing).into_iter().filter(|f| f.outcome < Outcome::Pass).collect();
        assert!(failing.is_empty(), "{failing:#?}");
    }

    #[test]
    fn a_folder_that_has_something_in_it_is_left_alone() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        fs::write(folder.path().join("notes.txt"), "mine").expect("a file");
        assert!(matches!(write(folder.path()), Err(StarterError::NotEmpty { .. })));
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
        let file = folder.path().join("notes.txt");
        assert!(matches!(write(&file), Err(StarterError::NotAFolder { .. })));
    }

    #[test]
    fn an_empty_folder_is_filled() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        write(folder.path()).expect("it is written");
        assert!(folder.path().join("README.md").is_file() && folder.path().join("schema/roster.json").is_file());
        assert!(matches!(write(folder.path()), Err(StarterError::NotEmpty { .. })), "never twice");
    }
}
