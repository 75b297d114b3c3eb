//! How what leaves is to be, whatever it is and in whichever format: what subjects are made by and formats written by.

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
    /// Whether CSV begins with a byte-order mark, by which older spreadsheets know UTF-8.
    pub byte_order_mark: bool,
}
