//! In which order the lines of a page are read: tables are taken out, columns are read one after the other.

use unicode_bidi::{BidiClass, bidi_class};

use super::line::Line;

/// A stretch of a page in which one line follows the other.
#[derive(Debug, Default)]
pub(super) struct Region {
    pub lines: Vec<Line>,
}

/// The stretches of a page in the order in which they are read, and how many tables were taken out.
pub(super) fn regions(lines: Vec<Line>) -> (Vec<Region>, usize) {
    let (lines, tables) = without_tables(lines);
    let mut regions = Vec::new();
    let from_right = is_from_right(&lines);
    part(lines, from_right, 0, &mut regions);
    (regions, tables)
}

/// Whether most lines are read from the right.
pub(super) fn is_from_right(lines: &[Line]) -> bool {
    lines.iter().filter(|line| text_is_from_right(&line.text)).count() * 2 > lines.len()
}

fn text_is_from_right(text: &str) -> bool {
    let count = |classes: [BidiClass; 2]| text.chars().filter(|c| classes.contains(&bidi_class(*c))).count();
    count([BidiClass::R, BidiClass::AL]) > count([BidiClass::L, BidiClass::L])
}

/// Pages are parted no further than so.
const DEEPEST: usize = 12;
/// A page of more lines is no page of text, and is read from above.
const MOST_LINES: usize = 2000;
/// Columns have at least so many lines beside one another.
const LEAST_LINES: usize = 4;
/// And so many letters in most of them.
const LEAST_LETTERS: usize = 12;

fn part(lines: Vec<Line>, from_right: bool, depth: usize, regions: &mut Vec<Region>) {
    if lines.is_empty() {
        return;
    }
    if depth < DEEPEST && lines.len() <= MOST_LINES {
        if let Some(at) = gutter(&lines) {
            let (mut first, mut second): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| line.left < at);
            if from_right {
                std::mem::swap(&mut first, &mut second);
            }
            part(first, from_right, depth + 1, regions);
            part(second, from_right, depth + 1, regions);
            return;
        }
        if let Some(at) = shelf(&lines) {
            let (first, second): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| line.base > at);
            part(first, from_right, depth + 1, regions);
            part(second, from_right, depth + 1, regions);
            return;
        }
    }
    regions.push(Region { lines: joined(lines, from_right) });
}

/// Where columns are parted: nothing stands there, and enough does on both sides.
fn gutter(lines: &[Line]) -> Option<f64> {
    let mut by_left: Vec<&Line> = lines.iter().collect();
    by_left.sort_by(|one, other| one.left.total_cmp(&other.left));
    let mut gaps = Vec::new();
    let mut right = f64::NEG_INFINITY;
    for line in by_left {
        if right.is_finite() && line.left - right > 0.8 * line.size {
            gaps.push((line.left - right, line.left));
        }
        right = right.max(line.right);
    }
    gaps.sort_by(|one, other| other.0.total_cmp(&one.0));
    gaps.into_iter().take(6).map(|(_, at)| at).find(|at| {
        let (first, second): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| line.left < *at);
        is_column(&first) && is_column(&second) && {
            let range = |side: &[&Line]| {
                let top = side.iter().map(|line| line.top()).fold(f64::NEG_INFINITY, f64::max);
                let bottom = side.iter().map(|line| line.bottom()).fold(f64::INFINITY, f64::min);
                (bottom, top)
            };
            let ((low, high), (other_low, other_high)) = (range(&first), range(&second));
            let shared = high.min(other_high) - low.max(other_low);
            shared >= 0.5 * (high - low).min(other_high - other_low)
        }
    })
}

fn is_column(lines: &[&Line]) -> bool {
    let mut letters: Vec<usize> = lines.iter().map(|line| line.letters()).collect();
    letters.sort_unstable();
    let wide = lines.iter().any(|line| line.text.chars().any(super::line::is_wide));
    let least = if wide { LEAST_LETTERS / 2 } else { LEAST_LETTERS };
    lines.len() >= LEAST_LINES && letters.get(letters.len() / 2).is_some_and(|middle| *middle >= least)
}

