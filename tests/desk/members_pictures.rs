//! Every state of the Members tab as it is heard, and a few as they are seen. See `stored` for how they are renewed.

use briefing_desk::ui::app::App;
use briefing_desk::ui::{Command, Selection, TabKey};
use egui::accesskit::Role;
use egui::{Key, Modifiers, ThemePreference, Vec2};
use egui_kittest::{Harness, kittest::Queryable as _};

use crate::harness::{FULL, NARROW, ZOOMED, activate, desk, open};
use crate::stored::{Part, Stored, heard};

/// A state of the tab, and how a reader comes to it.
type State = (&'static str, fn(&mut Harness<'static, App>));

/// Compares states that are reached from the tab as it opens by what changes for who hears it; those of a theme by a
/// picture too.
fn compare(size: Vec2, states: &[(State, Option<ThemePreference>)]) {
    let mut stored = Stored::new();
    let full = heard(&desk(TabKey::MEMBERS));
    for ((state, reach), seen) in states {
        let mut harness = open(TabKey::MEMBERS, size, seen.unwrap_or(ThemePreference::Light));
        reach(&mut harness);
        harness.run();
        let name = format!("members-{state}");
        stored.heard_since(&full, &harness, &name);
        if seen.is_some() {
            stored.picture(&mut harness, Part::Page, &name);
        }
    }
}

fn press(harness: &mut Harness<'static, App>, role: Role, label: &str) {
    activate(harness, role, label);
}

fn search(harness: &mut Harness<'static, App>, text: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    harness.get_by_label("Search the members").type_text(text);
    harness.run();
}

fn select(harness: &mut Harness<'static, App>, key: &str) {
    let ctx = harness.ctx.clone();
    let key = key.to_owned().try_into().expect("a key");
    harness.state_mut().run(&ctx, Command::Open(Selection::State(key)));
    harness.run();
}

#[test]
fn filtered_searched_and_empty() {
    let facets: State = ("facets", |harness| {
        press(harness, Role::CheckBox, "Dialogue partner, 14");
        press(harness, Role::CheckBox, "Western Asia, 8");
        select(harness, "bahrain");
    });
    let dead_end: State = ("dead-end", |harness| {
        press(harness, Role::CheckBox, "Member, 10");
        search(harness, "nepal");
    });
    compare(
        FULL,
        &[
            (facets, None),
            (("searched", |harness| search(harness, "an")), None),
            (("alias", |harness| search(harness, "burma")), None),
            (dead_end, Some(ThemePreference::Light)),
        ],
    );
}

#[test]
fn dates_and_editions() {
    let as_printed: State = ("as-printed", |harness| {
        press(harness, Role::RadioButton, "As printed");
        select(harness, "nepal");
    });
    let founders: State = ("founders", |harness| {
        harness.get_by_role(Role::Slider).focus();
        harness.run();
        for _ in 0..30 {
            harness.key_press(Key::ArrowLeft);
            harness.run();
        }
    });
    let beyond: State = ("beyond", |harness| {
        harness.get_by_label("As of, a day").focus();
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.get_by_label("As of, a day").type_text("2026-05-01");
        harness.key_press(Key::Enter);
    });
    let merged: State = ("merged", |harness| press(harness, Role::RadioButton, "2\u{a0}Feb\u{a0}2026"));
    compare(FULL, &[(as_printed, Some(ThemePreference::Light)), (founders, None), (merged, None), (beyond, None)]);
}

#[test]
fn columns_and_keyboard() {
    let keyboard: State = ("keyboard", |harness| {
        harness.get_by_role(Role::Grid).focus();
        for key in [Key::Home, Key::ArrowDown, Key::ArrowDown, Key::ArrowRight, Key::ArrowRight] {
            harness.key_press(key);
            harness.run();
        }
    });
    let sorted: State = ("sorted", |harness| {
        press(harness, Role::ColumnHeader, "Population, not sorted");
        press(harness, Role::ColumnHeader, "Population, sorted upwards");
    });
    let columns: State = ("columns", |harness| press(harness, Role::Button, "Columns"));
    compare(FULL, &[(columns, None), (keyboard, Some(ThemePreference::Dark)), (sorted, None)]);
}

#[test]
fn in_less_room() {
    let printed: State = ("narrow-printed", |harness| {
        press(harness, Role::Button, "Filters");
        press(harness, Role::RadioButton, "As printed");
    });
    let map: State = ("narrow-map", |harness| press(harness, Role::Button, "Map"));
    compare(NARROW, &[(map, Some(ThemePreference::Light)), (printed, None)]);
    compare(ZOOMED, &[(("zoomed-map", |harness| press(harness, Role::Button, "Map")), None)]);
}

#[test]
fn a_window_that_was_another_looks_as_if_it_had_always_been_this_one() {
    let mut fresh = open(TabKey::MEMBERS, FULL, ThemePreference::Dark);
    let mut turned = open(TabKey::MEMBERS, FULL + Vec2::new(160.0, 90.0), ThemePreference::Light);
    press(&mut turned, Role::CheckBox, "Western Asia, 8");
    turned.key_press(Key::Escape);
    turned.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    turned.set_size(FULL);
    turned.run();
    let [fresh, turned] = [&mut fresh, &mut turned].map(|window| window.render().expect("a picture"));
    let differing = fresh.pixels().zip(turned.pixels()).filter(|(fresh, turned)| fresh != turned).count();
    assert_eq!((fresh.dimensions(), differing), (turned.dimensions(), 0));
}
