//! Is a JSON text of the shape its file must have? If not, every place where it is not.
//!
//! A well-formed file is read straight into its type. Only one that fails is held against the schema derived from that
//! same type, which finds all problems at once where the reader stops at the first.

use ahash::AHashSet;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError, Validator};
use schemars::{JsonSchema, SchemaGenerator};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

use super::limits::{MAX_BYTES_FOR_EVERY_PROBLEM, MAX_PROBLEMS, MAX_TEXT_BYTES};
use super::positions::long_texts;
use super::problem::{Unplaced, placed, quoting};
use super::visible::{self, may_act};
use super::{Message, Pointer, Problem, Step, Value as Word};
use crate::{label, message};

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

fn too_long(file: &'static str, text: &str, long: Vec<(Pointer, usize)>) -> Vec<Problem> {
    let left_out = long.len().saturating_sub(MAX_PROBLEMS);
    let problems = long.into_iter().take(MAX_PROBLEMS).map(|(pointer, length)| {
        let (length, most) = (length.to_string(), MAX_TEXT_BYTES.to_string());
        let what = message!(problems::too_long, length = length, most = most);
        Unplaced { pointer, what, remedy: message!(problems::too_long_remedy) }
    });
    placed(file, text, problems.collect(), left_out)
}

/// What is wrong with a file that could not be read.
fn problems_in<T: DeserializeOwned + JsonSchema>(file: &'static str, text: &str) -> Vec<Problem> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let Err(first) = serde_path_to_error::deserialize::<_, T>(&mut deserializer) else {
        return deserializer.end().err().map(|err| vec![syntax_problem(file, text, &err)]).unwrap_or_default();
    };
    let pointer = pointer_of_reader(first.path());
    let said = strip_position(&first.inner().to_string());
    let twice = said.strip_prefix("duplicate field `").and_then(|name| name.strip_suffix('`')).map(str::to_owned);
    let first = if let Some(name) = twice {
        // The reader names the object; the second of the two is where an author has to look.
        let pointer = pointer.field(&name);
        let remedy = message!(problems::given_twice_field_remedy);
        Unplaced { pointer, what: message!(problems::given_twice_field, name = name), remedy }
    } else {
        let (what, remedy) = (message!(problems::said, said = said), message!(problems::correct_value));
        Unplaced { pointer, what, remedy }
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
    if !problems.iter().any(|problem| problem.pointer.0.starts_with(&first.pointer.0)) {
        problems.push(first);
    }
    let mut seen = AHashSet::new();
    problems.retain(|problem| seen.insert(problem.clone()));
    let mut problems = placed(file, text, problems, left_out);
    Problem::order(&mut problems);
    problems
}

fn syntax_problem(file: &'static str, text: &str, err: &serde_json::Error) -> Problem {
    let line_text = text.lines().nth(err.line().saturating_sub(1)).unwrap_or_default();
    // serde_json counts bytes; a reader's editor counts characters.
    let column = line_text.bytes().take(err.column()).filter(|byte| (byte & 0xC0) != 0x80).count().max(1);
    let said = strip_position(&err.to_string());
    let (what, remedy) = if text.trim().is_empty() {
        (message!(problems::empty), message!(problems::empty_remedy))
    } else if said.starts_with("recursion limit") {
        (message!(problems::too_deep), message!(problems::too_deep_remedy))
    } else if said.starts_with("number out of range") {
        (message!(problems::too_large_a_number), message!(problems::correct_value))
    } else {
        (message!(problems::not_json, said = said), message!(problems::not_json_remedy))
    };
    let (line, pointer) = (err.line().max(1), Pointer::default());
    Problem { file, line, column, pointer, what: quoting(&what), remedy }
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
    let problems: Vec<Unplaced> = errors.by_ref().take(MAX_PROBLEMS).flat_map(|err| problems_of(value, &err)).collect();
    (problems, errors.count())
}

