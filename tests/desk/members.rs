//! What the Members tab promises a reader, by role and label, by mouse and by keyboard alone.

use briefing_desk::ui::app::App;
use briefing_desk::ui::{Command, Selection, TabKey};
use egui::accesskit::{Role, SortDirection};
use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::harness::{NARROW, activate, copied, desk, open, press, rows};

#[test]
fn members_are_found_as_they_are_typed() {
    let mut harness = desk(TabKey::MEMBERS);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    for (typed, found) in [("turkey", "Türkiye"), ("ОАЭ", "United Arab Emirates")] {
        harness.get_by_label("Search the members").type_text(typed);
        harness.run();
        harness.get_by_role_and_label(Role::Heading, "1 of 26 states on 14\u{a0}Jul\u{a0}2025");
        assert_eq!(rows(&harness, found).len(), 1, "{typed}");
        press(&mut harness, Role::Button, "Clear the search");
        harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
        harness.run();
    }
    harness.get_by_role_and_label(Role::Heading, "26 states on 14\u{a0}Jul\u{a0}2025");
}

#[test]
fn a_search_that_finds_nothing_offers_a_way_back() {
    let mut harness = desk(TabKey::MEMBERS);
    harness.get_by_label("Search the members").click();
    harness.run();
    harness.get_by_label("Search the members").type_text("atlantis");
    harness.run();
    harness.get_by_label("Nothing matches");
    press(&mut harness, Role::Button, "Clear all: 26\u{a0}rows");
    harness.get_by_role_and_label(Role::Heading, "26 states on 14\u{a0}Jul\u{a0}2025");
}

#[test]
fn a_status_is_kept_and_taken_off_again() {
    let mut harness = desk(TabKey::MEMBERS);
    press(&mut harness, Role::CheckBox, "Observer, 2");
    harness.get_by_role_and_label(Role::Heading, "2 of 26 states on 14\u{a0}Jul\u{a0}2025");
    assert_eq!(rows(&harness, "Mongolia").len(), 1);
    press(&mut harness, Role::Button, "Remove the filter Observer");
    harness.get_by_role_and_label(Role::Heading, "26 states on 14\u{a0}Jul\u{a0}2025");
    press(&mut harness, Role::CheckBox, "Observer, 2");
    harness.key_press(Key::Escape);
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "26 states on 14\u{a0}Jul\u{a0}2025");
}

#[test]
fn the_roster_follows_its_date_and_its_edition() {
    let mut harness = desk(TabKey::MEMBERS);
    press(&mut harness, Role::RadioButton, "2\u{a0}Feb\u{a0}2026");
    harness.get_by_role_and_label(Role::Heading, "27 states on 2\u{a0}Feb\u{a0}2026");
    harness.get_by_role_and_label(Role::CheckBox, "SCO partner, 17");
    press(&mut harness, Role::RadioButton, "As printed");
    harness.get_by_role_and_label(Role::Heading, "26 entries as printed");
    harness.get_by_label("is printed a second time.");
    harness.get_by_label("is missing: dialogue partner since 26\u{a0}Apr\u{a0}2013.");
}

#[test]
fn facets_narrow_each_other_and_count_what_is_left() {
    let mut harness = desk(TabKey::MEMBERS);
    press(&mut harness, Role::CheckBox, "Western Asia, 8");
    harness.get_by_role_and_label(Role::Heading, "8 of 26 states on 14\u{a0}Jul\u{a0}2025");
    press(&mut harness, Role::CheckBox, "Northern Africa, 1");
    harness.get_by_role_and_label(Role::Heading, "9 of 26 states on 14\u{a0}Jul\u{a0}2025");
    press(&mut harness, Role::CheckBox, "Member, 0 of 10");
    harness.get_by_role_and_label(Role::Heading, "0 of 26 states on 14\u{a0}Jul\u{a0}2025");
    press(&mut harness, Role::Button, "Remove the filter Member");
    harness.get_by_role_and_label(Role::Heading, "9 of 26 states on 14\u{a0}Jul\u{a0}2025");
    press(&mut harness, Role::Link, "Clear all");
    harness.get_by_role_and_label(Role::Heading, "26 states on 14\u{a0}Jul\u{a0}2025");
}

