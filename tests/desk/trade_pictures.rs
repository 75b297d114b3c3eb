//! Pictures of the Trade tab: every measure in both layers and both themes, both kinds of chart, small windows.

use briefing_desk::ui::app::App;
use briefing_desk::ui::{Command, Tab};
use egui::accesskit::Role;
use egui::{ThemePreference, Vec2};
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, SnapshotResults};

use crate::harness::{FULL, NARROW, NARROW_ZOOMED, ZOOMED, activate, open, year_of_trade};

const THEMES: [(ThemePreference, &str); 2] = [(ThemePreference::Light, "light"), (ThemePreference::Dark, "dark")];
const MEASURES: [(&str, &str); 6] = [
    ("Total", "total"),
    ("By direction", "direction"),
    ("Balance", "balance"),
    ("Growth", "growth"),
    ("Share", "share"),
    ("Index", "index"),
];

fn trade(size: Vec2, theme: ThemePreference) -> Harness<'static, App> {
    open(Tab::Trade, size, theme)
}

/// Presses segments and boxes and takes a picture.
fn picture(results: &mut SnapshotResults, mut harness: Harness<'static, App>, pressed: &[&str], name: &str) {
    for label in pressed {
        let role = if *label == "Annotations" { Role::CheckBox } else { Role::Button };
        activate(&mut harness, role, label);
    }
    harness.snapshot(name);
    results.extend_harness(&mut harness);
}

#[test]
fn every_measure_in_both_layers_and_both_themes() {
    let mut results = SnapshotResults::new();
    for (theme, shade) in THEMES {
        for (label, name) in MEASURES {
            for (layer, of) in [("With context", "all"), ("Article only", "article")] {
                if (name, of) == ("total", "all") {
                    continue; // among the pictures of each tab
                }
                let name = format!("trade-{name}-{of}-{shade}");
                picture(&mut results, trade(FULL, theme), &[label, layer], &name);
            }
        }
        let stacked = ["By direction", "Stacked"];
        picture(&mut results, trade(FULL, theme), &stacked, &format!("trade-stacked-all-{shade}"));
    }
}

#[test]
fn every_measure_as_lines() {
    let mut results = SnapshotResults::new();
    for (label, name) in MEASURES {
        let pressed = [label, "Lines"];
        picture(&mut results, trade(FULL, ThemePreference::Light), &pressed, &format!("trade-{name}-lines"));
    }
    let article = ["Lines", "Article only"];
    picture(&mut results, trade(FULL, ThemePreference::Dark), &article, "trade-total-lines-article-dark");
    let bare = ["Annotations"];
    picture(&mut results, trade(FULL, ThemePreference::Light), &bare, "trade-total-bare");
}

/// At 900 by 640 and at 200 %: the chart scrolled to, where labels are nearest to each other.
#[test]
fn the_trade_in_small_windows() {
    let mut results = SnapshotResults::new();
    for (size, place, down) in
        [(NARROW, "narrow", 250.0), (ZOOMED, "zoomed", 480.0), (NARROW_ZOOMED, "narrow-zoomed", 560.0)]
    {
        for (label, name) in
            [("Total", "total"), ("By direction", "direction"), ("Growth", "growth"), ("Share", "share")]
        {
            let mut harness = trade(size, ThemePreference::Light);
            activate(&mut harness, Role::Button, label);
            harness.hover_at(egui::pos2(200.0, 250.0));
            harness.event(egui::Event::MouseWheel {
                unit: egui::MouseWheelUnit::Point,
                delta: egui::vec2(0.0, -down),
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Wheel,
                modifiers: egui::Modifiers::NONE,
            });
            // The page glides.
            harness.run_steps(12);
            harness.remove_cursor();
            harness.run();
            picture(&mut results, harness, &[], &format!("trade-{name}-{place}-chart"));
        }
    }
}

#[test]
fn a_year_in_the_inspector_leaves_room_for_the_chart() {
    let mut results = SnapshotResults::new();
    for (size, place) in [(FULL, "full"), (NARROW, "narrow")] {
        let mut harness = trade(size, ThemePreference::Light);
        let ctx = harness.ctx.clone();
        harness.state_mut().run(&ctx, Command::Select(year_of_trade(2025)));
        harness.run();
        picture(&mut results, harness, &[], &format!("trade-year-{place}"));
    }
}

#[test]
fn the_read_out_beside_a_year() {
    let mut results = SnapshotResults::new();
    for (theme, shade) in THEMES {
        let mut harness = trade(FULL, theme);
        harness.get_by(|node| node.label().is_some_and(|label| label.starts_with("2020: "))).focus();
        harness.run();
        picture(&mut results, harness, &[], &format!("trade-read-out-{shade}"));
    }
}
