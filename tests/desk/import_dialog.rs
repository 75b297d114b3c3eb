//! What importing from the window promises a reader: what is shown is what is done, it is what the command line does, and
//! what is not found out is chosen.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use briefing_desk::briefing::progress::Progress;
use briefing_desk::import::Kind;
use briefing_desk::ui::app::App;
use briefing_desk::ui::{Action, Command as Wish, TabKey};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use crate::harness::{Dropped, desk, wait_for, wait_for_frame};

const PATH: &str = "Path of the file";

/// The starter in a folder of its own.
fn starter() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    briefing_desk::export::starter::write(folder.path()).expect("it is written");
    folder
}

fn fixture(name: &str) -> String {
    format!("{}/tests/import/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder and of those in it.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() {
            all.extend(texts(&path).into_iter().map(|(inner, text)| (format!("{name}/{inner}"), text)));
        } else {
            all.insert(name, fs::read_to_string(&path).expect("a text"));
        }
    }
    all
}

/// The window over a folder.
fn over(folder: &Path) -> Harness<'static, App> {
    let mut harness = desk(TabKey::TRADE);
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Wish::OpenFolder(folder.to_owned()));
    wait_for(&mut harness, "the folder", |harness| harness.state().folder() == Some(folder));
    harness
}

/// Opens the dialog by its key, types a path, and waits until there is something to look at.
#[track_caller]
fn look_at(harness: &mut Harness<'_, App>, path: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::I);
    harness.run();
    assert!(harness.get_by_label(PATH).accesskit_node().is_focused(), "the field takes the keyboard");
    harness.get_by_label(PATH).type_text(path);
    harness.run();
    harness.key_press(Key::Enter);
    wait_for_frame(harness, "a look", |harness| !lines(harness).is_empty() || refusals(harness) > 0);
}

#[track_caller]
fn type_into(harness: &mut Harness<'_, App>, field: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, field).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, field).type_text(text);
    harness.run();
}

/// What it would do, line by line.
fn lines(harness: &Harness<'_, App>) -> Vec<String> {
    let Some(table) = harness.query_by_role_and_label(Role::Table, "What it would do") else { return Vec::new() };
    let labels = table.children_recursive().filter(|node| node.accesskit_node().role() == Role::Label);
    labels.filter_map(|node| node.accesskit_node().value()).filter(|text| text.chars().count() > 1).collect()
}

fn refusals(harness: &Harness<'_, App>) -> usize {
    harness.query_all_by_role(Role::Alert).count()
}

fn is_open(harness: &Harness<'_, App>) -> bool {
    harness.query_by_label(PATH).is_some()
}

/// Presses *Import* and waits until the dialog is gone.
#[track_caller]
fn import(harness: &mut Harness<'_, App>) {
    press_import(harness);
    wait_for_frame(harness, "the import", |harness| !is_open(harness));
}

#[track_caller]
fn press_import(harness: &mut Harness<'_, App>) {
    wait_for_frame(harness, "what to import", |harness| {
        !harness.get_by_role_and_label(Role::Button, "Import").accesskit_node().is_disabled()
    });
    harness.get_by_role_and_label(Role::Button, "Import").click_accesskit();
    harness.step();
}

/// What the command line makes of the starter with the same table.
fn by_command_line(arguments: &[&str]) -> BTreeMap<String, String> {
    let folder = starter();
    let path = folder.path().to_str().expect("UTF-8");
    let mut all = vec!["import", arguments[0], path];
    all.extend(&arguments[1..]);
    let output = Command::new(env!("CARGO_BIN_EXE_briefing-desk")).args(all).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    texts(folder.path())
}

#[test]
fn what_is_looked_at_is_shown_and_done_as_by_the_command_line() {
    let folder = starter();
    let before = texts(folder.path());
    let mut harness = over(folder.path());
    let table = fixture("trade/comtrade.csv");
    look_at(&mut harness, &table);
    assert!(harness.query_by_label_contains("comtrade.csv: UN Comtrade").is_some());
    let shown = lines(&harness);
    assert!(shown.iter().any(|line| line.contains("146.9599825015") && line.contains("row 2")), "{shown:?}");
    assert_eq!(texts(folder.path()), before, "looking writes nothing");
    import(&mut harness);
    assert_eq!(texts(folder.path()), by_command_line(&["trade", &table]));
    wait_for_frame(&mut harness, "its word", |harness| {
        harness.state().notice().is_some_and(|notice| notice.text.starts_with("Imported: ") && !notice.failed)
    });
}

#[test]
fn what_is_being_typed_is_looked_at_once_the_reader_stops_and_done_by_key() {
    let parent = TempDir::new().expect("a temporary folder");
    let folder = crate::beginning::made(parent.path());
    let mut harness = over(&folder);
    look_at(&mut harness, &fixture("half-hour/members.csv"));
    assert!(lines(&harness).is_empty(), "there is no roster, and nobody said of what one");
    type_into(&mut harness, "Organisation", "asean");
    wait_for_frame(&mut harness, "another look", |harness| !lines(harness).is_empty());
    let field = harness.get_by_role_and_label(Role::TextInput, "Organisation");
    assert!(field.accesskit_node().is_focused(), "the keyboard is where it was");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    wait_for_frame(&mut harness, "the import", |harness| !is_open(harness));
    assert!(folder.join("roster.json").exists());
}

