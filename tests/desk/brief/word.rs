//! The brief for Word, read back by what did not write it: a strict reader of XML, and the program's own reader of documents.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use std::path::Path;

use briefing_desk::analysis::checks;
use briefing_desk::briefing::Briefing;
use briefing_desk::briefing::progress::Progress;
use briefing_desk::export::brief::{Extent, Paper};
use briefing_desk::export::error::ExportError;
use briefing_desk::export::format;
use briefing_desk::export::job::{Cancelled, Job};
use briefing_desk::export::order::make;
use briefing_desk::import::document::{BlockKind, Reading, of_bytes};
use briefing_desk::words::Words;
use markdown::mdast::Node as Mark;
use resvg::usvg::roxmltree::{Document, Node};
use zip::ZipArchive;

use super::anything::hostile;
use super::{bundled, letters, order, query};

const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The file of a brief.
pub fn word(briefing: &Briefing, extent: Extent, template: Option<&Path>) -> Result<Vec<u8>, ExportError> {
    let findings = checks::run(briefing);
    let mut query = query(briefing, extent, Paper::A4);
    query.template = template.map(Path::to_owned);
    let order = order(query, &format::DOCX);
    Ok(make(briefing, &findings, &order, &Words::english(), &Job::default())?.bytes)
}

/// The parts of a file by their names.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let count = archive.len();
    let part = |index: usize| {
        let mut part = archive.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("it is whole");
        (part.name().expect("a name").into_owned(), bytes)
    };
    (0..count).map(part).collect()
}

/// Whether the name of a part has an ending.
pub fn ends(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, own)| own == ending)
}

pub fn text_of(parts: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let bytes = parts.get(name).unwrap_or_else(|| panic!("no {name} in {:?}", parts.keys()));
    String::from_utf8(bytes.clone()).expect("UTF-8")
}

fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.has_tag_name((WORDS, name))
}

pub fn value<'a>(node: Node<'a, 'a>, name: &str) -> Option<&'a str> {
    node.attribute((WORDS, name))
}

fn all<'a>(document: &'a Document<'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| is(node, name))
}

/// What is read of a piece of a document, without the numbers of sources that lead to them.
fn read(node: Node<'_, '_>) -> String {
    let is_citation = |node: &Node<'_, '_>| {
        is(node, "hyperlink")
            && node
                .attribute((WORDS, "anchor"))
                .is_some_and(|to| to.starts_with("source") || to.starts_with("sentence"))
    };
    let kept = node.descendants().filter(|node| !node.ancestors().any(|outer| is_citation(&outer)));
    let said = kept.filter_map(|node| {
        if is(&node, "tab") && node.parent().is_some_and(|run| is(&run, "r")) {
            Some("\t")
        } else {
            node.text().filter(|_| is(&node, "t"))
        }
    });
    said.collect()
}

