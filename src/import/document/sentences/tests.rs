//! Some 6,300 sentences in seven languages, written by hand before any of this was run over them; all but the
//! first 600 by others who had not seen the rules.

use super::{boundaries, language_of};

/// The sentences of a language, a paragraph a list.
fn paragraphs(language: &str) -> Vec<Vec<String>> {
    let path = format!("{}/tests/import/sentences/{language}.txt", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the set");
    text.split("\n\n").map(|part| part.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect()).collect()
}

#[test]
fn of_a_hundred_boundaries_ninety_nine_are_right_and_the_others_are_doubtful() {
    let (mut all, mut wrong, mut unmarked, mut doubtful) = (0, Vec::new(), Vec::new(), 0);
    let around = |text: &str, at: usize| {
        let before: Vec<char> = text[..at].chars().rev().take(30).collect();
        let after: String = text[at..].chars().take(30).collect();
        format!("{}¦{after}", before.into_iter().rev().collect::<String>())
    };
    for language in ["en", "ru", "zh", "fr", "es", "de", "ar"] {
        for sentences in paragraphs(language) {
            let (mut text, mut wanted) = (String::new(), Vec::new());
            for sentence in &sentences {
                if !text.is_empty() {
                    text.push_str(if language == "zh" { "" } else { " " });
                    wanted.push(text.len());
                }
                text.push_str(sentence);
            }
            all += sentences.len();
            let found = boundaries(&text, language);
            doubtful += found.iter().filter(|boundary| boundary.doubtful).count();
            for boundary in &found {
                if wanted.contains(&boundary.at) != boundary.ends {
                    wrong.push(around(&text, boundary.at));
                    if !boundary.doubtful {
                        unmarked.push(around(&text, boundary.at));
                    }
                }
            }
            for place in wanted.iter().filter(|place| !found.iter().any(|boundary| boundary.at == **place)) {
                wrong.push(around(&text, *place));
                unmarked.push(around(&text, *place));
            }
        }
    }
    assert!(all >= 6200, "{all}");
    assert!(wrong.len() * 100 <= all, "{} of {all}: {wrong:#?}", wrong.len());
    assert!(unmarked.is_empty(), "{unmarked:?}");
    // What is always marked marks nothing.
    assert!(doubtful * 10 <= all, "{doubtful} of {all}");
}

#[test]
fn the_language_of_each_is_known() {
    for language in ["en", "ru", "zh", "fr", "es", "de", "ar"] {
        // Of a heading, a dateline or a note alone nobody can tell.
        let is_prose = |sentences: &Vec<String>| sentences.len() > 1 && sentences.concat().len() > 120;
        for sentences in paragraphs(language).into_iter().filter(is_prose) {
            assert_eq!(language_of(&sentences.join(" ")), Some(language), "{sentences:?}");
        }
    }
}

#[test]
fn the_number_of_a_paragraph_belongs_to_its_first_sentence() {
    for text in
        ["7. The Board met.", "3.1. The Board met.", "IV. The Board met.", "B. The Board met.", "12. 40 ferries sail."]
    {
        assert!(super::boundaries(text, "en").is_empty(), "{text}");
    }
    assert_eq!(super::boundaries("(b) It met. It rose.", "en").len(), 1);
}

#[test]
fn the_number_of_a_sentence_within_a_paragraph_belongs_to_it() {
    for (text, language) in [
        ("The council has nine members. 2. Each of them has one vote.", "en"),
        ("Le conseil compte neuf membres. 2. Chacun a une voix.", "fr"),
        ("В совете девять членов. 2. У каждого один голос.", "ru"),
    ] {
        let found = super::boundaries(text, language);
        let ends: Vec<&str> = found.iter().filter(|b| b.ends).map(|b| &text[b.at..]).collect();
        assert_eq!(ends.len(), 1, "{text}");
        assert!(ends[0].starts_with("2. "), "{text}");
    }
    let counted = super::boundaries("The court sits again on Sept. 9. Nobody minds.", "en");
    assert!(counted.iter().any(|boundary| boundary.ends), "a day of a month");
}

#[test]
fn a_number_belongs_to_the_word_that_nobody_listed_before_it() {
    let ends = |text: &str, language: &str| {
        let found = super::boundaries(text, language);
        found.iter().filter(|boundary| boundary.ends).count()
    };
    for (text, language) in [
        ("It is kept in the archive (dedic. 12, box 7).", "en"),
        ("Leurs lettres (cahier dactyl. 8) sont perdues.", "fr"),
        ("Der Laden in der Lindenstr. 14 bleibt zu.", "de"),
        ("Der Rat hat in seiner 712. Sitzung beraten.", "de"),
        ("Das Ministerium plant es im IV. Quartal.", "de"),
        ("Er schrieb am 3. Mai, sie v. 9. Juni an.", "de"),
    ] {
        assert_eq!(ends(text, language), 0, "{text}");
    }
    for (text, language) in [
        ("They came home at last. 2023 was a better year.", "en"),
        ("Der Wert stieg wieder. 2023 waren es zwölf.", "de"),
        ("Gemeint war Nr. 21. Drinnen tagte der Rat.", "de"),
    ] {
        assert_eq!(ends(text, language), 1, "{text}");
    }
}

#[test]
fn a_river_is_named_and_a_price_ends() {
    let ends = |text: &str| super::boundaries(text, "ru").iter().filter(|boundary| boundary.ends).count();
    assert_eq!(ends("Они шли по р. Волге до моста."), 0);
    assert_eq!(ends("Книга стоит 1 200 р. В библиотеке она есть."), 1);
}
