//! At which sentence the reader is, and what the keys do with it.

use egui::Ui;

use super::pane::Pane;
use crate::analysis::memo::Memo;
use crate::import::document::Proof;
use crate::ui::shell::actions::Action;
use crate::ui::shell::grid_keys::walked_rows;

/// At which sentence the reader is.
#[derive(Debug, Default)]
pub struct Looking {
    /// Its number.
    pub at: usize,
    /// Where it would be split, in characters, where the reader chose that.
    caret: Option<usize>,
    /// Whether it has to be brought into view.
    pub reveal: bool,
    /// Whether it has to be brought into view in its paragraph.
    pub shows: bool,
    /// Whether the list is to have the keyboard.
    pub wants_focus: bool,
    /// The paragraph as it is shown.
    pub pane: Memo<(u64, usize, Option<usize>, egui::Color32), Pane>,
}

/// What a reader does with the sentence at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Joins it with the next.
    Join,
    /// Splits it where the caret is.
    Split,
    /// Takes it as right, and goes to the next that is doubtful.
    Settle,
    /// Goes to the next that is doubtful.
    NextDoubtful,
    /// Undoes the last step.
    Undo,
}

impl Deed {
    /// All of them with the actions that they are.
    pub const ALL: [(Self, Action); 5] = [
        (Self::Join, Action::JoinSentences),
        (Self::Split, Action::SplitSentence),
        (Self::Settle, Action::SettleSentence),
        (Self::NextDoubtful, Action::NextDoubtful),
        (Self::Undo, Action::UndoParting),
    ];
}

impl Looking {
    /// Comes to the list: at the first that is doubtful, where nobody has been there yet.
    pub fn enter(&mut self, proof: &Proof) {
        if self.at == 0 && !proof.can_undo() {
            self.at = proof.next_doubt(usize::MAX).unwrap_or(0);
        }
        (self.reveal, self.shows, self.wants_focus) = (true, true, true);
    }

    /// Goes to a sentence.
    pub const fn go(&mut self, at: usize) {
        if at != self.at {
            (self.at, self.caret) = (at, None);
        }
        (self.reveal, self.shows) = (true, true);
    }

    /// Where it would be split, in characters: where the reader chose, else where that is likeliest.
    pub fn caret(&self, proof: &Proof) -> Option<usize> {
        self.caret.or_else(|| proof.suggested(self.at))
    }

    /// Puts the caret before the word that begins last at or before a character of a sentence.
    pub fn point(&mut self, proof: &Proof, at: usize, character: usize) {
        self.go(at);
        self.caret = proof.places(at).into_iter().rev().find(|place| *place <= character);
    }

    /// Whether something can be done.
    pub fn can(&self, proof: &Proof, deed: Deed) -> bool {
        let span = proof.spans().get(self.at);
        match deed {
            Deed::Join => {
                let next = proof.spans().get(self.at + 1);
                span.zip(next).is_some_and(|(own, next)| own.at.paragraph == next.at.paragraph)
            }
            Deed::Split => self.caret(proof).is_some(),
            Deed::Settle => span.is_some_and(|span| span.doubtful),
            Deed::NextDoubtful => proof.doubts() > 0,
            Deed::Undo => proof.can_undo(),
        }
    }

    /// Does it.
    pub fn act(&mut self, proof: &mut Proof, deed: Deed) {
        if !self.can(proof, deed) {
            return;
        }
        match deed {
            Deed::Join => {
                proof.join(self.at);
                self.caret = None;
            }
            Deed::Split => {
                if let Some(caret) = self.caret(proof) {
                    proof.split(self.at, caret);
                }
                self.caret = None;
            }
            Deed::Settle => {
                proof.settle(self.at);
                self.caret = None;
                let next = proof.next_doubt(self.at).unwrap_or(self.at);
                self.go(next);
            }
            Deed::NextDoubtful => {
                if let Some(next) = proof.next_doubt(self.at) {
                    self.go(next);
                }
            }
            Deed::Undo => {
                if let Some(at) = proof.undo() {
                    (self.at, self.caret) = (at, None);
                }
            }
        }
        (self.reveal, self.shows) = (true, true);
    }

    /// Does what the keys ask for that are heard wherever the keyboard is in this step.
    pub fn listen(&mut self, ui: &Ui, proof: &mut Proof) {
        if !ui.is_enabled() {
            return;
        }
        for (deed, action) in Deed::ALL.into_iter().filter(|(deed, _)| *deed != Deed::Settle) {
            if action.pressed(ui) {
                self.act(proof, deed);
            }
        }
    }

    /// Does what the keys ask for that are heard in the list.
    pub fn walk(&mut self, ui: &Ui, proof: &mut Proof, page: usize) {
        if let Some(to) = walked_rows(ui, self.at, proof.spans().len(), page) {
            self.go(to);
        }
        let (back, on) = (Action::PreviousPlace.pressed(ui), Action::NextPlace.pressed(ui));
        if back || on {
            let caret = self.caret(proof);
            let places = proof.places(self.at);
            let next = if on {
                places.iter().find(|place| caret.is_none_or(|caret| **place > caret))
            } else {
                places.iter().rev().find(|place| caret.is_some_and(|caret| **place < caret))
            };
            self.caret = next.copied().or(caret);
        }
        if Action::SettleSentence.pressed(ui) {
            self.act(proof, Deed::Settle);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Deed, Looking};
    use crate::briefing::progress::Progress;
    use crate::import::document::{Draft, Proof, Reading, of_bytes};

    fn proof(text: &str) -> Proof {
        let content = of_bytes("", text.as_bytes(), &Reading::default(), &Progress::default()).expect("it is read");
        Proof::of(Draft::of(content))
    }

    #[test]
    fn what_cannot_be_done_does_nothing() {
        let mut proof = proof("They met.\nThey left again.\n");
        let mut looking = Looking::default();
        for deed in [Deed::Join, Deed::Split, Deed::Settle, Deed::NextDoubtful, Deed::Undo] {
            assert!(!looking.can(&proof, deed), "{deed:?}");
            looking.act(&mut proof, deed);
        }
        assert_eq!((proof.spans().len(), proof.can_undo()), (2, false));
    }

    #[test]
    fn a_sentence_is_split_before_the_word_that_is_pointed_at() {
        let mut proof = proof("They met in Piraeus.\nThey left again.\n");
        let mut looking = Looking::default();
        looking.point(&proof, 1, 7);
        assert_eq!(looking.caret(&proof), Some(5));
        looking.act(&mut proof, Deed::Split);
        assert_eq!((proof.text(1), proof.text(2)), ("They", "left again."));
        looking.point(&proof, 0, 2);
        assert_eq!(looking.caret(&proof), None, "before the first word nothing stands");
        looking.act(&mut proof, Deed::Undo);
        assert_eq!((looking.at, proof.spans().len()), (1, 2));
    }
}
