//! What is suggested of sentences in several languages, written by hand before it was.

use super::{Suggested, suggestions, untold};
use crate::briefing::{Briefing, Date, Document, Locator, Sha256};

/// A briefing of a day with sentences and nothing else.
fn briefing(as_of: &str, sentences: &[&str]) -> Briefing {
    let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
    briefing.manifest.as_of = as_of.parse().expect("a date");
    briefing.meeting = None;
    briefing.claims.claims.clear();
    briefing.rosters.clear();
    briefing.trades.clear();
    let document: &mut Document = briefing.document.as_mut().expect("a document");
    let pattern = document.sentences[0].clone();
    let mut from = 0;
    document.sentences = (1..)
        .zip(sentences)
        .map(|(paragraph, text)| {
            let to = from + u32::try_from(text.chars().count()).expect("a short text");
            let mut sentence = pattern.clone();
            sentence.at = Locator { paragraph, sentence: 1 };
            sentence.range = [from, to];
            sentence.sha256 = Sha256::of(text.as_bytes());
            sentence.paraphrase = (*text).to_owned();
            sentence.text = None;
            sentence.boilerplate = false;
            sentence.as_printed = crate::briefing::AsPrinted::default();
            from = to + 1;
            sentence
        })
        .collect();
    briefing
}

/// What is suggested, a line each.
fn told(as_of: &str, sentences: &[&str]) -> Vec<String> {
    told_of(&briefing(as_of, sentences))
}

fn told_of(briefing: &Briefing) -> Vec<String> {
    let date = |date: &Date| date.to_string();
    suggestions(briefing, None)
        .iter()
        .filter(|one| one.what != Suggested::Statement)
        .map(|one| {
            let more = match &one.what {
                Suggested::Figure(period) => period.as_ref().map(date).unwrap_or_default(),
                Suggested::Rate | Suggested::Statement => String::new(),
                Suggested::Observation(placed) => format!("{} {} {}", placed.called, placed.period, placed.value),
                Suggested::Stated { measure, from, placed } => {
                    let from = from.map(|from| format!(" on {from}")).unwrap_or_default();
                    let (called, period, value) = (&placed.called, placed.period, placed.value);
                    format!("{} of {called} {period}{from} {value}", measure.key())
                }
                Suggested::Day(from, until) => {
                    until.as_ref().map_or_else(|| date(from), |until| format!("{} to {}", date(from), date(until)))
                }
                Suggested::Relative(relative) => date(&relative.means),
                Suggested::Quotation(part) => format!("{part:?}"),
                Suggested::Person { name, office, state: None } => format!("{name}, {office}"),
                Suggested::Person { name, office, state: Some(state) } => format!("{name}, {office}, {state}"),
                Suggested::State(code) => code.clone(),
                Suggested::Place { name, state } => format!("{name}, {state}"),
                Suggested::List(states) => states.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>().join(" "),
            };
            format!("{} {} “{}” {more}", one.at, one.what.key(), one.words).trim_end().to_owned()
        })
        .collect()
}

#[test]
fn english_sentences_suggest_what_they_say() {
    let found = told(
        "2025-07-16",
        &[
            "Trade reached $244.8 billion in 2024, which was 1.9 per cent more than before.",
            "On 14 July 2025 foreign minister Sergei Lavrov met him in Beijing.",
            "They had spoken yesterday, and on Monday.",
            "“We agreed on every point that matters,” said the spokesman.",
            "Maria Lentzou, minister of transport, spoke of Greece and Cyprus.",
            "Nothing else was said.",
        ],
    );
    let expected = [
        "1.1 figure “$244.8 billion” 2024",
        "1.1 rate “1.9 per cent”",
        "2.1 date “14 July 2025” 2025-07-14",
        "2.1 person “Sergei Lavrov” Sergei Lavrov, foreign minister",
        "2.1 place “Beijing” Beijing, CN",
        "3.1 relative-date “yesterday” 2025-07-15",
        "3.1 relative-date “Monday” 2025-07-14",
        "4.1 quotation “We agreed on every point that matters,” Whole",
        "5.1 person “Maria Lentzou” Maria Lentzou, minister of transport",
        "5.1 state “Greece” GR",
        "5.1 state “Cyprus” CY",
    ];
    assert_eq!(found, expected);
}

