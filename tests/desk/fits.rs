//! However much there is of it and however large a reader makes it, it fits: the grown briefing in the window, in two
//! languages, at every size a window has.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use briefing_desk::briefing::Briefing;
use briefing_desk::ui::app::App;
use briefing_desk::ui::preferences::Preferences;
use briefing_desk::ui::{Command, Selection, TabKey};
use briefing_desk::words::Language;
use egui::accesskit::Role;
use egui::{Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::fit::{heard, misfits, painted};
use crate::grown::{self, grown};
use crate::harness::{FULL, NARROW, NARROW_ZOOMED, ZOOMED, made};
use crate::pseudo::{greek, is_of_the_briefing, none};

/// What windows hold at 300 %.
const THIRDS: [Vec2; 2] = [vec2(426.0, 266.0), vec2(300.0, 213.0)];

fn briefing() -> Arc<Briefing> {
    Arc::new(grown(&greek()))
}

fn open(briefing: &Arc<Briefing>, tab: TabKey, size: Vec2, language: Language) -> Harness<'static, App> {
    let exported_to = Some(PathBuf::from("/7").into());
    let inspector = size == FULL;
    let preferences = Preferences { tab, language, inspector, exported_to, ..Preferences::default() };
    let briefing = Arc::clone(briefing);
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(12)
        .allow_missing_glyphs()
        .build_eframe(move |creation| App::with_preferences(&creation.egui_ctx, briefing, preferences));
    harness.state_mut().set_made(made());
    harness.run();
    harness
}

fn hold(harness: &Harness<'_, App>, what: &str, faults: &mut BTreeSet<String>) {
    let misfits = misfits(&painted(harness), &heard(harness), is_of_the_briefing);
    // Tabs, and the columns of the trade, scroll sideways. Where they stand is for the tests of each.
    let tabs = harness.query_all_by_role(Role::Tab).filter_map(|tab| tab.accesskit_node().label());
    let tabs: Vec<String> = tabs.map(|name| format!("{name:?}")).collect();
    let scrolled = |fault: &String| {
        let tabs = tabs.iter().any(|name| fault.contains(name));
        fault.starts_with("cut off")
            && harness.ctx.content_rect().width() < NARROW.x
            && (tabs || harness.state().tab() == TabKey::TRADE)
    };
    let misfits = misfits.into_iter().filter(|fault| !scrolled(fault) && !fault.contains("\"Unaligned\""));
    faults.extend(misfits.map(|fault| format!("{what}: {fault}")));
}

/// Scrolls what lies under a point.
fn scroll(harness: &mut Harness<'_, App>, at: egui::Pos2, points: f32) {
    harness.hover_at(at);
    harness.run_steps(1);
    let delta = vec2(0.0, -points);
    let (unit, phase) = (egui::MouseWheelUnit::Point, egui::TouchPhase::Move);
    let (modifiers, source) = (egui::Modifiers::NONE, egui::MouseWheelSource::Unknown);
    harness.event(egui::Event::MouseWheel { unit, delta, phase, modifiers, source });
    harness.run_steps(12);
}

#[test]
fn every_tab_at_every_size() {
    let (briefing, mut faults) = (briefing(), BTreeSet::new());
    for size in [FULL, NARROW, ZOOMED, NARROW_ZOOMED, THIRDS[0], THIRDS[1]] {
        for tab in TabKey::all() {
            let mut harness = open(&briefing, tab, size, Language::English);
            hold(&harness, &format!("{tab:?} at {size}"), &mut faults);
            for page in 1..3 {
                scroll(&mut harness, (size * vec2(0.35, 0.6)).to_pos2(), (size.y * 0.7).round());
                hold(&harness, &format!("{tab:?} at {size}, page {page}"), &mut faults);
            }
        }
    }
    none(&faults);
}

#[test]
fn every_tab_in_a_language_of_longer_words() {
    let (briefing, mut faults) = (briefing(), BTreeSet::new());
    for size in [FULL, NARROW, THIRDS[0]] {
        for tab in TabKey::all() {
            hold(&open(&briefing, tab, size, Language::Pseudo), &format!("{tab:?} at {size}"), &mut faults);
        }
    }
    none(&faults);
}

#[test]
fn the_inspector_of_what_is_long() {
    let (briefing, mut faults) = (briefing(), BTreeSet::new());
    for size in [FULL, NARROW, THIRDS[0]] {
        let mut harness = open(&briefing, TabKey::SOURCES, size, Language::English);
        let key = |name: &str| name.to_owned().try_into().expect("a key");
        for selection in [
            Selection::Claim(key("claim-51")),
            Selection::Sentence(briefing.sentences()[grown::SENTENCES - 3].at),
            Selection::Source(briefing.sources.sources[0].id.clone()),
            Selection::State(key("state-249")),
        ] {
            let ctx = harness.ctx.clone();
            let what = format!("{selection:?} at {size}");
            harness.state_mut().run(&ctx, Command::Open(selection));
            harness.run();
            hold(&harness, &what, &mut faults);
        }
    }
    none(&faults);
}

/// Bundled, as a reader with weak eyes has it: a window of 1280 by 800 at 300 %.
#[test]
fn at_300_per_cent_rows_of_every_list_can_be_reached() {
    let bundled = Arc::new(crate::harness::bundled());
    for size in THIRDS {
        for tab in [TabKey::MEMBERS, TabKey::SOURCES, TabKey::SUMMARY] {
            let mut harness = open(&bundled, tab, size, Language::English);
            for _ in 0..4 {
                scroll(&mut harness, (size * vec2(0.5, 0.6)).to_pos2(), (size.y * 0.5).round());
            }
            let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, size).shrink2(vec2(0.0, 40.0));
            let bounds = harness.query_all_by_role(Role::Row).filter_map(|row| row.accesskit_node().bounding_box());
            let middle = bounds.map(|b| egui::pos2((b.x0 + b.x1) as f32 / 2.0, (b.y0 + b.y1) as f32 / 2.0));
            let seen = middle.filter(|middle| screen.contains(*middle)).count();
            // The smallest window of all has room for one.
            assert!(seen >= 2 || size == THIRDS[1] && seen == 1, "{tab:?} at {size}: {seen} rows are in view");
        }
    }
}

/// Of a list of hundreds only what is in view is drawn.
#[test]
fn long_lists_are_drawn_where_they_are_seen() {
    let briefing = briefing();
    let mut harness = open(&briefing, TabKey::SOURCES, FULL, Language::English);
    let drawn = |harness: &Harness<'_, App>| harness.query_all_by_role(Role::Row).count();
    let first = drawn(&harness);
    assert!(first < 160, "{first} rows of {}", grown::SENTENCES + grown::CLAIMS);
    // The last sentence is there as soon as it is asked for, at its own place.
    let last = briefing.sentences().last().expect("a sentence").at;
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Command::Open(Selection::Sentence(last)));
    harness.run();
    let label = &briefing.sentences().last().expect("a sentence").label;
    let row = harness.query_all_by_label_contains(label).next().expect("the row is drawn");
    assert!(row.rect().top() > 80.0 && row.rect().bottom() < FULL.y, "{}", row.rect());
}
