//! What is unusually many, long or far away, in the window.

use briefing_desk::briefing::Briefing;
use briefing_desk::ui::TabKey;
use briefing_desk::ui::app::App;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{CYPRUS, MEETING, ROSTER, SOURCES, folder, heard, opened, written};
use crate::fit::painted;
use crate::harness::{open_with, press};

#[test]
fn what_lies_outside_every_roster_has_a_mark_of_its_own() {
    let tunisia = CYPRUS.replace("cyprus", "tunisia").replace("Cyprus", "Tunisia").replace("CYP", "TUN");
    let tunisia = tunisia.replace("\"CY\"", "\"TN\"").replace("196", "788").replace("Nicosia", "Tunis");
    let tunisia = tunisia.replace("35.2", "36.8").replace("33.4", "10.2");
    let more = format!(
        r#", "states": [{tunisia}], "places": [{{"id": "pans", "name": "The pans of Gabes", "part": "Visited",
  "position": {{"latitude": 33.9, "longitude": 10.1}}, "citations": [{{"source": "bureau"}}]}},
  {{"id": "hall", "name": "The hall", "part": "Talks", "citations": [{{"source": "bureau"}}]}}]}}"#
    );
    let meeting = MEETING.strip_suffix('}').expect("an object").to_owned() + &more;
    let folder = folder(&[("meeting.json", &meeting), ("roster.json", ROSTER)]);
    let mut harness = open_with(opened(&folder), TabKey::MEMBERS);
    let map = heard(&harness);
    for said in ["Tunisia on the map, in no roster", "The pans of Gabes on the map: Visited"] {
        assert!(map.contains(said), "{said}\n{map}");
    }
    assert!(!map.contains("The hall on the map") && map.contains("1 state on "), "{map}");
    press(&mut harness, Role::Button, "Tunisia on the map, in no roster");
    assert!(heard(&harness).contains("Tunis\n"), "it opens in the inspector\n{}", heard(&harness));
    let svg = written(&folder, &["export", "--what", "roster", "--format", "svg"]);
    assert!(svg.contains(">In no roster</text>") && svg.contains(">Tunisia, The pans of Gabes</text>"), "it is listed");
    let off = self::folder(&[("meeting.json", &meeting.replace("33.9", "133.9")), ("roster.json", ROSTER)]);
    let why = Briefing::open(off.path()).expect_err("off the globe").to_string();
    assert!(why.contains("$.places[0].position"), "{why}");
}

#[test]
fn claims_of_which_nobody_chose_key_points_are_listed_all() {
    let claims = r#"{"claims": [{"id": "shared", "statement": "The pans of both bays are shared from May on", "kind": "fact",
  "verdict": "supported", "note": "as signed", "reason": "It was signed.", "citations": [{"source": "bureau"}],
  "evidence": []}]}"#;
    let event = |key: &str, on: &str| {
        format!(
            r#"{{"id": "{key}", "from": "{on}", "place": "Valletta", "label": "{key}", "citations": [{{"source": "bureau"}}]}}"#
        )
    };
    let more = format!(r#", "chronology": [{}, {}]}}"#, event("talks", "2024-05-01"), event("later", "2024-06-01"));
    let meeting = MEETING.strip_suffix('}').expect("an object").to_owned() + &more;
    let folder = folder(&[("meeting.json", &meeting), ("claims.json", claims)]);
    let harness = open_with(opened(&folder), TabKey::SUMMARY);
    let said = heard(&harness);
    assert!(said.contains("Claims") && !said.contains("Key points"), "{said}");
    let row =
        harness.get_by_role_and_label(Role::Row, "The pans of both bays are shared from May on Supported: as signed");
    assert!(row.rect().width() > 400.0, "{:?}", row.rect());
}

#[test]
fn of_a_chronology_of_hundreds_only_what_is_in_view_is_laid_out() {
    let event = |number: usize| {
        let year = 1500 + number;
        format!(
            r#"{{"id": "e-{number}", "from": "{year}", "place": "Place {number}", "label": "It is year {year}",
  "citations": [{{"source": "bureau"}}]}}"#
        )
    };
    let events: Vec<String> = (0..400).map(event).collect();
    let meeting = MEETING.strip_suffix('}').expect("an object").to_owned()
        + &format!(r#", "chronology": [{}]}}"#, events.join(", "));
    let folder = folder(&[("meeting.json", &meeting)]);
    let mut harness = open_with(opened(&folder), TabKey::SUMMARY);
    harness.run();
    let laid_out = |harness: &Harness<'_, App>| heard(harness).matches("It is year ").count();
    assert!((5..120).contains(&laid_out(&harness)), "{} of 400", laid_out(&harness));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run();
    harness.event(egui::Event::Text("year 1899".to_owned()));
    // A hundred rows more are looked through in each frame, until all were.
    harness.run_steps(8);
    assert!(heard(&harness).contains("It is year 1899"), "what is looked for is found far below");
}

