//! Anything by its name: the palette as a reader with a keyboard uses it.

use briefing_desk::ui::app::App;
use briefing_desk::ui::{Selection, TabKey};
use egui::accesskit::Role;
use egui::{Key, Modifiers, ThemePreference};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::harness::{FULL, NARROW, NARROW_ZOOMED, THEMES, desk, open};
use crate::stored::{Part, Stored};

/// Opens the palette and types.
pub fn typed(harness: &mut Harness<'_, App>, text: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Search or run a command").type_text(text);
    harness.run();
}

/// What is chosen in the list.
fn chosen(harness: &Harness<'_, App>) -> Option<String> {
    let mut rows = harness.query_all_by_role(Role::ListBoxOption);
    rows.find_map(|row| row.accesskit_node().label().filter(|_| row.accesskit_node().is_selected() == Some(true)))
}

#[test]
fn a_state_is_opened_by_some_letters_of_its_name_in_any_language() {
    for letters in ["uzbekis", "узбек", "乌兹别克"] {
        let mut harness = desk(TabKey::SUMMARY);
        typed(&mut harness, letters);
        assert!(chosen(&harness).is_some_and(|row| row.starts_with("Uzbekistan")), "{letters}");
        harness.key_press(Key::Enter);
        harness.run();
        let selected = harness.state().selection().cloned();
        assert_eq!(selected, Some(Selection::State("uzbekistan".to_owned().try_into().expect("a key"))));
        assert_eq!(harness.state().tab(), TabKey::MEMBERS);
        assert!(harness.query_by_role(Role::ListBoxOption).is_none(), "it closes");
    }
}

#[test]
fn an_action_is_done_and_stands_first_the_next_time() {
    let mut harness = desk(TabKey::SUMMARY);
    typed(&mut harness, ">dark");
    assert!(chosen(&harness).is_some_and(|row| row.starts_with("Dark")), "{:?}", chosen(&harness));
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().preferences().theme, ThemePreference::Dark);
    typed(&mut harness, "");
    assert!(chosen(&harness).is_some_and(|row| row.starts_with("Dark")), "{:?}", chosen(&harness));
}

#[test]
fn it_closes_without_a_trace() {
    let mut harness = desk(TabKey::MEMBERS);
    typed(&mut harness, "no such name");
    harness.get_by_label("Nothing is called that");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!((harness.state().tab(), harness.state().selection()), (TabKey::MEMBERS, None));
    assert!(harness.query_by_label("Nothing is called that").is_none());
}

#[test]
fn it_is_seen_in_both_themes_and_in_small_windows() {
    let mut stored = Stored::new();
    for (theme, name) in THEMES {
        let mut harness = open(TabKey::MEMBERS, FULL, theme);
        typed(&mut harness, "turk");
        stored.picture(&mut harness, Part::Window, &format!("palette-{name}"));
    }
    for (size, name) in [(NARROW, "narrow"), (NARROW_ZOOMED, "narrow-zoomed")] {
        let mut harness = open(TabKey::TRADE, size, ThemePreference::Light);
        typed(&mut harness, "trade 2022");
        stored.picture(&mut harness, Part::Window, &format!("palette-{name}"));
    }
}
