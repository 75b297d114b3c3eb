//! Loading on a thread of its own, with how far it is and a way to stop it.

use crate::message;
use std::path::PathBuf;
use std::sync::Arc;

use egui::{Align, Context, Layout, ProgressBar, Ui};

use super::{Prepared, Stamps};
use crate::briefing::progress::{Progress, Stage};
use crate::briefing::visible::visible;
use crate::briefing::{Briefing, LoadError};
use crate::ui::shell::actions::Action;
use crate::ui::shell::desk::Desk;
use crate::ui::shell::task::Task;
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{AtRight, quiet_button, within};

/// What a thread makes of a folder: the briefing, and how its files were when it began.
type Answer = Result<(Prepared, Option<Stamps>), LoadError>;

/// A briefing that is being loaded. Dropping it asks the thread to stop.
#[derive(Debug)]
pub struct Loading {
    /// The folder; the bundled briefing has none.
    pub folder: Option<PathBuf>,
    /// Whether it is the folder that is open already.
    pub again: bool,
    task: Task<Answer, Progress>,
}

impl Loading {
    /// Begins.
    pub fn start(ctx: &Context, folder: Option<PathBuf>, again: bool) -> Self {
        let (window, from) = (ctx.clone(), folder.clone());
        Self { folder, again, task: Task::start(ctx, move |progress| load(&window, from.as_ref(), progress)) }
    }

    /// How far it is, where it takes long enough to be asked.
    pub fn slow(&self, ctx: &Context) -> Option<&Progress> {
        self.task.slow(ctx)
    }

    /// What came of it, once it is there.
    pub fn answer(&self) -> Option<Answer> {
        // A thread that is gone without an answer is as if it had been asked to stop.
        Some(self.task.answer()?.unwrap_or(Err(LoadError::Cancelled)))
    }
}

fn load(ctx: &Context, folder: Option<&PathBuf>, progress: &Progress) -> Answer {
    let stamps = folder.map(|folder| Stamps::of(folder));
    let briefing = match folder {
        Some(folder) => Briefing::open_with(folder, progress)?,
        None => Briefing::bundled()?,
    };
    progress.enter(Stage::Preparing);
    let prepared = Prepared::new(ctx, Arc::new(briefing));
    if progress.is_cancelled() { Err(LoadError::Cancelled) } else { Ok((prepared, stamps)) }
}

/// Draws how far it is.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, loading: &Loading, progress: &Progress) {
    let t = tokens_of(ui);
    let (bar, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 28.0), egui::Sense::empty());
    within(ui, bar, Layout::left_to_right(Align::Center), |ui| {
        let end = AtRight::new(ui, "loading");
        ui.allocate_ui_with_layout(end.room_beside(ui), Layout::left_to_right(Align::Center), |ui| {
            let name = loading.folder.as_ref().map_or_else(String::new, |folder| folder.display().to_string());
            let folder = visible(&name).into_owned();
            let stage = message!(dialogs::loading_stage, stage = progress.stage().message(), folder = folder);
            let text = desk.words.say(&stage);
            ui.add(egui::Label::new(Type::Body.text(text, t.ink)).truncate());
        });
        end.ui(ui, |ui| {
            let bar = ProgressBar::new(progress.fraction()).desired_width(160.0).desired_height(8.0).fill(t.accent);
            ui.add(bar).accessible_name(desk.words.say(&message!(dialogs::loading)));
            if quiet_button(ui, None, &desk.words.say(&Action::StopLoading.label())).clicked() {
                desk.send(Action::StopLoading);
            }
        });
    });
}
