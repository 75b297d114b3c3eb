//! Where a reader has been, for going back and forward as in a browser.

use super::desk::{Selection, Tab};

/// A tab with what was selected on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The tab.
    pub tab: Tab,
    /// What the inspector showed.
    pub selection: Option<Selection>,
}

/// More places than anyone walks back through.
const LIMIT: usize = 200;

/// The places before and after the one that is shown.
#[derive(Debug, Default)]
pub struct History {
    past: Vec<Place>,
    future: Vec<Place>,
    /// Whether the last step was one along a list.
    along: bool,
}

impl History {
    /// Remembers the place a reader leaves for another.
    pub fn leave(&mut self, here: Place) {
        self.along = false;
        self.future.clear();
        self.past.push(here);
        if self.past.len() > LIMIT {
            self.past.remove(0);
        }
    }

    /// Remembers the place a reader leaves to walk along a list, of which the whole is one step.
    pub fn leave_along(&mut self, here: Place) {
        if !self.along {
            self.leave(here);
        }
        self.along = true;
    }

    /// The place before `here`, if there is one.
    pub fn back(&mut self, here: Place) -> Option<Place> {
        self.along = false;
        let place = self.past.pop()?;
        self.future.push(here);
        Some(place)
    }

    /// The place that was left by going back, if there is one.
    pub fn forward(&mut self, here: Place) -> Option<Place> {
        self.along = false;
        let place = self.future.pop()?;
        self.past.push(here);
        Some(place)
    }

    /// Whether there is a place to go back to.
    pub const fn can_go_back(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a place to go forward to.
    pub const fn can_go_forward(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{History, LIMIT, Place, Tab};

    fn place(tab: Tab) -> Place {
        Place { tab, selection: None }
    }

    #[test]
    fn back_and_forward_undo_each_other() {
        let mut history = History::default();
        history.leave(place(Tab::Summary));
        history.leave(place(Tab::Members));
        assert_eq!(history.back(place(Tab::Trade)), Some(place(Tab::Members)));
        assert_eq!(history.back(place(Tab::Members)), Some(place(Tab::Summary)));
        assert_eq!(history.back(place(Tab::Summary)), None);
        assert_eq!(history.forward(place(Tab::Summary)), Some(place(Tab::Members)));
        assert_eq!(history.forward(place(Tab::Members)), Some(place(Tab::Trade)));
        assert!(!history.can_go_forward() && history.can_go_back());
    }

    #[test]
    fn a_new_way_forgets_the_old_one_forward() {
        let mut history = History::default();
        history.leave(place(Tab::Summary));
        history.back(place(Tab::Members));
        history.leave(place(Tab::Summary));
        assert!(!history.can_go_forward());
    }

    #[test]
    fn it_does_not_grow_without_end() {
        let mut history = History::default();
        for _ in 0..LIMIT * 3 {
            history.leave(place(Tab::Summary));
        }
        assert_eq!(history.past.len(), LIMIT);
    }
}
