//! The words by which tables say money, scales and prices, in lower case. A word that ends with `*` stands for all that
//! begin so.

use super::Prices;

/// What a word says of what figures are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A currency, and whether it can be no other that goes by the same word.
    Money(&'static str, bool),
    /// A power of ten.
    Power(i32),
    /// One that is one only beside a currency: `m`, `k`.
    Short(i32),
    /// One that is one only before another: `100 million`, `百万`.
    Times(i32),
    Prices(Prices),
    Year(i16),
    /// `of`, between a scale and what it is of.
    Link,
    /// `in`, before what figures are in.
    In,
    /// `per`: what follows divides.
    Per,
    /// That it is no amount: a share, a change, an index.
    NoAmount,
    /// That it is a quantity, where no currency is named: weight, pieces.
    Quantity,
    /// What may stand beside money and says nothing of it.
    Filler,
    /// Nobody knows.
    Unknown,
}

/// Words for currencies that are none of others.
const MONEY: &[(&str, &[&str])] = &[
    ("USD", &["usd", "美元", "美金"]),
    ("EUR", &["eur", "euro", "euros", "ecu", "евро", "євро", "欧元", "歐元", "ユーロ", "유로", "يورو"]),
    ("CNY", &["cny", "rmb", "yuan", "renminbi", "юан*", "人民币", "人民幣", "元"]),
    ("GBP", &["gbp", "sterling", "英镑", "英鎊"]),
    ("JPY", &["jpy", "yen", "иен*", "日元", "日圓", "円", "엔"]),
    ("RUB", &["rub", "rouble*", "ruble*", "руб*", "卢布", "盧布"]),
    ("CHF", &["chf"]),
    ("KZT", &["kzt", "tenge", "тенге"]),
    ("BRL", &["brl", "reais"]),
    ("KRW", &["krw", "韩元", "韓元"]),
    ("INR", &["inr"]),
    ("XDR", &["xdr", "sdr", "sdrs"]),
    ("HKD", &["hkd", "港元", "港币", "港幣"]),
    ("TWD", &["twd", "新台币", "新臺幣", "台币"]),
    ("AUD", &["aud", "澳元"]),
    ("CAD", &["cad", "加元"]),
    ("PLN", &["zł", "zloty", "złoty*"]),
    ("CZK", &["kč"]),
    ("UAH", &["грн", "гривен*"]),
];

/// Words that several countries call their money by, with the one that is meant where no country is named.
const SHARED: &[(&str, &[&str])] = &[
    ("USD", &["$", "dollar", "dollars", "долл", "доллар*", "долар*", "dólar*", "dolar*", "ドル", "달러", "دولار"]),
    ("GBP", &["pound", "pounds"]),
    ("CHF", &["franc", "francs"]),
    ("INR", &["rupee", "rupees", "卢比"]),
    ("TRY", &["lira"]),
];

/// Countries before and behind such a word.
const OF_COUNTRY: &[(&str, &str, &[&str])] = &[
    (
        "USD",
        "USD",
        &["us", "usa", "american", "сша", "estadounidenses", "américains", "americanos", "americani", "أمريكي"],
    ),
    ("USD", "CAD", &["canadian"]),
    ("USD", "AUD", &["australian"]),
    ("USD", "NZD", &["zealand", "new"]),
    ("USD", "HKD", &["kong", "hong"]),
    ("USD", "SGD", &["singapore"]),
    ("USD", "TWD", &["taiwan"]),
    ("GBP", "EGP", &["egyptian"]),
    ("GBP", "GBP", &["british", "uk"]),
    ("CHF", "CHF", &["swiss"]),
    ("INR", "INR", &["indian"]),
    ("INR", "PKR", &["pakistani", "pakistan"]),
    ("TRY", "TRY", &["turkish"]),
];

/// What stands right before the sign of the dollar.
const DOLLARS: &[(&str, &[&str])] = &[
    ("USD", &["us"]),
    ("CAD", &["c", "ca", "can", "cad", "cdn"]),
    ("AUD", &["a", "au", "aud"]),
    ("NZD", &["nz"]),
    ("HKD", &["hk"]),
    ("TWD", &["nt"]),
    ("SGD", &["s", "sg"]),
    ("BRL", &["r", "br"]),
    ("MXN", &["mex", "mx"]),
];

