//! Characters that act on the text around them instead of being read.
//!
//! A name may hold a character that turns the direction of what follows, so that `a.exe` reads as something else, or a
//! control character that a terminal obeys. Such characters are shown as what they are, `[U+202E]`, wherever the text
//! of a briefing goes: they are replaced when it is loaded.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::LazyLock;

use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;
use serde_json::Value;

use super::limits::MAX_QUOTED;

/// Whether a character acts on others or hides: a control character other than line breaks and tabs, a separator of lines
/// or paragraphs, or one that Unicode counts among those not to be seen (`Default_Ignorable_Code_Point`: overrides,
/// embeddings, isolates and marks of direction, fillers, tags, what has no width). What the writing of a language needs
/// of these is kept: the joiners, the soft hyphen, the selectors of a variant of the sign before them.
pub fn acts(character: char) -> bool {
    match character {
        '\t'
        | '\n'
        | '\r'
        | '\u{ad}'
        | '\u{200c}'
        | '\u{200d}'
        | '\u{180b}'..='\u{180d}'
        | '\u{180f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}' => false,
        // Separators, and the anchors of annotations between lines, which Unicode does not count among them.
        '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}' => true,
        other if other.is_ascii() => other.is_ascii_control(),
        other => other.is_control() || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(other),
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

/// The text in one line, as a message holds it: a line break in a name is no line break of the program's.
pub fn in_one_line(text: &str) -> Cow<'_, str> {
    let breaks = |character: char| character.is_control() || acts(character) && !is_isolate(character);
    if !text.chars().any(breaks) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(shown(&text.replace("\r\n", " ").replace(['\n', '\r', '\t'], " ")).into_owned())
}

/// Sets what follows apart from the direction of the text around it, as what is given to a message is.
pub const ISOLATE: char = '\u{2068}';
/// Ends what is set apart.
pub const END_OF_ISOLATE: char = '\u{2069}';

/// Whether a character sets text apart, or ends that. No text of a briefing has one; what is said of it may.
pub const fn is_isolate(character: char) -> bool {
    matches!(character, ISOLATE | END_OF_ISOLATE)
}

/// A text that was said: as [`visible`] shows it, but with what is set apart in it set apart still. What was cut off where
/// it begins or ends is no longer set apart.
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.contains(is_isolate) {
        return visible(text);
    }
    let (mut open, mut kept) = (Vec::new(), Vec::new());
    for (at, mark) in text.match_indices(is_isolate) {
        if mark.starts_with(ISOLATE) {
            open.push(at);
        } else if let Some(start) = open.pop() {
            kept.extend([start, at]);
        }
    }
    kept.sort_unstable();
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    for (mark, character) in text.match_indices(is_isolate) {
        shown.push_str(&visible(&text[at..mark]));
        if kept.binary_search(&mark).is_ok() {
            shown.push_str(character);
        }
        at = mark + character.len();
    }
    shown.push_str(&visible(&text[at..]));
    shown.into()
}

/// The text as a message of one line can quote it: visible, and cut where it is long.
pub fn quoted(text: &str) -> String {
    let cut: String = text.chars().take(MAX_QUOTED).collect();
    let ellipsis = if cut.len() < text.len() { "…" } else { "" };
    format!("{}{ellipsis}", in_one_line(&cut))
}

/// Whether a character that [`acts`] can begin in UTF-8 with a byte, but for control characters, which stand in JSON as
/// escapes alone.
static LEADS: LazyLock<[bool; 256]> = LazyLock::new(|| {
    // To ask of a million characters would take as long as all else before there is a window.
    let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>().iter_ranges();
    leads(ignorable.chain([0x7f..=0x9f, 0x2028..=0x2029, 0xfff9..=0xfffb]).flatten())
});

/// With which bytes those of some characters begin that [`acts`].
fn leads(characters: impl Iterator<Item = u32>) -> [bool; 256] {
    let mut leads = [false; 256];
    for character in characters.filter_map(char::from_u32).filter(|character| acts(*character)) {
        leads[usize::from(character.encode_utf8(&mut [0; 4]).as_bytes()[0])] = true;
    }
    leads
}

