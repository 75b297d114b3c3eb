//! Documents of every kind, changed in every way a disk, an editor or an enemy changes them: each is read or refused with
//! what to do, takes no more memory and time than it may, and what is read makes a briefing.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use briefing_desk::briefing::progress::Progress;
use briefing_desk::import::ImportError;
use briefing_desk::import::document::{Draft, Reading, of_bytes};

use crate::changes::{Chance, changed};

/// Changes of each file.
const TIMES: usize = 60;

/// The files that the tests of importing have of a kind, those that are no folder of parts.
pub fn fixtures(kind: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import").join(kind);
    let entries = std::fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    let is_one = |path: &PathBuf| path.is_file() && path.extension().is_some_and(|ending| ending != "expected");
    let mut paths: Vec<PathBuf> = entries.filter(is_one).collect();
    paths.sort();
    let name = |path: &Path| path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
    paths.iter().map(|path| (name(path), std::fs::read(path).expect("a file"))).collect()
}

/// Reads a file, which must not panic; whether it could be read.
fn read(name: &str, bytes: &[u8], how: &str) -> bool {
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let content = of_bytes(name, bytes, &Reading::default(), &Progress::default())?;
        let draft = Draft::of(content);
        let text: Vec<char> = draft.text().chars().collect();
        for sentence in draft.sentences() {
            let [from, to] = sentence.range.map(|place| place as usize);
            assert_eq!(text[from..to].iter().collect::<String>(), sentence.text);
        }
        Ok::<(), ImportError>(())
    }));
    match outcome.unwrap_or_else(|_| panic!("{how} of {name} panics")) {
        Ok(()) => true,
        Err(err) => {
            assert!(!err.messages().is_empty(), "{how} of {name} is refused without a word");
            false
        }
    }
}

#[test]
fn documents_that_are_changed_are_read_or_refused() {
    let (mut chance, mut counts) = (Chance(18), [0, 0]);
    let documents = fixtures("document");
    assert!(documents.iter().filter(|(name, _)| name.contains(".pdf")).count() >= 5);
    for (name, bytes) in &documents {
        for time in 0..TIMES {
            let bytes = changed(bytes, &mut chance);
            counts[usize::from(read(name, &bytes, &format!("change {time}")))] += 1;
        }
    }
    assert!(counts.iter().all(|count| *count > documents.len() * TIMES / 100), "{counts:?} refused and read");
}

/// A PDF of some objects, the first of which is its root, with a table that says where they are.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", number + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let end = format!("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1);
    bytes.extend(end.bytes());
    bytes
}

fn stream(dict: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("<< {dict} /Length {} >>\nstream\n", data.len());
    [head.as_bytes(), data, b"\nendstream"].concat()
}

/// A page that shows some operators, and further objects.
fn page(contents: Vec<u8>, further: &[Vec<u8>]) -> Vec<u8> {
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>"
            .to_vec(),
        contents,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_vec(),
    ];
    pdf(&[objects.as_slice(), further].concat())
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    // As a workbook is packed; only what is within is wanted.
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("a", zip::write::SimpleFileOptions::default()).expect("a part");
    archive.write_all(bytes).expect("it is written");
    let archive = archive.finish().expect("an archive").into_inner();
    let start = 30 + 1;
    let end = archive.windows(4).position(|four| four == b"PK\x01\x02").expect("a directory");
    archive[start..end].to_vec()
}

#[test]
fn a_pdf_that_is_made_to_grow_is_refused_in_little_memory() {
    let shown = |contents: &[u8]| stream("", contents);
    assert!(read("note.pdf", &page(shown(b"BT /F 12 Tf 72 700 Td (The ministers met.) Tj ET"), &[]), "nothing"));
    // What unpacks to a hundred times what is allowed, once and twice over.
    let blanks = packed(&vec![b' '; 80 << 20]);
    assert!(blanks.len() < 200_000);
    let bomb = stream("/Filter /FlateDecode", &blanks);
    assert!(!read("bomb.pdf", &page(bomb, &[]), "a bomb"));
    let twice = stream("/Filter [/FlateDecode /FlateDecode]", &packed(&blanks));
    assert!(!read("twice.pdf", &page(twice, &[]), "a bomb in a bomb"));
    // A form that draws itself ten times, and each of these ten times.
    let form = stream("/Type /XObject /Subtype /Form /Resources << /XObject << /X 6 0 R >> >>", &b"/X Do ".repeat(10));
    assert!(!read("forms.pdf", &page(shown(b"/X Do"), &[form]), "forms in forms"));
    // References that lead to themselves.
    let circle = pdf(&[b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(), b"2 0 R".to_vec()]);
    assert!(!read("circle.pdf", &circle, "a circle"));
    let pages = pdf(&[
        b"<< /Pages 2 0 R >>".to_vec(),
        b"<< /Kids [2 0 R 2 0 R 3 0 R] >>".to_vec(),
        b"<< /Kids [2 0 R] >>".to_vec(),
    ]);
    assert!(!read("pages.pdf", &pages, "pages in a circle"));
    let deep = page(shown(&[b"[".repeat(1 << 20), b"BT /F 1 Tf (Text) Tj".to_vec()].concat()), &[]);
    read("deep.pdf", &deep, "lists in lists");
    let many = page(shown(&b"BT /F 1 Tf (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ET ".repeat(20_000)), &[]);
    assert!(!read("many.pdf", &many, "more letters than a page has"));
}
