//! Writing a file whole or not at all.

use std::fs;
use std::io;
use std::path::Path;

/// Writes beside the goal first and renames into place: a full disk or a kill leaves the old file or none.
///
/// # Errors
/// What the file system says. The goal is then as it was.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".part");
    let unfinished = Path::new(&unfinished);
    fs::write(unfinished, bytes).and_then(|()| fs::rename(unfinished, path)).inspect_err(|_| {
        fs::remove_file(unfinished).ok();
    })
}
