//! Characters that act on the text around them instead of being read.
//!
//! A name may hold a character that turns the direction of what follows, so that `a.exe` reads as something else, or a
//! control character that a terminal obeys. Such characters are shown as what they are, `[U+202E]`, wherever the text
//! of a briefing goes: they are replaced when it is loaded.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde_json::Value;

use super::limits::MAX_QUOTED;

/// Whether a character acts on others or hides: a control character other than line breaks and tabs, a bidirectional
/// override, embedding or isolate, or one without width that joins nothing.
pub fn acts(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => false,
        '\u{200b}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => true,
        other => other.is_control(),
    }
}

/// The text with every character that [`acts`] shown as what it is.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if acts(character) {
            let _ = write!(shown, "[U+{:04X}]", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// The text as a message of one line can quote it: visible, and cut where it is long.
pub(super) fn quoted(text: &str) -> String {
    let cut: String = text.chars().take(MAX_QUOTED).collect();
    let ellipsis = if cut.len() < text.len() { "…" } else { "" };
    format!("{}{ellipsis}", visible(&cut.replace(['\n', '\r', '\t'], " ")))
}

/// Whether a JSON text may hold a character that [`acts`], as it is or escaped. It looks at bytes and may find one too
/// many, never one too few.
pub(super) fn may_act(json: &str) -> bool {
    let bytes = json.as_bytes();
    let next = |at: usize, step: usize| bytes.get(at + step).copied().unwrap_or_default();
    let escaped = |at: usize| match next(at, 1) {
        b'b' | b'f' => true,
        b'u' => json.get(at + 2..at + 6).and_then(|digits| u32::from_str_radix(digits, 16).ok()).is_none_or(|code| {
            // Half of a pair may belong to a character beyond the basic plane.
            (0xd800..0xe000).contains(&code) || char::from_u32(code).is_some_and(acts)
        }),
        _ => false,
    };
    let raw = |at: usize| match bytes[at] {
        0xc2 => next(at, 1) < 0xa0,
        0xe2 => matches!(next(at, 1), 0x80 | 0x81) && json[at..].chars().next().is_some_and(acts),
        0xef => matches!((next(at, 1), next(at, 2)), (0xbb, 0xbf) | (0xbf, 0xb9..=0xbb)),
        0xf3 => next(at, 1) == 0xa0,
        _ => false,
    };
    memchr::memchr3_iter(b'\\', 0xc2, 0xe2, bytes).any(|at| if bytes[at] == b'\\' { escaped(at) } else { raw(at) })
        || memchr::memchr2_iter(0xef, 0xf3, bytes).any(raw)
        || memchr::memchr(0x7f, bytes).is_some()
}

/// Shows every text of a JSON value, names of fields included.
pub(super) fn show(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Cow::Owned(shown) = visible(text) {
                *text = shown;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(show),
        Value::Object(fields) => {
            *fields = std::mem::take(fields)
                .into_iter()
                .map(|(name, mut field)| {
                    show(&mut field);
                    (visible(&name).into_owned(), field)
                })
                .collect();
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::{acts, may_act, quoted, show, visible};

    #[test]
    fn what_acts_on_other_text_is_shown_as_what_it_is() {
        assert_eq!(visible("invoice\u{202e}fdp.exe"), "invoice[U+202E]fdp.exe");
        assert_eq!(visible("\u{1b}[31mred\u{0}"), "[U+001B][31mred[U+0000]");
        assert_eq!(visible("a\u{200b}b\u{2066}c\u{feff}"), "a[U+200B]b[U+2066]c[U+FEFF]");
        assert_eq!(visible("tag\u{e0041}"), "tag[U+E0041]");
    }

    #[test]
    fn writing_of_any_language_stays_as_it_is() {
        for text in
            ["Türkiye", "中国", "Россия", "می\u{200c}خواهم", "क\u{94d}\u{200d}ष", "two\nlines\tand a tab", "1\u{a0}%"]
        {
            assert_eq!(visible(text), text);
        }
    }

    #[test]
    fn what_a_message_quotes_is_short_and_in_one_line() {
        assert_eq!(quoted("a\nb\u{7}"), "a b[U+0007]");
        assert_eq!(quoted(&"x".repeat(10_000_000)).chars().count(), 301);
    }

    #[test]
    fn names_of_fields_are_shown_too() {
        let mut value = json!({ "a\u{202e}": ["b\u{8}", 1, null] });
        show(&mut value);
        assert_eq!(value, json!({ "a[U+202E]": ["b[U+0008]", 1, null] }));
    }

    proptest! {
        #[test]
        fn no_character_that_acts_is_overlooked(text in any::<String>(), at in any::<prop::sample::Index>(), hidden in any::<char>()) {
            let mut text = text;
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            text.insert(places[at.index(places.len())], hidden);
            let acting = text.chars().any(acts);
            let plain = serde_json::to_string(&text).expect("a string");
            prop_assert!(!acting || may_act(&plain), "{plain}");
            let escaped = text.encode_utf16().fold(String::new(), |text, unit| format!("{text}\\u{unit:04x}"));
            prop_assert!(!acting || may_act(&format!("\"{escaped}\"")), "{escaped}");
            prop_assert!(!visible(&text).chars().any(acts));
        }
    }
}