/// The notice with a button that takes back what was imported.
fn undo<'h>(harness: &'h Harness<'_, App>) -> Option<egui_kittest::Node<'h>> {
    harness.query_by_role_and_label(Role::Button, "Undo")
}

fn notice<'h>(harness: &'h Harness<'_, App>) -> &'h str {
    harness.state().notice().map_or("", |notice| &notice.text)
}

#[test]
fn what_was_imported_is_undone_to_the_last_byte_and_what_is_open_follows() {
    let folder = starter();
    // As an editor left it: a mark in front and lines of another system.
    let trade = folder.path().join("trade.json");
    let text = fs::read_to_string(&trade).expect("a text").replace('\n', "\r\n");
    fs::write(&trade, format!("\u{feff}{text}")).expect("it is written");
    let before = texts(folder.path());
    let mut harness = over(folder.path());
    let series = |harness: &Harness<'_, App>| {
        harness.state().briefing().trades.iter().map(|trade| trade.series.len()).sum::<usize>()
    };
    let first = series(&harness);
    look_at(&mut harness, &fixture("trade/comtrade.csv"));
    import(&mut harness);
    wait_for(&mut harness, "the briefing with it", |harness| series(harness) > first);
    assert_ne!(texts(folder.path()), before);
    assert!(undo(&harness).is_some(), "it can still be undone where the briefing was read again");
    harness.get_by_role_and_label(Role::Button, "Undo").click();
    harness.step();
    wait_for(&mut harness, "the briefing without it", |harness| series(harness) == first);
    assert_eq!(texts(folder.path()), before);
    assert!(notice(&harness).starts_with("Undone: ") && undo(&harness).is_none(), "{}", notice(&harness));
}

#[test]
fn the_example_is_taken_out_and_put_back_to_the_last_byte() {
    let folder = starter();
    let path = folder.path().join("briefing.json");
    let own = fs::read_to_string(&path).expect("a text").replace("2024-04-02", "2024-04-03");
    fs::write(&path, own).expect("it is written");
    let before = texts(folder.path());
    let mut harness = over(folder.path());
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Action::TakeOutExample);
    let claims = |harness: &Harness<'_, App>| harness.state().briefing().claims.claims.len();
    wait_for(&mut harness, "the briefing without it", |harness| claims(harness) == 0);
    let left: Vec<String> = texts(folder.path()).into_keys().filter(|name| !name.starts_with("schema/")).collect();
    assert_eq!(left, ["README.md", "briefing.json", "sources.json"]);
    assert!(notice(&harness).contains("briefing.json: name"), "{}", notice(&harness));
    harness.get_by_role_and_label(Role::Button, "Undo").click();
    harness.step();
    wait_for(&mut harness, "the briefing with it", |harness| claims(harness) > 0);
    assert_eq!(texts(folder.path()), before);
}

#[test]
fn what_was_changed_since_it_was_imported_is_not_undone() {
    let folder = starter();
    let mut harness = over(folder.path());
    look_at(&mut harness, &fixture("trade/comtrade.csv"));
    import(&mut harness);
    wait_for(&mut harness, "a way to undo it", |harness| undo(harness).is_some());
    let sources = folder.path().join("sources.json");
    let mine = fs::read_to_string(&sources).expect("a text") + "\n";
    fs::write(&sources, mine).expect("it is written");
    let before = texts(folder.path());
    harness.get_by_role_and_label(Role::Button, "Undo").click();
    harness.step();
    wait_for(&mut harness, "why not", |harness| harness.state().notice().is_some_and(|notice| notice.failed));
    let said = notice(&harness);
    assert!(said.starts_with("Nothing was undone: ") && said.contains("sources.json has changed since"), "{said}");
    assert_eq!(texts(folder.path()), before, "not the others either");
    assert!(undo(&harness).is_none());
}

/// What each table of the importers' tests looks like, by its folder.
#[test]
fn what_a_table_is_of_is_seen() {
    for kind in ["trade", "roster", "sources", "claims"] {
        for entry in fs::read_dir(fixture(kind)).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|ending| ending == "expected") {
                continue;
            }
            let seen = Kind::of_file(&path, &Progress::default()).map(|kind| kind.key);
            assert_eq!(seen, Some(kind), "{}", path.display());
        }
    }
}

