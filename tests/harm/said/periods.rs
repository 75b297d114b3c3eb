//! Errors in what several periods, states or days have to do with each other, and in what a claim says of itself; and
//! what is right of the same kinds.

use super::{How, Reach, Said, put};

pub(super) const SAID: &[Said] = &[
    (
        Reach::Words,
        "a round figure too far off",
        How::Change(&[
            |b| put(b, "takeaway", "Trade came to nearly US$210\u{a0}bn in 2022."),
            |b| put(b, "takeaway", "In 2020 turnover was between US$120\u{a0}bn and US$130\u{a0}bn."),
            |b| put(b, "claim/turnover-2021-2024/reason", "Turnover was about US$165\u{a0}bn in 2021."),
            |b| put(b, "takeaway", "In 2019 trade was roughly US$130\u{a0}bn."),
        ]),
    ),
    (
        Reach::Words,
        "a figure for another length of time",
        How::Change(&[
            |b| put(b, "claim/turnover-2021-2024/reason", "Customs counted US$244.819\u{a0}bn a quarter in 2024."),
            |b| put(b, "takeaway", "In 2021 turnover was US$146.887\u{a0}bn a month."),
            |b| put(b, "claim/forecast-2025/reason", "In 2025 it was US$228.105\u{a0}bn per week."),
        ]),
    ),
    (
        Reach::Words,
        "an average that is none of the figures",
        How::Change(&[
            |b| put(b, "takeaway", "From 2019 to 2021 turnover averaged US$138\u{a0}bn."),
            |b| {
                put(
                    b,
                    "claim/turnover-2021-2024/reason",
                    "On average trade was US$251\u{a0}bn a year from 2022 to 2024.",
                )
            },
            |b| put(b, "takeaway", "In 2024 turnover averaged US$24.4\u{a0}bn a month."),
        ]),
    ),
    (
        Reach::Words,
        "one period wrongly above or below another",
        How::Change(&[
            |b| put(b, "takeaway", "Trade was larger in 2019 than in 2021."),
            |b| put(b, "takeaway", "Turnover of 2025 surpassed that of 2024."),
            |b| put(b, "takeaway", "Turnover of 2023 was 26.3\u{a0}% above that of 2021."),
            |b| put(b, "claim/directions-2024/reason", "Russia’s surplus shrank from 2021 to 2022."),
            |b| put(b, "claim/directions-2024/reason", "In 2024 Russia’s surplus was larger than in 2023."),
        ]),
    ),
    (
        Reach::Words,
        "a run that is longer or shorter",
        How::Change(&[
            |b| put(b, "takeaway", "2023 was the seventh year of growth in a row."),
            |b| put(b, "takeaway", "Trade fell for the third consecutive year in 2025."),
            |b| put(b, "takeaway", "After 2021 turnover fell three years running."),
        ]),
    ),
    (
        Reach::Words,
        "one state before or together with another",
        How::Change(&[
            |b| put(b, "claim/ten-full-members/reason", "Belarus became a member earlier than Pakistan."),
            |b| put(b, "claim/ten-full-members/reason", "Iran and Belarus joined together."),
            |b| put(b, "claim/fourteen-partners/reason", "Egypt became a dialogue partner on the same day as Nepal."),
            |b| put(b, "claim/fourteen-partners/reason", "Kuwait became a dialogue partner before Armenia."),
        ]),
    ),
    (
        Reach::Words,
        "a status that lasted longer or shorter",
        How::Change(&[
            |b| put(b, "claim/ten-full-members/reason", "India had been an observer for seven years."),
            |b| put(b, "spell/belarus/member", "It had been an observer for fourteen years."),
            |b| put(b, "claim/ten-full-members/reason", "Pakistan was an observer for twenty years before it joined."),
        ]),
    ),
    (
        Reach::Words,
        "people and regions",
        How::Change(&[
            |b| put(b, "claim/ten-full-members/reason", "Pakistan is more populous than India."),
            |b| put(b, "claim/ten-full-members/reason", "Russia lies in Central Asia."),
            |b| put(b, "claim/ten-full-members/reason", "Belarus is the smallest of the members by population."),
            |b| put(b, "takeaway", "The members of the SCO are a fifth of mankind."),
        ]),
    ),
    (
        Reach::Words,
        "a time in words",
        How::Change(&[
            |b| put(b, "claim/meeting-in-beijing/reason", "The two ministers met in Beijing in the spring of 2025."),
            |b| put(b, "claim/may-accords-discussed/reason", "Putin and Xi talked in the Kremlin at the end of May."),
            |b| put(b, "claim/by-way-of-north-korea/reason", "The article appeared a week after the talks."),
            |b| put(b, "claim/meeting-in-beijing/statement", "Ministers met in Beijing in late July 2025"),
        ]),
    ),
    (
        Reach::Words,
        "what a claim says of itself",
        How::Change(&[
            |b| put(b, "claim/meeting-in-beijing/reason", "Eight sources say so."),
            |b| put(b, "claim/turnover-2021-2024/note", "refuted by later figures"),
            |b| put(b, "claim/fourteen-partners/note", "true"),
            |b| put(b, "claim/six-forums/reason", "The quotation stands in paragraph 6."),
            |b| put(b, "claim/wider-remit/reason", "It is one of the forty sentences of the article."),
        ]),
    ),
    (
        Reach::Language,
        "periods against each other in other languages",
        How::Change(&[
            |b| put(b, "takeaway", "Торговля в 2025 году была меньше, чем в 2021 году."),
            |b| put(b, "takeaway", "2022年贸易额低于2020年。"),
            |b| put(b, "takeaway", "Der Handel war 2022 kleiner als 2021."),
            |b| put(b, "takeaway", "Le commerce a été plus élevé en 2020 qu’en 2023."),
            |b| put(b, "takeaway", "El comercio fue menor en 2024 que en 2021."),
            |b| put(b, "takeaway", "كانت التجارة في 2022 أقل مما كانت في 2020."),
            |b| put(b, "takeaway", "2024年贸易额连续第六年增长。"),
            |b| put(b, "takeaway", "Im Jahr 2022 betrug der Handel etwa 170 Milliarden Dollar."),
            |b| put(b, "takeaway", "En 2021 el comercio fue de unos 160 000 millones de dólares."),
        ]),
    ),
    (
        Reach::Language,
        "states and days against each other in other languages",
        How::Change(&[
            |b| put(b, "claim/ten-full-members/reason", "Индия была наблюдателем двадцать лет."),
            |b| put(b, "claim/ten-full-members/reason", "伊朗与印度同日加入。"),
            |b| put(b, "claim/ten-full-members/reason", "Der bevölkerungsreichste Mitgliedstaat ist China."),
            |b| put(b, "claim/meeting-in-beijing/reason", "Die Minister trafen sich Ende Juli 2025 in Peking."),
            |b| put(b, "claim/meeting-in-beijing/reason", "两国外长于2025年7月底会晤。"),
            |b| put(b, "claim/meeting-in-beijing/reason", "Les ministres se sont réunis fin juillet 2025."),
        ]),
    ),
];

