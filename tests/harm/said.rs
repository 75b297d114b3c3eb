//! Errors in what the briefing says in words, and in what holds it together: each kind with how it can be found, written
//! down before it was run.

use briefing_desk::briefing::{Briefing, Citation, Names, Sha256};

/// What an error can be found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// A field of the data that contradicts another field.
    Data,
    /// A text that contradicts a field or another text.
    Words,
    /// The same in another language.
    Language,
    /// Nothing in the briefing: only a source would tell.
    Sources,
}

/// How an error is made: a piece of a text for another, or a change of the data, by its number.
pub enum How {
    Text(&'static [(&'static str, &'static str, &'static str)]),
    Change(&'static [fn(&mut Briefing) -> Option<()>]),
}

/// A kind of error: its reach, its name, and each of its errors.
pub type Said = (Reach, &'static str, How);

pub const SAID: &[Said] = &[
    (
        Reach::Words,
        "digits exchanged in a reason",
        How::Text(&[
            ("claim/turnover-2021-2024/reason", "146.887", "146.878"),
            ("claim/turnover-2021-2024/reason", "244.819", "244.189"),
            ("claim/forecast-2025/reason", "228.105", "228.150"),
            ("claim/forecast-2025/reason", "106.48", "104.68"),
            ("claim/energy-explains-growth/reason", "129.32", "192.32"),
        ]),
    ),
    (
        Reach::Words,
        "a digit changed in evidence",
        How::Text(&[
            ("claim/turnover-2021-2024/evidence/ria-20250829", "244.819", "244.919"),
            ("claim/turnover-2021-2024/evidence/imparcialnews-trade", "146.887", "146.387"),
            ("claim/forecast-2025/evidence/tass-2071285", "228.105", "223.105"),
            ("claim/forecast-2025/evidence/moscowtimes-20250714", "106.48", "108.48"),
            ("claim/directions-2024/evidence/bne-361098", "115.49", "115.94"),
        ]),
    ),
    (
        Reach::Words,
        "a figure changed in an outcome or a note",
        How::Text(&[
            ("claim/forecast-2025/outcome", "228.105", "282.105"),
            ("claim/forecast-2025/note", "228.105", "228.015"),
            ("note/total/2024", "244.81", "242.81"),
            ("note/total/2025-01/2025-09", "163.6", "136.6"),
        ]),
    ),
    (
        Reach::Words,
        "scale of a figure",
        How::Text(&[
            ("claim/turnover-2021-2024/reason", "US$146.887\u{a0}bn", "US$146.887\u{a0}million"),
            ("claim/forecast-2025/reason", "US$228.105\u{a0}bn", "US$228.105\u{a0}trn"),
            ("claim/forecast-2025/outcome", "US$228.105\u{a0}bn", "US$228.105\u{a0}million"),
            ("claim/forecast-2025/evidence/tass-2071285", "228.105\u{a0}bn", "228.105\u{a0}million"),
        ]),
    ),
    (
        Reach::Words,
        "currency of a figure",
        How::Text(&[
            ("claim/turnover-2021-2024/reason", "US$146.887", "€146.887"),
            ("claim/forecast-2025/reason", "US$228.105", "₽228.105"),
            ("claim/forecast-2025/outcome", "US$228.105", "£228.105"),
        ]),
    ),
    (
        Reach::Words,
        "a figure beside another year",
        How::Text(&[
            ("claim/turnover-2021-2024/reason", "bn in 2021", "bn in 2022"),
            ("claim/turnover-2021-2024/reason", "bn in 2024", "bn in 2023"),
            ("claim/turnover-2021-2024/evidence/imparcialnews-trade", "in 2021", "in 2020"),
            ("claim/turnover-2021-2024/evidence/masralyoum-9119111", "in 2024", "in 2025"),
            ("claim/forecast-2025/evidence/tass-2071285", "2025: ", "2023: "),
        ]),
    ),
    (
        Reach::Words,
        "a rate changed beside its figure",
        How::Text(&[
            ("claim/forecast-2025/reason", "down 6.9\u{a0}%", "down 9.6\u{a0}%"),
            ("claim/forecast-2025/reason", "down 9.1\u{a0}%", "down 7.1\u{a0}%"),
            ("claim/forecast-2025/outcome", "6.9\u{a0}%", "8.9\u{a0}%"),
            ("claim/turnover-2021-2024/evidence/afternoonvoice-202207", "35.8\u{a0}%", "38.5\u{a0}%"),
            ("claim/forecast-2025/note", "6.9\u{a0}%", "6.3\u{a0}%"),
        ]),
    ),
    (
        Reach::Words,
        "a rate changed away from its figure",
        How::Text(&[
            ("claim/energy-explains-growth/evidence/vestikavkaza-158684", "43.4\u{a0}%", "34.4\u{a0}%"),
            ("claim/energy-explains-growth/reason", "43.4\u{a0}%", "44.3\u{a0}%"),
            ("point/forecast-2025/text", "6.9\u{a0}%", "9.6\u{a0}%"),
            ("event/first-half-figures/label", "9.1\u{a0}%", "1.9\u{a0}%"),
            ("claim/energy-explains-growth/evidence/bne-361098", "4.1\u{a0}%", "1.4\u{a0}%"),
        ]),
    ),
    (
        Reach::Words,
        "a fall told as a rise",
        How::Text(&[
            ("claim/forecast-2025/reason", "down 6.9", "up 6.9"),
            ("claim/forecast-2025/note", "down 6.9", "up 6.9"),
            ("claim/forecast-2025/evidence/moscowtimes-20250714", "down 9.1", "up 9.1"),
            ("point/forecast-2025/text", "6.9\u{a0}% lower", "6.9\u{a0}% higher"),
            ("event/first-half-figures/label", "down 9.1", "up 9.1"),
            ("claim/energy-explains-growth/reason", "up 4.1", "down 4.1"),
            ("claim/forecast-2025/outcome", "6.9\u{a0}% less", "6.9\u{a0}% more"),
        ]),
    ),
    (
        Reach::Words,
        "per cent told as points",
        How::Text(&[
            ("claim/forecast-2025/reason", "6.9\u{a0}%", "6.9 percentage points"),
            ("claim/forecast-2025/outcome", "6.9\u{a0}%", "6.9 percentage points"),
            ("event/first-half-figures/label", "9.1\u{a0}%", "9.1 points of a per cent"),
            ("claim/turnover-2021-2024/evidence/afternoonvoice-202207", "35.8\u{a0}%", "35.8 percentage points"),
        ]),
    ),
    (
        Reach::Words,
        "from and to exchanged",
        How::Text(&[
            (
                "claim/turnover-2021-2024/statement",
                "from 146.88\u{a0}bn to 244.8\u{a0}bn",
                "from 244.8\u{a0}bn to 146.88\u{a0}bn",
            ),
            ("claim/turnover-2021-2024/statement", "rose", "fell"),
            ("sentence/7.1/paraphrase", "rose from", "fell from"),
        ]),
    ),
    (
        Reach::Words,
        "a part of the whole changed",
        How::Text(&[
            ("point/turnover-2021-2024/lead", "two-thirds", "three-quarters"),
            ("point/turnover-2021-2024/lead", "two-thirds", "one-third"),
            ("trade-headline", "Two-thirds", "Three-quarters"),
        ]),
    ),
    (
        Reach::Words,
        "a day changed",
        How::Text(&[
            ("claim/meeting-in-beijing/statement", "13 July", "12 July"),
            ("claim/meeting-in-beijing/evidence/trtworld-f23f71a762de", "13 July", "18 July"),
            ("claim/council-in-tianjin/note", "15 July", "16 July"),
            ("claim/council-in-tianjin/evidence/mehrnews-234254", "15 July", "25 July"),
            ("claim/by-way-of-north-korea/reason", "10 and 11 July", "20 and 21 July"),
            ("claim/may-accords-discussed/evidence/exbulletin-3032001", "8 May", "18 May"),
            ("claim/founding-over-afghanistan/evidence/militarytimes-20191007", "7 October", "17 October"),
            ("claim/summit-first/evidence/tass-2010381", "31 August", "21 August"),
        ]),
    ),
    (
        Reach::Words,
        "a month changed",
        How::Text(&[
            ("claim/meeting-in-beijing/statement", "13 July", "13 June"),
            ("claim/council-in-tianjin/evidence/mehrnews-234254", "15 July", "15 June"),
            ("claim/founding-over-afghanistan/evidence/people-cn-sco-founding", "15 June", "15 May"),
            ("claim/may-accords-discussed/note", "8 May", "8 June"),
            ("point/fourteen-partners/text", "1 September", "1 October"),
            ("claim/fourteen-partners/reason", "1 September", "1 August"),
        ]),
    ),
    (
        Reach::Words,
        "a year of a day changed",
        How::Text(&[
            ("point/meeting-in-beijing/text", "2025", "2024"),
            ("claim/founding-over-afghanistan/evidence/militarytimes-20191007", "2001", "2002"),
            ("claim/founding-over-afghanistan/evidence/head-post-belarus", "2001", "2003"),
            ("point/fourteen-partners/text", "1 September 2025", "1 September 2024"),
        ]),
    ),
    (
        Reach::Words,
        "a day of the week changed",
        How::Text(&[
            ("claim/meeting-in-beijing/reason", "Sunday", "Monday"),
            ("claim/meeting-in-beijing/evidence/people-cn-20250714", "Sunday", "Saturday"),
            ("point/meeting-in-beijing/lead", "Sunday", "Friday"),
        ]),
    ),
    (
        Reach::Words,
        "days between changed",
        How::Text(&[
            ("claim/founding-over-afghanistan/reason", "88 days", "98 days"),
            ("claim/founding-over-afghanistan/reason", "114 days", "141 days"),
            ("claim/council-in-tianjin/reason", "two days after", "four days after"),
            ("point/by-way-of-north-korea/text", "two days after", "five days after"),
            ("event/visit-to-north-korea/label", "three-day", "five-day"),
            ("claim/by-way-of-north-korea/evidence/mehrnews-234254", "three days", "two days"),
        ]),
    ),
    (
        Reach::Words,
        "a number of states changed",
        How::Text(&[
            ("claim/ten-full-members/statement", "Ten", "Eleven"),
            ("claim/ten-full-members/evidence/tass-2010381", "ten", "nine"),
            ("claim/fourteen-partners/reason", "thirteen states", "twelve states"),
            ("point/fourteen-partners/text", "fourteen partners", "sixteen partners"),
            ("claim/fourteen-partners/reason", "two observers", "four observers"),
            ("sentence/4.3/label", "Ten", "Twelve"),
            ("claim/ten-full-members/reason", "ten members", "eight members"),
        ]),
    ),
    (
        Reach::Words,
        "a number of other things changed",
        How::Text(&[
            ("claim/six-forums/reason", "six forums", "five forums"),
            ("claim/six-forums/evidence/pravda-com-ua-7521597", "six forums", "seven forums"),
        ]),
    ),
    (
        Reach::Words,
        "one person for another",
        How::Text(&[
            ("claim/by-way-of-north-korea/statement", "Lavrov", "Wang"),
            ("claim/wang-on-the-tasks/statement", "Wang", "Lavrov"),
            ("point/by-way-of-north-korea/text", "Lavrov", "Putin"),
            ("headline", "Lavrov", "Putin"),
            ("sentence/1.2/label", "Lavrov", "Xi"),
            ("sentence/6.1/paraphrase", "Wang", "Putin"),
            ("event/beijing-talks/label", "Wang", "Xi"),
        ]),
    ),
    (
        Reach::Words,
        "one place for another",
        How::Text(&[
            ("claim/meeting-in-beijing/statement", "Beijing", "Moscow"),
            ("claim/council-in-tianjin/statement", "Tianjin", "Beijing"),
            ("headline", "Beijing", "Tianjin"),
            ("sentence/1.1/label", "Beijing", "Moscow"),
            ("sentence/1.3/label", "Tianjin", "Moscow"),
            ("claim/by-way-of-north-korea/statement", "North Korea", "Mongolia"),
        ]),
    ),
    (
        Reach::Words,
        "one state for another",
        How::Text(&[
            ("claim/chinese-consumers/statement", "Russia", "India"),
            ("claim/founding-over-afghanistan/statement", "Afghanistan", "Pakistan"),
            ("point/founding-over-afghanistan/text", "Afghanistan", "Mongolia"),
            ("sentence/4.2/label", "Afghanistan", "Armenia"),
            ("point/chinese-consumers/text", "Russia", "Belarus"),
        ]),
    ),
    (
        Reach::Words,
        "a name misspelt",
        How::Text(&[
            ("headline", "Lavrov", "Lavvrov"),
            ("claim/council-in-tianjin/reason", "Tianjin", "Tainjin"),
            ("claim/founding-over-afghanistan/statement", "Afghanistan", "Afganistan"),
            ("claim/ten-full-members/evidence/head-post-belarus", "Belarus", "Belraus"),
            ("readout/0/russian-ministry", "Israel", "Isreal"),
        ]),
    ),
    (
        Reach::Words,
        "a person with another state",
        How::Text(&[
            ("sentence/1.1/paraphrase", "Sergey Lavrov of Russia", "Sergey Lavrov of China"),
            ("sentence/5.1/paraphrase", "Xi Jinping of China", "Xi Jinping of India"),
            ("office/wang-yi", "China’s", "Russia’s"),
            ("office/vladimir-putin", "of Russia", "of Belarus"),
        ]),
    ),
    (
        Reach::Words,
        "a day in the note of a spell",
        How::Text(&[
            ("spell/egypt/dialogue-partner", "14 September", "14 October"),
            ("spell/qatar/dialogue-partner", "14 September", "24 September"),
        ]),
    ),
    (
        Reach::Words,
        "a milestone that was not reached",
        How::Text(&[("milestone/0", "US$100", "US$200"), ("milestone/0", "US$100", "US$50")]),
    ),
    (
        Reach::Data,
        "a number of a formula changed",
        How::Change(&[
            |b| formula(b, 0, "146.887", "148.667"),
            |b| formula(b, 0, "67.59 = ", "76.59 = "),
            |b| formula(b, 1, "1.642", "1.246"),
            |b| formula(b, 2, "240.11", "204.11"),
        ]),
    ),
    (
        Reach::Data,
        "a sign of a formula changed",
        How::Change(&[
            |b| formula(b, 0, "−", "+"),
            |b| formula(b, 1, "/", "×"),
            |b| formula(b, 2, "+", "−"),
            |b| formula(b, 3, "−", "+"),
        ]),
    ),
    (
        Reach::Data,
        "the result of a formula changed",
        How::Change(&[
            |b| formula(b, 0, "= 79.30", "= 73.90"),
            |b| formula(b, 1, "= 67.59", "= 69.57"),
            |b| formula(b, 3, "= 110.98", "= 101.98"),
        ]),
    ),
    (
        Reach::Data,
        "a formula lost, though the note speaks of it",
        How::Change(&[|b| {
            let derived = b.trades[0].series[0].observations.iter_mut().find(|o| o.formula.is_some())?;
            derived.formula = None;
            derived.note = Some("Derived from the other direction.".to_owned());
            Some(())
        }]),
    ),
    (
        Reach::Data,
        "a text emptied",
        How::Change(&[
            |b| put(b, "headline", ""),
            |b| put(b, "claim/korea-and-iran/reason", "  "),
            |b| put(b, "claim/korea-and-iran/note", ""),
            |b| put(b, "event/sco-summit/label", ""),
            |b| put(b, "point/summit-first/lead", ""),
            |b| put(b, "unknown/3", ""),
            |b| put(b, "office/wang-yi", ""),
        ]),
    ),
    (
        Reach::Data,
        "a text still to be written",
        How::Change(&[
            |b| put(b, "takeaway", "TODO"),
            |b| put(b, "claim/korea-and-iran/reason", "TBD"),
            |b| put(b, "claim/summit-first/evidence/news-pravda-42499", "..."),
            |b| put(b, "milestone/1", "xxx"),
            |b| put(b, "event/asean-meetings/label", "Lorem ipsum dolor sit amet"),
            |b| put(b, "sentence/3.1/paraphrase", "n/a"),
        ]),
    ),
    (
        Reach::Data,
        "a name in a language that is not listed",
        How::Change(&[
            |b| names(b, 0, &[("en", "Sergey Lavrov"), ("ru", "Сергей Лавров"), ("fr", "Sergueï Lavrov")]),
            |b| names(b, 2, &[("en", "Vladimir Putin"), ("rus", "Владимир Путин"), ("zh", "弗拉基米尔·普京")]),
        ]),
    ),
    (
        Reach::Data,
        "a language that does not exist",
        How::Change(&[
            |b| {
                b.manifest.languages.push("xq".to_owned());
                Some(())
            },
            |b| {
                b.manifest.languages.push("russian".to_owned());
                Some(())
            },
            |b| {
                b.manifest.languages.push("en_GB".to_owned());
                Some(())
            },
            |b| {
                b.manifest.languages.push("ru".to_owned());
                Some(())
            },
        ]),
    ),
    (
        Reach::Data,
        "one name for two",
        How::Change(&[
            |b| names(b, 1, &[("en", "Lavrov, Sergey"), ("ru", "Ван И"), ("zh", "王毅")]),
            |b| {
                let m = b.meeting.as_mut()?;
                m.places[1].name = m.places[0].name.to_uppercase();
                Some(())
            },
            |b| {
                let m = b.meeting.as_mut()?;
                m.topics[1].name = m.topics[5].name.clone();
                Some(())
            },
            |b| {
                let names = b.rosters[0].states[1].names.clone();
                b.rosters[0].states[2].names = names;
                Some(())
            },
        ]),
    ),
    (
        Reach::Data,
        "an event twice",
        How::Change(&[|b| {
            let m = b.meeting.as_mut()?;
            let mut again = m.chronology[0].clone();
            again.id = "again".to_owned().try_into().ok()?;
            m.chronology.insert(1, again);
            Some(())
        }]),
    ),
    (
        Reach::Data,
        "a claim in two key points",
        How::Change(&[
            |b| {
                b.claims.key_points[2].claim = b.claims.key_points[0].claim.clone();
                Some(())
            },
            |b| {
                let again = b.claims.key_points[3].clone();
                b.claims.key_points.push(again);
                Some(())
            },
        ]),
    ),
    (
        Reach::Data,
        "two statuses of one name",
        How::Change(&[
            |b| {
                let name = b.rosters[0].statuses[2].name.clone();
                b.rosters[0].statuses[1].name = name;
                Some(())
            },
            |b| {
                let plural = b.rosters[0].statuses[0].plural.clone();
                b.rosters[0].statuses[1].plural = plural;
                Some(())
            },
        ]),
    ),
    (
        Reach::Data,
        "names in each other’s language",
        How::Change(&[
            |b| names(b, 0, &[("en", "Сергей Лавров"), ("ru", "Sergey Lavrov"), ("zh", "谢尔盖·拉夫罗夫")]),
            |b| names(b, 1, &[("en", "Wang Yi"), ("ru", "王毅"), ("zh", "Ван И")]),
            |b| {
                b.rosters[0].states[3].names = all(&[("en", "Bahrain"), ("ru", "巴林"), ("zh", "Бахрейн")])?;
                Some(())
            },
            |b| {
                b.rosters[0].states[4].names = all(&[("en", "Belarus"), ("ru", "Belarus"), ("zh", "白俄罗斯")])?;
                Some(())
            },
        ]),
    ),
    (
        Reach::Data,
        "part of the document in no sentence",
        How::Change(&[
            |b| {
                b.document.as_mut()?.sentences[4].range[0] += 12;
                Some(())
            },
            |b| {
                b.document.as_mut()?.sentences[7].range[1] -= 30;
                Some(())
            },
            |b| {
                b.document.as_mut()?.length += 200;
                Some(())
            },
        ]),
    ),
    (
        Reach::Data,
        "a sentence left out",
        How::Change(&[
            |b| {
                b.document.as_mut()?.sentences.remove(8);
                Some(())
            },
            |b| {
                b.document.as_mut()?.sentences.remove(18);
                Some(())
            },
            |b| {
                b.document.as_mut()?.sentences.remove(0);
                Some(())
            },
        ]),
    ),
    (
        Reach::Data,
        "a hash copied",
        How::Change(&[
            |b| {
                let d = b.document.as_mut()?;
                d.sentences[3].sha256 = d.sentences[2].sha256.clone();
                Some(())
            },
            |b| {
                let d = b.document.as_mut()?;
                d.sentences[9].sha256 = d.sha256.clone();
                Some(())
            },
        ]),
    ),
    (
        Reach::Sources,
        "a hash that is another text’s",
        How::Change(&[|b| {
            b.document.as_mut()?.sentences[3].sha256 = Sha256::of(b"another");
            Some(())
        }]),
    ),
    (
        Reach::Data,
        "something read from a heading",
        How::Change(&[|b| cite(b, "energy-explains-growth", "9.1"), |b| cite(b, "forecast-2025", "10.1")]),
    ),
    (
        Reach::Words,
        "a claim read from another sentence",
        How::Change(&[
            |b| cite(b, "korea-and-iran", "8.2"),
            |b| cite(b, "turnover-2021-2024", "5.1"),
            |b| cite(b, "council-in-tianjin", "8.4"),
        ]),
    ),
    (
        Reach::Words,
        "the day of an event against the texts about it",
        How::Change(&[
            |b| event(b, "kremlin-talks", "2025-05-18"),
            |b| event(b, "sco-foreign-ministers", "2025-07-16"),
            |b| event(b, "beijing-talks", "2025-07-12"),
        ]),
    ),
    (
        Reach::Language,
        "figures and rates in Russian",
        How::Text(&[
            ("claim/forecast-2025/reason=ru", "228,105", "228,501"),
            ("claim/forecast-2025/reason=ru", "снижение на 9,1", "рост на 9,1"),
            ("claim/forecast-2025/reason=ru", "на 6,9 % меньше", "на 9,6 % меньше"),
            ("claim/forecast-2025/reason=ru", "228,105 млрд", "228,105 млн"),
        ]),
    ),
    (
        Reach::Language,
        "figures and rates in Chinese",
        How::Text(&[
            ("claim/forecast-2025/reason=zh", "2281.05亿", "2218.05亿"),
            ("claim/forecast-2025/reason=zh", "下降9.1%", "增长9.1%"),
            ("claim/forecast-2025/reason=zh", "1064.8亿", "1064.8万"),
        ]),
    ),
    (
        Reach::Language,
        "figures and rates in French, Spanish, German and Arabic",
        How::Text(&[
            ("claim/forecast-2025/reason=fr", "228,105", "228,015"),
            ("claim/forecast-2025/reason=fr", "en baisse de 9,1", "en hausse de 9,1"),
            ("claim/forecast-2025/reason=es", "228.105", "282.105"),
            ("claim/forecast-2025/reason=es", "caída del 9,1", "subida del 9,1"),
            ("claim/forecast-2025/reason=de", "106,48", "160,48"),
            ("claim/forecast-2025/reason=de", "Rückgang von 9,1", "Zuwachs von 9,1"),
            ("claim/forecast-2025/reason=ar", "228.105", "228.501"),
            ("claim/forecast-2025/reason=ar", "بانخفاض 9.1", "بارتفاع 9.1"),
        ]),
    ),
    (
        Reach::Language,
        "days in other languages",
        How::Text(&[
            ("claim/meeting-in-beijing/reason=ru", "13 июля", "12 июля"),
            ("claim/meeting-in-beijing/reason=ru", "воскресенье", "субботу"),
            ("claim/meeting-in-beijing/reason=zh", "7月13日", "7月23日"),
            ("claim/meeting-in-beijing/reason=zh", "星期日", "星期五"),
            ("claim/meeting-in-beijing/reason=fr", "13 juillet", "13 juin"),
            ("claim/meeting-in-beijing/reason=fr", "dimanche", "lundi"),
            ("claim/meeting-in-beijing/reason=es", "13 de julio", "13 de junio"),
            ("claim/meeting-in-beijing/reason=de", "13. Juli", "3. Juli"),
            ("claim/meeting-in-beijing/reason=de", "Sonntag", "Samstag"),
            ("claim/meeting-in-beijing/reason=ar", "13 يوليو", "23 يوليو"),
            ("claim/meeting-in-beijing/reason=ar", "الأحد", "الخميس"),
        ]),
    ),
    (
        Reach::Sources,
        "a figure that no field and no other text has",
        How::Text(&[
            ("claim/energy-explains-growth/reason", "62.42", "71.35"),
            ("claim/energy-explains-growth/evidence/moscowtimes-20220908", "78", "69"),
        ]),
    ),
];

/// Reasons in other languages, each right: what is harmless in itself, and what errors are made in.
const TRANSLATED: &[(&str, &str)] = &[
    (
        "claim/forecast-2025/reason=ru",
        "Китайская таможня сообщила о 106,48 млрд долл. за первое полугодие 2025 года, снижение на 9,1 %. Год закончился на отметке 228,105 млрд долл., это на 6,9 % меньше.",
    ),
    ("claim/forecast-2025/reason=zh", "2025年上半年贸易额为1064.8亿美元，下降9.1%。全年为2281.05亿美元，下降6.9%。"),
    (
        "claim/forecast-2025/reason=fr",
        "La douane chinoise a compté 106,48 milliards de dollars pour le premier semestre de 2025, en baisse de 9,1 %. L’année s’est terminée à 228,105 milliards, en baisse de 6,9 %.",
    ),
    (
        "claim/forecast-2025/reason=es",
        "La aduana china contó 106,48 mil millones de dólares en el primer semestre de 2025, una caída del 9,1 %. El año se cerró con 228.105 millones de dólares, un 6,9 % menos.",
    ),
    (
        "claim/forecast-2025/reason=de",
        "Der chinesische Zoll zählte 106,48 Milliarden Dollar für das erste Halbjahr 2025, ein Rückgang von 9,1 %. Das Jahr endete mit 228,105 Milliarden, 6,9 % weniger.",
    ),
    (
        "claim/forecast-2025/reason=ar",
        "أعلنت الجمارك الصينية 106.48 مليار دولار في النصف الأول من 2025، بانخفاض 9.1٪. وانتهى العام عند 228.105 مليار دولار، بانخفاض 6.9٪.",
    ),
    ("claim/meeting-in-beijing/reason=ru", "Лавров и Ван И встретились в Пекине в воскресенье 13 июля 2025 года."),
    ("claim/meeting-in-beijing/reason=zh", "拉夫罗夫与王毅于2025年7月13日星期日在北京会晤。"),
    ("claim/meeting-in-beijing/reason=fr", "Les deux ministres se sont réunis à Pékin le dimanche 13 juillet 2025."),
    ("claim/meeting-in-beijing/reason=es", "Los dos ministros se reunieron en Pekín el domingo 13 de julio de 2025."),
    ("claim/meeting-in-beijing/reason=de", "Die beiden Minister trafen sich am Sonntag, dem 13. Juli 2025, in Peking."),
    ("claim/meeting-in-beijing/reason=ar", "التقى الوزيران في بكين يوم الأحد 13 يوليو 2025."),
];

/// How many texts there are in other languages.
pub const LANGUAGES: usize = TRANSLATED.len();

/// Puts one of the right texts in another language in its place.
pub fn translated(briefing: &mut Briefing, number: usize) {
    let (path, text) = TRANSLATED[number];
    put(briefing, path, text).expect("a text to be translated");
}

/// The text at a path; of a path that names a language, once it is in it.
fn text<'b>(briefing: &'b mut Briefing, path: &str) -> Option<&'b mut String> {
    let path = path.split_once('=').map_or(path, |(path, _)| path);
    let parts: Vec<&str> = path.splitn(4, '/').collect();
    let Briefing { meeting, claims, document, trades, rosters, .. } = briefing;
    let number = |part: &str| part.parse::<usize>().ok();
    match parts[..] {
        ["claim", key, field, ..] => {
            let claim = claims.claims.iter_mut().find(|claim| claim.id.as_str() == key)?;
            match field {
                "statement" => Some(&mut claim.statement),
                "note" => Some(&mut claim.note),
                "reason" => Some(&mut claim.reason),
                "outcome" => Some(&mut claim.forecast.as_mut()?.outcome.as_mut()?.text),
                _ => {
                    let source = parts.get(3)?;
                    Some(&mut claim.evidence.iter_mut().find(|evidence| evidence.source.as_str() == *source)?.says)
                }
            }
        }
        ["point", key, field] => {
            let point = claims.key_points.iter_mut().find(|point| point.claim.as_str() == key)?;
            Some(if field == "lead" { &mut point.lead } else { &mut point.text })
        }
        ["headline"] => Some(&mut meeting.as_mut()?.headline.text),
        ["takeaway"] => Some(&mut meeting.as_mut()?.takeaway.text),
        ["trade-headline"] => Some(&mut trades[0].headline),
        ["event", key, _] => {
            Some(&mut meeting.as_mut()?.chronology.iter_mut().find(|event| event.id.as_str() == key)?.label)
        }
        ["office", key] => Some(&mut meeting.as_mut()?.people.iter_mut().find(|p| p.id.as_str() == key)?.office),
        ["unknown", index] => Some(&mut meeting.as_mut()?.unknowns.get_mut(number(index)?)?.text),
        ["readout", index, of] => {
            let accounts = &mut meeting.as_mut()?.readouts.differences.get_mut(number(index)?)?.accounts;
            accounts.iter_mut().find(|(key, _)| key.as_str() == of).map(|(_, account)| &mut account.text)
        }
        ["milestone", index] => Some(&mut trades[0].milestones.get_mut(number(index)?)?.label),
        ["note", flow, ..] => {
            let period = parts[2..].join("/");
            let of = |o: &&mut briefing_desk::briefing::Observation| {
                o.flow.as_str() == flow && o.period.to_string() == period && o.note.is_some()
            };
            trades[0].series[0].observations.iter_mut().find(of)?.note.as_mut()
        }
        ["spell", state, status] => {
            let of = |spell: &&mut briefing_desk::briefing::Spell| {
                spell.state.as_str() == state && spell.status.as_str() == status
            };
            rosters[0].spells.iter_mut().find(of)?.note.as_mut()
        }
        ["sentence", at, field] => {
            let sentence = document.as_mut()?.sentences.iter_mut().find(|s| s.at.to_string() == at)?;
            Some(if field == "label" { &mut sentence.label } else { &mut sentence.paraphrase })
        }
        _ => None,
    }
}

