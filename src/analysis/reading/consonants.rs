//! The consonants of names and words, as near as letters of several scripts come to each other: what is left of `Lavrov`,
//! `Лавров`, `Lawrow` and `لافروف` alike, in whatever way it was written over. Vowels tell nothing: each convention has
//! its own.

/// Consonants, each a letter for all that sound like it: `c` for what is hissed with a stop before it, `x` for a Latin
/// `ch`, which is anything, `q` for a `gh` that few speak, `w` for what is a vowel elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::analysis) struct Consonants(Vec<u8>);

/// Letters, several before one, and the consonants that they are; none are vowels and signs.
type Table = [(&'static str, &'static [u8])];

const LATIN: &Table = &[
    ("tsch", b"c"),
    ("shch", b"s"),
    ("dsch", b"c"),
    ("dzh", b"c"),
    ("drz", b"c"),
    ("tch", b"c"),
    ("tsh", b"c"),
    ("sch", b"s"),
    ("dj", b"c"),
    ("cz", b"c"),
    ("ch", b"x"),
    ("sh", b"s"),
    ("sz", b"s"),
    ("zh", b"s"),
    ("ts", b"s"),
    ("tz", b"s"),
    ("dz", b"s"),
    ("kh", b"h"),
    ("gh", b"q"),
    ("ph", b"f"),
    ("th", b"t"),
    ("ck", b"k"),
    ("qu", b"k"),
    ("ng", b"n"),
    ("ce", b"s"),
    ("ci", b"s"),
    ("cy", b"s"),
    ("b", b"b"),
    ("c", b"k"),
    ("d", b"d"),
    ("f", b"f"),
    ("g", b"g"),
    ("h", b"h"),
    ("j", b"j"),
    ("k", b"k"),
    ("l", b"l"),
    ("m", b"m"),
    ("n", b"n"),
    ("p", b"p"),
    ("q", b"k"),
    ("r", b"r"),
    ("s", b"s"),
    ("t", b"t"),
    ("v", b"v"),
    ("w", b"w"),
    ("x", b"ks"),
    ("z", b"s"),
    ("a", b""),
    ("e", b""),
    ("i", b""),
    ("o", b""),
    ("u", b""),
    ("y", b""),
];

const CYRILLIC: &Table = &[
    ("дж", b"c"),
    ("тч", b"c"),
    ("тш", b"c"),
    ("тс", b"s"),
    ("тц", b"s"),
    ("дз", b"s"),
    ("нг", b"n"),
    ("б", b"b"),
    ("в", b"v"),
    ("г", b"g"),
    ("ґ", b"g"),
    ("ғ", b"q"),
    ("д", b"d"),
    ("ђ", b"c"),
    ("ж", b"s"),
    ("з", b"s"),
    ("к", b"k"),
    ("қ", b"k"),
    ("л", b"l"),
    ("љ", b"l"),
    ("м", b"m"),
    ("н", b"n"),
    ("њ", b"n"),
    ("ң", b"n"),
    ("п", b"p"),
    ("р", b"r"),
    ("с", b"s"),
    ("т", b"t"),
    ("ћ", b"c"),
    ("ф", b"f"),
    ("х", b"h"),
    ("һ", b"h"),
    ("ц", b"s"),
    ("ч", b"c"),
    ("џ", b"c"),
    ("ш", b"s"),
    ("щ", b"s"),
];

const ARABIC: &Table = &[
    ("تش", b"c"),
    ("ب", b"b"),
    ("پ", b"p"),
    ("ت", b"t"),
    ("ث", b"t"),
    ("ج", b"j"),
    ("چ", b"c"),
    ("ح", b"h"),
    ("خ", b"h"),
    ("د", b"d"),
    ("ذ", b"d"),
    ("ر", b"r"),
    ("ز", b"s"),
    ("ژ", b"s"),
    ("س", b"s"),
    ("ش", b"s"),
    ("ص", b"s"),
    ("ض", b"d"),
    ("ط", b"t"),
    ("ظ", b"s"),
    ("غ", b"g"),
    ("ف", b"f"),
    ("ڤ", b"v"),
    ("ق", b"k"),
    ("ك", b"k"),
    ("گ", b"g"),
    ("ل", b"l"),
    ("م", b"m"),
    ("ن", b"n"),
    ("ه", b"h"),
    ("و", b"w"),
];

/// Of consonants that are written for each other, how much one differs from another, in quarters.
const NEAR: &[(&[u8], u32)] = &[
    (b"scxj", 1),
    (b"hxj", 1),
    (b"hgq", 1),
    (b"kx", 1),
    (b"kc", 2),
    (b"gcj", 1),
    (b"fv", 1),
    (b"vw", 0),
    (b"kh", 2),
    (b"kgq", 2),
    (b"gs", 2),
    (b"gw", 2),
    (b"bp", 1),
    (b"bv", 2),
    (b"bw", 2),
    (b"pf", 2),
    (b"fw", 1),
    (b"td", 2),
    (b"tc", 2),
    (b"dc", 2),
    (b"ds", 2),
    (b"tf", 2),
    (b"tx", 2),
    (b"mn", 2),
    (b"ks", 3),
    (b"ts", 3),
];
const WHOLE: u32 = 4;

