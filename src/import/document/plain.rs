//! Plain text: a paragraph a line, or lines wrapped and paragraphs set apart by what is empty or indented.

mod mail;
mod pages;
mod wrap;

use super::content::{BlockKind, Writing};
use super::format::{Format, Given};
use super::numbered::number;
use super::{ImportError, decoded};
use crate::message;

use self::wrap::Wrap;

/// Plain text.
pub(super) const FORMAT: Format =
    Format { key: "plain", name: || message!(document::format_plain), is: |_| true, read };

fn read(given: &Given<'_>) -> Result<Writing, ImportError> {
    let (text, guessed) = decoded(given, None)?;
    let mut writing = Writing { guessed, ..Writing::default() };
    blocks(&text, &mut writing);
    if writing.metadata.title.is_none()
        && let Some(first) = writing.blocks.first()
        && first.kind == BlockKind::Heading
    {
        writing.metadata.title = Some(first.text.clone());
    }
    Ok(writing)
}

/// Writes a text as blocks.
pub(super) fn blocks(text: &str, writing: &mut Writing) {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}'], "\n");
    let text = pages::joined(&text, writing);
    let lines = mail::taken_out(text.lines().map(str::trim_end).collect(), writing);
    let wrap = Wrap::of(&lines);
    let heads = wrap.heads(&lines);
    let mut made: Vec<(BlockKind, String)> = Vec::new();
    // The line above, where it is of the paragraph that is open.
    let mut open: Option<&str> = None;
    // Whether that is the head of a story.
    let mut is_head = false;
    for (line, heads) in lines.into_iter().zip(heads) {
        let bare = line.trim_start();
        if bare.is_empty() {
            open = None;
            continue;
        }
        if is_rule(bare) {
            // A line of signs under a line is how plain text underlines a heading.
            if open.is_some()
                && let Some((kind, _)) = made.last_mut()
            {
                *kind = BlockKind::Heading;
            }
            open = None;
            continue;
        }
        if let Some(item) = item(bare) {
            made.push((BlockKind::Item, item.to_owned()));
            (open, is_head) = (Some(line), false);
            continue;
        }
        let in_item = made.last().is_some_and(|(kind, _)| *kind == BlockKind::Item);
        // What is set in under an item belongs to it.
        let belongs = in_item && line.starts_with([' ', '\t']);
        let goes_on = open.is_some_and(|above| belongs || wrap.goes_on(above, line, is_head));
        match made.last_mut().filter(|_| goes_on) {
            Some((_, text)) => join(text, bare),
            None => made.push((BlockKind::Paragraph, bare.to_owned())),
        }
        (open, is_head) = (Some(line), heads);
    }
    let count = made.len();
    for (number, (kind, text)) in made.into_iter().enumerate() {
        let heads = kind == BlockKind::Paragraph && count > 1 && is_heading(&text, number == 0);
        writing.block(if heads { BlockKind::Heading } else { kind }, &text);
    }
}

/// Whether a text ends as a sentence does.
pub(super) fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '”', '’', '»', '“', ')', ']', '\'', '」', '』', '）', ' ', '\u{a0}']);
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', ':', '：', ';', '；'])
}

/// An item of a list as it is read: without its bullet, with its number, by which it is cited.
fn item(line: &str) -> Option<&str> {
    let marked = line
        .strip_prefix(['•', '‣', '▪', '●', '◦', '·', '*', '-', '–', '—'])
        .filter(|rest| rest.starts_with([' ', '\t']))
        .map(str::trim_start)
        .filter(|rest| !rest.is_empty());
    // `J. Holm` and `II. The` may stand where a line was broken.
    let digits = |mark: &str| mark.trim_end_matches('.').chars().all(|c| c.is_ascii_digit()) && mark.len() <= 3;
    let numbered = || number(line).filter(|mark| mark.ends_with(')') || digits(mark)).map(|_| line);
    marked.or_else(numbered)
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

#[cfg(test)]
mod tests;
