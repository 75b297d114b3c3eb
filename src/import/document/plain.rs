//! Plain text: a paragraph a line, or lines wrapped and paragraphs set apart by what is empty or indented.

use super::content::{BlockKind, Writing};
use super::format::{Format, Given};
use super::{ImportError, decoded};
use crate::message;

/// Plain text.
pub(super) const FORMAT: Format =
    Format { key: "plain", name: || message!(document::format_plain), is: |_| true, read };

/// A line of this many characters may have been wrapped.
const WRAPPED: std::ops::RangeInclusive<usize> = 30..=140;

fn read(given: &Given<'_>) -> Result<Writing, ImportError> {
    let (text, guessed) = decoded(given, None)?;
    let mut writing = Writing { guessed, ..Writing::default() };
    blocks(&text, &mut writing);
    if let Some(first) = writing.blocks.first()
        && first.kind == BlockKind::Heading
    {
        writing.metadata.title = Some(first.text.clone());
    }
    Ok(writing)
}

/// Writes a text as blocks.
fn blocks(text: &str, writing: &mut Writing) {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'], "\n");
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let wrapped = is_wrapped(&lines);
    let mut made: Vec<(BlockKind, String)> = Vec::new();
    let mut open = false;
    for (at, line) in lines.iter().enumerate() {
        let bare = line.trim_start();
        if bare.is_empty() {
            open = false;
            continue;
        }
        if is_rule(bare) {
            // A line of signs under a line is how plain text underlines a heading.
            if open && let Some((kind, _)) = made.last_mut() {
                *kind = BlockKind::Heading;
            }
            open = false;
            continue;
        }
        if let Some(item) = item(bare) {
            made.push((BlockKind::Item, item.to_owned()));
            open = true;
            continue;
        }
        let before = lines.get(at.wrapping_sub(1));
        let in_item = made.last().is_some_and(|(kind, _)| *kind == BlockKind::Item);
        // What is set in under an item belongs to it; elsewhere a paragraph begins so.
        let goes_on = if in_item {
            open && line.starts_with([' ', '\t'])
        } else {
            open && wrapped && !is_indented(line, before) && !ends_paragraph(before, &lines)
        };
        match made.last_mut().filter(|_| goes_on) {
            Some((_, text)) => join(text, bare),
            None => made.push((BlockKind::Paragraph, bare.to_owned())),
        }
        open = true;
    }
    let count = made.len();
    for (number, (kind, text)) in made.into_iter().enumerate() {
        let heads = kind == BlockKind::Paragraph && count > 1 && is_heading(&text, number == 0);
        writing.block(if heads { BlockKind::Heading } else { kind }, &text);
    }
}

/// Whether lines go on in the next: most of those that another follows do not end as a sentence does.
fn is_wrapped(lines: &[&str]) -> bool {
    let followed = lines.windows(2).filter(|pair| !pair[1].trim().is_empty() && item(pair[1].trim_start()).is_none());
    let (mut all, mut open, mut fit) = (0, 0, 0);
    for pair in followed {
        let line = pair[0].trim();
        if line.is_empty() {
            continue;
        }
        all += 1;
        open += usize::from(!ends_sentence(line));
        fit += usize::from(WRAPPED.contains(&line.chars().count()));
    }
    all > 0 && open * 10 >= all * 4 && fit * 10 >= all * 7
}

/// Whether a line is set in where the one before it is not, as the first line of a paragraph is.
fn is_indented(line: &str, before: Option<&&str>) -> bool {
    let indent = |line: &str| line.len() - line.trim_start().len();
    before.is_some_and(|before| indent(line) >= indent(before) + 2)
}

/// Whether a paragraph ends with a line: a short one that ends as a sentence does.
fn ends_paragraph(line: Option<&&str>, lines: &[&str]) -> bool {
    let Some(line) = line else { return false };
    let longest = lines.iter().map(|line| line.chars().count()).filter(|count| WRAPPED.contains(count)).max();
    ends_sentence(line.trim()) && line.chars().count() * 10 < longest.unwrap_or_default() * 7
}

/// Whether a text ends as a sentence does.
pub(super) fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '”', '’', '»', '“', ')', ']', '\'', '」', '』', '）', ' ', '\u{a0}']);
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', ':', '：', ';', '；'])
}

/// What stands behind the mark of an item.
pub(super) fn item(line: &str) -> Option<&str> {
    let marked = line
        .strip_prefix(['•', '‣', '▪', '●', '◦', '·', '*', '-', '–', '—'])
        .filter(|rest| rest.starts_with([' ', '\t']));
    let numbered = || {
        let digits = line.chars().take_while(char::is_ascii_digit).count();
        let rest = line.get(digits..)?.strip_prefix(['.', ')'])?;
        (1..=2).contains(&digits).then_some(rest).filter(|rest| rest.starts_with([' ', '\t']))
    };
    marked.or_else(numbered).map(str::trim_start).filter(|rest| !rest.is_empty())
}

/// Whether a line is nothing but a line.
fn is_rule(line: &str) -> bool {
    let mut signs = line.chars();
    let Some(first) = signs.next().filter(|sign| matches!(sign, '-' | '=' | '_' | '*' | '~' | '—')) else {
        return false;
    };
    line.chars().count() >= 3 && signs.all(|sign| sign == first)
}

/// Whether a line is a heading: short, without an end, and the first or in capitals.
fn is_heading(line: &str, first: bool) -> bool {
    let length = line.chars().count();
    let shouted = line.chars().any(char::is_uppercase) && !line.chars().any(char::is_lowercase) && length > 3;
    length <= 140 && !ends_sentence(line) && (first || shouted && length <= 80)
}

/// Goes on with a line: with a blank between, unless the writing sets none.
pub(super) fn join(text: &mut String, line: &str) {
    let unspaced = |c: Option<char>| {
        c.is_some_and(|c| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}' | '\u{e00}'..='\u{eff}'))
    };
    let hyphened = text.ends_with('-') && text.trim_end_matches('-').ends_with(char::is_alphabetic);
    let dense = unspaced(text.chars().next_back()) && unspaced(line.chars().next());
    if !hyphened && !dense {
        text.push(' ');
    }
    text.push_str(line);
}
