//! What is wrong with a briefing's files in English, for logs and for whoever has no [`Words`].

use std::fmt;

use super::Words;
use crate::briefing::{LoadError, Message, Problem};

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Words::english().say(&self.message()))
    }
}

impl fmt::Display for LoadError {
    /// A line for each problem, and how many there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Words::english().lines(self))
    }
}

impl std::error::Error for LoadError {}

impl Words {
    /// Several messages, with something between them.
    pub fn say_all(&self, messages: &[Message], between: &str) -> String {
        messages.iter().map(|message| self.say(message)).collect::<Vec<_>>().join(between)
    }

    /// Why a briefing could not be opened: a line for each problem, and how many there are.
    pub fn lines(&self, err: &LoadError) -> String {
        self.say_all(&err.messages(), "\n")
    }
}
