//! The dialog by which the reader's own copy of the document is chosen.

use crate::words::Words;
use crate::{label, message};
use std::path::PathBuf;

use egui::Ui;

use super::path::{Choice, PathDialog, Question};
use crate::briefing::Document;

static CHOICES: [Choice; 1] =
    [(label!(dialogs::attach_choose), |title| rfd::FileDialog::new().set_title(title).pick_file())];

/// The dialog.
#[derive(Debug, Default)]
pub struct AttachDialog(PathDialog);

impl AttachDialog {
    /// Opens it.
    pub fn open(&mut self) {
        self.0.open();
    }

    /// Whether it is open.
    pub const fn is_open(&self) -> bool {
        self.0.is_open()
    }

    /// Closes it. Returns whether it was open.
    pub fn close(&mut self) -> bool {
        self.0.close()
    }

    /// Says, if it is open, why a file cannot be attached.
    pub fn refuse(&mut self, why: &str) {
        self.0.refuse(why);
    }

    /// Draws it, if it is open. Returns the file to attach, once one is chosen.
    pub fn ui(&mut self, ui: &Ui, words: &Words, document: &Document) -> Option<PathBuf> {
        let question = Question {
            id: "attach",
            title: message!(dialogs::attach, called = &document.called),
            why: message!(dialogs::attach_why),
            hint: message!(dialogs::attach_hint),
            field: message!(dialogs::attach_field),
            take: message!(dialogs::attach_take),
            choose: &CHOICES,
            nothing: message!(dialogs::attach_nothing),
        };
        self.0.ui(ui, words, &question, |_| None)
    }
}
