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

/// What a paragraph is called at its beginning, with the blank and the dash behind it: its number, `Art. 1er. –`,
/// `Artículo 3.`, `Segundo.`
pub(super) fn label(text: &str) -> Option<&str> {
    if let Some(mark) = number(text) {
        return Some(mark);
    }
    let (first, rest) = text.split_once(char::is_whitespace)?;
    let bare = first.trim_end_matches(['–', '—', '-']);
    let word = bare.trim_end_matches('.').to_lowercase();
    let end = if PARTS.contains(&word.as_str()) {
        let mark = rest.trim_start().split(char::is_whitespace).next()?;
        let is_number = mark.starts_with(|c: char| c.is_numeric()) || is_roman(mark.trim_end_matches(['.', ':']));
        let is_label = is_number && mark.ends_with(['.', ':']);
        is_label.then(|| text.len() - rest.trim_start().len() + mark.len())?
    } else {
        (bare.ends_with('.') && ORDINALS.contains(&word.as_str())).then_some(first.len())?
    };
    let behind = text.get(end..)?.trim_start().trim_start_matches(['–', '—', '-']);
    (!behind.trim().is_empty()).then(|| text.get(..text.len() - behind.len())).flatten()
}

/// What parts of laws and treaties are called.
const PARTS: [&str; 20] = [
    "art",
    "article",
    "artículo",
    "artikel",
    "artigo",
    "статья",
    "ст",
    "пункт",
    "section",
    "sec",
    "§",
    "rule",
    "annex",
    "annexe",
    "anexo",
    "clause",
    "cláusula",
    "المادة",
    "مادة",
    "البند",
];
/// What they are called where they are counted in words.
const ORDINALS: [&str; 30] = [
    "primero",
    "segundo",
    "tercero",
    "cuarto",
    "quinto",
    "sexto",
    "séptimo",
    "octavo",
    "noveno",
    "décimo",
    "primera",
    "segunda",
    "tercera",
    "cuarta",
    "quinta",
    "sexta",
    "séptima",
    "octava",
    "novena",
    "décima",
    "único",
    "única",
    "первое",
    "второе",
    "третье",
    "erstens",
    "zweitens",
    "drittens",
    "firstly",
    "secondly",
];

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
    use super::{label, number};

    #[test]
    fn parts_of_laws_are_called_by_their_numbers() {
        for (text, meant) in [
            ("Art. 1er. – L’accord", Some("Art. 1er. –")),
            ("Artículo 3. El plazo", Some("Artículo 3.")),
            ("Статья 12. Суда", Some("Статья 12.")),
            ("Section IV: Ferries", Some("Section IV:")),
            ("Segundo. Quedan", Some("Segundo.")),
            ("SÉPTIMA.— Las partes", Some("SÉPTIMA.—")),
            ("7. The Board", Some("7.")),
            ("Article 5 says so. It", None),
            ("Segundo lugar. El", None),
            ("Section heads met.", None),
        ] {
            assert_eq!(label(text).map(str::trim_end), meant, "{text}");
        }
    }

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
