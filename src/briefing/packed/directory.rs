//! What an archive says is in it, held against the archive itself before anything of it is unpacked.
//!
//! An archive names its entries twice: each before its bytes, and all together at the end. Programs that believe one or
//! the other can be shown different files; here both have to agree, nothing may overlap, and nothing may stand before or
//! behind. The format is PKWARE's APPNOTE 6.3.10; of what it allows, the files of a briefing need little.

use std::collections::HashSet;

use super::super::limits::{MAX_ENTRIES, MAX_FILE_BYTES, MAX_RATIO, MAX_UNPACKED_BYTES};
use super::super::{FILES, FURTHER, Key};
use super::{KIND, PackedFault};

pub(super) const LOCAL: [u8; 4] = *b"PK\x03\x04";
pub(super) const CENTRAL: [u8; 4] = *b"PK\x01\x02";
pub(super) const END: [u8; 4] = *b"PK\x05\x06";
/// Says that the sizes stand elsewhere, since they do not fit.
const LARGE_END: [u8; 4] = *b"PK\x06\x07";

pub(super) const LOCAL_BYTES: usize = 30;
pub(super) const CENTRAL_BYTES: usize = 46;
pub(super) const END_BYTES: usize = 22;

pub(super) const STORED: u16 = 0;
pub(super) const DEFLATED: u16 = 8;
/// The method by which an entry is locked whose own method stands elsewhere.
const LOCKED: u16 = 99;

/// The name is UTF-8.
const UTF8: u16 = 1 << 11;
/// The entry is locked, in the two ways there are.
const ENCRYPTED: u16 = 1 | 1 << 6;

/// The system on which the archive was made, where its files have kinds.
const UNIX: u16 = 3;
/// The kind of a file on such a system, and a regular one.
const FILE_KIND: u32 = 0o170_000;
const REGULAR: u32 = 0o100_000;
const DIRECTORY: u32 = 0o040_000;

/// Up to this size the growth of an entry is nobody's harm.
const SMALL: u64 = 1 << 20;

/// An entry that may be unpacked.
#[derive(Clone, Debug)]
pub(super) struct Entry<'a> {
    /// The name of a file of a briefing, or of the [`KIND`].
    pub name: &'a str,
    pub method: u16,
    pub checksum: u32,
    /// How many bytes there are when it is unpacked.
    pub size: usize,
    /// What is packed.
    pub data: &'a [u8],
}

/// The entries of an archive, each of which has been held against its own head.
pub(super) fn entries(bytes: &[u8]) -> Result<Vec<Entry<'_>>, PackedFault> {
    let end = end(bytes)?;
    let mut at = end.directory;
    let (mut entries, mut names, mut together) = (Vec::new(), HashSet::new(), 0);
    let mut taken = Vec::new();
    for _ in 0..end.count {
        let head = Head::at(bytes, at, end.at)?;
        at = head.next;
        let name = head.checked_name()?;
        // Where upper and lower case are one, the second would be written over the first.
        if !names.insert(name.to_lowercase()) {
            return Err(PackedFault::Twice(name.to_owned()));
        }
        head.check(name, &mut together)?;
        let range = head.data(bytes, end.directory)?;
        taken.push(head.local..range.end);
        if !is_folder(name) {
            let data = bytes.get(range).ok_or(PackedFault::Damaged)?;
            let size = usize::try_from(head.size).map_err(|_| PackedFault::LargeTogether)?;
            entries.push(Entry { name, method: head.method, checksum: head.checksum, size, data });
        }
    }
    taken.sort_by_key(|range| range.start);
    let apart = taken.windows(2).all(|pair| pair[0].end <= pair[1].start);
    let begins = taken.first().is_none_or(|first| first.start == 0);
    if at == end.at && apart && begins { Ok(entries) } else { Err(PackedFault::Damaged) }
}

