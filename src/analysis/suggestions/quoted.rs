//! Somebody’s words between marks.

use super::{Found, Passage, Suggested};
use crate::briefing::QuotationPart;

/// Marks that open, each with those that close it.
const MARKS: [(char, &str); 8] =
    [('“', "”"), ('„', "“”"), ('«', "»"), ('»', "«"), ('「', "」"), ('『', "』"), ('‹', "›"), ('"', "\"")];

/// A quotation of fewer letters is a word that somebody calls something by.
const LEAST_LETTERS: usize = 12;
/// The same of a script in which a letter is a word.
const LEAST_SIGNS: usize = 4;

/// The quotation of a passage, from its first mark to its last.
pub(super) fn found(passage: &Passage<'_>) -> Option<Found> {
    let text = passage.text;
    let mut open: Option<(usize, &str)> = None;
    let mut first: Option<(usize, usize)> = None;
    let mut closes_only = None;
    for (at, letter) in text.char_indices() {
        let after = at + letter.len_utf8();
        match open {
            Some((from, closing)) if closing.contains(letter) => {
                if is_long(text.get(from..at).unwrap_or_default()) && first.is_none() {
                    first = Some((from, at));
                }
                open = None;
            }
            Some(_) => {}
            None => match MARKS.iter().find(|(mark, _)| *mark == letter) {
                Some((_, closing)) => open = Some((after, closing)),
                None if matches!(letter, '”' | '」' | '』') && closes_only.is_none() => closes_only = Some(at),
                None => {}
            },
        }
    }
    if let Some((from, at)) =
        closes_only.map(|at| (0, at)).filter(|(_, at)| is_long(text.get(..*at).unwrap_or_default()))
    {
        return Some((from..at, Suggested::Quotation(QuotationPart::Closes)));
    }
    if let Some((from, at)) = first {
        return Some((from..at, Suggested::Quotation(QuotationPart::Whole)));
    }
    let (from, _) = open?;
    let rest = text.get(from..)?;
    // A straight mark may stand for inches, and a German one closes where another opens.
    let opens = text.get(..from)?.ends_with(['“', '„', '«', '「', '『']) && is_long(rest);
    opens.then_some((from..text.len(), Suggested::Quotation(QuotationPart::Opens)))
}

fn is_long(quoted: &str) -> bool {
    let signs = quoted.chars().filter(|c| matches!(c, '\u{3400}'..='\u{9fff}')).count();
    quoted.chars().count() >= LEAST_LETTERS && quoted.trim().contains(char::is_whitespace) || signs >= LEAST_SIGNS
}
