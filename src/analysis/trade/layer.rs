//! How much of what is known is shown.

use crate::briefing::Message;
use crate::message;

/// How much is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layer {
    /// What the document prints and nothing else.
    Document,
    /// The context from other sources as well.
    All,
}

impl Layer {
    /// Both layers, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Document, Self::All];

    /// What it is called within a sentence, where the document is what `called` says.
    pub fn name(self, called: &str) -> Message {
        match self {
            Self::Document => message!(figures::layer_document, called = called.to_owned()),
            Self::All => message!(figures::layer_all),
        }
    }

    /// Its key, on the command line and in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Document => "article",
            Self::All => "all",
        }
    }

    /// The layer with a key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layer| layer.key() == key)
    }
}
