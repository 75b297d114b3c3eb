//! Where the objects of a PDF stand: as its tables say, or as they are found in it.

use std::collections::{BTreeMap, BTreeSet};

use super::file::{Fault, File};
use super::lexer::Lexer;
use super::object::{Dict, Object};

/// The most objects that a file has.
const MAX_OBJECTS: usize = 1 << 20;

/// Where an object stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// So many bytes from the beginning.
    At(usize),
    /// Packed with others in a stream.
    Within { stream: u32, index: usize },
}

/// Where all objects stand, and what stands behind them.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub at: BTreeMap<u32, Place>,
    /// Numbers that a later edition of the file took away.
    gone: BTreeSet<u32>,
    pub trailer: Dict,
}

impl Places {
    /// What a newer table says stands.
    fn put(&mut self, number: usize, place: Place) {
        let Ok(number) = u32::try_from(number) else { return };
        if self.at.len() < MAX_OBJECTS && !self.gone.contains(&number) {
            self.at.entry(number).or_insert(place);
        }
    }

    fn end(&mut self, number: usize) {
        if let Ok(number) = u32::try_from(number)
            && !self.at.contains_key(&number)
            && self.gone.len() < MAX_OBJECTS
        {
            self.gone.insert(number);
        }
    }

    fn add(&mut self, trailer: Dict) {
        for (name, value) in trailer.0 {
            let known = ["Root", "Info", "Encrypt"].iter().any(|known| name == known.as_bytes());
            if known && !self.trailer.0.iter().any(|(own, _)| *own == name) {
                self.trailer.0.push((name, value));
            }
        }
    }
}

/// Reads the tables that a file has, newest first; false where one of them is none.
pub(super) fn told(file: &mut File<'_>) -> bool {
    let bytes = file.bytes();
    let Some(start) = memchr::memmem::rfind(bytes, b"startxref") else { return false };
    let Some(first) = Lexer::of_file(bytes, start + "startxref".len()).count() else { return false };
    let mut seen = BTreeSet::new();
    let mut next = vec![first];
    while let Some(at) = next.pop() {
        if !seen.insert(at) || seen.len() > 256 {
            continue;
        }
        let trailer = if file.says(at, b"xref") { table(file, at) } else { stream(file, at) };
        let Some(trailer) = trailer else { return false };
        // The older one is read after the one that belongs to this.
        next.extend(trailer.count("Prev"));
        next.extend(trailer.count("XRefStm"));
        file.places().add(trailer);
    }
    true
}

/// A table of lines, and the dictionary behind it.
fn table(file: &mut File<'_>, at: usize) -> Option<Dict> {
    let mut lexer = Lexer::of_file(file.bytes(), at);
    lexer.word(b"xref");
    loop {
        if lexer.word(b"trailer") {
            return match lexer.object()? {
                Object::Dict(dict) => Some(dict),
                _ => None,
            };
        }
        let (first, count) = (lexer.count()?, lexer.count()?);
        for number in first..first.saturating_add(count) {
            let (place, _) = (lexer.count()?, lexer.count()?);
            if lexer.word(b"n") {
                file.places().put(number, Place::At(place));
            } else if lexer.word(b"f") {
                file.places().end(number);
            } else {
                return None;
            }
        }
    }
}

