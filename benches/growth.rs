//! What one list of a briefing costs when it grows: the time of the processor and the most memory that opening it,
//! checking it, every export of it and a frame of every tab take, for each list in turn. The promise: no faster than
//! n log n, memory bounded by the text, a check of 100 000 of anything within a second, and a frame that costs what is
//! in view.
//!
//! `LIST=spells cargo bench --bench growth` takes the lists that have this in their name, `SIZES=1000,10000` other sizes,
//! `PARTS=checks,exports,frames` some of what is measured.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark stops at what it did not expect, and says what it found"
)]

mod allocator;
mod grown;

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use briefing_desk::analysis::checks;
use briefing_desk::briefing::{Briefing, LoadError};
use briefing_desk::export::job::Job;
use briefing_desk::export::order::{Order, make};
use briefing_desk::export::picture::Look;
use briefing_desk::export::query::Query;
use briefing_desk::export::settings::{Notes, Settings};
use briefing_desk::export::stamp::Stamp;
use briefing_desk::export::subject;
use briefing_desk::ui::app::App;
use briefing_desk::ui::preferences::Preferences;
use briefing_desk::ui::{Command as Wish, Selection, TabKey};
use briefing_desk::words::Words;
use egui_kittest::Harness;
use tempfile::TempDir;

/// Names the folder that a process of this benchmark measures, so that each peak of memory is of one list alone.
const FOLDER: &str = "GROWTH_FOLDER";

/// So many entries of every list are as many as a series may have flows.
const AT_ONCE: usize = 900;

/// So many of the slowest checks are named.
const SLOWEST: usize = 4;

/// The name of a part, the head of its columns, and what measures the briefing of a folder.
type Part = (&'static str, &'static str, fn(&Path) -> String);

/// What is measured, each in a process of its own: its name, the head of its columns, and how.
const PARTS: [Part; 3] = [
    (
        "checks",
        "     open    reading      check   by the clock  findings  slowest checks, by the clock",
        measure_checks,
    ),
    ("exports", "   roster      trade     claims     checks      brief  the slowest", measure_exports),
    ("frames", " summary  members    trade  sources  inspector", measure_frames),
];

fn main() {
    if let Ok(folder) = std::env::var(FOLDER) {
        let part = std::env::var("PARTS").unwrap_or_default();
        let measure = PARTS.iter().find(|(name, ..)| *name == part).map(|(_, _, measure)| measure);
        let found = measure.expect("a part")(Path::new(&folder));
        println!("{:>5} MB {found}", peak());
        return;
    }
    let set = |name: &str, usual: &str| {
        std::env::var(name).ok().filter(|set| !set.is_empty()).unwrap_or_else(|| usual.to_owned())
    };
    let (sizes, parts, only) =
        (set("SIZES", "1000,10000,100000"), set("PARTS", "checks,exports,frames"), set("LIST", ""));
    let sizes: Vec<usize> = sizes.split(',').map(|size| size.trim().parse().expect("a number")).collect();
    for (part, head, _) in PARTS.iter().filter(|(part, ..)| parts.split(',').any(|wanted| wanted.trim() == *part)) {
        println!("{:<34} {:>8} {:>9}   memory {head}", "list", "of", "text");
        for list in grown::LISTS.iter().filter(|list| list.name.contains(&only)) {
            for size in &sizes {
                measured(part, list.name, &[list], *size);
            }
        }
        // What grows with one list times another is seen where all do.
        if only.is_empty() {
            measured(part, "all at once", &grown::each(), AT_ONCE);
        }
        println!();
    }
}

/// Grows some lists, measures in a process of its own, and prints what it says.
fn measured(part: &str, name: &str, lists: &[&grown::List], size: usize) {
    let folder = TempDir::new().expect("a temporary folder");
    let bytes = grown::write(lists, folder.path(), size);
    let this = std::env::current_exe().expect("a path");
    let output = Command::new(this).env(FOLDER, folder.path()).env("PARTS", part).output().expect("it starts");
    let found = String::from_utf8_lossy(&output.stdout);
    let found = if output.status.success() { found.trim_end().to_owned() } else { output.status.to_string() };
    println!("{name:<34} {size:>8} {:>6.1} MB {found}", bytes as f64 / 1e6);
}

/// Opens and checks the briefing of a folder, and says what that took, what reading its texts did, and what the slowest
/// checks did. What several checks need is worked out when the first of them asks.
fn measure_checks(folder: &Path) -> String {
    let began = spent();
    let opened = Briefing::open(folder);
    let open = spent().saturating_sub(began);
    let briefing = match opened {
        Ok(briefing) => briefing,
        Err(err) => return refused(&err),
    };
    let (began, clock) = (spent(), Instant::now());
    let mut last = clock;
    let mut each = Vec::new();
    let mut read = Duration::ZERO;
    let findings = checks::run_telling(&briefing, |check| {
        match check {
            Some(check) => each.push((last.elapsed(), check.key)),
            None => read = last.elapsed(),
        }
        last = Instant::now();
    });
    let (check, clock) = (spent().saturating_sub(began), clock.elapsed());
    each.sort_unstable_by(|a, b| b.cmp(a));
    let slow = |(took, key): &(Duration, &str)| format!("{:.0} ms {key}", millis(*took));
    let slowest: Vec<String> = each.iter().take(SLOWEST).map(slow).collect();
    let took = [open, read, check, clock].map(millis);
    let took = format!("{:>5.0} ms {:>7.0} ms {:>7.0} ms {:>12.0} ms", took[0], took[1], took[2], took[3]);
    format!("{took} {:>9}  {}", findings.len(), slowest.join(", "))
}

