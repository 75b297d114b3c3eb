//! Where a reader has been, for going back and forward as in a browser: to the same place of the page.

use super::desk::{Selection, TabKey};
use super::steps::Steps;
use crate::ui::widgets::Scrolled;

/// A tab with what was selected on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The tab.
    pub tab: TabKey,
    /// What the inspector showed.
    pub selection: Option<Selection>,
}

/// A location that was left, and how far all was scrolled on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The location.
    pub location: Location,
    /// How far all was scrolled.
    pub scrolled: Scrolled,
}

/// The locations before and after the one that is shown.
#[derive(Debug, Default)]
pub struct History {
    steps: Steps<Left>,
    /// Whether the last step was one along a list.
    along: bool,
}

impl History {
    /// Remembers the location a reader leaves for another.
    pub fn leave(&mut self, here: Left) {
        self.along = false;
        self.steps.leave(here);
    }

    /// Remembers the location a reader leaves to walk along a list, of which the whole is one step.
    pub fn leave_along(&mut self, here: Left) {
        if !self.along {
            self.leave(here);
        }
        self.along = true;
    }

    /// The place before `here`, if there is one.
    pub fn back(&mut self, here: Left) -> Option<Left> {
        self.along = false;
        self.steps.back(here)
    }

    /// The place that was left by going back, if there is one.
    pub fn forward(&mut self, here: Left) -> Option<Left> {
        self.along = false;
        self.steps.forward(here)
    }

    /// Whether there is a location to go back to.
    pub const fn can_go_back(&self) -> bool {
        self.steps.can_go_back()
    }

    /// Whether there is a location to go forward to.
    pub const fn can_go_forward(&self) -> bool {
        self.steps.can_go_forward()
    }
}

#[cfg(test)]
mod tests {
    use super::super::steps::LIMIT;
    use super::{History, Left, Location, Scrolled, TabKey};

    fn location(tab: TabKey) -> Left {
        Left { location: Location { tab, selection: None }, scrolled: Scrolled::default() }
    }

    #[test]
    fn back_and_forward_undo_each_other() {
        let mut history = History::default();
        history.leave(location(TabKey::SUMMARY));
        history.leave(location(TabKey::MEMBERS));
        assert_eq!(history.back(location(TabKey::TRADE)), Some(location(TabKey::MEMBERS)));
        assert_eq!(history.back(location(TabKey::MEMBERS)), Some(location(TabKey::SUMMARY)));
        assert_eq!(history.back(location(TabKey::SUMMARY)), None);
        assert_eq!(history.forward(location(TabKey::SUMMARY)), Some(location(TabKey::MEMBERS)));
        assert_eq!(history.forward(location(TabKey::MEMBERS)), Some(location(TabKey::TRADE)));
        assert!(!history.can_go_forward() && history.can_go_back());
    }

    #[test]
    fn a_new_way_forgets_the_old_one_forward() {
        let mut history = History::default();
        history.leave(location(TabKey::SUMMARY));
        history.back(location(TabKey::MEMBERS));
        history.leave(location(TabKey::SUMMARY));
        assert!(!history.can_go_forward());
    }

    #[test]
    fn it_does_not_grow_without_end() {
        let mut history = History::default();
        for _ in 0..LIMIT * 3 {
            history.leave(location(TabKey::SUMMARY));
        }
        assert_eq!(history.steps.past.len(), LIMIT);
    }
}
