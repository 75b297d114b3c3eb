//! What a line never ends in.

use std::ops::Range;

use crate::words::NO_BREAK;

/// Each no-break space of a text together with the character before it, in which no line is to be broken.
///
/// Parley (0.11) lets a no-break space that is too much for a line hang over its end, as a space does, and so parts a
/// number from its unit or its groups from each other. Where the character before it does not wrap it goes back to where
/// a line may end.
pub fn unparted(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut before = 0;
    text.char_indices().filter_map(move |(at, character)| {
        let from = std::mem::replace(&mut before, at);
        (character == NO_BREAK).then(|| from..at + character.len_utf8())
    })
}

#[cfg(test)]
mod tests {
    use super::unparted;

    #[test]
    fn each_no_break_space_goes_with_what_stands_before_it() {
        let of = |text: &str| unparted(text).map(|range| text[range].to_owned()).collect::<Vec<_>>();
        assert_eq!(of("¥35\u{a0}535\u{a0}802, 7\u{a0}%"), ["5\u{a0}", "5\u{a0}", "7\u{a0}"]);
        assert_eq!(of("\u{a0}é\u{a0}\u{a0}"), ["\u{a0}", "é\u{a0}", "\u{a0}\u{a0}"]);
        assert!(of("a b").is_empty());
    }
}
