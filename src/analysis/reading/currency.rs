//! The signs of currencies.

/// Signs that stand for one currency, or for the few that share them.
pub(in crate::analysis) const SIGNS: [(&str, &[&str]); 9] = [
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