#[test]
fn the_date_is_moved_from_change_to_change_by_keyboard() {
    let mut harness = desk(TabKey::MEMBERS);
    let slider =
        |harness: &Harness<'_, _>| harness.get_by_role(Role::Slider).accesskit_node().label().unwrap_or_default();
    harness.get_by_role(Role::Slider).focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert!(slider(&harness).contains("4\u{a0}Jul\u{a0}2024"), "{}", slider(&harness));
    for _ in 0..40 {
        harness.key_press(Key::ArrowLeft);
        harness.run();
    }
    assert!(slider(&harness).contains("15\u{a0}Jun\u{a0}2001"), "{}", slider(&harness));
    harness.get_by_role_and_label(Role::Heading, "6 states on 15\u{a0}Jun\u{a0}2001");
}

#[test]
fn a_second_column_sorts_within_the_first_with_shift() {
    let mut harness = desk(TabKey::MEMBERS);
    press(&mut harness, Role::ColumnHeader, "Status, not sorted");
    harness.get_by_role_and_label(Role::ColumnHeader, "Since, not sorted").click_modifiers(Modifiers::SHIFT);
    harness.run();
    harness.get_by_role_and_label(Role::ColumnHeader, "Status, sorted upwards");
    harness.get_by_role_and_label(Role::ColumnHeader, "Since, sorted upwards, within the first");
    let first = members(&harness).remove(0);
    assert!(first.contains("Member") && first.contains("2001"), "{first}");
}

/// The rows of the members in view, from the top.
fn members(harness: &Harness<'_, App>) -> Vec<String> {
    rows(harness, "").into_iter().filter(|row| row.contains(", since ")).collect()
}

#[test]
fn a_column_sorts_both_ways() {
    let mut harness = desk(TabKey::MEMBERS);
    press(&mut harness, Role::ColumnHeader, "Since, not sorted");
    let oldest = members(&harness).remove(0);
    assert!(oldest.contains("15\u{a0}Jun\u{a0}2001"), "{oldest}");
    press(&mut harness, Role::ColumnHeader, "Since, sorted upwards");
    let newest = members(&harness).remove(0);
    assert!(newest.starts_with("Belarus"), "{newest}");
}

#[test]
fn the_map_and_the_table_share_their_selection() {
    let mut harness = desk(TabKey::MEMBERS);
    let mark = "Bahrain on the map, Dialogue partner";
    press(&mut harness, Role::Button, mark);
    assert!(matches!(harness.state().selection(), Some(Selection::State(key)) if key.as_str() == "bahrain"));
    press(&mut harness, Role::CheckBox, "Observer, 2");
    harness.get_by_role_and_label(Role::Button, "Bahrain on the map, Dialogue partner, left out by the filters");
}

#[test]
fn rows_and_the_table_can_be_copied() {
    let mut harness = desk(TabKey::MEMBERS);
    let row = rows(&harness, "Armenia").remove(0);
    harness.get_by_role_and_label(Role::Row, &row).click_secondary();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Copy table").click();
    let copied = copied(&mut harness).expect("something was copied");
    assert_eq!(copied.lines().count(), 27, "the head and every row");
    assert!(copied.lines().nth(2).is_some_and(|line| line.starts_with("armenia\tArmenia\t")), "{copied}");
}

#[test]
fn a_state_shows_its_history() {
    let mut harness = desk(TabKey::MEMBERS);
    let belarus = rows(&harness, "Belarus").remove(0);
    press(&mut harness, Role::Row, &belarus);
    harness.get_by_role_and_label(Role::Heading, "Status history");
    for line in ["Member", "Observer", "Dialogue partner"] {
        assert!(harness.query_all_by_label(line).count() >= 1, "{line}");
    }
    harness.get_by_label("Minsk");
}

/// Gives the table the keyboard, at the first row.
fn enter_table(harness: &mut Harness<'static, App>) {
    harness.get_by_role(Role::Grid).focus();
    harness.run();
    harness.key_press(Key::Home);
    harness.run();
}

fn selected(harness: &Harness<'_, App>) -> String {
    match harness.state().selection() {
        Some(Selection::State(key)) => key.to_string(),
        other => format!("{other:?}"),
    }
}

