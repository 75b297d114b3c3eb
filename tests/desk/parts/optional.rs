//! What there is none of has no tab, no export and no word.

use briefing_desk::briefing::Briefing;
use briefing_desk::ui::TabKey;
use egui::{Key, Modifiers};

use super::{BRIEF, MEETING, ROSTER, TRADE, assert_without, folder, heard, opened, refused, tabs, written};
use crate::harness::open_with;

#[test]
fn figures_alone_have_a_tab_of_figures_and_one_of_sources() {
    let folder = folder(&[("trade.json", TRADE)]);
    let mut harness = open_with(opened(&folder), TabKey::SUMMARY);
    assert_eq!(tabs(&harness), ["Trade", "Sources & checks"]);
    assert_eq!(harness.state().tab(), TabKey::TRADE, "the tab that is remembered is not there");
    assert_without(&heard(&harness), &["Article only", "Document only", "None", "document"]);
    harness.key_press_modifiers(Modifiers::ALT, Key::Num2);
    harness.run();
    assert_eq!(harness.state().tab(), TabKey::SOURCES, "the keys count the tabs that there are");
    assert_without(&heard(&harness), &["Sentences", "sentences", "Attach", "claims"]);
    harness.key_press(Key::F1);
    harness.run();
    let keys = heard(&harness);
    assert!(keys.contains("Ctrl+2") && !keys.contains("Ctrl+3"), "{keys}");
    assert_without(&keys, &["Members", "Summary"]);

    for format in ["csv", "svg"] {
        assert!(refused(&folder, &["export", "--what", "roster", "--format", format]).contains("no organisation"));
    }
    assert!(refused(&folder, &["export", "--what", "claims", "--format", "csv"]).contains("no claims"));
    let why = refused(&folder, &["export", "--what", "brief", "--format", "md", "--status", "full"]);
    assert!(why.contains("no organisation"), "{why}");
    for extent in ["full", "short"] {
        let brief = written(&folder, &[BRIEF, &["--extent", extent]].concat());
        assert!(brief.contains("Salt doubles") && brief.contains("12.5"), "{brief}");
        assert_without(&brief, &["None", "Members", "- -", "States", "document", "roster"]);
    }
    written(&folder, &["export", "--what", "trade", "--format", "csv"]);
    written(&folder, &["check"]);
}

#[test]
fn an_organisation_alone_has_a_tab_of_members_and_one_of_sources() {
    let folder = folder(&[("roster.json", ROSTER)]);
    let harness = open_with(opened(&folder), TabKey::TRADE);
    assert_eq!(tabs(&harness), ["Members", "Sources & checks"]);
    assert_eq!(harness.state().tab(), TabKey::MEMBERS);
    assert_without(&heard(&harness), &["As printed", "As the document"]);
    assert!(refused(&folder, &["export", "--what", "trade", "--format", "csv"]).contains("no series"));
    for extent in ["full", "short"] {
        let brief = written(&folder, &[BRIEF, &["--extent", extent]].concat());
        assert!(brief.contains("The League"), "{brief}");
        assert_without(&brief, &["trade", "Trade", "- -", "document"]);
    }
    written(&folder, &["export", "--what", "roster", "--format", "csv"]);
}

#[test]
fn what_happened_needs_neither_document_nor_people() {
    let folder = folder(&[("meeting.json", MEETING), ("roster.json", ROSTER), ("trade.json", TRADE)]);
    let harness = open_with(opened(&folder), TabKey::SUMMARY);
    assert_eq!(tabs(&harness), ["Summary", "Members", "Trade", "Sources & checks"]);
    let heard = heard(&harness);
    assert!(heard.contains("The pans are shared"), "{heard}");
    assert_without(&heard, &["People", "Places", "Topics", "Key points", "Chronology", "claims", "document"]);
    assert_without(&written(&folder, BRIEF), &["## People", "document", "Key points", "- -"]);
    assert_without(&written(&folder, &["check"]), &["FAIL", "Fail"]);
}

#[test]
fn what_is_empty_is_not_there_either() {
    let empty = TRADE.split("\"observations\": [").next().expect("a series").to_owned() + "\"observations\": []}]}";
    let nobody =
        ROSTER.split("\"states\": [").next().expect("an organisation").to_owned() + "\"states\": [], \"spells\": []}";
    let folder = folder(&[("meeting.json", MEETING), ("roster.json", &nobody), ("trade.json", &empty)]);
    let harness = open_with(opened(&folder), TabKey::SUMMARY);
    assert_eq!(tabs(&harness), ["Summary", "Sources & checks"]);
    assert!(refused(&folder, &["export", "--what", "trade", "--format", "svg"]).contains("no series"));
    assert_without(&written(&folder, BRIEF), &["The League", "Salt doubles"]);
}

#[test]
fn a_part_under_a_wrong_name_is_a_mistake_and_no_missing_part() {
    let said = |name: &str| {
        let folder = folder(&[(name, TRADE)]);
        Briefing::open(folder.path()).expect_err(name).to_string()
    };
    assert!(said("trades.json").contains("Name it `trade.json`"), "{}", said("trades.json"));
    assert!(said("Trade.JSON").contains("Name it `trade.json`"));
    let folder = folder(&[("grades.json", "[]"), ("trade.json", TRADE), ("notes.txt", "")]);
    assert!(Briefing::open(folder.path()).is_ok(), "what is nobody's is left alone");
}

#[test]
fn a_brief_has_no_column_and_no_word_of_what_no_member_has() {
    let bare = ROSTER.replace(r#""region": "Southern Europe", "population": 540000"#, r#""region": """#);
    let meeting = MEETING.strip_suffix('}').expect("an object").to_owned()
        + r#", "people": [{"id": "ana", "names": {"en": "Ana Grech"}, "office": "Envoy", "part": "took part",
  "citations": [{"source": "bureau"}]}]}"#;
    let without = written(&folder(&[("roster.json", &bare), ("meeting.json", &meeting)]), BRIEF);
    assert!(without.contains("Malta") && without.contains("Ana Grech"), "{without}");
    assert_without(
        &without,
        &["In other languages", "| People", "Region", "People: ", "wrong by some days", "0 states"],
    );
    let dated = ROSTER.replace(r#""from": "1990""#, r#""from": "1990-05-04", "within_days": 3"#);
    let with = written(&folder(&[("roster.json", &dated)]), BRIEF);
    for said in ["| People", "Regions: ", "People: 540 000 in 1 state", "wrong by some days"] {
        assert!(with.contains(said), "{said}\n{with}");
    }
}
