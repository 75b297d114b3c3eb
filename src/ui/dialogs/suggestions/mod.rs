//! What the document says that the briefing does not have yet, one by one: taken into the folder, or refused.

mod beside;
mod form;
mod kinds;
mod list;
mod work;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};

use egui::{Context, Ui};

use self::work::{Answer, Done, Job};
use crate::export::changes::Written;
use crate::import::Offer;
use crate::message;
use crate::ui::shell::task::{Gone, Task};
use crate::words::Words;

/// The dialog. What was refused is remembered by whoever opens it, and can be brought back.
#[derive(Default)]
pub struct SuggestionsDialog {
    is_open: bool,
    folder: PathBuf,
    offers: Option<Vec<Offer>>,
    /// Those of the offers that are still to be decided and of the chosen kind, by their numbers.
    shown: Vec<usize>,
    /// How many of each kind are still to be decided, by its key.
    counts: BTreeMap<&'static str, usize>,
    /// The key of the kind that is shown; without, all are.
    kind: Option<&'static str>,
    /// Which of those that are shown is at hand.
    at: usize,
    reveal: bool,
    wants_focus: bool,
    /// What was refused, the last last.
    refused: Vec<String>,
    /// How many of the offers are refused.
    refused_now: usize,
    /// How often what is refused became another.
    changes: usize,
    /// What was asked for and is not done yet.
    asked: VecDeque<Asked>,
    task: Option<Task<Answer, ()>>,
    at_work: Option<AtWork>,
    past: Vec<Past>,
    problem: Option<String>,
}

/// What the reader asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    Look,
    Take(String),
    Refuse(String),
    BringBack,
    Undo,
}

/// What is being written.
#[derive(Debug, PartialEq, Eq)]
enum AtWork {
    Taking(String),
    Undoing,
}

/// What was decided.
#[derive(Debug)]
enum Past {
    Taken(String, Written),
    Refused(String),
}

/// What a reader wants of the dialog.
#[derive(Clone, Copy)]
enum Intent {
    Close,
    Take,
    Refuse,
    BringBack,
    Undo,
    Show(Option<&'static str>),
}

impl SuggestionsDialog {
    /// Opens it over the briefing in a folder, of which some were refused before.
    pub fn open(&mut self, folder: &Path, refused: Vec<String>) {
        if self.folder != folder {
            *self = Self { folder: folder.to_owned(), refused, ..Self::default() };
        }
        (self.is_open, self.wants_focus, self.reveal, self.problem) = (true, true, true, None);
        self.asked.push_back(Asked::Look);
    }

    /// Whether it is open.
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// Closes it; what was asked for is still done. Returns whether it was open.
    pub const fn close(&mut self) -> bool {
        std::mem::replace(&mut self.is_open, false)
    }

    /// Whether there is anything to draw or to do.
    pub fn is_busy(&self) -> bool {
        self.is_open || self.task.is_some() || !self.asked.is_empty()
    }

    /// Goes on with what was asked for, and draws the dialog, if it is open. Returns what is refused by now of the briefing
    /// in its folder, where that became another.
    pub fn ui(&mut self, ui: &Ui, words: &Words) -> Option<(&Path, &[String])> {
        let before = self.changes;
        self.advance(ui.ctx(), words);
        if self.is_open
            && let Some(intent) = form::ui(ui, words, self)
        {
            self.obey(intent);
            ui.ctx().request_repaint();
        }
        (self.changes != before).then_some((&self.folder, &self.refused))
    }

    fn obey(&mut self, intent: Intent) {
        match intent {
            Intent::Close => self.is_open = false,
            Intent::Take => self.decide(Asked::Take),
            Intent::Refuse => self.decide(Asked::Refuse),
            Intent::Undo => self.asked.push_back(Asked::Undo),
            Intent::BringBack => self.asked.push_back(Asked::BringBack),
            Intent::Show(kind) => {
                (self.kind, self.at, self.reveal) = (kind, 0, true);
                self.look();
            }
        }
    }

    /// The offer at hand.
    fn offer(&self) -> Option<&Offer> {
        self.offers.as_ref()?.get(*self.shown.get(self.at)?)
    }

    /// Decides on the one at hand; it goes at once, and the next is at hand.
    fn decide(&mut self, how: fn(String) -> Asked) {
        let Some(id) = self.offer().map(|offer| offer.suggestion.id.clone()) else { return };
        (self.problem, self.reveal) = (None, true);
        self.asked.push_back(how(id));
        self.look();
    }

    /// Whether anything can be undone, or will be once what was asked for is done.
    fn can_undo(&self) -> bool {
        !self.past.is_empty() || self.asked.iter().any(|asked| matches!(asked, Asked::Take(_) | Asked::Refuse(_)))
    }

