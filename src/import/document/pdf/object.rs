//! What a PDF is made of: numbers, names, texts, lists, dictionaries, and references to others of them.

use std::ops::Range;

/// A value in a PDF.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Object {
    /// Nothing, or what says yes or no: nothing here asks.
    Null,
    Number(f64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    List(Vec<Self>),
    Dict(Dict),
    /// An object of the file by its number.
    Ref(u32),
    Stream(Stream),
}

/// A dictionary with the bytes that follow it in the file, packed as it says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stream {
    pub dict: Dict,
    /// Where in the file they stand.
    pub data: Range<usize>,
}

/// Values by their names; of two with one name the first.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Dict(pub Vec<(Vec<u8>, Object)>);

impl Dict {
    /// The value of a name as it stands there, which may be a reference.
    pub fn get(&self, name: &str) -> Option<&Object> {
        self.0.iter().find(|(own, _)| own == name.as_bytes()).map(|(_, value)| value)
    }

    /// A whole number that stands there itself.
    pub fn count(&self, name: &str) -> Option<usize> {
        self.get(name)?.count()
    }

    /// Whether a name has another as its value.
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.get(name).is_some_and(|own| own.is_name(value))
    }
}

impl Object {
    pub const fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The number where it is a whole one, and none below nought.
    pub fn count(&self) -> Option<usize> {
        let number = self.number()?;
        (number >= 0.0 && number.fract() == 0.0 && number < 1e15).then_some(number as usize)
    }

    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Name(name) => std::str::from_utf8(name).ok(),
            _ => None,
        }
    }

    pub fn is_name(&self, name: &str) -> bool {
        matches!(self, Self::Name(own) if own == name.as_bytes())
    }

    pub fn text(&self) -> Option<&[u8]> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn list(&self) -> Option<&[Self]> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }

    /// The dictionary that it is, or that a stream has.
    pub const fn dict(&self) -> Option<&Dict> {
        match self {
            Self::Dict(dict) => Some(dict),
            Self::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }
}

/// A text of a dictionary as letters: UTF-16 or UTF-8 where a mark says so, else what programs write without one.
pub(super) fn letters(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    bytes.iter().map(|byte| super::names::of_document(*byte)).collect()
}
