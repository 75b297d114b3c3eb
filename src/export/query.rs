//! What is asked of a briefing, in every part of it.

use std::path::{Path, PathBuf};

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
    /// The briefing that a page for a browser carries, where it is to carry the one that it is of.
    pub carried: Option<Carried>,
}

/// Where the briefing lies that a page carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carried {
    /// In the program.
    Bundled,
    /// In a folder, or packed in a file.
    In(PathBuf),
}

impl Carried {
    /// The one in a folder; without one, the bundled briefing.
    pub fn of(folder: Option<&Path>) -> Self {
        folder.map_or(Self::Bundled, |folder| Self::In(folder.to_owned()))
    }

    /// The folder that it lies in; none of the bundled one.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Self::Bundled => None,
            Self::In(folder) => Some(folder),
        }
    }
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
            carried: None,
        }
    }
}
