//! What a reader asks of the roster.

use jiff::civil;

use super::Column;
use crate::analysis::facets::{Choice, Facet};
use crate::briefing::Key;

/// Which list is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edition {
    /// The list as the document printed it, mistakes and all.
    Printed,
    /// The list as the spells of status give it.
    #[default]
    Corrected,
}

impl Edition {
    /// Both, in the order they are offered.
    pub const BOTH: [Self; 2] = [Self::Printed, Self::Corrected];

    /// Its name for programs.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::Corrected => "corrected",
        }
    }
}

/// Years from one to another, both among them; open where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Years {
    /// The first.
    pub from: Option<i16>,
    /// The last.
    pub until: Option<i16>,
}

impl Years {
    /// Whether it leaves none out.
    pub const fn is_all(self) -> bool {
        self.from.is_none() && self.until.is_none()
    }

    /// Whether a year is one of them; one that is not known is where none is left out.
    pub fn has(self, year: Option<i16>) -> bool {
        let Some(year) = year else { return self.is_all() };
        self.from.is_none_or(|from| from <= year) && self.until.is_none_or(|until| year <= until)
    }
}

/// A filter as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// What is searched for.
    Search,
    /// All that is chosen in a facet.
    Facet(Facet),
    /// The years in which the status began.
    Since,
}

/// A column that is sorted by, and which way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// Whether the largest come first.
    pub descending: bool,
}

/// What a reader wants to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterQuery {
    /// The organisation whose roster is asked for; the first of the briefing where none is named.
    pub organisation: Option<Key>,
    /// The date the roster is asked for. The printed list has the document's date and no other.
    pub as_of: civil::Date,
    /// Which list.
    pub edition: Edition,
    /// Text that a row's names, capital or codes must contain.
    pub search: String,
    /// The facet values kept.
    pub choice: Choice,
    /// The years of which one is that in which the status began.
    pub since: Years,
    /// The columns sorted by, the first before the second. Missing values stay last in both directions.
    pub sort: Vec<Sort>,
}

impl RosterQuery {
    /// The whole corrected list on a date.
    pub fn on(as_of: civil::Date) -> Self {
        Self {
            organisation: None,
            as_of,
            edition: Edition::default(),
            search: String::new(),
            choice: Choice::default(),
            since: Years::default(),
            sort: vec![Sort { column: Column::default(), descending: false }],
        }
    }

    /// Sorts by a column; once more, the other way round. With `further`, within what is sorted by already.
    pub fn sort_by(&mut self, column: Column, further: bool) {
        if let Some(sort) = self.sort.iter_mut().find(|sort| sort.column == column) {
            sort.descending = !sort.descending;
            if !further {
                self.sort.retain(|sort| sort.column == column);
            }
            return;
        }
        // Two columns are as many as anyone keeps in mind.
        self.sort.truncate(usize::from(further));
        self.sort.push(Sort { column, descending: false });
    }

    /// The same without one filter.
    pub fn without(&self, filter: Filter) -> Self {
        let mut query = self.clone();
        match filter {
            Filter::Search => query.search.clear(),
            Filter::Facet(facet) => query.choice.clear(facet),
            Filter::Since => query.since = Years::default(),
        }
        query
    }

    /// Takes all filters off. Returns whether there were any.
    pub fn clear_filters(&mut self) -> bool {
        let had = self.filters() > 0;
        self.search.clear();
        self.choice = Choice::default();
        self.since = Years::default();
        had
    }

    /// How many filters are on.
    pub fn filters(&self) -> usize {
        self.choice.len() + usize::from(!self.search.trim().is_empty()) + usize::from(!self.since.is_all())
    }
}
