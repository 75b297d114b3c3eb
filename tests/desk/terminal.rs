//! Standard output and standard error that are closed or full, and arguments that a terminal would obey.

use std::fs::{File, OpenOptions};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

fn program(arguments: &[&str]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_briefing-desk"));
    program.args(arguments);
    for variable in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        program.env_remove(variable);
    }
    program
}

/// Each command, and whether it has a result to write.
fn each_command(folder: &str) -> Vec<(Vec<&str>, bool)> {
    vec![
        (vec!["check"], true),
        (vec!["check", "/no/such/folder"], true),
        (vec!["schema"], true),
        (vec!["new", folder], true),
        (vec!["export", "--what", "roster", "--format", "csv"], true),
        (vec!["export", "--what", "brief", "--format", "pdf", "-o", "-"], true),
        (vec!["--help"], false),
        (vec!["--no-such-option"], false),
        (vec![], false),
    ]
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_written_ends_with_a_status() {
    let full = || OpenOptions::new().write(true).open("/dev/full").expect("a device that is always full");
    // What is opened for reading alone stands for what is closed.
    let closed = || File::open("/dev/null").expect("a device");
    for (name, device) in [("full", full as fn() -> File), ("closed", closed)] {
        let parent = TempDir::new().expect("a temporary folder");
        let folder = parent.path().join("made");
        for (arguments, has_result) in each_command(folder.to_str().expect("UTF-8")) {
            std::fs::remove_dir_all(&folder).ok();
            let both = program(&arguments).stdout(device()).stderr(device()).status().expect("it runs");
            assert!(both.code().is_some(), "{name}: {arguments:?} ended with {both}");
            std::fs::remove_dir_all(&folder).ok();
            let output = program(&arguments).stdout(device()).output().expect("it runs");
            // What is closed swallows what is written to it; what is full says so.
            if has_result && name == "full" {
                assert_eq!(output.status.code(), Some(2), "{name}: {arguments:?}");
                let said = String::from_utf8_lossy(&output.stderr);
                assert!(said.contains("standard output"), "{name}: {arguments:?}: {said}");
            }
        }
    }
}

#[test]
fn whoever_has_read_enough_is_no_failure() {
    let mut program = program(&["schema"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    drop(program.stdout.take());
    let output = program.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn a_hyphen_is_standard_output() {
    let exported = |arguments: &[&str]| -> Output {
        let all = [&["export", "--what", "trade", "--format", "json"], arguments].concat();
        program(&all).env("SOURCE_DATE_EPOCH", "0").output().expect("it runs")
    };
    let (with, without) = (exported(&["-o", "-"]), exported(&[]));
    assert!(!with.stdout.is_empty());
    assert_eq!(with, without);
    assert!(!std::path::Path::new("-").exists());
}

#[test]
fn nothing_that_is_given_reaches_a_terminal_raw() {
    const HOSTILE: &str = "/no/such\n\rpass all\u{1b}]0;owned\u{7}\u{202e}folder";
    for arguments in [
        vec![HOSTILE],
        vec!["check", HOSTILE],
        vec!["check", "--format", HOSTILE],
        vec!["schema", HOSTILE],
        vec![HOSTILE, HOSTILE],
        vec!["new", "/dev/null/\u{1b}[2J\nx"],
        vec!["export", "--what", HOSTILE, "--format", "csv"],
        vec!["export", "--what", "roster", "--format", "csv", "--status", HOSTILE],
        vec!["export", "--what", "roster", "--format", "csv", "--search", HOSTILE, "--as-of", HOSTILE],
        vec!["export", "--what", "roster", "--format", "csv", "-o", HOSTILE],
        vec!["--\u{1b}[2J"],
    ] {
        let output = program(&arguments).output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(!said.contains(['\u{1b}', '\u{7}', '\r', '\u{202e}']), "{arguments:?}: {said:?}");
        assert!(!said.lines().any(|line| line.starts_with("pass all")), "{arguments:?}: {said:?}");
    }
}
