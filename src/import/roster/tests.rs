//! Lists of members as people have them, each beside its outcome, which was written by hand first.

use std::fmt::Write as _;
use std::path::Path;

use crate::briefing::progress::Progress;
use crate::import::tests::{desk, each_comes_to_its_outcome, of_text, said};
use crate::import::{Choices, Desk, Entry, ImportError, Plan, roster};
use crate::words::Words;

fn plan(desk: &Desk, path: &Path, choices: &Choices) -> Result<Plan, ImportError> {
    let words = Words::english();
    roster::plan(desk, path, choices, &|message| words.say(message), &Progress::default())
}

fn planned(desk: &Desk, name: &str, text: &str, choices: &Choices) -> Result<Plan, ImportError> {
    of_text(name, text, |path| plan(desk, path, choices))
}

fn outcome(plan: &Plan) -> String {
    let source = plan.table.source.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
    let mut text = format!("{} {source}\n", plan.table.layout);
    for change in &plan.changes {
        let Entry::Part { kind, key, old, new } = &change.entry else { continue };
        let row = change.row.map(|row| format!(" @{row}")).unwrap_or_default();
        let sign = if old.is_some() { '~' } else { '+' };
        let _ = writeln!(text, "{sign} {} {key}: {new}{row}", kind.key());
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
fn every_list_comes_to_what_was_written_by_hand() {
    each_comes_to_its_outcome("roster", 8, |path, expected| {
        let mut choices = Choices::default();
        let mut lines = String::new();
        for line in expected.lines() {
            if let Some(since) = line.strip_prefix("choose since=") {
                choices.since = Some(since.parse().expect("a date"));
            } else {
                let _ = writeln!(lines, "{line}");
            }
        }
        let mut desk = desk();
        let made = match plan(&desk, path, &choices) {
            Ok(plan) => {
                desk.apply(&plan).map_err(|err| said(&err)).expect("it is taken");
                outcome(&plan)
            }
            Err(err) => format!("{}\n", said(&err)),
        };
        (lines, made)
    });
}

#[test]
fn a_later_list_changes_what_an_earlier_one_brought_and_nothing_else() {
    let mut desk = desk();
    let first =
        planned(&desk, "league.csv", "state,status,since\nKenya,guest,2012\nUganda,guest,2013\n", &Choices::default());
    desk.apply(&first.expect("a plan")).expect("it is taken");
    let text = "state,status,since,until\nUganda,guest,2013,2020\nKenya,guest,2012,\n";
    let second = planned(&desk, "league.csv", text, &Choices::default()).expect("a plan");
    assert_eq!(second.same, 1);
    let changed: Vec<_> = second.changed().filter(|change| change.kind() == "spell").collect();
    assert_eq!(changed.len(), 1, "{changed:?}");
    desk.apply(&second).expect("it is taken");
    let briefing = desk.briefing();
    assert_eq!(second.table.source.as_ref().map(crate::briefing::Key::as_str), Some("roster-league"));
    let uganda = briefing.rosters[0].spells.iter().find(|spell| spell.state.as_str() == "uganda").expect("Uganda");
    assert_eq!(uganda.until.map(|until| until.to_string()).as_deref(), Some("2020"));
    let rows: Vec<u32> = briefing.rosters[0]
        .spells
        .iter()
        .flat_map(|spell| &spell.citations)
        .filter_map(|citation| citation.row)
        .map(std::num::NonZeroU32::get)
        .collect();
    assert_eq!(rows, [3, 2], "each cites its row of the later list");
}

#[test]
fn when_and_on_what_occasion_it_was_decided_comes_along() {
    let mut desk = desk();
    let text = "Country,Status,Since,Date of decision,Summit\n\
        Kenya,guest,2012-05-01,2011-07-10,Third summit\nUganda,guest,2013-01-01,2013-01-01,\n";
    let plan = planned(&desk, "league.csv", text, &Choices::default()).expect("a plan");
    desk.apply(&plan).expect("it is taken");
    let spells = &desk.briefing().rosters[0].spells;
    let of = |key: &str| {
        let spell = spells.iter().find(|spell| spell.state.as_str() == key).expect(key);
        (spell.decided.map(|day| day.to_string()), spell.occasion.clone())
    };
    assert_eq!(of("kenya"), (Some("2011-07-10".to_owned()), Some("Third summit".to_owned())));
    assert_eq!(of("uganda"), (None, None), "the same day is no other one");
}

#[test]
fn what_is_no_list_of_members_is_said() {
    let desk = desk();
    for (text, part) in [
        ("a,b\n1,2\n", "no column of states was found among a, b"),
        ("ioname,year,kenya,sdate\nA,2000,1,2000\nB,2000,1,2000\n", "has several organisations: A, B"),
        ("state\nAtlantis\n", "no state is left of it"),
    ] {
        let err = planned(&desk, "t.csv", text, &Choices::default()).expect_err(text);
        assert!(said(&err).contains(part), "{}", said(&err));
    }
    let named = Choices {
        names: [("Atlantis".to_owned(), "KE".to_owned())].into(),
        since: "2001".parse().ok(),
        ..Choices::default()
    };
    let plan = planned(&desk, "t.csv", "state\nAtlantis\n", &named).expect("who is meant was said");
    assert!(plan.changes.iter().any(|change| change.kind() == "spell"));
}
