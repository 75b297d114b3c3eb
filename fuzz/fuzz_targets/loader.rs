//! Whatever stands in one of the seven files, loading says what is wrong or gives a briefing that can be checked.

#![no_main]

use std::cell::RefCell;
use std::path::Path;

use briefing_desk::analysis::checks;
use briefing_desk::briefing::starter::STARTER;
use briefing_desk::briefing::{Briefing, FILES};
use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

thread_local! {
    /// The starter, of which one file at a time is replaced.
    static FOLDER: RefCell<Option<TempDir>> = const { RefCell::new(None) };
}

// The first byte says which file the others are.
fuzz_target!(|data: &[u8]| {
    let Some((first, text)) = data.split_first() else { return };
    let file = FILES[usize::from(*first) % FILES.len()];
    FOLDER.with_borrow_mut(|folder| {
        let folder = folder.get_or_insert_with(starter);
        with_file(folder.path(), file, text);
    });
});

fn starter() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, text) in STARTER {
        std::fs::write(folder.path().join(name), text).expect("a file of the starter");
    }
    folder
}

fn with_file(folder: &Path, file: &str, text: &[u8]) {
    let path = folder.join(file);
    std::fs::write(&path, text).expect("a writable file");
    match Briefing::open(folder) {
        Ok(briefing) => drop(checks::run(&briefing)),
        Err(err) => assert!(!err.problems().is_empty() && !err.to_string().is_empty()),
    }
    let whole = STARTER.iter().find(|(name, _)| *name == file).map(|(_, text)| *text);
    std::fs::write(&path, whole.unwrap_or_default()).expect("a writable file");
}
