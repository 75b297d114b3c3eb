//! What stands before a full stop: a word, or one that a language shortens.

/// What stands before a full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// A word.
    Word,
    /// A shortened word that something follows: `Mr.`
    Leads,
    /// A shortened word that may end a sentence: `etc.`
    May,
    /// A shortened word that a number follows: `No.`
    Counts,
    /// The first letter of a name.
    Initial,
    /// The same, or a shortened word that a number follows: `S. 14`.
    Letter,
    /// A number that may be an ordinal.
    Ordinal,
    /// Another number.
    Number,
}

/// The words that a language shortens: those that lead, those that may end, those that count, and the words with which
/// sentences often begin.
struct Shortened {
    language: &'static str,
    leads: &'static [&'static str],
    may: &'static [&'static str],
    counts: &'static [&'static str],
    begins: &'static [&'static str],
}

const ALL: [Shortened; 7] = [
    Shortened {
        language: "en",
        leads: &[
            "mr", "mrs", "ms", "messrs", "dr", "prof", "st", "mt", "gen", "lt", "col", "maj", "capt", "sgt", "cpl",
            "adm", "cmdr", "rev", "hon", "sen", "rep", "gov", "pres", "amb", "sec", "insp", "supt", "e.g", "i.e", "cf",
            "vs", "viz", "approx", "ca", "incl", "esp", "al", "fr", "ven", "brig", "ft", "v", "sr", "ald", "asst",
            "dept", "univ",
        ],
        may: &[
            "etc", "inc", "ltd", "co", "corp", "plc", "bros", "jr", "esq", "a.m", "p.m", "u.s", "u.k", "u.n", "e.u",
            "u.s.a", "d.c", "b.c", "a.d", "k.c", "q.c", "ph.d", "m.a", "b.a", "m.p", "jan", "feb", "mar", "apr", "jun",
            "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "approx",
            "dept", "ave", "blvd", "rd", "est", "min", "max", "hr", "hrs", "km", "kg", "u.s.s.r", "u.a.e", "p.r.c",
        ],
        counts: &[
            "no", "nos", "p", "pp", "art", "arts", "sec", "fig", "vol", "ch", "para", "paras", "ed", "n", "col",
            "cols", "v", "ver", "item",
        ],
        begins: &[
            "the",
            "a",
            "an",
            "it",
            "he",
            "she",
            "they",
            "we",
            "i",
            "this",
            "that",
            "these",
            "those",
            "its",
            "his",
            "her",
            "their",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "to",
            "with",
            "but",
            "and",
            "so",
            "as",
            "if",
            "when",
            "while",
            "after",
            "before",
            "there",
            "then",
            "what",
            "who",
            "how",
            "why",
            "neither",
            "both",
            "few",
            "each",
            "every",
            "all",
            "some",
            "such",
            "until",
            "since",
            "although",
            "though",
            "however",
            "meanwhile",
            "once",
            "no",
            "not",
            "our",
            "my",
            "your",
            "is",
            "was",
            "will",
            "another",
            "other",
            "under",
            "over",
            "most",
            "many",
            "according",
            "hence",
            "last",
            "one",
            "talks",
        ],
    },
    Shortened {
        language: "ru",
        leads: &[
            "т.е",
            "т.н",
            "т.к",
            "см",
            "ср",
            "ул",
            "пр",
            "пл",
            "д",
            "кв",
            "им",
            "проф",
            "акад",
            "ген",
            "г-н",
            "гр",
            "св",
            "о",
            "оз",
            "р",
            "ок",
            "пос",
            "с",
            "дер",
            "обл",
            "напр",
            "тов",
            "доц",
            "полк",
            "кап",
            "лейт",
            "адм",
            "зам",
            "зав",
            "пер",
            "наб",
            "бул",
            "т.наз",
            "н",
            "к.т.н",
            "д-р",
            "студ",
            "нач",
            "мин",
            "в т.ч",
            "т.ч",
        ],
        may: &[
            "г", "гг", "в", "вв", "др", "т.д", "т.п", "пр", "н.э", "э", "руб", "коп", "долл", "тыс", "млн", "млрд",
            "кг", "час", "ч", "мин", "сек", "чел", "янв", "февр", "фев", "апр", "авг", "сент", "сен", "окт", "нояб",
            "ноя", "дек", "экз", "обл", "р-н", "км", "м", "см", "т", "ст", "ред", "прим", "трлн", "шт", "м.н.с",
        ],
        counts: &[
            "стр", "с", "ст", "п", "пп", "гл", "рис", "табл", "илл", "№", "т", "вып", "ч", "разд", "д", "кв", "корп",
            "прил", "абз",
        ],
        begins: &[
            "в",
            "на",
            "он",
            "она",
            "оно",
            "они",
            "мы",
            "я",
            "это",
            "эта",
            "этот",
            "эти",
            "тогда",
            "по",
            "с",
            "к",
            "у",
            "о",
            "но",
            "а",
            "и",
            "не",
            "как",
            "что",
            "кто",
            "где",
            "когда",
            "если",
            "из",
            "за",
            "до",
            "от",
            "его",
            "её",
            "их",
            "там",
            "тут",
            "также",
            "однако",
            "впрочем",
            "поэтому",
            "затем",
            "после",
            "при",
            "для",
            "все",
            "всё",
            "то",
            "так",
            "сегодня",
            "сейчас",
            "цены",
            "стороны",
            "парламент",
            "комиссия",
            "ему",
            "им",
            "ей",
            "под",
            "над",
            "между",
            "почему",
            "каждый",
        ],
    },
    Shortened {
        language: "fr",
        leads: &[
            "m", "mm", "mlle", "mgr", "me", "cf", "env", "vs", "st", "ste", "p.ex", "c.-à-d", "c.à.d", "fg", "bd",
            "av", "gén", "cdt", "col", "cap", "prof", "pr", "dr",
        ],
        may: &[
            "etc", "janv", "févr", "avr", "juil", "sept", "oct", "nov", "déc", "apr", "av", "j.-c", "s.a", "cie", "éd",
            "s.a.r.l", "o.n.u", "u.e", "hab", "min", "ex",
        ],
        counts: &["art", "p", "pp", "n", "no", "nos", "vol", "chap", "fig", "al", "t", "§", "pag", "par"],
        begins: &[
            "le", "la", "les", "l", "un", "une", "des", "il", "elle", "ils", "elles", "on", "nous", "ce", "cette",
            "ces", "c", "en", "au", "aux", "à", "dans", "mais", "et", "ou", "pour", "par", "sur", "selon", "son", "sa",
            "ses", "leur", "leurs", "qui", "que", "quand", "si", "d", "jusqu", "personne", "chacun", "deux", "après",
            "avant", "puis", "tout", "aucun", "voir",
        ],
    },
    Shortened {
        language: "es",
        leads: &[
            "sr", "sra", "srta", "sres", "dr", "dra", "d", "dña", "da", "prof", "lic", "ing", "gral", "cap", "cte",
            "cnel", "sto", "sta", "aprox", "p.ej", "ud", "uds", "excmo", "excma", "av", "avda", "c", "mons", "pdte",
            "ee",
        ],
        may: &[
            "etc", "s.a", "s.l", "s.a.u", "cía", "ee.uu", "uu", "ff.aa", "rr.hh", "a.c", "d.c", "a.m", "p.m", "ene",
            "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "sept", "oct", "nov", "dic", "h", "hs", "min",
            "kg", "km", "ed",
        ],
        counts: &[
            "art", "arts", "pág", "págs", "p", "pp", "núm", "núms", "n", "no", "vol", "cap", "fig", "ap", "inc",
            "párr", "t",
        ],
        begins: &[
            "el", "la", "los", "las", "un", "una", "lo", "en", "de", "del", "al", "por", "para", "con", "su", "sus",
            "se", "es", "no", "y", "pero", "si", "cuando", "que", "quien", "esta", "este", "esto", "estos", "estas",
            "ese", "esa", "según", "hasta", "cada", "hoy", "mientras", "también", "dos", "otro", "ambas", "ambos",
            "nadie", "después", "antes", "así", "a",
        ],
    },
    Shortened {
        language: "de",
        leads: &[
            "hr",
            "hrn",
            "fr",
            "dr",
            "prof",
            "gen",
            "ca",
            "bzw",
            "vgl",
            "z.b",
            "d.h",
            "u.a",
            "i.d.r",
            "z",
            "d",
            "u",
            "i",
            "s.o",
            "s.u",
            "st",
            "abg",
            "min",
            "hl",
            "ing",
            "dipl",
            "sog",
            "ggf",
            "evtl",
            "einschl",
            "inkl",
            "zzgl",
            "geb",
            "gest",
            "a",
            "v",
            "o",
            "a.d",
            "n",
            "min.präs",
            "ob",
            "med",
            "jur",
            "phil",
            "rer",
            "nat",
            "h.c",
            "b",
            "betr",
            "gem",
            "insb",
        ],
        may: &[
            "usw", "etc", "mio", "mrd", "tsd", "jan", "feb", "febr", "apr", "aug", "sept", "sep", "okt", "nov", "dez",
            "sen", "jun", "jr", "co", "str", "min", "std", "sek", "jh", "jhd", "chr", "u.ä", "u.dgl", "uvm", "u.v.m",
            "ff", "f", "a.g", "e.v", "a.m", "d.j", "z.t", "g.m.b.h",
        ],
        counts: &[
            "nr", "nrn", "art", "abs", "s", "sp", "bd", "kap", "abb", "tab", "ziff", "lit", "rn", "rdnr", "anm", "pos",
            "aufl", "jg", "h",
        ],
        begins: &[
            "der", "die", "das", "ein", "eine", "er", "sie", "es", "wir", "ich", "in", "im", "am", "an", "auf", "für",
            "mit", "von", "vor", "nach", "bei", "zu", "zum", "zur", "aus", "aber", "und", "oder", "doch", "so", "als",
            "wenn", "da", "dann", "daher", "diese", "dieser", "dieses", "ihr", "ihre", "sein", "seine", "jeder",
            "jede", "jedes", "bis", "bisher", "nur", "auch", "was", "wer", "wie", "ist", "niemand", "beide", "diesmal",
            "heute", "gegen", "seit", "näheres", "alle",
        ],
    },
    Shortened {
        language: "ar",
        leads: &["د", "أ", "م", "ص.ب", "أ.د", "ر", "أ.م", "ع", "ل", "ش", "ا", "ق.م", "ق"],
        may: &["إلخ", "الخ", "م", "هـ", "ه", "كم", "كغ", "ت"],
        counts: &["ص", "رقم", "ج", "مج", "ط", "ع"],
        begins: &[],
    },
    Shortened { language: "zh", leads: &[], may: &[], counts: &[], begins: &[] },
];