#[test]
fn russian_sentences_suggest_what_they_say() {
    let found = told(
        "2025-07-16",
        &[
            "Товарооборот составил 244,8 млрд долларов в 2024 году, что на 1,9 % больше.",
            "Министр иностранных дел Сергей Лавров прибыл вчера в Пекин.",
            "«Мы договорились обо всём, что важно», — сказал он.",
            "В прошлом году Китай и Казахстан подписали договор.",
        ],
    );
    let expected = [
        "1.1 figure “244,8 млрд” 2024",
        "1.1 rate “1,9 %”",
        "2.1 person “Сергей Лавров” Сергей Лавров, Министр иностранных дел",
        "2.1 relative-date “вчера” 2025-07-15",
        "2.1 place “Пекин” Beijing, CN",
        "3.1 quotation “Мы договорились обо всём, что важно” Whole",
        "4.1 relative-date “прошлом году” 2024",
        "4.1 state “Китай” CN",
        "4.1 state “Казахстан” KZ",
    ];
    assert_eq!(found, expected);
}

#[test]
fn french_and_chinese_sentences_suggest_what_they_say() {
    let french = told(
        "2025-07-16",
        &[
            "Le commerce a atteint 244,8 milliards de dollars en 2024, en hausse de 1,9 %.",
            "Le président Emmanuel Macron est arrivé hier à Pékin.",
            "« Nous sommes d’accord sur tout ce qui compte », a-t-il dit.",
        ],
    );
    let expected = [
        "1.1 figure “244,8 milliards” 2024",
        "1.1 rate “1,9 %”",
        "2.1 person “Emmanuel Macron” Emmanuel Macron, président",
        "2.1 relative-date “hier” 2025-07-15",
        "2.1 place “Pékin” Beijing, CN",
        "3.1 quotation “ Nous sommes d’accord sur tout ce qui compte ” Whole",
    ];
    assert_eq!(french, expected);
    let chinese =
        told("2025-07-16", &["2024年双边贸易额达2448亿美元，增长1.9%。", "他昨天抵达北京，并访问了哈萨克斯坦。"]);
    let expected = [
        "1.1 figure “2448亿” 2024",
        "1.1 rate “1.9%”",
        "2.1 relative-date “昨天” 2025-07-15",
        "2.1 place “北京” Beijing, CN",
        "2.1 state “哈萨克斯坦” KZ",
    ];
    assert_eq!(chinese, expected);
}

#[test]
fn a_list_of_states_is_one_where_there_is_an_organisation() {
    let mut listed = briefing("2025-07-16", &["The observers are Mongolia, Belarus and Iran."]);
    listed.rosters = Briefing::bundled().expect("the bundled briefing loads").rosters;
    listed.rosters[0].printed.clear();
    let found = suggestions(&listed, None);
    let lists: Vec<&Suggested> =
        found.iter().map(|one| &one.what).filter(|what| **what != Suggested::Statement).collect();
    let entry = |code: &str, name: &str| (code.to_owned(), name.to_owned());
    let list = Suggested::List(vec![entry("MN", "Mongolia"), entry("BY", "Belarus"), entry("IR", "Iran")]);
    assert_eq!(lists, [&list], "the states themselves are in the roster");
}

#[test]
fn what_the_briefing_has_is_not_suggested_again() {
    let briefing = Briefing::bundled().expect("the bundled briefing loads");
    let found = suggestions(&briefing, None);
    assert!(!found.iter().any(|one| matches!(one.what, Suggested::Quotation(_)) && {
        briefing.sentence_at(one.at).is_some_and(|sentence| sentence.as_printed.quotation.is_some())
    }));
    let mut ids: Vec<&str> = found.iter().map(|one| one.id.as_str()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "no two have one id");
}

