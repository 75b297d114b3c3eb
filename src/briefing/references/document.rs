//! The references of the document: its sentences, and what may be carried of them.

use super::Check;
use crate::briefing::trail::Trail;
use crate::briefing::{Locator, Sentence, Sha256};
use crate::message;

impl Check<'_> {
    pub(super) fn document(&mut self) {
        let Some(document) = self.parts.document.get() else { return };
        let root = Trail::default();
        self.source(&root.field("source"), &document.source);
        let source = self.parts.sources.get().and_then(|all| all.sources.iter().find(|one| one.id == document.source));
        let may = document.licence.is_some() || source.is_some_and(|source| source.licence.is_some());
        let mut before: Option<(Locator, u32)> = None;
        let sentences = root.field("sentences");
        for (index, sentence) in document.sentences.iter().enumerate() {
            let trail = sentences.index(index);
            let [start, end] = sentence.range;
            if start >= end || end > document.length {
                let [start, end, length] = [start, end, document.length].map(|number| number.to_string());
                let what = message!(problems::wrong_range, start = start, end = end, length = length);
                self.problem(&trail.field("range"), what, message!(problems::wrong_range_remedy));
            }
            if before.is_some_and(|(at, last)| sentence.at <= at || start < last) {
                let what = message!(problems::wrong_order, at = sentence.at.to_string());
                self.problem(&trail.field("at"), what, message!(problems::wrong_order_remedy));
            }
            before = Some((sentence.at, end));
            self.original(&trail, may, sentence);
            for (index, name) in sentence.as_printed.printed_names.iter().enumerate() {
                self.mention(&trail.field("as_printed").field("printed_names").index(index).field("of"), &name.of);
            }
        }
    }

    /// Checks the text of a sentence, where it stands here: that it is that sentence, and that it `may`.
    fn original(&mut self, trail: &Trail<'_>, may: bool, sentence: &Sentence) {
        let Some(text) = &sentence.text else { return };
        let trail = trail.field("text");
        let (length, [start, end]) = (text.chars().count(), sentence.range);
        if length != end.saturating_sub(start) as usize {
            let (length, wanted) = (length.to_string(), end.saturating_sub(start).to_string());
            let what = message!(problems::wrong_text_length, length = length, wanted = wanted);
            self.problem(&trail, what, message!(problems::wrong_text_remedy));
        } else if Sha256::of(text.as_bytes()) != sentence.sha256 {
            self.problem(&trail, message!(problems::wrong_text_hash), message!(problems::wrong_text_remedy));
        }
        if !may && !self.parts.sources.is_broken() {
            self.problem(&trail, message!(problems::no_licence), message!(problems::no_licence_remedy));
        }
    }
}