#[test]
fn columns_that_nobody_knows_are_chosen() {
    let folder = starter();
    let table = folder.path().join("own.csv");
    fs::write(&table, "wanneer,hoeveel,wie\n2022,12.5,Kenya\n2023,14.25,Kenya\n").expect("it is written");
    let mut harness = over(folder.path());
    look_at(&mut harness, table.to_str().expect("UTF-8"));
    harness.get_by_role_and_label(Role::RadioButton, "Figures").click_accesskit();
    harness.run_steps(2);
    // Which column has the figures is seen by then.
    for (head, role) in [("wanneer", "period"), ("wie", "reporter")] {
        let spoken = format!("“{head}” is taken as");
        let is_choice =
            |node: &egui_kittest::Node<'_>| node.accesskit_node().description().is_some_and(|own| own == spoken);
        wait_for_frame(&mut harness, head, |harness| {
            harness.query_all_by_role(Role::Button).any(|node| is_choice(&node))
        });
        let button = harness.get_all_by_role(Role::Button).find(is_choice).expect("a choice for the column");
        button.click_accesskit();
        harness.run_steps(2);
        harness.get_by_role_and_label(Role::CheckBox, role).click_accesskit();
        harness.run_steps(2);
    }
    wait_for_frame(&mut harness, "figures", |harness| lines(harness).iter().any(|line| line.contains("14.25")));
    import(&mut harness);
    let path = table.to_str().expect("UTF-8");
    let own = texts(folder.path());
    let columns = ["--column", "period=wanneer", "--column", "reporter=wie"];
    let theirs = by_command_line(&[&["trade", path], &columns[..]].concat());
    for (name, text) in &theirs {
        assert_eq!(&own[name], text, "{name}");
    }
}

#[test]
fn a_name_that_nobody_knows_is_said_whom_it_means() {
    let folder = starter();
    let mut harness = over(folder.path());
    let table = fixture("roster/spells.csv");
    look_at(&mut harness, &table);
    let shown = lines(&harness);
    assert!(shown.iter().any(|line| line.contains("Atlantis") && line.contains("no state")), "{shown:?}");
    type_into(&mut harness, "Who is meant by “Atlantis”", "Togo");
    harness.key_press(Key::Enter);
    wait_for_frame(&mut harness, "Togo", |harness| lines(harness).iter().any(|line| line.contains("Togo")));
    // By keyboard alone, from wherever it is.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    wait_for_frame(&mut harness, "the import", |harness| !is_open(harness));
    assert_eq!(texts(folder.path()), by_command_line(&["roster", &table, "--map", "Atlantis=Togo"]));
}

#[test]
fn what_cannot_be_taken_says_why_and_what_is_open_stays() {
    let folder = starter();
    let before = texts(folder.path());
    let mut harness = over(folder.path());
    look_at(&mut harness, "/no/such/table.csv");
    assert!(refusals(&harness) > 0);
    let button = harness.get_by_role_and_label(Role::Button, "Import");
    assert!(button.accesskit_node().is_disabled(), "there is nothing to import");
    harness.key_press(Key::Escape);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!is_open(&harness));
    assert_eq!((texts(folder.path()), harness.state().folder()), (before, Some(folder.path())));
}

#[test]
fn a_value_that_cannot_be_is_said_and_nothing_is_done_by_it() {
    let folder = starter();
    let mut harness = over(folder.path());
    look_at(&mut harness, &fixture("trade/comtrade.csv"));
    type_into(&mut harness, "Period", "some day");
    harness.key_press(Key::Enter);
    wait_for_frame(&mut harness, "why", |harness| {
        harness.query_by_label_contains("Period cannot be “some day”").is_some()
    });
    assert!(harness.get_by_role_and_label(Role::Button, "Import").accesskit_node().is_disabled());
}

#[test]
fn what_has_changed_meanwhile_is_looked_at_once_more() {
    let folder = starter();
    let table = folder.path().join("own.csv");
    fs::copy(fixture("trade/comtrade.csv"), &table).expect("it is copied");
    let mut harness = over(folder.path());
    look_at(&mut harness, table.to_str().expect("UTF-8"));
    let text = fs::read_to_string(&table).expect("a text").replace("146959982501.5", "146959982502.5");
    fs::write(&table, text).expect("it is written");
    let before = texts(folder.path());
    press_import(&mut harness);
    wait_for_frame(&mut harness, "that it changed", |harness| {
        harness.query_by_label_contains("has changed meanwhile").is_some()
    });
    assert_eq!(texts(folder.path()), before);
    assert!(lines(&harness).iter().any(|line| line.contains("146.9599825025")), "{:?}", lines(&harness));
    import(&mut harness);
    assert!(texts(folder.path()).values().any(|text| text.contains("146.9599825025")));
}

#[test]
fn a_table_dropped_on_the_window_is_looked_at_where_there_is_a_folder() {
    let folder = starter();
    let mut harness = over(folder.path());
    let drop = |harness: &mut Harness<'_, App>, name: &str| {
        harness.input_mut().dropped_files.push(Arc::new(Dropped(fixture(name).into())));
        harness.step();
    };
    drop(&mut harness, "claims/sheet.xlsx");
    wait_for_frame(&mut harness, "a look", |harness| !lines(harness).is_empty());
    let sheet = harness.get_by_role_and_label(Role::RadioButton, "Check sheet");
    assert_eq!(sheet.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    let mut bundled = desk(TabKey::SUMMARY);
    drop(&mut bundled, "trade/comtrade.csv");
    bundled.run();
    assert!(!is_open(&bundled));
    assert!(bundled.state().notice().is_some_and(|notice| notice.text.contains("folder of its own")));
}
