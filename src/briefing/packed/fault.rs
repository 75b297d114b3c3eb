//! What can be wrong with an archive, said so that whoever got it knows what to ask for.

use super::super::limits::{MAX_ENTRIES, MAX_FILE_BYTES, MAX_PACKED_BYTES, MAX_RATIO, MAX_UNPACKED_BYTES};
use super::super::problem::quoting;
use super::super::{Message, nearest};
use crate::briefing::FILES;
use crate::message;

/// What is wrong with the archive that a packed briefing should be. Those with a text name an entry of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackedFault {
    /// It is no archive at all.
    NoArchive,
    /// It ends before its end.
    CutOff,
    /// Something stands behind its end.
    Trailing,
    /// What it says of itself does not agree with what it is.
    Damaged,
    /// It has more entries than a briefing can have.
    TooMany,
    /// It is larger than allowed, or says that it is.
    Large,
    /// Its files are larger than allowed, together.
    LargeTogether,
    /// An entry is larger than a file may be.
    LargeEntry(String),
    /// An entry grows more than any text does: it is made to fill the memory.
    Grows(String),
    /// An entry is locked with a password.
    Encrypted(String),
    /// An entry is a link, or another thing that is no file.
    Link(String),
    /// The name of an entry leads out of the folder that it would be unpacked to.
    LeadsOut(String),
    /// The name of an entry is in an encoding that nothing says.
    Encoding(String),
    /// Two entries have one name.
    Twice(String),
    /// An entry is no file of a briefing.
    Foreign(String),
    /// An entry is compressed in a way that is not read.
    Method(String),
    /// The bytes of an entry are not those that were packed.
    BrokenEntry(String),
    /// It was asked to stop.
    Stopped,
}

impl PackedFault {
    /// What is wrong.
    pub fn what(&self) -> Message {
        let what = match self {
            Self::NoArchive => message!(problems::packed_none),
            Self::CutOff => message!(problems::packed_cut_off),
            Self::Trailing => message!(problems::packed_trailing),
            Self::Damaged => message!(problems::packed_damaged),
            Self::TooMany => message!(problems::packed_too_many, most = MAX_ENTRIES.to_string()),
            Self::Large => message!(problems::packed_large, most = mebibytes(MAX_PACKED_BYTES)),
            Self::LargeTogether => message!(problems::packed_large_together, most = mebibytes(MAX_UNPACKED_BYTES)),
            Self::LargeEntry(entry) => {
                message!(problems::packed_large_entry, entry = entry, most = mebibytes(MAX_FILE_BYTES))
            }
            Self::Grows(entry) => message!(problems::packed_grows, entry = entry, most = MAX_RATIO.to_string()),
            Self::Encrypted(entry) => message!(problems::packed_encrypted, entry = entry),
            Self::Link(entry) => message!(problems::packed_link, entry = entry),
            Self::LeadsOut(entry) => message!(problems::packed_leads_out, entry = entry),
            Self::Encoding(entry) => message!(problems::packed_encoding, entry = entry),
            Self::Twice(entry) => message!(problems::packed_twice, entry = entry),
            Self::Foreign(entry) => message!(problems::packed_foreign, entry = entry),
            Self::Method(entry) => message!(problems::packed_method, entry = entry),
            Self::BrokenEntry(entry) => message!(problems::packed_broken_entry, entry = entry),
            Self::Stopped => message!(problems::loading_stopped),
        };
        // What an entry is called came out of the archive.
        quoting(&what)
    }

    /// What to do about it.
    pub fn remedy(&self) -> Message {
        match self {
            Self::NoArchive => message!(problems::packed_none_remedy),
            Self::CutOff | Self::Damaged | Self::BrokenEntry(_) => message!(problems::packed_again_remedy),
            Self::TooMany | Self::Large | Self::LargeTogether | Self::LargeEntry(_) => {
                message!(problems::packed_large_remedy)
            }
            Self::Trailing | Self::Grows(_) | Self::Link(_) | Self::LeadsOut(_) | Self::Twice(_) | Self::Stopped => {
                message!(problems::packed_suspect_remedy)
            }
            Self::Encrypted(_) => message!(problems::packed_encrypted_remedy),
            Self::Encoding(_) | Self::Method(_) => message!(problems::packed_otherwise_remedy),
            Self::Foreign(entry) => {
                let own = entry.rsplit('/').next().unwrap_or(entry);
                match FILES.into_iter().find(|file| *file == own).or_else(|| nearest(own, FILES)) {
                    Some(near) => message!(problems::packed_foreign_near, near = near),
                    None => message!(problems::packed_otherwise_remedy),
                }
            }
        }
    }
}

fn mebibytes(bytes: u64) -> String {
    (bytes >> 20).to_string()
}
