//! Packed briefings that are broken or made to harm: each is refused with what is wrong, and nothing of it is taken.

use std::io::Write as _;

use briefing_desk::briefing::limits::{MAX_ENTRIES, MAX_FILE_BYTES, MAX_FURTHER_FILES};
use briefing_desk::briefing::packed::{self, PackedFault};
use briefing_desk::briefing::progress::Progress;
use briefing_desk::briefing::{Briefing, FILES, Folder};
use briefing_desk::words::Words;
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The bundled briefing, packed.
fn whole() -> Vec<u8> {
    packed::archive(&Folder::bundled()).expect("it is packed")
}

fn fault(bytes: &[u8]) -> PackedFault {
    let fault = packed::of_bytes(bytes, &Progress::default()).expect_err("it is refused");
    for message in [fault.what(), fault.remedy()] {
        let said = Words::english().say(&message);
        assert!(!said.is_empty() && !said.chars().any(char::is_control) && !said.contains('\u{202e}'), "{said:?}");
    }
    fault
}

/// An archive of some entries, as another program makes it.
fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    zipped_as(entries, SimpleFileOptions::default())
}

fn zipped_as(entries: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, options).expect("an entry");
        writer.write_all(bytes).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

/// Where the directory begins and the end begins.
fn places(bytes: &[u8]) -> (usize, usize) {
    let end = bytes.len() - 22;
    let at = u32::from_le_bytes(bytes[end + 16..end + 20].try_into().expect("four bytes"));
    (at as usize, end)
}

/// The archive with some bytes changed, counted from the head of its first entry in the directory.
fn with_head(bytes: &[u8], offset: usize, new: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = places(&bytes).0 + offset;
    bytes[at..at + new.len()].copy_from_slice(new);
    bytes
}

fn named(name: &str) -> String {
    name.to_owned()
}

#[test]
fn an_archive_cut_off_anywhere_is_refused() {
    let whole = whole();
    let step = whole.len() / 400;
    let (directory, _) = places(&whole);
    for length in (0..whole.len()).step_by(step).chain(directory - 100..whole.len()) {
        let fault = fault(&whole[..length]);
        let expected = if length < 4 { PackedFault::NoArchive } else { PackedFault::CutOff };
        assert_eq!(fault, expected, "{length}");
    }
}

#[test]
fn what_stands_before_or_behind_is_no_part_of_it() {
    let whole = whole();
    for more in [&b"x"[..], b"\0", b"<script>", b"PK\x05\x06"] {
        assert_eq!(fault(&[&whole, more].concat()), PackedFault::Trailing);
    }
    assert_eq!(fault(&[b"#!/bin/sh\n", &whole[..]].concat()), PackedFault::NoArchive);
    assert_eq!(fault(&[&whole[..], &whole].concat()), PackedFault::Damaged, "the first of two");
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.set_comment("hidden").expect("a short one");
    writer.start_file("briefing.json", SimpleFileOptions::default()).expect("an entry");
    assert_eq!(fault(&writer.finish().expect("an archive").into_inner()), PackedFault::Trailing);
}

#[test]
fn a_name_that_leads_out_is_refused() {
    for name in
        ["../briefing.json", "roster/../../x.json", "/etc/passwd", "\\\\host\\x", "C:\\x.json", "roster\\au.json", ".."]
    {
        assert_eq!(fault(&zipped(&[(name, b"{}")])), PackedFault::LeadsOut(named(name)), "{name}");
    }
}

#[test]
fn what_is_no_file_of_a_briefing_is_refused() {
    for name in [
        "talks/briefing.json",
        "notes.txt",
        "briefing.json/",
        "roster/deep/au.json",
        "roster/Ä.json",
        "inner.zip",
        "x\u{202e}y",
        "__MACOSX/x",
    ] {
        assert_eq!(fault(&zipped(&[(name, b"")])), PackedFault::Foreign(named(name)), "{name}");
    }
    let near = Words::english().say(&PackedFault::Foreign(named("talks/briefing.json")).remedy());
    assert!(near.contains("`briefing.json` may be meant"), "{near}");
    assert_eq!(fault(&zipped(&[("mimetype", b"application/epub+zip")])), PackedFault::Foreign(named("mimetype")));
}

