//! Standard output and standard error, which may be closed, full or a terminal.

use std::io::{ErrorKind, IsTerminal as _, Write as _, stderr, stdout};
use std::path::{Path, PathBuf};

use briefing_desk::briefing::visible::in_one_line;
use briefing_desk::message;
use briefing_desk::words::Words;

/// Writes a result to standard output.
pub fn print(bytes: &[u8], words: &Words) -> Result<(), String> {
    let mut output = stdout().lock();
    match output.write_all(bytes).and_then(|()| output.flush()) {
        // Whoever reads the output may have had enough of it.
        Err(err) if err.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|err| words.say(&message!(command_line::standard_output, reason = &err))),
    }
}

/// Writes the paths of files, one a line: as they are for a program, and for a terminal, which would obey what a name
/// holds, with that shown.
pub fn print_paths(paths: &[PathBuf], words: &Words) -> Result<(), String> {
    let for_terminal = stdout().is_terminal();
    let mut lines = Vec::new();
    for path in paths {
        if for_terminal {
            lines.extend_from_slice(in_one_line(&path.to_string_lossy()).as_bytes());
        } else {
            lines.extend_from_slice(path.as_os_str().as_encoded_bytes());
        }
        lines.push(b'\n');
    }
    print(&lines, words)
}

/// What is said on standard error, after the name of who says it. It may have several lines.
pub fn named(said: &str) -> String {
    format!("briefing-desk: {said}")
}

/// Says on standard error what a reader should know of what was made. Where nobody can be told it is made all the same.
pub fn remark(said: &str) {
    writeln!(stderr(), "{said}").ok();
}

/// Whether a terminal would have to show the bytes, which are not text.
pub fn is_shown(path: Option<&Path>) -> bool {
    path.is_none() && stdout().is_terminal()
}
