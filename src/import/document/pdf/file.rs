//! The objects of a PDF by their numbers: where each stands, and what it is. A file may come from anywhere, so what is
//! unpacked of it, and how much of it is looked through, is counted and has an end.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::filter::{Unpacked, undone};
use super::lexer::{Item, Lexer};
use super::object::{Dict, Object, Stream};
use super::places::{self, Place, Places};

/// The most that one stream may be when it is unpacked, in bytes.
const MAX_STREAM: usize = 64 << 20;
/// The most that all that is read may be when it is unpacked, in bytes, what is read twice counted twice.
pub(super) const MAX_UNPACKED: usize = 512 << 20;
/// The most bytes that are looked through for objects and their ends, those looked through again counted again.
const MAX_SEARCHED: usize = 1 << 30;
/// References lead to references no further.
const FURTHEST: usize = 16;
/// So much of packed objects is kept unpacked, in bytes.
const KEPT: usize = 64 << 20;

/// Why a file is read no further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Broken,
    Encrypted,
    TooLarge,
}

/// A file with the places of its objects.
pub(super) struct File<'a> {
    bytes: &'a [u8],
    places: Places,
    kept: RefCell<BTreeMap<u32, Rc<Packed>>>,
    unpacked: Cell<usize>,
    searched: Cell<usize>,
    fault: Cell<Option<Fault>>,
}

/// Objects that are packed together: their bytes, and where each begins.
struct Packed {
    bytes: Vec<u8>,
    starts: Vec<(u32, usize)>,
}

