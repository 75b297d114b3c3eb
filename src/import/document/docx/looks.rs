//! How letters look, as far as it tells whether they are text: struck out, hidden or raised.

use super::super::xml::Tag;

/// How some letters look, as far as that is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Looks {
    pub struck: Option<bool>,
    pub hidden: Option<bool>,
    pub raised: Option<bool>,
}

impl Looks {
    /// Takes up what an element says of it.
    pub fn take(&mut self, tag: &Tag<'_>) {
        let value = tag.attribute("val");
        let on = || Some(!matches!(value.as_deref(), Some("0" | "false" | "off")));
        match tag.name.as_str() {
            // One line through is off where two are on, and the other way round.
            "strike" | "dstrike" if on() == Some(true) || self.struck.is_none() => self.struck = on(),
            "vanish" => self.hidden = on(),
            "vertAlign" => self.raised = Some(value.as_deref() == Some("superscript")),
            _ => {}
        }
    }

    /// The same, with what another says where this says nothing.
    pub fn or(self, other: Self) -> Self {
        Self {
            struck: self.struck.or(other.struck),
            hidden: self.hidden.or(other.hidden),
            raised: self.raised.or(other.raised),
        }
    }
}
