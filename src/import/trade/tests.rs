//! Tables in the exact layouts of those who publish them, each beside its outcome, which was written by hand first.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::briefing::progress::Progress;
use crate::briefing::{Briefing, FlowRole, Key, Series};
use crate::import::tests::{desk, each_comes_to_its_outcome, of_text, said};
use crate::import::{Choices, Desk, ImportError, OPTIONS, Plan, trade};
use crate::words::Words;

fn bundled() -> Desk {
    Desk::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).expect("the bundled briefing")
}

fn plan(desk: &Desk, path: &Path, choices: &Choices) -> Result<Plan, ImportError> {
    let words = Words::english();
    let choices = Choices { read: Some("2026-11-26".parse().expect("a date")), ..choices.clone() };
    trade::plan(desk, path, &choices, &|message| words.say(message), &Progress::default())
}

/// Plans a text as if it were a file.
pub(super) fn planned(desk: &Desk, name: &str, text: &str, choices: &Choices) -> Result<Plan, ImportError> {
    of_text(name, text, |path| plan(desk, path, choices))
}

pub(super) fn applied(desk: &mut Desk, plan: &Plan) -> Briefing {
    desk.apply(plan).map_err(|err| said(&err)).expect("it is taken");
    desk.briefing().clone()
}

/// What came of a table, in a line for each thing.
fn outcome(plan: &Plan, briefing: &Briefing) -> String {
    let mut text = String::new();
    let source = plan.table.source.as_ref().and_then(|key| briefing.source(key)).expect("a source");
    let _ = writeln!(text, "{} | {} | {} | {}", plan.table.layout, source.id, source.publisher, source.title);
    for series in briefing.all_series().filter(|series| cites(series, &source.id)) {
        let unit = format!("{} {}", series.unit.currency, series.unit.scale);
        let _ = writeln!(text, "{} | {} | {} | {}", series.id, series.reporter, unit.trim(), series.valuation);
        for flow in &series.flows {
            let role = match flow.role {
                FlowRole::Total => "total",
                FlowRole::Forward => "forward",
                FlowRole::Backward => "backward",
            };
            let valuation = flow.valuation.as_deref().unwrap_or_default();
            let of = flow.of.as_ref().map(|of| format!(" of {of}")).unwrap_or_default();
            let _ = writeln!(text, "  {} | {} | {role} {valuation}{of}", flow.id, flow.name);
            for value in series.observations.iter().filter(|value| value.flow == flow.id) {
                let rows = value.citations.iter().filter_map(|citation| citation.row);
                let rows: Vec<String> = rows.map(|row| format!("@{row}")).collect();
                let note = value.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
                let _ = writeln!(text, "    {} {} {}{note}", value.period, value.value, rows.join(" "));
            }
        }
    }
    for left in &plan.left {
        let _ = writeln!(text, "left {} {}", left.count, left.why.id());
    }
    for remark in &plan.remarks {
        let _ = writeln!(text, "remark {}", remark.id());
    }
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

fn cites(series: &Series, source: &Key) -> bool {
    series.observations.iter().flat_map(|value| &value.citations).any(|citation| citation.source == *source)
}

#[test]
fn every_layout_comes_to_what_was_written_by_hand() {
    each_comes_to_its_outcome("trade", 32, |path, expected| {
        let mut choices = Choices::default();
        let mut lines = String::new();
        for line in expected.lines() {
            match line.strip_prefix("choose ").and_then(|given| given.split_once('=')) {
                Some((key, value)) => {
                    let option = OPTIONS.iter().find(|option| option.key == key).expect("an option");
                    option.choose(&mut choices, value).expect("a value that it can have");
                }
                None => {
                    let _ = writeln!(lines, "{line}");
                }
            }
        }
        let mut desk = desk();
        let made = match plan(&desk, path, &choices) {
            Ok(plan) => {
                let briefing = applied(&mut desk, &plan);
                outcome(&plan, &briefing)
            }
            Err(err) => format!("{}\n", said(&err)),
        };
        (lines, made)
    });
}

/// The figures of a direction of the bundled series, in ones of a dollar.
fn figures_of<'a>(series: &'a Series, flow: &'a str) -> impl Iterator<Item = (String, String)> + 'a {
    let own = series.observations.iter().filter(move |value| value.flow.as_str() == flow && value.period.is_year());
    own.map(|value| {
        let dollars = value.value * rust_decimal::Decimal::from(1_000_000_000);
        (value.period.to_string(), dollars.normalize().to_string())
    })
}

#[test]
fn the_bundled_figures_laid_out_as_others_do_are_the_same_figures() {
    let desk = bundled();
    let briefing = desk.briefing();
    let series = briefing.main_series().expect("the main series");
    let mut comtrade = String::from(
        "freqCode,refYear,period,reporterISO,reporterCode,flowCode,partnerISO,partnerCode,cmdCode,cifvalue,fobvalue,primaryValue\n",
    );
    let mut sdmx = String::from(
        "DATAFLOW,REF_AREA,COUNTERPART_AREA,TRADE_FLOW,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT\n",
    );
    let mut years = std::collections::BTreeSet::new();
    for (flow, code) in [("russia-to-china", "M"), ("china-to-russia", "X")] {
        for (year, dollars) in figures_of(series, flow) {
            // Of several figures of a year the first is laid out.
            if years.insert((flow, year.clone())) {
                let _ = writeln!(comtrade, "A,{year},{year},CHN,156,{code},RUS,643,TOTAL,,,{dollars}");
                let _ = writeln!(sdmx, "X:Y(1.0),CN,RU,{code},A,{year},{dollars},USD,0");
            }
        }
    }
    assert!(years.len() >= 18, "ten years both ways: {}", years.len());
    for (name, text) in [("c.csv", &comtrade), ("s.csv", &sdmx)] {
        // Beside what is there nothing is new.
        let choices = Choices { series: Some(series.id.clone()), ..Choices::default() };
        let beside = planned(&desk, name, text, &choices).expect("a plan");
        assert_eq!(
            (beside.same, beside.changes.iter().filter(|change| change.kind() == "figure").count()),
            (years.len(), 0),
            "{name}"
        );
        // Alone they are the same observations.
        let alone = planned(&desk, name, text, &Choices::default()).expect("a plan");
        let mut other = desk.clone();
        let with = applied(&mut other, &alone);
        let key = alone.table.source.clone().expect("a source");
        let made = with.all_series().find(|series| cites(series, &key)).expect("a new series");
        assert_eq!((made.unit.currency.as_str(), made.unit.scale.as_str()), ("USD", "bn"));
        for (own, theirs) in [("russia-to-china", "imports"), ("china-to-russia", "exports")] {
            let pick = |series: &Series, flow: &str| -> Vec<_> {
                let mut figures: Vec<_> = figures_of(series, flow).collect();
                figures.sort();
                figures.dedup_by(|one, other| one.0 == other.0);
                figures
            };
            assert!(!pick(series, own).is_empty());
            assert_eq!(pick(series, own), pick(made, theirs), "{name} {own}");
        }
    }
}

#[test]
fn a_later_edition_revises_and_loses_nothing_of_the_readers() {
    let mut desk = desk();
    let head = "reporter,partner,flow,period,value,unit\n";
    let first = format!("{head}Japan,Fiji,export,2023,10.5,million USD\nJapan,Fiji,export,2024,11.5,million USD\n");
    let plan = planned(&desk, "trade-1.csv", &first, &Choices::default()).expect("a plan");
    applied(&mut desk, &plan);
    let again = planned(&desk, "trade-1.csv", &first, &Choices::default()).expect("a plan");
    assert!(again.is_idle() && again.same == 2, "the same file changes nothing: {:?}", again.changes);
    // The reader writes a note.
    let file = "trade/trade-1-japan-fiji.json";
    let noted = desk.folder().text(file).expect("the file").replacen(
        "\"value\": \"11.5\"",
        "\"value\": \"11.5\", \"note\": \"Mine.\"",
        1,
    );
    let mut folder = desk.folder().clone();
    folder.put(file, noted);
    let mut desk = Desk::of(folder).expect("still a briefing");
    let second = format!(
        "{head}Japan,Fiji,export,2022,9,million USD\nJapan,Fiji,export,2023,10.5,million USD\nJapan,Fiji,export,2024,11.75,million USD\n"
    );
    let plan = planned(&desk, "trade-1.csv", &second, &Choices::default()).expect("a plan");
    let words = Words::english();
    let changed: Vec<String> = plan.changed().map(|change| words.say(&change.message())).collect();
    assert!(changed.iter().any(|line| line.contains("11.5 → 11.75")), "{changed:?}");
    assert_eq!(plan.same, 1);
    let briefing = applied(&mut desk, &plan);
    let key = plan.table.source.clone().expect("a source");
    assert_eq!(key.as_str(), "trade-1-japan-fiji", "one source for the data set");
    let series = briefing.all_series().find(|series| cites(series, &key)).expect("the series");
    let of_2024 = series.observations.iter().find(|value| value.period.to_string() == "2024").expect("2024");
    assert_eq!((of_2024.value.to_string().as_str(), of_2024.note.as_deref()), ("11.75", Some("Mine.")));
    let rows: Vec<_> = series
        .observations
        .iter()
        .map(|value| (value.period.to_string(), value.citations[0].row.expect("a row").get()))
        .collect();
    assert_eq!(
        rows,
        [("2023".to_owned(), 3), ("2024".to_owned(), 4), ("2022".to_owned(), 2)],
        "each cites its row of the new file"
    );
    // An extract that does not have all of it is a source beside the first.
    let third = format!("{head}Japan,Fiji,export,2025,12,million USD\n");
    let plan = planned(&desk, "trade-1.csv", &third, &Choices::default()).expect("a plan");
    assert_eq!(plan.table.source.as_ref().map(Key::as_str), Some("trade-1-japan-fiji-2"));
    applied(&mut desk, &plan);
}

#[test]
fn what_is_wrong_is_said_with_its_place_and_what_to_do() {
    let desk = desk();
    for (text, choices, expected) in [
        ("", Choices::default(), "is empty"),
        ("a,b\n1,2\n", Choices::default(), "no layout is known by these columns: a, b"),
        (
            "year,value\n2024,\"1,475\"\n2025,\"2,300\"\n",
            Choices::default(),
            "column “value”: it cannot be told whether a comma parts",
        ),
        ("year,value\n2024,x1\nq,y\nr,z\n", Choices::default(), "have none"),
        (
            "year,value\n2024,5\n",
            Choices { series: Some(Key::try_from("freight-eu".to_owned()).expect("a key")), ..Choices::default() },
            "Did you mean `freight-eur`?",
        ),
        ("year,value\n2024,:\n", Choices::default(), "no figure is left of it: no number: a gap stays a gap (1)"),
        ("{\"data\": [{\"a\": 1,}]}", Choices::default(), "is no valid JSON"),
        ("<html><table></table></html>", Choices::default(), "is a web page"),
        ("%PDF-1.7", Choices::default(), "is a PDF"),
    ] {
        let err = planned(&desk, "t.csv", text, &choices).expect_err(text);
        let said = said(&err);
        assert!(said.contains(expected) && said.starts_with("t.csv"), "{text}: {said}");
    }
    let usd = planned(
        &desk,
        "t.csv",
        "year,value\n2024,5\n",
        &Choices {
            series: Key::try_from("freight-eur".to_owned()).ok(),
            unit: Some("USD".to_owned()),
            ..Choices::default()
        },
    );
    assert!(said(&usd.expect_err("another currency")).contains("is in USD, and the series in EUR"));
}

#[test]
fn choices_correct_what_was_not_recognised_and_are_kept() {
    let mut desk = desk();
    let text = "who;what;when;how much;region\nSerendib;Exports;2023;1,5;A\nSerendib;Exports;2024;2,5;A\nSerendib;Exports;2024;9,5;B\n";
    let mut choices =
        Choices { unit: Some("bn USD".to_owned()), publisher: Some("Somebody".to_owned()), ..Choices::default() };
    for (role, head) in [("reporter", "who"), ("flow", "what"), ("period", "when"), ("value", "how much")] {
        choices.columns.insert(role.to_owned(), head.to_owned());
    }
    choices.names.insert("Serendib".to_owned(), "LK".to_owned());
    choices.keep.push(("region".to_owned(), vec!["A".to_owned()]));
    let first = planned(&desk, "own-2024.csv", text, &choices).expect("a plan");
    assert_eq!(first.left.iter().map(|left| (left.count, left.why.id())).collect::<Vec<_>>(), [(1, "left-filtered")]);
    let briefing = applied(&mut desk, &first);
    let series = briefing.all_series().find(|series| series.reporter == "Sri Lanka").expect("the state that was meant");
    assert_eq!(series.observations.len(), 2);
    let table = briefing.sources.sources.last().and_then(|source| source.table.clone()).expect("a table");
    assert_eq!(
        (table.columns.get("value").map(String::as_str), table.names.get("Serendib").map(String::as_str)),
        (Some("how much"), Some("LK"))
    );
    // The next edition needs no columns.
    let next = text.replace("2,5;A", "2,75;A");
    let again = planned(
        &desk,
        "own-2025.csv",
        &next,
        &Choices { keep: choices.keep, unit: choices.unit, ..Choices::default() },
    )
    .expect("a plan");
    assert_eq!(again.columns.iter().filter(|column| column.role.is_some()).count(), 4);
}

#[test]
fn columns_are_remembered_for_a_table_that_has_them_and_no_other() {
    let mut desk = desk();
    let mut choices = Choices { unit: Some("USD".to_owned()), ..Choices::default() };
    for (role, head) in [("period", "when"), ("value", "how much")] {
        choices.columns.insert(role.to_owned(), head.to_owned());
    }
    let own = planned(&desk, "data.csv", "when,how much\n2023,1.5\n", &choices).expect("a plan");
    applied(&mut desk, &own);
    let other = "Reporter Name,Partner Name,Trade Flow,Product Group,Measure,2023\nFiji,Peru,Export,All Products,US$ Thousand,5\n";
    let other = planned(&desk, "data (1).csv", other, &Choices::default()).expect("a plan");
    assert_eq!(other.table.layout, "wits");
}

#[test]
fn a_name_that_means_nothing_in_a_table_is_told() {
    let mut choices = Choices::default();
    choices.names.insert("Figi".to_owned(), "FJ".to_owned());
    choices.names.insert("Fidji".to_owned(), "FJ".to_owned());
    let table = "reporter,partner,flow,year,value,unit\nFidji,Peru,Export,2023,5,USD\n";
    let plan = planned(&desk(), "t.csv", table, &choices).expect("a plan");
    let told = plan.remarks.iter().filter(|remark| remark.id() == "unused-name").count();
    assert_eq!(told, 1, "{:?}", plan.remarks);
}

/// The tables of the fixtures that can be imported, each with what is chosen for it.
fn fixtures() -> Vec<(PathBuf, Choices)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/trade");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the fixtures").map(|entry| entry.expect("one").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending != "expected"));
    paths.sort();
    let chosen = |path: PathBuf| {
        let expected = std::fs::read_to_string(format!("{}.expected", path.display())).expect("it stands beside it");
        let mut choices = Choices::default();
        for (key, value) in expected.lines().filter_map(|line| line.strip_prefix("choose ")?.split_once('=')) {
            let option = OPTIONS.iter().find(|option| option.key == key).expect("an option");
            option.choose(&mut choices, value).expect("a value that it can have");
        }
        (path, choices)
    };
    paths.into_iter().map(chosen).collect()
}

