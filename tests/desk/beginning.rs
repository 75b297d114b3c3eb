//! A briefing begun in the window: of a document, of pasted text, or with nothing in it, by keyboard and by mouse.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use briefing_desk::analysis::memo;
use briefing_desk::briefing::Briefing;
use briefing_desk::ui::TabKey;
use briefing_desk::ui::app::App;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::harness::{Dropped, desk, press, wait_for, wait_for_frame};

const TEXT: &str = "The ministers met in Piraeus yesterday. They agreed on a ferry. Nobody signed.\n\
    Tickets cost 45 euros at most.\n";

pub fn folder() -> TempDir {
    TempDir::new().expect("a temporary folder")
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/document").join(name)
}

/// The files in a folder, packed as a document of Word is.
fn packed(folder: &Path) -> Vec<u8> {
    fn add(archive: &mut ZipWriter<Cursor<Vec<u8>>>, root: &Path, folder: &Path) {
        let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        let mut entries: Vec<PathBuf> = entries.collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                add(archive, root, &path);
            } else {
                let name = path.strip_prefix(root).expect("it lies within").display().to_string();
                archive.start_file(name, SimpleFileOptions::default()).expect("a part");
                archive.write_all(&fs::read(&path).expect("a file")).expect("it is written");
            }
        }
    }
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    add(&mut archive, folder, folder);
    archive.finish().expect("an archive").into_inner()
}

pub fn texts(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    entries.map(|path| (name(&path), fs::read_to_string(&path).expect("a text"))).collect()
}

fn new_from(folder: &Path, file: &Path, text: &str) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_briefing-desk"));
    let done = program.arg("new").arg(folder).arg("--from").arg(file).args(["--text", text]).output();
    assert!(done.expect("the program runs").status.success());
}

/// A briefing made of a text by the command line, in a folder.
pub fn made(parent: &Path) -> PathBuf {
    let (folder, text) = (parent.join("own"), parent.join("first.txt"));
    fs::write(&text, TEXT).expect("a file");
    new_from(&folder, &text, "beside");
    folder
}

/// Says of what day the document of a briefing is: its text does not, and then nothing counts from it.
pub fn dated(folder: &Path) {
    let path = folder.join("briefing.json");
    let text = fs::read_to_string(&path).expect("a manifest");
    let mut manifest: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    manifest["as_of"] = "2024-03-13".into();
    fs::write(path, format!("{manifest:#}\n")).expect("written");
}

