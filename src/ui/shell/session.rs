//! What is open: the briefing, what follows from it, and the reader's own copy of its document.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::attached::Attached;
use crate::analysis::checks::{Finding, Open};
use crate::analysis::{checks, roster};
use crate::briefing::{Briefing, Key, Members, Verdict};

/// The open briefing. What the reader set on a tab, chose or opened is not part of it.
#[derive(Debug)]
pub struct Session {
    /// The briefing.
    pub briefing: Arc<Briefing>,
    /// What the checks found in it; nothing until they are done.
    pub findings: Arc<[Finding]>,
    /// Whether the checks are done.
    pub checked: bool,
    /// What is counted of it.
    pub tallies: Tallies,
    /// The folder it was read from; the bundled one has none.
    pub folder: Option<PathBuf>,
    /// The reader's own copy of the document.
    pub attached: Option<Attached>,
}

/// What the tab strip counts, whichever tab is open.
#[derive(Debug, Default)]
pub struct Tallies {
    /// For each organisation, by its key, how many states have a status on the day of the document, and how many have
    /// each, in the order of the statuses.
    pub statuses_then: BTreeMap<Key, (usize, Vec<usize>)>,
    /// What each tab has to answer for.
    pub open: Open,
    /// How many claims are not supported.
    pub doubtful: usize,
    /// How many sentences of the document are about nothing.
    pub boilerplate: usize,
}

impl Tallies {
    /// How many states of an organisation have each status on the day of the document.
    pub fn statuses_of(&self, members: Members<'_>) -> &[usize] {
        self.statuses_then.get(&members.roster.organisation.id).map_or(&[], |(_, counts)| counts.as_slice())
    }

    /// How many states of an organisation have a status on that day.
    pub fn states_of(&self, members: Members<'_>) -> usize {
        self.statuses_then.get(&members.roster.organisation.id).map_or(0, |(states, _)| *states)
    }
}

impl Session {
    /// A briefing and what follows from it; of a large one this takes a while.
    pub fn new(briefing: Arc<Briefing>) -> Self {
        let found = checks::run(&briefing);
        let mut session = Self::unchecked(briefing);
        session.take(found);
        session
    }

    /// A briefing with what follows from it without its checks.
    pub fn unchecked(briefing: Arc<Briefing>) -> Self {
        let tallies = Tallies {
            statuses_then: briefing
                .members()
                .map(|members| {
                    let roster = members.roster;
                    let counts = roster::count_states(roster, briefing.manifest.as_of.first_day());
                    (roster.organisation.id.clone(), counts)
                })
                .collect(),
            open: Open::default(),
            doubtful: briefing.claims.claims.iter().filter(|claim| claim.verdict != Verdict::Supported).count(),
            boilerplate: briefing.sentences().iter().filter(|sentence| sentence.boilerplate).count(),
        };
        Self { briefing, findings: Arc::default(), checked: false, tallies, folder: None, attached: None }
    }

    /// Takes over what the checks found.
    pub fn take(&mut self, found: Vec<Finding>) {
        self.tallies.open = Open::of(&found);
        self.findings = found.into();
        self.checked = true;
    }

    /// What the title bar says.
    pub fn title(&self) -> String {
        title(&self.briefing)
    }
}

/// What the title bar says of a briefing.
pub fn title(briefing: &Briefing) -> String {
    // A name may hold anything; a window's title may not.
    let name: String = briefing.manifest.name.chars().filter(|c| !c.is_control()).collect();
    format!("{name} – Briefing Desk")
}
