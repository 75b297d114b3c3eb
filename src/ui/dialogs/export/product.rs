//! The file itself, made beside the window while the dialog is open: what is previewed is what will be written.

use std::sync::Arc;

use egui::Context;

use super::preview::Preview;
use super::{outcome, sentence};
use crate::analysis::checks::Finding;
use crate::briefing::Briefing;
use crate::export::fonts::lacking;
use crate::export::job::Job;
use crate::export::order::{self, Order};
use crate::export::parcel::Parcel;
use crate::ui::shell::task::Task;
use crate::words::Words;

/// The contents of a file that is whole, in memory.
pub struct Contents {
    /// All of it, with what belongs beside it.
    pub parcel: Arc<Parcel>,
    /// What it looks like.
    pub preview: Preview,
    /// What a reader is to know of it: that no font has some of its characters, what of a template was left.
    pub said: Vec<String>,
}

/// An order, and what has come of it so far.
pub struct Product {
    /// What was ordered.
    pub order: Order,
    briefing: Arc<Briefing>,
    /// What has come of it: nothing yet, the file, or why there is none.
    pub contents: Option<Result<Contents, String>>,
    task: Option<Task<Result<Contents, String>>>,
}

impl Product {
    /// Begins to make it.
    pub fn start(
        ctx: &Context,
        briefing: &Arc<Briefing>,
        findings: &Arc<[Finding]>,
        order: Order,
        words: &Words,
    ) -> Self {
        let thread = (ctx.clone(), Arc::clone(briefing), Arc::clone(findings), order.clone(), words.clone());
        let task = Task::start(ctx, move |job: &Job| {
            let (ctx, briefing, findings, order, words) = thread;
            make(&ctx, &briefing, &findings, &order, &words, job)
        });
        Self { order, briefing: Arc::clone(briefing), contents: None, task: Some(task) }
    }

    /// Whether it is what would be made of an order now.
    pub fn is_of(&self, order: &Order, briefing: &Arc<Briefing>) -> bool {
        self.order == *order && Arc::ptr_eq(&self.briefing, briefing)
    }

    /// Looks whether it is finished.
    pub fn poll(&mut self, words: &Words) {
        if let Some(answer) = self.task.as_ref().and_then(|task| outcome(task, words)) {
            self.contents = Some(answer);
            self.task = None;
        }
    }

    /// The file, once it is whole, to be looked at.
    pub const fn looked_at(&mut self) -> Option<&mut Result<Contents, String>> {
        self.contents.as_mut()
    }

    /// The file, once it is whole.
    pub const fn finished(&self) -> Option<&Contents> {
        match &self.contents {
            Some(Ok(contents)) => Some(contents),
            _ => None,
        }
    }

    /// How far it is, from 0 to 1, where that takes long enough to be asked.
    pub fn slow(&self, ctx: &Context) -> Option<f32> {
        self.task.as_ref().and_then(|task| task.slow(ctx)).map(Job::fraction)
    }
}

fn make(
    ctx: &Context,
    briefing: &Briefing,
    findings: &[Finding],
    order: &Order,
    words: &Words,
    job: &Job,
) -> Result<Contents, String> {
    let made = order::make_shown(briefing, findings, order, words, (job, true));
    let (parcel, shown) = made.map_err(|err| sentence(&err.message(), words))?;
    let preview = Preview::new(ctx, order.format, shown, &parcel.bytes).map_err(|why| words.say(&why))?;
    let told = lacking::said(&job.lacking()).into_iter().chain(job.told());
    let said = told.map(|said| sentence(&said, words)).collect();
    Ok(Contents { parcel: Arc::new(parcel), preview, said })
}
