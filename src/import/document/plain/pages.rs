//! A text that comes in pages, as printers take it: what runs over them is left, and a sentence goes on over their ends.

use super::super::content::{LeftKind, Writing};
use super::super::running::{is_alike, is_lone_number};
use super::{ends_sentence, join};

/// A page is held against so many before and behind it.
const NEAR: usize = 32;
/// So many lines at the top and at the bottom of a page may run over all.
const LINES: usize = 3;

/// The text as one, without what runs over its pages.
pub(super) fn joined(text: &str, writing: &mut Writing) -> String {
    let mut pages: Vec<Vec<&str>> = text.split('\u{c}').map(|page| bare(page.lines().collect())).collect();
    pages.retain(|page| !page.is_empty());
    if pages.len() > 1 {
        let whole = pages.clone();
        let mut known: Vec<String> = Vec::new();
        for (number, page) in pages.iter_mut().enumerate() {
            for from_below in [false, true] {
                take(page, number, &whole, from_below, &mut known);
            }
        }
        writing.leave(LeftKind::RunningHead, known.len());
    }
    let mut all: Vec<String> = Vec::new();
    for page in pages {
        for (number, line) in page.into_iter().enumerate() {
            match all.last_mut().filter(|_| number == 0) {
                Some(last) if goes_on(last, line) => join(last, line.trim_start()),
                Some(_) => all.extend([String::new(), line.to_owned()]),
                None => all.push(line.to_owned()),
            }
        }
    }
    all.join("\n")
}

/// Takes what runs over pages from the top or from the bottom of one.
fn take(page: &mut Vec<&str>, number: usize, whole: &[Vec<&str>], from_below: bool, known: &mut Vec<String>) {
    let edge = |page: &[&str], at: usize| {
        let mut lines: Box<dyn Iterator<Item = &&str>> =
            if from_below { Box::new(page.iter().rev()) } else { Box::new(page.iter()) };
        lines.nth(at).map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    for _ in 0..LINES {
        let Some(line) = edge(page, 0) else { return };
        let is_there = |other: &usize| {
            let near = |at| edge(&whole[*other], at).is_some_and(|own| is_alike(&own, &line, other.abs_diff(number)));
            (0..2 * LINES).any(near)
        };
        let near = number.saturating_sub(NEAR)..whole.len().min(number + NEAR);
        let others = near.filter(|other| *other != number);
        let count = others.filter(is_there).take(whole.len().min(12) / 2 + 1).count();
        let runs = count > 0 && (count + 1) * 4 >= whole.len().min(12) && !is_sentence(&line);
        if !runs && !is_lone_number(&line) {
            return;
        }
        if !known.iter().any(|own| is_alike(own, &line, 0) || is_lone_number(own) && is_lone_number(&line)) {
            known.push(line);
        }
        if from_below {
            page.pop();
        } else {
            page.remove(0);
        }
        *page = bare(std::mem::take(page));
    }
}

/// Whether a line is a sentence, which may stand alike on several pages and belongs to each.
fn is_sentence(line: &str) -> bool {
    ends_sentence(line) && line.split(' ').count() > 5
}

/// Lines without empty ones around them.
fn bare(mut lines: Vec<&str>) -> Vec<&str> {
    while lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    let empty = lines.iter().take_while(|line| line.trim().is_empty()).count();
    lines.split_off(empty)
}

/// Whether the last line of a page goes on in the first of the next.
fn goes_on(last: &str, first: &str) -> bool {
    let letter = first.trim_start().chars().next();
    let caseless = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
    !ends_sentence(last.trim()) && letter.is_some_and(|c| c.is_lowercase() || caseless(c))
}
