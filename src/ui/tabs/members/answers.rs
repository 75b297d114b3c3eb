//! Who answers what the tab asks of the roster: the window itself while that takes less than a frame, another thread for
//! a long list.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use egui::Context;

use crate::analysis::memo::Memo;
use crate::analysis::roster::{Filter, Mark, RosterIndex, RosterQuery, RosterView};
use crate::briefing::{Briefing, Key, Members};

/// Up to so many states the window answers itself.
const AT_ONCE: usize = 5_000;

/// An answer to a query.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was asked.
    pub query: RosterQuery,
    /// What it shows.
    pub view: Arc<RosterView>,
    /// Its marks on the map.
    pub marks: Arc<[Mark]>,
    /// Where it shows nothing: which filters lead out, with how many rows each would show.
    pub ways_out: Arc<[(Filter, usize)]>,
}

/// Answers the tab's questions.
#[derive(Debug)]
pub enum Answers {
    /// At once.
    Here(Option<Box<RosterIndex>>, Memo<RosterQuery, Answer>),
    /// When the other thread has one; till then there is the last, and at first none.
    There(Worker),
}

/// The other thread, seen from the window.
#[derive(Debug)]
pub struct Worker {
    questions: Sender<RosterQuery>,
    answers: Receiver<Answer>,
    asked: Option<RosterQuery>,
    last: Option<Answer>,
}

impl Answers {
    /// Prepares the roster of an organisation of a briefing; of the first where none is named.
    pub fn new(ctx: &Context, briefing: &Arc<Briefing>, organisation: Option<&Key>) -> Self {
        let members = briefing.members_of(organisation);
        let roster = members.map(|members| members.roster);
        let states = roster.map_or(0, |roster| roster.states.len().max(roster.printed.len()));
        let here = || Self::Here(members.map(|members| Box::new(RosterIndex::new(members))), Memo::default());
        if states <= AT_ONCE {
            return here();
        }
        let (questions, asked) = channel();
        let (answering, answers) = channel();
        let (ctx, shared, organisation) = (ctx.clone(), Arc::clone(briefing), organisation.cloned());
        // Ends when the window lets go of the briefing, and with it of the questions.
        let working = thread::Builder::new().spawn(move || {
            if let Some(members) = shared.members_of(organisation.as_ref()) {
                work(&ctx, members, &asked, &answering);
            }
        });
        // A list that is slow is better than none.
        if working.is_err() {
            return here();
        }
        Self::There(Worker { questions, answers, asked: None, last: None })
    }

    /// The answer to a query; that to an earlier one while the other thread is at work, and none before its first.
    pub fn get(&mut self, members: Members<'_>, query: &RosterQuery) -> Option<Answer> {
        match self {
            Self::Here(index, memo) => {
                let index = index.as_mut()?;
                Some(memo.get(query, |query| answer(index, members, query)).clone())
            }
            Self::There(worker) => worker.get(query),
        }
    }
}

impl Answers {
    /// The last answer that was given.
    pub fn last(&self) -> Option<&Answer> {
        match self {
            Self::Here(_, memo) => memo.last(),
            Self::There(worker) => worker.last.as_ref(),
        }
    }
}

impl Worker {
    fn get(&mut self, query: &RosterQuery) -> Option<Answer> {
        self.last = self.answers.try_iter().last().or_else(|| self.last.take());
        if self.asked.as_ref() != Some(query) {
            self.asked = Some(query.clone());
            if self.questions.send(query.clone()).is_err() {
                log::error!("the thread that answers for the members has ended");
            }
        }
        self.last.clone()
    }
}

fn work(ctx: &Context, members: Members<'_>, asked: &Receiver<RosterQuery>, answers: &Sender<Answer>) {
    let mut index = RosterIndex::new(members);
    while let Ok(query) = asked.recv() {
        // What was asked meanwhile makes the earlier questions idle.
        let query = asked.try_iter().last().unwrap_or(query);
        if answers.send(answer(&mut index, members, &query)).is_err() {
            return;
        }
        ctx.request_repaint();
    }
}

fn answer(index: &mut RosterIndex, members: Members<'_>, query: &RosterQuery) -> Answer {
    let view = Arc::new(index.view(members, query));
    let ways_out = if view.is_empty() { index.ways_out(members, query) } else { Vec::new() };
    let marks = index.marks(&view).into();
    Answer { query: query.clone(), view, marks, ways_out: ways_out.into() }
}
