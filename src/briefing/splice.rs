//! Changing a JSON text where it has to change, and nowhere else: what is added looks like what stands beside it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use super::scanner::Scanner;
use super::{ObjectText, Pointer, Step};

/// One change of a JSON text. What is to be written is JSON in whatever layout; it is laid out as its neighbours are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonEdit {
    /// Another entry at the end of a list, or in a new list where the object around it has none.
    Append { list: Pointer, entry: String },
    /// A field of an object: in place of the value that it has, or at the end of the object.
    Set { object: Pointer, field: String, value: String },
}

/// Lines are broken beyond so many characters.
const WIDTH: usize = 150;
/// `serde_json` reads nothing deeper.
const DEEPEST: usize = 128;
/// So many of the last entries of a list tell how its entries are laid out.
const TELLING: usize = 3;

/// A text with all changes made. Nothing where the text is no object, or a change leads to what it does not have.
///
/// # Examples
/// ```
/// use briefing_desk::briefing::{JsonEdit, Pointer, spliced};
///
/// let text = "{\n  \"list\": [\n    { \"a\": 1 }\n  ]\n}\n";
/// let list = Pointer::default().field("list");
/// let edits = [JsonEdit::Append { list, entry: "{\"a\":2}".to_owned() }];
/// let changed = "{\n  \"list\": [\n    { \"a\": 1 },\n    { \"a\": 2 }\n  ]\n}\n";
/// assert_eq!(spliced(text, &edits).as_deref(), Some(changed));
/// ```
pub fn spliced(text: &str, edits: &[JsonEdit]) -> Option<String> {
    ObjectText::of(text)?;
    let style = Style::of(text);
    let grouped = Grouped::of(edits);
    let lists: Vec<&Pointer> = grouped.lists.keys().copied().collect();
    let mut objects: BTreeMap<Pointer, Vec<(&str, Written<'_>)>> = BTreeMap::new();
    for (object, fields) in &grouped.fields {
        let fields = fields.iter().map(|(field, value)| (*field, Written::Value(value)));
        objects.entry((*object).clone()).or_default().extend(fields);
    }
    let mut changes = Vec::new();
    for (list, span) in lists.iter().zip(spans(text, &lists)) {
        let Some(entries) = grouped.lists.get(*list) else { continue };
        if let Some(span) = span {
            changes.push(appended(text, span, entries, &style)?);
        } else {
            let (Step::Field(field), above) = list.0.split_last()? else { return None };
            objects.entry(Pointer(above.to_vec())).or_default().push((field, Written::Entries(entries)));
        }
    }
    let places: Vec<&Pointer> = objects.keys().collect();
    for (span, fields) in spans(text, &places).into_iter().zip(objects.values()) {
        set(text, span?, fields, &style, &mut changes)?;
    }
    changes.sort_by_key(|(range, _)| (range.start, range.end));
    let (mut made, mut at) = (String::with_capacity(text.len()), 0);
    for (range, written) in changes {
        made.push_str(text.get(at..range.start)?);
        made.push_str(&written);
        at = range.end;
    }
    made.push_str(text.get(at..)?);
    Some(made)
}

/// A JSON value as a file of its own, laid out as those of the project are.
pub fn laid_out(json: &str) -> String {
    let style = Style { unit: Some("  ".to_owned()), newline: "\n", spaced: true };
    format!("{}\n", style.laid(json, "", true))
}

/// The changes by what they change.
struct Grouped<'a> {
    lists: BTreeMap<&'a Pointer, Vec<&'a str>>,
    fields: BTreeMap<&'a Pointer, Vec<(&'a str, &'a str)>>,
}

impl<'a> Grouped<'a> {
    fn of(edits: &'a [JsonEdit]) -> Self {
        let (mut lists, mut fields) = (BTreeMap::new(), BTreeMap::new());
        for edit in edits {
            match edit {
                JsonEdit::Append { list, entry } => lists.entry(list).or_insert_with(Vec::new).push(entry.as_str()),
                JsonEdit::Set { object, field, value } => {
                    let own: &mut Vec<(&str, &str)> = fields.entry(object).or_default();
                    match own.iter_mut().find(|(name, _)| name == field) {
                        Some(earlier) => earlier.1 = value,
                        None => own.push((field, value)),
                    }
                }
            }
        }
        Self { lists, fields }
    }
}

/// What a field is given.
enum Written<'a> {
    Value(&'a str),
    Entries(&'a [&'a str]),
}

