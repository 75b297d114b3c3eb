//! The dialog by which a folder is chosen: by the system's own, by its path, or from those opened before.

use std::path::{Path, PathBuf};

use egui::Ui;

use super::menu::shown;
use crate::ui::dialogs::path::{PathDialog, Question};
use crate::ui::theme::{Type, tokens_of};

const QUESTION: Question<'_> = Question {
    id: "open",
    title: "Open a briefing",
    why: "A folder with the seven JSON files of a briefing. What is open stays open until it is loaded. You can also \
          drop the folder on the window.",
    hint: "Path of a folder",
    field: "Path of the folder",
    take: "Open",
    choose: "Choose a folder…",
    nothing: "No folder was chosen. You can also type its path.",
    system: |title| rfd::FileDialog::new().set_title(title).pick_folder(),
};

/// Draws the dialog, if it is open. Returns the folder to open, once one is chosen.
pub fn ui(dialog: &mut PathDialog, ui: &Ui, recent: &[PathBuf]) -> Option<PathBuf> {
    dialog.ui(ui, &QUESTION, |ui| recent_ui(ui, recent))
}

/// Draws the folders opened before. Returns the one that was clicked.
fn recent_ui(ui: &mut Ui, recent: &[PathBuf]) -> Option<PathBuf> {
    if !recent.is_empty() {
        ui.add_space(12.0);
        ui.label(Type::Caption.text("Opened before", tokens_of(ui).muted));
    }
    let clicked: Vec<&PathBuf> = recent.iter().filter(|folder| link_ui(ui, folder)).collect();
    clicked.first().map(|folder| (*folder).clone())
}

fn link_ui(ui: &mut Ui, folder: &Path) -> bool {
    let text = Type::Body.text(shown(folder), tokens_of(ui).accent);
    let link = egui::Button::new(text).frame(false).truncate().min_size(egui::Vec2::ZERO);
    ui.add(link).on_hover_text(crate::briefing::visible::visible(&folder.display().to_string())).clicked()
}
