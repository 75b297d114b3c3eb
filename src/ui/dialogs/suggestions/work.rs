//! What is done with a suggestion, beside the window: as `suggest --take` does it, whole or not at all.

use std::path::Path;

use crate::export::changes::{self, Written};
use crate::import::{ImportError, Offer, Suggesting};
use crate::message;
use crate::words::Words;

/// What is to be done.
#[derive(Debug)]
pub enum Job {
    /// To look what there is.
    Look,
    /// To take a suggestion.
    Take(String),
    /// To take back what was written of one.
    Undo(String, Written),
}

/// What was done.
#[derive(Debug)]
pub enum Done {
    /// Nothing was written.
    Nothing,
    /// A suggestion was taken.
    Taken(String, Written),
    /// One was taken back.
    Undone(String),
    /// One could not be taken back.
    NotUndone(String, Written),
}

/// What came of it.
#[derive(Debug)]
pub struct Answer {
    /// What was done.
    pub done: Done,
    /// What there is now, where that could be read.
    pub offers: Option<Vec<Offer>>,
    /// What went wrong, with what to do.
    pub problem: Option<String>,
}

/// Does it, with the briefing as it is in its folder now.
pub fn work(folder: &Path, job: Job, words: &Words) -> Answer {
    let done = match job {
        Job::Look => Ok(Done::Nothing),
        Job::Take(id) => take(folder, id, words),
        Job::Undo(id, written) => Ok(match written.take_back() {
            Ok(()) => Done::Undone(id),
            Err(err) => {
                let problem = words.say(&message!(dialogs::sentence, said = err.message()));
                return Answer { done: Done::NotUndone(id, written), offers: None, problem: Some(problem) };
            }
        }),
    };
    let (done, problem) = match done {
        Ok(done) => (done, None),
        Err(why) => (Done::Nothing, Some(why)),
    };
    match Suggesting::open(folder) {
        Ok(suggesting) => {
            let offers = suggesting.offers(&|message| words.say(message));
            Answer { done, offers: Some(offers), problem }
        }
        Err(err) => {
            Answer { done, offers: None, problem: problem.or_else(|| Some(words.say_all(&err.messages(), " "))) }
        }
    }
}

/// Takes a suggestion. What another that was taken has made superfluous is left.
fn take(folder: &Path, id: String, words: &Words) -> Result<Done, String> {
    let refused = |err: ImportError| words.say_all(&err.messages(), " ");
    let mut suggesting = Suggesting::open(folder).map_err(refused)?;
    let Some(suggestion) = suggesting.all().iter().find(|own| own.id == id).cloned() else { return Ok(Done::Nothing) };
    suggesting.take(&suggestion, &|message| words.say(message)).map_err(refused)?;
    let written = changes::write(folder, suggesting.desk(), &[])
        .map_err(|err| words.say(&message!(dialogs::sentence, said = err.message())))?;
    Ok(Done::Taken(id, written))
}
