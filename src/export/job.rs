//! How far an export has come, seen from another thread, the wish to stop it, and what its reader is to be told.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::{fmt, io};

use crate::briefing::Message;
use crate::message;
use crate::words::Words;

/// After so many things it is asked whether to go on: as many rows are written within some milliseconds.
const OFTEN: usize = 128;

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
    /// How much is done when it is asked to stop, as bits; nought where it is not.
    until: AtomicU32,
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

    /// Asks for it to stop once so much is done, from 0 to 1.
    pub fn cancel_at(&self, fraction: f32) {
        self.until.store(fraction.max(f32::MIN_POSITIVE).to_bits(), Ordering::Relaxed);
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

    /// Does something with each of some things, which is a part of the whole, from so much to so much of it.
    ///
    /// # Errors
    /// That it was asked to stop, which it is asked from time to time.
    pub fn each<T, R, I>(&self, (from, to): (f32, f32), things: I, act: impl FnMut(T) -> R) -> Result<Vec<R>, Cancelled>
    where
        I: IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
    {
        let mut act = act;
        let things = things.into_iter();
        let all = things.len().max(1);
        let mut done = Vec::with_capacity(things.len());
        for thing in things {
            if done.len() % OFTEN == 0 {
                self.step(from + (to - from) * done.len() as f32 / all as f32)?;
            }
            done.push(act(thing));
        }
        Ok(done)
    }

    /// Says how much is done, from 0 to 1.
    ///
    /// # Errors
    /// That it was asked to stop.
    pub fn step(&self, fraction: f32) -> Result<(), Cancelled> {
        self.done.store(fraction.to_bits(), Ordering::Relaxed);
        let until = f32::from_bits(self.until.load(Ordering::Relaxed));
        if until > 0.0 && fraction >= until {
            self.cancel();
        }
        if self.is_cancelled() { Err(Cancelled) } else { Ok(()) }
    }
}

/// What takes the bytes of a file for as long as the reader wants it. It refuses once, for whoever writes to stop, and then
/// takes what is still written on the way out, which some writers print a complaint about else, and keeps none of it.
#[derive(Debug)]
pub struct Taker<'a> {
    /// What it has taken.
    pub bytes: Vec<u8>,
    job: &'a Job,
    refused: bool,
}

impl<'a> Taker<'a> {
    /// One that has taken nothing yet.
    pub const fn new(job: &'a Job) -> Self {
        Self { bytes: Vec::new(), job, refused: false }
    }
}

impl io::Write for Taker<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.job.is_cancelled() {
            let again = std::mem::replace(&mut self.refused, true);
            return if again { Ok(bytes.len()) } else { Err(io::Error::other(Cancelled)) };
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::{Cancelled, Job, OFTEN, Taker};

    #[test]
    fn what_is_done_with_many_things_stops_between_them() {
        let job = Job::default();
        assert_eq!(job.each((0.0, 1.0), 0..5, |number| number * 2), Ok(vec![0, 2, 4, 6, 8]));
        let mut done = 0;
        let stopped = job.each((0.0, 1.0), 0..100 * OFTEN, |number| {
            done += 1;
            if number == OFTEN {
                job.cancel();
            }
        });
        assert_eq!((stopped, done), (Err(Cancelled), 2 * OFTEN));
        let mut taker = Taker::new(&job);
        assert!(taker.write_all(b"more").is_err(), "it refuses");
        assert!(taker.write_all(b"the end").is_ok() && taker.bytes.is_empty(), "and keeps nothing of the rest");
    }

    #[test]
    fn it_says_how_far_it_is_and_can_be_stopped() {
        let job = Job::default();
        assert_eq!((job.fraction(), job.step(0.25), job.fraction()), (0.0, Ok(()), 0.25));
        job.cancel();
        assert_eq!(job.step(0.5), Err(Cancelled));
    }
}
