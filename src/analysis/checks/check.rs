//! What a check is.

use super::{Finding, Material};
use crate::briefing::Message;

/// A check: what it is called, what it holds the briefing to, and how.
#[derive(Clone, Debug)]
pub struct Check {
    /// A key that stays the same whatever it finds and in whatever language, such as `direction-sum`.
    pub key: &'static str,
    /// What it holds, as a statement that is true where nothing is wrong.
    pub holds: Message,
    /// What it finds. It need not say in its findings which check it is.
    pub(super) run: fn(&Material<'_>) -> Vec<Finding>,
}

impl Check {
    /// What it finds.
    pub(super) fn findings(&self, material: &Material<'_>) -> Vec<Finding> {
        (self.run)(material).into_iter().map(|finding| finding.of(self.key)).collect()
    }
}
