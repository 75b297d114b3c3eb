//! A third briefing, unlike the bundled one and the starter: invented islands without flags, names in Arabic, months
//! in crores of rupees, no printed list, an account that was not read. It is opened, checked, shown and exported.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::Arc;

use briefing_desk::analysis::attachment::Attachment;
use briefing_desk::analysis::checks::{self, Outcome};
use briefing_desk::analysis::roster::slips;
use briefing_desk::briefing::Briefing;
use briefing_desk::ui::TabKey;
use egui_kittest::kittest::NodeT as _;

use crate::harness::open_with;

fn folder() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "data", "isles"].iter().collect()
}

fn isles() -> Briefing {
    Briefing::open(&folder()).unwrap_or_else(|err| panic!("{err}"))
}

fn export(what: &str, format: &str, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_briefing-desk"))
        .arg("export")
        .arg(folder())
        .args(["--what", what, "--format", format])
        .args(more)
        .output()
        .expect("the program runs")
}

fn text(what: &str, format: &str, more: &[&str]) -> String {
    let output = export(what, format, more);
    assert!(output.status.success(), "{what} {format}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn nothing_fails_in_it_and_nobody_is_left_out() {
    let briefing = isles();
    let findings = checks::run(&briefing);
    let open: Vec<_> = findings.iter().filter(|finding| finding.is_open()).collect();
    assert!(open.is_empty(), "{open:#?}");
    assert!(findings.iter().any(|finding| finding.check == "stated-count" && finding.outcome == Outcome::Pass));
    assert!(briefing.members().all(|members| slips(members).is_empty()), "no list printed is no list");
}

#[test]
fn its_note_can_be_attached() {
    let briefing = isles();
    let path = folder().join("note.txt");
    let document = briefing.document.as_ref().expect("it has one");
    let attached = Attachment::read(document, &path).expect("it agrees");
    assert!(attached.is_whole());
}

#[test]
fn every_tab_shows_it() {
    let briefing = Arc::new(isles());
    for (tab, shown) in [
        (TabKey::SUMMARY, &["Two envoys agree", "Not read: its page was gone.", "هند السحابي"][..]),
        (TabKey::MEMBERS, &["جزيرة السحاب", "صخور النورس", "Signatory"]),
        (TabKey::TRADE, &["More cardamom than ever", "crore"]),
        (TabKey::SOURCES, &["Three states have signed", "28.2"]),
    ] {
        let mut harness = open_with(Arc::clone(&briefing), tab);
        harness.run();
        let mut heard = Vec::new();
        for node in harness.root().children_recursive() {
            let node = node.accesskit_node();
            heard.extend([node.label(), node.value(), node.description()].into_iter().flatten());
        }
        for text in shown {
            assert!(heard.iter().any(|heard| heard.contains(text)), "{tab:?} shows {text}: {heard:#?}");
        }
        for absent in ["As printed", "Says nothing of it", "None", "is missing"] {
            assert!(!heard.iter().any(|heard| heard.contains(absent)), "{tab:?} says {absent}");
        }
        harness.render().expect("it can be drawn");
    }
}

#[test]
fn it_leaves_in_every_format() {
    let roster = text("roster", "csv", &[]);
    for part in ["جزيرة السحاب", "Sahab", "ساحل اللبان", "Signatory", "Candidate", "412000"] {
        assert!(roster.contains(part), "{part} in {roster}");
    }
    let trade = text("trade", "csv", &[]);
    for part in ["2022-10", "975.60", "1250.75"] {
        assert!(trade.contains(part), "{part} in {trade}");
    }
    assert!(trade.contains("2023-07,Landed,yes,,"), "a gap stays a gap: {trade}");
    let brief = text("brief", "md", &["--extent", "full"]);
    for part in ["Cinnamon Compact", "Two envoys agree", "Not read: its page was gone."] {
        assert!(brief.contains(part), "{part} in {brief}");
    }
    for absent in ["Not named", "As printed", "None"] {
        assert!(!brief.contains(absent), "{absent} in {brief}");
    }
    for (what, format, start) in [
        ("roster", "svg", &b"<svg"[..]),
        ("roster", "png", b"\x89PNG"),
        ("roster", "xlsx", b"PK"),
        ("roster", "json", b"{"),
        ("trade", "svg", b"<svg"),
        ("trade", "png", b"\x89PNG"),
        ("claims", "md", b""),
        ("checks", "json", b"{"),
        ("brief", "pdf", b"%PDF"),
    ] {
        let output = export(what, format, &[]);
        assert!(output.status.success(), "{what} {format}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stdout.starts_with(start), "{what} {format}");
    }
    let refused = export("roster", "csv", &["--edition", "printed"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("no list is printed"));
}
