//! The tabs, a folder each.

pub mod members;
pub mod sources;
pub mod summary;
pub mod trade;

use serde::{Deserialize, Deserializer};

use crate::ui::shell::desk::{TabKey, TabSpec};

/// The tabs, in their order.
pub static TABS: &[TabSpec] = &[summary::TAB, members::TAB, trade::TAB, sources::TAB];

impl TabKey {
    /// All of them, in their order.
    pub fn all() -> impl Iterator<Item = Self> {
        TABS.iter().map(|tab| tab.key)
    }

    /// The tab in the list.
    pub fn spec(self) -> &'static TabSpec {
        TABS.iter().find(|tab| tab.key == self).unwrap_or(&TABS[0])
    }
}

impl Default for TabKey {
    fn default() -> Self {
        TABS[0].key
    }
}

/// A key out of a file that anything may have written to; one of no tab is that of the first.
impl<'de> Deserialize<'de> for TabKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = String::deserialize(deserializer)?;
        Ok(Self::all().find(|known| known.as_str() == key).unwrap_or_default())
    }
}
