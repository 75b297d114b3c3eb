//! Importing a table from the window: which, what it is taken as, what it would do, and doing it.

mod asked;
mod columns;
mod foot;
mod form;
mod preview;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, Id, Ui};

use self::asked::Asked;
use self::foot::Intent;
use super::path::{Answer, SystemDialog};
use crate::briefing::path::typed as typed_path;
use crate::briefing::progress::Progress;
use crate::export::changes;
use crate::import::document::TEXT_FILE;
use crate::import::{ImportError, Kind, Look};
use crate::message;
use crate::ui::shell::desk::Command;
use crate::ui::shell::task::{Gone, Task};
use crate::words::Words;

/// The dialog, while it is open, and the system's own that it asks for a file.
#[derive(Default)]
pub struct ImportState {
    dialog: Option<Dialog>,
    chosen: SystemDialog,
}

/// After how many seconds without a letter what is typed is looked at.
const REST: f32 = 0.4;

/// The dialog.
struct Dialog {
    /// The folder of the briefing.
    folder: PathBuf,
    /// The path of the table, as it is typed.
    path: String,
    /// The table that is looked at.
    table: Option<PathBuf>,
    /// What it is of, once the reader said so or it was seen.
    kind: Option<&'static Kind>,
    /// A copy of the document of the briefing that the reader has.
    copy: Option<String>,
    /// What is said of it, by the keys of what can be.
    said: BTreeMap<&'static str, String>,
    /// The heads of columns by the keys of what they are taken as.
    columns: BTreeMap<&'static str, String>,
    /// Who is meant by names.
    names: BTreeMap<String, String>,
    /// What was looked at last, or is now.
    asked: Option<Asked>,
    /// What is asked in a field that is being typed in, and since when.
    typed: Option<(Asked, f64)>,
    looking: Option<Task<Look, Progress>>,
    look: Option<Look>,
    writing: Option<Task<Written, Progress>>,
    /// What went wrong, with what to do.
    problem: Option<String>,
    wants_focus: bool,
    /// What had the keyboard before.
    came_from: Option<Id>,
}

/// What came of writing.
enum Written {
    /// The files that were written, with what they were.
    Done(changes::Written),
    /// What would be done is by now something else than was shown.
    Otherwise(Box<Look>),
    /// Nothing was written.
    Failed(String),
}

impl ImportState {
    /// Opens the dialog for the briefing in a folder, at a table where one is known, with a copy of its document that the
    /// reader has elsewhere.
    pub fn open(
        &mut self,
        ctx: &Context,
        folder: PathBuf,
        (table, kind): (Option<PathBuf>, Option<&'static Kind>),
        copy: Option<PathBuf>,
    ) {
        let came_from = match self.dialog.take() {
            Some(dialog) => dialog.came_from,
            None => ctx.memory(egui::Memory::focused),
        };
        // What stands beside the briefing is found there.
        let copy = copy.filter(|copy| *copy != folder.join(TEXT_FILE)).map(|copy| copy.display().to_string());
        self.dialog = Some(Dialog {
            said: said_first(copy.as_deref()),
            copy,
            folder,
            path: table.as_ref().map_or_else(String::new, |table| table.display().to_string()),
            table,
            kind,
            columns: BTreeMap::new(),
            names: BTreeMap::new(),
            asked: None,
            typed: None,
            looking: None,
            look: None,
            writing: None,
            problem: None,
            wants_focus: true,
            came_from,
        });
    }

    /// Whether the dialog is open.
    pub const fn is_open(&self) -> bool {
        self.dialog.is_some()
    }

    /// Closes the dialog, stops what it does, and gives the keyboard back. Returns whether it was open.
    pub fn close(&mut self, ctx: &Context) -> bool {
        let Some(dialog) = self.dialog.take() else { return false };
        if let Some(id) = dialog.came_from {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
        true
    }

    /// Draws the dialog, if it is open. Returns what was imported, once it is.
    pub fn ui(&mut self, ui: &Ui, words: &Words) -> Option<Command> {
        let answer = self.chosen.answer();
        let dialog = self.dialog.as_mut()?;
        let ctx = ui.ctx();
        match answer {
            Some(Answer::Chosen(path)) => dialog.take(path),
            Some(Answer::Nothing) => dialog.problem = Some(words.say(&message!(import_dialog::nothing_chosen))),
            None => {}
        }
        dialog.look(ctx, words);
        if let Some(written) = dialog.written(words) {
            self.close(ctx);
            return Some(Command::Imported(Arc::new(written)));
        }
        match form::ui(ui, words, dialog, self.chosen.is_open())? {
            Intent::Close => {
                self.close(ctx);
            }
            Intent::Take(path) => dialog.take(path),
            Intent::Choose => {
                let title = words.say(&message!(import_dialog::title));
                self.chosen.open(ctx, move || rfd::FileDialog::new().set_title(title).pick_file());
            }
            Intent::Import => dialog.write(ctx, words),
            Intent::Stop => dialog.writing = None,
        }
        ctx.request_repaint();
        None
    }
}

/// What is said of a file before the reader says anything: where the older edition is, which is asked of nothing else.
fn said_first(copy: Option<&str>) -> BTreeMap<&'static str, String> {
    copy.map(|copy| ("was", copy.to_owned())).into_iter().collect()
}

impl Dialog {
    /// Takes another table: what was said of the one before is forgotten.
    fn take(&mut self, path: PathBuf) {
        self.path = path.display().to_string();
        self.table = Some(path);
        self.problem = None;
        self.said = said_first(self.copy.as_deref());
        (self.columns, self.names) = (BTreeMap::new(), BTreeMap::new());
        (self.kind, self.look, self.asked) = (None, None, None);
    }

