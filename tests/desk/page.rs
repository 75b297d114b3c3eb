//! The brief as a page for a browser, read back as XML reads it: whole without a script, and asking for nothing.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use briefing_desk::analysis::checks;
use briefing_desk::briefing::Briefing;
use briefing_desk::export::brief::{self, Material};
use briefing_desk::export::job::Job;
use briefing_desk::export::picture::Look;
use briefing_desk::export::query::Query;
use briefing_desk::export::settings::{Notes, Settings};
use briefing_desk::words::Words;
use resvg::usvg::roxmltree::{Document, Node};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::harness::{bundled, made};

fn page(briefing: &Briefing) -> String {
    let (findings, words) = (checks::run(briefing), Words::english());
    let (query, look) = (Query::of(briefing), Look::default());
    let settings = Settings { query, look, made: made(), notes: Notes::default(), byte_order_mark: false };
    let job = Job::default();
    let material = Material::new(briefing, &findings, &settings, &words, &job).expect("nobody cancels");
    String::from_utf8(brief::html(&material, &job).expect("nobody cancels").bytes).expect("UTF-8")
}

/// The body, in which every element is closed and every sign of markup in a text escaped, or this is no XML.
fn body(page: &str) -> &str {
    let start = page.find("<body>").expect("a body");
    page[start..].strip_suffix("\n</html>\n").expect("an end")
}

fn elements<'a>(document: &'a Document<'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.has_tag_name(name))
}

#[test]
fn the_page_asks_for_nothing_and_runs_nothing_but_its_own_script() {
    let page = page(&bundled());
    let style = page.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).expect("a style");
    let hash = STANDARD.encode(Sha256::digest(style));
    let script = page.split("<script>").nth(1).and_then(|rest| rest.split("</script>").next()).expect("a script");
    let run = STANDARD.encode(Sha256::digest(script));
    let policy = format!("default-src 'none'; style-src 'sha256-{hash}'; script-src 'sha256-{run}'; img-src data:;");
    assert!(page.contains(&policy), "{policy}");
    for word in ["eval(", "Function(", "fetch(", "XMLHttpRequest", "import(", "innerHTML", "import ", "WebSocket"] {
        assert!(!script.contains(word), "{word}");
    }
    assert!(script.lines().count() < 600, "it stays small");
    assert!(!style.contains("url(") && !style.contains("@import"));
    let tree = Document::parse(body(&page)).expect("well-formed");
    for node in tree.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        assert!(!["img", "iframe", "link", "object", "form", "style"].contains(&name), "{name}");
        let is_data = node.attribute("type").is_some_and(|kind| kind.starts_with("application/"));
        assert!(name != "script" || is_data, "what runs stands in the head");
        for attribute in node.attributes() {
            let is_link = name == "a" && attribute.name() == "href";
            let leads_out = attribute.value().contains("://");
            assert!(is_link || !leads_out, "{name} {}=\"{}\"", attribute.name(), attribute.value());
            assert!(!attribute.name().starts_with("on") && attribute.name() != "style", "{}", attribute.name());
        }
    }
    assert!(page.len() <= 600 << 10, "{} bytes", page.len());
}

#[test]
fn every_link_has_its_target_and_every_entry_its_anchor() {
    let briefing = bundled();
    let page = page(&briefing);
    let tree = Document::parse(body(&page)).expect("well-formed");
    let all: Vec<&str> = tree.descendants().filter_map(|node| node.attribute("id")).collect();
    let ids: BTreeSet<&str> = all.iter().copied().collect();
    assert_eq!(all.len(), ids.len(), "each once");
    for link in tree.descendants().filter_map(|node| node.attribute("href")) {
        let is_there = link.strip_prefix('#').is_none_or(|id| ids.contains(id));
        assert!(is_there && link.starts_with(['#', 'h']), "{link}");
    }
    for labelled in tree.descendants().filter_map(|node| node.attribute("aria-labelledby")) {
        assert!(ids.contains(labelled), "{labelled}");
    }
    for claim in &briefing.claims.claims {
        assert!(ids.contains(&*format!("claim-{}", claim.id)), "{}", claim.id);
    }
    for source in &briefing.sources.sources {
        assert!(ids.contains(&*format!("source-{}", source.id)), "{}", source.id);
    }
    for sentence in briefing.sentences() {
        assert!(ids.contains(&*format!("sentence-{}", sentence.at)), "{}", sentence.at);
    }
    assert!(ids.contains("state-nepal") && ids.iter().any(|id| id.starts_with("finding-")));
    assert!(["summary", "members", "trade", "sources", "content"].iter().all(|id| ids.contains(id)));
}

