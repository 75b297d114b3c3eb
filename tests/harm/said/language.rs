//! Errors in texts of other languages, and the right texts that they are made in.

use super::{How, Reach, Said};

pub(super) const SAID: &[Said] = &[
    (
        Reach::Language,
        "a person exchanged",
        How::Text(&[
            ("claim/meeting-in-beijing/reason=ru", "Лавров", "Путин"),
            ("claim/meeting-in-beijing/reason=zh", "拉夫罗夫", "习近平"),
            ("claim/may-accords-discussed/reason=fr", "Poutine", "Lavrov"),
            ("claim/may-accords-discussed/reason=es", "Putin", "Wang Yi"),
            ("claim/may-accords-discussed/reason=de", "Putin", "Lawrow"),
            ("claim/may-accords-discussed/reason=ar", "بوتين", "لافروف"),
        ]),
    ),
    (
        Reach::Language,
        "the office or the state of a person",
        How::Text(&[
            ("claim/ministers-satisfied/reason=ru", "Министр иностранных дел России", "Министр иностранных дел Китая"),
            ("claim/ministers-satisfied/reason=zh", "俄罗斯外长", "俄罗斯总统"),
            ("claim/ministers-satisfied/reason=fr", "ministre russe", "ministre chinois"),
            ("claim/ministers-satisfied/reason=es", "ministro ruso", "presidente ruso"),
            ("claim/ministers-satisfied/reason=de", "russische Außenminister", "chinesische Außenminister"),
            ("claim/ministers-satisfied/reason=ar", "الخارجية الروسي", "الخارجية الصيني"),
        ]),
    ),
    (
        Reach::Language,
        "another city as the capital",
        How::Text(&[
            ("claim/wider-remit/reason=ru", "Исламабад", "Карачи"),
            ("claim/wider-remit/reason=zh", "安卡拉", "伊斯坦布尔"),
            ("claim/wider-remit/reason=fr", "Katmandou", "Thimphou"),
            ("claim/wider-remit/reason=es", "Astaná", "Almatý"),
            ("claim/wider-remit/reason=de", "Neu-Delhi", "Mumbai"),
            ("claim/wider-remit/reason=ar", "الرياض", "جدة"),
        ]),
    ),
    (
        Reach::Language,
        "the people of a state",
        How::Text(&[
            ("claim/eurasian-grouping/reason=ru", "36,4", "63,4"),
            ("claim/eurasian-grouping/reason=zh", "3640", "6340"),
            ("claim/eurasian-grouping/reason=fr", "251", "25,1"),
            ("claim/eurasian-grouping/reason=es", "20,6", "26,0"),
            ("claim/eurasian-grouping/reason=de", "1,45 Milliarden", "145 Millionen"),
            ("claim/eurasian-grouping/reason=ar", "36.4", "63.4"),
        ]),
    ),
    (
        Reach::Language,
        "a text still to be written",
        How::Text(&[
            (
                "claim/meeting-in-beijing/reason=ru",
                "Лавров и Ван И встретились в Пекине в воскресенье 13 июля 2025 года.",
                "Заполнить позже",
            ),
            ("claim/meeting-in-beijing/reason=zh", "拉夫罗夫与王毅于2025年7月13日星期日在北京会晤。", "稍后补充"),
            (
                "claim/meeting-in-beijing/reason=fr",
                "Les deux ministres se sont réunis à Pékin le dimanche 13 juillet 2025.",
                "À rédiger",
            ),
            (
                "claim/meeting-in-beijing/reason=es",
                "Los dos ministros se reunieron en Pekín el domingo 13 de julio de 2025.",
                "Pendiente",
            ),
            (
                "claim/meeting-in-beijing/reason=de",
                "Die beiden Minister trafen sich am Sonntag, dem 13. Juli 2025, in Peking.",
                "Wird nachgereicht",
            ),
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
        "parts of years in other languages",
        How::Text(&[
            ("claim/forecast-2025/reason=ru", "первое полугодие", "второе полугодие"),
            ("claim/forecast-2025/reason=zh", "上半年", "下半年"),
            ("claim/forecast-2025/reason=fr", "premier semestre", "second semestre"),
            ("claim/forecast-2025/reason=es", "primer semestre", "segundo semestre"),
            ("claim/forecast-2025/reason=de", "erste Halbjahr", "zweite Halbjahr"),
            ("claim/forecast-2025/reason=ar", "النصف الأول", "النصف الثاني"),
            ("claim/forecast-2025/reason=de", "erste Halbjahr", "erste Quartal"),
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
];

/// Reasons in other languages, each right: what is harmless in itself, and what errors are made in.
pub(super) const TRANSLATED: &[(&str, &str)] = &[
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
    ("claim/may-accords-discussed/reason=fr", "Xi s’est entretenu avec Poutine au Kremlin le 8 mai."),
    ("claim/may-accords-discussed/reason=es", "Xi habló con Putin en el Kremlin el 8 de mayo."),
    ("claim/may-accords-discussed/reason=de", "Xi sprach am 8. Mai im Kreml mit Putin."),
    ("claim/may-accords-discussed/reason=ar", "أجرى شي محادثات مع بوتين في الكرملين يوم 8 مايو."),
    ("claim/ministers-satisfied/reason=ru", "Министр иностранных дел России Лавров и Ван И довольны партнёрством."),
    ("claim/ministers-satisfied/reason=zh", "俄罗斯外长拉夫罗夫与中国外长王毅对伙伴关系表示满意。"),
    (
        "claim/ministers-satisfied/reason=fr",
        "Le ministre russe des Affaires étrangères Lavrov et Wang Yi sont satisfaits du partenariat.",
    ),
    (
        "claim/ministers-satisfied/reason=es",
        "El ministro ruso de Exteriores, Serguéi Lavrov, y Wang Yi están satisfechos con la asociación.",
    ),
    (
        "claim/ministers-satisfied/reason=de",
        "Der russische Außenminister Lawrow und Wang Yi sind mit der Partnerschaft zufrieden.",
    ),
    ("claim/ministers-satisfied/reason=ar", "أعرب وزير الخارجية الروسي لافروف ووانغ يي عن رضاهما عن الشراكة."),
    ("claim/wider-remit/reason=ru", "Столица Пакистана — Исламабад."),
    ("claim/wider-remit/reason=zh", "土耳其首都是安卡拉。"),
    ("claim/wider-remit/reason=fr", "La capitale du Népal est Katmandou."),
    ("claim/wider-remit/reason=es", "La capital de Kazajistán es Astaná."),
    ("claim/wider-remit/reason=de", "Die Hauptstadt Indiens ist Neu-Delhi."),
    ("claim/wider-remit/reason=ar", "عاصمة المملكة العربية السعودية هي الرياض."),
    ("claim/eurasian-grouping/reason=ru", "Население Узбекистана — 36,4 млн человек."),
    ("claim/eurasian-grouping/reason=zh", "乌兹别克斯坦人口为3640万。"),
    ("claim/eurasian-grouping/reason=fr", "Le Pakistan compte 251 millions d’habitants."),
    ("claim/eurasian-grouping/reason=es", "Kazajistán tiene 20,6 millones de habitantes."),
    ("claim/eurasian-grouping/reason=de", "Indien hat 1,45 Milliarden Einwohner."),
    ("claim/eurasian-grouping/reason=ar", "يبلغ عدد سكان أوزبكستان 36.4 مليون نسمة."),
];
