//! Is a JSON text of the shape its file must have? If not, every place where it is not.
//!
//! A well-formed file is read straight into its type. Only one that fails is held against the schema derived from that
//! same type, which finds all problems at once where the reader stops at the first.

use ahash::AHashSet;
use jsonschema::Validator;
use schemars::{JsonSchema, SchemaGenerator};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

use super::cores;
use super::limits::{MAX_BYTES_FOR_EVERY_PROBLEM, MAX_PROBLEMS, MAX_TEXT_BYTES};
use super::positions::long_texts;
use super::problem::{Unplaced, placed};
use super::schema_error::{brief, how_written, problems_of};
use super::slot::{Slot, slot_of, value_at};
use super::syntax::{given_twice, syntax_problem};
use super::visible::{self, may_act};
use super::{Pointer, Problem};
use crate::message;

/// Reads a file into its type.
///
/// # Errors
/// Every place where the text does not have the type's shape; of a very large file the first.
pub(super) fn read<T: DeserializeOwned + JsonSchema>(file: &str, text: &str) -> Result<T, Vec<Problem>> {
    // Going through a large file costs as much as half of taking it apart, and neither needs the other.
    let (mut long, mut acting) = (Vec::new(), false);
    let look = || (long, acting) = (long_texts(text, MAX_TEXT_BYTES), may_act(text));
    let read = cores::beside(look, || serde_json::from_str(text));
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

fn too_long(file: &str, text: &str, long: Vec<(Pointer, usize)>) -> Vec<Problem> {
    let left_out = long.len().saturating_sub(MAX_PROBLEMS);
    let problems = long.into_iter().take(MAX_PROBLEMS).map(|(pointer, length)| {
        let (length, most) = (length.to_string(), MAX_TEXT_BYTES.to_string());
        let what = message!(problems::too_long, length = length, most = most);
        Unplaced { pointer, what, remedy: message!(problems::too_long_remedy) }
    });
    placed(file, text, problems.collect(), left_out)
}

/// What is wrong with a file that could not be read.
fn problems_in<T: DeserializeOwned + JsonSchema>(file: &str, text: &str) -> Vec<Problem> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let Err(first) = serde_path_to_error::deserialize::<_, T>(&mut deserializer) else {
        return deserializer.end().err().map(|err| vec![syntax_problem(file, text, &err)]).unwrap_or_default();
    };
    let schema = SchemaGenerator::default().into_root_schema_for::<T>();
    // A large file is gone through for whether it is JSON at all, without being kept.
    if text.len() > MAX_BYTES_FOR_EVERY_PROBLEM {
        return match serde_json::from_str::<IgnoredAny>(text) {
            Ok(_) => placed(file, text, first_problems(schema.as_value(), text, &first), 0),
            Err(err) => vec![syntax_problem(file, text, &err)],
        };
    }
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(err) => return vec![syntax_problem(file, text, &err)],
    };
    let (mut problems, left_out) = schema_problems(schema.as_value(), &value);
    // What a schema cannot express, such as the 30th of February, the reader of the type still refuses.
    let refused = pointer_of_reader(first.path());
    if !problems.iter().any(|problem| problem.pointer.0.starts_with(&refused.0)) {
        problems.extend(first_problems(schema.as_value(), text, &first));
    }
    let mut seen = AHashSet::new();
    problems.retain(|problem| seen.insert(problem.clone()));
    let mut problems = placed(file, text, problems, left_out);
    Problem::order(&mut problems);
    problems
}

/// What is wrong with the one value at which the reader of the type stopped, told by the schema of its place.
fn first_problems(schema: &Value, text: &str, first: &serde_path_to_error::Error<serde_json::Error>) -> Vec<Unplaced> {
    log::debug!("the reader says: {first}");
    let pointer = pointer_of_reader(first.path());
    if let Some(name) = given_twice(first.inner()) {
        // The reader names the object; the second of the two is where an author has to look.
        let (what, remedy) =
            (message!(problems::given_twice_field, name = &name), message!(problems::given_twice_field_remedy));
        return vec![Unplaced { pointer: pointer.field(&name), what, remedy }];
    }
    let slot = slot_of(schema, pointer);
    let Some(value) = value_at(text, &slot.pointer) else { return vec![unreal(&slot, &Value::Null)] };
    let (mut problems, _) = schema_problems(&slot.schema, &value);
    for problem in &mut problems {
        problem.pointer = Pointer([&slot.pointer.0[..], &problem.pointer.0].concat());
    }
    if problems.is_empty() { vec![unreal(&slot, &value)] } else { problems }
}

/// A value that is written as it must be and is none all the same.
fn unreal(slot: &Slot, value: &Value) -> Unplaced {
    let found = brief(value);
    let what = match slot.called.as_str() {
        "Date" => message!(problems::no_such_date, found = found),
        "Period" => message!(problems::no_such_period, found = found),
        _ if value.is_number() => message!(problems::too_large_a_number),
        _ => message!(problems::unreal, found = found),
    };
    let remedy = how_written(&slot.called).map(|how| message!(problems::not_so_written_remedy, how = how));
    let remedy = remedy.unwrap_or_else(|| message!(problems::correct_value));
    Unplaced { pointer: slot.pointer.clone(), what, remedy }
}

