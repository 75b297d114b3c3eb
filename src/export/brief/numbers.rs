//! The numbers of sources: given in the order in which the brief first cites them.

use std::collections::HashMap;

use super::document::{Link, Text, Tone};
use crate::briefing::visible::{END_OF_ISOLATE, ISOLATE};
use crate::briefing::{Briefing, Citation, Key};
use crate::message;
use crate::words::{NO_BREAK, Words};

/// The sources that were cited so far, in that order.
#[derive(Debug)]
pub struct Numbers<'a> {
    briefing: &'a Briefing,
    words: &'a Words,
    given: HashMap<Key, usize>,
    order: Vec<Key>,
    /// As many are given: what is numbered has to be listed.
    most: usize,
}

impl<'a> Numbers<'a> {
    /// None so far.
    pub fn new(briefing: &'a Briefing, words: &'a Words) -> Self {
        Self { briefing, words, given: HashMap::new(), order: Vec::new(), most: usize::MAX }
    }

    /// Gives no more than so many: further sources are counted where they are cited, and have no number.
    pub const fn limit(&mut self, most: usize) {
        self.most = most;
    }

    /// Whether a source has a number, or one is left for it.
    fn has_room(&self, source: &Key) -> bool {
        self.order.len() < self.most || self.given.contains_key(source)
    }

    /// The number of a source, from one.
    pub fn of(&mut self, source: &Key) -> usize {
        if let Some(number) = self.given.get(source) {
            return *number;
        }
        self.order.push(source.clone());
        self.given.insert(source.clone(), self.order.len());
        self.order.len()
    }

    /// The sources in the order of their numbers.
    pub fn order(&self) -> &[Key] {
        &self.order
    }

    /// Citations in brackets, `[1 ¶4·2, 7]`, each leading to its source; nothing where there are none.
    pub fn cite(&mut self, citations: &[Citation]) -> Text {
        /// As many stand on one line; more may be broken between lines.
        const TOGETHER: usize = 3;
        let works = by_source(citations);
        let space = if works.len() <= TOGETHER { NO_BREAK } else { ' ' };
        let mut text = Text::default();
        let mut unnumbered = 0_usize;
        for (source, places) in works {
            if !self.has_room(source) {
                unnumbered += 1;
                continue;
            }
            let is_first = text.spans.is_empty();
            let mut shown = self.of(source).to_string();
            let mut first = None;
            for citation in places {
                let at = citation.at.filter(|_| self.briefing.document_source() == Some(source));
                first = first.or(at);
                let place = at.map(|at| self.words.locator(at));
                if let Some(place) = place.or_else(|| citation.place().map(|place| self.words.say(&place))) {
                    shown.push(NO_BREAK);
                    shown.push_str(&place);
                }
            }
            text = text.and(Tone::Citation, if is_first { "[".to_owned() } else { format!(",{space}") });
            let number = self.of(source);
            let link = first.map_or(Link::Source(number), |at| Link::Sentence(number, at));
            text = text.and_link(Tone::Citation, shown, link);
        }
        if unnumbered > 0 {
            let more = self.words.say(&message!(brief::more, count = unnumbered));
            let opens = if text.spans.is_empty() { "[".to_owned() } else { format!(",{space}") };
            text = text.and(Tone::Citation, format!("{opens}{more}"));
        }
        if text.spans.is_empty() { text } else { text.and(Tone::Citation, "]") }
    }

    /// Citations behind what they stand for.
    pub fn cited(&mut self, text: Text, citations: &[Citation]) -> Text {
        let citations = self.cite(citations);
        if citations.spans.is_empty() {
            return text;
        }
        let turns = text.turns;
        let text = text.and(Tone::Plain, " ");
        if !turns {
            return text.then(citations);
        }
        // Set apart, or what runs from the right would take the places along.
        text.and(Tone::Plain, ISOLATE).then(citations).and(Tone::Plain, END_OF_ISOLATE)
    }
}

/// The sources of citations, each once where it is first cited, with the places cited in it.
fn by_source(citations: &[Citation]) -> Vec<(&Key, Vec<&Citation>)> {
    let mut works: Vec<(&Key, Vec<&Citation>)> = Vec::new();
    let mut numbers: HashMap<&Key, usize> = HashMap::new();
    for citation in citations {
        let number = *numbers.entry(&citation.source).or_insert(works.len());
        match works.get_mut(number) {
            Some((_, places)) if places.contains(&citation) => {}
            Some((_, places)) => places.push(citation),
            None => works.push((&citation.source, vec![citation])),
        }
    }
    works
}

#[cfg(test)]
mod tests {
    use super::Numbers;
    use crate::briefing::{Briefing, Citation};
    use crate::words::Words;

    #[test]
    fn sources_are_numbered_as_they_are_cited() {
        let briefing = Briefing::bundled().expect("the bundled briefing loads");
        let words = Words::english();
        let mut numbers = Numbers::new(&briefing, &words);
        let cite = |text: &str| match text.split_once(' ') {
            Some((source, at)) => {
                let source = source.to_owned().try_into().expect("a key");
                Citation::of_sentence(source, at.parse().expect("a place"))
            }
            None => Citation::of(text.to_owned().try_into().expect("a key")),
        };
        let mut say = |citations: &[&str]| {
            let citations: Vec<Citation> = citations.iter().map(|text| cite(text)).collect();
            numbers.cite(&citations).words().replace('\u{a0}', " ")
        };
        assert_eq!(say(&["article 4.2", "bne-361098", "article 7.1"]), "[1 ¶4·2 ¶7·1, 2]");
        assert_eq!(say(&["tass-1989049", "bne-361098"]), "[3, 2]");
        assert_eq!(say(&[]), "");
        assert_eq!(numbers.order().len(), 3);
        numbers.limit(3);
        let mut say = |citations: &[&str]| {
            let citations: Vec<Citation> = citations.iter().map(|text| cite(text)).collect();
            numbers.cite(&citations).words().replace('\u{a0}', " ")
        };
        let others: Vec<&str> =
            briefing.sources.sources.iter().map(|source| source.id.as_str()).filter(|key| *key != "article").collect();
        let fourth = others.iter().find(|key| !["bne-361098", "tass-1989049"].contains(key)).expect("a source");
        assert_eq!(say(&["bne-361098", fourth]), "[2, +1]", "what would not be listed has no number");
        assert_eq!(say(&[fourth]), "[+1]");
        assert_eq!(numbers.order().len(), 3);
    }
}
