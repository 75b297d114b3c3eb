//! What can be wrong with a briefing, said so that its author can mend it.

use std::path::PathBuf;
use std::sync::Arc;

use super::limits::MAX_PROBLEMS;
use super::packed::PackedFault;
use super::positions::positions;
use super::visible::quoted;
use super::{Message, Pointer, Value};
use crate::message;

/// The name of a file within the folder, such as `roster.json` or `roster/au.json`.
pub type FileName = Arc<str>;

/// Why a briefing could not be opened. What is read of it is written by `words`.
#[derive(Debug)]
pub enum LoadError {
    /// The folder cannot be read at all.
    Folder {
        folder: PathBuf,
        /// Why not: what the system says, or a message.
        reason: Value,
    },
    /// What should be a packed briefing is none that can be read.
    Packed {
        file: PathBuf,
        /// What is wrong with it.
        fault: PackedFault,
    },
    /// The folder was read, and these are all the problems found in it.
    Problems(Vec<Problem>),
    /// The loading was asked to stop.
    Cancelled,
}

impl LoadError {
    /// The problems of the folder, where it could be read.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Folder { .. } | Self::Packed { .. } | Self::Cancelled => &[],
            Self::Problems(problems) => problems,
        }
    }

    /// What there is to say, a line each; how many problems there are comes last.
    pub fn messages(&self) -> Vec<Message> {
        match self {
            Self::Folder { folder, reason } => {
                let folder = folder.display().to_string();
                vec![message!(problems::folder, folder = folder, reason = reason.clone())]
            }
            Self::Packed { file, fault } => {
                let file = file.display().to_string();
                vec![message!(problems::packed, file = file, what = fault.what(), remedy = fault.remedy())]
            }
            Self::Problems(problems) => {
                let count = problems.len();
                let all = message!(problems::problems, count = count, number = count.to_string());
                problems.iter().map(Problem::message).chain([all]).collect()
            }
            Self::Cancelled => vec![message!(problems::stopped)],
        }
    }
}

/// One thing that is wrong in one place of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file's name in the folder.
    pub file: FileName,
    /// The line, from one.
    pub line: usize,
    /// The column in characters, from one.
    pub column: usize,
    /// Which value of the file.
    pub pointer: Pointer,
    /// What is wrong.
    pub what: Message,
    /// What to do about it.
    pub remedy: Message,
}

impl Problem {
    /// What is wrong and what to do about it, without where.
    pub fn sentences(&self) -> Message {
        message!(problems::sentences, what = &self.what, remedy = &self.remedy)
    }

    /// All of it: where, what is wrong, what to do.
    pub fn message(&self) -> Message {
        message!(
            problems::problem,
            file = self.file.to_string(),
            line = self.line.to_string(),
            column = self.column.to_string(),
            pointer = self.pointer.to_string(),
            sentences = self.sentences(),
        )
    }

    /// The order in which an author mends them: by file and by where in it.
    pub(super) fn order(problems: &mut [Self]) {
        problems.sort_by(|a, b| {
            let place = |problem: &Self| (problem.line, problem.column);
            a.file.cmp(&b.file).then_with(|| place(a).cmp(&place(b))).then_with(|| a.pointer.cmp(&b.pointer))
        });
    }
}

/// A problem whose line and column are not yet looked up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Unplaced {
    pub pointer: Pointer,
    pub what: Message,
    pub remedy: Message,
}

/// The problems of a file with line and column, looked up in one pass over its text, and how many more were left out.
pub(super) fn placed(file: &str, text: &str, problems: Vec<Unplaced>, left_out: usize) -> Vec<Problem> {
    if problems.is_empty() {
        return Vec::new();
    }
    let file = FileName::from(file);
    let found = positions(text, &problems.iter().map(|problem| &problem.pointer).collect::<Vec<_>>());
    let mut placed: Vec<Problem> = found
        .into_iter()
        .zip(problems)
        .map(|((line, column), Unplaced { pointer, what, remedy })| {
            // What is quoted in them came out of the file.
            Problem { file: Arc::clone(&file), line, column, pointer, what: quoting(&what), remedy: quoting(&remedy) }
        })
        .collect();
    if left_out > 0 {
        let (number, listed) = (left_out.to_string(), MAX_PROBLEMS.to_string());
        let what = message!(problems::more, count = left_out, number = number, listed = listed);
        let remedy = message!(problems::more_remedy);
        placed.push(Problem { file, line: 1, column: 1, pointer: Pointer::default(), what, remedy });
    }
    placed
}

/// The message with every text in it as a message of one line can quote it.
pub(super) fn quoting(message: &Message) -> Message {
    let arguments = message.arguments().iter().map(|(name, value)| (*name, quoting_value(value))).collect();
    Message::new(message.file(), message.id(), arguments)
}

fn quoting_value(value: &Value) -> Value {
    match value {
        Value::Text(text) => Value::from(quoted(text)),
        Value::Message(message) => Value::from(quoting(message)),
        Value::List(values) => Value::List(values.iter().map(quoting_value).collect()),
        other => other.clone(),
    }
}
