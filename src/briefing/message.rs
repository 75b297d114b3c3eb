//! What is to be said, before it is said: which message, with which arguments. The floors below `words` speak in these;
//! `words` turns them into a sentence, in the language of whoever reads.

use std::borrow::Cow;
use std::io::{self, ErrorKind};

use jiff::civil;
use rust_decimal::Decimal;

use super::{Date, Key, Locator, Period};

/// A message of `assets/locales/`, with what it is about.
///
/// ```
/// use briefing_desk::message;
/// use briefing_desk::words::Words;
///
/// let message = message!(words::claims, count = 18_usize);
/// assert_eq!(Words::english().say(&message), "18\u{a0}claims");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Message {
    file: &'static str,
    id: &'static str,
    arguments: Vec<(&'static str, Value)>,
}

/// What stands in a message, as data: how it is written depends on the language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// A text of the data, as it is: a name, a quotation, a key.
    Text(Cow<'static, str>),
    /// How many there are of something; a message may choose its plural by it.
    Count(u64),
    /// A figure.
    Number(Figure),
    /// A number of people, to three significant figures.
    People(u64),
    /// A date as far as it is known: `15 Jun 2001`.
    Date(Date),
    /// A date with its weekday: `Sunday 13 July 2025`.
    LongDate(Date),
    /// From one date until another: `10–11 Jul 2025`.
    Span(Date, Option<Date>),
    /// A period: `Jan–Jun 2025`.
    Period(Period),
    /// The months of a period without their year: `Jan–Jun`.
    Months(Period),
    /// A place in a document: `¶4·2`.
    Locator(Locator),
    /// What another message says.
    Message(Box<Message>),
    /// One after the other, as the language sets them apart: `UN, SCO, BRICS`.
    List(Vec<Self>),
}

/// A figure and how many of its digits are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Figure {
    /// Its value.
    pub value: Decimal,
    /// How many decimals are written, rounded half away from zero; without a number all that it was given with.
    pub places: Option<u32>,
    /// Whether a value above zero has its sign, as a change or a balance has.
    pub signed: bool,
}

impl Message {
    /// A message with its arguments; [`message!`](crate::message) makes one that is known to exist.
    pub const fn new(file: &'static str, id: &'static str, arguments: Vec<(&'static str, Value)>) -> Self {
        Self { file, id, arguments }
    }

    /// A message without arguments.
    pub const fn bare(file: &'static str, id: &'static str) -> Self {
        Self::new(file, id, Vec::new())
    }

    /// The file it stands in, without its ending, hyphens as underscores.
    pub const fn file(&self) -> &'static str {
        self.file
    }

    /// Its name within the file.
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// What it is about, by name.
    pub fn arguments(&self) -> &[(&'static str, Value)] {
        &self.arguments
    }
}

impl Value {
    /// A figure with all the digits it was given with.
    pub const fn exact(value: Decimal) -> Self {
        Self::Number(Figure { value, places: None, signed: false })
    }

    /// A figure rounded to a number of decimals.
    pub const fn rounded(value: Decimal, places: u32) -> Self {
        Self::Number(Figure { value, places: Some(places), signed: false })
    }

    /// A change or a balance, with its sign, rounded to a number of decimals.
    pub const fn signed(value: Decimal, places: u32) -> Self {
        Self::Number(Figure { value, places: Some(places), signed: true })
    }

    /// A figure with at most a number of decimals, and no more than it was given with.
    pub fn printed(value: Decimal, places: u32) -> Self {
        Self::rounded(value, value.scale().min(places))
    }

    /// Several, one after the other.
    pub fn list<T: Into<Self>>(values: impl IntoIterator<Item = T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

impl From<&io::Error> for Value {
    /// What the system says, in a message where it is something that readers meet.
    fn from(err: &io::Error) -> Self {
        let known = match err.kind() {
            ErrorKind::NotFound => crate::label!(problems::system_not_found),
            ErrorKind::PermissionDenied => crate::label!(problems::system_not_allowed),
            ErrorKind::NotADirectory => crate::label!(problems::system_not_a_folder),
            ErrorKind::IsADirectory => crate::label!(problems::system_a_folder),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => crate::label!(problems::system_full),
            ErrorKind::ReadOnlyFilesystem => crate::label!(problems::system_read_only),
            ErrorKind::AlreadyExists => crate::label!(problems::system_there_already),
            ErrorKind::TimedOut | ErrorKind::HostUnreachable | ErrorKind::StaleNetworkFileHandle => {
                crate::label!(problems::system_out_of_reach)
            }
            ErrorKind::InvalidFilename | ErrorKind::InvalidInput => crate::label!(problems::system_no_such_name),
            _ => return Self::from(err.to_string()),
        };
        Self::from(known)
    }
}

macro_rules! from {
    ($($type:ty => $value:ident => $made:expr),* $(,)?) => {
        $(impl From<$type> for Value {
            fn from($value: $type) -> Self {
                $made
            }
        })*
    };
}

from! {
    &'static str => text => Self::Text(Cow::Borrowed(text)),
    String => text => Self::Text(Cow::Owned(text)),
    &String => text => Self::Text(Cow::Owned(text.clone())),
    Cow<'static, str> => text => Self::Text(text),
    &Key => key => Self::Text(Cow::Owned(key.to_string())),
    usize => count => Self::Count(count as u64),
    u64 => count => Self::Count(count),
    u32 => count => Self::Count(u64::from(count)),
    u16 => count => Self::Count(u64::from(count)),
    Decimal => value => Self::exact(value),
    Figure => figure => Self::Number(figure),
    Date => date => Self::Date(date),
    civil::Date => day => Self::Date(Date::day(day)),
    Period => period => Self::Period(period),
    Locator => at => Self::Locator(at),
    Message => message => Self::Message(Box::new(message)),
    &Message => message => Self::Message(Box::new(message.clone())),
    Vec<Self> => values => Self::List(values),
}

/// A [`Message`] that is known to exist, with all its arguments: `message!(checks::sum, a = forward, b = backward)`.
/// Each argument is whatever a [`Value`] can be made of.
#[macro_export]
macro_rules! message {
    ($file:ident::$id:ident $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::briefing::Message::from($crate::briefing::ids::$file::$id {
            $($name: $crate::briefing::Value::from($value)),*
        })
    };
}

/// A [`Message`] without arguments as a constant, for the lists of what there is many of: `label!(members::column_state)`.
#[macro_export]
macro_rules! label {
    ($file:ident::$id:ident) => {
        $crate::briefing::ids::$file::$id::MESSAGE
    };
}

/// Every message that there is, as types; made of `assets/locales/en/` by `build.rs`.
#[expect(non_camel_case_types, reason = "a message's type is called as the message is")]
pub mod ids {
    use super::{Message, Value};
    include!(concat!(env!("OUT_DIR"), "/ids.rs"));
}
