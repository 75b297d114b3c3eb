//! From tokens to what they mention.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::dates::{self, Day};
use super::numbers::Number;
use super::scale::power_of;
use super::tokens::{Kind, Token, phrase};
use super::tongue::{LONGEST, Lexicon, Sense};
use super::{CLAUSE, Mention, Quantity, Says, Unit, Way, What};

/// So many words before a rate, and after it, can say whether it is of a rise or a fall.
const NEAR: usize = 6;

/// Everything that a stretch of a text mentions, in its order, given the numbers of the text.
pub(super) fn mentions(text: &str, figures: &[Number], tokens: &[Token<'_>], lexicon: &Lexicon) -> Vec<Mention> {
    let first = tokens.first().map_or(0, |token| token.range.start);
    let mut figures = figures[figures.partition_point(|number| number.start < first)..].iter().peekable();
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let start = token.range.start;
        while figures.next_if(|number| number.start < start).is_some() {}
        let rest = &tokens[at..];
        let (what, used) = if let Some((what, used)) = dates::read(rest, lexicon) {
            (Some(what), used)
        } else if let Some(number) = figures.next_if(|number| number.start == start) {
            let used = rest.iter().take_while(|token| token.range.start < number.end).count().max(1);
            let what = match number.year() {
                Some(year) => What::Day(Day { year: Some(year), ..Day::default() }),
                None => What::Quantity(quantity(as_written(*number, text, lexicon), tokens, at, used, lexicon, false)),
            };
            (Some(what), used)
        } else {
            worded(tokens, at, lexicon)
        };
        let used = used.max(1).min(rest.len());
        if let Some(what) = what {
            let end = rest[used - 1].range.end;
            found.push(Mention { range: start..end, what });
        }
        at += used;
    }
    inherit_years(&mut found);
    found
}

/// A number of which the shape leaves open what its mark means, where the language says so: `146.887` in English. What
/// the language would not write is left open.
fn as_written(number: Number, text: &str, lexicon: &Lexicon) -> Number {
    let written = text.get(number.start..number.end).unwrap_or_default();
    let fraction = number.readings().find(|reading| reading.scale() > 0);
    match (lexicon.tongue.point, number.or, fraction) {
        (Some(point), Some(_), Some(fraction)) if written.contains(point) => {
            Number { value: fraction, or: None, ..number }
        }
        _ => number,
    }
}

/// A day without a year beside one with it, `2 and 3 September 2025`, is of the same year only where the other is its
/// month's neighbour; everything else stays open.
fn inherit_years(found: &mut [Mention]) {
    for mention in found {
        if let What::Span(from, until) = &mut mention.what {
            let year = until.year.or(from.year);
            from.year = from.year.or(year);
            until.year = until.year.or(year);
        }
    }
}

/// What the expression that begins at a token means: a fraction, a number in words, a day of the week.
fn worded(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> (Option<What>, usize) {
    let rest = &tokens[at..];
    let begins = rest[0].begins;
    // Of most words nothing is made.
    if !begins.any && !rest[0].is_han() {
        return (None, 1);
    }
    let longest = if begins.several { LONGEST.min(rest.len()) } else { 1 };
    for length in (1..=longest).rev() {
        for sense in lexicon.senses(&hyphenless(&rest[..length])) {
            match *sense {
                // A half in `first half` is a part of a year.
                Sense::Fraction(part, whole) if length > 1 || whole > 2 => {
                    let value = Decimal::from(part) / Decimal::from(whole);
                    let way = || way_around(tokens, at, length, lexicon);
                    let way = if is_part_of(tokens, at, length, lexicon) { None } else { way() };
                    return (Some(What::Fraction(value, way)), length);
                }
                Sense::Weekday(day) => return (Some(What::Weekday(day)), length),
                _ => {}
            }
        }
    }
    let Some((value, length)) = number_in_words(rest, lexicon).or_else(|| han_number(rest)) else { return (None, 1) };
    let last = &rest[length - 1];
    let mut number = Number::spelled(rest[0].range.start, last.range.end, Decimal::from(value));
    let scale = rest
        .get(length)
        .and_then(Token::word)
        .filter(|word| word.chars().count() > 2 || rest[0].is_han())
        .and_then(power_of);
    number.scale = scale;
    let used = length + usize::from(scale.is_some());
    (Some(What::Quantity(quantity(number, tokens, at, used, lexicon, true))), used)
}

/// Whether a fraction is said to be that of something, `half of the rise`, `增长的一半`: nothing rose by it.
fn is_part_of(tokens: &[Token<'_>], at: usize, used: usize, lexicon: &Lexicon) -> bool {
    let ties = |token: &Token<'_>| token.word().is_some_and(|word| lexicon.means(word, Sense::Of));
    tokens.get(at + used).is_some_and(ties) || at > 0 && tokens[at].is_han() && ties(&tokens[at - 1])
}

/// An expression whose words hyphens may join: `two-thirds`.
fn hyphenless<'t>(tokens: &[Token<'t>]) -> Cow<'t, str> {
    let ends = [tokens.first(), tokens.last()].into_iter().flatten().all(|token| token.word().is_some());
    let joined = tokens.iter().all(|token| token.word().is_some() || token.is_mark("-‐‑"));
    if ends && joined { phrase(tokens) } else { Cow::default() }
}

