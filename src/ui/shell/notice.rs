//! What came of something, told to the reader for some seconds.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::briefing::visible::visible;
use crate::export::changes::Written;
use crate::message;
use crate::words::Words;

/// How many are shown at once.
const MOST: usize = 2;
/// How long one is shown, in seconds.
const DONE: f64 = 5.0;
/// How long one is shown that went wrong.
const FAILED: f64 = 12.0;
/// How long one is shown that can be undone: as long as it takes to see on the tabs what came of it.
const UNDOABLE: f64 = 30.0;

/// What was told of late, the newest last.
#[derive(Debug, Default)]
pub struct Notices {
    shown: Vec<Shown>,
    told: u64,
}

/// A notice that is shown.
#[derive(Debug)]
pub struct Shown {
    /// What is told.
    pub notice: Notice,
    /// Which it is of all that were told.
    pub number: u64,
    /// The second at which it leaves; none until it was drawn once.
    until: Option<f64>,
}

/// What came of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What a reader should know.
    pub text: String,
    /// Whether it went wrong.
    pub failed: bool,
    /// The file that came of it.
    pub file: Option<PathBuf>,
    /// What was written into the briefing, where that can be taken back.
    pub undo: Option<Arc<Written>>,
}

impl Notice {
    /// Something went as asked.
    pub const fn done(text: String) -> Self {
        Self { text, failed: false, file: None, undo: None }
    }

    /// Files of the briefing have been written, which can be taken back.
    pub fn undoable(text: String, written: Arc<Written>) -> Self {
        Self { undo: Some(written), ..Self::done(text) }
    }

    /// A file has been written, and what was written beside it.
    pub fn written(words: &Words, file: PathBuf, beside: Option<&Path>) -> Self {
        let name = visible(&file.display().to_string()).into_owned();
        let said = match beside.and_then(Path::file_name) {
            Some(beside) => {
                message!(shell::written_both, file = name, beside = visible(&beside.to_string_lossy()).into_owned())
            }
            None => message!(shell::written, file = name),
        };
        Self { text: words.say(&said), failed: false, file: Some(file), undo: None }
    }

    /// Something went wrong.
    pub const fn failed(text: String) -> Self {
        Self { text, failed: true, file: None, undo: None }
    }

    /// How long it is shown.
    const fn seconds(&self) -> f64 {
        match (&self.undo, self.failed) {
            (Some(_), _) => UNDOABLE,
            (None, true) => FAILED,
            (None, false) => DONE,
        }
    }
}

impl Notices {
    /// Tells one. The same told again is shown once.
    pub fn tell(&mut self, notice: Notice) {
        self.shown.retain(|shown| shown.notice != notice);
        self.told += 1;
        self.shown.push(Shown { notice, number: self.told, until: None });
        let over = self.shown.len().saturating_sub(MOST);
        self.shown.drain(..over);
    }

    /// Those that are shown, the newest last.
    pub fn shown(&self) -> &[Shown] {
        &self.shown
    }

    /// The newest.
    pub fn last(&self) -> Option<&Notice> {
        self.shown.last().map(|shown| &shown.notice)
    }

    /// Closes one.
    pub fn close(&mut self, number: u64) {
        self.shown.retain(|shown| shown.number != number);
    }

    /// Closes the newest. Returns whether there was one.
    pub fn close_last(&mut self) -> bool {
        self.shown.pop().is_some()
    }

    /// Closes all.
    pub fn clear(&mut self) {
        self.shown.clear();
    }

    /// Lets those go whose time is over at a second, and counts anew for those that `held` names: what a reader points
    /// at stays. Returns after how many seconds the next goes.
    pub fn pass(&mut self, now: f64, held: impl Fn(&Shown) -> bool) -> Option<f64> {
        for shown in &mut self.shown {
            if shown.until.is_none() || held(shown) {
                shown.until = Some(now + shown.notice.seconds());
            }
        }
        self.shown.retain(|shown| shown.until.is_none_or(|until| until > now));
        self.shown.iter().filter_map(|shown| shown.until).reduce(f64::min).map(|until| until - now)
    }
}

#[cfg(test)]
mod tests {
    use super::{Notice, Notices};

    fn texts(notices: &Notices) -> Vec<&str> {
        notices.shown().iter().map(|shown| shown.notice.text.as_str()).collect()
    }

    #[test]
    fn two_are_shown_and_the_same_is_not_told_twice() {
        let mut notices = Notices::default();
        for text in ["one", "two", "three", "two"] {
            notices.tell(Notice::done(text.to_owned()));
        }
        assert_eq!(texts(&notices), ["three", "two"]);
    }

    #[test]
    fn each_leaves_after_its_time_but_not_while_it_is_held() {
        let mut notices = Notices::default();
        notices.tell(Notice::done("done".to_owned()));
        notices.tell(Notice::failed("failed".to_owned()));
        assert_eq!(notices.pass(100.0, |_| false), Some(5.0));
        assert_eq!(notices.pass(104.0, |shown| !shown.notice.failed), Some(5.0), "pointed at");
        notices.pass(108.9, |_| false);
        assert_eq!(texts(&notices), ["done", "failed"]);
        notices.pass(109.0, |_| false);
        assert_eq!(texts(&notices), ["failed"]);
        notices.pass(112.0, |_| false);
        assert!(notices.last().is_none());
    }
}
