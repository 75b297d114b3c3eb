//! A folder to harm.

use std::fs;
use std::path::Path;

use briefing_desk::briefing::{Briefing, FILES, LoadError};
use tempfile::TempDir;

/// A copy of the bundled briefing that a test may harm.
pub struct Folder(pub TempDir);

impl Folder {
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        for file in FILES {
            let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file);
            fs::copy(bundled, folder.path().join(file)).expect("a copy of a bundled file");
        }
        Self(folder)
    }

    /// Replaces the first occurrence of some text in a file.
    pub fn harm(self, file: &str, from: &str, to: &str) -> Self {
        let path = self.0.path().join(file);
        let text = fs::read_to_string(&path).expect("a file of the folder");
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(&path, text.replacen(from, to, 1)).expect("a writable file");
        self
    }

    pub fn write(self, file: &str, bytes: &[u8]) -> Self {
        fs::write(self.0.path().join(file), bytes).expect("a writable file");
        self
    }

    pub fn problems(&self) -> Vec<String> {
        match Briefing::open(self.0.path()) {
            Err(LoadError::Problems(problems)) => problems.iter().map(ToString::to_string).collect(),
            Err(other) => vec![other.to_string()],
            Ok(_) => Vec::new(),
        }
    }

    /// The one problem of the folder.
    pub fn problem(&self) -> String {
        let problems = self.problems();
        assert_eq!(problems.len(), 1, "{problems:#?}");
        problems.into_iter().next().expect("one problem")
    }
}

/// Says which part a message lacks.
#[track_caller]
pub fn assert_says(problem: &str, parts: &[&str]) {
    for part in parts {
        assert!(problem.contains(part), "`{problem}` does not say `{part}`");
    }
}