    /// The path that is typed, where it is none that is looked at.
    fn untaken(&self) -> Option<PathBuf> {
        let path = Some(self.path.trim()).filter(|path| !path.is_empty()).map(typed_path)?;
        (self.table.as_ref() != Some(&path)).then_some(path)
    }

    /// Whether what is shown is what would be done by all that is said by now.
    fn is_current(&self) -> bool {
        let now = Asked::of(self);
        let is_understood = now.as_ref().is_some_and(|now| now.choices.is_ok());
        self.looking.is_none() && self.untaken().is_none() && is_understood && now == self.asked
    }

    /// Whether a reader who types has stopped for a moment at what is asked now.
    fn has_rested(&mut self, ctx: &Context, asked: &Asked) -> bool {
        let now = ctx.input(|input| input.time);
        if self.typed.as_ref().is_none_or(|(typed, _)| typed != asked) {
            self.typed = Some((asked.clone(), now));
        }
        let rested = self.typed.as_ref().is_some_and(|(_, since)| now - since >= f64::from(REST));
        if !rested {
            ctx.request_repaint_after_secs(REST);
        }
        rested
    }

    /// Looks at the table, where anything is asked of it otherwise than before, and takes what came of it.
    fn look(&mut self, ctx: &Context, words: &Words) {
        if let Some(answer) = self.looking.as_ref().and_then(Task::answer) {
            self.looking = None;
            match answer {
                Ok(look) => {
                    // What it is of is found out once: that reads the table.
                    if self.kind.is_none() {
                        self.kind = Some(look.kind);
                        self.asked.iter_mut().for_each(|asked| asked.kind = self.kind);
                    }
                    self.look = Some(look);
                }
                Err(Gone) => self.problem = Some(words.say(&message!(import_dialog::given_up))),
            }
        }
        if self.writing.is_some() {
            return;
        }
        let Some(asked) = Asked::of(self).filter(|asked| self.asked.as_ref() != Some(asked)) else { return };
        // What is being typed is not asked letter by letter.
        if ctx.text_edit_focused() && !self.has_rested(ctx, &asked) {
            return;
        }
        self.asked = Some(asked.clone());
        match asked.choices {
            Err((option, value)) => {
                self.looking = None;
                let label = words.say(&(option.label)());
                self.problem = Some(words.say(&message!(import_dialog::no_value, option = label, value = value)));
            }
            Ok(choices) => {
                self.problem = None;
                let (folder, table, kind, words) = (self.folder.clone(), asked.table, asked.kind, words.clone());
                self.looking = Some(Task::start(ctx, move |progress: &Progress| {
                    Look::at(&folder, &table, kind, &choices, &|message| words.say(message), progress)
                }));
            }
        }
    }

    /// Writes what was shown: looks once more, so that nothing else is written than that, whatever became meanwhile of the
    /// table and the briefing.
    fn write(&mut self, ctx: &Context, words: &Words) {
        let Some(Look { outcome: Ok((plan, desk)), .. }) = &self.look else { return };
        if !self.is_current() {
            return;
        }
        let Some(Asked { table, kind, choices: Ok(choices) }) = self.asked.clone() else { return };
        let (folder, shown, words) = (self.folder.clone(), (desk.clone(), plan.text.clone()), words.clone());
        self.problem = None;
        self.writing = Some(Task::start(ctx, move |progress: &Progress| {
            let look = Look::at(&folder, &table, kind, &choices, &|message| words.say(message), progress);
            match &look.outcome {
                Ok((plan, desk)) if desk.changed() == shown.0.changed() && plan.text == shown.1 => {
                    let text = plan.text.as_ref().map(|text| (folder.join(TEXT_FILE), text.as_bytes()));
                    match changes::write(&folder, desk, text.as_slice()) {
                        Ok(written) => Written::Done(written),
                        Err(err) => Written::Failed(words.say(&err.message())),
                    }
                }
                Err(ImportError::Cancelled) => Written::Failed(words.say(&message!(import::cancelled))),
                _ => Written::Otherwise(Box::new(look)),
            }
        }));
    }

    /// The files that were written, once they are.
    fn written(&mut self, words: &Words) -> Option<changes::Written> {
        let answer = self.writing.as_ref()?.answer()?;
        self.writing = None;
        match answer {
            Ok(Written::Done(written)) => return Some(written),
            Ok(Written::Otherwise(look)) => {
                self.look = Some(*look);
                self.problem = Some(words.say(&message!(import_dialog::otherwise)));
            }
            Ok(Written::Failed(why)) => self.problem = Some(why),
            Err(Gone) => self.problem = Some(words.say(&message!(import_dialog::given_up))),
        }
        None
    }
}