#[test]
fn people_are_named_by_their_states_and_no_word_is_taken_for_another() {
    let told = told(
        "2025-07-03",
        &[
            "The presidents met where Javier Milei of Argentina handed it to Luiz Inácio Lula da Silva of Brazil.",
            "Santiago Peña of Paraguay sat beside them; trade came to US$20.34 bn.",
            "The Central Bank of Brazil spoke of it.",
        ],
    );
    let has = |line: &str| assert!(told.iter().any(|own| own == line), "{line}: {told:#?}");
    has("1.1 person “Javier Milei” Javier Milei, of Argentina, AR");
    has("1.1 person “Luiz Inácio Lula da Silva” Luiz Inácio Lula da Silva, of Brazil, BR");
    has("2.1 person “Santiago Peña” Santiago Peña, of Paraguay, PY");
    for kind in ["relative-date", "place", "state “US”", "3.1 person"] {
        assert!(!told.iter().any(|own| own.contains(kind)), "{kind}: {told:#?}");
    }
}

/// A briefing with the trade of two states in billions of dollars: a total and two directions, without a value.
fn with_series(mut briefing: Briefing, flows: [&str; 3]) -> Briefing {
    let mut trade = Briefing::bundled().expect("the bundled briefing loads").trades.remove(0);
    trade.series.truncate(1);
    trade.subject = "Trade of Greece and Cyprus".to_owned();
    let series = &mut trade.series[0];
    series.observations.clear();
    series.published_growth.clear();
    series.reporter = "Hellenic Statistical Authority, Greece".to_owned();
    for (flow, name) in series.flows.iter_mut().zip(flows) {
        flow.name = name.to_owned();
    }
    briefing.trades = vec![trade];
    briefing
}

/// What is suggested of one sentence as a value or as a stated figure.
fn placed(flows: [&str; 3], sentence: &str) -> Vec<String> {
    let all = told_of(&with_series(briefing("2025-07-16", &[sentence]), flows));
    let of = |line: String| {
        Some(line.strip_prefix("1.1 observation ").or_else(|| line.strip_prefix("1.1 stated-figure "))?.to_owned())
    };
    all.into_iter().filter_map(of).collect()
}

