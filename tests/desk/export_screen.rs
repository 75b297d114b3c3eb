//! The promise of every export: for any state of the window, the rows that leave are the rows that a screen reader hears.

use std::path::Path;

use briefing_desk::ui::app::App;
use briefing_desk::ui::{Action, TabKey};
use egui::accesskit::Role;
use egui::{Key, ThemePreference, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use crate::export_dialog::save_to;
use crate::harness::{activate, label, open};

/// States of the window that are gone through; each presses several controls.
const STATES: usize = 24;

/// Dice that fall the same each time (xorshift; Marsaglia, 2003).
struct Dice(u64);

impl Dice {
    const fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
}

/// The names of everything of a role.
fn labels(harness: &Harness<'_, App>, role: Role) -> Vec<String> {
    harness.query_all_by_role(role).filter_map(|node| node.accesskit_node().label()).collect()
}

/// Presses one of the controls that a reader could press, if there is any.
fn press_one(harness: &mut Harness<'_, App>, dice: &mut Dice, role: Role, is: impl Fn(&str) -> bool) {
    let mut known: Vec<String> = labels(harness, role).into_iter().filter(|label| is(label)).collect();
    // What has the same name twice cannot be told apart by it.
    known.retain(|label| harness.query_all_by_role_and_label(role, label).count() == 1);
    if !known.is_empty() {
        let label = known.swap_remove(dice.below(known.len()));
        activate(harness, role, &label);
    }
}

/// The records of a CSV file, by the names of their columns.
fn records(text: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|record| record.expect("a record")).collect()
}

fn exported(harness: &mut Harness<'_, App>, folder: &Path) -> Vec<std::collections::BTreeMap<String, String>> {
    let file = folder.join("screen.csv");
    let text = save_to(harness, &file);
    std::fs::remove_file(&file).expect("it was written");
    records(&text)
}

/// What a screen reader says of a row of the members, from the row of the file alone.
fn spoken_member(record: &std::collections::BTreeMap<String, String>) -> String {
    let printed = &record["printed_as"];
    let name = if printed.is_empty() { &record["name_en"] } else { printed };
    let again = if record["named_again"] == "yes" { ", named a second time" } else { "" };
    let about = if record["since_within_days"].is_empty() { "" } else { "≈ " };
    let since = if record["since"].is_empty() { "not known".to_owned() } else { said_date(&record["since"]) };
    format!("{name}{again}, {}, {}, since {about}{since}", record["status"], record["region"])
}

