//! A briefing about something else: every tab shows it, and no word of the bundled one.

use std::sync::Arc;

use briefing_desk::briefing::{Briefing, Period};
use briefing_desk::export::starter;
use briefing_desk::ui::{Command, Selection, TabKey};
use egui_kittest::kittest::NodeT as _;

use crate::harness::open_with;

/// Words of the bundled briefing's subject. Nothing of them may stand in the program.
const SUBJECT: [&str; 8] = ["SCO", "Lavrov", "China", "Chinese", "Russia", "article", "US$", "ministries"];

/// Everything that a screen reader hears of a window.
fn heard<S>(harness: &egui_kittest::Harness<'_, S>) -> Vec<String> {
    let mut heard = Vec::new();
    for node in harness.root().children_recursive() {
        let node = node.accesskit_node();
        heard.extend([node.label(), node.value(), node.description()].into_iter().flatten());
    }
    heard
}

#[test]
fn every_tab_shows_the_starter_and_no_word_of_the_bundled_briefing() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    starter::write(folder.path()).expect("it is written");
    let briefing = Arc::new(Briefing::open(folder.path()).unwrap_or_else(|err| panic!("{err}")));
    let mut of_subject = Vec::new();
    for tab in TabKey::all() {
        let mut harness = open_with(Arc::clone(&briefing), tab);
        let selections = [
            Selection::Claim("freight-passes-fifty".to_owned().try_into().expect("a key")),
            Selection::Sentence("2.2".parse().expect("a place")),
            Selection::State("malta".to_owned().try_into().expect("a key")),
            Selection::Source("communique".to_owned().try_into().expect("a key")),
            Selection::Period(
                "freight-eur".to_owned().try_into().expect("a key"),
                Period::try_from("2023-Q4".to_owned()).expect("a quarter"),
            ),
        ];
        for selection in selections {
            let ctx = harness.ctx.clone();
            harness.state_mut().run(&ctx, Command::Show(tab));
            harness.state_mut().run(&ctx, Command::Select(selection.clone()));
            harness.run();
            let said = heard(&harness);
            assert!(said.iter().any(|text| text.contains("Ferry talks, Piraeus")), "{tab:?}");
            for word in SUBJECT {
                let with = said.iter().filter(|text| text.contains(word));
                of_subject.extend(with.map(|text| format!("{tab:?}, {selection:?}: {text}")));
            }
        }
        harness.render().expect("it can be drawn");
    }
    of_subject.sort();
    of_subject.dedup();
    assert!(of_subject.is_empty(), "{of_subject:#?}");
}

#[test]
fn the_starters_document_can_be_attached() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    starter::write(folder.path()).expect("it is written");
    let briefing = Briefing::open(folder.path()).expect("it opens");
    let path = folder.path().join("communique.txt");
    let attached =
        briefing_desk::analysis::attachment::Attachment::read(briefing.document.as_ref().expect("a document"), &path)
            .expect("it agrees");
    assert!(attached.is_whole());
}