#[test]
fn a_figure_is_a_value_of_the_flow_that_its_sentence_speaks_of() {
    let by_route = ["Total", "Greece→Cyprus", "Cyprus→Greece"];
    let by_way = ["Total", "Exports to Cyprus", "Imports from Cyprus"];
    for (sentence, expected) in [
        (
            "Trade between Greece and Cyprus reached $5.5 billion in 2024, up 4 per cent.",
            &["“$5.5 billion” Total 2024 5.5", "“4 per cent” growth of Total 2024 on 2023 4"][..],
        ),
        (
            "Greece’s exports to Cyprus were worth $3,200 million in 2023, while imports from Cyprus fell 2.5 per cent to $2.1 billion.",
            &[
                "“$3,200 million” OUT 2023 3.200",
                "“2.5 per cent” growth of BACK 2023 on 2022 -2.5",
                "“$2.1 billion” BACK 2023 2.1",
            ],
        ),
        ("In 2023 Cyprus sold goods for $2.1 billion to Greece.", &["“$2.1 billion” BACK 2023 2.1"]),
        ("In the first half of 2024 trade came to $2.7 billion.", &["“$2.7 billion” Total 2024-01/2024-06 2.7"]),
        ("Exports of $410 million in March 2025 went from Greece to Cyprus.", &["“$410 million” OUT 2025-03 0.410"]),
        ("From 2021 to 2024 trade grew by 12 per cent.", &["“12 per cent” growth of Total 2024 on 2021 12"]),
        (
            "Trade was 8 per cent higher than in 2020 and reached $5.5 billion in 2024.",
            &["“8 per cent” growth of Total 2024 on 2020 8", "“$5.5 billion” Total 2024 5.5"],
        ),
        ("Exports from Greece to Cyprus had a share of 58 per cent in 2024.", &["“58 per cent” share of OUT 2024 58"]),
        (
            "Greece had a trade surplus with Cyprus of $1.1 billion in 2024.",
            &["“$1.1 billion” balance of Total 2024 1.1"],
        ),
        ("Greece ran a deficit with Cyprus of $1.1 billion in 2024.", &["“$1.1 billion” balance of Total 2024 -1.1"]),
        ("Last year trade came to $5.5 billion.", &["“$5.5 billion” Total 2024 5.5"]),
        ("Экспорт Греции на Кипр составил 3,2 млрд долларов в 2024 году.", &["“3,2 млрд” OUT 2024 3.2"]),
        ("2024年希腊对塞浦路斯出口32亿美元。", &["“32亿” OUT 2024 3.2"]),
        ("Im Jahr 2024 erreichte der Handel 5,5 Milliarden Dollar.", &["“5,5 Milliarden” Total 2024 5.5"]),
        // What is no value of these flows, or none yet.
        ("In 2024 trade with Malta came to $5.5 billion.", &[]),
        ("Trade came to €5.5 billion in 2024.", &[]),
        ("Trade is expected to reach $9 billion in 2030.", &[]),
        ("They aim at trade of $9 billion, a goal for 2024.", &[]),
        ("Exports to Cyprus rose by $300 million in 2024.", &[]),
        ("Trade came to more than $5 billion in 2024.", &[]),
        ("Trade came to $5.5 billion.", &[]),
        ("On average trade came to $5 billion in 2023 and 2024.", &[]),
        ("The port of Limassol cost $1.2 billion in 2024.", &[]),
    ] {
        for flows in [by_route, by_way] {
            let expected: Vec<String> =
                expected.iter().map(|line| line.replace("OUT", flows[1]).replace("BACK", flows[2])).collect();
            assert_eq!(placed(flows, sentence), expected, "{sentence}");
        }
    }
}

#[test]
fn where_nothing_says_which_way_goods_went_each_way_is_offered() {
    let found = placed(["Total", "Greece→Cyprus", "Cyprus→Greece"], "Exports came to $3.2 billion in 2024.");
    assert_eq!(found, ["“$3.2 billion” Greece→Cyprus 2024 3.2", "“$3.2 billion” Cyprus→Greece 2024 3.2"]);
    let found = placed(["Total", "Exports", "Imports"], "Exports came to $3.2 billion in 2024.");
    assert_eq!(found, ["“$3.2 billion” Exports 2024 3.2"]);
}

#[test]
fn a_claim_is_suggested_of_each_sentence_that_none_is_made_of_otherwise() {
    let sentences = [
        "The ministers met again.",
        "Trade came to $5.5 billion in 2024.",
        "“We agreed on all that matters,” she said.",
    ];
    let of = |briefing: &Briefing| -> Vec<String> {
        let all = suggestions(briefing, None);
        all.into_iter().filter(|one| one.what == Suggested::Statement).map(|one| one.id).collect()
    };
    let mut own = briefing("2025-07-16", &sentences);
    assert_eq!(of(&own), ["claim:1.1:0"]);
    let mut claim = Briefing::bundled().expect("the bundled briefing loads").claims.claims.remove(0);
    claim.citations = own.document_citation(Locator { paragraph: 1, sentence: 1 }).into_iter().collect();
    own.claims.claims.push(claim);
    assert_eq!(of(&own), [""; 0]);
}

#[test]
fn nothing_counts_from_a_day_that_is_not_known() {
    let mut own = briefing("2025-07-16", &["They had spoken yesterday, and met on 3 May 2024."]);
    own.manifest.checked = own.manifest.as_of;
    assert_eq!(told_of(&own).len(), 2, "the document says its day");
    let key = own.document_source().cloned().expect("a document");
    let source = own.sources.sources.iter_mut().find(|source| source.id == key).expect("its source");
    source.published = None;
    assert_eq!(told_of(&own), ["1.1 date “3 May 2024” 2024-05-03"]);
}