/// Signs of currencies that are those of one.
pub const SIGNS: &[(char, &str)] =
    &[('€', "EUR"), ('£', "GBP"), ('₽', "RUB"), ('₹', "INR"), ('₺', "TRY"), ('₴', "UAH"), ('₩', "KRW"), ('₸', "KZT")];

/// Powers of ten. `Billionen` are no billions, and `billones` neither.
const POWERS: &[(i32, &[&str])] = &[
    (
        12,
        &[
            "trillion",
            "trillions",
            "tn",
            "trn",
            "трлн",
            "billionen",
            "billón",
            "billones",
            "billon",
            "trilh*",
            "兆",
            "조",
            "تريليون",
        ],
    ),
    (
        9,
        &[
            "billion",
            "billions",
            "bn",
            "bln",
            "bil",
            "mrd",
            "md",
            "mld",
            "mia",
            "mlrd",
            "milliard*",
            "miliard*",
            "miljard*",
            "bilh*",
            "milyar*",
            "miliar",
            "млрд",
            "миллиард*",
            "мільярд*",
            "مليار",
        ],
    ),
    (8, &["亿", "億", "억"]),
    (7, &["crore", "crores"]),
    (
        6,
        &[
            "million*",
            "mio",
            "mln",
            "mn",
            "mill",
            "millón*",
            "millon*",
            "milhõ*",
            "milhã*",
            "milho*",
            "milion*",
            "miljoen*",
            "miljon*",
            "milyon*",
            "juta",
            "млн",
            "миллион*",
            "мільйон*",
            "مليون",
        ],
    ),
    (5, &["lakh", "lakhs"]),
    (4, &["万", "萬", "만"]),
    (
        3,
        &[
            "thousand",
            "thousands",
            "ths",
            "thous",
            "tsd",
            "tausend",
            "000s",
            "miles",
            "milliers",
            "migliaia",
            "tys",
            "tis",
            "тыс",
            "тысяч*",
            "тис",
            "тисяч*",
            "千",
            "천",
            "ألف",
        ],
    ),
];

/// Those that stand for one only before another.
const TIMES: &[(i32, &[&str])] =
    &[(1, &["ten", "10", "十", "십"]), (2, &["hundred", "100", "百", "백"]), (3, &["mil"])];

/// Those that stand for one only beside a currency.
const SHORT: &[(i32, &[&str])] = &[(3, &["k"]), (6, &["m"]), (9, &["b"])];

const CURRENT: &[&str] = &["current", "nominal", "courant*", "corriente*", "jeweiligen", "текущ*", "现价", "現價"];
const CONSTANT: &[&str] = &[
    "constant*",
    "chained",
    "chain",
    "real",
    "deflated",
    "konstant*",
    "preisbereinigt*",
    "сопоставим*",
    "постоянн*",
    "不变价",
    "可比价",
    "不變價",
];

const LINKS: &[&str] = &["of", "de", "d", "di", "des", "da", "do", "du"];
const INS: &[&str] = &["in", "en", "em", "в", "у"];

const NO_AMOUNT: &[&str] = &[
    "percent*",
    "pct",
    "growth",
    "change*",
    "share*",
    "index",
    "indices",
    "ratio",
    "rank",
    "yoy",
    "mom",
    "deflator",
    "croissance",
    "variation",
    "évolution",
    "veränderung",
    "anteil",
    "wachstum",
    "variación",
    "crecimiento",
    "прирост",
    "рост",
    "темп*",
    "доля",
    "изменение",
    "同比",
    "环比",
    "環比",
    "增长",
    "增長",
    "增速",
    "比重",
    "占比",
    "前年比",
    "増減",
];

const QUANTITIES: &[&str] = &[
    "tonne*",
    "ton",
    "tons",
    "kg",
    "kilogram*",
    "barrel*",
    "litre*",
    "liter*",
    "quantity",
    "volume",
    "weight",
    "pieces",
    "тонн*",
    "т",
    "вес",
    "公斤",
    "吨",
    "噸",
    "数量",
];

