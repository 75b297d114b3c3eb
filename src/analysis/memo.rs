//! A value that is computed again only when what it depends on has changed.

use std::cell::Cell;

thread_local! {
    static ANSWERED: Cell<u64> = const { Cell::new(0) };
}

/// How many questions this thread has worked out the answer to: no more of them while nothing changes, which a test holds
/// frames to.
pub fn answered() -> u64 {
    ANSWERED.get()
}

/// The last answer and the question it answers.
#[derive(Clone, Debug)]
pub struct Memo<Q, A> {
    last: Option<(Q, A)>,
}

impl<Q, A> Default for Memo<Q, A> {
    fn default() -> Self {
        Self { last: None }
    }
}

impl<Q: Clone + PartialEq, A> Memo<Q, A> {
    /// The answer to a question, computed if the last question was another.
    pub fn get(&mut self, question: &Q, answer: impl FnOnce(&Q) -> A) -> &A {
        self.get_mut(question, answer)
    }

    /// The same, to be added to.
    pub fn get_mut(&mut self, question: &Q, answer: impl FnOnce(&Q) -> A) -> &mut A {
        let fresh = self.last.take().filter(|(last, _)| last == question);
        let worked_out = || {
            ANSWERED.set(ANSWERED.get() + 1);
            (question.clone(), answer(question))
        };
        &mut self.last.insert(fresh.unwrap_or_else(worked_out)).1
    }

    /// The last answer, to whatever question it was.
    pub fn last(&self) -> Option<&A> {
        self.last.as_ref().map(|(_, answer)| answer)
    }
}

#[cfg(test)]
mod tests {
    use super::Memo;

    #[test]
    fn the_same_question_is_answered_once() {
        let mut memo = Memo::default();
        let mut asked = 0;
        for question in [1, 1, 2, 2, 1] {
            let answer = *memo.get(&question, |question| {
                asked += 1;
                question * 10
            });
            assert_eq!(answer, question * 10);
        }
        assert_eq!(asked, 3);
    }
}
