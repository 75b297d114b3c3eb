//! The reader's own copy of the document, held against the stored hashes.

use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::briefing::text_file::{self, NotUtf8, ReadError};
use crate::briefing::{Document, Locator, Message, Sentence, Sha256, Value};
use crate::message;

/// The largest text that can be attached.
pub const MAX_BYTES: u64 = 16 << 20;

/// The reader's own copy of the document. It stays with the reader: nothing of it is written anywhere.
///
/// A sentence is looked for in its stored place and nowhere else; it agrees or it differs, and nothing is guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// SHA-256 of the text in UTF-8, without a byte-order mark.
    pub sha256: Sha256,
    text: String,
    whole: bool,
    agreeing: Vec<(Locator, Range<usize>)>,
    differing: Vec<Locator>,
}

impl Attachment {
    /// A file as the copy of a document.
    ///
    /// # Errors
    /// Where it is no file that can be read, and otherwise as [`Attachment::of`].
    pub fn read(document: &Document, path: &Path) -> Result<Self, AttachError> {
        let bytes = text_file::read(path, MAX_BYTES).map_err(|err| match err {
            ReadError::Unreadable(reason) => AttachError::Unreadable { path: path.to_owned(), reason },
            ReadError::NotAFile => AttachError::NotAFile { path: path.to_owned() },
            ReadError::TooLarge => AttachError::too_large(),
            ReadError::Cancelled => {
                AttachError::Unreadable { path: path.to_owned(), reason: message!(problems::loading_stopped).into() }
            }
        })?;
        Self::of(document, bytes)
    }

    /// Some bytes as the copy of a document.
    ///
    /// # Errors
    /// Where they are too many, are not UTF-8, are nothing but white space, or agree with no sentence of the document.
    pub fn of(document: &Document, bytes: Vec<u8>) -> Result<Self, AttachError> {
        if bytes.len() as u64 > MAX_BYTES {
            return Err(AttachError::too_large());
        }
        let text = text_file::decode(bytes).map_err(|NotUtf8 { line, .. }| AttachError::NotUtf8 { line })?;
        if text.trim().is_empty() {
            return Err(AttachError::Empty);
        }
        let (mut agreeing, mut differing) = (Vec::new(), Vec::new());
        let starts = starts(&text, &document.sentences);
        for sentence in &document.sentences {
            match place(&text, &starts, sentence) {
                Some(bytes) => agreeing.push((sentence.at, bytes)),
                None => differing.push(sentence.at),
            }
        }
        if agreeing.is_empty() {
            return Err(AttachError::AnotherDocument);
        }
        let sha256 = Sha256::of(text.as_bytes());
        Ok(Self { whole: sha256 == document.sha256, sha256, text, agreeing, differing })
    }

    /// The original of a sentence, where it agrees.
    pub fn original(&self, at: Locator) -> Option<&str> {
        let (_, bytes) = self.agreeing.iter().find(|(place, _)| *place == at)?;
        self.text.get(bytes.clone())
    }

    /// How many sentences agree: one at least.
    pub const fn agreeing(&self) -> usize {
        self.agreeing.len()
    }

    /// The sentences that differ, in order.
    pub fn differing(&self) -> &[Locator] {
        &self.differing
    }

    /// Whether the whole text is the document's, to the last character.
    pub const fn is_whole(&self) -> bool {
        self.whole
    }
}

/// Where each character begins, and the end of the text, as far as the sentences reach.
fn starts(text: &str, sentences: &[Sentence]) -> Vec<usize> {
    let last = sentences.iter().map(|sentence| sentence.range[1] as usize).max().unwrap_or_default();
    text.char_indices().map(|(start, _)| start).chain([text.len()]).take(last.saturating_add(1)).collect()
}

/// The bytes of a sentence, where what stands there is what the document says.
fn place(text: &str, starts: &[usize], sentence: &Sentence) -> Option<Range<usize>> {
    let [first, end] = sentence.range;
    let bytes = *starts.get(first as usize)?..*starts.get(end as usize)?;
    let found = text.get(bytes.clone())?;
    (Sha256::of(found.as_bytes()) == sentence.sha256).then_some(bytes)
}