/// `2025-07-14` as the window writes it, and dates that are known to the month or the year alone.
fn said_date(iso: &str) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];
    let parts: Vec<usize> = iso.split('-').map(|part| part.parse().expect("a number")).collect();
    match parts[..] {
        [year] => year.to_string(),
        [year, month] => format!("{} {year}", MONTHS[month - 1]),
        [year, month, day] => format!("{day} {} {year}", MONTHS[month - 1]),
        _ => panic!("{iso} is a date"),
    }
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn the_rows_of_the_members_that_leave_are_those_that_are_heard() {
    let folder = TempDir::new().expect("a temporary folder");
    // So high that no row is scrolled out of what is heard.
    let mut harness = open(TabKey::MEMBERS, vec2(1280.0, 2000.0), ThemePreference::Light);
    let mut dice = Dice(0x5eed);
    let (mut empty, mut narrowed) = (0, 0);
    for state in 0..STATES {
        for _ in 0..=dice.below(3) {
            match dice.below(6) {
                0 => press_one(&mut harness, &mut dice, Role::ColumnHeader, |label| label.contains("sorted")),
                1 => press_one(&mut harness, &mut dice, Role::RadioButton, |label| {
                    ["As printed", "Corrected", "14\u{a0}Jul\u{a0}2025", "1\u{a0}Sept\u{a0}2025"].contains(&label)
                }),
                2 => {
                    harness.get_by_role(Role::Slider).focus();
                    harness.run();
                    for _ in 0..dice.below(9) {
                        harness.key_press([Key::ArrowLeft, Key::ArrowLeft, Key::ArrowRight][dice.below(3)]);
                        harness.run();
                    }
                }
                3 => {
                    activate(&mut harness, Role::Button, "Columns");
                    let columns = ["Status", "Region", "Since", "Population", "Sources"];
                    press_one(&mut harness, &mut dice, Role::CheckBox, |label| columns.contains(&label));
                    let ctx = harness.ctx.clone();
                    egui::Popup::close_all(&ctx);
                    harness.run();
                }
                4 => {
                    let text = ["a", "stan", "Ира", "", "巴", "xyzzy"][dice.below(6)];
                    harness.get_by_label("Search the members").focus();
                    harness.run();
                    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
                    harness.key_press(Key::Delete);
                    harness.get_by_label("Search the members").type_text(text);
                    harness.run();
                }
                // A facet with how many rows it has; more often than not it is one that some rows are in.
                _ => press_one(&mut harness, &mut dice, Role::CheckBox, |label| label.contains(", ")),
            }
        }
        let heard: Vec<String> =
            labels(&harness, Role::Row).into_iter().filter(|row| row.contains(", since ")).collect();
        let heard: Vec<String> = heard.iter().map(|row| plain(row)).collect();
        let left: Vec<String> = exported(&mut harness, folder.path()).iter().map(spoken_member).collect();
        assert_eq!(left, heard, "state {state} of the window");
        empty += usize::from(heard.is_empty());
        narrowed += usize::from(!heard.is_empty() && heard.len() < 26);
        if heard.is_empty() {
            // Out of the dead end again, so that most states have rows.
            let way_out = clear_all(&harness);
            activate(&mut harness, Role::Button, &way_out);
        }
    }
    assert!(narrowed >= STATES / 3 && empty < STATES / 2, "{narrowed} states were narrowed, {empty} empty");
}

fn clear_all(harness: &Harness<'_, App>) -> String {
    let ways_out = labels(harness, Role::Button).into_iter();
    ways_out.into_iter().find(|label| label.starts_with("Clear all")).expect("a way out")
}

/// What a screen reader hears of the table of the years: of each row its name, and of each year its value.
fn heard_figures(harness: &Harness<'_, App>) -> Vec<(String, String, String)> {
    let rows = labels(harness, Role::Row).into_iter().map(|row| plain(&row));
    let cells = |row: String| {
        let mut parts = row.split("; ");
        let name = parts.next().unwrap_or_default().to_owned();
        let cells = parts.filter_map(|cell| cell.split_once(": "));
        cells.map(|(year, value)| (year.to_owned(), name.clone(), value.to_owned())).collect::<Vec<_>>()
    };
    rows.flat_map(cells).filter(|(year, ..)| year.parse::<i16>().is_ok()).collect()
}

/// A value that is heard, as a number with so many decimal places; none for a gap.
fn heard_number(text: &str) -> Option<(f64, usize)> {
    let digits =
        text.trim_start_matches(['≈', ' ']).replace('\u{2212}', "-").replace(['+', ' ', '\u{202f}', '\u{2009}'], "");
    let number = digits.parse().ok()?;
    Some((number, digits.split_once('.').map_or(0, |(_, places)| places.len())))
}

