//! How long it takes to load a large roster from disk, beside a bare parse of the same text into the same types. The
//! promise for a million rows is 1.5 times the bare parse; `cargo bench --bench loading` shows what it is.
//!
//! `ROWS=100000 cargo bench --bench loading` takes another number of rows.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark stops at what it did not expect, and says what it found"
)]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use briefing_desk::briefing::{Briefing, FILES, Roster};
use tempfile::TempDir;

mod allocator;
mod generated;

/// So many problems of one file are found at once.
const WRONG: usize = 3_000;

/// The best of so many runs, since whatever else the machine does only makes one longer.
const RUNS: usize = 5;

fn main() {
    let rows = std::env::var("ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(1_000_000);
    let folder = TempDir::new().expect("a temporary folder");
    let bytes = write(folder.path(), rows);
    println!("{rows} rows, {:.1} MB", bytes as f64 / 1e6);
    let path = folder.path().join("roster.json");
    let bare = best(|| {
        let text = fs::read_to_string(&path).expect("the roster");
        drop(black_box(serde_json::from_str::<Roster>(&text).expect("a roster")));
    });
    println!("bare parse of the same types  {:8.1} ms", bare.as_secs_f64() * 1e3);
    let whole = best(|| drop(black_box(Briefing::open(folder.path()).expect("it opens"))));
    println!("open, resolve and hash        {:8.1} ms", whole.as_secs_f64() * 1e3);
    println!("                              {:8.2} times the bare parse", whole.as_secs_f64() / bare.as_secs_f64());
    harm(folder.path(), WRONG);
    let wrong = best(|| {
        let err = Briefing::open(folder.path()).expect_err("it is wrong");
        assert_eq!(black_box(err).problems().len(), WRONG, "each is found");
    });
    println!("find {WRONG} problems of shape   {:8.1} ms", wrong.as_secs_f64() * 1e3);
}

/// Writes the bundled briefing with a roster of so many rows, and returns the roster's length in bytes.
fn write(folder: &Path, rows: usize) -> u64 {
    for file in FILES {
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file), folder.join(file)).expect("a copy");
    }
    let mut roster = generated::briefing(rows).rosters.remove(0);
    // The states that the other files speak of.
    roster.states.extend(Briefing::bundled().expect("the bundled briefing loads").rosters.remove(0).states);
    let text = serde_json::to_string(&roster).expect("JSON");
    fs::write(folder.join("roster.json"), &text).expect("a writable folder");
    text.len() as u64
}

/// Writes the bundled briefing with so many states of which each has something wrong.
fn harm(folder: &Path, count: usize) {
    write(folder, 0);
    let path = folder.join("roster.json");
    let text = fs::read_to_string(&path).expect("the roster");
    let mut roster: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let states = roster["states"].as_array_mut().expect("states");
    let mut state = states[0].clone();
    state["population"] = "many".into();
    states.extend((0..count).map(|number| {
        state["id"] = format!("wrong-{number}").into();
        state.clone()
    }));
    fs::write(path, format!("{roster:#}")).expect("a writable folder");
}

fn best(mut run: impl FnMut()) -> Duration {
    let times = (0..RUNS).map(|_| {
        let began = Instant::now();
        run();
        began.elapsed()
    });
    times.min().unwrap_or_default()
}
