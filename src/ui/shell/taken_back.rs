//! What an import wrote, told with a way to take it back, and taken back.

use std::sync::Arc;

use egui::Context;

use super::app::App;
use super::notice::Notice;
use super::task::{Gone, Task};
use crate::briefing::Value;
use crate::export::changes::Written;
use crate::export::folder::FolderError;
use crate::message;

/// Files that are being put back beside the window, and what comes of it.
pub struct TakingBack {
    written: Arc<Written>,
    task: Task<Result<(), FolderError>, ()>,
}

impl TakingBack {
    /// Begins.
    pub fn begin(ctx: &Context, written: Arc<Written>) -> Self {
        let own = Arc::clone(&written);
        Self { written, task: Task::start(ctx, move |(): &()| own.take_back()) }
    }
}

impl App {
    /// Tells what an import wrote, offers to take it back, and reads the briefing again.
    pub(super) fn show_imported(&mut self, ctx: &Context, written: Arc<Written>) {
        let said = message!(import_dialog::done, files = Value::list(written.names()));
        let folder = written.folder().to_owned();
        self.notices.tell(Notice::undoable(self.words.say(&said), written));
        self.open.load(ctx, Some(folder), self.session.folder.as_deref());
    }

    /// Tells what came of taking back, and reads the briefing again where it is open and was put back.
    pub(super) fn take_back(&mut self, ctx: &Context) {
        let Some(answer) = self.taking_back.as_ref().and_then(|taking| taking.task.answer()) else { return };
        let Some(TakingBack { written, .. }) = self.taking_back.take() else { return };
        match answer {
            Ok(Ok(())) => {
                let said = message!(import_dialog::taken_back, files = Value::list(written.names()));
                self.notices.tell(Notice::done(self.words.say(&said)));
                if self.session.folder.as_deref() == Some(written.folder()) {
                    self.open.load(ctx, self.session.folder.clone(), self.session.folder.as_deref());
                }
            }
            Ok(Err(err)) => {
                let said = self.words.say(&message!(import_dialog::not_taken_back, why = err.message()));
                // A file that another program wrote stays its; whatever else stood in the way may be gone the next time.
                let undo = (!matches!(err, FolderError::Changed(_))).then_some(written);
                self.notices.tell(Notice { undo, ..Notice::failed(said) });
            }
            Err(Gone) => self.notices.tell(Notice::failed(self.words.say(&message!(import_dialog::given_up_taking)))),
        }
    }
}
