//! A language for tests: every text accented and longer by half, what it is given left as it is.

use std::borrow::Cow;

/// What a letter becomes: one that reads alike and that no English text has.
const fn accented(letter: char) -> char {
    match letter {
        'a' => 'ȧ',
        'b' => 'ƀ',
        'c' => 'ƈ',
        'd' => 'ḓ',
        'e' => 'ḗ',
        'f' => 'ƒ',
        'g' => 'ɠ',
        'h' => 'ħ',
        'i' => 'ī',
        'j' => 'ĵ',
        'k' => 'ķ',
        'l' => 'ŀ',
        'm' => 'ḿ',
        'n' => 'ƞ',
        'o' => 'ǿ',
        'p' => 'ƥ',
        'q' => 'ɋ',
        'r' => 'ř',
        's' => 'ş',
        't' => 'ŧ',
        'u' => 'ŭ',
        'v' => 'ṽ',
        'w' => 'ẇ',
        'x' => 'ẋ',
        'y' => 'ẏ',
        'z' => 'ẑ',
        other => other,
    }
}

/// A text accented, every second letter doubled.
pub(super) fn transform(text: &str) -> Cow<'_, str> {
    let mut made = String::with_capacity(text.len() * 3);
    let mut letters = 0_usize;
    for letter in text.chars() {
        let shown = if letter.is_ascii_uppercase() {
            accented(letter.to_ascii_lowercase()).to_uppercase().next().unwrap_or(letter)
        } else {
            accented(letter)
        };
        made.push(shown);
        if letter.is_alphabetic() {
            letters += 1;
            if letters.is_multiple_of(2) {
                made.push(shown);
            }
        }
    }
    Cow::Owned(made)
}