#[test]
fn the_figures_that_leave_are_those_that_are_heard() {
    let folder = TempDir::new().expect("a temporary folder");
    let mut harness = open(TabKey::TRADE, vec2(1600.0, 1200.0), ThemePreference::Light);
    let mut dice = Dice(0xf167);
    let (mut gaps, mut numbers) = (0, 0);
    for state in 0..STATES {
        for _ in 0..=dice.below(3) {
            match dice.below(4) {
                0 => press_one(&mut harness, &mut dice, Role::RowHeader, |label| label.contains("sorted")),
                1 => press_one(&mut harness, &mut dice, Role::RadioButton, |label| {
                    ["Total", "Direction", "By direction", "Balance", "Growth", "Share", "Index"].contains(&label)
                }),
                2 => press_one(&mut harness, &mut dice, Role::RadioButton, |label| {
                    ["Article only", "With context", "Article", "All"].iter().any(|layer| label.starts_with(layer))
                }),
                _ => {
                    let year = ["First year shown", "Last year shown"][dice.below(2)];
                    harness.get_by_label(year).focus();
                    harness.run();
                    harness.key_press([Key::ArrowUp, Key::ArrowDown][dice.below(2)]);
                    harness.run();
                }
            }
        }
        let heard = heard_figures(&harness);
        assert!(!heard.is_empty(), "state {state} has figures");
        let records = exported(&mut harness, folder.path());
        // Parts of years follow the years, and stand in a table of their own.
        let years: Vec<_> = records.iter().filter(|record| record["period"].parse::<i16>().is_ok()).collect();
        let left: Vec<_> = years.iter().map(|record| (&record["period"], &record["row"])).collect();
        let said: Vec<_> = heard.iter().map(|(year, row, _)| (year, row)).collect();
        assert_eq!(left, said, "the same years and rows in the same order, state {state}");
        for (record, (year, row, said)) in years.iter().zip(&heard) {
            match heard_number(said) {
                None => {
                    assert_eq!((said.as_str(), record["value"].as_str()), ("–", ""), "{row} {year}: a gap in both");
                    gaps += 1;
                }
                Some((number, decimals)) => {
                    let value: f64 = record["value"].parse().expect("a number leaves");
                    let room = 0.5 / 10_f64.powi(i32::try_from(decimals).expect("few")) + 1e-9;
                    assert!((value - number).abs() <= room, "{row} {year}: {said} is heard, {value} leaves");
                    let about = said.starts_with('≈');
                    assert!(!about || record["reported_or_derived"] == "derived", "{row} {year}: {said}, {record:?}");
                    numbers += 1;
                }
            }
        }
    }
    assert!(gaps > 0 && numbers > gaps, "{gaps} gaps, {numbers} numbers");
}

#[test]
fn what_is_copied_by_key_is_what_the_tab_shows() {
    for (tab, first, rows) in
        [(TabKey::MEMBERS, "state\t", 26), (TabKey::TRADE, "Year\t", 3), (TabKey::SOURCES, "check\t", 10)]
    {
        let mut harness = open(tab, vec2(1280.0, 800.0), ThemePreference::Light);
        // Without letting go, so that what it copies is in the frame that is looked at.
        let modifiers = egui::Modifiers::COMMAND | egui::Modifiers::SHIFT;
        harness.event(egui::Event::Key { key: Key::E, physical_key: None, pressed: true, repeat: false, modifiers });
        let text = crate::harness::copied(&mut harness).expect("a table is copied");
        assert!(text.starts_with(first) && text.lines().count() > rows, "{}: {text}", label(tab));
    }
}

/// The picture on the clipboard within the next seconds.
fn copied_picture(harness: &mut Harness<'_, App>) -> Option<egui::ColorImage> {
    (0..500).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        harness.step();
        harness.output().platform_output.commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyImage(picture) => Some(picture.clone()),
            _ => None,
        })
    })
}

#[test]
fn the_chart_and_the_map_are_copied_as_pictures_that_do_not_depend_on_the_window() {
    for tab in [TabKey::MEMBERS, TabKey::TRADE] {
        let [first, second] = [vec2(1280.0, 800.0), vec2(700.0, 500.0)].map(|size| {
            let mut harness = open(tab, size, ThemePreference::Light);
            let ctx = harness.ctx.clone();
            harness.state_mut().run(&ctx, Action::CopyPicture);
            copied_picture(&mut harness).expect("a picture is copied")
        });
        assert!(first.width() > 800 && first == second, "{}", label(tab));
    }
}
