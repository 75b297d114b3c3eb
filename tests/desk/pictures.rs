//! Pictures of each tab in both themes. After a change that is meant, look at them and store them anew with
//! `UPDATE_SNAPSHOTS=1 cargo test`.

use briefing_desk::ui::{Command, Selection, Tab};
use egui::ThemePreference;
use egui_kittest::{SnapshotResults, kittest::Queryable as _};

use crate::harness::{FULL, NARROW, ZOOMED, open};

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
fn each_tab_in_a_narrow_window() {
    let mut results = SnapshotResults::new();
    for tab in Tab::ALL {
        let mut harness = open(tab, NARROW, ThemePreference::Light);
        harness.snapshot(format!("{}-narrow", tab.slug()));
        results.extend_harness(&mut harness);
    }
}

#[test]
fn each_tab_at_twice_the_size() {
    let mut results = SnapshotResults::new();
    for tab in Tab::ALL {
        let mut harness = open(tab, ZOOMED, ThemePreference::Light);
        harness.snapshot(format!("{}-zoomed", tab.slug()));
        results.extend_harness(&mut harness);
    }
}

#[test]
fn the_printed_list_with_its_slips() {
    let mut harness = open(Tab::Members, FULL, ThemePreference::Light);
    harness.get_by_label("As printed").click();
    harness.run();
    harness.get_by_label("Dialogue partner, 14").click();
    harness.run();
    harness.snapshot("members-printed");
}
