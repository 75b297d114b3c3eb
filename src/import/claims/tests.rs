//! Check sheets as people have them, each beside its outcome, which was written by hand first.

use std::fmt::Write as _;
use std::path::Path;

use proptest::prelude::*;

use crate::briefing::Claim;
use crate::briefing::progress::Progress;
use crate::import::tests::{desk, each_comes_to_its_outcome, of_text, said};
use crate::import::{Choices, Desk, Entry, ImportError, Plan, claims};
use crate::words::Words;

fn plan(desk: &Desk, path: &Path, choices: &Choices) -> Result<Plan, ImportError> {
    let words = Words::english();
    claims::plan(desk, path, choices, &|message| words.say(message), &Progress::default())
}

fn planned(desk: &Desk, name: &str, text: &str, choices: &Choices) -> Result<Plan, ImportError> {
    of_text(name, text, |path| plan(desk, path, choices))
}

/// A claim in one line: verdict, note, reason, where it is made, what was looked at.
fn in_short(claim: &Claim) -> String {
    let citations = claim.citations.iter().map(|citation| {
        citation.at.map_or_else(|| citation.source.to_string(), |at| format!("{} {at}", citation.source))
    });
    let evidence = claim.evidence.iter().map(|evidence| {
        let page = evidence.page.as_ref().map(|page| format!(" p. {page}")).unwrap_or_default();
        format!("{} {}{page}", evidence.source, evidence.stance.key())
    });
    let [citations, evidence] = [citations.collect::<Vec<_>>().join(", "), evidence.collect::<Vec<_>>().join(", ")];
    format!("= {} | {} | {} | {citations} | {evidence}", claim.verdict.key(), claim.note, claim.reason)
}

fn outcome(plan: &Plan, desk: &Desk) -> String {
    let mut text = format!("{}\n", plan.table.layout);
    for change in &plan.changes {
        let Entry::Part { kind, key, old, new } = &change.entry else { continue };
        let row = change.row.map(|row| format!(" @{row}")).unwrap_or_default();
        let sign = if old.is_some() { '~' } else { '+' };
        let _ = writeln!(text, "{sign} {} {key}: {new}{row}", kind.key());
        if kind.key() == "claim" {
            let claims = &desk.briefing().claims.claims;
            let claim = claims.iter().find(|claim| claim.id.as_str() == key).expect("it is there");
            let _ = writeln!(text, "{}", in_short(claim).trim_end());
        }
    }
    for left in &plan.left {
        let _ = writeln!(text, "left {} {}", left.count, left.why.id());
    }
    for remark in &plan.remarks {
        let _ = writeln!(text, "remark {}", remark.id());
    }
    if plan.same > 0 {
        let _ = writeln!(text, "same {}", plan.same);
    }
    text
}

#[test]
fn every_check_sheet_comes_to_what_was_written_by_hand() {
    each_comes_to_its_outcome("claims", 4, |path, expected| {
        let mut desk = desk();
        let made = match plan(&desk, path, &Choices::default()) {
            Ok(plan) => {
                desk.apply(&plan).map_err(|err| said(&err)).expect("it is taken");
                outcome(&plan, &desk)
            }
            Err(err) => format!("{}\n", said(&err)),
        };
        (expected.to_owned(), made)
    });
}

#[test]
fn a_sheet_imported_again_changes_nothing_and_a_later_one_what_it_says_otherwise() {
    let mut desk = desk();
    let first = "fact,source,verified\nFerries are blue,Harbour Courier,yes\n";
    desk.apply(&planned(&desk, "a.csv", first, &Choices::default()).expect("a plan")).expect("it is taken");
    let again = planned(&desk, "a.csv", first, &Choices::default()).expect("a plan");
    assert!(again.is_idle() && again.same == 1, "{:?}", again.changes);
    let later = "fact,source,verdict\nferries are BLUE,Any atlas,outdated\n";
    let plan = planned(&desk, "b.csv", later, &Choices::default()).expect("a plan");
    let changes: Vec<_> = plan.changes.iter().map(|change| (change.kind(), change.is_revision())).collect();
    assert_eq!(changes, [("evidence", false), ("verdict", true)]);
    desk.apply(&plan).expect("it is taken");
    let claim = desk.briefing().claims.claims.last().expect("a claim");
    assert_eq!(
        in_short(claim),
        "= outdated | taken from a check sheet | The check sheet gives no reason. Before this check sheet it was supported \
         (taken from a check sheet): The check sheet gives no reason. | communique | harbour-courier supports, atlas contradicts"
    );
    assert_eq!(claim.evidence[1].says, "What it says was not written down.", "not the words that it contradicts");
}

