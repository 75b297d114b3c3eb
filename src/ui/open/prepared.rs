//! A briefing with all that the window needs to show it, made before it is shown.

use std::sync::Arc;

use crate::analysis::checks::{self, Finding};
use crate::analysis::roster::{self, RosterRow};
use crate::briefing::Briefing;
use crate::ui::members::MembersState;

/// What the window shows of a briefing, computed once.
#[derive(Debug)]
pub struct Prepared {
    /// The briefing.
    pub briefing: Arc<Briefing>,
    /// What the checks found in it.
    pub findings: Arc<[Finding]>,
    /// The roster on the day of its document.
    pub roster_then: Arc<[RosterRow]>,
    /// The tab of its members, with the first view of them.
    pub members: MembersState,
}

impl Prepared {
    /// Computes it; of a large roster this takes a while.
    pub fn new(briefing: Arc<Briefing>) -> Self {
        let mut members = MembersState::new(&briefing);
        members.view(&briefing);
        Self {
            findings: checks::run(&briefing).into(),
            roster_then: roster::on_date(&briefing.roster, briefing.manifest.as_of.first_day()).into(),
            members,
            briefing,
        }
    }
}
