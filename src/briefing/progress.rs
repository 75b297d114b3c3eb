//! How far the loading of a briefing has come, seen from another thread, and the wish to stop it.

use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};

use super::Message;
use crate::label;

/// What is being done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// The files are read from the disk.
    #[default]
    Reading,
    /// Their text is taken apart.
    Parsing,
    /// References are followed.
    Resolving,
    /// What the briefing says is prepared for being shown.
    Preparing,
}

impl Stage {
    /// What is being done, as a reader is told.
    pub const fn message(self) -> Message {
        match self {
            Self::Reading => label!(problems::stage_reading),
            Self::Parsing => label!(problems::stage_parsing),
            Self::Resolving => label!(problems::stage_resolving),
            Self::Preparing => label!(problems::stage_preparing),
        }
    }
}

/// Shared between the thread that loads and the one that shows how far it is.
#[derive(Debug, Default)]
pub struct Progress {
    stage: AtomicU8,
    done: AtomicU64,
    all: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    const STAGES: [Stage; 4] = [Stage::Reading, Stage::Parsing, Stage::Resolving, Stage::Preparing];

    /// What is being done.
    pub fn stage(&self) -> Stage {
        let stage = usize::from(self.stage.load(Ordering::Relaxed));
        Self::STAGES.get(stage).copied().unwrap_or(Stage::Preparing)
    }

    /// How much is done, from 0 to 1. Reading and taking apart count alike, by bytes; the rest is quick.
    pub fn fraction(&self) -> f32 {
        let (done, all) = (self.done.load(Ordering::Relaxed), self.all.load(Ordering::Relaxed));
        if all == 0 { 0.0 } else { (done as f64 / (2.0 * all as f64)).min(1.0) as f32 }
    }

    /// Asks for the loading to stop as soon as it can.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Begins a stage.
    pub fn enter(&self, stage: Stage) {
        let number = Self::STAGES.iter().position(|known| *known == stage).unwrap_or_default();
        self.stage.store(number as u8, Ordering::Relaxed);
    }

    /// Says how many bytes there are in all.
    pub(crate) fn expect(&self, bytes: u64) {
        self.all.store(bytes, Ordering::Relaxed);
    }

    /// Says that so many bytes more are done.
    pub(super) fn advance(&self, bytes: u64) {
        self.done.fetch_add(bytes, Ordering::Relaxed);
    }
}