/// Where the directory is, how many entries it has, and where the end begins.
struct End {
    at: usize,
    directory: usize,
    count: usize,
}

fn end(bytes: &[u8]) -> Result<End, PackedFault> {
    if !bytes.starts_with(&LOCAL) && !bytes.starts_with(&END) {
        return Err(PackedFault::NoArchive);
    }
    let at = bytes.len().checked_sub(END_BYTES).filter(|at| bytes[*at..].starts_with(&END));
    let Some(at) = at else {
        // An end with something behind it, or none at all.
        let trailing = memchr::memmem::find(bytes, &END).is_some_and(|at| bytes.len() - at > END_BYTES);
        return Err(if trailing { PackedFault::Trailing } else { PackedFault::CutOff });
    };
    let fields = Fields { bytes, at };
    let (disk, disk_of_directory) = (fields.short(4)?, fields.short(6)?);
    let (count, all) = (fields.short(8)?, fields.short(10)?);
    let (size, directory) = (fields.long(12)?, fields.long(16)?);
    let comment = fields.short(20)?;
    let is_large = at.checked_sub(20).is_some_and(|at| bytes[at..].starts_with(&LARGE_END));
    if is_large || all == u16::MAX || size == u32::MAX || directory == u32::MAX {
        return Err(PackedFault::Large);
    }
    let (size, directory) = (size as usize, directory as usize);
    if disk != 0 || disk_of_directory != 0 || count != all || comment != 0 || directory.checked_add(size) != Some(at) {
        return Err(PackedFault::Damaged);
    }
    if usize::from(all) > MAX_ENTRIES {
        return Err(PackedFault::TooMany);
    }
    Ok(End { at, directory, count: usize::from(all) })
}

/// Numbers of an archive, the lowest byte first.
struct Fields<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Fields<'_> {
    fn short(&self, offset: usize) -> Result<u16, PackedFault> {
        let at = self.at + offset;
        let two = self.bytes.get(at..at + 2).and_then(|two| two.try_into().ok());
        two.map(u16::from_le_bytes).ok_or(PackedFault::Damaged)
    }

    fn long(&self, offset: usize) -> Result<u32, PackedFault> {
        let at = self.at + offset;
        let four = self.bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
        four.map(u32::from_le_bytes).ok_or(PackedFault::Damaged)
    }
}

/// What the directory says of an entry.
struct Head<'a> {
    name: &'a [u8],
    flags: u16,
    method: u16,
    checksum: u32,
    packed: u64,
    size: u64,
    /// What the system on which it was made says of it.
    kind: Option<u32>,
    /// Where the entry itself begins.
    local: usize,
    /// Where the next one of the directory begins.
    next: usize,
}

impl<'a> Head<'a> {
    fn at(bytes: &'a [u8], at: usize, end: usize) -> Result<Self, PackedFault> {
        let fields = Fields { bytes, at };
        if !bytes.get(at..end).is_some_and(|rest| rest.starts_with(&CENTRAL)) {
            return Err(PackedFault::Damaged);
        }
        let (packed, size, local) = (fields.long(20)?, fields.long(24)?, fields.long(42)?);
        if [packed, size, local].contains(&u32::MAX) {
            return Err(PackedFault::Large);
        }
        let start = at + CENTRAL_BYTES;
        let named = start + usize::from(fields.short(28)?);
        let next = named + usize::from(fields.short(30)?) + usize::from(fields.short(32)?);
        let name = bytes.get(start..named).filter(|_| next <= end && fields.short(34) == Ok(0));
        let made_on = fields.short(4)? >> 8;
        Ok(Self {
            name: name.ok_or(PackedFault::Damaged)?,
            flags: fields.short(8)?,
            method: fields.short(10)?,
            checksum: fields.long(16)?,
            packed: packed.into(),
            size: size.into(),
            kind: (made_on == UNIX).then_some(fields.long(38)? >> 16 & FILE_KIND).filter(|kind| *kind != 0),
            local: local as usize,
            next,
        })
    }

