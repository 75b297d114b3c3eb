//! Bytes as values of a PDF: what a file has between its objects, and what a page has between its operators.

use super::object::{Dict, Object};

/// Lists in lists go no deeper.
const DEEPEST: usize = 32;
/// The most values in one that stands by itself.
const MOST: usize = 1 << 20;

/// What stands next.
#[derive(Debug, PartialEq)]
pub(super) enum Item<'a> {
    Object(Object),
    /// An operator, or a word of the file such as `obj`.
    Word(&'a [u8]),
    /// The end of a list or a dictionary that nothing began.
    Close,
}

/// Reads values one after the other.
pub(super) struct Lexer<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
    /// Whether `12 0 R` is a reference: it is none on a page.
    refers: bool,
    left: usize,
}

pub(super) const fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

const fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

const fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

impl<'a> Lexer<'a> {
    /// Of a file, from a place on.
    pub const fn of_file(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, refers: true, left: MOST }
    }

    /// Of a page.
    pub const fn of_page(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, refers: false, left: MOST }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub fn skip_blanks(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                let rest = self.bytes.get(self.at..).unwrap_or_default();
                self.at += memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
            } else if is_blank(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// What stands next; none at the end.
    pub fn item(&mut self) -> Option<Item<'a>> {
        self.left = MOST;
        self.nested(0)
    }

    /// A value that stands next, where one does.
    pub fn object(&mut self) -> Option<Object> {
        match self.item()? {
            Item::Object(object) => Some(object),
            Item::Word(_) | Item::Close => None,
        }
    }

    /// A whole number that stands next.
    pub fn count(&mut self) -> Option<usize> {
        self.skip_blanks();
        let rest = self.bytes.get(self.at..)?;
        let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let number = std::str::from_utf8(rest.get(..length)?).ok()?.parse().ok()?;
        self.at += length;
        Some(number)
    }

    /// Whether a word stands next; it is passed then.
    pub fn word(&mut self, word: &[u8]) -> bool {
        self.skip_blanks();
        let stands = self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        if stands {
            self.at += word.len();
        }
        stands
    }

    fn nested(&mut self, depth: usize) -> Option<Item<'a>> {
        self.skip_blanks();
        let byte = self.peek()?;
        self.left = self.left.saturating_sub(1);
        let second = self.bytes.get(self.at + 1).copied();
        match byte {
            b'/' => Some(Item::Object(self.name())),
            b'(' => Some(Item::Object(self.text())),
            b'<' if second == Some(b'<') => {
                self.at += 2;
                Some(Item::Object(if depth < DEEPEST { self.dict(depth) } else { Object::Null }))
            }
            b'<' => Some(Item::Object(self.hex())),
            b'[' => {
                self.at += 1;
                Some(Item::Object(if depth < DEEPEST { self.list(depth) } else { Object::Null }))
            }
            b']' | b'{' | b'}' | b')' => {
                self.at += 1;
                Some(Item::Close)
            }
            b'>' => {
                self.at += if second == Some(b'>') { 2 } else { 1 };
                Some(Item::Close)
            }
            b'0'..=b'9' | b'+' | b'-' | b'.' => Some(Item::Object(self.number())),
            _ => {
                let word = self.regular();
                Some(match word {
                    b"true" | b"false" | b"null" => Item::Object(Object::Null),
                    _ => Item::Word(word),
                })
            }
        }
    }

    /// What is neither blank nor a sign of its own, from here on.
    fn regular(&mut self) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().take_while(|byte| is_regular(**byte)).count().max(1);
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn list(&mut self, depth: usize) -> Object {
        let mut list = Vec::new();
        while !self.file_goes_on() {
            match self.nested(depth + 1) {
                Some(Item::Object(object)) if self.left > 0 => list.push(object),
                Some(Item::Object(_) | Item::Word(_)) => {}
                Some(Item::Close) | None => break,
            }
        }
        Object::List(list)
    }

    fn dict(&mut self, depth: usize) -> Object {
        let mut fields = Vec::new();
        while !self.file_goes_on() {
            if self.word(b">>") {
                break;
            }
            let Some(item) = self.nested(depth + 1) else { break };
            let Item::Object(Object::Name(name)) = item else { continue };
            self.skip_blanks();
            if self.file_goes_on() || self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(b">>")) {
                continue;
            }
            if let Some(Item::Object(value)) = self.nested(depth + 1)
                && self.left > 0
            {
                fields.push((name, value));
            }
        }
        Object::Dict(Dict(fields))
    }

    /// Whether what stands next is no more of a value, but the file around it: what was begun was never ended.
    fn file_goes_on(&mut self) -> bool {
        self.skip_blanks();
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let ends = [b"endobj".as_slice(), b"endstream", b"stream", b"startxref", b"trailer"];
        rest.is_empty() || self.refers && ends.iter().any(|word| rest.starts_with(word))
    }

    fn name(&mut self) -> Object {
        self.at += 1;
        if !self.peek().is_some_and(is_regular) {
            return Object::Name(Vec::new());
        }
        let raw = self.regular();
        let mut name = Vec::with_capacity(raw.len());
        let mut at = 0;
        while let Some(byte) = raw.get(at) {
            let escaped =
                (*byte == b'#').then(|| Some(digit(*raw.get(at + 1)?)? << 4 | digit(*raw.get(at + 2)?)?)).flatten();
            name.push(escaped.unwrap_or(*byte));
            at += if escaped.is_some() { 3 } else { 1 };
        }
        Object::Name(name)
    }

    fn number(&mut self) -> Object {
        let start = self.at;
        let raw = self.regular();
        let number = number_of(raw);
        if self.refers && raw.iter().all(u8::is_ascii_digit) {
            let behind = self.at;
            let is_reference = self.count().is_some() && {
                self.skip_blanks();
                self.peek() == Some(b'R') && !self.bytes.get(self.at + 1).is_some_and(|byte| is_regular(*byte))
            };
            if is_reference {
                self.at += 1;
                return u32::try_from(number as u64).map_or(Object::Null, Object::Ref);
            }
            self.at = behind;
        }
        debug_assert!(self.at > start, "a number has a sign at least");
        Object::Number(number)
    }

    fn hex(&mut self) -> Object {
        self.at += 1;
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = memchr::memchr(b'>', rest).unwrap_or(rest.len());
        self.at += (length + 1).min(rest.len());
        let digits: Vec<u8> = rest.get(..length).unwrap_or_default().iter().filter_map(|byte| digit(*byte)).collect();
        Object::Text(digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or_default()).collect())
    }

    fn text(&mut self) -> Object {
        self.at += 1;
        let mut text = Vec::new();
        let mut open = 1_usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escape(&mut text);
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        Object::Text(text)
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(next @ b'0'..=b'7') = self.peek() else { break };
                    value = value * 8 + u32::from(next - b'0');
                    self.at += 1;
                }
                text.push((value & 0xff) as u8);
            }
            // A line that is only broken in the file.
            b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
            b'\n' => {}
            other => text.push(other),
        }
    }
}

