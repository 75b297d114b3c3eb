//! Errors of kinds that no check was written for one by one: limits, ages, lengths, the order of days, the place where
//! somebody met, one thing for another where others about the same have it right. Written down with their reach first.

use super::{How, Reach, Said};

const TURNOVER: &str = "claim/turnover-2021-2024/reason";
const FORECAST: &str = "claim/forecast-2025/reason";
const MEMBERS: &str = "claim/ten-full-members/reason";
const SUMMIT: &str = "claim/summit-first/reason";
const COUNCIL: &str = "claim/council-in-tianjin/reason";
const KOREA: &str = "claim/by-way-of-north-korea/reason";
const FOUNDING: &str = "claim/founding-over-afghanistan/reason";

pub(super) const SAID: &[Said] = &[
    (
        Reach::Words,
        "a limit that the figure is not within",
        How::Text(&[
            (TURNOVER, "in 2024.", "in 2024. Turnover of 2023 was under US$240\u{a0}bn."),
            (TURNOVER, "in 2024.", "in 2024. It first topped US$200\u{a0}bn in 2022."),
            (TURNOVER, "in 2024.", "in 2024. In 2022 turnover exceeded US$200\u{a0}bn."),
            (FORECAST, "down 6.9\u{a0}%.", "down 6.9\u{a0}%. The year stayed above US$230\u{a0}bn."),
            ("milestone/0", "passes", "falls below"),
            ("milestone/0", "US$100", "US$120"),
        ]),
    ),
    (
        Reach::Words,
        "a fraction or a highest of another figure, said in a sentence of its own",
        How::Text(&[
            (TURNOVER, "in 2024.", "in 2024. It rose by a half."),
            (TURNOVER, "in 2024.", "in 2024. 2021 was the highest of the years shown."),
            (FORECAST, "down 6.9\u{a0}%.", "down 6.9\u{a0}%. It was the first fall since 2017."),
        ]),
    ),
    (
        Reach::Words,
        "an age, an anniversary or a founding of another year",
        How::Text(&[
            (MEMBERS, "the list is complete.", "the list is complete. The SCO was then 34 years old."),
            (MEMBERS, "the list is complete.", "the list is complete. The SCO marked its 25th anniversary in 2021."),
            (MEMBERS, "the list is complete.", "the list is complete. The organisation was founded in 2003."),
            (MEMBERS, "the list is complete.", "the list is complete. The SCO was set up in July 2001."),
        ]),
    ),
    (
        Reach::Words,
        "how long something took",
        How::Text(&[
            (SUMMIT, "to 1 September 2025.", "to 1 September 2025. The summit lasted four days."),
            (KOREA, "on the Friday night.", "on the Friday night. The visit took six days."),
        ]),
    ),
    (
        Reach::Words,
        "after for before, with the days that tell",
        How::Text(&[(FOUNDING, "88 days before", "88 days after"), (FOUNDING, "114 days before", "114 days after")]),
    ),
    (
        Reach::Words,
        "where somebody met",
        How::Text(&[
            (COUNCIL, "met in Tianjin on 15 July 2025, two days after the talks;", "met in Beijing;"),
            (COUNCIL, "in paragraph 4.", "in paragraph 4. The ministers met in Moscow."),
            ("claim/council-in-tianjin/evidence/tass-1989853", "in Tianjin", "in Shanghai"),
        ]),
    ),
    (
        Reach::Words,
        "one for another where the source of it has it right",
        How::Text(&[
            ("event/xi-receives-lavrov/label", "Lavrov", "Putin"),
            ("event/asean-meetings/label", "Lavrov meets", "Xi meets"),
            ("claim/by-way-of-north-korea/evidence/mehrnews-234254", "Wonsan", "Pyongyang"),
            ("claim/summit-first/evidence/tass-1811375", "in Astana", "in Samarkand"),
            ("unknown/2", "January to August 2025", "January to August 2024"),
        ]),
    ),
    (
        Reach::Language,
        "where somebody met, in other languages",
        How::Text(&[
            (COUNCIL, "in paragraph 4.", "in paragraph 4. Министры встретились в Пекине."),
            (COUNCIL, "in paragraph 4.", "in paragraph 4. Die Außenminister trafen sich in Peking."),
            (COUNCIL, "in paragraph 4.", "in paragraph 4. Les ministres se sont réunis à Moscou."),
            (COUNCIL, "in paragraph 4.", "in paragraph 4. Los ministros se reunieron en Moscú."),
            (COUNCIL, "in paragraph 4.", "in paragraph 4. 外长会在北京举行。"),
            (COUNCIL, "in paragraph 4.", "in paragraph 4. اجتمع الوزراء في موسكو."),
        ]),
    ),
    (
        Reach::Language,
        "a limit, an age or a length, in other languages",
        How::Text(&[
            (TURNOVER, "in 2024.", "in 2024. 2024 lag der Handel unter 240 Milliarden Dollar."),
            (TURNOVER, "in 2024.", "in 2024. Товарооборот в 2024 году превысил 250 млрд долларов."),
            (MEMBERS, "the list is complete.", "the list is complete. ШОС основана в июле 2001 года."),
            (SUMMIT, "to 1 September 2025.", "to 1 September 2025. Le sommet a duré quatre jours."),
            (KOREA, "on the Friday night.", "on the Friday night. Это был пятидневный визит."),
            (KOREA, "on the Friday night.", "on the Friday night. Der Besuch dauerte fünf Tage."),
        ]),
    ),
];

