//! Errors in what the briefing says in words.

use super::{How, Reach, Said, cite, event};

pub(super) const SAID: &[Said] = &[
    (
        Reach::Words,
        "a year that stands alone changed",
        How::Text(&[
            ("claim/founding-over-afghanistan/reason", "January 2002", "January 2003"),
            ("claim/founding-over-afghanistan/evidence/chinadaily-239261", "January 2002", "January 2012"),
            ("claim/founding-over-afghanistan/statement", "over Afghanistan", "over Afghanistan in 2011"),
            ("spell/india/member", "summit of 2015", "summit of 2016"),
            ("spell/pakistan/member", "summit of 2015", "summit of 2051"),
        ]),
    ),
    (
        Reach::Words,
        "a rate beside another year",
        How::Text(&[
            ("claim/energy-explains-growth/reason", "43.4\u{a0}% in 2022", "43.4\u{a0}% in 2021"),
            ("claim/energy-explains-growth/evidence/vestikavkaza-158684", "in 2022", "in 2020"),
            ("claim/turnover-2021-2024/reason", "+1.9\u{a0}% in 2024", "+1.9\u{a0}% in 2020"),
        ]),
    ),
    (
        Reach::Words,
        "a part of a year changed",
        How::Text(&[
            ("claim/forecast-2025/reason", "first half", "second half"),
            ("claim/forecast-2025/reason", "first half", "first quarter"),
            ("claim/forecast-2025/evidence/moscowtimes-20250714", "first half", "second half"),
        ]),
    ),
    (
        Reach::Words,
        "a place of the headline changed",
        How::Text(&[
            ("headline", "Beijing", "Tianjin"),
            ("headline", "Beijing", "Moscow"),
            ("takeaway", "Tianjin", "Beijing"),
        ]),
    ),
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
            ("claim/fourteen-partners/reason", "thirteen states", "sixteen states"),
            ("claim/fourteen-partners/evidence/dnd-327422", "thirteen", "sixteen"),
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
            ("spell/egypt/dialogue-partner", "16 September", "26 September"),
        ]),
    ),
    (
        Reach::Words,
        "a milestone that was not reached",
        How::Text(&[("milestone/0", "US$100", "US$200"), ("milestone/0", "US$100", "US$50")]),
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
];
