//! Every sentence of the summary is one click from its evidence.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use briefing_desk::briefing::{Briefing, Document, Sentence, Sha256};
use briefing_desk::ui::app::App;
use briefing_desk::ui::{Action, Command, Selection, TabKey};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use crate::harness::{Dropped, activate, copied, desk, open_with, press, rows, year_of_trade};

/// A text of our own that stands in for the original, which the repository does not hold: the paraphrases in a row.
fn stand_in(briefing: &Briefing) -> (Document, String) {
    let mut text = String::new();
    let mut sentences = Vec::new();
    for sentence in briefing.sentences() {
        let start = text.chars().count() as u32;
        text.push_str(&sentence.paraphrase);
        let range = [start, text.chars().count() as u32];
        sentences.push(Sentence { range, sha256: Sha256::of(sentence.paraphrase.as_bytes()), ..sentence.clone() });
        text.push('\n');
    }
    let length = text.chars().count() as u32;
    let document = Document {
        length,
        sha256: Sha256::of(text.as_bytes()),
        sentences,
        ..briefing.document.clone().expect("a document")
    };
    (document, text)
}

/// A desk over the bundled briefing with the stand-in as its document, and a copy of it on disk.
fn desk_with_stand_in(change: impl FnOnce(String) -> String) -> (Harness<'static, App>, TempDir, PathBuf) {
    let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
    let (document, text) = stand_in(&briefing);
    briefing.document = Some(document);
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join("copy.txt");
    std::fs::write(&path, change(text)).expect("a writable file");
    (open_with(Arc::new(briefing), TabKey::SOURCES), folder, path)
}

fn attach(harness: &mut Harness<'_, App>, path: &std::path::Path) {
    press(harness, Role::Button, "Attach your copy…");
    harness.get_by_label("Path of your copy").type_text(path.to_str().expect("a path in UTF-8"));
    harness.run();
    press(harness, Role::Button, "Attach");
}

fn select_sentence(harness: &mut Harness<'_, App>, at: &str) {
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Command::Select(Selection::Sentence(at.parse().expect(at))));
    harness.run();
}

/// Each statement on the tab stands beside a chip: as many chips as statements, names and rows of names.
#[test]
fn everything_the_summary_states_is_cited() {
    let briefing = Briefing::bundled().expect("the bundled briefing loads");
    let meeting = briefing.meeting.as_ref().expect("a meeting");
    let rows_of =
        |names: Vec<(&str, &[briefing_desk::briefing::Citation])>| names.into_iter().collect::<BTreeSet<_>>().len();
    let places = rows_of(meeting.places.iter().map(|p| (p.part.as_str(), &p.citations[..])).collect());
    let topics = rows_of(meeting.topics.iter().map(|t| (t.group.as_str(), &t.citations[..])).collect());
    let accounts: usize = meeting.readouts.differences.iter().map(|difference| difference.accounts.len()).sum();
    let stated = 3
        + briefing.claims.key_points.len()
        + meeting.people.len()
        + places
        + topics
        + meeting.chronology.len()
        + accounts
        + meeting.unknowns.len();
    let harness = desk(TabKey::SUMMARY);
    let chips = harness
        .query_all_by_role(Role::Button)
        .filter(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("Source: ")))
        .count();
    assert_eq!(chips, stated, "date, headline, takeaway, points, people, places, topics, events, accounts, unknowns");
}

#[test]
fn every_citation_on_the_summary_opens_something() {
    let mut harness = desk(TabKey::SUMMARY);
    let names: BTreeSet<String> = harness
        .query_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.starts_with("Source: "))
        .collect();
    assert!(names.len() > 10, "{names:?}");
    for name in names {
        let ctx = harness.ctx.clone();
        harness.state_mut().run(&ctx, Action::Dismiss);
        harness.run();
        harness.get_all_by_role_and_label(Role::Button, &name).next().expect("a chip").click_accesskit();
        harness.run();
        let opened = harness.state().selection().is_some();
        assert!(opened, "{name} opens nothing");
    }
}

