//! What is said moves nothing, a step leads along the rows that are shown, and what is left is found as it was.

use briefing_desk::ui::app::App;
use briefing_desk::ui::{Action, Command, TabKey};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, ThemePreference, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::harness::{NARROW, desk, open, press, rows};

/// So many frames of the test are a second.
const SECONDS: usize = 4;

fn place(harness: &Harness<'_, App>, role: Role, label: &str) -> Option<Rect> {
    harness.query_by_role_and_label(role, label).map(|node| node.rect())
}

/// The rows of the table that are in view.
fn members(harness: &Harness<'_, App>) -> Vec<String> {
    rows(harness, "").into_iter().filter(|row| row.contains(", since ")).collect()
}

#[test]
fn what_is_said_floats_and_leaves_by_itself() {
    let mut harness = desk(TabKey::MEMBERS);
    let row = rows(&harness, "Belarus").remove(0);
    let before = place(&harness, Role::Row, &row);
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Command::Copy("a text".to_owned()));
    harness.run();
    let said = harness.get_by_role_and_label(Role::Status, "Copied.").rect();
    assert_eq!(place(&harness, Role::Row, &row), before);
    assert!(said.left() < 100.0 && said.bottom() < 800.0 - 24.0, "{said}");
    harness.state_mut().run(&ctx, Command::Copy("a text".to_owned()));
    harness.state_mut().run(&ctx, Action::CopyStatement);
    harness.run();
    let second = harness.get_by_role_and_label(Role::Status, "Select a claim or a sentence to copy it.").rect();
    let first = harness.get_by_role_and_label(Role::Status, "Copied.").rect();
    assert!(first.bottom() < second.top() && second.top() - first.bottom() < 40.0, "{first} above {second}");
    harness.run_steps(SECONDS * 8);
    assert!(harness.state().notice().is_none());
    assert!(harness.query_by_label("Copied.").is_none());
}

#[test]
fn what_is_pointed_at_stays_and_can_be_closed() {
    let mut harness = desk(TabKey::MEMBERS);
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Command::Copy("a text".to_owned()));
    harness.run();
    let said = harness.get_by_role_and_label(Role::Status, "Copied.").rect();
    harness.hover_at(said.center());
    harness.run_steps(SECONDS * 20);
    assert!(harness.state().notice().is_some(), "it is read");
    press(&mut harness, Role::Button, "Close the message");
    assert!(harness.state().notice().is_none());
}

#[test]
fn next_follows_the_rows_as_they_are_filtered_and_sorted() {
    let mut harness = desk(TabKey::MEMBERS);
    press(&mut harness, Role::CheckBox, "Observer, 2");
    let shown = members(&harness);
    press(&mut harness, Role::Row, &shown[0]);
    harness.get_by_label("Row 1 of 2");
    press(&mut harness, Role::Button, "Next");
    harness.get_by_label("Row 2 of 2");
    assert!(harness.get_by_role_and_label(Role::Row, &shown[1]).accesskit_node().is_selected() == Some(true));
}

#[test]
fn a_step_of_the_inspector_is_brought_into_view() {
    let mut harness = desk(TabKey::MEMBERS);
    let first = members(&harness).remove(0);
    press(&mut harness, Role::Row, &first);
    for _ in 0..24 {
        harness.get_by_role_and_label(Role::Button, "Next").click();
        harness.run_steps(SECONDS * 4);
    }
    harness.get_by_label("Row 25 of 26");
    let selected = harness.query_all_by_role(Role::Row).find(|row| row.accesskit_node().is_selected() == Some(true));
    let rect = selected.expect("it is in view").rect();
    assert!(harness.ctx.content_rect().contains_rect(rect), "{rect}");
}

#[test]
fn back_finds_the_page_as_it_was_left() {
    let mut harness = open(TabKey::SUMMARY, NARROW, ThemePreference::Light);
    harness.hover_at(egui::pos2(400.0, 400.0));
    let top = place_of_heading;
    let before = top(&harness);
    scroll(&mut harness, -300.0);
    let scrolled = top(&harness);
    assert_ne!(before, scrolled, "the page scrolls");
    harness.key_press_modifiers(Modifiers::ALT, Key::Num2);
    harness.run();
    harness.key_press_modifiers(Modifiers::ALT, Key::Num1);
    harness.run();
    harness.hover_at(egui::pos2(400.0, 400.0));
    scroll(&mut harness, 900.0);
    assert_eq!(top(&harness), before, "scrolled to its beginning");
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    harness.run();
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    harness.run();
    assert_eq!(top(&harness), scrolled);
}

fn place_of_heading(harness: &Harness<'_, App>) -> Option<f32> {
    harness.query_by_role_and_label(Role::Heading, "Key points").map(|node| node.rect().top())
}

fn scroll(harness: &mut Harness<'_, App>, points: f32) {
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, points),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Unknown,
    });
    harness.run();
    harness.run_steps(20);
}
