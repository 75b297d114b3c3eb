//! The sources of a briefing as references, for programs that keep literature.

use crate::analysis::origins::carried;
use crate::briefing::{Briefing, Source, SourceKind};
use crate::message;
use crate::words::{NO_BREAK, Words};

/// A source with what is said of it in words.
#[derive(Clone, Debug)]
pub struct Reference<'a> {
    /// The source.
    pub source: &'a Source,
    /// What kind of publication that is.
    pub medium: Medium,
    /// Whose text it carries, its licence, where a copy is kept, and what a reader should know before relying on it.
    pub notes: Vec<String>,
}

/// What kinds of publication programs that keep literature tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// A report in the press or of an agency.
    News,
    /// What has an address on the web.
    Page,
    /// Anything else.
    Document,
}

impl<'a> Reference<'a> {
    /// Every source of a briefing, in the order of its file.
    pub fn of(briefing: &'a Briefing, words: &Words) -> Vec<Self> {
        briefing.sources.sources.iter().map(|source| Self::new(briefing, source, words)).collect()
    }

    fn new(briefing: &'a Briefing, source: &'a Source, words: &Words) -> Self {
        let medium = match source.kind {
            SourceKind::Agency | SourceKind::Press => Medium::News,
            SourceKind::Official | SourceKind::Reference if web_address(source).is_some() => Medium::Page,
            _ => Medium::Document,
        };
        let elsewhere = source.address.as_ref().filter(|_| web_address(source).is_none());
        let said = [
            elsewhere.map(|address| message!(references::found_at, address = address)),
            carried(briefing, source).map(|origin| message!(references::text_of, origin = origin.to_owned())),
            source.licence.as_ref().map(|licence| message!(references::licence, licence = licence)),
            source
                .archived
                .as_ref()
                .map(|copy| message!(references::archived, date = copy.on.to_string(), address = &copy.address)),
        ];
        let said = said.into_iter().flatten().map(|said| words.say(&said));
        let notes = said.chain(source.note.clone()).map(|note| in_one_line(&note)).collect();
        Self { source, medium, notes }
    }

    /// Its address, where that is one of the web.
    pub fn address(&self) -> Option<&'a str> {
        web_address(self.source)
    }

    /// Its title, in one line.
    pub fn title(&self) -> String {
        in_one_line(&self.source.title)
    }

    /// Who published it, in one line.
    pub fn publisher(&self) -> String {
        in_one_line(&self.source.publisher)
    }
}

fn web_address(source: &Source) -> Option<&str> {
    source.address.as_deref().filter(|address| address.starts_with("https://") || address.starts_with("http://"))
}

/// A text without line breaks and special spaces, which would end or spoil a field of other programs.
fn in_one_line(text: &str) -> String {
    let plain = |letter: char| if letter.is_control() || letter == NO_BREAK { ' ' } else { letter };
    text.chars().map(plain).collect::<String>().trim().to_owned()
}
