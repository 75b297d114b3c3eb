//! What a page shows, operator by operator: letters with their places, and how many pictures.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::file::{Fault, File};
use super::font::Font;
use super::glyph::{Glyph, Matrix};
use super::lexer::{Item, Lexer, is_blank};
use super::object::{Dict, Object, letters};
use super::pages::Page;

/// The most letters on a page.
const MAX_GLYPHS: usize = 1 << 18;
/// The most letters of a file, blanks and those that stand for others among them.
const MAX_SHOWN: usize = 1 << 25;
/// The most operands of an operator.
const MAX_OPERANDS: usize = 1 << 12;
/// Forms in forms, and states in states, go no deeper.
const DEEPEST: usize = 12;
const MAX_STATES: usize = 512;
/// The most forms that are drawn in a file, one that is drawn again counted again.
const MAX_FORMS: usize = 100_000;
/// So many fonts are kept.
const FONTS: usize = 32;

/// Reads pages one after the other.
pub(super) struct Reader<'f, 'a> {
    file: &'f File<'a>,
    fonts: BTreeMap<u32, Rc<Font>>,
    forms: usize,
    shown: usize,
    /// The pictures that were seen, one that is on every page once.
    pictures: BTreeSet<u32>,
    /// How many there are.
    pub images: usize,
    /// How many letters the fonts give no letter for.
    pub unreadable: usize,
    glyphs: Vec<Glyph>,
}

/// How text is shown.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    between_letters: f64,
    between_words: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// What stands instead of the letters that are shown.
enum Instead {
    /// Nothing: they are what they are.
    Nothing,
    /// This, where the first of them is shown.
    Letters(String),
    /// It stands already where the first of them was.
    Stands,
}

/// Something that is marked on the page.
struct Mark {
    /// Whether it is no part of the document, such as a running head.
    artifact: bool,
    /// What its letters are, where that is said.
    instead: Instead,
    /// Whether it is what stands before an item of a list, and nothing is written in it so far: then it is drawn.
    unwritten_label: bool,
}

impl<'f, 'a> Reader<'f, 'a> {
    pub const fn new(file: &'f File<'a>) -> Self {
        Self {
            file,
            fonts: BTreeMap::new(),
            forms: 0,
            shown: 0,
            pictures: BTreeSet::new(),
            images: 0,
            unreadable: 0,
            glyphs: Vec::new(),
        }
    }

    /// The letters of a page as they are seen when it stands upright, in the order in which they are drawn.
    pub fn page(&mut self, page: &Page) -> Vec<Glyph> {
        self.glyphs = Vec::new();
        let [left, bottom, right, top] = page.bounds;
        let upright = match page.quarters {
            1 => Matrix([0.0, -1.0, 1.0, 0.0, -bottom, right]),
            2 => Matrix([-1.0, 0.0, 0.0, -1.0, right, top]),
            3 => Matrix([0.0, 1.0, -1.0, 0.0, top, -left]),
            _ => Matrix([1.0, 0.0, 0.0, 1.0, -left, -bottom]),
        };
        let (resources, none) = (self.file.resolved(&page.resources), Dict::default());
        let bytes = self.contents(&page.dict);
        self.draw(&bytes, resources.dict().unwrap_or(&none), upright, 0, false);
        std::mem::take(&mut self.glyphs)
    }

    fn contents(&self, page: &Dict) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut add = |object: &Object| {
            if let Object::Stream(stream) = self.file.resolved(object).as_ref() {
                bytes.extend(self.file.unpacked(stream).unwrap_or_default());
                // A word does not go on in the next.
                bytes.push(b'\n');
            }
        };
        match self.file.of(page, "Contents") {
            Object::List(list) => list.iter().take(10_000).for_each(&mut add),
            one => add(&one),
        }
        bytes
    }

    fn draw(&mut self, bytes: &[u8], resources: &Dict, matrix: Matrix, depth: usize, artifact: bool) {
        let state = State {
            matrix,
            font: None,
            size: 0.0,
            between_letters: 0.0,
            between_words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut drawing = Drawing {
            reader: self,
            resources,
            state,
            above: Vec::new(),
            text: Matrix::NONE,
            line: Matrix::NONE,
            marks: Vec::new(),
            labelled: false,
            depth,
            artifact,
        };
        let mut lexer = Lexer::of_page(bytes);
        let mut operands = Vec::new();
        while let Some(item) = lexer.item() {
            match item {
                Item::Object(object) => {
                    if operands.len() < MAX_OPERANDS {
                        operands.push(object);
                    }
                }
                Item::Word(b"BI") => {
                    drawing.reader.images += 1;
                    pass_image(&mut lexer);
                    operands.clear();
                }
                Item::Word(word) => {
                    drawing.does(word, &operands);
                    operands.clear();
                    if drawing.reader.file.fault().is_some() {
                        return;
                    }
                }
                Item::Close => {}
            }
        }
    }

    fn font(&mut self, resources: &Dict, name: &str) -> Option<Rc<Font>> {
        let fonts = self.file.of(resources, "Font");
        let entry = fonts.dict()?.get(name)?;
        let number = match entry {
            Object::Ref(number) => Some(*number),
            _ => None,
        };
        if let Some(font) = number.and_then(|number| self.fonts.get(&number)) {
            return Some(Rc::clone(font));
        }
        let font = Rc::new(Font::of(self.file.resolved(entry).dict()?, self.file));
        if let Some(number) = number {
            if self.fonts.len() >= FONTS {
                self.fonts.clear();
            }
            self.fonts.insert(number, Rc::clone(&font));
        }
        Some(font)
    }
}

