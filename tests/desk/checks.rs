//! What the Sources & checks tab promises about the checks.

use std::sync::Arc;

use briefing_desk::briefing::{Acknowledgement, Briefing, Period, StatedFigure, StatedMeasure};
use briefing_desk::ui::app::App;
use briefing_desk::ui::{Command, Selection, TabKey};
use egui::accesskit::Role;
use egui::{Key, Modifiers, ThemePreference};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::harness::{FULL, NARROW, ZOOMED, activate, desk, label, open, open_with, press, rows};
use crate::stored::{Part, Stored, heard};

/// How many rows of findings there are of each outcome, notes unfolded.
fn findings(harness: &Harness<'_, App>) -> [usize; 4] {
    ["Fail: ", "Warn: ", "Pass: ", "Info: "].map(|start| rows(harness, start).len())
}

fn select(harness: &mut Harness<'_, App>, selection: Selection) {
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Command::Select(selection));
    harness.run();
}

fn claim(key: &str) -> Selection {
    Selection::Claim(key.to_owned().try_into().expect(key))
}

#[test]
fn findings_stand_by_outcome_with_the_notes_folded() {
    let mut harness = desk(TabKey::SOURCES);
    harness.get_by_role_and_label(Role::Heading, "Automatic checks");
    for (outcome, count) in [("Fail", 5), ("Warn", 3), ("Pass", 5), ("Info", 5)] {
        harness.get_by_role_and_label(Role::CheckBox, &format!("{outcome}, {count}"));
    }
    assert_eq!(findings(&harness), [5, 3, 5, 0]);
    activate(&mut harness, Role::Button, "Info, 5");
    assert_eq!(findings(&harness), [5, 3, 5, 5]);
    activate(&mut harness, Role::Button, "Info, 5");
    assert_eq!(findings(&harness), [5, 3, 5, 0]);
}

#[test]
fn findings_are_filtered_by_outcome_and_search() {
    let mut harness = desk(TabKey::SOURCES);
    press(&mut harness, Role::CheckBox, "Warn, 3");
    assert_eq!(findings(&harness), [0, 3, 0, 0]);
    press(&mut harness, Role::CheckBox, "Info, 5");
    assert_eq!(findings(&harness), [0, 3, 0, 5], "a note that is asked for is unfolded");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    harness.get_by_label("Search the checks").type_text("TURKIYE");
    harness.run();
    harness.get_by_label("No finding matches");
    activate(&mut harness, Role::Button, "Clear all filters");
    assert_eq!(findings(&harness), [5, 3, 5, 0]);
    harness.get_by_label("Search the checks").type_text("TURKIYE");
    harness.run();
    assert_eq!(findings(&harness), [1, 0, 0, 0], "accents and case fold");
    harness.key_press(Key::Escape);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(findings(&harness), [5, 3, 5, 0], "Escape takes the filters off");
}

#[test]
fn claims_are_filtered_by_verdict_and_come_back_where_one_is_asked_for() {
    let mut harness = desk(TabKey::SOURCES);
    let listed = |harness: &Harness<'_, App>| {
        ["Disputed: ", "Outdated: ", "Unverified: ", "Supported: "].map(|start| rows(harness, start).len())
    };
    let all = listed(&harness);
    press(&mut harness, Role::CheckBox, &format!("Disputed, {}", all[0]));
    assert_eq!(listed(&harness), [all[0], 0, 0, 0]);
    press(&mut harness, Role::CheckBox, &format!("Outdated, {}", all[1]));
    assert_eq!(listed(&harness), [all[0], all[1], 0, 0], "any of what is chosen");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(listed(&harness), all, "Escape takes the filters off");
    press(&mut harness, Role::CheckBox, &format!("Disputed, {}", all[0]));
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Command::Open(claim("ten-full-members")));
    harness.run();
    assert_eq!(listed(&harness), all, "what is asked for is not behind a filter");
}

