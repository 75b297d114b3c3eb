//! Names of people in several languages: each that of the same person, however it is written over. Compared by their
//! consonants; a Chinese name by its syllables, for which Russian has one way, and Han signs their readings.

use super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::analysis::fold::{fold, words};
use crate::analysis::reading::{Consonants, in_russian, is_particle, is_read_as};
use crate::analysis::script::{cyrillic, han, latin};
use crate::briefing::{Message, Person, State};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[Check {
    key: "person-written",
    needs: Needs::Meeting,
    holds: label!(checks::person_written),
    run: |material| material.briefing.people().iter().filter_map(|person| odd(material, person)).collect(),
}];

/// A name of fewer consonants is like too many others.
const TELLING: usize = 3;
/// A first name of fewer letters is a short form of another: `Joe`, `Bill`. A family name has none.
const SHORT: usize = 5;
const SHORT_FAMILY: usize = 4;

/// Two words that are written as one are less unlike it.
const JOINED: f32 = 0.25;
/// The state of whose names each syllable is known.
const CHINA: &str = "CN";

/// A name in one language.
struct Written<'a> {
    language: &'a str,
    name: &'a str,
    words: Vec<(String, Consonants)>,
}

impl<'a> Written<'a> {
    /// None where it can be held against no other: it is of one word, in a script of which no consonants are known, or
    /// that of a monarch or with an office, which other languages have otherwise.
    fn of((language, name): (&'a str, &'a str)) -> Option<Self> {
        let numeral = |part: &str| part.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        let office = |part: &str| {
            let small = part.chars().next().is_some_and(char::is_lowercase);
            small && part.chars().count() >= SHORT && !is_particle(&fold(part))
        };
        if name.split(' ').next_back().is_some_and(numeral) || name.split([' ', '-']).any(office) {
            return None;
        }
        let folded = fold(name).replace(['\'', '’', 'ʿ', 'ʼ'], "");
        let of = |word: &str| {
            // In Arabic the article is written with its word.
            let bare = word.strip_prefix("ال").filter(|bare| bare.chars().count() > 2).unwrap_or(word);
            Some((bare.to_owned(), Consonants::of(bare)?))
        };
        let words: Option<Vec<_>> = words(&folded).map(of).collect();
        words.filter(|words| words.len() > 1).map(|words| Self { language, name, words })
    }

    fn has(&self, is: fn(char) -> bool) -> bool {
        self.name.chars().any(is)
    }

    /// Whether it is that of somebody else: each has a word that is like none of the other’s. Further names of the same
    /// person may stand in one alone.
    fn is_of_other(&self, other: &Self) -> bool {
        let mut alike: Vec<(f32, usize, usize)> = Vec::new();
        for (a, (_, one)) in self.words.iter().enumerate() {
            let all = other.words.iter().enumerate().filter(|(_, (_, two))| one.are(two));
            alike.extend(all.map(|(b, (_, two))| (one.unlike(two), a, b)));
        }
        alike.sort_by(|a, b| a.0.total_cmp(&b.0));
        // Each word is one of the other’s, and no two of them the same.
        let (mut own, mut others) = (vec![false; self.words.len()], vec![false; other.words.len()]);
        for (_, a, b) in alike {
            if !own[a] && !others[b] {
                (own[a], others[b]) = (true, true);
            }
        }
        let left = |written: &Self, met: &[bool], other: &Self| {
            let alone = |at: &usize| !met[*at] && !other.joins(&written.words[*at].1);
            (0..met.len()).filter(alone).collect::<Vec<_>>()
        };
        let (own, others) = (left(self, &own, other), left(other, &others, self));
        let unlike = |a: usize, b: usize| {
            let family = a + 1 == self.words.len() && b + 1 == other.words.len();
            let ((one, own), (two, others)) = (&self.words[a], &other.words[b]);
            let long = one.chars().count().min(two.chars().count()) >= if family { SHORT_FAMILY } else { SHORT };
            long && own.len().max(others.len()) >= TELLING
        };
        own.into_iter().any(|a| others.iter().any(|b| unlike(a, *b)))
    }

