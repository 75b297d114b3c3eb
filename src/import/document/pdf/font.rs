//! Fonts of a PDF: what codes have, which letters they are, and how far each goes. How they look is nothing to a reader.

use std::collections::{BTreeMap, BTreeSet};

use super::cmap::{Map, code};
use super::file::File;
use super::names::{Encoding, letters};
use super::object::{Dict, Object};

/// A font as texts are read with it.
#[derive(Debug, Default)]
pub(super) struct Font {
    codes: Codes,
    to_letters: Option<Map>,
    /// The letters that differ from those of the encoding, by their codes.
    differing: BTreeMap<u8, Option<String>>,
    widths: Widths,
    /// The codes of digits that are drawn small and high, as the marks of notes are.
    above: BTreeSet<u32>,
    pub bold: bool,
    /// Whether its lines run from above.
    pub upright: bool,
}

/// What its codes are.
#[derive(Debug, Default)]
enum Codes {
    /// A byte each.
    One(Encoding),
    /// Two bytes each, the number of a glyph.
    #[default]
    Glyphs,
    /// As a map in the file says.
    Mapped(Map),
    /// Those of an encoding of texts.
    Text(&'static encoding_rs::Encoding),
}

/// How wide glyphs are, in thousandths of the size.
#[derive(Debug, Default)]
struct Widths {
    /// By the first of a range its last, and the width of each in it.
    by_glyph: BTreeMap<u32, (u32, f64)>,
    usual: f64,
}

impl Widths {
    fn of(&self, glyph: u32) -> Option<f64> {
        let (_, (last, width)) = self.by_glyph.range(..=glyph).next_back()?;
        (glyph <= *last).then_some(*width)
    }

    fn put(&mut self, glyph: u32, width: f64) {
        self.by_glyph.insert(glyph, (glyph, width));
    }
}

/// No font has more shapes of digits.
const MOST_DIGITS: usize = 200;

/// A code of a text as it is shown.
pub(super) struct Shown {
    /// None where the font gives none.
    pub letters: Option<String>,
    /// In parts of the size.
    pub width: f64,
    /// Whether it is small and stands high by its own shape.
    pub above: bool,
    /// Whether it is the blank that the distance of words is added to.
    pub blank: bool,
}

impl Font {
    pub fn of(dict: &Dict, file: &File<'_>) -> Self {
        let name = file.of(dict, "BaseFont");
        let name = name.name().unwrap_or_default().to_owned();
        let to_letters = match file.of(dict, "ToUnicode") {
            Object::Stream(stream) => file.trying(|| file.unpacked(&stream)).map(|bytes| Map::of(&bytes)),
            _ => None,
        };
        let lower = name.to_ascii_lowercase();
        let bold = ["bold", "black", "heavy"].iter().any(|word| lower.contains(word));
        let font =
            if file.of(dict, "Subtype").is_name("Type0") { composed(dict, file) } else { simple(dict, &name, file) };
        let mut font = Self { to_letters, bold, ..font };
        font.above = font.digits_above();
        font
    }

    /// The codes of digits that have a smaller shape beside their usual one. How high that stands is in the shape, which is
    /// not looked into: in prose a number is far more often above the line than below it.
    fn digits_above(&self) -> BTreeSet<u32> {
        let digits = self.to_letters.as_ref().map(Map::digits).unwrap_or_default();
        let digits: Vec<(u32, char, f64)> = digits
            .into_iter()
            .take(MOST_DIGITS)
            .filter_map(|(code, digit)| Some((code, digit, self.widths.of(self.glyph(code))?)))
            .collect();
        let usual = |digit: char| {
            digits.iter().filter(|(_, own, _)| *own == digit).map(|(.., width)| *width).fold(0.0, f64::max)
        };
        let small = |(_, digit, width): &&(u32, char, f64)| *width < 0.8 * usual(*digit);
        let widest = digits.iter().filter(small).map(|(.., width)| *width).fold(0.0, f64::max);
        // A digit that has only one shape is small where it is no wider than those that are.
        digits.iter().filter(|(.., width)| *width > 0.0 && *width <= 1.02 * widest).map(|(code, ..)| *code).collect()
    }

    fn glyph(&self, code: u32) -> u32 {
        match &self.codes {
            Codes::Mapped(map) => map.glyph(code).unwrap_or(code),
            _ => code,
        }
    }

    /// What some bytes show.
    pub fn shown(&self, bytes: &[u8]) -> Vec<Shown> {
        let mut shown = Vec::with_capacity(bytes.len());
        let mut at = 0;
        while at < bytes.len() {
            let rest = bytes.get(at..).unwrap_or_default();
            let length = self.length(rest).clamp(1, rest.len());
            at += length;
            shown.push(self.one(rest.get(..length).unwrap_or_default()));
        }
        shown
    }

