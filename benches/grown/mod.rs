//! The bundled briefing with one of its lists grown: as its entries are, and as they would do most harm.

#![expect(clippy::expect_used, reason = "a benchmark stops at what it did not expect")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

/// A list to be grown.
pub struct List {
    /// What it is called in the table.
    pub name: &'static str,
    file: &'static str,
    pointer: &'static str,
    /// Entry number so and so, made of the first.
    entry: fn(usize, &Value) -> Value,
}

const fn list(
    name: &'static str,
    file: &'static str,
    pointer: &'static str,
    entry: fn(usize, &Value) -> Value,
) -> List {
    List { name, file, pointer, entry }
}

/// Every list of the format.
pub const LISTS: &[List] = &[
    list(
        "acknowledged",
        "briefing",
        "/acknowledged",
        |n, _| json!({"check": "uncited", "about": format!("x-{n}"), "reason": "known"}),
    ),
    list("people", "meeting", "/people", keyed),
    list("places", "meeting", "/places", keyed),
    list("topics", "meeting", "/topics", keyed),
    list("chronology", "meeting", "/chronology", keyed),
    list("chronology, out of order", "meeting", "/chronology", |n, first| dated(n, &keyed(n, first), "from")),
    list("parties", "meeting", "/readouts/parties", keyed),
    list("differences", "meeting", "/readouts/differences", |_, first| first.clone()),
    list("unknowns", "meeting", "/unknowns", |_, first| first.clone()),
    list("sentences", "document", "/sentences", sentence),
    list("relative dates of a sentence", "document", "/sentences/0/as_printed/relative_dates", |_, first| {
        first.clone()
    }),
    list("sentences, each a quotation", "document", "/sentences", |n, first| {
        with(sentence(n, first), "as_printed", json!({"quotation": "whole"}))
    }),
    list("sentences of numbers", "document", "/sentences", |n, first| {
        with(sentence(n, first), "paraphrase", format!("{n}.5 of {n}.25 in 2024").into())
    }),
    list("claims", "claims", "/claims", keyed),
    list("claims of one sentence, disputed", "claims", "/claims", |n, first| {
        with(keyed(n, first), "verdict", "disputed".into())
    }),
    list("key points", "claims", "/key_points", |_, first| first.clone()),
    list("evidence of a claim", "claims", "/claims/0/evidence", |_, first| first.clone()),
    list("citations of a claim", "claims", "/claims/0/citations", |_, first| first.clone()),
    list("mentions of a claim", "claims", "/claims/0/mentions", |_, first| first.clone()),
    list("states", "roster", "/states", keyed),
    list("states, all alike", "roster", "/states", |n, first| with(first.clone(), "id", format!("x-{n}").into())),
    list("aliases of a state", "roster", "/states/0/aliases", |n, _| format!("Alias {n}").into()),
    list("spells of one state, all alike", "roster", "/spells", |_, first| first.clone()),
    list("spells of one state, one by one", "roster", "/spells", |n, first| {
        let ended = with(first.clone(), "from", day(n).into());
        with(ended, "until", day(n + 1).into())
    }),
    list("spells of one state, nested", "roster", "/spells", |n, first| {
        let begun = with(first.clone(), "from", day(n).into());
        with(begun, "until", "2025-09-01".into())
    }),
    list("spells of one state, with gaps", "roster", "/spells", |n, first| {
        let begun = with(first.clone(), "from", day(2 * n).into());
        with(begun, "until", day(2 * n + 1).into())
    }),
    list("states, two of each code", "roster", "/states", |n, first| {
        with(keyed(n, first), "alpha2", format!("X{}", n / 2).into())
    }),
    list("counts", "roster", "/counts", |n, _| json!({"status": "member", "number": n, "at": "4.3"})),
    list("printed", "roster", "/printed", |_, first| first.clone()),
    list("printed, each another way", "roster", "/printed", |n, first| {
        with(first.clone(), "printed", format!("Belarus {n}").into())
    }),
    list("statuses", "roster", "/statuses", keyed),
    list("statuses, each merged into the one before", "roster", "/statuses", |n, first| {
        let into = json!({"on": "2025-09-01", "into": if n < 100 { first["id"].clone() } else { format!("statuses-{}", n - 1).into() },
                "citations": [{"source": "tass-2010381"}]});
        with(keyed(n, first), "merged", into)
    }),
    list("series", "trade", "/series", keyed),
    list("flows", "trade", "/series/0/flows", keyed),
    list("years", "trade", "/series/0/observations", |n, first| {
        with(first.clone(), "period", format!("{:04}", 1 + n % 9998).into())
    }),
    list("days", "trade", "/series/0/observations", |n, first| with(first.clone(), "period", day(n).into())),
    list("days, each less", "trade", "/series/0/observations", |n, first| {
        with(with(first.clone(), "period", day(n).into()), "value", (1_000_000 - n).to_string().into())
    }),
    list("spans, each within the next", "trade", "/series/0/observations", |n, first| {
        let span = format!("{}/{}", day(100_000 - n % 100_000), day(100_000 + n % 100_000));
        with(first.clone(), "period", span.into())
    }),
    list("figures of one year", "trade", "/series/0/observations", |n, first| {
        with(first.clone(), "value", n.to_string().into())
    }),
    list("published growth", "trade", "/series/0/published_growth", |n, first| {
        with(first.clone(), "percent", n.to_string().into())
    }),
    list("stated figures", "trade", "/series/0/stated_figures", |n, _| {
        json!({"measure": "growth", "flow": "total", "from": "2021", "period": "2022", "value": n.to_string(),
            "citations": [{"source": "article", "at": "7.1"}]})
    }),
    list("milestones", "trade", "/milestones", |_, first| first.clone()),
    list("sources", "sources", "/sources", keyed),
    list("sources, each carrying the one before", "sources", "/sources", |n, first| {
        let before = if n % 16 == 0 { first["id"].clone() } else { format!("sources-{}", n - 1).into() };
        with(keyed(n, first), "origin", json!({"source": if n < 500 { first["id"].clone() } else { before }}))
    }),
];

