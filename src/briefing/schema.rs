//! The shape of the files as JSON Schema 2020-12, for editors and for programs that write briefings.
//!
//! It is derived from the types that read the files, so the two cannot differ. Examples come out of the starter.

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::folder::{FILES, REQUIRED_FILES};
use super::{Claims, Document, Manifest, Meeting, Roster, Sources, Trade, starter};

/// An example longer than this, in bytes of JSON, explains nothing.
const MAX_EXAMPLE: usize = 400;

/// The schema of one of the [`FILES`], or nothing for any other name.
pub fn of_file(file: &str) -> Option<Value> {
    let of = match file {
        "briefing.json" => root::<Manifest>,
        "meeting.json" => root::<Meeting>,
        "document.json" => root::<Document>,
        "claims.json" => root::<Claims>,
        "roster.json" => root::<Roster>,
        "trade.json" => root::<Trade>,
        "sources.json" => root::<Sources>,
        _ => return None,
    };
    let example = starter::text(file).and_then(|text| serde_json::from_str(text).ok());
    Some(described(of(), file.trim_end_matches(".json"), file, example))
}

/// The schema of any other form of JSON that the program writes: `part` as the command line names it.
pub fn of_type<T: JsonSchema>(part: &str, title: &str) -> Value {
    described(root::<T>(), part, title, None)
}

/// What the schema of a part is identified by.
pub fn identifier(part: &str) -> String {
    format!("urn:briefing-desk:format:1:{part}")
}

/// A schema with an identifier, titles and examples.
fn described(mut schema: Map<String, Value>, part: &str, title: &str, example: Option<Value>) -> Value {
    schema.insert("$id".to_owned(), identifier(part).into());
    schema.insert("title".to_owned(), title.into());
    let mut definitions = match schema.remove("$defs") {
        Some(Value::Object(definitions)) => definitions,
        _ => Map::new(),
    };
    for (name, definition) in &mut definitions {
        if let Some(definition) = definition.as_object_mut() {
            definition.insert("title".to_owned(), words(name).into());
        }
    }
    let mut schema = Value::Object(schema);
    if let Some(example) = example {
        exemplify(&mut schema, &mut definitions, &example);
    }
    if let Some(schema) = schema.as_object_mut().filter(|_| !definitions.is_empty()) {
        schema.insert("$defs".to_owned(), definitions.into());
    }
    schema
}

/// The schema of a whole briefing, as an object with a field for each of its files.
pub fn of_folder() -> Value {
    let files = FILES.iter().filter_map(|file| Some(((*file).to_owned(), of_file(file)?)));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:briefing-desk:format:1",
        "title": "A briefing",
        "description": "A folder of JSON files, here as an object with a field for each file.",
        "type": "object",
        "properties": files.collect::<Map<String, Value>>(),
        "required": REQUIRED_FILES,
        "additionalProperties": false,
    })
}

fn root<T: JsonSchema>() -> Map<String, Value> {
    let schema = SchemaGenerator::default().into_root_schema_for::<T>();
    schema.as_object().cloned().unwrap_or_default()
}

/// `PrintedEntry` as `Printed entry`.
fn words(name: &str) -> String {
    let mut words = String::new();
    for (at, letter) in name.chars().enumerate() {
        if at > 0 && letter.is_uppercase() {
            words.push(' ');
            words.extend(letter.to_lowercase());
        } else {
            words.push(letter);
        }
    }
    words
}

/// Gives a schema, and all that it is made of, an example from a value that it describes.
fn exemplify(schema: &mut Value, definitions: &mut Map<String, Value>, value: &Value) {
    let Some(schema) = schema.as_object_mut() else { return };
    if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/")) {
        // Out of the others while it is worked on, since it may name any of them.
        if let Some(mut definition) = definitions.remove(name) {
            let name = name.to_owned();
            exemplify(&mut definition, definitions, value);
            definitions.insert(name, definition);
        }
        return;
    }
    let exampled = schema.contains_key("examples") || schema.contains_key("oneOf") || schema.contains_key("enum");
    if !exampled && !value.is_null() && value.to_string().len() <= MAX_EXAMPLE {
        schema.insert("examples".to_owned(), json!([value]));
    }
    // An optional value is one of two: itself or null.
    for alternative in schema.get_mut("anyOf").and_then(Value::as_array_mut).into_iter().flatten() {
        if alternative["type"] != "null" {
            exemplify(alternative, definitions, value);
        }
    }
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let known = schema.get_mut("properties").and_then(|properties| properties.get_mut(name));
                if let Some(property) = known {
                    exemplify(property, definitions, field);
                } else if let Some(any) = schema.get_mut("additionalProperties") {
                    exemplify(any, definitions, field);
                }
            }
        }
        Value::Array(items) => {
            if let Some(element) = schema.get_mut("items") {
                for item in items {
                    exemplify(element, definitions, item);
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{FILES, of_file, of_folder, words};

    #[test]
    fn names_of_types_become_words() {
        assert_eq!(words("PrintedEntry"), "Printed entry");
        assert_eq!(words("Key"), "Key");
    }

    #[test]
    fn every_schema_is_valid_and_says_what_it_is() {
        for schema in FILES.map(|file| of_file(file).expect(file)).iter().chain([&of_folder()]) {
            assert!(jsonschema::meta::is_valid(schema), "{}", schema["title"]);
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
            assert!(schema["description"].is_string(), "{}", schema["title"]);
            for (name, definition) in schema["$defs"].as_object().into_iter().flatten() {
                assert!(definition["title"].is_string() && definition["description"].is_string(), "{name}");
            }
        }
        assert!(of_file("Cargo.toml").is_none());
    }

    #[test]
    fn every_field_is_described_and_most_have_an_example() {
        let (mut fields, mut exampled) = (0, 0);
        for file in FILES {
            let schema = of_file(file).expect(file);
            let nodes = schema["$defs"].as_object().into_iter().flatten().map(|(_, definition)| definition);
            for node in nodes.chain([&schema]) {
                for (name, property) in node["properties"].as_object().into_iter().flatten() {
                    assert!(property["description"].is_string(), "{file}: {name} is not described");
                    fields += 1;
                    let leads_on = |property: &Value| property.get("$ref").is_some() || property.get("anyOf").is_some();
                    exampled += usize::from(leads_on(property) || property.get("examples").is_some());
                }
            }
        }
        assert!(fields > 80 && exampled * 10 > fields * 7, "{exampled} of {fields}");
    }

    #[test]
    fn every_example_is_one() {
        for file in FILES {
            let schema = of_file(file).expect(file);
            for (name, definition) in schema["$defs"].as_object().into_iter().flatten() {
                let mut own = definition.clone();
                own["$defs"] = schema["$defs"].clone();
                let validator = jsonschema::validator_for(&own).expect("a schema");
                for example in definition["examples"].as_array().into_iter().flatten() {
                    assert!(validator.is_valid(example), "{file}: {example} is no {name}");
                }
            }
        }
    }
}