#[test]
fn what_is_said_of_a_table_is_done_in_every_layout_or_refused() {
    let (mut done, mut refused) = (0, 0);
    for (path, chosen) in fixtures() {
        if plan(&desk(), &path, &chosen).is_err() {
            continue;
        }
        for (key, value, is_done) in [
            ("reporter", "Peru", (|series| series.reporter == "Peru") as fn(&Series) -> bool),
            ("partner", "Peru", |series| series.id.as_str().contains("peru")),
            ("unit", "thousand JPY", |series| series.unit.currency == "JPY"),
            ("period", "1999", |series| series.observations.iter().any(|own| own.period.days().0.year() == 1999)),
            ("flow", "imports", |series| series.flows.iter().any(|flow| flow.role == FlowRole::Backward)),
            ("dates", "day-first", |_| false),
            ("column", "status=there is none", |_| false),
            ("column", "no role=there is none", |_| false),
        ] {
            let mut choices = chosen.clone();
            let option = OPTIONS.iter().find(|option| option.key == key).expect("an option");
            option.choose(&mut choices, value).expect("a value that it can have");
            let mut desk = desk();
            match plan(&desk, &path, &choices) {
                Ok(plan) => {
                    let before = desk.briefing().all_series().count();
                    let briefing = applied(&mut desk, &plan);
                    let mut new = briefing.all_series().skip(before);
                    assert!(new.any(is_done), "{}: --{key} {value} changes nothing", path.display());
                    done += 1;
                }
                Err(err) => {
                    assert!(!said(&err).contains('\u{fffd}'));
                    refused += 1;
                }
            }
        }
    }
    assert!(done > 20 && refused > 20, "{done} {refused}");
}

