//! Real files, changed ten thousand times in every way a disk, an editor or an enemy changes them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use briefing_desk::analysis::attachment::Attachment;
use briefing_desk::analysis::checks;
use briefing_desk::briefing::{Briefing, FILES};

use tempfile::TempDir;

use crate::folder::Folder;

const TIMES: usize = 10_000;
/// Every so manieth is taken for a copy of the document as well: to look for its sentences in what has none of them takes
/// twenty times as long as all else.
const ATTACHED: usize = 10;
/// What a change puts in.
const PIECES: [&str; 24] = [
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "-1",
    "1e999",
    "NaN",
    "\"\"",
    "\u{feff}",
    "\u{202e}",
    "\0",
    "\\ud800",
    "\\u0000",
    "9999-12-31",
    "2025-02-30",
    "18446744073709551616",
    "[[[[[[[[",
    "\"id\":",
    "\n",
];

/// Numbers that look like chance and are the same every time.
pub struct Chance(pub u64);

impl Chance {
    /// `SplitMix64` (Steele and others 2014).
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) as usize % bound.max(1)
    }
}

/// The bytes with one to four changes: cut, doubled, replaced, swapped, or a piece put in.
pub fn changed(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len());
        let end = (at + 1 + chance.below(40)).min(bytes.len());
        match chance.below(6) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let doubled = bytes[at..end].to_vec();
                bytes.splice(at..at, doubled);
            }
            2 => bytes[at] = chance.below(256) as u8,
            3 => bytes.truncate(at),
            4 => {
                let other = chance.below(bytes.len());
                bytes.swap(at, other);
            }
            _ => {
                let piece = PIECES[chance.below(PIECES.len())];
                bytes.splice(at..at, piece.bytes());
            }
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

#[test]
fn ten_thousand_changes_of_real_files_are_read_or_refused() {
    // Two briefings at once: the small starter often, the bundled one now and then.
    let starter = TempDir::new().expect("a temporary folder");
    briefing_desk::export::starter::write(starter.path()).expect("it is written");
    let bundled = Folder::new();
    let counts = std::thread::scope(|scope| {
        let often = scope.spawn(|| change(starter.path(), TIMES * 4 / 5, 6));
        let seldom = change(bundled.0.path(), TIMES / 5, 7);
        [often.join().expect("no change panics"), seldom]
    });
    let [read, refused] = [0, 1].map(|outcome| counts.iter().map(|count| count[outcome]).sum::<usize>());
    assert_eq!(read + refused, TIMES);
    assert!(read > TIMES / 100 && refused > TIMES / 2, "{read} read, {refused} refused");
}

/// Changes the files of a folder so many times, and counts how many of the changes were read and how many refused.
fn change(folder: &Path, times: usize, seed: u64) -> [usize; 2] {
    let mut chance = Chance(seed);
    let path = |file: &str| folder.join(file);
    let originals = FILES.map(|file| std::fs::read(path(file)).expect("a file of the folder"));
    let document = Briefing::open(folder).expect("it opens unharmed").document.expect("a document");
    let mut counts = [0, 0];
    for time in 0..times {
        let file = chance.below(FILES.len());
        let bytes = changed(&originals[file], &mut chance);
        std::fs::write(path(FILES[file]), &bytes).expect("a writable file");
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            if time % ATTACHED == 0 {
                drop(Attachment::of(&document, bytes.clone()));
            }
            Briefing::open(folder).map(|briefing| drop(checks::run(&briefing)))
        }));
        match outcome.unwrap_or_else(|_| panic!("change {time} of {} with seed {seed} panics", FILES[file])) {
            Ok(()) => counts[0] += 1,
            Err(err) => {
                counts[1] += 1;
                assert!(!err.problems().is_empty(), "{err}");
            }
        }
        std::fs::write(path(FILES[file]), &originals[file]).expect("a writable file");
    }
    counts
}