#[test]
fn choosing_a_name_keeps_what_speaks_of_it() {
    let mut harness = desk(TabKey::SUMMARY);
    activate(&mut harness, Role::Button, "Korean Peninsula");
    let points: usize = (1..=9).map(|number| rows(&harness, &format!("{number}. ")).len()).sum();
    assert!((1..9).contains(&points), "{points} key points");
    activate(&mut harness, Role::Button, "Wang Yi");
    let both: usize = (1..=9).map(|number| rows(&harness, &format!("{number}. ")).len()).sum();
    assert!(both < 9, "{both} key points");
    harness.get_by_label("2\u{a0}filters");
    press(&mut harness, Role::Button, "Remove the filter Wang Yi");
    press(&mut harness, Role::Button, "Remove the filter Korean Peninsula");
    assert_eq!((1..=9).map(|number| rows(&harness, &format!("{number}. ")).len()).sum::<usize>(), 9);
}

#[test]
fn the_chronology_tells_apart_what_lay_ahead() {
    let harness = desk(TabKey::SUMMARY);
    let is_label = |node: &egui_kittest::kittest::AccessKitNode<'_>| node.role() == Role::Label;
    let ahead = harness
        .query_all_by(|node| is_label(node) && node.description().is_some_and(|text| text.contains("still ahead")));
    assert_eq!(ahead.count(), 4, "the council, Xi’s reception, the summit and the merger");
}

#[test]
fn a_claim_leads_to_its_figure_and_back() {
    let mut harness = desk(TabKey::SUMMARY);
    let row = rows(&harness, "7. ").remove(0);
    activate(&mut harness, Role::Row, &row);
    let claim = harness.state().selection().cloned();
    activate(&mut harness, Role::Link, "2021 in Trade");
    assert_eq!((harness.state().tab(), harness.state().selection()), (TabKey::TRADE, Some(&year_of_trade(2021))));
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    harness.run();
    assert_eq!((harness.state().tab(), harness.state().selection()), (TabKey::SUMMARY, claim.as_ref()));
    press(&mut harness, Role::Button, "Forward");
    assert_eq!(harness.state().tab(), TabKey::TRADE);
    press(&mut harness, Role::Button, "Back");
    assert_eq!(harness.state().tab(), TabKey::SUMMARY);
}

#[test]
fn a_state_that_a_claim_names_is_brought_into_view() {
    let mut harness = desk(TabKey::SUMMARY);
    let row = rows(&harness, "6. ").remove(0);
    activate(&mut harness, Role::Row, &row);
    activate(&mut harness, Role::Link, "United Arab Emirates");
    assert_eq!(harness.state().tab(), TabKey::MEMBERS);
    assert_eq!(rows(&harness, "United Arab Emirates").len(), 1, "its row is in view");
}

#[test]
fn a_sentence_stands_between_its_neighbours() {
    let mut harness = desk(TabKey::SOURCES);
    select_sentence(&mut harness, "4.2");
    harness.get_by_label("Before: What kind of body the SCO is");
    press(&mut harness, Role::Button, "After: Ten full members named");
    assert_eq!(harness.state().selection(), Some(&Selection::Sentence("4.3".parse().expect("a place"))));
}

#[test]
fn the_right_text_is_shown_in_the_original() {
    let (mut harness, _folder, path) = desk_with_stand_in(|text| text);
    attach(&mut harness, &path);
    harness.get_by_label("Your copy: 20 of 20 sentences agree");
    select_sentence(&mut harness, "1.2");
    harness.get_by_label("In the original, from your copy");
    harness.get_by_label("Source text unchanged");
    assert!(harness.query_by_label("Source differs").is_none());
}

