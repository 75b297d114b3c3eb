//! In which language a text is, by its letters and its small words.

/// Words that a language has in nearly every sentence. Those that texts are mostly in come first: where two are as likely,
/// the first is taken.
const WORDS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "on", "by", "it", "as", "at", "will",
            "from", "has", "have", "were", "are", "per", "cent", "percent", "up", "its", "said", "i", "you", "what",
            "if", "this", "we", "be", "not", "or", "they", "who", "their",
        ],
    ),
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
    (
        "de",
        &[
            "der", "die", "das", "und", "ist", "von", "den", "mit", "dem", "ein", "eine", "nicht", "zu", "im", "auf",
            "in", "für", "sich", "am", "wurde",
        ],
    ),
    (
        "it",
        &[
            "il", "lo", "gli", "della", "di", "che", "è", "una", "per", "con", "nel", "sono", "dei", "alla", "ha", "i",
            "si", "degli",
        ],
    ),
    (
        "pt",
        &["o", "os", "as", "do", "da", "dos", "das", "e", "uma", "que", "em", "não", "com", "para", "no", "na", "até"],
    ),
    (
        "ru",
        &[
            "и", "в", "на", "не", "что", "с", "по", "из", "за", "от", "его", "как", "это", "был", "о", "он", "к",
            "для", "же",
        ],
    ),
    ("uk", &["і", "в", "у", "на", "не", "що", "з", "та", "це", "від", "до", "як", "його", "є", "й"]),
    ("kk", &["және", "мен", "бұл", "үшін", "деп", "да", "де", "бір", "осы", "туралы", "бойынша"]),
    ("ar", &["في", "من", "على", "إلى", "أن", "عن", "التي", "الذي", "مع", "هذا", "هذه", "ما", "كان", "بعد", "لم"]),
    ("fa", &["و", "در", "به", "از", "که", "را", "این", "با", "است", "آن", "برای", "کردند", "شد", "خود", "روز"]),
    ("ur", &["کے", "کی", "میں", "ہے", "اور", "سے", "کا", "کو", "نے", "پر", "یہ", "ہیں"]),
    (
        "nl",
        &[
            "de", "het", "een", "van", "en", "niet", "op", "dat", "met", "zijn", "voor", "te", "door", "over", "aan",
            "bij", "werd", "werden", "zij", "ook",
        ],
    ),
    ("pl", &["i", "w", "się", "z", "na", "do", "nie", "że", "oraz", "jest", "we", "o", "po", "od", "przez", "dla"]),
    (
        "cs",
        &["a", "se", "v", "na", "že", "je", "s", "z", "do", "o", "by", "pro", "jsou", "byl", "která", "které", "ve"],
    ),
    ("sk", &["a", "sa", "v", "na", "že", "je", "s", "z", "do", "o", "pre", "sú", "bol", "ktoré", "ktorý", "so", "vo"]),
    ("hu", &["a", "az", "és", "hogy", "nem", "is", "egy", "volt", "meg", "ez", "de", "már", "abban", "azt"]),
    ("ro", &["și", "în", "de", "la", "cu", "să", "pe", "din", "au", "că", "a", "este", "până", "nu", "pentru", "ei"]),
    ("sl", &["in", "je", "v", "na", "se", "za", "da", "so", "z", "ki", "bi", "pri", "tudi", "ni", "pa"]),
    ("hr", &["i", "u", "je", "se", "na", "da", "su", "od", "za", "s", "koji", "će", "nije", "kako", "iz"]),
    (
        "sv",
        &["och", "i", "att", "det", "som", "en", "på", "är", "av", "för", "med", "till", "den", "inte", "om", "ska"],
    ),
    ("da", &["og", "i", "at", "det", "er", "en", "på", "af", "til", "for", "med", "den", "der", "ikke", "blev"]),
    ("nb", &["og", "i", "å", "det", "er", "en", "på", "av", "til", "for", "med", "som", "ikke", "ble", "fra"]),
    ("fi", &["ja", "on", "ei", "että", "oli", "myös", "he", "se", "ovat", "kanssa", "mutta", "joka", "kun", "mukaan"]),
    (
        "tr",
        &["ve", "bir", "bu", "için", "ile", "da", "de", "olarak", "olan", "iki", "daha", "çok", "konusunda", "oldu"],
    ),
    ("id", &["di", "dan", "yang", "pada", "untuk", "dari", "dengan", "ini", "itu", "akan", "antara", "tidak", "para"]),
    ("vi", &["và", "của", "các", "là", "trong", "đã", "tại", "cho", "có", "một", "hai", "giữa", "họ", "với", "được"]),
    ("sr", &["и", "у", "је", "се", "на", "да", "су", "од", "за", "са", "о", "који", "ће", "није"]),
    ("bg", &["и", "на", "се", "да", "в", "за", "от", "с", "са", "по", "във", "те", "до", "ще", "през"]),
];

