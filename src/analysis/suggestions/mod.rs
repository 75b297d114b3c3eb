//! What the sentences of a document say that the briefing made of it does not have yet: figures, rates, days, quotations,
//! people, states, places and printed lists, each with its place. Whoever makes the briefing takes one or leaves it.
//!
//! Found by the reader of texts that the checks use, in whatever language it reads.

mod days;
mod figures;
mod flows;
mod known;
mod names;
mod people;
mod periods;
mod quoted;
mod series;

use std::borrow::Cow;
use std::ops::Range;

pub use self::series::Placed;
use super::attachment::Attachment;
use super::reading::{Name, Reading, language};
use crate::briefing::{
    Briefing, Citation, Date, Key, Locator, Period, QuotationPart, RelativeDate, Sentence, StatedMeasure,
};

/// Something that a sentence says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What no other suggestion for the briefing has, for as long as the sentence says it.
    pub id: String,
    /// The sentence.
    pub at: Locator,
    /// First character and the one after the last, counted as the ranges of sentences are; that of the whole sentence where
    /// only a paraphrase of it is known.
    pub range: [u32; 2],
    /// What stands there.
    pub words: String,
    /// What it is.
    pub what: Suggested,
}

/// What can be suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suggested {
    /// A figure with its unit, and the period that its sentence names.
    Figure(Option<Date>),
    /// A rate, a share or a part of a whole.
    Rate,
    /// A sentence that says nothing of which there is a kind, and of which there is no claim.
    Statement,
    /// A figure as a value of a series that the briefing has.
    Observation(Placed),
    /// A rate, a share or a balance as a figure stated of such a series.
    Stated {
        /// What is stated.
        measure: StatedMeasure,
        /// The period that growth is counted from.
        from: Option<Period>,
        /// Of what.
        placed: Placed,
    },
    /// A day, or the first and the last of several.
    Day(Date, Option<Date>),
    /// A day, month or year counted from that of the document.
    Relative(RelativeDate),
    /// Somebody’s words, and which marks of theirs the sentence has.
    Quotation(QuotationPart),
    /// Somebody with an office, and the alpha-2 code of the state that stands beside it.
    Person { name: String, office: String, state: Option<String> },
    /// A state, by its alpha-2 code.
    State(String),
    /// A city, by its usual name, with the alpha-2 code of its state.
    Place { name: String, state: String },
    /// States in a list of an organisation: the alpha-2 code of each and its name as printed.
    List(Vec<(String, String)>),
}

impl Suggested {
    /// The key that programs are told and told by.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Figure(_) => "figure",
            Self::Rate => "rate",
            Self::Statement => "claim",
            Self::Observation(_) => "observation",
            Self::Stated { .. } => "stated-figure",
            Self::Day(..) => "date",
            Self::Relative(_) => "relative-date",
            Self::Quotation(_) => "quotation",
            Self::Person { .. } => "person",
            Self::State(_) => "state",
            Self::Place { .. } => "place",
            Self::List(_) => "printed-list",
        }
    }
}

/// A sentence that is looked through.
struct Passage<'a> {
    sentence: &'a Sentence,
    /// What it says: its own words where they are known, else what is said of it.
    text: &'a str,
    /// Whether these are its own words.
    own: bool,
    reading: Reading<'a>,
    /// The language that most sentences are in.
    usual: usize,
    /// The states and cities that it names.
    names: Vec<Name<'static>>,
}

/// What was found in a passage, and where, in bytes of its text.
type Found = (Range<usize>, Suggested);

