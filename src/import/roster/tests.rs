//! Lists of members as people have them, each beside its outcome, which was written by hand first.

use std::fmt::Write as _;
use std::path::Path;

use crate::briefing::progress::Progress;
use crate::import::tests::{desk, each_comes_to_its_outcome, of_text, said};
use crate::import::{Choices, DayOrder, Desk, Entry, ImportError, Plan, roster};
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

/// A desk whose briefing has no roster.
fn bare() -> Desk {
    let mut folder = desk().folder().clone();
    folder.remove("roster.json");
    folder.remove("claims.json");
    folder.remove("meeting.json");
    Desk::of(folder).map_err(|err| said(&err)).expect("a briefing without a roster")
}

fn begun() -> Choices {
    Choices { organisation: Some("north-union".parse_key()), ..Choices::default() }
}

/// The spells that come of a list, and what is left and remarked.
fn spells(desk: &Desk, text: &str, choices: &Choices) -> (Vec<String>, Vec<String>) {
    let plan = planned(desk, "list.csv", text, choices).map_err(|err| said(&err)).expect("a plan");
    let parts = plan.changes.iter().filter_map(|change| match &change.entry {
        Entry::Part { kind, new, .. } if kind.key() == "spell" => Some(new.clone()),
        _ => None,
    });
    let left = plan.left.iter().map(|left| format!("{} {}", left.count, left.why.id()));
    (parts.collect(), left.chain(plan.remarks.iter().map(|remark| remark.id().to_owned())).collect())
}

#[test]
fn a_date_that_is_not_understood_is_left_and_neither_absent_nor_another() {
    let since = Choices { since: "2020".parse().ok(), ..Choices::default() };
    let text = "Country,Status,Joined,Withdrew\nKenya,guest,9/28/1960,\nUganda,guest,04-Apr-49,\nVietnam,guest,,\n\
        Peru,guest,1990,18-Aug-09\nChile,guest,9/10/1961,present\nCuba,guest,1991,1/31/2020\nLaos,guest,3rd May 1992,1/2/2020\n";
    let (spells, said) = spells(&desk(), text, &since);
    assert_eq!(
        spells,
        [
            "kenya, guest, 1960-09-28/",
            "vietnam, guest, 2020/",
            "chile, guest, 1961-09-10/",
            "cuba, guest, 1991/2020-01-31",
            "laos, guest, 1992-05-03/2020-01-02"
        ]
    );
    assert_eq!(said, ["2 left-unread-date", "unread-dates"]);
}

#[test]
fn two_numbers_of_which_either_is_the_month_are_left_where_the_column_does_not_tell() {
    let text = "Country,Status,Date of admission\nKenya,guest,9/10/1960\nUganda,guest,4/5/1961\nPeru,guest,6/6/1962\n";
    let (spells, said) = spells(&desk(), text, &Choices::default());
    assert_eq!(spells, ["peru, guest, 1962-06-06/"]);
    assert_eq!(said, ["2 left-either-day", "either-days"]);
}

#[test]
fn a_column_of_days_is_known_by_what_they_are_of() {
    for since in [
        "Date joined",
        "Joined on",
        "Accession date",
        "Year of entry",
        "Entry into force",
        "Fecha de ingreso",
        "Date d’adhésion",
        "Дата вступления",
        "Beitrittsdatum",
        "加入年份",
        "تاريخ الانضمام",
        "Accession[a]",
    ] {
        for until in
            ["Withdrew", "Exit", "Date of withdrawal", "Year left", "Fecha de salida", "Austritt", "Дата выхода"]
        {
            let text = format!("State;Status;{since};{until}\nKenya;guest;1960;1999\n");
            let (spells, _) = spells(&desk(), &text, &Choices::default());
            assert_eq!(spells, ["kenya, guest, 1960/1999"], "{since}, {until}");
        }
    }
    let text = "State,Membership\nKenya,1960-01-01\nPeru,1961-01-01\n";
    let since_then = ["kenya, harbour-state, 1960-01-01/", "peru, harbour-state, 1961-01-01/"];
    assert_eq!(spells(&desk(), text, &Choices::default()).0, since_then);
    // What is called otherwise is said, and can be named.
    let text = "State,Status,Since,Sunset\nKenya,guest,1960,1999-01-01\n";
    assert_eq!(spells(&desk(), text, &Choices::default()).1, ["dates-left"]);
    let named = Choices { columns: [("until".to_owned(), "Sunset".to_owned())].into(), ..Choices::default() };
    assert_eq!(spells(&desk(), text, &named), (vec!["kenya, guest, 1960/1999-01-01".to_owned()], Vec::new()));
}

