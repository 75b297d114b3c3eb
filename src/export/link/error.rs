//! Why a link cannot be followed.

use crate::briefing::visible::in_one_line;
use crate::briefing::{Message, Value};
use crate::export::request::RequestError;
use crate::{label, message};

/// Why a link cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It is no link of this program.
    Foreign,
    /// It is longer than so many bytes.
    Long(usize),
    /// A part of it cannot be read.
    Broken(String),
    /// There is no such tab over the briefing that is open, but these.
    Tab(String, Vec<String>),
    /// A name that means nothing on the tab, with those that do.
    Name {
        /// The name.
        name: String,
        /// What there is.
        known: Vec<&'static str>,
    },
    /// What is to be selected is not there.
    Selected(String),
    /// A value that means nothing in the briefing that is open.
    Value(RequestError),
}

impl From<RequestError> for LinkError {
    fn from(err: RequestError) -> Self {
        Self::Value(err)
    }
}

impl LinkError {
    /// It for people.
    pub fn message(&self) -> Message {
        let shown = |text: &str| {
            let text = in_one_line(text);
            let short: String = text.chars().take(60).collect();
            if short.len() < text.len() { format!("{short}…") } else { short }
        };
        match self {
            Self::Foreign => label!(link::foreign),
            Self::Long(most) => message!(link::long, most = *most),
            Self::Broken(part) => message!(link::broken, part = shown(part)),
            Self::Tab(tab, known) => message!(link::tab, tab = shown(tab), known = Value::list(known.clone())),
            Self::Name { name, known } => {
                message!(
                    link::name,
                    name = shown(name),
                    known = Value::list(known.iter().map(|name| (*name).to_owned()))
                )
            }
            Self::Selected(given) => message!(link::selected, given = shown(given)),
            Self::Value(err) => {
                message!(link::value, value = shown(&err.value), name = err.option, known = err.known.clone())
            }
        }
    }
}
