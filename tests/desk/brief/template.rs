//! The brief for Word in the template of a house, and templates that are none.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};
use std::path::PathBuf;
use std::process::Command;

use briefing_desk::export::brief::Extent;
use briefing_desk::export::error::ExportError;
use resvg::usvg::roxmltree::Document;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::bundled;
use super::word::{assert_sound, ends, parts, text_of, word};

const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                      xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n and so on";

/// The template of a house that writes German: its own names of styles, a head with its arms, its paper.
fn house() -> BTreeMap<String, Vec<u8>> {
    let relations = |list: &[(&str, &str, &str)]| {
        let one = |(id, kind, target): &(&str, &str, &str)| {
            let outside = if target.contains("://") { " TargetMode=\"External\"" } else { "" };
            format!(
                "<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" \
                 Target=\"{target}\"{outside}/>"
            )
        };
        let list: String = list.iter().map(one).collect();
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{list}</Relationships>"
        )
    };
    let style = |kind: &str, id: &str, name: &str, look: &str| {
        format!("<w:style w:type=\"{kind}\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{look}</w:style>")
    };
    let styles = [
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\"/><w:lang w:val=\"de-DE\"/></w:rPr></w:rPrDefault></w:docDefaults>".to_owned(),
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standard\"><w:name w:val=\"Normal\"/><w:rPr><w:lang w:val=\"de-DE\"/></w:rPr></w:style>".to_owned(),
        style("paragraph", "berschrift1", "heading 1", "<w:basedOn w:val=\"Standard\"/><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr>"),
        style("paragraph", "Titel", "Title", ""),
        style("paragraph", "Source", "Quelle des Hauses", ""),
        style("character", "Funotenzeichen", "footnote reference", ""),
    ];
    let document = format!(
        "<w:document {SPACES}><w:body><w:p><w:r><w:t>Guidance that stays behind</w:t></w:r></w:p><w:p><w:pPr><w:sectPr>\
         <w:headerReference w:type=\"default\" r:id=\"rId4\"/></w:sectPr></w:pPr></w:p><w:sectPr><w:footerReference \
         w:type=\"default\" r:id=\"rId5\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2000\" w:right=\"1500\" w:bottom=\"1400\" \
         w:left=\"1700\" w:header=\"700\" w:footer=\"700\" w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>"
    );
    let header = format!(
        "<w:hdr {SPACES} xmlns:a=\"a\"><w:p><w:hyperlink r:id=\"rId2\"><w:r><w:t>Ministry of Examples</w:t></w:r></w:hyperlink>\
         <w:r><w:drawing><a:blip r:embed=\"rId1\"/></w:drawing></w:r><w:r><w:drawing><a:blip r:link=\"rId3\"/></w:drawing></w:r>\
         </w:p></w:hdr>"
    );
    let footer = format!(
        "<w:ftr {SPACES}><w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>INCLUDETEXT \
         \"\\\\server\\x\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>For official use</w:t></w:r></w:p></w:ftr>"
    );
    let parts = [
        ("_rels/.rels", relations(&[("rId1", "officeDocument", "word/document.xml")])),
        ("word/document.xml", document),
        (
            "word/_rels/document.xml.rels",
            relations(&[
                ("rId1", "styles", "styles.xml"),
                ("rId2", "theme", "theme/theme1.xml"),
                ("rId3", "numbering", "/word/numbering.xml"),
                ("rId4", "header", "header1.xml"),
                ("rId5", "footer", "footer1.xml"),
                ("rId6", "attachedTemplate", "file://server/normal.dotm"),
            ]),
        ),
        ("word/styles.xml", format!("<w:styles {SPACES}>{}</w:styles>", styles.concat())),
        (
            "word/numbering.xml",
            format!(
                "<w:numbering {SPACES}><w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\"/></w:abstractNum><w:num \
                 w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>"
            ),
        ),
        ("word/theme/theme1.xml", "<a:theme xmlns:a=\"a\" name=\"House\"/>".to_owned()),
        ("word/header1.xml", header),
        (
            "word/_rels/header1.xml.rels",
            relations(&[
                ("rId1", "image", "media/arms.png"),
                ("rId2", "hyperlink", "https://example.org/"),
                ("rId3", "image", "https://example.org/pixel.png"),
            ]),
        ),
        ("word/footer1.xml", footer),
    ];
    let mut parts: BTreeMap<String, Vec<u8>> =
        parts.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
    parts.insert("word/media/arms.png".to_owned(), PIXEL.to_vec());
    parts.insert("word/vbaProject.bin".to_owned(), b"Attribute VB_Name".to_vec());
    parts
}

