//! Whether a sentence ends at a place, and how sure that is.

use super::places::{ENDS, OPENING, Place, begins_with_quotation, lately};
use super::shortened::{self, Before, before};
use super::wide;

/// How sure the rules are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ruling {
    Ends,
    Leans(bool),
    /// Nobody can tell by the letters: a reader looks, whatever others say.
    Open(bool),
    GoesOn,
}

/// Whether a sentence ends at a place.
pub(super) fn ruling(text: &str, place: Place, language: &str) -> Ruling {
    let signs = text.get(place.start..place.end).unwrap_or_default();
    let behind = text.get(place.next..).unwrap_or_default();
    let blank = place.next > place.noted;
    let closes = text.get(place.end..place.closed).unwrap_or_default();
    let wide = signs.contains(['。', '！', '？', '｡']);
    let first = behind.chars().next();
    // What goes on behind the dash or the comma that follows a quotation is the sentence around it.
    if matches!(
        first,
        Some(',' | ';' | ':' | '،' | '；' | '，' | '、' | '：' | '؛' | ')' | ']' | '）' | '”' | '»' | '」')
    ) {
        return Ruling::GoesOn;
    }
    if wide && place.noted > place.closed {
        // `。①` is the mark of a note, or the number of what follows.
        return Ruling::Open(true);
    }
    if wide {
        return wide::ruling(text, place, closes, behind);
    }
    let opened = behind.trim_start_matches(|c: char| OPENING.contains(c) || c.is_whitespace());
    let word: String = opened.chars().take_while(|c| c.is_alphanumeric() || *c == '’' || *c == '\'').collect();
    let letter = opened.chars().next();
    // `iSteel` is a name.
    let is_lower = letter.is_some_and(char::is_lowercase) && !opened.chars().nth(1).is_some_and(char::is_uppercase);
    // `Tel. +49 30`, `No. ARB/15/207`
    let is_digit = opened.trim_start_matches(['+', '№', '#', '§']).starts_with(char::is_numeric);
    // Asked only behind a blank: a text without any would be gone through for each of its points.
    let is_number = || {
        let token = opened.split_whitespace().next().unwrap_or_default();
        is_digit || is_roman(&word) || token.contains('/') && token.contains(char::is_numeric)
    };
    let dash = matches!(first, Some('—' | '–' | '-'));
    if !blank && (signs.contains('…') || signs.contains("...")) && is_caseless(letter) {
        // Where no blanks stand between words, a pause looks like an end: `至于时间……我不知道。`
        return Ruling::Open(true);
    }
    if !blank {
        // Within a number, an address, a name: `2.75`, `www.example`, `И.И.`; else somebody forgot the blank.
        let before_dot = text.get(..place.start).and_then(|before| before.chars().next_back());
        let forgotten = closes.is_empty()
            && letter.is_some_and(char::is_uppercase)
            && word.chars().count() > 2
            && before_dot.is_some_and(char::is_lowercase)
            && signs != "..."
            && first != Some('-');
        return if forgotten || !closes.is_empty() && !is_lower && !signs.starts_with('.') {
            Ruling::Leans(letter.is_some_and(char::is_uppercase))
        } else {
            Ruling::GoesOn
        };
    }
    let strong = signs.contains(['!', '?', '؟', '۔', '।']);
    let ellipsis = signs.contains('…') || signs.contains("..");
    let said = closes.contains(['"', '”', '’', '»', '“', '‘']);
    if is_lower {
        if said && !ellipsis && shortened::NAMES.contains(&word.as_str()) {
            // `“…never came.” van Loon, her guest`: a name that is written small.
            return Ruling::Leans(true);
        }
        // Spanish and French write names of months small, and nobody begins a sentence so, but after what shouts.
        return if strong && closes.is_empty() && !dash { Ruling::Leans(false) } else { Ruling::GoesOn };
    }
    if strong && !closes.is_empty() && shortened::tells(opened, language) && begins_with_quotation(text, place) {
        // `“…!” Mayor Holm told the council`
        return Ruling::Leans(false);
    }
    if dash && !closes.is_empty() {
        // `«…?» — «…»`: who answers begins anew; else the sentence around goes on.
        return Ruling::Leans(letter.is_some_and(char::is_uppercase) && !is_name_after_dash(&word));
    }
    if dash && strong {
        return Ruling::Leans(letter.is_some_and(char::is_uppercase));
    }
    // `مسرحية «من هناك؟» يوم الثلاثاء`: what is called so, or what was asked; no letter is large that could tell.
    if strong && !closes.is_empty() && is_caseless(letter) {
        return Ruling::Open(!is_title(text, place.start));
    }
    if strong && shortened::is_shouted(text, place.start) {
        return Ruling::Leans(false);
    }
    if strong {
        return Ruling::Ends;
    }
    if ellipsis {
        return match letter {
            _ if shortened::ends(&word) => Ruling::GoesOn,
            Some(letter) if letter.is_uppercase() => Ruling::Ends,
            _ if is_caseless(letter) => Ruling::Open(true),
            _ => Ruling::Leans(true),
        };
    }
    // What ends behind what closes, ends: `(see p. 4 ff.).`
    if closes.ends_with(|c| ENDS.contains(c)) {
        return Ruling::Ends;
    }
    let stands_before = before(text, place.start, language);
    if said || closes.contains(['」', '』']) {
        // `the “Rio Negro S.A.” of Asunción`
        return match stands_before {
            Before::Word | Before::Number | Before::Ordinal => Ruling::Ends,
            _ => Ruling::Leans(shortened::begins(&word, language)),
        };
    }
    // `Gen. (ret.) Holm`: what closes a bracket that began small is shortened, and the sentence around it goes on.
    if closes.starts_with([')', ']', '）']) && bracket_began_small(text, place.start) {
        return Ruling::Leans(false);
    }
    // `(emphasis ours. — Ed.)`
    if dash && behind.split_once(')').is_some_and(|(signed, _)| is_signed(text, place.start, signed)) {
        return Ruling::GoesOn;
    }
    // `av. J.-C.`, `a. C.`: two shortened words that are one.
    let another = word.chars().count() == 1 && opened.chars().nth(1).is_some_and(|c| matches!(c, '.' | '-'));
    if shortened::goes_on(text, place.start, opened, language) {
        return Ruling::GoesOn;
    }
    // `Holm A. Ferries. СПб.: Haven, 2021`, `Ferries. Haven, 2021.`: where a book was published.
    if opened.split_once(": ").is_some_and(|(place, _)| place.ends_with('.') && !place.contains(' '))
        || opened.split_once(", ").is_some_and(|(place, year)| !place.contains(' ') && is_year_alone(year))
    {
        return Ruling::Leans(false);
    }
    let aside = first == Some('(') && matches!(stands_before, Before::May | Before::Counts);
    if stands_before != Before::Word && (dash || aside) {
        // `ASTANA, 12 Nov. —`, `Asunción, 18 nov. (Litoral)`: where and when a report was written; `2nd ed. (Halden, 2024)`.
        return Ruling::Leans(false);
    }
    // `… two years. 2. Each`: the number of a sentence belongs to it.
    if matches!(stands_before, Before::Number | Before::Ordinal) && is_number_of_sentence(text, place.start, language) {
        return if counts_up(text, place.start) { Ruling::GoesOn } else { Ruling::Leans(false) };
    }
    // `L. 5331-1`: a letter that belongs to the number of an article.
    let code = || opened.split_whitespace().next().is_some_and(|token| is_digit && token.contains(['-', '/']));
    let ahead = text.get(..place.start).unwrap_or_default();
    match stands_before {
        Before::Initial if code() => Ruling::GoesOn,
        // `dedic. 22, and`, `(dedic. 1841 in Halden)`: a word that nobody listed, before its number.
        // `Ibid. P. 101.`: where in what was named before.
        Before::Word if another && shortened::counts(opened, language) => Ruling::Leans(false),
        // `im III. Quartal`
        Before::Word | Before::Initial | Before::May
            if shortened::follows_ordinal(&word, language) && is_roman(shortened::last_word(ahead)) =>
        {
            Ruling::GoesOn
        }
        Before::Word if is_digit && is_counted(text, place.start, opened, language) => Ruling::GoesOn,
        Before::Word => {
            if letter.is_none() {
                Ruling::Leans(true)
            } else {
                Ruling::Ends
            }
        }
        // `Mr.`, `z. B.`: something follows. `Main St. The …` is rare, and to be looked at.
        Before::Leads if shortened::begins(&word, language) && letter.is_some_and(char::is_uppercase) => {
            Ruling::Leans(false)
        }
        Before::Leads => Ruling::GoesOn,
        // The name of a firm within a text in other letters: `Holm Ltd.`
        Before::May if is_caseless(letter) && shortened::is_foreign(text, place.start, language) => {
            Ruling::Leans(false)
        }
        // `9 a.m. Eastern time`, `6 p.m. GMT`
        Before::May if shortened::is_hour(text, place.start, opened) => Ruling::GoesOn,
        // `at 3 p.m. Monday`
        Before::May if language == "en" && shortened::is_weekday(&word) => Ruling::Leans(false),
        Before::May if another && shortened::is_letter(text, place.start) => Ruling::GoesOn,
        // `etc.`, `г.`, `a.m.`: it may be the end.
        Before::May => {
            let begins = !is_digit && (letter.is_some_and(char::is_uppercase) || is_caseless(letter));
            let quoted = first.is_some_and(|c| OPENING.contains(c));
            // In German whatever is a thing begins with a capital, though none follows `usw.`, and so do names of few
            // letters elsewhere: `долл. США`.
            let named = !shortened::is_ending(text, place.start)
                && (language == "de" || word.chars().count() > 1 && word.chars().all(char::is_uppercase));
            // `the U.S. Department`
            if language == "en" && is_state(text, place.start) && !shortened::begins(&word, language) && !quoted {
                return Ruling::Leans(false);
            }
            match shortened::begins(&word, language) || quoted {
                true if begins => Ruling::Ends,
                known => Ruling::Leans(begins && (known || !named)),
            }
        }
        // `“Did you sign?” “No. I read it.”`
        Before::Counts if word == "I" && language == "en" => Ruling::Leans(true),
        // `No. 4`, `p. 14`: a number follows; `s. Abb. 4`: or what counts itself.
        Before::Counts | Before::Letter if another || is_number() || shortened::counts(opened, language) => {
            Ruling::GoesOn
        }
        Before::Counts => Ruling::Leans(true),
        // `J. R. Holm`: another letter goes on, and so does a name.
        Before::Initial | Before::Letter => {
            if another {
                Ruling::GoesOn
            } else {
                Ruling::Leans(is_digit || shortened::begins(&word, language))
            }
        }
        // `3. Mai`, `1. Quartal`.
        Before::Ordinal => {
            if shortened::follows_ordinal(&word, language) {
                Ruling::GoesOn
            } else {
                Ruling::Leans(shortened::begins(&word, language) || !matches!(language, "de"))
            }
        }
        // `2021. С. 15–18.`, `2021. S. 4`: where in a book.
        Before::Number if shortened::counts(opened, language) => Ruling::GoesOn,
        Before::Number => Ruling::Ends,
    }
}

