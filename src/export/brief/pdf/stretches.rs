//! A text in stretches that are set one after the other, so that a paragraph of thousands of names is set in a time that
//! grows with its length.

use std::borrow::Cow;

use crate::export::brief::document::{Span, Text};
use crate::export::unparted::unparted;

/// So many places of a text at which it is set in another way are set together. Parley counts them in sixteen bits, and
/// its time grows with their square.
const TOGETHER: usize = 2000;

/// A text in stretches that can be set together, of which each begins a line: one, but of a paragraph of thousands of
/// names.
pub fn stretches(text: &Text) -> Vec<Cow<'_, Text>> {
    let places = |span: &Span| match span {
        Span::Words { words, .. } => 1 + unparted(words).count(),
        Span::Mark(_) | Span::Break => 1,
    };
    if text.spans.iter().map(places).sum::<usize>() <= TOGETHER {
        return vec![Cow::Borrowed(text)];
    }
    let mut stretches = Vec::new();
    let (mut spans, mut held) = (Vec::new(), 0);
    for span in text.spans.iter().flat_map(parts) {
        let more = places(&span);
        if held + more > TOGETHER && !spans.is_empty() {
            stretches.push(Cow::Owned(Text { spans: std::mem::take(&mut spans), turns: text.turns }));
            held = 0;
        }
        held += more;
        spans.push(span);
    }
    stretches.push(Cow::Owned(Text { spans, turns: text.turns }));
    stretches
}

/// A span in parts of which none has more places than can be set together, each of whole words where these are as long
/// as words are.
fn parts(span: &Span) -> Vec<Span> {
    let Span::Words { words, tone, link } = span else { return vec![span.clone()] };
    let (mut parts, mut start, mut held) = (Vec::new(), 0, 0);
    let mut part = |words: &str| parts.push(Span::Words { words: words.to_owned(), tone: *tone, link: link.clone() });
    for place in unparted(words) {
        held += 1;
        // Never within what is not to be parted, unless there is nothing else.
        let blank = words.get(start..place.start).and_then(|before| before.rfind(' ')).map(|at| start + at + 1);
        let end = match blank {
            Some(blank) if held >= TOGETHER / 2 => blank,
            _ if held >= TOGETHER - 1 => place.start,
            _ => continue,
        };
        part(&words[start..end]);
        (start, held) = (end, 1);
    }
    part(&words[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::{TOGETHER, stretches};
    use crate::export::brief::document::{Span, Text};

    #[test]
    fn a_text_of_many_numbers_is_parted_between_them() {
        let words = "39\u{a0}623\u{a0}456 or ".repeat(5000);
        let stretches = stretches(&Text::plain(&words)).iter().flat_map(|text| text.spans.clone()).collect::<Vec<_>>();
        let texts: Vec<&str> = stretches
            .iter()
            .map(|span| match span {
                Span::Words { words, .. } => words.as_str(),
                Span::Mark(_) | Span::Break => "",
            })
            .collect();
        assert!(texts.len() > 4 && texts.concat() == words, "{}", texts.len());
        assert!(texts.iter().all(|text| text.matches('\u{a0}').count() < TOGETHER && !text.starts_with('\u{a0}')));
        assert!(texts[..texts.len() - 1].iter().all(|text| text.ends_with(' ')));
    }
}
