//! Lists in words: has a list as many items as the number before it says?

use super::counts_said::counts;
use super::texts::{Text, each_held};
use super::{Check, Finding, Material, Needs, Outcome};
use crate::analysis::fold::fold;
use crate::analysis::reading::{Mention, What};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "list-in-text",
    needs: Needs::Nothing,
    holds: label!(checks::list_in_text),
    run: |material| each_held(material, listed),
}];

/// A number before a list that has another number of items: `four pages: a, b and c`.
fn listed(material: &Material<'_>, text: &Text<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (mention, quantity, count) in counts(text) {
        if quantity.unit.is_some() || count < 3 {
            continue;
        }
        let rest = text.text.get(mention.range.end..).unwrap_or_default();
        let Some((before, after)) = rest.split_once([':', '：']) else { continue };
        // `12:00` is a time of day, and in `five of the eight: a, b` another number is that of the list.
        if after.starts_with(|c: char| c.is_ascii_digit()) || is_whole(text, mention) {
            continue;
        }
        let mentioned = text.reading.mentions.iter().filter(|other| {
            other.range.start > mention.range.start && other.range.start < mention.range.end + before.len()
        });
        let mut mentioned = mentioned.peekable();
        let another = mentioned.peek().is_some();
        if mentioned.any(|other| !matches!(&other.what, What::Quantity(quantity) if quantity.spelled)) {
            continue;
        }
        if before.contains(['.', ';', ',', '。', '；']) || before.split_whitespace().count() > 8 {
            continue;
        }
        // A list of counts has a check of its own.
        let start = text.text.len() - after.len();
        if counts(text).filter(|(other, ..)| other.range.start >= start).count() >= 2 {
            continue;
        }
        // What has figures in it is told of some of them: `the other three fell: Colombia most, by 21 %`.
        let end = list_end(after);
        let in_list = |other: &Mention| (start..start + end).contains(&other.range.start);
        let is_figure = |other: &Mention| matches!(&other.what, What::Quantity(quantity) if quantity.is_rate() || quantity.number.is_fraction());
        if text.reading.mentions.iter().any(|other| in_list(other) && is_figure(other)) {
            continue;
        }
        let Some(items) = items(text, after) else { continue };
        let is_number = |count: u32| usize::try_from(count).is_ok_and(|count| count == items);
        // `four tasks for the two states:` either number can be that of the list.
        let between = |other: &Mention| {
            other.range.start > mention.range.start && other.range.start < mention.range.end + before.len()
        };
        let other = counts(text).any(|(other, _, count)| between(other) && is_number(count));
        if is_number(count) || other || another && items < 3 {
            continue;
        }
        let said = text.part(&mention.range);
        let title = message!(findings::list_in_text, said = said.clone());
        let detail =
            message!(findings::list_of_others, said = said.clone(), items = items, text = text.text.to_owned());
        found.push(text.finding(material.briefing, Outcome::Warn, title, detail).apart(&said));
    }
    found
}

/// Whether a number is that of which another is a part: `five of the eight`.
fn is_whole(text: &Text<'_>, mention: &Mention) -> bool {
    /// So many words stand between the two.
    const NEAR: usize = 3;
    let (reading, start) = (&text.reading, mention.range.start);
    let parts = counts(text).filter(|(other, ..)| other.range.end <= start);
    parts.into_iter().any(|(other, ..)| {
        let between = other.range.end..start;
        let near = reading.between(between.clone()).is_some_and(|words| (1..=NEAR).contains(&words));
        near && reading.spelt(between).any(|(range, _)| reading.ties(range))
    })
}

/// Where a list ends.
fn list_end(list: &str) -> usize {
    [". ", ";", "；", "。", ":", "("].iter().filter_map(|mark| list.find(mark)).min().unwrap_or(list.len())
}

/// How many items a list has; none where it is not plainly one: an item of more than three words may hold a comma itself.
pub(super) fn items(text: &Text<'_>, list: &str) -> Option<usize> {
    let list = list.get(..list_end(list))?.trim_end_matches(['.', ' ', '\u{a0}']);
    let parts: Vec<&str> = list.split([',', '、', '，', '،']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let (closing, others) = parts.split_last()?;
    let short = |part: &&str| part.split_whitespace().count() <= 3;
    // `a, b of c, and d`: with a comma before the last, even long items are told apart.
    let begins = |part: &&str| part.split_whitespace().next().is_some_and(|word| text.reading.is_and(&fold(word)));
    if let Some(last) = parts.iter().position(begins).filter(|last| *last >= 2)
        && !parts[..last].iter().all(short)
    {
        return Some(last + 1);
    }
    if others.is_empty() || !others.iter().all(short) {
        return None;
    }
    // Nothing sets the word between the last two apart in Chinese, and it may as well be part of a name.
    if closing.chars().skip(1).any(|c| text.reading.is_and(&c.to_string()) && c as u32 > 0x2e80) {
        return None;
    }
    // The last two have a word between them, and no comma need stand there.
    let words: Vec<&str> = closing.split_whitespace().collect();
    let joined = |word: &&str| text.reading.is_and(&fold(word));
    let inner = words.iter().skip(1).position(joined);
    let parts_of_closing = if inner.is_some() { 2 } else { 1 };
    let long = words.split(joined).any(|part| part.len() > 3);
    let open = words.iter().any(|word| text.reading.is_others(&fold(word.trim_end_matches('.'))));
    (!long && !open).then_some(others.len() + parts_of_closing)
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::hold_in_pairs;

    #[test]
    fn a_list_has_as_many_items_as_its_number_says() {
        let wrong = [
            ("Four of them joined later: India, Pakistan, Iran, Belarus and Laos.", "so"),
            ("Vier kamen hinzu: Indien, Pakistan und Iran.", "so"),
        ];
        let right = [
            ("Four of the ten joined later: India, Pakistan, Iran and Belarus.", "so"),
            ("Vier der zehn kamen hinzu: Indien, Pakistan, Iran und Belarus.", "so"),
            ("Two of the five presidents: Xi and Putin, who met again.", "so"),
            ("The session ran from 10:00 to 12:00, two hours, as planned.", "so"),
            ("La sesión duró de las 10:00 a las 12:00, dos horas, como siempre.", "so"),
            ("Los otros tres cayeron: India, la que más, un 21,3 %; China, la que menos.", "so"),
        ];
        hold_in_pairs(CHECKS, "ten-full-members", &wrong, &right);
    }
}
