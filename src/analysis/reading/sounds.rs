//! Names of people as other languages write them: `Lawrow` and `Poutine` by their sound, `لافروف` and `Лоизу` letter by
//! letter. Rough on purpose: what is like nothing known is none.

use crate::analysis::fold::fold;

/// A sound is told by so many letters.
const LONG: usize = 5;

/// What several letters, and then one, sound like in most languages of Latin letters.
const LIKE: [(&str, &str); 16] = [
    ("tsch", "c"),
    ("sch", "s"),
    ("ch", "c"),
    ("sh", "s"),
    ("zh", "z"),
    ("ph", "f"),
    ("ou", "u"),
    ("oo", "u"),
    ("ff", "v"),
    ("gue", "ge"),
    ("gui", "gi"),
    ("ck", "k"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("ie", "i"),
];

/// The sound of a folded word in Latin letters, where it is long enough to be told by.
pub(super) fn sound(word: &str) -> Option<String> {
    // None of these makes a word longer.
    if word.len() < LONG || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let mut heard = word.to_owned();
    for (written, like) in LIKE {
        if heard.as_bytes().windows(written.len()).any(|own| own == written.as_bytes()) {
            heard = heard.replace(written, like);
        }
    }
    let mut last = None;
    heard.retain(|c| last.replace(c) != Some(c));
    if heard.len() > LONG && heard.ends_with('e') {
        heard.pop();
    }
    (heard.len() >= LONG).then_some(heard)
}

/// Latin letters, several before one, and what they become.
type Table = [(&'static str, &'static str)];

const ARABIC: &Table = &[
    ("sh", "ش"),
    ("ch", "تش"),
    ("kh", "خ"),
    ("zh", "ج"),
    ("ts", "تس"),
    ("ou", "و"),
    ("ng", "نغ"),
    ("a", "ا"),
    ("b", "ب"),
    ("c", "ك"),
    ("d", "د"),
    ("e", "ي"),
    ("f", "ف"),
    ("g", "غ"),
    ("h", "ه"),
    ("i", "ي"),
    ("j", "ج"),
    ("k", "ك"),
    ("l", "ل"),
    ("m", "م"),
    ("n", "ن"),
    ("o", "و"),
    ("p", "ب"),
    ("q", "تش"),
    ("r", "ر"),
    ("s", "س"),
    ("t", "ت"),
    ("u", "و"),
    ("v", "ف"),
    ("w", "و"),
    ("x", "ش"),
    ("y", "ي"),
    ("z", "ز"),
];

const CYRILLIC: &Table = &[
    ("shch", "щ"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("ts", "ц"),
    ("yu", "ю"),
    ("ya", "я"),
    ("ou", "у"),
    ("th", "т"),
    ("ph", "ф"),
    ("a", "а"),
    ("b", "б"),
    ("c", "к"),
    ("d", "д"),
    ("e", "е"),
    ("f", "ф"),
    ("g", "г"),
    ("h", "х"),
    ("i", "и"),
    ("j", "дж"),
    ("k", "к"),
    ("l", "л"),
    ("m", "м"),
    ("n", "н"),
    ("o", "о"),
    ("p", "п"),
    ("q", "к"),
    ("r", "р"),
    ("s", "с"),
    ("t", "т"),
    ("u", "у"),
    ("v", "в"),
    ("w", "в"),
    ("x", "кс"),
    ("y", "и"),
    ("z", "з"),
];

fn written(name: &str, table: &Table) -> Option<String> {
    let folded = fold(name);
    let mut rest = folded.as_str();
    let mut text = String::new();
    while let Some(first) = rest.chars().next() {
        let letters = table.iter().find_map(|(latin, other)| Some((rest.strip_prefix(latin)?, *other)));
        match letters {
            Some((after, other)) => {
                // Two letters of one sign are written once.
                if !text.ends_with(other) {
                    text.push_str(other);
                }
                rest = after;
            }
            None if first.is_alphabetic() => return None,
            None => {
                text.push(' ');
                rest = rest.get(first.len_utf8()..)?;
            }
        }
    }
    Some(text)
}

/// A name in Latin letters as Arabic writes it.
pub(in crate::analysis) fn in_arabic(name: &str) -> Option<String> {
    written(name, ARABIC)
}

/// A name in Latin letters as Russian writes it, each word with a capital.
pub(in crate::analysis) fn in_cyrillic(name: &str) -> Option<String> {
    written(name, CYRILLIC)
}

#[cfg(test)]
mod tests {
    use super::{in_arabic, in_cyrillic, sound};

    #[test]
    fn names_sound_alike_however_they_are_written() {
        for (a, b) in [("lavrov", "lawrow"), ("putin", "poutine"), ("sergey", "serguei"), ("loizou", "loizu")] {
            assert!(sound(a).is_some() && sound(a) == sound(b), "{a} {b}: {:?} {:?}", sound(a), sound(b));
        }
        assert_ne!(sound("markaki"), sound("markov"));
        assert_eq!(sound("wang"), None, "too short to be told");
    }

    #[test]
    fn names_are_written_in_other_letters() {
        assert_eq!(in_arabic("Lavrov").as_deref(), Some("لافروف"));
        assert_eq!(in_arabic("Vladimir Putin").as_deref(), Some("فلاديمير بوتين"));
        assert_eq!(in_cyrillic("Andreas Loizou").as_deref(), Some("андреас лоизу"));
        assert_eq!(in_arabic("Ван И"), None);
    }
}
