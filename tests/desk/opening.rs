//! Opening a folder in the window: what is open stays until another is ready, and the window follows its files.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use briefing_desk::export::starter;
use briefing_desk::ui::app::App;
use briefing_desk::ui::{Action, Command, Selection, TabKey};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use crate::folder::Folder;
use crate::harness::{Dropped, desk, press, wait_for};

fn own() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    starter::write(folder.path()).expect("it is written");
    folder
}

fn send(harness: &mut Harness<'_, App>, command: impl Into<Command>) {
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, command);
    harness.step();
}

#[track_caller]
fn open(harness: &mut Harness<'_, App>, folder: &Path) {
    send(harness, Command::OpenFolder(folder.to_owned()));
    wait_for(harness, "the folder to open", |harness| harness.state().folder() == Some(folder));
}

fn shows(harness: &Harness<'_, App>, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

fn said(harness: &Harness<'_, App>) -> Vec<String> {
    harness.query_all_by_role(Role::Alert).filter_map(|node| node.accesskit_node().label()).collect()
}

fn edit(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).expect("a file");
    assert!(text.contains(from), "{file} has no {from}");
    // As editors do: beside it first, then into its place.
    let beside = folder.join("beside");
    fs::write(&beside, text.replacen(from, to, 1)).expect("a writable folder");
    fs::rename(beside, path).expect("renamed");
}

#[test]
fn a_folder_is_opened_by_its_path_with_the_keyboard() {
    let folder = own();
    let mut harness = desk(TabKey::SUMMARY);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "Open a briefing");
    harness
        .get_by_role_and_label(Role::TextInput, "Path of the folder or of the packed briefing")
        .type_text(folder.path().to_str().expect("UTF-8"));
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Open").click();
    wait_for(&mut harness, "the folder to open", |harness| shows(harness, "Two shipping ministers prepare"));
    assert_eq!(harness.state().folder(), Some(folder.path()));
    let recent = &harness.state().preferences().recent;
    assert_eq!((recent.len(), &*recent[0].folder), (1, folder.path()));
    assert_eq!(recent[0].title, harness.state().briefing().manifest.name);
    assert!(harness.query_by_role_and_label(Role::Heading, "Open a briefing").is_none(), "the dialog is closed");
}

#[test]
fn a_path_is_taken_as_other_programs_copy_it() {
    let folder = own();
    let path = folder.path().to_str().expect("UTF-8");
    for pasted in [format!("“{path}/” "), format!("file://{path}"), format!("'{path}/roster.json'")] {
        let mut harness = desk(TabKey::SUMMARY);
        send(&mut harness, Action::OpenFolder);
        harness.run();
        harness
            .get_by_role_and_label(Role::TextInput, "Path of the folder or of the packed briefing")
            .type_text(&pasted);
        harness.run();
        harness.get_by_role_and_label(Role::Button, "Open").click();
        wait_for(&mut harness, &pasted, |harness| harness.state().folder() == Some(folder.path()));
    }
}

#[test]
fn a_file_of_a_briefing_dropped_on_the_window_opens_its_folder() {
    let folder = own();
    let mut harness = desk(TabKey::SUMMARY);
    harness.input_mut().dropped_files.push(Arc::new(Dropped(folder.path().join("trade.json"))));
    wait_for(&mut harness, "the folder of the file", |harness| harness.state().folder() == Some(folder.path()));
}

#[test]
fn other_bytes_of_the_same_length_and_time_are_shown() {
    let folder = own();
    let mut harness = desk(TabKey::SUMMARY);
    open(&mut harness, folder.path());
    let path = folder.path().join("meeting.json");
    let written = fs::metadata(&path).and_then(|metadata| metadata.modified()).expect("a time");
    let text = fs::read_to_string(&path).expect("a file").replace("Two shipping ministers", "Six shipping ministers");
    fs::write(&path, text).expect("a writable file");
    fs::File::options().write(true).open(&path).and_then(|file| file.set_modified(written)).expect("its time again");
    wait_for(&mut harness, "the change", |harness| shows(harness, "Six shipping ministers"));
}

