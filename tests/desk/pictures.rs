//! Pictures of each tab in both themes. After a change that is meant, look at them and store them anew with
//! `UPDATE_SNAPSHOTS=1 cargo test`.

use briefing_desk::ui::{Command, Selection, Tab};
use egui::ThemePreference;
use egui_kittest::{SnapshotResults, kittest::Queryable as _};

use crate::harness::{FULL, NARROW, NARROW_ZOOMED, ZOOMED, open};

const THEMES: [(ThemePreference, &str); 2] = [(ThemePreference::Light, "light"), (ThemePreference::Dark, "dark")];

fn selection(tab: Tab) -> Option<Selection> {
    let key = |text: &str| text.to_owned().try_into().expect("a key");
    match tab {
        Tab::Summary => Some(Selection::Claim(key("founding-over-afghanistan"))),
        Tab::Members => Some(Selection::State(key("belarus"))),
        Tab::Trade | Tab::Sources => None,
    }
}

#[test]
fn each_tab_in_both_themes() {
    let mut results = SnapshotResults::new();
    for tab in Tab::ALL {
        for (theme, name) in THEMES {
            let mut harness = open(tab, FULL, theme);
            if let Some(selection) = selection(tab) {
                let ctx = harness.ctx.clone();
                harness.state_mut().run(&ctx, Command::Select(selection));
                harness.run();
            }
            harness.snapshot(format!("{}-{name}", tab.slug()));
            results.extend_harness(&mut harness);
        }
    }
}

#[test]
fn each_other_tab_in_a_narrow_window() {
    let mut results = SnapshotResults::new();
    for tab in [Tab::Members, Tab::Trade, Tab::Sources] {
        let mut harness = open(tab, NARROW, ThemePreference::Light);
        harness.snapshot(format!("{}-narrow", tab.slug()));
        results.extend_harness(&mut harness);
    }
}

#[test]
fn each_other_tab_at_twice_the_size() {
    let mut results = SnapshotResults::new();
    for tab in [Tab::Members, Tab::Trade, Tab::Sources] {
        let mut harness = open(tab, ZOOMED, ThemePreference::Light);
        harness.snapshot(format!("{}-zoomed", tab.slug()));
        results.extend_harness(&mut harness);
    }
}

/// The summary in both themes at both sizes and at 100 % and 200 %, from its start to its end.
#[test]
fn the_summary_wherever_it_is_read() {
    let mut results = SnapshotResults::new();
    for (theme, name) in THEMES {
        for (size, place) in [(NARROW, "narrow"), (ZOOMED, "zoomed"), (NARROW_ZOOMED, "narrow-zoomed")] {
            let mut harness = open(Tab::Summary, size, theme);
            harness.snapshot(format!("summary-{place}-{name}"));
            harness.key_press(egui::Key::Escape);
            harness.get_by_label_contains("What this briefing does not know").scroll_to_me();
            harness.run();
            harness.snapshot(format!("summary-{place}-{name}-end"));
            results.extend_harness(&mut harness);
        }
    }
}
