//! The reader's own copy of the document, held against the stored hashes.

mod copy;
mod kind;

use std::path::{Path, PathBuf};

use self::copy::{Copy, Finder};
pub use self::kind::FileKind;
use crate::briefing::text_file::{self, NotUtf8, ReadError};
use crate::briefing::{Document, Locator, Message, Sha256, Value};
use crate::message;

/// The largest text that can be attached.
pub const MAX_BYTES: u64 = 16 << 20;

/// The reader's own copy of the document. It stays with the reader: nothing of it is written anywhere.
///
/// A sentence agrees where its text is there to the last character: in its stored place, or, where the copy is wrapped,
/// indented or has other text before it, anywhere else. Line ends, blank lines, a byte-order mark and a line end at the
/// end are no difference. What is merely alike differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// SHA-256 of the file's text in UTF-8, without a byte-order mark.
    pub sha256: Sha256,
    whole: bool,
    agreeing: Vec<(Locator, String)>,
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
    /// Where they are too many, are another kind of file than plain text, are not UTF-8, are nothing but white space, or
    /// agree with no sentence of the document that states something.
    pub fn of(document: &Document, bytes: Vec<u8>) -> Result<Self, AttachError> {
        if bytes.len() as u64 > MAX_BYTES {
            return Err(AttachError::too_large());
        }
        if let Some(kind) = FileKind::of(&bytes) {
            return Err(AttachError::NotPlain { kind });
        }
        let text = text_file::decode(bytes).map_err(|NotUtf8 { line, .. }| AttachError::NotUtf8 { line })?;
        if text.trim().is_empty() {
            return Err(AttachError::Empty);
        }
        let copy = Copy::new(&text, document);
        let mut finder = Finder::new(&copy, document);
        let (mut agreeing, mut differing) = (Vec::new(), Vec::new());
        for sentence in &document.sentences {
            match finder.find(sentence) {
                Some(original) => agreeing.push((sentence.at, original)),
                None => differing.push(sentence.at),
            }
        }
        // A link or a heading that agrees may stand in any text.
        let states = |at: &Locator| document.sentence(*at).is_some_and(|sentence| !sentence.boilerplate);
        let any_states = document.sentences.iter().any(|sentence| !sentence.boilerplate);
        if agreeing.is_empty() || any_states && !agreeing.iter().any(|(at, _)| states(at)) {
            return Err(AttachError::AnotherDocument);
        }
        Ok(Self { whole: copy.is_whole(document), sha256: Sha256::of(text.as_bytes()), agreeing, differing })
    }

    /// The original of a sentence, where it agrees.
    pub fn original(&self, at: Locator) -> Option<&str> {
        // They are in the order of the document.
        let place = self.agreeing.binary_search_by_key(&at, |(place, _)| *place).ok()?;
        self.agreeing.get(place).map(|(_, original)| original.as_str())
    }

    /// How many sentences agree: one at least.
    pub const fn agreeing(&self) -> usize {
        self.agreeing.len()
    }

    /// The sentences that differ, in order.
    pub fn differing(&self) -> &[Locator] {
        &self.differing
    }

    /// Whether the whole text is the document's, to the last character but for line ends.
    pub const fn is_whole(&self) -> bool {
        self.whole
    }
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
    /// It is a document of another program, of which the text is only a part.
    NotPlain {
        /// Which.
        kind: FileKind,
    },
    /// It is no text, or text in another encoding.
    NotUtf8 {
        /// The first line that is not, from one.
        line: usize,
    },
    /// It is nothing but white space.
    Empty,
    /// No sentence of the document is in it.
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
            Self::NotPlain { kind } => kind.message(),
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
                text: None,
                boilerplate: false,
                as_printed: crate::briefing::AsPrinted::default(),
            }
        });
        Document {
            schema: None,
            licence: None,
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
    fn after_an_inserted_letter_the_others_are_found_by_their_text() {
        let attachment = attach(&text().replace("мост", "мостк")).expect("the others agree");
        assert_eq!(attachment.differing(), [at(2)]);
        assert_eq!(attachment.original(at(4)), Some(SENTENCES[3]));
        assert!(!attachment.is_whole());
    }

    #[test]
    fn what_is_alike_is_not_found() {
        for alike in ["Nobody Signed.", "Nobody  signed.", "Nobody signed", "Nobody signed\u{301}."] {
            let attachment = attach(&text().replace(SENTENCES[2], alike)).expect("the others agree");
            assert_eq!(attachment.differing(), [at(3)], "{alike}");
        }
    }

    /// Every sentence agrees, whatever stands around them.
    fn all_agree(copy: &str) {
        let attachment = attach(copy).expect(copy);
        assert_eq!((attachment.agreeing(), attachment.differing()), (4, &[][..]), "{copy:?}");
        for (number, original) in (1..).zip(SENTENCES) {
            assert_eq!(attachment.original(at(number)), Some(original), "{copy:?}");
        }
    }

    #[test]
    fn line_ends_blank_lines_wrapping_and_titles_are_no_difference() {
        let lines = SENTENCES.join("\n");
        for copy in [
            lines.clone(),
            lines.replace('\n', "\r\n"),
            lines.replace('\n', "\r"),
            lines.replace('\n', "\n\n\n"),
            format!("A title of mine\r\n\r\n{}\r\n", lines.replace('\n', "\r\n\r\n")),
            text().replace(' ', "\n"),
            text().replace(' ', "\r\n    "),
            format!("\u{feff}\n\n  {}  \n\n", text()),
            format!("{}\u{2029}", SENTENCES.join("\u{2028}")),
        ] {
            all_agree(&copy);
        }
    }

    #[test]
    fn only_line_ends_at_the_end_leave_a_text_whole() {
        for copy in [format!("{}\n", text()), format!("{}\r\n", text()), format!("\u{feff}{}\n\n", text())] {
            assert!(attach(&copy).expect("it agrees").is_whole(), "{copy:?}");
        }
        assert!(!attach(&format!(" {}", text())).expect("it agrees").is_whole());
    }

    #[test]
    fn a_text_that_is_wrapped_between_letters_is_read() {
        let original = "外长们在北京会面。没有人签字。";
        let sentence = |number, range: [u32; 2]| Sentence {
            range,
            at: at(number),
            sha256: Sha256::of(
                original
                    .chars()
                    .skip(range[0] as usize)
                    .take((range[1] - range[0]) as usize)
                    .collect::<String>()
                    .as_bytes(),
            ),
            ..document().sentences[0].clone()
        };
        let document = Document { sentences: vec![sentence(1, [0, 9]), sentence(2, [9, 15])], ..document() };
        let wrapped: String = original.chars().flat_map(|c| [c, '\n']).collect();
        let attachment = Attachment::of(&document, format!("标题\n{wrapped}").into_bytes()).expect("it agrees");
        assert_eq!(attachment.original(at(1)), Some("外长们在北京会面。"));
        assert_eq!(attachment.differing(), []);
    }

    #[test]
    fn a_heading_alone_is_another_document() {
        let mut document = document();
        document.sentences[2].boilerplate = true;
        let copy = b"Another text. Nobody signed. So it ends.".to_vec();
        assert_eq!(Attachment::of(&document, copy), Err(AttachError::AnotherDocument));
    }

    #[test]
    fn a_text_cut_short_or_that_goes_on_agrees_as_far_as_it_goes() {
        let short = attach(&SENTENCES[..2].join(" ")).expect("two agree");
        assert_eq!(short.differing(), [at(3), at(4)]);
        let longer = attach(&format!("{} More.", text())).expect("all agree");
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
            AttachError::NotPlain { kind: super::FileKind::Pdf },
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