#[test]
fn a_screen_reader_finds_its_way() {
    let page = page(&bundled());
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"), "{}", &page[..60]);
    let tree = Document::parse(body(&page)).expect("well-formed");
    for (name, count) in [("main", 1), ("header", 1), ("nav", 1), ("footer", 1), ("h1", 1)] {
        assert_eq!(elements(&tree, name).count(), count, "{name}");
    }
    // No level of headings is left out on the way down.
    let levels = tree.descendants().filter_map(|node| match node.tag_name().name() {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        _ => None,
    });
    let levels: Vec<usize> = levels.collect();
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    for table in elements(&tree, "table") {
        let named = |name: &str| table.descendants().filter(|node| node.has_tag_name(name)).count();
        assert_eq!((named("caption"), named("thead")), (1, 1));
        let heads = table.descendants().filter(|node| node.attribute("scope") == Some("col")).count();
        for row in table.descendants().filter(|node| node.has_tag_name("tbody")).flat_map(|body| body.children()) {
            if row.is_element() {
                assert_eq!(row.children().filter(Node::is_element).count(), heads);
                assert_eq!(row.first_element_child().and_then(|cell| cell.attribute("scope")), Some("row"));
            }
        }
    }
    for drawing in elements(&tree, "svg") {
        let is_named = drawing.attribute("role") == Some("img") && drawing.attribute("aria-labelledby").is_some();
        assert!(is_named || drawing.attribute("aria-hidden") == Some("true"));
    }
}

#[test]
fn whatever_a_briefing_says_is_text() {
    const HOSTILE: &str = "</script></style><img src=x onerror=alert(1)> \"'&amp; \u{202e}evil\u{1b}[2J";
    let mut briefing = bundled();
    HOSTILE.clone_into(&mut briefing.manifest.name);
    for claim in &mut briefing.claims.claims {
        HOSTILE.clone_into(&mut claim.statement);
        HOSTILE.clone_into(&mut claim.reason);
    }
    for source in &mut briefing.sources.sources {
        HOSTILE.clone_into(&mut source.title);
        source.address = Some("javascript:alert(1)".to_owned());
    }
    for state in &mut briefing.rosters[0].states {
        HOSTILE.clone_into(&mut state.region);
    }
    if let Some(meeting) = &mut briefing.meeting {
        HOSTILE.clone_into(&mut meeting.headline.text);
        HOSTILE.clone_into(&mut meeting.takeaway.text);
    }
    let page = page(&briefing);
    assert!(!page.contains("<img") && !page.contains('\u{202e}') && !page.contains('\u{1b}'));
    assert!(!page.contains("href=\"javascript"));
    assert_eq!((page.matches("</style>").count(), page.matches("</script>").count()), (1, 4));
    let tree = Document::parse(body(&page)).expect("well-formed");
    let headline = elements(&tree, "h1").next().and_then(|node| node.text()).expect("a headline");
    assert_eq!(headline, "</script></style><img src=x onerror=alert(1)> \"'&amp; [U+202E]evil[U+001B][2J");
}

#[test]
fn its_members_are_those_of_the_table() {
    let briefing = bundled();
    let page = page(&briefing);
    let tree = Document::parse(body(&page)).expect("well-formed");
    let rows = elements(&tree, "tr").filter_map(|row| row.attribute("id")?.strip_prefix("state-"));
    let rows: Vec<&str> = rows.collect();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_briefing-desk"))
        .args(["export", "--what", "roster", "--format", "csv"])
        .output()
        .expect("the program starts");
    let csv = String::from_utf8(output.stdout).expect("UTF-8");
    let table: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(rows, table);
}