#[test]
fn one_changed_letter_is_one_sentence_that_differs() {
    let (mut harness, _folder, path) = desk_with_stand_in(|text| text.replacen("Lavrov", "Lavrof", 1));
    attach(&mut harness, &path);
    harness.get_by_label("Your copy: 19 of 20 sentences agree");
    harness.get_by_label("Source differs in 1\u{a0}sentence");
    let differing: Vec<String> =
        harness.state().attachment().expect("it is attached").differing().iter().map(ToString::to_string).collect();
    select_sentence(&mut harness, &differing[0]);
    harness.get_by_label("Source differs");
    select_sentence(&mut harness, "10.1");
    assert!(harness.query_by_label("Source differs").is_none(), "the others still agree");
}

#[test]
fn another_text_is_refused_with_a_clear_message() {
    let (mut harness, folder, _) = desk_with_stand_in(|text| text);
    for (shown, name, bytes) in [
        (1, "other.txt", &b"Something else altogether."[..]),
        (2, "empty.txt", b" \n"),
        (2, "bytes.txt", b"\xff\xfe\x00"),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("a writable file");
        let ctx = harness.ctx.clone();
        harness.state_mut().run(&ctx, Command::Attach(path));
        harness.run();
        assert!(harness.state().notice().is_some_and(|notice| notice.failed), "{name}");
        assert_eq!(harness.query_all_by_role(Role::Alert).count(), shown, "{name}, beside the one before it");
        assert!(harness.state().attachment().is_none(), "{name}");
    }
}

#[test]
fn what_was_attached_stays_when_another_is_refused_and_can_be_detached() {
    let (mut harness, folder, path) = desk_with_stand_in(|text| text);
    attach(&mut harness, &path);
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Command::Attach(folder.path().join("nothing.txt")));
    harness.run();
    assert!(harness.state().attachment().is_some());
    press(&mut harness, Role::Button, "Detach");
    assert!(harness.state().attachment().is_none());
    assert!(path.exists(), "the reader's file stays where it is");
}

#[test]
fn a_statement_is_copied_with_its_citation() {
    let mut harness = desk(TabKey::SUMMARY);
    let row = rows(&harness, "5. ").remove(0);
    press(&mut harness, Role::Row, &row);
    harness.get_by_role_and_label(Role::Button, "Copy with citation").click();
    let text = copied(&mut harness).expect("something was copied");
    for part in ["The SCO was founded over Afghanistan", "Disputed", "¶4·2", "Russia’s Pivot to Asia"] {
        assert!(text.contains(part), "{text}");
    }
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Markdown").click();
    assert!(copied(&mut harness).is_some_and(|text| text.starts_with("> ")));
}

#[test]
fn what_refutes_a_claim_is_copied_with_it_and_a_state_with_its_sources() {
    let mut harness = desk(TabKey::SUMMARY);
    let row = rows(&harness, "5. ").remove(0);
    press(&mut harness, Role::Row, &row);
    harness.get_by_role_and_label(Role::Button, "Copy with citation").click();
    let text = copied(&mut harness).expect("something was copied");
    let against = text.split_once("Against it: ").map(|(_, against)| against.to_owned());
    assert!(against.is_some_and(|against| against.contains("https://")), "{text}");
    harness.run();
    let ctx = harness.ctx.clone();
    let state = Selection::State("belarus".to_owned().try_into().expect("a key"));
    harness.state_mut().run(&ctx, Command::Open(state));
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Copy with citation").click();
    let text = copied(&mut harness).expect("something was copied");
    assert!(text.starts_with("Belarus: Member (SCO) since ") && text.contains("https://"), "{text}");
}