fn type_text(harness: &mut Harness<'_, App>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run();
}

#[test]
fn the_table_is_walked_by_keyboard() {
    let mut harness = desk(TabKey::MEMBERS);
    enter_table(&mut harness);
    assert_eq!(selected(&harness), "afghanistan");
    for (key, reached) in [
        (Key::ArrowDown, "armenia"),
        (Key::ArrowDown, "azerbaijan"),
        (Key::ArrowUp, "armenia"),
        (Key::End, "uzbekistan"),
        (Key::ArrowDown, "uzbekistan"),
        (Key::Home, "afghanistan"),
    ] {
        harness.key_press(key);
        harness.run();
        assert_eq!(selected(&harness), reached, "{key:?}");
    }
    assert!(rows(&harness, "Afghanistan").len() == 1, "what the keyboard is at is in view");
    harness.key_press(Key::End);
    harness.run();
    assert!(rows(&harness, "Uzbekistan").len() == 1 && rows(&harness, "Afghanistan").is_empty());
}

#[test]
fn a_walk_along_the_table_is_one_step_back() {
    let mut harness = desk(TabKey::MEMBERS);
    let nepal = rows(&harness, "Belarus").remove(0);
    press(&mut harness, Role::Row, &nepal);
    for _ in 0..3 {
        harness.key_press(Key::ArrowDown);
        harness.run();
    }
    assert_eq!(selected(&harness), "egypt", "a click gives the table the keyboard");
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    harness.run();
    assert_eq!(selected(&harness), "belarus");
}

#[test]
fn letters_go_to_a_name() {
    let mut harness = desk(TabKey::MEMBERS);
    enter_table(&mut harness);
    for (typed, reached) in [("t", "tajikistan"), ("u", "turkiye")] {
        type_text(&mut harness, typed);
        assert_eq!(selected(&harness), reached);
    }
    // Once the letters are over, the next one begins anew.
    harness.run_steps(8);
    type_text(&mut harness, "к");
    assert_eq!(selected(&harness), "cambodia", "from the top again, to Камбоджа");
}

/// Without letting go, so that what it copies is in the frame that is looked at.
fn hold_and_press(harness: &Harness<'_, App>, key: Key) {
    let modifiers = Modifiers::COMMAND | Modifiers::ALT;
    harness.event(Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers });
}

#[test]
fn cell_and_row_are_copied_by_key() {
    let mut harness = desk(TabKey::MEMBERS);
    enter_table(&mut harness);
    harness.event(Event::Copy);
    assert_eq!(copied(&mut harness).as_deref(), Some("Afghanistan"));
    for _ in 0..3 {
        harness.key_press(Key::ArrowRight);
        harness.run();
    }
    harness.event(Event::Copy);
    assert_eq!(copied(&mut harness).as_deref(), Some("2012-06-07"), "the cell that the arrows went to");
    hold_and_press(&harness, Key::C);
    let row = copied(&mut harness).expect("the row was copied");
    assert!(row.starts_with("afghanistan\tAfghanistan\t") && row.lines().count() == 1, "{row}");
}

#[test]
fn a_screen_reader_hears_a_table() {
    let mut harness = desk(TabKey::MEMBERS);
    enter_table(&mut harness);
    harness.key_press(Key::ArrowDown);
    harness.run();
    let grid = harness.get_by_role_and_label(Role::Grid, "SCO");
    let node = grid.accesskit_node();
    assert_eq!((node.data().row_count(), node.data().column_count()), (Some(26), Some(6)));
    let row = harness.get_all_by_role(Role::Row).find(|row| row.accesskit_node().data().is_selected() == Some(true));
    let row = row.expect("the selected row").accesskit_node();
    assert_eq!(row.data().row_index(), Some(1));
    assert_eq!(row.data().description(), Some("Row 2 of 26"));
    assert!(row.label().is_some_and(|label| label.starts_with("Armenia, Dialogue partner, Western Asia, since 16")));
    assert_eq!(node.data().active_descendant(), Some(row.locate().0), "the reader follows the keyboard");
    let cells: Vec<_> = row.children().filter(|child| child.role() == Role::GridCell).collect();
    assert_eq!(cells.len(), 6);
    let indices: Vec<_> = cells.iter().filter_map(|cell| cell.data().column_index()).collect();
    assert_eq!(indices, [0, 1, 2, 3, 4, 5]);
    let head = harness.get_by_role_and_label(Role::ColumnHeader, "State, sorted upwards").accesskit_node();
    assert_eq!(head.data().sort_direction(), Some(SortDirection::Ascending));
    let head = harness.get_by_role_and_label(Role::ColumnHeader, "Since, not sorted").accesskit_node();
    assert_eq!(head.data().sort_direction(), None);
}

