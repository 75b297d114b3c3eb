//! A slot of a file: what the schema asks of a place in it, and the value that stands there.

use serde::de::IgnoredAny;
use serde_json::{Deserializer, Value, json};

use super::positions::offset;
use super::{Pointer, Step};

/// A place that the schema of a file knows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Slot {
    /// The place itself, or the nearest around it that the schema knows.
    pub pointer: Pointer,
    /// What the type of its value is called in the schema; empty where it has no name.
    pub called: String,
    /// The schema of its value, which stands by itself.
    pub schema: Value,
}

/// The place where a pointer leads.
pub(super) fn slot_of(root: &Value, pointer: Pointer) -> Slot {
    let mut here = resolved(root, root, String::new());
    let mut known = Pointer::default();
    for step in pointer.0 {
        let Some(next) = within(here.0, &step) else { break };
        here = resolved(root, next, String::new());
        known.0.push(step);
    }
    let (schema, called) = here;
    // By its name, so that what is wrong with the value is told of its type.
    let asked = if called.is_empty() { schema.clone() } else { json!({ "$ref": format!("#/$defs/{called}") }) };
    Slot { pointer: known, called, schema: json!({ "$defs": root["$defs"], "allOf": [asked] }) }
}

/// The schema of what stands in a value.
fn within<'a>(schema: &'a Value, step: &Step) -> Option<&'a Value> {
    let inner = match step {
        Step::Index(_) => schema.get("items")?,
        Step::Field(name) => {
            let field = schema.get("properties").and_then(|fields| fields.get(name));
            field.or_else(|| schema.get("additionalProperties"))?
        }
    };
    inner.is_object().then_some(inner)
}

/// A schema with what it refers to looked up, and the name it is found under. Of an optional value it is the one that is
/// not `null`.
fn resolved<'a>(root: &'a Value, schema: &'a Value, called: String) -> (&'a Value, String) {
    let referred = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/"));
    if let Some((name, found)) = referred.and_then(|name| Some((name, root.get("$defs")?.get(name)?))) {
        return resolved(root, found, name.to_owned());
    }
    let is_null = |schema: &&Value| schema.get("type").is_some_and(|kind| kind == "null");
    let alternatives = schema.get("anyOf").and_then(Value::as_array);
    match alternatives.and_then(|alternatives| alternatives.iter().find(|one| !is_null(one))) {
        Some(one) => resolved(root, one, called),
        None => (schema, called),
    }
}

/// The value at a place of a text that is JSON, without taking the rest of it apart.
pub(super) fn value_at(text: &str, pointer: &Pointer) -> Option<Value> {
    let mut rest = text.get(offset(text, pointer)..)?;
    if matches!(pointer.0.last(), Some(Step::Field(_))) {
        // There stands the name of the field.
        let mut name = Deserializer::from_str(rest).into_iter::<IgnoredAny>();
        name.next()?.ok()?;
        rest = rest.get(name.byte_offset()..)?.trim_start().strip_prefix(':')?;
    }
    Deserializer::from_str(rest).into_iter().next()?.ok()
}

#[cfg(test)]
mod tests {
    use schemars::SchemaGenerator;
    use serde_json::json;

    use super::{slot_of, value_at};
    use crate::briefing::{Meeting, Pointer};

    #[test]
    fn a_place_is_known_by_the_type_of_its_value() {
        let schema = SchemaGenerator::default().into_root_schema_for::<Meeting>();
        let date = Pointer::default().field("date");
        assert_eq!(slot_of(schema.as_value(), date).called, "Date");
        let unknown = Pointer::default().field("date").field("x").index(3);
        assert_eq!(slot_of(schema.as_value(), unknown).pointer, Pointer::default().field("date"));
    }

    #[test]
    fn a_value_is_read_where_it_stands() {
        let text = r#"{"a": [1, {"b" : "x"}], "c": null}"#;
        let (a, c) = (Pointer::default().field("a"), Pointer::default().field("c"));
        assert_eq!(value_at(text, &a.index(1)), Some(json!({"b": "x"})));
        assert_eq!(value_at(text, &a.index(1).field("b")), Some(json!("x")));
        assert_eq!(value_at(text, &c), Some(json!(null)));
        assert_eq!(value_at(text, &Pointer::default()), Some(json!({"a": [1, {"b": "x"}], "c": null})));
    }
}
