//! Where sentences end. What ends one is decided by rules and by words that each language shortens; two segmenters of
//! others are asked as well, and where the rules only lean to one side or both others say otherwise, a boundary is doubtful.

mod language;
mod opening;
mod places;
mod rules;
mod shortened;
mod wide;

use std::borrow::Cow;
use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation as _;

use super::numbered::label;
pub use language::language_of;
use opening::opening;
use places::{OPENING, places, start_from};
use rules::{Ruling, ruling};

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

/// The longest paragraph that is held against other segmenters, in bytes: a longer one is no prose.
const LONGEST: usize = 64 << 10;

/// The places of a paragraph at which a sentence ends or might, in order; neither its beginning nor its end is one.
pub fn boundaries(text: &str, language: &str) -> Vec<Boundary> {
    let text = &*pointing_outwards(text);
    // What a paragraph is called is no sentence: it belongs to the first.
    let numbered = start_from(text, label(text).map_or(0, str::len).max(opening(text)));
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

/// A paragraph whose quotation marks point to what is quoted, as German sets them, with those that point away from it,
/// which take as many bytes: which of them opens is then known everywhere.
fn pointing_outwards(text: &str) -> Cow<'_, str> {
    let opens = text.find(['«', '»']).filter(|at| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let behind = text.get(*at..).and_then(|rest| rest.chars().nth(1));
        text.get(*at..).is_some_and(|rest| rest.starts_with('»'))
            && before.is_none_or(|c| c.is_whitespace() || OPENING.contains(c))
            && behind.is_some_and(|c| !c.is_whitespace())
    });
    let turned = |c| match c {
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '›' => '‹',
        c => c,
    };
    opens.map_or(Cow::Borrowed(text), |_| Cow::Owned(text.chars().map(turned).collect()))
}

#[cfg(test)]
mod tests;
