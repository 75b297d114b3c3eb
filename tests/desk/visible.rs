//! Of whatever list of a briefing is long, only what is in view is laid out: a window over twice as much has as many
//! nodes for a screen reader, on every tab and in the inspector of everything that can be selected.

use std::sync::Arc;

use briefing_desk::analysis::checks;
use briefing_desk::briefing::Briefing;
use briefing_desk::ui::app::App;
use briefing_desk::ui::{Command, Selection, TabKey};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use tempfile::TempDir;

use crate::grown_lists::{each, write};
use crate::harness::{open_with, wait_for_members};

/// What a list has more is not laid out more than this, however a scroll bar or a longer number wraps a line.
const FEW: usize = 40;

/// The bundled briefing with so many entries in every list.
pub fn grown(size: usize) -> Arc<Briefing> {
    let folder = TempDir::new().expect("a temporary folder");
    // What stands beside a series is another of its size, of which a window has one or two.
    let lists: Vec<_> = each().into_iter().filter(|list| list.name != "series").collect();
    write(&lists, folder.path(), size);
    match Briefing::open(folder.path()) {
        Ok(briefing) => Arc::new(briefing),
        Err(err) => panic!("{:?}", err.problems().iter().take(3).collect::<Vec<_>>()),
    }
}

/// One of each kind of what can be selected, the one on which most rests.
fn selections(briefing: &Briefing) -> Vec<(&'static str, Selection)> {
    let series = briefing.main_series().expect("a series");
    let findings = checks::run(briefing);
    let finding = findings.iter().max_by_key(|finding| finding.citations.len()).expect("a finding");
    vec![
        ("a claim", Selection::Claim(briefing.claims.claims[0].id.clone())),
        ("a sentence", Selection::Sentence(briefing.claims.claims[0].citations[0].at.expect("a place"))),
        ("the document", Selection::Source(briefing.document_source().expect("a document").clone())),
        ("a source", Selection::Source(briefing.claims.claims[0].evidence[0].source.clone())),
        ("a state", Selection::State(briefing.rosters[0].spells[0].state.clone())),
        ("a period", Selection::Period(series.id.clone(), series.observations[0].period)),
        ("a finding", Selection::Finding(finding.id.clone())),
    ]
}

fn nodes(harness: &mut Harness<'static, App>) -> usize {
    harness.root().children_recursive().count()
}

/// What is measured of a window at rest: each tab, with nothing selected and with one of everything.
pub fn walked<T>(
    briefing: Arc<Briefing>,
    mut measure: impl FnMut(&mut Harness<'static, App>) -> T,
) -> Vec<(String, T)> {
    let selections = selections(&briefing);
    // One window for all: it checks the briefing as it opens.
    let mut harness = open_with(briefing, TabKey::SUMMARY);
    let ctx = harness.ctx.clone();
    let mut measured = Vec::new();
    for tab in TabKey::all() {
        harness.state_mut().run(&ctx, Command::Show(tab));
        if tab == TabKey::MEMBERS {
            wait_for_members(&mut harness);
        }
        harness.run_steps(4);
        measured.push((format!("{tab:?}"), measure(&mut harness)));
        for (name, selection) in &selections {
            harness.state_mut().run(&ctx, Command::Select(selection.clone()));
            harness.run_steps(4);
            measured.push((format!("{tab:?} with {name}"), measure(&mut harness)));
        }
    }
    measured
}

#[test]
fn twice_as_much_of_everything_is_laid_out_as_the_same_number_of_rows() {
    let (some, more) = (walked(grown(150), nodes), walked(grown(300), nodes));
    for ((what, some), (_, more)) in some.into_iter().zip(more) {
        assert!(more <= some + FEW, "{what}: {some} nodes, and {more} of twice as much");
    }
}
