//! Is a JSON text of the shape its file must have? If not, every place where it is not.
//!
//! A well-formed file is read straight into its type. Only one that fails is held against the schema derived from that
//! same type, which finds all problems at once where the reader stops at the first.

use std::borrow::Cow;

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError, Validator};
use schemars::{JsonSchema, SchemaGenerator};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

use super::limits::{MAX_BYTES_FOR_EVERY_PROBLEM, MAX_PROBLEMS, MAX_TEXT_BYTES};
use super::positions::long_texts;
use super::problem::{Unplaced, placed};
use super::visible::{self, may_act, quoted};
use super::{JsonPath, Problem, Step};

/// Reads a file into its type.
///
/// # Errors
/// Every place where the text does not have the type's shape; of a very large file the first.
pub(super) fn read<T: DeserializeOwned + JsonSchema>(file: &'static str, text: &str) -> Result<T, Vec<Problem>> {
    // Going through a large file costs as much as half of taking it apart, and neither needs the other.
    let (mut long, mut acting) = (Vec::new(), false);
    let read = rayon::in_place_scope(|scope| {
        scope.spawn(|_| (long, acting) = (long_texts(text, MAX_TEXT_BYTES), may_act(text)));
        serde_json::from_str(text)
    });
    if !long.is_empty() {
        return Err(too_long(file, text, long));
    }
    let read = match read {
        Ok(value) if !acting => return Ok(value),
        Ok(_) => serde_json::from_str(text).and_then(|mut value| {
            visible::show(&mut value);
            serde_json::from_value(value)
        }),
        Err(err) => Err(err),
    };
    read.map_err(|_| problems_in::<T>(file, text))
}

fn too_long(file: &'static str, text: &str, long: Vec<(JsonPath, usize)>) -> Vec<Problem> {
    let left_out = long.len().saturating_sub(MAX_PROBLEMS);
    let problems = long.into_iter().take(MAX_PROBLEMS).map(|(path, length)| {
        let what = format!("this text is {length} bytes long, and more than {MAX_TEXT_BYTES} cannot be shown");
        Unplaced { path, what, remedy: "Shorten it".to_owned() }
    });
    placed(file, text, problems.collect(), left_out)
}

/// What is wrong with a file that could not be read.
fn problems_in<T: DeserializeOwned + JsonSchema>(file: &'static str, text: &str) -> Vec<Problem> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let Err(first) = serde_path_to_error::deserialize::<_, T>(&mut deserializer) else {
        return deserializer.end().err().map(|err| vec![syntax_problem(file, text, &err)]).unwrap_or_default();
    };
    let path = path_of_reader(first.path());
    let what = strip_position(&first.inner().to_string());
    // Of a field given twice the reader names the object; the second of the two is where an author has to look.
    let twice =
        what.strip_prefix("duplicate field `").and_then(|name| name.strip_suffix('`')).map(|name| path.field(name));
    let first = match twice {
        Some(path) => Unplaced { path, what, remedy: "Remove one of the two".to_owned() },
        None => Unplaced { path, what, remedy: "Correct this value".to_owned() },
    };
    // A large file is gone through for whether it is JSON at all, without being kept.
    if text.len() > MAX_BYTES_FOR_EVERY_PROBLEM {
        return match serde_json::from_str::<IgnoredAny>(text) {
            Ok(_) => placed(file, text, vec![first], 0),
            Err(err) => vec![syntax_problem(file, text, &err)],
        };
    }
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(err) => return vec![syntax_problem(file, text, &err)],
    };
    let (mut problems, left_out) = schema_problems::<T>(file, &value);
    // What a schema cannot express, such as the 30th of February, the reader of the type still refuses.
    if !problems.iter().any(|problem| problem.path == first.path || problem.path.0.starts_with(&first.path.0)) {
        problems.push(first);
    }
    problems.sort();
    problems.dedup();
    let mut problems = placed(file, text, problems, left_out);
    problems.sort();
    problems
}

fn syntax_problem(file: &'static str, text: &str, err: &serde_json::Error) -> Problem {
    let line_text = text.lines().nth(err.line().saturating_sub(1)).unwrap_or_default();
    // serde_json counts bytes; a reader's editor counts characters.
    let column = line_text.bytes().take(err.column()).filter(|byte| (byte & 0xC0) != 0x80).count().max(1);
    let said = strip_position(&err.to_string());
    let (what, remedy) = if text.trim().is_empty() {
        ("the file is empty".to_owned(), "Fill it; `briefing-desk new FOLDER` shows how")
    } else if said.starts_with("recursion limit") {
        ("lists or objects are nested deeper than 128 levels".to_owned(), "Take some levels away")
    } else if said.starts_with("number out of range") {
        ("this number is larger than a number can be".to_owned(), "Correct this value")
    } else {
        let remedy = "Correct the text here; a comma, a quote or a bracket is often missing just before";
        (format!("this is not valid JSON: {said}"), remedy)
    };
    let (line, path) = (err.line().max(1), JsonPath::default());
    Problem { file, line, column, path, what: quoted(&what), remedy: remedy.to_owned() }
}

/// `serde_json` appends ` at line 3 column 7`, which a [`Problem`] says in its own place.
fn strip_position(message: &str) -> String {
    message.rfind(" at line ").map_or(message, |at| &message[..at]).to_owned()
}

/// What the schema of a type finds wrong with a value, and how much more than can be listed.
fn schema_problems<T: JsonSchema>(file: &'static str, value: &Value) -> (Vec<Unplaced>, usize) {
    let schema = SchemaGenerator::default().into_root_schema_for::<T>();
    let validator: Validator = match jsonschema::validator_for(schema.as_value()) {
        Ok(validator) => validator,
        Err(err) => {
            log::error!("the schema of {file} does not compile: {err}");
            return (Vec::new(), 0);
        }
    };
    let mut errors = validator.iter_errors(value);
    let problems: Vec<Unplaced> =
        errors.by_ref().take(MAX_PROBLEMS).flat_map(|err| problems_of(value, schema.as_value(), &err)).collect();
    (problems, errors.count())
}

/// What one error of the schema means for an author.
fn problems_of(root: &Value, schema: &Value, err: &ValidationError<'_>) -> Vec<Unplaced> {
    let place = path_of_pointer(root, err.instance_path().as_str());
    let problem = |path, what, remedy| Unplaced { path, what, remedy };
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
            value.into_iter().flatten().flat_map(|err| problems_of(root, schema, err)).collect()
        }
        ValidationErrorKind::Pattern { pattern } => {
            let described = err.schema_path().as_str().strip_suffix("/pattern").and_then(|path| schema.pointer(path));
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

#[cfg(test)]
mod tests {
    use schemars::JsonSchema;
    use serde::Deserialize;

    use super::read;
    use crate::briefing::{Date, Key, Verdict};

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
        for (text, place) in [("[1, 2", "1:5"), ("[\n {\"é\": }]", "2:8"), ("[] []", "1:4")] {
            let found = problems(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(found[0].starts_with(place) && found[0].contains("not valid JSON"), "{text}: {found:?}");
        }
    }

    #[test]
    fn an_empty_file_is_called_empty() {
        for text in ["", " \n"] {
            let found = problems(text);
            assert!(found.len() == 1 && found[0].contains("the file is empty"), "{found:?}");
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
}
