//! What a briefing can be begun from, and what can be said of that: two lists, of which the options of `new` and the first
//! step of the window are made.

use crate::briefing::Message;
use crate::label;

/// What a briefing is begun from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A document in a file.
    #[default]
    File,
    /// A text that is pasted.
    Text,
    /// A newer edition of the document of a briefing, which is not begun but goes on.
    Edition,
    /// Another briefing.
    Like,
    /// Nothing.
    Empty,
    /// The starter.
    Starter,
}

/// What can be said of one.
pub struct OriginSpec {
    /// Which it is.
    pub origin: Origin,
    /// What a window calls it.
    pub label: Message,
    /// What a window says of it.
    pub why: Message,
    /// How it is asked for on the command line; without, it is what is begun unasked, or cannot be typed.
    pub option: Option<OriginOption>,
    /// What its path is called in a window, and what is to be given there, where it has one.
    pub path: Option<(Message, Message)>,
}

/// An option of the command line.
pub struct OriginOption {
    /// The key that is typed.
    pub key: &'static str,
    /// What a value is written like, where it has one.
    pub value: Option<&'static str>,
    /// What it does.
    pub does: Message,
}

/// All of them, in the order in which a window has them.
pub static ORIGINS: [OriginSpec; 6] = [
    OriginSpec {
        origin: Origin::File,
        label: label!(new_briefing::how_file),
        why: label!(new_briefing::file_why),
        option: Some(OriginOption { key: "from", value: Some("FILE"), does: label!(command_line::new_from) }),
        path: Some((label!(new_briefing::file_field), label!(new_briefing::file_hint))),
    },
    OriginSpec {
        origin: Origin::Text,
        label: label!(new_briefing::how_text),
        why: label!(new_briefing::text_why),
        option: None,
        path: None,
    },
    OriginSpec {
        origin: Origin::Edition,
        label: label!(new_briefing::how_edition),
        why: label!(new_briefing::edition_why),
        option: None,
        path: Some((label!(new_briefing::file_field), label!(new_briefing::edition_hint))),
    },
    OriginSpec {
        origin: Origin::Like,
        label: label!(new_briefing::how_like),
        why: label!(new_briefing::like_why),
        option: Some(OriginOption { key: "like", value: Some("BRIEFING"), does: label!(command_line::new_like) }),
        path: Some((label!(new_briefing::like_field), label!(new_briefing::like_hint))),
    },
    OriginSpec {
        origin: Origin::Empty,
        label: label!(new_briefing::how_nothing),
        why: label!(new_briefing::nothing_why),
        option: Some(OriginOption { key: "empty", value: None, does: label!(command_line::new_empty) }),
        path: None,
    },
    OriginSpec {
        origin: Origin::Starter,
        label: label!(new_briefing::how_starter),
        why: label!(new_briefing::starter_why),
        option: None,
        path: None,
    },
];

impl Origin {
    /// What can be said of it.
    pub fn spec(self) -> &'static OriginSpec {
        ORIGINS.iter().find(|spec| spec.origin == self).unwrap_or(&ORIGINS[0])
    }

    /// Whether a document is read for it of which a briefing is made.
    pub const fn is_read(self) -> bool {
        matches!(self, Self::File | Self::Text)
    }

    /// Whether what is begun is called as whoever begins it says, and of whatever else nothing is asked.
    pub const fn is_named(self) -> bool {
        matches!(self, Self::Like | Self::Empty)
    }
}

/// Something that can be said of a document that a briefing is made of.
pub struct ChoiceSpec {
    /// The key that is typed.
    pub key: &'static str,
    /// What a value is written like.
    pub value: &'static str,
    /// What it is called.
    pub label: Message,
    /// What it says.
    pub does: Message,
    /// The keys of the values that there are, where not any may be given, each with what it is called and what it does; the
    /// first is so unasked.
    pub values: &'static [(&'static str, Message, Message)],
}

/// Where the text of the document is kept.
pub const TEXT: &str = "text";
/// In what encoding it is read.
pub const ENCODING: &str = "encoding";
/// The value of [`TEXT`] by which it stands beside the briefing.
pub const BESIDE: &str = "beside";

/// All of them.
pub static CHOICES: [ChoiceSpec; 2] = [
    ChoiceSpec {
        key: TEXT,
        value: "WHERE",
        label: label!(new_briefing::keep),
        does: label!(command_line::new_text),
        values: &[
            (BESIDE, label!(new_briefing::keep_beside), label!(new_briefing::keep_beside_does)),
            ("nowhere", label!(new_briefing::keep_nowhere), label!(new_briefing::keep_nowhere_does)),
        ],
    },
    ChoiceSpec {
        key: ENCODING,
        value: "NAME",
        label: label!(import_options::encoding),
        does: label!(import_options::encoding_does),
        values: &[],
    },
];

impl ChoiceSpec {
    /// The one with a key.
    pub fn find(key: &str) -> &'static Self {
        CHOICES.iter().find(|choice| choice.key == key).unwrap_or(&CHOICES[0])
    }
}
