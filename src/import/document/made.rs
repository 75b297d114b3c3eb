//! The files of a briefing that is made of a document.

use super::content::BlockKind;
use super::day::DayOf;
use super::draft::Draft;
use super::remarks::remarks;
use crate::briefing::{
    AsPrinted, Claims, Date, Document, Key, Manifest, Sentence, Sha256, Source, SourceKind, Sources, laid_out,
};
use crate::import::Say;
use crate::import::parties::key_of;
use crate::import::plan::json;
use crate::message;

/// The name of the file in which the text of the document stands beside the briefing.
pub const TEXT_FILE: &str = "document.txt";

/// What is chosen of a briefing that is made of a document.
#[derive(Clone, Debug)]
pub struct Making {
    /// The day on which it is made.
    pub today: Date,
    /// Whether the text of the document stands beside the briefing and its sentences begin as their own words. Without it
    /// nothing of the text is kept.
    pub beside: bool,
}

/// The names of the files of a briefing that is made of a document, in the order in which they are written: with its text
/// beside it, and with claims where reviewers commented on it.
pub fn file_names(beside: bool, is_commented: bool) -> impl Iterator<Item = &'static str> {
    let claims = is_commented.then_some("claims.json");
    let text = beside.then_some(TEXT_FILE);
    text.into_iter().chain(["document.json", "sources.json"]).chain(claims).chain(["briefing.json"])
}

/// The files of a briefing that is made of a document, the one that makes a folder a briefing last.
pub fn files(draft: &Draft, making: &Making, say: Say<'_>) -> Vec<(&'static str, String)> {
    let metadata = &draft.metadata;
    let text = draft.text();
    let title = metadata.title.clone().unwrap_or_else(|| {
        let name = if draft.file.is_empty() { TEXT_FILE } else { &draft.file };
        say(&message!(import::title_described, name = name.to_owned()))
    });
    // Who wrote it need not have published it.
    let publisher = metadata.publisher.clone();
    let publisher = publisher.unwrap_or_else(|| say(&message!(import::unknown_publisher)));
    let (as_of, as_of_note) = match draft.day(making.today) {
        DayOf::Said(day) => (day, None),
        DayOf::Inferred(day) => (day, Some(message!(document::inferred))),
        DayOf::Unknown => (making.today, Some(message!(document::begun_on))),
    };
    let key: Key = key_of("document");
    let document = Document {
        schema: None,
        source: key.clone(),
        called: "document".to_owned(),
        licence: None,
        length: u32::try_from(text.chars().count()).unwrap_or(u32::MAX),
        sha256: Sha256::of(text.as_bytes()),
        sentences: sentences(draft, making, say),
    };
    let (claims, authors) = remarks(draft, (&key, &document.sentences), making, say);
    let source = Source {
        id: key.clone(),
        publisher,
        title: title.clone(),
        kind: SourceKind::Press,
        primary: false,
        published: metadata.published,
        read: Some(making.today),
        address: metadata.address.clone(),
        origin: None,
        archived: None,
        licence: None,
        note: metadata
            .author
            .clone()
            .map(|author| say(&message!(import::by_authors, names = crate::briefing::Value::list([author])))),
        table: None,
    };
    let manifest = Manifest {
        schema: None,
        format: 1,
        name: title.chars().take(80).collect::<String>().trim().to_owned(),
        languages: vec![metadata.language.clone().unwrap_or_else(|| "en".to_owned())],
        as_of,
        as_of_note: as_of_note.map(|note| say(&note)),
        document: Some(key),
        checked: making.today,
        acknowledged: Vec::new(),
    };
    let sources = Sources { schema: None, sources: std::iter::once(source).chain(authors).collect() };
    let claims = Claims { schema: None, claims, ..Claims::default() };
    let is_commented = !claims.claims.is_empty();
    let claims = is_commented.then(|| json(&claims));
    let parts = [json(&document), json(&sources)].into_iter().chain(claims).chain([json(&manifest)]);
    let texts = making.beside.then_some(text).into_iter().chain(parts.map(|part| laid_out(&part)));
    file_names(making.beside, is_commented).zip(texts).collect()
}

