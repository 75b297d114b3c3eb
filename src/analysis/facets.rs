//! The facets by which a roster is narrowed down, and the values a reader chooses in them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::briefing::{Message, StatusShape, Value};
use crate::{label, message};

/// A way to divide the roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The status on the date.
    Status,
    /// The UN region.
    Region,
    /// The decade in which the status began.
    Decade,
    /// Whether the status is the state's first or followed another.
    Path,
}

impl Facet {
    /// All facets, in the order shown.
    pub const ALL: [Self; 4] = [Self::Status, Self::Region, Self::Decade, Self::Path];

    /// Its name for programs.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Region => "region",
            Self::Decade => "joined",
            Self::Path => "path",
        }
    }

    /// Its name for people.
    pub const fn title(self) -> Message {
        match self {
            Self::Status => label!(roster::facet_status),
            Self::Region => label!(roster::facet_region),
            Self::Decade => label!(roster::facet_joined),
            Self::Path => label!(roster::facet_path),
        }
    }
}

/// The values a reader chose in each facet: of one facet any, of several facets all must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice(BTreeMap<Facet, BTreeSet<String>>);

impl Choice {
    /// Whether a value is chosen.
    pub fn contains(&self, facet: Facet, value: &str) -> bool {
        self.0.get(&facet).is_some_and(|values| values.contains(value))
    }

    /// Chooses a value, or takes it off.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        let values = self.0.entry(facet).or_default();
        if !values.remove(value) {
            values.insert(value.to_owned());
        }
        if values.is_empty() {
            self.0.remove(&facet);
        }
    }

    /// Takes off all values of a facet.
    pub fn clear(&mut self, facet: Facet) {
        self.0.remove(&facet);
    }

    /// Whether a facet narrows anything.
    pub fn narrows(&self, facet: Facet) -> bool {
        self.0.contains_key(&facet)
    }

    /// How many values are chosen.
    pub fn len(&self) -> usize {
        self.0.values().map(BTreeSet::len).sum()
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every value that is chosen.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.0.iter().flat_map(|(facet, values)| values.iter().map(|value| (*facet, value.as_str())))
    }

    /// The values chosen in a facet, where it narrows anything.
    pub fn of(&self, facet: Facet) -> Option<&BTreeSet<String>> {
        self.0.get(&facet)
    }
}

/// What a value of a facet is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FacetName {
    /// A name of the data: of a status, of a region.
    Text(Arc<str>),
    /// A decade, by its first year.
    Decade(i32),
    /// The first status that a state had.
    First,
    /// A status that followed another.
    Promoted,
    /// It is not known.
    Unknown,
}

impl FacetName {
    /// It for people.
    pub fn said(&self) -> Value {
        match self {
            Self::Text(name) => name.to_string().into(),
            // Years, which no language groups into thousands.
            Self::Decade(year) => {
                message!(roster::decade, first = year.to_string(), last = (year + 9).to_string()).into()
            }
            Self::First => label!(roster::first_status).into(),
            Self::Promoted => label!(roster::from_another_status).into(),
            Self::Unknown => label!(roster::not_known).into(),
        }
    }
}

/// A value of a facet with its counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The key by which it is chosen: a status's key, a region's name, `2000–2009`, `first`, `promoted`, `unknown`.
    pub value: Arc<str>,
    /// Its name.
    pub name: FacetName,
    /// The shape of a status.
    pub shape: Option<StatusShape>,
    /// Rows that have it and pass the search and the other facets.
    pub matching: usize,
    /// Rows that have it.
    pub all: usize,
}
