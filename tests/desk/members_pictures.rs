//! Pictures of every state of the Members tab. See `pictures` for how they are renewed.

use briefing_desk::ui::app::App;
use briefing_desk::ui::{Command, Selection, Tab};
use egui::accesskit::Role;
use egui::{Key, Modifiers, ThemePreference, Vec2};
use egui_kittest::{Harness, SnapshotResults, kittest::Queryable as _};

use crate::harness::{FULL, NARROW, NARROW_ZOOMED, ZOOMED, activate, open};

const THEMES: [(ThemePreference, &str); 2] = [(ThemePreference::Light, "light"), (ThemePreference::Dark, "dark")];

/// A state of the tab, and how a reader comes to it.
type State = (&'static str, fn(&mut Harness<'static, App>));

fn picture(results: &mut SnapshotResults, size: Vec2, states: &[State]) {
    for (theme, name) in THEMES {
        for (state, reach) in states {
            let mut harness = open(Tab::Members, size, theme);
            reach(&mut harness);
            harness.run();
            harness.snapshot(format!("members-{state}-{name}"));
            results.extend_harness(&mut harness);
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
    harness.state_mut().run(&ctx, Command::Open(Tab::Members, Selection::State(key)));
    harness.run();
}

#[test]
fn filtered_searched_and_empty() {
    let mut results = SnapshotResults::new();
    picture(
        &mut results,
        FULL,
        &[
            ("facets", |harness| {
                press(harness, Role::CheckBox, "Dialogue partner, 14");
                press(harness, Role::CheckBox, "Western Asia, 8");
                select(harness, "bahrain");
            }),
            ("searched", |harness| search(harness, "an")),
            ("alias", |harness| search(harness, "burma")),
            ("dead-end", |harness| {
                press(harness, Role::CheckBox, "Member, 10");
                search(harness, "nepal");
            }),
        ],
    );
}

#[test]
fn dates_and_editions() {
    let mut results = SnapshotResults::new();
    picture(
        &mut results,
        FULL,
        &[
            ("as-printed", |harness| {
                press(harness, Role::Button, "As printed");
                select(harness, "nepal");
            }),
            ("founders", |harness| {
                harness.get_by_role(Role::Slider).focus();
                harness.run();
                for _ in 0..30 {
                    harness.key_press(Key::ArrowLeft);
                    harness.run();
                }
            }),
            ("merged", |harness| press(harness, Role::Button, "1\u{a0}Sep\u{a0}2025")),
            ("beyond", |harness| {
                harness.get_by_label("As of, year-month-day").focus();
                harness.run();
                harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
                harness.get_by_label("As of, year-month-day").type_text("2026-05-01");
                harness.key_press(Key::Enter);
            }),
        ],
    );
}

#[test]
fn columns_and_keyboard() {
    let mut results = SnapshotResults::new();
    picture(
        &mut results,
        FULL,
        &[
            ("columns", |harness| press(harness, Role::Button, "Columns")),
            ("keyboard", |harness| {
                harness.get_by_role(Role::Grid).focus();
                for key in [Key::Home, Key::ArrowDown, Key::ArrowDown, Key::ArrowRight, Key::ArrowRight] {
                    harness.key_press(key);
                    harness.run();
                }
            }),
            ("sorted", |harness| {
                press(harness, Role::ColumnHeader, "Population, not sorted");
                press(harness, Role::ColumnHeader, "Population, sorted upwards");
            }),
        ],
    );
}

#[test]
fn in_less_room() {
    let mut results = SnapshotResults::new();
    picture(&mut results, NARROW, &[("narrow-map", |harness| press(harness, Role::Button, "Map"))]);
    picture(
        &mut results,
        NARROW,
        &[("narrow-printed", |harness| {
            press(harness, Role::Button, "Filters");
            press(harness, Role::Button, "As printed");
        })],
    );
    picture(&mut results, ZOOMED, &[("zoomed-map", |harness| press(harness, Role::Button, "Map"))]);
    picture(&mut results, NARROW_ZOOMED, &[("narrow-zoomed", |_| {})]);
}

#[test]
fn a_window_that_was_another_looks_as_if_it_had_always_been_this_one() {
    let mut fresh = open(Tab::Members, FULL, ThemePreference::Dark);
    let mut turned = open(Tab::Members, FULL + Vec2::new(160.0, 90.0), ThemePreference::Light);
    press(&mut turned, Role::CheckBox, "Western Asia, 8");
    turned.key_press(Key::Escape);
    turned.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    turned.set_size(FULL);
    turned.run();
    let [fresh, turned] = [&mut fresh, &mut turned].map(|window| window.render().expect("a picture"));
    let differing = fresh.pixels().zip(turned.pixels()).filter(|(fresh, turned)| fresh != turned).count();
    assert_eq!((fresh.dimensions(), differing), (turned.dimensions(), 0));
}
