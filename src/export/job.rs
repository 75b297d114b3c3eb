//! How far an export has come, seen from another thread, the wish to stop it, and what its reader is to be told.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::briefing::Message;
use crate::message;
use crate::words::Words;

/// The reader asked to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

impl Cancelled {
    /// That nothing was written.
    pub fn message(self) -> Message {
        message!(export::cancelled)
    }
}

impl fmt::Display for Cancelled {
    /// In English, for logs; a reader is told [`Self::message`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Words::english().say(&self.message()))
    }
}

impl std::error::Error for Cancelled {}

/// Shared between the thread that makes an export and the one that shows how far it is.
#[derive(Debug, Default)]
pub struct Job {
    done: AtomicU32,
    cancelled: AtomicBool,
    lacking: Mutex<BTreeSet<char>>,
    told: Mutex<Vec<Message>>,
}

impl Job {
    /// How much is done, from 0 to 1.
    pub fn fraction(&self) -> f32 {
        f32::from_bits(self.done.load(Ordering::Relaxed))
    }

    /// Asks for it to stop as soon as it can.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Says that no face has some characters of what is made.
    pub fn lacks(&self, characters: impl IntoIterator<Item = char>) {
        self.lacking.lock().unwrap_or_else(PoisonError::into_inner).extend(characters);
    }

    /// The characters of what was made that no face has.
    pub fn lacking(&self) -> BTreeSet<char> {
        self.lacking.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Tells whoever asked for it something of how it was made.
    pub fn tell(&self, told: Message) {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).push(told);
    }

    /// What whoever asked for it is told of how it was made.
    pub fn told(&self) -> Vec<Message> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Says how much is done, from 0 to 1.
    ///
    /// # Errors
    /// That it was asked to stop.
    pub fn step(&self, fraction: f32) -> Result<(), Cancelled> {
        self.done.store(fraction.to_bits(), Ordering::Relaxed);
        if self.is_cancelled() { Err(Cancelled) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cancelled, Job};

    #[test]
    fn it_says_how_far_it_is_and_can_be_stopped() {
        let job = Job::default();
        assert_eq!((job.fraction(), job.step(0.25), job.fraction()), (0.0, Ok(()), 0.25));
        job.cancel();
        assert_eq!(job.step(0.5), Err(Cancelled));
    }
}
