//! The numbers that Word sets before paragraphs, which are in no text: they are counted as Word counts them.

use std::collections::HashMap;

use super::super::xml::{Event, Tag, Xml};

/// The lists of a document.
#[derive(Default)]
pub(super) struct Numbering {
    /// What each list is a use of, and what it begins anew.
    lists: HashMap<String, List>,
    kinds: HashMap<String, Vec<Level>>,
    /// How far each kind of list has come, level by level.
    counts: HashMap<String, Vec<Option<u32>>>,
    /// The lists that were begun.
    begun: Vec<(String, usize)>,
}

#[derive(Clone, Default)]
struct List {
    kind: String,
    starts: HashMap<usize, u32>,
}

/// One level of a kind of list.
#[derive(Clone, Default)]
struct Level {
    start: u32,
    format: String,
    /// What is written, with `%1` for the number of the first level.
    text: String,
    /// The style whose paragraphs stand on it.
    style: Option<String>,
    /// Whether the numbers of all levels are digits here.
    digits: bool,
}

/// What stands before a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A bullet, or nothing.
    None,
    Number(String),
    /// A number that cannot be told.
    Unknown,
}

/// Word has no more levels.
const LEVELS: usize = 9;

impl Numbering {
    pub fn of(text: &str) -> Self {
        let mut numbering = Self::default();
        let (mut kind, mut list): (Option<String>, Option<String>) = (None, None);
        let mut level = 0;
        let number = |tag: &Tag<'_>, name: &str| tag.attribute(name).and_then(|text| text.parse::<usize>().ok());
        Xml::of(text).each(|event| {
            let Event::Start(tag) = event else { return };
            let value = || tag.attribute("val");
            let own = kind.as_ref().and_then(|kind| numbering.kinds.get_mut(kind)).and_then(|all| all.get_mut(level));
            match (tag.name.as_str(), own) {
                ("abstractNum", _) => {
                    (kind, list) = (tag.attribute("abstractNumId"), None);
                    numbering.kinds.extend(kind.clone().map(|kind| (kind, vec![Level::default(); LEVELS])));
                }
                ("num", _) => {
                    (list, kind) = (tag.attribute("numId"), None);
                    numbering.lists.extend(list.clone().map(|list| (list, List::default())));
                }
                ("lvl" | "lvlOverride", _) => level = number(&tag, "ilvl").unwrap_or_default().min(LEVELS - 1),
                ("abstractNumId", _) => {
                    if let Some(list) = list.as_ref().and_then(|list| numbering.lists.get_mut(list)) {
                        list.kind = value().unwrap_or_default();
                    }
                }
                ("startOverride", _) => {
                    if let Some(list) = list.as_ref().and_then(|list| numbering.lists.get_mut(list)) {
                        list.starts.extend(value().and_then(|text| text.parse().ok()).map(|start| (level, start)));
                    }
                }
                ("start", Some(own)) => own.start = value().and_then(|text| text.parse().ok()).unwrap_or(1),
                ("numFmt", Some(own)) => own.format = value().unwrap_or_default(),
                ("lvlText", Some(own)) => own.text = value().unwrap_or_default(),
                ("pStyle", Some(own)) => own.style = value(),
                ("isLgl", Some(own)) => own.digits = value().is_none_or(|given| given != "0" && given != "false"),
                _ => {}
            }
        });
        numbering
    }

    /// The level on which the paragraphs of a style stand in a list.
    pub fn level_of(&self, list: &str, style: &str) -> Option<usize> {
        let levels = self.kinds.get(&self.lists.get(list)?.kind)?;
        levels.iter().position(|level| level.style.as_deref() == Some(style))
    }

