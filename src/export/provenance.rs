//! What an export says of itself, whatever its format: where it comes from, what was left out, what it rests on.

use std::collections::BTreeSet;

use super::stamp::Stamp;
use crate::analysis::format;
use crate::briefing::{Briefing, Citation, Key, Message};
use crate::message;
use crate::words::Words;

/// What an export says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// What it shows, as its heading.
    pub title: String,
    /// The name of the briefing.
    pub briefing: String,
    /// The SHA-256 of the briefing's files.
    pub digest: String,
    /// What decides its content, in the order it is read: the name of a control of the window, and how it is set.
    pub facts: Vec<(&'static str, String)>,
    /// What a reader has to know besides.
    pub notes: Vec<String>,
    /// The sources of exactly what is in it, by key.
    pub sources: Vec<SourceLine>,
    /// When it was made.
    pub made: Stamp,
}

/// A source as an export names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// The key that the rows name it by.
    pub key: Key,
    /// Publisher, title and address.
    pub text: String,
    /// The address alone, where one is known.
    pub address: Option<String>,
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
        let cited: BTreeSet<&Key> = citations.into_iter().map(|citation| &citation.source).collect();
        self.sources = cited
            .into_iter()
            .filter_map(|key| briefing.source(key))
            .map(|source| {
                let address = source.address.as_deref().unwrap_or("address not known");
                let text = format!("{}, {}, {address}", source.publisher, source.title);
                SourceLine { key: source.id.clone(), text, address: source.address.clone() }
            })
            .collect();
    }

    /// Lets its lines break between a number and its unit, since other programs count a special space as a letter.
    pub fn break_anywhere(&mut self) {
        for text in self.facts.iter_mut().map(|(_, value)| value).chain(&mut self.notes) {
            *text = text.replace(format::NO_BREAK, " ");
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
        let fact = |(name, value): &(&'static str, String)| {
            words.say(&message!(export::about_fact, name = *name, value = value))
        };
        lines.extend(self.facts.iter().map(fact));
        lines.extend(self.notes.iter().cloned());
        let source =
            |source: &SourceLine| words.say(&message!(export::about_source, key = &source.key, source = &source.text));
        lines.extend(self.sources.iter().map(source));
        lines.iter().map(|line| line.replace(['\r', '\n'], " ")).collect()
    }
}