/// What every language shortens, since names and titles travel.
const EVERYWHERE: [&str; 9] = ["mr", "mrs", "ms", "dr", "prof", "st", "vs", "cf", "gen"];
/// Words that lead where no number stands before them.
const LEAD_WITHOUT_NUMBER: [&str; 1] = ["г"];
/// Months and the like that follow an ordinal in German.
const AFTER_ORDINAL: [&str; 50] = [
    "januar",
    "jänner",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
    "quartal",
    "jahrhundert",
    "jahrhunderts",
    "jahrhunderte",
    "jahr",
    "jahre",
    "mal",
    "sitzung",
    "tagung",
    "kapitel",
    "artikel",
    "auflage",
    "klasse",
    "runde",
    "stock",
    "platz",
    "bundestag",
    "weltkrieg",
    "weltkriegs",
    "halbjahr",
    "halbjahres",
    "quartals",
    "kongress",
    "gipfel",
    "gipfeltreffen",
    "treffen",
    "konferenz",
    "mär",
    "jan",
    "feb",
    "apr",
    "aug",
    "sept",
    "sep",
    "okt",
    "nov",
    "dez",
];

fn of(language: &str) -> Option<&'static Shortened> {
    let base = language.split('-').next().unwrap_or_default();
    let base = match base {
        "uk" | "be" | "bg" | "kk" => "ru",
        "fa" | "ur" => "ar",
        "it" | "pt" | "ca" => "es",
        "ja" => "zh",
        other => other,
    };
    ALL.iter().find(|own| own.language == base).or_else(|| ALL.first())
}