#[test]
fn a_dead_end_says_which_filter_leads_out() {
    let mut harness = desk(TabKey::MEMBERS);
    press(&mut harness, Role::CheckBox, "Member, 10");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    harness.get_by_label("Search the members").type_text("nepal");
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "0 of 26 states on 14\u{a0}Jul\u{a0}2025");
    harness.get_by_role_and_label(Role::Button, "Remove “nepal”: 10\u{a0}rows");
    press(&mut harness, Role::Button, "Remove Member: 1\u{a0}row");
    harness.get_by_role_and_label(Role::Heading, "1 of 26 states on 14\u{a0}Jul\u{a0}2025");
}

#[test]
fn columns_are_hidden_moved_and_widened_without_a_mouse() {
    let mut harness = desk(TabKey::MEMBERS);
    let heads = |harness: &Harness<'_, App>| -> Vec<String> {
        let heads = harness.get_all_by_role(Role::ColumnHeader).filter_map(|head| head.accesskit_node().label());
        heads.filter_map(|head| head.split(',').next().map(str::to_owned)).collect()
    };
    assert_eq!(heads(&harness), ["State", "Status", "Region", "Since", "Population", "Sources"]);
    activate(&mut harness, Role::Button, "Columns");
    activate(&mut harness, Role::CheckBox, "Region");
    activate(&mut harness, Role::Button, "Move Population to the left");
    assert_eq!(heads(&harness), ["State", "Status", "Population", "Since", "Sources"]);
    let width = |harness: &Harness<'_, App>| {
        harness.get_by_role_and_label(Role::ColumnHeader, "Status, not sorted").rect().width()
    };
    let before = width(&harness);
    activate(&mut harness, Role::Button, "Make Status wider");
    assert!(width(&harness) > before + 8.0);
    activate(&mut harness, Role::Link, "As designed");
    assert_eq!(heads(&harness).len(), 6);
}

#[test]
fn a_column_is_dragged_to_its_place_and_its_edge_to_its_width() {
    let mut harness = desk(TabKey::MEMBERS);
    let head =
        |harness: &Harness<'_, App>, label: &str| harness.get_by_role_and_label(Role::ColumnHeader, label).rect();
    let region = head(&harness, "Region, not sorted").center();
    let status = head(&harness, "Status, not sorted");
    harness.drag_at(status.center());
    harness.step();
    harness.hover_at(region + vec2(20.0, 0.0));
    harness.step();
    harness.step();
    harness.drop_at(region + vec2(20.0, 0.0));
    harness.run();
    assert!(head(&harness, "Region, not sorted").left() < head(&harness, "Status, not sorted").left());
    let state = head(&harness, "State, sorted upwards");
    let edge = state.right_center() + vec2(4.0, 0.0);
    harness.drag_at(edge);
    harness.step();
    harness.hover_at(edge + vec2(40.0, 0.0));
    harness.step();
    harness.drop_at(edge + vec2(40.0, 0.0));
    harness.run();
    assert!((head(&harness, "State, sorted upwards").width() - state.width() - 40.0).abs() < 2.0);
}

#[test]
fn a_day_is_typed_and_what_is_no_day_is_refused() {
    let mut harness = desk(TabKey::MEMBERS);
    let enter = |harness: &mut Harness<'static, App>, day: &str| {
        let field = harness.get_by_label("As of, a day");
        field.focus();
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.get_by_label("As of, a day").type_text(day);
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
    };
    let heading = "18 states on 9\u{a0}Jun\u{a0}2017";
    for day in ["2017-06-09", "9 June 2017", "09.06.2017", "9 июня 2017"] {
        enter(&mut harness, "today");
        assert!(harness.query_by_role_and_label(Role::Heading, heading).is_none());
        enter(&mut harness, day);
        harness.get_by_role_and_label(Role::Heading, heading);
    }
    enter(&mut harness, "30 Feb 2017");
    harness.get_by_label_contains("“30 Feb 2017” is no day");
    harness.get_by_role_and_label(Role::Heading, heading);
    let field = harness.get_by_label("As of, a day");
    assert_eq!(field.value().as_deref(), Some("30 Feb 2017"), "what was typed stays, to be mended");
}

