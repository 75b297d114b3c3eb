//! What kind of file it is, where it is not the plain text that can be attached.

use crate::briefing::Message;
use crate::message;

/// A kind of file that people keep documents in, told by its first bytes and never by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// PDF.
    Pdf,
    /// Office Open XML, as Word writes it.
    Docx,
    /// The older format of Word.
    Doc,
    /// The format of `OpenDocument`, as `LibreOffice` writes it.
    OpenDocument,
    /// Rich Text Format.
    Rtf,
    /// EPUB.
    Epub,
    /// Another archive.
    Zip,
    /// A page of the web.
    Html,
    /// A picture.
    Picture,
}

/// What files begin with that hold something else than text.
const BEGINNINGS: [(&[u8], FileKind); 8] = [
    (b"%PDF-", FileKind::Pdf),
    (b"{\\rtf", FileKind::Rtf),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind::Doc),
    (b"\x89PNG\r\n", FileKind::Picture),
    (b"\xff\xd8\xff", FileKind::Picture),
    (b"GIF8", FileKind::Picture),
    (b"II*\0", FileKind::Picture),
    (b"MM\0*", FileKind::Picture),
];

/// How much of a file is looked at.
const LOOKED_AT: usize = 64 << 10;

impl FileKind {
    /// The kind of a file by its bytes; none where it may be plain text.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let start = &bytes[..bytes.len().min(LOOKED_AT)];
        let marked = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
        let begun = BEGINNINGS.into_iter().find(|(beginning, _)| marked.starts_with(beginning)).map(|(_, kind)| kind);
        begun.or_else(|| marked.starts_with(b"PK\x03\x04").then(|| archive(bytes))).or_else(|| {
            let tag = |name: &str| marked.get(..name.len()).is_some_and(|s| s.eq_ignore_ascii_case(name.as_bytes()));
            let is_page = tag("<!doctype html") || tag("<html") || tag("<head") || tag("<body");
            let holds = |name: &[u8]| memchr::memmem::find(marked, name).is_some();
            let is_xhtml = (tag("<?xml") || tag("<!--")) && (holds(b"<html") || holds(b"<HTML"));
            (is_page || is_xhtml).then_some(Self::Html)
        })
    }

    /// What it is and what to do about it.
    pub fn message(self) -> Message {
        match self {
            Self::Pdf => message!(problems::copy_is_pdf),
            Self::Docx => message!(problems::copy_is_docx),
            Self::Doc => message!(problems::copy_is_doc),
            Self::OpenDocument => message!(problems::copy_is_opendocument),
            Self::Rtf => message!(problems::copy_is_rtf),
            Self::Epub => message!(problems::copy_is_epub),
            Self::Zip => message!(problems::copy_is_zip),
            Self::Html => message!(problems::copy_is_html),
            Self::Picture => message!(problems::copy_is_picture),
        }
    }
}

/// What an archive holds, by the names of the files in it.
fn archive(bytes: &[u8]) -> FileKind {
    let holds = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
    if holds(b"word/document.xml") {
        FileKind::Docx
    } else if holds(b"application/vnd.oasis.opendocument.text") {
        FileKind::OpenDocument
    } else if holds(b"application/epub+zip") {
        FileKind::Epub
    } else {
        FileKind::Zip
    }
}

#[cfg(test)]
mod tests {
    use super::FileKind;
    use crate::words::Words;

    #[test]
    fn a_file_is_told_by_what_is_in_it() {
        let zip = |name: &str| [b"PK\x03\x04\x14\0\0\0", name.as_bytes(), b"<w:p>"].concat();
        for (bytes, kind) in [
            (b"%PDF-1.7\n%\xe2".to_vec(), FileKind::Pdf),
            (zip("[Content_Types].xml word/document.xml"), FileKind::Docx),
            (zip("mimetypeapplication/vnd.oasis.opendocument.text"), FileKind::OpenDocument),
            (zip("mimetypeapplication/epub+zip"), FileKind::Epub),
            (zip("notes.txt"), FileKind::Zip),
            (b"{\\rtf1\\ansi".to_vec(), FileKind::Rtf),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), FileKind::Doc),
            (b"\xff\xd8\xff\xe0".to_vec(), FileKind::Picture),
            (b"\xef\xbb\xbf\r\n<!DOCTYPE HTML><p>".to_vec(), FileKind::Html),
            (b"<html lang=\"fr\"><p>".to_vec(), FileKind::Html),
            (b"<?xml version=\"1.0\"?>\n<html xmlns=\"\">".to_vec(), FileKind::Html),
        ] {
            assert_eq!(FileKind::of(&bytes), Some(kind));
            let said = Words::english().say(&kind.message());
            assert!(said.contains("plain text"), "{said}");
        }
        for text in ["", "The envoys met.", "< a sign", "PK is short for it", "<p>A paragraph", "5 < 6"] {
            assert_eq!(FileKind::of(text.as_bytes()), None, "{text}");
        }
    }
}
