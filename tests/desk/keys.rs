//! The keys that people expect, and the menu of what can be done.

use std::sync::Arc;

use briefing_desk::export::starter;
use briefing_desk::ui::app::App;
use briefing_desk::ui::{Command, Selection, TabKey};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, ThemePreference, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::grown::grown;
use crate::harness::{NARROW, bundled, desk, open, open_with, press, rows, wait_for};
use crate::stored::{Part, Stored};

fn pressed(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

/// The name of what has the keyboard.
fn focused(harness: &Harness<'_, App>) -> Option<String> {
    let root = harness.root();
    let mut nodes = root.children_recursive();
    nodes.find(|node| node.accesskit_node().is_focused()).and_then(|node| node.accesskit_node().label())
}

#[test]
fn tabs_are_reached_by_number_and_one_after_the_other() {
    let mut harness = desk(TabKey::SUMMARY);
    for (modifiers, key, tab) in [
        (Modifiers::COMMAND, Key::Num3, TabKey::TRADE),
        (Modifiers::COMMAND, Key::Tab, TabKey::SOURCES),
        (Modifiers::COMMAND, Key::Tab, TabKey::SUMMARY),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::Tab, TabKey::SOURCES),
    ] {
        pressed(&mut harness, modifiers, key);
        assert_eq!(harness.state().tab(), tab, "{key:?}");
    }
}

#[test]
fn a_key_leads_from_part_to_part_of_the_window() {
    let mut harness = desk(TabKey::SUMMARY);
    let mut parts = Vec::new();
    for _ in 0..5 {
        pressed(&mut harness, Modifiers::NONE, Key::F6);
        parts.extend(focused(&harness));
    }
    assert_eq!(parts, ["Page", "Status bar", "Top bar", "Tabs", "Page"]);
    pressed(&mut harness, Modifiers::SHIFT, Key::F6);
    assert_eq!(focused(&harness).as_deref(), Some("Tabs"));
}

#[test]
fn the_chart_is_three_keys_from_the_tabs_and_one_stop() {
    let mut harness = desk(TabKey::TRADE);
    harness.get_by_role_and_label(Role::Tab, "Trade").focus();
    harness.run();
    for key in [Key::F6, Key::F6, Key::Tab] {
        pressed(&mut harness, Modifiers::NONE, key);
    }
    let at = focused(&harness).unwrap_or_default();
    assert!(at.starts_with("2016: Turnover"), "{at}");
    pressed(&mut harness, Modifiers::NONE, Key::Tab);
    let after = focused(&harness).unwrap_or_default();
    assert!(after.starts_with("Turnover; 2016"), "the table, not the next year: {after}");
}

#[test]
fn alt_by_itself_opens_the_menu_and_escape_leads_back_to_its_button() {
    let mut harness = desk(TabKey::MEMBERS);
    let key = |key, pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::ALT };
    let alt = |harness: &mut Harness<'_, App>, between: Option<Event>| {
        harness.event(key(Key::AltLeft, true));
        harness.event(Event::ModifiersChanged(Modifiers::ALT));
        harness.run();
        if let Some(event) = between {
            harness.event(event);
        }
        harness.event(key(Key::AltLeft, false));
        harness.event(Event::ModifiersChanged(Modifiers::NONE));
        harness.run();
    };
    alt(&mut harness, Some(key(Key::Num1, true)));
    assert!(harness.query_by_role(Role::Menu).is_none(), "Alt was held for another key");
    alt(&mut harness, None);
    let menu = harness.get_by_role_and_label(Role::Menu, "Menu").accesskit_node();
    assert!(menu.is_focused());
    assert_eq!(harness.get_by_role_and_label(Role::Button, "Menu").accesskit_node().data().is_expanded(), Some(true));
    pressed(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_role(Role::Menu).is_none());
    assert_eq!(focused(&harness).as_deref(), Some("Menu"));
}