#[test]
fn a_city_is_a_first_name_behind_an_office() {
    for (sentence, person) in [
        ("They met President Milan Novak in Paris.", "Milan Novak, President"),
        ("Встреча с Президентом Сербии Миланом Йовичем прошла в Париже.", "Миланом Йовичем, Президентом Сербии"),
        ("In Milan President Ana Novak spoke.", "Ana Novak, President"),
    ] {
        let all = suggestions(&briefing("2025-07-16", &[sentence]), None);
        let people: Vec<String> = all
            .iter()
            .filter_map(|one| match &one.what {
                Suggested::Person { name, office, .. } => Some(format!("{name}, {office}")),
                _ => None,
            })
            .collect();
        assert_eq!(people, [person], "{sentence}");
        let milan = all.iter().any(|one| matches!(&one.what, Suggested::Place { name, .. } if name == "Milan"));
        assert_eq!(milan, sentence.starts_with("In Milan"), "{sentence}");
    }
}

#[test]
fn somebody_is_of_the_state_that_stands_beside_the_office() {
    for (sentence, state) in [
        ("The session chose President Julius Maada Bio of Sierra Leone.", Some("SL")),
        ("Kenya’s foreign minister Musalia Mudavadi spoke first.", Some("KE")),
        ("The foreign minister of Norway, Espen Barth Eide, spoke first.", Some("NO")),
        ("Министр иностранных дел России Сергей Лавров прибыл.", Some("RU")),
        ("Le président de la Guinée-Bissau Umaro Sissoco Embaló est arrivé.", Some("GW")),
        ("President Julius Maada Bio spoke, and Ghana agreed.", None),
        ("President Julius Maada Bio left for Ghana.", None),
    ] {
        let briefing = briefing("2025-07-16", &[sentence]);
        let of = suggestions(&briefing, None).into_iter().find_map(|one| match one.what {
            Suggested::Person { state, .. } => Some(state),
            _ => None,
        });
        assert_eq!(of.expect(sentence).as_deref(), state, "{sentence}");
    }
}

#[test]
fn a_state_whose_name_begins_as_another_s_is_itself() {
    let states = |sentence: &str| -> Vec<String> {
        let briefing = briefing("2025-07-16", &[sentence]);
        let all = suggestions(&briefing, None).into_iter();
        all.filter_map(|one| match one.what {
            Suggested::State(code) => Some(code),
            Suggested::Place { name, .. } => Some(name),
            _ => None,
        })
        .collect()
    };
    assert_eq!(states("Ghana, Guinea, Guinea-Bissau and Timor-Leste took part."), ["GH", "GN", "GW", "TL"]);
    assert_eq!(states("La Guinée-Bissau et la Papouasie-Nouvelle-Guinée étaient là."), ["GW", "PG"]);
    assert_eq!(states("Гвинея-Бисау и Гвинея участвовали."), ["GW", "GN"]);
    assert_eq!(states("The China-Russia border is long."), ["CN", "RU"]);
}

#[test]
fn of_a_sentence_that_is_not_told_yet_nothing_is_suggested() {
    let mut briefing = briefing("2025-07-16", &["Sentence 1.1", "Trade reached $244.8 billion in 2024."]);
    let sentence = &mut briefing.document.as_mut().expect("a document").sentences[0];
    sentence.label = sentence.paraphrase.clone();
    sentence.sha256 = Sha256::of("President Julius Maada Bio spoke.".as_bytes());
    assert_eq!(untold(&briefing, None), 1);
    assert!(suggestions(&briefing, None).iter().all(|one| one.at.paragraph == 2));
    // What an editor has said of it is looked through.
    briefing.document.as_mut().expect("a document").sentences[0].paraphrase = "Bio, the president, spoke.".to_owned();
    assert_eq!(untold(&briefing, None), 0);
    assert!(suggestions(&briefing, None).iter().any(|one| one.at.paragraph == 1));
}
