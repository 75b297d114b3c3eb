//! The foot of the dialog: the file, what stands in its way, and what can be done.

use std::path::{Path, PathBuf};

use egui::{Label, Ui};

use super::options::Options;
use super::report::{problem_ui, progress_ui};
use super::{Dialog, Step};
use crate::analysis::checks::Outcome;
use crate::briefing::visible::visible;
use crate::export::job::Job;
use crate::message;
use crate::ui::dialogs::path::path_field;
use crate::ui::parts::mark;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::alert;
use crate::ui::widgets::{Icon, button, quiet_button};
use crate::words::Words;

/// What a reader wants of the dialog.
pub enum Intent {
    /// Nothing more.
    Close,
    /// The file, and whether it may take the place of another.
    Save(PathBuf, bool),
    /// The system's own dialog, beginning at a file.
    Choose(PathBuf),
    /// That the saving stops.
    Stop,
    /// The file on the clipboard.
    Copy,
}

/// Draws where the file goes, what stands in the way, and what can be done.
pub fn file_ui(
    ui: &mut Ui,
    dialog: &mut Dialog,
    options: &Options,
    words: &Words,
    system_dialog_is_open: bool,
) -> Option<Intent> {
    let format = options.format(dialog.output);
    let idle = matches!(dialog.step, Step::Choosing | Step::Asking(_));
    let said = words.say(&message!(export_dialog::path));
    let entered = ui
        .add_enabled_ui(idle, |ui| path_field(ui, &mut dialog.destination.path, &said, &said, &mut dialog.wants_focus))
        .inner;
    let file = dialog.destination.file(format);
    if let Some(beside) = file.as_ref().and_then(|file| dialog.path_beside(file)) {
        let said = message!(export_dialog::beside, beside = name_of(&beside));
        ui.add(Label::new(Type::Caption.text(words.say(&said), tokens_of(ui).muted)).truncate());
    }
    let mut intent = match &dialog.step {
        Step::Asking(path) => asking_ui(ui, dialog, path, words),
        Step::Waiting(..) | Step::Writing(..) => {
            let slow = match &dialog.step {
                Step::Writing(_, task) => task.slow(ui.ctx()).map(Job::fraction),
                _ => dialog.product.as_ref().and_then(|product| product.slow(ui.ctx())),
            };
            if let Some(fraction) = slow {
                progress_ui(ui, &words.say(&message!(export_dialog::writing)), fraction);
            }
            None
        }
        Step::Choosing => {
            if let Some(why) = &dialog.problem {
                problem_ui(ui, why);
            }
            if let Some(lacking) =
                dialog.product.as_ref().and_then(super::Product::finished).and_then(|made| made.lacking.as_ref())
            {
                problem_ui(ui, lacking);
            }
            None
        }
    };
    ui.add_space(4.0);
    let contents = dialog.product.as_ref().and_then(super::Product::finished);
    let failed = dialog.product.as_ref().is_some_and(|product| matches!(product.contents, Some(Err(_))));
    ui.horizontal(|ui| {
        let may_save = matches!(dialog.step, Step::Choosing) && file.is_some() && !failed;
        let save = ui
            .add_enabled_ui(may_save, |ui| button(ui, Some(Icon::Export), &words.say(&message!(export_dialog::save))))
            .inner;
        if let Some(file) = file.filter(|_| may_save && (save.clicked() || entered)) {
            intent = Some(Intent::Save(file, false));
        }
        let choose = ui.add_enabled_ui(may_save && !system_dialog_is_open, |ui| {
            button(ui, None, &words.say(&message!(export_dialog::choose)))
        });
        if choose.inner.clicked() {
            intent = dialog.destination.file(format).map(Intent::Choose);
        }
        // A workbook and pages are for files; text and pictures go on the clipboard too.
        let may_copy = contents.is_some() && (format.is_text || dialog.output.is_picture());
        if may_copy
            && ui
                .add_enabled_ui(idle, |ui| button(ui, Some(Icon::Copy), &words.say(&message!(export_dialog::copy))))
                .inner
                .clicked()
        {
            intent = Some(Intent::Copy);
        }
        if quiet_button(ui, None, &words.say(&message!(export_dialog::cancel))).clicked() {
            intent = Some(if idle { Intent::Close } else { Intent::Stop });
        }
    });
    intent
}

/// The name of a file.
fn name_of(path: &Path) -> String {
    visible(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy()).into_owned()
}

/// Asks whether what is there may be replaced: the file, what stands beside it, or both.
fn asking_ui(ui: &mut Ui, dialog: &Dialog, path: &Path, words: &Words) -> Option<Intent> {
    let t = tokens_of(ui);
    let mut intent = None;
    let there = [Some(path.to_owned()), dialog.path_beside(path)].into_iter().flatten();
    let there: Vec<String> = there.filter(|path| path.exists()).map(|path| name_of(&path)).collect();
    let [asked, replace, keep] = match there.as_slice() {
        [file, beside] => [
            message!(export_dialog::exists_both, file = file, beside = beside),
            message!(export_dialog::replace_both),
            message!(export_dialog::keep_both),
        ],
        there => {
            let file = there.first().cloned().unwrap_or_else(|| name_of(path));
            [
                message!(export_dialog::exists, file = file),
                message!(export_dialog::replace),
                message!(export_dialog::keep),
            ]
        }
    };
    ui.horizontal_wrapped(|ui| {
        mark(ui, Outcome::Warn);
        let asked = words.say(&asked);
        let label = ui.label(Type::Body.text(&asked, t.ink));
        alert(ui, &label, &asked, true);
        if button(ui, None, &words.say(&replace)).clicked() {
            intent = Some(Intent::Save(path.to_owned(), true));
        }
        let keep = button(ui, None, &words.say(&keep));
        // The first Enter has asked; a second one must not overwrite anything.
        if ui.memory(|memory| memory.focused().is_none()) {
            keep.request_focus();
        }
        if keep.clicked() {
            intent = Some(Intent::Stop);
        }
    });
    intent
}
