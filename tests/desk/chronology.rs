//! The chronology of the summary: in view, walked, pressed and dimmed with what is chosen.

use briefing_desk::ui::app::App;
use briefing_desk::ui::{Selection, TabKey};
use egui::accesskit::Role;
use egui::{Key, Rect, ThemePreference};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::harness::{FULL, NARROW, desk, open};

/// The marks of the strip, by their spoken names, with their places.
fn marks(harness: &Harness<'_, App>) -> Vec<(String, Rect)> {
    let briefing = harness.state().briefing();
    let labels: Vec<String> = briefing.chronology().iter().map(|event| event.label.clone()).collect();
    let buttons = harness.query_all_by_role(Role::Button).filter_map(|node| {
        let said = node.accesskit_node().label()?;
        let is_mark = node.rect().height() < 14.0 && labels.iter().any(|label| said.contains(label.as_str()));
        is_mark.then(|| (said, node.rect()))
    });
    buttons.collect()
}

#[test]
fn the_chronology_stays_in_view_where_there_is_height_for_it() {
    let harness = desk(TabKey::SUMMARY);
    let heading = harness.get_by_role_and_label(Role::Heading, "Chronology").rect();
    assert!(heading.top() > 400.0 && heading.bottom() < FULL.y - 100.0, "{heading}");
    for label in harness.state().briefing().chronology().iter().map(|event| event.label.clone()) {
        let seen = harness.query_all_by_label_contains(&label).any(|node| node.rect().bottom() < FULL.y - 24.0);
        assert!(seen, "{label} is cut off");
    }
    let narrow = open(TabKey::SUMMARY, NARROW, ThemePreference::Light);
    assert!(
        narrow.get_by_role_and_label(Role::Heading, "Chronology").rect().top() > NARROW.y,
        "it scrolls with the page"
    );
}

#[test]
fn no_mark_stands_on_another_and_each_opens_what_it_is_read_from() {
    let mut harness = desk(TabKey::SUMMARY);
    let all = marks(&harness);
    assert_eq!(all.len(), harness.state().briefing().chronology().len());
    for pair in all.windows(2) {
        assert!(pair[1].1.center().x - pair[0].1.center().x > 8.0, "{pair:?}");
    }
    let (name, _) = all[3].clone();
    harness.get_by_role_and_label(Role::Button, &name).click();
    harness.run();
    let cited = harness.state().briefing().chronology()[3].citations[0].clone();
    let expected = cited.at.map_or_else(|| Selection::Source(cited.source.clone()), Selection::Sentence);
    assert_eq!(harness.state().selection(), Some(&expected));
}

#[test]
fn the_marks_are_one_stop_of_the_keyboard_and_walked_with_the_arrows() {
    let mut harness = desk(TabKey::SUMMARY);
    let all = marks(&harness);
    harness.get_by_role_and_label(Role::Button, &all[0].0).focus();
    harness.run();
    for _ in 0..2 {
        harness.key_press(Key::ArrowRight);
        harness.run();
    }
    let focused = harness.query_all_by_role(Role::Button).find(|node| node.accesskit_node().is_focused());
    assert_eq!(focused.and_then(|node| node.accesskit_node().label()), Some(all[2].0.clone()));
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().selection().is_some());
}
