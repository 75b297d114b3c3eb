//! What a figure is in, by the words and codes of tables: `US$ Thousand`, `MIO_EUR`, `万元`, `C$ m`.

mod tokens;
mod words;

use self::tokens::{Token, tokens};
use self::words::Meaning;
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
    /// At which prices it is counted.
    pub prices: Prices,
}

impl UnitRead {
    /// What figures are in that are of one series: a currency or something else, and the year of constant prices. Where some
    /// say that prices are current and others nothing, they are of the same.
    pub fn kind(&self) -> (&str, &str, Prices) {
        let prices = if self.prices == Prices::Current { Prices::Unsaid } else { self.prices };
        (&self.currency, &self.label, prices)
    }
}

/// At which prices money is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prices {
    /// Nothing is said of it.
    #[default]
    Unsaid,
    /// Those of each period.
    Current,
    /// Those of a year, where that is named.
    Constant(Option<i16>),
}

/// What a text says of what figures are in. It may say other things as well: it may be the head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Nothing of it.
    Nothing,
    /// A scale, without what it is of.
    Scale(i32),
    /// A currency, with the word that it is guessed from where several countries use that.
    Money(UnitRead, Option<String>),
    /// That it is no amount of money: a share, a change, a price, a weight.
    NoMoney,
    /// A currency or a scale, beside something that nobody knows: the scale, and what that is.
    Unclear(i32, String),
}

/// What a text says that figures are in, and nothing else. What is not understood is told as it stands.
pub fn unit(text: &str) -> UnitRead {
    let is_scale = |token: &Token<'_>| {
        matches!(token.means, None | Some(Meaning::Power(_) | Meaning::Times(_) | Meaning::Link | Meaning::In))
    };
    match said(text) {
        Said::Money(unit, _) => unit,
        Said::Scale(power) if tokens(text).iter().all(is_scale) => UnitRead { power, ..UnitRead::default() },
        _ => match power_of(text).filter(|power| *power > 0) {
            Some(power) => UnitRead { power: power.cast_signed(), ..UnitRead::default() },
            None => UnitRead { label: text.trim().to_owned(), ..UnitRead::default() },
        },
    }
}

/// What a text says of what figures are in.
pub fn said(text: &str) -> Said {
    // The points of what is shortened part nothing.
    let text = ["U.S.A.", "U.S.", "u.s.", "f.o.b.", "F.O.B.", "c.i.f.", "C.I.F."]
        .iter()
        .fold(text.to_owned(), |text, short| text.replace(short, &short.replace('.', "")));
    let tokens = tokens(&text);
    let has = |meaning: Meaning| tokens.iter().any(|token| token.means == Some(meaning));
    if has(Meaning::NoAmount) || tokens.windows(3).any(is_against_before) {
        return Said::NoMoney;
    }
    let currency = match currency(&tokens) {
        Ok(currency) => currency,
        Err(what) => return Said::Unclear(0, what),
    };
    if currency.is_none() && tokens.iter().any(|token| is_quantity(token, &tokens)) {
        return Said::NoMoney;
    }
    let parts: Vec<&[Token<'_>]> = tokens.split(|token| matches!(token.means, None | Some(Meaning::In))).collect();
    let mut scales: Vec<i32> = parts.iter().flat_map(|part| scales(part, currency.is_some())).collect();
    scales.dedup();
    let power = scales.first().copied().unwrap_or_default();
    if scales.len() > 1 {
        return Said::Unclear(0, text.trim().to_owned());
    }
    let mut unknown = None;
    for (number, part) in parts.iter().enumerate() {
        match beside(part, number == 0, scales.is_empty()) {
            Beside::Nothing => {}
            Beside::Divided => return Said::NoMoney,
            Beside::Unknown(what) => unknown = unknown.or(Some(what)),
        }
    }
    match (currency, unknown) {
        (_, Some(what)) => Said::Unclear(power, what),
        (Some((code, word)), None) => {
            let (currency, prices) = (code.to_owned(), prices(&tokens));
            Said::Money(UnitRead { currency, power, label: String::new(), prices }, word)
        }
        (None, None) if !scales.is_empty() => Said::Scale(power),
        (None, None) => Said::Nothing,
    }
}

/// Whether a token says that figures are quantities; the volume of trade is one of money.
fn is_quantity(token: &Token<'_>, tokens: &[Token<'_>]) -> bool {
    let is = |token: &Token<'_>, word: &str| token.text.eq_ignore_ascii_case(word);
    token.means == Some(Meaning::Quantity) && !(is(token, "volume") && tokens.iter().any(|token| is(token, "trade")))
}