/// What one error of the schema means for an author.
fn problems_of(root: &Value, err: &ValidationError<'_>) -> Vec<Unplaced> {
    let place = pointer_in(root, err.instance_path().as_str());
    let problem = |pointer, what, remedy| Unplaced { pointer, what, remedy };
    let found = || brief(err.instance());
    let unknown_word = |words: Vec<String>| {
        let remedy = message!(problems::not_a_word_remedy, words = words.join(", "));
        problem(place.clone(), message!(problems::not_a_word, found = found()), remedy)
    };
    match err.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => unexpected
            .iter()
            .map(|name| {
                let what = message!(problems::not_a_field, name = name);
                problem(place.field(name), what, message!(problems::not_a_field_remedy))
            })
            .collect(),
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default().to_owned();
            let what = message!(problems::missing, name = &name);
            vec![problem(place, what, message!(problems::missing_remedy, name = name))]
        }
        ValidationErrorKind::Type { kind } => {
            let digits = is_of_kind(kind, "string") && err.instance().is_number();
            let remedy = if digits {
                message!(problems::wrong_kind_quoted, wanted = kind_words(kind))
            } else {
                message!(problems::wrong_kind_remedy, wanted = kind_words(kind))
            };
            vec![problem(place, message!(problems::wrong_kind, found = found(), wanted = kind_words(kind)), remedy)]
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
            value.into_iter().flatten().flat_map(|err| problems_of(root, err)).collect()
        }
        ValidationErrorKind::Pattern { pattern } => {
            let path = err.schema_path().as_str().strip_suffix("/pattern").unwrap_or_default();
            let remedy = how_written(path.rsplit('/').next().unwrap_or_default()).map_or_else(
                || message!(problems::not_so_written_pattern, pattern = pattern),
                |how| message!(problems::not_so_written_remedy, how = how),
            );
            vec![problem(place, message!(problems::not_so_written, found = found()), remedy)]
        }
        _ => {
            let what = message!(problems::said, said = err.to_string());
            vec![problem(place, what, message!(problems::correct_value))]
        }
    }
}

/// How a value is written whose type is called so in the schema.
fn how_written(called: &str) -> Option<Message> {
    match called {
        "Date" => Some(label!(problems::how_date)),
        "Key" => Some(label!(problems::how_key)),
        "Locator" => Some(label!(problems::how_locator)),
        "Period" => Some(label!(problems::how_period)),
        "Sha256" => Some(label!(problems::how_sha256)),
        _ => None,
    }
}

fn wants_null(err: &ValidationError<'_>) -> bool {
    matches!(err.kind(), ValidationErrorKind::Type { kind } if is_of_kind(kind, "null"))
}

/// Whether no other kind of value is wanted.
fn is_of_kind(kind: &TypeKind, name: &str) -> bool {
    matches!(kind, TypeKind::Single(kind) if kind.as_str() == name)
}

/// The kinds of value that are wanted, but for `null` beside another.
fn kind_words(kind: &TypeKind) -> Message {
    let kinds: Vec<JsonType> = match kind {
        TypeKind::Single(kind) => vec![*kind],
        TypeKind::Multiple(kinds) => kinds.iter().collect(),
    };
    let wanted = kinds.iter().filter(|kind| kinds.len() == 1 || **kind != JsonType::Null).map(|kind| kind_word(*kind));
    wanted
        .reduce(|one, other| message!(problems::either, one = one, other = other))
        .unwrap_or_else(|| message!(problems::kind_null))
}

const fn kind_word(kind: JsonType) -> Message {
    match kind {
        JsonType::Array => label!(problems::kind_array),
        JsonType::Boolean => label!(problems::kind_boolean),
        JsonType::Integer => label!(problems::kind_integer),
        JsonType::Null => label!(problems::kind_null),
        JsonType::Number => label!(problems::kind_number),
        JsonType::Object => label!(problems::kind_object),
        JsonType::String => label!(problems::kind_string),
    }
}

/// A value as a message can quote it.
fn brief(value: &Value) -> Word {
    match value {
        Value::Array(_) => label!(problems::kind_array).into(),
        Value::Object(_) => label!(problems::kind_object).into(),
        other => {
            let text = other.to_string();
            let cut: String = text.chars().take(60).collect();
            if cut.len() < text.len() { format!("{cut}…").into() } else { cut.into() }
        }
    }
}

/// Where a JSON pointer as RFC 6901 writes it leads in a value.
fn pointer_in(root: &Value, written: &str) -> Pointer {
    let mut pointer = Pointer::default();
    let mut here = Some(root);
    for token in written.split('/').skip(1) {
        let name = token.replace("~1", "/").replace("~0", "~");
        pointer = match (here, name.parse()) {
            (Some(Value::Array(_)), Ok(index)) => pointer.index(index),
            _ => pointer.field(&name),
        };
        here = here.and_then(|value| match pointer.0.last() {
            Some(Step::Index(index)) => value.get(index),
            _ => value.get(&name),
        });
    }
    pointer
}

fn pointer_of_reader(path: &serde_path_to_error::Path) -> Pointer {
    use serde_path_to_error::Segment;
    path.iter().fold(Pointer::default(), |place, segment| match segment {
        Segment::Seq { index } => place.index(*index),
        Segment::Map { key } => place.field(key),
        Segment::Enum { .. } | Segment::Unknown => place,
    })
}