#[test]
fn no_long_publisher_presses_a_name_into_a_column_of_letters() {
    let long =
        SOURCES.replace("Salt Bureau", "The Bureau of Salt, Soda and Potash of the Two Bays and their Hinterland");
    let named = |key: &str, name: &str| {
        format!(r#""id": "{key}", "{name}": "Marsaxlokk", "citations": [{{"source": "bureau"}}]"#)
    };
    let meeting = MEETING.strip_suffix('}').expect("an object").to_owned()
        + &format!(
            r#", "places": [{{{}, "part": "Talks"}}], "topics": [{{{}, "group": "Trade"}}]}}"#,
            named("port", "name"),
            named("pans", "name")
        );
    let folder = folder(&[("meeting.json", &meeting), ("sources.json", &long)]);
    let harness = open_with(opened(&folder), TabKey::SUMMARY);
    let places: Vec<_> = harness.query_all_by_label("Marsaxlokk").map(|name| name.rect()).collect();
    assert!(places.len() >= 2, "{places:?}");
    for rect in places {
        assert!(rect.height() < 30.0 && rect.width() > 60.0, "on one line: {rect}");
    }
}

#[test]
fn a_row_says_how_many_sources_it_has_where_the_name_of_one_would_be_cut() {
    let long = "The Bureau of Salt, Soda and Potash of the Two Bays";
    let two = r#"{"sources": [{"id": "bureau", "publisher": "LONG", "title": "Yearbook", "kind": "official",
  "primary": true}, {"id": "gazette", "publisher": "LONG too", "title": "Gazette", "kind": "press",
  "primary": false}]}"#;
    let cited = r#""from": "1990", "citations": [{"source": "bureau"}, {"source": "gazette"}]"#;
    let several = ROSTER.replace(r#""from": "1990", "citations": [{"source": "bureau"}]"#, cited);
    let opened = |roster: &str, publisher: &str| {
        let sources = two.replace("LONG", publisher);
        opened(&folder(&[("roster.json", roster), ("sources.json", &sources)]))
    };
    let mut harness = open_with(opened(&several, long), TabKey::MEMBERS);
    press(&mut harness, Role::Button, "2\u{a0}sources");
    let listed = heard(&harness);
    assert!(listed.contains("Yearbook") && listed.contains("Gazette"), "both are listed\n{listed}");

    let mut harness = open_with(opened(ROSTER, long), TabKey::MEMBERS);
    assert!(painted(&harness).iter().any(|run| run.text == "1\u{a0}source"), "it is counted");
    // The people of the state have the same source, above.
    let named = format!("Source: {long}");
    let chips = harness.query_all_by_role_and_label(Role::Button, &named);
    chips.max_by(|a, b| a.rect().top().total_cmp(&b.rect().top())).expect("one in the row").click();
    harness.run();
    assert!(heard(&harness).contains("Yearbook"), "the only one is opened at once\n{}", heard(&harness));

    let short = open_with(opened(&several, "SB"), TabKey::MEMBERS);
    let texts: Vec<String> = painted(&short).into_iter().map(|run| run.text).collect();
    assert!(texts.iter().any(|text| text == "SB") && texts.iter().any(|text| text == "+1"), "{texts:?}");
}

#[test]
fn where_there_is_one_language_no_line_is_left_for_another() {
    let meeting = MEETING.strip_suffix('}').expect("an object").to_owned()
        + r#", "people": [{"id": "ana", "names": {"en": "Ana Grech"}, "office": "Envoy of the pans", "part": "took part",
  "citations": [{"source": "bureau"}]}]}"#;
    let folder = folder(&[("meeting.json", &meeting), ("roster.json", ROSTER)]);
    let harness = open_with(opened(&folder), TabKey::SUMMARY);
    let of = |text: &str| painted(&harness).into_iter().find(|run| run.text == text).expect("it is painted").rect;
    let gap = of("Envoy of the pans").top() - of("Ana Grech").bottom();
    assert!(gap < 12.0, "the office stands under the name: {gap}");
    let harness = open_with(opened(&folder), TabKey::MEMBERS);
    // The lowest of that text is the one in the table.
    let lowest = |text: &str| {
        let all = painted(&harness).into_iter().filter(|run| run.text == text);
        all.map(|run| run.rect.center().y).fold(0.0, f32::max)
    };
    let (name, region) = (lowest("Malta"), lowest("Southern Europe"));
    assert!((name - region).abs() < 4.0, "a name stands in the middle of its row: {name} and {region}");
}
