//! The reader's own copy of the document: held against the hashes, remembered by path and hash.

use crate::message;
use crate::words::Words;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::notice::Notice;
use super::stored_path::StoredPath;
use crate::analysis::attachment::{AttachError, Attachment};
use crate::briefing::{Document, Sha256};

/// An attached text and where it is.
#[derive(Debug)]
pub struct Attached {
    /// The file.
    pub path: PathBuf,
    /// Its text, held against the document.
    pub attachment: Attachment,
}

/// What is remembered of an attached text: never the text itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// SHA-256 of the document it belongs to.
    document: Sha256,
    /// Where it is on the reader's machine.
    path: StoredPath,
    /// SHA-256 of the text when it was attached.
    sha256: Sha256,
}

impl Attached {
    /// A file as the copy of a document.
    ///
    /// # Errors
    /// As [`Attachment::read`].
    pub fn read(document: &Document, path: &Path) -> Result<Self, AttachError> {
        Ok(Self { path: path.to_owned(), attachment: Attachment::read(document, path)? })
    }

    /// What is said once it is attached: how far it agrees.
    pub fn notice(&self, words: &Words, document: &Document) -> Notice {
        let (agreeing, all) = (self.attachment.agreeing(), document.sentences.len());
        let file = self.path.display().to_string();
        let text = words.say(&message!(shell::attached, file = file, agreeing = agreeing, all = all));
        if agreeing == all { Notice::done(text) } else { Notice::failed(text) }
    }

    /// What to remember of it.
    pub fn remembered(&self, document: &Document) -> Remembered {
        Remembered {
            document: document.sha256.clone(),
            path: self.path.clone().into(),
            sha256: self.attachment.sha256.clone(),
        }
    }
}

impl Remembered {
    /// What was remembered, if it is of this document and still what it was.
    ///
    /// # Errors
    /// Why it is not attached, to be said.
    pub fn recall(&self, words: &Words, document: &Document) -> Result<Option<Attached>, Notice> {
        if self.document != document.sha256 {
            return Ok(None);
        }
        match Attached::read(document, &self.path) {
            Ok(attached) if attached.attachment.sha256 == self.sha256 => Ok(Some(attached)),
            Ok(_) => {
                let path = self.path.display().to_string();
                Err(Notice::failed(words.say(&message!(shell::attached_changed, file = path))))
            }
            Err(err) => {
                let why = err.message(&document.called);
                Err(Notice::failed(words.say(&message!(shell::attached_unused, why = why))))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Attached, Attachment, Remembered, Words};
    use crate::briefing::{Document, Sentence, Sha256};

    const TEXT: &str = "One sentence of our own. Another one.";

    fn document() -> Document {
        let sentence = |sentence: u16, range: [u32; 2]| Sentence {
            at: format!("1.{sentence}").parse().expect("a place"),
            range,
            sha256: Sha256::of(&TEXT.as_bytes()[range[0] as usize..range[1] as usize]),
            label: "A sentence".to_owned(),
            paraphrase: "In other words".to_owned(),
            text: None,
            boilerplate: false,
            as_printed: crate::briefing::AsPrinted::default(),
        };
        Document {
            schema: None,
            licence: None,
            called: "article".to_owned(),
            source: "article".to_owned().try_into().expect("a key"),
            length: TEXT.len() as u32,
            sha256: Sha256::of(TEXT.as_bytes()),
            sentences: vec![sentence(1, [0, 24]), sentence(2, [25, 37])],
        }
    }

    /// A text on disk, attached and remembered.
    fn remembered(folder: &tempfile::TempDir) -> Remembered {
        let path = folder.path().join("copy.txt");
        std::fs::write(&path, TEXT).expect("a writable file");
        let attached = Attached::read(&document(), &path).expect("it agrees");
        assert!(!attached.notice(&Words::english(), &document()).failed);
        attached.remembered(&document())
    }

    #[test]
    fn what_is_remembered_is_attached_again() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        let recalled = remembered(&folder).recall(&Words::english(), &document()).expect("nothing is said");
        assert_eq!(recalled.map(|attached| Attachment::agreeing(&attached.attachment)), Some(2));
    }

    #[test]
    fn a_text_that_changed_since_is_said_and_not_used() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        let remembered = remembered(&folder);
        std::fs::write(folder.path().join("copy.txt"), TEXT.replace("Another", "Anothen")).expect("a writable file");
        let notice = remembered.recall(&Words::english(), &document()).expect_err("something is said");
        assert!(notice.failed && notice.text.contains("has changed"), "{}", notice.text);
    }

    #[test]
    fn a_text_that_is_gone_is_said() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        let remembered = remembered(&folder);
        drop(folder);
        let notice = remembered.recall(&Words::english(), &document()).expect_err("something is said");
        assert!(notice.failed, "{}", notice.text);
    }

    #[test]
    fn a_text_of_another_document_is_left_alone() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        let other = Document { sha256: Sha256::of(b"another"), ..document() };
        assert!(remembered(&folder).recall(&Words::english(), &other).expect("nothing is said").is_none());
    }
}
