//! Joining and splitting, and what the places of sentences count.

use super::super::{Reading, of_bytes};
use super::Draft;
use crate::briefing::progress::Progress;
use crate::briefing::{Locator, Sha256};

fn draft(text: &str) -> Draft {
    Draft::of(of_bytes("", text.as_bytes(), &Reading::default(), &Progress::default()).expect("it is read"))
}

fn texts(draft: &Draft) -> Vec<(String, String)> {
    draft.sentences().iter().map(|one| (one.at.to_string(), one.text.to_owned())).collect()
}

const fn at(paragraph: u16, sentence: u16) -> Locator {
    Locator { paragraph, sentence }
}

#[test]
fn ranges_count_characters_and_cut_each_sentence_out_of_the_text() {
    let draft = draft("Žilina met Łódź. They spoke of «мост».\nA 🦉 flew over the harbour. Nobody signed.");
    let text: Vec<char> = draft.text().chars().collect();
    assert_eq!(draft.sentences().len(), 4);
    for sentence in draft.sentences() {
        let [from, to] = sentence.range.map(|place| place as usize);
        assert_eq!(text[from..to].iter().collect::<String>(), sentence.text);
    }
    assert_eq!(draft.sha256(), Sha256::of(draft.text().as_bytes()));
}

#[test]
fn sentences_are_joined_and_split_where_a_reader_says() {
    let mut draft = draft("They met in Piraeus. They spoke of ferries. Nobody signed.");
    assert!(draft.join(at(1, 2)));
    let joined = texts(&draft);
    assert_eq!(joined.len(), 2);
    assert_eq!(joined[0].1, "They met in Piraeus. They spoke of ferries.");
    assert!(!draft.join(at(1, 1)), "nothing stands before it");
    assert!(!draft.join(at(7, 2)), "there is no such paragraph");
    assert!(draft.split(at(1, 1), 20));
    assert_eq!(texts(&draft).len(), 3);
    assert!(!draft.split(at(1, 1), 0), "nothing would be left of it");
    assert!(!draft.split(at(1, 1), 500));
    assert!(draft.sentences().iter().all(|sentence| !sentence.doubtful));
}
