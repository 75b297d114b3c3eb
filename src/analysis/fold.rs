//! Letters as a search sees them.

use std::iter;

use unicode_case_mapping::case_folded;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Text without case, accents and widths: `Türkiye` and `turkiye` fold to the same, as do `Орёл` and `орел`, `ΕΛΛΑΣ` and
/// `ελλάς`, `Łódź` and `lodz`, the Persian and the Arabic `ایران`, `カナ` and `ｶﾅ`.
///
/// Compatibility forms are decomposed and case is folded as Unicode says; then what has no decomposition but is read
/// and typed as another letter becomes that one. Each character folds by itself, so that what is found in a folded text
/// can be marked in the text itself.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(&mut folded, text);
    folded
}

/// The same, onto the end of what there is.
pub(super) fn fold_onto(folded: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            'A'..='Z' => folded.push(character.to_ascii_lowercase()),
            // Most of what is written, of which nothing is left out.
            'a'..='z' | '\0'..='@' | 'а'..='и' | 'к'..='я' | '\u{4e00}'..='\u{9fff}' => folded.push(character),
            other => folded.extend(letters(other)),
        }
    }
}

/// Folded text without what is neither letter nor digit: what a name or a title is known by, however it is set.
pub fn known_by(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The words of a text that is folded, however they are set apart.
pub fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// What a file or a folder may be called that holds a briefing of a name: letters, digits and hyphens, which every system
/// takes.
pub fn slug(name: &str) -> String {
    /// Four bytes of each letter and what follows the name stay within the 255 bytes that systems allow.
    const LETTERS: usize = 48;
    let joined: String = words(&fold(name)).collect::<Vec<_>>().join("-").chars().take(LETTERS).collect();
    let joined = joined.trim_end_matches('-');
    if joined.is_empty() { "briefing".to_owned() } else { joined.to_owned() }
}

/// As much of a word as stays in all its forms: its first letters.
pub fn stem(word: &str) -> &str {
    /// So many.
    const STEM: usize = 5;
    word.char_indices().nth(STEM).map_or(word, |(end, _)| &word[..end])
}

/// What [`fold`] makes of one character: no letter of an accent or of what does not show, several of a ligature.
pub(super) fn letters(character: char) -> impl Iterator<Item = char> {
    character.nfkd().filter(|part| !is_accent(*part) && !hides(*part)).flat_map(folded)
}

/// Whether a character stands on the letter before it: an accent, a vowel sign, a joiner.
pub(super) fn clings(character: char) -> bool {
    is_combining_mark(character) || hides(character)
}

/// Whether it is a mark that a reader may leave out. The vowels and tones of the scripts of India and of the south-east
/// of Asia are marks as well, but a word without them is another word.
pub(super) fn is_accent(character: char) -> bool {
    is_combining_mark(character)
        && !matches!(character,
            '\u{0900}'..='\u{109f}'
            | '\u{1700}'..='\u{17ff}'
            | '\u{1900}'..='\u{1aad}'
            | '\u{1b00}'..='\u{1cff}'
            | '\u{a800}'..='\u{abff}'
            | '\u{11000}'..='\u{11fff}')
}

/// Whether it is there for whoever sets the text, and not to be read: soft hyphens, joiners, marks of direction, and the
/// stroke that draws an Arabic word out.
const fn hides(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{61c}'
            | '\u{640}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
    )
}

/// One letter in its folded case, or what is typed for it.
fn folded(character: char) -> impl Iterator<Item = char> {
    let letter = case_folded(character).and_then(|letter| char::from_u32(letter.get())).unwrap_or(character);
    let (first, second) = match letter {
        'a'..='z' => (letter, None),
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'þ' => ('t', Some('h')),
        other => (plain(other), None),
    };
    iter::once(first).chain(second)
}

/// The letter that a reader types for one that has no decomposition.
const fn plain(letter: char) -> char {
    match letter {
        // Latin letters with a stroke, a hook or a bar, and those of one language's own.
        'ⱥ' => 'a',
        'ƀ' | 'ɓ' => 'b',
        'ȼ' | 'ƈ' => 'c',
        'ð' | 'đ' | 'ɖ' | 'ɗ' => 'd',
        'ə' | 'ǝ' | 'ɛ' | 'ɇ' => 'e',
        'ƒ' => 'f',
        'ǥ' | 'ɠ' => 'g',
        'ħ' | 'ⱨ' => 'h',
        'ı' | 'ɨ' | 'ɩ' => 'i',
        'ɉ' => 'j',
        'ĸ' | 'ƙ' | 'ⱪ' => 'k',
        'ł' | 'ƚ' | 'ⱡ' => 'l',
        'ŋ' | 'ɲ' => 'n',
        'ø' | 'ɔ' | 'ɵ' => 'o',
        'ƥ' | 'ᵽ' => 'p',
        'ɍ' => 'r',
        'ŧ' | 'ƭ' | 'ⱦ' => 't',
        'ʉ' | 'ʊ' => 'u',
        'ʋ' => 'v',
        'ƴ' | 'ɏ' => 'y',
        'ƶ' | 'ȥ' | 'ⱬ' => 'z',
        // Letters of the Arabic script that each language has a form of its own for.
        'ٱ' => 'ا',
        'ى' | 'ی' | 'ې' | 'ۍ' | 'ے' => 'ي',
        'ک' | 'ڪ' => 'ك',
        'ة' | 'ه' | 'ہ' | 'ھ' | 'ە' => 'ه',
        // One syllable, whichever of the two Japanese scripts it is written in.
        'ァ'..='ヶ' => shifted(letter, 'ァ' as u32 - 'ぁ' as u32),
        _ => digit(letter),
    }
}

