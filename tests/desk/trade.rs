//! What the Trade tab promises a reader, by role and label, with the mouse and with keys alone.

use std::sync::Arc;

use briefing_desk::briefing::{Briefing, Observation, Period};
use briefing_desk::ui::app::App;
use briefing_desk::ui::{Command, Selection, TabKey};
use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Pos2, ThemePreference};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::harness::{NARROW, activate, copied, desk, open, open_with, press, rows, year_of_trade};

/// The years that stand as columns, from the left, with what is said of each.
fn columns(harness: &Harness<'_, App>) -> Vec<(i16, String)> {
    let mut columns: Vec<(f32, i16, String)> = harness
        .query_all_by_role(Role::Button)
        .filter_map(|node| {
            let label = node.accesskit_node().label()?;
            let (year, said) = label.split_once(": ")?;
            Some((node.rect().left(), year.parse().ok()?, said.replace('\u{a0}', " ")))
        })
        .collect();
    columns.sort_by(|a, b| a.0.total_cmp(&b.0));
    columns.into_iter().map(|(_, year, said)| (year, said)).collect()
}

fn years(harness: &Harness<'_, App>) -> Vec<i16> {
    columns(harness).into_iter().map(|(year, _)| year).collect()
}

fn said(harness: &Harness<'_, App>, year: i16) -> String {
    columns(harness).into_iter().find(|(other, _)| *other == year).map(|(_, said)| said).expect("the year is shown")
}

fn middle_of(harness: &Harness<'_, App>, year: i16) -> Pos2 {
    let start = format!("{year}: ");
    let node = harness
        .query_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&start)));
    node.expect("the year is shown").rect().center()
}

/// What a screen reader says of the chart as a whole.
fn sentence(harness: &Harness<'_, App>) -> String {
    harness.get_by_role(Role::Figure).accesskit_node().label().unwrap_or_default().replace('\u{a0}', " ")
}

#[expect(clippy::redundant_closure_for_method_calls, reason = "the method itself is not general enough")]
fn focused(harness: &Harness<'_, App>) -> String {
    let mut nodes = harness.query_all_by(|node| node.is_focused());
    nodes.find_map(|node| node.accesskit_node().label()).unwrap_or_default()
}

fn key(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    harness.run();
}

#[test]
fn every_measure_says_its_values_with_formula_status_and_source() {
    let mut harness = desk(TabKey::TRADE);
    for (measure, expected) in [
        ("Total", "Turnover: US$244.8 bn, from the article, ¶7·1; Change, % computed: +2.0; Change, % published: +1.9"),
        (
            "By direction",
            "Russia→China: US$129.32 bn, from the article, ¶8·1; China→Russia: US$115.49 bn, from the article, ¶8·1",
        ),
        (
            "Balance",
            "Russia’s balance: +US$13.83 bn, computed from the article’s figures, 129.32 − 115.49 = +13.83, ¶8·1",
        ),
        (
            "Growth",
            "Change, % computed: +2.0 %, computed, 244.8 / 240.11 − 1 = 2.0 %, ¶7·1; Change, % published: +1.9 %",
        ),
        (
            "Share",
            "Russia→China, %: 52.8 %, computed from the article’s figures, 129.32 / (129.32 + 115.49) = 52.8 %, ¶8·1",
        ),
        ("Index", "2016 = 100: 352.1, computed, 244.8 / 69.52 × 100 = 352.1, ¶7·1"),
    ] {
        press(&mut harness, Role::RadioButton, measure);
        let said = said(&harness, 2024);
        assert!(said.starts_with(expected), "{measure}: {said}");
        assert!(sentence(&harness).contains("Counted by China customs"), "{measure}: {}", sentence(&harness));
    }
}

#[test]
fn the_article_alone_leaves_gaps_and_no_context_anywhere() {
    let mut harness = desk(TabKey::TRADE);
    press(&mut harness, Role::RadioButton, "Article only");
    assert_eq!(years(&harness), (2016..=2025).collect::<Vec<_>>());
    let empty = columns(&harness).into_iter().filter(|(_, said)| said == "Turnover: no figure").count();
    assert_eq!(empty, 8, "only 2021 and 2024 are printed");
    assert!(sentence(&harness).contains("8 of 10 years have no figure here and stay empty"), "{}", sentence(&harness));
    for context in ["Event 1, 2018: Turnover passes US$100\u{a0}bn a year", "Parts of years"] {
        assert!(harness.query_by_label(context).is_none(), "{context} is context");
    }
    press(&mut harness, Role::RadioButton, "With context");
    assert_eq!(years(&harness).last(), Some(&2026));
    assert!(
        said(&harness, 2026).contains("none for the whole year; Jan–Apr 2026: US$85.24 bn"),
        "{}",
        said(&harness, 2026)
    );
}

