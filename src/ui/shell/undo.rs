//! What the reader set and selected, to be undone and done again.

use super::shown::Shown;
use super::steps::Steps;

/// What changes in one field within this many seconds is one change.
const TOGETHER: f64 = 1.5;

/// What was shown before, and what was undone.
#[derive(Debug, Default)]
pub struct Undo {
    steps: Steps<Shown>,
    now: Option<Shown>,
    /// What was changed last, and when.
    last: Option<(String, f64)>,
}

impl Undo {
    /// Looks at what is shown now, at a second. What follows quickly in one field belongs together; that another tab is
    /// opened is no change of what is set.
    pub fn look(&mut self, shown: Shown, seconds: f64) {
        let Some(before) = self.now.replace(shown) else { return };
        let Some(now) = &self.now else { return };
        if before.is_like(now) {
            return;
        }
        let field = now.only_difference(&before);
        let goes_on = match (&self.last, &field) {
            (Some((last, at)), Some(field)) => last == field && seconds - at < TOGETHER,
            _ => false,
        };
        if goes_on {
            self.steps.stay();
        } else {
            self.steps.leave(before);
        }
        self.last = field.map(|field| (field, seconds));
    }

    /// What was shown before, if there is anything to undo.
    pub fn back(&mut self) -> Option<Shown> {
        let before = self.steps.back(self.now.clone()?)?;
        self.now = Some(before.clone());
        self.last = None;
        Some(before)
    }

    /// What was undone last, if anything was.
    pub fn forward(&mut self) -> Option<Shown> {
        let after = self.steps.forward(self.now.clone()?)?;
        self.now = Some(after.clone());
        self.last = None;
        Some(after)
    }

    /// Takes as shown what is, after a step: as far as it could be shown.
    pub fn settle(&mut self, shown: Shown) {
        self.now = Some(shown);
    }

    /// Whether there is anything to undo.
    pub const fn can_go_back(&self) -> bool {
        self.steps.can_go_back()
    }

    /// Whether anything was undone.
    pub const fn can_go_forward(&self) -> bool {
        self.steps.can_go_forward()
    }
}

#[cfg(test)]
mod tests {
    use super::{Shown, Undo};

    fn shown(search: &str, selected: Option<&str>) -> Shown {
        let link = format!("briefing-desk:members?search={search}");
        Shown { tabs: [("members".to_owned(), link)].into(), selected: selected.map(str::to_owned), ..Shown::default() }
    }

    #[test]
    fn what_is_typed_at_one_go_is_one_change() {
        let mut undo = Undo::default();
        for (search, second) in [("", 0.0), ("u", 1.0), ("uz", 1.5), ("uzb", 2.0), ("uzbe", 9.0)] {
            undo.look(shown(search, None), second);
        }
        assert_eq!(undo.back(), Some(shown("uzb", None)), "after a rest it is another change");
        assert_eq!(undo.back(), Some(shown("", None)));
        assert_eq!(undo.back(), None);
        assert_eq!(undo.forward(), Some(shown("uzb", None)));
        undo.look(shown("kaz", None), 20.0);
        assert!(!undo.can_go_forward(), "a new way forgets the old one");
    }

    #[test]
    fn two_things_at_once_and_two_after_each_other_are_two() {
        let mut undo = Undo::default();
        undo.look(shown("", None), 0.0);
        undo.look(shown("u", None), 1.0);
        undo.look(shown("u", Some("state:nepal")), 1.1);
        undo.look(shown("ua", None), 1.2);
        assert_eq!(undo.back(), Some(shown("u", Some("state:nepal"))));
        assert_eq!(undo.back(), Some(shown("u", None)));
        assert_eq!(undo.back(), Some(shown("", None)));
    }

    #[test]
    fn another_tab_is_no_change() {
        let mut undo = Undo::default();
        undo.look(shown("", None), 0.0);
        undo.look(Shown { tab: crate::ui::TabKey::TRADE, ..shown("", None) }, 1.0);
        assert!(!undo.can_go_back());
    }
}