#[test]
fn a_dialog_gives_the_keyboard_back_and_escape_loses_it_nowhere() {
    let mut harness = desk(TabKey::MEMBERS);
    let box_of = "Central Asia, 4";
    for key in [Key::F1, Key::Comma] {
        harness.get_by_role_and_label(Role::CheckBox, box_of).focus();
        harness.run();
        pressed(&mut harness, if key == Key::F1 { Modifiers::NONE } else { Modifiers::COMMAND }, key);
        let dialog = harness.get_by_role(Role::Dialog);
        assert!(
            dialog.accesskit_node().is_focused()
                || dialog.children_recursive().any(|n| n.accesskit_node().is_focused())
        );
        pressed(&mut harness, Modifiers::NONE, Key::Escape);
        assert!(harness.query_by_role(Role::Dialog).is_none());
        assert_eq!(focused(&harness).as_deref(), Some(box_of));
    }
    pressed(&mut harness, Modifiers::NONE, Key::Space);
    let narrowed = focused(&harness).unwrap_or_default();
    assert!(narrowed.starts_with("Central Asia"), "{narrowed}");
    // Escape takes the filter off, and leaves the keyboard where it is.
    pressed(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(focused(&harness).as_deref(), Some(box_of));
    // What is gone gives the keyboard to the part it stood in.
    pressed(&mut harness, Modifiers::NONE, Key::Space);
    harness.get_by_role_and_label(Role::Button, "Remove the filter Central Asia").focus();
    harness.run();
    pressed(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(focused(&harness).as_deref(), Some("Page"));
}

#[test]
fn a_page_turns_where_nothing_has_the_keyboard() {
    let mut harness = open(TabKey::SUMMARY, NARROW, ThemePreference::Light);
    let top = |harness: &Harness<'_, App>| harness.get_by_role_and_label(Role::Heading, "Key points").rect().top();
    let at_first = top(&harness);
    pressed(&mut harness, Modifiers::NONE, Key::PageDown);
    let down = top(&harness);
    assert!(down < at_first - 100.0, "{at_first} to {down}");
    pressed(&mut harness, Modifiers::SHIFT, Key::Space);
    assert!((top(&harness) - at_first).abs() < 1.0);
}

#[test]
fn the_menu_of_a_row_opens_by_a_key() {
    let mut harness = desk(TabKey::SUMMARY);
    let row = rows(&harness, "1. ").remove(0);
    harness.get_by_role_and_label(Role::Row, &row).focus();
    harness.run();
    pressed(&mut harness, Modifiers::SHIFT, Key::F10);
    harness.get_by_label("Copy with citation");
}

#[test]
fn a_chip_has_a_menu_that_the_menu_key_opens() {
    let mut harness = desk(TabKey::TRADE);
    let chip = "Source: paragraph 8, sentence 1";
    let chips = harness.query_all_by_role_and_label(Role::Button, chip);
    chips.into_iter().next().expect("a chip").focus();
    harness.run();
    pressed(&mut harness, Modifiers::NONE, Key::Menu);
    harness.get_by_role_and_label(Role::Menu, "What can be done with it");
    harness.get_by_label("Copy as Markdown");
    pressed(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_role(Role::Menu).is_none());
    assert_eq!(focused(&harness).as_deref(), Some(chip));
}

#[test]
fn figures_are_found_by_the_key_that_searches() {
    let mut harness = desk(TabKey::TRADE);
    pressed(&mut harness, Modifiers::COMMAND, Key::F);
    harness.get_by_role_and_label(Role::TextInput, "Search or run a command").type_text("2021");
    harness.run();
    pressed(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().selection(), Some(&crate::harness::year_of_trade(2021)));
}

#[test]
fn the_menu_has_what_can_be_done_and_what_the_program_is() {
    let mut harness = desk(TabKey::SUMMARY);
    press(&mut harness, Role::Button, "Menu");
    press(&mut harness, Role::Button, "About Briefing Desk");
    Stored::new().picture(&mut harness, Part::Dialog, "about");
    harness.get_by_label(env!("CARGO_PKG_VERSION"));
    harness.get_by_label_contains("IBM Plex Sans");
    pressed(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label(env!("CARGO_PKG_VERSION")).is_none());
}

#[test]
fn a_folder_is_closed_by_a_key() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    starter::write(folder.path()).expect("it is written");
    let mut harness = desk(TabKey::SUMMARY);
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Command::OpenFolder(folder.path().to_owned()));
    wait_for(&mut harness, "the folder", |harness| harness.state().folder().is_some());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::W);
    wait_for(&mut harness, "the bundled briefing", |harness| harness.state().folder().is_none());
}

