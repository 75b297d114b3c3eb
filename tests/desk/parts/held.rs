//! What the parts can say of themselves: citations written once, statuses, people, the original text.

use briefing_desk::briefing::Briefing;
use briefing_desk::ui::{Command as Asked, Selection, TabKey};

use super::{BRIEF, CYPRUS, MEETING, ROSTER, SPELLS, TRADE, folder, heard, opened, other_league, two_leagues, written};
use crate::harness::open_with;

#[test]
fn a_citation_written_once_is_that_of_every_entry_and_has_its_page() {
    let folder = two_leagues();
    let briefing = opened(&folder);
    let spells = &briefing.rosters[1].spells;
    assert!(spells.iter().all(|spell| spell.citations[0].page.as_deref() == Some("12")), "{spells:?}");
    let csv = written(&folder, &["export", "--what", "roster", "--format", "md", "--organisation", "capes"]);
    assert!(csv.contains("Cyprus"), "{csv}");
    assert!(written(&folder, BRIEF).replace('\u{a0}', " ").contains("p. 12"));
    let mut harness = open_with(briefing, TabKey::MEMBERS);
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Asked::Open(Selection::State("cyprus".to_owned().try_into().expect("a key"))));
    harness.run();
    assert!(heard(&harness).replace('\u{a0}', " ").contains("Salt Bureau, p. 12"), "{}", heard(&harness));
}

#[test]
fn people_events_claims_and_milestones_inherit_the_citations_of_their_lists() {
    let event = r#"{"id": "count", "from": "2024-04-30", "place": "Valletta", "label": "The pans are counted"}"#;
    let lists = format!(
        r#", "list_citations": [{{"source": "bureau", "page": "31"}}], "chronology": [{event}],
  "people": [{{"id": "borg", "names": {{"en": "M. Borg"}}, "office": "warden", "part": "took part"}}],
  "unknowns": [{{"text": "Who pays", "part": "summary"}}]}}"#
    );
    let meeting = MEETING.strip_suffix('}').expect("an object").to_owned() + &lists;
    let claims = r#"{"citations": [{"source": "bureau", "page": "44"}], "claims": [{"id": "doubles",
  "statement": "Salt doubles", "kind": "fact", "verdict": "supported", "note": "so it is", "reason": "Both say so.",
  "evidence": [{"source": "bureau", "stance": "supports", "says": "it doubled", "page": "57", "section": "Annex C"}]}]}"#;
    let trade = TRADE.replace(
        "\"series\": [",
        r#""milestone_citations": [{"source": "bureau", "page": "68"}],
  "milestones": [{"on": "2021-06", "label": "A new pan"}], "series": ["#,
    );
    let folder = folder(&[("meeting.json", &meeting), ("claims.json", claims), ("trade.json", &trade)]);
    let briefing = opened(&folder);
    let brief = written(&folder, BRIEF).replace('\u{a0}', " ");
    for page in ["p. 31", "p. 44", "p. 57", "Annex C", "p. 68"] {
        assert!(brief.contains(page), "{page} is not in\n{brief}");
    }
    let csv = written(&folder, &["export", "--what", "claims", "--format", "csv"]);
    assert!(csv.contains("supports, bureau section=Annex C page=57: it doubled"), "{csv}");
    let mut harness = open_with(briefing, TabKey::SOURCES);
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Asked::Open(Selection::Claim("doubles".to_owned().try_into().expect("a key"))));
    harness.run();
    let heard = heard(&harness).replace('\u{a0}', " ");
    assert!(heard.contains("Annex C, p. 57"), "{heard}");

    let unknown = self::folder(&[("meeting.json", &meeting.replace("\"31\"", "\"31\"}, {\"source\": \"nobody\""))]);
    let why = Briefing::open(unknown.path()).expect_err("no such source").to_string();
    assert!(why.contains("$.list_citations[1].source"), "{why}");
}