#[test]
fn a_source_lists_what_rests_on_it_and_the_list_is_searched() {
    let mut harness = desk(TabKey::SOURCES);
    let briefing = Briefing::bundled().expect("the bundled briefing loads");
    let document = briefing.document_source().cloned();
    let of_figures = briefing.trades[0].series[0].observations.iter().flat_map(|one| &one.citations);
    let source = of_figures.map(|one| &one.source).find(|key| Some(*key) != document.as_ref()).expect("a source");
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Command::Open(Selection::Source(source.clone())));
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "Figures it was read for");
    let of_states = briefing.rosters[0].spells.iter().flat_map(|spell| &spell.citations);
    let source = of_states.map(|one| &one.source).find(|key| Some(*key) != document.as_ref()).expect("a source");
    harness.state_mut().run(&ctx, Command::Open(Selection::Source(source.clone())));
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "States it was read for");

    let listed = |harness: &Harness<'_, App>| rows(harness, "").iter().filter(|row| row.contains("TASS")).count();
    let all = rows(&harness, "").len();
    harness.get_by_label("Search the sources").focus();
    harness.run();
    harness.get_by_label("Search the sources").type_text("tass");
    harness.run();
    assert!(listed(&harness) > 0 && rows(&harness, "").len() < all, "{} of {all}", rows(&harness, "").len());
    harness.get_by_label("Search the sources").type_text("zzz");
    harness.run();
    harness.get_by_label("No source matches.");
}

#[test]
fn the_find_bar_counts_and_steps() {
    let mut harness = desk(TabKey::SUMMARY);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    harness.get_by_label("Find in the summary").type_text("TIANJIN");
    harness.run();
    let count = |harness: &Harness<'_, App>| {
        let label = harness
            .query_all_by_role(Role::Label)
            .find_map(|node| node.accesskit_node().value().filter(|text| text.contains(" of ") && text.len() < 9));
        label.expect("a count")
    };
    assert!(count(&harness).starts_with("1 of "), "{}", count(&harness));
    press(&mut harness, Role::Button, "Next match");
    assert!(count(&harness).starts_with("2 of "), "{}", count(&harness));
    press(&mut harness, Role::Button, "Previous match");
    press(&mut harness, Role::Button, "Previous match");
    let last = count(&harness);
    let (at, total) = last.split_once(" of ").expect("a count");
    assert_eq!(at, total, "before the first comes the last");
    harness.key_press(Key::Escape);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_label("Find in the summary").is_none());
}

#[test]
fn heads_verdicts_and_names_are_found_as_well() {
    for (typed, least) in [("disputed", 1), ("chronology", 1), ("forums", 1), ("сергей", 1), ("organization", 0)]
    {
        let mut harness = desk(TabKey::SUMMARY);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
        harness.run();
        harness.get_by_label("Find in the summary").type_text(typed);
        harness.run();
        let none = harness.query_by_label("no match").is_some();
        assert_eq!(none, least == 0, "{typed}");
    }
}

#[test]
fn a_dropped_file_is_attached() {
    let (mut harness, _folder, path) = desk_with_stand_in(|text| text);
    harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    harness.run();
    assert!(harness.state().attachment().is_some_and(|attachment| attachment.agreeing() == 20));
}

#[test]
fn the_thumb_buttons_of_a_mouse_go_back_and_forward() {
    let mut harness = desk(TabKey::SUMMARY);
    press(&mut harness, Role::Tab, "Trade");
    let thumb = |harness: &mut Harness<'_, App>, button| {
        let pos = egui::pos2(600.0, 400.0);
        for pressed in [true, false] {
            harness.event(egui::Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        }
        harness.run();
    };
    thumb(&mut harness, egui::PointerButton::Extra1);
    assert_eq!(harness.state().tab(), TabKey::SUMMARY);
    thumb(&mut harness, egui::PointerButton::Extra2);
    assert_eq!(harness.state().tab(), TabKey::TRADE);
}

#[test]
fn a_claim_shows_confidence_and_the_checks_that_touch_it() {
    let mut harness = desk(TabKey::SUMMARY);
    let row = rows(&harness, "6. ").remove(0);
    activate(&mut harness, Role::Row, &row);
    harness.get_by_label_contains("Confidence in this verdict: high");
    harness.get_by_role_and_label(Role::Heading, "Checks that touch it");
    assert!(harness.query_all_by_label_contains("Nepal").count() > 1);
}