/// What stands before the full stop at a place.
pub(super) fn before(text: &str, dot: usize, language: &str) -> Before {
    let head = text.get(..dot).unwrap_or_default();
    let word = last_word(head);
    if word.is_empty() {
        return Before::Word;
    }
    let Some(own) = of(language) else { return Before::Word };
    let lower = word.to_lowercase();
    // With the word before it, where both are shortened: `z. B.`, `т. е.`
    let ahead = head.get(..head.len() - word.len()).unwrap_or_default().trim_end();
    let joined = ahead.strip_suffix('.').map(|ahead| format!("{}.{lower}", last_word(ahead).to_lowercase()));
    let has = |list: &[&str], word: &str| list.contains(&word);
    let either = |list: &[&str]| joined.as_deref().is_some_and(|both| has(list, both)) || has(list, &lower);
    if let Some(both) = joined.as_deref() {
        if has(own.leads, both) {
            return Before::Leads;
        }
        if has(own.may, both) {
            return Before::May;
        }
    }
    let capital = is_initial(word) && word.chars().all(char::is_uppercase);
    if either(own.counts) && !capital {
        return if either(own.leads) { Before::Leads } else { Before::Counts };
    }
    if capital && has(own.counts, &lower) {
        return Before::Letter;
    }
    // `2024 г.` is a year, `г. Минск` a town.
    if LEAD_WITHOUT_NUMBER.contains(&lower.as_str())
        && !ahead.ends_with(|c: char| c.is_numeric() || "–-—гIVXLCХІ".contains(c))
    {
        return Before::Leads;
    }
    let digits = word.chars().all(|c| c.is_ascii_digit());
    if digits {
        let preceded = ahead.ends_with(|c: char| c.is_alphanumeric()) || ahead.is_empty();
        return if word.len() <= 2 && matches!(language, "de" | "da" | "fi" | "cs") && preceded {
            Before::Ordinal
        } else {
            Before::Number
        };
    }
    if word.contains('.') && either(own.may) {
        return Before::May;
    }
    if either(own.leads) && !has(own.may, &lower) {
        // A letter that is both a name and a shortened word is the first letter of a name where it is a capital.
        return if capital && own.language != "fr" { Before::Initial } else { Before::Leads };
    }
    if either(own.may) {
        return if capital && !word.contains('.') { Before::Initial } else { Before::May };
    }
    if has(&EVERYWHERE, &lower) {
        return Before::Leads;
    }
    if is_initial(word) {
        return Before::Initial;
    }
    // Letters between dots that nobody listed: `U.N.E.P.`
    if word.contains('.') && word.split('.').all(|part| part.chars().count() <= 3) {
        return Before::May;
    }
    Before::Word
}