#[test]
fn a_column_is_what_it_was_chosen_as_in_every_layout() {
    let (mut taken, mut refused) = (0, 0);
    for (path, chosen) in fixtures() {
        let Ok(usual) = plan(&desk(), &path, &chosen) else { continue };
        // Whatever is with whom it was traded: what a table has of its reporters.
        for column in usual.columns.iter().filter(|column| column.role == Some("reporter")) {
            let mut choices = chosen.clone();
            choices.columns.insert("partner".to_owned(), column.head.clone());
            choices.reporter = Some("Peru".to_owned());
            choices.columns.insert("reporter".to_owned(), String::new());
            let mut desk = desk();
            match plan(&desk, &path, &choices) {
                Ok(plan) => {
                    let before = desk.briefing().all_series().count();
                    let briefing = applied(&mut desk, &plan);
                    let mut new = briefing.all_series().skip(before);
                    assert!(new.all(|series| series.reporter == "Peru"), "{}", path.display());
                    taken += 1;
                }
                Err(err) => {
                    assert!(said(&err).contains(&*path.file_name().expect("one").to_string_lossy()));
                    refused += 1;
                }
            }
        }
    }
    assert!(taken > 5, "{taken} {refused}");
}

#[test]
fn a_name_of_one_state_beside_the_code_of_another_is_left_and_said() {
    let head = "Country Name,Country Code,Indicator Name,Indicator Code,2022,2023\n";
    let austria = "Austria,AU,Merchandise exports (current US$),X,5,6\n";
    let text = format!("{head}{austria}Peru,PER,Merchandise exports (current US$),X,7,8\n");
    let made = planned(&desk(), "t.csv", &text, &Choices::default()).expect("a plan");
    let words = Words::english();
    assert_eq!(made.left.iter().map(|left| (left.count, left.why.id())).collect::<Vec<_>>(), [(2, "left-at-odds")]);
    let said_of_it = |remark: &crate::briefing::Message| words.say(remark).contains("Austria (AU)");
    assert!(made.remarks.iter().any(said_of_it), "{:?}", made.remarks);
    // Nothing else is there: which state it is is asked.
    let alone = planned(&desk(), "t.csv", &format!("{head}{austria}"), &Choices::default()).expect_err("at odds");
    assert!(said(&alone).contains("Austria (AU)") && said(&alone).contains("--map"), "{}", said(&alone));
    let mut choices = Choices::default();
    choices.names.insert("Austria".to_owned(), "AT".to_owned());
    let plan = planned(&desk(), "t.csv", &format!("{head}{austria}"), &choices).expect("it was said who is meant");
    assert_eq!(applied(&mut desk(), &plan).all_series().filter(|series| series.reporter == "Austria").count(), 1);
}

