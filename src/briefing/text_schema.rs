//! The JSON Schema of types that are written as text.

/// Describes a type that is written as a string of some pattern. The description is also what a reader is told whose
/// text does not fit it, so it says how to write the value.
macro_rules! text_schema {
    ($type:ty, $name:literal, $pattern:expr, $description:literal, [$($example:literal),+]) => {
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "pattern": $pattern,
                    "description": $description,
                    "examples": [$($example),+],
                })
            }
        }
    };
}

pub(super) use text_schema;
