//! A briefing that is begun in the window: asked for, dropped, and shown once it is made.

use std::path::PathBuf;

use egui::Ui;

use super::app::App;
use super::attached::Attached;
use super::desk::Command;
use super::notice::Notice;
use super::refused;
use crate::briefing::{Date, packed, path};
use crate::import::{document, is_named_as_table};
use crate::message;
use crate::ui::dialogs::beginning::{Came, Scene};

impl App {
    /// Draws the dialog, if it is open. Returns that what was made is to be opened.
    pub(super) fn beginning_ui(&mut self, ui: &Ui) -> Option<Command> {
        if !self.beginning.is_open() {
            return None;
        }
        let scene = Scene {
            words: &self.words,
            today: Date::today(),
            folder: self.preferences.exported_to.as_deref(),
            has_document: self.session.folder.is_some() && self.session.briefing.document.is_some(),
        };
        match self.beginning.ui(ui, &scene)? {
            Came::Made(made) => {
                let folder = made.folder.clone();
                self.begun = Some(made);
                Some(Command::OpenFolder(folder))
            }
            Came::Edition(file) => Some(Command::ImportEdition(file)),
        }
    }

    /// Says where the briefing is that was made and is open now, and attaches the copy of its document.
    pub(super) fn show_begun(&mut self) {
        let Some(made) = self.begun.take_if(|made| self.session.folder.as_deref() == Some(&*made.folder)) else {
            return;
        };
        let document = self.session.briefing.document.as_ref();
        if let Some((document, attached)) =
            document.zip(made.copy).and_then(|(document, copy)| Some((document, Attached::read(document, &copy).ok()?)))
        {
            self.preferences.attachment = Some(attached.remembered(document));
            self.session.attached = Some(attached);
        }
        self.notices.tell(Notice { file: Some(made.folder.join("briefing.json")), ..Notice::done(made.said) });
    }

    /// Opens what is suggested for the briefing, where it is a folder that is written to.
    pub(super) fn suggest(&mut self) {
        let Some(folder) = &self.session.folder else { return };
        if folder.is_file() {
            let file = folder.display().to_string();
            self.notices.tell(Notice::failed(self.words.say(&message!(problems::packed_read_only, file = file))));
        } else {
            self.suggestions.open(folder, refused::of(&self.preferences.refused, folder));
        }
    }

    /// Goes on with what is suggested, and remembers what is refused.
    pub(super) fn suggestions_ui(&mut self, ui: &Ui) {
        if let Some((folder, refused)) = self.suggestions.ui(ui, &self.words) {
            refused::keep(&mut self.preferences.refused, folder, refused.to_vec());
        }
    }

    /// What is meant by a file or a folder that is dropped on the window. A folder is a briefing, and so are a file of one
    /// and what one was packed to. A table is to be imported. Another is a copy of the document where it agrees with it; else a document to begin a
    /// briefing of, where it is called as one.
    pub(super) fn dropped(&self, path: PathBuf) -> Command {
        if is_named_as_table(&path) && path::folder_of_part(&path).is_none() {
            return Command::Import(path);
        }
        let is_document = document::is_named(&path) && !packed::is_page(&path);
        if path.is_dir() || path::folder_of_part(&path).is_some() || packed::is_meant(&path) && !is_document {
            return Command::OpenFolder(path);
        }
        let open = self.session.briefing.document.as_ref();
        let agrees = || open.is_some_and(|document| Attached::read(document, &path).is_ok());
        if is_document && !agrees() { Command::Begin(path) } else { Command::Attach(path) }
    }
}
