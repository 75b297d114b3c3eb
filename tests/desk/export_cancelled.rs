//! Whatever is being made stops as soon as its reader no longer wants it, and leaves nothing behind.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use briefing_desk::analysis::checks;
use briefing_desk::analysis::checks::Finding;
use briefing_desk::briefing::progress::Progress;
use briefing_desk::briefing::{Briefing, Folder, packed};
use briefing_desk::export::error::ExportError;
use briefing_desk::export::format::Format;
use briefing_desk::export::job::{Cancelled, Job};
use briefing_desk::export::order::{Order, make_shown};
use briefing_desk::export::picture::Look;
use briefing_desk::export::query::Query;
use briefing_desk::export::settings::{Notes, Settings};
use briefing_desk::export::subject::{self, Subject};
use briefing_desk::ui::TabKey;
use briefing_desk::words::Words;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use tempfile::TempDir;

use crate::generated::briefing as grown;
use crate::harness::{made, open_with};

fn order(briefing: &Briefing, subject: &'static Subject, format: &'static Format) -> Order {
    let query = Query::of(briefing);
    let settings =
        Settings { query, look: Look::default(), made: made(), notes: Notes::default(), byte_order_mark: false };
    Order { subject, format, settings }
}

fn all() -> impl Iterator<Item = (&'static Subject, &'static Format)> {
    subject::ALL.into_iter().flat_map(|subject| subject.formats().map(move |format| (subject, format)))
}

/// Whether it stopped.
fn stops(briefing: &Briefing, findings: &[Finding], order: &Order, job: &Job) -> bool {
    let made = make_shown(briefing, findings, order, &Words::english(), (job, true));
    matches!(made, Err(ExportError::Cancelled(Cancelled)))
}

#[test]
fn everything_in_every_format_stops_wherever_it_is() {
    let briefing = grown(40);
    let findings = checks::run(&briefing);
    for (subject, format) in all() {
        let order = order(&briefing, subject, format);
        for at in [0.0, 0.5, 0.9] {
            let job = Job::default();
            job.cancel_at(at);
            assert!(stops(&briefing, &findings, &order, &job), "{} as {} at {at}", subject.key, format.key);
        }
    }
}

/// How long it takes to stop, for `--ignored --nocapture`: of a roster of 100 000 rows, everything in every format, each
/// asked to stop as it is done so far.
#[test]
#[ignore = "it prints how long something takes"]
#[expect(clippy::print_stdout, reason = "it is run to be read")]
fn how_long_everything_takes_to_stop() {
    let rows = std::env::var("ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(100_000);
    let briefing = Arc::new(grown(rows));
    let findings: Arc<[Finding]> = Vec::new().into();
    println!("| what | format | made in | slowest to stop |\n| --- | --- | --- | --- |");
    for (subject, format) in all() {
        let order = order(&briefing, subject, format);
        let began = Instant::now();
        make_shown(&briefing, &findings, &order, &Words::english(), (&Job::default(), true)).ok();
        let whole = began.elapsed();
        let mut slowest = Duration::ZERO;
        for eighth in 1..8_u32 {
            let job = Arc::new(Job::default());
            let (asked, wanted) = (Arc::clone(&job), whole * eighth / 8);
            let asking = std::thread::spawn(move || {
                std::thread::sleep(wanted);
                asked.cancel();
                Instant::now()
            });
            stops(&briefing, &findings, &order, &job);
            let ended = Instant::now();
            slowest = slowest.max(ended.saturating_duration_since(asking.join().expect("it ended")));
        }
        println!("| {} | {} | {} ms | {} ms |", subject.key, format.key, whole.as_millis(), slowest.as_millis());
    }
}

#[test]
fn a_briefing_that_is_no_longer_wanted_is_packed_no_further() {
    let progress = Progress::default();
    progress.cancel();
    assert_eq!(packed::archive_with(&Folder::bundled(), &progress), Err(packed::PackedFault::Stopped));
}

#[test]
fn a_file_that_is_cancelled_is_not_there_and_no_part_of_it() {
    let folder = TempDir::new().expect("a temporary folder");
    let mut harness = open_with(Arc::new(grown(20_000)), TabKey::TRADE);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    harness.step();
    harness.get_by_role_and_label(Role::RadioButton, "Members as a table").click_accesskit();
    harness.step();
    let field = harness.get_by_label("Path of the file");
    field.set_text_value_accesskit(folder.path().join("members.csv").to_str().expect("UTF-8"));
    harness.step();
    harness.get_by_role_and_label(Role::Button, "Save").click_accesskit();
    harness.step();
    harness.get_by_role_and_label(Role::Button, "Cancel").click_accesskit();
    harness.step();
    harness.step();
    harness.get_by_role_and_label(Role::Button, "Cancel").click_accesskit();
    harness.step();
    harness.step();
    assert!(harness.query_by_label("Path of the file").is_none(), "it is closed in the next frame");
    std::thread::sleep(Duration::from_millis(50));
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 0, "neither the file nor a part of it");
}
