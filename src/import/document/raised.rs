//! What is raised above the line: the mark of a note, a power, or letters of a word.

/// What a raised text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Raised {
    /// The mark of a note.
    Mark,
    /// A mark with which a line begins, as the note does that it stands for.
    Label,
    /// Numbers that belong to what is written, in signs that are no digits of the figure before them.
    Signs(String),
    /// The upper part of a fraction.
    Fraction,
    /// Letters of a word, such as those of 19th.
    Text,
}

/// Behind these a small number is a power: units of length and time, signs of formulas. Behind the last it is meant to be
/// lowered, and is no note either.
const POWERS: [&str; 26] = [
    "m", "km", "cm", "mm", "dm", "µm", "μm", "nm", "ft", "in", "yd", "mi", "s", "м", "км", "см", "мм", "дм", "x", "y",
    "z", "r", "R", "n", "mc", "CO",
];

/// What a raised text is, by what stands before it in its line and by the letter behind it.
pub(super) fn raised(text: &str, before: &str, behind: Option<char>) -> Raised {
    let whole = text.trim();
    let bare = whole.trim_matches(['[', ']', '(', ')']);
    let number = exponent(bare);
    if number.is_some() && matches!(behind, Some('/' | '⁄')) {
        return Raised::Fraction;
    }
    if let Some(number) = number
        && bare == whole
        && is_power(number, before)
    {
        return Raised::Signs(signs(bare));
    }
    if marks(bare).next().is_none() {
        return if number.is_some() { Raised::Signs(signs(bare)) } else { Raised::Text };
    }
    match before.chars().next_back() {
        None => Raised::Label,
        // What stands free before a word is no mark of the word before: the number of a verse, of an isotope.
        Some(c) if c.is_whitespace() && behind.is_some_and(char::is_alphabetic) && number.is_some() => {
            Raised::Signs(signs(bare))
        }
        Some(_) => Raised::Mark,
    }
}

/// The marks of notes that a raised text is made of: numbers of up to three digits, or signs.
pub(super) fn marks(text: &str) -> impl Iterator<Item = &str> {
    let bare = text.trim().trim_matches(['[', ']', '(', ')']);
    let parts = || bare.split([',', '–', '-', ' ', '\u{a0}']).filter(|part| !part.is_empty());
    let is_mark = |part: &str| {
        let count = part.chars().count();
        (1..=3).contains(&count)
            && (part.chars().all(|c| c.is_ascii_digit())
                || part.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶')))
    };
    let all = !bare.starts_with(['-', '–', '−', '+']) && parts().all(is_mark);
    parts().filter(move |_| all)
}

/// A whole number with or without a sign.
fn exponent(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['-', '–', '−', '+']).unwrap_or(text);
    let is_number = !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let size: i32 = is_number.then(|| digits.parse().ok()).flatten()?;
    Some(if digits.len() == text.len() || text.starts_with('+') { size } else { -size })
}

/// Whether a number that is raised behind a text is a power of what stands there.
fn is_power(number: i32, before: &str) -> bool {
    let last = |is: fn(char) -> bool| {
        let rest = before.trim_end_matches(is);
        (rest, before.get(rest.len()..).unwrap_or_default())
    };
    let (_, word) = last(char::is_alphabetic);
    if POWERS.contains(&word) {
        // Nobody writes the first power.
        return matches!(number, 2 | 3 | -3..=-1);
    }
    let (rest, digits) = last(|c| c.is_ascii_digit());
    digits == "10" && !rest.ends_with(['.', ','])
}

/// A number in raised signs.
fn signs(text: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let sign = |c: char| match c {
        '-' | '–' | '−' => '⁻',
        '+' => '⁺',
        _ => c.to_digit(10).and_then(|digit| RAISED.get(usize::try_from(digit).ok()?)).copied().unwrap_or(c),
    };
    text.chars().map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::{Raised, raised};

    #[test]
    fn marks_powers_and_letters_are_told_apart() {
        let signs = |text: &str| Raised::Signs(text.to_owned());
        for (before, text, behind, meant) in [
            ("Trade came to 7.4", "3", Some(' '), Raised::Mark),
            ("in 2019", "12", Some('.'), Raised::Mark),
            ("The fund holds 60", "(2)", Some(' '), Raised::Mark),
            ("They signed.", "[4]", Some(' '), Raised::Mark),
            ("the lake", "1,2", Some(' '), Raised::Mark),
            ("the fee", "*", None, Raised::Mark),
            ("30 km", "14", Some('.'), Raised::Mark),
            ("", "1", Some(' '), Raised::Label),
            ("25 km", "2", Some(' '), signs("²")),
            ("25\u{a0}m", "3", None, signs("³")),
            ("6.1 × 10", "9", Some(' '), signs("⁹")),
            ("5 m s", "-2", None, signs("⁻²")),
            ("8.10", "9", None, Raised::Mark),
            ("of ", "238", Some('U'), signs("²³⁸")),
            ("the base", "2024", None, signs("²⁰²⁴")),
            ("the 19", "th", Some(' '), Raised::Text),
            ("1", "er", Some(' '), Raised::Text),
            ("7 ", "1", Some('/'), Raised::Fraction),
        ] {
            assert_eq!(raised(text, before, behind), meant, "{before}^{text}");
        }
    }
}