/// Why a text cannot be attached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttachError {
    /// The file cannot be read.
    Unreadable {
        /// The file asked for.
        path: PathBuf,
        /// Why not.
        reason: Value,
    },
    /// There is something else than a file.
    NotAFile {
        /// The path asked for.
        path: PathBuf,
    },
    /// There is more of it than any document has.
    TooLarge {
        /// How much is allowed.
        mebibytes: u64,
    },
    /// It is no text, or text in another encoding.
    NotUtf8 {
        /// The first line that is not, from one.
        line: usize,
    },
    /// It is nothing but white space.
    Empty,
    /// No sentence stands where the document has it.
    AnotherDocument,
}

impl AttachError {
    const fn too_large() -> Self {
        Self::TooLarge { mebibytes: MAX_BYTES >> 20 }
    }

    /// What is wrong and what to do about it, where the document is what `called` says.
    pub fn message(&self, called: &str) -> Message {
        let file = |path: &Path| path.display().to_string();
        match self {
            Self::Unreadable { path, reason } => {
                message!(problems::copy_unreadable, file = file(path), reason = reason.clone())
            }
            Self::NotAFile { path } => message!(problems::copy_not_a_file, file = file(path)),
            Self::TooLarge { mebibytes } => message!(problems::copy_too_large, most = *mebibytes),
            // A place in a file, which is not grouped.
            Self::NotUtf8 { line } => message!(problems::copy_not_utf8, line = line.to_string()),
            Self::Empty => message!(problems::copy_empty),
            Self::AnotherDocument => message!(problems::copy_of_another, called = called.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use proptest::prelude::*;

    use super::{AttachError, Attachment, MAX_BYTES};
    use crate::briefing::{Document, Locator, Sentence, Sha256};
    use crate::words::Words;

    /// Invented, with characters of one to four bytes.
    const SENTENCES: [&str; 4] =
        ["The envoys met in Žilina.", "They spoke of ferries – and of «мост».", "Nobody signed.", "A 🦉 flew over."];

    fn text() -> String {
        SENTENCES.join(" ")
    }

    fn at(sentence: u16) -> Locator {
        Locator { paragraph: 1, sentence }
    }

    fn document() -> Document {
        let length = |text: &str| text.chars().count() as u32;
        let mut first = 0;
        let sentences = (1..).zip(SENTENCES).map(|(number, original)| {
            let range = [first, first + length(original)];
            first = range[1] + 1;
            Sentence {
                at: at(number),
                range,
                sha256: Sha256::of(original.as_bytes()),
                label: String::new(),
                paraphrase: String::new(),
                boilerplate: false,
                as_printed: crate::briefing::AsPrinted::default(),
            }
        });
        Document {
            schema: None,
            called: "article".to_owned(),
            source: "article".to_owned().try_into().expect("a key"),
            length: length(&text()),
            sha256: Sha256::of(text().as_bytes()),
            sentences: sentences.collect(),
        }
    }

    fn attach(text: &str) -> Result<Attachment, AttachError> {
        Attachment::of(&document(), text.as_bytes().to_vec())
    }

    fn read(path: &std::path::Path) -> Result<Attachment, AttachError> {
        Attachment::read(&document(), path)
    }

    #[test]
    fn the_right_text_agrees_to_the_last_character() {
        let attachment = attach(&text()).expect("it is the document");
        assert!(attachment.is_whole());
        assert_eq!((attachment.agreeing(), attachment.differing()), (4, &[][..]));
        for (number, original) in (1..).zip(SENTENCES) {
            assert_eq!(attachment.original(at(number)), Some(original));
        }
        assert_eq!(attachment.original(at(5)), None);
    }

    #[test]
    fn a_changed_letter_is_one_sentence_that_differs() {
        let attachment = attach(&text().replace("мост", "лост")).expect("the others agree");
        assert!(!attachment.is_whole());
        assert_eq!(attachment.differing(), [at(2)]);
        assert_eq!(attachment.original(at(2)), None);
        assert_eq!(attachment.original(at(4)), Some(SENTENCES[3]));
    }

    #[test]
    fn after_an_inserted_letter_nothing_agrees_and_nothing_is_searched_for() {
        let attachment = attach(&text().replace("мост", "мостк")).expect("the first agrees");
        assert_eq!(attachment.differing(), [at(2), at(3), at(4)]);
        assert_eq!(attachment.original(at(1)), Some(SENTENCES[0]));
    }

    #[test]
    fn a_text_cut_short_or_with_a_last_line_end_agrees_as_far_as_it_goes() {
        let short = attach(&SENTENCES[..2].join(" ")).expect("two agree");
        assert_eq!(short.differing(), [at(3), at(4)]);
        let longer = attach(&format!("{}\n", text())).expect("all agree");
        assert_eq!((longer.agreeing(), longer.is_whole()), (4, false));
    }

    #[test]
    fn a_byte_order_mark_is_not_text() {
        let marked = attach(&format!("\u{feff}{}", text()));
        assert_eq!(marked, attach(&text()));
    }

    #[test]
    fn another_text_and_no_text_are_refused() {
        assert_eq!(attach("The envoys did not meet."), Err(AttachError::AnotherDocument));
        for empty in ["", " \r\n\t", "\u{feff}", "\u{feff}\n"] {
            assert_eq!(attach(empty), Err(AttachError::Empty), "{empty:?}");
        }
    }

    #[test]
    fn the_first_line_that_is_not_utf_8_is_named() {
        let of = |bytes: &[u8]| Attachment::of(&document(), bytes.to_vec());
        assert_eq!(of(b"one\ntwo\nZ\xfcrich\n"), Err(AttachError::NotUtf8 { line: 3 }));
        assert_eq!(of(b"\xff\xfeT\0h\0e\0"), Err(AttachError::NotUtf8 { line: 1 }));
    }

    #[test]
    fn a_text_that_is_too_large_is_refused_unread() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("large.txt");
        fs::File::create(&path).and_then(|file| file.set_len(MAX_BYTES + 1)).expect("a sparse file");
        let refused = AttachError::TooLarge { mebibytes: 16 };
        assert_eq!(read(&path), Err(refused.clone()));
        assert_eq!(Attachment::of(&document(), vec![b' '; MAX_BYTES as usize + 1]), Err(refused));
    }

    #[test]
    fn a_file_is_read_and_anything_else_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("article.txt");
        assert!(matches!(read(&path), Err(AttachError::Unreadable { .. })));
        fs::write(&path, text()).expect("a file");
        assert!(read(&path).expect("it is the document").is_whole());
        assert_eq!(read(folder.path()), Err(AttachError::NotAFile { path: folder.path().to_owned() }));
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_does_not_block() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo runs");
        assert!(made.success());
        assert_eq!(read(&path), Err(AttachError::NotAFile { path }));
    }

    #[test]
    fn every_refusal_says_what_to_do() {
        let path = std::path::PathBuf::from("x");
        let refusals = [
            AttachError::Unreadable { path: path.clone(), reason: "no such file".into() },
            AttachError::NotAFile { path },
            AttachError::too_large(),
            AttachError::NotUtf8 { line: 3 },
            AttachError::Empty,
            AttachError::AnotherDocument,
        ];
        for refusal in refusals.map(|refusal| Words::english().say(&refusal.message("article"))) {
            let remedy = refusal.split_once(". ").map(|(_, remedy)| remedy);
            assert!(remedy.is_some_and(|remedy| remedy.ends_with('.') && !remedy.contains("  ")), "{refusal}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_attached_or_refused(
            bytes in prop::collection::vec(any::<u8>(), 0..200),
            cut in 0..200_usize,
            ranges in prop::collection::vec(any::<[u32; 2]>(), 4),
        ) {
            let whole = text().into_bytes();
            let mixed = [&whole[..cut.min(whole.len())], &bytes].concat();
            let mut wild = document();
            for (sentence, range) in wild.sentences.iter_mut().zip(ranges) {
                sentence.range = range.map(|offset| offset % 128);
            }
            for document in [document(), wild] {
                for bytes in [&bytes, &mixed] {
                    if let Ok(attachment) = Attachment::of(&document, bytes.clone()) {
                        prop_assert_eq!(attachment.agreeing() + attachment.differing().len(), 4);
                    }
                }
            }
        }
    }
}
