//! Messages and saved pages as e-mail carries them: a head, and a body that may be encoded or have parts.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The longest head that is read, in bytes.
const LONGEST_HEAD: usize = 64 << 10;
/// The most parts that are looked at.
const MOST_PARTS: usize = 1000;

/// A message, or a part of one.
pub(super) struct Entity<'a> {
    head: Vec<(String, String)>,
    body: &'a [u8],
}

impl<'a> Entity<'a> {
    /// What some bytes are as a message; none where they say no kind of what they hold.
    pub fn of(bytes: &'a [u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut head: Vec<(String, String)> = Vec::new();
        let mut at = 0;
        loop {
            let rest = bytes.get(at..).filter(|_| at < LONGEST_HEAD)?;
            let length = memchr::memchr(b'\n', rest)?;
            let line = std::str::from_utf8(rest.get(..length)?).ok()?.trim_end();
            at += length + 1;
            if line.is_empty() {
                break;
            }
            match (line.split_once(':'), head.last_mut()) {
                // A field goes on in lines that are set in.
                (_, Some((_, value))) if line.starts_with([' ', '\t']) => {
                    value.push(' ');
                    value.push_str(line.trim());
                }
                (Some((name, value)), _) if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') => {
                    head.push((name.to_ascii_lowercase(), value.trim().to_owned()));
                }
                _ => return None,
            }
        }
        let entity = Self { head, body: bytes.get(at..).unwrap_or_default() };
        entity.field("content-type").is_some().then_some(entity)
    }

    /// A field of its head, by its name in small letters.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.head.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// What kind of thing it holds, such as `text/html`.
    pub fn kind(&self) -> String {
        let value = self.field("content-type").unwrap_or_default();
        value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }

    /// What is said of that kind, such as its `charset`.
    pub fn told(&self, name: &str) -> Option<&str> {
        let fields = self.field("content-type")?.split(';').skip(1);
        let mut named = fields.filter_map(|field| field.split_once('='));
        let (_, value) = named.find(|(own, _)| own.trim().eq_ignore_ascii_case(name))?;
        Some(value.trim().trim_matches('"'))
    }

    /// Whether its text does not stand in it as it is.
    pub fn is_packed(&self) -> bool {
        self.kind() != "text/plain" || matches!(self.encoding().as_str(), "base64" | "quoted-printable")
    }

    fn encoding(&self) -> String {
        self.field("content-transfer-encoding").unwrap_or_default().to_ascii_lowercase()
    }

    /// Its parts, where it has some.
    pub fn parts(&self) -> Vec<Self> {
        let Some(boundary) = self.told("boundary").filter(|boundary| !boundary.is_empty()) else { return Vec::new() };
        let sign = format!("--{boundary}");
        let begins_line = |at: &usize| *at == 0 || self.body.get(at - 1) == Some(&b'\n');
        let places = memchr::memmem::find_iter(self.body, sign.as_bytes()).filter(begins_line).take(MOST_PARTS);
        let places: Vec<usize> = places.collect();
        let ends = places.iter().skip(1).copied().chain([self.body.len()]);
        let parts = places.iter().zip(ends).filter_map(|(start, end)| {
            let part = self.body.get(start + sign.len()..end)?;
            Self::of(part.get(memchr::memchr(b'\n', part)? + 1..)?)
        });
        parts.collect()
    }

    /// What it holds, as it was before it was encoded.
    pub fn decoded(&self) -> Option<Vec<u8>> {
        match self.encoding().as_str() {
            "base64" => {
                let bare: Vec<u8> = self.body.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
                STANDARD.decode(bare).ok()
            }
            "quoted-printable" => Some(unquoted(self.body)),
            _ => Some(self.body.to_vec()),
        }
    }
}

/// Bytes of which some were written as `=E2`, and lines broken by `=`.
fn unquoted(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, behind)) = rest.split_first() {
        let hex =
            |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16)).and_then(|c| u8::try_from(c).ok());
        let broken = behind.strip_prefix(b"\r\n").or_else(|| behind.strip_prefix(b"\n"));
        match (first, broken, hex(behind.first()).zip(hex(behind.get(1)))) {
            (b'=', Some(next), _) => rest = next,
            (b'=', None, Some((high, low))) => {
                plain.push(high * 16 + low);
                rest = behind.get(2..).unwrap_or_default();
            }
            _ => {
                plain.push(*first);
                rest = behind;
            }
        }
    }
    plain
}
