//! What one window changed, put into what another has stored meanwhile.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// What is stored now, with the differences between what a window had stored before and what it would store put into it.
pub fn merged(
    before: &BTreeMap<String, String>,
    now: &BTreeMap<String, String>,
    mut theirs: BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    theirs.retain(|key, _| now.contains_key(key) || !before.contains_key(key));
    for (key, text) in now {
        let was = before.get(key);
        if was == Some(text) {
            continue;
        }
        let value = |text: Option<&String>| text.and_then(|text| serde_json::from_str::<Value>(text).ok());
        let all = (value(was), value(Some(text)), value(theirs.get(key)));
        let put = match all {
            (Some(was), Some(now), Some(theirs)) => put_into(&was, now, theirs).to_string(),
            _ => text.clone(),
        };
        theirs.insert(key.clone(), put);
    }
    theirs
}

/// The same for one value: of an object each field by itself; of a list what has come to its front, as what was opened
/// last does; anything else is what it is now.
fn put_into(before: &Value, now: Value, theirs: Value) -> Value {
    match (before, now, theirs) {
        (before, now, theirs) if *before == now => theirs,
        (Value::Object(before), Value::Object(now), Value::Object(theirs)) => {
            Value::Object(fields(before, now, theirs))
        }
        (Value::Array(before), Value::Array(now), Value::Array(theirs)) => Value::Array(items(before, now, theirs)),
        (_, now, _) => now,
    }
}

fn fields(before: &Map<String, Value>, now: Map<String, Value>, theirs: Map<String, Value>) -> Map<String, Value> {
    let gone = |key: &String| before.contains_key(key) && !now.contains_key(key);
    let mut all: Map<String, Value> = theirs.into_iter().filter(|(key, _)| !gone(key)).collect();
    for (key, value) in now {
        let was = before.get(&key).unwrap_or(&Value::Null);
        if before.contains_key(&key) && *was == value {
            continue;
        }
        let merged = match all.remove(&key) {
            Some(theirs) => put_into(was, value, theirs),
            None => value,
        };
        all.insert(key, merged);
    }
    all
}

fn items(before: &[Value], now: Vec<Value>, theirs: Vec<Value>) -> Vec<Value> {
    // As many as stand before what is left of the list as it was.
    let is_front = |count: &usize| {
        let (front, rest) = now.split_at(*count);
        let left = before.iter().filter(|item| !front.contains(item));
        rest.iter().eq(left.take(rest.len()))
    };
    let count = (0..now.len()).find(is_front).unwrap_or(now.len());
    let mut all: Vec<Value> = now.into_iter().take(count).collect();
    let further: Vec<Value> = theirs.into_iter().filter(|item| !all.contains(item)).collect();
    all.extend(further);
    all
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{merged, put_into};

    #[test]
    fn of_an_object_each_field_is_by_itself() {
        let (before, now) = (json!({"a": 1, "b": {"x": 1, "y": 1}, "c": 1}), json!({"a": 2, "b": {"x": 2, "y": 1}}));
        let theirs = json!({"a": 1, "b": {"x": 1, "y": 3}, "c": 1, "d": 4});
        assert_eq!(put_into(&before, now, theirs), json!({"a": 2, "b": {"x": 2, "y": 3}, "d": 4}));
    }

    #[test]
    fn of_a_list_what_came_to_the_front_stands_there() {
        for (before, now, theirs, all) in [
            (json!(["a", "b"]), json!(["c", "a", "b"]), json!(["d", "a", "b"]), json!(["c", "d", "a", "b"])),
            (json!(["a", "b"]), json!(["b", "a"]), json!(["d", "a", "b"]), json!(["b", "d", "a"])),
            (json!(["a", "b"]), json!(["c", "a"]), json!(["a", "b"]), json!(["c", "a", "b"])),
            (json!([]), json!(["a"]), json!(["d"]), json!(["a", "d"])),
            (json!(["a"]), json!(["a"]), json!(["d", "a"]), json!(["d", "a"])),
        ] {
            assert_eq!(put_into(&before, now.clone(), theirs.clone()), all, "{before} {now} {theirs}");
        }
    }

    #[test]
    fn what_is_no_json_is_taken_whole_and_what_goes_goes() {
        let map = |pairs: &[(&str, &str)]| pairs.iter().map(|(key, text)| ((*key).into(), (*text).into())).collect();
        let all = merged(
            &map(&[("window", "(a)"), ("old", "1"), ("same", "1")]),
            &map(&[("window", "(b)"), ("same", "1")]),
            map(&[("window", "(c)"), ("old", "1"), ("same", "2"), ("other", "3")]),
        );
        assert_eq!(all, map(&[("window", "(b)"), ("same", "2"), ("other", "3")]));
        assert_eq!(put_into(&Value::Null, json!(1), json!({"a": 1})), json!(1));
    }
}
