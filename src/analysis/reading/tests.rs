use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{Day, Named, Names, Quantity, Reading, Unit, Way, What};
use crate::briefing::Key;

fn mentions(text: &str) -> Vec<String> {
    let day = |day: Day| {
        let part = |part: Option<i16>| part.map_or_else(|| "?".to_owned(), |part| part.to_string());
        format!("{}-{}-{}", part(day.year), part(day.month.map(i16::from)), part(day.day.map(i16::from)))
    };
    let way = |way: &Option<Way>| match way {
        Some(Way::Up) => " up",
        Some(Way::Down) => " down",
        None => "",
    };
    let said = |what: &What| match what {
        What::Quantity(Quantity { number, unit, way: own, .. }) => {
            let unit = match unit {
                Some(Unit::PerCent) => "%",
                Some(Unit::Points) => " points",
                Some(Unit::Days) => " days",
                Some(Unit::Weeks) => " weeks",
                Some(Unit::Months) => " months",
                Some(Unit::Years) => " years",
                None => "",
            };
            let scale = number.scale.map_or_else(String::new, |scale| format!("e{scale}"));
            format!("{}{scale}{unit}{}", number.value, way(own))
        }
        What::Fraction(value, own) => format!("part {}{}", value.round_dp(2), way(own)),
        What::Day(own) => day(*own),
        What::Span(from, until) => format!("{}..{}", day(*from), day(*until)),
        What::Weekday(number) => format!("weekday {number}"),
    };
    Reading::of(text, 0).mentions.iter().map(|mention| said(&mention.what)).collect()
}

#[test]
fn days_are_read_in_every_order_and_language() {
    for (text, read) in [
        ("on 13 July 2025", "2025-7-13"),
        ("on Jul. 13, 2025", "2025-7-13"),
        ("on the 13th of July 2025", "2025-7-13"),
        ("2025-07-13", "2025-7-13"),
        ("13.07.2025", "2025-7-13"),
        ("7/13/2025", "2025-7-13"),
        ("am 13. Juli 2025 in der Stadt", "2025-7-13"),
        ("le 1er juillet 2025 dans la ville", "2025-7-1"),
        ("el 13 de julio de 2025 en la ciudad", "2025-7-13"),
        ("13 июля 2025 года", "2025-7-13"),
        ("2025年7月13日", "2025-7-13"),
        ("二月3日", "?-2-3"),
        ("في 13 يوليو 2025", "2025-7-13"),
        ("في ١٣ تموز ٢٠٢٥", "2025-7-13"),
        ("7–10 May 2025", "2025-5-7..2025-5-10"),
        ("on 10 and 11 July 2025", "2025-7-10..2025-7-11"),
        ("from 31 August to 1 September 2025", "2025-8-31..2025-9-1"),
        ("7月10日至11日", "?-7-10..?-7-11"),
        ("in May 2024", "2024-5-?"),
        ("in May", "?-5-?"),
        ("in 2021–22", "2021-?-?..2022-?-?"),
        ("in 2024", "2024-?-?"),
    ] {
        assert_eq!(mentions(text)[0], read, "{text}");
    }
    assert!(mentions("it may march on").is_empty(), "verbs are no months");
}

#[test]
fn rates_say_what_they_count_and_which_way() {
    for (text, read) in [
        ("down 9.1 %", "9.1% down"),
        ("the year ended 6.9 % lower", "6.9% down"),
        ("−2.9 %", "2.9% down"),
        ("+1.9 %", "1.9% up"),
        ("up 3.5 percentage points", "3.5 points up"),
        ("выросла на 12,5%", "12.5% up"),
        ("снизился на 3,2 процентных пункта", "3.2 points down"),
        ("同比下降6.9%", "6.9% down"),
        ("增长1.5个百分点", "1.5 points up"),
        ("en baisse de 6,9 pour cent sur le mois", "6.9% down"),
        ("un alza del 4,1 por ciento en la suma", "4.1% up"),
        ("ein Rückgang von 6,9 Prozent für das Jahr", "6.9% down"),
        ("l’année s’est close 6,9 % plus bas", "6.9% down"),
        ("cerró el año un 6,9 % más alto", "6.9% up"),
        ("ارتفع بنسبة 4.1٪ في", "4.1% up"),
        ("three-day visit", "3 days"),
        ("88 days before", "88 days"),
    ] {
        assert_eq!(mentions(text)[0], read, "{text}");
    }
}

