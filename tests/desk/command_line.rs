//! The program by its command line, without a display.

use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_briefing-desk"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .expect("the program runs")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_one_line_says_so_and_the_status_is_2() {
    let own = tempfile::TempDir::new().expect("a temporary folder");
    briefing_desk::export::starter::write(own.path()).expect("it is written");
    let own = own.path().to_str().expect("a path in UTF-8");
    let made = "somewhere-that-is-not-made";
    for arguments in [&[][..], &["screenshots", made], &["screenshots", own, made]] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(stderr(&output).lines().count(), 1, "{}", stderr(&output));
        assert!(stderr(&output).contains("no display"), "{}", stderr(&output));
        assert!(output.stdout.is_empty(), "messages go to standard error");
    }
    assert!(!std::path::Path::new("somewhere-that-is-not-made").exists(), "nothing is left behind");
}

#[test]
fn a_folder_that_cannot_be_read_is_said_with_status_2() {
    let output = run(&["/no/such/briefing"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("/no/such/briefing"), "{}", stderr(&output));
}

#[test]
fn a_briefing_is_found_by_an_address_or_a_file_in_it() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let own = folder.path().join("my talks");
    briefing_desk::export::starter::write(&own).expect("it is written");
    let path = own.to_str().expect("a path in UTF-8");
    let address = format!("file://{}", path.replace(' ', "%20"));
    for given in [address.as_str(), &format!("{path}/roster.json"), &format!("{address}/trade.json")] {
        let output = run(&["check", given, "--format", "json"]);
        assert_eq!(output.status.code(), Some(0), "{given}: {}", stderr(&output));
    }
}

#[test]
fn a_misspelt_command_is_named() {
    let output = run(&["chek"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("did you mean `check`?"), "{}", stderr(&output));
    assert!(!stderr(&run(&["./chek"])).contains("did you mean"), "a path is a path");
}

#[test]
fn problems_of_a_briefing_are_listed_before_any_window_opens() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let output = run(&[folder.path().to_str().expect("a path in UTF-8")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("2 problems"), "what no briefing is without: {}", stderr(&output));
}

#[test]
fn wrong_use_is_status_2_and_help_is_status_0() {
    assert_eq!(run(&["--no-such-option"]).status.code(), Some(2));
    assert_eq!(run(&["screenshots"]).status.code(), Some(2));
    let help = run(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&help.stdout).contains("screenshots"));
}

#[test]
fn the_roster_leaves_as_csv_with_what_it_is() {
    let output = run(&[
        "export",
        "--what",
        "roster",
        "--format",
        "csv",
        "--notes",
        "lines",
        "--status",
        "observer",
        "--sort",
        "state:desc",
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.starts_with("# ") && text.contains("# filters: status observer"), "{text}");
    let rows: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).map(|line| &line[..5]).collect();
    assert_eq!(rows, ["state", "mongo", "afgha"]);
}

#[test]
fn an_export_is_written_whole_or_not_at_all() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let file = folder.path().join("roster.csv");
    let to = file.to_str().expect("a path in UTF-8");
    let written = run(&["export", "--what", "roster", "--format", "csv", "--edition", "printed", "-o", to]);
    assert_eq!(written.status.code(), Some(0), "{}", stderr(&written));
    let text = std::fs::read_to_string(&file).expect("the file");
    assert_eq!(text.lines().filter(|line| line.starts_with("nepal,")).count(), 2);
    let nowhere = folder.path().join("missing").join("roster.csv");
    let failed = run(&["export", "--what", "roster", "--format", "csv", "-o", nowhere.to_str().expect("UTF-8")]);
    assert_eq!(failed.status.code(), Some(2));
    assert!(stderr(&failed).contains("roster.csv"), "{}", stderr(&failed));
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 2, "nothing half-written is left");
}

#[test]
fn a_check_lists_what_it_finds_with_status_1_where_one_fails() {
    let output = run(&["check"]);
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("\nfail duplicate-entry: ") && said.contains("Nepal stands twice"), "{said}");
    let output = run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((output.status.code(), &report["passed"]), (Some(1), &false.into()));
    assert!(report["findings"].as_array().is_some_and(|findings| findings.len() > 10));
}

