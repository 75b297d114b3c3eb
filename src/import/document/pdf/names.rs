//! Letters by the codes and the names that fonts have for them, where a font does not say itself which they are.

use unicode_normalization::UnicodeNormalization as _;

/// What the codes of texts in dictionaries mean that are no UTF-16.
pub(super) fn of_document(byte: u8) -> char {
    const LOW: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
    const HIGH: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł',
        'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', ' ', '€',
    ];
    let found = match byte {
        0x18..=0x1f => LOW.get(usize::from(byte - 0x18)),
        0x80..=0xa0 => HIGH.get(usize::from(byte - 0x80)),
        _ => None,
    };
    found.copied().unwrap_or_else(|| char::from(byte))
}

/// The codes that a font of one byte a letter begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Standard,
    Windows,
    Mac,
    /// Signs of their own, of which only the bullet is known.
    Signs,
}

impl Encoding {
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "WinAnsiEncoding" => Self::Windows,
            "MacRomanEncoding" => Self::Mac,
            "StandardEncoding" => Self::Standard,
            _ => return None,
        })
    }

    /// The letter of a code.
    pub fn letter(self, code: u8) -> Option<char> {
        let one = |encoding: &'static encoding_rs::Encoding| {
            encoding.decode_without_bom_handling(&[code]).0.chars().next().filter(|c| !c.is_control())
        };
        match self {
            Self::Windows => one(encoding_rs::WINDOWS_1252).or_else(|| (code > 0x7e).then_some('•')),
            Self::Mac => one(encoding_rs::MACINTOSH),
            Self::Standard => standard(code),
            Self::Signs => match code {
                b' ' => Some(' '),
                0xb7 => Some('•'),
                0x30..=0x39 => Some(char::from(code)),
                _ => None,
            },
        }
    }
}

fn standard(code: u8) -> Option<char> {
    const FROM_A1: &str = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\0–†‡·\0¶•‚„”»…‰\0¿\0`´ˆ˜¯˘˙¨\0˚¸\0˝˛ˇ—";
    const HIGHEST: [(u8, char); 12] = [
        (0xe1, 'Æ'),
        (0xe3, 'ª'),
        (0xe8, 'Ł'),
        (0xe9, 'Ø'),
        (0xea, 'Œ'),
        (0xeb, 'º'),
        (0xf1, 'æ'),
        (0xf5, 'ı'),
        (0xf8, 'ł'),
        (0xf9, 'ø'),
        (0xfa, 'œ'),
        (0xfb, 'ß'),
    ];
    match code {
        b'\'' => Some('’'),
        b'`' => Some('‘'),
        0x20..=0x7e => Some(char::from(code)),
        0xa1..=0xd0 => FROM_A1.chars().nth(usize::from(code - 0xa1)).filter(|c| *c != '\0'),
        _ => HIGHEST.iter().find(|(own, _)| *own == code).map(|(_, letter)| *letter),
    }
}

/// The letters of the name of a glyph: `eacute`, `uni4E2D`, `afii10017`, `f_i`, `one.tabular`.
pub(super) fn letters(name: &str) -> Option<String> {
    let bare = name.split_once('.').map_or(name, |(before, _)| before);
    if bare.is_empty() {
        return None;
    }
    let parts: Option<String> = bare.split('_').map(part).collect();
    parts
}

fn part(name: &str) -> Option<String> {
    let hexadecimal = |text: &str| u32::from_str_radix(text, 16).ok().and_then(char::from_u32);
    if let Some(codes) = name.strip_prefix("uni").filter(|codes| codes.len() >= 4 && codes.len() % 4 == 0) {
        let codes = codes.as_bytes().chunks(4).map(|code| hexadecimal(std::str::from_utf8(code).ok()?));
        if let Some(letters) = codes.collect::<Option<String>>() {
            return Some(letters);
        }
    }
    if let Some(code) = name.strip_prefix('u').filter(|code| (4..=6).contains(&code.len()))
        && let Some(letter) = hexadecimal(code)
    {
        return Some(letter.to_string());
    }
    let mut letters = name.chars();
    if let (Some(only), None) = (letters.next(), letters.next()) {
        return only.is_ascii_alphabetic().then(|| only.to_string());
    }
    if let Some((_, letter)) = NAMES.iter().find(|(own, _)| *own == name) {
        return Some((*letter).to_owned());
    }
    cyrillic(name).or_else(|| accented(name))
}

