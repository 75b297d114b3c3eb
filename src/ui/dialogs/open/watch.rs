//! Has a file of the open folder changed?
//!
//! The folder is asked every half second instead of the system telling: a question for each file costs nothing, and they
//! are answered alike for every way an editor saves and on every file system, network drives included.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, SystemTime};

use egui::Context;

use crate::briefing::{FILES, Sha256, further_files};

/// Between two looks.
const INTERVAL: Duration = Duration::from_millis(500);
/// Two writings closer than this may bear the same time: some file systems count in steps of two seconds.
const COARSE: Duration = Duration::from_secs(3);

/// What each file was when it was looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamps(BTreeMap<String, Stamp>);

impl Stamps {
    /// As the folder is now.
    pub fn of(folder: &Path) -> Self {
        Self::since(&Self::default(), folder)
    }

    /// As the folder is now, after it was looked at before.
    fn since(before: &Self, folder: &Path) -> Self {
        let now = SystemTime::now();
        // A packed briefing is one file, which has no name within itself.
        if folder.is_file() {
            let stamp = Stamp::of(folder, now, before.0.get(""));
            return Self(stamp.map(|stamp| (String::new(), stamp)).into_iter().collect());
        }
        let (further, _) = further_files(folder);
        let names = FILES.iter().map(|file| (*file).to_owned()).chain(further.iter().map(ToString::to_string));
        let stamp = |name: String| {
            let stamp = Stamp::of(&folder.join(&name), now, before.0.get(&name))?;
            Some((name, stamp))
        };
        Self(names.filter_map(stamp).collect())
    }

    /// How long all files are together.
    pub fn bytes(&self) -> u64 {
        self.0.values().map(|stamp| stamp.length).sum()
    }
}

/// What a file was when it was looked at: what the system says of it, and, where that may stay the same while the file
/// does not, the hash of its bytes.
#[derive(Clone, Debug)]
struct Stamp {
    written: SystemTime,
    length: u64,
    /// What else the system changes with the file, whatever time a program gives it.
    system: [i64; 3],
    bytes: Option<Sha256>,
    /// Whether the bytes were hashed so long after the file was written that another writing bears another time.
    settled: bool,
}

/// Bytes that were not looked at are as they were, for all that is known.
impl PartialEq for Stamp {
    fn eq(&self, other: &Self) -> bool {
        let same_bytes = self.bytes.is_none() || other.bytes.is_none() || self.bytes == other.bytes;
        self.is_marked_like(other) && same_bytes
    }
}

impl Eq for Stamp {}

impl Stamp {
    fn of(path: &Path, now: SystemTime, before: Option<&Self>) -> Option<Self> {
        let metadata = fs::metadata(path).ok().filter(Metadata::is_file)?;
        let written = metadata.modified().ok()?;
        let recent = now.duration_since(written).is_ok_and(|age| age < COARSE);
        let mut stamp =
            Self { written, length: metadata.len(), system: system(&metadata), bytes: None, settled: !recent };
        let before = before.filter(|before| before.is_marked_like(&stamp));
        // Once more after it has settled, and then never again until the system says something else.
        if recent || before.is_some_and(|before| !before.settled) {
            stamp.bytes = fs::read(path).ok().map(|bytes| Sha256::of(&bytes));
        } else {
            stamp.bytes = before.and_then(|before| before.bytes.clone());
        }
        Some(stamp)
    }

    /// Whether the system says the same of both.
    fn is_marked_like(&self, other: &Self) -> bool {
        (self.written, self.length, self.system) == (other.written, other.length, other.system)
    }
}

/// The number of the file, and when anything of it last changed, which no program sets.
#[cfg(unix)]
fn system(metadata: &Metadata) -> [i64; 3] {
    use std::os::unix::fs::MetadataExt as _;
    [metadata.ino().cast_signed(), metadata.ctime(), metadata.ctime_nsec()]
}

#[cfg(not(unix))]
const fn system(_: &Metadata) -> [i64; 3] {
    [0; 3]
}

