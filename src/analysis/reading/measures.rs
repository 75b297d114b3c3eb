//! Units of weight, volume and energy: what a number counts that is no money, and the power of ten of its prefix.

use super::scale;

/// What is weighed or measured, whatever the prefix: amounts of one are held against amounts of the same alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analysis) enum Measure {
    Tonnes,
    Kilograms,
    /// Tonnes of oil or of coal that would give as much.
    Equivalent,
    Barrels,
    CubicMetres,
    WattHours,
    Watts,
}

/// A unit, with the power of ten that its prefix and the word of scale before it stand for; none where it has two
/// meanings: `mt` is a metric ton to some and a million tonnes to others.
pub(in crate::analysis) type Measured = (Option<u8>, Measure);

/// Letters before a sign, whose case matters.
const LETTERS: [(&str, u8); 10] =
    [("", 0), ("k", 3), ("M", 6), ("G", 9), ("T", 12), ("P", 15), ("к", 3), ("М", 6), ("Г", 9), ("Т", 12)];

/// Signs, as they are written after such a letter.
const SIGNS: [(Measure, &[&str]); 7] = [
    (Measure::Equivalent, &["toe", "tep", "tce", "т н.э", "т н. э", "т у.т", "т у. т"]),
    (Measure::Tonnes, &["t", "т"]),
    (Measure::Kilograms, &["g", "г"]),
    (Measure::Barrels, &["b/d", "b/j", "bbl", "bpd", "барр"]),
    (Measure::CubicMetres, &["m³", "m3", "м³", "м3"]),
    (Measure::WattHours, &["Wh", "Вт·ч", "Вт⋅ч", "Вт•ч", "Вт*ч", "Вт-ч", "Втч"]),
    (Measure::Watts, &["W", "Вт"]),
];

/// Signs that no prefix is set before.
const WHOLE: [(Option<u8>, Measure, &[&str]); 7] = [
    (None, Measure::Tonnes, &["mt", "MT"]),
    (Some(6), Measure::Tonnes, &["mmt", "MMT"]),
    (Some(3), Measure::Barrels, &["kbd", "kbpd", "tb/d"]),
    (Some(6), Measure::Barrels, &["mb/d", "mbd", "mbpd", "mmbpd", "mmb/d"]),
    (Some(6), Measure::CubicMetres, &["mcm"]),
    (Some(9), Measure::CubicMetres, &["bcm"]),
    (Some(12), Measure::CubicMetres, &["tcm"]),
];

/// What is written before a word in one with it.
const PREFIXES: [(&str, u8); 18] = [
    ("", 0),
    ("kilo", 3),
    ("mega", 6),
    ("giga", 9),
    ("tera", 12),
    ("кило", 3),
    ("мега", 6),
    ("гига", 9),
    ("тера", 12),
    ("كيلو", 3),
    ("ميغا", 6),
    ("ميجا", 6),
    ("غيغا", 9),
    ("جيجا", 9),
    ("تيرا", 12),
    ("兆", 6),
    ("吉", 9),
    ("太", 12),
];

/// Words in lower case, with blanks for hyphens; of one with a `*` any that begins so. The longer stands first.
const WORDS: [(Measure, &[&str]); 7] = [
    (
        Measure::Equivalent,
        &[
            "tonnes of oil equivalent",
            "tons of oil equivalent",
            "tonnen öläquivalent",
            "tonnes équivalent pétrole",
            "тонн нефтяного эквивалента",
            "тонн условного топлива",
            "吨油当量",
            "吨标准油",
            "吨标准煤",
        ],
    ),
    (
        Measure::Tonnes,
        &[
            "tonne",
            "tonnes",
            "tonnen",
            "ton",
            "tons",
            "metric ton*",
            "tonelada*",
            "тонн*",
            "吨",
            "噸",
            "公吨",
            "طن",
            "طنا",
            "طنًا",
            "أطنان",
        ],
    ),
    (Measure::Kilograms, &["gram*", "грамм*", "غرام*"]),
    (Measure::Barrels, &["barrel*", "barril*", "baril*", "fass", "баррел*", "桶", "برميل*", "براميل"]),
    (
        Measure::CubicMetres,
        &[
            "cubic met*",
            "cu m",
            "cu. m",
            "kubikmeter*",
            "mètre cube",
            "mètres cubes",
            "metro cúbico",
            "metros cúbicos",
            "кубометр*",
            "кубических метр*",
            "куб. м",
            "куб.м",
            "立方米",
            "متر مكعب",
            "أمتار مكعبة",
        ],
    ),
    (
        Measure::WattHours,
        &[
            "watt hour*",
            "watthour*",
            "wattstunde*",
            "wattheure*",
            "watt heure*",
            "vatios hora",
            "vatio hora",
            "ватт час*",
            "瓦时",
            "瓦小时",
            "واط ساعة",
            "واط/ساعة",
            "وات ساعة",
        ],
    ),
    (Measure::Watts, &["watt", "watts", "vatio*", "ватт*", "瓦", "واط", "وات"]),
];

/// The unit that a text begins with, a word of scale before it or not: `Mt`, `million tonnes`, `млрд кВт·ч`, `万吨`.
pub(in crate::analysis) fn measured(text: &str) -> Option<Measured> {
    let text = text.trim_start();
    // What follows most numbers is a mark or another word.
    text.chars().next().filter(|first| first.is_alphabetic())?;
    unit(text).or_else(|| {
        let (power, rest) = scale::taken(text)?;
        let rest = rest.trim_start();
        let rest = scale::TIES.iter().find_map(|tie| rest.strip_prefix(tie)).unwrap_or(rest);
        let (own, measure) = unit(rest)?;
        Some((power.checked_add(own.unwrap_or_default()), measure))
    })
}

