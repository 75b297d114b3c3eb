//! Text that runs from right to left, within text that runs from left to right.

use std::borrow::Cow;

use unicode_bidi::{BidiClass, Direction, bidi_class, get_base_direction};

use crate::briefing::visible::{END_OF_ISOLATE, ISOLATE};

/// Whether any of a text runs from right to left.
pub fn turns(text: &str) -> bool {
    /// The first byte of the first letter that does, in UTF-8: Hebrew stands before all others.
    const FIRST: u8 = 0xd6;
    text.bytes().any(|byte| byte >= FIRST) && text.chars().any(is_turned)
}

/// Whether a text as a whole runs from right to left: as the first of its letters that is not set apart does. A sign of a
/// currency is no letter, and says nothing of the sentence that begins with it.
pub fn begins_at_the_right(text: &str) -> bool {
    if !turns(text) {
        return false;
    }
    let letters: String = text.chars().filter(|character| !is_sign(*character)).collect();
    get_base_direction(letters.as_str()) == Direction::Rtl
}

/// A text in which no sign of a currency decides how anything runs: where its letters do not run from right to left, every
/// sign is set apart, so that it stands before the figure that it is written before.
pub fn signs_set_apart(text: &str) -> Cow<'_, str> {
    if !text.contains(is_sign) || begins_at_the_right(text) {
        return text.into();
    }
    let mut apart = String::with_capacity(text.len() + ISOLATE.len_utf8() + END_OF_ISOLATE.len_utf8());
    let mut before = None;
    for character in text.chars() {
        if is_sign(character) && before != Some(ISOLATE) {
            apart.extend([ISOLATE, character, END_OF_ISOLATE]);
        } else {
            apart.push(character);
        }
        before = Some(character);
    }
    apart.into()
}

/// The same for whoever orders a text that is to keep its length: a text of as many bytes in each of its characters, in
/// which each sign is one that runs neither way.
pub fn signs_levelled(text: &str) -> Cow<'_, str> {
    if !text.contains(is_sign) || begins_at_the_right(text) {
        return text.into();
    }
    let levelled = |character: char| match character.len_utf8() {
        2 if is_sign(character) => '¢',
        3 if is_sign(character) => '€',
        4 if is_sign(character) => '\u{11fdd}',
        _ => character,
    };
    text.chars().map(levelled).collect::<String>().into()
}

/// Whether a character is the sign of a currency that runs from right to left.
pub const fn is_sign(character: char) -> bool {
    matches!(character, '\u{60b}' | '\u{7fe}' | '\u{7ff}' | '\u{fdfc}' | '\u{1ecb0}')
}

/// A text that is put into another. What runs from right to left is set apart, or it would take the figures beside it
/// along: `ایران, 27 states` would read `27 ,ایران states`.
pub fn isolated<'a>(text: impl Into<Cow<'a, str>>) -> Cow<'a, str> {
    let text = text.into();
    if turns(&text) && !text.starts_with(ISOLATE) { format!("{ISOLATE}{text}{END_OF_ISOLATE}").into() } else { text }
}

/// Names one after the other, each set apart where it turns, so that the first stands at the left whatever it is.
pub fn abreast<'a>(names: impl IntoIterator<Item = &'a str>, between: &str) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    match names.as_slice() {
        // One alone runs as it does.
        [name] => (*name).to_owned(),
        names => names.iter().map(|name| isolated(*name)).collect::<Vec<_>>().join(between),
    }
}

fn is_turned(character: char) -> bool {
    character >= '\u{590}'
        && matches!(
            bidi_class(character),
            BidiClass::R | BidiClass::AL | BidiClass::AN | BidiClass::RLE | BidiClass::RLI | BidiClass::RLO
        )
}

#[cfg(test)]
mod tests {
    use super::{abreast, begins_at_the_right, isolated, signs_levelled, signs_set_apart, turns};
    use crate::briefing::visible::ISOLATE;
    use crate::message;
    use crate::words::Words;

    #[test]
    fn no_sign_turns_a_sentence() {
        for (text, apart) in [
            ("﷼12.5 bn in 2021", "\u{2068}﷼\u{2069}12.5 bn in 2021"),
            ("؋ 3 m", "\u{2068}؋\u{2069} 3 m"),
            ("from ﷼7 to ؋9", "from \u{2068}﷼\u{2069}7 to \u{2068}؋\u{2069}9"),
            ("\u{2068}﷼\u{2069}7", "\u{2068}﷼\u{2069}7"),
            ("﷼", "\u{2068}﷼\u{2069}"),
            ("﷼ ایران", "﷼ ایران"),
            ("US$ 4", "US$ 4"),
            ("ایران ﷼", "ایران ﷼"),
            ("", ""),
        ] {
            assert_eq!(signs_set_apart(text), apart, "{text}");
            let levelled = signs_levelled(text);
            let lengths = |text: &str| text.chars().map(char::len_utf8).collect::<Vec<_>>();
            assert_eq!(lengths(&levelled), lengths(text), "{text}");
            assert!(begins_at_the_right(text) || !turns(&levelled.replace(ISOLATE, "")), "{text}: {levelled}");
            assert_eq!(
                unicode_bidi::get_base_direction(apart) == unicode_bidi::Direction::Rtl,
                begins_at_the_right(text)
            );
        }
    }

    #[test]
    fn only_what_runs_from_right_to_left_turns() {
        for text in ["", "Iran 244.8", "Côte d’Ivoire", "Россия", "中国", "ไทย", "ქართული", "日本、한국", "—…"]
        {
            assert!(!turns(text), "{text}");
        }
        for text in ["ایران", "ישראל", "Iran – ایران", "﷼", "ދިވެހި", "ܣܘܪܝܐ", "٢٤"] {
            assert!(turns(text), "{text}");
        }
    }

    #[test]
    fn what_is_given_to_a_message_is_set_apart() {
        let said = |reason: &'static str| Words::english().say(&message!(words::acknowledged, reason = reason));
        assert!(said("ایران").contains("\u{2068}ایران\u{2069}"), "{}", said("ایران"));
        assert!(!said("Iran").contains('\u{2068}'));
        assert!(begins_at_the_right("244 ایران") && !begins_at_the_right("Iran – ایران"));
        assert!(!begins_at_the_right(&isolated("ایران")), "what is set apart says nothing of the rest");
        assert!(!begins_at_the_right("﷼244.8 of trade") && begins_at_the_right("﷼244.8 تجارت"));
        assert_eq!(abreast(["ירדן"], " · "), "ירדן");
        assert_eq!(abreast(["Oman", "ירדן"], " · "), "Oman · \u{2068}ירדן\u{2069}");
        assert_eq!(isolated(isolated("﷼")), "\u{2068}﷼\u{2069}");
    }
}