impl<'a> File<'a> {
    /// A file with the places of its objects, as it says or, where it says it wrongly, as they are found.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        // A file that was cut lacks its end, and with it perhaps pages that nothing would miss.
        let end = bytes.get(bytes.len().saturating_sub(2048)..).unwrap_or_default();
        if memchr::memmem::find(end, b"%%EOF").is_none() {
            return Err(Fault::Broken);
        }
        let mut file = Self {
            bytes,
            places: Places::default(),
            kept: RefCell::default(),
            unpacked: Cell::new(0),
            searched: Cell::new(0),
            fault: Cell::new(None),
        };
        let told = places::told(&mut file);
        file.unlocked()?;
        if !told || !file.has_pages() {
            if file.fault.get() == Some(Fault::TooLarge) {
                return Err(Fault::TooLarge);
            }
            file.fault.set(None);
            file.places = Places::default();
            file.kept.borrow_mut().clear();
            places::found(&mut file);
            file.unlocked()?;
        }
        match file.fault.get() {
            Some(fault) => Err(fault),
            None if file.has_pages() => Ok(file),
            None => Err(Fault::Broken),
        }
    }

    fn unlocked(&self) -> Result<(), Fault> {
        if self.places.trailer.get("Encrypt").is_some() { Err(Fault::Encrypted) } else { Ok(()) }
    }

    pub const fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    pub const fn places(&mut self) -> &mut Places {
        &mut self.places
    }

    /// What stands behind all objects: which of them is the root, which tells of the document.
    pub const fn trailer(&self) -> &Dict {
        &self.places.trailer
    }

    /// The root of all that is on the pages.
    pub fn root(&self) -> Object {
        self.of(self.trailer(), "Root")
    }

    /// Why no more can be read, where that is so.
    pub const fn fault(&self) -> Option<Fault> {
        self.fault.get()
    }

    /// That no more can be read.
    pub fn fail(&self, fault: Fault) {
        if self.fault.get().is_none() {
            self.fault.set(Some(fault));
        }
    }

    fn has_pages(&self) -> bool {
        self.root().dict().is_some_and(|root| self.of(root, "Pages").dict().is_some())
    }

    /// The value of a name, whatever leads to it; nothing where there is none.
    pub fn of(&self, dict: &Dict, name: &str) -> Object {
        dict.get(name).map_or(Object::Null, |value| self.resolved(value).into_owned())
    }

    /// What a value is that may be a reference.
    pub fn resolved<'o>(&self, object: &'o Object) -> Cow<'o, Object> {
        let mut found = Cow::Borrowed(object);
        for _ in 0..FURTHEST {
            let Object::Ref(number) = *found else { return found };
            found = Cow::Owned(self.object(number));
        }
        Cow::Owned(Object::Null)
    }

    /// An object by its number.
    pub fn object(&self, number: u32) -> Object {
        if self.fault.get().is_some() {
            return Object::Null;
        }
        match self.places.at.get(&number) {
            Some(Place::At(at)) => self.at(*at, Some(number)).unwrap_or(Object::Null),
            Some(Place::Within { stream, index }) => self.within(*stream, *index, number).unwrap_or(Object::Null),
            None => Object::Null,
        }
    }

    /// The object that stands at a place, where one does and has the number that is expected.
    pub fn at(&self, at: usize, expected: Option<u32>) -> Option<Object> {
        let mut lexer = Lexer::of_file(self.bytes, at);
        let number = lexer.count()?;
        lexer.count()?;
        let stands = lexer.word(b"obj") && expected.is_none_or(|expected| expected as usize == number);
        let object = stands.then(|| lexer.object().unwrap_or(Object::Null))?;
        self.look(lexer.at.saturating_sub(at))?;
        let Object::Dict(dict) = object else { return Some(object) };
        if !lexer.word(b"stream") {
            return Some(Object::Dict(dict));
        }
        let mut start = lexer.at;
        let byte = |at: usize| self.bytes.get(at).copied();
        start += if byte(start) == Some(b'\r') && byte(start + 1) == Some(b'\n') {
            2
        } else {
            usize::from(matches!(byte(start), Some(b'\n' | b'\r')))
        };
        let length = self.length(&dict).filter(|length| self.ends_at(start + length));
        let end = match length {
            Some(length) => start + length,
            None => self.end_from(start)?,
        };
        Some(Object::Stream(Stream { dict, data: start..end }))
    }

    /// The length that a stream says it has.
    fn length(&self, dict: &Dict) -> Option<usize> {
        match dict.get("Length")? {
            // It cannot be a stream itself, nor be packed with the objects of one.
            Object::Ref(number) => match self.places.at.get(number)? {
                Place::At(at) => {
                    let mut lexer = Lexer::of_file(self.bytes, *at);
                    lexer.count()?;
                    lexer.count()?;
                    if lexer.word(b"obj") { lexer.count() } else { None }
                }
                Place::Within { .. } => None,
            },
            other => other.count(),
        }
    }

    fn ends_at(&self, end: usize) -> bool {
        end <= self.bytes.len() && Lexer::of_file(self.bytes, end).word(b"endstream")
    }

    fn end_from(&self, start: usize) -> Option<usize> {
        let rest = self.bytes.get(start..)?;
        let length = memchr::memmem::find(rest, b"endstream").unwrap_or(rest.len());
        self.look(length)?;
        let trimmed = rest.get(..length)?.trim_ascii_end().len();
        (length < rest.len()).then_some(start + trimmed)
    }

    /// Does what the text can do without: that something there is broken makes the file no broken one.
    pub fn trying<T>(&self, work: impl FnOnce() -> Option<T>) -> Option<T> {
        let before = self.fault.get();
        let found = work();
        if before.is_none() && self.fault.get() == Some(Fault::Broken) {
            self.fault.set(None);
        }
        found
    }

    /// Counts what is looked through; none where that is more than it may be.
    pub fn look(&self, length: usize) -> Option<()> {
        self.searched.set(self.searched.get() + length);
        if self.searched.get() > MAX_SEARCHED {
            self.fail(Fault::TooLarge);
            return None;
        }
        Some(())
    }

    /// An object that is packed with others.
    fn within(&self, stream: u32, index: usize, number: u32) -> Option<Object> {
        let packed = self.packed(stream)?;
        let by_index = packed.starts.get(index).filter(|(own, _)| *own == number);
        let (_, start) = by_index.or_else(|| packed.starts.iter().find(|(own, _)| *own == number))?;
        let mut lexer = Lexer::of_file(&packed.bytes, *start);
        let object = lexer.object();
        self.look(lexer.at.saturating_sub(*start))?;
        object
    }

    /// The numbers of the objects that are packed in a stream.
    pub fn numbers_within(&self, stream: u32) -> Vec<u32> {
        self.packed(stream).map(|packed| packed.starts.iter().map(|(number, _)| *number).collect()).unwrap_or_default()
    }

    fn packed(&self, number: u32) -> Option<Rc<Packed>> {
        if let Some(packed) = self.kept.borrow().get(&number) {
            return Some(Rc::clone(packed));
        }
        let Place::At(at) = *self.places.at.get(&number)? else { return None };
        let Object::Stream(stream) = self.at(at, Some(number))? else { return None };
        let bytes = self.unpacked(&stream)?;
        let (count, first) = (stream.dict.count("N")?, stream.dict.count("First")?);
        let mut lexer = Lexer::of_file(&bytes, 0);
        let mut starts = Vec::new();
        for _ in 0..count.min(bytes.len() / 4 + 1) {
            let (Some(number), Some(start)) = (lexer.count(), lexer.count()) else { break };
            starts.push((u32::try_from(number).unwrap_or(u32::MAX), first.saturating_add(start)));
        }
        let packed = Rc::new(Packed { bytes, starts });
        let mut kept = self.kept.borrow_mut();
        if kept.values().map(|packed| packed.bytes.len()).sum::<usize>() + packed.bytes.len() > KEPT {
            kept.clear();
        }
        kept.insert(number, Rc::clone(&packed));
        Some(packed)
    }

    /// The bytes of a stream, unpacked; none where it is a picture, and where it cannot be, which is then a fault.
    pub fn unpacked(&self, stream: &Stream) -> Option<Vec<u8>> {
        if self.fault.get().is_some() {
            return None;
        }
        let of = |long: &str, short: &str| match self.of(&stream.dict, long) {
            Object::Null => self.of(&stream.dict, short),
            value => value,
        };
        let listed = |object: Object| match object {
            Object::List(list) => list,
            Object::Null => Vec::new(),
            other => vec![other],
        };
        let filters = listed(of("Filter", "F"));
        let parameters = listed(of("DecodeParms", "DP"));
        let mut bytes = Cow::Borrowed(self.bytes.get(stream.data.clone())?);
        for (number, filter) in filters.iter().enumerate().take(8) {
            let filter = self.resolved(filter);
            let parameters = parameters.get(number).map(|own| self.resolved(own));
            let left = MAX_UNPACKED.saturating_sub(self.unpacked.get()).min(MAX_STREAM);
            let name = filter.name().unwrap_or_default();
            let whole = undone(name, &bytes, parameters.as_deref().and_then(Object::dict), left);
            let fault = match whole {
                Unpacked::Whole(whole) => {
                    self.unpacked.set(self.unpacked.get() + whole.len());
                    bytes = Cow::Owned(whole);
                    continue;
                }
                Unpacked::Picture => return None,
                Unpacked::Broken => Fault::Broken,
                Unpacked::TooLarge => Fault::TooLarge,
            };
            self.fail(fault);
            return None;
        }
        if filters.is_empty() {
            self.unpacked.set(self.unpacked.get() + bytes.len());
        }
        if self.unpacked.get() >= MAX_UNPACKED {
            self.fail(Fault::TooLarge);
            return None;
        }
        Some(bytes.into_owned())
    }

    /// Whether a word stands next at a place.
    pub fn says(&self, at: usize, word: &[u8]) -> bool {
        at < self.bytes.len() && matches!(Lexer::of_file(self.bytes, at).item(), Some(Item::Word(own)) if own == word)
    }
}
