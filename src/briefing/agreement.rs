//! What the published schema refuses is refused here, and the other way round: held over generated values of every kind.

use std::sync::LazyLock;

use jsonschema::Validator;
use proptest::prelude::*;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{
    Acknowledgement, Citation, Document, Event, KeyPoint, Manifest, Observation, Person, PublishedGrowth, RelativeDate,
    Sentence, Source, Spell, State, StatedCount, StatedFigure, Statement, World, shape,
};

/// A type, a value of it, and the fields whose values are tried.
struct Tried {
    base: Value,
    fields: &'static [&'static str],
    by_schema: fn() -> Validator,
    by_program: fn(&Value) -> bool,
}

fn tried<T: DeserializeOwned + JsonSchema>(base: Value, fields: &'static [&'static str]) -> Tried {
    Tried {
        base,
        fields,
        by_schema: || {
            let schema = schemars::SchemaGenerator::default().into_root_schema_for::<T>();
            jsonschema::validator_for(schema.as_value()).expect("a schema")
        },
        by_program: |value| shape::read::<T>("sample.json", &value.to_string()).is_ok(),
    }
}

fn all() -> Vec<Tried> {
    let cite = json!([{"source": "a"}]);
    let names = json!({"en": "A"});
    let sha = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    vec![
        tried::<Observation>(
            json!({"flow": "a", "period": "2024", "value": "1.5", "citations": cite}),
            &["/flow", "/period", "/value", "/formula", "/note", "/unit"],
        ),
        tried::<PublishedGrowth>(json!({"flow": "a", "period": "2024", "percent": "-1"}), &["/period", "/percent"]),
        tried::<StatedFigure>(
            json!({"measure": "growth", "flow": "a", "from": "2023", "period": "2024", "value": "3"}),
            &["/measure", "/from", "/value"],
        ),
        tried::<Citation>(json!({"source": "a", "at": "4.2", "page": "12"}), &["/source", "/at", "/page"]),
        tried::<Statement>(json!({"text": "A", "citations": cite}), &["/text", "/citations"]),
        tried::<Sentence>(
            json!({"at": "1.1", "range": [0, 9], "sha256": sha, "label": "A", "paraphrase": "B"}),
            &["/at", "/range/0", "/range", "/sha256", "/label", "/paraphrase", "/boilerplate"],
        ),
        tried::<RelativeDate>(
            json!({"words": "today", "step": 0, "unit": "day", "means": "2024-03-01"}),
            &["/words", "/step", "/unit", "/means"],
        ),
        tried::<Document>(json!({"source": "a", "length": 9, "sha256": sha, "sentences": []}), &["/length", "/called"]),
        tried::<Spell>(
            json!({"state": "a", "status": "b", "from": "2024", "within_days": 3, "until": "2025-02"}),
            &["/state", "/from", "/within_days", "/until", "/occasion"],
        ),
        tried::<StatedCount>(json!({"status": "a", "number": 3, "at": "1.1"}), &["/number", "/at"]),
        tried::<World>(json!({"population": 8, "note": "", "citations": cite}), &["/population", "/note"]),
        tried::<State>(
            json!({"id": "a", "names": names, "region": "", "position": {"latitude": 1, "longitude": 2.5}}),
            &["/id", "/names", "/names/en", "/alpha2", "/population"],
        ),
        tried::<Person>(
            json!({"id": "a", "names": names, "office": "", "part": "b", "citations": cite}),
            &["/names/en", "/office", "/part", "/state"],
        ),
        tried::<Event>(
            json!({"id": "a", "from": "2024", "place": "", "label": "b", "citations": cite}),
            &["/from", "/until", "/place", "/label"],
        ),
        tried::<KeyPoint>(json!({"claim": "a", "lead": "B.", "text": "C"}), &["/claim", "/lead", "/text"]),
        tried::<Source>(
            json!({"id": "a", "publisher": "B", "title": "C", "kind": "press", "primary": true}),
            &["/publisher", "/title", "/kind", "/primary", "/address", "/published"],
        ),
        tried::<Acknowledgement>(json!({"check": "a", "reason": "b"}), &["/check", "/about", "/reason"]),
        tried::<Manifest>(
            json!({"format": 1, "name": "A", "languages": ["en"], "as_of": "2024", "checked": "2024"}),
            &["/name", "/languages", "/languages/0", "/as_of", "/checked", "/document"],
        ),
    ]
}

