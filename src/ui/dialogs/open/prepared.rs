//! A briefing with all that the window needs to show it, made before it is shown.

use std::sync::Arc;

use crate::briefing::Briefing;
use crate::ui::shell::session::Session;
use crate::ui::tabs::members;

/// What the window shows of a briefing, computed once.
#[derive(Debug)]
pub struct Prepared {
    /// The briefing and what follows from it.
    pub session: Session,
    /// What is known of its roster.
    pub members: members::Known,
}

impl Prepared {
    /// Computes it; of a large roster this takes a while.
    pub fn new(briefing: Arc<Briefing>) -> Self {
        Self { members: members::Known::new(&briefing), session: Session::new(briefing) }
    }
}
