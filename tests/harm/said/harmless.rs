//! Texts that say the same in another way, or something else that is no mistake: none of them raises an alarm.

/// Where each stands, and what it says.
pub(super) const HARMLESS: &[(&str, &str)] = &[
    (
        "claim/forecast-2025/reason",
        "Nobody is named for the forecast. In the first half of 2025 customs reported US$106.48\u{a0}bn, down 9.1\u{a0}%; the year closed at US$228.105\u{a0}bn.",
    ),
    (
        "claim/forecast-2025/reason",
        "China’s customs counted US$106.5\u{a0}bn in H1 2025 and US$228.1\u{a0}bn in the year.",
    ),
    (
        "claim/forecast-2025/reason",
        "In the first six months of 2025 trade came to US$106.48\u{a0}bn; in the whole year to US$228.105\u{a0}bn.",
    ),
    ("claim/forecast-2025/reason", "January to June 2025: US$106.48\u{a0}bn. January to December: US$228.105\u{a0}bn."),
    ("claim/forecast-2025/note", "US$163.6\u{a0}bn by September 2025, 228.105\u{a0}bn by December"),
    ("claim/forecast-2025/reason", "За первые девять месяцев 2025 года 163,621 млрд долл., за год 228,105 млрд."),
    ("claim/forecast-2025/reason", "2025年第一季度贸易额为532.13亿美元，下降6.6%；全年2281.05亿美元。"),
    (
        "claim/forecast-2025/reason",
        "Au premier semestre 2025, 106,48 milliards de dollars, soit 9,1\u{a0}% de moins; sur l’année, 228,105 milliards.",
    ),
    (
        "claim/forecast-2025/reason",
        "En el primer semestre de 2025 se contaron 106,48 mil millones de dólares, un 9,1\u{a0}% menos que un año antes.",
    ),
    (
        "claim/forecast-2025/reason",
        "Im ersten Halbjahr 2025 waren es 106,48 Milliarden Dollar, 9,1 Prozent weniger; im ganzen Jahr 228,105 Milliarden.",
    ),
    (
        "claim/forecast-2025/reason",
        "بلغت التجارة 106.48 مليار دولار في النصف الأول من عام 2025، و228.105 مليار دولار في العام كله.",
    ),
    (
        "claim/forecast-2025/reason",
        "The first half gave US$106.48\u{a0}bn, the second US$121.63\u{a0}bn; the year US$228.105\u{a0}bn.",
    ),
    (
        "claim/forecast-2025/reason",
        "Die Zollstatistik nennt 106,48 Mrd. US-Dollar für Jan.–Juni 2025 (−9,1\u{a0}%) und 228,105 Mrd. US-Dollar für 2025.",
    ),
    ("claim/chinese-consumers/reason", "Figures of the fiscal year 2023/24 were not found."),
    (
        "claim/chinese-consumers/reason",
        "The article gives no figure for it. Food sales rose by 10\u{a0}% in the first seven months of 2025, to July 2025 that is, and over 1.5 times in 2023.",
    ),
    (
        "claim/chinese-consumers/evidence/ria-20250902",
        "food sales up 10\u{a0}% in January–July 2025, after the fiscal year 2024/25",
    ),
    ("claim/energy-explains-growth/note", "as in 2021, before 2022"),
    ("claim/eurasian-grouping/reason", "So it was called in 2002, in 2010 and again in 2024."),
    ("claim/fourteen-partners/note", "thirteen countries in fourteen entries"),
    ("claim/western-markets/note", "sixteen states banned it"),
    ("claim/fourteen-partners/evidence/dnd-327422", "the thirteen and Türkiye, on a list of fourteen partners"),
    ("claim/ten-full-members/reason", "На 14 июля 2025 года названы все десять государств-членов и ни одного другого."),
    ("claim/ten-full-members/reason", "截至2025年7月14日，十个成员国全部列出。"),
    ("claim/ten-full-members/reason", "Les dix États membres au 14 juillet 2025 sont tous nommés."),
    ("claim/ten-full-members/reason", "Alle zehn Mitgliedstaaten am 14. Juli 2025 sind genannt."),
    ("claim/ten-full-members/reason", "Los diez Estados miembros a 14 de julio de 2025 figuran todos."),
    ("claim/ten-full-members/reason", "الدول الأعضاء العشر في 14 يوليو 2025 مذكورة كلها."),
    ("headline", "In Beijing, Lavrov and Wang prepare the SCO summit in Tianjin"),
    ("headline", "Lavrov and Wang prepare the summit"),
    ("headline", "Foreign ministers of Russia and China meet before the Tianjin summit"),
    ("headline", "Лавров и Ван И встретились в Пекине перед саммитом ШОС"),
    ("headline", "拉夫罗夫与王毅在北京会晤"),
    ("headline", "Moscow and Beijing coordinate: Lavrov meets Wang"),
    ("takeaway", "Groundwork for the SCO summit in Tianjin; trade grew little in 2024."),
    ("takeaway", "The ministers prepared the summit of leaders; growth of trade slowed to 1.9\u{a0}% in 2024."),
    ("spell/saudi-arabia/dialogue-partner", "Signed on 16 September 2022 at the Samarkand summit of 2022."),
    ("spell/cambodia/dialogue-partner", "Granted at the Ufa summit of July 2015."),
    (
        "spell/india/member",
        "Accession opened at the Ufa summit of 2015 and was completed at the Astana summit of 2017.",
    ),
    ("spell/egypt/dialogue-partner", "Tashkent on 14 September; others say Samarkand, 15 or 16 September."),
    ("event/beijing-talks/label", "Wang and Lavrov, foreign ministers, talk"),
    ("event/sco-summit/label", "Summit of the SCO’s leaders, 31 August and 1 September"),
    ("event/first-half-figures/label", "January–June trade: US$106.48\u{a0}bn, 9.1\u{a0}% less"),
    ("claim/by-way-of-north-korea/statement", "He had come from North Korea"),
    ("claim/summit-first/statement", "Moscow put the SCO summit first"),
    ("claim/ministers-satisfied/statement", "Lavrov and Wang were content"),
    ("claim/council-in-tianjin/statement", "A council of the SCO’s foreign ministers was to meet in Tianjin"),
    (
        "point/turnover-2021-2024/text",
        "Goods turnover went from about US$147\u{a0}bn in 2021 to about US$245\u{a0}bn in 2024.",
    ),
    (
        "point/turnover-2021-2024/text",
        "Goods turnover went from US$146\u{a0}880 million in 2021 to US$244\u{a0}800 million in 2024.",
    ),
    (
        "point/turnover-2021-2024/text",
        "Der Handel wuchs von 146,88 Milliarden Dollar 2021 auf 244,8 Milliarden Dollar 2024.",
    ),
    ("point/fourteen-partners/text", "De los catorce socios enumerados, Nepal figura dos veces y falta Turquía."),
];