type Change = (Range<usize>, String);

/// Entries at the end of the list that stands in a place.
fn appended(text: &str, span: Range<usize>, entries: &[&str], style: &Style) -> Option<Change> {
    let items = entries_of(text, span.clone())?;
    let Some(last) = items.last().cloned() else {
        let outer = line_indent(text, span.start);
        return Some((span, style.list(entries, outer)));
    };
    let line = own_line(text, last.start);
    let telling = items.iter().rev().take(TELLING);
    let expand = telling.clone().all(|item| text.get(item.clone()).is_some_and(|item| item.contains('\n')));
    let mut written = String::new();
    for entry in entries {
        match line {
            Some(indent) => {
                let _ = write!(written, ",{}{indent}{}", style.newline, style.laid(entry, indent, expand));
            }
            None => {
                let _ = write!(written, ", {}", style.one_line(entry));
            }
        }
    }
    Some((last.end..last.end, written))
}

/// Fields of the object that stands in a place.
fn set(
    text: &str,
    span: Range<usize>,
    fields: &[(&str, Written<'_>)],
    style: &Style,
    changes: &mut Vec<Change>,
) -> Option<()> {
    let object = ObjectText::within(text, span)?;
    let line = object.fields.first().and_then(|field| own_line(text, field.start));
    let indent = line.unwrap_or_default();
    let mut added = String::new();
    let mut is_first = object.fields.is_empty();
    for (name, written) in fields {
        let value = match written {
            Written::Value(value) if line.is_some() => style.laid(value, indent, false),
            Written::Value(value) => style.one_line(value),
            Written::Entries(entries) => style.list(entries, line.map_or("", |_| indent)),
        };
        if let Some(field) = object.field(name) {
            changes.push((field.value.clone(), value));
            continue;
        }
        let comma = if is_first { "" } else { "," };
        is_first = false;
        let name = serde_json::Value::from(*name).to_string();
        let _ = match line {
            Some(indent) => write!(added, "{comma}{}{indent}{name}: {value}", style.newline),
            None => write!(added, "{comma} {name}: {value}"),
        };
    }
    if !added.is_empty() {
        let at = object.fields.last().map_or(object.end, |field| field.value.end);
        changes.push((at..at, added));
    }
    Some(())
}

/// What stands before a place on its line, where that is nothing but blanks and the line is not the first.
fn own_line(text: &str, at: usize) -> Option<&str> {
    let (_, line) = text.get(..at)?.rsplit_once('\n')?;
    line.chars().all(char::is_whitespace).then_some(line)
}

/// The blanks with which the line of a place begins.
fn line_indent(text: &str, at: usize) -> &str {
    let line = text.get(..at).and_then(|before| before.rsplit_once('\n')).map_or("", |(_, line)| line);
    line.get(..line.len() - line.trim_start().len()).unwrap_or_default()
}

/// Where the entries of the list in a place of a JSON text stand; none where no list stands there.
pub fn entries_of(text: &str, span: Range<usize>) -> Option<Vec<Range<usize>>> {
    let mut scanner = Scanner { text: text.as_bytes(), at: span.start };
    let mut entered = Some(scanner.enter()).filter(|items| items.open && !items.object)?;
    let mut items = Vec::new();
    while let Some(item) = scanner.next(&mut entered) {
        scanner.skip_value();
        items.push(item.offset..scanner.at);
    }
    Some(items)
}

/// Where the values of some places stand, in one pass; none where the text does not have one.
pub(super) fn spans(text: &str, places: &[&Pointer]) -> Vec<Option<Range<usize>>> {
    let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut scanner = Scanner { text: text.as_bytes(), at };
    let mut found = vec![None; places.len()];
    let wanted = places.iter().enumerate().map(|(number, place)| (number, place.0.as_slice())).collect();
    scanner.skip_space();
    scanner.span(wanted, &mut found, 0);
    found
}

impl Scanner<'_> {
    /// Goes past the value that begins here, and finds what is wanted in it.
    fn span(&mut self, wanted: Vec<(usize, &[Step])>, found: &mut [Option<Range<usize>>], depth: usize) {
        let start = self.at;
        let mut own = Vec::new();
        let mut below: BTreeMap<&Step, Vec<(usize, &[Step])>> = BTreeMap::new();
        for (number, steps) in wanted {
            match steps.split_first() {
                Some((first, rest)) => below.entry(first).or_default().push((number, rest)),
                None => own.push(number),
            }
        }
        if below.is_empty() || depth > DEEPEST {
            self.skip_value();
        } else {
            let mut items = self.enter();
            while let Some(item) = self.next(&mut items) {
                match below.get(&item.step) {
                    Some(wanted) => self.span(wanted.clone(), found, depth + 1),
                    None => self.skip_value(),
                }
            }
            if !items.open {
                self.skip_value();
            }
        }
        for number in own {
            if let Some(place) = found.get_mut(number) {
                *place = Some(start..self.at);
            }
        }
    }
}

/// How a text is laid out.
struct Style {
    /// By what a level is set in; none where everything stands on one line.
    unit: Option<String>,
    newline: &'static str,
    /// Whether blanks stand within the brackets of an object.
    spaced: bool,
}

impl Style {
    fn of(text: &str) -> Self {
        let object = ObjectText::of(text);
        let first = object.and_then(|object| own_line(text, object.fields.first()?.start));
        let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
        // The first bracket is that of the whole.
        let within = text.split_once('{').map_or("", |(_, within)| within);
        let spaced = match (within.find("{\""), within.find("{ \"")) {
            (Some(tight), Some(wide)) => wide < tight,
            (tight, _) => tight.is_none(),
        };
        Self { unit: first.filter(|unit| !unit.is_empty()).map(str::to_owned), newline, spaced }
    }

    /// A list of some entries, each on a line of its own where lines are used at all.
    fn list(&self, entries: &[&str], outer: &str) -> String {
        let Some(unit) = &self.unit else {
            let entries: Vec<String> = entries.iter().map(|entry| self.one_line(entry)).collect();
            return format!("[{}]", entries.join(", "));
        };
        let inner = format!("{outer}{unit}");
        let entries: Vec<String> =
            entries.iter().map(|entry| format!("{}{inner}{}", self.newline, self.laid(entry, &inner, false))).collect();
        format!("[{}{}{outer}]", entries.join(","), self.newline)
    }

    /// A value on one line where it has room there, and else on several.
    fn laid(&self, json: &str, indent: &str, expand: bool) -> String {
        let line = self.one_line(json);
        let Some(unit) = self.unit.as_ref().filter(|_| expand || indent.len() + line.chars().count() > WIDTH) else {
            return line;
        };
        let inner = format!("{indent}{unit}");
        let Some((object, parts)) = parts(json) else { return line };
        if parts.is_empty() {
            return line;
        }
        // What is too long for a line and has nothing within it but short values stays together.
        let lines: Vec<String> = parts
            .into_iter()
            .map(|(name, value)| format!("{}{inner}{name}{}", self.newline, self.laid(value, &inner, false)))
            .collect();
        let (open, close) = if object { ('{', '}') } else { ('[', ']') };
        format!("{open}{}{}{indent}{close}", lines.join(","), self.newline)
    }

    fn one_line(&self, json: &str) -> String {
        let Some((object, parts)) = parts(json) else { return json.trim().to_owned() };
        let parts: Vec<String> =
            parts.into_iter().map(|(name, value)| format!("{name}{}", self.one_line(value))).collect();
        let joined = parts.join(", ");
        match (object, joined.is_empty(), self.spaced) {
            (true, false, true) => format!("{{ {joined} }}"),
            (true, ..) => format!("{{{joined}}}"),
            (false, ..) => format!("[{joined}]"),
        }
    }
}

/// The parts of a list, or those of an object with their names and a colon; none of any other value.
fn parts(json: &str) -> Option<(bool, Vec<(String, &str)>)> {
    let mut scanner = Scanner { text: json.as_bytes(), at: 0 };
    scanner.skip_space();
    let mut items = Some(scanner.enter()).filter(|items| items.open)?;
    let object = items.object;
    let mut parts = Vec::new();
    while let Some(item) = scanner.next(&mut items) {
        let start = scanner.at;
        scanner.skip_value();
        let name = match item.step {
            Step::Field(name) => format!("{}: ", serde_json::Value::from(name)),
            Step::Index(_) => String::new(),
        };
        parts.push((name, json.get(start..scanner.at)?));
    }
    Some((object, parts))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::{JsonEdit, laid_out, spliced};
    use crate::briefing::Pointer;

    fn append(list: &str, entry: &str) -> JsonEdit {
        JsonEdit::Append { list: Pointer::default().field(list), entry: entry.to_owned() }
    }

    #[test]
    fn only_what_is_changed_differs() {
        let text = "{\n  \"a\": [\n    {\"x\": 1,   \"y\": \"2\"},\n    {\"x\": 3}\n  ],\n  \"b\":  2\n}\n";
        let first = Pointer::default().field("a").index(0);
        let edits = [
            append("a", r#"{"x":5,"z":[{"q":1}]}"#),
            JsonEdit::Set { object: first.clone(), field: "y".to_owned(), value: "\"7\"".to_owned() },
            JsonEdit::Set { object: first, field: "w".to_owned(), value: "null".to_owned() },
            append("c", r#"{"n":1}"#),
        ];
        let changed = "{\n  \"a\": [\n    {\"x\": 1,   \"y\": \"7\", \"w\": null},\n    {\"x\": 3},\n    \
            {\"x\": 5, \"z\": [{\"q\": 1}]}\n  ],\n  \"b\":  2,\n  \"c\": [\n    {\"n\": 1}\n  ]\n}\n";
        assert_eq!(spliced(text, &edits).as_deref(), Some(changed));
        assert_eq!(spliced(text, &[append("b", "1")]), None, "no list");
        assert_eq!(spliced("[1]", &[append("a", "1")]), None);
        let nowhere = Pointer::default().field("a").index(9);
        assert_eq!(spliced(text, &[JsonEdit::Set { object: nowhere, field: "x".into(), value: "1".into() }]), None);
    }

    #[test]
    fn what_is_added_is_laid_out_as_its_neighbours_are() {
        let text = "{\r\n\t\"a\": [\r\n\t\t{\r\n\t\t\t\"x\": { \"y\": 1 }\r\n\t\t}\r\n\t]\r\n}";
        let added = spliced(text, &[append("a", r#"{"x":{"y":2}}"#)]).expect("an object");
        assert_eq!(added, text.replace("\t\t}\r\n", "\t\t},\r\n\t\t{\r\n\t\t\t\"x\": { \"y\": 2 }\r\n\t\t}\r\n"));
        let long = format!(r#"{{"x":"{}","y":[]}}"#, "é".repeat(150));
        let added = spliced("{\n  \"a\": []\n}", &[append("a", &long)]).expect("an object");
        assert!(added.starts_with("{\n  \"a\": [\n    {\n      \"x\": \"é"), "{added}");
        assert!(
            laid_out(r#"{"a":[1,2],"b":{"c":"d"}}"#).starts_with("{\n  \"a\": [1, 2],\n  \"b\": { \"c\": \"d\" }\n}")
        );
    }

    proptest! {
        #[test]
        fn what_is_spliced_is_what_was_meant(
            rows in proptest::collection::vec((any::<String>(), any::<i32>()), 0..6),
            pretty in any::<bool>(),
            text in any::<String>(),
            at in 0_usize..6,
        ) {
            let rows: Vec<Value> = rows.into_iter().map(|(a, b)| json!({ "a": a, "b": b })).collect();
            let mut meant = json!({ "rows": rows, "other": text });
            let written = if pretty { serde_json::to_string_pretty(&meant) } else { serde_json::to_string(&meant) };
            let list = Pointer::default().field("rows");
            let mut edits = vec![JsonEdit::Append { list: list.clone(), entry: json!({ "a": text, "b": [1] }).to_string() }];
            if at < meant["rows"].as_array().map_or(0, Vec::len) {
                let value = json!(text).to_string();
                edits.push(JsonEdit::Set { object: list.index(at), field: "b".to_owned(), value: value.clone() });
                edits.push(JsonEdit::Set { object: list.index(at), field: "c".to_owned(), value });
                meant["rows"][at]["b"] = json!(text);
                meant["rows"][at]["c"] = json!(text);
            }
            if let Some(rows) = meant["rows"].as_array_mut() {
                rows.push(json!({ "a": text, "b": [1] }));
            }
            let made = spliced(&written.expect("JSON"), &edits).expect("an object");
            prop_assert_eq!(serde_json::from_str::<Value>(&made).expect("JSON"), meant.clone());
            prop_assert_eq!(serde_json::from_str::<Value>(&laid_out(&made)).expect("JSON"), meant);
        }

        #[test]
        fn any_text_is_spliced_without_a_panic(text in "[\\[\\]{}:,\"\\\\ a1é\n]{0,60}") {
            let set = JsonEdit::Set { object: Pointer::default().field("a"), field: "a".into(), value: text.clone() };
            let _ = spliced(&text, &[append("a", &text), set]);
            let _ = laid_out(&text);
        }
    }
}
