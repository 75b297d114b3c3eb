//! A draft that a reader looks through: sentences joined, split and found to be right, each step undone.

use unicode_segmentation::UnicodeSegmentation as _;

use super::draft::{Draft, LONGEST, Span};
use super::sentences::Boundary;

/// As many steps are kept.
const STEPS: usize = 10_000;

/// A draft that a reader looks through.
#[derive(Clone, Debug)]
pub struct Proof {
    draft: Draft,
    spans: Vec<Span>,
    past: Vec<Step>,
    doubts: usize,
    revision: u64,
}

/// What was done: which boundaries of a paragraph were others, and at which sentence the reader was.
#[derive(Clone, Debug)]
struct Step {
    paragraph: u16,
    before: Vec<(usize, Option<Boundary>)>,
    at: usize,
}

impl Proof {
    /// A draft that nobody has looked at yet.
    pub fn of(draft: Draft) -> Self {
        let mut proof = Self { draft, spans: Vec::new(), past: Vec::new(), doubts: 0, revision: 0 };
        proof.look();
        proof
    }

    /// The draft as it is now.
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Where its sentences stand, in order. A sentence is named by its number among these.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// What a sentence says.
    pub fn text(&self, sentence: usize) -> &str {
        self.spans.get(sentence).and_then(|span| self.paragraph(sentence).get(span.bytes.clone())).unwrap_or_default()
    }

    /// What the paragraph of a sentence says.
    pub fn paragraph(&self, sentence: usize) -> &str {
        self.spans.get(sentence).map_or("", |span| self.draft.paragraph_text(span.at.paragraph))
    }

    /// Which sentence a place of a paragraph belongs to, in bytes.
    pub fn sentence_at(&self, paragraph: u16, byte: usize) -> Option<usize> {
        let behind = self.spans.partition_point(|span| (span.at.paragraph, span.bytes.start) <= (paragraph, byte));
        behind.checked_sub(1).filter(|at| self.spans.get(*at).is_some_and(|span| span.at.paragraph == paragraph))
    }

    /// How many sentences are doubtful.
    pub const fn doubts(&self) -> usize {
        self.doubts
    }

    /// Changes with every step, so that what was worked out of it is known to be old.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// The first doubtful sentence behind one, then from the first on.
    pub fn next_doubt(&self, sentence: usize) -> Option<usize> {
        let all = (sentence.saturating_add(1)..self.spans.len()).chain(0..self.spans.len());
        all.into_iter().find(|at| self.spans.get(*at).is_some_and(|span| span.doubtful))
    }

    /// Where a sentence might be split, in characters: where it is doubtful that it goes on, else where else it might end.
    pub fn suggested(&self, sentence: usize) -> Option<usize> {
        let span = self.spans.get(sentence)?;
        let all = self.draft.boundaries(span.at.paragraph);
        let first = all.partition_point(|one| one.at <= span.bytes.start);
        let possible = || all.iter().skip(first).take_while(|one| !one.ends && one.at < span.bytes.end);
        let place = possible().find(|one| one.doubtful).or_else(|| possible().next())?.at;
        Some(self.paragraph(sentence).get(span.bytes.start..place)?.chars().count())
    }

    /// Where words of a sentence begin, but for its first, in characters: places at which it can be split.
    pub fn places(&self, sentence: usize) -> Vec<usize> {
        let begins = |word: &str| word.starts_with(|c: char| c.is_alphanumeric() || "\"'“‘«„¿¡([「『（".contains(c));
        let mut first = 0;
        let mut places = Vec::new();
        for word in self.text(sentence).split_word_bounds() {
            if first > 0 && begins(word) {
                places.push(first);
            }
            first += word.chars().count();
        }
        places
    }

    /// Joins a sentence with the one behind it in its paragraph; false where there is none, or both are too long together.
    pub fn join(&mut self, sentence: usize) -> bool {
        let (Some(span), Some(next)) = (self.spans.get(sentence), self.spans.get(sentence + 1)) else { return false };
        if span.at.paragraph != next.at.paragraph || next.bytes.end - span.bytes.start > LONGEST {
            return false;
        }
        let joined = Boundary { at: next.bytes.start, ends: false, doubtful: false };
        self.change(sentence, span.at.paragraph, &[joined]);
        true
    }

    /// Splits a sentence before one of its characters, counted from nought; false where nothing would stand before it.
    pub fn split(&mut self, sentence: usize, character: usize) -> bool {
        let Some(span) = self.spans.get(sentence) else { return false };
        let text = self.text(sentence);
        let Some((offset, _)) = text.char_indices().nth(character) else { return false };
        // What a blank stands before begins behind it.
        let (first, second) = text.split_at(offset);
        if first.trim().is_empty() || second.trim().is_empty() {
            return false;
        }
        let at = span.bytes.start + offset + second.len() - second.trim_start().len();
        self.change(sentence, span.at.paragraph, &[Boundary { at, ends: true, doubtful: false }]);
        true
    }