/// Holds that every part is well-formed and known, everything that is referred to is there, and every style is one.
#[track_caller]
pub fn assert_sound(bytes: &[u8]) {
    let parts = parts(bytes);
    let types = text_of(&parts, "[Content_Types].xml");
    let types = Document::parse(&types).expect("well-formed");
    let known = |attribute: &str| -> BTreeSet<String> {
        types.descendants().filter_map(|node| node.attribute(attribute)).map(str::to_owned).collect()
    };
    let (named, endings) = (known("PartName"), known("Extension"));
    for name in &named {
        assert!(parts.contains_key(&name[1..]), "{name} is named and not there");
    }
    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut targets = BTreeSet::new();
    for name in parts.keys().filter(|name| ends(name, "rels")) {
        let of = name.replace("_rels/", "").trim_end_matches(".rels").to_owned();
        let folder = of.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let text = text_of(&parts, name);
        for relation in Document::parse(&text).expect("well-formed").root_element().children().filter(Node::is_element)
        {
            let target = relation.attribute("Target").expect("a target");
            if relation.attribute("TargetMode") == Some("External") {
                assert!(relation.attribute("Type").is_some_and(|kind| kind.ends_with("/hyperlink")), "{target}");
                assert!(target.starts_with("http"), "{target}");
            } else {
                assert!(parts.contains_key(&format!("{folder}{target}")), "{name} refers to {target}");
                targets.insert(format!("{folder}{target}"));
            }
            let id = relation.attribute("Id").expect("an id").to_owned();
            assert!(ids.entry(of.clone()).or_default().insert(id), "each id once");
        }
    }
    let styles = text_of(&parts, "word/styles.xml");
    let styles = Document::parse(&styles).expect("well-formed");
    let defined: Vec<&str> = all(&styles, "style").filter_map(|style| value(style, "styleId")).collect();
    let defined_once: BTreeSet<&str> = defined.iter().copied().collect();
    assert_eq!(defined.len(), defined_once.len(), "each style once");
    for name in parts.keys() {
        let ending = name.rsplit('.').next().unwrap_or_default();
        assert!(
            name == "[Content_Types].xml" || endings.contains(ending) || named.contains(&format!("/{name}")),
            "{name}"
        );
        assert!(
            ends(name, "rels") || name == "[Content_Types].xml" || targets.contains(name),
            "nothing refers to {name}"
        );
        if !ends(name, "xml") {
            continue;
        }
        let text = text_of(&parts, name);
        let document = Document::parse(&text).unwrap_or_else(|err| panic!("{name}: {err}"));
        let none = BTreeSet::new();
        let own = ids.get(name).unwrap_or(&none);
        for node in document.descendants() {
            for attribute in node.attributes().filter(|attribute| attribute.namespace() == Some(RELATIONS)) {
                assert!(own.contains(attribute.value()), "{name}: {} is not there", attribute.value());
            }
            if ["pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"].iter().any(|tag| is(&node, tag)) {
                let style = node.attribute((WORDS, "val")).expect("a style");
                assert!(defined_once.contains(style), "{name}: no style {style}");
            }
        }
        let bookmarks: Vec<&str> = all(&document, "bookmarkStart").filter_map(|mark| value(mark, "name")).collect();
        assert_eq!(bookmarks.len(), bookmarks.iter().collect::<BTreeSet<_>>().len(), "each bookmark once");
        assert!(bookmarks.iter().all(|name| name.len() <= 40), "Word has no longer names");
    }
    let document = text_of(&parts, "word/document.xml");
    let document = Document::parse(&document).expect("well-formed");
    let bookmarks: BTreeSet<&str> = all(&document, "bookmarkStart").filter_map(|mark| value(mark, "name")).collect();
    let notes = text_of(&parts, "word/footnotes.xml");
    let notes = Document::parse(&notes).expect("well-formed");
    for link in all(&document, "hyperlink").chain(all(&notes, "hyperlink")) {
        assert!(value(link, "anchor").is_none_or(|anchor| bookmarks.contains(anchor)), "{link:?}");
    }
    let cited: Vec<&str> = all(&document, "footnoteReference").filter_map(|note| value(note, "id")).collect();
    let written: Vec<&str> = all(&notes, "footnote").filter_map(|note| value(note, "id")).skip(2).collect();
    assert_eq!(cited, written, "every mark has its note, in their order");
    let numbering = text_of(&parts, "word/numbering.xml");
    let numbering = Document::parse(&numbering).expect("well-formed");
    let lists: BTreeSet<&str> = all(&numbering, "num").filter_map(|list| value(list, "numId")).collect();
    assert!(all(&document, "numId").all(|list| value(list, "val").is_some_and(|id| lists.contains(id))));
    for table in all(&document, "tbl") {
        let columns = table.descendants().filter(|node| is(node, "gridCol")).count();
        for row in table.children().filter(|node| is(node, "tr")) {
            assert_eq!(row.children().filter(|node| is(node, "tc")).count(), columns);
        }
        assert!(table.next_sibling_element().is_none_or(|next| !is(&next, "tbl")), "two tables would be one");
    }
}

/// What Markdown says: headings with their levels, the cells of tables, and all of it in letters.
struct Said {
    headings: Vec<(u8, String)>,
    tables: Vec<Vec<Vec<String>>>,
    letters: String,
}

