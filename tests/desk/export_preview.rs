//! What the export dialog shows of a file before it is written: the file as it will look, in a dialog that stays where it
//! is.

use std::io::Cursor;

use briefing_desk::analysis::checks;
use briefing_desk::export::format::{self, Format};
use briefing_desk::export::job::Job;
use briefing_desk::export::order::{Order, make_shown};
use briefing_desk::export::picture::Look;
use briefing_desk::export::query::Query;
use briefing_desk::export::settings::{Notes, Settings};
use briefing_desk::export::shown::{Rows, Shown};
use briefing_desk::export::subject::{self, Subject};
use briefing_desk::ui::TabKey;
use briefing_desk::ui::app::App;
use briefing_desk::words::Words;
use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
use egui::accesskit::Role;
use egui::{Key, Rect, ThemePreference};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use serde_json::Value;

use crate::export_dialog::{choose, open_dialog};
use crate::harness::{FULL, NARROW, bundled, desk, made, open, press, wait_for, wait_for_frame};

/// The bytes of a table in a format, and its rows as they are looked at.
fn shown(subject: &'static Subject, format: &'static Format, notes: Notes) -> (Vec<u8>, Rows) {
    let briefing = bundled();
    let findings = checks::run(&briefing);
    let query = Query::of(&briefing);
    let settings = Settings { query, look: Look::default(), made: made(), notes, byte_order_mark: false };
    let order = Order { subject, format, settings };
    let made = make_shown(&briefing, &findings, &order, &Words::english(), (&Job::default(), true));
    match made.expect("it is made") {
        (parcel, Shown::Rows(rows)) => (parcel.bytes, rows),
        (_, shown) => panic!("{} is looked at as a table, not as {shown:?}", format.key),
    }
}

const TABLES: [&Subject; 6] =
    [&subject::MEETING, &subject::ROSTER, &subject::TRADE, &subject::SOURCES, &subject::CLAIMS, &subject::CHECKS];

fn heads(rows: &Rows) -> Vec<&str> {
    rows.heads.iter().map(|(head, _)| head.as_str()).collect()
}

#[test]
fn the_rows_of_csv_that_are_looked_at_are_those_of_the_file() {
    for subject in TABLES {
        for notes in Notes::BOTH {
            let (bytes, rows) = shown(subject, &format::CSV, notes);
            let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(bytes.as_slice());
            assert_eq!(reader.headers().expect("a head").iter().collect::<Vec<_>>(), heads(&rows), "{}", subject.key);
            let written: Vec<Vec<String>> =
                reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
            assert_eq!(written.len(), rows.all);
            assert_eq!(written[..rows.rows.len()], rows.rows, "{}", subject.key);
            if notes == Notes::Lines {
                let text = String::from_utf8(bytes).expect("UTF-8");
                let above: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("# ")).collect();
                assert_eq!(above, rows.about, "{}", subject.key);
            }
        }
    }
}

#[test]
fn the_rows_of_json_that_are_looked_at_are_those_of_the_file() {
    let text = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(texts) => texts.iter().map(|text| text.as_str().expect("a text")).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    };
    for subject in TABLES {
        let (bytes, rows) = shown(subject, &format::JSON, Notes::Beside);
        let file: Value = serde_json::from_slice(&bytes).expect("JSON");
        let written = file["rows"].as_array().expect("rows");
        assert_eq!(written.len(), rows.all);
        for (written, row) in written.iter().zip(&rows.rows) {
            let cells: Vec<String> = heads(&rows).into_iter().map(|head| text(&written[head])).collect();
            assert_eq!(&cells, row, "{}", subject.key);
        }
        let title = file["provenance"]["title"].as_str().expect("a title");
        assert!(rows.about[0].contains(title), "{:?}", rows.about);
    }
}

#[test]
fn the_rows_of_a_workbook_that_are_looked_at_are_those_of_the_file() {
    for subject in TABLES {
        let (bytes, rows) = shown(subject, &format::XLSX, Notes::Beside);
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
        let sheet = book.worksheet_range("Data").expect("the data");
        let mut lines = sheet.rows();
        let head: Vec<String> = lines.next().expect("a head").iter().map(ToString::to_string).collect();
        assert_eq!(head, heads(&rows), "{}", subject.key);
        assert_eq!(lines.len(), rows.all);
        for (line, row) in lines.zip(&rows.rows) {
            for (cell, seen) in line.iter().zip(row) {
                match cell {
                    Data::Float(number) => assert_eq!(seen.parse(), Ok(*number), "{}", subject.key),
                    Data::DateTime(date) => {
                        let (year, month, day, ..) = date.to_ymd_hms_milli();
                        assert_eq!(seen, &format!("{year:04}-{month:02}-{day:02}"), "{}", subject.key);
                    }
                    Data::Bool(flag) => assert_eq!(seen, if *flag { "TRUE" } else { "FALSE" }),
                    other => assert_eq!(seen, &other.to_string(), "{}", subject.key),
                }
            }
        }
    }
}

/// Where the dialog and its buttons are.
fn places(harness: &Harness<'_, App>) -> Vec<Rect> {
    let head = harness.get_by_role_and_label(Role::Heading, "Export");
    let buttons = ["Save", "Choose a place…", "Copy", "Print…", "Send…", "Cancel"];
    let buttons = buttons.map(|name| harness.get_by_role_and_label(Role::Button, name).rect());
    let field = harness.get_by_label("Path of the file").rect();
    [head.rect(), field].into_iter().chain(buttons).collect()
}

