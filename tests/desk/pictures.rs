//! Each tab as it is seen and as it is heard, in windows of every size.

use briefing_desk::ui::app::App;
use briefing_desk::ui::{Command, Selection, TabKey};
use egui::ThemePreference::{Dark, Light};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::harness::{FULL, NARROW, NARROW_ZOOMED, THEMES, ZOOMED, desk, open};
use crate::stored::{Part, Stored, heard};

fn selection(tab: TabKey) -> Option<Selection> {
    let key = |text: &str| text.to_owned().try_into().expect("a key");
    match tab {
        TabKey::SUMMARY => Some(Selection::Claim(key("founding-over-afghanistan"))),
        TabKey::MEMBERS => Some(Selection::State(key("belarus"))),
        _ => None,
    }
}

/// In both themes; of one tab in each theme the whole window.
#[test]
fn each_tab_in_both_themes() {
    let mut stored = Stored::new();
    for tab in TabKey::all() {
        for (theme, name) in THEMES {
            let mut harness = open(tab, FULL, theme);
            if let Some(selection) = selection(tab) {
                let ctx = harness.ctx.clone();
                harness.state_mut().run(&ctx, Command::Select(selection));
                harness.run();
            }
            let whole = matches!((tab, theme), (TabKey::SUMMARY, Light) | (TabKey::MEMBERS, Dark));
            let part = if whole { Part::Window } else { Part::Page };
            stored.picture(&mut harness, part, &format!("{}-{name}", tab.as_str()));
            if theme == Light {
                stored.heard(&harness, tab.as_str());
            }
        }
    }
}

/// Seen in one theme, and heard: what is said in less room is what is said in more, but for what had to go.
#[test]
fn each_tab_in_a_narrow_window_and_at_twice_the_size() {
    let mut stored = Stored::new();
    for tab in TabKey::all() {
        let full = heard(&desk(tab));
        for (size, theme, place) in [(NARROW, Light, "narrow"), (ZOOMED, Dark, "zoomed")] {
            let mut harness = open(tab, size, theme);
            stored.picture(&mut harness, Part::Page, &format!("{}-{place}", tab.as_str()));
            stored.heard_since(&full, &harness, &format!("{}-{place}", tab.as_str()));
        }
        let harness = open(tab, NARROW_ZOOMED, Light);
        stored.heard_since(&full, &harness, &format!("{}-narrow-zoomed", tab.as_str()));
    }
}

fn to_the_end(harness: &mut Harness<'_, App>) {
    harness.get_by_label_contains("What this briefing does not know").scroll_to_me();
    harness.run();
}

#[test]
fn the_summary_is_read_to_its_end_in_the_smallest_window() {
    let mut stored = Stored::new();
    let mut harness = open(TabKey::SUMMARY, NARROW_ZOOMED, Dark);
    stored.picture(&mut harness, Part::Page, "summary-narrow-zoomed");
    to_the_end(&mut harness);
    stored.picture(&mut harness, Part::Page, "summary-narrow-zoomed-end");
}