/// Whether what ends at a place is a number of one or two digits behind the end of a sentence. Behind a shortened word it is
/// what that counts: `on Jan. 14. Pilots`.
fn is_number_of_sentence(text: &str, at: usize, language: &str) -> bool {
    let lately = lately(text, at);
    let ahead = lately.trim_end_matches(|c: char| c.is_ascii_digit());
    let (digits, end) = (lately.len() - ahead.len(), ahead.trim_end());
    let is_apart = (1..=2).contains(&digits) && end.len() < ahead.len() && end.ends_with(|c| ENDS.contains(c));
    let counted = || {
        let counts = before(text, at - (lately.len() - end.len()) - 1, language);
        end.ends_with('.') && !matches!(counts, Before::Word | Before::Number)
    };
    is_apart && !counted()
}

/// Whether the number before a place is the next of a list: the one before it numbers a sentence ahead.
fn counts_up(text: &str, at: usize) -> bool {
    let lately = lately(text, at);
    let ahead = lately.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = lately.get(ahead.len()..).and_then(|digits| digits.parse::<u8>().ok());
    let last = number.and_then(|number| number.checked_sub(1)).map(|last| format!("{last}. "));
    let numbers = |(at, _): (usize, &str)| {
        let before = ahead.get(..at).unwrap_or_default();
        before.is_empty() || before.trim_end() != before && before.trim_end().ends_with(|c| ENDS.contains(c))
    };
    last.is_some_and(|last| ahead.match_indices(&last).any(numbers))
}