pub fn pressed(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

/// Presses a key that begins work beside the window.
pub fn begin(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.step();
}

/// The name of what has the keyboard.
pub fn focused(harness: &Harness<'_, App>) -> String {
    let root = harness.root();
    let mut nodes = root.children_recursive();
    let node = nodes.find(|node| node.accesskit_node().is_focused());
    node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

fn is_open(harness: &Harness<'_, App>) -> bool {
    harness.query_by_role_and_label(Role::Dialog, "New briefing").is_some()
}

/// The sentences in view, as they are heard.
pub fn sentences(harness: &Harness<'_, App>) -> Vec<String> {
    let rows = harness.query_all_by_role(Role::ListBoxOption);
    rows.filter_map(|row| row.accesskit_node().label()).collect()
}

fn said(harness: &Harness<'_, App>) -> String {
    let mut alerts = harness.query_all_by_role(Role::Alert);
    alerts.next().and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

/// Drops a file on the window and waits for its sentences.
#[track_caller]
fn drop_document(harness: &mut Harness<'_, App>, file: &Path) {
    harness.input_mut().dropped_files.push(Arc::new(Dropped(file.to_owned())));
    harness.step();
    wait_for(harness, "the sentences", |harness| !sentences(harness).is_empty());
}

/// Begins with a pasted text, by keyboard alone.
#[track_caller]
fn paste(harness: &mut Harness<'_, App>, text: &str) {
    pressed(harness, Modifiers::COMMAND, Key::N);
    assert_eq!(focused(harness), "Path of the document");
    pressed(harness, Modifiers::SHIFT, Key::Tab);
    pressed(harness, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(focused(harness), "Pasted text");
    pressed(harness, Modifiers::NONE, Key::Tab);
    assert_eq!(focused(harness), "Text of the document");
    harness.event(Event::Paste(text.to_owned()));
    harness.run();
    begin(harness, Modifiers::COMMAND, Key::Enter);
    wait_for(harness, "the sentences", |harness| !sentences(harness).is_empty());
}

fn type_over(harness: &mut Harness<'_, App>, text: &str) {
    pressed(harness, Modifiers::COMMAND, Key::A);
    harness.event(Event::Paste(text.to_owned()));
    harness.run();
}

#[track_caller]
pub fn wait_until_made(harness: &mut Harness<'_, App>, folder: &Path) {
    wait_for(harness, "the new briefing", |harness| harness.state().folder() == Some(folder));
}

#[test]
fn a_briefing_is_made_of_pasted_text_by_keyboard_alone() {
    let parent = folder();
    let goal = parent.path().join("deep").join("own");
    let mut harness = desk(TabKey::SUMMARY);
    paste(&mut harness, TEXT);
    assert_eq!(focused(&harness), "1.1: The ministers met in Piraeus yesterday.", "the row at hand has the keyboard");
    assert_eq!(
        sentences(&harness),
        [
            "1.1: The ministers met in Piraeus yesterday.",
            "1.2: They agreed on a ferry.",
            "1.3: Nobody signed.",
            "2.1: Tickets cost 45 euros at most."
        ]
    );
    pressed(&mut harness, Modifiers::NONE, Key::ArrowDown);
    pressed(&mut harness, Modifiers::NONE, Key::J);
    assert_eq!(sentences(&harness)[1], "1.2: They agreed on a ferry. Nobody signed.");
    pressed(&mut harness, Modifiers::COMMAND, Key::Enter);
    assert_eq!(focused(&harness), "Title");
    type_over(&mut harness, "A night ferry");
    pressed(&mut harness, Modifiers::NONE, Key::Tab);
    type_over(&mut harness, "Harbour Courier");
    pressed(&mut harness, Modifiers::COMMAND, Key::Enter);
    assert_eq!(focused(&harness), "Folder of the briefing");
    type_over(&mut harness, goal.to_str().expect("UTF-8"));
    begin(&mut harness, Modifiers::NONE, Key::Enter);
    wait_until_made(&mut harness, &goal);
    assert!(!is_open(&harness));
    let briefing = harness.state().briefing();
    assert_eq!(briefing.manifest.name, "A night ferry");
    let source = briefing.document_source().and_then(|key| briefing.source(key)).expect("its source");
    assert_eq!(source.publisher, "Harbour Courier");
    assert_eq!(briefing.sentences().len(), 3);
    assert_eq!(fs::read_to_string(goal.join("document.txt")).expect("a text"), TEXT.trim_end());
    let attached = harness.state().attachment().expect("its text is attached");
    assert!(attached.is_whole() && attached.differing().is_empty());
    let notice = harness.state().notice().expect("it is said");
    assert!(!notice.failed && notice.text.starts_with("4 files are written to "), "{}", notice.text);
}

#[test]
fn a_dropped_document_makes_the_files_that_the_command_line_makes() {
    let parent = folder();
    let file = parent.path().join("ferry.docx");
    fs::write(&file, packed(&fixture("library.docx"))).expect("a file");
    for (text, kept) in [("beside", "Beside the briefing"), ("nowhere", "Nowhere")] {
        let [own, other] = ["window", "terminal"].map(|name| parent.path().join(format!("{name}-{text}")));
        let mut harness = desk(TabKey::SUMMARY);
        drop_document(&mut harness, &file);
        assert_eq!(sentences(&harness)[1], "2.1: Министры встретились 12 марта.");
        press(&mut harness, Role::Button, "Next");
        let field = |harness: &Harness<'_, App>, name: &str| {
            harness.get_by_role_and_label(Role::TextInput, name).accesskit_node().value().unwrap_or_default()
        };
        assert_eq!((field(&harness, "Title"), field(&harness, "Language")), ("О встрече в Пирее".into(), "ru".into()));
        press(&mut harness, Role::Button, "Next");
        let proposed = PathBuf::from(field(&harness, "Folder of the briefing"));
        assert_eq!(proposed.parent(), Some(parent.path()), "beside the document");
        press(&mut harness, Role::RadioButton, kept);
        harness.get_by_label("Folder of the briefing").focus();
        harness.run();
        type_over(&mut harness, own.to_str().expect("UTF-8"));
        harness.get_by_role_and_label(Role::Button, "Make the briefing").click();
        harness.step();
        wait_until_made(&mut harness, &own);
        new_from(&other, &file, text);
        assert_eq!(texts(&own), texts(&other), "{text}");
        assert_eq!(harness.state().attachment().is_some(), text == "beside");
    }
}

#[test]
fn sentences_are_joined_split_and_undone_by_key_and_by_mouse() {
    let mut harness = desk(TabKey::SUMMARY);
    paste(&mut harness, TEXT);
    let before = sentences(&harness);
    press(&mut harness, Role::Button, "Join with the next");
    assert_eq!(sentences(&harness)[0], "1.1: The ministers met in Piraeus yesterday. They agreed on a ferry.");
    // Where it was joined it would be split again.
    pressed(&mut harness, Modifiers::NONE, Key::S);
    assert_eq!(sentences(&harness), before);
    pressed(&mut harness, Modifiers::COMMAND, Key::Z);
    pressed(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(sentences(&harness), before);
    assert!(harness.get_by_role_and_label(Role::Button, "Undo").accesskit_node().is_disabled());
    // Before the third word, by the arrows.
    harness.get_by_role_and_label(Role::ListBoxOption, &before[3]).click();
    harness.run();
    assert_eq!(focused(&harness), before[3]);
    pressed(&mut harness, Modifiers::NONE, Key::ArrowRight);
    pressed(&mut harness, Modifiers::NONE, Key::ArrowRight);
    press(&mut harness, Role::Button, "Split here");
    assert_eq!(sentences(&harness)[3..], ["2.1: Tickets cost", "2.2: 45 euros at most."]);
    // The last of a paragraph has nothing to be joined with.
    harness.get_by_role_and_label(Role::ListBoxOption, &before[2]).click();
    harness.run();
    assert!(harness.get_by_role_and_label(Role::Button, "Join with the next").accesskit_node().is_disabled());
    pressed(&mut harness, Modifiers::NONE, Key::J);
    assert_eq!(sentences(&harness).len(), 5, "the key does nothing either");
}

#[test]
fn a_click_in_the_paragraph_says_where_it_is_split() {
    let mut harness = desk(TabKey::SUMMARY);
    paste(&mut harness, TEXT);
    harness.get_by_role_and_label(Role::ListBoxOption, "2.1: Tickets cost 45 euros at most.").click();
    harness.run();
    let paragraph = harness.get_by_role_and_label(Role::Paragraph, "Paragraph 2 in full").rect();
    // Within the second word: eight letters of some seven points stand before it.
    let pos = paragraph.left_top() + egui::vec2(70.0, 10.0);
    for pressed in [true, false] {
        let button = egui::PointerButton::Primary;
        harness.event(Event::PointerMoved(pos));
        harness.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        // What is held for long is no click.
        harness.step();
    }
    harness.run();
    pressed(&mut harness, Modifiers::NONE, Key::S);
    assert_eq!(sentences(&harness)[3..], ["2.1: Tickets", "2.2: cost 45 euros at most."]);
}

#[test]
fn what_takes_long_says_how_far_it_is_and_can_be_stopped() {
    let parent = folder();
    let file = parent.path().join("long.txt");
    let lines: Vec<String> =
        (0..60_000).map(|number| format!("They met for the {number}th time at 5 p.m. and left.\n")).collect();
    fs::write(&file, lines.concat()).expect("a file");
    let mut harness = desk(TabKey::SUMMARY);
    harness.input_mut().dropped_files.push(Arc::new(Dropped(file)));
    harness.step();
    let progress = |harness: &Harness<'_, App>| harness.query_by_role(Role::ProgressIndicator).is_some();
    wait_for_frame(&mut harness, "how far it is", progress);
    harness.get_by_role_and_label(Role::Button, "Cancel").click_accesskit();
    wait_for_frame(&mut harness, "the end of it", |harness| !progress(harness));
    harness.run_steps(2);
    assert!(is_open(&harness) && sentences(&harness).is_empty() && said(&harness).is_empty());
}

#[test]
fn a_doubtful_end_is_marked_gone_to_and_found_right() {
    let mut harness = desk(TabKey::SUMMARY);
    paste(&mut harness, "They met. It was Co. Ltd. Shares fell. He lives in the U.S. Nobody knows.\n");
    let doubtful = |harness: &Harness<'_, App>| {
        sentences(harness).into_iter().filter(|row| row.contains(", doubtful: ")).collect::<Vec<_>>()
    };
    let all = doubtful(&harness);
    assert!(!all.is_empty(), "{:?}", sentences(&harness));
    let at = |harness: &Harness<'_, App>| {
        let rows = harness.query_all_by_role(Role::ListBoxOption);
        let mut rows = rows.filter(|row| row.accesskit_node().data().is_selected() == Some(true));
        rows.next().and_then(|row| row.accesskit_node().label()).unwrap_or_default()
    };
    assert_eq!(at(&harness), all[0], "the first that is doubtful is at hand");
    for left in (0..all.len()).rev() {
        pressed(&mut harness, Modifiers::NONE, Key::Enter);
        assert_eq!(doubtful(&harness).len(), left);
    }
    assert!(harness.get_by_role_and_label(Role::Button, "Next doubtful").accesskit_node().is_disabled());
}

#[test]
fn what_cannot_be_read_is_said_and_what_is_open_stays_open() {
    let mut harness = desk(TabKey::SUMMARY);
    let name = harness.state().briefing().manifest.name.clone();
    pressed(&mut harness, Modifiers::COMMAND, Key::N);
    for (file, why) in [
        (fixture("scan.pdf"), "only pictures of its pages"),
        (fixture("locked.pdf"), "is encrypted"),
        (PathBuf::from("/no/such/file.docx"), "file.docx"),
    ] {
        harness.get_by_label("Path of the document").focus();
        harness.run();
        type_over(&mut harness, file.to_str().expect("UTF-8"));
        begin(&mut harness, Modifiers::NONE, Key::Enter);
        wait_for(&mut harness, "why", |harness| said(harness).contains(why));
        assert!(is_open(&harness) && sentences(&harness).is_empty());
    }
    press(&mut harness, Role::Button, "Cancel");
    assert!(!is_open(&harness));
    assert_eq!(harness.state().briefing().manifest.name, name);
}

#[test]
fn a_folder_with_something_in_it_is_left_alone_and_another_can_be_given() {
    let parent = folder();
    fs::write(parent.path().join("mine.txt"), "mine").expect("a file");
    let mut harness = desk(TabKey::SUMMARY);
    paste(&mut harness, TEXT);
    press(&mut harness, Role::Button, "Next");
    let published = |harness: &mut Harness<'_, App>| {
        harness.get_by_role_and_label(Role::TextInput, "Published").focus();
        harness.run();
    };
    published(&mut harness);
    type_over(&mut harness, "some day");
    press(&mut harness, Role::Button, "Next");
    assert!(said(&harness).contains("“some day” is no day"), "{}", said(&harness));
    published(&mut harness);
    type_over(&mut harness, "13 March 2024");
    press(&mut harness, Role::Button, "Next");
    type_over(&mut harness, parent.path().to_str().expect("UTF-8"));
    begin(&mut harness, Modifiers::NONE, Key::Enter);
    wait_for(&mut harness, "why", |harness| said(harness).contains("is not empty"));
    assert_eq!(fs::read_dir(parent.path()).expect("the folder").count(), 1);
    let goal = parent.path().join("own");
    harness.get_by_label("Folder of the briefing").focus();
    harness.run();
    type_over(&mut harness, goal.to_str().expect("UTF-8"));
    begin(&mut harness, Modifiers::NONE, Key::Enter);
    wait_until_made(&mut harness, &goal);
    assert_eq!(harness.state().briefing().manifest.as_of.to_string(), "2024-03-13");
}

#[test]
fn one_with_nothing_in_it_is_begun_by_its_name_alone() {
    let parent = folder();
    let goal = parent.path().join("own");
    let mut harness = desk(TabKey::SUMMARY);
    pressed(&mut harness, Modifiers::COMMAND, Key::N);
    press(&mut harness, Role::RadioButton, "Nothing yet");
    press(&mut harness, Role::Button, "Next");
    type_over(&mut harness, "Later");
    pressed(&mut harness, Modifiers::NONE, Key::Enter);
    type_over(&mut harness, goal.to_str().expect("UTF-8"));
    begin(&mut harness, Modifiers::NONE, Key::Enter);
    wait_until_made(&mut harness, &goal);
    let briefing = Briefing::open(&goal).expect("it opens");
    assert!(briefing.manifest.name == "Later" && briefing.document.is_none());
    assert!(goal.join("schema/briefing.json").is_file(), "as the command line makes it");
}

/// Runs the program, which has to succeed.
#[track_caller]
fn by_command_line(arguments: &[&std::ffi::OsStr]) {
    let done = Command::new(env!("CARGO_BIN_EXE_briefing-desk")).args(arguments).output().expect("the program runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// The texts of a folder and of those in it.
fn all_texts(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut all = BTreeMap::new();
    for path in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            let name = PathBuf::from(path.file_name().expect("a name"));
            all.extend(all_texts(&path).into_iter().map(|(inner, text)| (name.join(inner), text)));
        } else {
            let name = PathBuf::from(path.file_name().expect("a name"));
            all.insert(name, fs::read_to_string(&path).expect("a text"));
        }
    }
    all
}

#[test]
fn one_like_another_and_an_example_are_what_the_command_line_makes() {
    let parent = folder();
    let goals = ["window", "terminal", "window-example", "terminal-example"].map(|name| parent.path().join(name));
    let [own, other, own_example, other_example] = &goals;
    let like = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut harness = desk(TabKey::SUMMARY);
    pressed(&mut harness, Modifiers::COMMAND, Key::N);
    assert!(
        harness.query_by_role_and_label(Role::RadioButton, "A newer edition").is_none(),
        "nothing of a folder is open"
    );
    press(&mut harness, Role::RadioButton, "Another briefing");
    for (typed, why) in [("/no/such/briefing", "/no/such/briefing"), (like.to_str().expect("UTF-8"), "")] {
        harness.get_by_label("Path of the other briefing").focus();
        harness.run();
        type_over(&mut harness, typed);
        begin(&mut harness, Modifiers::COMMAND, Key::Enter);
        if why.is_empty() {
            wait_for(&mut harness, "its name", |harness| {
                harness.query_by_role_and_label(Role::TextInput, "Title").is_some()
            });
        } else {
            wait_for(&mut harness, "why", |harness| said(harness).contains(why));
        }
    }
    pressed(&mut harness, Modifiers::COMMAND, Key::Enter);
    type_over(&mut harness, own.to_str().expect("UTF-8"));
    begin(&mut harness, Modifiers::COMMAND, Key::Enter);
    wait_until_made(&mut harness, own);
    by_command_line(&["new".as_ref(), other.as_os_str(), "--like".as_ref(), like.as_os_str()]);
    assert_eq!(all_texts(own), all_texts(other));
    pressed(&mut harness, Modifiers::COMMAND, Key::N);
    press(&mut harness, Role::RadioButton, "An example");
    pressed(&mut harness, Modifiers::COMMAND, Key::Enter);
    type_over(&mut harness, own_example.to_str().expect("UTF-8"));
    begin(&mut harness, Modifiers::COMMAND, Key::Enter);
    wait_until_made(&mut harness, own_example);
    by_command_line(&["new".as_ref(), other_example.as_os_str()]);
    assert_eq!(all_texts(own_example), all_texts(other_example));
}

#[test]
fn a_text_whose_encoding_is_guessed_is_read_in_another() {
    let parent = folder();
    let file = parent.path().join("notes.txt");
    let text = "Министры встретились вчера. Они договорились о пароме.";
    fs::write(&file, encoded(text)).expect("a file");
    let mut harness = desk(TabKey::SUMMARY);
    drop_document(&mut harness, &file);
    assert_eq!(sentences(&harness), ["1.1: Министры встретились вчера.", "1.2: Они договорились о пароме."]);
    assert!(harness.query_by_label_contains("this is a guess").is_some());
    press(&mut harness, Role::Button, "windows-1251");
    press(&mut harness, Role::CheckBox, "windows-1252");
    wait_for(&mut harness, "other letters", |harness| sentences(harness).iter().any(|row| row.contains("Ìèíèñòðû")));
    press(&mut harness, Role::Button, "windows-1252");
    press(&mut harness, Role::CheckBox, "windows-1251");
    wait_for(&mut harness, "the letters", |harness| sentences(harness).iter().any(|row| row.contains("Министры")));
    // What says its encoding, as UTF-8 does, is not asked.
    fs::write(&file, text).expect("a file");
    press(&mut harness, Role::Button, "Begin anew");
    drop_document(&mut harness, &file);
    assert!(harness.query_by_label_contains("this is a guess").is_none());
}

/// A Russian text as Windows wrote it.
fn encoded(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        'А'..='я' => u8::try_from(u32::from(letter) - 0x410 + 0xc0).expect("a letter"),
        ascii => u8::try_from(u32::from(ascii)).expect("ASCII"),
    };
    text.chars().map(byte).collect()
}

