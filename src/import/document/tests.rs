//! Files in the layout of real ones, each with what should be read of it, written by hand before it was.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Content, ImportError, Reading, of_bytes, read};
use crate::briefing::progress::Progress;
use crate::words::Words;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/document")
}

/// The files in a folder, packed as a document of Word is.
pub(super) fn packed(folder: &Path) -> Vec<u8> {
    fn add(archive: &mut ZipWriter<Cursor<Vec<u8>>>, root: &Path, folder: &Path) {
        let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        let mut entries: Vec<PathBuf> = entries.collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                add(archive, root, &path);
            } else {
                let name = path.strip_prefix(root).expect("it lies within").display().to_string();
                archive.start_file(name, SimpleFileOptions::default()).expect("a part");
                archive.write_all(&std::fs::read(&path).expect("a file")).expect("it is written");
            }
        }
    }
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    add(&mut archive, folder, folder);
    archive.finish().expect("an archive").into_inner()
}

fn of(file: &str, bytes: &[u8]) -> Result<Content, ImportError> {
    of_bytes(file, bytes, &Reading::default(), &Progress::default())
}

/// What is in a text that is a file of a name.
pub(super) fn read_as(file: &str, text: &str) -> Content {
    of(file, text.as_bytes()).expect("it is read")
}

/// What was read, a line each.
fn told(content: &Content) -> String {
    let mut text = format!("format {}\n", content.format);
    let metadata = &content.metadata;
    let date = |date: Option<crate::briefing::Date>| date.map(|date| date.to_string());
    for (name, value) in [
        ("title", metadata.title.clone()),
        ("publisher", metadata.publisher.clone()),
        ("author", metadata.author.clone()),
        ("published", date(metadata.published)),
        ("language", metadata.language.clone()),
        ("address", metadata.address.clone()),
        ("saved", date(metadata.saved)),
    ] {
        if let Some(value) = value {
            let _ = writeln!(text, "{name} {value}");
        }
    }
    for block in &content.blocks {
        let _ = writeln!(text, "{} | {}", block.kind.key(), block.text.replace('\u{a0}', " "));
    }
    for comment in &content.comments {
        let about: String = content.blocks[comment.block].text[comment.at..].chars().take(25).collect();
        let (author, on) = (comment.author.clone().unwrap_or_default(), date(comment.on).unwrap_or_default());
        let _ = writeln!(text, "comment {author}, {on}, on “{}”: {}", about.trim(), comment.text);
    }
    for left in &content.left {
        let _ = writeln!(text, "left {} {}", left.kind.key(), left.count);
    }
    text
}

#[test]
fn each_file_is_read_as_it_was_written_down_that_it_should_be() {
    let mut seen = 0;
    let mut wrong = String::new();
    for entry in std::fs::read_dir(folder()).expect("the folder") {
        let path = entry.expect("an entry").path();
        let Some(name) =
            path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".expected"))
        else {
            continue;
        };
        let file = path.with_file_name(name);
        let bytes = if file.is_dir() { packed(&file) } else { std::fs::read(&file).expect(name) };
        let content = of(name, &bytes).expect(name);
        let expected = std::fs::read_to_string(&path).expect("a text").replace('\u{a0}', " ");
        if told(&content) != expected {
            let _ = writeln!(wrong, "{name}\n{}instead of\n{expected}", told(&content));
        }
        seen += 1;
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(seen >= 10, "{seen}");
}

fn said(result: Result<Content, ImportError>) -> String {
    let err = result.expect_err("it is refused");
    err.messages().iter().map(|message| Words::english().say(message)).collect()
}

#[test]
fn what_is_no_document_is_refused_with_what_to_do() {
    let packed = |name: &str, bytes: &[u8]| {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file(name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(bytes).expect("it is written");
        archive.finish().expect("an archive").into_inner()
    };
    let docx = packed("word/document.xml", b"<w:document><w:body><w:p><w:r><w:t>Cut");
    let row = "<tr><tc><p><r><t>2023</t></r></p></tc><tc><p><r><t>40</t></r></p></tc></tr>";
    let table = format!("<document><body><tbl>{row}{row}</tbl></body></document>");
    let table = packed("word/document.xml", table.as_bytes());
    let wide: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    for (bytes, part) in [
        (b"".to_vec(), "has no text"),
        (b"  \r\n \xef\xbb\xbf".to_vec(), "has no text"),
        (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0".to_vec(), "is no text"),
        ([b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600]].concat(), "older Word"),
        ([b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600], &wide].concat(), "protected by a password"),
        (b"{\\rtf1\\ansi Text}".to_vec(), "RTF"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "Have its text recognised"),
        (packed("notes.txt", b"Text."), "archive"),
        // An archive in an archive is one, however much is in it.
        (packed("inner.zip", &packed("notes.txt", b"Text.")), "archive"),
        (docx.get(..docx.len() / 2).unwrap_or_default().to_vec(), "broken"),
        (docx, "broken"),
        (table, "has no text but what is not taken: 1 table"),
        (b"<!doctype html><html><body><img src=a.png></body></html>".to_vec(), "has no text"),
    ] {
        let text = said(of("file", &bytes));
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn a_bomb_is_not_unpacked_and_two_gibibytes_are_not_read() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", SimpleFileOptions::default()).expect("a part");
    let piece = vec![b' '; 1 << 20];
    for _ in 0..140 {
        archive.write_all(&piece).expect("it is written");
    }
    let bytes = archive.finish().expect("an archive").into_inner();
    assert!(bytes.len() < 1 << 20, "{}", bytes.len());
    assert!(said(of("bomb.docx", &bytes)).contains("when it is unpacked"));

    let file = tempfile::NamedTempFile::new().expect("a temporary file");
    file.as_file().set_len(2 << 30).expect("a sparse file");
    assert!(said(read(file.path(), &Reading::default(), &Progress::default())).contains("larger than 256 MiB"));
}

#[test]
fn a_page_without_end_tags_or_with_too_many_is_read_to_its_end() {
    let deep =
        format!("<html><body>{}<p>The ministers met in the harbour.{}", "<div>".repeat(5000), "</div>".repeat(9000));
    let content = of("deep.html", deep.as_bytes()).expect("it is read");
    assert_eq!(content.blocks[0].text, "The ministers met in the harbour.");
    let open = "<html><p>One<p>Two<ul><li>Three<li><b>Four<p>Five</b>Six<table><tr><td>Seven";
    let content = of("open.html", open.as_bytes()).expect("it is read");
    let texts: Vec<&str> = content.blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["One", "Two", "Three", "Four", "FiveSix", "Seven"]);
}
