//! With which bytes some words begin, so that most others are known to be none of them before they are looked up.

use ahash::AHashMap;

/// Words with what each of them is; most words of a text are none of them.
#[derive(Clone, Debug)]
pub(super) struct WordTable<V> {
    words: AHashMap<String, V>,
    beginnings: Beginnings,
}

impl<V> Default for WordTable<V> {
    fn default() -> Self {
        Self { words: AHashMap::new(), beginnings: Beginnings::default() }
    }
}

impl<V: Default> WordTable<V> {
    /// What a word is, to be added to; it is added itself where it is not there.
    pub fn entry(&mut self, word: &str) -> &mut V {
        self.beginnings.add(word);
        self.words.entry(word.to_owned()).or_default()
    }

    /// What a word is, where it is one of them.
    pub fn get(&self, word: &str) -> Option<&V> {
        if self.beginnings.may_have(word) { self.words.get(word) } else { None }
    }
}

/// So many bits are kept, those of several beginnings in one.
const WORDS: usize = 64;
/// So many bytes tell.
const TELLING: usize = 3;

/// What some words begin with, one bit for each: what is not in it is none of them, and what is may be one.
#[derive(Clone, Debug)]
pub(super) struct Beginnings([u64; WORDS]);

impl Default for Beginnings {
    fn default() -> Self {
        Self([0; WORDS])
    }
}

impl Beginnings {
    /// Adds a word.
    pub fn add(&mut self, word: &str) {
        let (at, bit) = place(word);
        self.0[at] |= bit;
    }

    /// Whether a word can be one of them, or begin with one of them that has at least three bytes.
    pub fn may_have(&self, word: &str) -> bool {
        let (at, bit) = place(word);
        self.0[at] & bit != 0
    }
}

/// The bit of a word.
fn place(word: &str) -> (usize, u64) {
    let code = word.bytes().take(TELLING).fold(0_u32, |code, byte| code << 8 | u32::from(byte));
    // The upper bits of this product hang on all of its factor.
    let bit = code.wrapping_mul(0x9e37_79b9) >> 20;
    (bit as usize / 64, 1 << (bit % 64))
}

#[cfg(test)]
mod tests {
    use super::{Beginnings, WordTable};

    #[test]
    fn no_word_is_passed_over_and_hardly_any_taken_for_another() {
        let mut words = Beginnings::default();
        for word in ["a", "of", "member", "член", "成员"] {
            words.add(word);
        }
        for word in ["a", "of", "member", "members", "член", "члены", "成员", "成员国"] {
            assert!(words.may_have(word), "{word}");
        }
        let others = ["an", "trade", "me", "м", "", "государство", "国家", "ofen", "1"];
        assert!(others.iter().filter(|word| words.may_have(word)).count() <= 1, "of so many bits few are set");
    }

    #[test]
    fn a_word_is_looked_up_as_it_was_added() {
        let mut words: WordTable<u8> = WordTable::default();
        for word in ["of", "off", "член"] {
            *words.entry(word) += 1;
        }
        *words.entry("of") += 1;
        let found = ["of", "off", "offer", "o", "", "член", "члены"].map(|word| words.get(word).copied());
        assert_eq!(found, [Some(2), Some(1), None, None, None, Some(1), None]);
    }
}