/// What is right of the same kinds.
pub(super) const RIGHT: &[(&str, &str)] = &[
    ("takeaway", "Trade came to nearly US$200\u{a0}bn in 2022."),
    ("takeaway", "In 2020 turnover was between US$100\u{a0}bn and US$110\u{a0}bn."),
    ("takeaway", "From 2018 to 2020 turnover averaged US$108.5\u{a0}bn."),
    ("takeaway", "In 2024 turnover averaged US$20.4\u{a0}bn a month."),
    ("takeaway", "Trade was larger in 2025 than in 2021."),
    ("takeaway", "In 2024 trade with Japan was about US$170\u{a0}bn."),
    ("takeaway", "In 2025 trade fell for the first year running."),
    ("takeaway", "2024年贸易额连续第四年增长。"),
    ("takeaway", "El comercio de 2025 fue un 6,9\u{a0}% menor que el de 2024."),
    ("claim/directions-2024/reason", "In 2024 Russia’s surplus was smaller than in 2023."),
    ("claim/ten-full-members/reason", "India and Pakistan joined together."),
    ("claim/ten-full-members/reason", "Iran was an observer for eighteen years before it joined."),
    ("claim/ten-full-members/reason", "India is the most populous of them."),
    ("claim/ten-full-members/reason", "Together they are more than two-fifths of mankind."),
    ("claim/ten-full-members/reason", "Iran, a Southern Asian state, joined in 2023."),
    ("claim/ten-full-members/reason", "L’Inde est devenue membre avant l’Iran."),
    ("claim/fourteen-partners/reason", "Mongolia lies in Eastern Asia."),
    ("claim/meeting-in-beijing/reason", "The two ministers met in Beijing in the summer of 2025."),
    ("claim/meeting-in-beijing/reason", "The article appeared the day after the talks."),
    ("claim/meeting-in-beijing/reason", "两国外长于二〇二五年七月十三日在北京会晤。"),
    ("claim/meeting-in-beijing/reason", "Die Minister trafen sich Mitte Juli 2025 in Peking."),
    ("claim/six-forums/reason", "The quotation begins in paragraph 2."),
    (
        "takeaway",
        "Groundwork for the Tianjin summit; trade grew little in 2024. Foreign minister Lavrov came from North Korea.",
    ),
    (
        "takeaway",
        "Groundwork for the Tianjin summit; trade grew little in 2024. China and India alone are over a third of the world’s people.",
    ),
    (
        "claim/directions-2024/reason",
        "En 2024, les ventes de la Chine à la Russie ont fait moins de la moitié des échanges.",
    ),
];
