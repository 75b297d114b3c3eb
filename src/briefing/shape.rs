//! Is a JSON text of the shape its file must have? If not, every place where it is not.
//!
//! A well-formed file is read straight into its type. Only one that fails is held against the schema derived from that
//! same type, which finds all problems at once where the reader stops at the first.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError, Validator};
use schemars::{JsonSchema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

use super::text_file::line_and_column;
use super::{JsonPath, Problem, Step};

/// Reads a file into its type.
///
/// # Errors
/// Every place where the text does not have the type's shape.
pub(super) fn read<T: DeserializeOwned + JsonSchema>(file: &'static str, text: &str) -> Result<T, Vec<Problem>> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let first = match serde_path_to_error::deserialize(&mut deserializer) {
        Ok(value) => match deserializer.end() {
            Ok(()) => return Ok(value),
            Err(err) => return Err(vec![syntax_problem(file, text, &err)]),
        },
        Err(err) => err,
    };
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(err) => return Err(vec![syntax_problem(file, text, &err)]),
    };
    let mut problems = schema_problems::<T>(file, text, &value);
    // What a schema cannot express, such as the 30th of February, the reader of the type still refuses.
    let path = path_of_reader(first.path());
    if !problems.iter().any(|problem| problem.path == path || problem.path.0.starts_with(&path.0)) {
        let (line, column) = position_of(text, &path);
        let what = strip_position(&first.inner().to_string());
        problems.push(Problem { file, line, column, path, what, remedy: "Correct this value".to_owned() });
    }
    problems.sort();
    problems.dedup();
    Err(problems)
}

fn syntax_problem(file: &'static str, text: &str, err: &serde_json::Error) -> Problem {
    let line_text = text.lines().nth(err.line().saturating_sub(1)).unwrap_or_default();
    // serde_json counts bytes; a reader's editor counts characters.
    let column = line_text.bytes().take(err.column()).filter(|byte| (byte & 0xC0) != 0x80).count().max(1);
    Problem {
        file,
        line: err.line().max(1),
        column,
        path: JsonPath::default(),
        what: format!("this is not valid JSON: {}", strip_position(&err.to_string())),
        remedy: "Correct the text here; a comma, a quote or a bracket is often missing just before".to_owned(),
    }
}

/// `serde_json` appends ` at line 3 column 7`, which a [`Problem`] says in its own place.
fn strip_position(message: &str) -> String {
    message.rfind(" at line ").map_or(message, |at| &message[..at]).to_owned()
}

fn schema_problems<T: JsonSchema>(file: &'static str, text: &str, value: &Value) -> Vec<Problem> {
    let schema = SchemaGenerator::default().into_root_schema_for::<T>();
    let validator: Validator = match jsonschema::validator_for(schema.as_value()) {
        Ok(validator) => validator,
        Err(err) => {
            log::error!("the schema of {file} does not compile: {err}");
            return Vec::new();
        }
    };
    let file = File { name: file, text, root: value, schema: schema.as_value() };
    validator.iter_errors(value).flat_map(|err| problems_of(&file, &err)).collect()
}

/// A file under the pen, with what it is held against.
struct File<'a> {
    name: &'static str,
    text: &'a str,
    root: &'a Value,
    schema: &'a Value,
}

