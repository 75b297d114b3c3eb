//! Where sentences end. What ends one is decided by rules and by words that each language shortens; two segmenters of
//! others are asked as well, and where the rules only lean to one side or both others say otherwise, a boundary is doubtful.

mod language;
mod shortened;

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation as _;

use super::numbered::number;
pub use language::language_of;
use shortened::{Before, before};

/// A place in a text at which a sentence may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Boundary {
    /// Where the next sentence begins, in bytes.
    pub at: usize,
    /// Whether a sentence ends here.
    pub ends: bool,
    /// Whether a reader should look.
    pub doubtful: bool,
}

/// How sure the rules are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ruling {
    Ends,
    Leans(bool),
    /// Nobody can tell by the letters: a reader looks, whatever others say.
    Open(bool),
    GoesOn,
}

/// The longest paragraph that is held against other segmenters, in bytes: a longer one is no prose.
const LONGEST: usize = 64 << 10;

/// Signs that end a sentence by themselves.
const ENDS: &str = ".!?…。！？؟۔।॥‼⁇⁈⁉｡";
/// Signs that close what was opened, and stand with what they close.
const CLOSING: &str = "\"'”’»›)]}」』）】〉》’＂";
/// Signs that open.
const OPENING: &str = "\"'“‘«‹([{„‚「『（【〈《¿¡—–-*";

/// The places of a paragraph at which a sentence ends or might, in order; neither its beginning nor its end is one.
pub fn boundaries(text: &str, language: &str) -> Vec<Boundary> {
    // The number of a paragraph is no sentence: it belongs to the first.
    let numbered = start_from(text, number(text).map_or(0, str::len));
    let mut unicode: BTreeSet<usize> = BTreeSet::new();
    let mut other: BTreeSet<usize> = BTreeSet::new();
    if text.len() <= LONGEST {
        unicode.extend(text.split_sentence_bound_indices().map(|(at, _)| start_from(text, at)));
        other.extend(
            sentencex::get_sentence_boundaries(language, text).into_iter().map(|one| start_from(text, one.start_byte)),
        );
    }
    let mut found = Vec::new();
    for place in places(text).into_iter().filter(|place| place.next > numbered) {
        let ruling = ruling(text, place, language);
        let (ends, sure) = match ruling {
            Ruling::Ends => (true, true),
            Ruling::GoesOn => (false, true),
            Ruling::Leans(ends) | Ruling::Open(ends) => (ends, false),
        };
        let at = place.next;
        let [one, two] = [&unicode, &other].map(|all| all.contains(&at) == ends);
        let doubtful = matches!(ruling, Ruling::Open(_)) || !(sure || one && two);
        found.push(Boundary { at, ends, doubtful });
    }
    // What only the others find is a place to look at, unless it is none at all.
    for at in unicode.intersection(&other).copied() {
        if at > numbered && at < text.len() && !found.iter().any(|own| own.at == at) {
            found.push(Boundary { at, ends: false, doubtful: true });
        }
    }
    found.sort_by_key(|boundary| boundary.at);
    found
}

/// The first place from one on at which there is no blank.
fn start_from(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.len() - rest.trim_start().len()
}

/// Where a sign stands that may end a sentence.
#[derive(Clone, Copy)]
struct Place {
    /// The first of the signs.
    start: usize,
    /// Behind the signs, before what closes with them.
    end: usize,
    /// Behind what closes with them.
    closed: usize,
    /// Where the next sentence would begin.
    next: usize,
}

/// All places with such signs, and something behind them.
fn places(text: &str) -> Vec<Place> {
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(|c| ENDS.contains(c))) {
        let start = at + found;
        let end = start + run(text, start, |c| ENDS.contains(c));
        // What opens in English closes in German.
        let low = |c: char| text.get(..start).map_or(0, |before| before.matches(c).count());
        let german = low('„') > low('“');
        let mut closed = end + run(text, end, |c| CLOSING.contains(c) || german && c == '“');
        // A quotation mark may stand apart from what it closes, as the French write it.
        for apart in [" »", "\u{a0}»", "\u{202f}»"] {
            if text.get(closed..).is_some_and(|rest| rest.starts_with(apart)) {
                closed += apart.len();
            }
        }
        // What ends behind the mark ends there: `“Yet.”.`
        closed += run(text, closed, |c| ENDS.contains(c));
        let next = start_from(text, closed);
        if next < text.len() {
            places.push(Place { start, end, closed, next });
        }
        at = closed.max(end);
    }
    places
}

/// The length of what stands at a place and passes a test.
fn run(text: &str, at: usize, passes: impl Fn(char) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.len() - rest.trim_start_matches(passes).len()
}