/// A height at which nothing stands, and above or below which there are columns: what stands over both is read first.
fn shelf(lines: &[Line]) -> Option<f64> {
    let mut by_top: Vec<&Line> = lines.iter().collect();
    by_top.sort_by(|one, other| other.top().total_cmp(&one.top()));
    let mut gaps = Vec::new();
    let mut bottom = f64::INFINITY;
    for line in by_top {
        if bottom.is_finite() && bottom - line.top() > 0.2 * line.size {
            gaps.push((bottom - line.top(), f64::midpoint(bottom, line.top())));
        }
        bottom = bottom.min(line.bottom());
    }
    gaps.sort_by(|one, other| other.0.total_cmp(&one.0));
    let heights: Vec<f64> = gaps.into_iter().take(8).map(|(_, at)| at).collect();
    // What stands over the columns and what stands below them are both to be cut off.
    let uppers = heights.iter().copied().chain([f64::INFINITY]);
    let mut best: Option<(usize, f64)> = None;
    for upper in uppers {
        for lower in heights.iter().copied().chain([f64::NEG_INFINITY]) {
            let band: Vec<Line> = lines.iter().filter(|line| line.base < upper && line.base > lower).cloned().collect();
            let is_whole = band.len() == lines.len();
            if is_whole || best.is_some_and(|(count, _)| count >= band.len()) || gutter(&band).is_none() {
                continue;
            }
            best = Some((band.len(), if upper.is_finite() { upper } else { lower }));
        }
    }
    best.map(|(_, at)| at)
}

/// Rows of lines that stand side by side, from above, each from the left.
fn rows(mut lines: Vec<Line>) -> Vec<Vec<Line>> {
    lines.sort_by(|one, other| other.base.total_cmp(&one.base).then(one.left.total_cmp(&other.left)));
    let mut rows: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        let stands = rows
            .last()
            .and_then(|row| row.first())
            .is_some_and(|first| (first.base - line.base).abs() <= 0.25 * first.size.min(line.size));
        match rows.last_mut().filter(|_| stands) {
            Some(row) => row.push(line),
            None => rows.push(vec![line]),
        }
    }
    for row in &mut rows {
        row.sort_by(|one, other| one.left.total_cmp(&other.left));
    }
    rows
}

/// Lines that stand side by side and are no columns, as one: a word and what is set apart from it.
fn joined(lines: Vec<Line>, from_right: bool) -> Vec<Line> {
    let of_row = |mut row: Vec<Line>| {
        let left = row.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
        let right = row.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
        if from_right {
            row.reverse();
        }
        let bold = row.iter().all(|line| line.bold);
        let text = row.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
        let first = row.first()?;
        let is_label = row.len() > 1 && first.letters() <= 4 && first.text.chars().any(char::is_numeric);
        let (lead, labelled) = (first.lead, is_label && !first.text.chars().any(char::is_alphabetic));
        let longest = row.into_iter().max_by_key(Line::letters)?;
        Some(Line { left, right, lead, labelled, bold, text, ..longest })
    };
    rows(lines).into_iter().filter_map(of_row).collect()
}

/// Takes out what stands in rows of short texts under one another.
fn without_tables(lines: Vec<Line>) -> (Vec<Line>, usize) {
    let rows = rows(lines);
    let is_row: Vec<bool> = rows.iter().map(|row| is_of_table(row)).collect();
    let mut taken = vec![false; rows.len()];
    let mut tables = 0;
    let mut at = 0;
    while at < rows.len() {
        if !is_row[at] {
            at += 1;
            continue;
        }
        let (mut end, mut count) = (at + 1, 1);
        // A cell of several lines stands between two rows.
        while let Some(next) = (end..rows.len().min(end + 3)).find(|next| is_row[*next]) {
            if !follows(&rows[end - 1], &rows[next], next - end) {
                break;
            }
            count += 1;
            end = next + 1;
        }
        if count >= 3 && aligned(&rows[at..end]) {
            taken[at..end].fill(true);
            tables += 1;
        }
        at = end;
    }
    let left = rows.into_iter().zip(taken).filter(|(_, taken)| !taken).flat_map(|(row, _)| row).collect();
    (left, tables)
}

/// Whether some lines may be a row of a table: several, and short ones.
fn is_of_table(row: &[Line]) -> bool {
    let letters: usize = row.iter().map(Line::letters).sum();
    (2..=64).contains(&row.len()) && letters <= 28 * row.len()
}

fn follows(row: &[Line], next: &[Line], between: usize) -> bool {
    let (Some(one), Some(other)) = (row.first(), next.first()) else { return false };
    one.base - other.base <= (2.6 + 1.3 * between as f64) * one.size.max(other.size)
}

/// Whether the columns of most rows begin or end under one another.
fn aligned(rows: &[Vec<Line>]) -> bool {
    let pairs = rows.iter().zip(rows.iter().skip(1));
    let (mut under, mut all) = (0, 0);
    for (row, next) in pairs {
        let tolerance = 0.6 * row.first().map_or(0.0, |line| line.size);
        let stands = |line: &&Line| {
            row.iter().any(|own| {
                let middle = |line: &Line| f64::midpoint(line.left, line.right);
                (own.left - line.left).abs() <= tolerance
                    || (own.right - line.right).abs() <= tolerance
                    || (middle(own) - middle(line)).abs() <= tolerance
            })
        };
        under += next.iter().filter(stands).count();
        all += next.len();
    }
    under * 4 >= all * 3
}