/// `y/y`, `m/m`: a change against what was before.
fn is_against_before(tokens: &[Token<'_>]) -> bool {
    match tokens {
        [one, Token { means: Some(Meaning::Per), .. }, other] => {
            one.text.eq_ignore_ascii_case(other.text) && one.text.chars().count() == 1
        }
        _ => false,
    }
}

/// Whether a unit is so much of goods, a weight or a number of them, and no share of something. A volume is as often an index.
pub fn is_of_goods(unit: &str) -> bool {
    let tokens = tokens(unit);
    let is_other =
        |token: &Token<'_>| matches!(token.means, Some(Meaning::NoAmount | Meaning::Money(..) | Meaning::Per));
    let is_volume = |token: &Token<'_>| token.text.eq_ignore_ascii_case("volume");
    tokens.iter().any(|token| token.means == Some(Meaning::Quantity) && !is_volume(token))
        && !tokens.iter().any(is_other)
}

/// At which prices a text says that figures are; what is said of something else, such as the current account, is none.
pub fn prices_in(text: &str) -> Prices {
    const WORDS: [&str; 6] = ["price", "prix", "precio", "preis", "цен", "价"];
    let lower = text.to_lowercase();
    let of_prices = WORDS.iter().any(|word| lower.contains(word)) || matches!(said(text), Said::Money(..));
    if of_prices { prices(&tokens(text)) } else { Prices::Unsaid }
}

/// Whether a head has words of which nobody knows that they say no more than which way all goods go.
pub fn says_more(text: &str) -> bool {
    tokens(text).iter().any(is_more)
}

fn is_more(token: &Token<'_>) -> bool {
    token.means == Some(Meaning::Unknown) || names_services(token.text)
}

/// Whether a text names services, which are no goods whatever stands beside them.
pub fn names_services(text: &str) -> bool {
    const SERVICES: [&str; 10] =
        ["servi", "dienst", "услуг", "послуг", "hizmet", "usług", "服务", "服務", "サービス", "خدمات"];
    let lower = text.to_lowercase();
    SERVICES.iter().any(|word| lower.contains(word))
}

/// The words of a name of a flow that say more than which way goods go: `Services` of `Services exports`, `goods and services`
/// of `Exports of goods and services (USD)`. Empty where none do.
pub fn more_of(text: &str) -> String {
    /// What stands in names of flows that are of all goods, in scripts without blanks between words.
    const PLAIN: &str = "进進出口輸输入货貨物商品贸貿易总總值额額金合计計";
    let tokens = tokens(text);
    let wordless = |token: &Token<'_>| token.text.chars().all(tokens::is_wordless);
    let more = |token: &Token<'_>| {
        let is_unknown_sign = token.means == Some(Meaning::Filler) && wordless(token) && !PLAIN.contains(token.text);
        is_more(token) || is_unknown_sign
    };
    let Some(mut first) = tokens.iter().position(more) else { return String::new() };
    let last = tokens.iter().rposition(more).unwrap_or(first);
    // `goods and services` is one thing.
    let leads = |token: &Token<'_>| ["and", "goods", "merchandise"].contains(&token.text.to_lowercase().as_str());
    while first.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(leads) {
        first -= 1;
    }
    let mut said = String::new();
    for token in tokens.get(first..=last).into_iter().flatten().filter(|token| token.means.is_some()) {
        if !said.is_empty() && !wordless(token) {
            said.push(' ');
        }
        said.push_str(token.text);
    }
    said
}