fn as_markdown(briefing: &Briefing) -> Said {
    fn plain(node: &Mark) -> String {
        match node {
            Mark::Text(text) => text.value.clone(),
            Mark::InlineCode(code) => code.value.clone(),
            Mark::Link(link) if link.url.starts_with("#source") => String::new(),
            Mark::Break(_) => " ".to_owned(),
            other => other.children().into_iter().flatten().map(plain).collect(),
        }
    }
    let findings = checks::run(briefing);
    let order = order(query(briefing, Extent::Full, Paper::A4), &format::MARKDOWN);
    let made = make(briefing, &findings, &order, &Words::english(), &Job::default()).expect("it is made");
    let text = String::from_utf8(made.bytes).expect("UTF-8");
    let root = markdown::to_mdast(&text, &markdown::ParseOptions::gfm()).expect("Markdown has no errors");
    let mut said = Said { headings: Vec::new(), tables: Vec::new(), letters: String::new() };
    for node in root.children().into_iter().flatten() {
        let words = plain(node);
        match node {
            Mark::Heading(heading) => said.headings.push((heading.depth, words.clone())),
            Mark::Table(table) => {
                let row = |row: &Mark| row.children().into_iter().flatten().map(|cell| letters(&plain(cell))).collect();
                said.tables.push(table.children.iter().map(row).collect());
            }
            // Where a drawing stands, Markdown says what it shows.
            Mark::Paragraph(_) if words.starts_with("Picture: ") => continue,
            _ => {}
        }
        said.letters.push_str(&letters(&words));
    }
    said
}

fn fixture(name: &str) -> Briefing {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    Briefing::open(&folder).unwrap_or_else(|err| panic!("{err}"))
}

#[test]
fn word_says_what_markdown_says() {
    for briefing in [bundled(), fixture("isles"), fixture("ports")] {
        let bytes = word(&briefing, Extent::Full, None).expect("it is made");
        assert_sound(&bytes);
        let parts = parts(&bytes);
        let document = text_of(&parts, "word/document.xml");
        let document = Document::parse(&document).expect("well-formed");
        let styled = |node: Node<'_, '_>| {
            let style = node.descendants().find(|node| is(node, "pStyle"));
            style.and_then(|style| style.attribute((WORDS, "val"))).unwrap_or_default().to_owned()
        };
        let levels = [("Title", 1), ("Heading1", 2), ("Heading2", 3)];
        let headings: Vec<(u8, String)> = all(&document, "p")
            .filter_map(|node| {
                let level = levels.iter().find(|(style, _)| *style == styled(node))?;
                Some((level.1, read(node)))
            })
            .collect();
        let tables: Vec<Vec<Vec<String>>> = all(&document, "tbl")
            .filter(|table| table.descendants().any(|node| is(&node, "tblHeader")))
            .map(|table| {
                let cells = |row: Node<'_, '_>| {
                    row.children().filter(|node| is(node, "tc")).map(|cell| letters(&read(cell))).collect()
                };
                table.children().filter(|node| is(node, "tr")).map(cells).collect()
            })
            .collect();
        let said = as_markdown(&briefing);
        assert_eq!(headings, said.headings);
        assert_eq!(tables.len(), said.tables.len());
        for (own, other) in tables.iter().zip(&said.tables) {
            assert_eq!(own, other);
        }
        // The number of a source is no text in a list of Markdown.
        let paragraphs = all(&document, "p").map(|node| {
            let text = read(node);
            let number = text.find('\t').filter(|_| styled(node) == "Source");
            letters(&text[number.unwrap_or_default()..])
        });
        let all: String = paragraphs.collect();
        if let Some(at) = all.chars().zip(said.letters.chars()).position(|(own, other)| own != other) {
            let near = |text: &str| text.chars().skip(at.saturating_sub(80)).take(160).collect::<String>();
            panic!("{}\n{}", near(&all), near(&said.letters));
        }
        assert_eq!(all.len(), said.letters.len());
    }
}

