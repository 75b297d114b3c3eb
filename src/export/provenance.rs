//! What an export says of itself, whatever its format: where it comes from, what was left out, what it rests on.

use std::collections::BTreeSet;

use super::stamp::Stamp;
use crate::analysis::origins::carried;
use crate::briefing::{ArchivedCopy, Briefing, Citation, Key, Message, Source};
use crate::message;
use crate::words::{NO_BREAK, Words};

/// What an export says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// What it shows, as its heading.
    pub title: String,
    /// The name of the briefing.
    pub briefing: String,
    /// The SHA-256 of the briefing's files.
    pub digest: String,
    /// What decides its content, in the order it is read.
    pub facts: Vec<Fact>,
    /// What a reader has to know besides.
    pub notes: Vec<String>,
    /// The sources of exactly what is in it, by key.
    pub sources: Vec<SourceLine>,
    /// When it was made.
    pub made: Stamp,
}

/// One of the things that decide what an export holds: a control of the window, and how it is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its name for programs.
    pub key: &'static str,
    /// Its name for people.
    pub name: Message,
    /// How it is set.
    pub value: String,
}

/// A source as an export names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// The key that the rows name it by.
    pub key: Key,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// The address, where one is known.
    pub address: Option<String>,
    /// Whose text it carries, where that is another's.
    pub origin: Option<String>,
    /// Where an archive keeps a copy of it, where one is known.
    pub archived: Option<ArchivedCopy>,
}

impl Fact {
    /// Its name and how it is set.
    pub fn line(&self) -> Message {
        message!(export::about_fact, name = self.name.clone(), value = &self.value)
    }
}

impl SourceLine {
    /// Publisher, title and address, whose text it is, and where a copy is kept.
    pub fn text(&self) -> Message {
        let (publisher, title) = (&self.publisher, &self.title);
        let text = match &self.address {
            Some(address) => message!(export::source, publisher = publisher, title = title, address = address),
            None => message!(export::source_without_address, publisher = publisher, title = title),
        };
        let text = match &self.origin {
            Some(origin) => message!(export::source_text_of, source = text, origin = origin),
            None => text,
        };
        match &self.archived {
            Some(ArchivedCopy { address, on }) => {
                message!(export::source_archived, source = text, date = on.to_string(), address = address)
            }
            None => text,
        }
    }
}

/// The sources of some citations, each once.
pub(super) fn sources<'a>(briefing: &Briefing, citations: impl IntoIterator<Item = &'a Citation>) -> Vec<SourceLine> {
    let cited: BTreeSet<&Key> = citations.into_iter().map(|citation| &citation.source).collect();
    let line = |source: &Source| SourceLine {
        key: source.id.clone(),
        publisher: source.publisher.clone(),
        title: source.title.clone(),
        address: source.address.clone(),
        origin: carried(briefing, source).map(str::to_owned),
        archived: source.archived.clone(),
    };
    cited.into_iter().filter_map(|key| briefing.source(key)).map(line).collect()
}

impl Provenance {
    /// What is said of anything made of a briefing.
    pub fn new(briefing: &Briefing, title: String, made: Stamp) -> Self {
        Self {
            title,
            briefing: briefing.manifest.name.clone(),
            digest: briefing.digest.as_str().to_owned(),
            facts: Vec::new(),
            notes: Vec::new(),
            sources: Vec::new(),
            made,
        }
    }

    /// Names the sources of these citations, each once.
    pub fn cite<'a>(&mut self, briefing: &Briefing, citations: impl IntoIterator<Item = &'a Citation>) {
        self.sources = sources(briefing, citations);
    }

    /// Lets its lines break between a number and its unit, since other programs count a special space as a letter.
    pub fn break_anywhere(&mut self) {
        for text in self.facts.iter_mut().map(|fact| &mut fact.value).chain(&mut self.notes) {
            *text = text.replace(NO_BREAK, " ");
        }
    }

    /// What it shows, of which briefing.
    pub fn heading(&self) -> Message {
        message!(export::about_title, briefing = &self.briefing, title = &self.title)
    }

    /// All of it, a line each, without a line break within a line.
    pub fn lines(&self, words: &Words) -> Vec<String> {
        let mut lines = vec![
            words.say(&self.heading()),
            words.say(&message!(export::about_digest, digest = &self.digest)),
            words.say(&message!(export::about_made, made = self.made.to_string())),
        ];
        lines.extend(self.facts.iter().map(|fact| words.say(&fact.line())));
        lines.extend(self.notes.iter().cloned());
        let source = |source: &SourceLine| message!(export::about_source, key = &source.key, source = source.text());
        lines.extend(self.sources.iter().map(|one| words.say(&source(one))));
        lines.iter().map(|line| line.replace(['\r', '\n'], " ")).collect()
    }
}