#[test]
fn a_name_that_was_chosen_as_something_else_leaves_no_code_behind() {
    let table = "Country Name,Country Code,Indicator Name,Indicator Code,2022,2023\nPeru,PER,Merchandise exports (current US$),X,5,6\n";
    let mut choices = Choices { reporter: Some("Fiji".to_owned()), ..Choices::default() };
    choices.columns.insert("partner".to_owned(), "Country Name".to_owned());
    let plan = planned(&desk(), "t.csv", table, &choices).expect("a plan");
    let mut desk = desk();
    let briefing = applied(&mut desk, &plan);
    assert!(briefing.all_series().any(|series| series.id.as_str() == "world-bank-fiji-peru-usd"));
    // One column may be two things.
    let table = "DATAFLOW,geo,partner,indic_et,freq,TIME_PERIOD,OBS_VALUE\nESTAT:X(1.0),PL,UA,MIO_EXP_VAL,A,2023,5\n";
    let mut choices = Choices::default();
    choices.columns.insert("unit".to_owned(), "indic_et".to_owned());
    let plan = planned(&self::desk(), "t.csv", table, &choices).expect("a plan");
    let briefing = applied(&mut self::desk(), &plan);
    let series = briefing
        .all_series()
        .find(|series| series.unit.currency == "EUR" && series.id.as_str().starts_with("eurostat"));
    assert!(series.is_some_and(|series| series.flows[0].role == FlowRole::Forward));
}