    /// How many were taken and refused. What is being undone is taken until its files are as they were.
    fn decided(&self) -> (usize, usize) {
        let taken = self.past.iter().filter(|past| matches!(past, Past::Taken(..))).count();
        (taken + usize::from(self.at_work == Some(AtWork::Undoing)), self.refused_now)
    }

    /// How many are to be decided, of one kind by its key or of all.
    fn count(&self, kind: Option<&str>) -> usize {
        kind.map_or_else(|| self.counts.values().sum(), |kind| self.counts.get(kind).copied().unwrap_or_default())
    }

    /// Whether one that is not refused is still to be decided.
    fn is_undecided(&self, id: &str) -> bool {
        let asked = self.asked.iter().any(|asked| match asked {
            Asked::Take(own) | Asked::Refuse(own) => own == id,
            Asked::Look | Asked::BringBack | Asked::Undo => false,
        });
        let taking = matches!(&self.at_work, Some(AtWork::Taking(own)) if own == id);
        !asked && !taking
    }

    /// Looks anew at what is to be decided.
    fn look(&mut self) {
        let refused: BTreeSet<&str> = self.refused.iter().map(String::as_str).collect();
        let offers = self.offers.iter().flatten().enumerate();
        let (refused, others): (Vec<_>, Vec<_>) =
            offers.partition(|(_, offer)| refused.contains(offer.suggestion.id.as_str()));
        let open = others.into_iter().filter(|(_, offer)| self.is_undecided(&offer.suggestion.id));
        let mut counts = BTreeMap::new();
        let mut shown = Vec::new();
        for (number, offer) in open {
            let kind = offer.suggestion.what.key();
            *counts.entry(kind).or_default() += 1;
            if self.kind.is_none_or(|own| own == kind) {
                shown.push(number);
            }
        }
        (self.shown, self.counts, self.refused_now) = (shown, counts, refused.len());
        self.at = self.at.min(self.shown.len().saturating_sub(1));
    }

    /// Brings a suggestion to hand, where it is shown.
    fn go_to(&mut self, id: &str) {
        self.look();
        let offers = self.offers.as_deref().unwrap_or_default();
        let is = |number: &usize| offers.get(*number).is_some_and(|offer| offer.suggestion.id == id);
        if let Some(at) = self.shown.iter().position(is) {
            (self.at, self.reveal) = (at, true);
        }
    }

    /// Takes what has come of the last thing that was asked for, and begins the next.
    fn advance(&mut self, ctx: &Context, words: &Words) {
        if let Some(answer) = self.task.as_ref().and_then(Task::answer) {
            (self.task, self.at_work) = (None, None);
            match answer {
                Ok(answer) => self.take(answer),
                Err(Gone) => self.problem = Some(words.say(&message!(new_briefing::stopped))),
            }
        }
        while self.task.is_none()
            && let Some(asked) = self.asked.pop_front()
        {
            let job = match asked {
                Asked::Look => Job::Look,
                Asked::Take(id) => {
                    self.at_work = Some(AtWork::Taking(id.clone()));
                    Job::Take(id)
                }
                Asked::Refuse(id) => {
                    self.refused.push(id.clone());
                    self.past.push(Past::Refused(id));
                    self.changes += 1;
                    self.look();
                    continue;
                }
                Asked::BringBack => {
                    self.refused.clear();
                    self.past.retain(|past| matches!(past, Past::Taken(..)));
                    self.changes += 1;
                    self.look();
                    continue;
                }
                Asked::Undo => match self.past.pop() {
                    Some(Past::Taken(id, written)) => {
                        self.at_work = Some(AtWork::Undoing);
                        Job::Undo(id, written)
                    }
                    Some(Past::Refused(id)) => {
                        self.refused.retain(|own| *own != id);
                        self.changes += 1;
                        self.go_to(&id);
                        continue;
                    }
                    None => continue,
                },
            };
            let (folder, words) = (self.folder.clone(), words.clone());
            self.task = Some(Task::start(ctx, move |(): &()| work::work(&folder, job, &words)));
        }
    }

    fn take(&mut self, answer: Answer) {
        let Answer { done, offers, problem } = answer;
        if let Some(offers) = offers {
            self.offers = Some(offers);
        }
        if problem.is_some() {
            self.problem = problem;
        }
        match done {
            Done::Taken(id, written) | Done::NotUndone(id, written) => self.past.push(Past::Taken(id, written)),
            Done::Undone(id) => {
                self.go_to(&id);
                return;
            }
            Done::Nothing => {}
        }
        self.look();
    }
}