#[test]
fn the_day_is_named_by_all_that_speaks_of_it_and_taken_off() {
    let mut harness = desk(TabKey::MEMBERS);
    let field = harness.get_by_label("As of, a day");
    field.focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_label("As of, a day").type_text("2018");
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "18 states on 1\u{a0}Jan\u{a0}2018");
    // The scope line, the ledger with its column of that day.
    harness.get_by_label("8\u{a0}members");
    let ledger = rows(&harness, "Member: ");
    assert_eq!(ledger, ["Member: 10, 8, 10"], "as printed, on the day, and on the last that is known");
    press(&mut harness, Role::Button, "Back to 14\u{a0}Jul\u{a0}2025");
    harness.get_by_role_and_label(Role::Heading, "26 states on 14\u{a0}Jul\u{a0}2025");
    assert!(harness.query_by_label("Back to 14\u{a0}Jul\u{a0}2025").is_none());
}

#[test]
fn a_name_that_is_followed_is_shown_on_the_day_of_the_document_where_the_chosen_day_has_it_not() {
    let mut harness = desk(TabKey::MEMBERS);
    for _ in 0..40 {
        harness.get_by_role(Role::Slider).focus();
        harness.key_press(Key::ArrowLeft);
        harness.run();
    }
    let ctx = harness.ctx.clone();
    let follow = |key: &str| Command::Open(Selection::State(key.to_owned().try_into().expect("a key")));
    harness.state_mut().run(&ctx, follow("china"));
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "6 states on 15\u{a0}Jun\u{a0}2001");
    harness.state_mut().run(&ctx, follow("belarus"));
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "26 states on 14\u{a0}Jul\u{a0}2025");
}

#[test]
fn the_day_is_stepped_by_the_arrows_and_the_wheel_of_a_field_that_has_the_keyboard() {
    let mut harness = desk(TabKey::MEMBERS);
    let first = "26 states on 14\u{a0}Jul\u{a0}2025";
    let at = harness.get_by_label("As of, a day").rect().center();
    let turn = |harness: &mut Harness<'_, App>, points: f32| {
        harness.hover_at(at);
        harness.event(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, points),
            phase: egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: egui::MouseWheelSource::Unknown,
        });
        harness.run_steps(12);
    };
    turn(&mut harness, -60.0);
    harness.get_by_role_and_label(Role::Heading, first);
    turn(&mut harness, 60.0);
    harness.get_by_label("As of, a day").focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.get_by_label_contains("states on 4\u{a0}Jul\u{a0}2024");
    turn(&mut harness, -60.0);
    assert!(harness.query_by_label_contains("states on 4\u{a0}Jul\u{a0}2024").is_none(), "a change back");
}

#[test]
fn a_day_is_chosen_in_the_calendar_which_marks_the_changes() {
    let mut harness = desk(TabKey::MEMBERS);
    press(&mut harness, Role::Button, "Calendar");
    activate(&mut harness, Role::Button, "2017");
    activate(&mut harness, Role::Button, "Jun\u{a0}2017");
    let day = harness.get_by_role_and_label(Role::Button, "9\u{a0}Jun\u{a0}2017").accesskit_node().description();
    assert!(day.as_ref().is_some_and(|said| said.contains("Member: India, Pakistan")), "{day:?}");
    let quiet = harness.get_by_role_and_label(Role::Button, "10\u{a0}Jun\u{a0}2017").accesskit_node().description();
    assert_eq!(quiet, None, "nothing changed");
    press(&mut harness, Role::Button, "9\u{a0}Jun\u{a0}2017");
    harness.get_by_role_and_label(Role::Heading, "18 states on 9\u{a0}Jun\u{a0}2017");
}