#[test]
fn a_source_that_says_otherwise_stands_beside_what_it_was_said_to_say() {
    let mut desk = desk();
    let text = "claim,verdict,evidence source,what it says,page\n\
        The League was founded on 3 June 2019,wrong,league-charter,signed on 4 June,7\n";
    let plan = planned(&desk, "a.csv", text, &Choices::default()).expect("a plan");
    let changes: Vec<_> = plan.changes.iter().map(|change| (change.kind(), change.is_revision())).collect();
    assert_eq!(changes, [("evidence", false), ("verdict", true)]);
    desk.apply(&plan).expect("it is taken");
    let claims = &desk.briefing().claims.claims;
    let claim = claims.iter().find(|claim| claim.id.as_str() == "founded-2019").expect("the claim");
    assert_eq!(
        in_short(claim),
        "= disputed | taken from a check sheet | The check sheet gives no reason. Before this check sheet it was supported \
         (date of the charter): The charter bears that date. | communique 2.1 | league-charter supports, \
         league-charter contradicts p. 7"
    );
    assert_eq!(claim.evidence[1].says, "signed on 4 June");
    let again = planned(&desk, "a.csv", text, &Choices::default()).expect("a plan");
    assert!(again.is_idle() && again.same == 1, "{:?}", again.changes);
}

#[test]
fn a_box_that_nobody_ticked_contradicts_nothing_and_undoes_nothing() {
    let mut desk = desk();
    let text = "fact,checked,source\nFerries are green,FALSE,Any atlas\nThe League was founded on 3 June 2019,FALSE,\n";
    let plan = planned(&desk, "a.csv", text, &Choices::default()).expect("a plan");
    assert_eq!(plan.changed().count(), 0, "{:?}", plan.changes);
    desk.apply(&plan).expect("it is taken");
    let claim = desk.briefing().claims.claims.last().expect("a claim");
    assert_eq!(
        in_short(claim),
        "= unverified | taken from a check sheet | The check sheet gives no reason. | communique | atlas context"
    );
    assert_eq!(claim.evidence[0].says, "What it says was not written down.");
}

#[test]
fn a_day_that_is_not_understood_is_said_and_a_column_tells_which_number_is_the_month() {
    let mut desk = desk();
    let row = |day: &str, at: usize| format!("Ferry {at} is blue,yes,Paper {at},{day}\n");
    let days = ["9/10/2023", "10/24/2023", "last week"];
    let rows: String = days.iter().zip(1..).map(|(day, at)| row(day, at)).collect();
    let text = format!("fact,verified,source,date accessed\n{rows}");
    let plan = planned(&desk, "a.csv", &text, &Choices::default()).expect("a plan");
    assert_eq!(plan.remarks.iter().map(crate::briefing::Message::id).collect::<Vec<_>>(), ["unread-days"]);
    desk.apply(&plan).expect("it is taken");
    let read: Vec<_> = desk.briefing().sources.sources.iter().rev().take(3).map(|source| source.read).collect();
    let read: Vec<_> = read.iter().rev().map(|read| read.map(|day| day.to_string()).unwrap_or_default()).collect();
    assert_eq!(read, ["2023-09-10", "2023-10-24", ""]);
}

#[test]
fn what_is_no_check_sheet_is_said_and_its_columns_can_be_named() {
    let desk = desk();
    for (text, part) in [("a,b\n1,2\n", "no column of facts was found among a, b"), ("", "is empty")] {
        let err = planned(&desk, "t.csv", text, &Choices::default()).expect_err(text);
        assert!(said(&err).contains(part), "{}", said(&err));
    }
    let named = Choices { columns: [("statement".to_owned(), "a".to_owned())].into(), ..Choices::default() };
    let plan = planned(&desk, "t.csv", "a,b\nThe sea is wide,2\n", &named).expect("its column was named");
    assert!(plan.changes.iter().any(|change| change.kind() == "claim"));
    let wrong = Choices { columns: [("fact".to_owned(), "a".to_owned())].into(), ..Choices::default() };
    assert!(said(&planned(&desk, "t.csv", "a,b\n1,2\n", &wrong).expect_err("no role")).contains("statement"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_stands_in_the_cells_what_is_planned_is_taken(
        cells in proptest::collection::vec(proptest::collection::vec("[^\"]{0,12}", 6), 0..6)
    ) {
        let mut text = "fact,source,link,verdict,note,at\n".to_owned();
        for row in cells {
            let quoted: Vec<String> = row.iter().map(|cell| format!("\"{cell}\"")).collect();
            text.push_str(&quoted.join(","));
            text.push('\n');
        }
        let mut desk = desk();
        if let Ok(plan) = planned(&desk, "t.csv", &text, &Choices::default()) {
            prop_assert!(desk.apply(&plan).is_ok(), "{text}");
        }
    }
}