/// The same said rightly, and what is near it: none of them raises an alarm.
pub(super) const RIGHTLY: &[(&str, &str)] = &[
    (
        TURNOVER,
        "About +29\u{a0}% in 2022, +26\u{a0}% in 2023 and +1.9\u{a0}% in 2024. Turnover of 2023 was over US$240\u{a0}bn.",
    ),
    (TURNOVER, "Trade was US$146.887\u{a0}bn in 2021 and US$244.819\u{a0}bn in 2024. It rose by two thirds."),
    (
        TURNOVER,
        "Trade was US$146.887\u{a0}bn in 2021 and US$244.819\u{a0}bn in 2024. 2024 was the highest of the years shown.",
    ),
    (
        TURNOVER,
        "About +29\u{a0}% in 2022, +26\u{a0}% in 2023 and +1.9\u{a0}% in 2024. Trade first topped US$200\u{a0}bn in 2023. In 2022 turnover did not reach US$200\u{a0}bn.",
    ),
    (
        TURNOVER,
        "About +29\u{a0}% in 2022, +26\u{a0}% in 2023 and +1.9\u{a0}% in 2024. In 2022 trade grew faster than in 2023.",
    ),
    (TURNOVER, "Turnover rose by over US$40\u{a0}bn in 2022, to over US$190\u{a0}bn."),
    (FORECAST, "The year closed at US$228.105\u{a0}bn, down 6.9\u{a0}%. It was the first fall since 2020."),
    (FORECAST, "The year closed at US$228.105\u{a0}bn. In 2025 trade stayed below US$230\u{a0}bn."),
    (MEMBERS, "All ten are named. The SCO was then 24 years old."),
    (MEMBERS, "All ten are named. The SCO was set up in June 2001."),
    (MEMBERS, "ШОС основана в июне 2001 года. Названы все десять."),
    (MEMBERS, "Die SOZ wurde 2001 gegründet. Alle zehn sind genannt."),
    (SUMMIT, "The summit lasted two days, from 31 August to 1 September 2025."),
    (SUMMIT, "Le sommet a duré deux jours."),
    (SUMMIT, "La cumbre duró dos días."),
    (SUMMIT, "Саммит продлился два дня."),
    (SUMMIT, "峰会为期两天。"),
    (KOREA, "Lavrov was in Wonsan from 11 to 13 July 2025. It was a three-day visit."),
    (KOREA, "Лавров был в Вонсане с 11 по 13 июля 2025 года. Это был трёхдневный визит."),
    (KOREA, "Lawrow war vom 11. bis 13. Juli 2025 in Wonsan. Der Besuch dauerte drei Tage."),
    (COUNCIL, "The council of foreign ministers met in Tianjin."),
    (COUNCIL, "Министры встретились в Тяньцзине."),
    (COUNCIL, "Die Außenminister trafen sich in Tianjin."),
    (COUNCIL, "Les ministres se sont réunis à Tianjin."),
    (COUNCIL, "Los ministros se reunieron en Tianjin."),
    (COUNCIL, "外长会在天津举行。"),
    (COUNCIL, "اجتمع الوزراء في تيانجين."),
    (COUNCIL, "Two days before, Lavrov and Wang had met in Beijing; the council met in Tianjin on 15 July 2025."),
    (COUNCIL, "The council met in Tianjin. Lavrov and Wang had talked in Beijing."),
    ("event/xi-receives-lavrov/label", "Xi meets Lavrov"),
    ("claim/by-way-of-north-korea/evidence/mehrnews-234254", "arrived after three days in North Korea"),
    ("claim/summit-first/evidence/tass-1811375", "SCO Plus held a session in Astana"),
    (
        "unknown/2",
        "By how much trade fell from January to August 2025 is told differently; no growth is given for these months.",
    ),
    ("milestone/0", "Turnover exceeds US$100\u{a0}bn a year for the first time"),
];