/// One of each list, so that all can be grown at once.
pub fn each() -> Vec<&'static List> {
    let mut places = BTreeSet::new();
    LISTS.iter().filter(|list| places.insert((list.file, list.pointer))).collect()
}

/// Writes the briefing with so many entries in some lists, and returns the length of its files in bytes.
pub fn write(lists: &[&List], folder: &Path, size: usize) -> usize {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut bytes = 0;
    for file in briefing_desk::briefing::FILES {
        let mut text = fs::read_to_string(data.join(file)).expect("a file of the bundled briefing");
        let mut grown = lists.iter().filter(|list| file.strip_suffix(".json") == Some(list.file)).peekable();
        if grown.peek().is_some() {
            let mut file: Value = serde_json::from_str(&text).expect("JSON");
            grown.for_each(|list| list.grow(&mut file, size));
            text = file.to_string();
        }
        bytes += text.len();
        fs::write(folder.join(file), text).expect("a writable folder");
    }
    bytes
}

impl List {
    fn grow(&self, file: &mut Value, size: usize) {
        if file.pointer(self.pointer).is_none() {
            let (parent, name) = self.pointer.rsplit_once('/').expect("a pointer");
            file.pointer_mut(parent).expect("what holds the list")[name] = json!([]);
        }
        if self.file == "document" {
            file["length"] = u32::MAX.into();
        }
        let entries = file.pointer_mut(self.pointer).and_then(Value::as_array_mut).expect("a list");
        let first = entries.first().cloned().unwrap_or_default();
        entries.extend((entries.len()..size).map(|number| (self.entry)(number, &first)));
        // No two lists have entries of one key.
        let (_, name) = self.pointer.rsplit_once('/').unwrap_or_default();
        for entry in entries {
            let number = entry["id"].as_str().and_then(|key| key.strip_prefix("x-")).map(str::to_owned);
            if let Some(number) = number {
                entry["id"] = format!("{name}-{number}").into();
            }
        }
    }
}

fn with(mut entry: Value, field: &str, value: Value) -> Value {
    entry[field] = value;
    entry
}

/// The first entry under a key of its own.
fn keyed(number: usize, first: &Value) -> Value {
    with(first.clone(), "id", format!("x-{number}").into())
}

fn dated(number: usize, entry: &Value, field: &str) -> Value {
    with(entry.clone(), field, day(100_000 - number % 100_000).into())
}

/// A day, the next with each number, from 1750 on and round again.
fn day(number: usize) -> String {
    let first = jiff::civil::date(1750, 1, 1);
    let day =
        first.checked_add(jiff::Span::new().days(i64::try_from(number % 270_000).unwrap_or_default())).expect("a day");
    day.to_string()
}

fn sentence(number: usize, first: &Value) -> Value {
    let at = format!("{}.{}", 100 + number / 100, 1 + number % 100);
    let begin = 10_000 + 200 * number;
    let placed = with(first.clone(), "at", at.into());
    with(with(placed, "range", json!([begin, begin + 166])), "as_printed", json!({}))
}