fn problems_of(file: &File<'_>, err: &ValidationError<'_>) -> Vec<Problem> {
    let place = path_of_pointer(file.root, err.instance_path().as_str());
    let problem = |path: JsonPath, what: String, remedy: String| {
        let (line, column) = position_of(file.text, &path);
        Problem { file: file.name, line, column, path, what, remedy }
    };
    let found = brief(err.instance());
    let unknown_word = |words: Vec<String>| {
        let what = format!("{found} is not one of the known words");
        problem(place.clone(), what, format!("Write one of {}", words.join(", ")))
    };
    match err.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => unexpected
            .iter()
            .map(|name| {
                let what = format!("`{name}` is not a field of this object");
                problem(place.field(name), what, "Remove it, or correct its spelling".to_owned())
            })
            .collect(),
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            vec![problem(place, format!("the field `{name}` is missing"), format!("Add `{name}`"))]
        }
        ValidationErrorKind::Type { kind } => {
            let wanted = type_words(kind);
            let digits = wanted == "a string" && err.instance().is_number();
            let hint = if digits { ", in quotes so that no digit is lost" } else { "" };
            vec![problem(place, format!("{found} stands where {wanted} must"), format!("Write {wanted}{hint}"))]
        }
        ValidationErrorKind::Enum { options } => {
            vec![unknown_word(options.as_array().into_iter().flatten().map(Value::to_string).collect())]
        }
        // An enumeration whose words are described one by one.
        ValidationErrorKind::OneOfNotValid { context } => vec![unknown_word(
            context
                .iter()
                .flatten()
                .filter_map(|alternative| match alternative.kind() {
                    ValidationErrorKind::Constant { expected_value } => Some(expected_value.to_string()),
                    _ => None,
                })
                .collect(),
        )],
        // An optional value: what is wrong with it is said by the alternative that is not `null`.
        ValidationErrorKind::AnyOf { context } => {
            let value = context.iter().find(|alternative| !alternative.iter().any(wants_null));
            value.into_iter().flatten().flat_map(|err| problems_of(file, err)).collect()
        }
        ValidationErrorKind::Pattern { pattern } => {
            let described =
                err.schema_path().as_str().strip_suffix("/pattern").and_then(|path| file.schema.pointer(path));
            let described = described.and_then(|schema| schema.get("description")?.as_str());
            let remedy =
                described.map_or_else(|| format!("Write what matches {pattern}"), |how| format!("Write {how}"));
            vec![problem(place, format!("{found} is not written as this must be"), remedy)]
        }
        _ => vec![problem(place, err.to_string(), "Correct this value".to_owned())],
    }
}

fn wants_null(err: &ValidationError<'_>) -> bool {
    matches!(err.kind(), ValidationErrorKind::Type { kind } if type_words(kind) == "null")
}

fn type_words(kind: &TypeKind) -> String {
    let words: Vec<&str> = match kind {
        TypeKind::Single(kind) => vec![kind.as_str()],
        TypeKind::Multiple(kinds) => kinds.iter().map(JsonType::as_str).collect(),
    };
    let words: Vec<String> = words
        .iter()
        .filter(|word| words.len() == 1 || **word != "null")
        .map(|word| match *word {
            "null" => "null".to_owned(),
            "array" | "integer" | "object" => format!("an {word}"),
            other => format!("a {other}"),
        })
        .collect();
    words.join(" or ")
}

/// A value as a message can quote it.
fn brief(value: &Value) -> Cow<'static, str> {
    match value {
        Value::Array(_) => "an array".into(),
        Value::Object(_) => "an object".into(),
        other => {
            let text = other.to_string();
            let cut: String = text.chars().take(60).collect();
            if cut.len() < text.len() { format!("{cut}…").into() } else { cut.into() }
        }
    }
}

/// The path that a JSON pointer (RFC 6901) names in a value.
fn path_of_pointer(root: &Value, pointer: &str) -> JsonPath {
    let mut path = JsonPath::default();
    let mut here = Some(root);
    for token in pointer.split('/').skip(1) {
        let name = token.replace("~1", "/").replace("~0", "~");
        path = match (here, name.parse()) {
            (Some(Value::Array(_)), Ok(index)) => path.index(index),
            _ => path.field(&name),
        };
        here = here.and_then(|value| match path.0.last() {
            Some(Step::Index(index)) => value.get(index),
            _ => value.get(&name),
        });
    }
    path
}

fn path_of_reader(path: &serde_path_to_error::Path) -> JsonPath {
    use serde_path_to_error::Segment;
    path.iter().fold(JsonPath::default(), |place, segment| match segment {
        Segment::Seq { index } => place.index(*index),
        Segment::Map { key } => place.field(key),
        Segment::Enum { .. } | Segment::Unknown => place,
    })
}

/// Line and column, from one, of the deepest place of a path that the text has: of the value, or, for a field that
/// stands at the end of the path, of its name.
///
/// The text must be valid JSON; the first position is returned where it is not.
pub(super) fn position_of(text: &str, path: &JsonPath) -> (usize, usize) {
    let mut value = text.trim_start();
    let offset_of = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    let mut offset = offset_of(value);
    for step in &path.0 {
        let next = match step {
            Step::Index(index) => {
                serde_json::from_str::<Vec<&RawValue>>(value).ok().and_then(|items| items.get(*index).copied())
            }
            Step::Field(name) => serde_json::from_str::<BTreeMap<Cow<'_, str>, &RawValue>>(value)
                .ok()
                .and_then(|fields| fields.get(name.as_str()).copied()),
        };
        let Some(next) = next else { break };
        offset = match step {
            Step::Index(_) => offset_of(next.get()),
            Step::Field(name) => {
                let before = &text[..offset_of(next.get())];
                before.rfind(&Value::from(name.as_str()).to_string()).unwrap_or(before.len())
            }
        };
        value = next.get();
    }
    line_and_column(text, offset)
}

