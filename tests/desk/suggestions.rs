//! What a document says that its briefing does not have: taken, refused, undone and brought back in the window.

use std::fs;
use std::path::Path;
use std::process::Command;

use briefing_desk::ui::TabKey;
use briefing_desk::ui::app::App;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::beginning::{begin, dated, focused, folder, made, pressed, sentences, texts, wait_until_made};
use crate::harness::{desk, next_window, press, wait_for};

/// Opens the briefing in a folder and what is suggested for it.
#[track_caller]
fn open_suggestions(harness: &mut Harness<'_, App>, folder: &Path) {
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, briefing_desk::ui::Command::OpenFolder(folder.to_owned()));
    harness.step();
    wait_until_made(harness, folder);
    begin(harness, Modifiers::COMMAND, Key::G);
    wait_for(harness, "the suggestions", |harness| !sentences(harness).is_empty());
}

#[track_caller]
fn wait_for_count(harness: &mut Harness<'_, App>, start: &str) {
    wait_for(harness, start, |harness| harness.query_all_by_label_contains(start).next().is_some());
}

#[test]
fn a_suggestion_is_taken_as_the_command_line_takes_it_and_another_refused_and_each_undone() {
    let parent = folder();
    let [own, other] = ["one", "two"].map(|name| {
        let parent = parent.path().join(name);
        fs::create_dir(&parent).expect("a folder");
        let own = made(&parent);
        dated(&own);
        own
    });
    let before = texts(&own);
    let mut harness = desk(TabKey::SUMMARY);
    open_suggestions(&mut harness, &own);
    let all = sentences(&harness);
    assert_eq!(focused(&harness), all[0]);
    let relative = "Relative date, 1.1: yesterday";
    let at = all.iter().position(|row| row == relative).expect("a relative date");
    assert!(texts(&own) == before, "nothing is taken by itself");
    for _ in 0..at {
        pressed(&mut harness, Modifiers::NONE, Key::ArrowDown);
    }
    harness.get_by_label_contains("“yesterday” means ");
    begin(&mut harness, Modifiers::NONE, Key::T);
    wait_for_count(&mut harness, "1 taken, 0 refused");
    assert!(!sentences(&harness).iter().any(|row| row == relative));
    let mut program = Command::new(env!("CARGO_BIN_EXE_briefing-desk"));
    let listed = program.arg("suggest").arg(&other).output().expect("the program runs");
    let listed = String::from_utf8(listed.stdout).expect("UTF-8");
    let id = listed.lines().find(|line| line.starts_with("relative-date")).expect("one");
    let id = id.split_whitespace().next().expect("an id");
    let mut program = Command::new(env!("CARGO_BIN_EXE_briefing-desk"));
    assert!(program.arg("suggest").arg(&other).args(["--take", id]).status().expect("it runs").success());
    assert_eq!(texts(&own), texts(&other));
    // The open briefing shows it.
    let printed = |harness: &Harness<'_, App>| {
        harness.state().briefing().sentences()[0].as_printed.relative_dates.iter().map(|one| one.words.clone()).next()
    };
    wait_for(&mut harness, "the open briefing", |harness| printed(harness).as_deref() == Some("yesterday"));
    let left = sentences(&harness);
    pressed(&mut harness, Modifiers::NONE, Key::Delete);
    wait_for_count(&mut harness, "1 taken, 1 refused");
    assert_eq!(sentences(&harness).len(), left.len() - 1);
    assert_eq!(texts(&own), texts(&other), "what is refused writes nothing");
    pressed(&mut harness, Modifiers::COMMAND, Key::Z);
    wait_for_count(&mut harness, "1 taken, 0 refused");
    assert_eq!(sentences(&harness), left);
    pressed(&mut harness, Modifiers::COMMAND, Key::Z);
    wait_for_count(&mut harness, "0 taken, 0 refused");
    assert_eq!((texts(&own), sentences(&harness)), (before, all));
}

#[test]
fn suggestions_are_narrowed_down_by_kind_and_taken_one_after_the_other() {
    let parent = folder();
    let own = made(parent.path());
    dated(&own);
    let mut harness = desk(TabKey::SUMMARY);
    open_suggestions(&mut harness, &own);
    let all = sentences(&harness).len();
    press(&mut harness, Role::Button, &format!("All kinds, {all}"));
    let figures = harness.query_all_by_role(Role::CheckBox).filter_map(|row| row.accesskit_node().label());
    let figures = figures.filter(|label| label.starts_with("Relative date, ")).collect::<Vec<_>>().remove(0);
    press(&mut harness, Role::CheckBox, &figures);
    assert!(sentences(&harness).iter().all(|row| row.starts_with("Relative date, ")), "{:?}", sentences(&harness));
    let shown = sentences(&harness).len();
    assert!(shown < all && shown > 0);
    for _ in 0..shown {
        harness.get_by_role_and_label(Role::Button, "Take").click();
        harness.step();
    }
    wait_for_count(&mut harness, &format!("{shown} taken, 0 refused"));
    assert!(sentences(&harness).is_empty());
    assert!(fs::read_to_string(own.join("document.json")).expect("a document").contains("relative_dates"));
    press(&mut harness, Role::Button, "Close");
    assert!(harness.query_by_role(Role::Dialog).is_none());
}

#[test]
fn a_briefing_that_is_not_a_folder_has_no_suggestions_taken() {
    let parent = folder();
    let own = made(parent.path());
    let packed = parent.path().join("own.briefing");
    let mut program = Command::new(env!("CARGO_BIN_EXE_briefing-desk"));
    assert!(program.arg("pack").arg(&own).arg("-o").arg(&packed).status().expect("it runs").success());
    let mut harness = desk(TabKey::SUMMARY);
    pressed(&mut harness, Modifiers::COMMAND, Key::G);
    assert!(harness.query_by_role(Role::Dialog).is_none(), "the bundled briefing has no folder");
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, briefing_desk::ui::Command::OpenFolder(packed.clone()));
    harness.step();
    wait_until_made(&mut harness, &packed);
    pressed(&mut harness, Modifiers::COMMAND, Key::G);
    assert!(harness.query_by_role(Role::Dialog).is_none());
    assert!(harness.state().notice().is_some_and(|notice| notice.failed));
}

#[test]
fn what_was_refused_stays_refused_in_the_next_window_until_it_is_brought_back() {
    let parent = folder();
    let own = made(parent.path());
    let mut harness = desk(TabKey::SUMMARY);
    open_suggestions(&mut harness, &own);
    let all = sentences(&harness);
    let before = texts(&own);
    pressed(&mut harness, Modifiers::NONE, Key::Delete);
    wait_for_count(&mut harness, "0 taken, 1 refused");
    let mut next = next_window(&harness);
    drop(harness);
    open_suggestions(&mut next, &own);
    assert_eq!(sentences(&next), all[1..]);
    wait_for_count(&mut next, "0 taken, 1 refused");
    assert_eq!(texts(&own), before, "it is remembered elsewhere");
    press(&mut next, Role::Button, "Bring back refused");
    assert_eq!(sentences(&next), all);
    assert!(next.get_by_role_and_label(Role::Button, "Bring back refused").accesskit_node().is_disabled());
    let mut last = next_window(&next);
    open_suggestions(&mut last, &own);
    assert_eq!(sentences(&last), all);
}
