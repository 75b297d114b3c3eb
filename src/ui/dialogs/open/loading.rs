//! Loading on a thread of its own, with how far it is and a way to stop it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use egui::{Align, Context, Layout, ProgressBar, Ui};

use super::{Prepared, Stamps};
use crate::briefing::progress::{Progress, Stage};
use crate::briefing::visible::visible;
use crate::briefing::{Briefing, LoadError};
use crate::ui::shell::desk::{Command, Desk};
use crate::ui::theme::{Type, tokens_of};
use crate::ui::widgets::{quiet_button, within};

/// What takes less time than this comes without a word.
const PATIENCE: Duration = Duration::from_millis(200);
/// How often the bar moves on.
const STEP: Duration = Duration::from_millis(100);

/// What a thread makes of a folder: the briefing, and how its files were when it began.
type Answer = Result<(Prepared, Option<Stamps>), LoadError>;

/// A briefing that is being loaded. Dropping it asks the thread to stop.
#[derive(Debug)]
pub struct Loading {
    /// The folder; the bundled briefing has none.
    pub folder: Option<PathBuf>,
    /// Whether it is the folder that is open already.
    pub again: bool,
    progress: Arc<Progress>,
    answer: Receiver<Answer>,
    began: Instant,
}

impl Loading {
    /// Begins.
    pub fn start(ctx: &Context, folder: Option<PathBuf>, again: bool) -> Self {
        let progress = Arc::new(Progress::default());
        let (sender, answer) = channel();
        let thread = (Arc::clone(&progress), folder.clone(), ctx.clone());
        std::thread::spawn(move || {
            let (progress, folder, ctx) = thread;
            sender.send(load(folder.as_ref(), &progress)).ok();
            ctx.request_repaint();
        });
        ctx.request_repaint_after(PATIENCE);
        Self { folder, again, progress, answer, began: Instant::now() }
    }

    /// Whether it takes long enough to be asked how far it is; if so, that is looked at again soon.
    pub fn is_slow(&self, ctx: &Context) -> bool {
        ctx.request_repaint_after(STEP);
        self.began.elapsed() >= PATIENCE
    }

    /// What came of it, once it is there.
    pub fn answer(&self) -> Option<Answer> {
        match self.answer.try_recv() {
            Ok(answer) => Some(answer),
            Err(TryRecvError::Empty) => None,
            // The thread is gone without an answer, as if it had been asked to stop.
            Err(TryRecvError::Disconnected) => Some(Err(LoadError::Cancelled)),
        }
    }
}

impl Drop for Loading {
    fn drop(&mut self) {
        self.progress.cancel();
    }
}

fn load(folder: Option<&PathBuf>, progress: &Progress) -> Answer {
    let stamps = folder.map(|folder| Stamps::of(folder));
    let briefing = match folder {
        Some(folder) => Briefing::open_with(folder, progress)?,
        None => Briefing::bundled()?,
    };
    progress.enter(Stage::Preparing);
    let prepared = Prepared::new(Arc::new(briefing));
    if progress.is_cancelled() { Err(LoadError::Cancelled) } else { Ok((prepared, stamps)) }
}

/// Draws how far it is.
pub fn ui(ui: &mut Ui, desk: &mut Desk<'_>, loading: &Loading) {
    let t = tokens_of(ui);
    let (bar, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 28.0), egui::Sense::empty());
    within(ui, bar, Layout::right_to_left(Align::Center), |ui| {
        if quiet_button(ui, None, "Cancel").clicked() {
            desk.send(Command::StopLoading);
        }
        let bar = ProgressBar::new(loading.progress.fraction()).desired_width(160.0).desired_height(8.0).fill(t.accent);
        ui.add(bar).accessible_name("Loading");
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let name = loading.folder.as_ref().map_or_else(String::new, |folder| folder.display().to_string());
            let text = format!("{}: {}", loading.progress.stage().label(), visible(&name));
            ui.add(egui::Label::new(Type::Body.text(text, t.ink)).truncate());
        });
    });
}