/// A number as programs write it, wrong ones among them: `--5`, `1.2.3`, `.5`.
fn number_of(raw: &[u8]) -> f64 {
    let negative = raw.first() == Some(&b'-');
    let (mut value, mut part) = (0.0, None);
    for byte in raw.iter().skip_while(|byte| matches!(byte, b'-' | b'+')) {
        match (byte, part) {
            (b'0'..=b'9', None) => value = value * 10.0 + f64::from(byte - b'0'),
            (b'0'..=b'9', Some(place)) => {
                value += f64::from(byte - b'0') * place;
                part = Some(place / 10.0);
            }
            (b'.', None) => part = Some(0.1),
            _ => break,
        }
    }
    if negative { -value } else { value }
}

#[cfg(test)]
mod tests {
    use super::super::object::Object;
    use super::{Item, Lexer};

    #[test]
    fn values_are_read_as_programs_write_them() {
        let mut lexer =
            Lexer::of_file(b"<< /A#20B [1 -2.5 .5 12 0 R (a\\(b\\051(c)\\101) <4a4> true] /C null >> endobj", 0);
        let object = lexer.object().expect("a value");
        let dict = object.dict().expect("a dictionary");
        let list = dict.get("A B").and_then(Object::list).expect("a list");
        let expected = [
            Object::Number(1.0),
            Object::Number(-2.5),
            Object::Number(0.5),
            Object::Ref(12),
            Object::Text(b"a(b)(c)A".to_vec()),
            Object::Text(vec![0x4a, 0x40]),
            Object::Null,
        ];
        assert_eq!(list, expected);
        assert_eq!(lexer.item(), Some(Item::Word(b"endobj")));
    }

    #[test]
    fn what_never_ends_ends() {
        for bytes in [vec![b'['; 100_000], b"<<".repeat(50_000), b"<</A ".repeat(50_000), vec![b'('; 100_000]] {
            let mut lexer = Lexer::of_file(&bytes, 0);
            let mut items = 0;
            while lexer.item().is_some() {
                items += 1;
            }
            assert!(items <= bytes.len(), "{items}");
        }
        let mut lexer = Lexer::of_page(b"12 0 R (cut");
        assert_eq!(lexer.item(), Some(Item::Object(Object::Number(12.0))));
    }
}
