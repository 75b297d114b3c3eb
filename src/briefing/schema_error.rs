//! What an error of a schema means for whoever wrote the file: where, what is wrong and what to do.

use jsonschema::error::{TypeKind, ValidationErrorKind};
use jsonschema::{JsonType, ValidationError};
use serde_json::Value;

use super::decimal;
use super::nearest::nearest;
use super::problem::Unplaced;
use super::said;
use super::{Message, Pointer, Step, Value as Word};
use crate::{label, message};

/// What one error of a schema means for the author of a file; the file and the schema are `files`.
pub(super) fn problems_of(files: [&Value; 2], err: &ValidationError<'_>) -> Vec<Unplaced> {
    let [root, schema] = files;
    let place = pointer_in(root, err.instance_path().as_str());
    let problem = |pointer, what, remedy| Unplaced { pointer, what, remedy };
    let found = || brief(err.instance());
    let unknown_word = |words: Vec<String>| {
        let near = nearest(&err.instance().to_string(), words.iter().map(String::as_str)).map(str::to_owned);
        let words = words.join(", ");
        let remedy = match near {
            Some(near) => message!(problems::not_a_word_near, near = near, words = words),
            None => message!(problems::not_a_word_remedy, words = words),
        };
        problem(place.clone(), message!(problems::not_a_word, found = found()), remedy)
    };
    match err.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => unexpected
            .iter()
            .map(|name| {
                let what = message!(problems::not_a_field, name = name);
                let fields = fields(schema, err.schema_path().as_str());
                let remedy =
                    match nearest(name, fields.into_iter().flat_map(|fields| fields.keys()).map(String::as_str)) {
                        Some(near) => message!(problems::not_a_field_near, near = near.to_owned()),
                        None => message!(problems::not_a_field_remedy),
                    };
                problem(place.field(name), what, remedy)
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
            } else if let (true, Some(text)) = (is_of_kind(kind, "number"), err.instance().as_str()) {
                decimal::remedy(text)
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
            value.into_iter().flatten().flat_map(|err| problems_of(files, err)).collect()
        }
        ValidationErrorKind::Pattern { pattern } if pattern == decimal::PATTERN => {
            let remedy = decimal::remedy(err.instance().as_str().unwrap_or_default());
            vec![problem(place, message!(problems::not_a_decimal, found = found()), remedy)]
        }
        ValidationErrorKind::Pattern { pattern } if pattern == said::PATTERN => {
            vec![problem(place, message!(problems::blank), message!(problems::blank_remedy))]
        }
        // Decimals alone have a longest; every other text is held to that of all texts.
        ValidationErrorKind::MaxLength { limit } => {
            let what = message!(problems::too_many_digits, found = found(), most = limit.to_string());
            vec![problem(place, what, message!(problems::too_many_digits_remedy))]
        }
        ValidationErrorKind::Pattern { pattern } => {
            let path = err.schema_path().as_str().strip_suffix("/pattern").unwrap_or_default();
            let remedy = how_written(path.rsplit('/').next().unwrap_or_default()).map_or_else(
                || message!(problems::not_so_written_pattern, pattern = pattern),
                |how| message!(problems::not_so_written_remedy, how = how),
            );
            vec![problem(place, message!(problems::not_so_written, found = found()), remedy)]
        }
        ValidationErrorKind::Minimum { limit } => {
            let what = message!(problems::too_small, found = found(), least = limit.to_string());
            vec![problem(place, what, message!(problems::correct_value))]
        }
        ValidationErrorKind::Maximum { limit } => {
            let what = message!(problems::too_great, found = found(), most = limit.to_string());
            vec![problem(place, what, message!(problems::correct_value))]
        }
        ValidationErrorKind::MinItems { limit } => {
            let what = message!(problems::too_few, least = limit.to_string());
            vec![problem(place, what, message!(problems::correct_value))]
        }
        ValidationErrorKind::MaxItems { limit } => {
            let what = message!(problems::too_many, most = limit.to_string());
            vec![problem(place, what, message!(problems::correct_value))]
        }
        _ => {
            log::debug!("the schema says: {err}");
            vec![problem(place, message!(problems::unreal, found = found()), message!(problems::correct_value))]
        }
    }
}

/// The fields of the object whose schema refuses all others at a path.
fn fields<'a>(schema: &'a Value, path: &str) -> Option<&'a serde_json::Map<String, Value>> {
    schema.pointer(path.strip_suffix("/additionalProperties")?)?.get("properties")?.as_object()
}

/// How a value is written whose type is called so in the schema.
pub(super) fn how_written(called: &str) -> Option<Message> {
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
pub(super) fn brief(value: &Value) -> Word {
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
