//! What the commands have in common: the briefing they open, and where their result goes.

pub mod export;

use std::io::{ErrorKind, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use briefing_desk::briefing::Briefing;
use briefing_desk::export::file;

/// Opens the folder of a briefing; without one, the bundled briefing.
pub fn open(folder: Option<PathBuf>) -> Result<Briefing, String> {
    let briefing = folder.map_or_else(Briefing::bundled, |folder| Briefing::open(&folder));
    briefing.map_err(|err| err.to_string())
}

/// Writes a result to standard output.
pub fn print(bytes: &[u8]) -> Result<(), String> {
    match std::io::stdout().write_all(bytes) {
        // Whoever reads the output may have had enough of it.
        Err(err) if err.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|err| format!("standard output: {err}. Choose another place to write to")),
    }
}

/// Writes a file, or, without a path, to standard output.
fn write(path: Option<&Path>, bytes: &[u8]) -> Result<(), String> {
    let Some(path) = path else { return print(bytes) };
    file::write(path, bytes).map_err(|err| format!("{}: {err}. Choose another place to write to", path.display()))
}

/// Whether a terminal would have to show the bytes, which are not text.
fn is_shown(path: Option<&Path>) -> bool {
    path.is_none() && std::io::stdout().is_terminal()
}
