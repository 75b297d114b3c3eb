//! What can be wrong with a briefing, said so that its author can mend it.

use std::fmt;
use std::path::PathBuf;

use super::limits::MAX_PROBLEMS;
use super::positions::positions;
use super::visible::quoted;

/// Why a briefing could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The folder cannot be read at all.
    #[error("{}: {reason}. Give the folder that holds `briefing.json`.", .folder.display())]
    Folder {
        /// The folder asked for.
        folder: PathBuf,
        /// Why not.
        reason: String,
    },
    /// The folder was read, and these are all the problems found in it.
    #[error("{}", list(.0))]
    Problems(Vec<Problem>),
    /// The loading was asked to stop.
    #[error("The loading was stopped.")]
    Cancelled,
}

impl LoadError {
    /// The problems of the folder, where it could be read.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Folder { .. } | Self::Cancelled => &[],
            Self::Problems(problems) => problems,
        }
    }
}

fn list(problems: &[Problem]) -> String {
    let mut lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
    lines.push(match problems.len() {
        1 => "1 problem".to_owned(),
        count => format!("{count} problems"),
    });
    lines.join("\n")
}

/// One thing that is wrong in one place of one file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file's name in the folder.
    pub file: &'static str,
    /// The line, from one.
    pub line: usize,
    /// The column in characters, from one.
    pub column: usize,
    /// The place in the JSON.
    pub path: JsonPath,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, path, what, remedy } = self;
        write!(f, "{file}:{line}:{column}: {path}: {what}. {remedy}.")
    }
}

/// A problem whose line and column are not yet looked up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Unplaced {
    pub path: JsonPath,
    pub what: String,
    pub remedy: String,
}

/// The problems of a file with line and column, looked up in one pass over its text, and how many more were left out.
pub(super) fn placed(file: &'static str, text: &str, problems: Vec<Unplaced>, left_out: usize) -> Vec<Problem> {
    if problems.is_empty() {
        return Vec::new();
    }
    let found = positions(text, &problems.iter().map(|problem| &problem.path).collect::<Vec<_>>());
    let mut placed: Vec<Problem> = found
        .into_iter()
        .zip(problems)
        .map(|((line, column), Unplaced { path, what, remedy })| {
            // What is quoted in them came out of the file.
            Problem { file, line, column, path, what: quoted(&what), remedy: quoted(&remedy) }
        })
        .collect();
    if left_out > 0 {
        let what = format!("there are {left_out} problems more than the {MAX_PROBLEMS} listed");
        let remedy = "Correct these first".to_owned();
        placed.push(Problem { file, line: 1, column: 1, path: JsonPath::default(), what, remedy });
    }
    placed
}

/// A place in a JSON text, written `$.states[3].names`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct JsonPath(pub Vec<Step>);

/// One step down.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Into the field of an object.
    Field(String),
    /// Into an element of an array, from zero.
    Index(usize),
}

impl JsonPath {
    /// This place's field of that name.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        self.step(Step::Field(name.to_owned()))
    }

    /// This place's element of that number.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.step(Step::Index(index))
    }

    fn step(&self, step: Step) -> Self {
        Self(self.0.iter().cloned().chain([step]).collect())
    }
}

impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("$")?;
        self.0.iter().try_for_each(|step| match step {
            Step::Index(index) => write!(f, "[{index}]"),
            Step::Field(name) if name.chars().all(|c| c.is_alphanumeric() || c == '_') => write!(f, ".{name}"),
            Step::Field(name) => write!(f, "[{name:?}]"),
        })
    }
}
