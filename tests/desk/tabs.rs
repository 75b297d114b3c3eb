//! What each tab promises a reader, by role and label.

use briefing_desk::ui::{Selection, TabKey};
use egui::accesskit::Role;
use egui::{Key, Modifiers, ThemePreference};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::harness::{FULL, NARROW, activate, desk, label, open, press, rows, year_of_trade};

#[test]
fn a_reader_walks_all_tabs_by_mouse() {
    let mut harness = desk(TabKey::SUMMARY);
    for (tab, something) in [
        (TabKey::MEMBERS, "26 states on 14\u{a0}Jul\u{a0}2025"),
        (TabKey::TRADE, "Two-thirds more trade in three years, then a fall"),
        (TabKey::SOURCES, "Source, in paraphrase"),
        (TabKey::SUMMARY, "Lavrov and Wang meet in Beijing ahead of the SCO summit"),
    ] {
        press(&mut harness, Role::Tab, &label(tab));
        assert_eq!(harness.state().tab(), tab);
        harness.get_by_role_and_label(Role::Heading, something);
    }
}

#[test]
fn a_reader_walks_all_tabs_by_keyboard() {
    let mut harness = desk(TabKey::SOURCES);
    for (key, tab) in [
        (Key::Num1, TabKey::SUMMARY),
        (Key::Num2, TabKey::MEMBERS),
        (Key::Num3, TabKey::TRADE),
        (Key::Num4, TabKey::SOURCES),
    ] {
        harness.key_press_modifiers(Modifiers::ALT, key);
        harness.run();
        assert_eq!(harness.state().tab(), tab);
    }
}

#[test]
fn the_summary_says_what_where_when_and_who() {
    let harness = desk(TabKey::SUMMARY);
    harness.get_by_label_contains("Beijing, Sunday 13\u{a0}July\u{a0}2025");
    for name in ["Sergey Lavrov", "Wang Yi", "Vladimir Putin", "Xi Jinping"] {
        harness.get_by_label(name);
    }
    let points: Vec<_> = (1..=9).map(|number| rows(&harness, &format!("{number}. ")).len()).collect();
    assert_eq!(points, [1; 9], "nine key points");
    for head in ["Key points", "People", "Places", "Topics", "Chronology"] {
        harness.get_by_role_and_label(Role::Heading, head);
    }
}

#[test]
fn every_key_point_opens_its_evidence() {
    let mut harness = desk(TabKey::SUMMARY);
    for number in 1..=9 {
        let row = rows(&harness, &format!("{number}. ")).remove(0);
        press(&mut harness, Role::Row, &row);
        assert!(matches!(harness.state().selection(), Some(Selection::Claim(_))), "key point {number}");
        harness.get_by_role_and_label(Role::Heading, "Where it is");
        harness.get_by_label_contains("Why it is");
    }
}

#[test]
fn a_citation_shows_its_sentence_and_its_source() {
    let mut harness = desk(TabKey::SUMMARY);
    let chips = || harness.get_all_by_role_and_label(Role::Button, "Source: paragraph 4, sentence 2");
    assert!(chips().count() >= 1);
    chips().next().expect("a chip").click();
    harness.run();
    assert_eq!(harness.state().selection(), Some(&Selection::Sentence("4.2".parse().expect("a place"))));
    harness.get_by_role_and_label(Role::Heading, "What it claims");
    press(&mut harness, Role::Button, "Russia’s Pivot to Asia");
    assert!(matches!(harness.state().selection(), Some(Selection::Source(_))));
    harness.get_by_label("Publisher");
}

#[test]
fn a_forecast_shows_how_sure_it_sounds_and_what_came_of_it() {
    let mut harness = desk(TabKey::SUMMARY);
    let row = rows(&harness, "8. ").remove(0);
    activate(&mut harness, Role::Row, &row);
    harness.get_by_label_contains("55 to 80");
    harness.get_by_label("Nobody is named behind it.");
    harness.get_by_label("What came of it");
}

