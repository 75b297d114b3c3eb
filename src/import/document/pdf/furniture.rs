//! What stands on every page and belongs to none of them: running heads and feet, and the numbers of pages.

use std::collections::{BTreeMap, BTreeSet};

use super::line::{LOWERED, Line, RAISED};
use crate::import::document::running::{is_alike, is_lone_number};

/// So many lines at the top and at the bottom of a page may be such.
const LINES: usize = 3;
/// And so many stretches of them.
const MOST: usize = 32;
/// A line is held against so many before and behind it.
const NEAR: usize = 32;

/// Takes such lines out of all pages, and says how many different ones there are.
pub(super) fn taken_out(pages: &mut [Vec<Line>]) -> usize {
    let all: Vec<[Vec<Vec<usize>>; 2]> = pages.iter().map(|lines| outermost(lines)).collect();
    let body = body_size(pages);
    // What stands in the same place of several pages, the number of the page aside, runs on.
    let mut places: BTreeMap<String, Vec<(usize, &Line)>> = BTreeMap::new();
    for (page, (lines, places_of)) in pages.iter().zip(&all).enumerate() {
        for at in places_of.iter().flatten().flatten() {
            if let Some(line) = lines.get(*at) {
                places.entry(pattern(&line.text)).or_default().push((page, line));
            }
        }
    }
    let runs = |page: usize, lines: &[Line], at: usize| {
        let Some(line) = lines.get(at) else { return false };
        let all = places.get(&pattern(&line.text)).map(Vec::as_slice).unwrap_or_default();
        let own = all.partition_point(|(other, _)| *other < page);
        let near = all.get(own.saturating_sub(NEAR)..all.len().min(own + NEAR)).unwrap_or_default();
        let near = || near.iter().filter(|(other, own)| *other != page && (own.base - line.base).abs() < 6.0);
        let same: BTreeSet<usize> = near().filter(|(_, own)| own.text == line.text).map(|(other, _)| *other).collect();
        let alike = near().filter(|(other, own)| is_alike(&own.text, &line.text, other.abs_diff(page)));
        let alike: BTreeSet<usize> = alike.map(|(other, _)| *other).collect();
        // Of two pages both; of more, a third of them, since odd and even ones may differ and chapters do.
        let enough = |elsewhere: usize| elsewhere > 0 && (elsewhere + 1) * 4 >= pages_that_count(pages.len());
        let is_text = line.size >= 0.95 * body && is_sentence(&line.text);
        if enough(same.len()) {
            // A sentence may be said on several pages, and end where each does.
            !is_text || nearest(lines, at) > 1.6 * line.size
        } else {
            enough(alike.len()) && !is_text && is_with_number(line, body)
        }
    };
    let mut known = BTreeSet::new();
    let mut gone: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); pages.len()];
    for (page, (lines, places_of)) in pages.iter().zip(&all).enumerate() {
        for rows in places_of {
            for row in rows {
                let is_gone =
                    |at: &&usize| runs(page, lines, **at) && !is_note(lines, **at) || is_number_of_page(lines, **at);
                let own: Vec<usize> = row.iter().filter(is_gone).copied().collect();
                known.extend(own.iter().filter_map(|at| Some(pattern(&lines.get(*at)?.text))));
                gone[page].extend(&own);
                // What stands further in than something of the page itself is of the page.
                if own.is_empty() {
                    break;
                }
            }
        }
    }
    for (lines, gone) in pages.iter_mut().zip(gone) {
        let mut at = 0;
        lines.retain(|_| {
            at += 1;
            !gone.contains(&(at - 1))
        });
    }
    known.len()
}

/// Many pages have many chapters.
fn pages_that_count(pages: usize) -> usize {
    pages.min(12)
}

/// The rows at the top and at the bottom from without, each of lines by their numbers.
fn outermost(lines: &[Line]) -> [Vec<Vec<usize>>; 2] {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|one, other| lines[*other].base.total_cmp(&lines[*one].base));
    let rows = |order: &mut dyn Iterator<Item = &usize>| {
        let mut rows: Vec<Vec<usize>> = Vec::new();
        for at in order.take(MOST) {
            let beside = rows
                .last()
                .and_then(|row| row.first())
                .is_some_and(|first| (lines[*first].base - lines[*at].base).abs() <= 3.0);
            let count = rows.len();
            match rows.last_mut().filter(|_| beside) {
                Some(row) => row.push(*at),
                None if count == LINES => break,
                None => rows.push(vec![*at]),
            }
        }
        rows
    };
    [rows(&mut order.iter()), rows(&mut order.iter().rev())]
}

/// A text with a sign for each number in it.
fn pattern(text: &str) -> String {
    let mut pattern = String::new();
    for letter in text.chars() {
        if letter.is_numeric() {
            if !pattern.ends_with('#') {
                pattern.push('#');
            }
        } else {
            pattern.push(letter);
        }
    }
    // `iv` is a number at the foot of a page.
    let bare = text.trim().trim_matches(['-', '–', '—', '.', ' ']);
    if !bare.is_empty() && bare.chars().all(|c| matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x' | 'l')) {
        return "#".to_owned();
    }
    pattern
}

/// Whether a line is nothing but the number of a page, and stands by itself.
fn is_number_of_page(lines: &[Line], at: usize) -> bool {
    let Some(line) = lines.get(at) else { return false };
    let outer = lines.iter().enumerate().filter(|(other, _)| *other != at);
    let (above, below) =
        outer.fold(
            (0, 0),
            |(above, below), (_, other)| {
                if other.base > line.base { (above + 1, below) } else { (above, below + 1) }
            },
        );
    let is_outermost = (above == 0 || below == 0) && lines.len() > 1;
    is_lone_number(&line.text) && is_outermost && nearest(lines, at) > 1.8 * line.size
}