/// Whether what ends at a place are the letters of a state or a body of states, which something may be called after.
fn is_state(text: &str, at: usize) -> bool {
    ["U.S", "U.K", "U.N", "E.U"].iter().any(|letters| lately(text, at).ends_with(letters))
}

/// Whether a text begins with a year and a full stop.
fn is_year_alone(text: &str) -> bool {
    let year = text.split_once('.').map(|(year, _)| year);
    year.is_some_and(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the number that follows a place belongs to what stands before it: it is followed by what no sentence begins
/// with, or stands in a bracket that is still open.
fn is_counted(text: &str, at: usize, behind: &str, language: &str) -> bool {
    let rest = behind.trim_start_matches(|c: char| c.is_numeric());
    // `Hafengasse 11 zu sehen`, but `2023 waren es elf`.
    let small = || {
        let word = rest.trim_start();
        word != rest && word.starts_with(char::is_lowercase) && behind.len() - rest.len() < 4
    };
    let lately = lately(text, at);
    let parted = rest.strip_prefix([',', ';']);
    parted.is_some_and(|rest| !rest.starts_with(|c: char| c.is_numeric()))
        || matches!(rest, "." | ").")
        || lately.rfind('(') > lately.rfind(')')
        || language == "de" && small()
}

/// Whether a word is a number as Rome wrote it.
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| "IVXLCDM".contains(c))
}

