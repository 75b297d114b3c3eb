//! The signs of currencies.

/// Signs that stand for one currency, or for the few that share them.
pub(super) const SIGNS: [(&str, &[&str]); 9] = [
    ("US$", &["USD"]),
    ("CN¥", &["CNY"]),
    ("¥", &["CNY", "JPY"]),
    ("€", &["EUR"]),
    ("£", &["GBP"]),
    ("₽", &["RUB"]),
    ("₹", &["INR"]),
    ("₩", &["KRW"]),
    ("$", &["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"]),
];

/// The codes of the currencies that a sign stands for; none for a sign that nobody knows.
pub(in crate::analysis) fn codes_of(sign: &str) -> Option<&'static [&'static str]> {
    SIGNS.iter().find(|(known, _)| *known == sign).map(|(_, codes)| *codes)
}

/// Whether a word, folded, is one with which a sign begins: `US$`.
pub(super) fn begins_sign(word: &str) -> bool {
    SIGNS
        .iter()
        .any(|(sign, _)| sign.strip_suffix(['$', '¥']).is_some_and(|letters| letters.eq_ignore_ascii_case(word)))
}