    /// Whether two of its words that follow each other are one in another language: `Abdulaziz`, `عبد العزيز`.
    fn joins(&self, word: &Consonants) -> bool {
        self.words.windows(2).any(|two| {
            let joined = Consonants::of(&format!("{}{}", two[0].0, two[1].0));
            joined.is_some_and(|joined| joined.unlike(word) < JOINED)
        })
    }

    /// What Russian writes for it, where it is of Chinese syllables, with the family name first or last.
    fn in_russian(&self) -> Vec<String> {
        let words = || self.words.iter().map(|(word, _)| word.as_str());
        let mut found = in_russian(words());
        found.extend(in_russian(words().rev()));
        found
    }

    /// Whether Han signs may be read as it.
    fn is_read(&self, signs: &str) -> bool {
        let words = || self.words.iter().map(|(word, _)| word.as_str());
        is_read_as(signs, words()) || is_read_as(signs, words().rev())
    }
}

/// The name of a person that is none of the same as the others, with one of these.
fn odd(material: &Material<'_>, person: &Person) -> Option<Finding> {
    let briefing = material.briefing;
    let names: Vec<Written<'_>> = person.names.iter().filter_map(Written::of).collect();
    let of_china = person.state.as_ref().and_then(|key| briefing.state(key)).and_then(State::code) == Some(CHINA);
    let in_chinese = names.iter().filter(|_| of_china).find(|own| own.has(latin) && !own.in_russian().is_empty());
    let finding = |said: &str, language: &str, detail: Message| {
        let (subject, title) =
            (Subject::Named(person.id.clone()), message!(findings::person_written, said = said.to_owned()));
        Finding::new(Outcome::Warn, subject, title, detail, person.citations.clone()).apart(&language)
    };
    if let Some(own) = in_chinese {
        let signs = person.names.iter().find(|(language, name)| language.starts_with("zh") && name.chars().all(han));
        if let Some((language, said)) = signs.filter(|(_, signs)| !own.is_read(signs)) {
            let detail = message!(findings::person_written_read, said = said.to_owned(), other = own.name.to_owned());
            return Some(finding(said, language, detail));
        }
        let other = names.iter().find(|other| other.language == "ru" && other.has(cyrillic))?;
        let bare: String = fold(other.name).chars().filter(|c| c.is_alphabetic() && !matches!(c, 'ь' | 'ъ')).collect();
        let ways = own.in_russian();
        let detail = message!(
            findings::person_written_syllables,
            said = other.name.to_owned(),
            other = own.name.to_owned(),
            expected = ways.first()?
        );
        return (!ways.contains(&bare.replace('э', "е"))).then(|| finding(other.name, other.language, detail));
    }
    // The one that is unlike most, and of two that which is not in the briefing’s own language.
    let first = briefing.manifest.languages.first().map_or("", String::as_str);
    let unlike = |own: &Written<'_>| names.iter().filter(|other| own.is_of_other(other)).count();
    let odd = names.iter().max_by_key(|own| (unlike(own), own.language != first))?;
    let other = names.iter().filter(|other| odd.is_of_other(other)).max_by_key(|own| own.language == first)?;
    let detail = message!(
        findings::person_written_other,
        said = odd.name.to_owned(),
        language = odd.language.to_owned(),
        other = other.name.to_owned(),
        of = other.language.to_owned()
    );
    Some(finding(odd.name, odd.language, detail))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::found_after;
    use crate::briefing::Names;

    fn named(person: usize, names: &str) -> Vec<String> {
        let names: Names = serde_json::from_str(names).expect(names);
        found_after(CHECKS, |briefing| briefing.meeting.as_mut().expect("a meeting").people[person].names = names)
    }

    fn pair(a: &str, b: &str) -> bool {
        let language = |name: &str, other| match name.chars().next().expect("a letter") {
            '\u{400}'..='\u{52f}' => "ru",
            '\u{600}'..='\u{6ff}' => "ar",
            _ => other,
        };
        let names = serde_json::json!({ language(a, "en"): a, language(b, "fr"): b });
        !named(0, &names.to_string()).is_empty()
    }

    #[test]
    fn a_name_is_that_of_one_person_in_every_language() {
        assert_eq!(found_after(CHECKS, |_| ()), [""; 0]);
        let missed: Vec<_> = WRONG.iter().filter(|(a, b)| !pair(a, b)).collect();
        let alarms: Vec<_> = RIGHT.iter().filter(|(a, b)| pair(a, b)).collect();
        assert!(missed.is_empty() && alarms.is_empty(), "missed: {missed:#?}, alarms: {alarms:#?}");
    }

    #[test]
    fn a_chinese_name_is_written_by_its_syllables() {
        for wrong in [
            r#"{"en": "Xi Jinping", "zh": "李近平"}"#,
            r#"{"en": "Xi Jinping", "zh": "习近"}"#,
            r#"{"fr": "Li Qiang", "zh": "习近平"}"#,
            r#"{"en": "Xi Jinping", "ru": "Си Цзяньпин"}"#,
            r#"{"en": "Xi Jinping", "ru": "Ху Цзиньпин"}"#,
        ] {
            assert_eq!(named(3, wrong), ["Warn person-written"], "{wrong}");
        }
        for right in [
            r#"{"en": "Xi Jinping", "ru": "Си Цзиньпин"}"#,
            r#"{"en": "Jinping Xi", "ru": "Си Цзиньпин"}"#,
            r#"{"en": "Xi Jinping", "ru": "Си Цзинпин", "fr": "Xi Jinping"}"#,
            r#"{"en": "Xi Jinping", "uk": "Сі Цзіньпін"}"#,
            r#"{"en": "Nuer Bekri", "ru": "Нур Бекри", "zh": "努尔·白克力"}"#,
            r#"{"en": "Jinping Xi", "zh": "习近平"}"#,
            r#"{"en": "Xi Jinping", "zh": "習近平", "ru": "Си Цзиньпин"}"#,
        ] {
            assert_eq!(named(3, right), [""; 0], "{right}");
        }
    }

    const WRONG: &[(&str, &str)] = &[
        ("Alexander Novak", "Алексей Новак"),
        ("Vladimir Putin", "Василий Путин"),
        ("Vladimir Putin", "Виктор Путин"),
        ("Khalid Al-Falih", "Хасан аль-Фалих"),
        ("Khalid Al-Falih", "Хасан аль-Фадли"),
        ("Mohammed Al-Sada", "Мохаммед Баркиндо"),
        ("Sergey Lavrov", "Андрей Лавров"),
        ("Sergey Lavrov", "Сергей Шойгу"),
        ("Sergey Lavrov", "Сергей Рябков"),
        ("Baiba Braže", "Krišjānis Kariņš"),
        ("Emmanuel Macron", "Эмманюэль Мелони"),
        ("Emmanuel Macron", "Николя Макрон"),
        ("Nikol Pashinyan", "Серж Саргсян"),
        ("Olaf Scholz", "Олаф Меркель"),
        ("Sergey Lavrov", "سيرغي شويغو"),
        ("Vladimir Putin", "ديمتري بوتين"),
        ("Kassym-Jomart Tokayev", "Нурсултан Назарбаев"),
        ("Kassym-Jomart Tokayev", "Касым-Жомарт Назарбаев"),
        ("Sadyr Japarov", "Садыр Атамбаев"),
        ("Alexander Lukashenko", "Виктор Лукашенко"),
        ("Alexander Lukashenko", "Александр Макей"),
        ("António Guterres", "António Costa"),
        ("Pedro Sánchez", "Pablo Sánchez"),
        ("Tobias Billström", "Tobias Lindström"),
        ("Narendra Modi", "Раджив Моди"),
        ("Marco Rubio", "Марко Блинкен"),
        ("Dmitry Medvedev", "Дмитрий Песков"),
    ];

    const RIGHT: &[(&str, &str)] = &[
        ("Sergey Lavrov", "Сергей Викторович Лавров"),
        ("Sergei Schoigu", "Сергей Шойгу"),
        ("Serguéi Lavrov", "Лавров Сергей"),
        ("Vladimir Poutine", "Владимир Владимирович Путин"),
        ("Володимир Зеленський", "Volodymyr Zelensky"),
        ("Wolodymyr Selenskyj", "Владимир Зеленский"),
        ("Denys Schmyhal", "Денис Шмыгаль"),
        ("Mykola Azarov", "Николай Азаров"),
        ("Aliaksandr Lukashenka", "Александр Лукашенко"),
        ("Swjatlana Zichanouskaja", "Светлана Тихановская"),
        ("Mohammed Al-Sada", "Мохаммед ас-Сада"),
        ("Khalid Al-Falih", "Jalid Al Falih"),
        ("Jabbar Al-Luaibi", "Джаббар аль-Луаиби"),
        ("Kassym-Jomart Tokayev", "Касым-Жомарт Токаев"),
        ("Sadyr Japarov", "Садыр Жапаров"),
        ("Nikol Pachinian", "Никол Пашинян"),
        ("Joe Biden", "Джозеф Байден"),
        ("Emmanuel Macron", "Эмманюэль Макрон"),
        ("Giorgia Meloni", "Джорджа Мелони"),
        ("Justin Trudeau", "Джастин Трюдо"),
        ("Charles Michel", "Шарль Мишель"),
        ("Ursula von der Leyen", "Урсула фон дер Ляйен"),
        ("Luiz Inácio Lula da Silva", "Лула да Силва"),
        ("Recep Tayyip Erdoğan", "Реджеп Тайип Эрдоган"),
        ("Mevlüt Çavuşoğlu", "Мевлют Чавушоглу"),
        ("Jean-Yves Le Drian", "Жан-Ив Ле Дриан"),
        ("Péter Szijjártó", "Петер Сийярто"),
        ("Andrzej Duda", "Анджей Дуда"),
        ("Lech Wałęsa", "Лех Валенса"),
        ("Edgars Rinkēvičs", "Эдгар Ринкевич"),
        ("Hossein Amir-Abdollahian", "Хосейн Амир Абдоллахиян"),
        ("Abbas Araghchi", "Аббас Аракчи"),
        ("Isaac Herzog", "Ицхак Герцог"),
        ("Cyril Ramaphosa", "Сирил Рамафоса"),
        ("Félix Tshisekedi", "Феликс Чисекеди"),
        ("Nguyen Xuan Phuc", "Нгуен Суан Фук"),
        ("Aleksandar Vučić", "Александар Вучич"),
        ("Shinzo Abe", "Синдзо Абэ"),
        ("Park Geun-hye", "Пак Кын Хе"),
        ("Abdel Fattah el-Sisi", "Абдель Фаттах ас-Сиси"),
        ("Salman bin Abdulaziz Al Saud", "Салман ибн Абдель Азиз Аль Сауд"),
        ("Bashar al-Assad", "بشار الأسد"),
        ("Vladimir Putin", "فلاديمير بوتين"),
        ("António Guterres", "أنطونيو غوتيريش"),
        ("Abdulaziz bin Salman", "عبد العزيز بن سلمان"),
        ("Haitham Al Ghais", "هيثم الغيص"),
        ("Nicolás Maduro", "Николас Мадуро"),
        ("Xiomara Castro", "Сиомара Кастро"),
        ("Willem-Alexander van Oranje", "Guillermo Alejandro de Orange"),
        ("Bill Clinton", "William Clinton"),
        ("Winston Churchill", "Уинстон Черчилль"),
        ("François Hollande", "Франсуа Олланд"),
        ("Michail Gorbatschow", "Михаил Горбачёв"),
        ("Jewgeni Primakow", "Евгений Примаков"),
        ("İlham Əliyev", "Ильхам Алиев"),
        ("Salome Zourabichvili", "Саломе Зурабишвили"),
        ("Srettha Thavisin", "Сеттха Тхависин"),
        ("Ranil Wickremesinghe", "Ранил Викрамасингхе"),
        ("Felipe VI", "Филипп VI"),
        ("Elizabeth II", "Isabel II"),
        ("Queen Elizabeth", "королева Елизавета"),
        ("Franziskus", "Francisco"),
    ];
}
