//! The page for a browser in a real one: what its script adds is what the program would show, every link opens, the
//! keyboard reaches all of it, and nothing is said on the console.
#![cfg(target_os = "linux")]
#![expect(clippy::print_stdout, reason = "a test says what it did not try")]

mod browser;
mod queries;
mod quick;
mod reading;

use std::path::{Path, PathBuf};
use std::process::Command;

use self::browser::{Browser, Result};

/// A desk.
const WIDE: [u32; 2] = [1280, 900];
/// A telephone.
const NARROW: [u32; 2] = [390, 844];

/// Whether the tests go without something that was not to be had, a `browser` or its `rules` of accessibility, so that all
/// others are tried: `script/test` says so in `WITHOUT`, and at its end.
fn without(what: &str) -> bool {
    let left_out = std::env::var("WITHOUT").is_ok_and(|all| all.split(' ').any(|one| one == what));
    if left_out {
        println!("not tried: there is no {what}");
    }
    left_out
}

/// The page of the bundled briefing in a folder.
fn page(folder: &Path) -> Result<PathBuf> {
    let file = folder.join("brief.html");
    let status = Command::new(env!("CARGO_BIN_EXE_briefing-desk"))
        .args(["export", "--what", "brief", "--format", "html", "--extent", "full", "-o"])
        .arg(&file)
        .status()?;
    if status.success() { Ok(file) } else { Err(format!("the export ended with {status}").into()) }
}

/// The page open in a browser.
fn opened(size: [u32; 2], fragment: &str) -> Result<(Browser, tempfile::TempDir)> {
    let folder = tempfile::tempdir()?;
    let file = page(folder.path())?;
    let mut browser = Browser::start(size)?;
    browser.open(&file, fragment)?;
    // What the page carries packed is unpacked after it is shown.
    browser.say(
        "new Promise(done => { const look = () => document.querySelector('.panel') ? done() : setTimeout(look, 10); look(); })",
    )?;
    Ok((browser, folder))
}