/// A decimal digit of another script as the one that is typed for it.
const fn digit(letter: char) -> char {
    /// The noughts of other scripts; the nine other digits follow each.
    const NOUGHTS: [char; 18] = [
        '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}', '\u{c66}',
        '\u{ce6}', '\u{d66}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{17e0}', '\u{1810}',
    ];
    if (letter as u32) < 0x660 || letter as u32 > 0x1819 {
        return letter;
    }
    let mut script = 0;
    while script < NOUGHTS.len() {
        let nought = NOUGHTS[script] as u32;
        if letter as u32 >= nought && letter as u32 <= nought + 9 {
            return shifted(letter, nought - '0' as u32);
        }
        script += 1;
    }
    letter
}

const fn shifted(letter: char, by: u32) -> char {
    match char::from_u32(letter as u32 - by) {
        Some(letter) => letter,
        None => letter,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{fold, letters, slug};

    #[test]
    fn a_folder_is_called_as_its_briefing_in_any_script() {
        for (name, folder) in [
            ("Ministers agree on a night ferry", "ministers-agree-on-a-night-ferry"),
            ("О встрече в Пирее", "о-встрече-в-пирее"),
            ("../..\\ <>|", "briefing"),
        ] {
            assert_eq!(slug(name), folder);
        }
    }

    #[test]
    fn case_accents_and_yo_fold() {
        assert_eq!(fold("Türkiye"), fold("TURKIYE"));
        assert_eq!(fold("Орёл"), fold("орел"));
        assert_eq!(fold("ＵＡＥ"), "uae");
        assert_eq!(fold("尼泊尔"), "尼泊尔");
    }

    #[test]
    fn case_folds_as_unicode_folds_it() {
        assert_eq!(fold("ΟΔΟΣ"), fold("οδός"), "a final sigma is a sigma");
        assert_eq!(fold("STRASSE"), fold("Straße"));
        assert_eq!(fold("STRAẞE"), fold("strasse"));
        assert_eq!(fold("ԵՐԵՒԱՆ"), fold("Երևան"));
        assert_eq!(fold("İzmir"), "izmir");
        assert_eq!(fold("ᏣᎳᎩ"), fold("ꮳꮃꭹ"));
    }

    #[test]
    fn letters_without_a_decomposition_are_what_is_typed_for_them() {
        for (written, typed) in [
            ("Wałbrzych", "walbrzych"),
            ("Ålesund, Bodø", "alesund, bodo"),
            ("Đồng Nai", "dong nai"),
            ("Iğdır", "igdir"),
            ("Færøerne", "faeroerne"),
            ("Œuvre", "oeuvre"),
            ("Þórshöfn", "thorshofn"),
            ("Suðuroy", "suduroy"),
            ("Azərbaycan", "azerbaycan"),
            ("Ħamrun", "hamrun"),
        ] {
            assert_eq!(fold(written), typed);
        }
    }

    #[test]
    fn arabic_letters_are_one_in_every_language() {
        assert_eq!(fold("مصـــر"), fold("مصر"), "drawn out");
        assert_eq!(fold("كويتي"), fold("کویتی"), "Persian kaf and yeh");
        assert_eq!(fold("الأردن"), fold("الاردن"), "a hamza");
        assert_eq!(fold("سوريّةُ"), fold("سوريه"), "vowels and a teh marbuta");
        assert_eq!(fold("می\u{200c}شود"), fold("میشود"));
        assert_eq!(fold("ﻣﺼﺮ"), fold("مصر"), "forms of presentation");
        assert_eq!(fold("۲۰۲۴"), "2024");
    }

    #[test]
    fn what_does_not_show_is_no_letter() {
        assert_eq!(fold("co\u{ad}operation\u{2068}\u{2069}"), "cooperation");
    }

    #[test]
    fn kana_are_one_in_every_width_and_script() {
        assert_eq!(fold("ﾄﾞｲﾂ"), fold("ドイツ"));
        assert_eq!(fold("ドイツ"), fold("どいつ"));
    }

    #[test]
    fn vowels_and_tones_that_make_the_word_stay() {
        assert_ne!(fold("दिल्ली"), fold("दल"));
        assert_ne!(fold("ไก่"), fold("ไก"));
        assert_ne!(fold("မြန်မာ"), fold("မန"));
    }

    #[test]
    fn what_folds_to_itself_does_so_at_once() {
        for character in '\0'..='\u{ffff}' {
            assert_eq!(fold(&character.to_string()), letters(character).collect::<String>(), "{character:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn a_text_folds_as_its_characters_do(text in ".{0,40}") {
            prop_assert_eq!(text.chars().flat_map(letters).collect::<String>(), fold(&text));
        }
    }
}
