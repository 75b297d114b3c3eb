//! Tables of every layout, changed in every way a disk, an editor or an enemy changes them: each is planned or refused with
//! what to do, and what is planned leaves a briefing.
//!
//! `TIMES=5000 cargo test --release --test noise tables` changes each that often.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use briefing_desk::briefing::progress::Progress;
use briefing_desk::import::{Choices, Desk, ImportError, Plan, claims, roster, sources, trade};
use tempfile::TempDir;

use crate::changes::{Chance, changed};
use crate::documents::fixtures;
use crate::events::set;

/// What matters in a table and in few other files.
const PIECES: [&str; 14] =
    ["\"", "\"\"", ",", ";", "\t", "\r", "\r\n", "\n\n", "\u{a0}", "-", "1e99", "%", "sep=;\n", "\u{feff}"];

/// What would be done with a table as one of a kind.
fn planned(kind: &str, desk: &Desk, path: &Path) -> Result<Plan, ImportError> {
    let (choices, progress) = (Choices::default(), Progress::default());
    let say = |message: &briefing_desk::briefing::Message| message.id().to_owned();
    match kind {
        "trade" => trade::plan(desk, path, &choices, &say, &progress),
        "roster" => roster::plan(desk, path, &choices, &say, &progress),
        "claims" => claims::plan(desk, path, &choices, &say, &progress),
        _ => sources::plan(desk, path, &choices, &say),
    }
}

#[test]
fn tables_that_are_changed_are_planned_or_refused() {
    let folder = TempDir::new().expect("a temporary folder");
    briefing_desk::export::starter::write(folder.path()).expect("it is written");
    let desk = Desk::open(folder.path()).expect("it opens");
    let (mut chance, mut counts) = (Chance(set("SEED", 18)), [0, 0]);
    let times = set("TIMES", 6);
    for kind in ["trade", "roster", "sources", "claims"] {
        for (name, bytes) in fixtures(kind) {
            let path = folder.path().join(&name);
            for time in 0..times {
                let mut bytes = changed(&bytes, &mut chance);
                for _ in 0..chance.below(3) {
                    let at = chance.below(bytes.len() + 1);
                    bytes.splice(at..at, PIECES[chance.below(PIECES.len())].bytes());
                }
                std::fs::write(&path, &bytes).expect("it is written");
                let outcome = catch_unwind(AssertUnwindSafe(|| {
                    let plan = planned(kind, &desk, &path)?;
                    desk.clone().apply(&plan).expect("what is planned leaves a briefing");
                    Ok::<(), ImportError>(())
                }));
                match outcome.unwrap_or_else(|_| panic!("change {time} of {name} panics: {}", path.display())) {
                    Ok(()) => counts[1] += 1,
                    Err(err) => {
                        counts[0] += 1;
                        assert!(!err.messages().is_empty(), "change {time} of {name} is refused without a word");
                    }
                }
            }
            std::fs::remove_file(&path).expect("it goes");
        }
    }
    assert!(counts.iter().all(|count| *count > 10), "{counts:?} refused and planned");
}
