//! What makes a text no JSON, in messages. The reader of JSON has no other name for what it found than its own text in
//! English; this is the one place that knows these texts, and one that it does not know is still told where it stands.

use super::problem::{Problem, quoting};
use super::{Message, Pointer};
use crate::{label, message};

/// What the reader says, and what that means for an author.
const FAULTS: &[(&str, Message)] = &[
    ("EOF while parsing a list", label!(problems::json_open_list)),
    ("EOF while parsing an object", label!(problems::json_open_object)),
    ("EOF while parsing a string", label!(problems::json_open_string)),
    ("EOF while parsing a value", label!(problems::json_ends)),
    ("expected `:`", label!(problems::json_colon)),
    ("expected `,` or `]`", label!(problems::json_list)),
    ("expected `,` or `}`", label!(problems::json_object)),
    ("expected ident", label!(problems::json_value)),
    ("expected value", label!(problems::json_value)),
    ("invalid escape", label!(problems::json_escape)),
    ("invalid number", label!(problems::json_number)),
    ("invalid unicode code point", label!(problems::json_escape)),
    ("control character (\\u0000-\\u001F) found while parsing a string", label!(problems::json_control)),
    ("key must be a string", label!(problems::json_key)),
    ("lone leading surrogate in hex escape", label!(problems::json_escape)),
    ("trailing comma", label!(problems::json_comma)),
    ("trailing characters", label!(problems::json_goes_on)),
    ("unexpected end of hex escape", label!(problems::json_escape)),
];

/// What is wrong with a text that is no JSON, and where.
pub(super) fn syntax_problem(file: &str, text: &str, err: &serde_json::Error) -> Problem {
    let line_text = text.lines().nth(err.line().saturating_sub(1)).unwrap_or_default();
    // serde_json counts bytes; a reader's editor counts characters.
    let column = line_text.bytes().take(err.column()).filter(|byte| (byte & 0xC0) != 0x80).count().max(1);
    let said = without_position(&err.to_string());
    let (what, remedy) = if text.trim().is_empty() {
        (message!(problems::empty), message!(problems::empty_remedy))
    } else if said == "recursion limit exceeded" {
        (message!(problems::too_deep), message!(problems::too_deep_remedy))
    } else if said == "number out of range" {
        (message!(problems::too_large_a_number), message!(problems::correct_value))
    } else {
        let fault = FAULTS.iter().find(|(text, _)| *text == said);
        let fault = fault.map_or_else(|| label!(problems::json_other), |(_, fault)| fault.clone());
        let remedy = match comma_in_number(line_text, err.column()) {
            Some(meant) => message!(problems::not_json_comma, meant = meant),
            None => message!(problems::not_json_remedy),
        };
        (message!(problems::not_json, fault = fault), remedy)
    };
    let (line, pointer) = (err.line().max(1), Pointer::default());
    Problem { file: file.into(), line, column, pointer, what: quoting(&what), remedy }
}

/// The number with a comma before its fraction that ends at a byte of a line, as it has to be written.
fn comma_in_number(line: &str, column: usize) -> Option<String> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    // The reader stops at the first digit after the comma, or behind it.
    let comma = line.get(..column.min(line.len()))?.rfind(',')?;
    let (before, after) = (&line[..comma], &line[comma + 1..]);
    let whole = &before[before.trim_end_matches(|c: char| c.is_ascii_digit()).len()..];
    let fraction = &after[..digits(after)];
    let is_here = column <= comma + 2 + fraction.len();
    (is_here && !whole.is_empty() && !fraction.is_empty()).then(|| format!("{whole}.{fraction}"))
}

/// The name of a field that an object has twice, where that is what the reader refuses.
pub(super) fn given_twice(err: &serde_json::Error) -> Option<String> {
    let said = without_position(&err.to_string());
    said.strip_prefix("duplicate field `").and_then(|name| name.strip_suffix('`')).map(str::to_owned)
}

/// `serde_json` appends ` at line 3 column 7`, which a [`Problem`] says in its own place.
fn without_position(said: &str) -> String {
    said.rfind(" at line ").map_or(said, |at| &said[..at]).to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::syntax_problem;
    use crate::briefing::Message;
    use crate::{label, message};

    fn fault(text: &str) -> Message {
        let err = serde_json::from_str::<Value>(text).expect_err(text);
        syntax_problem("sample.json", text, &err).what
    }

    #[test]
    fn a_comma_behind_a_letter_of_any_script_is_no_comma_of_a_number() {
        for text in ["{\"ru\": \"Владимир, \"x\": 1}", "{\"zh\": \"王,\"5}", "[é,5]"] {
            let err = serde_json::from_str::<Value>(text).expect_err(text);
            let remedy = syntax_problem("sample.json", text, &err).remedy;
            assert_eq!(remedy, label!(problems::not_json_remedy), "{text}");
        }
    }

    /// Each text of the reader that can be provoked is known, so that none reaches a reader in English.
    #[test]
    fn whatever_makes_a_text_no_json_is_told_in_a_message() {
        for (text, meant) in [
            ("[1", label!(problems::json_open_list)),
            ("{\"a\": 1", label!(problems::json_open_object)),
            ("[\"a", label!(problems::json_open_string)),
            ("[", label!(problems::json_open_list)),
            ("{\"a\":", label!(problems::json_ends)),
            ("{\"a\" 1}", label!(problems::json_colon)),
            ("[1 2]", label!(problems::json_list)),
            ("{\"a\": 1 \"b\": 2}", label!(problems::json_object)),
            ("[nul]", label!(problems::json_value)),
            ("[x]", label!(problems::json_value)),
            ("[\"\\q\"]", label!(problems::json_escape)),
            ("[\"\\ud800\"]", label!(problems::json_escape)),
            ("[\"\\u12\"]", label!(problems::json_escape)),
            ("[01]", label!(problems::json_number)),
            ("[\"a\nb\"]", label!(problems::json_control)),
            ("{a: 1}", label!(problems::json_key)),
            ("[1,]", label!(problems::json_comma)),
            ("{\"a\": 1,}", label!(problems::json_comma)),
            ("[] []", label!(problems::json_goes_on)),
        ] {
            assert_eq!(fault(text), message!(problems::not_json, fault = meant), "{text}");
        }
        assert_eq!(fault(&"[".repeat(1000)), label!(problems::too_deep));
        assert_eq!(fault("[1e999]"), label!(problems::too_large_a_number));
    }
}