/// Whether a name that follows a dash says who spoke: nobody does in one letter.
fn is_name_after_dash(word: &str) -> bool {
    word.chars().count() < 2
}

/// Whether what is quoted up to a place is a title: a few words behind others, and no colon before.
fn is_title(text: &str, at: usize) -> bool {
    /// So many words have most titles at most.
    const WORDS: usize = 3;
    let quoted = lately(text, at).rsplit_once(['«', '“', '"']);
    quoted.is_some_and(|(ahead, quoted)| {
        let ahead = ahead.trim_end();
        quoted.split_whitespace().count() <= WORDS && ahead.ends_with(|c: char| c.is_alphanumeric())
    })
}

/// Whether a letter is of a script without capitals.
fn is_caseless(letter: Option<char>) -> bool {
    letter.is_some_and(|c| c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase())
}

/// Whether the bracket within which a place lies ends with who speaks in it.
fn is_signed(text: &str, at: usize, signed: &str) -> bool {
    /// So many letters has whoever signs a remark, with the dash.
    const LONGEST: usize = 16;
    let lately = lately(text, at);
    signed.chars().count() <= LONGEST && lately.rfind('(') > lately.rfind(')')
}

/// Whether the bracket within which a place lies began with a small letter, so that it is no sentence.
fn bracket_began_small(text: &str, at: usize) -> bool {
    let inside = lately(text, at).rsplit_once(['(', '[', '（']);
    inside.is_some_and(|(_, inside)| inside.starts_with(char::is_lowercase))
}
