//! What stands on every page and belongs to none of them: running heads and feet, and the numbers of pages.

use std::collections::{BTreeMap, BTreeSet};

use super::line::Line;

/// So many lines at the top and at the bottom of a page may be such.
const LINES: usize = 3;
/// And so many stretches of them.
const MOST: usize = 32;

/// Takes such lines out of all pages, and says how many different ones there are.
pub(super) fn taken_out(pages: &mut [Vec<Line>]) -> usize {
    let all: Vec<[Vec<Vec<usize>>; 2]> = pages.iter().map(|lines| outermost(lines)).collect();
    // What stands in the same place of several pages, its numbers aside, runs on.
    let mut places: BTreeMap<String, Vec<(usize, f64)>> = BTreeMap::new();
    for (page, (lines, places_of)) in pages.iter().zip(&all).enumerate() {
        for at in places_of.iter().flatten().flatten() {
            if let Some(line) = lines.get(*at) {
                places.entry(pattern(&line.text)).or_default().push((page, line.base));
            }
        }
    }
    let runs = |page: usize, line: &Line| {
        let alike = places.get(&pattern(&line.text)).into_iter().flatten();
        let elsewhere: BTreeSet<usize> = alike
            .filter(|(other, base)| *other != page && (base - line.base).abs() < 6.0)
            .map(|(other, _)| *other)
            .collect();
        // Of two pages both; of more, a third of them, since odd and even ones may differ and chapters do.
        !elsewhere.is_empty() && (elsewhere.len() + 1) * 4 >= pages_that_count(pages.len())
    };
    let mut known = BTreeSet::new();
    let mut gone: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); pages.len()];
    for (page, (lines, places_of)) in pages.iter().zip(&all).enumerate() {
        for rows in places_of {
            for row in rows {
                let is_gone =
                    |at: &&usize| lines.get(**at).is_some_and(|line| runs(page, line) || is_lone_number(lines, **at));
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
fn is_lone_number(lines: &[Line], at: usize) -> bool {
    let Some(line) = lines.get(at) else { return false };
    let bare = line.text.trim().trim_matches(['-', '–', '—', '.', ' ', '|']);
    let is_number = !bare.is_empty() && bare.len() <= 4 && bare.chars().all(|c| c.is_ascii_digit());
    let nearest = lines
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != at)
        .map(|(_, other)| (other.base - line.base).abs())
        .fold(f64::INFINITY, f64::min);
    let outer = lines.iter().enumerate().filter(|(other, _)| *other != at);
    let (above, below) =
        outer.fold(
            (0, 0),
            |(above, below), (_, other)| {
                if other.base > line.base { (above + 1, below) } else { (above, below + 1) }
            },
        );
    is_number && (above == 0 || below == 0) && nearest > 1.8 * line.size && lines.len() > 1
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
}