/// The unit that a text begins with.
fn unit(text: &str) -> Option<Measured> {
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let begins = |sign: &str| text.strip_prefix(sign).is_some_and(ends);
    let whole = WHOLE.iter().find(|(.., signs)| signs.iter().any(|sign| begins(sign)));
    let whole = whole.map(|(power, measure, _)| (*power, *measure));
    whole.or_else(|| signed(text)).or_else(|| worded(text))
}

fn signed(text: &str) -> Option<Measured> {
    LETTERS.iter().find_map(|(letter, power)| {
        let rest = text.strip_prefix(letter)?;
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric) && !is_cut_short(rest);
        let is = |sign: &str| rest.strip_prefix(sign).is_some_and(ends);
        let (measure, _) = SIGNS.iter().find(|(_, signs)| signs.iter().any(|sign| is(sign)))?;
        counted(*power, *measure)
    })
}

/// Whether another letter with a point follows: `т. е.` and `т.д.` are no tonnes.
fn is_cut_short(rest: &str) -> bool {
    let next = rest.strip_prefix('.').map(str::trim_start).unwrap_or_default();
    let mut letters = next.chars();
    letters.next().is_some_and(char::is_lowercase) && letters.next() == Some('.')
}

fn worded(text: &str) -> Option<Measured> {
    /// No unit has more letters with its prefix.
    const LONGEST: usize = 40;
    let written = |c: char| if matches!(c, '-' | '‑' | '\u{a0}' | '\u{202f}') { ' ' } else { c };
    let text: String = text.chars().take(LONGEST).map(written).flat_map(char::to_lowercase).collect();
    PREFIXES.iter().find_map(|(prefix, power)| {
        let rest = text.strip_prefix(prefix)?.trim_start();
        let is = |word: &str| match word.strip_suffix('*') {
            Some(stem) => rest.starts_with(stem),
            None => rest.strip_prefix(word).is_some_and(|after| {
                // Nothing sets words apart in Chinese.
                word.chars().any(|c| c as u32 > 0x2e80) || !after.starts_with(char::is_alphabetic)
            }),
        };
        let (measure, _) = WORDS.iter().find(|(_, words)| words.iter().any(|word| is(word)))?;
        counted(*power, *measure)
    })
}

/// A unit with its prefix; grams are counted by the thousand.
fn counted(power: u8, measure: Measure) -> Option<Measured> {
    let power = if measure == Measure::Kilograms { power.checked_sub(3)? } else { power };
    Some((Some(power), measure))
}

#[cfg(test)]
mod tests {
    use super::{Measure, measured};

    #[test]
    fn a_unit_is_known_with_its_prefix_in_each_language() {
        for (all, power, measure) in [
            (&["t", "tonnes", "Tonnen", "т", "тонн", "吨", "طن", "toneladas", "metric tons"][..], 0, Measure::Tonnes),
            (
                &["kt", "thousand tonnes", "Tsd. t", "тыс. т", "тыс. тонн", "千吨", "ألف طن", "kilotonnes"],
                3,
                Measure::Tonnes,
            ),
            (&["万吨"], 4, Measure::Tonnes),
            (
                &[
                    "Mt",
                    "m tonnes",
                    "million tonnes",
                    "Mio. t",
                    "млн т",
                    "millions de tonnes",
                    "millones de toneladas",
                    "مليون طن",
                ],
                6,
                Measure::Tonnes,
            ),
            (&["kg", "Kilogramm", "килограммов"], 0, Measure::Kilograms),
            (&["b/d", "barrels per day", "桶/日", "برميل يوميا", "bpd", "barils par jour"], 0, Measure::Barrels),
            (
                &["mb/d", "Mb/j", "million barrels", "млн баррелей", "millones de barriles", "million b/d"],
                6,
                Measure::Barrels,
            ),
            (
                &[
                    "GWh",
                    "ГВт·ч",
                    "Gigawattstunden",
                    "gigawatt-hours",
                    "gigavatios hora",
                    "جيجاواط ساعة",
                    "млн кВт·ч",
                    "吉瓦时",
                ],
                9,
                Measure::WattHours,
            ),
            (&["亿千瓦时"], 11, Measure::WattHours),
            (&["TWh", "billion kWh", "млрд кВт⋅ч", "ТВт·ч", "Mrd. kWh", "milliards de kWh"], 12, Measure::WattHours),
            (&["MW", "МВт", "megawatts", "兆瓦"], 6, Measure::Watts),
            (&["Mtoe", "Mtep", "million tonnes of oil equivalent", "млн т н.э."], 6, Measure::Equivalent),
            (
                &["bcm", "Gm³", "Mrd. m³", "млрд куб. м", "milliards de mètres cubes", "مليار متر مكعب"],
                9,
                Measure::CubicMetres,
            ),
            (&["亿立方米"], 8, Measure::CubicMetres),
        ] {
            for text in all {
                assert_eq!(measured(&format!(" {text}, then")), Some((Some(power), measure)), "{text}");
            }
        }
        assert_eq!(measured("mt a year"), Some((None, Measure::Tonnes)));
    }

    #[test]
    fn other_words_are_no_units() {
        for text in
            ["million", "bn dollars", "to 7", "times", "Tage", "г.", "года", "万人", "т. е. ныне", "т.д.", "the", ", t"]
        {
            assert_eq!(measured(text), None, "{text}");
        }
    }
}
