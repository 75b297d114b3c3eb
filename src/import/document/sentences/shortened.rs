//! What stands before a full stop: a word, or one that a language shortens.

mod words;

pub(super) use self::words::NAMES;
use self::words::{
    AFTER_ORDINAL, ALL, BEFORE_ORDINAL, ENDING, EVERYWHERE, LEAD_WITHOUT_NUMBER, SHOUTED, Shortened, WEEKDAYS,
};

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
    let language = if is_foreign(text, dot, language) { "en" } else { language };
    let Some(own) = of(language) else { return Before::Word };
    // `وأ. د.`: “and” is written with the word behind it.
    let word = word.strip_prefix('و').filter(|rest| !rest.is_empty() && is_initial(rest)).unwrap_or(word);
    let lower = word.to_lowercase();
    // `Dr.-Ing.`, `Prof.-Gen.`
    if word.contains(".-") && !has(own.may, &lower) {
        return Before::Leads;
    }
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
    let capital = is_initial(word) && (word.chars().all(char::is_uppercase) || word.chars().count() == 1);
    // `art. R. 251-3`, `p. A. 4`: a letter that belongs to the number.
    if capital && joined.is_some() && has(own.counts, &last_word(ahead.trim_end_matches('.')).to_lowercase()) {
        return Before::Letter;
    }
    // `Hafenstr. 11`, `BR-Drs. 211/24`: what a shortened word is the end of.
    let tail = lower.rsplit('-').next().filter(|tail| *tail != lower);
    let tail = tail.or_else(|| lower.ends_with("str").then_some("str").filter(|_| language == "de" && lower.len() > 3));
    if tail.is_some_and(|tail| tail == "str" || has(own.counts, tail)) && !capital {
        return Before::Counts;
    }
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
        let counts_on = matches!(language, "de" | "da" | "fi" | "cs");
        // `v. 6. Okt.`, but `Nr. 21.`
        let shortens = |ahead: &str| has(own.leads, &last_word(ahead).to_lowercase());
        let preceded = ahead.strip_suffix('.').map_or_else(|| !ahead.ends_with(['!', '?', '…']), shortens);
        let counted = || language == "de" && has(BEFORE_ORDINAL, &last_word(ahead).to_lowercase());
        let is_ordinal = counts_on && preceded && (word.len() <= 2 || counted());
        return if is_ordinal { Before::Ordinal } else { Before::Number };
    }
    if word.contains('.') && either(own.may) {
        return Before::May;
    }
    if either(own.leads) && !has(own.may, &lower) {
        // A letter that is both a name and a shortened word is the first letter of a name where it is a capital.
        return if capital && own.language != "fr" { Before::Initial } else { Before::Leads };
    }
    // `Holm-jun.`: who bears a name after another.
    if word.contains('-') && lower.rsplit('-').next().is_some_and(|last| has(own.may, last)) {
        return Before::May;
    }
    // `Jean-C.`, `Karl-H.`: the second of two first names.
    if word
        .rsplit_once('-')
        .is_some_and(|(first, last)| first.len() > 1 && is_initial(last) && !own.may.contains(&lower))
    {
        return Before::Initial;
    }
    // What was said `en X.` was said there, and `X. Holm` is rare.
    if word == "X" && joined.is_none() && ahead.ends_with(char::is_lowercase) {
        return Before::May;
    }
    // `د. هـ. العلي`: a letter behind a title is that of a name.
    if is_initial(word.trim_end_matches('ـ'))
        && ahead.strip_suffix('.').is_some_and(|ahead| has(own.leads, &last_word(ahead).to_lowercase()))
    {
        return Before::Initial;
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

/// Whether the word before a place is in Latin letters, within a language of others: it is read as English.
pub(super) fn is_foreign(text: &str, dot: usize, language: &str) -> bool {
    let word = last_word(text.get(..dot).unwrap_or_default());
    let base = language.split('-').next().unwrap_or_default();
    matches!(base, "ru" | "uk" | "be" | "bg" | "kk" | "zh" | "ja" | "ar" | "fa" | "ur")
        && word.contains(|c: char| c.is_ascii_alphabetic())
}

/// Whether an hour stands before a place, and behind it where it is that hour.
pub(super) fn is_hour(text: &str, dot: usize, behind: &str) -> bool {
    let mut words = behind.split_whitespace().map(|word| word.trim_end_matches(|c: char| !c.is_alphanumeric()));
    let zone = |word: &str| (3..=4).contains(&word.len()) && word.ends_with('T') || word == "UTC";
    matches!(last_word(text.get(..dot).unwrap_or_default()), "a.m" | "p.m")
        && (words.next().is_some_and(zone) || words.next().is_some_and(|word| word.eq_ignore_ascii_case("time")))
}

/// Whether the mark at a place is part of a name: `Yahoo!`
pub(super) fn is_shouted(text: &str, at: usize) -> bool {
    has(SHOUTED, &last_word(text.get(..at).unwrap_or_default()).to_lowercase())
}

/// Whether a text begins with a shortened word and its number: `p. 15`
pub(super) fn counts(text: &str, language: &str) -> bool {
    let counted = text.split_once(". ").filter(|(_, number)| number.starts_with(|c: char| c.is_ascii_digit()));
    of(language).is_some_and(|own| counted.is_some_and(|(word, _)| has(own.counts, &word.to_lowercase())))
}

/// Whether an English word is a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    has(WEEKDAYS, &word.to_lowercase())
}

/// Whether the word before a place is one letter.
pub(super) fn is_letter(text: &str, dot: usize) -> bool {
    let word = last_word(text.get(..dot).unwrap_or_default());
    word.chars().filter(|c| c.is_alphabetic() && *c != 'ـ').count() == 1
}

/// Whether the shortened word before a place and the one behind it are one: `av. J.-C.`, `Co. Ltd.`
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
pub(super) fn last_word(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric() && !is_han(*c) || matches!(c, '.' | '-' | '№' | '\u{64b}'..='\u{652}'))
        .last();
    let word = start.and_then(|(at, _)| text.get(at..)).unwrap_or_default();
    word.trim_start_matches(['.', '-'])
}

/// Whether a word ends what it stands in: `etc.`
pub(super) fn ends(word: &str) -> bool {
    has(ENDING, &word.to_lowercase())
}

/// Whether the word before a place ends what it stands in.
pub(super) fn is_ending(text: &str, dot: usize) -> bool {
    ends(last_word(text.get(..dot).unwrap_or_default()))
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