/// Whether a sentence ends at a place.
fn ruling(text: &str, place: Place, language: &str) -> Ruling {
    let signs = text.get(place.start..place.end).unwrap_or_default();
    let behind = text.get(place.next..).unwrap_or_default();
    let blank = place.next > place.closed;
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
    if wide {
        return wide_ruling(text, place, closes, behind);
    }
    let opened = behind.trim_start_matches(|c: char| OPENING.contains(c) || c.is_whitespace());
    let word: String = opened.chars().take_while(|c| c.is_alphanumeric() || *c == '’' || *c == '\'').collect();
    let letter = opened.chars().next();
    let is_lower = letter.is_some_and(char::is_lowercase);
    let is_digit = letter.is_some_and(char::is_numeric);
    let dash = matches!(first, Some('—' | '–' | '-'));
    if !blank && (signs.contains('…') || signs.contains("...")) && is_caseless(letter) {
        // Where no blanks stand between words, a pause looks like an end.
        return Ruling::Leans(true);
    }
    if !blank {
        // Within a number, an address, a name: `2.75`, `www.example`, `И.И.`; else somebody forgot the blank.
        let before_dot = text.get(..place.start).and_then(|before| before.chars().next_back());
        let forgotten = closes.is_empty()
            && letter.is_some_and(char::is_uppercase)
            && word.chars().count() > 2
            && before_dot.is_some_and(char::is_lowercase)
            && signs != "...";
        return if forgotten || !closes.is_empty() && !is_lower && !signs.starts_with('.') {
            Ruling::Leans(letter.is_some_and(char::is_uppercase))
        } else {
            Ruling::GoesOn
        };
    }
    let strong = signs.contains(['!', '?', '؟', '۔', '।']);
    let ellipsis = signs.contains('…') || signs.contains("..");
    if is_lower {
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
    if strong {
        return Ruling::Ends;
    }
    if ellipsis {
        return match letter {
            Some(letter) if letter.is_uppercase() => Ruling::Ends,
            _ if is_caseless(letter) => Ruling::Open(true),
            _ => Ruling::Leans(true),
        };
    }
    if !closes.is_empty() && closes.chars().any(|c| "\"”’»“」』".contains(c)) && !closes.starts_with('.') {
        return Ruling::Ends;
    }
    // `av. J.-C.`, `a. C.`: two shortened words that are one.
    let another = word.chars().count() == 1 && opened.chars().nth(1).is_some_and(|c| matches!(c, '.' | '-'));
    if another && shortened::goes_on(text, place.start, opened, language) {
        return Ruling::GoesOn;
    }
    match before(text, place.start, language) {
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
        // `etc.`, `г.`, `a.m.`: it may be the end.
        Before::May => {
            let begins = !is_digit && (letter.is_some_and(char::is_uppercase) || is_caseless(letter));
            let quoted = first.is_some_and(|c| OPENING.contains(c));
            // In German whatever is a thing begins with a capital, and so do names of few letters elsewhere: `долл. США`.
            let named = language == "de" || word.chars().count() > 1 && word.chars().all(char::is_uppercase);
            match shortened::begins(&word, language) || quoted {
                true if begins => Ruling::Ends,
                known => Ruling::Leans(begins && (known || !named)),
            }
        }
        // `No. 4`, `p. 14`: a number follows.
        Before::Counts | Before::Letter if is_digit || is_roman(&word) => Ruling::GoesOn,
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
        Before::Number => Ruling::Ends,
    }
}

/// Whether a word is a number as Rome wrote it.
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| "IVXLCDM".contains(c))
}

/// Whether a name that follows a dash says who spoke: nobody does in one letter.
fn is_name_after_dash(word: &str) -> bool {
    word.chars().count() < 2
}

/// Whether a letter is of a script without capitals.
fn is_caseless(letter: Option<char>) -> bool {
    letter.is_some_and(|c| c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase())
}

/// The same in Chinese and Japanese, where a quotation is often only a part of its sentence.
fn wide_ruling(text: &str, place: Place, closes: &str, behind: &str) -> Ruling {
    if closes.is_empty() {
        // Within a quotation that goes on, another sentence of it begins.
        return Ruling::Ends;
    }
    // `“……。”他说。` is one sentence where nothing but the quotation stands before, and so is what takes it up:
    // `“……？”这是……的一句话。`
    let sentence = behind.split(['。', '！', '？', '：', '“', '「']).next().unwrap_or_default();
    let clause = sentence.split('，').next().unwrap_or_default();
    let told = SAID.iter().any(|word| clause.ends_with(word));
    match (told, begins_with_quotation(text, place)) {
        (true, true) => Ruling::Leans(false),
        // `“……！”晚上九点，对讲机里传来了喊声。`
        (false, true) if sentence.contains('，') && HEARD.iter().any(|word| sentence.ends_with(word)) => {
            Ruling::Open(false)
        }
        _ => Ruling::Leans(true),
    }
}

/// How a clause ends that says who spoke.
const SAID: [&str; 24] = [
    "说",
    "說",
    "问",
    "問",
    "道",
    "答",
    "称",
    "稱",
    "喊",
    "叫",
    "表示",
    "补充",
    "補充",
    "指出",
    "强调",
    "強調",
    "解释",
    "解釋",
    "回答",
    "写道",
    "寫道",
    "说着",
    "一句话",
    "一句話",
];

/// How a sentence ends that says what was heard.
const HEARD: [&str; 7] = ["说", "問", "问", "声", "聲", "道", "喊"];

/// Whether the quotation that closes at a place is all that its sentence has begun with.
fn begins_with_quotation(text: &str, place: Place) -> bool {
    let opened = text.get(..place.start).and_then(|before| before.rfind(['“', '„', '«', '「', '『', '《', '"']));
    opened.is_some_and(|at| {
        let before = text.get(..at).unwrap_or_default().trim_end();
        before.is_empty() || before.ends_with(|c| ENDS.contains(c) || "”»」』\"".contains(c))
    })
}

#[cfg(test)]
mod tests;
