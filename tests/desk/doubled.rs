//! Whatever stands in a briefing may stand there twice: each of the two is a control of its own.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use briefing_desk::briefing::Briefing;
use briefing_desk::ui::{Command, Selection, TabKey};
use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{open_with, wait_for_members};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");

/// Puts everything in a list twice that has no key, period or place by which there is one of it.
fn double(value: &mut Value) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(double),
        Value::Array(items) => {
            items.iter_mut().for_each(double);
            let alone = |item: &Value| ["id", "period", "at"].iter().any(|one| item.get(one).is_some());
            if items.iter().all(|item| item.is_object() && !alone(item)) {
                *items = items.iter().flat_map(|item| [item.clone(), item.clone()]).collect();
            }
        }
        _ => {}
    }
}

fn doubled() -> Briefing {
    let folder = TempDir::new().expect("a temporary folder");
    for entry in fs::read_dir(DATA).expect("the briefing").flatten() {
        let name = entry.file_name();
        if Path::new(&name).extension().is_some_and(|ending| ending == "json") {
            let mut value = serde_json::from_slice(&fs::read(entry.path()).expect("a file")).expect("JSON");
            double(&mut value);
            fs::write(folder.path().join(name), value.to_string()).expect("written");
        }
    }
    Briefing::open(folder.path()).unwrap_or_else(|err| panic!("{err}"))
}

/// Where two controls share an id, egui writes so over them in a development build, with a sign that no bundled font
/// has: the window of a test panics.
#[test]
fn what_stands_twice_is_two_controls() {
    let briefing = Arc::new(doubled());
    let points = &briefing.claims.key_points;
    assert_eq!(points[0], points[1], "a key point stands twice");
    let claims = briefing.claims.claims.iter().map(|claim| Selection::Claim(claim.id.clone()));
    let sources = briefing.sources.sources.iter().map(|source| Selection::Source(source.id.clone()));
    let states = briefing.states().map(|state| Selection::State(state.id.clone()));
    let series = briefing.main_series().expect("a series");
    let periods = series.observations.iter().map(|one| Selection::Period(series.id.clone(), one.period));
    let sentences = briefing.sentences().iter().map(|sentence| Selection::Sentence(sentence.at));
    let selections: Vec<Selection> = claims.chain(sources).chain(states).chain(periods).chain(sentences).collect();
    let mut harness = open_with(Arc::clone(&briefing), TabKey::SUMMARY);
    let ctx = harness.ctx.clone();
    for tab in TabKey::all() {
        harness.state_mut().run(&ctx, Command::Show(tab));
        if tab == TabKey::MEMBERS {
            wait_for_members(&mut harness);
        }
        harness.run_steps(2);
    }
    for selection in selections {
        harness.state_mut().run(&ctx, Command::Select(selection));
        harness.run_steps(2);
    }
}
