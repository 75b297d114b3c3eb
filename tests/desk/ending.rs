//! The program where the system gives it little: no thread, no font, and an end from outside.
#![cfg(target_os = "linux")]

use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_briefing-desk");

/// What needs the most threads, and what of a picture and a document needs fonts.
const WORK: [&[&str]; 5] = [
    &["check"],
    &["export", "--what", "brief", "--format", "pdf"],
    &["export", "--what", "roster", "--format", "png"],
    &["export", "--what", "trade", "--format", "svg"],
    &["export", "--what", "roster", "--format", "csv"],
];

/// The program as somebody whom the system gives no further thread.
fn alone(copy: &Path, arguments: &[&str]) -> Output {
    let limited = |mut command: Command| {
        command.args(["--nproc=1"]).arg(copy).args(arguments).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        command.env("SOURCE_DATE_EPOCH", "0").output().expect("prlimit and setpriv of util-linux")
    };
    let is_root = String::from_utf8_lossy(&Command::new("id").arg("-u").output().expect("id").stdout).trim() == "0";
    if !is_root {
        return limited(Command::new("prlimit"));
    }
    // No limit holds for root.
    let mut nobody = Command::new("setpriv");
    nobody.args(["--reuid=65534", "--regid=65534", "--clear-groups", "prlimit"]);
    limited(nobody)
}

#[test]
fn without_a_thread_all_is_done_on_the_one_that_there_is() {
    use std::os::unix::fs::PermissionsExt as _;
    // Where anybody may start it.
    let folder = TempDir::new().expect("a temporary folder");
    let all = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(folder.path(), all.clone()).expect("allowed");
    let copy = folder.path().join("briefing-desk");
    std::fs::copy(PROGRAM, &copy).and_then(|_| std::fs::set_permissions(&copy, all)).expect("a copy");
    for arguments in WORK {
        let usual = Command::new(PROGRAM).args(arguments).env("SOURCE_DATE_EPOCH", "0").output().expect("it runs");
        let limited = alone(&copy, arguments);
        assert_eq!(limited.status.code(), usual.status.code(), "{arguments:?}: {limited:?}");
        assert!(limited.stdout == usual.stdout, "{arguments:?}: the same, however many threads there are");
    }
    // What writes workbooks wants a thread for each sheet.
    let workbook = alone(&copy, &["export", "--what", "roster", "--format", "xlsx"]);
    let said = String::from_utf8_lossy(&workbook.stderr);
    assert_eq!((workbook.status.code(), workbook.stdout.len()), (Some(2), 0), "{said}");
    assert!(said.contains("given up") && said.contains("thread") && !said.contains("panicked"), "{said}");
}

#[test]
fn without_a_font_that_can_be_used_the_bundled_ones_are_enough() {
    let folder = TempDir::new().expect("a temporary folder");
    let (fonts, own) = (folder.path().join("fonts"), folder.path().join("own"));
    std::fs::create_dir(&fonts).expect("made");
    // It has the name of a font and is none.
    std::fs::write(fonts.join("broken.ttf"), [7; 100]).expect("written");
    let folders = |named: &str| {
        format!("<?xml version=\"1.0\"?><fontconfig>{named}<cachedir>{}</cachedir></fontconfig>", fonts.display())
    };
    briefing_desk::export::starter::write(&own).expect("written");
    let manifest = own.join("briefing.json");
    let text = std::fs::read_to_string(&manifest).expect("read");
    let text = text.replacen("\"name\": \"", "\"name\": \"მოლაპარაკება ", 1);
    assert!(text.contains("მოლაპარაკება"), "{text}");
    std::fs::write(&manifest, text).expect("written");
    for (name, configuration) in [
        ("none", folders("")),
        ("broken", folders(&format!("<dir>{}</dir>", fonts.display()))),
        ("damaged", "<".into()),
    ] {
        let file = folder.path().join(name);
        std::fs::write(&file, configuration).expect("written");
        let brief = ["export", own.to_str().expect("UTF-8"), "--what", "brief", "--format", "pdf"];
        let output = Command::new(PROGRAM).args(brief).env("FONTCONFIG_FILE", &file).output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{name}: {said}");
        assert!(output.stdout.starts_with(b"%PDF"), "{name}: {said}");
        // What would have to be installed is said, and no library's own words of its failing.
        let falls_back = name == "damaged";
        assert!(falls_back || said.contains("მ U+10DB") && said.contains("fonts-noto-core"), "{name}: {said}");
        assert!(!said.contains("panicked"), "{name}: {said}");
    }
}

#[test]
fn an_export_that_a_signal_ends_leaves_no_part() {
    let folder = TempDir::new().expect("a temporary folder");
    let goal = folder.path().join("roster.xlsx");
    let mut killed = 0;
    for round in 0..24_u32 {
        std::fs::remove_file(&goal).ok();
        let signal = ["-TERM", "-INT", "-HUP"][round as usize % 3];
        let mut program = Command::new(PROGRAM)
            .args(["export", "--what", "roster", "--format", "xlsx", "-o"])
            .arg(&goal)
            .stderr(Stdio::null())
            .spawn()
            .expect("it runs");
        std::thread::sleep(Duration::from_millis(u64::from(round) * 12));
        Command::new("kill").args([signal, &program.id().to_string()]).stderr(Stdio::null()).status().expect("kill");
        let status = program.wait().expect("it ends");
        killed += u32::from(status.signal().is_some());
        assert!(status.signal().is_some() || status.success(), "{status}");
        let left: Vec<_> =
            std::fs::read_dir(folder.path()).expect("the folder").flatten().map(|e| e.file_name()).collect();
        assert!(left.is_empty() || left == ["roster.xlsx"], "{left:?}");
        if let Ok(whole) = std::fs::read(&goal) {
            assert!(whole.windows(4).any(|end| end == b"PK\x05\x06"), "the end of the archive is there");
        }
    }
    assert!(killed > 0, "some came in time");
}