#[cfg(test)]
mod tests {
    use schemars::{JsonSchema, SchemaGenerator};
    use serde::Deserialize;

    use super::{how_written, read};
    use crate::briefing::{Date, Key, Locator, Message, Period, Problem, Sha256, Verdict};
    use crate::message;
    use crate::words::Words;

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

    /// Each problem as its line and column, its pointer, what is wrong and what to do.
    fn problems(text: &str) -> Vec<(String, Message, Message)> {
        let found = read::<Vec<Sample>>("sample.json", text).expect_err("the text is wrong");
        let place = |problem: &Problem| format!("{}:{} {}", problem.line, problem.column, problem.pointer);
        found.into_iter().map(|problem| (place(&problem), problem.what, problem.remedy)).collect()
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
        let (how_key, how_date) = (message!(problems::how_key), message!(problems::how_date));
        assert_eq!([&how_key, &how_date].map(|how| Words::english().say(how)), [key, date]);
        let words = r#""disputed", "outdated", "unverified", "supported""#;
        let integer = || message!(problems::kind_integer);
        assert_eq!(
            problems(text),
            [
                (
                    "2:3 $[0].id".to_owned(),
                    message!(problems::not_so_written, found = r#""A b""#),
                    message!(problems::not_so_written_remedy, how = how_key),
                ),
                (
                    "2:16 $[0].count".to_owned(),
                    message!(problems::wrong_kind, found = r#""x""#, wanted = integer()),
                    message!(problems::wrong_kind_remedy, wanted = integer()),
                ),
                (
                    "2:30 $[0].verdict".to_owned(),
                    message!(problems::not_a_word, found = r#""fine""#),
                    message!(problems::not_a_word_remedy, words = words),
                ),
                (
                    "2:49 $[0].on".to_owned(),
                    message!(problems::not_so_written, found = r#""2001-13""#),
                    message!(problems::not_so_written_remedy, how = how_date),
                ),
                (
                    "3:2 $[1]".to_owned(),
                    message!(problems::missing, name = "count"),
                    message!(problems::missing_remedy, name = "count"),
                ),
                (
                    "3:14 $[1].colour".to_owned(),
                    message!(problems::not_a_field, name = "colour"),
                    message!(problems::not_a_field_remedy),
                ),
            ]
        );
    }

    #[test]
    fn a_value_is_written_as_the_schema_describes_it() {
        let schema = SchemaGenerator::default().into_root_schema_for::<(Date, Key, Locator, Period, Sha256)>();
        let types = schema.as_value()["$defs"].as_object().expect("types by their names");
        assert_eq!(types.len(), 5);
        for (name, described) in types {
            let how = how_written(name).map(|how| Words::english().say(&how));
            assert_eq!(how.as_deref(), described["description"].as_str(), "{name}");
        }
    }

    #[test]
    fn what_a_schema_cannot_say_is_found_by_the_type() {
        let text = r#"[{"id": "a", "count": 1, "verdict": "supported", "on": "2001-02-30"}]"#;
        let found = problems(text);
        assert_eq!(found.len(), 1, "{found:?}");
        let (place, what, _) = &found[0];
        assert_eq!((place.as_str(), what.id()), ("1:50 $[0].on", "said"));
        assert!(format!("{what:?}").contains("`2001-02-30` is not a date"), "{what:?}");
    }

    #[test]
    fn a_broken_text_is_one_problem_where_it_breaks() {
        for (text, place) in [("[1, 2", "1:5"), ("[\n {\"é\": }]", "2:8"), ("[] []", "1:4")] {
            let found = problems(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(found[0].0.starts_with(place) && found[0].1.id() == "not-json", "{text}: {found:?}");
        }
    }

    #[test]
    fn an_empty_file_is_called_empty() {
        for text in ["", " \n"] {
            let found = problems(text);
            assert!(found.len() == 1 && found[0].1 == message!(problems::empty), "{found:?}");
        }
    }

    #[test]
    fn a_field_given_twice_is_refused() {
        let found = problems(r#"[{"id": "a", "id": "b", "count": 1, "verdict": "supported"}]"#);
        let twice = message!(problems::given_twice_field, name = "id");
        assert!(found.iter().any(|(_, what, _)| *what == twice), "{found:?}");
    }

    #[test]
    fn nesting_without_end_does_not_overflow_the_stack() {
        let found = problems(&"[".repeat(200_000));
        assert_eq!(found.len(), 1);
    }
}