#[test]
fn the_range_is_chosen_by_field() {
    let mut harness = desk(TabKey::TRADE);
    for (field, year) in [("First year shown", "2018"), ("Last year shown", "2024")] {
        harness.get_by_label(field).click();
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.get_by_label(field).type_text(year);
        harness.run();
        key(&mut harness, Key::Enter);
    }
    assert_eq!(years(&harness), (2018..=2024).collect::<Vec<_>>());
    assert!(sentence(&harness).starts_with("Turnover from US$107.06 bn in 2018 to US$244.8 bn in 2024"));
    press(&mut harness, Role::RadioButton, "Index");
    assert!(said(&harness, 2024).contains("244.8 / 107.06 × 100 = 228.7"), "{}", said(&harness, 2024));
    press(&mut harness, Role::Button, "Reset view");
    assert_eq!(years(&harness), (2016..=2026).collect::<Vec<_>>());
    let reset = harness.get_by_label("Reset view");
    assert!(reset.accesskit_node().is_disabled(), "there is nothing left to undo");
}

#[test]
fn the_range_is_dragged_on_the_chart() {
    let mut harness = desk(TabKey::TRADE);
    let (from, to) = (middle_of(&harness, 2023), middle_of(&harness, 2020));
    harness.drag_at(from);
    harness.run();
    harness.hover_at(to);
    harness.run();
    harness.drop_at(to);
    harness.run();
    harness.remove_cursor();
    harness.run();
    assert_eq!(years(&harness), [2020, 2021, 2022, 2023]);
    assert_eq!(harness.state().selection(), None, "a drag is not a click");
}

#[test]
fn the_range_begins_where_a_menu_is_opened() {
    let mut harness = desk(TabKey::TRADE);
    let node = harness
        .get_by(|node| node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("2021: ")));
    node.click_secondary();
    harness.run();
    press(&mut harness, Role::Button, "Start the range here");
    assert_eq!(years(&harness).first(), Some(&2021));
}

/// 228.105 / 107.76 is 2.1168, whose fifth root is 1.1618.
#[test]
fn growth_is_computed_between_any_two_years() {
    let mut harness = desk(TabKey::TRADE);
    harness.get_by_label("(244.8 / 146.88)^(1/3) − 1 = 18.6\u{a0}%");
    for (year, choice) in [("2020: ", "Growth from here"), ("2025: ", "Growth to here")] {
        let node = harness
            .get_by(|node| node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with(year)));
        node.click_secondary();
        harness.run();
        press(&mut harness, Role::Button, choice);
    }
    harness.get_by_label("228.105 / 107.76 − 1 = 111.7\u{a0}%");
    harness.get_by_label("(228.105 / 107.76)^(1/5) − 1 = 16.2\u{a0}%");
    press(&mut harness, Role::RadioButton, "Article only");
    harness.get_by_label("No total for 2020 in the article.");
    press(&mut harness, Role::Button, "Reset view");
    harness.get_by_label("(244.8 / 146.88)^(1/3) − 1 = 18.6\u{a0}%");
}

#[test]
fn two_years_are_picked_with_a_click_and_shift() {
    let mut harness = desk(TabKey::TRADE);
    harness
        .get_by(|node| node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("2018: ")))
        .click();
    harness.run();
    assert_eq!(harness.state().selection(), Some(&year_of_trade(2018)));
    harness
        .get_by(|node| node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("2024: ")))
        .click_modifiers(Modifiers::SHIFT);
    harness.run();
    harness.get_by_label("244.8 / 107.06 − 1 = 128.7\u{a0}%");
    assert_eq!(harness.state().selection(), Some(&year_of_trade(2018)), "what is selected stays");
}

/// A year is one of a series: the same year of two series is two things to select.
#[test]
fn a_period_is_selected_with_its_series() {
    let mut harness = desk(TabKey::TRADE);
    for (series, value) in [("customs-usd", "US$129.32\u{a0}bn"), ("customs-cny", "¥1.74\u{a0}trn")] {
        let selection = Selection::Period(series.to_owned().try_into().expect("a key"), Period::of_year(2024));
        let ctx = harness.ctx.clone();
        harness.state_mut().run(&ctx, Command::Select(selection.clone()));
        harness.run();
        assert_eq!(harness.state().selection(), Some(&selection));
        assert!(harness.query_all_by_label(value).count() > 0, "{value} of {series} is not shown");
        let column = harness.get_by(|node| {
            node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("2024: "))
        });
        let expected = series == "customs-usd";
        let selected = column.accesskit_node().is_selected() == Some(true);
        assert_eq!(selected, expected, "the chart is of the first series");
    }
    press(&mut harness, Role::Button, "Next");
    let Some(Selection::Period(series, _)) = harness.state().selection() else { panic!("a period") };
    assert_eq!(series.as_str(), "customs-cny", "the next year stays within the series");
}

