//! What exporting from the window promises a reader: what is on the screen is what leaves, by mouse and by keyboard
//! alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use briefing_desk::briefing::Briefing;
use briefing_desk::ui::TabKey;
use briefing_desk::ui::app::App;
use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers, ThemePreference};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use tempfile::TempDir;

use crate::harness::{
    FULL, NARROW, NARROW_ZOOMED, ZOOMED, copied, desk, open, open_with, press, rows, wait_for, wait_for_frame,
};
use crate::stored::{Part, Stored};

const PATH: &str = "Path of the file";

/// Opens the dialog by its key and waits until there is something to look at.
#[track_caller]
pub fn open_dialog(harness: &mut Harness<'_, App>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    harness.step();
    wait_for(harness, "the preview", |harness| previews(harness) > 0);
}

/// Chooses something in the dialog, and waits until there is something new to look at.
#[track_caller]
pub fn choose(harness: &mut Harness<'_, App>, role: Role, label: &str) {
    harness.get_by_role_and_label(role, label).click_accesskit();
    harness.run_steps(2);
    wait_for(harness, label, |harness| previews(harness) > 0);
}

/// Presses what saves, and waits until the dialog is gone.
#[track_caller]
fn save(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_role_and_label(Role::Button, label).click();
    harness.step();
    wait_for(harness, "the file", |harness| !is_open(harness));
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
pub fn save_to(harness: &mut Harness<'_, App>, path: &Path) -> String {
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
fn a_table_is_saved_by_keyboard_alone_and_the_keyboard_goes_back() {
    let folder = folder();
    let file = folder.path().join("mine.csv");
    let mut harness = desk(TabKey::MEMBERS);
    harness.get_by_role(Role::Grid).focus();
    harness.run();
    let text = save_to(&mut harness, &file);
    assert!(text.starts_with("state,name_en,"), "{text}");
    assert_eq!(text.lines().count(), 27, "the head and every row");
    let notice = harness.state().notice().expect("it is said where the file is");
    assert!(!notice.failed && notice.text.contains("mine.csv"), "{}", notice.text);
    harness.get_by_role_and_label(Role::Button, "Open folder");
    assert!(harness.get_by_role(Role::Grid).accesskit_node().is_focused(), "the table has the keyboard again");
}

#[test]
fn what_the_open_tab_shows_is_offered_first_and_the_rest_after_it() {
    for (tab, first) in [
        (TabKey::SUMMARY, "The whole briefing"),
        (TabKey::MEMBERS, "Members as a table"),
        (TabKey::TRADE, "Trade as a table"),
        (TabKey::SOURCES, "Claims as a table"),
    ] {
        let mut harness = desk(tab);
        open_dialog(&mut harness);
        let group = harness.get_by_role_and_label(Role::RadioGroup, "What is exported");
        let offered = group.children_recursive().map(|what| what.accesskit_node());
        let offered: Vec<_> = offered.filter(|what| what.role() == Role::RadioButton).collect();
        assert_eq!(offered.len(), 11);
        assert_eq!(offered[0].label().as_deref(), Some(first));
        assert_eq!(
            offered[0].data().is_selected().or_else(|| offered[0].toggled().map(|on| on == Toggled::True)),
            Some(true)
        );
    }
}

#[test]
fn everything_is_previewed_and_saved_in_every_format() {
    let folder = folder();
    let mut harness = desk(TabKey::MEMBERS);
    let offers: [(&str, &[&str]); 11] = [
        ("The meeting as a table", &["CSV", "JSON", "Markdown", "Excel"]),
        ("Dates for a calendar", &["iCalendar"]),
        ("Sources as a table", &["CSV", "JSON", "Markdown", "Excel"]),
        ("Sources as references", &["CSL-JSON", "RIS", "BibTeX"]),
        ("Members as a table", &["CSV", "JSON", "Markdown", "Excel"]),
        ("Members on the map", &["SVG", "PNG"]),
        ("Trade as a table", &["CSV", "JSON", "Markdown", "Excel"]),
        ("Trade as a chart", &["SVG", "PNG"]),
        ("Claims as a table", &["CSV", "JSON", "Markdown", "Excel"]),
        ("Checks as a table", &["CSV", "JSON", "Markdown", "Excel"]),
        ("The whole briefing", &["PDF", "Markdown"]),
    ];
    for (what, formats) in offers {
        for format in formats {
            open_dialog(&mut harness);
            choose(&mut harness, Role::RadioButton, what);
            choose(&mut harness, Role::RadioButton, format);
            let name = path(&harness).file_name().expect("a name is proposed").to_owned();
            let file = folder.path().join(name);
            type_path(&mut harness, &file);
            save(&mut harness, "Save");
            let begins = match *format {
                "Markdown" if what == "The whole briefing" => "Beijing",
                "CSV" => "",
                "Markdown" => "# ",
                "JSON" => "{",
                "Excel" => "PK",
                "SVG" => "<",
                "PNG" => "\u{89}PNG",
                "CSL-JSON" => "[",
                "RIS" => "TY  - ",
                "BibTeX" => "@",
                "iCalendar" => "BEGIN:VC",
                _ => "%PDF-",
            };
            let bytes = fs::read(&file).expect("the file");
            let start: String = bytes.iter().take(8).map(|byte| char::from(*byte)).collect();
            assert!(start.starts_with(begins), "{what} as {format} begins with {start:?}");
        }
    }
    // Claims and members have other names, and so has each format; six tables have a file beside them.
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 34 + 6);
}

#[test]
fn the_folder_is_remembered_and_the_name_follows_what_is_chosen() {
    let folder = folder();
    let mut harness = desk(TabKey::TRADE);
    save_to(&mut harness, &folder.path().join("mine.csv"));
    open_dialog(&mut harness);
    assert_eq!(path(&harness).parent(), Some(folder.path()));
    assert!(path(&harness).ends_with("lavrov-wang-talks-beijing-trade-2025-07-14.csv"), "{:?}", path(&harness));
    choose(&mut harness, Role::RadioButton, "Members on the map");
    assert!(path(&harness).ends_with("lavrov-wang-talks-beijing-map-2025-07-14.png"), "{:?}", path(&harness));
    choose(&mut harness, Role::RadioButton, "SVG");
    assert!(path(&harness).ends_with("lavrov-wang-talks-beijing-map-2025-07-14.svg"), "{:?}", path(&harness));
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_it_is_said() {
    let folder = folder();
    let file = folder.path().join("mine.csv");
    fs::write(&file, "old").expect("a file");
    let mut harness = desk(TabKey::MEMBERS);
    open_dialog(&mut harness);
    type_path(&mut harness, &file);
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_role_and_label(Role::Alert, "mine.csv is there already.");
    assert!(harness.get_by_role_and_label(Role::Button, "Keep it").accesskit_node().is_focused());
    harness.key_press(Key::Enter);
    harness.run();
    assert!(is_open(&harness) && harness.query_by_label("mine.csv is there already.").is_none());
    assert_eq!(fs::read_to_string(&file).expect("the file"), "old", "a second Enter overwrites nothing");
    press(&mut harness, Role::Button, "Save");
    save(&mut harness, "Replace it");
    assert!(fs::read_to_string(&file).expect("the file").starts_with("state,"));
}

#[test]
fn what_a_table_is_stands_beside_it_or_above_it_and_the_choice_is_remembered() {
    let folder = folder();
    let (file, beside) = (folder.path().join("mine.csv"), folder.path().join("mine.csv-metadata.json"));
    let mut harness = desk(TabKey::MEMBERS);
    open_dialog(&mut harness);
    type_path(&mut harness, &file);
    harness.get_by_label("What it is and its sources: mine.csv-metadata.json, beside it");
    save(&mut harness, "Save");
    let notice = harness.state().notice().expect("it is said where the files are");
    assert!(
        notice.text.contains("mine.csv is written") && notice.text.contains("mine.csv-metadata.json"),
        "{notice:?}"
    );
    let about = fs::read_to_string(&beside).expect("the file beside it");
    assert!(about.contains("\"url\": \"mine.csv\"") && about.contains("\"dc:creator\": \"Briefing Desk\""), "{about}");

    // The same names again are asked for together, and are replaced together.
    open_dialog(&mut harness);
    type_path(&mut harness, &file);
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_role_and_label(Role::Alert, "mine.csv and mine.csv-metadata.json are there already.");
    save(&mut harness, "Replace both");

    // Above the rows there is one file, and nothing beside it that would describe it wrongly.
    open_dialog(&mut harness);
    choose(&mut harness, Role::RadioButton, "Notes above the rows");
    type_path(&mut harness, &file);
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_role_and_label(Role::Alert, "mine.csv is there already.");
    save(&mut harness, "Replace it");
    assert!(fs::read_to_string(&file).expect("the file").starts_with("# Lavrov–Wang talks, Beijing: "));
    assert!(!beside.exists(), "it described the table that is gone");
    open_dialog(&mut harness);
    assert_eq!(toggled(&harness, "Notes above the rows"), Some(Toggled::True));
}

#[test]
fn what_others_wrote_beside_a_table_is_replaced_only_when_it_is_said() {
    let folder = folder();
    let (file, beside) = (folder.path().join("mine.csv"), folder.path().join("mine.csv-metadata.json"));
    fs::write(&beside, "theirs").expect("a file");
    let mut harness = desk(TabKey::MEMBERS);
    open_dialog(&mut harness);
    type_path(&mut harness, &file);
    harness.key_press(Key::Enter);
    wait_for(&mut harness, "the question", |harness| harness.query_by_role(Role::Alert).is_some());
    harness.get_by_role_and_label(Role::Alert, "mine.csv-metadata.json is there already.");
    press(&mut harness, Role::Button, "Keep it");
    assert!(!file.exists() && fs::read_to_string(&beside).expect("the file") == "theirs", "neither is written");
    press(&mut harness, Role::Button, "Save");
    wait_for(&mut harness, "the question", |harness| harness.query_by_role(Role::Alert).is_some());
    save(&mut harness, "Replace it");
    assert!(file.exists() && fs::read_to_string(&beside).expect("the file").contains("csvw"));
}

/// Whether a segment is chosen.
fn toggled(harness: &Harness<'_, App>, label: &str) -> Option<Toggled> {
    let node = harness.get_by_role_and_label(Role::RadioButton, label).accesskit_node();
    node.toggled().or_else(|| node.data().is_selected().map(Toggled::from))
}

#[test]
fn what_cannot_be_written_is_said_in_the_dialog_and_what_was_chosen_stays() {
    let folder = folder();
    let file = folder.path().join("missing").join("mine.json");
    let mut harness = desk(TabKey::TRADE);
    open_dialog(&mut harness);
    choose(&mut harness, Role::RadioButton, "JSON");
    type_path(&mut harness, &file);
    harness.key_press(Key::Enter);
    wait_for(&mut harness, "the trouble", |harness| harness.query_by_role(Role::Alert).is_some());
    let said = harness.get_by_role(Role::Alert).accesskit_node().label().unwrap_or_default();
    assert!(said.contains("no such folder. Make it, or choose another one"), "{said}");
    assert_eq!(path(&harness), file);
    fs::create_dir(folder.path().join("missing")).expect("it is made");
    save(&mut harness, "Save");
    assert!(fs::read_to_string(&file).expect("the file").starts_with('{'));
}

/// Types an address of the page and leaves the field.
#[track_caller]
fn type_address(harness: &mut Harness<'_, App>, address: &str) {
    const ADDRESS: &str = "Address of the page on the web";
    harness.get_by_label(ADDRESS).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.key_press(Key::Delete);
    harness.get_by_label(ADDRESS).type_text(address);
    harness.run();
    harness.get_by_label(PATH).focus();
    harness.run_steps(3);
}

#[test]
fn a_page_carries_its_briefing_and_knows_its_address_with_a_picture_beside_it() {
    let folder = folder();
    let (file, beside) = (folder.path().join("talks.html"), folder.path().join("talks.png"));
    let mut harness = desk(TabKey::SUMMARY);
    open_dialog(&mut harness);
    choose(&mut harness, Role::RadioButton, "Web page");
    type_path(&mut harness, &file);
    choose(&mut harness, Role::CheckBox, "With the briefing in it, to open here");
    type_address(&mut harness, "https://example.org/briefs/talks.html");
    wait_for(&mut harness, "the preview", |harness| previews(harness) > 0);
    harness.get_by_label("The picture by which links to it are shown: talks.png, beside it");
    save(&mut harness, "Save");
    let (sent, own) = (Briefing::open(&file).expect("it opens"), Briefing::bundled().expect("it loads"));
    assert_eq!(sent.digest, own.digest);
    let page = fs::read_to_string(&file).expect("the page");
    assert!(page.contains("<link rel=\"canonical\" href=\"https://example.org/briefs/talks.html\">"));
    assert!(page.contains("<meta property=\"og:image\" content=\"https://example.org/briefs/talks.png\">"));
    let picture = image::open(&beside).expect("a picture");
    assert_eq!([picture.width(), picture.height()], [1200, 630]);

    // Without an address the page has no picture, and that of before is no longer its own.
    open_dialog(&mut harness);
    choose(&mut harness, Role::RadioButton, "Web page");
    type_path(&mut harness, &file);
    type_address(&mut harness, "");
    wait_for(&mut harness, "the preview", |harness| previews(harness) > 0);
    press(&mut harness, Role::Button, "Save");
    save(&mut harness, "Replace it");
    assert!(!fs::read_to_string(&file).expect("the page").contains("og:image") && !beside.exists());
}

#[test]
fn what_is_no_address_is_said_and_nothing_is_written() {
    let folder = folder();
    let file = folder.path().join("talks.html");
    let mut harness = desk(TabKey::SUMMARY);
    open_dialog(&mut harness);
    choose(&mut harness, Role::RadioButton, "Web page");
    type_path(&mut harness, &file);
    type_address(&mut harness, "example.org#claims");
    let said = harness.get_by_role(Role::Alert).accesskit_node().label().unwrap_or_default();
    assert!(said.starts_with("“example.org#claims” is no address for a page: type an address such as "), "{said}");
    assert!(harness.get_by_role_and_label(Role::Button, "Save").accesskit_node().is_disabled());
    type_address(&mut harness, "http://example.org/talks.html");
    wait_for(&mut harness, "the preview", |harness| previews(harness) > 0);
    assert!(harness.query_by_role(Role::Alert).is_none());
    save(&mut harness, "Save");
    assert!(file.exists());
}

#[test]
fn escape_puts_it_away_and_nothing_is_written() {
    let mut harness = desk(TabKey::MEMBERS);
    harness.get_by_role_and_label(Role::Button, "Export").click();
    harness.run_steps(2);
    wait_for(&mut harness, "the preview", |harness| previews(harness) > 0);
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!is_open(&harness) && harness.state().notice().is_none());
    assert!(!rows(&harness, "Armenia").is_empty());
}

#[test]
fn what_is_copied_is_what_would_be_written() {
    let folder = folder();
    let mut harness = desk(TabKey::SOURCES);
    open_dialog(&mut harness);
    choose(&mut harness, Role::RadioButton, "Checks as a table");
    choose(&mut harness, Role::RadioButton, "Markdown");
    wait_for(&mut harness, "the preview", |harness| previews(harness) > 0);
    harness.get_by_role_and_label(Role::Button, "Copy").click();
    let text = copied(&mut harness).expect("it is copied");
    let file = folder.path().join("mine.md");
    type_path(&mut harness, &file);
    harness.key_press(Key::Enter);
    wait_for(&mut harness, "the file", |harness| !is_open(harness));
    assert_eq!(fs::read_to_string(&file).expect("the file"), text);
}

#[test]
fn every_control_is_reached_by_tab_and_the_window_behind_it_by_none() {
    let mut harness = desk(TabKey::MEMBERS);
    open_dialog(&mut harness);
    let mut reached = Vec::new();
    for _ in 0..40 {
        harness.key_press(Key::Tab);
        harness.run();
        let mut nodes = harness.query_all(By::new());
        let focused = nodes.find(|node| node.accesskit_node().is_focused());
        reached.extend(focused.and_then(|node| node.accesskit_node().label()));
    }
    for control in ["Members as a table", "CSV", PATH, "Save", "Choose a place…", "Copy", "Cancel"] {
        assert!(reached.iter().any(|label| label == control), "{control} is not among {reached:?}");
    }
    assert!(reached.iter().any(|label| label.starts_with("Preview, ")), "{reached:?}");
    assert!(!reached.iter().any(|label| label == "Columns" || label == "Theme"), "{reached:?}");
    // One of several is a stop, and the arrows choose among them.
    assert!(!reached.iter().any(|label| label == "The whole briefing" || label == "JSON"), "{reached:?}");
    harness.get_by_role_and_label(Role::RadioButton, "CSV").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    let json = harness.get_by_role_and_label(Role::RadioButton, "JSON").accesskit_node();
    assert!(json.is_focused() && json.toggled() == Some(Toggled::True));
}

#[test]
fn what_takes_long_says_how_far_it_is_and_can_be_stopped() {
    let folder = folder();
    let file = folder.path().join("mine.xlsx");
    let mut briefing = crate::generated::briefing(60_000);
    // Made-up names have signs that no bundled font has.
    briefing.manifest.languages.retain(|language| language != "zh");
    let mut harness = open_with(Arc::new(briefing), TabKey::TRADE);
    open_dialog(&mut harness);
    choose(&mut harness, Role::RadioButton, "Members as a table");
    type_path(&mut harness, &file);
    harness.get_by_role_and_label(Role::RadioButton, "Excel").click_accesskit();
    wait_for_frame(&mut harness, "how far it is", |harness| progress(harness, "Making it"));
    harness.get_by_role_and_label(Role::Button, "Save").click_accesskit();
    wait_for_frame(&mut harness, "how far it is", |harness| progress(harness, "Writing it"));
    harness.get_by_role_and_label(Role::Button, "Cancel").click_accesskit();
    wait_for_frame(&mut harness, "the end of it", |harness| !progress(harness, "Writing it"));
    assert!(is_open(&harness), "what was chosen stays");
    harness.key_press(Key::Escape);
    harness.run_steps(2);
    assert!(!is_open(&harness) && fs::read_dir(folder.path()).expect("the folder").count() == 0, "nothing is written");
}

fn progress(harness: &Harness<'_, App>, what: &str) -> bool {
    harness.query_by_role_and_label(Role::ProgressIndicator, what).is_some()
}

/// A dialog with something chosen, once there is something to look at.
fn shown(tab: TabKey, theme: ThemePreference, chosen: &[(Role, &str)]) -> Harness<'static, App> {
    let mut harness = open(tab, FULL, theme);
    open_dialog(&mut harness);
    for (role, label) in chosen {
        choose(&mut harness, *role, label);
    }
    wait_for(&mut harness, "the preview", |harness| previews(harness) > 0);
    harness
}

