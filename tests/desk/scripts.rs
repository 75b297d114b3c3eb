//! A briefing in many scripts: heard and found as it was written, and drawn or said not to be.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use briefing_desk::briefing::Briefing;
use briefing_desk::ui::TabKey;
use briefing_desk::ui::app::App;
use briefing_desk::ui::preferences::Preferences;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use tempfile::TempDir;

use crate::harness::{FULL, wait_for};

const PORTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/ports");
/// A character that no font has: it belongs to no script and never will.
const NOWHERE: char = '\u{10fff0}';

/// The window over a briefing whose scripts no bundled font has; no test depends on the fonts of the system.
fn open_with(briefing: Arc<Briefing>, tab: TabKey) -> Harness<'static, App> {
    let preferences = Preferences { tab, ..Preferences::default() };
    let builder = Harness::builder().with_size(FULL).allow_missing_glyphs().wgpu();
    let mut harness =
        builder.build_eframe(move |creation| App::with_preferences(&creation.egui_ctx, briefing, preferences));
    harness.run();
    harness
}

/// A copy of the briefing in which one name has a character that no font has.
fn with_a_hole() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for entry in fs::read_dir(PORTS).expect("the briefing") {
        let path = entry.expect("a file").path();
        let text = fs::read_to_string(&path).expect("UTF-8").replace("ضي", &format!("ضي{NOWHERE}"));
        fs::write(folder.path().join(path.file_name().expect("a name")), text).expect("a copy");
    }
    folder
}

fn export(briefing: &Path, what: &str, format: &str, file: &Path, fonts: Option<&Path>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_briefing-desk"));
    command.arg("export").arg(briefing).args(["--what", what, "--format", format, "-o"]).arg(file);
    if let Some(fonts) = fonts {
        command.env("FONTCONFIG_FILE", fonts);
    }
    command.output().expect("the program runs")
}

#[test]
fn names_are_heard_as_they_are_written() {
    let briefing = Arc::new(Briefing::open(Path::new(PORTS)).expect("it opens"));
    let members = open_with(Arc::clone(&briefing), TabKey::MEMBERS);
    for text in ["ירדן – עמאן (2024)", "ދިވެހިރާއްޖެ"] {
        assert!(members.query_all_by_label_contains(text).count() > 0, "{text}");
    }
    let summary = open_with(briefing, TabKey::SUMMARY);
    for text in ["سالم بن ناصر الحارثي", "מנהל הנמל (חיפה)", "اتفق رؤساء الموانئ على 3 أرصفة"]
    {
        assert!(summary.query_all_by_label_contains(text).count() > 0, "{text}");
    }
}

#[test]
fn what_no_font_has_is_named_before_the_file_is_written() {
    let (briefing, out) = (with_a_hole(), TempDir::new().expect("a temporary folder"));
    for (what, format) in [("brief", "pdf"), ("roster", "png"), ("roster", "svg")] {
        let file = out.path().join(format!("{what}.{format}"));
        let output = export(briefing.path(), what, format, &file, None);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(said.contains("U+10FFF0") && file.exists(), "{what} as {format}: {said}");
    }
    let file = out.path().join("roster.csv");
    let output = export(briefing.path(), "roster", "csv", &file, None);
    assert!(output.stderr.is_empty(), "a table is drawn by nobody");

    let opened = Arc::new(Briefing::open(briefing.path()).expect("it opens"));
    let mut harness = open_with(opened, TabKey::SUMMARY);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    harness.step();
    wait_for(&mut harness, "what no font has", |harness| harness.query_by_label_contains("U+10FFF0").is_some());
}

#[test]
fn without_any_font_of_the_system_nothing_ends_and_the_fonts_to_install_are_named() {
    let out = TempDir::new().expect("a temporary folder");
    let none = out.path().join("fonts.conf");
    fs::write(&none, "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig></fontconfig>")
        .expect("a file");
    let file = out.path().join("brief.pdf");
    let output = export(Path::new(PORTS), "brief", "pdf", &file, Some(&none));
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    for part in ["Noto Sans Thai", "Noto Sans Hebrew", "Noto Serif Tibetan", "fonts-noto-core", "fonts-noto-cjk"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("Noto Sans Arabic"), "those are bundled: {said}");
    assert!(fs::read(&file).expect("a file").starts_with(b"%PDF"));
    // The picture of the trade has Arabic in it, and nothing that is not bundled.
    let picture = export(Path::new(PORTS), "trade", "png", &out.path().join("trade.png"), Some(&none));
    assert!(picture.stderr.is_empty(), "{}", String::from_utf8_lossy(&picture.stderr));
}