const FILLERS: &[&str] = &[
    "value*",
    "val",
    "amount*",
    "trade",
    "goods",
    "merchandise",
    "services",
    "and",
    "total",
    "turnover",
    "export*",
    "import*",
    "exp",
    "imp",
    "prices",
    "basis",
    "fob",
    "cif",
    "annual",
    "monthly",
    "quarterly",
    "seasonally",
    "adjusted",
    "unadjusted",
    "sa",
    "nsa",
    "currency",
    "unit",
    "units",
    "the",
    "eq",
    "equivalent",
    "gross",
    "net",
    "commerce",
    "eksport*",
    "esporta*",
    "importa*",
    "ausfuhr*",
    "einfuhr*",
    "экспорт*",
    "импорт*",
    "оборот",
    "товарооборот",
    "стоимость",
    "сумма",
    "valor",
    "valeur",
    "wert",
    "montant",
    "exporta*",
    "bop",
    "balance",
    "volume",
    "exchange",
    "rate",
    "rates",
    "at",
    "on",
    "base",
    "year",
];

/// Capitals of currencies that are not listed above.
const CODES: &str = "AED AFN AMD ARS AUD AZN BDT BGN BHD BYN CAD CLP COP CZK DKK DZD EGP ETB GEL HKD HUF IDR ILS IQD \
    IRR JOD KES KGS KHR KWD LAK LBP LKR LYD MAD MDL MMK MNT MOP MXN MYR NGN NOK NPR NZD OMR PEN PHP PKR PLN QAR RON RSD \
    SAR SEK SGD SYP THB TJS TMT TND TRY TWD UAH UGX UZS VES VND XAF XOF YER ZAR";

fn is_one_of(word: &str, words: &[&str]) -> bool {
    let is = |own: &&str| own.strip_suffix('*').map_or(word == *own, |stem| word.starts_with(stem));
    words.iter().any(is)
}

fn find<K: Copy>(word: &str, list: &[(K, &[&str])]) -> Option<K> {
    list.iter().find(|(_, words)| is_one_of(word, words)).map(|(key, _)| *key)
}

/// The currency of three letters: those that words are as well only in capitals.
pub fn code(word: &str) -> Option<&'static str> {
    let known = MONEY.iter().map(|(code, _)| *code).chain(CODES.split_whitespace()).find(|code| *code == word)?;
    Some(known)
}

/// The currency of the letters right before `$`.
pub fn dollar_of(letters: &str) -> Option<&'static str> {
    find(letters, DOLLARS)
}

/// The currency of a word that several countries use, by a word beside it that names one.
pub fn of_country(currency: &str, beside: &str) -> Option<&'static str> {
    OF_COUNTRY.iter().find(|(own, _, words)| *own == currency && words.contains(&beside)).map(|(_, code, _)| *code)
}

/// The power of ten that a word stands for beside a currency.
pub fn scale(word: &str) -> Option<i32> {
    find(word, POWERS).or_else(|| find(word, SHORT))
}

/// What a word means by itself, as it is written and in lower case.
pub fn meaning(written: &str, word: &str) -> Meaning {
    if let Some(code) = find(word, MONEY).or_else(|| code(written)) {
        return Meaning::Money(code, true);
    }
    let prices = [(Prices::Current, CURRENT), (Prices::Constant(None), CONSTANT)];
    find(word, SHARED)
        .map(|code| Meaning::Money(code, false))
        .or_else(|| find(word, POWERS).map(Meaning::Power))
        .or_else(|| find(word, TIMES).map(Meaning::Times))
        .or_else(|| find(word, SHORT).map(Meaning::Short))
        .or_else(|| find(word, &prices).map(Meaning::Prices))
        .or_else(|| (word == "per").then_some(Meaning::Per))
        .or_else(|| is_one_of(word, LINKS).then_some(Meaning::Link))
        .or_else(|| is_one_of(word, INS).then_some(Meaning::In))
        .or_else(|| is_one_of(word, NO_AMOUNT).then_some(Meaning::NoAmount))
        .or_else(|| is_one_of(word, QUANTITIES).then_some(Meaning::Quantity))
        .or_else(|| is_one_of(word, FILLERS).then_some(Meaning::Filler))
        .unwrap_or(Meaning::Unknown)
}
