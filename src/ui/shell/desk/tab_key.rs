//! The name by which a tab is asked for.

use std::fmt;

/// A tab's name for programs, which never changes: `members`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct TabKey(&'static str);

impl TabKey {
    /// A key: lower case and hyphens.
    pub const fn new(key: &'static str) -> Self {
        Self(key)
    }

    /// It as a text.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Debug for TabKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