/// Passes a picture that stands among the operators.
fn pass_image(lexer: &mut Lexer<'_>) {
    let rest = lexer.bytes.get(lexer.at..).unwrap_or_default();
    let ends = |at: &usize| {
        let before = at.checked_sub(1).and_then(|at| rest.get(at));
        before.copied().is_some_and(is_blank) && rest.get(at + 2).copied().is_none_or(is_blank)
    };
    let end = memchr::memmem::find_iter(rest, b"EI").find(ends);
    lexer.at += end.map_or(rest.len(), |end| end + 2);
}

/// A page or a form while it is drawn.
struct Drawing<'r, 'f, 'a> {
    reader: &'r mut Reader<'f, 'a>,
    resources: &'r Dict,
    state: State,
    above: Vec<State>,
    text: Matrix,
    line: Matrix,
    marks: Vec<Mark>,
    /// Whether what is written next is an item of a list.
    labelled: bool,
    depth: usize,
    artifact: bool,
}

impl Drawing<'_, '_, '_> {
    fn does(&mut self, word: &[u8], operands: &[Object]) {
        let number = |at: usize| operands.get(at).and_then(Object::number).unwrap_or_default();
        let matrix = || Matrix([0, 1, 2, 3, 4, 5].map(number));
        let name = || operands.first().and_then(Object::name).unwrap_or_default();
        match word {
            b"q" if self.above.len() < MAX_STATES => self.above.push(self.state.clone()),
            b"Q" => {
                if let Some(state) = self.above.pop() {
                    self.state = state;
                }
            }
            b"cm" => self.state.matrix = matrix().then(&self.state.matrix),
            b"BT" => (self.text, self.line) = (Matrix::NONE, Matrix::NONE),
            b"Tf" => {
                self.state.font = self.reader.font(self.resources, name());
                self.state.size = number(1);
            }
            b"Tc" => self.state.between_letters = number(0),
            b"Tw" => self.state.between_words = number(0),
            b"Tz" => self.state.stretch = number(0) / 100.0,
            b"TL" => self.state.leading = number(0),
            b"Ts" => self.state.rise = number(0),
            b"Td" => self.move_by(number(0), number(1)),
            b"TD" => {
                self.state.leading = -number(1);
                self.move_by(number(0), number(1));
            }
            b"Tm" => (self.text, self.line) = (matrix(), matrix()),
            b"T*" => self.move_by(0.0, -self.state.leading),
            b"Tj" => self.show(operands.first()),
            b"'" => {
                self.move_by(0.0, -self.state.leading);
                self.show(operands.first());
            }
            b"\"" => {
                (self.state.between_words, self.state.between_letters) = (number(0), number(1));
                self.move_by(0.0, -self.state.leading);
                self.show(operands.get(2));
            }
            b"TJ" => {
                for part in operands.first().and_then(Object::list).unwrap_or_default() {
                    match part.number() {
                        Some(back) => self.advance(-back / 1000.0 * self.state.size * self.state.stretch),
                        None => self.show(Some(part)),
                    }
                }
            }
            b"Do" => self.form(name()),
            b"BMC" | b"BDC" if self.marks.len() < MAX_STATES => {
                let (artifact, unwritten_label) = (name() == "Artifact", name() == "Lbl");
                let instead = self.instead(operands.get(1)).map_or(Instead::Nothing, Instead::Letters);
                self.marks.push(Mark { artifact, instead, unwritten_label });
            }
            b"EMC" => {
                self.labelled |= self.marks.pop().is_some_and(|mark| mark.unwritten_label);
            }
            _ => {}
        }
    }

    /// What is said to stand instead of what is marked.
    fn instead(&self, given: Option<&Object>) -> Option<String> {
        let file = self.reader.file;
        let named;
        let dict = match given? {
            Object::Name(name) => {
                let properties = file.of(self.resources, "Properties");
                named = file.of(properties.dict()?, std::str::from_utf8(name).ok()?);
                named.dict()?
            }
            other => other.dict()?,
        };
        Some(letters(file.of(dict, "ActualText").text()?))
    }

    fn move_by(&mut self, x: f64, y: f64) {
        self.line = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.line);
        self.text = self.line;
    }

    fn advance(&mut self, x: f64) {
        let upright = self.state.font.as_ref().is_some_and(|font| font.upright);
        let [x, y] = if upright { [0.0, x] } else { [x, 0.0] };
        self.text = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.text);
    }

    fn show(&mut self, text: Option<&Object>) {
        let Some(bytes) = text.and_then(Object::text) else { return };
        let Some(font) = self.state.font.clone() else { return };
        for shown in font.shown(bytes) {
            self.reader.shown += 1;
            if self.reader.glyphs.len() >= MAX_GLYPHS || self.reader.shown > MAX_SHOWN {
                return self.reader.file.fail(Fault::TooLarge);
            }
            let State { size, between_letters, between_words, stretch, .. } = self.state;
            let width = shown.width * size * stretch;
            let after = (between_letters + if shown.blank { between_words } else { 0.0 }) * stretch;
            let mut instead = self.marks.iter_mut().rev().map(|mark| &mut mark.instead);
            let (letters, goes_on) = match instead.find(|instead| !matches!(instead, Instead::Nothing)) {
                Some(instead) => match std::mem::replace(instead, Instead::Stands) {
                    Instead::Letters(letters) => (Some(letters), false),
                    _ => (Some(String::new()), true),
                },
                None => (shown.letters, false),
            };
            let letters = letters.unwrap_or_else(|| {
                self.reader.unreadable += 1;
                "\u{fffd}".to_owned()
            });
            let artifact = self.artifact || self.marks.iter().any(|mark| mark.artifact);
            // What is small and high by its shape is as good as drawn small and high.
            let (size, above) = if shown.above { (0.65 * size, 0.33 * size) } else { (size, 0.0) };
            let place =
                Matrix([1.0, 0.0, 0.0, 1.0, 0.0, self.state.rise + above]).then(&self.text).then(&self.state.matrix);
            self.marks.iter_mut().for_each(|mark| mark.unwritten_label = false);
            let glyph = Glyph::new(letters, &place, width, size, font.bold, font.upright, artifact);
            if self.labelled && !glyph.letters.trim().is_empty() {
                self.labelled = false;
                self.reader.glyphs.push(glyph.labelled());
            }
            match self.reader.glyphs.last_mut().filter(|_| goes_on) {
                // What stands instead of several stands where all of them do.
                Some(last) => last.widen(&glyph),
                None => self.reader.glyphs.push(glyph),
            }
            if font.upright {
                self.advance(-size - after);
            } else {
                self.advance(width + after);
            }
        }
    }

    fn form(&mut self, name: &str) {
        let file = self.reader.file;
        let objects = file.of(self.resources, "XObject");
        let Some(entry) = objects.dict().and_then(|objects| objects.get(name)) else { return };
        let resolved = file.resolved(entry);
        let Object::Stream(stream) = resolved.as_ref() else { return };
        if !stream.dict.is("Subtype", "Form") {
            let is_new = match entry {
                Object::Ref(number) => self.reader.pictures.insert(*number),
                _ => true,
            };
            self.reader.images += usize::from(is_new);
            return;
        }
        self.reader.forms += 1;
        if self.depth >= DEEPEST {
            return;
        }
        if self.reader.forms > MAX_FORMS {
            return file.fail(Fault::TooLarge);
        }
        let Some(bytes) = file.unpacked(stream) else { return };
        let own = file.of(&stream.dict, "Resources");
        let resources = own.dict().unwrap_or(self.resources);
        let list = file.of(&stream.dict, "Matrix");
        let numbers: Vec<f64> = list.list().unwrap_or_default().iter().filter_map(Object::number).collect();
        let matrix = <[f64; 6]>::try_from(numbers).map_or(Matrix::NONE, Matrix).then(&self.state.matrix);
        let artifact = self.artifact || self.marks.iter().any(|mark| mark.artifact);
        self.reader.draw(&bytes, resources, matrix, self.depth + 1, artifact);
    }
}