#[test]
fn no_tooltip_lies_over_the_dialog() {
    let mut harness = desk(TabKey::MEMBERS);
    let head = harness.get_by_role_and_label(Role::ColumnHeader, "Region, not sorted").rect().center();
    harness.hover_at(head);
    let tooltips = |harness: &Harness<'_, App>| harness.query_all_by_role(Role::Tooltip).count();
    wait_for(&mut harness, "the tooltip", |harness| tooltips(harness) == 1);
    open_dialog(&mut harness);
    harness.run_steps(2);
    assert_eq!(tooltips(&harness), 0);
}

#[test]
fn the_dialog_in_the_largest_and_the_smallest_window() {
    let mut stored = Stored::new();
    for (theme, size, name) in
        [(ThemePreference::Light, FULL, "export-dialog"), (ThemePreference::Dark, NARROW_ZOOMED, "export-dialog-small")]
    {
        let mut harness = open(TabKey::MEMBERS, size, theme);
        open_dialog(&mut harness);
        stored.picture(&mut harness, Part::Dialog, name);
    }
}

/// What the dialog offers is the same in a window of any size.
#[test]
fn the_dialog_wherever_it_is_opened() {
    let mut stored = Stored::new();
    for size in [FULL, NARROW, ZOOMED, NARROW_ZOOMED] {
        let mut harness = open(TabKey::MEMBERS, size, ThemePreference::Light);
        open_dialog(&mut harness);
        stored.heard_dialog(&harness, &format!("export-dialog-{}x{}", size.x, size.y));
    }
}

#[test]
fn the_dialog_over_each_kind_of_export() {
    let mut stored = Stored::new();
    let (radio, button) = (Role::RadioButton, Role::RadioButton);
    for (place, tab, chosen) in [
        ("chart", TabKey::TRADE, &[(radio, "Trade as a chart")][..]),
        ("map", TabKey::MEMBERS, &[(radio, "Members on the map"), (button, "SVG"), (button, "Dark")]),
        ("brief", TabKey::SUMMARY, &[]),
        ("workbook", TabKey::SOURCES, &[(button, "Excel")]),
    ] {
        let mut harness = shown(tab, ThemePreference::Light, chosen);
        stored.heard_dialog(&harness, &format!("export-dialog-{place}"));
        if place == "chart" {
            stored.picture(&mut harness, Part::Dialog, "export-dialog-chart");
        }
    }
    let mut harness = shown(TabKey::MEMBERS, ThemePreference::Light, &[]);
    type_path(&mut harness, Path::new("/no/such/folder/members.csv"));
    harness.key_press(Key::Enter);
    wait_for(&mut harness, "the trouble", |harness| harness.query_by_role(Role::Alert).is_some());
    stored.heard_dialog(&harness, "export-dialog-failed");
}
