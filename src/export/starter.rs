//! Writing the starter into a folder of the reader's own.

use std::path::{Path, PathBuf};

use super::folder::{self, FolderError};
use crate::briefing::starter::STARTER;
use crate::briefing::{FILES, schema};

/// Writes the starter and the schema of each of its files, and returns the files in the order written, `briefing.json`
/// last. The folder is made if need be.
///
/// # Errors
/// As [`folder::fill`].
pub fn write(folder: &Path) -> Result<Vec<PathBuf>, FolderError> {
    let starter = STARTER.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned()));
    folder::fill(folder, &schemas().chain(starter).collect::<Vec<_>>())
}

/// The schema of each file, which an editor finds beside it.
pub(super) fn schemas() -> impl Iterator<Item = (String, String)> {
    FILES.into_iter().map(|file| {
        let text = schema::of_file(file).map(|schema| format!("{schema:#}\n")).unwrap_or_default();
        (format!("schema/{file}"), text)
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{FolderError, write};
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
        assert!(matches!(write(folder.path()), Err(FolderError::NotEmpty(_))));
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
        let file = folder.path().join("notes.txt");
        assert!(matches!(write(&file), Err(FolderError::NotAFolder(_))));
    }

    #[test]
    fn an_empty_folder_is_filled() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        write(folder.path()).expect("it is written");
        assert!(folder.path().join("README.md").is_file() && folder.path().join("schema/roster.json").is_file());
        assert!(matches!(write(folder.path()), Err(FolderError::NotEmpty(_))), "never twice");
    }
}
