//! What a figure is in, by the words and codes of tables: `US$ Thousand`, `MIO_EUR`, `万元`.

use crate::analysis::trade::magnitude::power_of;

/// What a figure is in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct UnitRead {
    /// The ISO 4217 code of a currency; empty where it is in none.
    pub currency: String,
    /// The power of ten that each value is to be multiplied by.
    pub power: i32,
    /// What it is in otherwise, such as `kg` or `%`.
    pub label: String,
}

/// What stands for a currency, in lower case. Longer ones come before those that they end with.
const CURRENCIES: &[(&str, &[&str])] = &[
    ("USD", &["usd", "us$", "u.s. dollar", "us dollar", "dollar", "美元", "долл", "$"]),
    ("EUR", &["eur", "euro", "ecu", "欧元", "евро", "€"]),
    ("CNY", &["cny", "rmb", "yuan", "renminbi", "人民币", "юан", "元"]),
    ("GBP", &["gbp", "pound sterling", "pounds", "英镑", "£"]),
    ("JPY", &["jpy", "yen", "日元", "иен", "円"]),
    ("RUB", &["rub", "rouble", "ruble", "卢布", "руб", "₽"]),
    ("INR", &["inr", "rupee", "卢比", "₹"]),
    ("CHF", &["chf", "franc"]),
    ("KZT", &["kzt", "tenge"]),
    ("TRY", &["try", "lira"]),
    ("BRL", &["brl", "real"]),
    ("KRW", &["krw", "won", "韩元"]),
    ("XDR", &["xdr", "sdr"]),
];

/// Words for powers of ten, in lower case; those of several words or signs first.
const POWERS: &[(i32, &[&str])] = &[
    (12, &["trillion", "万亿", "трлн"]),
    (8, &["亿", "100 million", "hundred million"]),
    (9, &["billion", "bn", "bln", "mrd", "milliard", "млрд", "十亿"]),
    (6, &["million", "mio", "mln", "mn", "百万", "млн", "1,000,000", "1000000", "1 000 000"]),
    (4, &["万", "ten thousand", "10,000", "10000"]),
    (3, &["thousand", "ths", "tsd", "thousands", "千", "тыс", "1,000", "1000", "'000", "000s", "1 000"]),
];

/// What a text says that figures are in.
pub fn unit(text: &str) -> UnitRead {
    let lower = text.to_lowercase();
    let has = |word: &str| {
        let alone = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        // A code or a word stands by itself, or with a plural; a sign or a Chinese word stands where it will.
        let is_word = word.chars().all(|c| c.is_ascii_alphabetic());
        lower.match_indices(word).any(|(at, _)| {
            let (before, after) =
                (lower.get(..at).unwrap_or_default(), lower.get(at + word.len()..).unwrap_or_default());
            let ends = alone(after.chars().next()) || matches!(after, "s") || after.starts_with("s ");
            !is_word || (alone(before.chars().next_back()) && ends)
        })
    };
    let currency = CURRENCIES.iter().find(|(_, words)| words.iter().any(|word| has(word)));
    let currency = currency.map(|(code, _)| (*code).to_owned()).or_else(|| {
        let code = text.trim();
        (code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) && is_money(code))
            .then(|| code.to_owned())
    });
    let power = POWERS.iter().find(|(_, words)| words.iter().any(|word| has(word))).map_or(0, |(power, _)| *power);
    if let Some(currency) = currency {
        UnitRead { currency, power, label: String::new() }
    } else {
        let own = power_of(text).unwrap_or_default();
        let is_scale = own > 0;
        let label = if is_scale { String::new() } else { text.trim().to_owned() };
        UnitRead { currency: String::new(), power: if is_scale { own.cast_signed() } else { 0 }, label }
    }
}

/// Whether three capitals are those of a currency that is not listed above.
fn is_money(code: &str) -> bool {
    const OTHERS: &str = "AED AFN AMD ARS AUD AZN BDT BGN BHD BYN CAD CLP COP CZK DKK DZD EGP ETB GEL HKD HUF IDR ILS IQD \
        IRR JOD KES KGS KHR KWD LAK LBP LKR LYD MAD MDL MMK MNT MOP MXN MYR NGN NOK NPR NZD OMR PEN PHP PKR PLN QAR RON RSD \
        SAR SEK SGD SYP THB TJS TMT TND TWD UAH UGX UZS VES VND YER ZAR";
    OTHERS.split_whitespace().any(|other| other == code)
}

/// The sign before a value in a currency.
pub fn sign_of(currency: &str) -> &str {
    match currency {
        "USD" => "US$",
        "EUR" => "€",
        "CNY" => "CN¥",
        "GBP" => "£",
        "JPY" => "¥",
        "RUB" => "₽",
        "INR" => "₹",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::unit;

    #[test]
    fn what_a_figure_is_in_is_read() {
        for (text, currency, power, label) in [
            ("US$", "USD", 0, ""),
            ("US$ Thousand", "USD", 3, ""),
            ("Unit: US$1,000", "USD", 3, ""),
            ("Trade Value (US$)", "USD", 0, ""),
            ("MIO_EUR", "EUR", 6, ""),
            ("THS_EUR", "EUR", 3, ""),
            ("VALUE_IN_EUROS", "EUR", 0, ""),
            ("单位：千美元", "USD", 3, ""),
            ("单位：万元人民币", "CNY", 4, ""),
            ("亿元", "CNY", 8, ""),
            ("Exports (million US dollars)", "USD", 6, ""),
            ("млрд долл. США", "USD", 9, ""),
            ("KZT", "KZT", 0, ""),
            ("PLN", "PLN", 0, ""),
            ("kg", "", 0, "kg"),
            ("% of GDP", "", 0, "% of GDP"),
            ("millions", "", 6, ""),
        ] {
            let read = unit(text);
            assert_eq!((read.currency.as_str(), read.power, read.label.as_str()), (currency, power, label), "{text}");
        }
    }
}
