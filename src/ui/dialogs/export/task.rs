//! Work on a thread of its own, with how far it is and a way to stop it.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use egui::Context;

use crate::export::job::Job;

/// What takes less time than this comes without a word.
const PATIENCE: Duration = Duration::from_millis(200);
/// How often the bar moves on.
const STEP: Duration = Duration::from_millis(100);

/// Work under way. Dropping it asks the thread to stop.
#[derive(Debug)]
pub struct Task<T> {
    job: Arc<Job>,
    answer: Receiver<Result<T, String>>,
    began: Instant,
}

impl<T: Send + 'static> Task<T> {
    /// Begins.
    pub fn start(ctx: &Context, work: impl FnOnce(&Job) -> Result<T, String> + Send + 'static) -> Self {
        let job = Arc::new(Job::default());
        let (sender, answer) = channel();
        let thread = (Arc::clone(&job), ctx.clone());
        std::thread::spawn(move || {
            let (job, ctx) = thread;
            sender.send(work(&job)).ok();
            ctx.request_repaint();
        });
        ctx.request_repaint_after(PATIENCE);
        Self { job, answer, began: Instant::now() }
    }

    /// How far it is, from 0 to 1, where it takes long enough to be asked; if so, that is looked at again soon.
    pub fn slow(&self, ctx: &Context) -> Option<f32> {
        ctx.request_repaint_after(STEP);
        (self.began.elapsed() >= PATIENCE).then(|| self.job.fraction())
    }

    /// What came of it, once it is there.
    pub fn answer(&self) -> Option<Result<T, String>> {
        match self.answer.try_recv() {
            Ok(answer) => Some(answer),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err("It stopped before its end. Try again.".to_owned())),
        }
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.job.cancel();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::{Duration, Instant};

    use egui::Context;

    use super::Task;

    #[test]
    fn what_is_dropped_is_asked_to_stop() {
        let (sender, stopped) = channel();
        let task: Task<()> = Task::start(&Context::default(), move |job| {
            while job.step(0.5).is_ok() {
                std::thread::sleep(Duration::from_millis(1));
            }
            sender.send(()).map_err(|err| err.to_string())
        });
        assert!(task.answer().is_none(), "it is at work");
        drop(task);
        stopped.recv_timeout(Duration::from_secs(10)).expect("it stopped");
    }

    #[test]
    fn it_says_how_far_it_is_only_where_it_takes_long() {
        let (go_on, wait) = channel::<()>();
        let ctx = Context::default();
        let task: Task<u8> = Task::start(&ctx, move |job| {
            job.step(0.25).map_err(|err| err.to_string())?;
            wait.recv().ok();
            Ok(7)
        });
        assert_eq!(task.slow(&ctx), None);
        std::thread::sleep(Duration::from_millis(250));
        assert_eq!(task.slow(&ctx), Some(0.25));
        drop(go_on);
        let end = Instant::now() + Duration::from_secs(10);
        let answer = std::iter::repeat_with(|| task.answer()).find(|answer| answer.is_some() || Instant::now() > end);
        assert_eq!(answer, Some(Some(Ok(7))));
    }
}
