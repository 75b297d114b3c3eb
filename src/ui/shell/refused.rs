//! The suggestions that a reader refused, by folder, as they are remembered.
//!
//! They are the reader's own and no part of the briefing: they stand with what else is remembered of the desk, not beside the
//! files, so that refusing writes nothing that would be sent along.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::stored_path::StoredPath;
use crate::briefing::path;

/// Of how many folders they are kept.
const MAX_FOLDERS: usize = 16;
/// How many are kept of one folder: a suggestion is known by some forty letters.
const MAX_OF_FOLDER: usize = 1000;

/// What was refused of the briefing in a folder, by the keys of the suggestions, the last last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    folder: StoredPath,
    suggestions: Vec<String>,
}

/// What was refused of the briefing in a folder.
pub fn of(all: &[Refused], folder: &Path) -> Vec<String> {
    let real = path::real(folder);
    all.iter().find(|refused| *refused.folder == *real).map(|refused| refused.suggestions.clone()).unwrap_or_default()
}

/// Remembers what was refused of the briefing in a folder, instead of what was before.
pub fn keep(all: &mut Vec<Refused>, folder: &Path, mut suggestions: Vec<String>) {
    let real = path::real(folder);
    all.retain(|refused| *refused.folder != *real);
    if !suggestions.is_empty() {
        suggestions.drain(..suggestions.len().saturating_sub(MAX_OF_FOLDER));
        all.insert(0, Refused { folder: real.into(), suggestions });
    }
    bound(all);
}

/// Leaves no more than is kept, and of a folder what was remembered last.
pub fn bound(all: &mut Vec<Refused>) {
    let mut seen: Vec<StoredPath> = Vec::new();
    all.retain(|refused| {
        let is_new = !seen.contains(&refused.folder);
        seen.extend(is_new.then(|| refused.folder.clone()));
        is_new
    });
    all.truncate(MAX_FOLDERS);
    for refused in all {
        refused.suggestions.drain(..refused.suggestions.len().saturating_sub(MAX_OF_FOLDER));
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{MAX_FOLDERS, MAX_OF_FOLDER, keep, of};

    #[test]
    fn each_folder_has_its_own_and_the_last_are_kept() {
        let mut all = Vec::new();
        keep(&mut all, Path::new("/one"), vec!["a".to_owned()]);
        keep(&mut all, Path::new("/two"), (0..MAX_OF_FOLDER + 5).map(|number| number.to_string()).collect());
        assert_eq!(of(&all, Path::new("/one")), ["a"]);
        let two = of(&all, Path::new("/two"));
        assert_eq!((two.len(), two[0].as_str()), (MAX_OF_FOLDER, "5"));
        keep(&mut all, Path::new("/one"), Vec::new());
        assert!(of(&all, Path::new("/one")).is_empty() && all.len() == 1);
        for number in 0..MAX_FOLDERS {
            keep(&mut all, Path::new(&format!("/further-{number}")), vec!["a".to_owned()]);
        }
        assert_eq!(all.len(), MAX_FOLDERS);
        assert!(of(&all, Path::new("/two")).is_empty(), "what was written last is kept");
    }
}
