//! In which language a text is, by its letters and its small words.

/// Words that a language has in nearly every sentence.
const WORDS: [(&str, &[&str]); 9] = [
    ("en", &["the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "on", "by", "it", "as", "at"]),
    (
        "fr",
        &[
            "le", "la", "les", "des", "de", "et", "est", "une", "du", "dans", "que", "qui", "pour", "sur", "par", "au",
            "un", "il", "elle", "en",
        ],
    ),
    (
        "es",
        &[
            "el", "la", "los", "las", "del", "de", "y", "una", "que", "en", "por", "con", "se", "para", "al", "su",
            "lo", "fue", "había", "dos",
        ],
    ),
    ("de", &["der", "die", "das", "und", "ist", "von", "den", "mit", "dem", "ein", "eine", "nicht", "zu", "im", "auf"]),
    ("it", &["il", "lo", "gli", "della", "di", "che", "è", "una", "per", "con", "nel", "sono", "dei", "alla", "ha"]),
    ("pt", &["o", "os", "as", "do", "da", "dos", "das", "e", "uma", "que", "em", "não", "com", "para", "no"]),
    ("ru", &["и", "в", "на", "не", "что", "с", "по", "из", "за", "от", "его", "как", "это", "был", "о"]),
    ("uk", &["і", "в", "у", "на", "не", "що", "з", "та", "це", "від", "до", "як", "його", "є", "й"]),
    ("ar", &["في", "من", "على", "إلى", "أن", "عن", "التي", "الذي", "مع", "هذا", "هذه", "ما", "كان", "بعد", "لم"]),
];

/// Letters and signs that some of them have and others do not.
const LETTERS: [(&str, &str); 4] = [("fr", "èêçœàùâîô"), ("es", "ñ¿¡áíóú"), ("de", "äöüß„"), ("uk", "іїєґ")];

/// The tag of the language of a text: of those whose sentences are known, or of those that its script tells.
pub fn language_of(text: &str) -> &'static str {
    let mut han = 0_usize;
    let mut kana = 0_usize;
    let mut others = 0_usize;
    let mut scripts = [0_usize; 5];
    for c in text.chars().take(20_000).filter(|c| c.is_alphabetic()) {
        match c {
            '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' => han += 1,
            '\u{3040}'..='\u{30ff}' => kana += 1,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => add(&mut scripts, 0),
            '\u{ac00}'..='\u{d7af}' => add(&mut scripts, 1),
            '\u{900}'..='\u{97f}' => add(&mut scripts, 2),
            '\u{10a0}'..='\u{10ff}' => add(&mut scripts, 3),
            '\u{531}'..='\u{587}' => add(&mut scripts, 4),
            _ => others += 1,
        }
    }
    // A sign of Chinese says as much as some letters.
    if (han + kana) * 3 > others {
        return if kana * 5 > han { "ja" } else { "zh" };
    }
    let most = scripts.iter().zip(["el", "ko", "hi", "ka", "hy"]).max_by_key(|(count, _)| **count);
    if let Some((_, tag)) = most.filter(|(count, _)| **count > others) {
        return tag;
    }
    let mut counts = [0_usize; WORDS.len()];
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(4000) {
        let word = word.to_lowercase();
        for (count, (_, words)) in counts.iter_mut().zip(WORDS) {
            *count += usize::from(words.contains(&word.as_str()));
        }
    }
    for c in text.chars().take(20_000).filter(|c| !c.is_ascii()) {
        let of = LETTERS.iter().find(|(_, letters)| letters.contains(c)).map(|(tag, _)| *tag);
        if let Some((count, _)) = counts.iter_mut().zip(WORDS).find(|(_, (tag, _))| Some(*tag) == of) {
            *count += 1;
        }
    }
    let best = counts.iter().zip(WORDS).rev().max_by_key(|(count, _)| **count).filter(|(count, _)| **count > 0);
    if let Some((_, (tag, _))) = best {
        return tag;
    }
    let has = |range: std::ops::RangeInclusive<char>| text.chars().any(|c| range.contains(&c));
    if has('\u{400}'..='\u{4ff}') {
        "ru"
    } else if has('\u{600}'..='\u{6ff}') {
        "ar"
    } else {
        "en"
    }
}

fn add(counts: &mut [usize], at: usize) {
    if let Some(count) = counts.get_mut(at) {
        *count += 1;
    }
}