fn put(briefing: &mut Briefing, path: &str, new: &str) -> Option<()> {
    new.clone_into(text(briefing, path)?);
    Some(())
}

/// Puts one piece of a text in the place of another; none where the text has no such piece.
pub fn replaced(briefing: &mut Briefing, (path, from, to): (&str, &str, &str)) -> Option<()> {
    if let Some((_, right)) = TRANSLATED.iter().find(|(own, _)| *own == path) {
        put(briefing, path, right)?;
    }
    let text = text(briefing, path)?;
    let harmed = text.replacen(from, to, 1);
    (harmed != *text).then(|| *text = harmed)
}

fn formula(briefing: &mut Briefing, number: usize, from: &str, to: &str) -> Option<()> {
    let mut derived = briefing.trades[0].series[0].observations.iter_mut().filter(|o| o.formula.is_some());
    let formula = derived.nth(number)?.formula.as_mut()?;
    let harmed = formula.replacen(from, to, 1);
    (harmed != *formula).then(|| *formula = harmed)
}

fn all(names: &[(&str, &str)]) -> Option<Names> {
    let names: serde_json::Map<String, serde_json::Value> =
        names.iter().map(|(language, name)| ((*language).to_owned(), (*name).into())).collect();
    serde_json::from_value(names.into()).ok()
}

fn names(briefing: &mut Briefing, person: usize, of: &[(&str, &str)]) -> Option<()> {
    briefing.meeting.as_mut()?.people.get_mut(person)?.names = all(of)?;
    Some(())
}

fn cite(briefing: &mut Briefing, claim: &str, at: &str) -> Option<()> {
    let citation: Citation = briefing.document_citation(at.parse().ok()?)?;
    briefing.claims.claims.iter_mut().find(|own| own.id.as_str() == claim)?.citations = vec![citation];
    Some(())
}

fn event(briefing: &mut Briefing, key: &str, from: &str) -> Option<()> {
    let event = briefing.meeting.as_mut()?.chronology.iter_mut().find(|event| event.id.as_str() == key)?;
    event.from = from.parse().ok()?;
    Some(())
}