#[test]
fn the_menu_under_the_name_opens_and_goes_back_to_the_bundled_briefing() {
    let folder = own();
    let mut harness = desk(TabKey::SUMMARY);
    open(&mut harness, folder.path());
    let name = "Briefing: Ferry talks, Piraeus · 13\u{a0}Mar\u{a0}2024";
    press(&mut harness, Role::Button, name);
    harness.get_by_role_and_label(Role::Button, "The bundled briefing").click();
    wait_for(&mut harness, "the bundled briefing", |harness| harness.state().folder().is_none());
    harness.get_by_role_and_label(Role::Heading, "Lavrov and Wang meet in Beijing ahead of the SCO summit");
    press(&mut harness, Role::Button, "Briefing: Lavrov–Wang talks, Beijing · 14\u{a0}Jul\u{a0}2025");
    harness.get_by_role_and_label(Role::Button, "Ferry talks, Piraeus").click();
    wait_for(&mut harness, "the folder opened before", |harness| harness.state().folder() == Some(folder.path()));
}

#[test]
fn a_folder_dropped_on_the_window_is_opened() {
    let folder = own();
    let mut harness = desk(TabKey::SUMMARY);
    harness.input_mut().dropped_files.push(Arc::new(Dropped(folder.path().to_owned())));
    wait_for(&mut harness, "the dropped folder", |harness| harness.state().folder() == Some(folder.path()));
}

#[test]
fn what_is_open_stays_open_when_another_does_not_load() {
    let broken = Folder::new().harm("trade.json", "\"value\": \"69.52\"", "\"value\": 69.52");
    let mut harness = desk(TabKey::SUMMARY);
    let before = harness.state().briefing().digest.clone();
    send(&mut harness, Command::OpenFolder(broken.0.path().to_owned()));
    wait_for(&mut harness, "the problem", |harness| !said(harness).is_empty());
    assert!(said(&harness)[0].ends_with("cannot be opened: 1\u{a0}problem"), "{:?}", said(&harness));
    assert!(
        shows(&harness, "$.series[0].observations[0].value") && shows(&harness, "in quotes so that no digit is lost")
    );
    harness.get_by_role_and_label(Role::Button, "Open in editor");
    assert_eq!(harness.state().briefing().digest, before);
    assert!(harness.state().folder().is_none() && harness.state().preferences().recent.is_empty());
    harness.get_by_role_and_label(Role::Heading, "Lavrov and Wang meet in Beijing ahead of the SCO summit");
    // Mended, it opens.
    edit(broken.0.path(), "trade.json", "\"value\": 69.52", "\"value\": \"69.52\"");
    harness.get_by_role_and_label(Role::Button, "Try again").click();
    wait_for(&mut harness, "the mended folder", |harness| harness.state().folder() == Some(broken.0.path()));
    assert!(said(&harness).is_empty());
}

#[test]
fn a_folder_that_is_none_is_said_and_escape_puts_it_away() {
    let mut harness = desk(TabKey::SUMMARY);
    send(&mut harness, Command::OpenFolder(PathBuf::from("/no/such/folder")));
    wait_for(&mut harness, "the problem", |harness| !said(harness).is_empty());
    assert!(shows(&harness, "Give the folder that holds"));
    harness.key_press(Key::Escape);
    harness.run();
    assert!(said(&harness).is_empty());
}

#[test]
fn the_window_follows_the_open_folder_and_keeps_the_readers_place() {
    let folder = own();
    let mut harness = desk(TabKey::SUMMARY);
    open(&mut harness, folder.path());
    send(&mut harness, Command::Open(Selection::State("malta".to_owned().try_into().expect("a key"))));
    harness.run();
    press(&mut harness, Role::CheckBox, "Guest, 2");
    assert!(shows(&harness, "2 of 6 states on "));
    edit(folder.path(), "roster.json", "\"capital\": \"Tirana\"", "\"capital\": \"Durres\"");
    edit(folder.path(), "briefing.json", "Ferry talks, Piraeus", "Ferry talks, mended");
    wait_for(&mut harness, "the change", |harness| shows(harness, "Ferry talks, mended"));
    assert_eq!(harness.state().briefing().rosters[0].states[0].capital, "Durres");
    assert_eq!(harness.state().tab(), TabKey::MEMBERS);
    assert!(matches!(harness.state().selection(), Some(Selection::State(key)) if key.as_str() == "malta"));
    assert!(shows(&harness, "2 of 6 states on "), "the filter is still on");
}