/// What the program says to an export of the page, which it writes to a file.
fn exported(file: &Path, options: &[&str]) -> std::process::Output {
    std::process::Command::new(env!("CARGO_BIN_EXE_briefing-desk"))
        .args(["export", "--what", "brief", "--format", "html", "-o"])
        .arg(file)
        .args(options)
        .output()
        .expect("the program starts")
}

/// The data of a kind in a page.
fn data(page: &str, kind: &str) -> Option<Value> {
    let rest = page.split(&format!("<script type=\"{kind}\">")).nth(1)?;
    serde_json::from_str(rest.split("</script>").next()?).ok()
}

#[test]
fn a_page_with_an_address_says_what_was_made_of_each_claim_and_one_without_does_not() {
    const ADDRESS: &str = "https://example.org/brief.html";
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("brief.html");
    assert!(exported(&file, &["--address", ADDRESS]).status.success());
    let page = fs::read_to_string(&file).expect("a page");
    assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{ADDRESS}\">")));
    let reviews = data(&page, "application/ld+json").expect("reviews");
    let briefing = bundled();
    let all = reviews["@graph"].as_array().expect("a list");
    assert_eq!(all.len(), briefing.claims.claims.len());
    for (review, claim) in all.iter().zip(&briefing.claims.claims) {
        let rating = match claim.verdict.key() {
            "supported" => json!(3),
            "outdated" => json!(2),
            "disputed" => json!(1),
            _ => Value::Null,
        };
        assert_eq!(review["url"], json!(format!("{ADDRESS}#claim-{}", claim.id)));
        assert_eq!(review["reviewRating"]["ratingValue"], rating, "{}", claim.id);
        assert!(page.contains(&format!(" id=\"claim-{}\"", claim.id)));
    }
    assert!(exported(&file, &[]).status.success());
    let page = fs::read_to_string(&file).expect("a page");
    assert!(data(&page, "application/ld+json").is_none() && !page.contains("canonical"));
    let refused = exported(&file, &["--address", "example.org"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("https://example.org/brief.html"));
}

#[test]
fn its_sources_are_those_of_the_export() {
    let csl = std::process::Command::new(env!("CARGO_BIN_EXE_briefing-desk"))
        .args(["export", "--what", "sources", "--format", "csl-json"])
        .output()
        .expect("the program starts");
    let csl: Value = serde_json::from_slice(&csl.stdout).expect("JSON");
    let page = page(&Briefing::bundled().expect("the bundled briefing loads"));
    assert_eq!(data(&page, "application/vnd.citationstyles.csl+json"), Some(csl));
}

#[test]
fn a_page_that_carries_the_briefing_opens_as_its_folder_does() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("brief.html");
    assert!(exported(&file, &["--with-briefing"]).status.success());
    let bundled = Briefing::bundled().expect("the bundled briefing loads");
    let opened = Briefing::open(&file).expect("it opens");
    assert_eq!(opened.digest, bundled.digest);
    let unpacked = folder.path().join("unpacked");
    let run = |arguments: &[&OsStr]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_briefing-desk")).args(arguments).output();
        output.expect("the program starts")
    };
    assert!(run(&["unpack".as_ref(), file.as_os_str(), "-o".as_ref(), unpacked.as_os_str()]).status.success());
    assert_eq!(Briefing::open(&unpacked).expect("a folder").digest, bundled.digest);
    // It is still a page, and nothing of it runs.
    let page = fs::read_to_string(&file).expect("a page");
    Document::parse(body(&page)).expect("well-formed");
    assert!(page.len() <= 1 << 20, "{} bytes", page.len());
    // Cut off, changed or without a briefing it is refused, and nothing else happens.
    let at = page.find("id=\"briefing\"").expect("a briefing");
    for broken in [page[..at + 4000].to_owned(), page.replacen("id=\"briefing\">UEsD", "id=\"briefing\">AAAA", 1)] {
        fs::write(&file, broken).expect("written");
        assert!(Briefing::open(&file).is_err());
    }
    assert!(exported(&file, &[]).status.success());
    assert!(Briefing::open(&file).is_err(), "a page without one is no briefing");
}
