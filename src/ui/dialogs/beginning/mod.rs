//! A briefing that is begun in the window: of a document, of pasted text, or with nothing in it, in a few steps.
//!
//! What has been done stays while the dialog is put away, until it is begun anew or made.

mod about;
mod document;
mod folder;
mod foot;
mod form;
mod report;
mod sentences;
mod strip;
mod wizard;

use std::path::{Path, PathBuf};

use egui::{Context, Ui};

use self::wizard::{Choosing, Step, Wizard};
use super::path::{Answer, SystemDialog};
use crate::briefing::Date;
use crate::message;
use crate::words::Words;

/// What the dialog begins a briefing with.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The words of the reader's language.
    pub words: &'a Words,
    /// The day on which it is begun.
    pub today: Date,
    /// The folder that was written to last.
    pub folder: Option<&'a Path>,
    /// Whether a briefing that was made of a document is open, of which a newer edition can be given.
    pub has_document: bool,
}

/// A briefing that has been made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its folder.
    pub folder: PathBuf,
    /// A copy of its document that can be attached.
    pub copy: Option<PathBuf>,
    /// What there is to say.
    pub said: String,
}

/// What came of the dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// A briefing was made.
    Made(Made),
    /// A newer edition of the document of the open briefing is to be looked at.
    Edition(PathBuf),
}

/// The dialog.
#[derive(Default)]
pub struct BeginningDialog {
    is_open: bool,
    wizard: Option<Wizard>,
    chosen: SystemDialog,
    choosing: Option<Choosing>,
}

/// What the reader wants.
enum Intent {
    /// To put the dialog away as it is.
    Close,
    /// To forget what was done.
    Discard,
    /// To forget what was done and begin anew.
    Anew,
    /// To go to another step.
    Go(Step),
    /// To go on.
    Next,
    /// To have the text read in another encoding.
    Encoding(&'static str),
    /// To stop what is being done.
    Stop,
    /// The system's own dialog.
    Choose(Choosing),
}

impl BeginningDialog {
    /// Opens it, as it was where something had been done in it.
    pub fn open(&mut self) {
        self.is_open = true;
        self.wizard.get_or_insert_with(Wizard::default).wants_focus = true;
    }

    /// Opens it over a document, which is read at once.
    pub fn open_with(&mut self, ctx: &Context, file: &Path) {
        self.open();
        let Some(wizard) = &mut self.wizard else { return };
        let is_at_work = wizard.is_parted();
        wizard.give(file);
        wizard.go(Step::Document);
        // What the reader joined and split is not given up unasked.
        if !is_at_work {
            wizard.read(ctx);
        }
    }

    /// Whether it is open.
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// Puts it away; what was done stays. Returns whether it was open.
    pub const fn close(&mut self) -> bool {
        std::mem::replace(&mut self.is_open, false)
    }

    /// Draws it, if it is open. Returns the briefing, once it is made, or what else came of it.
    pub fn ui(&mut self, ui: &Ui, scene: &Scene<'_>) -> Option<Came> {
        let answer = self.chosen.answer();
        let wizard = self.wizard.as_mut()?;
        match (answer, self.choosing.take()) {
            (Some(Answer::Chosen(path)), Some(choosing)) => wizard.chose(ui.ctx(), choosing, &path),
            (Some(Answer::Nothing), Some(_)) => {
                wizard.problem = Some(scene.words.say(&message!(new_briefing::file_nothing)));
            }
            (None, choosing) => self.choosing = choosing,
            (Some(_), None) => {}
        }
        if !self.is_open {
            return None;
        }
        wizard.poll(scene);
        if let Some(made) = wizard.made.take() {
            (self.is_open, self.wizard) = (false, None);
            return Some(Came::Made(made));
        }
        if let Some(edition) = wizard.edition.take() {
            (self.is_open, self.wizard) = (false, None);
            return Some(Came::Edition(edition));
        }
        match form::ui(ui, scene, wizard, self.chosen.is_open())? {
            Intent::Close => self.is_open = false,
            Intent::Discard => (self.is_open, self.wizard) = (false, None),
            Intent::Anew => *wizard = Wizard::default(),
            Intent::Go(step) => wizard.go(step),
            Intent::Next => wizard.next(ui.ctx(), scene),
            Intent::Encoding(name) => wizard.read_in(ui.ctx(), name),
            Intent::Stop => wizard.stop(),
            Intent::Choose(choosing) => {
                let title = scene.words.say(&message!(new_briefing::title));
                self.choosing = Some(choosing);
                self.chosen.open(ui.ctx(), move || match choosing {
                    Choosing::Document => rfd::FileDialog::new().set_title(title).pick_file(),
                    Choosing::Folder | Choosing::Like => rfd::FileDialog::new().set_title(title).pick_folder(),
                });
            }
        }
        ui.ctx().request_repaint();
        None
    }
}
