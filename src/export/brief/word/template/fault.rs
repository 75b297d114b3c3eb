//! What can be wrong with a template, said so that whoever chose it knows what to do.

use crate::briefing::{Message, Value};
use crate::message;

/// What is wrong with a template. Those with a text name a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The system does not let it be read.
    Unreadable(Value),
    /// It is a folder, or another thing that is no file.
    NotAFile,
    /// It is none of Word's.
    NotWord,
    /// It is of a Word before 2007.
    Old,
    /// It is locked with a password.
    Encrypted,
    /// It is saved in the strict form.
    Strict,
    /// It cannot be read, or not all of it.
    Broken(String),
    /// It is larger than a template is, or grows when it is unpacked.
    Large,
    /// The name of a part leads out of the file.
    LeadsOut(String),
}

impl Fault {
    /// What is wrong.
    pub fn what(&self) -> Message {
        match self {
            Self::Unreadable(reason) => message!(export::template_unreadable, reason = reason.clone()),
            Self::NotAFile => message!(export::template_not_a_file),
            Self::NotWord => message!(export::template_not_word),
            Self::Old => message!(export::template_old),
            Self::Encrypted => message!(export::template_encrypted),
            Self::Strict => message!(export::template_strict),
            Self::Broken(part) => message!(export::template_broken, part = part),
            Self::Large => message!(export::template_large),
            Self::LeadsOut(part) => message!(export::template_leads_out, part = part),
        }
    }

    /// What to do about it.
    pub fn remedy(&self) -> Message {
        match self {
            Self::Unreadable(_) | Self::NotAFile | Self::NotWord => message!(export::template_name_remedy),
            Self::Old | Self::Strict => message!(export::template_save_remedy),
            Self::Encrypted => message!(export::template_encrypted_remedy),
            Self::Broken(_) => message!(export::template_broken_remedy),
            Self::Large => message!(export::template_large_remedy),
            Self::LeadsOut(_) => message!(export::template_suspect_remedy),
        }
    }
}
