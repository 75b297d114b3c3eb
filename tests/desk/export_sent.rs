//! Pages are handed to be printed, and a briefing is sent in one file that is shown where it lies.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use briefing_desk::briefing::{Briefing, Message};
use briefing_desk::ui::TabKey;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use crate::export_dialog::{choose, open_dialog};
use crate::harness::{desk, press, wait_for};

/// What was handed over in this test, each with what it began with.
static PRINTED: Mutex<Vec<(PathBuf, Vec<u8>)>> = Mutex::new(Vec::new());
static SHOWN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

#[expect(clippy::unnecessary_wraps, reason = "a door of the system may fail")]
fn print(file: &Path) -> Result<(), Message> {
    PRINTED.lock().expect("the list").push((file.to_owned(), fs::read(file).expect("it is there")));
    Ok(())
}

#[expect(clippy::unnecessary_wraps, reason = "a door of the system may fail")]
fn show(file: &Path) -> Result<(), Message> {
    SHOWN.lock().expect("the list").push(file.to_owned());
    Ok(())
}

#[test]
fn pages_are_handed_over_to_be_printed_from_whatever_format_is_chosen() {
    let mut harness = desk(TabKey::SUMMARY);
    harness.state_mut().set_doors(print, show);
    open_dialog(&mut harness);
    choose(&mut harness, Role::RadioButton, "Markdown");
    press(&mut harness, Role::Button, "Print…");
    wait_for(&mut harness, "the pages", |_| !PRINTED.lock().expect("the list").is_empty());
    let printed = PRINTED.lock().expect("the list").clone();
    let [(file, bytes)] = printed.as_slice() else { panic!("once: {printed:?}") };
    assert!(bytes.starts_with(b"%PDF-"));
    assert!(file.ends_with("lavrov-wang-talks-beijing-brief-2025-07-14.pdf"), "{}", file.display());
    assert!(file.exists(), "it is there as long as the window is open");
    drop(harness);
    assert!(!file.exists(), "and no longer");
}

#[test]
fn what_has_no_pages_is_not_printed() {
    let mut harness = desk(TabKey::MEMBERS);
    open_dialog(&mut harness);
    assert!(harness.get_by_role_and_label(Role::Button, "Print…").accesskit_node().is_disabled());
}

#[test]
fn a_briefing_is_sent_as_a_page_and_as_a_file_and_shown_where_it_lies() {
    let folder = TempDir::new().expect("a temporary folder");
    for (way, name) in [
        ("As a page that opens in any browser", "lavrov-wang-talks-beijing-brief-2025-07-14.html"),
        ("As a file that opens in Briefing Desk", "lavrov-wang-talks-beijing.briefing"),
    ] {
        let file = folder.path().join(name);
        for there in [false, true] {
            let mut harness = desk(TabKey::MEMBERS);
            harness.state_mut().set_doors(print, show);
            open_dialog(&mut harness);
            let field = harness.get_by_label("Path of the file");
            field.set_text_value_accesskit(folder.path().join("mine.csv").to_str().expect("UTF-8"));
            harness.run();
            press(&mut harness, Role::Button, "Send…");
            harness.get_by_label(way).click_accesskit();
            harness.run_steps(2);
            if there {
                wait_for(&mut harness, "the question", |harness| harness.query_by_role(Role::Alert).is_some());
                harness.get_by_role_and_label(Role::Alert, &format!("{name} is there already."));
                harness.get_by_role_and_label(Role::Button, "Replace it").click_accesskit();
                harness.run_steps(2);
            }
            let shown = || SHOWN.lock().expect("the list").iter().filter(|shown| **shown == file).count();
            wait_for(&mut harness, way, |_| shown() == 1 + usize::from(there));
            assert!(harness.query_by_label("Path of the file").is_none(), "the dialog is closed");
        }
    }
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 2);
    let packed = folder.path().join("lavrov-wang-talks-beijing.briefing");
    let (sent, own) = (Briefing::open(&packed).expect("it opens"), Briefing::bundled().expect("it loads"));
    assert_eq!(sent.digest, own.digest, "it is the same briefing");
}
