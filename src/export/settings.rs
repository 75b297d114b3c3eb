//! How what leaves is to be, whatever it is and in whichever format: what subjects are made by and formats written by.

use serde::{Deserialize, Serialize};

use super::picture::Look;
use super::query::Query;
use super::stamp::Stamp;

/// How what leaves is filtered, drawn, dated and written. A subject and a format read what concerns them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How it is filtered and sorted.
    pub query: Query,
    /// How it looks, where it is a picture.
    pub look: Look,
    /// When it is made.
    pub made: Stamp,
    /// Where a table says what it is, if its format has no room for that.
    pub notes: Notes,
    /// Whether CSV begins with a byte-order mark, by which older spreadsheets know UTF-8.
    pub byte_order_mark: bool,
}

/// Where a table says what it is, if its format has no room for that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Notes {
    /// In a file beside it, so that the first row is the head. Where there is no file there are no notes.
    #[default]
    Beside,
    /// In lines above the head that begin with `#`.
    Lines,
}

impl Notes {
    /// Both, in the order they are offered.
    pub const BOTH: [Self; 2] = [Self::Beside, Self::Lines];

    /// Its name for programs and on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Beside => "beside",
            Self::Lines => "lines",
        }
    }
}
