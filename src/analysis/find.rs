//! Find in the text that a tab shows.

use std::ops::Range;

use super::fold::{clings, letters};

/// The byte ranges of a text in which a query is found, in order and none overlapping another.
///
/// Letters are compared as [`fold`](super::fold::fold) sees them, and what a keyboard has one key for is one:
/// apostrophes, quotation marks, dashes, spaces. `-ise` and `-ize` are one ending. A range holds whole letters with
/// their accents and vowel signs, however long they are folded. White space around the query is ignored, and an empty
/// query is found nowhere.
pub fn ranges(text: &str, query: &str) -> Vec<Range<usize>> {
    let query: String = folded(query).into_iter().map(|letter| letter.folded).collect();
    let query: Vec<char> = query.trim().chars().collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    if query.is_empty() {
        return found;
    }
    let (written, text) = (text, folded(text));
    for first in 0..text.len() {
        // One character can fold to several letters, as `…` does to three stops; it is found once.
        let free = found.last().is_none_or(|last| last.end <= text[first].bytes.start);
        if free && stands_at(&text[first..], &query) {
            let end = text[first + query.len() - 1].bytes.end;
            found.push(text[first].bytes.start..end + clinging(&written[end..]));
        }
    }
    found
}

/// The byte ranges of the letters by which a text answers to a word: where the word stands in it as a whole, else those
/// of its letters that stand in it in their order; none where they do not.
pub fn spread(text: &str, word: &str) -> Vec<Range<usize>> {
    let whole = ranges(text, word);
    if let Some(first) = whole.into_iter().next() {
        return vec![first];
    }
    let (written, letters) = (text, folded(text));
    let mut wanted = folded(word).into_iter().map(|letter| letter.folded).filter(|letter| !letter.is_whitespace());
    let mut next = wanted.next();
    let mut found: Vec<Range<usize>> = Vec::new();
    for letter in letters {
        if next == Some(letter.folded) {
            next = wanted.next();
            let end = letter.bytes.end + clinging(&written[letter.bytes.end..]);
            match found.last_mut() {
                Some(last) if last.end >= letter.bytes.start => last.end = end,
                _ => found.push(letter.bytes.start..end),
            }
        }
    }
    if next.is_some() { Vec::new() } else { found }
}

/// How many bytes of a text stand on the letter before it.
fn clinging(text: &str) -> usize {
    text.chars().take_while(|character| clings(*character)).map(char::len_utf8).sum()
}

/// A folded letter and the bytes of the character it comes from, with the combining marks that follow.
struct Letter {
    folded: char,
    bytes: Range<usize>,
}

fn folded(text: &str) -> Vec<Letter> {
    let mut folded: Vec<Letter> = Vec::new();
    for (start, character) in text.char_indices() {
        let end = start + character.len_utf8();
        let before = folded.len();
        folded.extend(typed(character).map(|letter| Letter { folded: letter, bytes: start..end }));
        if folded.len() == before {
            // A combining mark belongs to the letter before it, which may have folded to several.
            let base = folded.last().map(|letter| letter.bytes.start);
            let same = |letter: &&mut Letter| Some(letter.bytes.start) == base;
            folded.iter_mut().rev().take_while(same).for_each(|letter| letter.bytes.end = end);
        }
    }
    folded
}

/// The folded letters of a character, and of characters that share a key the one on it.
pub(super) fn typed(character: char) -> impl Iterator<Item = char> {
    let key = match character {
        // The last of these are letters: the ʻokina and what is typed for it, ayin and hamza as they are transliterated.
        '‘' | '’' | '‚' | '‛' | '´' | '`' | '′' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ʾ' | 'ʿ' | 'ˈ' | 'ꞌ' | '՚' | '׳' => {
            Some('\'')
        }
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '״' => Some('"'),
        '\u{2010}'..='\u{2015}' | '\u{58a}' | '\u{5be}' | '−' => Some('-'),
        _ if character.is_whitespace() => Some(' '),
        _ => None,
    };
    key.into_iter().chain(key.is_none().then(|| letters(character)).into_iter().flatten())
}

