//! What stands before a full stop: a word, or one that a language shortens.

mod words;

use self::words::{AFTER_ORDINAL, ALL, EVERYWHERE, LEAD_WITHOUT_NUMBER, Shortened};

/// What stands before a full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// A word.
    Word,
    /// A shortened word that something follows: `Mr.`
    Leads,
    /// A shortened word that may end a sentence: `etc.`
    May,
    /// A shortened word that a number follows: `No.`
    Counts,
    /// The first letter of a name.
    Initial,
    /// The same, or a shortened word that a number follows: `S. 14`.
    Letter,
    /// A number that may be an ordinal.
    Ordinal,
    /// Another number.
    Number,
}

/// What stands before the full stop at a place.
pub(super) fn before(text: &str, dot: usize, language: &str) -> Before {
    let head = text.get(..dot).unwrap_or_default();
    let word = last_word(head);
    if word.is_empty() {
        return Before::Word;
    }
    let Some(own) = of(language) else { return Before::Word };
    let lower = word.to_lowercase();
    // With the word before it, where both are shortened: `z. B.`, `т. е.`
    let ahead = head.get(..head.len() - word.len()).unwrap_or_default().trim_end();
    let joined = ahead.strip_suffix('.').map(|ahead| format!("{}.{lower}", last_word(ahead).to_lowercase()));
    let either = |list: &str| joined.as_deref().is_some_and(|both| has(list, both)) || has(list, &lower);
    if let Some(both) = joined.as_deref() {
        if has(own.leads, both) {
            return Before::Leads;
        }
        if has(own.may, both) {
            return Before::May;
        }
    }
    let capital = is_initial(word) && word.chars().all(char::is_uppercase);
    if either(own.counts) && !capital {
        return if either(own.leads) { Before::Leads } else { Before::Counts };
    }
    if capital && has(own.counts, &lower) {
        return Before::Letter;
    }
    // `2024 г.` is a year, `г. Минск` a town.
    if has(LEAD_WITHOUT_NUMBER, &lower) && !ahead.ends_with(|c: char| c.is_numeric() || "–-—гIVXLCХІ".contains(c))
    {
        return Before::Leads;
    }
    let digits = word.chars().all(|c| c.is_ascii_digit());
    if digits {
        let preceded = ahead.ends_with(|c: char| c.is_alphanumeric()) || ahead.is_empty();
        return if word.len() <= 2 && matches!(language, "de" | "da" | "fi" | "cs") && preceded {
            Before::Ordinal
        } else {
            Before::Number
        };
    }
    if word.contains('.') && either(own.may) {
        return Before::May;
    }
    if either(own.leads) && !has(own.may, &lower) {
        // A letter that is both a name and a shortened word is the first letter of a name where it is a capital.
        return if capital && own.language != "fr" { Before::Initial } else { Before::Leads };
    }
    if either(own.may) {
        return if capital && !word.contains('.') { Before::Initial } else { Before::May };
    }
    if has(EVERYWHERE, &lower) {
        return Before::Leads;
    }
    if is_initial(word) {
        return Before::Initial;
    }
    // Letters between dots that nobody listed: `U.N.E.P.`
    if word.contains('.') && word.split('.').all(|part| part.chars().count() <= 3) {
        return Before::May;
    }
    Before::Word
}

/// Whether a word is one letter, or letters with dots or hyphens between, as names are shortened.
fn is_initial(word: &str) -> bool {
    let mut parts = word.split(['.', '-']).filter(|part| !part.is_empty());
    parts.all(|part| part.chars().count() == 1 && part.chars().all(|c| c.is_uppercase() || is_arabic(c)))
}

/// Whether a letter is one of those between which no blanks stand: `作者A. K. 施密特`.
fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

fn is_arabic(c: char) -> bool {
    ('\u{600}'..='\u{6ff}').contains(&c) && c.is_alphabetic()
}

/// Whether the shortened word before a place and the letter behind it are one: `av. J.-C.`, `a. C.`
pub(super) fn goes_on(text: &str, dot: usize, behind: &str, language: &str) -> bool {
    let first = last_word(text.get(..dot).unwrap_or_default()).to_lowercase();
    let second: String = behind.chars().take_while(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let second = second.trim_end_matches(|c: char| !c.is_alphanumeric());
    of(language).is_some_and(|own| {
        let both = format!("{first}.{second}");
        has(own.leads, &both) || has(own.may, &both)
    })
}

/// Whether what begins here says who spoke the quotation before it, as `Mayor Holm told the council`.
pub(super) fn tells(behind: &str, language: &str) -> bool {
    /// So many words stand before the one that says it.
    const WORDS: usize = 6;
    let clause = behind.split([',', '.', ';', ':', '!', '?', '،', '؛', '؟', '“', '«']).next().unwrap_or_default();
    let mut words = clause.split_whitespace().take(WORDS).map(str::to_lowercase);
    of(language).is_some_and(|own| words.any(|word| has(own.tells, &word)))
}

/// The last word of a text, with the dots and hyphens within it.
fn last_word(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric() && !is_han(*c) || matches!(c, '.' | '-' | '№' | '\u{64b}'..='\u{652}'))
        .last();
    let word = start.and_then(|(at, _)| text.get(at..)).unwrap_or_default();
    word.trim_start_matches(['.', '-'])
}

/// Whether sentences often begin with a word.
pub(super) fn begins(word: &str, language: &str) -> bool {
    let lower = word.to_lowercase();
    let lower = lower.split(['’', '\'']).next().unwrap_or_default();
    of(language).is_some_and(|own| has(own.begins, lower))
}

/// Whether a word makes an ordinal of the number before it.
pub(super) fn follows_ordinal(word: &str, language: &str) -> bool {
    language == "de" && has(AFTER_ORDINAL, &word.to_lowercase())
}

fn of(language: &str) -> Option<&'static Shortened> {
    let base = language.split('-').next().unwrap_or_default();
    let base = match base {
        "uk" | "be" | "bg" | "kk" => "ru",
        "fa" | "ur" => "ar",
        "it" | "pt" | "ca" => "es",
        "ja" => "zh",
        other => other,
    };
    ALL.iter().find(|own| own.language == base).or_else(|| ALL.first())
}

/// Whether a word is one of some that have a blank between two.
fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|own| own == word)
}
