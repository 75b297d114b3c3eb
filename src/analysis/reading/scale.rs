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

/// Two words that stand for a power together: `mil millones` is a thousand millions.
const PAIRS: [(u8, &str, &str); 2] = [(9, "mil", "millones"), (9, "тыс", "млн")];

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

/// The power of ten that a word of scale stands for.
pub(in crate::analysis) fn power_of(word: &str) -> Option<u8> {
    let signs = signs(word);
    if signs.1 > 0 && signs.1 == word.len() {
        return signs.0;
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
    let (second, behind) = first_word(rest.trim_start());
    let pair = PAIRS.iter().find(|(_, one, other)| first.eq_ignore_ascii_case(one) && second == *other);
    pair.map_or_else(|| Some((power_of(first)?, rest)), |(power, ..)| Some((*power, behind)))
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
