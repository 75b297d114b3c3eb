//! Errors in what holds the briefing together, and those that a source alone would tell.

use briefing_desk::briefing::Sha256;

use super::{How, Reach, Said, all, cite, formula, mentions, names, published, put};

pub(super) const SAID: &[Said] = &[
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
        "a mention lost",
        How::Change(&[
            |b| mentions(b, "by-way-of-north-korea", "sergey-lavrov", false),
            |b| mentions(b, "meeting-in-beijing", "china", false),
            |b| mentions(b, "council-in-tianjin", "tianjin", false),
            |b| mentions(b, "fourteen-partners", "nepal", false),
        ]),
    ),
    (
        Reach::Data,
        "a mention of what is named nowhere",
        How::Change(&[
            |b| mentions(b, "by-way-of-north-korea", "xi-jinping", true),
            |b| mentions(b, "directions-2024", "tianjin", true),
            |b| mentions(b, "six-forums", "nepal", true),
        ]),
    ),
    (
        Reach::Data,
        "a figure of a part of a year that was not over",
        How::Change(&[
            |b| published(b, "tass-ru-21429895", "2024-05-02"),
            |b| published(b, "moscowtimes-20250714", "2025-04-14"),
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
        Reach::Sources,
        "a figure that no field and no other text has",
        How::Text(&[
            ("claim/energy-explains-growth/reason", "62.42", "71.35"),
            ("claim/energy-explains-growth/evidence/moscowtimes-20220908", "78", "69"),
        ]),
    ),
];
