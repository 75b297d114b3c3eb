//! What is still the example's, taken out of the open briefing beside the window.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use super::app::App;
use super::notice::Notice;
use super::task::{Gone, Task};
use crate::briefing::{Message, Value};
use crate::export::changes::{self, Written};
use crate::import::{Desk, Without};
use crate::message;

/// What is being taken out.
pub struct TakingOut(Task<Result<(Written, Without), Vec<Message>>, ()>);

impl TakingOut {
    /// Begins with the briefing in a folder.
    pub fn begin(ctx: &Context, folder: PathBuf) -> Self {
        Self(Task::start(ctx, move |(): &()| {
            let mut desk = Desk::open(&folder).map_err(|err| err.messages())?;
            let without = desk.take_example_out().map_err(|err| err.messages())?;
            let written = changes::write(&folder, &desk, &[]).map_err(|err| vec![err.message()])?;
            Ok((written, without))
        }))
    }
}

impl App {
    /// Tells what was taken out, offers to put it back, and reads the briefing again.
    pub(super) fn show_without_example(&mut self, ctx: &Context) {
        let Some(answer) = self.taking_out.as_ref().and_then(|taking| taking.0.answer()) else { return };
        self.taking_out = None;
        let notice = match answer {
            Ok(Ok((written, without))) if !written.is_empty() => {
                self.open.load(ctx, Some(written.folder().to_owned()), self.session.folder.as_deref());
                let (count, left) = (without.left.len(), Value::list(without.left));
                let said = message!(shell::taken_out, files = Value::list(written.names()), count = count, left = left);
                Notice::undoable(self.words.say(&said), Arc::new(written))
            }
            Ok(Ok(_)) => Notice::done(self.words.say(&message!(command_line::without_nothing))),
            Ok(Err(why)) => Notice::failed(self.words.say_all(&why, "\n")),
            Err(Gone) => Notice::failed(self.words.say(&message!(import_dialog::given_up))),
        };
        self.notices.tell(notice);
    }
}
