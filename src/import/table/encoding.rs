//! In which encoding a text is: by its byte-order mark, by being UTF-8, by what was chosen, else by a guess over all of it.

use std::borrow::Cow;
use std::io::Read;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding, UTF_8};

use super::super::ImportError;
use crate::briefing::Value;
use crate::briefing::progress::Progress;
use crate::message;

/// What one pass over the bytes of a text says of it.
#[derive(Clone, Debug)]
pub struct Survey {
    /// Its encoding.
    pub encoding: &'static Encoding,
    /// Its first byte that is no blank.
    pub first: Option<u8>,
    /// Whether what begins like JSON goes on like it: with a quote, a bracket or an end.
    pub looks_like_json: bool,
}

/// The encodings in which most texts are that say none, by the names that others know them by.
pub const ENCODINGS: [&str; 19] = [
    "UTF-8",
    "windows-1252",
    "windows-1250",
    "windows-1251",
    "KOI8-R",
    "KOI8-U",
    "IBM866",
    "ISO-8859-5",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "GBK",
    "gb18030",
    "Big5",
    "Shift_JIS",
    "EUC-JP",
    "EUC-KR",
    "UTF-16LE",
];

/// Read at once.
const CHUNK: usize = 1 << 20;

impl Survey {
    /// Goes through a text once.
    ///
    /// # Errors
    /// Where it cannot be read, holds what no text does, or is not in the encoding that was chosen.
    pub fn of(text: &mut dyn Read, chosen: Option<&str>, file: &str, progress: &Progress) -> Result<Self, ImportError> {
        let chosen = chosen.map(|label| known(label, file)).transpose()?;
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
        let (mut chunk, mut start) = (vec![0; CHUNK], Vec::new());
        let mut utf8 = Utf8::default();
        let mut nought = false;
        loop {
            let count = text.read(&mut chunk).map_err(|err| super::unreadable(file, Value::from(&err)))?;
            let read = chunk.get(..count).unwrap_or_default();
            if count == 0 {
                break;
            }
            if progress.is_cancelled() {
                return Err(ImportError::Cancelled);
            }
            if start.len() < 64 {
                start.extend(read.iter().take(64));
            }
            // What is all of seven bits tells the detector nothing, unless it shifts out of them.
            if !read.is_ascii() || memchr::memchr2(0x1b, 0x0e, read).is_some() {
                detector.feed(read, false);
            }
            utf8.feed(read);
            nought |= memchr::memchr(0, read).is_some();
        }
        let marked = Encoding::for_bom(&start).map(|(encoding, _)| encoding);
        if nought && marked.is_none_or(|encoding| encoding == UTF_8) && chosen.is_none() {
            return Err(ImportError::of_file(file, message!(import::no_text), message!(import::foreign_remedy)));
        }
        detector.feed(&[], true);
        let encoding = match (marked, chosen) {
            (Some(marked), _) => marked,
            (None, Some(chosen)) => chosen,
            (None, None) if utf8.is_valid() => UTF_8,
            (None, None) => detector.guess(None, Utf8Detection::Deny),
        };
        let after_mark = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&start);
        let mut signs = after_mark.iter().copied().filter(|byte| !byte.is_ascii_whitespace());
        let (first, second) = (signs.next(), signs.next());
        let looks_like_json = match first {
            Some(b'{') => matches!(second, Some(b'"' | b'}') | None),
            Some(b'[') => matches!(second, Some(b'{' | b'[' | b']') | None),
            _ => false,
        };
        Ok(Self { encoding, first, looks_like_json })
    }
}

/// The encoding of a label.
fn known(label: &str, file: &str) -> Result<&'static Encoding, ImportError> {
    Encoding::for_label(label.as_bytes()).ok_or_else(|| {
        let what = message!(import::no_encoding, label = label.to_owned());
        ImportError::of_file(file, what, message!(import::no_encoding_remedy))
    })
}

/// All of a text in memory, decoded.
pub(super) fn decoded<'a>(bytes: &'a [u8], survey: &Survey) -> (Cow<'a, str>, &'static Encoding, bool) {
    survey.encoding.decode(bytes)
}

/// Whether what comes in pieces is UTF-8.
#[derive(Default)]
struct Utf8 {
    /// A character that the last piece broke off.
    open: Vec<u8>,
    broken: bool,
}

impl Utf8 {
    fn feed(&mut self, piece: &[u8]) {
        if self.broken || (self.open.is_empty() && piece.is_ascii()) {
            return;
        }
        let joined;
        let piece = if self.open.is_empty() {
            piece
        } else {
            joined = [self.open.as_slice(), piece].concat();
            &joined
        };
        self.open = match std::str::from_utf8(piece) {
            Ok(_) => Vec::new(),
            Err(err) if err.error_len().is_none() => piece.get(err.valid_up_to()..).unwrap_or_default().to_vec(),
            Err(_) => {
                self.broken = true;
                Vec::new()
            }
        };
    }

    const fn is_valid(&self) -> bool {
        !self.broken && self.open.is_empty()
    }
}

/// A text as UTF-8 while it is read. What its encoding does not have becomes the mark for that.
pub(super) struct Decoded<R> {
    inner: R,
    decoder: Decoder,
    raw: Vec<u8>,
    /// What was decoded and not handed on yet.
    made: Vec<u8>,
    at: usize,
    ended: bool,
}

impl<R: Read> Decoded<R> {
    /// What is read from here on.
    pub fn new(inner: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        Self { inner, decoder, raw: vec![0; 64 << 10], made: Vec::new(), at: 0, ended: false }
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        while self.at == self.made.len() && !self.ended {
            let count = self.inner.read(&mut self.raw)?;
            self.ended = count == 0;
            let raw = self.raw.get(..count).unwrap_or_default();
            let room = self.decoder.max_utf8_buffer_length(raw.len()).unwrap_or(raw.len() * 3 + 16);
            self.made.resize(room, 0);
            let (_, _, written, _) = self.decoder.decode_to_utf8(raw, &mut self.made, self.ended);
            self.made.truncate(written);
            self.at = 0;
        }
        let ready = self.made.get(self.at..).unwrap_or_default();
        let count = ready.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..count), ready.get(..count)) {
            to.copy_from_slice(from);
        }
        self.at += count;
        Ok(count)
    }
}
