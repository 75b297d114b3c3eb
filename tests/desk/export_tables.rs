//! The tables that leave by the command line, in every format, read as another program reads them.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::process::{Command, Output};

use calamine::{Data, DataType as _, Reader as _, Xlsx, open_workbook_from_rs};
use serde_json::Value;

const FORMATS: [&str; 4] = ["csv", "json", "md", "xlsx"];
const SUBJECTS: [&str; 4] = ["roster", "trade", "claims", "checks"];

/// Exports at a second that stays the same.
fn export(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_briefing-desk"))
        .arg("export")
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("SOURCE_DATE_EPOCH", "1752451200")
        .output()
        .expect("the program runs")
}

fn bytes(what: &str, format: &str, others: &[&str]) -> Vec<u8> {
    let output = export(&[&["--what", what, "--format", format], others].concat());
    assert_eq!(output.status.code(), Some(0), "{what} {format}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn json(what: &str, others: &[&str]) -> Value {
    serde_json::from_slice(&bytes(what, "json", others)).expect("JSON")
}

fn refused(arguments: &[&str]) -> String {
    let output = export(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty(), "nothing half-meant is written");
    String::from_utf8(output.stderr).expect("UTF-8")
}

fn sheet(bytes: Vec<u8>, name: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    book.worksheet_range(name).expect("a sheet").rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn every_table_leaves_in_every_format_and_the_same_way_each_time() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    for what in SUBJECTS {
        let rows = json(what, &[])["rows"].as_array().map_or(0, Vec::len);
        assert!(rows > 10, "{what}: {rows}");
        for format in FORMATS {
            let piped = bytes(what, format, &[]);
            let file = folder.path().join(format!("{what}.{format}"));
            bytes(what, format, &["-o", file.to_str().expect("a path in UTF-8")]);
            assert_eq!(piped, std::fs::read(&file).expect("the file"), "{what} {format}");
            let counted = match format {
                "csv" => csv::Reader::from_reader(piped.as_slice()).records().flatten().count(),
                "json" => rows,
                "md" => {
                    String::from_utf8(piped).expect("UTF-8").lines().filter(|line| line.starts_with("| ")).count() - 2
                }
                _ => sheet(piped, "Data").len() - 1,
            };
            assert_eq!(counted, rows, "{what} {format}");
        }
    }
}

#[test]
fn the_json_fits_the_schema_that_the_program_prints() {
    let printed = Command::new(env!("CARGO_BIN_EXE_briefing-desk")).args(["schema", "export-table"]).output();
    let schema: Value = serde_json::from_slice(&printed.expect("the program runs").stdout).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for what in SUBJECTS {
        let mut table = json(what, &[]);
        let problems: Vec<String> = validator.iter_errors(&table).map(|err| err.to_string()).collect();
        assert!(problems.is_empty(), "{what}: {problems:?}");
        assert_eq!(table["$schema"], schema["$id"]);
        table["rows"][0]["more"] = 1.into();
        assert!(!validator.is_valid(&table), "a number is no datum: {what}");
    }
}

/// What is known of a state or a year, and what is not, in JSON and in a workbook.
#[test]
fn what_is_not_known_is_empty_and_what_was_printed_twice_stands_twice() {
    let printed = json("roster", &["--edition", "printed"]);
    let nepal: Vec<&Value> =
        printed["rows"].as_array().into_iter().flatten().filter(|row| row["state"] == "nepal").collect();
    assert_eq!(nepal.iter().map(|row| &row["named_again"]).collect::<Vec<_>>(), [false, true]);
    assert_eq!(printed["provenance"]["settings"]["edition"], "as printed");

    let trade = json("trade", &["--measure", "direction", "--layer", "article", "--from", "2023"]);
    let values: Vec<(&Value, &Value)> =
        trade["rows"].as_array().into_iter().flatten().map(|row| (&row["period"], &row["value"])).collect();
    assert_eq!(values[0], (&"2023".into(), &Value::Null), "a gap is no number");
    assert_eq!(values[1], (&"2024".into(), &"129.32".into()), "a figure has exactly its digits");
    let rows =
        sheet(bytes("trade", "xlsx", &["--measure", "direction", "--layer", "article", "--from", "2023"]), "Data");
    assert_eq!((&rows[1][3], &rows[2][3]), (&Data::Empty, &Data::Float(129.32)));

    let all = json("trade", &[]);
    let periods: Vec<&str> =
        all["rows"].as_array().into_iter().flatten().filter_map(|row| row["period"].as_str()).collect();
    let first_part = periods.iter().position(|period| period.contains('/')).expect("a part of a year");
    assert!(periods[first_part..].iter().all(|period| period.len() > 4), "parts of years follow the years");
}

#[test]
fn a_workbook_is_typed_and_says_what_it_is() {
    let workbook = bytes("roster", "xlsx", &["--status", "member", "--as-of", "2025-07-14"]);
    let rows = sheet(workbook.clone(), "Data");
    let column = |title: &str| rows[0].iter().position(|cell| cell.as_string().as_deref() == Some(title)).expect(title);
    assert_eq!(rows.len(), 11, "a head and ten members");
    assert!(rows[1..].iter().all(|row| matches!(row[column("Since")], Data::DateTime(_))), "{:?}", rows[1]);
    assert!(rows[1..].iter().all(|row| matches!(row[column("Population")], Data::Float(persons) if persons > 1e6)));
    assert!(rows[1..].iter().all(|row| row[column("Named again")] == Data::Bool(false)));
    let about = sheet(workbook, "About");
    let said: BTreeMap<String, String> = about.iter().map(|row| (row[0].to_string(), row[1].to_string())).collect();
    for (name, value) in [
        ("As of", "2025-07-14"),
        ("Edition", "corrected"),
        ("Filters", "status member"),
        ("Rows", "10 of 26"),
        ("Made", "2025-07-14T00:00:00Z"),
    ] {
        assert_eq!(said.get(name).map(String::as_str), Some(value), "{name} in {said:?}");
    }
    assert!(said.keys().any(|name| name.starts_with("Source ")) && said.contains_key("Column Population"), "{said:?}");
}

#[test]
fn claims_and_checks_leave_as_they_are_filtered() {
    let claims = json("claims", &["--verdict", "disputed", "--verdict", "outdated", "--about", "Wang Yi"]);
    let settings = &claims["provenance"]["settings"];
    assert_eq!(settings["filters"], "about Wang Yi; verdict disputed; verdict outdated");
    for row in claims["rows"].as_array().into_iter().flatten() {
        assert!(row["verdict"] == "disputed" || row["verdict"] == "outdated", "{row}");
        assert!(row["speaks_of"].as_array().is_some_and(|keys| keys.contains(&"wang-yi".into())), "{row}");
    }
    let checks = json("checks", &["--outcome", "fail", "--search", "nepal"]);
    assert!(checks["rows"].as_array().is_some_and(|rows| !rows.is_empty()));
    for row in checks["rows"].as_array().into_iter().flatten() {
        assert_eq!(row["outcome"], "fail");
    }
}

#[test]
fn a_byte_order_mark_is_written_where_it_is_asked_for() {
    let (plain, marked) = (bytes("claims", "csv", &[]), bytes("claims", "csv", &["--bom"]));
    assert_eq!(marked, ["\u{feff}".as_bytes(), &plain].concat());
    assert!(String::from_utf8(plain).expect("UTF-8").split('\n').all(|line| line.is_empty() || line.ends_with('\r')));
}

/// A table of CSV as a reader finds it who knows nothing but CSV: its head, and how long each row is.
fn head(bytes: &[u8]) -> (Vec<String>, usize) {
    let mut reader = csv::Reader::from_reader(bytes);
    let head = reader.headers().expect("a head").iter().map(str::to_owned).collect();
    let records: Vec<_> = reader.records().collect::<Result<_, _>>().expect("each as long as the head");
    (head, records.len())
}

#[test]
fn a_table_of_csv_begins_with_its_head_and_is_described_beside_it() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    for what in SUBJECTS {
        let name = format!("{what} #1, 50%.csv");
        let file = folder.path().join(&name);
        bytes(what, "csv", &["-o", file.to_str().expect("a path in UTF-8")]);
        let written = std::fs::read(&file).expect("the table");
        assert_eq!(written, bytes(what, "csv", &[]), "standard output carries the table alone");
        let about = std::fs::read(folder.path().join(format!("{name}-metadata.json"))).expect("what it is");
        let about: Value = serde_json::from_slice(&about).expect("JSON");
        let table = json(what, &[]);
        assert_eq!(about["@context"][0], "http://www.w3.org/ns/csvw");
        assert_eq!(about["url"], format!("{what}%20%231%2C%2050%25.csv"));
        assert_eq!(about["dc:isPartOf"]["dc:title"], table["provenance"]["briefing"]);
        let (head, rows) = head(&written);
        assert_eq!(rows, table["rows"].as_array().map_or(0, Vec::len), "{what}");
        let columns = about["tableSchema"]["columns"].as_array().expect("columns");
        assert_eq!(columns.len(), head.len());
        for ((column, head), own) in columns.iter().zip(head).zip(table["columns"].as_array().expect("columns")) {
            assert!(
                column["titles"].as_array().is_some_and(|titles| titles.contains(&head.as_str().into())),
                "{column}"
            );
            assert_eq!(own["name"], head);
            assert_eq!(column["dc:description"], own["about"]);
        }
        let keys = |list: &Value, key: &str| -> Vec<Value> {
            list.as_array().into_iter().flatten().map(|one| one[key].clone()).collect()
        };
        assert_eq!(keys(&about["dc:source"], "dc:identifier"), keys(&table["provenance"]["sources"], "key"), "{what}");
        let notes = about["notes"].as_array().expect("notes");
        let settings = notes.iter().filter(|note| !note["setting"].is_null()).count();
        assert_eq!(settings, table["provenance"]["settings"].as_object().map_or(0, serde_json::Map::len));
    }
}