    /// The name, where it is one of a file of a briefing.
    fn checked_name(&self) -> Result<&'a str, PackedFault> {
        let lossy = || String::from_utf8_lossy(self.name).into_owned();
        let name = std::str::from_utf8(self.name).map_err(|_| PackedFault::Encoding(lossy()))?;
        if !name.is_ascii() && self.flags & UTF8 == 0 {
            return Err(PackedFault::Encoding(lossy()));
        }
        let steps = || name.split(['/', '\\']);
        if name.starts_with(['/', '\\']) || name.contains(['\\', ':']) || steps().any(|step| step == "..") {
            return Err(PackedFault::LeadsOut(lossy()));
        }
        if name == KIND || is_folder(name) || FILES.contains(&name) || is_further(name) {
            return Ok(name);
        }
        Err(PackedFault::Foreign(lossy()))
    }

    /// Whether it is a file at all, can be unpacked, and is not too much, together with those before it.
    fn check(&self, name: &str, together: &mut u64) -> Result<(), PackedFault> {
        let named = || name.to_owned();
        if self.flags & ENCRYPTED != 0 || self.method == LOCKED {
            return Err(PackedFault::Encrypted(named()));
        }
        let wanted = if is_folder(name) { DIRECTORY } else { REGULAR };
        if self.kind.is_some_and(|kind| kind != wanted) {
            return Err(PackedFault::Link(named()));
        }
        if ![STORED, DEFLATED].contains(&self.method) {
            return Err(PackedFault::Method(named()));
        }
        if is_folder(name) && self.size > 0 || self.method == STORED && self.packed != self.size {
            return Err(PackedFault::Damaged);
        }
        if self.size > MAX_FILE_BYTES {
            return Err(PackedFault::LargeEntry(named()));
        }
        if grows(self.size, self.packed) {
            return Err(PackedFault::Grows(named()));
        }
        *together += self.size;
        if *together > MAX_UNPACKED_BYTES { Err(PackedFault::LargeTogether) } else { Ok(()) }
    }

    /// Where its bytes are, as its own head says, which has to agree.
    fn data(&self, bytes: &[u8], directory: usize) -> Result<std::ops::Range<usize>, PackedFault> {
        let fields = Fields { bytes, at: self.local };
        let is_head = bytes.get(self.local..directory).is_some_and(|rest| rest.starts_with(&LOCAL));
        if !is_head || fields.short(8)? != self.method || (fields.short(6)? ^ self.flags) & (ENCRYPTED | UTF8) != 0 {
            return Err(PackedFault::Damaged);
        }
        let named = self.local + LOCAL_BYTES;
        let after = named + usize::from(fields.short(26)?);
        let start = after + usize::from(fields.short(28)?);
        let packed = usize::try_from(self.packed).map_err(|_| PackedFault::LargeTogether)?;
        let end = start.checked_add(packed).filter(|end| *end <= directory).ok_or(PackedFault::Damaged)?;
        if bytes.get(named..after) == Some(self.name) { Ok(start..end) } else { Err(PackedFault::Damaged) }
    }
}

/// Whether something grows more than any text does when it is unpacked.
pub(super) const fn grows(size: u64, packed: u64) -> bool {
    size > SMALL && size > packed.saturating_mul(MAX_RATIO)
}

/// Whether an entry is a folder that further files are in.
fn is_folder(name: &str) -> bool {
    name.strip_suffix('/').is_some_and(|name| FURTHER.contains(&name))
}

/// Whether an entry is a further file, such as `roster/au.json`.
fn is_further(name: &str) -> bool {
    let parts = name.split_once('/').filter(|(folder, _)| FURTHER.contains(folder));
    parts.and_then(|(_, file)| file.strip_suffix(".json")).is_some_and(|stem| Key::try_from(stem.to_owned()).is_ok())
}
