//! A path that is asked for: typed, or chosen in the system's own dialog.

use crate::briefing::Message;
use crate::briefing::path::typed as typed_path;
use crate::message;
use crate::words::Words;
use std::path::PathBuf;

use egui::{Context, TextEdit, Ui};

use crate::ui::shell::task::Task;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::heard::alert;
use crate::ui::widgets::{button, dialog, heading, quiet_button};

/// The system's own dialog, on a thread of its own, so that the window goes on; it outlives whatever opened it.
#[derive(Debug, Default)]
pub struct SystemDialog {
    asking: Option<Task<Option<PathBuf>, ()>>,
}

/// What a reader did in the system's dialog.
#[derive(Debug)]
pub enum Answer {
    /// Chose something.
    Chosen(PathBuf),
    /// Chose nothing.
    Nothing,
}

impl SystemDialog {
    /// Opens it: `choose` waits for the reader and gives what was chosen.
    pub fn open(&mut self, ctx: &Context, choose: impl FnOnce() -> Option<PathBuf> + Send + 'static) {
        self.asking = Some(Task::start(ctx, move |(): &()| choose()));
    }

    /// Whether it is open.
    pub const fn is_open(&self) -> bool {
        self.asking.is_some()
    }

    /// What the reader did, once and as soon as it is known.
    pub fn answer(&mut self) -> Option<Answer> {
        // Where the system's dialog failed, it is as if nothing had been chosen.
        let chosen = self.asking.as_ref()?.answer()?.ok().flatten();
        self.asking = None;
        Some(chosen.map_or(Answer::Nothing, Answer::Chosen))
    }
}

/// Draws the field for a path. Returns whether the reader pressed Enter in it.
pub fn path_field(ui: &mut Ui, path: &mut String, hint: &str, name: &str, wants_focus: &mut bool) -> bool {
    let field = ui.add(TextEdit::singleline(path).hint_text(hint).desired_width(f32::INFINITY)).accessible_name(name);
    if std::mem::take(wants_focus) {
        field.request_focus();
    }
    field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter))
}

/// What a button says that opens the system's dialog, and what it asks there, under a title.
pub type Choice = (Message, fn(String) -> Option<PathBuf>);

/// What a dialog asks for a path with.
pub struct Question {
    /// Its name among dialogs.
    pub id: &'static str,
    /// Its head, and that of the system's dialog.
    pub title: Message,
    /// What is said below the head.
    pub why: Message,
    /// What the empty field says.
    pub hint: Message,
    /// What a screen reader calls the field.
    pub field: Message,
    /// What the button says that takes the path.
    pub take: Message,
    /// The buttons that open the system's dialog.
    pub choose: &'static [Choice],
    /// What is said where nothing was chosen there.
    pub nothing: Message,
}

/// A dialog that asks for a path.
#[derive(Debug, Default)]
pub struct PathDialog {
    typed: Option<Typed>,
    chosen: SystemDialog,
}

#[derive(Debug)]
struct Typed {
    path: String,
    /// What came of the last try, and whether it went wrong.
    said: Option<(String, bool)>,
    wants_focus: bool,
}

impl PathDialog {
    /// Opens it.
    pub fn open(&mut self) {
        self.typed = Some(Typed { path: String::new(), said: None, wants_focus: true });
    }

    /// Whether it is open.
    pub const fn is_open(&self) -> bool {
        self.typed.is_some()
    }

    /// Closes it. Returns whether it was open.
    pub fn close(&mut self) -> bool {
        self.typed.take().is_some()
    }

    /// Says, if it is open, why the path cannot be used.
    pub fn refuse(&mut self, why: &str) {
        if let Some(typed) = &mut self.typed {
            typed.said = Some((why.to_owned(), true));
        }
    }

    /// Draws it, if it is open, with what else it offers below. Returns the path, once there is one.
    pub fn ui(
        &mut self,
        ui: &Ui,
        words: &Words,
        question: &Question,
        below: impl FnOnce(&mut Ui) -> Option<PathBuf>,
    ) -> Option<PathBuf> {
        let chose_nothing = match self.chosen.answer() {
            Some(Answer::Chosen(path)) => return Some(path),
            Some(Answer::Nothing) => true,
            None => false,
        };
        let typed = self.typed.as_mut()?;
        if chose_nothing {
            typed.said = Some((words.say(&question.nothing), false));
        }
        let t = tokens_of(ui);
        let mut taken = None;
        let mut cancelled = false;
        let modal = dialog(ui, question.id, &words.say(&question.title), 440.0, |ui| {
            heading(ui, Type::Lead, &words.say(&question.title));
            ui.label(Type::Body.text(words.say(&question.why), t.ink2));
            ui.add_space(8.0);
            let (hint, field) = (words.say(&question.hint), words.say(&question.field));
            let entered = path_field(ui, &mut typed.path, &hint, &field, &mut typed.wants_focus);
            if let Some((said, wrong)) = &typed.said {
                let label = ui.label(Type::Body.text(said, if *wrong { t.bad } else { t.ink2 }));
                alert(ui, &label, said, *wrong);
            }
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                let named = !typed.path.trim().is_empty();
                let take = ui.add_enabled_ui(named, |ui| button(ui, None, &words.say(&question.take))).inner;
                if named && (take.clicked() || entered) {
                    taken = Some(typed_path(&typed.path));
                }
                let choosing = self.chosen.is_open();
                for (name, system) in question.choose {
                    if ui.add_enabled_ui(!choosing, |ui| button(ui, None, &words.say(name))).inner.clicked() {
                        let title = words.say(&question.title);
                        self.chosen.open(ui.ctx(), move || system(title));
                    }
                }
                cancelled = quiet_button(ui, None, &words.say(&message!(dialogs::cancel))).clicked();
            });
            taken = taken.take().or_else(|| below(ui));
        });
        if cancelled || modal.should_close() {
            self.typed = None;
        }
        taken
    }
}
