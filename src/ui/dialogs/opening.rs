//! Whether a dialog is open.

/// Whether a dialog is open. What had the keyboard before it opened has it again once it is closed: the frame sees to that
/// for all dialogs (`shell::focus`).
#[derive(Debug, Default)]
pub struct Opening {
    open: bool,
}

impl Opening {
    /// Opens it.
    pub const fn open(&mut self) {
        self.open = true;
    }

    /// Whether it is open.
    pub const fn is_open(&self) -> bool {
        self.open
    }

    /// Closes it. Returns whether it was open.
    pub const fn close(&mut self) -> bool {
        std::mem::replace(&mut self.open, false)
    }
}
