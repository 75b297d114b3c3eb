//! A briefing with all that the window needs to show it, made before it is shown.

use std::sync::Arc;

use crate::analysis::checks::{self, Finding, Open};
use crate::analysis::roster;
use crate::briefing::Briefing;
use crate::ui::tabs::members;

/// What the window shows of a briefing, computed once.
#[derive(Debug)]
pub struct Prepared {
    /// The briefing.
    pub briefing: Arc<Briefing>,
    /// What the checks found in it.
    pub findings: Arc<[Finding]>,
    /// What is counted of it.
    pub tallies: Tallies,
    /// What is known of its roster.
    pub members: members::Known,
}

/// What the tab strip counts, whichever tab is open.
#[derive(Debug, Default)]
pub struct Tallies {
    /// How many states have each status on the day of the document, in the order of the statuses.
    pub statuses_then: Vec<usize>,
    /// What each tab has to answer for.
    pub open: Open,
}

impl Prepared {
    /// Computes it; of a large roster this takes a while.
    pub fn new(briefing: Arc<Briefing>) -> Self {
        let findings = checks::run(&briefing);
        Self {
            tallies: Tallies {
                statuses_then: roster::count_statuses(&briefing.roster, briefing.manifest.as_of.first_day()),
                open: Open::of(&findings),
            },
            findings: findings.into(),
            members: members::Known::new(&briefing),
            briefing,
        }
    }
}