/// A table that is packed, and its dictionary.
fn stream(file: &mut File<'_>, at: usize) -> Option<Dict> {
    let Some(Object::Stream(stream)) = file.at(at, None) else { return None };
    if !stream.dict.is("Type", "XRef") {
        return None;
    }
    let bytes = file.unpacked(&stream)?;
    let counts = |name: &str| -> Option<Vec<usize>> {
        stream.dict.get(name)?.list().map(|list| list.iter().filter_map(Object::count).collect())
    };
    let widths = counts("W").filter(|widths| widths.len() == 3 && widths.iter().all(|width| *width <= 8))?;
    let length: usize = widths.iter().sum();
    if length == 0 {
        return None;
    }
    let ranges = counts("Index").unwrap_or_else(|| vec![0, stream.dict.count("Size").unwrap_or_default()]);
    let numbers = ranges.chunks(2).flat_map(|pair| {
        let (first, count) = (pair[0], pair.get(1).copied().unwrap_or_default());
        first..first.saturating_add(count)
    });
    for (number, line) in numbers.zip(bytes.chunks_exact(length)) {
        let (kind, rest) = line.split_at(widths[0]);
        let (second, third) = rest.split_at(widths[1]);
        let value = |bytes: &[u8]| bytes.iter().fold(0_usize, |value, byte| value << 8 | usize::from(*byte));
        match if kind.is_empty() { 1 } else { value(kind) } {
            0 => file.places().end(number),
            1 => file.places().put(number, Place::At(value(second))),
            2 => {
                if let Ok(stream) = u32::try_from(value(second)) {
                    file.places().put(number, Place::Within { stream, index: value(third) });
                }
            }
            _ => {}
        }
    }
    Some(stream.dict)
}

/// Looks for the objects themselves, where the tables are wrong; of two with one number the later stands.
pub(super) fn found(file: &mut File<'_>) {
    let bytes = file.bytes();
    let mut packed = Vec::new();
    let mut root = None;
    let mut starts: Vec<(u32, usize)> = Vec::new();
    for at in memchr::memmem::find_iter(bytes, b"obj") {
        if starts.len() >= MAX_OBJECTS {
            return file.fail(Fault::TooLarge);
        }
        starts.extend(beginning(bytes, at));
    }
    for (number, at) in &starts {
        file.places().at.insert(*number, Place::At(*at));
    }
    for (place, (number, at)) in starts.iter().enumerate() {
        // No object reaches into the next.
        let end = starts.get(place + 1).map_or(bytes.len(), |(_, next)| *next);
        let mut lexer = Lexer::of_file(bytes.get(..end).unwrap_or_default(), *at);
        let (Some(_), Some(_), true) = (lexer.count(), lexer.count(), lexer.word(b"obj")) else { continue };
        let Some(Object::Dict(dict)) = lexer.object() else { continue };
        match dict.get("Type").and_then(Object::name) {
            Some("ObjStm") => packed.push(*number),
            Some("Catalog") => root = Some(*number),
            Some("XRef") => {
                // Later ones are newer.
                file.places().trailer = Dict::default();
                file.places().add(dict);
            }
            _ => {}
        }
    }
    for at in memchr::memmem::rfind_iter(bytes, b"trailer").take(64) {
        if let Some(Object::Dict(dict)) = Lexer::of_file(bytes, at + "trailer".len()).object() {
            file.places().add(dict);
        }
    }
    for stream in packed {
        for (index, number) in file.numbers_within(stream).into_iter().enumerate() {
            file.places().at.entry(number).or_insert(Place::Within { stream, index });
        }
    }
    if let Some(root) = root
        && file.root().dict().is_none()
    {
        file.places().trailer.0.retain(|(name, _)| name != b"Root");
        file.places().trailer.0.push((b"Root".to_vec(), Object::Ref(root)));
    }
}

/// The number of an object and where it begins, where `obj` at a place is that of one: `12 0 obj`.
fn beginning(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    let before = bytes.get(at.saturating_sub(24)..at)?;
    let back = |end: usize, passes: fn(&u8) -> bool| {
        let length = before.get(..end).unwrap_or_default().iter().rev().take_while(|byte| passes(byte)).count();
        end - length
    };
    let blank = |byte: &u8| super::lexer::is_blank(*byte);
    let gap = back(before.len(), blank);
    let generation = back(gap, u8::is_ascii_digit);
    let between = back(generation, blank);
    let number = back(between, u8::is_ascii_digit);
    let is_one = gap > generation && generation > between && between > number;
    let digits = std::str::from_utf8(before.get(number..between)?).ok().filter(|_| is_one)?;
    Some((digits.parse().ok()?, at - (before.len() - number)))
}