fn stands_at(text: &[Letter], query: &[char]) -> bool {
    text.len() >= query.len() && (0..query.len()).all(|index| agrees(text, query, index))
}

/// Whether a letter is the one asked for, or is the `s` or `z` of `-ise`, `-isation` and their like.
///
/// What follows is read from the text, so that `organiz` finds while it is typed; what comes before is read from the
/// query, so that `z` alone finds no `s`.
fn agrees(text: &[Letter], query: &[char], index: usize) -> bool {
    let (found, asked) = (text[index].folded, query[index]);
    let is_ending = || {
        let before = index.checked_sub(1).map(|before| query[before]);
        let after = text.get(index + 1).map(|letter| letter.folded);
        before == Some('i') && matches!(after, Some('a' | 'e' | 'i'))
    };
    found == asked || (matches!((found, asked), ('s', 'z') | ('z', 's')) && is_ending())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{folded, ranges, spread};
    use crate::analysis::fold::fold;

    fn found<'a>(text: &'a str, query: &str) -> Vec<&'a str> {
        ranges(text, query).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn letters_of_a_word_are_found_together_or_strewn() {
        let found = |text, word| -> Vec<&str> { spread(text, word).into_iter().map(|range| &text[range]).collect() };
        assert_eq!(found("Türkiye", "turk"), ["Türk"]);
        assert_eq!(found("Türkmenistan", "tkm"), ["T", "km"]);
        assert_eq!(found("Türkiye", "tyr"), [""; 0]);
        assert_eq!(found("", "a"), [""; 0]);
    }

    #[test]
    fn case_accents_and_width_fold() {
        assert_eq!(found("Türkiye and TURKIYE", "turkiye"), ["Türkiye", "TURKIYE"]);
        assert_eq!(found("turkiye", "Türkiye"), ["turkiye"]);
        assert_eq!(found("Орёл, орел", "орел"), ["Орёл", "орел"]);
        assert_eq!(found("Орел", "ё"), ["е"]);
        assert_eq!(found("the ＵＡＥ", "uae"), ["ＵＡＥ"]);
        assert_eq!(found("尼泊尔和老挝", "老挝"), ["老挝"]);
    }

    #[test]
    fn a_combining_mark_belongs_to_the_letter_before() {
        assert_eq!(found("Tu\u{308}rkiye", "tu"), ["Tu\u{308}"]);
        assert_eq!(found("Tu\u{308}rkiye", "türkiye"), ["Tu\u{308}rkiye"]);
        assert_eq!(found("a\u{301}\u{302}", "A"), ["a\u{301}\u{302}"]);
        assert_eq!(found("\u{301}a", "a"), ["a"]);
        assert_eq!(found("ﬁ\u{301}n", "f"), ["ﬁ\u{301}"]);
    }

    #[test]
    fn a_mark_covers_what_was_written_however_it_folds() {
        assert_eq!(found("Ærø, Færøerne", "aero"), ["Ærø", "ærø"]);
        assert_eq!(found("die Straße", "strass"), ["Straß"]);
        assert_eq!(found("die STRASSE", "straß"), ["STRASS"]);
        assert_eq!(found("Nukuʻalofa", "nuku'a"), ["Nukuʻa"]);
        assert_eq!(found("العـراق", "العراق"), ["العـراق"]);
        assert_eq!(found("co\u{ad}operation", "coop"), ["co\u{ad}op"]);
        assert_eq!(found("भारत", "भ"), ["भा"], "a vowel sign is not torn off");
    }

    #[test]
    fn british_and_american_endings_fold() {
        assert_eq!(found("Shanghai Cooperation Organisation", "Organization"), ["Organisation"]);
        assert_eq!(found("Shanghai Cooperation Organization", "organisation"), ["Organization"]);
        assert_eq!(found("recognised, recognizing", "RECOGNIZ"), ["recognis", "recogniz"]);
        assert_eq!(found("Organisation, Organization", "organis"), ["Organis", "Organiz"]);
        assert_eq!(found("They organise", "size"), [""; 0]);
        assert_eq!(found("organisation", "z"), [""; 0]);
        assert_eq!(found("this is his island", "hiz"), [""; 0]);
    }

    #[test]
    fn what_the_keyboard_has_one_key_for_is_one() {
        assert_eq!(found("down 6.9\u{a0}% and 6.9\u{202f}%", "6.9 %"), ["6.9\u{a0}%", "6.9\u{202f}%"]);
        assert_eq!(found("down 6.9 %", "6.9\u{a0}%"), ["6.9 %"]);
        assert_eq!(found("Russia’s Pivot", "russia's"), ["Russia’s"]);
        assert_eq!(found("the “Partner” status", "\"partner\""), ["“Partner”"]);
        assert_eq!(found("Jan–Jun, −6.9", "-"), ["–", "−"]);
        assert_eq!(found("Lavrov-Wang", "Lavrov–Wang"), ["Lavrov-Wang"]);
    }

    #[test]
    fn matches_do_not_overlap() {
        assert_eq!(found("aaa", "aa"), ["aa"]);
        assert_eq!(found("aaaa", "aa"), ["aa", "aa"]);
        assert_eq!(found("and so on…", "."), ["…"]);
        assert_eq!(found("……", ".."), ["…", "…"]);
    }

    #[test]
    fn white_space_around_the_query_is_ignored_and_nothing_finds_nothing() {
        assert_eq!(found("Wang Yi", "\u{a0} wang  "), ["Wang"]);
        for nothing in ["", "  ", "\u{a0}\n", "\u{301}"] {
            assert_eq!(found("Wang Yi", nothing), [""; 0]);
            assert_eq!(found("", nothing), [""; 0]);
        }
        assert_eq!(found("", "Wang"), [""; 0]);
        assert_eq!(found("Wan", "Wang"), [""; 0]);
    }

    fn texts() -> impl Strategy<Value = String> {
        // Anything, and texts in which much folds and much is found.
        prop_oneof![
            ".{0,30}",
            "[aisz…ﬁ\u{301}\u{308}é \u{a0}’'İ한ﾞ]{0,12}",
            "[aesßẞæÆœøþıʻς\u{ad}\u{640}یيکكأइदि\u{94d}ｶﾞカ٢2]{0,12}",
        ]
    }

    proptest! {
        #[test]
        fn ranges_are_ordered_whole_characters(text in texts(), query in texts()) {
            let letter = text.chars().last().map(String::from).unwrap_or_default();
            for query in [query, letter] {
                let mut end = 0;
                for range in ranges(&text, &query) {
                    prop_assert!(end <= range.start && range.start < range.end);
                    prop_assert!(text.get(range.clone()).is_some());
                    end = range.end;
                }
            }
        }

        #[test]
        fn what_is_marked_folds_to_what_was_asked(text in texts(), at in any::<prop::sample::Index>(), long in 1usize..4) {
            let asked: String = fold(&text).chars().skip(at.index(30)).take(long).collect();
            for range in ranges(&text, &asked) {
                let marked: String = folded(&text[range]).into_iter().map(|letter| letter.folded).collect();
                let asked: String = folded(asked.trim()).into_iter().map(|letter| letter.folded).collect();
                // `-ise` is `-ize`, and what is typed is compared without the white space around it.
                let ending = |text: &str| text.replace('z', "s");
                prop_assert!(ending(&marked).contains(&ending(asked.trim())), "{asked:?} in {marked:?}");
            }
        }

        #[test]
        fn a_text_is_found_in_itself(text in texts()) {
            let shows_nothing = fold(&text).trim().is_empty();
            prop_assert!(shows_nothing || !ranges(&text, &text).is_empty());
        }
    }
}
