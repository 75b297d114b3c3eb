//! The number that a paragraph begins with: `2.`, `3.1.`, `(b)`, `IV.`. It is cited with what it stands before.

/// The number that a text begins with, where something follows it.
pub(super) fn number(text: &str) -> Option<&str> {
    let (mark, rest) = text.split_once(char::is_whitespace)?;
    let bare = mark.trim_start_matches(['(', '[']);
    let bare = bare.strip_suffix([')', ']', '.'])?.trim_end_matches('.');
    let counts = |part: &str| {
        let count = part.chars().count();
        let is_number = (1..=3).contains(&count) && part.chars().all(|c| c.is_ascii_digit());
        is_number || count == 1 && part.chars().all(char::is_alphabetic) || is_roman(part)
    };
    let is_number = bare.split('.').count() <= 6 && bare.split('.').all(counts);
    (is_number && !rest.trim().is_empty()).then_some(mark)
}

/// Whether a word is a number below a hundred as Rome wrote it, all of it large or small.
fn is_roman(word: &str) -> bool {
    const TENS: [&str; 10] = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"];
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let (large, small) = (word.to_ascii_uppercase(), word.to_ascii_lowercase());
    let is_even = word == large || word == small;
    // The longest tens that it begins with: `XL` before `X`.
    let tens = TENS.iter().filter(|tens| large.starts_with(**tens)).max_by_key(|tens| tens.len());
    let rest = tens.and_then(|tens| large.strip_prefix(tens)).unwrap_or_default();
    is_even && !large.is_empty() && ONES.contains(&rest)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_before_paragraphs_are_known_from_what_sentences_begin_with() {
        for (text, meant) in [
            ("2. It asks", Some("2.")),
            ("3.1. It asks", Some("3.1.")),
            ("(b) to free", Some("(b)")),
            ("iv) to free", Some("iv)")),
            ("XIV. Ferries", Some("XIV.")),
            ("[7] Case", Some("[7]")),
            ("1998. It", None),
            ("3.1 million", None),
            ("MD. He", None),
            ("Mr. Holm", None),
            ("12.", None),
        ] {
            assert_eq!(number(text), meant, "{text}");
        }
    }
}