#[test]
fn a_finding_opens_in_the_inspector_and_from_there_what_it_speaks_of() {
    let mut harness = desk(TabKey::SOURCES);
    let row = rows(&harness, "Fail: Missing from the list").remove(0);
    press(&mut harness, Role::Row, &row);
    harness.get_by_role_and_label(Role::Heading, "What the check asks");
    harness.get_by_label("printed-against-roster");
    press(&mut harness, Role::Button, "Türkiye in Members");
    assert_eq!(harness.state().tab(), TabKey::MEMBERS);
    assert!(matches!(harness.state().selection(), Some(Selection::State(key)) if key.as_str() == "turkiye"));
}

#[test]
fn next_walks_through_findings_that_speak_of_one_period() {
    let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
    for (measure, value) in [(StatedMeasure::Growth, "12"), (StatedMeasure::CompoundGrowth, "34")] {
        let citations = briefing.document_citation("8.1".parse().expect("a place")).into_iter().collect();
        briefing.trades[0].series[0].stated_figures.push(StatedFigure {
            measure,
            flow: "total".to_owned().try_into().expect("a key"),
            from: Some(Period::of_year(2021)),
            period: Period::of_year(2024),
            value: value.parse().expect(value),
            citations,
        });
    }
    let mut harness = open_with(Arc::new(briefing), TabKey::SOURCES);
    let stated = rows(&harness, "Fail: Stated ");
    assert_eq!(stated.len(), 2);
    activate(&mut harness, Role::Row, &stated[0]);
    harness.get_by_role_and_label(Role::Heading, "Stated growth, 2024");
    press(&mut harness, Role::Button, "Next");
    harness.get_by_role_and_label(Role::Heading, "Stated compound growth, 2024");
    press(&mut harness, Role::Button, "Next");
    assert!(harness.query_by_role_and_label(Role::Heading, "Stated compound growth, 2024").is_none(), "it walks on");
}

#[test]
fn each_finding_leads_to_its_tab() {
    for (start, button, tab) in [
        ("Fail: Effect before its cause", "The claim", TabKey::SOURCES),
        ("Warn: Basis not stated", "2021 in Trade", TabKey::TRADE),
        ("Warn: Quotation lacks its main verb", "¶2·2 in the source", TabKey::SOURCES),
        ("Fail: Named twice", "Nepal in Members", TabKey::MEMBERS),
    ] {
        let mut harness = desk(TabKey::SOURCES);
        let row = rows(&harness, start).remove(0);
        activate(&mut harness, Role::Row, &row);
        activate(&mut harness, Role::Button, button);
        assert_eq!(harness.state().tab(), tab, "{start}");
        assert!(!matches!(harness.state().selection(), Some(Selection::Finding(..))), "{start}");
    }
}

#[test]
fn what_is_linked_comes_into_view() {
    let mut harness = desk(TabKey::SOURCES);
    let row = rows(&harness, "Pass: Sum of directions").remove(0);
    activate(&mut harness, Role::Row, &row);
    for start in ["Paragraph 7, sentence 1", "Supported: Turnover rose"] {
        let row = rows(&harness, start).remove(0);
        // The inspector repeats the claim.
        let rows = harness.get_all_by_role_and_label(Role::Row, &row);
        let rect = rows.map(|row| row.rect()).min_by(|a, b| a.left().total_cmp(&b.left())).expect("a row");
        assert!(rect.top() > 80.0 && rect.bottom() < 776.0, "{start} stands at {rect:?}");
    }
}

#[test]
fn the_keyboard_alone_reaches_a_finding() {
    let mut harness = desk(TabKey::SOURCES);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    for _ in 0..12 {
        harness.key_press(Key::Tab);
        harness.run();
        let focused = harness.query_all_by_role(Role::Row).find(egui_kittest::Node::is_focused);
        let label = focused.and_then(|row| row.accesskit_node().label());
        if label.is_some_and(|label| label.starts_with("Fail: ")) {
            harness.key_press(Key::Enter);
            harness.run();
            assert!(matches!(harness.state().selection(), Some(Selection::Finding(..))));
            return;
        }
    }
    panic!("no finding was reached with Tab");
}

