//! How to make a briefing, on one page: for a person, or for whatever assistant they use.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;

use crate::briefing::{FILES, schema};

const GUIDE: &str = include_str!("../../assets/guide/en.md");

/// The page as Markdown: the order of work, the rules, and the fields of every file, which are read from its schema.
pub fn guide() -> String {
    let mut page = GUIDE.to_owned();
    let mut told = BTreeSet::new();
    for file in FILES {
        let Some(schema) = schema::of_file(file) else { continue };
        writeln!(page, "### `{file}`\n").ok();
        fields(&mut page, &schema);
        for (name, part) in schema["$defs"].as_object().into_iter().flatten() {
            if told.insert(name.clone()) {
                definition(&mut page, name, part);
            }
        }
    }
    page
}

/// A type that fields refer to: its fields, its values, or what its text looks like.
fn definition(page: &mut String, name: &str, part: &Value) {
    if part["properties"].is_object() {
        writeln!(page, "**{name}**: {}\n", sentence(part)).ok();
        fields(page, part);
        return;
    }
    let values = values(part);
    let told = if values.is_empty() { sentence(part) } else { values.join(", ") };
    writeln!(page, "**{name}**: {told}\n").ok();
}

fn fields(page: &mut String, part: &Value) {
    let needed: Vec<&str> = part["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (name, field) in part["properties"].as_object().into_iter().flatten().filter(|(name, _)| *name != "$schema") {
        let mark = if needed.contains(&name.as_str()) { "*" } else { "" };
        writeln!(page, "- `{name}`{mark} ({}): {}", kind(field), sentence(field)).ok();
    }
    page.push('\n');
}

/// What a value is, in a few words.
fn kind(schema: &Value) -> String {
    let referred = |schema: &Value| schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()).map(str::to_owned);
    if let Some(name) = referred(schema) {
        return name;
    }
    let alternatives = ["anyOf", "allOf"].into_iter().find_map(|key| schema[key].as_array());
    if let Some(one) = alternatives.and_then(|all| all.iter().find(|one| one["type"] != "null")) {
        return kind(one);
    }
    let values = values(schema);
    if !values.is_empty() {
        return values.join(", ");
    }
    let own = match &schema["type"] {
        Value::Array(types) => types.iter().filter_map(Value::as_str).find(|own| *own != "null").unwrap_or_default(),
        own => own.as_str().unwrap_or_default(),
    };
    match own {
        "array" => format!("list of {}", kind(&schema["items"])),
        "object" if schema["additionalProperties"].is_object() => {
            format!("{} by key", kind(&schema["additionalProperties"]))
        }
        "object" if schema["patternProperties"].is_object() => {
            let values = schema["patternProperties"].as_object().and_then(|patterns| patterns.values().next());
            values.map_or_else(|| own.to_owned(), |values| format!("{} by key", kind(values)))
        }
        "string" => "text".to_owned(),
        "boolean" => "true or false".to_owned(),
        own => own.to_owned(),
    }
}

/// The values that a schema lists.
fn values(schema: &Value) -> Vec<String> {
    let constants = schema["oneOf"].as_array().into_iter().flatten().map(|one| &one["const"]);
    let listed = schema["enum"].as_array().into_iter().flatten();
    constants.chain(listed).filter_map(Value::as_str).map(|value| format!("`{value}`")).collect()
}

/// What a schema says of something, in one line.
fn sentence(schema: &Value) -> String {
    schema["description"].as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::guide;

    #[test]
    fn every_field_of_every_file_is_told_with_what_it_is() {
        let page = guide();
        for told in [
            "- `verdict`* (Verdict): ",
            "**Verdict**: `disputed`, `outdated`, `unverified`, `supported`",
            "- `alpha2` (text): ",
            "- `languages`* (list of text): ",
            "- `as_of`* (Date): ",
            "- `accounts`* (Statement by key): ",
            "**Citation**: ",
        ] {
            assert_eq!(page.matches(told).count(), 1, "{told}");
        }
        assert!(!page.contains("(): "), "every field says what it is");
        assert!(page.lines().all(|line| !line.contains("$ref")));
    }
}
