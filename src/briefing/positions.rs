//! Lines and columns of places in a JSON text, all of them in one pass over it.
//!
//! `serde_json` says where a text breaks and not where its values stand, so this reads the text once more. It is only
//! asked about a text that is valid JSON; of any other it says something harmless.

use std::collections::BTreeMap;

use super::scanner::Scanner;
use super::{Pointer, Step};

/// Line and column, both from one and the column in characters, of the deepest place of each path that the text has:
/// of the value, or, for a field at the end of the path, of its name.
pub(super) fn positions(text: &str, paths: &[&Pointer]) -> Vec<(usize, usize)> {
    lines_and_columns(text, &offsets(text, paths))
}

/// The same of one path, in bytes.
pub(super) fn offset(text: &str, path: &Pointer) -> usize {
    offsets(text, &[path]).first().copied().unwrap_or_default()
}

fn offsets(text: &str, paths: &[&Pointer]) -> Vec<usize> {
    let mut scanner = Scanner { text: text.as_bytes(), at: 0 };
    let mut offsets = vec![0; paths.len()];
    let wanted = paths.iter().enumerate().map(|(index, path)| (index, path.0.as_slice())).collect();
    scanner.skip_space();
    scanner.find(scanner.at, wanted, &mut offsets, 0);
    offsets
}

/// The texts, names of fields included, that are longer than `most` bytes as written: the place of each and its length.
pub(super) fn long_texts(text: &str, most: usize) -> Vec<(Pointer, usize)> {
    let bytes = text.as_bytes();
    // A quote without a backslash before it opens or closes a text. Where every stretch has one, nothing is long.
    let half = (most / 2).max(1);
    let quote = |stretch: &[u8]| {
        memchr::memchr_iter(b'"', stretch)
            .any(|at| at > 0 && stretch.get(at - 1).is_some_and(|before| *before != b'\\'))
    };
    if bytes.len() <= most || bytes.chunks(half).all(|stretch| stretch.len() < half || quote(stretch)) {
        return Vec::new();
    }
    let mut scanner = Scanner { text: bytes, at: 0 };
    let mut long = Vec::new();
    while let Some(next) = memchr::memchr(b'"', &bytes[scanner.at..]) {
        scanner.at += next;
        let start = scanner.at;
        scanner.skip_text();
        let length = (scanner.at - start).saturating_sub(2);
        if length > most {
            long.push((start, length));
        }
    }
    let paths = paths_to(text, &long.iter().map(|(start, _)| *start).collect::<Vec<_>>());
    paths.into_iter().zip(long).map(|(path, (_, length))| (path, length)).collect()
}

/// The places of the values that begin at or hold some offsets, which are in order. What holds one of them is gone
/// through once for each level that it is deep.
fn paths_to(text: &str, offsets: &[usize]) -> Vec<Pointer> {
    let mut scanner = Scanner { text: text.as_bytes(), at: 0 };
    scanner.skip_space();
    let mut paths = Vec::with_capacity(offsets.len());
    scanner.paths(offsets, &mut Pointer::default(), &mut paths);
    paths
}

/// Line and column of byte offsets in any order, in one pass.
fn lines_and_columns(text: &str, offsets: &[usize]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..offsets.len()).collect();
    order.sort_by_key(|index| offsets[*index]);
    let mut found = vec![(1, 1); offsets.len()];
    let (mut line, mut column, mut seen) = (1, 1, 0);
    for index in order {
        let between = text.get(seen..offsets[index]).unwrap_or_default();
        line += memchr::memchr_iter(b'\n', between.as_bytes()).count();
        column = match between.rfind('\n') {
            Some(newline) => between[newline..].chars().count(),
            None => column + between.chars().count(),
        };
        seen = offsets[index];
        found[index] = (line, column);
    }
    found
}

/// `serde_json` reads nothing deeper.
const DEEPEST: usize = 128;