#[test]
fn a_list_for_a_new_organisation_without_a_day_says_what_is_missing() {
    let desk = bare();
    for (text, part) in [
        ("State,Whatever\nKenya,x\n", "says of no state since when"),
        ("Kenya\nUganda\n", "says of no state since when"),
        ("State,Joined\nKenya,long ago\nUganda,soon\n", "has no date that is understood: long ago"),
        ("State,Joined\nKenya,9/10/1960\nUganda,soon\n", "--dates day-first"),
    ] {
        let err = planned(&desk, "t.csv", text, &begun()).expect_err(text);
        assert!(said(&err).contains(part), "{}", said(&err));
    }
    let other = Choices { organisation: Some("somewhere-else".parse_key()), ..Choices::default() };
    let err = planned(&self::desk(), "t.csv", "State\nKenya\n", &other).expect_err("none is called so");
    assert!(!said(&err).contains("``"), "{}", said(&err));
}

#[test]
fn a_name_of_one_state_and_the_code_of_another_make_neither_a_member() {
    let text = "State,ISO,Status,Since\nAustria,AU,guest,1995\nKenya,KE,guest,1996\nNiger,NG,guest,1997\n";
    let (spells, said) = spells(&desk(), text, &Choices::default());
    assert_eq!(spells, ["kenya, guest, 1996/"]);
    assert_eq!(said, ["2 left-at-odds", "at-odds"]);
    let chosen = Choices { names: [("Austria".to_owned(), "AT".to_owned())].into(), ..Choices::default() };
    let (spells, said) = self::spells(&desk(), text, &chosen);
    assert_eq!(spells, ["austria, guest, 1995/", "kenya, guest, 1996/"]);
    assert_eq!(said, ["1 left-at-odds", "at-odds"]);
}

#[test]
fn the_label_of_a_column_is_what_its_entries_are_called() {
    let text = "country,countryLabel,start\nhttp://www.wikidata.org/entity/Q114,Kenya,2001-06-15T00:00:00Z\n";
    assert_eq!(spells(&desk(), text, &Choices::default()).0, ["kenya, harbour-state, 2001-06-15/"]);
}

#[test]
fn a_state_without_a_status_among_others_has_none() {
    let text = "State,Status,Since\nKenya,guest,1990\nPeru,,1992\n";
    assert_eq!(
        spells(&desk(), text, &Choices::default()),
        (vec!["kenya, guest, 1990/".to_owned()], vec!["1 left-no-status".to_owned(), "statusless".to_owned()])
    );
    let given = Choices { status: Some("guest".to_owned()), ..Choices::default() };
    assert_eq!(spells(&desk(), text, &given).0, ["kenya, guest, 1990/", "peru, guest, 1992/"]);
}

#[test]
fn statuses_keep_their_names_and_what_is_taken_for_another_is_said() {
    let text = "State,Status,Since\nKenya,Dialogue partner,1990\nPeru,Partner,1991\nChile,Full member,1992\n\
        Cuba,member state,1993\nLaos,对话伙伴,1994\n";
    let (spells, said) = spells(&desk(), text, &Choices::default());
    assert_eq!(
        spells,
        [
            "kenya, dialogue-partner, 1990/",
            "peru, partner, 1991/",
            "chile, member, 1992/",
            "cuba, member, 1993/",
            "laos, dialogue-partner, 1994/"
        ]
    );
    assert_eq!(said, ["statuses-alike", "statuses-alike"]);
}