#[test]
fn a_narrow_window_counts_the_linked_checks_and_leads_to_them() {
    for size in [NARROW, ZOOMED] {
        let mut harness = open(TabKey::SOURCES, size, ThemePreference::Light);
        select(&mut harness, claim("fourteen-partners"));
        // The inspector covers the page here; closed, the claim stays selected.
        harness.key_press_modifiers(Modifiers::COMMAND, Key::I);
        harness.run();
        press(&mut harness, Role::Button, "4\u{a0}linked checks");
        assert!(!rows(&harness, "Fail: ").is_empty(), "{size:?}");
        assert!(harness.query_by_label("4\u{a0}linked checks").is_none(), "they are in view");
    }
}

#[test]
fn sources_are_a_switch_away_from_the_checks() {
    let mut harness = desk(TabKey::SOURCES);
    press(&mut harness, Role::RadioButton, "Sources");
    harness.get_by_role_and_label(Role::Heading, "Sources");
    assert!(harness.query_by_role_and_label(Role::Heading, "Automatic checks").is_none());
    press(&mut harness, Role::RadioButton, "Checks");
    harness.get_by_role_and_label(Role::Heading, "Automatic checks");
}

#[test]
fn the_checks_that_found_nothing_are_named() {
    let mut harness = desk(TabKey::SOURCES);
    let label = harness
        .query_all_by_role(Role::Button)
        .filter_map(|button| button.accesskit_node().label())
        .find(|label| label.starts_with("Further checks, "))
        .expect("a fold of the checks that found nothing");
    activate(&mut harness, Role::Button, &label);
    harness.get_by_label("No state has two statuses at once");
}

#[test]
fn tabs_carry_what_is_open_in_them() {
    let said = |harness: &Harness<'_, App>, tab: TabKey| {
        harness.get_by_role_and_label(Role::Tab, &label(tab)).accesskit_node().data().description().map(str::to_owned)
    };
    let harness = desk(TabKey::SUMMARY);
    assert_eq!(said(&harness, TabKey::SUMMARY), None);
    assert_eq!(said(&harness, TabKey::MEMBERS).as_deref(), Some("26 states, 3\u{a0}checks fail"));
    assert_eq!(said(&harness, TabKey::TRADE).as_deref(), Some("1\u{a0}check warns"));
    assert_eq!(said(&harness, TabKey::SOURCES).as_deref(), Some("5\u{a0}checks fail"));
    let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
    briefing.manifest.acknowledged = vec![Acknowledgement {
        check: "duplicate-entry".to_owned(),
        about: Some("nepal".to_owned()),
        reason: "It is printed so.".to_owned(),
    }];
    let harness = open_with(Arc::new(briefing), TabKey::SOURCES);
    assert_eq!(
        said(&harness, TabKey::MEMBERS).as_deref(),
        Some("26 states, 2\u{a0}checks fail"),
        "what is known is not counted"
    );
    let row = rows(&harness, "Fail: Named twice").remove(0);
    assert!(row.ends_with("Acknowledged: It is printed so."), "{row}");
}

#[test]
fn the_tab_with_threads_and_without_them() {
    let mut stored = Stored::new();
    let full = heard(&desk(TabKey::SOURCES));
    for (size, place) in [(FULL, "full"), (NARROW, "narrow"), (ZOOMED, "zoomed")] {
        let mut harness = open(TabKey::SOURCES, size, ThemePreference::Light);
        select(&mut harness, claim("fourteen-partners"));
        harness.key_press_modifiers(Modifiers::COMMAND, Key::I);
        harness.run();
        stored.heard_since(&full, &harness, &format!("checks-{place}"));
        if size == FULL {
            stored.picture(&mut harness, Part::Page, "checks-threads");
        }
    }
    let mut harness = desk(TabKey::SOURCES);
    let row = rows(&harness, "Pass: Sum of directions").remove(0);
    activate(&mut harness, Role::Row, &row);
    stored.heard_since(&full, &harness, "checks-finding");
}