#[cfg(test)]
mod tests {
    use schemars::JsonSchema;
    use serde::Deserialize;

    use super::{position_of, read};
    use crate::briefing::{Date, JsonPath, Key, Verdict};

    #[derive(Debug, Deserialize, JsonSchema)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its shape matters")]
    struct Sample {
        id: Key,
        count: u32,
        #[serde(default)]
        on: Option<Date>,
        verdict: Verdict,
    }

    /// Each problem as `line:column path what`.
    fn problems(text: &str) -> Vec<String> {
        let found = read::<Vec<Sample>>("sample.json", text).expect_err("the text is wrong");
        found.iter().map(|p| format!("{}:{} {} {}. {}", p.line, p.column, p.path, p.what, p.remedy)).collect()
    }

    #[test]
    fn a_good_text_is_read() {
        let text = r#"[{"id": "a", "count": 1, "verdict": "supported"}]"#;
        assert_eq!(read::<Vec<Sample>>("sample.json", text).map(|list| list.len()), Ok(1));
    }

    #[test]
    fn all_problems_are_found_at_once_each_in_its_place() {
        let text = "[\n {\"id\": \"A b\", \"count\": \"x\", \"verdict\": \"fine\", \"on\": \"2001-13\"},\n {\"id\": \"b\", \"colour\": 1, \"verdict\": \"disputed\"}\n]";
        let date = "a date as far as it is known, such as `2001`, `2016-03` or `2001-06-15`";
        let key = "a readable key of lower-case letters, digits and single hyphens, such as `gacc-2024`";
        assert_eq!(
            problems(text),
            [
                format!(r#"2:3 $[0].id "A b" is not written as this must be. Write {key}"#),
                r#"2:16 $[0].count "x" stands where an integer must. Write an integer"#.to_owned(),
                r#"2:30 $[0].verdict "fine" is not one of the known words. Write one of "disputed", "outdated", "unverified", "supported""#.to_owned(),
                format!(r#"2:49 $[0].on "2001-13" is not written as this must be. Write {date}"#),
                "3:2 $[1] the field `count` is missing. Add `count`".to_owned(),
                "3:14 $[1].colour `colour` is not a field of this object. Remove it, or correct its spelling".to_owned(),
            ]
        );
    }

    #[test]
    fn what_a_schema_cannot_say_is_found_by_the_type() {
        let text = r#"[{"id": "a", "count": 1, "verdict": "supported", "on": "2001-02-30"}]"#;
        let found = problems(text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("1:50 $[0].on `2001-02-30` is not a date"), "{found:?}");
    }

    #[test]
    fn a_broken_text_is_one_problem_where_it_breaks() {
        for (text, place) in [("[1, 2", "1:5"), ("[\n {\"é\": }]", "2:8"), ("", "1:1"), ("[] []", "1:4")] {
            let found = problems(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(found[0].starts_with(place) && found[0].contains("not valid JSON"), "{text}: {found:?}");
        }
    }

    #[test]
    fn a_field_given_twice_is_refused() {
        let found = problems(r#"[{"id": "a", "id": "b", "count": 1, "verdict": "supported"}]"#);
        assert!(found.iter().any(|problem| problem.contains("duplicate field `id`")), "{found:?}");
    }

    #[test]
    fn nesting_without_end_does_not_overflow_the_stack() {
        let found = problems(&"[".repeat(200_000));
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn positions_are_of_the_deepest_place_that_is_there() {
        let text = "{\n  \"a\": [1,\n    {\"b\": 2}]\n}";
        let root = JsonPath::default();
        assert_eq!(position_of(text, &root), (1, 1));
        assert_eq!(position_of(text, &root.field("a")), (2, 3));
        assert_eq!(position_of(text, &root.field("a").index(1)), (3, 5));
        assert_eq!(position_of(text, &root.field("a").index(1).field("b")), (3, 6));
        assert_eq!(position_of(text, &root.field("a").index(1).field("c")), (3, 5));
    }
}
