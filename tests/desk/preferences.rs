//! What a reader sets in the dialog, at once and undone, and how it looks at high contrast.

use briefing_desk::ui::app::App;
use briefing_desk::ui::preferences::Preferences;
use briefing_desk::ui::{Action, TabKey};
use briefing_desk::words::{DateForm, DigitForm, Formats};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme, ThemePreference};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::harness::{FULL, NARROW, bundled, desk, open, press};
use crate::stored::{Part, Stored};

fn settings(harness: &mut Harness<'_, App>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "Settings");
}

/// Opens the menu of a choice by what is chosen; behind the dialog something may be called so too.
fn choose(harness: &mut Harness<'_, App>, chosen: &str) {
    let found = harness.query_all_by_role_and_label(Role::Button, chosen).last();
    found.expect("a choice").click();
    harness.run();
}

#[test]
fn each_setting_is_done_at_once_and_undone() {
    let mut harness = desk(TabKey::MEMBERS);
    settings(&mut harness);
    choose(&mut harness, "Light");
    press(&mut harness, Role::CheckBox, "High contrast dark");
    let theme = |harness: &Harness<'_, App>| {
        let preferences = harness.state().preferences();
        (preferences.theme, preferences.contrast, preferences.second_names)
    };
    assert_eq!(theme(&harness), (ThemePreference::Dark, true, true));
    press(&mut harness, Role::CheckBox, "Second line of names");
    assert_eq!(theme(&harness), (ThemePreference::Dark, true, false));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(theme(&harness), (ThemePreference::Dark, true, true));
    press(&mut harness, Role::Button, "Undo");
    assert!(!theme(&harness).1);
    press(&mut harness, Role::Button, "Larger");
    assert!((harness.state().preferences().zoom - 1.1).abs() < 0.01);
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_role_and_label(Role::Heading, "Settings").is_none());
}

#[test]
fn days_and_numbers_are_written_anew_where_they_stand() {
    let mut harness = desk(TabKey::MEMBERS);
    settings(&mut harness);
    choose(&mut harness, "14\u{a0}Jul\u{a0}2025");
    press(&mut harness, Role::CheckBox, "2025-07-14");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().preferences().formats, Formats { dates: DateForm::Iso, digits: DigitForm::SpacePoint });
    assert!(harness.query_all_by_label_contains("2001-06-15").next().is_some(), "the table follows");
}

#[test]
fn the_settings_and_high_contrast_are_seen() {
    let mut stored = Stored::new();
    for (size, place) in [(FULL, ""), (NARROW, "-narrow")] {
        let mut harness = open(TabKey::SUMMARY, size, ThemePreference::Light);
        settings(&mut harness);
        stored.picture(&mut harness, Part::Dialog, &format!("settings{place}"));
    }
    for (tab, theme, name) in [
        (TabKey::SUMMARY, ThemePreference::Light, "light"),
        (TabKey::MEMBERS, ThemePreference::Dark, "dark"),
        (TabKey::TRADE, ThemePreference::Light, "trade"),
    ] {
        let preferences = Preferences { theme, tab, contrast: true, ..Preferences::default() };
        let system = if theme == ThemePreference::Dark { Theme::Dark } else { Theme::Light };
        let mut harness = Harness::builder().with_size(FULL).with_theme(system).wgpu().build_eframe(move |creation| {
            App::with_preferences(&creation.egui_ctx, std::sync::Arc::new(bundled()), preferences)
        });
        harness.run();
        stored.picture(&mut harness, Part::Window, &format!("contrast-{name}"));
    }
    let mut harness = desk(TabKey::SUMMARY);
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Action::ToggleKeys);
    harness.run();
    harness.get_by_label("Ctrl+Comma");
}