/// What a schema finds wrong with a value, and how much more than can be listed.
fn schema_problems(schema: &Value, value: &Value) -> (Vec<Unplaced>, usize) {
    let validator: Validator = match jsonschema::validator_for(schema) {
        Ok(validator) => validator,
        Err(err) => {
            log::error!("a schema does not compile: {err}");
            return (Vec::new(), 0);
        }
    };
    let mut errors = validator.iter_errors(value);
    let files = [value, schema];
    let problems: Vec<Unplaced> = errors.by_ref().take(MAX_PROBLEMS).flat_map(|err| problems_of(files, &err)).collect();
    (problems, errors.count())
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

    use super::{first_problems, how_written, placed, read};
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
        let date = "a date as far as it is known, such as `2009`, `2016-03` or `2016-03-14`";
        let key = "a readable key of lower-case letters, digits and single hyphens, such as `office-2024`";
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
    fn the_nearest_of_what_is_known_is_named() {
        let found = problems(r#"[{"id": "a", "cuont": 1, "count": 1, "verdict": "suported"}]"#);
        let remedies: Vec<String> = found.iter().map(|(_, _, remedy)| Words::english().say(remedy)).collect();
        assert!(remedies[0].starts_with("Did you mean `count`?"), "{remedies:?}");
        assert!(remedies[1].starts_with("Did you mean \"supported\"?"), "{remedies:?}");
        let found = problems(r#"[{"id": "a", "count": 1, "verdict": "supported", "whatever": 1}]"#);
        assert_eq!(found[0].2, message!(problems::not_a_field_remedy));
    }

    #[derive(Debug, Deserialize, JsonSchema)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its shape matters")]
    struct Measured {
        #[serde(with = "crate::briefing::decimal")]
        #[schemars(
            with = "String",
            regex(pattern = crate::briefing::decimal::PATTERN),
            length(max = crate::briefing::decimal::MAX_LENGTH)
        )]
        value: rust_decimal::Decimal,
        latitude: f64,
    }

    #[test]
    fn the_decimal_point_is_asked_for_by_name() {
        let remedy = |text: &str| {
            let found = read::<Measured>("sample.json", text).expect_err("the text is wrong");
            let said: Vec<String> = found.iter().map(|problem| Words::english().say(&problem.remedy)).collect();
            said.join("; ")
        };
        for text in [
            r#"{"value": "12,5", "latitude": 1}"#,
            r#"{"value": "1", "latitude": "12,5"}"#,
            "{\"value\": \"1\",\n \"latitude\": 12,5}",
            r#"{"value": 12,5, "latitude": 1}"#,
        ] {
            assert!(remedy(text).contains("12.5") && remedy(text).contains("point"), "{text}: {}", remedy(text));
        }
        assert!(remedy(r#"{"value": "1,475", "latitude": 1}"#).contains("1.475 or 1475"));
        let elsewhere = "{\"value\": \"12,5\" \"latitude\": 1}";
        assert!(!remedy(elsewhere).contains("12.5"), "{}", remedy(elsewhere));
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
        assert_eq!(place, "1:50 $[0].on");
        assert_eq!(*what, message!(problems::no_such_date, found = r#""2001-02-30""#));
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

    /// A number that its field cannot hold; the schema does not say how large that is.
    #[test]
    fn a_number_that_is_too_large_for_its_field_is_called_so() {
        let found = problems(r#"[{"id": "a", "count": 4294967296, "verdict": "supported"}]"#);
        assert_eq!(found[0].1, message!(problems::too_large_a_number), "{found:?}");
    }

    /// Of a very large file the first problem alone is told, as it would be among the others of a small one.
    #[test]
    fn the_first_problem_of_a_large_file_is_told_in_the_same_words() {
        for wrong in [
            r#"{"id": "A b", "count": 1, "verdict": "supported"}"#,
            r#"{"id": "a", "count": "x", "verdict": "supported"}"#,
            r#"{"id": "a", "count": 1, "verdict": "fine"}"#,
            r#"{"id": "a", "count": 1, "verdict": "supported", "on": "2023-02-29"}"#,
            r#"{"id": "a", "verdict": "supported"}"#,
            r#"{"id": "a", "colour": 1, "count": 1, "verdict": "supported"}"#,
            r#"{"id": "a", "id": "b", "count": 1, "verdict": "supported"}"#,
        ] {
            let text = format!(r#"[{{"id": "a", "count": 1, "verdict": "supported"}}, {wrong}]"#);
            let mut deserializer = serde_json::Deserializer::from_str(&text);
            let first = serde_path_to_error::deserialize::<_, Vec<Sample>>(&mut deserializer).expect_err(wrong);
            let schema = SchemaGenerator::default().into_root_schema_for::<Vec<Sample>>();
            let told = placed("sample.json", &text, first_problems(schema.as_value(), &text, &first), 0);
            let all = read::<Vec<Sample>>("sample.json", &text).expect_err(wrong);
            assert_eq!(told, all, "{wrong}");
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