/// Makes every export of the briefing of a folder, and says what those of each subject took, and the slowest of all.
fn measure_exports(folder: &Path) -> String {
    let briefing = match Briefing::open(folder) {
        Ok(briefing) => briefing,
        Err(err) => return refused(&err),
    };
    let (findings, words) = (checks::run(&briefing), Words::english());
    let settings = Settings {
        query: Query::of(&briefing),
        look: Look::default(),
        made: Stamp::at(Some("0")).expect("a second"),
        notes: Notes::default(),
        byte_order_mark: false,
    };
    let mut said = String::new();
    let mut slowest = (Duration::ZERO, String::new());
    for subject in subject::ALL {
        let mut all = Duration::ZERO;
        for format in subject.formats() {
            let order = Order { subject, format, settings: settings.clone() };
            let began = spent();
            let made = make(&briefing, &findings, &order, &words, &Job::default());
            let took = spent().saturating_sub(began);
            let bytes = made.map_or_else(
                |err| words.say(&err.message()),
                |made| format!("{:.1} MB", made.bytes.len() as f64 / 1e6),
            );
            slowest = slowest.max((took, format!("{} as {}, {bytes}", subject.key, format.key)));
            all += took;
        }
        write!(said, "{:>7.0} ms ", millis(all)).expect("it is memory");
    }
    let (slow, what) = slowest;
    format!("{said} {:.0} ms {what}", millis(slow))
}

/// Opens a window over the briefing of a folder, and says what a frame of each tab costs, and the dearest with something
/// in the inspector: laid out, without the graphics card.
fn measure_frames(folder: &Path) -> String {
    let briefing = match Briefing::open(folder) {
        Ok(briefing) => Arc::new(briefing),
        Err(err) => return refused(&err),
    };
    let selections = selections(&briefing);
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1280.0, 800.0))
        .allow_missing_glyphs()
        .build_eframe(move |creation| App::with_preferences(&creation.egui_ctx, briefing, Preferences::default()));
    let ctx = harness.ctx.clone();
    let mut said = String::new();
    for tab in [TabKey::SUMMARY, TabKey::MEMBERS, TabKey::TRADE, TabKey::SOURCES] {
        harness.state_mut().run(&ctx, Wish::Show(tab));
        // The members are prepared beside the window.
        for _ in 0..50 {
            harness.step();
            std::thread::sleep(Duration::from_millis(10));
        }
        write!(said, "{:>5.1} ms ", millis(frame(&mut harness))).expect("it is memory");
    }
    let mut inspected = Duration::ZERO;
    harness.state_mut().run(&ctx, Wish::Show(TabKey::MEMBERS));
    for selection in selections {
        harness.state_mut().run(&ctx, Wish::Select(selection));
        inspected = inspected.max(frame(&mut harness));
    }
    format!("{said} {:>5.1} ms", millis(inspected))
}

/// One of each kind of what can be selected.
fn selections(briefing: &Briefing) -> Vec<Selection> {
    let claim = briefing.claims.claims.first().map(|claim| Selection::Claim(claim.id.clone()));
    let sentence = briefing.sentences().first().map(|sentence| Selection::Sentence(sentence.at));
    let source = briefing.document_source().cloned().map(Selection::Source);
    let state = briefing.states().next().map(|state| Selection::State(state.id.clone()));
    let observed = |series: &briefing_desk::briefing::Series| {
        Some(Selection::Period(series.id.clone(), series.observations.first()?.period))
    };
    let finding = checks::run(briefing).into_iter().next().map(|finding| Selection::Finding(finding.id));
    [claim, sentence, source, state, briefing.main_series().and_then(observed), finding].into_iter().flatten().collect()
}

/// What a frame costs once everything has come to rest.
fn frame(harness: &mut Harness<'_, App>) -> Duration {
    const FRAMES: u32 = 10;
    harness.run_steps(4);
    let began = Instant::now();
    for _ in 0..FRAMES {
        harness.step();
    }
    began.elapsed() / FRAMES
}

fn refused(err: &LoadError) -> String {
    let first = err.problems().first().map(|problem| format!("{problem:?}")).unwrap_or_default();
    format!("refused: {} problems, {}", err.problems().len(), first.chars().take(200).collect::<String>())
}

/// The time that the processor spent on this process, which others beside it do not lengthen; of the clock where the
/// system does not say it.
fn spent() -> Duration {
    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let clock = BEGAN.elapsed();
    let Ok(said) = std::fs::read_to_string("/proc/self/stat") else { return clock };
    // After the name, which stands in parentheses: hundredths of a second for the program and for the system.
    let ticks = said.rsplit_once(')').map(|(_, fields)| fields.split_whitespace().skip(11).take(2));
    let ticks: Option<Vec<u64>> = ticks.and_then(|ticks| ticks.map(|ticks| ticks.parse().ok()).collect());
    ticks.map_or(clock, |ticks| Duration::from_millis(10 * ticks.iter().sum::<u64>()))
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The most memory that this process had at once, in megabytes, where the system says it.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1024
}
