//! What a briefing says: plain data, how it is loaded, and what makes it well formed.
//!
//! A briefing is a folder of JSON files, one for each field of [`Briefing`], or the one file that it was [`packed`] to. It
//! has those that it needs: what it is and its sources always, the others where there is something to be said. Everything
//! in it that states something carries its [`Citation`]s, every reference resolves, and unknown fields are errors. Nothing
//! here draws, computes or judges.

#[cfg(test)]
mod agreement;
pub mod attempt;
pub mod carried;
mod citation;
mod claim;
pub mod cores;
mod date;
mod decimal;
mod document;
mod few;
mod filled;
mod folder;
pub mod former;
mod inherited;
pub mod iso3166;
mod key;
pub mod limits;
mod load;
mod lookup;
mod manifest;
mod meeting;
mod members;
mod message;
mod nearest;
mod object_text;
pub mod packed;
mod parts;
pub mod path;
mod period;
mod pointer;
mod positions;
mod problem;
pub mod progress;
mod references;
mod roster;
mod said;
mod scanner;
pub mod schema;
mod schema_error;
mod shape;
mod slot;
mod source;
mod splice;
pub mod starter;
mod syntax;
pub mod text_file;
mod text_schema;
mod trade;
mod trail;
mod unique;
pub mod visible;

use ahash::AHashSet;

use lookup::Lookup;

pub use citation::{Citation, Locator, Statement};
pub use claim::{
    Causation, Claim, ClaimKind, Claims, Dated, Evidence, Forecast, KeyPoint, Likelihood, Stance, Verdict,
};
pub use date::{Date, Precision};
pub use decimal::scaled;
pub use document::{AsPrinted, DateUnit, Document, PrintedName, QuotationPart, RelativeDate, Sentence, Sha256};
pub use filled::fillings;
pub use folder::{FILES, FURTHER, Folder, REQUIRED_FILES, further_files};
pub use key::Key;
pub use manifest::{Acknowledgement, Manifest, Names};
pub use meeting::{Difference, Event, Meeting, MeetingForm, Part, Party, Person, Place, Readouts, Topic, Unknown};
pub use members::Members;
#[cfg(test)]
pub(crate) use members::main_members;
pub use message::{Figure, Message, Value, ids};
pub use nearest::nearest;
pub use object_text::{FieldText, ObjectText};
pub use period::{Period, PeriodKind};
pub use pointer::{Pointer, Step};
pub use problem::{FileName, LoadError, Problem};
pub use roster::{
    Column, Columns, Given, Merger, Organisation, Position, PrintedEntry, PrintedScope, Roster, Spell, State,
    StatedCount, Status, StatusShape, World,
};
pub use source::{ArchivedCopy, Origin, Source, SourceKind, SourceTable, Sources};
pub use splice::{JsonEdit, entries_of, laid_out, spliced};
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
    pub meeting: Option<Meeting>,
    /// `document.json`: the document it was made from, in paraphrase.
    pub document: Option<Document>,
    /// `claims.json`: what the document claims; none without the file.
    pub claims: Claims,
    /// `roster.json`: who belongs to what.
    pub rosters: Vec<Roster>,
    /// `trade.json`: what was traded.
    pub trades: Vec<Trade>,
    /// `sources.json`: where all of it is read.
    pub sources: Sources,
    /// SHA-256 over the names and texts of its files, so that two readers can tell whether they read the same.
    pub digest: Sha256,
    lookups: Lookups,
}

/// Where the entries of the long lists stand by their keys.
#[derive(Clone, Debug, Default, PartialEq)]
struct Lookups {
    sources: Lookup,
    states: Lookup,
    claims: Lookup,
}

impl Briefing {
    /// The source with a key. A loaded briefing has one for each key that it cites.
    pub fn source(&self, key: &Key) -> Option<&Source> {
        self.lookups.sources.find(&[&self.sources.sources], |source| &source.id, key)
    }

    /// The state with a key, in whichever roster or in none.
    pub fn state(&self, key: &Key) -> Option<&State> {
        let in_rosters = self.rosters.iter().map(|roster| roster.states.as_slice());
        let lists: Vec<&[State]> =
            in_rosters.chain(self.meeting.iter().map(|meeting| meeting.states.as_slice())).collect();
        self.lookups.states.find(&lists, |state| &state.id, key)
    }

    /// The organisation with a key.
    pub fn organisation(&self, key: &Key) -> Option<&Organisation> {
        self.rosters.iter().map(|roster| &roster.organisation).find(|organisation| organisation.id == *key)
    }

    /// The states of all rosters and of none, each once.
    pub fn states(&self) -> impl Iterator<Item = &State> {
        let mut seen = AHashSet::new();
        let outside = self.meeting.iter().flat_map(|meeting| &meeting.states);
        let several = self.rosters.len() > 1 || outside.clone().next().is_some();
        let states = self.rosters.iter().flat_map(|roster| &roster.states).chain(outside);
        states.filter(move |state| !several || seen.insert(&state.id))
    }

