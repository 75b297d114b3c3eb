//! The dialog by which a folder is chosen: by the system's own, by its path, or from those opened before.

use crate::label;
use crate::message;
use crate::words::Words;
use std::path::{Path, PathBuf};

use egui::Ui;

use super::menu::shown;
use crate::briefing::packed;
use crate::ui::dialogs::path::{Choice, PathDialog, Question};
use crate::ui::shell::preferences::Recent;
use crate::ui::theme::{Type, tokens_of};

/// Not every system can ask for a folder or a file in one dialog.
static CHOICES: [Choice; 2] = [
    (label!(dialogs::open_choose), |title| rfd::FileDialog::new().set_title(title).pick_folder()),
    (label!(dialogs::open_choose_file), |title| {
        rfd::FileDialog::new().set_title(title).add_filter(packed::ENDING, &[packed::ENDING, "html"]).pick_file()
    }),
];

const QUESTION: Question = Question {
    id: "open",
    title: label!(dialogs::open),
    why: label!(dialogs::open_why),
    hint: label!(dialogs::open_hint),
    field: label!(dialogs::open_field),
    take: label!(dialogs::open_take),
    choose: &CHOICES,
    nothing: label!(dialogs::open_nothing),
};

/// Draws the dialog, if it is open. Returns the folder to open, once one is chosen.
pub fn ui(dialog: &mut PathDialog, ui: &Ui, words: &Words, recent: &[Recent]) -> Option<PathBuf> {
    dialog.ui(ui, words, &QUESTION, |ui| recent_ui(ui, words, recent))
}

/// Draws the folders opened before. Returns the one that was clicked.
fn recent_ui(ui: &mut Ui, words: &Words, recent: &[Recent]) -> Option<PathBuf> {
    if !recent.is_empty() {
        ui.add_space(12.0);
        ui.label(Type::Caption.text(words.say(&message!(dialogs::opened_before)), tokens_of(ui).muted));
    }
    let mut clicked = None;
    for (index, one) in recent.iter().enumerate() {
        if link_ui(ui, &shown(words, recent, index), &one.folder) {
            clicked = Some(one.folder.to_path_buf());
        }
    }
    clicked
}

fn link_ui(ui: &mut Ui, shown: &str, folder: &Path) -> bool {
    let text = Type::Body.text(shown, tokens_of(ui).accent);
    let link = egui::Button::new(text).frame(false).truncate().min_size(egui::Vec2::ZERO);
    ui.add(link).on_hover_text(crate::briefing::visible::visible(&folder.display().to_string())).clicked()
}
