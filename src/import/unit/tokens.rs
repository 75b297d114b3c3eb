//! The words, numbers and signs of a text that says what figures are in, each with what it means.

use super::words::{Meaning, SIGNS, code, dollar_of, meaning, of_country, scale};
use crate::import::period;

/// A piece of a text and what it means; nothing where what is in front of it and what follows belong to different things.
pub struct Token<'t> {
    pub text: &'t str,
    pub means: Option<Meaning>,
}

/// The pieces of a text with what they mean.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (taken, left) = if first.is_ascii_digit() {
            number(rest, &mut tokens)
        } else if is_wordless(first) {
            run(rest, &mut tokens)
        } else if first.is_alphabetic() {
            word(rest, &mut tokens)
        } else {
            sign(first, rest, &mut tokens)
        };
        debug_assert!(!taken.is_empty(), "every character is taken");
        rest = left;
    }
    of_countries(&mut tokens);
    tokens
}

/// A letter of a script that has no blanks between its words.
pub const fn is_wordless(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ac00}'..='\u{d7af}')
}

fn push<'t>(tokens: &mut Vec<Token<'t>>, text: &'t str, means: Meaning) {
    tokens.push(Token { text, means: Some(means) });
}

/// A number: a power of ten as it is written out, or a year.
fn number<'t>(text: &'t str, tokens: &mut Vec<Token<'t>>) -> (&'t str, &'t str) {
    let mut end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    // `1,000,000` and `1 000`: groups of noughts.
    while let Some(rest) = text.get(end..) {
        let Some(group) = rest.strip_prefix([',', '.', ' ', '\u{a0}', '\u{202f}', '\'', '’']) else { break };
        let ends = group.get(3..).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
        if !group.starts_with("000") || !ends {
            break;
        }
        end += rest.len() - group.len() + 3;
    }
    // `000s`
    if text.get(end..).is_some_and(|rest| rest.starts_with('s')) {
        end += 1;
    }
    let (taken, left) = text.split_at(end);
    let digits: String = taken.chars().filter(char::is_ascii_digit).collect();
    let noughts = digits.strip_prefix('1').unwrap_or(&digits);
    let means = if let Some(year) = period::year(&digits).filter(|_| digits != "1000") {
        Meaning::Year(year)
    } else if !noughts.is_empty() && noughts.len() <= 12 && noughts.bytes().all(|byte| byte == b'0') {
        match i32::try_from(noughts.len()).unwrap_or_default() {
            power @ ..=2 => Meaning::Times(power),
            power => Meaning::Power(power),
        }
    } else {
        Meaning::Unknown
    };
    push(tokens, taken, means);
    (taken, left)
}

/// Words without blanks between them: the longest that is known first, and what is not known passed over.
fn run<'t>(text: &'t str, tokens: &mut Vec<Token<'t>>) -> (&'t str, &'t str) {
    const LONGEST: usize = 4;
    let end = text.find(|c: char| !is_wordless(c)).unwrap_or(text.len());
    let (mut run, left) = text.split_at(end);
    let taken = run;
    while let Some(first) = run.chars().next() {
        let ends = (1..=LONGEST).rev().filter_map(|count| match run.char_indices().nth(count) {
            Some((end, _)) => Some(end),
            None => (run.chars().count() == count).then_some(run.len()),
        });
        let known = ends.map(|end| run.split_at(end)).find_map(|(word, rest)| match meaning(word, word) {
            Meaning::Unknown => None,
            means => Some((word, rest, means)),
        });
        let (word, rest, means) = known.unwrap_or_else(|| {
            let (word, rest) = run.split_at(first.len_utf8());
            (word, rest, Meaning::Filler)
        });
        push(tokens, word, means);
        run = rest;
    }
    (taken, left)
}