fn cardinal(token: &Token<'_>, lexicon: &Lexicon) -> Option<u32> {
    cardinal_of(token.word()?, lexicon)
}

fn cardinal_of(word: &str, lexicon: &Lexicon) -> Option<u32> {
    lexicon.senses(word).iter().find_map(|sense| match sense {
        Sense::Cardinal(value) => Some(*value),
        _ => None,
    })
}

/// A number in words: `twenty-one`, `two hundred and five`, `quatre-vingt-dix`, `двадцать один`, `واحد وعشرون`.
fn number_in_words(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<(u32, usize)> {
    let mut sum: Option<u32> = None;
    let mut used = 0;
    let mut at = 0;
    while at < tokens.len() && at < 12 {
        let joins = at > 0
            && (tokens[at].is_mark("-‐‑") && !tokens[at].spaced
                || tokens[at].word().is_some_and(|word| lexicon.means(word, Sense::And)));
        let next = if joins { at + 1 } else { at };
        // In Arabic `and` is written onto the tens, which follow the units.
        let tens = tokens[at].word().and_then(|word| cardinal_of(word.strip_prefix('و')?, lexicon));
        if let (Some(before), Some(tens)) = (sum, tens.filter(|tens| tens % 10 == 0 && *tens < 100)) {
            if before % 100 < 10 {
                sum = Some(before + tens);
                at += 1;
                used = at;
                continue;
            }
            break;
        }
        let Some((value, length)) = phrase_cardinal(tokens.get(next..)?, lexicon) else { break };
        sum = match sum {
            None if !joins => Some(value),
            Some(before) if value == 100 && (2..=9).contains(&before) => Some(before * 100),
            Some(before) if before >= 100 && before % 100 == 0 && value < 100 => Some(before + value),
            Some(before) if before % 10 == 0 && before % 100 >= 20 && value < 10 => Some(before + value),
            Some(before) if [60, 80].contains(&(before % 100)) && (10..20).contains(&value) => Some(before + value),
            _ => break,
        };
        at = next + length;
        used = at;
    }
    sum.map(|sum| (sum, used))
}

/// The longest expression for one cardinal: `dix-sept`, `quatre vingts`.
fn phrase_cardinal(tokens: &[Token<'_>], lexicon: &Lexicon) -> Option<(u32, usize)> {
    (1..=3.min(tokens.len())).rev().find_map(|length| {
        if length == 1 {
            return cardinal(tokens.first()?, lexicon).map(|value| (value, 1));
        }
        lexicon.senses(&hyphenless(&tokens[..length])).iter().find_map(|sense| match sense {
            Sense::Cardinal(value) => Some((*value, length)),
            _ => None,
        })
    })
}

/// A number in Han signs, whatever follows it.
pub(super) fn han_count(tokens: &[Token<'_>]) -> Option<(u32, usize)> {
    han_digits(tokens).filter(|(_, used)| *used > 0)
}

/// A number in Han signs: `十四`, `二十一`, `一百零五`, `两`. A sign alone counts only before a measure word.
fn han_number(tokens: &[Token<'_>]) -> Option<(u32, usize)> {
    let (value, used) = han_digits(tokens)?;
    let after = tokens.get(used).and_then(Token::word).and_then(|word| word.chars().next());
    let counts = after.is_some_and(|c| "个個名位国國天年月周名项項家".contains(c));
    (used > 1 && value >= 10 || used == 1 && counts).then_some((value, used))
}

fn han_digits(tokens: &[Token<'_>]) -> Option<(u32, usize)> {
    let sign = |token: &Token<'_>| token.word().and_then(|word| word.chars().next());
    let (mut sum, mut digit, mut used) = (0_u32, None, 0_usize);
    for token in tokens.iter().take(8) {
        let Some(c) = sign(token).filter(|_| token.is_han()) else { break };
        if let Some(value) = "〇一二三四五六七八九".chars().position(|d| d == c).or(match c {
            '零' => Some(0),
            '两' | '兩' => Some(2),
            _ => None,
        }) {
            if digit.is_some_and(|digit| digit > 0) {
                return None;
            }
            digit = u32::try_from(value).ok();
        } else if let Some(power) = [('十', 10), ('百', 100), ('千', 1000)].iter().find(|(own, _)| *own == c) {
            sum += digit.unwrap_or(1).max(1) * power.1;
            digit = None;
        } else {
            break;
        }
        used += 1;
    }
    Some((sum + digit.unwrap_or(0), used))
}

/// A number with what the words around it say of it.
fn quantity(
    number: Number,
    tokens: &[Token<'_>],
    at: usize,
    used: usize,
    lexicon: &Lexicon,
    spelled: bool,
) -> Quantity {
    let after = tokens.get(at + used..).unwrap_or_default();
    // The word of scale stands between a number and what it counts.
    let scaled = number.scale.is_some()
        && !spelled
        && after.first().and_then(Token::word).is_some_and(|w| power_of(w).is_some());
    let after = after.get(usize::from(scaled)..).unwrap_or_default();
    let hyphen = usize::from(after.first().is_some_and(|token| token.is_mark("-‐‑–")));
    let (unit, length) = unit(after.get(hyphen..).unwrap_or_default(), lexicon);
    let taken = used + usize::from(scaled) + if unit.is_some() { hyphen + length } else { 0 };
    let is_rate = matches!(unit, Some(Unit::PerCent | Unit::Points));
    let sign =
        at.checked_sub(1).and_then(|before| tokens.get(before)).filter(|token| !before_number_dash(token, tokens, at));
    let signed = sign.and_then(|token| {
        if token.is_mark("+＋") {
            Some(Way::Up)
        } else if token.is_mark("−-－") && (token.spaced || at == 1) && !tokens[at].spaced {
            Some(Way::Down)
        } else {
            None
        }
    });
    let way = signed.or_else(|| if is_rate { way_around(tokens, at, taken, lexicon) } else { None });
    Quantity { number, unit, way, spelled }
}

/// Whether a dash before a number parts it from another: `10–11`.
fn before_number_dash(token: &Token<'_>, tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|index| tokens.get(index));
    token.is_mark("-−－") && before.is_some_and(|before| before.digits().is_some() && !token.spaced)
}

/// What a number counts, and how many tokens say so.
fn unit(after: &[Token<'_>], lexicon: &Lexicon) -> (Option<Unit>, usize) {
    let sign = usize::from(after.first().is_some_and(|token| token.is_mark("%％٪")));
    let of_words = |from: usize| {
        if !after.get(from)?.begins.any {
            return None;
        }
        (1..=LONGEST.min(after.len().saturating_sub(from))).rev().find_map(|length| {
            let senses = lexicon.senses(&hyphenless_or_marks(&after[from..from + length]));
            senses.iter().find_map(|sense| {
                let Sense::Unit(unit) = sense else { return None };
                Some((*unit, from + length))
            })
        })
    };
    match (sign, of_words(sign)) {
        (1, Some((Unit::Points, length))) => (Some(Unit::Points), length),
        (1, _) => (Some(Unit::PerCent), 1),
        (_, Some((unit, length))) => (Some(unit), length),
        (_, None) => (None, 0),
    }
}

/// An expression in which points may stand: `п.п.`.
fn hyphenless_or_marks<'t>(tokens: &[Token<'t>]) -> Cow<'t, str> {
    let fits = tokens.iter().all(|token| token.word().is_some() || token.is_mark(".-‐‑"));
    if fits && tokens.first().is_some_and(|token| token.word().is_some()) { phrase(tokens) } else { Cow::default() }
}

/// Whether the words around a rate say that something rose or fell: before it, or else right after it.
fn way_around(tokens: &[Token<'_>], at: usize, used: usize, lexicon: &Lexicon) -> Option<Way> {
    let clause = |token: &&Token<'_>| !token.is_mark(CLAUSE) && token.digits().is_none();
    let before = tokens[..unbound(tokens, at, lexicon)].iter().rev().take_while(clause).take(NEAR);
    let before = words_and_pairs(before, lexicon);
    // `growth fell from 26.3 %`: what grew by so much did not fall.
    let is_growth = before.iter().any(|word| lexicon.says_word(word).contains(&Says::Growth));
    let before = way(before.iter().map(String::as_str), lexicon).filter(|way| *way == Way::Up || !is_growth);
    let after = tokens.get(at + used..).unwrap_or_default().iter().take_while(clause).take(3);
    let after = way(words_and_pairs(after, lexicon).iter().map(String::as_str), lexicon);
    match (before, after) {
        (Some(before), Some(after)) if before != after => None,
        (before, after) => before.or(after),
    }
}

/// Where what sets a bound to something begins, `more than`, `less than`: it says of nothing that it rose or fell.
fn unbound(tokens: &[Token<'_>], at: usize, lexicon: &Lexicon) -> usize {
    let is_bound = |length: &usize| {
        let words = &tokens[at - length..at];
        let said = match words {
            [one] => one.word().map_or(&[][..], |word| lexicon.says_word(word)),
            _ => lexicon.says(&phrase(words)),
        };
        said.contains(&Says::Bound)
    };
    (1..=3.min(at)).rev().find(is_bound).map_or(at, |length| at - length)
}

/// Each word, and before it the expression that it makes with the word beside it, in their order: `plus bas` is not `plus`.
/// What two words say of a share, `make up`, goes nowhere.
fn words_and_pairs<'a>(tokens: impl Iterator<Item = &'a Token<'a>>, lexicon: &Lexicon) -> Vec<String> {
    let tokens: Vec<&Token<'_>> = tokens.collect();
    let mut found: Vec<String> = Vec::new();
    let mut said = 0;
    for (at, token) in tokens.iter().enumerate() {
        let Kind::Word(word) = token.kind else { continue };
        if at < said {
            continue;
        }
        if let Some((next, beside)) = tokens.get(at + 1).and_then(|next| Some((next, next.word()?))) {
            let blank = if token.is_han() && next.is_han() { "" } else { " " };
            let backwards = next.range.start < token.range.start;
            let (first, second) = if backwards { (beside, word) } else { (word, beside) };
            let both = format!("{first}{blank}{second}");
            if lexicon.says(&both).contains(&Says::Share) {
                said = at + 2;
                continue;
            }
            found.push(both);
        }
        found.push(word.to_owned());
    }
    found
}

/// The way that some words say, the nearest first; none where they say neither.
pub(super) fn way<'a>(words: impl Iterator<Item = &'a str>, lexicon: &Lexicon) -> Option<Way> {
    words.into_iter().find_map(|word| {
        let senses = lexicon.senses(word);
        match (senses.contains(&Sense::Up), senses.contains(&Sense::Down)) {
            (true, false) => Some(Way::Up),
            (false, true) => Some(Way::Down),
            _ => None,
        }
    })
}