#[test]
fn the_notes_stand_above_the_rows_where_they_are_asked_for() {
    let lines = String::from_utf8(bytes("checks", "csv", &["--notes", "lines"])).expect("UTF-8");
    let (above, rows): (Vec<&str>, Vec<&str>) = lines.split_inclusive('\n').partition(|line| line.starts_with("# "));
    assert!(above.iter().any(|line| line.starts_with("# briefing sha256: ")), "{above:?}");
    assert_eq!(rows.concat().into_bytes(), bytes("checks", "csv", &["--notes", "beside"]));
}

#[test]
fn what_stands_beside_a_table_belongs_to_it() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let (file, beside) = (folder.path().join("a.csv"), folder.path().join("a.csv-metadata.json"));
    let to = ["-o", file.to_str().expect("a path in UTF-8")];
    std::fs::write(&beside, r#"{"url": "a.csv", "dc:creator": "someone"}"#).expect("a file");
    let said = refused(&[&["--what", "claims", "--format", "csv"], &to[..]].concat());
    assert!(said.contains("a.csv-metadata.json was not written") && said.contains("not made by an export"), "{said}");
    assert!(!file.exists(), "both or neither");
    std::fs::remove_file(&beside).expect("it is there");
    bytes("claims", "csv", &to);
    let first = std::fs::read_to_string(&beside).expect("what it is");
    bytes("roster", "csv", &to);
    assert_ne!(first, std::fs::read_to_string(&beside).expect("what it is"), "an export replaces both");
    bytes("roster", "csv", &[&to[..], &["--notes", "lines"]].concat());
    assert!(!beside.exists(), "it would describe a table that is gone");
}

