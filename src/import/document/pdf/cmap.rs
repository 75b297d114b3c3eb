//! Which letters the codes of a font stand for, as the font says; and how many bytes each code has.

use std::collections::BTreeMap;

use super::lexer::{Item, Lexer};
use super::object::Object;

/// The most entries of one.
const MOST: usize = 1 << 16;

/// Letters, or numbers of glyphs, by codes.
#[derive(Debug, Default)]
pub(super) struct Map {
    /// How many bytes codes have, and from which to which they go.
    spaces: Vec<(usize, u32, u32)>,
    /// By the first code of a range its last, and what the first stands for.
    letters: BTreeMap<u32, (u32, Vec<u16>)>,
    /// The same for glyphs.
    glyphs: BTreeMap<u32, (u32, u32)>,
}

impl Map {
    /// Reads one to its end, or as far as it makes sense.
    pub fn of(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut lexer = Lexer::of_page(bytes);
        let mut given: Vec<Object> = Vec::new();
        while let Some(item) = lexer.item() {
            match item {
                Item::Object(object) => {
                    if given.len() < 3 * MOST {
                        given.push(object);
                    }
                }
                Item::Word(word) => {
                    map.take(word, &given);
                    given.clear();
                }
                Item::Close => {}
            }
        }
        map
    }

    /// The codes of single digits.
    pub fn digits(&self) -> Vec<(u32, char)> {
        let of_range = |(first, (last, letters)): (&u32, &(u32, Vec<u16>))| {
            let base = match letters.as_slice() {
                [one] => u32::from(*one),
                _ => u32::MAX,
            };
            let codes = (*first, *last);
            ('0'..='9').filter_map(move |digit| {
                let code = codes.0.checked_add(u32::from(digit).checked_sub(base)?)?;
                (code <= codes.1).then_some((code, digit))
            })
        };
        self.letters.iter().flat_map(of_range).collect()
    }

    fn take(&mut self, word: &[u8], given: &[Object]) {
        if self.letters.len() + self.glyphs.len() > MOST {
            return;
        }
        match word {
            b"endcodespacerange" => {
                for pair in given.chunks_exact(2).take(256) {
                    if let (Some(low), Some(high)) = (pair[0].text(), pair[1].text()) {
                        self.spaces.push((low.len().clamp(1, 4), code(low), code(high)));
                    }
                }
            }
            b"endbfchar" => {
                for pair in given.chunks_exact(2) {
                    if let (Some(from), Some(to)) = (pair[0].text(), pair[1].text()) {
                        self.letters.insert(code(from), (code(from), wide(to)));
                    }
                }
            }
            b"endbfrange" => {
                for range in given.chunks_exact(3) {
                    let (Some(low), Some(high)) = (range[0].text(), range[1].text()) else { continue };
                    let (low, high) = (code(low), code(high));
                    match &range[2] {
                        Object::Text(to) => {
                            self.letters.insert(low, (high, wide(to)));
                        }
                        Object::List(all) => {
                            for (code, to) in (low..=high).zip(all) {
                                if let Some(to) = to.text() {
                                    self.letters.insert(code, (code, wide(to)));
                                }
                            }
                        }
                        _ => {}
                    }
                }
            }
            b"endcidchar" => {
                for pair in given.chunks_exact(2) {
                    if let (Some(from), Some(to)) = (pair[0].text(), pair[1].count()) {
                        self.glyphs.insert(code(from), (code(from), to as u32));
                    }
                }
            }
            b"endcidrange" => {
                for range in given.chunks_exact(3) {
                    if let (Some(low), Some(high), Some(to)) = (range[0].text(), range[1].text(), range[2].count()) {
                        self.glyphs.insert(code(low), (code(high), to as u32));
                    }
                }
            }
            _ => {}
        }
    }

    /// The letters of a code; none where it is not in it.
    pub fn letters(&self, code: u32) -> Option<String> {
        let (low, (high, to)) = self.letters.range(..=code).next_back()?;
        if code > *high {
            return None;
        }
        let mut to = to.clone();
        if let Some(last) = to.last_mut() {
            *last = last.wrapping_add((code - low) as u16);
        }
        Some(String::from_utf16_lossy(&to))
    }

    /// The number of the glyph of a code.
    pub fn glyph(&self, code: u32) -> Option<u32> {
        let (low, (high, to)) = self.glyphs.range(..=code).next_back()?;
        (code <= *high).then(|| to.wrapping_add(code - low))
    }

    /// How many bytes the code has that some bytes begin with.
    pub fn length(&self, bytes: &[u8]) -> usize {
        let fits = |length: &usize| {
            let Some(first) = bytes.get(..*length) else { return false };
            let value = code(first);
            self.spaces.iter().any(|(own, low, high)| own == length && (*low..=*high).contains(&value))
        };
        (1..=4).find(fits).unwrap_or_else(|| self.spaces.iter().map(|(length, ..)| *length).min().unwrap_or(2))
    }
}

/// Bytes as one number.
pub(super) fn code(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |code, byte| code << 8 | u32::from(*byte))
}

/// Letters in UTF-16; a single byte is one by itself.
fn wide(bytes: &[u8]) -> Vec<u16> {
    match bytes {
        [only] => vec![u16::from(*only)],
        _ => bytes.chunks_exact(2).take(64).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::Map;

    #[test]
    fn codes_lead_to_letters_one_by_one_and_in_ranges() {
        let map = Map::of(
            b"1 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange 2 beginbfchar <01> <0041> <02> <00660069> \
              endbfchar 2 beginbfrange <10> <12> <0430> <8001> <8002> [<4E2D> <D83DDE00>] endbfrange",
        );
        let letters = |code| map.letters(code).unwrap_or_default();
        assert_eq!([1, 2, 0x10, 0x12, 0x8001, 0x8002].map(letters), ["A", "fi", "а", "в", "中", "😀"]);
        assert_eq!(map.letters(0x13), None);
        assert_eq!((map.length(&[0x01, 0x80]), map.length(&[0x80, 0x01])), (1, 2));
    }
}
