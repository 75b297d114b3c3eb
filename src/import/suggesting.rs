//! What the document of a briefing in a folder says that the briefing does not have yet, found and taken.

use std::ops::Range;
use std::path::Path;

use super::document::TEXT_FILE;
use super::suggested::{Taking, Writing};
use super::{Desk, ImportError, Say};
use crate::analysis::attachment::Attachment;
use crate::analysis::suggestions::{Suggestion, suggestions, untold};

/// The briefing in a folder with what can be suggested for it.
#[derive(Clone, Debug)]
pub struct Suggesting {
    desk: Desk,
    copy: Option<Attachment>,
    all: Vec<Suggestion>,
}

/// A suggestion as a reader looks at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is suggested.
    pub suggestion: Suggestion,
    /// Its sentence: its own words where they are known, else what is said of it.
    pub sentence: String,
    /// What of it is meant, in bytes.
    pub words: Range<usize>,
    /// What taking it would write.
    pub writings: Vec<Writing>,
}

impl Suggesting {
    /// Opens the folder, with the text of the document that stands in it, and looks for what can be suggested.
    ///
    /// # Errors
    /// Where it is no briefing that can be read, or is packed and so not written to.
    pub fn open(folder: &Path) -> Result<Self, ImportError> {
        let desk = Desk::open(folder)?;
        let document = desk.briefing().document.as_ref();
        let copy = document.and_then(|document| Attachment::read(document, &folder.join(TEXT_FILE)).ok());
        let mut opened = Self { desk, copy, all: Vec::new() };
        opened.look();
        Ok(opened)
    }

    /// The briefing with what was taken.
    pub const fn desk(&self) -> &Desk {
        &self.desk
    }

    /// What can be suggested, in the order of the document.
    pub fn all(&self) -> &[Suggestion] {
        &self.all
    }

    /// Of how many sentences nothing can be suggested yet, as nothing is known of what they say.
    pub fn untold(&self) -> usize {
        untold(self.desk.briefing(), self.copy.as_ref())
    }

    /// Looks anew for what can be suggested, with what was taken.
    pub fn look(&mut self) {
        self.all = suggestions(self.desk.briefing(), self.copy.as_ref());
    }

    /// What taking a suggestion would write.
    pub fn writings(&self, suggestion: &Suggestion, say: Say<'_>) -> Vec<Writing> {
        Taking::of(&self.desk, suggestion, say).writings().collect()
    }

    /// Takes a suggestion, in memory. Returns what it writes.
    ///
    /// # Errors
    /// Where the briefing could not be read with it; then nothing has changed.
    pub fn take(&mut self, suggestion: &Suggestion, say: Say<'_>) -> Result<Vec<Writing>, ImportError> {
        let taking = Taking::of(&self.desk, suggestion, say);
        taking.take(&mut self.desk)?;
        Ok(taking.writings().collect())
    }

    /// All suggestions as a reader looks at them.
    pub fn offers(&self, say: Say<'_>) -> Vec<Offer> {
        let offer = |suggestion: &Suggestion| {
            let sentence = self.sentence(suggestion);
            let words = place(&sentence, suggestion, self.first(suggestion));
            let writings = self.writings(suggestion, say);
            Offer { suggestion: suggestion.clone(), sentence, words, writings }
        };
        self.all.iter().map(offer).collect()
    }

    fn sentence(&self, suggestion: &Suggestion) -> String {
        let Some(sentence) = self.desk.briefing().sentence_at(suggestion.at) else { return String::new() };
        let own = sentence.text.as_deref().or_else(|| self.copy.as_ref()?.original(sentence.at));
        own.unwrap_or(&sentence.paraphrase).to_owned()
    }

    /// How many characters of its sentence stand before what is meant, where that is known.
    fn first(&self, suggestion: &Suggestion) -> usize {
        let start = self.desk.briefing().sentence_at(suggestion.at).map_or(0, |sentence| sentence.range[0]);
        suggestion.range[0].saturating_sub(start) as usize
    }
}

/// Where what is meant stands in its sentence: as near behind some characters as it is there.
fn place(sentence: &str, suggestion: &Suggestion, first: usize) -> Range<usize> {
    let from = sentence.char_indices().nth(first).map_or(0, |(at, _)| at);
    let found = |from: usize| {
        let at = from + sentence.get(from..)?.find(&suggestion.words)?;
        Some(at..at + suggestion.words.len())
    };
    found(from).or_else(|| found(0)).unwrap_or(0..0)
}

#[cfg(test)]
mod tests {
    use super::Suggesting;
    use crate::briefing::progress::Progress;
    use crate::import::document::{Draft, Making, Reading, files, of_bytes};
    use crate::words::Words;

    #[test]
    fn each_is_offered_with_its_sentence_and_taken_once() {
        let text = "The ministers met in Athens yesterday. They met in Athens again on 12 March 2024.\n";
        let content = of_bytes("note.txt", text.as_bytes(), &Reading::default(), &Progress::default()).expect("read");
        let making = Making { today: "2024-03-13".parse().expect("a day"), beside: true };
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (name, text) in files(&Draft::of(content), &making, &|message| Words::english().say(message)) {
            std::fs::write(folder.path().join(name), text).expect("written");
        }
        let say = |message: &_| Words::english().say(message);
        let mut suggesting = Suggesting::open(folder.path()).expect("it opens");
        let offers = suggesting.offers(&say);
        assert!(offers.len() >= 2, "{offers:?}");
        for offer in &offers {
            assert_eq!(offer.sentence[offer.words.clone()], offer.suggestion.words, "{offer:?}");
            assert!(!offer.writings.is_empty(), "{offer:?}");
        }
        let relative = offers.iter().find(|one| one.suggestion.words == "yesterday").expect("a relative date");
        assert_eq!(relative.sentence, "The ministers met in Athens yesterday.");
        suggesting.take(&relative.suggestion, &say).expect("it is taken");
        suggesting.look();
        assert!(!suggesting.all().iter().any(|one| one.id == relative.suggestion.id));
        assert_eq!(suggesting.desk().changed_files(), ["document.json"]);
    }
}