/// A letter with what stands above or below it: `Ccaron`, `aogonek`.
fn accented(name: &str) -> Option<String> {
    const ACCENTS: [(&str, char); 13] = [
        ("grave", '\u{300}'),
        ("acute", '\u{301}'),
        ("circumflex", '\u{302}'),
        ("tilde", '\u{303}'),
        ("macron", '\u{304}'),
        ("breve", '\u{306}'),
        ("dotaccent", '\u{307}'),
        ("dieresis", '\u{308}'),
        ("ring", '\u{30a}'),
        ("hungarumlaut", '\u{30b}'),
        ("caron", '\u{30c}'),
        ("commaaccent", '\u{327}'),
        ("ogonek", '\u{328}'),
    ];
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let accent = name.get(1..)?;
    let cedilla = ("cedilla", '\u{327}');
    let (_, mark) = ACCENTS.iter().chain([&cedilla]).find(|(own, _)| *own == accent)?;
    Some([letter, *mark].into_iter().nfc().collect())
}

/// A letter of Cyrillic by the number that Adobe gave it.
fn cyrillic(name: &str) -> Option<String> {
    let number: u32 = name.strip_prefix("afii10")?.parse().ok()?;
    let letter = match number {
        17..=22 => 0x410 + number - 17,
        23 => 0x401,
        24..=49 => 0x416 + number - 24,
        65..=70 => 0x430 + number - 65,
        71 => 0x451,
        72..=97 => 0x436 + number - 72,
        _ => return None,
    };
    char::from_u32(letter).map(|letter| letter.to_string())
}

const NAMES: [(&str, &str); 112] = [
    ("space", " "),
    ("nbspace", "\u{a0}"),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("quoteright", "’"),
    ("quoteleft", "‘"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("sfthyphen", "\u{ad}"),
    ("period", "."),
    ("slash", "/"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("less", "<"),
    ("equal", "="),
    ("greater", ">"),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("backslash", "\\"),
    ("bracketright", "]"),
    ("asciicircum", "^"),
    ("underscore", "_"),
    ("grave", "`"),
    ("braceleft", "{"),
    ("bar", "|"),
    ("braceright", "}"),
    ("asciitilde", "~"),
    ("exclamdown", "¡"),
    ("cent", "¢"),
    ("sterling", "£"),
    ("currency", "¤"),
    ("yen", "¥"),
    ("brokenbar", "¦"),
    ("section", "§"),
    ("dieresis", "¨"),
    ("copyright", "©"),
    ("ordfeminine", "ª"),
    ("guillemotleft", "«"),
    ("guillemotright", "»"),
    ("logicalnot", "¬"),
    ("registered", "®"),
    ("macron", "¯"),
    ("degree", "°"),
    ("plusminus", "±"),
    ("acute", "´"),
    ("mu", "µ"),
    ("paragraph", "¶"),
    ("periodcentered", "·"),
    ("cedilla", "¸"),
    ("ordmasculine", "º"),
    ("onequarter", "¼"),
    ("onehalf", "½"),
    ("threequarters", "¾"),
    ("onesuperior", "¹"),
    ("twosuperior", "²"),
    ("threesuperior", "³"),
    ("questiondown", "¿"),
    ("AE", "Æ"),
    ("ae", "æ"),
    ("OE", "Œ"),
    ("oe", "œ"),
    ("Oslash", "Ø"),
    ("oslash", "ø"),
    ("Eth", "Ð"),
    ("eth", "ð"),
    ("Thorn", "Þ"),
    ("thorn", "þ"),
    ("germandbls", "ß"),
    ("dotlessi", "ı"),
    ("Lslash", "Ł"),
    ("lslash", "ł"),
    ("Dcroat", "Đ"),
    ("dcroat", "đ"),
    ("multiply", "×"),
    ("divide", "÷"),
    ("florin", "ƒ"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ff", "ff"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("endash", "–"),
    ("emdash", "—"),
    ("minus", "−"),
    ("ellipsis", "…"),
    ("bullet", "•"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("quotedblbase", "„"),
    ("quotesinglbase", "‚"),
    ("guilsinglleft", "‹"),
    ("guilsinglright", "›"),
];

#[cfg(test)]
mod tests {
    use super::{Encoding, letters};

    #[test]
    fn glyphs_are_known_by_their_names() {
        for (name, meant) in [
            ("A", Some("A")),
            ("eacute", Some("é")),
            ("Ccaron", Some("Č")),
            ("uni4E2D6587", Some("中文")),
            ("u1F600", Some("😀")),
            ("afii10017", Some("А")),
            ("afii10097", Some("я")),
            ("f_f_i", Some("ffi")),
            ("one.oldstyle", Some("1")),
            ("g123", None),
            (".notdef", None),
        ] {
            assert_eq!(letters(name).as_deref(), meant, "{name}");
        }
        assert_eq!(Encoding::Standard.letter(b'\''), Some('’'));
        assert_eq!(Encoding::Standard.letter(0xd0), Some('—'));
        assert_eq!(Encoding::Windows.letter(0x80), Some('€'));
    }
}
