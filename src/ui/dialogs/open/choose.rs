//! The dialog by which a folder is chosen: by the system's own, by its path, or from those opened before.

use std::path::{Path, PathBuf};

use egui::{TextEdit, Ui};

use super::menu::shown;
use crate::ui::dialogs::system_dialog::{Answer, SystemDialog};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{button, dialog, heading, quiet_button};

/// The dialog, and the system's own.
#[derive(Debug, Default)]
pub struct ChooseState {
    dialog: Option<Dialog>,
    chosen: SystemDialog,
}

#[derive(Debug, Default)]
struct Dialog {
    path: String,
    said: Option<&'static str>,
    wants_focus: bool,
}

impl ChooseState {
    /// Opens it.
    pub fn open(&mut self) {
        self.dialog = Some(Dialog { wants_focus: true, ..Dialog::default() });
    }

    /// Whether it is open.
    pub const fn is_open(&self) -> bool {
        self.dialog.is_some()
    }

    /// Closes it. Returns whether it was open.
    pub fn close(&mut self) -> bool {
        self.dialog.take().is_some()
    }

    /// Draws it, if it is open. Returns the folder to open, once one is chosen.
    pub fn ui(&mut self, ui: &Ui, recent: &[PathBuf]) -> Option<PathBuf> {
        let chose_nothing = match self.chosen.answer() {
            Some(Answer::Chosen(path)) => return Some(path),
            Some(Answer::Nothing) => true,
            None => false,
        };
        let state = self.dialog.as_mut()?;
        if chose_nothing {
            state.said = Some("No folder was chosen. You can also type its path.");
        }
        let t = tokens_of(ui);
        let mut to_open = None;
        let mut cancelled = false;
        let modal = dialog(ui, "open", 440.0, |ui| {
            heading(ui, Type::Lead, "Open a briefing");
            let why = "A folder with the seven JSON files of a briefing. What is open stays open until it is loaded. You \
                       can also drop the folder on the window.";
            ui.label(Type::Body.text(why, t.ink2));
            ui.add_space(8.0);
            let field =
                TextEdit::singleline(&mut state.path).hint_text("Path of a folder").desired_width(f32::INFINITY);
            let field = ui.add(field).accessible_name("Path of the folder");
            if std::mem::take(&mut state.wants_focus) {
                field.request_focus();
            }
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            if let Some(said) = state.said {
                ui.label(Type::Body.text(said, t.ink2));
            }
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                let named = !state.path.trim().is_empty();
                let open = ui.add_enabled_ui(named, |ui| button(ui, None, "Open")).inner;
                if named && (open.clicked() || entered) {
                    to_open = Some(PathBuf::from(state.path.trim()));
                }
                let choosing = self.chosen.is_open();
                if ui.add_enabled_ui(!choosing, |ui| button(ui, None, "Choose a folder…")).inner.clicked() {
                    self.chosen.open(ui.ctx(), || rfd::FileDialog::new().set_title("Open a briefing").pick_folder());
                }
                cancelled = quiet_button(ui, None, "Cancel").clicked();
            });
            if !recent.is_empty() {
                ui.add_space(12.0);
                ui.label(Type::Caption.text("Opened before", t.muted));
                for folder in recent {
                    if recent_ui(ui, folder) {
                        to_open = Some(folder.clone());
                    }
                }
            }
        });
        if cancelled || modal.should_close() {
            self.dialog = None;
        }
        to_open
    }
}

fn recent_ui(ui: &mut Ui, folder: &Path) -> bool {
    let text = Type::Body.text(shown(folder), tokens_of(ui).accent);
    let link = egui::Button::new(text).frame(false).truncate().min_size(egui::Vec2::ZERO);
    ui.add(link).on_hover_text(crate::briefing::visible::visible(&folder.display().to_string())).clicked()
}
