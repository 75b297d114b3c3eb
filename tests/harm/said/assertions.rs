//! Errors in what is said without a figure that stands in the data: who is what, which way goods went, what grew, by how
//! often, and what was the highest. Each whole text was written down with its reach before it was run.

use super::{How, Reach, Said};

const TAKEAWAY: &str = "takeaway";
const MEMBERS: &str = "claim/ten-full-members/reason";
const TURNOVER: &str = "claim/turnover-2021-2024/reason";
const DIRECTIONS: &str = "claim/directions-2024/reason";

pub(super) const SAID: &[Said] = &[
    (
        Reach::Words,
        "a state with another status",
        How::Whole(&[
            (TAKEAWAY, "India is an observer of the SCO."),
            (MEMBERS, "All ten are named. Qatar has been a member since 2022."),
            (MEMBERS, "Belarus joined the SCO in 2022."),
            (MEMBERS, "Kuwait and Mongolia became members of the organisation."),
            (MEMBERS, "Iran was one of the founding members."),
            (MEMBERS, "Kyrgyzstan, an observer since 2005, is named."),
        ]),
    ),
    (
        Reach::Language,
        "a state with another status, in other languages",
        How::Whole(&[
            (MEMBERS, "Индия является наблюдателем ШОС."),
            (MEMBERS, "Монголия — член ШОС."),
            (MEMBERS, "印度是上合组织观察员国。"),
            (MEMBERS, "Mongolia es miembro de la OCS desde 2004."),
            (MEMBERS, "Беларусь стала девятым членом."),
            (MEMBERS, "伊朗是第十个成员国。"),
        ]),
    ),
    (
        Reach::Words,
        "a place in the order, and numbers of a year",
        How::Whole(&[
            (MEMBERS, "It had eight members at the end of 2010."),
            (MEMBERS, "Iran became the eighth member in 2023."),
            ("claim/ten-full-members/evidence/head-post-belarus", "Belarus joined as the ninth member"),
            ("claim/wider-remit/reason", "The number of members went from five to ten."),
            ("claim/wider-remit/reason", "The number of members went from six to twelve."),
            (MEMBERS, "Six of the members lie in Central Asia."),
            (MEMBERS, "Of the members five are in Southern Asia."),
        ]),
    ),
    (
        Reach::Words,
        "exports told as imports",
        How::Whole(&[
            (DIRECTIONS, "China’s exports to Russia were US$129.32\u{a0}bn in 2024."),
            (DIRECTIONS, "Russia bought goods worth US$129.32\u{a0}bn from China in 2024."),
            (DIRECTIONS, "China had a surplus of US$13.83\u{a0}bn in 2024; China’s surplus was 13.83\u{a0}bn."),
            ("claim/directions-2024/statement", "129.32 bn to Russia, 115.49 bn to China in 2024"),
            (DIRECTIONS, "In 2022 China’s exports to Russia grew by 43.4\u{a0}%."),
        ]),
    ),
    (
        Reach::Language,
        "exports told as imports, in other languages",
        How::Whole(&[
            (DIRECTIONS, "中国对俄罗斯出口1293.2亿美元，进口1154.9亿美元。"),
            (DIRECTIONS, "Экспорт Китая в Россию составил 129,32 млрд долларов в 2024 году."),
            (DIRECTIONS, "Импорт России из Китая достиг 129,32 млрд долларов в 2024 году."),
        ]),
    ),
    (
        Reach::Words,
        "rates in another order",
        How::Whole(&[
            ("claim/turnover-2021-2024/evidence/bne-361098", "growth: 26.3\u{a0}%, 29.3\u{a0}%, then 1.9\u{a0}%"),
            (TURNOVER, "Trade grew by 26.3\u{a0}% in 2022 and by 29.3\u{a0}% in 2023."),
            (TURNOVER, "Trade grew by 1.9\u{a0}% in 2023 and by 26.3\u{a0}% in 2024."),
            (TURNOVER, "Der Handel wuchs 2022 um 26,3\u{a0}% und 2023 um 29,3\u{a0}%."),
            (TURNOVER, "2022年增长26.3%，2023年增长29.3%。"),
        ]),
    ),
    (
        Reach::Words,
        "rise for fall without a number",
        How::Whole(&[
            ("trade-headline", "Two-thirds more trade in three years, then a rise"),
            (TAKEAWAY, "Groundwork for the Tianjin summit; trade, after years of decline, grew little in 2024."),
            (TAKEAWAY, "Groundwork for the Tianjin summit; trade fell a little in 2024."),
            ("claim/forecast-2025/note", "trade rose in 2025"),
            ("trade-headline", "Trade keeps growing"),
        ]),
    ),
    (
        Reach::Words,
        "multiples, and the highest of all years",
        How::Whole(&[
            ("point/turnover-2021-2024/lead", "Trade more than doubled."),
            (TURNOVER, "Trade tripled between 2021 and 2024."),
            (TURNOVER, "Turnover grew to 2.5 times from 2021 to 2024."),
            (TURNOVER, "Товарооборот с 2021 по 2024 год удвоился."),
            ("claim/forecast-2025/reason", "It was the first fall of trade since 2016."),
            (TURNOVER, "2023 was the year with the highest turnover."),
            (TURNOVER, "Trade has never fallen since 2016."),
            (TURNOVER, "Turnover grew every year from 2016 to 2024."),
            (TURNOVER, "The fastest growth of trade was in 2023."),
            ("trade-headline", "Two-thirds more trade in five years, then a fall"),
        ]),
    ),
    (
        Reach::Words,
        "shares, currencies and how it was counted",
        How::Text(&[
            (DIRECTIONS, "52.8 and 47.2", "62.8 and 47.2"),
            (DIRECTIONS, "52.8 and 47.2", "58.2 and 41.8"),
            ("claim/energy-explains-growth/reason", "49\u{a0}%", "59\u{a0}%"),
            ("point/turnover-2021-2024/text", "US$244.8", "€244.8"),
            (TURNOVER, "China’s customs", "Russia’s customs"),
            (TURNOVER, "current prices", "constant prices"),
            (TURNOVER, "over three steps", "over four steps"),
            (DIRECTIONS, "imports (CIF) and exports (FOB)", "imports (FOB) and exports (CIF)"),
        ]),
    ),
    (
        Reach::Words,
        "who said it, and of whom",
        How::Text(&[
            ("claim/six-forums/reason", "through Reuters", "through Bloomberg"),
            ("claim/fourteen-partners/reason", "TASS’s list", "Xinhua’s list"),
            ("claim/meeting-in-beijing/reason", "TRT World", "BBC"),
            ("sentence/1.3/paraphrase", "Shanghai Cooperation Organization", "Shanghai Security Organization"),
            ("sentence/1.3/paraphrase", "(SCO)", "(CSTO)"),
            ("claim/eurasian-grouping/statement", "The SCO", "The CIS"),
            ("claim/fourteen-partners/note", "Nepal", "Bhutan"),
            ("claim/fourteen-partners/evidence/tass-2012137", "Türkiye", "Turkmenistan"),
            ("spell/cambodia/dialogue-partner", "Ufa", "Astana"),
            ("spell/turkiye/dialogue-partner", "2012", "2011"),
        ]),
    ),
    (
        Reach::Words,
        "what all else says, denied",
        How::Text(&[
            (MEMBERS, "the list is complete", "the list is not complete"),
            ("claim/by-way-of-north-korea/reason", "the Friday night", "the Thursday night"),
            ("sentence/6.1/paraphrase", "four present tasks", "five present tasks"),
        ]),
    ),
    (
        Reach::Words,
        "a text in another’s place",
        How::Whole(&[
            ("sentence/7.1/label", "Ten full members named"),
            ("sentence/8.4/label", "Lavrov came from North Korea"),
        ]),
    ),
];
