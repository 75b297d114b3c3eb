//! What is said moves nothing, a step leads along the rows that are shown, and what is left is found as it was.

use briefing_desk::ui::app::App;
use briefing_desk::ui::{Action, Command, TabKey};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Rect, ThemePreference, Vec2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::harness::{FULL, NARROW, desk, open, press, rows};

/// So many frames of the test are a second.
const SECONDS: usize = 4;

fn place(harness: &Harness<'_, App>, role: Role, label: &str) -> Option<Rect> {
    harness.query_by_role_and_label(role, label).map(|node| node.rect())
}

/// The rows of the table that are in view.
fn members(harness: &Harness<'_, App>) -> Vec<String> {
    rows(harness, "").into_iter().filter(|row| row.contains(", since ")).collect()
}

/// Half a screen, what the design is drawn at, and a large screen.
const SIZES: [Vec2; 3] = [NARROW, FULL, vec2(1920.0, 1200.0)];

/// Presses a place of the window, as a pointer does.
fn press_at(harness: &mut Harness<'_, App>, at: Pos2) {
    for pressed in [true, false] {
        let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
        harness.event(egui::Event::PointerMoved(at));
        harness.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers });
        harness.step();
    }
    harness.run();
}

/// What can be clicked on a tab: something of a role whose name says something.
type Clicked = (TabKey, Role, fn(&str) -> bool);

#[test]
fn opening_the_inspector_moves_nothing_that_was_clicked() {
    let clicked: [Clicked; 6] = [
        (TabKey::SUMMARY, Role::Row, |name| name.starts_with('5')),
        (TabKey::SUMMARY, Role::Row, |name| name.starts_with('2')),
        (TabKey::MEMBERS, Role::Row, |name| name.starts_with("Cambodia")),
        (TabKey::MEMBERS, Role::Button, |name| name.starts_with("India")),
        (TabKey::TRADE, Role::Button, |name| name.starts_with("2022")),
        (TabKey::SOURCES, Role::Row, |name| name.contains("Lavrov came")),
    ];
    for size in SIZES {
        for (tab, role, is_it) in clicked {
            let mut harness = open(tab, size, ThemePreference::Light);
            if tab == TabKey::MEMBERS && role == Role::Button && size == NARROW {
                press(&mut harness, Role::Button, "Map");
            }
            let screen = harness.ctx.content_rect().shrink2(vec2(0.0, 40.0));
            let named = |node: &egui_kittest::Node<'_>| {
                let label = node.accesskit_node().label();
                label.filter(|label| is_it(label)).filter(|_| screen.intersect(node.rect()).height() > 8.0)
            };
            let label = harness.query_all_by_role(role).find_map(|node| named(&node));
            let label = label.unwrap_or_else(|| panic!("{role:?} on {tab:?} at {size}"));
            let before = place(&harness, role, &label).expect("it is there");
            press_at(&mut harness, before.intersect(screen).center());
            assert!(harness.state().selection().is_some(), "{label} at {size}");
            assert!(place(&harness, Role::Button, "Close the inspector").is_some(), "{label} at {size}");
            let stays = |place: Option<Rect>| place.map(|place| place.min) == Some(before.min);
            assert!(stays(place(&harness, role, &label)), "{label} at {size}");
            harness.key_press(Key::Escape);
            harness.run();
            assert!(stays(place(&harness, role, &label)), "{label} at {size}, closed");
        }
    }
}

/// Three clicks on the name of a row order the columns by that row, down, up and down again, and by no other.
#[test]
fn three_clicks_on_the_name_of_a_row_are_for_that_row() {
    for size in SIZES {
        let mut harness = open(TabKey::TRADE, size, ThemePreference::Light);
        let is_turnover = |name: &str| name.starts_with("Turnover");
        let at = |harness: &Harness<'_, App>| {
            let names = harness.query_all_by_role(Role::RowHeader);
            let one =
                names.into_iter().find(|node| node.accesskit_node().label().is_some_and(|name| is_turnover(&name)));
            one.map(|node| node.rect()).expect("a row of turnover")
        };
        let before = at(&harness);
        for _ in 0..3 {
            press_at(&mut harness, before.center());
            assert_eq!(at(&harness), before, "at {size}");
        }
    }
}

/// Under the inspector lies nothing that cannot be brought out.
#[test]
fn what_the_inspector_covers_can_be_scrolled_out() {
    let mut harness = open(TabKey::SUMMARY, NARROW, ThemePreference::Light);
    let row = |harness: &Harness<'_, App>| {
        let rows = harness.query_all_by_role(Role::Row);
        let mut rows = rows.filter(|row| row.accesskit_node().label().is_some_and(|label| label.starts_with('5')));
        rows.next().expect("key point 5").rect()
    };
    let before = row(&harness);
    press_at(&mut harness, before.left_center() + vec2(40.0, 0.0));
    let inspector = place(&harness, Role::Button, "Close the inspector").expect("it is open").right() - 290.0;
    assert!(before.right() > inspector, "some of it is covered");
    harness.hover_at(pos2(300.0, 400.0));
    wheel(&mut harness, vec2(-2000.0, 0.0));
    assert!(row(&harness).right() <= inspector, "{} is left of {inspector}", row(&harness));
    press(&mut harness, Role::Button, "Close the inspector");
    assert_eq!(row(&harness), before);
}

/// The second of two clicks is for what the first one hit, not for the inspector that came to lie there.
#[test]
fn a_double_click_presses_nothing_of_what_it_opened() {
    let mut harness = open(TabKey::TRADE, NARROW, ThemePreference::Light);
    // Whatever is there, at the place where the inspector has its button.
    let ctx = harness.ctx.clone();
    let row = crate::harness::year_of_trade(2023);
    harness.state_mut().run(&ctx, Command::Select(row));
    harness.run_steps(2);
    let close = place(&harness, Role::Button, "Close the inspector").expect("it is open").center();
    for pressed in [true, false] {
        let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
        harness.event(egui::Event::PointerMoved(close));
        harness.event(egui::Event::PointerButton { pos: close, button, pressed, modifiers });
    }
    harness.step();
    assert!(place(&harness, Role::Button, "Close the inspector").is_some());
    harness.run_steps(SECONDS);
    press_at(&mut harness, close);
    assert!(place(&harness, Role::Button, "Close the inspector").is_none(), "later it is pressed");
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
    wheel(harness, vec2(0.0, points));
}

fn wheel(harness: &mut Harness<'_, App>, delta: Vec2) {
    let (unit, phase) = (egui::MouseWheelUnit::Point, egui::TouchPhase::Move);
    let (modifiers, source) = (Modifiers::NONE, egui::MouseWheelSource::Unknown);
    harness.event(egui::Event::MouseWheel { unit, delta, phase, modifiers, source });
    harness.run_steps(24);
}
