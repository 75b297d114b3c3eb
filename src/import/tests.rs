//! What the tests of every import have in common: the starter to import into, and files that stand beside their outcome.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Desk, ImportError};
use crate::export::starter;
use crate::words::Words;

/// The starter.
pub fn desk() -> Desk {
    let folder = TempDir::new().expect("a temporary folder");
    starter::write(folder.path()).expect("it is written");
    Desk::open(folder.path()).expect("the starter")
}

/// What an error says.
pub fn said(err: &ImportError) -> String {
    Words::english().say_all(&err.messages(), "\n")
}

/// What `plan` makes of a text as if it were a file.
pub fn of_text<T>(name: &str, text: &str, plan: impl Fn(&Path) -> T) -> T {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join(name);
    std::fs::write(&path, text).expect("it is written");
    plan(&path)
}

/// Holds each file of a kind, of which there are at least so many, against the outcome that was written beside it by hand
/// first. `made` is given a file and that outcome, and says which lines of it are meant and what was made.
pub fn each_comes_to_its_outcome(kind: &str, least: usize, made: impl Fn(&Path, &str) -> (String, String)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import").join(kind);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the fixtures").map(|entry| entry.expect("one").path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending != "expected"));
    files.sort();
    assert!(files.len() >= least, "{}", files.len());
    let mut wrong = String::new();
    for path in files {
        let beside = PathBuf::from(format!("{}.expected", path.display()));
        let expected = std::fs::read_to_string(&beside).expect("what is meant stands beside it");
        let (meant, made) = made(&path, &expected);
        if made != meant {
            let _ = writeln!(wrong, "--- {}: meant\n{meant}--- made\n{made}", path.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