#[test]
fn the_arrows_walk_the_years_and_the_read_out_follows() {
    let mut harness = desk(TabKey::TRADE);
    harness
        .get_by(|node| node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("2019: ")))
        .focus();
    harness.run();
    assert!(focused(&harness).starts_with("2019: "), "{}", focused(&harness));
    key(&mut harness, Key::ArrowRight);
    assert!(focused(&harness).starts_with("2020: "), "{}", focused(&harness));
    for part in ["Change, % published", "US$107.76\u{a0}bn", "ƒ 107.76 / 110.75 − 1 = −2.7\u{a0}%"] {
        assert!(harness.query_all_by_label(part).count() >= 1, "{part} is missing in the read-out");
    }
    harness.get_by_label("China customs (GACC), via UrduPoint");
    key(&mut harness, Key::End);
    assert!(focused(&harness).starts_with("2026: "), "{}", focused(&harness));
    key(&mut harness, Key::Home);
    key(&mut harness, Key::ArrowLeft);
    assert!(focused(&harness).starts_with("2016: "), "the first year is the end of the way");
    key(&mut harness, Key::Enter);
    assert_eq!(harness.state().selection(), Some(&year_of_trade(2016)));
}

#[test]
fn the_read_out_comes_and_goes_with_the_pointer() {
    let mut harness = desk(TabKey::TRADE);
    let formula = "ƒ 190.271 / 146.88 − 1 = 29.5\u{a0}%";
    assert!(harness.query_by_label(formula).is_none());
    let at = middle_of(&harness, 2022);
    harness.hover_at(at);
    harness.run();
    harness.get_by_label(formula);
    harness.remove_cursor();
    harness.run();
    assert!(harness.query_by_label(formula).is_none());
}

#[test]
fn claims_are_marked_on_the_figures_they_rest_on() {
    let mut harness = desk(TabKey::TRADE);
    let forecast = "Claim on 2025: 2025 trade stays near 2024’s level. Outdated";
    for claim in [
        "Claim on 2021: Turnover rose from 146.88\u{a0}bn to 244.8\u{a0}bn. Supported",
        "Claim on 2024: Turnover rose from 146.88\u{a0}bn to 244.8\u{a0}bn. Supported",
        forecast,
    ] {
        harness.get_by_role_and_label(Role::Button, claim);
    }
    press(&mut harness, Role::Button, forecast);
    let Some(Selection::Claim(claim)) = harness.state().selection() else { panic!("the claim is one click away") };
    assert_eq!(claim.as_str(), "forecast-2025");
}

#[test]
fn the_forecast_stands_beside_what_came_of_it() {
    let mut harness = desk(TabKey::TRADE);
    harness.get_by_role_and_label(Role::Heading, "Forecast and outcome");
    harness.get_by_label("228.105 / 244.8 − 1 = −6.8\u{a0}%");
    harness.get_by_label_contains("published −6.9");
    press(&mut harness, Role::RadioButton, "Article only");
    harness.get_by_label_contains("What came of it is context");
}

#[test]
fn annotations_are_read_opened_and_switched_off() {
    let mut harness = desk(TabKey::TRADE);
    let goal = "Event 3, Nov\u{a0}2023: Leaders’ goal for 2024, US$200\u{a0}bn, is reached";
    press(&mut harness, Role::Button, goal);
    assert!(matches!(harness.state().selection(), Some(Selection::Source(_))), "an event leads to its source");
    press(&mut harness, Role::CheckBox, "Annotations");
    assert!(harness.query_by_label(goal).is_none());
}

#[test]
fn the_table_sorts_the_years_with_the_chart() {
    let mut harness = desk(TabKey::TRADE);
    press(&mut harness, Role::RowHeader, "Turnover, not sorted");
    assert_eq!(years(&harness)[..3], [2024, 2023, 2025]);
    assert_eq!(years(&harness).last(), Some(&2026), "a year without a figure comes last");
    assert!(rows(&harness, "Turnover; 2024: 244.8; 2023: 240.11").len() == 1, "the table has the chart’s order");
    press(&mut harness, Role::RowHeader, "Turnover, sorted downwards");
    assert_eq!(years(&harness)[..2], [2016, 2017]);
    assert_eq!(years(&harness).last(), Some(&2026));
    press(&mut harness, Role::RowHeader, "Turnover, sorted upwards");
    assert_eq!(years(&harness), (2016..=2026).collect::<Vec<_>>());
    press(&mut harness, Role::RowHeader, "Year, not sorted");
    assert_eq!(years(&harness).first(), Some(&2026), "the latest first");
}

