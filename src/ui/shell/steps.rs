//! Steps that are gone back and forward, as a browser goes them.

/// More than anyone goes back.
pub const LIMIT: usize = 200;

/// What was left behind, and what was gone back from.
#[derive(Debug)]
pub struct Steps<T> {
    pub(super) past: Vec<T>,
    future: Vec<T>,
}

impl<T> Default for Steps<T> {
    fn default() -> Self {
        Self { past: Vec::new(), future: Vec::new() }
    }
}

impl<T> Steps<T> {
    /// Goes on from `here`; there is no way forward any more.
    pub fn leave(&mut self, here: T) {
        self.future.clear();
        self.past.push(here);
        if self.past.len() > LIMIT {
            self.past.remove(0);
        }
    }

    /// There is no way forward any more, though nothing is left.
    pub fn stay(&mut self) {
        self.future.clear();
    }

    /// What came before `here`, if anything did.
    pub fn back(&mut self, here: T) -> Option<T> {
        let before = self.past.pop()?;
        self.future.push(here);
        Some(before)
    }

    /// What `here` was gone back to from, if it was.
    pub fn forward(&mut self, here: T) -> Option<T> {
        let after = self.future.pop()?;
        self.past.push(here);
        Some(after)
    }

    /// Whether there is anything to go back to.
    pub const fn can_go_back(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is anything to go forward to.
    pub const fn can_go_forward(&self) -> bool {
        !self.future.is_empty()
    }
}
