//! The archive of a briefing: the same bytes for the same folder.

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
};

use super::super::folder::Folder;
use super::super::limits::{MAX_FILE_BYTES, MAX_PACKED_BYTES, MAX_UNPACKED_BYTES};
use super::super::progress::Progress;
use super::directory::{CENTRAL, CENTRAL_BYTES, DEFLATED, END, END_BYTES, LOCAL, LOCAL_BYTES, STORED, grows};
use super::{KIND, MEDIA_TYPE, PackedFault};

/// 1 January 1980, where the days of this format begin, at midnight: when a file was last saved is no part of a briefing.
const DAY: u16 = 1 << 5 | 1;
const TIME: u16 = 0;
/// What a program has to know to unpack it: version 2.0 of the format, which has folders and this method.
const NEEDED: u16 = 20;
/// The same, made on a system whose files have permissions.
const MADE: u16 = 3 << 8 | NEEDED;
/// A regular file that all may read and its owner write.
const ATTRIBUTES: u32 = 0o100_644 << 16;
/// Between quick and small.
const LEVEL: u8 = 6;

/// The archive of the files of a folder.
///
/// # Errors
/// Where they are more than would be unpacked again.
pub fn archive(folder: &Folder) -> Result<Vec<u8>, PackedFault> {
    archive_with(folder, &Progress::default())
}

/// The same, while another thread watches `progress` and may ask to stop.
///
/// # Errors
/// As [`archive`], and where it was asked to stop.
pub fn archive_with(folder: &Folder, progress: &Progress) -> Result<Vec<u8>, PackedFault> {
    let wanted = || !progress.is_cancelled();
    let mut writer = Archive::default();
    writer.add_as(KIND, MEDIA_TYPE.as_bytes(), STORED, &wanted);
    let mut together = 0;
    for (name, bytes) in folder.files_as_written() {
        together += bytes.len() as u64;
        if bytes.len() as u64 > MAX_FILE_BYTES {
            return Err(PackedFault::LargeEntry(name.to_owned()));
        }
        if together > MAX_UNPACKED_BYTES {
            return Err(PackedFault::LargeTogether);
        }
        writer.add_as(name, &bytes, DEFLATED, &wanted);
        if progress.is_cancelled() {
            return Err(PackedFault::Stopped);
        }
        if writer.bytes.len() as u64 > MAX_PACKED_BYTES {
            return Err(PackedFault::Large);
        }
    }
    Ok(writer.end())
}

/// An archive that is being written: its entries in the order in which they are added, with a fixed date.
#[derive(Debug, Default)]
pub struct Archive {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

impl Archive {
    /// Adds an entry under a name of ASCII, packed where that makes it smaller and not so much smaller that it would be
    /// taken for a trap.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        self.add_as(name, bytes, DEFLATED, &|| true);
    }

    fn add_as(&mut self, name: &str, bytes: &[u8], method: u16, wanted: &dyn Fn() -> bool) {
        let deflated = (method == DEFLATED).then(|| deflated(bytes, wanted)).flatten();
        let deflated = deflated
            .filter(|deflated| deflated.len() < bytes.len() && !grows(bytes.len() as u64, deflated.len() as u64));
        let (method, data) = deflated.as_ref().map_or((STORED, bytes), |deflated| (DEFLATED, deflated));
        let at = self.bytes.len() as u32;
        // Both heads say the same of it, in the same order.
        let mut common = Vec::with_capacity(CENTRAL_BYTES);
        for short in [NEEDED, 0, method, TIME, DAY] {
            common.extend(short.to_le_bytes());
        }
        for long in [crc32fast::hash(bytes), data.len() as u32, bytes.len() as u32] {
            common.extend(long.to_le_bytes());
        }
        common.extend((name.len() as u16).to_le_bytes());
        // Nothing further is said of it.
        common.extend(0_u16.to_le_bytes());
        self.bytes.reserve(LOCAL_BYTES + name.len() + data.len());
        for part in [&LOCAL[..], &common, name.as_bytes(), data] {
            self.bytes.extend(part);
        }
        self.directory.extend(CENTRAL);
        self.directory.extend(MADE.to_le_bytes());
        self.directory.extend(&common);
        // No comment, on the first and only disk, without attributes of the text.
        self.directory.extend([0; 6]);
        self.directory.extend(ATTRIBUTES.to_le_bytes());
        self.directory.extend(at.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.count += 1;
    }

    /// The whole archive.
    pub fn end(self) -> Vec<u8> {
        let Self { bytes: mut archive, directory, count } = self;
        let (at, size) = (archive.len() as u32, directory.len() as u32);
        archive.reserve(directory.len() + END_BYTES);
        archive.extend(directory);
        archive.extend(END);
        archive.extend([0; 4]);
        for short in [count, count] {
            archive.extend(short.to_le_bytes());
        }
        for long in [size, at] {
            archive.extend(long.to_le_bytes());
        }
        archive.extend([0; 2]);
        archive
    }
}

/// Bytes deflated, for as long as that is wanted. The same whatever it is asked.
fn deflated(mut bytes: &[u8], wanted: &dyn Fn() -> bool) -> Option<Vec<u8>> {
    /// After so many bytes it is asked whether to go on.
    const OFTEN: usize = 1 << 16;
    let mut compressor = CompressorOxide::new(create_comp_flags_from_zip_params(LEVEL.into(), 0, 0));
    let (mut deflated, mut room) = (Vec::new(), vec![0; OFTEN]);
    while wanted() {
        let (status, taken, given) = compress(&mut compressor, bytes, &mut room, TDEFLFlush::Finish);
        deflated.extend_from_slice(&room[..given]);
        bytes = bytes.get(taken..)?;
        match status {
            TDEFLStatus::Done => return Some(deflated),
            TDEFLStatus::Okay => {}
            // What cannot be deflated is stored as it is.
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use miniz_oxide::deflate::compress_to_vec;

    use super::{LEVEL, deflated};

    #[test]
    fn what_is_deflated_in_pieces_is_what_is_deflated_at_once() {
        let mut bytes: Vec<u8> = Vec::new();
        for number in 0_u32..200_000 {
            bytes.extend((number.wrapping_mul(2_654_435_761) >> 7).to_string().bytes());
        }
        for length in [0, 1, 100, 65_536, bytes.len()] {
            let own = deflated(&bytes[..length], &|| true);
            assert!(own == Some(compress_to_vec(&bytes[..length], LEVEL)), "{length} bytes");
        }
        assert!(deflated(&bytes, &|| false).is_none(), "and no longer than it is wanted");
    }
}
