//! The program by its command line, without a display.

use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_briefing-desk"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .expect("the program runs")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_one_line_says_so_and_the_status_is_2() {
    for arguments in [&[][..], &["screenshots", "somewhere-that-is-not-made"]] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(stderr(&output).lines().count(), 1, "{}", stderr(&output));
        assert!(stderr(&output).contains("no display"), "{}", stderr(&output));
        assert!(output.stdout.is_empty(), "messages go to standard error");
    }
    assert!(!std::path::Path::new("somewhere-that-is-not-made").exists(), "nothing is left behind");
}

#[test]
fn a_folder_that_cannot_be_read_is_said_with_status_2() {
    let output = run(&["/no/such/briefing"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("/no/such/briefing"), "{}", stderr(&output));
}

#[test]
fn problems_of_a_briefing_are_listed_before_any_window_opens() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let output = run(&[folder.path().to_str().expect("a path in UTF-8")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("7 problems"), "{}", stderr(&output));
}

#[test]
fn wrong_use_is_status_2_and_help_is_status_0() {
    assert_eq!(run(&["--no-such-option"]).status.code(), Some(2));
    assert_eq!(run(&["screenshots"]).status.code(), Some(2));
    let help = run(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&help.stdout).contains("screenshots"));
}