#[test]
fn a_name_in_another_encoding_is_refused() {
    let bytes = zipped(&[("roster/au.json", b"{}")]);
    for wrong in [&b"roster/\xe4u.json"[..], b"roster/\xc3\xa4.json"] {
        let mut bytes = bytes.clone();
        let found: Vec<usize> = memchr::memmem::find_iter(&bytes, b"roster/au.json").collect();
        for at in found {
            bytes[at..at + wrong.len()].copy_from_slice(wrong);
        }
        assert!(matches!(fault(&bytes), PackedFault::Encoding(_)));
    }
}

#[test]
fn a_link_is_refused() {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.add_symlink("sources.json", "/etc/passwd", SimpleFileOptions::default()).expect("an entry");
    let bytes = writer.finish().expect("an archive").into_inner();
    assert_eq!(fault(&bytes), PackedFault::Link(named("sources.json")));
    // A device, and a folder in place of a file.
    for mode in [0o020_666_u32, 0o040_755] {
        let bytes = with_head(&whole(), 38, &(mode << 16).to_le_bytes());
        assert_eq!(fault(&bytes), PackedFault::Link(named("mimetype")));
    }
}

#[test]
fn an_encrypted_entry_is_refused() {
    for (offset, new) in [(8, &[1_u8, 0][..]), (8, &[0x40, 0]), (10, &[99, 0])] {
        assert_eq!(fault(&with_head(&whole(), offset, new)), PackedFault::Encrypted(named("mimetype")));
    }
    assert_eq!(fault(&with_head(&whole(), 10, &[93, 0])), PackedFault::Method(named("mimetype")));
}

#[test]
fn two_entries_of_one_name_are_refused() {
    let mut bytes = zipped(&[("roster/a.json", b"{}"), ("roster/b.json", b"{}")]);
    let found: Vec<usize> = memchr::memmem::find_iter(&bytes, b"roster/b.json").collect();
    for at in found {
        bytes[at + 7] = b'a';
    }
    assert_eq!(fault(&bytes), PackedFault::Twice(named("roster/a.json")));
}

#[test]
fn both_heads_of_an_entry_have_to_agree() {
    let whole = whole();
    // Another name, another place, another method, other sizes and another checksum in one of the two.
    let mut other = whole.clone();
    other[30] = b'M';
    assert_eq!(fault(&other), PackedFault::Damaged);
    assert_eq!(fault(&with_head(&whole, 42, &1_u32.to_le_bytes())), PackedFault::Damaged);
    assert_eq!(fault(&with_head(&whole, 10, &[8, 0])), PackedFault::Damaged);
    assert_eq!(
        fault(&with_head(&whole, 24, &9_u32.to_le_bytes())),
        PackedFault::Damaged,
        "stored, and of another size"
    );
    assert_eq!(fault(&with_head(&whole, 16, &[0, 0, 0, 0])), PackedFault::BrokenEntry(named("mimetype")));
    // Two entries over the same bytes.
    let (directory, end) = places(&whole);
    let mut overlapping = whole.clone();
    let second = directory + 46 + "mimetype".len();
    overlapping[second + 42..second + 46].copy_from_slice(&0_u32.to_le_bytes());
    assert_eq!(fault(&overlapping), PackedFault::Damaged);
    let mut counted = whole;
    counted[end + 8] += 1;
    counted[end + 10] += 1;
    assert_eq!(fault(&counted), PackedFault::Damaged, "fewer entries than are said");
}

#[test]
fn what_says_that_it_is_larger_than_it_can_be_is_not_believed() {
    let whole = whole();
    for offset in [20, 24, 42] {
        assert_eq!(fault(&with_head(&whole, offset, &[0xff; 4])), PackedFault::Large, "sizes that stand elsewhere");
    }
    let (_, end) = places(&whole);
    for (offset, length) in [(10, 2), (12, 4), (16, 4)] {
        let mut bytes = whole.clone();
        bytes[end + offset..end + offset + length].fill(0xff);
        assert_eq!(fault(&bytes), PackedFault::Large);
    }
    let mut bytes = whole;
    bytes.splice(end..end, [&b"PK\x06\x07"[..], &[0; 16]].concat());
    assert_eq!(fault(&bytes), PackedFault::Large);
    let mut heavy = zipped(&[("briefing.json", &b"x".repeat(99))]);
    let at = places(&heavy).0;
    heavy[at + 24..at + 28].copy_from_slice(&(MAX_FILE_BYTES as u32 + 1).to_le_bytes());
    assert_eq!(fault(&heavy), PackedFault::LargeEntry(named("briefing.json")));
    heavy[at + 24..at + 28].copy_from_slice(&(MAX_FILE_BYTES as u32).to_le_bytes());
    assert_eq!(fault(&heavy), PackedFault::Grows(named("briefing.json")));
}

