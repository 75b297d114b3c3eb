//! A briefing as one file: the same bytes for the same folder, opened as the folder is, and unpacked to what it was.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use briefing_desk::briefing::starter::STARTER;
use briefing_desk::briefing::{Briefing, FILES};
use tempfile::TempDir;

fn run(arguments: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_briefing-desk")).args(arguments).output().expect("the program starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// The starter with a second roster and a byte-order mark, beside notes of the author's own.
fn folder(parent: &TempDir) -> PathBuf {
    let folder = parent.path().join("talks");
    fs::create_dir_all(folder.join("roster")).expect("a folder");
    for (name, text) in STARTER {
        fs::write(folder.join(name), text).expect("a file");
    }
    let roster = fs::read_to_string(folder.join("roster.json")).expect("the roster");
    fs::write(folder.join("roster/second.json"), roster).expect("a file");
    let sources = fs::read_to_string(folder.join("sources.json")).expect("the sources");
    fs::write(folder.join("sources.json"), format!("\u{feff}{sources}")).expect("a file");
    folder
}

/// That folder, packed beside itself.
fn packed(parent: &TempDir) -> PathBuf {
    let (folder, file) = (folder(parent), parent.path().join("talks.briefing"));
    let output = run(&["pack".as_ref(), &folder, "-o".as_ref(), &file]);
    assert!(output.status.success(), "{}", said(&output));
    file
}

#[test]
fn the_same_folder_gives_the_same_bytes_whenever_and_wherever() {
    let parents = [TempDir::new().expect("a folder"), TempDir::new().expect("a folder")];
    let [first, second] = parents.each_ref().map(|parent| fs::read(packed(parent)).expect("it is there"));
    assert_eq!(first, second);
    let bundled = run(&["pack".as_ref(), "-o".as_ref(), "-".as_ref()]).stdout;
    assert_eq!(bundled, run(&["pack".as_ref(), "data".as_ref(), "-o".as_ref(), "-".as_ref()]).stdout);
}

#[test]
fn what_is_not_in_the_file_is_said() {
    let parent = TempDir::new().expect("a folder");
    let (folder, file) = (folder(&parent), parent.path().join("talks.briefing"));
    let output = run(&["pack".as_ref(), &folder, "-o".as_ref(), &file]);
    assert_eq!(String::from_utf8_lossy(&output.stdout), format!("{}\n", file.display()));
    let remark = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(remark.contains("README.md") && remark.contains("communique.txt"), "{remark}");
}

#[test]
fn a_packed_briefing_is_the_briefing_and_comes_back_byte_by_byte() {
    let parent = TempDir::new().expect("a folder");
    let (file, goal) = (packed(&parent), parent.path().join("again"));
    let (folder, packed) = (parent.path().join("talks"), Briefing::open(&file).expect("it opens"));
    let own = Briefing::open(&folder).expect("it opens");
    assert_eq!(packed, own);
    assert_eq!(packed.digest, own.digest);
    let output = run(&["unpack".as_ref(), &file, "-o".as_ref(), &goal]);
    assert!(output.status.success(), "{}", said(&output));
    for name in FILES.into_iter().chain(["roster/second.json"]) {
        let there = fs::read(goal.join(name)).expect(name);
        assert_eq!(there, fs::read(folder.join(name)).expect(name), "{name}");
    }
    assert_eq!(fs::read_dir(&goal).expect("the folder").count(), FILES.len() + 1, "and nothing else");
    let refused = run(&["unpack".as_ref(), &file, "-o".as_ref(), &goal]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("already"), "{}", said(&refused));
}

#[test]
fn other_programs_read_it_as_a_zip() {
    let parent = TempDir::new().expect("a folder");
    let file = fs::File::open(packed(&parent)).expect("it is there");
    let mut archive = zip::ZipArchive::new(file).expect("an archive");
    let names: Vec<String> = (0..archive.len())
        .map(|index| archive.by_index(index).expect("an entry").name().expect("UTF-8").into_owned())
        .collect();
    let expected = ["mimetype"].into_iter().chain(FILES).chain(["roster/second.json"]);
    assert_eq!(names, expected.collect::<Vec<_>>());
    for (index, name) in names.iter().enumerate().skip(1) {
        let mut entry = archive.by_index(index).expect("an entry");
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut bytes).expect("it unpacks");
        assert_eq!(bytes, fs::read(parent.path().join("talks").join(name)).expect(name), "{name}");
        assert_eq!(entry.unix_mode(), Some(0o100_644));
    }
}