    fn length(&self, rest: &[u8]) -> usize {
        match &self.codes {
            Codes::One(_) => 1,
            Codes::Glyphs => 2,
            Codes::Mapped(map) => map.length(rest),
            Codes::Text(encoding) if *encoding == encoding_rs::UTF_16BE => {
                if matches!(rest.first(), Some(0xd8..=0xdb)) { 4 } else { 2 }
            }
            Codes::Text(encoding) => match rest {
                [0..=0x80 | 0xff, ..] => 1,
                [0xa1..=0xdf, ..] if *encoding == encoding_rs::SHIFT_JIS => 1,
                [_, b'0'..=b'9', ..] if *encoding == encoding_rs::GB18030 => 4,
                _ => 2,
            },
        }
    }

    fn one(&self, bytes: &[u8]) -> Shown {
        let code = code(bytes);
        let byte = bytes.first().copied().unwrap_or_default();
        let own = || match &self.codes {
            Codes::One(encoding) => match self.differing.get(&byte) {
                Some(letters) => letters.clone(),
                None => encoding.letter(byte).map(String::from),
            },
            Codes::Glyphs | Codes::Mapped(_) => None,
            Codes::Text(encoding) => {
                let (text, broken) = encoding.decode_without_bom_handling(bytes);
                (!broken).then(|| text.into_owned())
            }
        };
        // What leads to nothing that can be read is no letter.
        let readable = |letters: &String| !letters.chars().any(|c| c == '\0' || c == '\u{fffd}');
        let told = self.to_letters.as_ref().and_then(|map| map.letters(code)).filter(readable);
        let usual = match &self.codes {
            Codes::Text(_) if bytes.len() == 1 => 500.0,
            _ => self.widths.usual,
        };
        Shown {
            letters: told.or_else(own),
            width: self.widths.of(self.glyph(code)).unwrap_or(usual) / 1000.0,
            above: self.above.contains(&code),
            blank: bytes == b" ",
        }
    }
}

fn simple(dict: &Dict, name: &str, file: &File<'_>) -> Font {
    let descriptor = file.of(dict, "FontDescriptor");
    let flags = descriptor.dict().and_then(|own| own.count("Flags")).unwrap_or_default();
    let is_symbol = ["Symbol", "ZapfDingbats", "Wingdings"].iter().any(|own| name.contains(own));
    let usual = if is_symbol {
        Encoding::Signs
    } else if file.of(dict, "Subtype").is_name("TrueType") && flags & 4 == 0 {
        Encoding::Windows
    } else {
        Encoding::Standard
    };
    let mut differing = BTreeMap::new();
    let encoding = match file.of(dict, "Encoding") {
        Object::Name(_) if is_symbol => usual,
        Object::Name(name) => std::str::from_utf8(&name).ok().and_then(Encoding::named).unwrap_or(usual),
        Object::Dict(own) => {
            let mut at = 0_usize;
            for entry in file.of(&own, "Differences").list().unwrap_or_default() {
                if let Some(code) = entry.count() {
                    at = code;
                } else if let (Some(name), Ok(code)) = (entry.name(), u8::try_from(at)) {
                    differing.insert(code, letters(name));
                    at += 1;
                }
            }
            file.of(&own, "BaseEncoding").name().and_then(Encoding::named).unwrap_or(usual)
        }
        _ => usual,
    };
    let mut widths = Widths::default();
    let first = file.of(dict, "FirstChar").count().unwrap_or_default();
    // The glyphs of a font that draws itself are measured in its own unit.
    let unit = match file.of(dict, "FontMatrix").list().and_then(|matrix| matrix.first()?.number()) {
        Some(unit) if file.of(dict, "Subtype").is_name("Type3") => unit * 1000.0,
        _ => 1.0,
    };
    for (code, width) in (first..256).zip(file.of(dict, "Widths").list().unwrap_or_default()) {
        if let Some(width) = file.resolved(width).number() {
            widths.put(code as u32, width * unit);
        }
    }
    widths.usual = descriptor.dict().and_then(|own| file.of(own, "MissingWidth").number()).unwrap_or_default();
    if widths.by_glyph.is_empty() {
        widths = standard(name, encoding);
    }
    Font { codes: Codes::One(encoding), differing, widths, ..Font::default() }
}

fn composed(dict: &Dict, file: &File<'_>) -> Font {
    let below = file.of(dict, "DescendantFonts");
    let below = below.list().and_then(|list| list.first()).map(|first| file.resolved(first).into_owned());
    let below = below.as_ref().and_then(Object::dict).cloned().unwrap_or_default();
    let mut upright = false;
    let codes = match file.of(dict, "Encoding") {
        Object::Stream(stream) => {
            file.trying(|| file.unpacked(&stream)).map_or(Codes::Glyphs, |bytes| Codes::Mapped(Map::of(&bytes)))
        }
        Object::Name(name) => {
            let name = String::from_utf8_lossy(&name).into_owned();
            upright = name.ends_with("-V");
            let ordering = file.of(&below, "CIDSystemInfo");
            let ordering = ordering.dict().map(|own| file.of(own, "Ordering"));
            let is_unicode = ordering.is_some_and(|own| own.text() == Some(b"UCS"));
            if is_unicode { Codes::Text(encoding_rs::UTF_16BE) } else { named(&name) }
        }
        _ => Codes::Glyphs,
    };
    let mut widths = Widths { usual: file.of(&below, "DW").number().unwrap_or(1000.0), ..Widths::default() };
    let list = file.of(&below, "W");
    file.look(list.list().map_or(0, <[Object]>::len));
    let mut list = list.list().unwrap_or_default().iter().map(|own| file.resolved(own));
    while let (Some(first), Some(second)) = (list.next(), list.next()) {
        let Some(first) = first.count() else { continue };
        if let Some(all) = second.list() {
            for (glyph, width) in (first as u32..).zip(all) {
                let width = file.resolved(width).number().unwrap_or(widths.usual);
                widths.put(glyph, width);
            }
        } else if let (Some(last), Some(width)) = (second.count(), list.next().and_then(|own| own.number())) {
            widths.by_glyph.insert(first as u32, (last as u32, width));
        }
    }
    Font { codes, widths, upright, ..Font::default() }
}

/// The codes of an encoding that has a name.
fn named(name: &str) -> Codes {
    let begins = |all: &[&str]| all.iter().any(|own| name.starts_with(own));
    Codes::Text(if begins(&["UniGB", "UniCNS", "UniJIS", "UniKS"]) {
        encoding_rs::UTF_16BE
    } else if begins(&["GB"]) {
        encoding_rs::GB18030
    } else if begins(&["B5", "ETen", "HKscs"]) {
        encoding_rs::BIG5
    } else if name.contains("RKSJ") {
        encoding_rs::SHIFT_JIS
    } else if begins(&["EUC-"]) {
        encoding_rs::EUC_JP
    } else if begins(&["KSC"]) {
        encoding_rs::EUC_KR
    } else {
        return Codes::Glyphs;
    })
}

/// How wide the letters are of a font that every reader has, and no file brings.
fn standard(name: &str, encoding: Encoding) -> Widths {
    const SANS: [u16; 95] = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584,
    ];
    const SERIF: [u16; 95] = [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500,
        500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722,
        611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444,
        500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722,
        500, 500, 444, 480, 200, 480, 541,
    ];
    let is_even = name.contains("Courier") || name.contains("Mono");
    let table = if name.contains("Times") || name.contains("Serif") { SERIF } else { SANS };
    let mut widths = Widths { by_glyph: BTreeMap::new(), usual: if is_even { 600.0 } else { 500.0 } };
    if is_even {
        return widths;
    }
    for code in 0..=255_u8 {
        // A letter is as wide as without what stands above it.
        let bare = encoding.letter(code).and_then(|letter| {
            use unicode_normalization::UnicodeNormalization as _;
            letter.nfd().next().filter(char::is_ascii)
        });
        let place = bare.and_then(|letter| (letter as usize).checked_sub(32));
        if let Some(width) = place.and_then(|place| table.get(place)) {
            widths.put(u32::from(code), f64::from(*width));
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::super::cmap::Map;
    use super::{Codes, Font, Widths};

    #[test]
    fn digits_of_a_second_and_smaller_shape_stand_above() {
        let map = "4 beginbfchar <01> <0031> <02> <0032> <11> <0031> <12> <0032> endbfchar 1 beginbfrange <20> <29> <0033> endbfrange";
        let mut widths = Widths::default();
        for (code, width) in [(0x01, 465.0), (0x02, 465.0), (0x11, 307.0), (0x12, 300.0), (0x20, 305.0), (0x21, 465.0)]
        {
            widths.put(code, width);
        }
        let codes = Codes::Glyphs;
        let font = Font { codes, widths, to_letters: Some(Map::of(map.as_bytes())), ..Font::default() };
        assert_eq!(font.digits_above().into_iter().collect::<Vec<_>>(), [0x11, 0x12, 0x20]);
        let mut widths = Widths::default();
        widths.put(0x01, 300.0);
        widths.put(0x02, 465.0);
        // A font whose `1` is narrow has no other.
        let font = Font { widths, to_letters: font.to_letters, ..Font::default() };
        assert!(font.digits_above().is_empty());
    }
}