#[test]
fn a_mark_of_the_line_of_time_is_named_on_hover() {
    let mut harness = desk(TabKey::MEMBERS);
    let line = harness.get_by_role(Role::Slider).rect();
    // The founding stands at its left end.
    harness.hover_at(line.left_center() + vec2(6.0, -4.0));
    harness.run_steps(8);
    let named = harness.query_all_by_label_contains("15\u{a0}Jun\u{a0}2001: Member: ").count();
    assert!(named >= 1);
}

#[test]
fn states_since_a_year_are_left_and_counted() {
    let mut harness = desk(TabKey::MEMBERS);
    let field = "Since, the first year";
    harness.get_by_label(field).click();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_label(field).type_text("2016");
    harness.key_press(Key::Enter);
    harness.run();
    let shown = rows(&harness, "").into_iter().filter(|row| row.contains(", since ")).collect::<Vec<_>>();
    assert!(!shown.is_empty());
    for row in shown {
        let year = row.rsplit(|c: char| !c.is_ascii_digit()).next().and_then(|year| year.parse::<i16>().ok());
        assert!(year.is_some_and(|year| year >= 2016), "{row}");
    }
    press(&mut harness, Role::Button, "Remove the filter Since 2016 or later");
    harness.get_by_role_and_label(Role::Heading, "26 states on 14\u{a0}Jul\u{a0}2025");
}

#[test]
fn map_and_counts_fold_into_a_line_of_counts() {
    let mut harness = desk(TabKey::MEMBERS);
    let mark = "Bahrain on the map, Dialogue partner";
    press(&mut harness, Role::Button, "Fold the map and the counts");
    assert!(harness.query_by_role_and_label(Role::Button, mark).is_none());
    assert!(harness.query_all_by_label("10\u{a0}members").count() > 1, "in the line, and in the strip of the tabs");
    press(&mut harness, Role::Button, "Unfold the map and the counts");
    harness.get_by_role_and_label(Role::Button, mark);
}

#[test]
fn day_edition_and_counts_are_in_sight_in_a_narrow_window() {
    let harness = open(TabKey::MEMBERS, NARROW, egui::ThemePreference::Light);
    for (role, label) in [
        (Role::Heading, "26 states on 14\u{a0}Jul\u{a0}2025"),
        (Role::RadioButton, "As printed"),
        (Role::RadioButton, "Corrected"),
        (Role::TextInput, "As of, a day"),
        (Role::Label, "10\u{a0}members"),
    ] {
        let rect = harness.get_by_role_and_label(role, label).rect();
        assert!(harness.ctx.content_rect().contains_rect(rect), "{label} at {rect}");
    }
}

#[test]
fn beyond_what_is_known_the_roster_says_so() {
    let mut harness = desk(TabKey::MEMBERS);
    let field = harness.get_by_label("As of, a day");
    field.focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_label("As of, a day").type_text("2026-05-01");
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label_contains("Known only to 2\u{a0}Feb\u{a0}2026");
}

#[test]
fn people_are_said_with_their_share_and_source() {
    let mut harness = desk(TabKey::MEMBERS);
    harness.get_by_label_contains("3.87\u{a0}bn people in 26 states, 47.6\u{a0}% of the world’s 8.14\u{a0}bn");
    press(&mut harness, Role::CheckBox, "Observer, 2");
    harness.get_by_label_contains("46.1\u{a0}m people in 2 states, 0.6\u{a0}%");
    assert!(harness.query_all_by_role_and_label(Role::Button, "Source: World Bank").count() >= 1);
}

#[test]
fn in_a_narrow_window_the_map_is_behind_a_button() {
    let mut harness = open(TabKey::MEMBERS, NARROW, egui::ThemePreference::Light);
    assert!(harness.query_by_role_and_label(Role::Button, "Bahrain on the map, Dialogue partner").is_none());
    press(&mut harness, Role::Button, "Map");
    harness.get_by_role_and_label(Role::Button, "Bahrain on the map, Dialogue partner");
    press(&mut harness, Role::Button, "Hide the map");
    assert!(harness.query_by_role_and_label(Role::Button, "Bahrain on the map, Dialogue partner").is_none());
}