#[test]
fn the_trade_is_read_year_by_year() {
    let mut harness = desk(TabKey::TRADE);
    let turnover = "2024: Turnover: US$244.8\u{a0}bn, from the article, ¶7·1; \
                    Change, % computed: +2.0; Change, % published: +1.9";
    harness.get_by_role_and_label(Role::Button, turnover);
    harness.get_by_label_contains("Turnover; 2016: 69.52;");
    press(&mut harness, Role::RadioButton, "Article only");
    harness.get_by_role_and_label(Role::Button, "2022: Turnover: no figure");
    press(&mut harness, Role::RadioButton, "By direction");
    press(&mut harness, Role::RadioButton, "With context");
    let start = "2021: Russia→China: ≈\u{a0}US$79.30\u{a0}bn, derived, not published, ";
    let year = harness.get_by_label_contains(start).accesskit_node().label().expect("a name");
    assert!(year.contains("China→Russia: ≈\u{a0}US$67.59\u{a0}bn, derived, not published, "), "{year}");
    press(&mut harness, Role::Button, &year);
    assert_eq!(harness.state().selection(), Some(&year_of_trade(2021)));
    harness.get_by_label("146.887 − 67.59 = 79.30");
}

#[test]
fn sentences_claims_and_checks_stand_side_by_side() {
    let mut harness = desk(TabKey::SOURCES);
    for head in ["Source, in paraphrase", "Claims", "Automatic checks"] {
        harness.get_by_role_and_label(Role::Heading, head);
    }
    press(&mut harness, Role::Row, "Paragraph 4, sentence 4: Two observers and fourteen partner entries");
    assert!(matches!(harness.state().selection(), Some(Selection::Sentence(_))));
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().selection(), None);
}

#[test]
fn theme_zoom_and_inspector_are_commands_with_keys() {
    let mut harness = desk(TabKey::SUMMARY);
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Plus);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::I);
    harness.run();
    let preferences = harness.state().preferences();
    assert_eq!(preferences.theme, ThemePreference::Dark);
    assert!((preferences.zoom - 1.1).abs() < 1e-6, "{}", preferences.zoom);
    assert!(preferences.inspector);
    harness.get_by_role_and_label(Role::Heading, "Nothing selected");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
    harness.run();
    assert!((harness.state().preferences().zoom - 1.0).abs() < 1e-6);
}

#[test]
fn the_keys_are_listed() {
    let mut harness = desk(TabKey::SUMMARY);
    harness.key_press(Key::F1);
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "Keys");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_role_and_label(Role::Heading, "Keys").is_none());
}

/// A key point is reached with Tab and opened with Enter, without a pointer.
#[test]
fn the_keyboard_alone_reaches_a_key_point() {
    let mut harness = desk(TabKey::SUMMARY);
    for _ in 0..60 {
        harness.key_press(Key::Tab);
        harness.run();
        let focused = harness.query_all_by_role(Role::Row).find(egui_kittest::Node::is_focused);
        if focused.is_some() {
            harness.key_press(Key::Enter);
            harness.run();
            assert!(matches!(harness.state().selection(), Some(Selection::Claim(_))));
            return;
        }
    }
    panic!("no key point was reached with Tab");
}

/// A screen reader names every control; kittest checks that for inputs, this for all that can be pressed.
#[test]
fn everything_that_can_be_pressed_has_a_name() {
    for tab in TabKey::all() {
        for size in [FULL, NARROW] {
            let harness = open(tab, size, ThemePreference::Light);
            for role in [Role::Button, Role::Tab, Role::Row, Role::CheckBox, Role::ColumnHeader, Role::Link] {
                for node in harness.query_all_by_role(role) {
                    let name = node.accesskit_node().label().unwrap_or_default();
                    assert!(!name.trim().is_empty(), "{tab:?}: a {role:?} without a name at {:?}", node.rect());
                }
            }
        }
    }
}

/// Nothing repaints while nothing happens: `run` panics where the window does not come to rest.
#[test]
fn an_idle_window_rests() {
    for tab in TabKey::all() {
        let mut harness = desk(tab);
        assert!(harness.run() <= 2, "{tab:?} goes on drawing");
    }
}
