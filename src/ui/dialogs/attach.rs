//! The reader's own copy of the document: chosen, dropped or typed, held against the hashes, remembered by path and
//! hash.

use std::path::{Path, PathBuf};

use egui::{TextEdit, Ui};
use serde::{Deserialize, Serialize};

use super::system_dialog::{Answer, SystemDialog};
use crate::analysis::attachment::Attachment;
use crate::briefing::{Document, Sha256};
use crate::ui::shell::notice::Notice;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{button, dialog, heading, quiet_button};

/// What is remembered of an attached text: never the text itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// SHA-256 of the document it belongs to.
    document: Sha256,
    /// Where it is on the reader's machine.
    path: PathBuf,
    /// SHA-256 of the text when it was attached.
    sha256: Sha256,
}

/// The attached text, and the dialog by which one is chosen.
#[derive(Debug, Default)]
pub struct AttachState {
    attached: Option<(PathBuf, Attachment)>,
    dialog: Option<Dialog>,
    chosen: SystemDialog,
}

#[derive(Debug, Default)]
struct Dialog {
    path: String,
    problem: Option<String>,
    wants_focus: bool,
}

impl AttachState {
    /// The attached text.
    pub fn attachment(&self) -> Option<&Attachment> {
        self.attached.as_ref().map(|(_, attachment)| attachment)
    }

    /// Where the attached text is.
    pub fn path(&self) -> Option<&Path> {
        self.attached.as_ref().map(|(path, _)| path.as_path())
    }

    /// What to remember.
    pub fn remembered(&self, document: &Document) -> Option<Remembered> {
        let (path, attachment) = self.attached.as_ref()?;
        let sha256 = attachment.sha256.clone();
        Some(Remembered { document: document.sha256.clone(), path: path.clone(), sha256 })
    }

    /// Attaches what was remembered, if it is still what it was; otherwise says why it is not attached.
    pub fn recall(&mut self, document: &Document, remembered: &Remembered) -> Option<Notice> {
        if remembered.document != document.sha256 {
            return None;
        }
        let path = remembered.path.display();
        match Attachment::read(document, &remembered.path) {
            Ok(attachment) if attachment.sha256 == remembered.sha256 => {
                self.attached = Some((remembered.path.clone(), attachment));
                None
            }
            Ok(_) => {
                Some(Notice::failed(format!("{path} has changed since it was attached. Attach it again to use it.")))
            }
            Err(err) => Some(Notice::failed(format!("The attached text is not used: {err}"))),
        }
    }

    /// Attaches a file. What was attached stays where it cannot be.
    pub fn attach(&mut self, document: &Document, path: &Path) -> Notice {
        match Attachment::read(document, path) {
            Ok(attachment) => {
                let (agreeing, all) = (attachment.agreeing(), document.sentences.len());
                self.attached = Some((path.to_owned(), attachment));
                self.dialog = None;
                let text = format!("{} is attached: {agreeing} of {all} sentences agree.", path.display());
                if agreeing == all { Notice::done(text) } else { Notice::failed(text) }
            }
            Err(err) => {
                let text = err.to_string();
                if let Some(dialog) = &mut self.dialog {
                    dialog.problem = Some(text.clone());
                }
                Notice::failed(text)
            }
        }
    }

    /// Forgets the attached text; the file stays where it is.
    pub fn detach(&mut self) {
        self.attached = None;
    }

    /// Opens the dialog.
    pub fn open_dialog(&mut self) {
        self.dialog = Some(Dialog { wants_focus: true, ..Dialog::default() });
    }

    /// Whether the dialog is open.
    pub const fn dialog_is_open(&self) -> bool {
        self.dialog.is_some()
    }

    /// Closes the dialog. Returns whether it was open.
    pub fn close_dialog(&mut self) -> bool {
        self.dialog.take().is_some()
    }

