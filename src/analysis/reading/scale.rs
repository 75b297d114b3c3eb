//! Words and signs that stand for a power of ten.

/// Words by the power they stand for, in lower case and without a point after them.
const WORDS: [(u8, &[&str]); 6] = [
    (
        3,
        &[
            "k",
            "thousand",
            "thousands",
            "tausend",
            "tsd",
            "mille",
            "milliers",
            "miles",
            "mil",
            "тыс",
            "тысяч",
            "тысячи",
            "тысяча",
            "ألف",
            "آلاف",
            "هزار",
        ],
    ),
    (5, &["lakh", "lakhs", "लाख"]),
    (
        6,
        &[
            "m",
            "mn",
            "mln",
            "mio",
            "million",
            "millions",
            "millionen",
            "millón",
            "millones",
            "milhão",
            "milhões",
            "milione",
            "milioni",
            "miljoen",
            "milyon",
            "juta",
            "triệu",
            "млн",
            "миллион",
            "миллиона",
            "миллионов",
            "مليون",
            "ملايين",
            "میلیون",
        ],
    ),
    (7, &["crore", "crores", "करोड़"]),
    (
        9,
        &[
            "b",
            "bn",
            "bln",
            "billion",
            "billions",
            "mrd",
            "md",
            "milliard",
            "milliards",
            "milliarde",
            "milliarden",
            "miliardo",
            "miliardi",
            "miljard",
            "milyar",
            "miliar",
            "tỷ",
            "млрд",
            "миллиард",
            "миллиарда",
            "миллиардов",
            "مليار",
            "مليارات",
            "میلیارد",
        ],
    ),
    (
        12,
        &[
            "tn",
            "trn",
            "trillion",
            "trillions",
            "bio",
            "billionen",
            "billón",
            "billones",
            "трлн",
            "триллион",
            "триллиона",
            "триллионов",
            "تريليون",
            "تریلیون",
        ],
    ),
];

/// Two words that stand for a power together, whatever ties them: `mil millones` and `miles de millones` are thousands of
/// millions.
const PAIRS: [(u8, &str, &str); 4] =
    [(9, "mil", "millones"), (9, "miles", "millones"), (9, "mil", "milhões"), (9, "тыс", "млн")];

/// What ties two such words to each other, and the latter to a unit.
pub(super) const TIES: [&str; 3] = ["de ", "d’", "d'"];

/// Signs of a power whose case matters: `MM` is something else.
const CASED: [(u8, &str); 1] = [(9, "mM")];

/// Signs that stand right behind a number and are multiplied with each other: `万亿` is ten to the twelfth.
const SIGNS: [(char, u8); 13] = [
    ('十', 1),
    ('百', 2),
    ('千', 3),
    ('천', 3),
    ('万', 4),
    ('萬', 4),
    ('만', 4),
    ('亿', 8),
    ('億', 8),
    ('억', 8),
    ('兆', 12),
    ('조', 12),
    ('백', 2),
];

/// The power of ten that a scale stands for, which can have two words: `bn`, `mil millones`.
pub(in crate::analysis) fn power_of(scale: &str) -> Option<u8> {
    let scale = scale.trim();
    let whole = || taken(scale).filter(|(_, rest)| rest.is_empty()).map(|(power, _)| power);
    power_of_word(scale).or_else(whole)
}

fn power_of_word(word: &str) -> Option<u8> {
    let signs = signs(word);
    if signs.1 > 0 && signs.1 == word.len() {
        return signs.0;
    }
    if let Some((power, _)) = CASED.iter().find(|(_, cased)| *cased == word) {
        return Some(*power);
    }
    let word = word.trim_end_matches('.').to_lowercase();
    WORDS.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(power, _)| *power)
}

/// The power of ten that what stands behind a number stands for, and, where it is of signs that another number may
/// follow, how many bytes they have.
pub(super) fn scale_after(after: &str) -> (Option<u8>, usize) {
    let (power, length) = signs(after);
    if length > 0 {
        return (power, length);
    }
    (taken(after.trim_start()).map(|(power, _)| power), 0)
}

/// The power of ten that the word of scale stands for with which a text begins, and what follows it.
pub(super) fn taken(text: &str) -> Option<(u8, &str)> {
    let (power, length) = signs(text);
    if length > 0 {
        return Some((power?, &text[length..]));
    }
    let (first, rest) = first_word(text);
    let rest = rest.trim_start_matches('.');
    let next = rest.trim_start();
    let (second, behind) = first_word(TIES.iter().find_map(|tie| next.strip_prefix(tie)).unwrap_or(next));
    let pair = PAIRS.iter().find(|(_, one, other)| first.eq_ignore_ascii_case(one) && second == *other);
    pair.map_or_else(|| Some((power_of_word(first)?, rest)), |(power, ..)| Some((*power, behind)))
}

/// The word that a text begins with, and what follows it.
fn first_word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_alphabetic() && !is_vowel_sign(c)).unwrap_or(text.len()))
}

/// Signs of Devanagari that are written onto a letter.
const fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{93a}'..='\u{94f}')
}

/// The power of the signs that a text begins with, and their length in bytes.
fn signs(text: &str) -> (Option<u8>, usize) {
    let power = |c: char| SIGNS.iter().find(|(sign, _)| *sign == c).map(|(_, power)| *power);
    let mut sum = None;
    let mut length = 0;
    for (c, own) in text.chars().map_while(|c| Some((c, power(c)?))) {
        let Some(next) = sum.unwrap_or(0_u8).checked_add(own).filter(|sum| *sum <= 16) else { break };
        (sum, length) = (Some(next), length + c.len_utf8());
    }
    (sum, length)
}

#[cfg(test)]
mod tests {
    use super::power_of;

    #[test]
    fn a_scale_can_have_two_words() {
        for scale in ["mil millones", "miles de millones", "mM", "mil milhões", "bn", "Mrd."] {
            assert_eq!(power_of(scale), Some(9), "{scale}");
        }
        assert_eq!(["millones", "a barrel", "MM"].map(power_of), [Some(6), None, None]);
    }
}
