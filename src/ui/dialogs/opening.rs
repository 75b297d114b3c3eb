//! Whether a dialog is open, and what had the keyboard before.

use egui::{Context, Id};

/// Whether a dialog is open. What had the keyboard when it was opened has it again when it is closed.
#[derive(Debug, Default)]
pub struct Opening {
    open: bool,
    before: Option<Id>,
}

impl Opening {
    /// Opens it.
    pub fn open(&mut self, ctx: &Context) {
        (self.open, self.before) = (true, ctx.memory(egui::Memory::focused));
    }

    /// Whether it is open.
    pub const fn is_open(&self) -> bool {
        self.open
    }

    /// Closes it, and gives the keyboard back. Returns whether it was open.
    pub fn close(&mut self, ctx: &Context) -> bool {
        if let Some(before) = self.before.take() {
            ctx.memory_mut(|memory| memory.request_focus(before));
        }
        self.leave()
    }

    /// Closes it for what was asked for in it, which has the keyboard. Returns whether it was open.
    pub fn leave(&mut self) -> bool {
        std::mem::take(&mut self.open)
    }
}
