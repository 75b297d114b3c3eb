//! What is too large is refused with its place, and what is open stays open.

use briefing_desk::analysis::checks;
use briefing_desk::briefing::Briefing;
use briefing_desk::ui::{Command, TabKey};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use serde_json::{Value, json};

use crate::folder::{Folder, assert_says};
use crate::harness::{desk, wait_for};

/// The bundled briefing with its first series changed.
fn with_series(change: impl FnOnce(&mut Value)) -> Folder {
    with("trade.json", |trade| change(&mut trade["series"][0]))
}

fn with(file: &str, change: impl FnOnce(&mut Value)) -> Folder {
    let folder = Folder::new();
    let text = std::fs::read_to_string(folder.0.path().join(file)).expect("a file of the folder");
    let mut value: Value = serde_json::from_str(&text).expect("JSON");
    change(&mut value);
    folder.write(file, value.to_string().as_bytes())
}

/// As many copies of the first entry of a list as asked for, each changed by its number.
fn grow(list: &mut Value, count: usize, change: impl Fn(usize, &mut Value)) {
    let list = list.as_array_mut().expect("a list");
    let first = list.first().cloned().expect("an entry");
    for number in 0..count {
        let mut entry = first.clone();
        change(number, &mut entry);
        list.push(entry);
    }
}

fn flows(series: &mut Value, count: usize, of: impl Fn(usize) -> Option<String>) {
    grow(&mut series["flows"], count, |number, flow| {
        flow["id"] = format!("x-{number}").into();
        if let Some(of) = of(number) {
            flow["of"] = of.into();
        }
    });
}

#[test]
fn more_flows_and_larger_tables_than_can_be_shown_are_refused() {
    let many = with_series(|series| flows(series, 1000, |_| None));
    assert_says(&many.problem(), &["trade.json", "series[0].flows", "1003", "1000", "part the series"]);
    let large = with_series(|series| {
        flows(series, 500, |_| None);
        grow(&mut series["observations"], 2000, |number, value| value["period"] = format!("{:04}", 1 + number).into());
    });
    assert_says(&large.problem(), &["trade.json", "series[0].observations", "503", "1000000"]);
}

#[test]
fn what_is_too_large_to_open_leaves_the_window_as_it_was() {
    let many = with_series(|series| flows(series, 1000, |_| None));
    let mut harness = desk(TabKey::TRADE);
    let before = harness.state().briefing().digest.clone();
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Command::OpenFolder(many.0.path().to_owned()));
    wait_for(&mut harness, "the problem", |harness| harness.query_all_by_role(Role::Alert).next().is_some());
    assert!(harness.query_all_by_label_contains("$.series[0].flows").next().is_some(), "it is said where");
    assert_eq!(harness.state().briefing().digest, before);
    assert!(harness.state().folder().is_none() && harness.state().tab() == TabKey::TRADE);
    harness.get_by_role_and_label(Role::Button, "Copy table");
}

#[test]
fn totals_within_totals_come_to_an_end() {
    let chain = |levels: usize| {
        with_series(|series| {
            flows(series, levels, |number| (number + 1 < levels).then(|| format!("x-{}", number + 1)));
        })
    };
    assert_eq!(chain(16).problems(), Vec::<String>::new());
    assert_says(&chain(300).problems()[0], &["trade.json", "flows[3].of", "16"]);
}

#[test]
fn whose_text_a_source_carries_is_not_far_to_find() {
    let chain = |length: usize| {
        with("sources.json", |sources| {
            grow(&mut sources["sources"], length, |number, source| {
                source["id"] = format!("x-{number}").into();
                if number > 0 {
                    source["origin"] = json!({"source": format!("x-{}", number - 1)});
                }
            });
        })
    };
    assert_eq!(chain(16).problems(), Vec::<String>::new());
    assert_says(&chain(40).problem(), &["sources.json", "origin.source", "16"]);
}

/// What each entry of a list makes would once be said in one sentence within another, a hundred thousand deep.
#[test]
fn what_is_said_of_very_many_entries_is_a_sentence_all_the_same() {
    let folder = with("document.json", |document| {
        let dates = json!({"words": "today", "step": 0, "unit": "day", "means": "2025-07-14"});
        document["sentences"][0]["as_printed"] = json!({"relative_dates": vec![dates; 100_000]});
    });
    let briefing = Briefing::open(folder.0.path()).expect("it is well formed");
    let findings = checks::run(&briefing);
    let one = findings.iter().find(|finding| finding.check == "relative-date").expect("it is said");
    let said = briefing_desk::words::Words::english().say(&one.detail);
    assert!(said.len() < 10_000, "{}", said.len());
}