#[test]
fn a_new_briefing_is_written_once_and_passes_its_check() {
    let parent = tempfile::TempDir::new().expect("a temporary folder");
    let folder = parent.path().join("own");
    let folder = folder.to_str().expect("a path in UTF-8");
    let written = run(&["new", folder]);
    assert_eq!(written.status.code(), Some(0), "{}", stderr(&written));
    assert!(
        String::from_utf8_lossy(&written.stdout).lines().last().is_some_and(|line| line.ends_with("briefing.json"))
    );
    let checked = run(&["check", folder]);
    assert_eq!(checked.status.code(), Some(0), "{}", String::from_utf8_lossy(&checked.stdout));
    let again = run(&["new", folder]);
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("not empty"), "{}", stderr(&again));
}

#[test]
fn a_check_of_what_does_not_fit_says_where_with_status_2() {
    let folder = crate::folder::Folder::new().harm("trade.json", "\"value\": \"69.52\"", "\"value\": 69.52");
    let path = folder.0.path().to_str().expect("a path in UTF-8");
    let output = run(&["check", path]);
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.starts_with("trade.json:") && said.contains("$.series[0].observations[0].value"), "{said}");
    let output = run(&["check", path, "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(output.status.code(), Some(2));
    let problem = &report["problems"][0];
    assert_eq!(problem["path"], "$.series[0].observations[0].value");
    assert!(problem["line"].as_u64() > Some(1) && problem["remedy"].is_string(), "{problem}");
}

#[test]
fn the_schema_is_printed_whole_or_in_part() {
    for (arguments, title) in [(&["schema"][..], "A briefing"), (&["schema", "roster"], "roster.json")] {
        let output = run(arguments);
        let schema: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!((output.status.code(), &schema["title"]), (Some(0), &title.into()));
    }
    let wrong = run(&["schema", "weather"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains("meeting"), "{}", stderr(&wrong));
}

#[test]
fn wrong_values_of_an_export_name_the_right_ones() {
    for (arguments, named) in [
        (["export", "--what", "roster", "--format", "doc"], "csv"),
        (["export", "--what", "weather", "--format", "csv"], "roster"),
    ] {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains(named), "{}", stderr(&output));
    }
    let output = run(&["export", "--what", "roster", "--format", "csv", "--region", "Mars"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("Central Asia"), "{}", stderr(&output));
}

/// The lines of a file below its comments.
fn records(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.starts_with('#')).collect()
}

#[test]
fn the_trade_leaves_as_csv_with_what_it_is() {
    let asked = ["export", "--what", "trade", "--format", "csv"];
    let options = ["--measure", "direction", "--layer", "article", "--from", "2023", "--notes", "lines"];
    let output = run(&[&asked[..], &options].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    for said in ["# measure: direction", "# layer: article: only what", "# periods: years", "# years: 2023 to 2025"] {
        assert!(text.contains(said), "{said} is missing in\n{text}");
    }
    assert!(!text.contains("# reporter:"), "the article does not say who counted");
    let records = records(&text);
    assert_eq!(records[0], "period,row,drawn,value,unit,reported_or_derived,layer,formula,sources,approximate,series");
    assert_eq!(records[1], "2023,Russia→China,yes,,USD bn,,,,,,customs-usd", "a gap is an empty cell");
    assert_eq!(records[2], "2024,Russia→China,yes,129.32,USD bn,reported,article,,article 8.1,no,customs-usd");
    assert_eq!(records.len(), 10, "the head, and three rows in three years");
}

/// (59.08 − 47.98) is 11.10, and the balance of 2023 rests on what was derived.
#[test]
fn every_measure_leaves_and_says_what_is_derived() {
    let of = |measure: &str| {
        let output = run(&["export", "--what", "trade", "--format", "csv", "--measure", measure]);
        assert_eq!(output.status.code(), Some(0), "{measure}: {}", stderr(&output));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let balance = of("balance");
    assert!(
        balance.contains("2018,Russia’s balance,yes,11.1,USD bn,derived,context,59.08 − 47.98 = +11.10,"),
        "{balance}"
    );
    for (measure, line) in [
        ("total", "2024,Turnover,yes,244.8,USD bn,reported,article,,article 7.1"),
        ("growth", "2025,\"Change, % published\",yes,-6.9,%,reported,context,"),
        ("share", "2024,\"Russia→China, %\",yes,52.82464,%,derived,article,"),
        ("index", "2016,2016 = 100,yes,100,index,derived,context,69.52 / 69.52 × 100 = 100.0,"),
        ("total", "2025-01/2025-06,Turnover,yes,106.48,USD bn,reported,context,,moscowtimes-20250714"),
    ] {
        let text = of(measure);
        assert!(text.lines().any(|record| record.starts_with(line)), "{line} is missing in\n{text}");
    }
}

#[test]
fn wrong_values_of_a_trade_export_name_the_right_ones() {
    for (option, value, named) in [
        ("--measure", "volume", "total, direction, balance, growth, share, index"),
        ("--layer", "context", "article, all"),
        ("--from", "1990", "a year from 2016 to 2026"),
        ("--to", "later", "a year from 2016 to 2026"),
        ("--status", "member", "means nothing for this export"),
    ] {
        let output = run(&["export", "--what", "trade", "--format", "csv", option, value]);
        assert_eq!(output.status.code(), Some(2), "{option} {value}");
        assert!(stderr(&output).contains(named), "{}", stderr(&output));
        assert!(output.stdout.is_empty(), "nothing half-meant is written");
    }
    let output = run(&["export", "--what", "roster", "--format", "csv", "--measure", "total"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--measure"), "{}", stderr(&output));
}

#[test]
fn a_finding_is_acknowledged_by_its_id_and_the_file_stays_as_it_was_otherwise() {
    let folder = crate::folder::Folder::new();
    let path = folder.0.path().to_str().expect("a path in UTF-8");
    let file = folder.0.path().join("briefing.json");
    let before = std::fs::read_to_string(&file).expect("the file");
    let listed = String::from_utf8(run(&["check", path]).stdout).expect("UTF-8");
    let id = "duplicate-entry:state:nepal:dialogue-partner";
    assert!(listed.contains(&format!("id {id}, about nepal")), "{listed}");
    let output = run(&["check", path, "--acknowledge", id, "--reason", "As “printed”"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let after = std::fs::read_to_string(&file).expect("the file");
    let entry = r#"{ "check": "duplicate-entry", "about": "nepal", "reason": "As “printed”" }"#;
    assert!(after.contains(entry) && after.starts_with(before.trim_end().trim_end_matches('}').trim_end()), "{after}");
    let listed = String::from_utf8(run(&["check", path]).stdout).expect("UTF-8");
    assert!(listed.contains("acknowledged: As “printed”"), "{listed}");
    for (id, said) in [
        (id, "acknowledged already"),
        ("duplicate-entry:state:nepl:dialogue-partner", "Did you mean `duplicate-entry:state:nepal"),
        ("balance:period:customs-usd:2024", "only what fails or warns"),
    ] {
        let output = run(&["check", path, "--acknowledge", id, "--reason", "why"]);
        assert_eq!(output.status.code(), Some(2), "{id}");
        assert!(stderr(&output).contains(said), "{id}: {}", stderr(&output));
    }
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), after, "nothing else was written");
    assert_eq!(run(&["check", path, "--acknowledge", id]).status.code(), Some(2), "a reason is needed");
    let path_of =
        |line: &str| line.split_once("id ").and_then(|(_, id)| id.split_once(", about")).map(|(id, _)| id.to_owned());
    let open: Vec<String> =
        listed.split("\n\n").filter(|one| !one.contains("acknowledged: ")).filter_map(path_of).take(2).collect();
    let [one, other] = &open[..] else { panic!("{listed}") };
    let mistyped = run(&["check", path, "--acknowledge", one, "no-such", "--reason", "why"]);
    assert_eq!(mistyped.status.code(), Some(2), "all or none");
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), after, "nothing was written");
    let both = run(&["check", path, "--acknowledge", one, other, "--reason", "Known to the editors"]);
    assert_eq!(both.status.code(), Some(0), "{}", stderr(&both));
    let listed = String::from_utf8(run(&["check", path]).stdout).expect("UTF-8");
    assert_eq!(listed.matches("acknowledged: Known to the editors").count(), 2, "{listed}");
    let bundled = run(&["check", "--acknowledge", id, "--reason", "why"]);
    assert!(stderr(&bundled).contains("cannot be changed"), "{}", stderr(&bundled));
}
