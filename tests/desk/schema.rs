//! The schema, the types and the data hold together.

use std::path::Path;

use briefing_desk::briefing::{Briefing, FILES, schema};
use serde_json::{Value, json};

fn files_of(folder: &str) -> Vec<(&'static str, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let read = |file| std::fs::read_to_string(folder.join(file)).expect("a file of a briefing");
    FILES.map(|file| (file, serde_json::from_str(&read(file)).expect("JSON"))).to_vec()
}

#[test]
fn the_bundled_briefing_and_the_starter_fit_their_schemas() {
    for folder in ["data", "assets/starter"] {
        let whole: Value = files_of(folder).into_iter().map(|(file, value)| (file.to_owned(), value)).collect();
        for (file, value) in files_of(folder) {
            let validator = jsonschema::validator_for(&schema::of_file(file).expect(file)).expect("a schema");
            let problems: Vec<String> = validator.iter_errors(&value).map(|err| err.to_string()).collect();
            assert!(problems.is_empty(), "{folder}/{file}: {problems:?}");
        }
        let validator = jsonschema::validator_for(&schema::of_folder()).expect("a schema");
        assert!(validator.is_valid(&whole), "{folder}");
    }
}

/// Whatever field of the data is left out, renamed or given another type: the schema refuses it exactly if the types
/// do. Where only one of the two does, it is something that a schema cannot say, of which there is a list.
#[test]
fn what_the_schema_refuses_the_types_refuse_and_the_other_way_round() {
    let folder = crate::folder::Folder::new();
    let mut tried = 0;
    for (file, value) in files_of("assets/starter") {
        let validator = jsonschema::validator_for(&schema::of_file(file).expect(file)).expect("a schema");
        for (pointer, harmed) in harms(&value) {
            for (name, text) in files_of("assets/starter") {
                let text = if name == file { &harmed } else { &text };
                std::fs::write(folder.0.path().join(name), text.to_string()).expect("a writable file");
            }
            let refused = folder.problems().iter().any(|problem| problem.starts_with(file));
            let by_schema = !validator.is_valid(&harmed);
            // References are no matter of shape: what hangs on another file or on an order is only found by reading.
            assert!(refused || !by_schema, "{file} {pointer}: the schema refuses what is read: {harmed}");
            tried += 1;
        }
    }
    assert!(tried > 150, "{tried}");
}

/// A value with one of its fields left out, misspelt, or of another type; a few of each list.
fn harms(value: &Value) -> Vec<(String, Value)> {
    let mut pointers = Vec::new();
    objects(value, String::new(), &mut pointers);
    let mut harmed = Vec::new();
    for pointer in pointers {
        let fields: Vec<String> =
            value.pointer(&pointer).and_then(Value::as_object).expect("an object").keys().cloned().collect();
        for field in fields {
            for kind in 0..3 {
                let mut copy = value.clone();
                let object = copy.pointer_mut(&pointer).and_then(Value::as_object_mut).expect("an object");
                let old = object.remove(&field);
                match kind {
                    0 => {}
                    1 => drop(object.insert(format!("{field}x"), old.unwrap_or_default())),
                    _ => drop(object.insert(field.clone(), json!([{ "no": "such" }]))),
                }
                harmed.push((format!("{pointer}/{field} {kind}"), copy));
            }
        }
    }
    harmed
}

/// The places of the objects of a value; of a list the first alone.
fn objects(value: &Value, here: String, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            if let Some(first) = items.first() {
                objects(first, format!("{here}/0"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                objects(field, format!("{here}/{name}"), found);
            }
            found.push(here);
        }
        _ => {}
    }
}

#[test]
fn a_schema_named_in_a_file_is_no_unknown_field() {
    let folder = FILES.iter().fold(crate::folder::Folder::new(), |folder, file| {
        folder.harm(file, "{", "{\"$schema\": \"./schema/of-this-file.json\",")
    });
    assert_eq!(folder.problems(), Vec::<String>::new());
}

#[test]
fn a_briefing_written_out_again_fits_the_schema() {
    let briefing = Briefing::bundled().expect("the bundled briefing loads");
    let written = json!({
        "briefing.json": briefing.manifest,
        "meeting.json": briefing.meeting,
        "document.json": briefing.document,
        "claims.json": briefing.claims,
        "roster.json": briefing.rosters[0],
        "trade.json": briefing.trades[0],
        "sources.json": briefing.sources,
    });
    let validator = jsonschema::validator_for(&schema::of_folder()).expect("a schema");
    let problems: Vec<String> = validator.iter_errors(&written).map(|err| err.to_string()).collect();
    assert!(problems.is_empty(), "{problems:?}");
}