fn packed(parts: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part");
        archive.write_all(bytes).expect("it is written");
    }
    archive.finish().expect("an archive").into_inner()
}

/// A file of some bytes, in a folder that goes with it.
fn file(bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join("house.docx");
    std::fs::write(&path, bytes).expect("it is written");
    (folder, path)
}

#[test]
fn a_house_finds_its_own_styles_head_foot_and_pages() {
    let (_folder, path) = file(&packed(&house()));
    let bytes = word(&bundled(), Extent::Full, Some(&path)).expect("it is made");
    assert_sound(&bytes);
    let parts = parts(&bytes);
    let document = text_of(&parts, "word/document.xml");
    for (style, is_there) in
        [("berschrift1", true), ("Titel", true), ("Funotenzeichen", true), ("Heading1", false), ("Heading2", true)]
    {
        assert_eq!(document.contains(&format!("w:val=\"{style}\"")), is_there, "{style}");
    }
    assert!(document.contains("w:val=\"SourceBriefing\""), "what another style is called is left to it");
    assert!(document.contains("w:left=\"1700\"") && document.contains("<w:titlePg"), "its pages");
    assert!(!document.contains("Guidance that stays behind"), "not its text");
    let styles = text_of(&parts, "word/styles.xml");
    let styles = Document::parse(&styles).expect("well-formed");
    let languages: Vec<&str> = (styles.descendants().filter(|node| node.tag_name().name() == "lang"))
        .filter_map(|node| super::word::value(node, "val"))
        .collect();
    assert_eq!(languages, ["en"], "the briefing's language, not the house's");
    let heads: Vec<String> =
        parts.keys().filter(|name| name.contains("header") && ends(name, "xml")).cloned().collect();
    let head = text_of(&parts, &heads[0]);
    assert!(head.contains("Ministry of Examples") && !head.contains("rId2") && !head.contains(":link"), "{head}");
    assert!(parts.values().any(|bytes| bytes == PIXEL), "its arms");
    let feet: Vec<String> = parts.keys().filter(|name| name.contains("footer") && ends(name, "xml")).cloned().collect();
    let foot = text_of(&parts, &feet[0]);
    assert!(foot.contains("For official use") && !foot.contains("INCLUDETEXT"), "{foot}");
    assert_eq!(feet.len(), 1, "none of ours beside it");
    let whole: String = parts.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
    assert!(!whole.contains("VB_Name") && !whole.contains("pixel.png") && !whole.contains("normal.dotm"));
    let lists = text_of(&parts, "word/numbering.xml");
    let at = |part: &str| lists.find(part).unwrap_or_else(|| panic!("{part}: {lists}"));
    assert!(at("w:abstractNumId=\"3\"") < at("w:numId=\"7\"") && at("w:abstractNumId=\"4\"") < at("w:numId=\"7\""));
    assert!(document.contains("<w:numId w:val=\"9\"/>"), "our lists come after the house's");
}

