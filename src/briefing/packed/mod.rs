//! A briefing in one file, to be handed on: an archive of the files of its folder, and of nothing else.
//!
//! The archive is a zip that every other program opens too. It is written in a fixed order, with a fixed date and by a
//! fixed method, so that the same folder gives the same bytes on every machine. It is read as what may come from anybody:
//! what it says of itself is held against itself before anything of it is unpacked, and whatever it can make grow has a
//! bound.

mod archive;
mod directory;
mod fault;
mod page;
mod unpack;

use std::collections::HashMap;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

pub use self::archive::{Archive, archive, archive_with};
pub use self::fault::PackedFault;
pub use self::page::{views, with_briefing};
use super::LoadError;
use super::folder::{Folder, Unread};
use super::limits::MAX_PACKED_BYTES;
use super::problem::FileName;
use super::progress::Progress;
use super::text_file::{self, ReadError};
use crate::message;

/// How the name of a packed briefing ends, after the point.
pub const ENDING: &str = "briefing";

/// What a packed briefing is called among the kinds of files; its first entry says so.
pub const MEDIA_TYPE: &str = "application/vnd.briefing-desk.briefing+zip";

/// The entry that says what the archive is, before all others and as it is, so that it stands at a fixed place of the file.
const KIND: &str = "mimetype";

/// Whether a path is named as a packed briefing is, and no folder.
pub fn is_named(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING)) && !path.is_dir()
}

/// Whether a file is a page for browsers that carries a briefing.
pub fn is_page(path: &Path) -> bool {
    page::is_one(path)
}

/// Whether a file is to be read as a packed briefing: by its name, or as it begins as every such archive does, or as a page
/// that carries one.
pub fn is_meant(path: &Path) -> bool {
    let mut start = [0; 4];
    is_named(path)
        || page::is_one(path)
        || File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == directory::LOCAL
}

/// The texts of a packed briefing.
///
/// # Errors
/// What is wrong with it, or that `progress` was asked to stop.
pub(super) fn read(path: &Path, progress: &Progress) -> Result<Folder, LoadError> {
    let refuse = |fault| LoadError::Packed { file: path.to_owned(), fault };
    let bytes = text_file::read_with(path, MAX_PACKED_BYTES, progress).map_err(|err| match err {
        ReadError::Unreadable(reason) => LoadError::Folder { folder: path.to_owned(), reason },
        ReadError::NotAFile => refuse(PackedFault::NoArchive),
        ReadError::TooLarge => refuse(PackedFault::Large),
        ReadError::Cancelled => LoadError::Cancelled,
    })?;
    let carried = if page::is_one(path) { page::carried(&bytes) } else { Ok(bytes) };
    carried
        .and_then(|bytes| of_bytes(&bytes, progress))
        .map_err(|fault| if progress.is_cancelled() { LoadError::Cancelled } else { refuse(fault) })
}

/// The texts of a packed briefing, of which the bytes are there.
///
/// # Errors
/// What is wrong with the archive. What is wrong with the text of a file in it is kept, as of a file of a folder.
pub fn of_bytes(bytes: &[u8], progress: &Progress) -> Result<Folder, PackedFault> {
    let entries = directory::entries(bytes)?;
    progress.expect(entries.iter().map(|entry| entry.size as u64).sum());
    let mut contents: HashMap<FileName, Vec<u8>> = HashMap::new();
    for entry in entries {
        let unpacked = unpack::contents(&entry, progress)?;
        if entry.name != KIND {
            contents.insert(entry.name.into(), unpacked);
        } else if unpacked != MEDIA_TYPE.as_bytes() {
            return Err(PackedFault::Foreign(KIND.to_owned()));
        }
    }
    let names: Vec<FileName> = contents.keys().cloned().collect();
    Ok(Folder::of_files(&names, |name| {
        let absent = || Unread::whole(message!(problems::packed_absent), message!(problems::packed_absent_remedy));
        contents.remove(name).ok_or_else(absent)
    }))
}