    /// Counts a paragraph of a list, and says what stands before it.
    pub fn next(&mut self, list: &str, level: usize) -> Mark {
        let Some(List { kind, starts }) = self.lists.get(list).cloned() else { return Mark::None };
        let Some(levels) = self.kinds.get(&kind) else { return Mark::None };
        let Some(own) = levels.get(level) else { return Mark::None };
        let counts = self.counts.entry(kind).or_insert_with(|| vec![None; LEVELS]);
        // A list that begins anew does so where it is first used.
        let begins = starts.get(&level).filter(|_| !self.begun.iter().any(|(id, at)| id == list && *at == level));
        if let Some(start) = begins.copied() {
            self.begun.push((list.to_owned(), level));
            counts[level] = start.checked_sub(1);
        }
        counts[level] = Some(match counts[level] {
            Some(count) => count.saturating_add(1),
            None => begins.copied().unwrap_or(own.start),
        });
        counts.iter_mut().skip(level + 1).for_each(|count| *count = None);
        if matches!(own.format.as_str(), "bullet" | "none") || own.text.trim().is_empty() {
            return Mark::None;
        }
        let mut text = own.text.clone();
        for (at, other) in levels.iter().enumerate().take(level + 1) {
            let sign = format!("%{}", at + 1);
            if !text.contains(&sign) {
                continue;
            }
            let format = if own.digits { "decimal" } else { other.format.as_str() };
            let Some(number) = written(counts[at].unwrap_or(other.start), format) else { return Mark::Unknown };
            text = text.replace(&sign, &number);
        }
        Mark::Number(text.trim().to_owned())
    }
}

/// A number in one of the ways of Word that are read.
fn written(number: u32, format: &str) -> Option<String> {
    let letters = |first: u8| {
        // After `z` comes `aa`, after that `bb`.
        let (at, times) = ((number.checked_sub(1)?) % 26, (number - 1) / 26 + 1);
        let letter = char::from(first.checked_add(u8::try_from(at).ok()?)?);
        let times = usize::try_from(times).ok().filter(|times| *times <= 20)?;
        Some(std::iter::repeat_n(letter, times).collect::<String>())
    };
    match format {
        "" | "decimal" => Some(number.to_string()),
        "decimalZero" => Some(format!("{number:02}")),
        "lowerLetter" => letters(b'a'),
        "upperLetter" => letters(b'A'),
        "lowerRoman" => roman(number).map(|text| text.to_lowercase()),
        "upperRoman" => roman(number),
        _ => None,
    }
}

fn roman(mut number: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut text = String::new();
    if !(1..4000).contains(&number) {
        return None;
    }
    for (value, sign) in SIGNS {
        while number >= value {
            number -= value;
            text.push_str(sign);
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::{Mark, Numbering, roman, written};

    #[test]
    fn paragraphs_are_counted_as_word_counts_them() {
        let level = |at: usize, format: &str, text: &str| {
            format!(r#"<lvl ilvl="{at}"><start val="1"/><numFmt val="{format}"/><lvlText val="{text}"/></lvl>"#)
        };
        let levels = [level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "decimal", "%1.%3")];
        let text = format!(
            r#"<numbering><abstractNum abstractNumId="7">{}</abstractNum><abstractNum abstractNumId="8">{}{}</abstractNum>
            <num numId="1"><abstractNumId val="7"/></num><num numId="2"><abstractNumId val="7"/><lvlOverride ilvl="0">
            <startOverride val="4"/></lvlOverride></num><num numId="3"><abstractNumId val="8"/></num></numbering>"#,
            levels.concat(),
            level(0, "bullet", "•"),
            level(1, "chineseCounting", "%2、"),
        );
        let mut numbering = Numbering::of(&text);
        let number = |text: &str| Mark::Number(text.to_owned());
        for (list, level, meant) in [
            ("1", 0, number("1.")),
            ("1", 1, number("(a)")),
            ("1", 1, number("(b)")),
            ("1", 0, number("2.")),
            ("1", 1, number("(a)")),
            ("1", 2, number("2.1")),
            ("2", 0, number("4.")),
            ("2", 0, number("5.")),
            ("3", 0, Mark::None),
            ("3", 1, Mark::Unknown),
            ("9", 0, Mark::None),
        ] {
            assert_eq!(numbering.next(list, level), meant, "{list} {level}");
        }
        assert_eq!(roman(1994).as_deref(), Some("MCMXCIV"));
        assert_eq!(written(28, "lowerLetter").as_deref(), Some("bb"));
    }
}
