//! What a few small characters above a line are: the mark of a note, which is no part of its sentence, a power, or text.

/// What raised characters are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Raised {
    /// The mark of a note.
    Mark,
    /// A power or the number of an isotope, in characters that are raised by themselves, so that no figure takes it up.
    Power(String),
    /// A part of the text, as in `5th`.
    Text,
}

/// What some raised characters are, by what stands right before and behind them.
pub(super) fn raised(before: &str, raised: &str, behind: &str) -> Raised {
    let bare = raised.trim();
    // The upper half of a fraction.
    if behind.starts_with(['/', '⁄']) {
        return Raised::Text;
    }
    let marks = bare.trim_matches(['[', ']', '(', ')']);
    let is_mark = |one: &str| {
        let count = one.chars().count();
        let signs = one.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶'));
        (1..=3).contains(&count) && (signs || one.chars().all(|c| c.is_ascii_digit()))
    };
    let is_number = !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '−' | '–' | '+'));
    if is_number && (is_power(before, bare) || is_isotope(before, behind)) {
        return Raised::Power(bare.chars().filter_map(above).collect());
    }
    // Several notes may be cited at one place: `1,2`, `3–5`.
    if marks.split([',', ' ', '–', '-']).filter(|one| !one.is_empty()).all(is_mark)
        && marks.starts_with(|c: char| c.is_ascii_digit() || "*†‡§¶".contains(c))
    {
        return Raised::Mark;
    }
    Raised::Text
}

/// Whether a number above what stands before is a power of it: of a unit of length or time, of ten, of one letter.
fn is_power(before: &str, number: &str) -> bool {
    const UNITS: [&str; 20] = [
        "m", "km", "cm", "mm", "dm", "hm", "µm", "μm", "nm", "ft", "yd", "mi", "s", "м", "км", "см", "мм", "дм", "с",
        "ha",
    ];
    let tail = |is: fn(char) -> bool| {
        let rest = before.trim_end_matches(is);
        before.get(rest.len()..).unwrap_or_default()
    };
    let (word, digits) = (tail(char::is_alphabetic), tail(|c| c.is_ascii_digit() || matches!(c, '.' | ',')));
    let negative = number.starts_with(['-', '−', '–']);
    let small = negative || matches!(number, "2" | "3");
    let letter = word.chars().count() == 1 && !matches!(word, "a" | "A" | "I" | "y" | "о" | "и" | "в" | "я");
    digits == "10" || small && (UNITS.contains(&word) || letter)
}

/// Whether a number stands before the sign of an element: `²³⁵U`.
fn is_isotope(before: &str, behind: &str) -> bool {
    let opens = before.ends_with(|c: char| c.is_whitespace() || matches!(c, '(' | '-' | '–' | '/'));
    let sign: Vec<char> = behind.chars().take_while(|c| c.is_alphanumeric()).collect();
    opens && matches!(sign.as_slice(), [one] | [one, _] if one.is_ascii_uppercase())
}

/// A digit or a sign as it is written above the line.
const fn above(c: char) -> Option<char> {
    Some(match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        '+' => '⁺',
        '-' | '−' | '–' => '⁻',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Raised, raised};

    #[test]
    fn a_raised_number_is_a_mark_unless_it_is_a_power() {
        let power = |text: &str| Raised::Power(text.to_owned());
        for (before, number, behind, meant) in [
            ("It fell to 7.4", "3", " million", Raised::Mark),
            ("in 2011", "12", ".", Raised::Mark),
            ("said so.", "†", " They", Raised::Mark),
            ("both sides", "1,2", " met", Raised::Mark),
            ("of 40 km", "2", "", power("²")),
            ("of 40 km", "4", "", Raised::Mark),
            ("to them", "2", "", Raised::Mark),
            ("3 × 10", "9", " kg", power("⁹")),
            ("in 2010", "9", "", Raised::Mark),
            ("mol s", "-1", "", power("⁻¹")),
            ("enriched ", "235", "U by", power("²³⁵")),
            ("", "1", "Source", Raised::Mark),
            ("12 ", "1", "/2", Raised::Text),
            ("the 5", "th", " round", Raised::Text),
            ("in 2011", "2012", "", Raised::Text),
        ] {
            assert_eq!(raised(before, number, behind), meant, "{before}^{number}{behind}");
        }
    }
}
