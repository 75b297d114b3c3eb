//! Errors of whole families: sums, order, sides, cities, codes, what is called unknown, and a sentence in one language
//! within a text in another. Each was written down with its reach before it was run.

use super::{How, Reach, Said};

const DIRECTIONS: &str = "claim/directions-2024/reason";
const FORECAST: &str = "claim/forecast-2025/reason";
const PARTNERS: &str = "claim/fourteen-partners/reason";
const MEMBERS: &str = "claim/ten-full-members/reason";
const SUMMIT: &str = "claim/summit-first/reason";
const TURNOVER: &str = "claim/turnover-2021-2024/reason";

pub(super) const SAID: &[Said] = &[
    (
        Reach::Words,
        "parts that do not come to their sum",
        How::Whole(&[
            (DIRECTIONS, "129.32 and 115.49 bn make 254.81 bn."),
            (DIRECTIONS, "Together they come to more: 129.32 + 115.49 = 244.81; their sum is 244.18."),
            (PARTNERS, "Ten members, two observers and fourteen partners, 27 in all."),
            (FORECAST, "124.796 bn and 103.309 bn add up to 282.105 bn."),
        ]),
    ),
    (
        Reach::Words,
        "before for after",
        How::Whole(&[
            ("headline", "After the SCO summit, Lavrov and Wang meet in Beijing"),
            ("headline", "Lavrov and Wang meet in Beijing in the wake of the summit"),
            ("claim/council-in-tianjin/reason", "Before the talks the foreign ministers met in Tianjin."),
            ("point/by-way-of-north-korea/text", "From Beijing Lavrov left for North Korea."),
        ]),
    ),
    (
        Reach::Words,
        "the account of the other side",
        How::Whole(&[
            ("claim/ministers-satisfied/reason", "The Chinese foreign ministry said so of both."),
            ("claim/wang-on-the-tasks/reason", "It paraphrases what the Russian foreign ministry reported."),
            ("claim/summit-first/statement", "Beijing stressed the SCO summit"),
        ]),
    ),
    (
        Reach::Words,
        "an event in another city",
        How::Whole(&[
            ("claim/council-in-tianjin/reason", "The council met in Shanghai on 15 July 2025."),
            (SUMMIT, "The summit was held in Beijing from 31 August to 1 September 2025."),
            ("takeaway", "Groundwork for the Shanghai summit."),
            ("claim/by-way-of-north-korea/note", "Pyongyang, 11 to 13 July"),
        ]),
    ),
    (
        Reach::Words,
        "the surplus of the other side",
        How::Whole(&[
            (FORECAST, "In 2025 China had a surplus."),
            (TURNOVER, "In 2016 Russia had the surplus."),
            (DIRECTIONS, "In 2024 Russia bought more than it sold."),
        ]),
    ),
    (
        Reach::Words,
        "called unknown, and known",
        How::Whole(&[
            ("unknown/3", "Trade figures for 2026 after January were not found."),
            ("unknown/1", "The splits by direction for 2019 and 2020 were not found."),
            ("unknown/7", "The day on which Egypt became a dialogue partner was not found."),
        ]),
    ),
    (
        Reach::Words,
        "said of another state",
        How::Whole(&[
            ("claim/fourteen-partners/note", "Egypt twice, Türkiye absent"),
            ("claim/fourteen-partners/note", "Nepal twice, Kuwait absent"),
            (PARTNERS, "Fourteen entries are thirteen states, because Qatar stands twice."),
        ]),
    ),
    (
        Reach::Words,
        "a name that is nearly somebody’s",
        How::Whole(&[
            ("claim/may-accords-discussed/reason", "Xi and Vladimir Puttin talked."),
            ("claim/by-way-of-north-korea/reason", "Lavrof was there for three days."),
            ("claim/may-accords-discussed/reason", "Xi Jinbing was in Russia."),
        ]),
    ),
    (
        Reach::Words,
        "a city or a code of another state",
        How::Whole(&[
            (SUMMIT, "SCO Plus had met in Astana, in Kyrgyzstan, before."),
            (SUMMIT, "Bishkek is in Tajikistan."),
            (MEMBERS, "Belarus (BG) joined last."),
            (MEMBERS, "The ISO code of Iran is IRQ."),
        ]),
    ),
    (
        Reach::Language,
        "a sentence in another language",
        How::Whole(&[
            (MEMBERS, "All ten are named. В ШОС девять членов."),
            (MEMBERS, "All ten are named. La organización tiene doce miembros."),
            (MEMBERS, "All ten are named. 上合组织有九个成员国。"),
            (MEMBERS, "All ten are named. Die Organisation hat elf Mitglieder."),
            (MEMBERS, "All ten are named. تضم المنظمة تسعة أعضاء."),
            (TURNOVER, "China’s customs counted it. 2024年贸易额约二千八百四十四亿美元。"),
            (FORECAST, "Nobody is named for it. L’année 2025 s’est close 6,9\u{a0}% plus haut que 2024."),
            (FORECAST, "Nobody is named for it. 2025 stieg der Handel um 6,9 Prozent."),
            ("claim/meeting-in-beijing/reason", "They met there. Se reunieron el sábado 13 de julio de 2025."),
            (SUMMIT, "It is true as a report. Саммит прошёл в Пекине с 31 августа по 1 сентября 2025 года."),
            ("headline", "Лавров и Ван И встречаются в Пекине после саммита ШОС"),
        ]),
    ),
];