    /// Each roster that has a state, with the briefing around it.
    pub fn members(&self) -> impl Iterator<Item = Members<'_>> {
        self.rosters.iter().filter(|roster| !roster.states.is_empty()).map(|roster| Members::new(self, roster))
    }

    /// The claim with a key.
    pub fn claim(&self, key: &Key) -> Option<&Claim> {
        self.lookups.claims.find(&[&self.claims.claims], |claim| &claim.id, key)
    }

    /// The roster of an organisation with the briefing around it; the first where none is named or that one is not
    /// there, and nothing where there is no roster.
    pub fn members_of(&self, organisation: Option<&Key>) -> Option<Members<'_>> {
        let named = organisation.and_then(|key| self.members().find(|members| members.roster.organisation.id == *key));
        named.or_else(|| self.members().next())
    }

    /// The series of a key; the [main one](Self::main_series) where none is named or that one is not there.
    pub fn series_or_main(&self, key: Option<&Key>) -> Option<&Series> {
        key.and_then(|key| self.series(key)).or_else(|| self.main_series())
    }

    /// Every series, set by set.
    pub fn all_series(&self) -> impl Iterator<Item = &Series> {
        self.trades.iter().flat_map(|trade| &trade.series)
    }

    /// The series with a key, in whichever set of figures.
    pub fn series(&self, key: &Key) -> Option<&Series> {
        self.all_series().find(|series| series.id == *key)
    }

    /// The set of figures that a series belongs to.
    pub fn trade_of(&self, series: &Series) -> Option<&Trade> {
        self.trades.iter().find(|trade| trade.series.iter().any(|own| own.id == series.id))
    }

    /// The series of the same set of figures as one, without it.
    pub fn others_of<'a>(&'a self, series: &'a Series) -> impl Iterator<Item = &'a Series> {
        let all = self.trade_of(series).into_iter().flat_map(|trade| &trade.series);
        all.filter(|other| other.id != series.id)
    }

    /// Whose trade in what a series is of, such as `China–Russia goods trade`.
    pub fn subject_of(&self, series: &Series) -> String {
        self.trade_of(series).map(|trade| trade.subject.clone()).unwrap_or_default()
    }

    /// The series that is meant where no other is named: the first that has a figure; none where there are no figures.
    pub fn main_series(&self) -> Option<&Series> {
        self.all_series().find(|series| !series.observations.is_empty())
    }

    /// The sentences of the document, in order; none without one.
    pub fn sentences(&self) -> &[Sentence] {
        self.document.as_ref().map_or(&[], |document| &document.sentences)
    }

    /// What the document is called in running text.
    pub fn called(&self) -> String {
        self.document.as_ref().map_or(document::DOCUMENT, |document| &document.called).to_owned()
    }

    /// The source that the document is.
    pub fn document_source(&self) -> Option<&Key> {
        self.document.as_ref().map(|document| &document.source).or(self.manifest.document.as_ref())
    }

    /// Who took part or is named; none where nothing happened.
    pub fn people(&self) -> &[Person] {
        self.meeting.as_ref().map_or(&[], |meeting| &meeting.people)
    }

    /// What came before and after, in order of date.
    pub fn chronology(&self) -> &[Event] {
        self.meeting.as_ref().map_or(&[], |meeting| &meeting.chronology)
    }

    /// What was looked for and not found.
    pub fn unknowns(&self) -> &[Unknown] {
        self.meeting.as_ref().map_or(&[], |meeting| &meeting.unknowns)
    }

    /// Whether an event of the chronology is what the briefing is about.
    pub fn is_own_event(&self, event: &Event) -> bool {
        self.meeting.as_ref().is_some_and(|meeting| meeting.is(event))
    }

    /// The sentence that a citation names, where it names one.
    pub fn sentence(&self, citation: &Citation) -> Option<&Sentence> {
        citation.at.and_then(|at| self.sentence_at(at))
    }

    /// The sentence of the document at a place.
    pub fn sentence_at(&self, at: Locator) -> Option<&Sentence> {
        self.document.as_ref().and_then(|document| document.sentence(at))
    }

    /// Whether a citation is of the document the briefing was made from.
    pub fn is_document(&self, citation: &Citation) -> bool {
        self.document_source() == Some(&citation.source)
    }

    /// The places in the document that citations name.
    pub fn locators<'a>(&self, citations: impl IntoIterator<Item = &'a Citation>) -> impl Iterator<Item = Locator> {
        citations.into_iter().filter(|citation| self.is_document(citation)).filter_map(|citation| citation.at)
    }

    /// The citation of a sentence of the document; none without a document.
    pub fn document_citation(&self, at: Locator) -> Option<Citation> {
        self.document_source().map(|source| Citation::of_sentence(source.clone(), at))
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