/// What can be suggested for a briefing, in the order of its document. The reader’s copy of the document has its own words.
pub fn suggestions(briefing: &Briefing, copy: Option<&Attachment>) -> Vec<Suggestion> {
    let sentences: Vec<(&Sentence, Cow<'_, str>, bool)> = briefing
        .sentences()
        .iter()
        .filter(|sentence| !sentence.boilerplate && !is_untold(sentence, copy))
        .map(|sentence| match own_words(sentence, copy) {
            Some(text) => (sentence, Cow::Borrowed(text), true),
            None => (sentence, Cow::Borrowed(sentence.paraphrase.as_str()), is_own(sentence)),
        })
        .collect();
    let usual = language(sentences.iter().map(|(_, text, _)| &**text));
    let traded = series::Known::of(briefing);
    let mut all = Vec::new();
    for (sentence, text, own) in &sentences {
        let (reading, names) = Reading::with_names(text, usual, known::names());
        let passage = Passage { sentence, text, own: *own, reading, usual, names };
        let mut found: Vec<Found> = Vec::new();
        found.extend(quoted::found(&passage));
        found.extend(figures::found(&passage, briefing));
        found.extend(series::found(&passage, &traded));
        found.extend(days::found(&passage, briefing));
        found.extend(people::found(&passage));
        // Who is called by the name of a city is nobody's place: `Santiago Peña`.
        let people: Vec<Range<usize>> =
            found.iter().filter(|(_, what)| what.key() == "person").map(|(at, _)| at.clone()).collect();
        let within = |range: &Range<usize>| people.iter().any(|own| own.start <= range.start && range.end <= own.end);
        found.extend(names::found(&passage, briefing).into_iter().filter(|(range, _)| !within(range)));
        // What a claim is suggested of otherwise says more of it.
        let is_claimed =
            |(_, what): &Found| matches!(what, Suggested::Figure(_) | Suggested::Rate | Suggested::Quotation(_));
        if !found.iter().any(is_claimed) {
            found.push((0..text.len(), Suggested::Statement));
        }
        found.sort_by_key(|(range, what)| (range.start, range.end, what.key()));
        all.extend(
            found.into_iter().filter(|(_, what)| !has(briefing, sentence, what)).map(|own| passage.suggested(own)),
        );
    }
    once(all)
}

/// Of how many sentences nothing can be suggested, as neither their own words are known nor anything is said of them yet.
pub fn untold(briefing: &Briefing, copy: Option<&Attachment>) -> usize {
    let sentences = briefing.sentences().iter().filter(|sentence| !sentence.boilerplate);
    sentences.filter(|sentence| is_untold(sentence, copy)).count()
}

/// A sentence whose words are not kept begins with its place as label and paraphrase.
fn is_untold(sentence: &Sentence, copy: Option<&Attachment>) -> bool {
    sentence.paraphrase == sentence.label && own_words(sentence, copy).is_none() && !is_own(sentence)
}

/// The sentence as the document has it, where that is known.
fn own_words<'a>(sentence: &'a Sentence, copy: Option<&'a Attachment>) -> Option<&'a str> {
    sentence.text.as_deref().or_else(|| copy.and_then(|copy| copy.original(sentence.at)))
}

/// Whether a paraphrase is the sentence itself, as it is where its text may stand beside the briefing.
fn is_own(sentence: &Sentence) -> bool {
    crate::briefing::Sha256::of(sentence.paraphrase.as_bytes()) == sentence.sha256
}

/// A person, a state or a place is suggested once, where it is named first.
fn once(all: Vec<Suggestion>) -> Vec<Suggestion> {
    let mut seen: Vec<Suggested> = Vec::new();
    let mut kept = Vec::new();
    for suggestion in all {
        let named = matches!(suggestion.what, Suggested::Person { .. } | Suggested::State(_) | Suggested::Place { .. });
        if named {
            if seen.contains(&suggestion.what) {
                continue;
            }
            seen.push(suggestion.what.clone());
        }
        kept.push(suggestion);
    }
    kept
}

impl Passage<'_> {
    /// What stands in a place of it.
    fn part(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    fn suggested(&self, (range, what): Found) -> Suggestion {
        let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let first = count(self.text.get(..range.start).unwrap_or_default());
        let words = self.part(&range).to_owned();
        let at = self.sentence.at;
        let start = self.sentence.range[0].saturating_add(first);
        let place = if self.own { [start, start.saturating_add(count(&words))] } else { self.sentence.range };
        let id = match &what {
            // One figure can be of each of several flows.
            Suggested::Observation(placed) | Suggested::Stated { placed, .. } => {
                format!("{}:{at}:{first}:{}", what.key(), placed.flow)
            }
            _ => format!("{}:{at}:{first}", what.key()),
        };
        Suggestion { id, at, range: place, words, what }
    }
}

/// Whether the briefing has it already.
fn has(briefing: &Briefing, sentence: &Sentence, what: &Suggested) -> bool {
    let meeting = briefing.meeting.as_ref();
    let named = |names: &crate::briefing::Names, name: &str| names.iter().any(|(_, own)| own == name);
    match what {
        // A claim says it in words of its own: whoever made one of the sentence has read it.
        Suggested::Figure(_) | Suggested::Rate | Suggested::Statement => {
            briefing.claims.claims.iter().any(|claim| cites(briefing, &claim.citations, sentence))
        }
        Suggested::Observation(placed) => placed.series(briefing).is_some_and(|series| {
            let same = |flow: &Key, period| *flow == placed.flow && period == placed.period;
            let own = series.observations.iter().filter(|one| same(&one.flow, one.period));
            own.map(|one| &one.citations).any(|citations| briefing.locators(citations).next().is_some())
        }),
        Suggested::Stated { measure, placed, .. } => placed.series(briefing).is_some_and(|series| {
            series.stated_figures.iter().any(|one| {
                let same = one.measure == *measure && one.flow == placed.flow && one.period == placed.period;
                same && cites(briefing, &one.citations, sentence)
            })
        }),
        Suggested::Quotation(_) => sentence.as_printed.quotation.is_some(),
        Suggested::Relative(relative) => {
            sentence.as_printed.relative_dates.iter().any(|own| own.words.eq_ignore_ascii_case(&relative.words))
        }
        Suggested::Day(from, _) => meeting
            .is_some_and(|meeting| meeting.date == *from || meeting.chronology.iter().any(|event| event.from == *from)),
        Suggested::Person { name, .. } => {
            meeting.is_some_and(|meeting| meeting.people.iter().any(|person| named(&person.names, name)))
        }
        Suggested::Place { name, .. } => meeting.is_some_and(|meeting| {
            meeting.cities().any(|city| city == name) || meeting.places.iter().any(|place| place.name == *name)
        }),
        Suggested::State(code) => {
            let of_rosters = briefing.rosters.iter().flat_map(|roster| &roster.states);
            of_rosters.chain(meeting.into_iter().flat_map(|meeting| &meeting.states)).any(|state| state.alpha2 == *code)
        }
        Suggested::List(_) => {
            briefing.rosters.iter().flat_map(|roster| &roster.printed).any(|entry| entry.at == sentence.at)
        }
    }
}

fn cites(briefing: &Briefing, citations: &[Citation], sentence: &Sentence) -> bool {
    briefing.locators(citations).any(|at| at == sentence.at)
}

#[cfg(test)]
mod tests;