    /// Draws the dialog, if it is open. Returns the file to attach, once one is chosen.
    pub fn dialog_ui(&mut self, ui: &Ui, document: &Document) -> Option<PathBuf> {
        let chose_nothing = match self.chosen.answer() {
            Some(Answer::Chosen(path)) => return Some(path),
            Some(Answer::Nothing) => true,
            None => false,
        };
        let state = self.dialog.as_mut()?;
        if chose_nothing {
            state.problem = Some("No file was chosen. You can also type its path.".to_owned());
        }
        let t = tokens_of(ui);
        let title = format!("Attach your copy of the {}", document.called);
        let mut to_attach = None;
        let mut cancelled = false;
        let modal = dialog(ui, "attach", 440.0, |ui| {
            heading(ui, Type::Lead, &title);
            let why = "It is read from your disk, held against the stored hash of each sentence, and never copied or sent. \
                       You can also drop the file on the window.";
            ui.label(Type::Body.text(why, t.ink2));
            ui.add_space(8.0);
            let field =
                TextEdit::singleline(&mut state.path).hint_text("Path of a text file").desired_width(f32::INFINITY);
            let field = ui.add(field).accessible_name("Path of your copy");
            if std::mem::take(&mut state.wants_focus) {
                field.request_focus();
            }
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            if let Some(problem) = &state.problem {
                ui.label(Type::Body.text(problem, t.bad));
            }
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                let named = !state.path.trim().is_empty();
                let attach = ui.add_enabled_ui(named, |ui| button(ui, None, "Attach")).inner;
                if named && (attach.clicked() || entered) {
                    to_attach = Some(PathBuf::from(state.path.trim()));
                }
                let choosing = self.chosen.is_open();
                if ui.add_enabled_ui(!choosing, |ui| button(ui, None, "Choose a file…")).inner.clicked() {
                    let title = title.clone();
                    self.chosen.open(ui.ctx(), || rfd::FileDialog::new().set_title(title).pick_file());
                }
                cancelled = quiet_button(ui, None, "Cancel").clicked();
            });
        });
        if cancelled || modal.should_close() {
            self.dialog = None;
        }
        to_attach
    }
}

#[cfg(test)]
mod tests {
    use super::{AttachState, Attachment, Remembered};
    use crate::briefing::{Document, Sentence, Sha256};

    const TEXT: &str = "One sentence of our own. Another one.";

    fn document() -> Document {
        let sentence = |sentence: u16, range: [u32; 2]| Sentence {
            at: format!("1.{sentence}").parse().expect("a place"),
            range,
            sha256: Sha256::of(&TEXT.as_bytes()[range[0] as usize..range[1] as usize]),
            label: "A sentence".to_owned(),
            paraphrase: "In other words".to_owned(),
            boilerplate: false,
            as_printed: crate::briefing::AsPrinted::default(),
        };
        Document {
            schema: None,
            called: "article".to_owned(),
            source: "article".to_owned().try_into().expect("a key"),
            length: TEXT.len() as u32,
            sha256: Sha256::of(TEXT.as_bytes()),
            sentences: vec![sentence(1, [0, 24]), sentence(2, [25, 37])],
        }
    }

    /// A text on disk, attached and remembered.
    fn attached(folder: &tempfile::TempDir) -> (AttachState, Remembered) {
        let path = folder.path().join("copy.txt");
        std::fs::write(&path, TEXT).expect("a writable file");
        let mut state = AttachState::default();
        assert!(!state.attach(&document(), &path).failed);
        let remembered = state.remembered(&document()).expect("it is attached");
        (state, remembered)
    }

    #[test]
    fn what_is_remembered_is_attached_again() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        let (_, remembered) = attached(&folder);
        let mut state = AttachState::default();
        assert_eq!(state.recall(&document(), &remembered), None);
        assert_eq!(state.attachment().map(Attachment::agreeing), Some(2));
    }

    #[test]
    fn a_text_that_changed_since_is_said_and_not_used() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        let (_, remembered) = attached(&folder);
        std::fs::write(folder.path().join("copy.txt"), TEXT.replace("Another", "Anothen")).expect("a writable file");
        let mut state = AttachState::default();
        let notice = state.recall(&document(), &remembered).expect("something is said");
        assert!(notice.failed && notice.text.contains("has changed"), "{}", notice.text);
        assert!(state.attachment().is_none());
    }

    #[test]
    fn a_text_that_is_gone_is_said() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        let (_, remembered) = attached(&folder);
        drop(folder);
        let notice = AttachState::default().recall(&document(), &remembered).expect("something is said");
        assert!(notice.failed, "{}", notice.text);
    }

    #[test]
    fn a_text_of_another_document_is_left_alone() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        let (_, remembered) = attached(&folder);
        let other = Document { sha256: Sha256::of(b"another"), ..document() };
        let mut state = AttachState::default();
        assert_eq!(state.recall(&other, &remembered), None);
        assert!(state.attachment().is_none());
    }
}
