//! The program opens no connection: every system call of it that concerns a network is looked at.
#![cfg(target_os = "linux")]

use std::io::Read as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The calls by which a program and all it starts would reach a network, as `strace` writes them.
fn traced(log: &Path, arguments: &[&str], display: Option<&str>, run: impl FnOnce(Child)) -> String {
    let trace = |program: &str| {
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-e", "trace=socket,connect,bind,sendto", "-o"]).arg(log).arg(program);
        command
    };
    let allowed = trace("true").stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    assert!(allowed, "strace is not there or may not trace; `script/setup test` installs it");
    let mut command = trace(env!("CARGO_BIN_EXE_briefing-desk"));
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).env_remove("WAYLAND_DISPLAY");
    match display {
        Some(display) => command.env("DISPLAY", display).env("LIBGL_ALWAYS_SOFTWARE", "1"),
        None => command.env_remove("DISPLAY"),
    };
    run(command.spawn().expect("strace ran before"));
    std::fs::read_to_string(log).expect("the log")
}

#[track_caller]
fn assert_no_network(calls: &str) {
    let network: Vec<&str> = calls
        .lines()
        .filter(|call| ["AF_INET", "AF_PACKET", "AF_BLUETOOTH", "AF_VSOCK"].iter().any(|to| call.contains(to)))
        .collect();
    assert!(network.is_empty(), "{network:#?}");
}

#[test]
fn no_command_opens_a_connection() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let starter = folder.path().join("own");
    let starter = starter.to_str().expect("a path in UTF-8");
    let commands: [&[&str]; 5] = [
        &["check"],
        &["schema"],
        &["new", starter],
        &["check", starter, "--format", "json"],
        &["export", "--what", "roster", "--format", "csv"],
    ];
    for arguments in commands {
        let log = folder.path().join("calls");
        let wait = |mut program: Child| drop(program.wait());
        assert_no_network(&traced(&log, arguments, None, wait));
    }
}

#[test]
fn the_window_opens_no_connection_but_to_its_display() {
    let mut server = match Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
    {
        Ok(server) => server,
        Err(err) => panic!("Xvfb does not start ({err}); `script/setup test` installs it"),
    };
    let mut number = String::new();
    let mut byte = [0];
    let mut output = server.stdout.take().expect("an output");
    while output.read(&mut byte).is_ok_and(|read| read == 1) && byte[0] != b'\n' {
        number.push(char::from(byte[0]));
    }
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let log = folder.path().join("calls");
    let pictures = folder.path().join("pictures");
    // Every tab in both themes, and then it leaves by itself.
    let walk = ["screenshots", pictures.to_str().expect("a path in UTF-8")];
    let calls = traced(&log, &walk, Some(&format!(":{number}")), |mut program| {
        for _ in 0..1200 {
            if program.try_wait().is_ok_and(|ended| ended.is_some()) {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        program.kill().ok();
        program.wait().ok();
        panic!("the window did not close within two minutes");
    });
    server.kill().ok();
    server.wait().ok();
    assert_no_network(&calls);
    assert!(calls.contains("AF_UNIX"), "the connection to the display was seen: {calls}");
    assert_eq!(std::fs::read_dir(&pictures).expect("pictures").count(), 8, "every tab in both themes");
}