#[test]
fn numbers_are_read_in_words() {
    for (text, read) in [
        ("fourteen partners", "14"),
        ("twenty-one states", "21"),
        ("two hundred and five", "205"),
        ("two-thirds more trade", "part 0.67 up"),
        ("двадцать два государства", "22"),
        ("خمسة وعشرون دولة", "25"),
        ("quatorze pays sont dans la liste", "14"),
        ("quatre-vingt-dix pays dans le monde", "90"),
        ("dreißig Staaten und die Union", "30"),
        ("catorce países en la lista", "14"),
        ("achtundsiebzig Staaten und die Union", "78"),
        ("einunddreißig Staaten und die Union", "31"),
        ("十四个国家", "14"),
        ("二十一个国家", "21"),
        ("عشرون دولة", "20"),
        ("أربعة عشر عضوا", "14"),
        ("三分之二", "part 0.67"),
        ("two million", "2e6"),
    ] {
        assert_eq!(mentions(text).first().map(String::as_str), Some(read), "{text}");
    }
    assert!(mentions("the UN met once more").is_empty());
}

#[test]
fn a_day_that_is_not_wholly_said_agrees_with_what_it_can_be() {
    let day = |text: &str| Reading::of(text, 0).days().next().expect(text);
    let date = |text: &str| text.parse::<jiff::civil::Date>().expect(text);
    assert!(day("13 July").meets(date("2025-07-13"), date("2025-07-13")));
    assert!(!day("13 July").meets(date("2025-07-14"), date("2025-07-14")));
    assert!(day("13 July").meets(date("2025-07-01"), date("2025-07-31")), "a month holds any of its days");
    assert!(day("3/4/2025").meets(date("2025-03-04"), date("2025-03-04")), "in either order");
    assert!(day("3/4/2025").meets(date("2025-04-03"), date("2025-04-03")));
    assert!(day("May 2025").agrees(day("8 May")));
    assert_eq!(day("12 July 2025").unlike(day("13 July 2025")), Some(1));
    assert_eq!(day("12 July").unlike(day("13 May")), None, "they have nothing in common");
}

#[test]
fn names_are_found_inflected_inverted_and_in_part() {
    let key = |text: &str| Key::try_from(text.to_owned()).expect(text);
    let (lavrov, moscow, bahrain) = (key("lavrov"), key("moscow"), key("bahrain"));
    let mut names = Names::default();
    for name in ["Sergey Lavrov", "Сергей Лавров", "谢尔盖·拉夫罗夫"] {
        names.add(Named::Person, &lavrov, name);
    }
    for name in ["Moscow", "Москва", "莫斯科"] {
        names.add(Named::Place, &moscow, name);
    }
    for name in ["Bahrain", "Бахрейн", "البحرين"] {
        names.add(Named::State, &bahrain, name);
    }
    for (text, found) in [
        ("LAVROV, Sergey", "lavrov lavrov"),
        ("Lavrov’s visit", "lavrov"),
        ("в Москве с Лавровым", "moscow lavrov"),
        ("拉夫罗夫抵达莫斯科", "lavrov moscow"),
        ("في البحرين وبالبحرين", "bahrain bahrain"),
        ("no moscow mule", ""),
        ("Lavrovian", ""),
    ] {
        let (_, found_in_it) = Reading::with_names(text, 0, &names);
        let keys: Vec<&str> = found_in_it.iter().map(|name| name.of.as_str()).collect();
        assert_eq!(keys.join(" "), found, "{text}");
    }
}