/// So many bytes are looked at together.
const STEP: usize = 64;

/// Whether a JSON text may hold a character that [`acts`], as it is or escaped. It may find one too many, never one too
/// few.
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
    let raw = |at: usize| json.get(at..).and_then(|rest| rest.chars().next()).is_some_and(acts);
    // Most steps of most texts are of plain ASCII, which the compiler compares many bytes at once.
    #[expect(clippy::needless_bitwise_bool, reason = "what is decided at each byte is not compared many at once")]
    let is_plain = |step: &[u8]| step.iter().fold(true, |plain, byte| plain & (*byte < 0x7f) & (*byte != b'\\'));
    let leads = &*LEADS;
    let acts_at = |(byte, at): (&u8, usize)| match byte {
        b'\\' => escaped(at),
        byte => leads[usize::from(*byte)] && raw(at),
    };
    let mut steps = bytes.chunks(STEP).zip((0..).step_by(STEP)).filter(|(step, _)| !is_plain(step));
    steps.any(|(step, start)| step.iter().zip(start..).any(acts_at))
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

    use super::{LEADS, acts, in_one_line, leads, may_act, quoted, show, shown, visible};

    #[test]
    fn what_acts_on_other_text_is_shown_as_what_it_is() {
        assert_eq!(visible("invoice\u{202e}fdp.exe"), "invoice[U+202E]fdp.exe");
        assert_eq!(visible("\u{1b}[31mred\u{0}"), "[U+001B][31mred[U+0000]");
        assert_eq!(visible("a\u{200b}b\u{2066}c\u{feff}"), "a[U+200B]b[U+2066]c[U+FEFF]");
        assert_eq!(visible("tag\u{e0041}"), "tag[U+E0041]");
        // A mark of direction before figures would turn those of the text beside it.
        assert_eq!(visible("\u{61c}2024\u{200f}"), "[U+061C]2024[U+200F]");
        assert_eq!(visible("a\u{3164}\u{115f}\u{34f}\u{fffb}"), "a[U+3164][U+115F][U+034F][U+FFFB]");
    }

    #[test]
    fn no_character_that_acts_is_left_out_of_what_is_looked_for() {
        assert_eq!(*LEADS, leads(0x7f..=u32::from(char::MAX)));
    }

    #[test]
    fn a_name_breaks_no_line_of_the_program() {
        assert_eq!(in_one_line("A\r\npass all: fine\tB\u{1b}[2K"), "A pass all: fine B[U+001B][2K");
        assert!(matches!(in_one_line("Côte d’Ivoire"), std::borrow::Cow::Borrowed(_)));
    }

    #[test]
    fn writing_of_any_language_stays_as_it_is() {
        for text in [
            "Türkiye",
            "中国",
            "Россия",
            "می\u{200c}خواهم",
            "क\u{94d}\u{200d}ष",
            "two\nlines\tand a tab",
            "1\u{a0}%",
            "co\u{ad}operation",
            "葛\u{e0100}",
            "❤\u{fe0f}",
            "ᠠ\u{180b}",
        ] {
            assert_eq!(visible(text), text);
        }
    }

    #[test]
    fn what_a_message_quotes_is_short_and_in_one_line() {
        assert_eq!(quoted("a\nb\u{7}"), "a b[U+0007]");
        assert_eq!(quoted(&"x".repeat(10_000_000)).chars().count(), 301);
    }

    #[test]
    fn what_a_message_sets_apart_stays_apart_where_it_ends() {
        assert_eq!(shown("by \u{2068}x\u{202e}\u{2069}, 3"), "by \u{2068}x[U+202E]\u{2069}, 3");
        assert_eq!(shown("\u{2068}a\u{2068}b\u{2069}\u{2069}"), "\u{2068}a\u{2068}b\u{2069}\u{2069}");
        assert_eq!(shown("a\u{2068}b"), "ab");
        assert_eq!(shown("a\u{2069}b\u{2068}c\u{2069}"), "ab\u{2068}c\u{2069}");
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