/// Letters and signs that not all of them have. One counts for each that has it.
const LETTERS: &[(&str, &str)] = &[
    ("fr", "èêçœàùâîô"),
    ("es", "ñ¿¡áíóú"),
    ("de", "äöüß„"),
    ("it", "àèìòù"),
    ("pt", "ãõçáíóúâêô"),
    ("ru", "ыэё"),
    ("uk", "іїєґ"),
    ("kk", "әғқңөұүһі"),
    ("fa", "پچژگکی"),
    ("ur", "پچژگکیٹڈڑںےہھ"),
    ("pl", "ąćęłńóśźż"),
    ("cs", "ěščřžýáíúůťďň"),
    ("sk", "ščžýáíúťďňľĺŕôä"),
    ("hu", "áíóúöüőű"),
    ("ro", "ăâîșțşţ"),
    ("sl", "čšž"),
    ("hr", "čćšžđ"),
    ("sv", "åäö"),
    ("da", "æøå"),
    ("nb", "æøå"),
    ("fi", "äö"),
    ("tr", "çğıöşü"),
    ("vi", "ăâđêôơưàáạảãấầẩậắằặẹẻẽếềểễệìíịỉọỏốồổỗộớờởỡợùúụủứừửữựỳỵ"),
    ("sr", "ђјљњћџ"),
    ("bg", "ъ"),
];

/// Scripts that one language of those that are known is written in.
const SCRIPTS: &[(&str, std::ops::RangeInclusive<char>)] = &[
    ("el", '\u{370}'..='\u{3ff}'),
    ("ko", '\u{ac00}'..='\u{d7af}'),
    ("hi", '\u{900}'..='\u{97f}'),
    ("ka", '\u{10a0}'..='\u{10ff}'),
    ("hy", '\u{531}'..='\u{587}'),
    ("he", '\u{5d0}'..='\u{5ea}'),
    ("th", '\u{e00}'..='\u{e7f}'),
];

/// Of so many words of a text one at least is a small one of its language: of a language in Latin letters, and of others,
/// which say by endings and within words what those say by small ones.
const SMALL: [usize; 2] = [12, 40];

/// So many letters that only some languages have tell as much as a small word.
const TELLING: usize = 8;

/// The tag of the language of a text; none where it is none of those that are known by their words or their script.
pub fn language_of(text: &str) -> Option<&'static str> {
    let mut han = 0_usize;
    let mut kana = 0_usize;
    let mut others = 0_usize;
    let mut scripts = vec![0_usize; SCRIPTS.len()];
    for c in text.chars().take(20_000).filter(|c| c.is_alphabetic()) {
        let of = SCRIPTS.iter().position(|(_, letters)| letters.contains(&c));
        match (c, of.and_then(|at| scripts.get_mut(at))) {
            (_, Some(count)) => *count += 1,
            ('\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}', _) => han += 1,
            ('\u{3040}'..='\u{30ff}', _) => kana += 1,
            _ => others += 1,
        }
    }
    // A sign of Chinese says as much as some letters.
    if (han + kana) * 3 > others {
        return Some(if kana * 5 > han { "ja" } else { "zh" });
    }
    let most = scripts.iter().zip(SCRIPTS).max_by_key(|(count, _)| **count);
    if let Some((_, (tag, _))) = most.filter(|(count, _)| **count > others) {
        return Some(tag);
    }
    by_words(text).or_else(|| is_in_arabic_letters(text).then_some("ar"))
}

