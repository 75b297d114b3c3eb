//! What is shown, undone, come back to and handed on.

use std::path::PathBuf;
use std::sync::Arc;

use briefing_desk::export::link::of_anchor;
use briefing_desk::ui::app::App;
use briefing_desk::ui::preferences::{Left, Preferences};
use briefing_desk::ui::{Action, Command, Selection, TabKey};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::harness::{FULL, bundled, copied, desk, press, wait_for};
use crate::stored::{Part, Stored};

fn run(harness: &mut Harness<'_, App>, command: impl Into<Command>) {
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, command);
    harness.run();
}

fn link(harness: &mut Harness<'_, App>) -> String {
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Action::CopyLink);
    copied(harness).expect("a link")
}

fn follow(harness: &mut Harness<'_, App>, link: &str) {
    run(harness, Command::Follow(link.to_owned()));
}

fn state(key: &str) -> Selection {
    Selection::State(key.to_owned().try_into().expect("a key"))
}

#[test]
fn what_was_set_and_selected_is_undone_and_done_again() {
    let mut harness = desk(TabKey::MEMBERS);
    follow(&mut harness, "briefing-desk:members?status=observer");
    run(&mut harness, Command::Select(state("mongolia")));
    run(&mut harness, Command::Show(TabKey::TRADE));
    let pressed = |harness: &mut Harness<'_, App>, modifiers| {
        harness.key_press_modifiers(modifiers, Key::Z);
        harness.run();
    };
    pressed(&mut harness, Modifiers::COMMAND);
    assert_eq!(harness.state().selection(), None, "the selection first; that a tab was opened is no change");
    assert_eq!(harness.state().tab(), TabKey::MEMBERS, "where it was made");
    pressed(&mut harness, Modifiers::COMMAND);
    harness.get_by_label("26 of 26 rows");
    pressed(&mut harness, Modifiers::COMMAND);
    for _ in 0..2 {
        pressed(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT);
    }
    assert_eq!(harness.state().selection(), Some(&state("mongolia")));
    assert_eq!(harness.state().tab(), TabKey::TRADE, "where the reader was");
    run(&mut harness, Command::Show(TabKey::MEMBERS));
    harness.get_by_label("2 of 26 rows");
}

#[test]
fn a_link_shows_what_it_was_copied_from() {
    let mut harness = desk(TabKey::SUMMARY);
    let given = "briefing-desk:members?as-of=2018-01-01&status=member&sort=since:desc&select=state:india";
    follow(&mut harness, given);
    assert_eq!(harness.state().tab(), TabKey::MEMBERS);
    assert_eq!(harness.state().selection(), Some(&state("india")));
    assert_eq!(link(&mut harness), given);
    follow(&mut harness, "briefing-desk:trade?measure=growth&from=2020&chart=lines");
    assert_eq!(
        link(&mut harness),
        "briefing-desk:trade?measure=growth&from=2020&chart=lines",
        "nothing is selected by it"
    );
}

#[test]
fn what_a_page_calls_its_parts_is_shown() {
    let mut harness = desk(TabKey::SUMMARY);
    for (anchor, given) in [
        ("claim-turnover-2021-2024", "claim:turnover-2021-2024"),
        ("state-nepal", "state:nepal"),
        ("sentence-4.2", "sentence:4.2"),
        ("figures-customs-usd-2022", "period:customs-usd:2022"),
    ] {
        let meant = of_anchor(anchor).expect("an anchor of a page");
        follow(&mut harness, &meant.to_string());
        let selected = harness.state().selection().map(Selection::given);
        assert_eq!(selected.as_deref(), Some(given));
        assert_eq!(harness.state().tab().as_str(), meant.tab);
    }
}

/// A page carries its briefing, and what it was asked to show of it.
#[test]
fn a_page_that_is_opened_shows_what_it_showed() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let page = folder.path().join("brief.html");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_briefing-desk"))
        .args(["export", "--what", "brief", "--format", "html", "--with-briefing", "--status", "observer"])
        .args(["--measure", "growth", "-o"])
        .arg(&page)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut harness = desk(TabKey::MEMBERS);
    run(&mut harness, Command::OpenFolder(page));
    wait_for(&mut harness, "the states of the page", |harness| harness.query_by_label("2 of 26 rows").is_some());
    run(&mut harness, Command::Show(TabKey::TRADE));
    assert_eq!(link(&mut harness), "briefing-desk:trade?measure=growth");
}

#[test]
fn a_link_that_cannot_be_followed_changes_nothing_and_says_why() {
    let mut harness = desk(TabKey::MEMBERS);
    let before = link(&mut harness);
    for (wrong, said) in [
        ("briefing-desk:cellar", "no tab"),
        ("briefing-desk:members?colour=red", "means nothing"),
        ("briefing-desk:members?status=king", "king"),
        ("briefing-desk:members?select=state:atlantis", "atlantis"),
        ("briefing-desk:members?columns=luck", "luck"),
        ("briefing-desk:sources?pane=%1b", "cannot be read"),
        ("https://example.org", "no link"),
    ] {
        follow(&mut harness, wrong);
        let notice = harness.state().notice().map(|notice| notice.text.clone()).unwrap_or_default();
        assert!(notice.contains(said), "{wrong}: {notice}");
        assert_eq!(link(&mut harness), before, "{wrong}");
    }
}

#[test]
fn a_view_is_kept_under_a_name_and_found_by_it() {
    let mut harness = desk(TabKey::MEMBERS);
    follow(&mut harness, "briefing-desk:members?status=observer");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::B);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Name of the view").type_text("Those who watch");
    harness.run();
    press(&mut harness, Role::Button, "Keep");
    Stored::new().picture(&mut harness, Part::Dialog, "views");
    harness.key_press(Key::Escape);
    harness.run();
    follow(&mut harness, "briefing-desk:trade");
    crate::palette::typed(&mut harness, "watch");
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("2 of 26 rows");
    crate::palette::typed(&mut harness, "briefing-desk:trade?measure=balance");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().tab(), TabKey::TRADE);
}

#[test]
fn what_was_open_comes_back_as_it_was_left() {
    let mut harness = desk(TabKey::SUMMARY);
    follow(&mut harness, "briefing-desk:sources?verdict=disputed&outcome=fail&search=nepal");
    follow(&mut harness, "briefing-desk:members?as-of=2018-01-01&search=an&columns=state,since:140,status");
    run(&mut harness, Command::Select(state("kazakhstan")));
    let before = link(&mut harness);
    let left = harness.state().left_now(&harness.ctx);
    let stored = serde_json::to_string(&left).expect("it can be stored");
    let open = |left: Left| {
        let preferences = Preferences { left: Some(left), inspector: true, ..Preferences::default() };
        let mut harness = Harness::builder()
            .with_size(FULL)
            .wgpu()
            .build_eframe(move |creation| App::with_preferences(&creation.egui_ctx, Arc::new(bundled()), preferences));
        harness.run();
        harness
    };
    let read: Left = serde_json::from_str(&stored).expect("it is read");
    let mut again = open(read.clone());
    assert_eq!(link(&mut again), before);
    run(&mut again, Command::Show(TabKey::SOURCES));
    assert!(link(&mut again).starts_with("briefing-desk:sources?verdict=disputed&outcome=fail&search=nepal"));
    // What was left of another briefing is no concern of this one.
    let mut other = open(Left { folder: Some(PathBuf::from("/no/such/folder").into()), ..read });
    assert_eq!(link(&mut other), "briefing-desk:summary");
}