#[test]
fn while_a_file_is_broken_the_last_good_state_stays() {
    let folder = own();
    let mut harness = desk(TabKey::SUMMARY);
    open(&mut harness, folder.path());
    let before = harness.state().briefing().digest.clone();
    edit(folder.path(), "meeting.json", "\"2024-03-12\"", "\"2024-02-30\"");
    wait_for(&mut harness, "the problem", |harness| !said(harness).is_empty());
    assert!(said(&harness)[0].ends_with("has changed: 1\u{a0}problem"), "{:?}", said(&harness));
    assert!(shows(&harness, "meeting.json:") && shows(&harness, "$.date") && shows(&harness, "2024-02-30"));
    assert!(shows(&harness, "The last good state is shown."));
    harness.get_by_role_and_label(Role::Button, "Open in editor");
    assert_eq!(harness.state().briefing().digest, before);
    // A file that is gone is no other matter.
    fs::remove_file(folder.path().join("sources.json")).expect("it is there");
    wait_for(&mut harness, "the missing file", |harness| shows(harness, "sources.json:1:1"));
    assert_eq!(harness.state().briefing().digest, before);
    let sources = starter_file("sources.json");
    fs::write(folder.path().join("sources.json"), sources).expect("a writable folder");
    edit(folder.path(), "meeting.json", "\"2024-02-30\"", "\"2024-03-12\"");
    wait_for(&mut harness, "the mended folder", |harness| said(harness).is_empty());
}

fn starter_file(name: &str) -> &'static str {
    let files = briefing_desk::briefing::starter::STARTER;
    files.iter().find(|(file, _)| *file == name).expect("a file of the starter").1
}

#[test]
fn a_change_on_the_disk_takes_nothing_out_of_the_readers_hands() {
    let folder = own();
    let mut harness = desk(TabKey::SUMMARY);
    open(&mut harness, folder.path());
    send(&mut harness, Command::OpenFolder(PathBuf::from("/no/such/folder")));
    wait_for(&mut harness, "the problem", |harness| !said(harness).is_empty());
    send(&mut harness, Action::OpenFolder);
    harness.run();
    harness
        .get_by_role_and_label(Role::TextInput, "Path of the folder or of the packed briefing")
        .type_text("/half/a/pa");
    harness.run();
    edit(folder.path(), "briefing.json", "Ferry talks, Piraeus", "Ferry talks, mended");
    wait_for(&mut harness, "the change", |harness| shows(harness, "Ferry talks, mended"));
    let field = harness.get_by_role_and_label(Role::TextInput, "Path of the folder or of the packed briefing");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("/half/a/pa"));
    assert!(said(&harness)[0].contains("cannot be opened"), "what is wrong with another folder stays said");
}

#[test]
fn what_no_longer_exists_is_not_selected_any_more() {
    let folder = own();
    let mut harness = desk(TabKey::SOURCES);
    open(&mut harness, folder.path());
    let key = "danish-note".to_owned().try_into().expect("a key");
    send(&mut harness, Command::Select(Selection::Source(key)));
    for file in ["sources.json", "meeting.json"] {
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path).expect("a file").replace("danish-note", "other-note");
        fs::write(path, text).expect("a writable folder");
    }
    wait_for(&mut harness, "the change", |harness| harness.state().selection().is_none());
    assert_eq!(harness.state().tab(), TabKey::SOURCES);
}

#[test]
fn loading_can_be_stopped() {
    let folder = own();
    let mut harness = desk(TabKey::SUMMARY);
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Command::OpenFolder(folder.path().to_owned()));
    harness.state_mut().run(&ctx, Action::StopLoading);
    for _ in 0..20 {
        std::thread::sleep(Duration::from_millis(20));
        harness.step();
    }
    assert!(harness.state().folder().is_none());
    harness.get_by_role_and_label(Role::Heading, "Lavrov and Wang meet in Beijing ahead of the SCO summit");
}