#[test]
fn cells_rows_and_the_table_are_copied_by_menu() {
    let mut harness = desk(TabKey::TRADE);
    press(&mut harness, Role::RadioButton, "Balance");
    let row = rows(&harness, "Russia’s balance").remove(0);
    let at = Pos2::new(middle_of(&harness, 2024).x, harness.get_by_role_and_label(Role::Row, &row).rect().center().y);
    for (choice, expected) in [
        ("Copy cell", "13.83"),
        ("Copy row", "Russia’s balance\t-5.069\t-1.68\t11.1\t11.35\t6.6\t11.71\t38.027\t18.15\t13.83\t21.487\t\n"),
        ("Copy table", "Year\t2016\t2017\t2018\t"),
    ] {
        for pressed in [true, false] {
            let button = PointerButton::Secondary;
            harness.event(egui::Event::PointerMoved(at));
            harness.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
        }
        harness.run();
        let entry = harness.query_all_by_label(choice).last().expect("the menu is open");
        entry.click_accesskit();
        let text = copied(&mut harness).expect("something was copied");
        assert!(text.starts_with(expected), "{choice}: {text}");
        harness.run();
    }
}

#[test]
fn cells_rows_and_the_table_are_copied_by_key() {
    let mut harness = desk(TabKey::TRADE);
    harness.get_by_role(Role::Grid).focus();
    harness.run();
    let turnover = rows(&harness, "").iter().position(|row| row.starts_with("Turnover; ")).expect("the row");
    for _ in 0..turnover {
        key(&mut harness, Key::ArrowDown);
    }
    harness.event(egui::Event::Copy);
    assert!(copied(&mut harness).is_some_and(|text| text.starts_with("Turnover\t69.52\t84.07\t")), "the row");
    harness.run();
    for _ in 0..3 {
        key(&mut harness, Key::ArrowRight);
    }
    harness.event(egui::Event::Copy);
    assert_eq!(copied(&mut harness).as_deref(), Some("107.06"), "the third cell");
    harness.run();
    harness.get_by_label("Copy table").focus();
    harness.run();
    assert_eq!(focused(&harness), "Copy table");
    // Pressed only: what is copied is seen in the frame of the key.
    harness.key_down(Key::Enter);
    let table = copied(&mut harness).expect("the table");
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.iter().position(|line| line.trim().is_empty()), Some(7), "the head and six rows: {table}");
    assert!(lines[4].contains("≈ ") && !lines[1].contains('≈'), "what is derived is marked: {table}");
    assert!(lines[8..].iter().any(|line| line.starts_with("Unit\tUS$ bn")), "{table}");
    assert!(lines[8..].iter().any(|line| line.starts_with("Sources\t") && line.contains("https://")), "{table}");
    harness.key_up(Key::Enter);
    harness.run();
    harness.get_by_label("Copy sentence").focus();
    harness.run();
    harness.key_down(Key::Enter);
    let text = copied(&mut harness).expect("the sentence").replace('\u{a0}', " ");
    assert_eq!(text, sentence(&harness), "what is copied is what a screen reader says");
}

#[test]
fn scrolling_over_the_chart_moves_the_page_and_not_the_chart() {
    let mut harness = open(TabKey::TRADE, NARROW, ThemePreference::Light);
    let before = (middle_of(&harness, 2018), years(&harness));
    // Well within the page, of which the middle of a year may lie at the edge.
    harness.hover_at(before.0 - egui::vec2(0.0, 60.0));
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, -120.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    harness.run();
    let after = (middle_of(&harness, 2018), years(&harness));
    assert!(after.0.y < before.0.y - 60.0, "the page moved: {before:?} {after:?}");
    assert_eq!((after.0.x, after.1), (before.0.x, before.1), "the chart did not");
}

#[test]
fn the_inspector_hides_no_year_in_a_narrow_window() {
    let mut harness = open(TabKey::TRADE, NARROW, ThemePreference::Light);
    activate(&mut harness, Role::RadioButton, "Balance");
    harness
        .get_by(|node| node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("2025: ")))
        .focus();
    harness.run();
    key(&mut harness, Key::Enter);
    harness.run();
    let heading = harness.get_by_role_and_label(Role::Heading, "2025").rect();
    let column = middle_of(&harness, 2025);
    assert!(column.x < heading.left() - 20.0, "the column at {column:?} is left of the inspector at {heading:?}");
    assert!(column.x > 0.0);
}