/// Whether a word is one letter, or letters with dots or hyphens between, as names are shortened.
fn is_initial(word: &str) -> bool {
    let mut parts = word.split(['.', '-']).filter(|part| !part.is_empty());
    parts.all(|part| part.chars().count() == 1 && part.chars().all(|c| c.is_uppercase() || is_arabic(c)))
}

fn is_arabic(c: char) -> bool {
    ('\u{600}'..='\u{6ff}').contains(&c) && c.is_alphabetic()
}

/// The last word of a text, with the dots and hyphens within it.
fn last_word(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '.' | '-' | '№' | '\u{64b}'..='\u{652}'))
        .last();
    let word = start.and_then(|(at, _)| text.get(at..)).unwrap_or_default();
    word.trim_start_matches(['.', '-'])
}

/// Whether sentences often begin with a word.
pub(super) fn begins(word: &str, language: &str) -> bool {
    let lower = word.to_lowercase();
    let lower = lower.split(['’', '\'']).next().unwrap_or_default();
    of(language).is_some_and(|own| own.begins.contains(&lower))
}

/// Whether a word makes an ordinal of the number before it.
pub(super) fn follows_ordinal(word: &str, language: &str) -> bool {
    language == "de" && AFTER_ORDINAL.contains(&word.to_lowercase().as_str())
}
