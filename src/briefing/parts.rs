//! A briefing in the making.

use super::{Claims, Document, Manifest, Meeting, Roster, Sources, Trade};

/// What could be read of a briefing; a file that is not well formed is absent.
pub(super) struct Parts {
    pub manifest: Option<Manifest>,
    pub meeting: Option<Meeting>,
    pub document: Option<Document>,
    pub claims: Option<Claims>,
    pub roster: Option<Roster>,
    pub trade: Option<Trade>,
    pub sources: Option<Sources>,
}