/// A pipe has a name, and nothing beside it.
#[cfg(unix)]
#[test]
fn a_table_given_to_a_pipe_goes_alone() {
    assert_eq!(bytes("claims", "csv", &["-o", "/dev/stdout"]), bytes("claims", "csv", &[]));
}

#[test]
fn what_does_not_go_together_is_said_with_what_does() {
    for (arguments, named) in [
        (&["--what", "claims", "--format", "svg"][..], "csv, json, md, xlsx"),
        (&["--what", "claims", "--format", "csv", "--outcome", "fail"], "--what checks"),
        (&["--what", "checks", "--format", "csv", "--verdict", "disputed"], "--what claims"),
        (&["--what", "trade", "--format", "csv", "--search", "x"], "--what roster or checks"),
        (&["--what", "trade", "--format", "csv", "--edition", "corrected"], "--what roster"),
        (&["--what", "roster", "--format", "json", "--bom"], "--format csv"),
        (&["--what", "roster", "--format", "xlsx", "--notes", "lines"], "--format csv"),
        (&["--what", "claims", "--format", "csv", "--verdict", "true"], "disputed, outdated, unverified, supported"),
        (&["--what", "claims", "--format", "csv", "--about", "Mars"], "Wang Yi"),
        (&["--what", "checks", "--format", "csv", "--outcome", "bad"], "fail, warn, pass, info"),
    ] {
        let said = refused(arguments);
        assert!(said.contains(named), "{arguments:?}: {said}");
    }
}

/// `script` runs a command in a terminal of its own.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_is_spared_what_it_cannot_show() {
    let in_terminal = |format: &str| {
        let command = format!("{} export --what roster --format {format}", env!("CARGO_BIN_EXE_briefing-desk"));
        Command::new("script").args(["-qec", &command, "/dev/null"]).output()
    };
    let refused = in_terminal("xlsx").expect("`script` of util-linux runs");
    let said = String::from_utf8_lossy(&refused.stdout);
    assert_eq!(refused.status.code(), Some(2), "{said}");
    assert!(said.contains("a terminal cannot show xlsx") && said.contains("-o") && !said.contains("PK"), "{said}");
    let shown = in_terminal("csv").expect("it ran before");
    assert_eq!(shown.status.code(), Some(0));
}
