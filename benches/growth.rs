//! What one list of a briefing costs when it grows: the time of the processor and the most memory that opening it and
//! checking it take, for each list in turn. The promise: no faster than n log n, memory bounded by the text, and
//! a check of 100 000 of anything within a second.
//!
//! `LIST=spells cargo bench --bench growth` takes the lists that have this in their name, `SIZES=1000,10000` other sizes.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark stops at what it did not expect, and says what it found"
)]

mod allocator;
mod grown;

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use briefing_desk::analysis::checks;
use briefing_desk::briefing::Briefing;
use tempfile::TempDir;

/// Names the folder that a process of this benchmark measures, so that each peak of memory is of one list alone.
const FOLDER: &str = "GROWTH_FOLDER";

fn main() {
    if let Ok(folder) = std::env::var(FOLDER) {
        return measure(Path::new(&folder));
    }
    let sizes = std::env::var("SIZES").unwrap_or_else(|_| "1000,10000,100000".to_owned());
    let sizes: Vec<usize> = sizes.split(',').map(|size| size.trim().parse().expect("a number")).collect();
    let only = std::env::var("LIST").unwrap_or_default();
    println!(
        "{:<34} {:>8} {:>9} {:>10} {:>10} {:>9} {:>9}",
        "list", "of", "text", "open", "check", "findings", "memory"
    );
    for list in grown::LISTS.iter().filter(|list| list.name.contains(&only)) {
        for size in &sizes {
            let folder = TempDir::new().expect("a temporary folder");
            let bytes = list.write(folder.path(), *size);
            let this = std::env::current_exe().expect("a path");
            let output = Command::new(this).env(FOLDER, folder.path()).output().expect("it starts");
            let found = String::from_utf8_lossy(&output.stdout);
            let found = if output.status.success() { found.trim_end().to_owned() } else { output.status.to_string() };
            println!("{:<34} {size:>8} {:>6.1} MB {found}", list.name, bytes as f64 / 1e6);
        }
    }
}

/// Opens and checks the briefing of a folder, and prints what that took.
fn measure(folder: &Path) {
    let began = spent();
    let opened = Briefing::open(folder);
    let open = spent().saturating_sub(began);
    let began = spent();
    let findings = opened.as_ref().map_or(0, |briefing| checks::run(briefing).len());
    let check = spent().saturating_sub(began);
    let refused = opened.map_or_else(|err| format!("  refused: {} problems", err.problems().len()), |_| String::new());
    println!("{:>7.0} ms {:>7.0} ms {findings:>9} {:>6} MB{refused}", millis(open), millis(check), peak());
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