#[test]
fn a_newer_edition_is_shown_before_it_is_written_does_what_the_command_line_does_and_is_undone() {
    let parent = folder();
    let [own, other] = ["one", "two"].map(|name| {
        let parent = parent.path().join(name);
        fs::create_dir(&parent).expect("a folder");
        made(&parent)
    });
    let before = all_texts(&own);
    let newer = parent.path().join("newer.txt");
    let text = TEXT.replace("45 euros", "48 euros").replace("Nobody signed. ", "").replace("They agreed", "All agreed");
    fs::write(&newer, format!("A new first line stands here.\n{text}")).expect("a file");
    let mut harness = desk(TabKey::SUMMARY);
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, briefing_desk::ui::Command::OpenFolder(own.clone()));
    harness.step();
    wait_until_made(&mut harness, &own);
    pressed(&mut harness, Modifiers::COMMAND, Key::N);
    press(&mut harness, Role::RadioButton, "A newer edition");
    harness.get_by_label("Path of the document").focus();
    harness.run();
    type_over(&mut harness, newer.to_str().expect("UTF-8"));
    begin(&mut harness, Modifiers::COMMAND, Key::Enter);
    wait_for(&mut harness, "what becomes of it", |harness| {
        harness.query_by_label_contains("1.1 → 2.1: ").is_some()
            && harness.query_by_label_contains("Sentences: ").is_some()
    });
    assert!(!is_open(&harness));
    assert_eq!(all_texts(&own), before, "looking writes nothing");
    let document = harness.get_by_role_and_label(Role::RadioButton, "Document");
    assert_eq!(document.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    begin(&mut harness, Modifiers::COMMAND, Key::Enter);
    let first = |harness: &Harness<'_, App>| harness.state().briefing().sentences()[0].label.clone();
    wait_for(&mut harness, "the newer edition", |harness| first(harness).starts_with("A new first line"));
    by_command_line(&["import".as_ref(), "document".as_ref(), other.as_os_str(), newer.as_os_str()]);
    assert_eq!(all_texts(&own), all_texts(&other));
    harness.get_by_role_and_label(Role::Button, "Undo").click();
    harness.step();
    wait_for(&mut harness, "the older edition", |harness| !first(harness).starts_with("A new first line"));
    assert_eq!(all_texts(&own), before);
}