/// The labels of what can be chosen in the dialog beside the list.
fn choices(harness: &Harness<'_, App>, group: &str) -> Vec<String> {
    let Some(group) = harness.query_by_role_and_label(Role::RadioGroup, group) else { return Vec::new() };
    let choices = group.children_recursive().filter(|node| node.accesskit_node().role() == Role::RadioButton);
    choices.filter_map(|node| node.accesskit_node().label()).collect()
}

#[test]
fn the_dialog_and_its_buttons_stay_where_they_are_whatever_is_chosen() {
    for size in [FULL, NARROW] {
        let mut harness = open(TabKey::MEMBERS, size, ThemePreference::Light);
        open_dialog(&mut harness);
        let first = places(&harness);
        let mut chosen = 0;
        for what in choices(&harness, "What is exported") {
            choose(&mut harness, Role::RadioButton, &what);
            for format in choices(&harness, "Format") {
                choose(&mut harness, Role::RadioButton, &format);
                assert_eq!(places(&harness), first, "{what} as {format} at {size}");
                for group in ["Notes", "Theme", "Resolution", "Length", "Paper"] {
                    if let Some(last) = choices(&harness, group).last() {
                        choose(&mut harness, Role::RadioButton, last);
                        assert_eq!(places(&harness), first, "{what} as {format}, {last}, at {size}");
                        chosen += 1;
                    }
                }
            }
        }
        assert!(chosen > 12, "options were chosen too: {chosen}");
        // Not by what is said, either.
        harness.get_by_label("Path of the file").focus();
        harness.run();
        harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
        harness.get_by_label("Path of the file").type_text("/no/such/folder/at/all/brief");
        harness.run();
        harness.key_press(Key::Enter);
        wait_for(&mut harness, "the trouble", |harness| harness.query_by_role(Role::Alert).is_some());
        assert_eq!(places(&harness), first, "at {size}");
    }
}

/// What a screen reader reads on a page of the preview.
fn page(harness: &Harness<'_, App>, name: &str) -> Option<String> {
    harness.query_by_role_and_label(Role::Image, name)?.accesskit_node().data().description().map(str::to_owned)
}

#[test]
fn a_pdf_is_looked_at_page_by_page() {
    let mut harness = desk(TabKey::SUMMARY);
    open_dialog(&mut harness);
    let extent = harness.get_by_role(Role::Document).accesskit_node().label().expect("a name");
    let pages: usize = extent
        .trim_start_matches(|letter: char| !letter.is_ascii_digit())
        .split(|letter: char| !letter.is_ascii_digit())
        .next()
        .and_then(|digits| digits.parse().ok())
        .expect("a number of pages");
    assert!(pages > 3, "{extent}");
    let named = |number: usize| format!("Page {number} of {pages}");
    let first = page(&harness, &named(1)).expect("the first page is in view");
    let headline = bundled().meeting.expect("a meeting").headline.text;
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    assert!(letters(&first).contains(&letters(&headline)), "{first}");

    // Pages are drawn beside the window, and the bar below them says which is in view.
    let is_at = |harness: &mut Harness<'_, App>, number: usize| {
        let name = named(number);
        let is_named = |node: &egui_kittest::Node<'_>| node.accesskit_node().value().as_deref() == Some(&name);
        wait_for_frame(harness, &name, |harness| harness.query_all_by_role(Role::Label).any(|node| is_named(&node)));
    };
    harness.get_by_role(Role::Document).focus();
    harness.step();
    harness.key_press(Key::PageDown);
    is_at(&mut harness, 2);
    assert!(page(&harness, &named(2)).is_some_and(|text| text != first));
    harness.key_press(Key::End);
    is_at(&mut harness, pages);
    harness.get_by_role_and_label(Role::Button, "Previous page").click_accesskit();
    is_at(&mut harness, pages - 1);
    // The same page is still there as a whole.
    harness.get_by_role_and_label(Role::RadioButton, "Whole page").click_accesskit();
    harness.step();
    is_at(&mut harness, pages - 1);
}

#[test]
fn a_table_is_looked_at_as_one_with_what_it_is_folded_away() {
    let mut harness = desk(TabKey::MEMBERS);
    open_dialog(&mut harness);
    for (format, head) in [("CSV", "name_en"), ("Excel", "Name"), ("JSON", "name_en"), ("Markdown", "Name")] {
        choose(&mut harness, Role::RadioButton, format);
        let heads = harness.query_all_by_role(Role::ColumnHeader).filter_map(|head| head.accesskit_node().label());
        let heads: Vec<String> = heads.collect();
        assert!(heads.iter().any(|name| name.contains(head)), "{format}: {heads:?}");
        assert!(harness.query_all_by_role_and_label(Role::Cell, "Belarus").next().is_some(), "{format}");
    }
    let is_told = |harness: &Harness<'_, App>| harness.query_by_label_contains("briefing sha256").is_some();
    assert!(!is_told(&harness), "what it is stays folded away");
    let fold = harness.query_all_by_role(Role::Button).filter_map(|button| button.accesskit_node().label());
    let fold = fold.into_iter().find(|label| label.starts_with("What it is and its sources")).expect("a heading");
    press(&mut harness, Role::Button, &fold);
    assert!(is_told(&harness), "and unfolds");
    assert_eq!(harness.get_by_role_and_label(Role::Button, &fold).accesskit_node().data().is_expanded(), Some(true));
}
