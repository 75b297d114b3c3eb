//! References as CSL-JSON, the form in which citation processors take them.

use serde_json::{Map, Value, json};

use super::Format;
use crate::briefing::Date;
use crate::export::references::{Medium, Reference};
use crate::label;

/// CSL-JSON, as of its schema 1.0.
pub static FORMAT: Format = Format {
    key: "csl-json",
    label: label!(export::format_csl_json),
    extension: "json",
    is_text: true,
    options: &[],
    table: None,
    rows: None,
    picture: None,
    pages: None,
    document: None,
    references: Some(csl_json),
    calendar: None,
};

fn csl_json(references: &[Reference<'_>]) -> String {
    format!("{:#}\n", items(references))
}

/// The references as a value, for what carries them.
pub fn items(references: &[Reference<'_>]) -> Value {
    references.iter().map(item).collect()
}

fn item(reference: &Reference<'_>) -> Value {
    let source = reference.source;
    let (kind, publisher) = match reference.medium {
        Medium::News => ("article-newspaper", "container-title"),
        Medium::Page => ("webpage", "container-title"),
        Medium::Document => ("document", "publisher"),
    };
    let note = (!reference.notes.is_empty()).then(|| Value::from(reference.notes.join(". ")));
    let fields = [
        ("id", Some(Value::from(source.id.as_str()))),
        ("type", Some(Value::from(kind))),
        ("title", Some(Value::from(reference.title()))),
        (publisher, Some(Value::from(reference.publisher()))),
        ("issued", source.published.map(date)),
        ("accessed", source.read.map(date)),
        ("URL", reference.address().map(Value::from)),
        ("note", note),
    ];
    let fields = fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(fields.collect::<Map<_, _>>())
}

/// A date as far as it is known: year, month and day.
fn date(date: Date) -> Value {
    let (year, month, day) = date.parts();
    let parts: Vec<i16> = [Some(year), month.map(i16::from), day.map(i16::from)].into_iter().flatten().collect();
    json!({ "date-parts": [parts] })
}

#[cfg(test)]
mod tests {
    use super::csl_json;
    use crate::briefing::Briefing;
    use crate::export::references::Reference;
    use crate::words::Words;

    /// What an item of CSL-JSON may have, of what is written here; the schema allows nothing else.
    const FIELDS: [&str; 9] =
        ["id", "type", "title", "container-title", "publisher", "issued", "accessed", "URL", "note"];

    #[test]
    fn every_source_is_an_item_with_its_dates_as_far_as_they_are_known() {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        briefing.sources.sources[0].published = "2024-05".parse().ok();
        let written = csl_json(&Reference::of(&briefing, &Words::english()));
        let items: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(&written).expect("JSON");
        assert_eq!(items.len(), briefing.sources.sources.len());
        assert_eq!(items[0]["issued"]["date-parts"], serde_json::json!([[2024, 5]]));
        for (item, source) in items.iter().zip(&briefing.sources.sources) {
            assert_eq!(item["id"], source.id.as_str());
            assert!(item.keys().all(|key| FIELDS.contains(&key.as_str())), "{item:?}");
            assert_eq!(item.contains_key("accessed"), source.read.is_some());
        }
    }
}