/// What a schema cannot say: which days, weeks and spans there are in the calendar, and that a whole number is written
/// without a point.
fn beyond_a_schema(value: &Value) -> bool {
    let number = value.as_f64().is_some_and(|number| value.is_f64() && number.fract() == 0.0);
    let dated = |text: &str| text.len() >= 8 && text.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    number || value.as_str().is_some_and(dated)
}

/// Numbers in texts and whatever else is like what a field holds.
fn values() -> impl Strategy<Value = Value> {
    let written = [
        "1_000",
        "1e5",
        "1E5",
        "+5",
        ".5",
        "5.",
        "-",
        "--5",
        "-5",
        "-0",
        "007",
        "NaN",
        "inf",
        "Infinity",
        "1,5",
        "1 000",
        "٣",
        "0x10",
        "1.5.5",
        "",
        " ",
        "\u{a0}\u{3000}",
        "\u{85}",
        "\u{feff}",
        "\n",
        "\u{200b}",
        "2024-02-30",
        "2024-13",
        "2024-00",
        "0000",
        "9999-12-31",
        "10000",
        "-2024",
        "+2024",
        "2024-1",
        "20240301",
        "2024-W53",
        "2024-W54",
        "2024-Q0",
        "2024-Q5",
        "2024-H3",
        "2024-h1",
        "2024-01/2024-02-03",
        "2024-Q1/2024-Q3",
        "2024-H1/2024-06",
        "2024-02/2024-01",
        "2024/2025",
        "2024-01-01T00:00",
        "A",
        "a--b",
        "-a",
        "a-",
        "a_b",
        "é",
        "0.1",
        "1.0",
        "4.02",
        "65535.65535",
        "65536.1",
        "99999.1",
        "1.100000",
        "#ff0000",
        "red",
        "https://",
        "javascript:1",
        "en-GB",
        "en_GB",
        "zh-Hans",
        "1e-400",
        "1e99999999999",
        "12345678901234567890123456789",
        "1.12345678901234567890123456789",
        "0.0000000000000000000000000001",
        "79228162514264337593543950335",
        "79228162514264337593543950336",
        "supported",
        "growth",
        "press",
        "day",
        "true",
    ];
    let numbers = [
        json!(0),
        json!(-1),
        json!(1.5),
        json!(255),
        json!(256),
        json!(32768),
        json!(-32769),
        json!(65536),
        json!(4_294_967_295_u64),
        json!(4_294_967_296_u64),
        json!(u64::MAX),
        json!(1e19),
        json!(1e300),
        json!(90),
        json!(90.5),
        json!(-180.5),
        json!(181),
        json!(null),
        json!(true),
        json!([]),
        json!({}),
        json!([""]),
        json!([" ", "en"]),
        json!({"en": ""}),
        json!({"": "A"}),
        json!([0, 1, 2]),
        json!([0]),
        json!([{"source": ""}]),
        json!({"currency": "", "sign": "", "scale": "", "prices": ""}),
    ];
    prop_oneof![
        proptest::sample::select(written.to_vec()).prop_map(Value::from),
        proptest::sample::select(numbers.to_vec()),
        "[-+]?[0-9_., ]{0,31}(e-?[0-9]{1,4})?".prop_map(Value::from),
        "[0-9]{4}(-[0-9WQH]{1,3}){0,2}(/[0-9]{4}(-[0-9WQH]{1,3}){0,2})?".prop_map(Value::from),
        "[a-z0-9-]{0,9}|[a-f0-9]{63,65}|[0-9]{1,6}\\.[0-9]{1,6}|\\PC{0,6}|\\s{0,4}".prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn schema_and_program_refuse_the_same(value in values()) {
        static ALL: LazyLock<Vec<(Tried, Validator)>> =
            LazyLock::new(|| all().into_iter().map(|tried| { let schema = (tried.by_schema)(); (tried, schema) }).collect());
        for (Tried { base, fields, by_program, .. }, schema) in ALL.iter() {
            prop_assert!(schema.is_valid(base) && by_program(base), "{}", base);
            for field in *fields {
                let mut changed = base.clone();
                let (parent, name) = field.rsplit_once('/').expect("a pointer");
                match changed.pointer_mut(parent).expect("its parent") {
                    Value::Array(list) => list[name.parse::<usize>().expect("an index")] = value.clone(),
                    parent => parent[name] = value.clone(),
                }
                let (valid, read) = (schema.is_valid(&changed), by_program(&changed));
                prop_assert!(valid == read || (valid && beyond_a_schema(&value)), "{}: schema {}, program {}: {}", field, valid, read, changed);
            }
        }
    }
}