#[test]
fn it_stands_wherever_a_briefing_does() {
    let parent = TempDir::new().expect("a folder");
    let (file, folder) = (packed(&parent), parent.path().join("talks"));
    // Beside the files of another briefing it is itself.
    let inside = folder.join("older.briefing");
    fs::copy(&file, &inside).expect("a copy");
    fs::write(folder.join("claims.json"), "{").expect("broken");
    for file in [&file, &inside] {
        let output = run(&["check".as_ref(), file]);
        assert!(output.status.success(), "{}", said(&output));
        let arguments = ["--what", "roster", "--format", "csv"].map(Path::new);
        let output = run(&[&["export".as_ref(), file.as_path()][..], &arguments].concat());
        assert!(output.status.success() && said(&output).lines().count() > 3, "{}", said(&output));
    }
}

#[test]
fn it_is_read_and_not_written_to() {
    let parent = TempDir::new().expect("a folder");
    let file = packed(&parent);
    let before = fs::read(&file).expect("it is there");
    let acknowledge =
        ["check".as_ref(), file.as_path(), "--acknowledge".as_ref(), "x".as_ref(), "--reason".as_ref(), "y".as_ref()];
    let import =
        ["import".as_ref(), "sources".as_ref(), file.as_path(), Path::new("tests/import/sources/library.json")];
    for arguments in [&acknowledge[..], &import] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2));
        let said = said(&output);
        assert!(said.contains("is a packed briefing") && said.contains("briefing-desk unpack"), "{said}");
    }
    assert_eq!(fs::read(&file).expect("it is there"), before);
}

#[test]
fn what_is_wrong_within_it_is_said_by_line_and_column() {
    let parent = TempDir::new().expect("a folder");
    let folder = folder(&parent);
    let text = fs::read_to_string(folder.join("trade.json")).expect("the figures");
    fs::write(folder.join("trade.json"), text.replacen("\"value\"", "\"vlaue\"", 1)).expect("written");
    let from_folder = said(&run(&["check".as_ref(), &folder]));
    let file = parent.path().join("broken.briefing");
    let refused = run(&["pack".as_ref(), &folder, "-o".as_ref(), &file]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("trade.json:") && !file.exists(), "{}", said(&refused));
    // Another program packs it all the same.
    let mut archive = zip::ZipWriter::new(fs::File::create(&file).expect("a file"));
    for name in FILES.into_iter().chain(["roster/second.json"]) {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).expect("an entry");
        let bytes = fs::read(folder.join(name)).expect(name);
        std::io::Write::write_all(&mut archive, &bytes).expect("written");
    }
    archive.finish().expect("written");
    assert_eq!(said(&run(&["check".as_ref(), &file])), from_folder);
    assert!(from_folder.contains("trade.json:"), "{from_folder}");
    // It can be unpacked, to be mended.
    let goal = parent.path().join("mended");
    assert!(run(&["unpack".as_ref(), &file, "-o".as_ref(), &goal]).status.success());
    assert!(goal.join("trade.json").exists());
}

#[test]
fn what_is_no_packed_briefing_is_not_unpacked() {
    let parent = TempDir::new().expect("a folder");
    let goal = parent.path().join("goal");
    for (name, bytes, expected) in [
        ("a.briefing", &b""[..], "this is no packed briefing"),
        ("b.briefing", b"%PDF-1.7", "this is no packed briefing"),
        ("c.briefing", b"PK\x03\x04", "it ends before its end"),
        ("d.txt", b"hello", "not a folder"),
    ] {
        let file = parent.path().join(name);
        fs::write(&file, bytes).expect("written");
        let output = run(&["unpack".as_ref(), &file, "-o".as_ref(), &goal]);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains(expected) && !goal.exists(), "{}", said(&output));
    }
    let folder = run(&["unpack".as_ref(), "data".as_ref(), "-o".as_ref(), &goal]);
    assert!(said(&folder).contains("nothing to unpack"), "{}", said(&folder));
}