/// How far the nearest line is above or below another.
fn nearest(lines: &[Line], at: usize) -> f64 {
    let Some(line) = lines.get(at) else { return f64::INFINITY };
    let others = lines.iter().enumerate().filter(|(other, _)| *other != at);
    others.map(|(_, other)| (other.base - line.base).abs()).fold(f64::INFINITY, f64::min)
}

/// Whether a line is a note that is cited on its page: it begins with what stands raised in another line.
fn is_note(lines: &[Line], at: usize) -> bool {
    let Some(line) = lines.get(at) else { return false };
    let bare = line.text.trim_start_matches([RAISED, ' ']);
    let mark: String = bare.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡')).collect();
    let cites = |text: &str| {
        let raised = text.split(RAISED).skip(1).filter_map(|part| part.split_once(LOWERED));
        raised.flat_map(|(raised, _)| raised.split([',', ' '])).any(|one| one == mark)
    };
    !mark.is_empty() && lines.iter().enumerate().any(|(other, line)| other != at && cites(&line.text))
}

/// Whether a text is a sentence of some length.
fn is_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', '。', '؟']) && text.split_whitespace().count() > 5
}

/// Whether a line may be one with the number of its page: what is larger than the text is none, nor `Annex 1` in its size.
fn is_with_number(line: &Line, body: f64) -> bool {
    const PAGE: [&str; 20] = [
        "page",
        "p",
        "pg",
        "pp",
        "seite",
        "s",
        "página",
        "pagina",
        "pág",
        "pag",
        "страница",
        "стр",
        "с",
        "sida",
        "side",
        "strona",
        "oldal",
        "sivu",
        "صفحة",
        "halaman",
    ];
    let lower = line.text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().map(|word| word.trim_end_matches(['.', ':'])).collect();
    let is_counted = words.split_last().is_some_and(|(last, before)| {
        let is_word = |word: &&str| word.chars().all(char::is_alphabetic) && !PAGE.contains(word);
        (1..=2).contains(&before.len()) && before.iter().all(is_word) && last.chars().all(char::is_numeric)
    });
    line.size < 0.95 * body || line.size < 1.1 * body && !is_counted
}

/// The size that most letters have.
fn body_size(pages: &[Vec<Line>]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = pages.iter().flatten().map(|line| (line.size, line.letters())).collect();
    sizes.sort_by(|one, other| one.0.total_cmp(&other.0));
    let half = sizes.iter().map(|(_, letters)| letters).sum::<usize>() / 2;
    let mut seen = 0;
    let middle = sizes.iter().find(|(_, letters)| {
        seen += letters;
        seen > half
    });
    middle.map_or(0.0, |(size, _)| *size)
}

#[cfg(test)]
mod tests {
    use super::super::line::Line;
    use super::taken_out;

    fn line(base: f64, text: &str) -> Line {
        Line {
            page: 0,
            left: 72.0,
            right: 400.0,
            base,
            size: 10.0,
            lead: 10.0,
            labelled: false,
            bold: false,
            text: text.to_owned(),
        }
    }

    #[test]
    fn what_runs_on_every_page_is_taken_out_and_what_is_said_twice_is_not() {
        let page = |number: usize, first: &str| {
            vec![
                line(800.0, "Harbour Board"),
                line(700.0, first),
                line(688.0, &format!("and went on {}", "far ".repeat(number))),
                line(676.0, "More of it."),
                line(664.0, &format!("The ferries sail {}", "again ".repeat(number))),
                line(30.0, &format!("Page {number} of 3")),
            ]
        };
        let mut pages = [page(1, "The ministers met,"), page(2, "Nobody signed,"), page(3, "They left,")];
        assert_eq!(taken_out(&mut pages), 2);
        assert!(pages.iter().all(|lines| lines.len() == 4), "{pages:?}");
        let mut one = [vec![line(700.0, "A day in Piraeus."), line(688.0, "A night."), line(40.0, "– 7 –")]];
        assert_eq!(taken_out(&mut one), 1);
        let mut year = [vec![line(700.0, "It was so till"), line(688.0, "2019")]];
        assert_eq!(taken_out(&mut year), 0);
    }

    #[test]
    fn notes_sentences_and_headings_that_count_up_are_no_heads_and_feet() {
        let page = |number: usize| {
            vec![
                line(800.0, "Harbour Board – minutes"),
                line(770.0, &format!("Annex {number}")),
                line(700.0, &format!("It fell in 201{number}\u{1}{number}\u{2} and {} rose", "then ".repeat(number))),
                line(688.0, &format!("Ballot {number} on the fare was 3 to 1.")),
                Line { size: 8.0, ..line(60.0, &format!("{number} Ibid., on p. {}.", 40 + 7 * number)) },
                Line { size: 8.0, ..line(48.0, &format!("{number} Ibid.")) },
                line(30.0, &format!("HB/2024 {number}/3")),
            ]
        };
        let mut pages = [page(1), page(2), page(3)];
        assert_eq!(taken_out(&mut pages), 2);
        assert!(pages.iter().all(|lines| lines.len() == 5), "{pages:?}");
        let last = |number: usize| {
            vec![
                line(700.0, &format!("Of {}", "far ".repeat(number))),
                line(688.0, &format!("Ballot {number} on the fare was 3 to 1.")),
            ]
        };
        let mut pages = [last(1), last(2)];
        assert_eq!(taken_out(&mut pages), 0);
        let first = |number: usize| {
            vec![line(700.0, &format!("Annex {number}")), line(670.0, &format!("Of {}", "far ".repeat(number)))]
        };
        let mut pages = [first(1), first(2)];
        assert_eq!(taken_out(&mut pages), 0);
    }
}