#[test]
fn two_statuses_of_one_shape_are_said_with_their_places() {
    let clash = other_league(CYPRUS, SPELLS).replace("\"shape\": \"star\"", "\"shape\": \"ring\"");
    let folder = folder(&[("roster.json", ROSTER), ("roster/capes.json", &clash)]);
    let said = written(&folder, &["check"]);
    assert!(said.contains("statuses[0]") && said.contains("statuses[1]") && said.contains("ring"), "{said}");
    let alone = written(&two_leagues(), &["check"]);
    assert!(!alone.contains("drawn alike") && !alone.contains("overlap"), "{alone}");
}

#[test]
fn people_speak_for_organisations_and_for_states_that_are_in_no_roster() {
    let people = r#""people": [{"id": "ada", "names": {"en": "Ada Pan"}, "office": "Secretary-general", "part": "host",
  "organisation": "roster", "citations": [{"source": "bureau"}]}, {"id": "ben", "names": {"en": "Ben Vat"},
  "office": "Minister", "part": "guest", "state": "cyprus", "citations": [{"source": "bureau"}]}]"#;
    let meeting = MEETING.replace("\"place\": \"Valletta\"", &format!(
        "\"until\": \"2024-05-03\", \"further_places\": [\"Gozo\"], \"form\": \"hybrid\", \"place\": \"Valletta\", \"states\": [{CYPRUS}], {people}"
    ));
    let folder = folder(&[("meeting.json", &meeting), ("roster.json", ROSTER)]);
    let mut harness = open_with(opened(&folder), TabKey::SUMMARY);
    let summary = heard(&harness).replace('\u{a0}', " ");
    for said in ["Valletta, Gozo, partly by video, 1–3 May 2024", "Secretary-general, The League"] {
        assert!(summary.contains(said), "{said}\n{summary}");
    }
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Asked::Select(Selection::State("cyprus".to_owned().try_into().expect("a key"))));
    harness.run();
    assert!(heard(&harness).contains("Nicosia"), "a state that no roster has is told of\n{}", heard(&harness));
    let nobody = meeting.replace("\"organisation\": \"roster\"", "\"organisation\": \"rooster\"");
    let folder = self::folder(&[("meeting.json", &nobody), ("roster.json", ROSTER)]);
    let why = Briefing::open(folder.path()).expect_err("no such organisation").to_string();
    assert!(why.contains("`rooster`") && why.contains("`roster`"), "{why}");
}

#[test]
fn a_sentence_may_stand_in_the_original_where_its_licence_allows() {
    let text = "Salt is shared.";
    let hash = briefing_desk::briefing::Sha256::of(text.as_bytes());
    let document = |text: &str, licence: &str| {
        format!(
            r#"{{"source": "bureau", {licence} "length": 15, "sha256": "{0}", "sentences": [{{"at": "1.1", "range": [0, 15],
  "sha256": "{0}", "label": "Sharing", "paraphrase": "They share.", "text": "{text}"}}]}}"#,
            hash.as_str()
        )
    };
    let licensed = r#""licence": "CC BY 4.0","#;
    let files = |text: &str| folder(&[("document.json", text)]);
    let mut harness = open_with(opened(&files(&document(text, licensed))), TabKey::SOURCES);
    let ctx = harness.ctx.clone();
    harness.state_mut().run(&ctx, Asked::Select(Selection::Sentence("1.1".parse().expect("a place"))));
    harness.run();
    let heard = heard(&harness);
    assert!(heard.contains(text) && heard.contains("Under CC BY 4.0"), "{heard}");
    let why = |text: &str| Briefing::open(files(text).path()).expect_err("refused").to_string();
    assert!(why(&document(text, "")).contains("no licence says that it may"));
    assert!(why(&document("Salt is scared.", licensed)).contains("SHA-256"));
    assert!(why(&document("Salt is shared", licensed)).contains("14 characters"));
    let bundled = Briefing::bundled().expect("the bundled briefing loads");
    assert!(bundled.sentences().iter().all(|sentence| sentence.text.is_none()), "the bundled document has none");
}
