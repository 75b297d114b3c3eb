//! What a briefing says: plain data, how it is loaded, and what makes it well formed.
//!
//! A briefing is a folder of seven JSON files, one for each field of [`Briefing`]. Everything in it that states
//! something carries its [`Citation`]s, every reference resolves, and unknown fields are errors. Nothing here draws,
//! computes or judges.

mod citation;
mod claim;
mod date;
mod decimal;
mod document;
mod folder;
mod key;
pub mod limits;
mod load;
mod manifest;
mod meeting;
mod message;
mod nearest;
mod parts;
pub mod path;
mod period;
mod pointer;
mod positions;
mod problem;
pub mod progress;
mod references;
mod roster;
pub mod schema;
mod shape;
mod slot;
mod source;
pub mod starter;
mod syntax;
pub mod text_file;
mod text_schema;
mod trade;
mod trail;
mod unique;
pub mod visible;

pub use citation::{Citation, Locator, Statement};
pub use claim::{
    Causation, Claim, ClaimKind, Claims, Dated, Evidence, Forecast, KeyPoint, Likelihood, Stance, Verdict,
};
pub use date::{Date, Precision};
pub use document::{AsPrinted, DateUnit, Document, PrintedName, QuotationPart, RelativeDate, Sentence, Sha256};
pub use folder::FILES;
pub use key::Key;
pub use manifest::{Acknowledgement, Manifest, Names};
pub use meeting::{Difference, Event, Meeting, Part, Party, Person, Place, Readouts, Topic, Unknown};
pub use message::{Figure, Message, Value, ids};
pub use nearest::nearest;
pub use period::{Period, PeriodKind};
pub use pointer::{Pointer, Step};
pub use problem::{LoadError, Problem};
pub use roster::{
    Column, Columns, Merger, Organisation, Position, PrintedEntry, PrintedScope, Roster, Spell, State, StatedCount,
    Status, StatusShape, World,
};
pub use source::{Source, SourceKind, Sources};
pub use trade::{
    Basis, Flow, FlowRole, GrowthBase, Milestone, Observation, PublishedGrowth, Series, StatedFigure, StatedMeasure,
    Trade, Unit,
};

/// A briefing, loaded and found well formed.
#[derive(Clone, Debug, PartialEq)]
pub struct Briefing {
    /// `briefing.json`: what it is.
    pub manifest: Manifest,
    /// `meeting.json`: what happened.
    pub meeting: Meeting,
    /// `document.json`: the document it was made from, in paraphrase.
    pub document: Document,
    /// `claims.json`: what the document claims.
    pub claims: Claims,
    /// `roster.json`: who belongs to what.
    pub roster: Roster,
    /// `trade.json`: what was traded.
    pub trade: Trade,
    /// `sources.json`: where all of it is read.
    pub sources: Sources,
    /// SHA-256 over the names and texts of the seven files, so that two readers can tell whether they read the same.
    pub digest: Sha256,
}

impl Briefing {
    /// The source with a key. A loaded briefing has one for each key that it cites.
    pub fn source(&self, key: &Key) -> Option<&Source> {
        self.sources.sources.iter().find(|source| source.id == *key)
    }

    /// The state with a key.
    pub fn state(&self, key: &Key) -> Option<&State> {
        self.roster.states.iter().find(|state| state.id == *key)
    }

    /// The claim with a key.
    pub fn claim(&self, key: &Key) -> Option<&Claim> {
        self.claims.claims.iter().find(|claim| claim.id == *key)
    }

    /// The series of the trade with a key.
    pub fn series(&self, key: &Key) -> Option<&Series> {
        self.trade.series.iter().find(|series| series.id == *key)
    }

    /// The sentence that a citation names, where it names one.
    pub fn sentence(&self, citation: &Citation) -> Option<&Sentence> {
        citation.at.and_then(|at| self.document.sentence(at))
    }

    /// Whether a citation is of the document the briefing was made from.
    pub fn is_document(&self, citation: &Citation) -> bool {
        citation.source == self.document.source
    }

    /// The places in the document that citations name.
    pub fn places<'a>(&self, citations: impl IntoIterator<Item = &'a Citation>) -> impl Iterator<Item = Locator> {
        citations.into_iter().filter(|citation| self.is_document(citation)).filter_map(|citation| citation.at)
    }

    /// The citation of a sentence of the document.
    pub fn document_citation(&self, at: Locator) -> Citation {
        Citation { source: self.document.source.clone(), at: Some(at) }
    }

    /// A name in the language that is shown first.
    pub fn name<'a>(&self, names: &'a Names) -> &'a str {
        self.manifest.languages.iter().find_map(|language| names.get(language)).unwrap_or_default()
    }

    /// The same name in the other languages, in the briefing's order.
    pub fn other_names<'a>(&self, names: &'a Names) -> impl Iterator<Item = &'a str> {
        self.manifest.languages.iter().skip(1).filter_map(|language| names.get(language))
    }
}
