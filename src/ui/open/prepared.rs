//! A briefing with all that the window needs to show it, made before it is shown.

use std::sync::Arc;

use crate::analysis::checks::{self, Finding};
use crate::analysis::roster;
use crate::briefing::Briefing;
use crate::ui::members;

/// What the window shows of a briefing, computed once.
#[derive(Debug)]
pub struct Prepared {
    /// The briefing.
    pub briefing: Arc<Briefing>,
    /// What the checks found in it.
    pub findings: Arc<[Finding]>,
    /// How many states have each status on the day of its document.
    pub statuses_then: Arc<[usize]>,
    /// What is known of its roster.
    pub members: members::Known,
}

impl Prepared {
    /// Computes it; of a large roster this takes a while.
    pub fn new(briefing: Arc<Briefing>) -> Self {
        Self {
            findings: checks::run(&briefing).into(),
            statuses_then: roster::count_statuses(&briefing.roster, briefing.manifest.as_of.first_day()).into(),
            members: members::Known::new(&briefing),
            briefing,
        }
    }
}
