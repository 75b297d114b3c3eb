//! What is asked of a briefing, in every part of it.

use std::path::PathBuf;

use super::brief::extent::{Extent, Paper};
use crate::analysis::checks::ChecksQuery;
use crate::analysis::claims::ClaimsQuery;
use crate::analysis::roster::RosterQuery;
use crate::analysis::trade::TradeQuery;
use crate::briefing::{Briefing, Key};

/// How each part of a briefing is filtered and sorted. A subject reads what concerns it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The states of the roster.
    pub roster: RosterQuery,
    /// The figures of the trade.
    pub trade: TradeQuery,
    /// The series they are of; the main one where none is named.
    pub series: Option<Key>,
    /// The series that is laid beside it, where the two agree in unit and period.
    pub beside: Option<Key>,
    /// The claims of the document.
    pub claims: ClaimsQuery,
    /// What the checks found.
    pub checks: ChecksQuery,
    /// How much of the briefing is in a brief.
    pub extent: Extent,
    /// What a brief is printed on; Markdown has no pages.
    pub paper: Paper,
    /// The file of Word whose styles, heads and feet a document for Word is in.
    pub template: Option<PathBuf>,
    /// Where a page for a browser will lie on the web; it says so where it is known.
    pub address: Option<String>,
}

impl Query {
    /// All of a briefing, on the day of its document.
    pub fn of(briefing: &Briefing) -> Self {
        Self {
            roster: RosterQuery::on(briefing.manifest.as_of.first_day()),
            trade: TradeQuery::default(),
            series: None,
            beside: None,
            claims: ClaimsQuery::default(),
            checks: ChecksQuery::default(),
            extent: Extent::default(),
            paper: Paper::default(),
            template: None,
            address: None,
        }
    }
}