/// A thread that looks at a folder until this is dropped.
#[derive(Debug)]
pub struct Watch {
    changes: Receiver<()>,
    /// Ends the thread when it goes.
    _alive: Sender<()>,
}

impl Watch {
    /// Begins to look at a folder, where a thread can be had for it, that was last read when its files were as `seen`.
    pub fn start(ctx: &Context, folder: PathBuf, seen: Stamps) -> Self {
        let (sender, changes) = channel();
        let (alive, ended) = channel::<()>();
        let ctx = ctx.clone();
        let watching = thread::Builder::new().spawn(move || {
            let mut seen = seen;
            let mut before = seen.clone();
            while ended.recv_timeout(INTERVAL) == Err(RecvTimeoutError::Timeout) {
                let now = Stamps::since(&before, &folder);
                // What is still being written is looked at once more.
                let settled = now == before;
                before = now.clone();
                if settled && now != seen {
                    seen = now;
                    if sender.send(()).is_err() {
                        break;
                    }
                    ctx.request_repaint();
                }
            }
        });
        if let Err(err) = watching {
            log::warn!("the folder is not watched, no thread can be had: {err}");
        }
        Self { changes, _alive: alive }
    }

    /// Whether anything changed since this was last asked.
    pub fn changed(&self) -> bool {
        self.changes.try_iter().count() > 0
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::time::{Duration, SystemTime};

    use super::{COARSE, Stamp, Stamps};

    /// Writes a file and gives it a time.
    fn write(path: &Path, text: &str, time: SystemTime) {
        fs::write(path, text).expect("written");
        fs::File::options().write(true).open(path).and_then(|file| file.set_modified(time)).expect("timed");
    }

    #[test]
    fn other_bytes_of_the_same_length_and_time_are_seen() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("trade.json");
        let now = SystemTime::now();
        let ages = [Duration::ZERO, Duration::from_hours(24)];
        for time in ages.map(|age| now - age) {
            write(&path, "one", time);
            let seen = Stamps::of(folder.path());
            assert_eq!(Stamps::since(&seen, folder.path()), seen, "nothing has changed");
            write(&path, "two", time);
            assert_ne!(Stamps::since(&seen, folder.path()), seen);
        }
    }

    #[test]
    fn where_the_system_says_nothing_the_bytes_of_a_recent_file_tell() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("trade.json");
        let time = SystemTime::now();
        let look = |later: Duration, before: Option<&Stamp>| {
            // As on a file system that counts whole seconds and knows nothing else of a file.
            let mut stamp = Stamp::of(
                &path,
                time + later,
                before
                    .map(|b| Stamp { system: super::system(&fs::metadata(&path).expect("there")), ..b.clone() })
                    .as_ref(),
            )
            .expect("a file");
            stamp.system = [0; 3];
            stamp
        };
        write(&path, "one", time);
        let first = look(Duration::from_millis(10), None);
        write(&path, "two", time);
        let second = look(Duration::from_millis(500), Some(&first));
        assert_ne!(first, second, "within the same second");
        write(&path, "six", time);
        let last = look(COARSE * 100, Some(&second));
        assert_ne!(second, last, "it is looked into once more, however late");
        assert!(last.settled);
    }

    #[test]
    fn a_file_that_has_settled_is_not_read_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("trade.json");
        let time = SystemTime::now() - Duration::from_mins(1);
        write(&path, "one", time);
        let first = Stamp::of(&path, SystemTime::now(), None).expect("a file");
        assert!(first.settled && first.bytes.is_none(), "an old file is not read at all");
        let recent = Stamp::of(&path, time, None).expect("a file");
        assert!(recent.bytes.is_some() && !recent.settled);
        let settled = Stamp::of(&path, time + COARSE, Some(&recent)).expect("a file");
        assert!(settled.settled);
        fs::remove_file(&path).expect("removed");
        fs::create_dir(&path).expect("made");
        assert!(Stamp::of(&path, SystemTime::now(), Some(&settled)).is_none(), "a folder is no file");
    }
}
