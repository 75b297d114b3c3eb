//! Which sentence of an edition is which of another: those that say the same, in whatever order, and those that say nearly
//! the same where nothing says it better. Nothing is matched by its place alone.

use std::collections::HashMap;

use crate::briefing::Sha256;

/// A sentence of an edition.
#[derive(Clone, Debug)]
pub(super) struct Piece<'a> {
    pub sha256: &'a Sha256,
    /// What it says, where that is known.
    pub text: Option<&'a str>,
}

/// Sentences in the same place that have this part of their words in common are one.
const NEAR: f64 = 0.5;
/// The same for those in places that differ.
const NEAR_ELSEWHERE: f64 = 0.7;
/// The most pairs that are held against one another between two that are the same, and of all that are left.
const PAIRS: usize = 40_000;
const PAIRS_LEFT: usize = 250_000;

/// For each sentence of the older edition the one of the newer that it is, by their numbers.
pub(super) fn aligned(old: &[Piece<'_>], new: &[Piece<'_>]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = vec![None; old.len()];
    let mut taken = vec![false; new.len()];
    let anchors = anchors(old, new);
    let mut pair = |one: usize, other: usize, found: &mut Vec<Option<usize>>| {
        found[one] = Some(other);
        taken[other] = true;
    };
    for (one, other) in &anchors {
        pair(*one, *other, &mut found);
    }
    // What is the same and stands elsewhere was moved.
    let mut elsewhere: HashMap<&str, Vec<usize>> = HashMap::new();
    let fixed: Vec<bool> = {
        let mut fixed = vec![false; new.len()];
        for (_, other) in &anchors {
            fixed[*other] = true;
        }
        fixed
    };
    for (number, piece) in new.iter().enumerate().rev().filter(|(number, _)| !fixed[*number]) {
        elsewhere.entry(piece.sha256.as_str()).or_default().push(number);
    }
    for (number, piece) in old.iter().enumerate() {
        if found[number].is_none()
            && let Some(other) = elsewhere.get_mut(piece.sha256.as_str()).and_then(Vec::pop)
        {
            pair(number, other, &mut found);
        }
    }
    let words = |pieces: &[Piece<'_>]| pieces.iter().map(|piece| piece.text.map(words)).collect::<Vec<_>>();
    let (old_words, new_words) = (words(old), words(new));
    let alike = |one: usize, other: usize| match (&old_words[one], &new_words[other]) {
        (Some(one), Some(other)) => likeness(one, other),
        _ => 0.0,
    };
    // Between two that are the same, in their order.
    let ends = anchors.iter().copied().chain([(old.len(), new.len())]);
    let (mut from, mut other_from) = (0, 0);
    for (to, other_to) in ends {
        let rows: Vec<usize> = (from..to).filter(|number| found[*number].is_none()).collect();
        let columns: Vec<usize> = (other_from..other_to).filter(|number| !taken[*number]).collect();
        for (one, other) in in_order(&rows, &columns, alike) {
            found[one] = Some(other);
            taken[other] = true;
        }
        (from, other_from) = (to + 1, other_to + 1);
    }
    // Anywhere, the most alike first.
    let rows: Vec<usize> = (0..old.len()).filter(|number| found[*number].is_none()).collect();
    let columns: Vec<usize> = (0..new.len()).filter(|number| !taken[*number]).collect();
    if rows.len().saturating_mul(columns.len()) <= PAIRS_LEFT {
        let all = rows.iter().flat_map(|one| columns.iter().map(move |other| (*one, *other)));
        let mut pairs: Vec<(f64, usize, usize)> = all
            .map(|(one, other)| (alike(one, other), one, other))
            .filter(|(likeness, ..)| *likeness >= NEAR_ELSEWHERE)
            .collect();
        pairs.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
        for (_, one, other) in pairs {
            if found[one].is_none() && !taken[other] {
                found[one] = Some(other);
                taken[other] = true;
            }
        }
    }
    found
}

/// Pairs that are the same and stand in the same order.
fn anchors(old: &[Piece<'_>], new: &[Piece<'_>]) -> Vec<(usize, usize)> {
    // By what stands once in each.
    let once = |pieces: &[Piece<'_>]| {
        let mut places: HashMap<String, Option<usize>> = HashMap::new();
        for (number, piece) in pieces.iter().enumerate() {
            places.entry(piece.sha256.as_str().to_owned()).and_modify(|place| *place = None).or_insert(Some(number));
        }
        places
    };
    let of_new = once(new);
    let of_old = once(old);
    let pairs: Vec<(usize, usize)> = old
        .iter()
        .enumerate()
        .filter(|(_, piece)| of_old.get(piece.sha256.as_str()).is_some_and(Option::is_some))
        .filter_map(|(number, piece)| Some((number, (*of_new.get(piece.sha256.as_str())?)?)))
        .collect();
    let rising = rising(&pairs);
    // Beside one that is the same stands another, though it may stand elsewhere as well.
    let mut all = Vec::new();
    let same = |one: usize, other: usize| {
        old.get(one).zip(new.get(other)).is_some_and(|(one, other)| one.sha256 == other.sha256)
    };
    let ends = rising.iter().copied().chain([(old.len(), new.len())]);
    let (mut from, mut other_from) = (0, 0);
    for (to, other_to) in ends {
        while from < to && other_from < other_to && same(from, other_from) {
            all.push((from, other_from));
            (from, other_from) = (from + 1, other_from + 1);
        }
        let (mut back, mut other_back) = (to, other_to);
        while back > from && other_back > other_from && same(back - 1, other_back - 1) {
            (back, other_back) = (back - 1, other_back - 1);
        }
        all.extend((back..to).zip(other_back..other_to));
        if to < old.len() && other_to < new.len() {
            all.push((to, other_to));
        }
        (from, other_from) = (to + 1, other_to + 1);
    }
    all
}

/// The longest run of pairs of which both numbers rise; the first rises already.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The pair that ends the shortest run of each length, and the pair before each.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (number, (_, value)) in pairs.iter().enumerate() {
        let at = ends.partition_point(|end| pairs[*end].1 < *value);
        before[number] = at.checked_sub(1).map(|at| ends[at]);
        match ends.get_mut(at) {
            Some(end) => *end = number,
            None => ends.push(number),
        }
    }
    let mut run = Vec::new();
    let mut at = ends.last().copied();
    while let Some(number) = at {
        run.push(pairs[number]);
        at = before[number];
    }
    run.reverse();
    run
}