#[test]
fn what_ties_the_parts_of_a_name_is_no_name_and_may_be_a_sign() {
    let key = |text: &str| Key::try_from(text.to_owned()).expect(text);
    let (ramirez, wallis, trinidad) = (key("ramirez"), key("wallis"), key("trinidad"));
    let mut names = Names::default();
    names.add(Named::Person, &ramirez, "Rogelio Ramírez de la O");
    names.add(Named::State, &wallis, "Wallis & Futuna");
    names.add(Named::State, &trinidad, "Trinidad and Tobago");
    for (text, found) in [
        ("La Alianza crece", ""),
        ("De la Alianza habló Ramírez de la O", "ramirez"),
        ("Wallis and Futuna came", "wallis"),
        ("Wallis et Futuna", "wallis"),
        ("Wallis & Futuna", "wallis"),
        ("Trinidad & Tobago", "trinidad"),
    ] {
        let (_, found_in_it) = Reading::with_names(text, 0, &names);
        let keys: Vec<&str> = found_in_it.iter().map(|name| name.of.as_str()).collect();
        assert_eq!(keys.join(" "), found, "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_and_every_range_is_of_characters(
        text in "(\\PC{0,12}|13 July 2025|up 4,1 %|二十一个|[0-9٠-٩.,/–-]{0,8}|三分之二|quatre-vingt| and |وعشرون){0,8}",
        usual in 0_usize..8,
    ) {
        let reading = Reading::of(&text, usual);
        let mut last = 0;
        for mention in &reading.mentions {
            prop_assert!(text.get(mention.range.clone()).is_some_and(|part| !part.is_empty()), "{:?}", mention);
            prop_assert!(mention.range.start >= last);
            last = mention.range.end;
        }
    }

    #[test]
    fn what_the_program_writes_as_a_day_is_that_day(year in 1900_i16..2100, month in 1_i8..=12, day in 1_i8..=28) {
        let date = jiff::civil::date(year, month, day);
        let text = format!("It was {}, as said.", crate::words::Words::english().day(date));
        let read = Reading::of(&text, 0).days().next();
        prop_assert_eq!(read.and_then(Day::whole), Some(date), "{}", text);
    }
}

/// Twice the text takes twice the work: a reader that looked back over all of it would never end here.
#[test]
fn a_long_text_is_read_in_one_pass() {
    let text = "On 13 July 2025 two-thirds of US$146.88 bn fell by 4.1 %. 十四个国家 在1 000 000 ".repeat(20_000);
    let reading = Reading::of(&text, 0);
    assert!(reading.mentions.len() > 100_000);
    let digits = "1".repeat(300_000);
    assert!(Reading::of(&digits, 0).mentions.len() <= 1);
    let marks = "1,".repeat(200_000);
    assert!(Reading::of(&marks, 0).mentions.len() <= 200_000);
    assert_eq!(Decimal::ONE, Decimal::ONE.abs());
}

#[test]
fn parts_of_years_are_read_in_every_language() {
    for (text, year, months) in [
        ("in the first half of 2025", Some(2025), (1, 6)),
        ("First-half trade figures", None, (1, 6)),
        ("in Q3 2024", Some(2024), (7, 9)),
        ("2025 H2 brought more", Some(2025), (7, 12)),
        ("from January to September 2025", Some(2025), (1, 9)),
        ("January–June 2025", Some(2025), (1, 6)),
        ("за первое полугодие 2025 года", Some(2025), (1, 6)),
        ("2025年上半年贸易额", Some(2025), (1, 6)),
        ("2024年第三季度", Some(2024), (7, 9)),
        ("pour le second semestre de 2025 dans la ville", Some(2025), (7, 12)),
        ("en el primer trimestre de 2025 con la", Some(2025), (1, 3)),
        ("im ersten Halbjahr 2025 und der", Some(2025), (1, 6)),
        ("في النصف الأول من 2025", Some(2025), (1, 6)),
    ] {
        let parts = Reading::of(text, 0).parts;
        assert_eq!(parts.iter().map(|part| (part.year, part.months)).collect::<Vec<_>>(), [(year, months)], "{text}");
    }
    for text in ["in the first half of fiscal 2025", "half of it", "the first match", "from 2021 to 2024"] {
        assert!(Reading::of(text, 0).parts.is_empty(), "{text}");
    }
}
