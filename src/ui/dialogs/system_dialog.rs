//! The system's own file dialog, on a thread of its own, so that the window goes on.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use egui::Context;

/// Where the system's dialog will answer, while it is open; it outlives whatever opened it.
#[derive(Debug, Default)]
pub struct SystemDialog {
    chosen: Option<Receiver<Option<PathBuf>>>,
}

/// What a reader did in the system's dialog.
#[derive(Debug)]
pub enum Answer {
    /// Chose something.
    Chosen(PathBuf),
    /// Chose nothing.
    Nothing,
}

impl SystemDialog {
    /// Opens it: `choose` waits for the reader and gives what was chosen.
    pub fn open(&mut self, ctx: &Context, choose: impl FnOnce() -> Option<PathBuf> + Send + 'static) {
        let (sender, chosen) = channel();
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            sender.send(choose()).ok();
            ctx.request_repaint();
        });
        self.chosen = Some(chosen);
    }

    /// Whether it is open.
    pub const fn is_open(&self) -> bool {
        self.chosen.is_some()
    }

    /// What the reader did, once and as soon as it is known.
    pub fn answer(&mut self) -> Option<Answer> {
        let answer = match self.chosen.as_ref()?.try_recv() {
            Ok(Some(path)) => Answer::Chosen(path),
            // Where the system's dialog failed, it is as if nothing had been chosen.
            Ok(None) | Err(TryRecvError::Disconnected) => Answer::Nothing,
            Err(TryRecvError::Empty) => return None,
        };
        self.chosen = None;
        Some(answer)
    }
}