pub(super) fn sentences(draft: &Draft, making: &Making, say: Say<'_>) -> Vec<Sentence> {
    let made = draft.sentences().into_iter().map(|sentence| {
        let place = || say(&message!(document::sentence_at, at = sentence.at.to_string()));
        let (label, paraphrase) = if making.beside {
            (label(sentence.text).unwrap_or_else(place), sentence.text.to_owned())
        } else {
            (place(), place())
        };
        Sentence {
            at: sentence.at,
            range: sentence.range,
            sha256: Sha256::of(sentence.text.as_bytes()),
            label,
            paraphrase,
            text: None,
            boilerplate: sentence.kind == BlockKind::Heading,
            as_printed: AsPrinted::default(),
        }
    });
    made.collect()
}

/// The first words of a sentence, as many as a label has room for.
pub(super) fn label(text: &str) -> Option<String> {
    const MOST: usize = 48;
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let mut label = String::new();
    for word in bare.split_whitespace() {
        if !label.is_empty() && label.chars().count() + word.chars().count() >= MOST {
            break;
        }
        if !label.is_empty() {
            label.push(' ');
        }
        label.extend(word.chars().take(MOST));
    }
    let label = before_half_quotation(&label).trim_end_matches([',', ';', ':', '–', '—', '.', ' ']);
    Some(label.trim().to_owned()).filter(|label| !label.is_empty())
}

/// As much of a text as stands before a quotation that begins in it and ends elsewhere; all of it where that is nothing.
fn before_half_quotation(text: &str) -> &str {
    const MARKS: [(char, char); 6] = [('“', '”'), ('„', '“'), ('«', '»'), ('‘', '’'), ('「', '」'), ('"', '"')];
    let begins = |(open, close): &(char, char)| {
        // What opens a quotation in one language closes it in another.
        let at = text.rfind(*open).filter(|_| *open != '“' || !text.contains('„'))?;
        let is_half = if open == close { text.matches(*open).count() % 2 == 1 } else { !text[at..].contains(*close) };
        is_half.then_some(at)
    };
    let half = MARKS.iter().filter_map(begins).min();
    half.and_then(|at| text.get(..at)).filter(|before| !before.trim().is_empty()).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::super::{Draft, Reading, of_bytes};
    use super::{Making, files, key_of, label};
    use crate::briefing::Briefing;
    use crate::briefing::progress::Progress;
    use crate::words::Words;

    #[test]
    fn who_wrote_it_is_noted_and_not_taken_for_who_published_it() {
        let words = Words::english();
        let making = Making { today: "2024-04-02".parse().expect("a date"), beside: true };
        for (author, note) in [("Ama Sarr", Some("By Ama Sarr.")), ("Windows User", None)] {
            let text = format!("---\nauthor: {author}\n---\n\nThe ferry sails.\n");
            let content = of_bytes("a.md", text.as_bytes(), &Reading::default(), &Progress::default());
            let folder = tempfile::tempdir().expect("a folder");
            for (name, text) in files(&Draft::of(content.expect("it is read")), &making, &|message| words.say(message))
            {
                std::fs::write(folder.path().join(name), text).expect("it is written");
            }
            let briefing = Briefing::open(folder.path()).expect("it opens");
            let source = briefing.source(&key_of("document")).expect("the source");
            assert_eq!((source.publisher.as_str(), source.note.as_deref()), ("Publisher not known", note));
        }
    }

    #[test]
    fn a_label_has_no_half_of_a_quotation() {
        for (text, meant) in [
            (
                "Son said that the two countries “will open a second crossing before winter”.",
                "Son said that the two countries",
            ),
            ("Он сказал: «мы откроем второй переход до зимы и третий весной».", "Он сказал"),
            (
                "Er sprach von „guten Gesprächen“ und vom Wetter in den Bergen.",
                "Er sprach von „guten Gesprächen“ und vom Wetter",
            ),
            ("The \"old\" road and the \"new railway line to the far north\".", "The \"old\" road and the"),
            ("It’s the ministers’ turn.", "It’s the ministers’ turn"),
        ] {
            assert_eq!(label(text).as_deref(), Some(meant), "{text}");
        }
    }
}