/// Of more consonants only the first are held against others.
const LONGEST: usize = 24;

/// From here on two words are two.
const UNLIKE: f32 = 0.42;

fn differ(a: u8, b: u8) -> u32 {
    if a == b {
        return 0;
    }
    NEAR.iter().find(|(all, _)| all.contains(&a) && all.contains(&b)).map_or(WHOLE, |(_, by)| *by)
}

impl Consonants {
    /// Those of a folded word in one script; none where it has letters of another.
    pub fn of(word: &str) -> Option<Self> {
        let first = word.chars().next()?;
        let table = match first {
            'a'..='z' => LATIN,
            '\u{400}'..='\u{52f}' => CYRILLIC,
            '\u{600}'..='\u{6ff}' => ARABIC,
            _ => return None,
        };
        let latin = first.is_ascii();
        let mut rest = word;
        let mut found: Vec<u8> = Vec::new();
        let mut doubled = false;
        while let Some(letter) = rest.chars().next() {
            if letter.is_ascii() != latin {
                return None;
            }
            let own = table.iter().find_map(|(letters, are)| Some((rest.strip_prefix(letters)?, *are)));
            let (after, are) = own.unwrap_or_else(|| (&rest[letter.len_utf8()..], b""));
            rest = after;
            // Two letters for one consonant are one.
            if !(doubled && are.len() == 1 && found.last() == are.first()) {
                found.extend(are);
            }
            doubled = !are.is_empty();
        }
        found.truncate(LONGEST);
        Some(Self(found))
    }

    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether two can be one word, written in two ways.
    pub fn are(&self, other: &Self) -> bool {
        let (short, long) = (self.len().min(other.len()), self.len().max(other.len()));
        short * 2 >= long && self.unlike(other) < UNLIKE
    }

    /// How unlike two are: 0 where they are the same, 1 where they have nothing in common.
    pub fn unlike(&self, other: &Self) -> f32 {
        let longest = self.len().max(other.len());
        if longest == 0 {
            return 0.0;
        }
        self.steps(other) as f32 / (longest as u32 * WHOLE) as f32
    }

    /// The steps from one to the other, in quarters: as of letters, but that the ones that are not always spoken or
    /// written count less, and so do those at the end, where French is silent.
    fn steps(&self, other: &Self) -> u32 {
        let (a, b) = (&self.0, &other.0);
        let lost = |all: &[u8], at: usize| match all[at] {
            b'h' | b'w' | b'j' | b'q' => 1,
            b's' | b't' | b'd' | b'x' | b'n' if at + 1 == all.len() => 2,
            _ => WHOLE,
        };
        let mut row = [0; LONGEST + 1];
        for at in 0..b.len() {
            row[at + 1] = row[at] + lost(b, at);
        }
        for (i, one) in a.iter().enumerate() {
            let mut next = row;
            next[0] += lost(a, i);
            for (j, two) in b.iter().enumerate() {
                let changed = row[j] + differ(*one, *two);
                next[j + 1] = changed.min(row[j + 1] + lost(a, i)).min(next[j] + lost(b, j));
            }
            row = next;
        }
        row[b.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::Consonants;
    use crate::analysis::fold::fold;

    fn unlike(a: &str, b: &str) -> f32 {
        let of = |word: &str| Consonants::of(&fold(word)).expect(word);
        of(a).unlike(&of(b))
    }

    #[test]
    fn a_word_has_its_consonants_in_every_script_and_convention() {
        for (a, b) in [
            ("Lavrov", "Лавров"),
            ("Lawrow", "Лавров"),
            ("Lavrov", "لافروف"),
            ("Poutine", "Путин"),
            ("Schoigu", "Шойгу"),
            ("Shoïgou", "Шойгу"),
            ("Jalid", "Khalid"),
            ("Zelenskyy", "Зеленский"),
            ("Selenskyj", "Зеленский"),
            ("Erdoğan", "أردوغان"),
            ("organisation", "organization"),
            ("prinyali", "приняли"),
            ("edinyj", "единый"),
        ] {
            assert!(unlike(a, b) < 0.3, "{a} {b}: {}", unlike(a, b));
        }
        for (a, b) in
            [("Alexander", "Алексей"), ("Khalid", "Хасан"), ("Vladimir", "Василий"), ("partner", "наблюдатель")]
        {
            assert!(unlike(a, b) > 0.45, "{a} {b}: {}", unlike(a, b));
        }
        assert_eq!(Consonants::of("лавroв"), None, "letters of two scripts");
        assert_eq!(Consonants::of("习近平"), None);
    }
}
