//! The sources that there are, as far as a bibliography can know them, and those that it adds.

use ahash::{AHashMap, AHashSet};

use super::item::{Item, host, place};
use crate::analysis::fold::known_by;
use crate::briefing::{Briefing, Key, Source, SourceKind};
use crate::import::Say;
use crate::import::choices::Choices;
use crate::import::parties::{joined, key_of};
use crate::message;

/// The sources of a briefing, and those that were added.
pub struct Shelf<'a> {
    there: &'a [Source],
    by_place: AHashMap<String, usize>,
    by_name: AHashMap<String, usize>,
    /// What one source alone is called: its key, its title, its publisher.
    by_word: AHashMap<String, Option<usize>>,
    added: AHashMap<String, Key>,
    taken: AHashSet<Key>,
}

/// Where a publication stands.
pub enum Place<'a> {
    /// It is one that is there; beside it what the bibliography says.
    There(usize, &'a Source, Source),
    /// It was added before.
    Again(Key),
    /// It is new.
    New(Source),
}

fn called(publisher: &str, title: &str) -> String {
    format!("{}\u{1f}{}", known_by(publisher), known_by(title))
}

impl<'a> Shelf<'a> {
    /// The sources of a briefing.
    pub fn of(briefing: &'a Briefing) -> Self {
        let there = &briefing.sources.sources[..];
        let mut by_word: AHashMap<String, Option<usize>> = AHashMap::new();
        for (at, source) in there.iter().enumerate() {
            for word in [source.id.as_str(), &source.title, &source.publisher] {
                let one = by_word.entry(known_by(word)).or_insert(Some(at));
                *one = one.filter(|own| *own == at);
            }
        }
        let on_the_web = |(at, source): (usize, &Source)| {
            Some((place(source.address.as_deref().filter(|address| host(address).is_some())?), at))
        };
        Self {
            there,
            by_place: there.iter().enumerate().filter_map(on_the_web).collect(),
            by_name: there
                .iter()
                .enumerate()
                .map(|(at, source)| (called(&source.publisher, &source.title), at))
                .collect(),
            by_word,
            added: AHashMap::new(),
            taken: there.iter().map(|source| source.id.clone()).collect(),
        }
    }

    /// The only source that is called so.
    pub fn called(&self, name: &str) -> Option<&'a Source> {
        self.there.get((*self.by_word.get(&known_by(name))?)?)
    }

    /// Where a publication stands, which is there from now on; none where it has neither a title nor an address.
    pub fn place(&mut self, item: &Item, choices: &Choices, say: Say<'_>) -> Option<Place<'a>> {
        let source = source(item, choices, say, &self.taken)?;
        let at = self.by_place.get(&item.place()).filter(|_| item.host().is_some());
        let at = at.or_else(|| self.by_name.get(&called(&source.publisher, &source.title)));
        if let Some((at, old)) = at.and_then(|at| Some((*at, self.there.get(*at)?))) {
            return Some(Place::There(at, old, source));
        }
        let own = if item.host().is_some() { item.place() } else { called(&source.publisher, &source.title) };
        if let Some(key) = self.added.get(&own) {
            return Some(Place::Again(key.clone()));
        }
        self.added.insert(own, source.id.clone());
        self.taken.insert(source.id.clone());
        Some(Place::New(source))
    }
}

/// A publication as a source; none where it has neither a title nor an address.
fn source(item: &Item, choices: &Choices, say: Say<'_>, taken: &AHashSet<Key>) -> Option<Source> {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (title, host) = (line(&item.title), item.host());
    let publisher =
        [line(&item.publisher), choices.publisher.clone().unwrap_or_default(), host.unwrap_or_default().to_owned()]
            .into_iter()
            .find(|name| !name.is_empty())
            .or_else(|| item.authors.first().cloned())
            .unwrap_or_else(|| say(&message!(import::unknown_publisher)));
    let title = match (title.is_empty(), item.address.is_empty()) {
        (false, _) => title,
        (true, false) => say(&message!(import::title_described, name = item.place())),
        (true, true) => return None,
    };
    let written = if item.authors.is_empty() {
        None
    } else {
        Some(say(&message!(import::by_authors, names = crate::briefing::Value::list(item.authors.clone()))))
    };
    let dated = Some(line(&item.dated)).filter(|date| !date.is_empty());
    let dated = dated.map(|date| say(&message!(import::dated_as, date = date)));
    let also = Some(&item.elsewhere).filter(|all| !all.is_empty());
    let also = also.map(|all| say(&message!(import::also_at, addresses = crate::briefing::Value::list(all.clone()))));
    let own = Some(line(&item.note)).filter(|note| !note.is_empty());
    let notes: Vec<String> = [written, dated, own, also].into_iter().flatten().collect();
    let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let mut source = Source {
        id: id(item, &publisher, &title, taken),
        publisher,
        title,
        kind: SourceKind::Press,
        primary: false,
        published: item.published,
        read: item.read,
        address: some(&item.address),
        origin: None,
        archived: None,
        licence: some(&item.licence),
        note: some(&notes.join(" ")),
        table: None,
    };
    source.kind = item.source_kind(&source);
    Some(source)
}

/// The key of a new source: that of the bibliography where it is readable, else of who published it and when.
fn id(item: &Item, publisher: &str, title: &str, taken: &AHashSet<Key>) -> Key {
    let own = item.key.rsplit('/').next().unwrap_or_default();
    let readable = own.chars().any(|c| c.is_ascii_alphabetic()) && own.len() <= 40;
    let base = if readable {
        key_of(own)
    } else {
        let day = item.published.map_or_else(String::new, |date| date.to_string().replace('-', ""));
        // A name without a Latin letter makes no readable key, the host does.
        let latin = publisher.chars().any(|c| c.is_ascii_alphabetic());
        let name = key_of(if latin { publisher } else { item.host().unwrap_or(publisher) });
        let short: Vec<&str> = name.as_str().split('-').take(3).collect();
        if day.is_empty() {
            let told = key_of(title);
            let words: Vec<&str> = told.as_str().split('-').take(4).collect();
            joined(&[&short.join("-"), &words.join("-")])
        } else {
            joined(&[&short.join("-"), &day])
        }
    };
    let numbered = (2_usize..).map(|number| joined(&[base.as_str(), &number.to_string()]));
    let free = std::iter::once(base.clone()).chain(numbered).find(|key| !taken.contains(key));
    free.unwrap_or(base)
}