#[test]
fn a_readers_own_months_stand_beside_the_years_and_are_walked() {
    let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
    let series = &mut briefing.trades[0].series[0];
    let pattern = series.observations[0].clone();
    let period = |text: String| -> Period { text.try_into().expect("a period") };
    for month in (1..=24).filter(|month| *month != 15) {
        let period = period(format!("{}-{:02}", 2023 + (month - 1) / 12, (month - 1) % 12 + 1));
        series.observations.push(Observation { period, value: (10 + month).into(), ..pattern.clone() });
    }
    let mut harness = open_with(Arc::new(briefing), TabKey::TRADE);
    assert_eq!(years(&harness), (2016..=2026).collect::<Vec<_>>(), "years are shown first");
    press(&mut harness, Role::RadioButton, "Months");
    let starts =
        "Turnover from US$11\u{a0}bn in Jan\u{a0}2023 to US$34\u{a0}bn in Dec\u{a0}2024".replace('\u{a0}', " ");
    assert!(sentence(&harness).starts_with(&starts), "{}", sentence(&harness));
    assert!(sentence(&harness).contains("1 of 24 months has no figure here"), "{}", sentence(&harness));
    let january = "Jan\u{a0}2023: Turnover: US$11";
    harness.get_by(|node| node.label().is_some_and(|label| label.starts_with(january))).focus();
    harness.run();
    key(&mut harness, Key::ArrowRight);
    assert!(focused(&harness).starts_with("Feb\u{a0}2023: Turnover: US$12\u{a0}bn, reported"), "{}", focused(&harness));
    key(&mut harness, Key::End);
    key(&mut harness, Key::Enter);
    let december = period("2024-12".to_owned());
    assert!(matches!(harness.state().selection(), Some(Selection::Period(_, period)) if *period == december));
    press(&mut harness, Role::RadioButton, "Years");
    assert_eq!(years(&harness), (2016..=2026).collect::<Vec<_>>());
}

/// Nearly two centuries: the window draws a curve that is walked as one, as it is drawn in a file.
#[test]
fn very_many_years_are_one_curve_that_is_walked() {
    let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
    let series = &mut briefing.trades[0].series[0];
    let pattern = series.observations[0].clone();
    series.observations.extend((1850..2016).map(|year| Observation {
        period: Period::of_year(year),
        value: (year % 37).into(),
        ..pattern.clone()
    }));
    let mut harness = open_with(Arc::new(briefing), TabKey::TRADE);
    let slider = |harness: &Harness<'_, App>| {
        harness.get_by_role(Role::Slider).accesskit_node().label().unwrap_or_default().replace('\u{a0}', " ")
    };
    assert_eq!(slider(&harness), "Turnover, 177 points; arrows walk them");
    harness.get_by_role(Role::Slider).focus();
    harness.run();
    key(&mut harness, Key::End);
    assert!(slider(&harness).starts_with("2026: Turnover: none for the whole year"), "{}", slider(&harness));
    key(&mut harness, Key::ArrowLeft);
    assert!(slider(&harness).starts_with("2025: Turnover: US$228.105 bn"), "{}", slider(&harness));
    key(&mut harness, Key::Enter);
    assert!(matches!(harness.state().selection(), Some(Selection::Period(_, period)) if period.year() == 2025));
}

/// A hundred thousand days, the last of them 16 October 2023: the window opens, walks them and comes to rest.
#[test]
fn a_long_daily_series_is_drawn_and_walked() {
    let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
    let series = &mut briefing.trades[0].series[0];
    let pattern = series.observations[0].clone();
    let first = jiff::civil::date(1750, 1, 1);
    for day in 0..100_000 {
        let on = first.checked_add(jiff::Span::new().days(day)).expect("a day");
        series.observations.push(Observation {
            period: Period::of_day(on),
            value: (day % 90).into(),
            ..pattern.clone()
        });
    }
    let mut harness = open_with(Arc::new(briefing), TabKey::TRADE);
    press(&mut harness, Role::RadioButton, "Days");
    harness.get_by_role(Role::Slider).focus();
    harness.run();
    key(&mut harness, Key::End);
    let said = harness.get_by_role(Role::Slider).accesskit_node().label().unwrap_or_default();
    assert!(said.starts_with("16\u{a0}Oct\u{a0}2023: Turnover: US$9\u{a0}bn"), "{said}");
    assert!(harness.run() <= 2, "the window rests");
}