#[test]
fn heads_are_repeated_rows_are_whole_and_drawings_are_described() {
    let briefing = bundled();
    let parts = parts(&word(&briefing, Extent::Full, None).expect("it is made"));
    let document = text_of(&parts, "word/document.xml");
    let document = Document::parse(&document).expect("well-formed");
    let mut tables = 0;
    for table in all(&document, "tbl").filter(|table| table.descendants().any(|node| is(&node, "tblHeader"))) {
        tables += 1;
        let heads: Vec<bool> = (table.children().filter(|node| is(node, "tr")))
            .map(|row| row.descendants().any(|node| is(&node, "tblHeader")))
            .collect();
        assert!(heads[0] && !heads[1..].contains(&true), "the first row is the head");
        assert!(table.descendants().any(|node| is(&node, "tblCaption")), "it has a name");
    }
    assert!(tables > 8, "{tables}");
    let rows = all(&document, "tr").count();
    let whole = all(&document, "cantSplit").count();
    assert!(whole * 10 > rows * 9, "{whole} of {rows} rows are not parted");
    let drawings: Vec<Node<'_, '_>> = document.descendants().filter(|node| node.tag_name().name() == "docPr").collect();
    let described: Vec<&str> = drawings.iter().filter_map(|node| node.attribute("descr")).collect();
    assert_eq!(described.len(), 2, "the map and the chart");
    assert!(described[0].contains("Members: Belarus") && described[1].contains("Turnover from"), "{described:?}");
    let adorns = |node: &Node<'_, '_>| node.descendants().any(|inner| inner.tag_name().name() == "decorative");
    assert!(
        drawings.iter().all(|node| node.attribute("descr").is_some() || adorns(node)),
        "a mark has its word beside it"
    );
    let pictures = parts.iter().filter(|(name, _)| ends(name, "png"));
    assert!(pictures.clone().all(|(_, bytes)| bytes.starts_with(b"\x89PNG")) && pictures.count() < 20);
    let core = text_of(&parts, "docProps/core.xml");
    for said in
        ["Lavrov–Wang talks", "<dc:language>en<", "2025-07-14T00:00:00Z", "sha256:", "<dc:creator>Briefing Desk<"]
    {
        assert!(core.contains(said), "{said}: {core}");
    }
    let foot = text_of(&parts, "word/footer.xml");
    assert!(foot.contains(" PAGE ") && foot.contains(" NUMPAGES "), "{foot}");
}

#[test]
fn a_note_says_where_to_find_what_is_cited() {
    let briefing = bundled();
    let parts = parts(&word(&briefing, Extent::Full, None).expect("it is made"));
    let notes = text_of(&parts, "word/footnotes.xml");
    let notes = Document::parse(&notes).expect("well-formed");
    let said: Vec<String> = all(&notes, "footnote")
        .map(|note| note.descendants().filter(|node| is(node, "t")).filter_map(|node| node.text()).collect())
        .collect();
    let first = &said[2];
    for (number, source) in [(1, "Russia’s Pivot to Asia"), (2, ""), (3, "")] {
        assert!(first.contains(&format!("[{number}")) && first.contains(source), "{first}");
    }
    let relations = text_of(&parts, "word/_rels/footnotes.xml.rels");
    for source in
        ["article", "people-daily"].iter().filter_map(|key| briefing.source(&key.to_string().try_into().ok()?))
    {
        let address = source.address.as_ref().expect("an address");
        assert!(relations.contains(address.as_str()), "{address} can be opened");
    }
    let full = said.iter().filter(|note| note.contains("Russia’s Pivot to Asia, [Report")).count();
    assert_eq!(full, 1, "what was described once is named afterwards");
}

#[test]
fn the_reader_of_documents_reads_it() {
    let briefing = bundled();
    let bytes = word(&briefing, Extent::Full, None).expect("it is made");
    let content = of_bytes("brief.docx", &bytes, &Reading::default(), &Progress::default()).expect("a document");
    assert_eq!(content.format, "docx");
    assert_eq!(content.metadata.language.as_deref(), Some("en"));
    assert_eq!(content.metadata.author.as_deref(), Some("Briefing Desk"));
    let of = |kind: BlockKind| content.blocks.iter().filter(move |block| block.kind == kind);
    let headings: Vec<&str> = of(BlockKind::Heading).map(|block| block.text.as_str()).collect();
    let meant: Vec<String> = as_markdown(&briefing).headings.into_iter().map(|(_, text)| text).collect();
    assert_eq!(headings, meant);
    let points: Vec<&str> = of(BlockKind::Item).map(|block| block.text.as_str()).collect();
    for (point, number) in briefing.claims.key_points.iter().zip(1..) {
        let meant = letters(&format!("{number}. {} {}", point.lead, point.text));
        assert!(
            points.iter().any(|text| letters(text).starts_with(&meant)),
            "{meant}: with the number that Word shows"
        );
    }
    assert!(of(BlockKind::Note).count() > 15 && of(BlockKind::Note).all(|note| note.text.contains('[')));
}

