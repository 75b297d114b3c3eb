//! What is said of a document beside its text, as a reader types it before a briefing is made.

use super::content::Metadata;
use super::metadata;
use crate::analysis::typed_day::typed_day;
use crate::briefing::Date;
use crate::briefing::visible::acts;

/// What is said of a document, each as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Who wrote it.
    pub author: String,
    /// When it was published.
    pub published: String,
    /// Its language as a BCP 47 tag.
    pub language: String,
    /// Where it is found.
    pub address: String,
}

/// What is typed and cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is no day.
    Published,
    /// It is no tag of a language.
    Language,
}

impl About {
    /// What a file says of the document that it holds.
    pub fn of(metadata: &Metadata) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            title: text(&metadata.title),
            publisher: text(&metadata.publisher),
            author: text(&metadata.author),
            published: metadata.published.map(|date| date.to_string()).unwrap_or_default(),
            language: text(&metadata.language),
            address: text(&metadata.address),
        }
    }

    /// What is typed, in the place of what the file says; what is left empty is not known.
    ///
    /// # Errors
    /// What cannot be taken.
    pub fn metadata(&self, read: &Metadata, today: Date) -> Result<Metadata, Wrong> {
        let line = |text: &str| {
            let seen: String = text.chars().filter(|c| !acts(*c)).collect();
            let line = seen.split_whitespace().collect::<Vec<_>>().join(" ");
            Some(line).filter(|line| !line.is_empty())
        };
        let published = match line(&self.published) {
            Some(text) => Some(day(&text, today).ok_or(Wrong::Published)?),
            None => None,
        };
        let language = match line(&self.language) {
            Some(text) => Some(metadata::language(&text).ok_or(Wrong::Language)?),
            None => None,
        };
        Ok(Metadata {
            title: line(&self.title),
            publisher: line(&self.publisher),
            author: line(&self.author),
            published,
            saved: read.saved,
            language,
            address: line(&self.address),
        })
    }
}

/// A day as files have it, which may be a month or a year, or in whatever form a reader types it.
fn day(text: &str, today: Date) -> Option<Date> {
    text.parse().ok().or_else(|| typed_day(text, today.first_day()).map(Date::day))
}

#[cfg(test)]
mod tests {
    use super::{About, Metadata, Wrong};

    #[test]
    fn what_is_typed_stands_in_the_place_of_what_was_read() {
        let read = Metadata {
            title: Some("A boat".to_owned()),
            author: Some("Ivo Grech".to_owned()),
            saved: "2024-03-14".parse().ok(),
            ..Metadata::default()
        };
        let today = "2024-03-20".parse().expect("a day");
        let mut about = About::of(&read);
        assert_eq!(about.metadata(&read, today).as_ref(), Ok(&read));
        about.title = "  A night \n ferry ".to_owned();
        about.author.clear();
        for (typed, day) in [("13 March 2024", "2024-03-13"), ("2024-03", "2024-03"), ("2024", "2024")] {
            about.published = typed.to_owned();
            let taken = about.metadata(&read, today).expect("it is taken");
            assert_eq!(taken.published, day.parse().ok(), "{typed}");
            assert_eq!((taken.title.as_deref(), taken.author), (Some("A night ferry"), None));
            assert_eq!(taken.saved, read.saved, "of that nobody is asked");
        }
        about.published = "some day".to_owned();
        assert_eq!(about.metadata(&read, today), Err(Wrong::Published));
        about.published.clear();
        about.language = "Deutsch".to_owned();
        assert_eq!(about.metadata(&read, today), Err(Wrong::Language));
    }
}