/// A currency, and the word that it is guessed from.
type Guessed = (&'static str, Option<String>);

/// The currency that is named; an error where there are several.
fn currency(tokens: &[Token<'_>]) -> Result<Option<Guessed>, String> {
    let of = |sure: bool| {
        let own = tokens.iter().filter_map(move |token| match token.means {
            Some(Meaning::Money(code, own)) if own == sure => Some((code, token.text)),
            _ => None,
        });
        own.collect::<Vec<_>>()
    };
    let (named, guessed) = (of(true), of(false));
    let is_sure = !named.is_empty();
    let all = if is_sure { named } else { guessed };
    let Some((first, word)) = all.first() else { return Ok(None) };
    match all.iter().find(|(code, _)| code != first) {
        Some((_, other)) => Err(format!("{word}, {other}")),
        None => Ok(Some((*first, (!is_sure).then(|| (*word).to_owned())))),
    }
}

/// The powers of ten that a part of a text names; words that stand together are multiplied.
fn scales(part: &[Token<'_>], is_money: bool) -> Vec<i32> {
    let mut found = Vec::new();
    let mut running: Option<(i32, bool)> = None;
    for (at, token) in part.iter().enumerate() {
        let (power, is_one) = match token.means {
            Some(Meaning::Power(power)) => (power, true),
            Some(Meaning::Times(power)) => (power, false),
            Some(Meaning::Short(power)) if is_money && (part.len() == 1 || is_by_money(part, at)) => (power, true),
            Some(Meaning::Link) => continue,
            _ => {
                found.extend(running.take().filter(|(_, is_one)| *is_one).map(|(power, _)| power));
                continue;
            }
        };
        let (before, was_one) = running.unwrap_or_default();
        running = Some((before + power, was_one || is_one));
    }
    found.extend(running.filter(|(_, is_one)| *is_one).map(|(power, _)| power));
    found
}

/// Whether a currency stands beside a token, with nothing but `of` between them.
fn is_by_money(part: &[Token<'_>], at: usize) -> bool {
    let is_link = |token: &&Token<'_>| token.means == Some(Meaning::Link);
    let (before, behind) = part.split_at(at);
    let near = [before.iter().rev().find(|token| !is_link(token)), behind.iter().skip(1).find(|token| !is_link(token))];
    near.into_iter().flatten().any(|token| matches!(token.means, Some(Meaning::Money(..))))
}

/// What stands beside the currency or the scale of a part of a text.
enum Beside {
    Nothing,
    /// Something that it is divided by: `USD/tonne`.
    Divided,
    /// Something that nobody knows, which may be a scale or make another currency of it.
    Unknown(String),
}

fn beside(part: &[Token<'_>], is_first: bool, has_no_scale: bool) -> Beside {
    let is_money = |token: &Token<'_>| matches!(token.means, Some(Meaning::Money(..)));
    let is_scale = |token: &Token<'_>| matches!(token.means, Some(Meaning::Power(_)));
    let place = part.iter().position(is_money).or_else(|| part.iter().position(is_scale));
    let Some(place) = place else { return Beside::Nothing };
    let is_own = |token: &Token<'_>| {
        let own =
            matches!(token.means, Some(Meaning::Link | Meaning::Prices(_) | Meaning::Year(_) | Meaning::Power(_)));
        own || is_money(token)
    };
    let is_scale_of = |at: usize, token: &Token<'_>| match token.means {
        Some(Meaning::Short(_)) => is_by_money(part, at),
        // A hundred by itself is no scale.
        Some(Meaning::Times(_)) => !has_no_scale,
        _ => false,
    };
    let is_within = |at: usize| part.get(at).is_some_and(|token| is_own(token) || is_scale_of(at, token));
    let first = (0..place).rev().take_while(|at| is_within(*at)).last().unwrap_or(place);
    let last = (place..part.len()).take_while(|at| is_within(*at)).last().unwrap_or(place);
    let strange = |token: &&Token<'_>| {
        matches!(token.means, Some(Meaning::Unknown | Meaning::Quantity | Meaning::Times(_) | Meaning::Short(_)))
    };
    match part.get(last + 1) {
        Some(Token { means: Some(Meaning::Per), .. }) => {
            let divisor = part.get(last + 2).filter(|token| !matches!(token.means, Some(Meaning::Filler)));
            if divisor.is_some() {
                return Beside::Divided;
            }
        }
        Some(token) if strange(&token) => return Beside::Unknown(token.text.to_owned()),
        _ => {}
    }
    // Before it, in the first part of a head, stands what is counted; without a scale it may be one that is not known.
    let before = first.checked_sub(1).and_then(|at| part.get(at)).filter(strange);
    match before {
        Some(token) if !is_first || (has_no_scale && part.iter().any(is_money)) => {
            Beside::Unknown(token.text.to_owned())
        }
        _ => Beside::Nothing,
    }
}

/// The prices that are named.
fn prices(tokens: &[Token<'_>]) -> Prices {
    let named = tokens.iter().enumerate().find_map(|(at, token)| match token.means {
        // `at constant exchange rates`
        Some(Meaning::Prices(prices)) => {
            tokens.get(at + 1).is_none_or(|next| !next.text.eq_ignore_ascii_case("exchange")).then_some(prices)
        }
        _ => None,
    });
    match named {
        Some(Prices::Constant(_)) => Prices::Constant(tokens.iter().find_map(|token| match token.means {
            Some(Meaning::Year(year)) => Some(year),
            _ => None,
        })),
        other => other.unwrap_or_default(),
    }
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
    use proptest::prelude::*;

    use super::{Prices, Said, UnitRead, is_of_goods, more_of, said, unit};

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

    #[test]
    fn currencies_and_scales_are_read_in_the_heads_of_columns() {
        for (text, currency, power) in [
            ("Exports (£m)", "GBP", 6),
            ("Exports ($M)", "USD", 6),
            ("Exports, $ millions", "USD", 6),
            ("Exportations (M€)", "EUR", 6),
            ("Exportations (Md€)", "EUR", 9),
            ("k€", "EUR", 3),
            ("millones de US$", "USD", 6),
            ("miles de millones de euros", "EUR", 9),
            ("milhões de US$", "USD", 6),
            ("mil milhões de euros", "EUR", 9),
            ("mil. EUR", "EUR", 6),
            ("milioni di euro", "EUR", 6),
            ("億円", "JPY", 8),
            ("輸出額(億円)", "JPY", 8),
            ("tn USD", "USD", 12),
            ("US$ b", "USD", 9),
            ("lakh crore ₹", "INR", 12),
            ("MEUR", "EUR", 6),
            ("USDbn", "USD", 9),
            ("kSEK", "SEK", 3),
            ("C$ million", "CAD", 6),
            ("A$m", "AUD", 6),
            ("Exports (HK$ mn)", "HKD", 6),
            ("NT$ 100 million", "TWD", 8),
            ("R$ milhões", "BRL", 6),
            ("Mex$ bn", "MXN", 9),
            ("million New Zealand dollars", "NZD", 6),
            ("мільйонів доларів США", "USD", 6),
            ("백만 달러", "USD", 6),
            ("US$'000", "USD", 3),
            ("value_usd_thousand", "USD", 3),
            ("Exports to Chad USD bn", "USD", 9),
            ("Euros, Millions", "EUR", 6),
            ("USD thousand million", "USD", 9),
            ("Trade volume, million AUD", "AUD", 6),
        ] {
            let money = if let Said::Money(unit, _) = said(text) { Some(unit) } else { None };
            let unit = money.expect(text);
            assert_eq!((unit.currency.as_str(), unit.power), (currency, power), "{text}");
        }
    }

    #[test]
    fn what_is_not_understood_is_not_dropped() {
        for (text, expected) in [
            ("Exports (zillion USD)", Said::Unclear(0, "zillion".to_owned())),
            ("Exports zillion USD", Said::Unclear(0, "zillion".to_owned())),
            ("USD zillion", Said::Unclear(0, "zillion".to_owned())),
            ("Exports (Z$ m)", Said::Unclear(6, "Z".to_owned())),
            ("Exports (Egyptian pounds)", Said::Money(egyptian(), None)),
            ("Exports (Syrian pounds)", Said::Unclear(0, "Syrian".to_owned())),
            ("Exports (kr million)", Said::Unclear(6, "kr".to_owned())),
            ("Exports (T€)", Said::Unclear(0, "T".to_owned())),
            ("million USD (thousand)", Said::Unclear(0, "million USD (thousand)".to_owned())),
            ("mil EUR", Said::Unclear(0, "mil".to_owned())),
            ("Exports, USD or EUR", Said::Unclear(0, "USD, EUR".to_owned())),
            ("USD/tonne", Said::NoMoney),
            ("US$ per barrel", Said::NoMoney),
            ("Exports, % of GDP", Said::NoMoney),
            ("Export growth", Said::NoMoney),
            ("Imports, y/y", Said::NoMoney),
            ("Импорт, г/г", Said::NoMoney),
            ("Exports (tonnes)", Said::NoMoney),
            ("Exports (bn)", Said::Scale(9)),
            ("Exports", Said::Nothing),
            ("Trade volume", Said::Nothing),
            ("Export volume", Said::NoMoney),
            ("2010=100", Said::Nothing),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
        let label = |text: &str| unit(text).label;
        assert_eq!(
            [label("USD/tonne"), label("USD_PPP"), label("million tonnes")],
            ["USD/tonne", "USD_PPP", "million tonnes"]
        );
        assert!(matches!(said("$ million"), Said::Money(_, Some(word)) if word == "$"));
        assert!(matches!(said("US dollars"), Said::Money(_, None)));
    }

    fn egyptian() -> UnitRead {
        UnitRead { currency: "EGP".to_owned(), ..UnitRead::default() }
    }

    #[test]
    fn so_much_of_goods_is_told_from_shares() {
        for text in ["kg", "QUANTITY_IN_100KG", "million tonnes", "тыс. т", "barrels"] {
            assert!(is_of_goods(text), "{text}");
        }
        for text in
            ["% of GDP", "USD/tonne", "share of quantity", "kg per head", "Export volume", "PC_EXP_EXTRA", "USD"]
        {
            assert!(!is_of_goods(text), "{text}");
        }
    }

    #[test]
    fn what_a_flow_is_of_besides_its_way_is_told() {
        for (text, more) in [
            ("Exports", ""),
            ("Goods exports, FOB", ""),
            ("Total merchandise imports (USD bn)", ""),
            ("Services exports", "Services"),
            ("Imports of services (current US$)", "services"),
            ("Exports of goods and services (BoP, current US$)", "goods and services"),
            ("Exports of oil and gas", "oil and gas"),
            ("Экспорт услуг", "услуг"),
            ("服务出口", "服务"),
            ("货物出口总额", ""),
        ] {
            assert_eq!(more_of(text), more, "{text}");
        }
    }

    #[test]
    fn prices_are_those_that_are_named() {
        for (text, prices) in [
            ("constant 2015 US$ million", Prices::Constant(Some(2015))),
            ("chained (2017) dollars", Prices::Constant(Some(2017))),
            ("USD bn, constant prices", Prices::Constant(None)),
            ("current US$", Prices::Current),
            ("USD bn at constant exchange rates", Prices::Unsaid),
            ("USD bn", Prices::Unsaid),
        ] {
            assert_eq!(unit(text).prices, prices, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "\\PC{0,24}", mixed in "[A-Za-z$€£¥万亿円元/%(), .0-9_'я달]{0,32}") {
            for text in [&text, &mixed] {
                let _ = (unit(text), said(text), super::prices_in(text), super::says_more(text), more_of(text));
            }
        }
    }
}
