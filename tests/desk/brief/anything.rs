//! A brief of a briefing that says anything: hostile texts, letters without a face, long addresses, thousands of entries.

use briefing_desk::briefing::{Briefing, Claim, KeyPoint, State};
use briefing_desk::export::brief::{Extent, Paper};
use briefing_desk::export::format;
use briefing_desk::export::job::Job;
use briefing_desk::export::order::make;
use briefing_desk::words::Words;
use proptest::prelude::*;

use super::{bundled, has, letters, order, pages, pdf, query, read_back, text};

/// A briefing whose texts are as hostile as a file can make them.
pub fn hostile() -> Briefing {
    let mut briefing = bundled();
    let texts = [
        "W".repeat(10_000),
        "\u{202e}gnp.exe \u{0}\u{1}\u{7f}\u{feff}\u{fffe}\u{ffff}\u{200d} \u{e000}".to_owned(),
        "مرحبا بالعالم עברית हैलो वर्ल्ड 한국어 ไทย".to_owned(),
        "🇳🇵👩‍👩‍👧‍👦🏳️‍🌈 e\u{301}\u{302}\u{303}中\u{301}".to_owned(),
        "</w:t><script>&amp;]]>\"' | \n\r\t `*_[x](y)".to_owned(),
        String::new(),
        " ".repeat(500),
    ];
    let mut next = 0;
    let mut spoil = |text: &mut String| {
        text.clone_from(&texts[next % texts.len()]);
        next += 1;
    };
    spoil(&mut briefing.meeting.as_mut().expect("a meeting").headline.text);
    spoil(&mut briefing.meeting.as_mut().expect("a meeting").takeaway.text);
    spoil(&mut briefing.manifest.name);
    spoil(&mut briefing.meeting.as_mut().expect("a meeting").place);
    spoil(&mut briefing.trades[0].headline);
    spoil(&mut briefing.rosters[0].organisation.short);
    for event in &mut briefing.meeting.as_mut().expect("a meeting").chronology {
        spoil(&mut event.label);
        spoil(&mut event.place);
    }
    for point in &mut briefing.claims.key_points {
        spoil(&mut point.lead);
        spoil(&mut point.text);
    }
    for claim in &mut briefing.claims.claims {
        spoil(&mut claim.statement);
        spoil(&mut claim.reason);
        spoil(&mut claim.note);
    }
    for status in &mut briefing.rosters[0].statuses {
        spoil(&mut status.name);
        spoil(&mut status.plural);
    }
    for state in &mut briefing.rosters[0].states {
        spoil(&mut state.region);
    }
    for flow in briefing.trades[0].series.iter_mut().flat_map(|series| &mut series.flows) {
        spoil(&mut flow.name);
    }
    for source in &mut briefing.sources.sources {
        spoil(&mut source.title);
        spoil(&mut source.publisher);
        source.address = Some(format!("https://example.org/{}", "x".repeat(3000)));
    }
    briefing
}

#[test]
fn a_hostile_briefing_is_printed_all_the_same() {
    let briefing = hostile();
    for paper in Paper::BOTH {
        assert_eq!(pages(&pdf(&briefing, Extent::Short, paper)), 1, "{paper:?}");
        let bytes = pdf(&briefing, Extent::Full, paper);
        assert!(pages(&bytes) > 20);
        read_back("pdfinfo", &[], &bytes);
    }
}

#[test]
fn a_character_without_a_face_is_still_there_to_be_copied() {
    let mut briefing = bundled();
    briefing.meeting.as_mut().expect("a meeting").headline.text =
        "Talks in مرحبا and \u{1f600}\u{10fffc}\u{10fffd}".to_owned();
    let bytes = pdf(&briefing, Extent::Full, Paper::A4);
    let text = read_back("pdftotext", &["-enc", "UTF-8"], &bytes);
    assert!(text.contains("\u{1f600}"), "{}", text.chars().take(400).collect::<String>());
    assert!(letters(&text).contains("charactersofthisbriefingarenotinthetypefaces"), "it is said");
}

/// However long the addresses of the sources are, each line of them is a link to no more than a browser opens.
#[test]
fn a_long_address_is_shown_cut_and_leads_nowhere() {
    let of_length = |length: usize| {
        let mut briefing = bundled();
        for source in &mut briefing.sources.sources {
            source.address = Some(format!("https://example.org/{}", "a".repeat(length)));
        }
        pdf(&briefing, Extent::Full, Paper::A4)
    };
    let (short, long) = (of_length(100), of_length(60_000));
    assert!(long.len() < short.len() + 100_000, "{} and {}", short.len(), long.len());
    assert!(has(&short, "example.org/aaa") && !has(&long, "example.org/aaa"));
    assert!(text(&long).contains(&"a".repeat(20)), "it is read all the same");
}

#[test]
fn thousands_of_states_and_claims_make_a_brief_of_many_pages() {
    let mut briefing = bundled();
    let (state, spell) = (briefing.rosters[0].states[0].clone(), briefing.rosters[0].spells[0].clone());
    let claim = briefing.claims.claims[0].clone();
    for number in 0..2_000 {
        let id: briefing_desk::briefing::Key = format!("state-{number}").try_into().expect("a key");
        briefing.rosters[0].states.push(State { id: id.clone(), ..state.clone() });
        briefing.rosters[0].spells.push(briefing_desk::briefing::Spell {
            state: id.clone(),
            until: None,
            ..spell.clone()
        });
        briefing.claims.claims.push(Claim { id, ..claim.clone() });
    }
    let order = order(query(&briefing, Extent::Full, Paper::A4), &format::PDF);
    let bytes = make(&briefing, &[], &order, &Words::english(), &Job::default()).expect("it is made").bytes;
    assert!(pages(&bytes) > 100);
}

/// What a briefing says at the head of its parts may be nothing: its pages are made without those heads.
#[test]
fn a_briefing_without_headlines_is_printed_all_the_same() {
    for nothing in ["", " \u{3000}"] {
        let mut briefing = bundled();
        briefing.meeting.as_mut().expect("a meeting").headline.text = nothing.to_owned();
        for trade in &mut briefing.trades {
            nothing.clone_into(&mut trade.headline);
            nothing.clone_into(&mut trade.subject);
        }
        for extent in [Extent::Short, Extent::Full] {
            assert!(pages(&pdf(&briefing, extent, Paper::A4)) >= 1, "{nothing:?}, {extent:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_short_brief_is_one_page_for_any_briefing(
        points in 0usize..40,
        length in 0usize..3000,
        word in prop_oneof!["[a-z]{1,12}", "\\PC{1,6}"],
        letter in any::<bool>(),
    ) {
        let mut briefing = bundled();
        let text: String = format!("{word} ").repeat(length / 4 + 1).chars().take(length).collect();
        let point = briefing.claims.key_points[0].clone();
        briefing.claims.key_points = vec![KeyPoint { text: text.clone(), ..point }; points];
        briefing.meeting.as_mut().expect("a meeting").headline.text.clone_from(&text);
        briefing.meeting.as_mut().expect("a meeting").takeaway.text.clone_from(&text);
        briefing.trades[0].headline.clone_from(&text);
        briefing.rosters[0].statuses.iter_mut().for_each(|status| status.plural.clone_from(&text));
        briefing.sources.sources.iter_mut().for_each(|source| source.title.clone_from(&text));
        let paper = if letter { Paper::Letter } else { Paper::A4 };
        prop_assert_eq!(pages(&pdf(&briefing, Extent::Short, paper)), 1);
    }
}