impl Scanner<'_> {
    /// Adds the places of the values within the one that begins here that begin at or hold some offsets, which are in
    /// order and lie in it.
    fn paths(&mut self, mut offsets: &[usize], here: &mut Pointer, paths: &mut Vec<Pointer>) {
        let mut items = self.enter();
        while !offsets.is_empty()
            && here.0.len() < DEEPEST
            && let Some(item) = self.next(&mut items)
        {
            let start = self.at;
            // What comes before the value is the name of its field, and is said of what has the field.
            let (before, others) = offsets.split_at(offsets.partition_point(|offset| *offset < start));
            paths.extend(before.iter().map(|_| here.clone()));
            self.skip_value();
            let end = self.at;
            let (within, others) = others.split_at(others.partition_point(|offset| *offset < end));
            if !within.is_empty() {
                self.at = start;
                here.0.push(item.step);
                self.paths(within, here, paths);
                here.0.pop();
                self.at = end;
            }
            offsets = others;
        }
        paths.extend(offsets.iter().map(|_| here.clone()));
    }

    /// Finds what is `wanted`, each with its number and the steps still to go, in the value that begins here and is
    /// pointed at by `offset`.
    fn find(&mut self, offset: usize, wanted: Vec<(usize, &[Step])>, offsets: &mut [usize], depth: usize) {
        let mut below: BTreeMap<&Step, Vec<(usize, &[Step])>> = BTreeMap::new();
        for (number, steps) in wanted {
            offsets[number] = offset;
            if let Some((first, rest)) = steps.split_first() {
                below.entry(first).or_default().push((number, rest));
            }
        }
        if below.is_empty() || depth > DEEPEST {
            return self.skip_value();
        }
        let mut items = self.enter();
        while let Some(item) = self.next(&mut items) {
            match below.get(&item.step) {
                Some(wanted) => self.find(item.offset, wanted.clone(), offsets, depth + 1),
                None => self.skip_value(),
            }
        }
        if !items.open {
            self.skip_value();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::{long_texts, paths_to, positions};
    use crate::briefing::{Pointer, Step};

    fn position(text: &str, path: &Pointer) -> (usize, usize) {
        positions(text, &[path])[0]
    }

    #[test]
    fn positions_are_of_the_deepest_place_that_is_there() {
        let text = "{\n  \"a\": [1,\n    {\"b\": 2}]\n}";
        let root = Pointer::default();
        let a = root.field("a");
        assert_eq!(position(text, &root), (1, 1));
        assert_eq!(position(text, &a), (2, 3));
        assert_eq!(position(text, &a.index(1)), (3, 5));
        assert_eq!(position(text, &a.index(1).field("b")), (3, 6));
        assert_eq!(position(text, &a.index(1).field("c")), (3, 5));
        assert_eq!(position(text, &a.index(7)), (2, 3));
        assert_eq!(position(text, &a.index(1).field("b").field("deeper")), (3, 6));
    }

    #[test]
    fn of_a_field_given_twice_the_last_counts_as_for_the_reader() {
        assert_eq!(position(r#"{"a": 1, "a": 2}"#, &Pointer::default().field("a")), (1, 10));
    }

    #[test]
    fn columns_count_characters_and_names_may_be_escaped() {
        let text = "{\"дата\": 1, \"\\u00e9\\\"\": {\"x\": [\"\\\\\", true]}}";
        let path = Pointer::default().field("é\"");
        assert_eq!(position(text, &path), (1, 13));
        assert_eq!(position(text, &path.field("x").index(1)), (1, 38));
    }

    #[test]
    fn many_places_are_found_in_one_pass() {
        let text = format!("[{}]", vec!["\n{\"id\": \"a\", \"list\": [1, 2, 3]}"; 20_000].join(","));
        let paths: Vec<Pointer> = (0..20_000).map(|row| Pointer::default().index(row).field("list").index(2)).collect();
        let found = positions(&text, &paths.iter().collect::<Vec<_>>());
        assert!(found.iter().enumerate().all(|(row, place)| *place == (row + 2, 28)), "{:?}", &found[..3]);
    }

    #[test]
    fn long_texts_are_found_where_they_are() {
        let long = "x".repeat(200);
        let text = format!(r#"{{"a": ["short", "{long}"], "b": {{"c": "{}"}}, "{long}": 1}}"#, r#"\""#.repeat(60));
        let found: Vec<_> =
            long_texts(&text, 100).into_iter().map(|(path, length)| (path.to_string(), length)).collect();
        assert_eq!(found, [("$.a[1]".to_owned(), 200), ("$.b.c".to_owned(), 120), ("$".to_owned(), 200)]);
        assert!(long_texts(&text, 200).is_empty());
        assert!(long_texts(&format!("[{}]", "\"short\",".repeat(1000)), 100).is_empty());
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                proptest::collection::btree_map(any::<String>(), inner, 0..5)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    /// Every place of a value.
    fn places(value: &Value, here: &Pointer, found: &mut Vec<Pointer>) {
        found.push(here.clone());
        match value {
            Value::Array(items) => items.iter().enumerate().for_each(|(at, item)| places(item, &here.index(at), found)),
            Value::Object(fields) => fields.iter().for_each(|(name, field)| places(field, &here.field(name), found)),
            _ => {}
        }
    }

    fn at<'a>(value: &'a Value, path: &Pointer) -> &'a Value {
        path.0.iter().fold(value, |value, step| match step {
            Step::Field(name) => &value[name.as_str()],
            Step::Index(index) => &value[*index],
        })
    }

    proptest! {
        #[test]
        fn what_stands_at_a_position_is_what_was_looked_for(value in any_json(), pretty in any::<bool>()) {
            let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
            let text = text.expect("JSON");
            let mut paths = Vec::new();
            places(&value, &Pointer::default(), &mut paths);
            let found = positions(&text, &paths.iter().collect::<Vec<_>>());
            for (path, (line, column)) in paths.iter().zip(found) {
                // Lines as a text file has them: only a line feed ends one, and JSON escapes those within texts.
                let rest: String = text.split('\n').nth(line - 1).expect("a line").chars().skip(column - 1).collect();
                let start = if let Some(Step::Field(name)) = path.0.last() {
                    Value::from(name.as_str()).to_string()
                } else {
                    match at(&value, path) {
                        Value::Array(_) => "[".to_owned(),
                        Value::Object(_) => "{".to_owned(),
                        leaf => leaf.to_string(),
                    }
                };
                prop_assert!(rest.starts_with(&start), "{path}: {rest} should start with {start}");
            }
        }

        #[test]
        fn any_text_is_gone_through_without_a_panic(text in "[\\[\\]{}:,\"\\\\ a1é\n]{0,60}", offset in 0_usize..60) {
            let paths = [Pointer::default().index(0).field("a"), Pointer::default().field("a").index(1)];
            let _ = positions(&text, &paths.iter().collect::<Vec<_>>());
            let _ = long_texts(&text, 4);
            assert_eq!(paths_to(&text, &[offset, offset]).len(), 2);
        }
    }
}
