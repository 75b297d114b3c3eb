//! Has a file of the open folder changed?
//!
//! The folder is asked every half second instead of the system telling: seven small questions cost nothing, and they
//! are answered alike for every way an editor saves and on every file system, network drives included.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, SystemTime};

use egui::Context;

use crate::briefing::FILES;

/// Between two looks.
const INTERVAL: Duration = Duration::from_millis(500);

/// When each file was last written and how long it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamps([Option<(SystemTime, u64)>; FILES.len()]);

impl Stamps {
    /// As the folder is now.
    pub fn of(folder: &Path) -> Self {
        Self(FILES.map(|file| {
            let metadata = fs::metadata(folder.join(file)).ok()?;
            Some((metadata.modified().ok()?, metadata.len()))
        }))
    }

    /// How long all files are together.
    pub fn bytes(&self) -> u64 {
        self.0.iter().flatten().map(|(_, length)| length).sum()
    }
}

/// A thread that looks at a folder until this is dropped.
#[derive(Debug)]
pub struct Watch {
    changes: Receiver<()>,
    /// Ends the thread when it goes.
    _alive: Sender<()>,
}

impl Watch {
    /// Begins to look at a folder that was last read when its files were as `seen`.
    pub fn start(ctx: &Context, folder: PathBuf, seen: Stamps) -> Self {
        let (sender, changes) = channel();
        let (alive, ended) = channel::<()>();
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            let mut seen = seen;
            let mut before = seen.clone();
            while ended.recv_timeout(INTERVAL) == Err(RecvTimeoutError::Timeout) {
                let now = Stamps::of(&folder);
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
        Self { changes, _alive: alive }
    }

    /// Whether anything changed since this was last asked.
    pub fn changed(&self) -> bool {
        self.changes.try_iter().count() > 0
    }
}