#[test]
fn a_bomb_is_not_unpacked() {
    let bomb = zipped(&[("roster.json", &vec![b' '; 40 << 20])]);
    assert!(bomb.len() < 100_000);
    assert_eq!(fault(&bomb), PackedFault::Grows(named("roster.json")));
    // One that says less than it is ends where it said it would.
    let small = with_head(&bomb, 24, &(1_u32 << 10).to_le_bytes());
    assert_eq!(fault(&small), PackedFault::BrokenEntry(named("roster.json")));
    let many: Vec<String> = (0..=MAX_ENTRIES).map(|number| format!("roster/a{number}.json")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b"{}"[..])).collect();
    assert_eq!(fault(&zipped(&many)), PackedFault::TooMany);
    // What is merely written sparsely packs, opens and comes back.
    let mut folder = Folder::bundled();
    let sparse = folder.text("trade.json").expect("figures").to_owned() + &" ".repeat(8 << 20);
    folder.put("trade.json", sparse.clone());
    let again = packed::of_bytes(&packed::archive(&folder).expect("packed"), &Progress::default()).expect("unpacked");
    assert_eq!(again.text("trade.json"), Some(&*sparse));
}

#[test]
fn what_other_programs_pack_opens() {
    let data = |name: &str| std::fs::read(format!("{}/data/{name}", env!("CARGO_MANIFEST_DIR"))).expect(name);
    let files: Vec<(&str, Vec<u8>)> = FILES.into_iter().map(|name| (name, data(name))).collect();
    let entries: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let bundled = Briefing::bundled().expect("the bundled briefing");
    for method in [CompressionMethod::Stored, CompressionMethod::Deflated] {
        let options = SimpleFileOptions::default().compression_method(method);
        let folder = packed::of_bytes(&zipped_as(&entries, options), &Progress::default()).expect("it is read");
        assert_eq!(Briefing::of_folder(&folder).expect("it opens"), bundled);
    }
    // Those that do not know the size before they write say it afterwards.
    let mut writer = ZipWriter::new_stream(Vec::new());
    writer.add_directory("roster", SimpleFileOptions::default()).expect("a folder");
    for (name, bytes) in &entries {
        writer.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        writer.write_all(bytes).expect("written");
    }
    let streamed = writer.finish().expect("an archive").into_inner();
    let folder = packed::of_bytes(&streamed, &Progress::default()).expect("it is read");
    assert_eq!(Briefing::of_folder(&folder).expect("it opens"), bundled);
}

#[test]
fn what_is_missing_or_no_text_is_said_of_its_file() {
    let folder = packed::of_bytes(&zipped(&[("briefing.json", b"\xff")]), &Progress::default()).expect("an archive");
    let said = Briefing::of_folder(&folder).expect_err("it is none").to_string();
    assert!(said.contains("briefing.json:1:1") && said.contains("not UTF-8"), "{said}");
    assert!(said.contains("sources.json") && said.contains("is not in the packed briefing"), "{said}");
    let many: Vec<String> = (0..=MAX_FURTHER_FILES).map(|number| format!("trade/a{number}.json")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b"{}"[..])).collect();
    let folder = packed::of_bytes(&zipped(&many), &Progress::default()).expect("an archive");
    assert!(folder.problems().iter().any(|problem| problem.to_string().contains("one file too many")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn whatever_bytes_are_changed_it_is_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        in_the_directory in any::<bool>(),
    ) {
        thread_local!(static SMALL: Vec<u8> = zipped(&[("briefing.json", b"{}"), ("roster/a.json", b"[1, 2, 3]")]));
        let mut bytes = SMALL.with(Clone::clone);
        let start = if in_the_directory { places(&bytes).0 } else { 0 };
        for (place, byte) in changes {
            let at = start + place.index(bytes.len() - start);
            bytes[at] = byte;
        }
        if let Ok(folder) = packed::of_bytes(&bytes, &Progress::default()) {
            let again = packed::of_bytes(&packed::archive(&folder).expect("packed"), &Progress::default());
            prop_assert!(folder.files_as_written().eq(again.expect("unpacked").files_as_written()));
        }
    }
}
