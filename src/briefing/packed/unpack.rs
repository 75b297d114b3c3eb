//! The bytes of an entry, as many as it says and those that were packed.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress_with_limit, inflate_flags};

use super::super::progress::Progress;
use super::PackedFault;
use super::directory::{Entry, STORED};

/// Unpacked in a few milliseconds, after which it is asked whether to go on.
const PIECE: usize = 4 << 20;

/// What an entry holds.
///
/// # Errors
/// Where that is not what its head says, or `progress` was asked to stop.
pub(super) fn contents(entry: &Entry<'_>, progress: &Progress) -> Result<Vec<u8>, PackedFault> {
    let broken = || PackedFault::BrokenEntry(entry.name.to_owned());
    let contents = if entry.method == STORED { entry.data.to_vec() } else { inflated(entry, progress)? };
    if crc32fast::hash(&contents) == entry.checksum { Ok(contents) } else { Err(broken()) }
}

fn inflated(entry: &Entry<'_>, progress: &Progress) -> Result<Vec<u8>, PackedFault> {
    let broken = || PackedFault::BrokenEntry(entry.name.to_owned());
    // What it says it is has a bound, by itself and by what is there of it.
    let mut contents = vec![0; entry.size];
    let mut state = Box::<DecompressorOxide>::default();
    let (mut read, mut written) = (0, 0);
    loop {
        let (rest, flags) = (&entry.data[read..], inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF);
        let (status, taken, given) = decompress_with_limit(&mut state, rest, &mut contents, written, PIECE, flags);
        (read, written) = (read + taken, written + given);
        if progress.is_cancelled() {
            return Err(PackedFault::Stopped);
        }
        match status {
            // Not a byte less, and nothing hidden behind.
            TINFLStatus::Done if written == entry.size && read == entry.data.len() => return Ok(contents),
            TINFLStatus::HasMoreOutput if given > 0 => {}
            _ => return Err(broken()),
        }
    }
}