#[test]
fn a_double_click_fits_a_column_to_what_stands_in_it() {
    let mut harness = open(TabKey::MEMBERS, vec2(1900.0, 800.0), ThemePreference::Light);
    let head = |harness: &Harness<'_, App>| {
        let mut heads = harness.query_all_by_role(Role::ColumnHeader);
        heads
            .find(|head| head.accesskit_node().label().is_some_and(|name| name.starts_with("State")))
            .expect("it")
            .rect()
    };
    let before = head(&harness);
    let edge = before.right_center() + vec2(4.0, 0.0);
    // A step of the harness takes longer than a double click may.
    harness.ctx.options_mut(|options| options.input_options.max_double_click_delay = 9.0);
    harness.hover_at(edge);
    harness.step();
    for pressed in [true, false, true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        harness.event(Event::PointerButton { pos: edge, button, pressed, modifiers });
    }
    harness.run();
    let after = head(&harness);
    assert!((after.width() - before.width()).abs() > 1.0, "{} is {}", before.width(), after.width());
    assert!(after.width() > 100.0);
}

#[test]
fn a_name_comes_before_what_it_rests_on() {
    let mut harness = desk(TabKey::SUMMARY);
    let briefing = bundled();
    let meeting = briefing.meeting.as_ref().expect("a meeting");
    let person = briefing.name(&meeting.people[0].names);
    for name in [person, meeting.places[0].name.as_str(), meeting.topics[0].name.as_str()] {
        let node = harness.get_by_role_and_label(Role::Button, name);
        let row = node.rect();
        node.focus();
        harness.run();
        let source = |harness: &Harness<'_, App>| {
            let label = focused(harness).filter(|label| label.starts_with("Source: "))?;
            Some(harness.query_all_by_label(&label).find(|node| node.accesskit_node().is_focused())?.rect())
        };
        // Others that rest on the same stand in one row with it.
        let found = (0..12).find_map(|_| {
            pressed(&mut harness, Modifiers::NONE, Key::Tab);
            source(&harness)
        });
        let found = found.expect("a source");
        assert!(found.top() < row.bottom(), "{name} in {row}: its own source, not {found} of the next");
    }
}

#[test]
fn marks_of_several_states_each_are_one_stop_that_the_arrows_walk() {
    let mut harness = open_with(Arc::new(grown(&bundled())), TabKey::MEMBERS);
    let marks = |harness: &Harness<'_, App>| {
        let label = harness.query_all_by_role(Role::Slider).filter_map(|node| node.accesskit_node().label());
        label.into_iter().find(|label| label.contains("on the map")).unwrap_or_default()
    };
    wait_for(&mut harness, "the map", |harness| !marks(harness).is_empty());
    let first = marks(&harness);
    harness.get_by_role_and_label(Role::Slider, &first).focus();
    harness.run();
    pressed(&mut harness, Modifiers::NONE, Key::ArrowRight);
    let second = marks(&harness);
    assert_ne!(first, second);
    assert_eq!(focused(&harness).as_deref(), Some(second.as_str()));
    pressed(&mut harness, Modifiers::NONE, Key::End);
    let last = marks(&harness);
    pressed(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(marks(&harness), last, "there is none after the last");
    pressed(&mut harness, Modifiers::NONE, Key::Home);
    pressed(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(matches!(harness.state().selection(), Some(Selection::State(_))), "{:?}", harness.state().selection());
}