#[test]
fn escape_puts_it_away_with_what_was_done_and_gives_the_keyboard_back() {
    let mut harness = desk(TabKey::MEMBERS);
    harness.get_by_role(Role::Grid).focus();
    harness.run();
    paste(&mut harness, TEXT);
    pressed(&mut harness, Modifiers::NONE, Key::J);
    let joined = sentences(&harness);
    pressed(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!is_open(&harness));
    assert!(harness.get_by_role(Role::Grid).accesskit_node().is_focused());
    pressed(&mut harness, Modifiers::COMMAND, Key::N);
    assert_eq!(sentences(&harness), joined);
    press(&mut harness, Role::Button, "Begin anew");
    assert!(sentences(&harness).is_empty() && is_open(&harness));
}

#[test]
fn of_many_sentences_those_in_view_are_laid_out_and_nothing_moves() {
    let parent = folder();
    let file = parent.path().join("long.txt");
    let lines: Vec<String> =
        (0..3000).map(|number| format!("They met for the {number}th time. Nobody signed.\n")).collect();
    fs::write(&file, lines.concat()).expect("a file");
    let mut harness = desk(TabKey::SUMMARY);
    drop_document(&mut harness, &file);
    let places = |harness: &Harness<'_, App>| {
        let dialog = harness.get_by_role_and_label(Role::Dialog, "New briefing");
        ["Back", "Next", "Cancel"].map(|name| dialog.get_by_role_and_label(Role::Button, name).rect())
    };
    let buttons = places(&harness);
    assert!(sentences(&harness).len() < 60, "{}", sentences(&harness).len());
    pressed(&mut harness, Modifiers::NONE, Key::End);
    assert!(sentences(&harness).iter().any(|row| row == "3000.2: Nobody signed."), "{:?}", sentences(&harness));
    let (answered, passes) = (memo::answered(), harness.ctx.cumulative_pass_nr());
    harness.step();
    let still = (memo::answered() - answered, harness.ctx.cumulative_pass_nr() - passes);
    assert_eq!(still, (0, 1), "while nothing happens nothing is worked out, and it is drawn once");
    press(&mut harness, Role::Button, "Next");
    assert_eq!(places(&harness), buttons);
    for _ in 0..2 {
        let dialog = harness.get_by_role_and_label(Role::Dialog, "New briefing");
        dialog.get_by_role_and_label(Role::Button, "Back").click();
        harness.run();
    }
    assert_eq!(places(&harness), buttons);
}