/// The pairs in their order that are most alike together.
fn in_order(rows: &[usize], columns: &[usize], alike: impl Fn(usize, usize) -> f64) -> Vec<(usize, usize)> {
    if rows.is_empty() || columns.is_empty() || rows.len().saturating_mul(columns.len()) > PAIRS {
        return Vec::new();
    }
    let width = columns.len() + 1;
    let mut best = vec![0.0_f64; (rows.len() + 1) * width];
    let mut likeness = vec![0.0_f64; rows.len() * columns.len()];
    for (i, one) in rows.iter().enumerate() {
        for (j, other) in columns.iter().enumerate() {
            let own = alike(*one, *other);
            likeness[i * columns.len() + j] = own;
            let paired = if own >= NEAR { best[i * width + j] + own } else { 0.0 };
            best[(i + 1) * width + j + 1] = paired.max(best[i * width + j + 1]).max(best[(i + 1) * width + j]);
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (rows.len(), columns.len());
    while i > 0 && j > 0 {
        let here = best[i * width + j];
        let own = likeness[(i - 1) * columns.len() + j - 1];
        if own >= NEAR && (here - (best[(i - 1) * width + j - 1] + own)).abs() < 1e-12 {
            pairs.push((rows[i - 1], columns[j - 1]));
            (i, j) = (i - 1, j - 1);
        } else if (here - best[(i - 1) * width + j]).abs() < 1e-12 {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    pairs
}

/// The words of a sentence, sorted; letters that stand without blanks each by itself.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for letter in text.chars() {
        let alone = matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
        if letter.is_alphanumeric() && !alone {
            word.extend(letter.to_lowercase());
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if alone {
            words.push(letter.to_string());
        }
    }
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words.sort_unstable();
    words
}

/// Which part of their words two sentences have in common, nought to one.
fn likeness(one: &[String], other: &[String]) -> f64 {
    let (mut at, mut common) = (0, 0_usize);
    for word in one {
        while other.get(at).is_some_and(|own| own < word) {
            at += 1;
        }
        if other.get(at) == Some(word) {
            common += 1;
            at += 1;
        }
    }
    let all = one.len() + other.len();
    if all == 0 { 0.0 } else { 2.0 * common as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::{Piece, aligned};
    use crate::briefing::Sha256;

    fn pieces<'a>(hashes: &'a [Sha256], texts: &[&'a str], known: bool) -> Vec<Piece<'a>> {
        hashes.iter().zip(texts).map(|(sha256, text)| Piece { sha256, text: known.then_some(*text) }).collect()
    }

    fn of(old: &[&str], new: &[&str], known: bool) -> Vec<Option<usize>> {
        let hashes = |texts: &[&str]| texts.iter().map(|text| Sha256::of(text.as_bytes())).collect::<Vec<_>>();
        aligned(&pieces(&hashes(old), old, known), &pieces(&hashes(new), new, true))
    }

    #[test]
    fn sentences_are_followed_where_they_go() {
        let old =
            ["The ministers met.", "Yes.", "The fare is 45 euros at most.", "Nobody signed.", "Yes.", "They left."];
        let new = ["A headline.", "The ministers met.", "Yes.", "They left.", "The fare is 50 euros at most.", "Yes."];
        assert_eq!(of(&old, &new, true), [Some(1), Some(2), Some(4), None, Some(5), Some(3)]);
        // Without what it said, what changed is not known from what is new.
        assert_eq!(of(&old, &new, false), [Some(1), Some(2), None, None, Some(5), Some(3)]);
        assert_eq!(of(&old, &old, false), (0..6).map(Some).collect::<Vec<_>>());
        assert_eq!(of(&old, &[], true), [None; 6]);
        assert_eq!(of(&[], &new, true), []);
    }

    #[test]
    fn many_that_are_alike_cost_no_more_than_they_may() {
        let old = vec!["The same again."; 3000];
        let new: Vec<String> = (0..3000).map(|number| format!("Another {number} of them.")).collect();
        let new: Vec<&str> = new.iter().map(String::as_str).collect();
        assert!(of(&old, &new, true).iter().all(Option::is_none));
        assert_eq!(of(&old, &old[..2999], true).iter().flatten().count(), 2999);
    }
}
