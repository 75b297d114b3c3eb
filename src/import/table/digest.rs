//! The digest of a file, made beside the reading of it: on a processor without instructions for it that takes longer than
//! the rows do.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use sha2::Digest as _;

use super::unreadable;
use crate::briefing::progress::Progress;
use crate::briefing::{Sha256, Value};
use crate::import::ImportError;

/// Read at once.
const CHUNK: usize = 1 << 20;
/// So often a wait looks whether it was asked to stop.
const PATIENCE: Duration = Duration::from_millis(20);

/// A digest that is there, or on its way.
pub(super) enum Digest {
    Made(Sha256),
    Making(Making),
}

/// A digest that another thread makes, which stops where nobody wants it any more.
pub(super) struct Making {
    path: PathBuf,
    stop: Arc<AtomicBool>,
    made: Receiver<io::Result<Sha256>>,
}

impl Drop for Making {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Digest {
    /// Begins with the file at a path.
    pub fn begin(path: &Path) -> Self {
        let (stop, (sender, made)) = (Arc::new(AtomicBool::new(false)), channel());
        let (own, asked) = (path.to_owned(), Arc::clone(&stop));
        // Where no thread is to be had, nobody sends, and it is made when it is asked for.
        let _ = thread::Builder::new().name("digest".to_owned()).spawn(move || {
            let made = of_file(&own, || asked.load(Ordering::Relaxed));
            sender.send(made).ok();
        });
        Self::Making(Making { path: path.to_owned(), stop, made })
    }

    /// The digest, once it is made.
    ///
    /// # Errors
    /// Where the file cannot be read, or `progress` was asked to stop.
    pub fn wait(&mut self, file: &str, progress: &Progress) -> Result<Sha256, ImportError> {
        let made = match self {
            Self::Made(made) => return Ok(made.clone()),
            Self::Making(making) => making.wait(progress),
        };
        if progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        let made = made.map_err(|err| unreadable(file, Value::from(&err)))?;
        *self = Self::Made(made.clone());
        Ok(made)
    }
}

impl Making {
    fn wait(&self, progress: &Progress) -> io::Result<Sha256> {
        loop {
            match self.made.recv_timeout(PATIENCE) {
                Ok(made) => return made,
                Err(RecvTimeoutError::Timeout) if !progress.is_cancelled() => {}
                Err(_) => return of_file(&self.path, || progress.is_cancelled()),
            }
        }
    }
}

/// The digest of a file, or an error where it was asked to stop.
fn of_file(path: &Path, stopped: impl Fn() -> bool) -> io::Result<Sha256> {
    let mut file = File::open(path)?;
    let (mut chunk, mut digest) = (vec![0; CHUNK], sha2::Sha256::new());
    loop {
        if stopped() {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let count = file.read(&mut chunk)?;
        if count == 0 {
            break;
        }
        digest.update(chunk.get(..count).unwrap_or_default());
    }
    Ok(Sha256::of_digest(digest.finalize().into()))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Digest;
    use crate::briefing::Sha256;
    use crate::briefing::progress::Progress;
    use crate::import::ImportError;

    #[test]
    fn it_is_that_of_the_whole_file_and_is_kept() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        let bytes: Vec<u8> = (0..3_000_000_u32).map(|at| (at % 251) as u8).collect();
        std::fs::write(file.path(), &bytes).expect("written");
        let mut digest = Digest::begin(file.path());
        let progress = Progress::default();
        assert_eq!(digest.wait("f", &progress).expect("a digest"), Sha256::of(&bytes));
        std::fs::write(file.path(), "another").expect("written");
        assert_eq!(digest.wait("f", &progress).expect("a digest"), Sha256::of(&bytes));
    }

    #[test]
    fn a_wait_ends_where_it_is_stopped_and_where_there_is_nothing() {
        let progress = Progress::default();
        assert!(matches!(Digest::begin(Path::new("no/such")).wait("f", &progress), Err(ImportError::Table(_))));
        progress.cancel();
        assert!(matches!(Digest::begin(Path::new("/dev/zero")).wait("f", &progress), Err(ImportError::Cancelled)));
    }
}