/// A word of letters; with the sign of a currency right behind it, both together.
fn word<'t>(text: &'t str, tokens: &mut Vec<Token<'t>>) -> (&'t str, &'t str) {
    let end = text.find(|c: char| !c.is_alphabetic() || is_wordless(c)).unwrap_or(text.len());
    let (written, left) = text.split_at(end);
    let lower = written.to_lowercase();
    if let Some(behind) = left.strip_prefix('$')
        && let Some(code) = dollar_of(&lower)
    {
        let taken = text.strip_suffix(behind).unwrap_or(text);
        push(tokens, taken, Meaning::Money(code, true));
        return (taken, behind);
    }
    let is_before_sign = left.starts_with(|c| c == '$' || SIGNS.iter().any(|(sign, _)| *sign == c));
    let means = match meaning(written, &lower) {
        // `IR£`, `Z$`: whose it is nobody knows.
        _ if is_before_sign && scale(&lower).is_none() => Meaning::Unknown,
        // `mil.` is short for a million; `mil` is a thousand where another scale follows.
        Meaning::Times(3) if left.starts_with('.') => Meaning::Power(6),
        Meaning::Unknown => {
            if let Some((power, code)) = glued(written) {
                push(tokens, written, Meaning::Power(power));
                Meaning::Money(code, true)
            } else {
                Meaning::Unknown
            }
        }
        means => means,
    };
    push(tokens, written, means);
    (written, left)
}

/// `MEUR`, `kEUR`, `USDm`: a code with a scale before or behind it.
fn glued(written: &str) -> Option<(i32, &'static str)> {
    if !written.is_ascii() || !(4..=6).contains(&written.len()) {
        return None;
    }
    let behind = written.split_at(3);
    let before = written.split_at(written.len() - 3);
    [behind, (before.1, before.0)].into_iter().find_map(|(own, rest)| Some((scale(&rest.to_lowercase())?, code(own)?)))
}

/// A sign of a currency, or what sets parts of a text apart.
fn sign<'t>(first: char, text: &'t str, tokens: &mut Vec<Token<'t>>) -> (&'t str, &'t str) {
    let (taken, left) = text.split_at(first.len_utf8());
    let money = SIGNS.iter().find(|(own, _)| *own == first).map(|(_, code)| Meaning::Money(code, true));
    let dash = matches!(first, '-' | '–' | '—') && tokens.last().is_some_and(|_| left.starts_with(' '));
    match first {
        _ if money.is_some() => push(tokens, taken, money.unwrap_or(Meaning::Unknown)),
        '$' => push(tokens, taken, Meaning::Money("USD", false)),
        '%' | '‰' | '％' => push(tokens, taken, Meaning::NoAmount),
        '¥' | '￥' | '¢' => push(tokens, taken, Meaning::Unknown),
        '/' => push(tokens, taken, Meaning::Per),
        '(' | ')' | '[' | ']' | ',' | ';' | ':' | '|' | '\n' | '（' | '）' | '，' | '：' | '；' | '、' => {
            tokens.push(Token { text: taken, means: None });
        }
        _ if dash => tokens.push(Token { text: taken, means: None }),
        _ => {}
    }
    (taken, left)
}

/// Makes the money of a country of a word that several use, where a word beside it names one: `Hong Kong dollars`.
fn of_countries(tokens: &mut [Token<'_>]) {
    for at in 0..tokens.len() {
        let Some(Token { means: Some(Meaning::Money(shared, false)), .. }) = tokens.get(at) else { continue };
        let shared = *shared;
        let named = |place: usize| of_country(shared, &tokens.get(place)?.text.to_lowercase());
        let before: Vec<usize> = (0..at).rev().take_while(|place| named(*place).is_some()).collect();
        let behind: Vec<usize> = (at + 1..tokens.len()).take_while(|place| named(*place).is_some()).collect();
        let Some(code) = before.first().or_else(|| behind.first()).and_then(|place| named(*place)) else { continue };
        for place in before.into_iter().chain(behind) {
            if let Some(token) = tokens.get_mut(place) {
                token.means = Some(Meaning::Link);
            }
        }
        if let Some(token) = tokens.get_mut(at) {
            token.means = Some(Meaning::Money(code, true));
        }
    }
}
