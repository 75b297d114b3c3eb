//! The Trade tab as it is heard in every measure, layer and kind of chart, and some of its charts as they are seen.

use briefing_desk::ui::app::App;
use briefing_desk::ui::{Command, TabKey};
use egui::ThemePreference::{self, Dark, Light};
use egui::Vec2;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::harness::{FULL, NARROW, NARROW_ZOOMED, activate, desk, open, year_of_trade};
use crate::stored::{Part, Stored, heard};

const MEASURES: [(&str, &str); 6] = [
    ("Total", "total"),
    ("By direction", "direction"),
    ("Balance", "balance"),
    ("Growth", "growth"),
    ("Share", "share"),
    ("Index", "index"),
];

/// The tab after segments and boxes have been pressed.
fn pressed(size: Vec2, theme: ThemePreference, labels: &[&str]) -> Harness<'static, App> {
    let mut harness = open(TabKey::TRADE, size, theme);
    for label in labels {
        let role = if *label == "Annotations" { Role::CheckBox } else { Role::RadioButton };
        activate(&mut harness, role, label);
    }
    harness
}

#[test]
fn every_measure_is_heard_in_both_layers_and_as_bars_and_lines() {
    let mut stored = Stored::new();
    let first = heard(&desk(TabKey::TRADE));
    for (label, name) in MEASURES {
        for (layer, of) in [("With context", "all"), ("Article only", "article")] {
            if (label, layer) != ("Total", "With context") {
                stored.heard_since(&first, &pressed(FULL, Light, &[label, layer]), &format!("trade-{name}-{of}"));
            }
        }
        let bars = heard(&pressed(FULL, Light, &[label]));
        stored.heard_since(&bars, &pressed(FULL, Light, &[label, "Lines"]), &format!("trade-{name}-lines"));
    }
    stored.heard_since(&first, &pressed(FULL, Light, &["By direction", "Stacked"]), "trade-stacked");
    stored.heard_since(&first, &pressed(FULL, Light, &["Annotations"]), "trade-bare");
}

/// One chart of each kind, between them in both layers and both themes.
#[test]
fn charts_of_every_kind() {
    let mut stored = Stored::new();
    for (theme, labels, name) in [
        (Light, &["By direction"][..], "direction"),
        (Dark, &["By direction", "Stacked"], "stacked"),
        (Dark, &["Balance"], "balance"),
        (Light, &["Growth", "Article only"], "growth-article"),
        (Light, &["Share", "Lines"], "share-lines"),
        (Dark, &["Index", "Lines"], "index-lines"),
    ] {
        stored.picture(&mut pressed(FULL, theme, labels), Part::Chart, &format!("trade-{name}"));
    }
}

/// Scrolled to the chart, where labels are nearest to each other.
#[test]
fn the_chart_in_small_windows() {
    let mut stored = Stored::new();
    for (size, down, label, name) in
        [(NARROW, 250.0, "Growth", "growth-narrow"), (NARROW_ZOOMED, 560.0, "Total", "total-narrow-zoomed")]
    {
        let mut harness = pressed(size, Light, &[label]);
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
        stored.picture(&mut harness, Part::Page, &format!("trade-{name}"));
    }
}

#[test]
fn a_year_in_the_inspector_leaves_room_for_the_chart() {
    let mut stored = Stored::new();
    let first = heard(&desk(TabKey::TRADE));
    for (size, place) in [(FULL, "full"), (NARROW, "narrow")] {
        let mut harness = open(TabKey::TRADE, size, Light);
        let ctx = harness.ctx.clone();
        harness.state_mut().run(&ctx, Command::Select(year_of_trade(2025)));
        harness.run();
        stored.heard_since(&first, &harness, &format!("trade-year-{place}"));
        if size == NARROW {
            stored.picture(&mut harness, Part::Page, "trade-year-narrow");
        }
    }
}

#[test]
fn the_read_out_beside_a_year() {
    let mut stored = Stored::new();
    let mut harness = open(TabKey::TRADE, FULL, Dark);
    harness
        .get_by(|node| node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("2020: ")))
        .focus();
    harness.run();
    stored.picture(&mut harness, Part::Chart, "trade-read-out");
}
