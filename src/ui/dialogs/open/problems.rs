//! What is wrong with a folder that could not be loaded: which file, line, column and path, and what to do.

use crate::{label, message};
use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Align, Label, Layout, ScrollArea, Ui};

use crate::analysis::checks::Outcome;
use crate::briefing::visible::visible;
use crate::briefing::{LoadError, Message, Problem};
use crate::ui::parts::mark;
use crate::ui::shell::desk::{Command, Desk};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::{alert, landmark};
use crate::ui::widgets::{AtRight, Icon, button, hairline, icon_button, quiet_button, within};

const HEAD: f32 = 28.0;
const ROW: f32 = 44.0;
/// As many rows are in view as leave most of the window to what is open.
const ROWS: f32 = 4.5;

/// A folder that could not be loaded.
#[derive(Debug)]
pub struct Broken {
    folder: PathBuf,
    /// Whether it is the folder that is open, changed since.
    pub again: bool,
    /// Whether its files can be opened to be mended: not those that are packed.
    can_edit: bool,
    /// Why not, where the folder itself is the trouble.
    reason: Option<Message>,
    problems: Vec<Problem>,
}

impl Broken {
    /// A folder and why it could not be loaded.
    pub fn new(folder: PathBuf, again: bool, err: &LoadError) -> Self {
        let problems = err.problems().to_vec();
        let reason = if problems.is_empty() { err.messages().into_iter().next() } else { None };
        Self { can_edit: !folder.is_file(), folder, again, reason, problems }
    }

    fn head(&self) -> Message {
        let name = self.folder.file_name().unwrap_or(self.folder.as_os_str()).to_string_lossy().into_owned();
        let name = visible(&name).into_owned();
        match (self.problems.len(), self.again) {
            (0, _) => message!(dialogs::broken, folder = name),
            (count, false) => message!(dialogs::broken_problems, folder = name, count = count),
            (count, true) => message!(dialogs::broken_since, folder = name, count = count),
        }
    }
}

/// Draws it. Returns whether the reader closed it.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, broken: &Broken) -> bool {
    let t = tokens_of(ui);
    let words = desk.words;
    let head = words.say(&broken.head());
    landmark(ui, Role::Region, &head);
    let (bar, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), HEAD), egui::Sense::empty());
    let closed = within(ui, bar, Layout::left_to_right(Align::Center), |ui| {
        let buttons = AtRight::new(ui, "broken");
        ui.allocate_ui_with_layout(buttons.room_beside(ui), Layout::left_to_right(Align::Center), |ui| {
            mark(ui, Outcome::Fail);
            let label = ui.add(Label::new(Type::Body.strong(&head, t.ink)));
            alert(ui, &label, &head, true);
            let kept = if broken.again { label!(dialogs::broken_kept) } else { label!(dialogs::broken_stays) };
            let said = visible(&words.say(broken.reason.as_ref().unwrap_or(&kept))).into_owned();
            ui.add(Label::new(Type::Body.text(said, t.ink2)).truncate());
        });
        buttons.ui(ui, |ui| {
            if quiet_button(ui, None, &words.say(&message!(dialogs::broken_again))).clicked() {
                desk.send(Command::OpenFolder(broken.folder.clone()));
            }
            icon_button(ui, Icon::Close, &words.say(&message!(dialogs::broken_close))).clicked()
        })
    });
    let scroll = ScrollArea::vertical().id_salt("problems").max_height(ROW * ROWS).auto_shrink([false, true]);
    scroll.show_rows(ui, ROW, broken.problems.len(), |ui, rows| {
        for (row, problem) in broken.problems.iter().enumerate().take(rows.end).skip(rows.start) {
            ui.push_id(row, |ui| row_ui(ui, desk, broken, problem));
        }
    });
    closed
}

fn row_ui(ui: &mut Ui, desk: &mut Desk<'_>, broken: &Broken, problem: &Problem) {
    let t = tokens_of(ui);
    let Problem { file, line, column, pointer, .. } = problem;
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), ROW), egui::Sense::empty());
    within(ui, rect, Layout::left_to_right(Align::Center), |ui| {
        let end = AtRight::new(ui, "edit");
        ui.allocate_ui_with_layout(end.room_beside(ui), Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            hairline(ui);
            ui.add_space(2.0);
            let place = format!("{file}:{line}:{column}  {}", visible(&pointer.to_string()));
            ui.add(Label::new(Type::Caption.mono(place, t.ink2)).truncate());
            ui.add(Label::new(Type::Body.text(desk.words.say(&problem.sentences()), t.ink)).truncate());
        });
        // Only ever a file of the folder: no address out of the data is opened.
        end.ui(ui, |ui| {
            if broken.can_edit {
                let edit = button(ui, None, &desk.words.say(&message!(dialogs::edit))).on_hover_text(
                    desk.words.say(&message!(dialogs::edit_at, file = file.to_string(), line = line.to_string())),
                );
                if edit.clicked() {
                    desk.send(Command::Edit(broken.folder.join(&**file)));
                }
            }
        });
    });
}
