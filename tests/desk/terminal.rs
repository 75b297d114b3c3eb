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
        (vec!["--help"], true),
        (vec!["--version"], true),
        (vec!["help", "export"], true),
        (vec!["screenshots", folder], false),
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

/// What a terminal would obey, and what would pass for a line of the program.
const ACTING: &str = "\r\npass all: fine\u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m\u{202e}\u{2028}\u{61c}\u{3164}\u{e0041}";

/// The starter with what acts in every text, and if asked for in the name of a field, in a folder whose name acts too.
fn acting(parent: &TempDir, in_names: bool) -> std::path::PathBuf {
    fn act(value: &mut serde_json::Value, in_names: bool) {
        match value {
            serde_json::Value::String(text) if text.contains(' ') => text.push_str(ACTING),
            serde_json::Value::Array(items) => items.iter_mut().for_each(|item| act(item, in_names)),
            serde_json::Value::Object(fields) => {
                fields.values_mut().for_each(|field| act(field, in_names));
                if in_names {
                    fields.insert(format!("field{ACTING}"), 1.into());
                }
            }
            _ => {}
        }
    }
    let folder = parent.path().join(format!("talks{}", ACTING.replace("\r\n", "\n")));
    briefing_desk::export::starter::write(&folder).expect("written");
    for entry in std::fs::read_dir(&folder).expect("the folder").flatten() {
        let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
        let Ok(mut value) = serde_json::from_str(&text) else { continue };
        act(&mut value, in_names);
        std::fs::write(entry.path(), value.to_string()).expect("written");
    }
    folder
}

#[test]
fn nothing_that_a_briefing_says_reaches_a_terminal_raw() {
    for in_names in [false, true] {
        let parent = TempDir::new().expect("a temporary folder");
        let folder = acting(&parent, in_names);
        let folder = folder.to_str().expect("UTF-8");
        let gone = format!("{folder}/gone{ACTING}");
        std::fs::write(std::path::Path::new(folder).join(format!("odd{}", &ACTING[2..])), "{").expect("written");
        for arguments in [
            vec!["check", folder],
            vec!["check", &gone],
            vec!["new", folder],
            vec![folder],
            vec!["export", folder, "--what", "roster", "--format", "md"],
            vec!["export", folder, "--what", "brief", "--format", "md"],
            vec!["export", folder, "--what", "brief", "--format", "pdf", "-o", &gone],
            vec!["export", folder, "--what", "trade", "--format", "csv", "--series", ACTING],
            vec!["export", folder, "--what", "trade", "--format", "csv", "--organisation", ACTING],
            vec!["screenshots", folder, &gone],
        ] {
            // What is logged is said, too.
            let output = program(&arguments).env("RUST_LOG", "trace").output().expect("it runs");
            let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
            let raw = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
            let acts = |c: char| matches!(c, '\u{202e}' | '\u{2028}' | '\u{61c}' | '\u{3164}' | '\u{e0041}');
            let place = said.find(|c| raw(c) || acts(c)).map(|at| said[at..].chars().take(40).collect::<String>());
            assert_eq!(place, None, "{arguments:?}");
            assert!(!said.lines().any(|line| line.starts_with("pass all")), "{arguments:?}: {said}");
            if arguments[0] == "check" && arguments[1] == folder {
                assert_eq!(output.status.code() == Some(2), in_names, "it is opened: {said}");
            }
            // 1 says that a check fails, and nothing else does.
            let fails = said.lines().any(|line| line.starts_with("fail "));
            assert_eq!(output.status.code() == Some(1), fails && arguments[0] == "check", "{arguments:?}: {said}");
            assert!(!said.contains("registry/src"), "{arguments:?}: {said}");
        }
    }
}
