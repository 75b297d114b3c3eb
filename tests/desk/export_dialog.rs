//! What exporting from the window promises a reader: what is on the screen is what leaves, by mouse and by keyboard
//! alone.

use std::fs;
use std::path::{Path, PathBuf};

use briefing_desk::ui::app::App;
use briefing_desk::ui::{Command, Tab};
use egui::accesskit::Role;
use egui::{Key, Modifiers, ThemePreference};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, SnapshotResults};
use tempfile::TempDir;

use crate::harness::{FULL, NARROW, NARROW_ZOOMED, ZOOMED, activate, copied, desk, open, press, wait_for};

const PATH: &str = "Path of the file";

/// Opens the dialog by its key and waits until there is something to look at.
#[track_caller]
fn open_dialog(harness: &mut Harness<'_, App>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    harness.step();
    wait_for(harness, "the preview", |harness| previews(harness) > 0);
}

fn previews(harness: &Harness<'_, App>) -> usize {
    harness.query_all_by_role(Role::Document).count()
}

fn is_open(harness: &Harness<'_, App>) -> bool {
    harness.query_by_label(PATH).is_some()
}

/// The path that stands in the field.
fn path(harness: &Harness<'_, App>) -> PathBuf {
    harness.get_by_label(PATH).accesskit_node().value().map(PathBuf::from).unwrap_or_default()
}

/// Types another path over the one in the field.
fn type_path(harness: &mut Harness<'_, App>, path: &Path) {
    harness.get_by_label(PATH).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_label(PATH).type_text(path.to_str().expect("a path in UTF-8"));
    harness.run();
}

/// Saves to a path, and waits until the dialog is gone.
fn save_to(harness: &mut Harness<'_, App>, path: &Path) -> String {
    open_dialog(harness);
    type_path(harness, path);
    harness.key_press(Key::Enter);
    wait_for(harness, "the file", |harness| !is_open(harness));
    fs::read_to_string(path).expect("the file")
}

fn folder() -> TempDir {
    TempDir::new().expect("a temporary folder")
}

#[test]
fn pictures_of_the_dialog() {
    let mut results = SnapshotResults::new();
    let themes = [(ThemePreference::Light, "light"), (ThemePreference::Dark, "dark")];
    let sizes = [(FULL, "full"), (NARROW, "narrow"), (ZOOMED, "zoomed"), (NARROW_ZOOMED, "narrow-zoomed")];
    for (theme, name) in themes {
        for (size, place) in sizes {
            let mut harness = open(Tab::Members, size, theme);
            open_dialog(&mut harness);
            harness.snapshot(format!("export-{place}-{name}"));
            results.extend_harness(&mut harness);
        }
    }
}

#[test]
fn a_table_is_saved_by_keyboard_alone_and_the_keyboard_goes_back() {
    let folder = folder();
    let file = folder.path().join("mine.csv");
    let mut harness = desk(Tab::Members);
    harness.get_by_role(Role::Grid).focus();
    harness.run();
    let text = save_to(&mut harness, &file);
    assert!(text.starts_with("# Lavrov–Wang talks, Beijing: "), "{text}");
    assert_eq!(text.lines().filter(|line| !line.starts_with('#')).count(), 27, "the head and every row");
    let notice = harness.state().notice().expect("it is said where the file is");
    assert!(!notice.failed && notice.text.contains("mine.csv"), "{}", notice.text);
    harness.get_by_role_and_label(Role::Button, "Open folder");
    assert!(harness.get_by_role(Role::Grid).accesskit_node().is_focused(), "the table has the keyboard again");
}
