//! Work on a thread of its own where there is one to be had, with how far it is and a way to stop it: everything of the
//! window that takes longer than a frame goes through it.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use egui::Context;

use crate::briefing::attempt::attempt;
use crate::briefing::cores;
use crate::briefing::progress::Progress;
use crate::export::job::Job;

/// What takes less time than this comes without a word.
const PATIENCE: Duration = Duration::from_millis(200);
/// How often the bar moves on.
const STEP: Duration = Duration::from_millis(100);

/// How far some work is, shared between its thread and the window, which may ask it to stop.
pub trait Steps: Default + Send + Sync + 'static {
    /// Asks for it to stop as soon as it can.
    fn cancel(&self);
}

impl Steps for Job {
    fn cancel(&self) {
        self.cancel();
    }
}

impl Steps for Progress {
    fn cancel(&self) {
        self.cancel();
    }
}

/// Work that cannot say how far it is, and that nothing stops: a reader in front of the system's own dialog.
impl Steps for () {
    fn cancel(&self) {}
}

/// A thread that is gone without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone;

/// Work under way, which tells its steps and comes to a `T`. Dropping it asks the thread to stop.
#[derive(Debug)]
pub struct Task<T, S: Steps = Job> {
    steps: Arc<S>,
    answer: Receiver<T>,
    began: Instant,
}

impl<T: Send + 'static, S: Steps> Task<T, S> {
    /// Begins.
    pub fn start(ctx: &Context, work: impl FnOnce(&S) -> T + Send + 'static) -> Self {
        let steps = Arc::new(S::default());
        let (sender, answer) = channel();
        let thread = (Arc::clone(&steps), ctx.clone());
        cores::start(move || {
            let (steps, ctx) = thread;
            match attempt(|| work(&steps)) {
                Ok(answer) => {
                    sender.send(answer).ok();
                }
                Err(why) => log::error!("the work was given up: {why}"),
            }
            ctx.request_repaint();
        });
        ctx.request_repaint_after(PATIENCE);
        Self { steps, answer, began: Instant::now() }
    }

    /// How far it is, where it takes long enough to be asked; if so, that is looked at again soon.
    pub fn slow(&self, ctx: &Context) -> Option<&S> {
        ctx.request_repaint_after(STEP);
        (self.began.elapsed() >= PATIENCE).then_some(&*self.steps)
    }

    /// What came of it, once it is there.
    pub fn answer(&self) -> Option<Result<T, Gone>> {
        match self.answer.try_recv() {
            Ok(answer) => Some(Ok(answer)),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(Gone)),
        }
    }
}

impl<T, S: Steps> Drop for Task<T, S> {
    fn drop(&mut self) {
        self.steps.cancel();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::{Duration, Instant};

    use egui::Context;

    use super::{Job, Task};

    #[test]
    fn what_is_dropped_is_asked_to_stop() {
        let (sender, stopped) = channel();
        let task: Task<()> = Task::start(&Context::default(), move |job: &Job| {
            while job.step(0.5).is_ok() {
                std::thread::sleep(Duration::from_millis(1));
            }
            sender.send(()).ok();
        });
        assert!(task.answer().is_none(), "it is at work");
        drop(task);
        stopped.recv_timeout(Duration::from_secs(10)).expect("it stopped");
    }

    #[test]
    fn it_says_how_far_it_is_only_where_it_takes_long() {
        let (go_on, wait) = channel::<()>();
        let ctx = Context::default();
        let task: Task<Result<u8, String>> = Task::start(&ctx, move |job: &Job| {
            job.step(0.25).map_err(|err| err.to_string())?;
            wait.recv().ok();
            Ok(7)
        });
        assert!(task.slow(&ctx).is_none());
        std::thread::sleep(Duration::from_millis(250));
        assert_eq!(task.slow(&ctx).map(Job::fraction), Some(0.25));
        drop(go_on);
        let end = Instant::now() + Duration::from_secs(10);
        let answer = std::iter::repeat_with(|| task.answer()).find(|answer| answer.is_some() || Instant::now() > end);
        assert_eq!(answer, Some(Some(Ok(Ok(7)))));
    }
}