#[test]
fn the_same_briefing_and_settings_give_the_same_bytes() {
    let briefing = bundled();
    assert!(word(&briefing, Extent::Full, None) == word(&briefing, Extent::Full, None));
    let short = word(&briefing, Extent::Short, None).expect("it is made");
    assert_sound(&short);
    let parts = parts(&short);
    assert!(!text_of(&parts, "word/document.xml").contains("tblHeader"), "the short one has no tables");
}

#[test]
fn a_hostile_briefing_is_a_sound_document() {
    let bytes = word(&hostile(), Extent::Full, None).expect("it is made");
    assert_sound(&bytes);
    let text = text_of(&parts(&bytes), "word/document.xml");
    assert!(text.contains("[U+202E]gnp.exe") && text.contains("&lt;/w:t&gt;&lt;script&gt;"));
    let turned = Document::parse(&text).expect("well-formed");
    let arabic = all(&turned, "r").find(|run| read(*run).starts_with("مرحبا")).expect("a run in Arabic");
    assert!(arabic.descendants().any(|node| is(&node, "rtl")), "it runs from right to left");
    let english = all(&turned, "r").find(|run| read(*run).contains("Key points")).expect("a run in English");
    assert!(!english.descendants().any(|node| is(&node, "rtl")));
    assert!(!text.contains('\u{2068}') && !text.contains('\u{2069}'), "Word has marks of its own for that");
}

#[test]
fn a_long_address_leads_nowhere_and_is_cut() {
    let mut briefing = bundled();
    for source in &mut briefing.sources.sources {
        source.address = Some(format!("https://example.org/{}", "a".repeat(60_000)));
    }
    let bytes = word(&briefing, Extent::Full, None).expect("it is made");
    assert_sound(&bytes);
    let parts = parts(&bytes);
    assert!(!text_of(&parts, "word/_rels/document.xml.rels").contains("example.org"));
    assert!(text_of(&parts, "word/document.xml").len() < 4 << 20);
}

#[test]
fn what_is_too_long_is_cut_and_said_and_can_be_stopped() {
    let mut briefing = bundled();
    let claim = briefing.claims.claims[0].clone();
    let more = (0..3_000).map(|number| {
        let id = format!("claim-{number}").try_into().expect("a key");
        briefing_desk::briefing::Claim { id, reason: "so it is said ".repeat(150), ..claim.clone() }
    });
    briefing.claims.claims.extend(more);
    let order = order(query(&briefing, Extent::Full, Paper::A4), &format::DOCX);
    let job = Job::default();
    let bytes = make(&briefing, &[], &order, &Words::english(), &job).expect("it is made").bytes;
    assert_sound(&bytes);
    let document = text_of(&parts(&bytes), "word/document.xml");
    assert!(document.contains("more are left out") && document.len() < 12 << 20, "{}", document.len());
    let job = Job::default();
    job.cancel();
    let stopped = make(&briefing, &[], &order, &Words::english(), &job);
    assert_eq!(stopped.expect_err("it was stopped"), ExportError::Cancelled(Cancelled));
}

#[test]
fn the_columns_of_tables_run_from_the_right_where_the_document_does() {
    for (language, count) in [("en", 0), ("ar", 1)] {
        let mut briefing = bundled();
        briefing.manifest.languages = vec![language.to_owned()];
        let file = word(&briefing, Extent::Short, None).expect("it is made");
        let text = text_of(&parts(&file), "word/document.xml");
        let turned = text.matches("<w:bidiVisual/><w:tblW ").count();
        assert_eq!(turned, count * text.matches("<w:tbl>").count(), "{language}");
    }
}