/// Whether a text is in the letters and marks that Arabic has and in none that other languages added to them.
fn is_in_arabic_letters(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).peekable();
    letters.peek().is_some() && letters.all(|c| ('\u{621}'..='\u{652}').contains(&c))
}

/// The language whose small words and letters a text has most of.
fn by_words(text: &str) -> Option<&'static str> {
    let (mut small, mut letters) = (vec![0_usize; WORDS.len()], vec![0_usize; WORDS.len()]);
    let mut all = 0_usize;
    for word in
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().any(char::is_alphabetic)).take(4000)
    {
        let word = word.to_lowercase();
        all += 1;
        for (count, (_, words)) in small.iter_mut().zip(WORDS) {
            *count += usize::from(words.contains(&word.as_str()));
        }
    }
    let lower = text.chars().take(20_000).filter(|c| !c.is_ascii()).flat_map(char::to_lowercase);
    for c in lower {
        let of = |tag: &str| LETTERS.iter().any(|(own, letters)| *own == tag && letters.contains(c));
        for (count, _) in letters.iter_mut().zip(WORDS).filter(|(_, (tag, _))| of(tag)) {
            *count += 1;
        }
    }
    let counts = small.iter().zip(&letters).zip(WORDS);
    let ((small, letters), (tag, _)) = counts.rev().max_by_key(|((small, letters), _)| **small + **letters)?;
    // A word or two may be of any language, as may a letter of a name.
    let is_latin = |c: char| c < '\u{250}' || ('\u{1e00}'..='\u{1eff}').contains(&c);
    let of_text = || text.chars().filter(|c| c.is_alphabetic()).take(20_000);
    let [latin, other] = SMALL;
    let most = if of_text().filter(|c| is_latin(*c)).count() * 2 > of_text().count() { latin } else { other };
    ((small * TELLING + letters) * most >= all * TELLING && small + letters > 0).then_some(*tag)
}

#[cfg(test)]
mod tests {
    use super::language_of;

    #[test]
    fn a_text_is_in_its_own_language_or_in_none_that_is_known() {
        for (text, language) in [
            ("Qatar reported 7 per cent, Oman 6 per cent.", Some("en")),
            ("Malta and Tunis met.", Some("en")),
            (
                "Premiér přijel do Brna. Řekl, že se obě vlády dohodly na stavbě mostu, která začne v květnu.",
                Some("cs"),
            ),
            ("Premier przyjechał do Gdyni. Powiedział, że oba rządy zgodziły się na budowę mostu.", Some("pl")),
            (
                "De premier kwam naar Gent. Hij zei dat het niet aan de regering is om over een brug te beslissen.",
                Some("nl"),
            ),
            ("Premiärministern kom till Malmö och sade att bron inte ska byggas i år.", Some("sv")),
            ("Başbakan İzmir'e geldi ve iki hükümetin köprü için anlaştığını söyledi.", Some("tr")),
            ("Pääministeri saapui Turkuun. Hän sanoi, että hallitukset ovat sopineet sillasta ja tiestä.", Some("fi")),
            ("A miniszterelnök Győrbe érkezett, és azt mondta, hogy a híd nem épül meg.", Some("hu")),
            ("Primul-ministru a venit la Iași și a spus că podul nu va fi construit în acest an.", Some("ro")),
            ("Perdana menteri tiba di Medan dan mengatakan jembatan itu tidak akan dibangun.", Some("id")),
            ("Thủ tướng đã đến Huế và nói rằng cây cầu của hai nước được xây trong năm nay.", Some("vi")),
            ("Премијер је дошао у Ниш и рекао да се мост неће градити.", Some("sr")),
            ("Премиерът пристигна във Варна и каза, че мостът няма да се строи.", Some("bg")),
            ("نخست‌وزیر به شیراز آمد و گفت که پل ساخته می‌شود.", Some("fa")),
            ("ראש הממשלה הגיע לחיפה ואמר שהגשר לא ייבנה.", Some("he")),
            ("Peaminister saabus Tartusse ning ütles, et sild jääb tänavu ehitamata.", None),
            ("ጠቅላይ ሚኒስትሩ ወደ ከተማው መጡ።", None),
        ] {
            assert_eq!(language_of(text), language, "{text}");
        }
    }
}