    /// Takes a sentence as right as it is; false where it was not doubtful.
    pub fn settle(&mut self, sentence: usize) -> bool {
        let Some(span) = self.spans.get(sentence).filter(|span| span.doubtful) else { return false };
        let next = self.spans.get(sentence + 1).filter(|next| next.at.paragraph == span.at.paragraph);
        let end = next.map_or(span.bytes.end, |next| next.bytes.start);
        let all = self.draft.boundaries(span.at.paragraph).iter();
        let own = all.filter(|one| one.doubtful && one.at > span.bytes.start && one.at <= end);
        let settled: Vec<Boundary> = own.map(|one| Boundary { doubtful: false, ..*one }).collect();
        self.change(sentence, span.at.paragraph, &settled);
        true
    }

    /// Whether anything can be undone.
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Undoes the last step. Returns the sentence at which it was done.
    pub fn undo(&mut self) -> Option<usize> {
        let Step { paragraph, before, at } = self.past.pop()?;
        for (place, boundary) in before.into_iter().rev() {
            self.draft.set_boundary(paragraph, place, boundary);
        }
        self.look();
        Some(at)
    }

    fn change(&mut self, at: usize, paragraph: u16, to: &[Boundary]) {
        let draft = &mut self.draft;
        let before = to.iter().map(|one| (one.at, draft.set_boundary(paragraph, one.at, Some(*one)))).collect();
        if self.past.len() == STEPS {
            self.past.remove(0);
        }
        self.past.push(Step { paragraph, before, at });
        self.look();
    }

    /// Looks anew at what the sentences are.
    fn look(&mut self) {
        self.spans = self.draft.spans();
        self.doubts = self.spans.iter().filter(|span| span.doubtful).count();
        self.revision += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::Proof;
    use crate::briefing::progress::Progress;
    use crate::import::document::{Draft, Reading, of_bytes};

    fn proof(text: &str) -> Proof {
        let content = of_bytes("", text.as_bytes(), &Reading::default(), &Progress::default()).expect("it is read");
        Proof::of(Draft::of(content))
    }

    fn texts(proof: &Proof) -> Vec<&str> {
        (0..proof.spans().len()).map(|at| proof.text(at)).collect()
    }

    const TEXT: &str = "They met in Piraeus. They spoke of ferries. Nobody signed.\nThe boat leaves in June.\n";

    #[test]
    fn what_is_joined_and_split_is_undone_step_by_step() {
        let mut proof = proof(TEXT);
        let before = texts(&proof).join("|");
        assert_eq!(texts(&proof).len(), 4);
        assert!(proof.join(0));
        assert_eq!(texts(&proof)[0], "They met in Piraeus. They spoke of ferries.");
        assert!(proof.split(0, 9));
        assert_eq!(texts(&proof)[..2], ["They met", "in Piraeus. They spoke of ferries."]);
        assert_eq!(proof.undo(), Some(0));
        assert_eq!(texts(&proof).len(), 3);
        assert_eq!((proof.undo(), proof.undo()), (Some(0), None));
        assert_eq!(texts(&proof).join("|"), before);
    }

    #[test]
    fn nothing_is_joined_over_paragraphs_or_split_into_nothing() {
        let mut proof = proof(TEXT);
        assert!(!proof.join(2), "what follows is another paragraph");
        assert!(!proof.join(3), "nothing follows");
        assert!(!proof.split(0, 0) && !proof.split(0, 99) && !proof.split(9, 1));
        assert!(!proof.can_undo(), "nothing was done");
    }

    #[test]
    fn a_split_before_a_blank_begins_behind_it() {
        let mut proof = proof("They met in Piraeus.\n");
        assert!(proof.split(0, 8));
        assert_eq!(texts(&proof), ["They met", "in Piraeus."]);
    }

    #[test]
    fn what_is_doubtful_is_gone_to_and_settled() {
        let mut proof = proof("They met. It was Co. Ltd. Shares fell. He lives in the U.S. Nobody knows.\n");
        let doubts = proof.doubts();
        assert!(doubts > 0, "{:?}", proof.spans());
        let first = proof.next_doubt(usize::MAX).expect("one");
        assert!(proof.settle(first) && proof.doubts() == doubts - 1);
        assert!(!proof.settle(first), "it is settled");
        assert_eq!(proof.undo(), Some(first));
        assert_eq!(proof.doubts(), doubts);
    }

    #[test]
    fn a_place_belongs_to_the_sentence_that_it_stands_in() {
        let proof = proof(TEXT);
        for (paragraph, byte, sentence) in
            [(1, 0, Some(0)), (1, 20, Some(0)), (1, 21, Some(1)), (1, 99, Some(2)), (2, 3, Some(3)), (3, 0, None)]
        {
            assert_eq!(proof.sentence_at(paragraph, byte), sentence, "{paragraph}, {byte}");
        }
    }

    #[test]
    fn words_are_where_a_sentence_can_be_split() {
        let proof = proof("He said: “Yes, at 5 p.m. it left.”\n他昨天抵达北京。\n");
        assert_eq!(proof.places(0), [3, 9, 10, 15, 18, 20, 25, 28]);
        assert!(proof.places(1).len() > 1, "without blanks as well");
    }

    #[test]
    fn where_it_was_joined_it_is_suggested_to_be_split() {
        let mut proof = proof(TEXT);
        assert_eq!(proof.suggested(3), None);
        assert!(proof.join(0));
        assert_eq!(proof.suggested(0), Some(21));
    }
}