#[test]
fn what_is_no_template_is_refused_with_what_to_do() {
    let with = |name: &str, bytes: &[u8]| {
        let mut parts = house();
        parts.insert(name.to_owned(), bytes.to_vec());
        packed(&parts)
    };
    let without = |name: &str| {
        let mut parts = house();
        parts.remove(name);
        packed(&parts)
    };
    let strict = "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body/></w:document>";
    let sheet = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>";
    let wide: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    let compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    let whole = packed(&house());
    let bomb = " ".repeat(40 << 20);
    for (bytes, what, remedy) in [
        (b"Dear all".to_vec(), "is no document of Word", "Name a file"),
        (Vec::new(), "is no document of Word", "Name a file"),
        ([compound.clone(), wide].concat(), "is locked with a password", "take the password away"),
        (compound, "before 2007", "save it as Word Document"),
        (whole[..whole.len() / 2].to_vec(), "is damaged", "save it under another name"),
        (without("word/styles.xml"), "is damaged: word/styles.xml", "save it under another name"),
        (without("word/document.xml"), "is no document of Word", "Name a file"),
        (with("word/document.xml", sheet.as_bytes()), "is no document of Word", "Name a file"),
        (with("word/document.xml", strict.as_bytes()), "Strict Open XML", "save it as Word Document"),
        (with("word/styles.xml", b"<w:styles><w:style>"), "is damaged: word/styles.xml", "save it under"),
        (
            with("word/styles.xml", b"<!DOCTYPE x [<!ENTITY a \"b\">]><w:styles>&a;</w:styles>"),
            "is damaged: word/styles.xml",
            "save it under",
        ),
        (with("word/styles.xml", bomb.as_bytes()), "is larger than a template can be", "Leave in it only"),
        (with("../../evil.xml", b""), "leads out of it: ../../evil.xml", "ask for it"),
        (
            with(
                "word/_rels/header1.xml.rels",
                b"<Relationships><Relationship Id=\"rId1\" Type=\"x/image\" Target=\"../../../etc/passwd\"/></Relationships>",
            ),
            "leads out of it: ../../../etc/passwd",
            "ask for it",
        ),
    ] {
        let (_folder, path) = file(&bytes);
        let refused = word(&bundled(), Extent::Short, Some(&path)).expect_err(what);
        assert!(matches!(refused, ExportError::Template { .. }), "{refused:?}");
        let said = refused.to_string();
        assert!(said.contains(what) && said.contains(remedy) && said.contains("house.docx"), "{said}");
    }
}

#[test]
fn any_changed_byte_of_a_template_is_taken_or_refused() {
    let whole = packed(&house());
    let briefing = bundled();
    let mut made = 0;
    for number in 0..whole.len() / 151 {
        let mut bytes = whole.clone();
        bytes[number * 151] ^= 1 << (number % 8);
        let (_folder, path) = file(&bytes);
        made += usize::from(word(&briefing, Extent::Short, Some(&path)).is_ok());
    }
    assert!(made > 0, "some do no harm");
}

#[test]
fn the_command_line_says_what_was_left_and_writes_nothing_where_it_refuses() {
    let (folder, path) = file(&packed(&house()));
    let run = |format: &str, template: &str, output: &str| {
        Command::new(env!("CARGO_BIN_EXE_briefing-desk"))
            .args(["export", "--what", "brief", "--extent", "short", "--format", format, "--template", template, "-o"])
            .arg(folder.path().join(output))
            .output()
            .expect("the program runs")
    };
    let taken = run("docx", &path.display().to_string(), "brief.docx");
    let said = String::from_utf8_lossy(&taken.stderr);
    assert!(taken.status.success() && folder.path().join("brief.docx").is_file(), "{said}");
    assert!(said.contains("not taken from the template: its macros, 3"), "{said}");
    let refused = run("docx", "/no/such/house.docx", "none.docx");
    let said = String::from_utf8_lossy(&refused.stderr);
    assert_eq!(refused.status.code(), Some(2), "{said}");
    assert!(said.contains("/no/such/house.docx") && said.contains("nothing was written"), "{said}");
    assert!(!folder.path().join("none.docx").exists());
    let foreign = run("pdf", &path.display().to_string(), "none.pdf");
    let said = String::from_utf8_lossy(&foreign.stderr);
    assert!(said.contains("--template means nothing for this export") && said.contains("--format docx"), "{said}");
}