#[test]
fn what_a_panel_of_years_does_not_know_becomes_no_fact() {
    let text = "ioname,year,kenya,uganda,peru,chile,sdate\nA,1989,1,0,1,-9,1949\nA,1990,1,1,0,-9,1949\n\
        A,1993,1,1,1,1,1949\nA,1994,1,0,1,1,1949\n";
    let (spells, said) = spells(&bare(), text, &begun());
    assert_eq!(spells, ["uganda, member, 1990/1994"]);
    assert_eq!(said, ["4 left-begun-before", "begun-before", "roster-begun-as-founded", "panel-ends", "unknown-years"]);
    let since = Choices { since: "1949".parse().ok(), ..begun() };
    let mut desk = bare();
    let plan = planned(&desk, "a.csv", text, &since).expect("a plan");
    desk.apply(&plan).map_err(|err| self::said(&err)).expect("it is taken");
    let roster = &desk.briefing().rosters[0];
    let bounds = (roster.organisation.founded.to_string(), roster.known_until.to_string());
    assert_eq!(bounds, ("1949".to_owned(), "1994-12-31".to_owned()));
    let later = Choices { since: "1991".parse().ok(), ..begun() };
    let (_, said) = self::spells(&bare(), text, &later);
    assert!(said.contains(&"2 left-since-outside".to_owned()), "{said:?}");
}

#[test]
fn of_states_and_years_the_column_of_the_organisation_counts() {
    let text =
        "ccode,year,state,one,two\n501,1999,kenya,0,-1\n501,2000,kenya,1,0\n500,1999,uganda,1,0\n500,2000,uganda,1,0\n";
    let err = planned(&bare(), "t.csv", text, &begun()).expect_err("which of them is not said");
    assert!(said(&err).contains("one, two") && said(&err).contains("--column status=HEAD"), "{}", said(&err));
    let named = Choices { columns: [("status".to_owned(), "one".to_owned())].into(), ..begun() };
    assert_eq!(spells(&bare(), text, &named).0, ["kenya, member, 2000/"]);
    let called = Choices { organisation: Some("two".parse_key()), since: "1990".parse().ok(), ..Choices::default() };
    let err = planned(&bare(), "t.csv", text, &called).expect_err("nobody is a member");
    assert!(said(&err).contains("no state"), "{}", said(&err));
}

trait ParseKey {
    fn parse_key(&self) -> crate::briefing::Key;
}

impl ParseKey for str {
    fn parse_key(&self) -> crate::briefing::Key {
        crate::briefing::Key::try_from(self.to_owned()).expect("a key")
    }
}

#[test]
fn which_number_of_a_date_is_the_month_can_be_said() {
    let text = "State,Status,Since\nKenya,guest,9/10/1960\nPeru,guest,3/4/1961\n";
    let (none, remarks) = spells(&desk(), text, &Choices::default());
    assert!(none.is_empty());
    assert_eq!(remarks, ["2 left-either-day", "either-days"]);
    for (dates, meant) in [
        (DayOrder::DayFirst, ["kenya, guest, 1960-10-09/", "peru, guest, 1961-04-03/"]),
        (DayOrder::MonthFirst, ["kenya, guest, 1960-09-10/", "peru, guest, 1961-03-04/"]),
    ] {
        let choices = Choices { dates: Some(dates), ..Choices::default() };
        assert_eq!(spells(&desk(), text, &choices).0, meant);
    }
    let choices = Choices { dates: Some(DayOrder::DayFirst), ..Choices::default() };
    let plain = "State,Status,Since\nKenya,guest,1960-10-09\n";
    let err = planned(&desk(), "t.csv", plain, &choices).expect_err("there is nothing to say it of");
    assert!(said(&err).contains("Leave --dates out"), "{}", said(&err));
}

#[test]
fn codes_are_read_whatever_their_column_is_called() {
    for head in ["Código", "Codice", "Code pays", "Код страны"] {
        let text = format!("State,{head},Status,Since\nKenya,PE,guest,1960\nPeru,PE,guest,1961\n");
        let plan = planned(&desk(), "t.csv", &text, &Choices::default());
        let plan = plan.expect("a plan");
        assert!(plan.remarks.iter().any(|remark| remark.id() == "at-odds"), "{head}: {:?}", plan.remarks);
    }
}
