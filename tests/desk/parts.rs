//! Briefings that have only some of the parts: what there is none of has no tab, no export and no word.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use briefing_desk::analysis::roster::count_states;
use briefing_desk::briefing::Briefing;
use briefing_desk::ui::app::App;
use briefing_desk::ui::{Command as Asked, Selection, TabKey};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use crate::harness::{open_with, press};

const FRONT: &str = r#"{"format": 1, "name": "Salt of the two bays", "languages": ["en"], "as_of": "2024-05-02",
  "checked": "2024-06-01"}"#;
const SOURCES: &str = r#"{"sources": [{"id": "bureau", "publisher": "Salt Bureau", "title": "Yearbook",
  "kind": "official", "primary": true}]}"#;
const TRADE: &str = r#"{"headline": "Salt doubles", "subject": "Salt of the bays", "series": [{"id": "salt",
  "reporter": "Salt Bureau", "unit": {"currency": "EUR", "sign": "€", "scale": "m", "prices": "current prices"},
  "valuation": "at the pan", "flows": [{"id": "total", "name": "Salt", "role": "total"}], "balance": "Balance",
  "observations": [
    {"flow": "total", "period": "2021", "value": "12.5", "citations": [{"source": "bureau"}]},
    {"flow": "total", "period": "2022", "value": "25", "citations": [{"source": "bureau"}]}]}]}"#;
const ROSTER: &str = r#"{"organisation": {"names": {"en": "League of the Bays"}, "short": "The League",
  "founded": "1990", "citations": [{"source": "bureau"}]}, "known_until": "2024-05-02",
  "statuses": [{"id": "full", "name": "Full party", "plural": "full parties", "shape": "circle"}],
  "columns": {"names": {"note": "Usual names", "citations": [{"source": "bureau"}]},
    "aliases": {"note": "None", "citations": [{"source": "bureau"}]},
    "capital": {"note": "Seats", "citations": [{"source": "bureau"}]},
    "region": {"note": "Bays", "citations": [{"source": "bureau"}]},
    "population": {"note": "Rounded", "citations": [{"source": "bureau"}]},
    "position": {"note": "Seats", "citations": [{"source": "bureau"}]}},
  "states": [{"id": "malta", "alpha2": "MT", "alpha3": "MLT", "numeric": "470", "names": {"en": "Malta"},
    "capital": "Valletta", "region": "Southern Europe", "population": 540000,
    "position": {"latitude": 35.9, "longitude": 14.5}}],
  "spells": [{"state": "malta", "status": "full", "from": "1990", "citations": [{"source": "bureau"}]}]}"#;
const MEETING: &str = r#"{"headline": {"text": "The pans are shared", "citations": [{"source": "bureau"}]},
  "takeaway": {"text": "One price for both bays.", "citations": [{"source": "bureau"}]}, "date": "2024-05-01",
  "place": "Valletta", "citations": [{"source": "bureau"}]}"#;

/// A folder with the front page, the sources, and some files more.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, text) in [("briefing.json", FRONT), ("sources.json", SOURCES)].iter().chain(files) {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a writable folder");
        std::fs::write(path, text).expect("a writable file");
    }
    folder
}

fn opened(folder: &TempDir) -> Arc<Briefing> {
    Arc::new(Briefing::open(folder.path()).unwrap_or_else(|err| panic!("{err}")))
}

/// The names of the tabs in the strip.
fn tabs(harness: &Harness<'_, App>) -> Vec<String> {
    harness.query_all_by_role(Role::Tab).filter_map(|tab| tab.accesskit_node().label()).collect()
}

/// Everything that a screen reader hears.
fn heard(harness: &Harness<'_, App>) -> String {
    let nodes = harness.root().children_recursive();
    nodes
        .filter_map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value()))
        .collect::<Vec<_>>()
        .join("\n")
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_briefing-desk"));
    command.arg(arguments[0]).arg(folder).args(&arguments[1..]).output().expect("the program runs")
}

fn refused(folder: &TempDir, arguments: &[&str]) -> String {
    let output = run(folder.path(), arguments);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn written(folder: &TempDir, arguments: &[&str]) -> String {
    let output = run(folder.path(), arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

const BRIEF: &[&str] = &["export", "--what", "brief", "--format", "md"];

fn assert_without(text: &str, words: &[&str]) {
    for word in words {
        assert!(!text.contains(word), "{word} in\n{text}");
    }
}

#[test]
fn figures_alone_have_a_tab_of_figures_and_one_of_sources() {
    let folder = folder(&[("trade.json", TRADE)]);
    let mut harness = open_with(opened(&folder), TabKey::SUMMARY);
    assert_eq!(tabs(&harness), ["Trade", "Sources & checks"]);
    assert_eq!(harness.state().tab(), TabKey::TRADE, "the tab that is remembered is not there");
    assert_without(&heard(&harness), &["Article only", "Document only", "None", "document"]);
    harness.key_press_modifiers(Modifiers::ALT, Key::Num2);
    harness.run();
    assert_eq!(harness.state().tab(), TabKey::SOURCES, "the keys count the tabs that there are");
    assert_without(&heard(&harness), &["Sentences", "sentences", "Attach", "claims"]);
    harness.key_press(Key::F1);
    harness.run();
    let keys = heard(&harness);
    assert!(keys.contains("Alt+2") && !keys.contains("Alt+3"), "{keys}");
    assert_without(&keys, &["Members", "Summary"]);

    for format in ["csv", "svg"] {
        assert!(refused(&folder, &["export", "--what", "roster", "--format", format]).contains("no organisation"));
    }
    assert!(refused(&folder, &["export", "--what", "claims", "--format", "csv"]).contains("no claims"));
    let why = refused(&folder, &["export", "--what", "brief", "--format", "md", "--status", "full"]);
    assert!(why.contains("no organisation"), "{why}");
    for extent in ["full", "short"] {
        let brief = written(&folder, &[BRIEF, &["--extent", extent]].concat());
        assert!(brief.contains("Salt doubles") && brief.contains("12.5"), "{brief}");
        assert_without(&brief, &["None", "Members", "- -", "States", "document", "roster"]);
    }
    written(&folder, &["export", "--what", "trade", "--format", "csv"]);
    written(&folder, &["check"]);
}

#[test]
fn an_organisation_alone_has_a_tab_of_members_and_one_of_sources() {
    let folder = folder(&[("roster.json", ROSTER)]);
    let harness = open_with(opened(&folder), TabKey::TRADE);
    assert_eq!(tabs(&harness), ["Members", "Sources & checks"]);
    assert_eq!(harness.state().tab(), TabKey::MEMBERS);
    assert_without(&heard(&harness), &["As printed", "As the document"]);
    assert!(refused(&folder, &["export", "--what", "trade", "--format", "csv"]).contains("no series"));
    for extent in ["full", "short"] {
        let brief = written(&folder, &[BRIEF, &["--extent", extent]].concat());
        assert!(brief.contains("The League"), "{brief}");
        assert_without(&brief, &["trade", "Trade", "- -", "document"]);
    }
    written(&folder, &["export", "--what", "roster", "--format", "csv"]);
}

#[test]
fn what_happened_needs_neither_document_nor_people() {
    let folder = folder(&[("meeting.json", MEETING), ("roster.json", ROSTER), ("trade.json", TRADE)]);
    let harness = open_with(opened(&folder), TabKey::SUMMARY);
    assert_eq!(tabs(&harness), ["Summary", "Members", "Trade", "Sources & checks"]);
    let heard = heard(&harness);
    assert!(heard.contains("The pans are shared"), "{heard}");
    assert_without(&heard, &["People", "Places", "Topics", "Key points", "Chronology", "claims", "document"]);
    assert_without(&written(&folder, BRIEF), &["## People", "document", "Key points", "- -"]);
    assert_without(&written(&folder, &["check"]), &["FAIL", "Fail"]);
}

#[test]
fn what_is_empty_is_not_there_either() {
    let empty = TRADE.split("\"observations\": [").next().expect("a series").to_owned() + "\"observations\": []}]}";
    let nobody =
        ROSTER.split("\"states\": [").next().expect("an organisation").to_owned() + "\"states\": [], \"spells\": []}";
    let folder = folder(&[("meeting.json", MEETING), ("roster.json", &nobody), ("trade.json", &empty)]);
    let harness = open_with(opened(&folder), TabKey::SUMMARY);
    assert_eq!(tabs(&harness), ["Summary", "Sources & checks"]);
    assert!(refused(&folder, &["export", "--what", "trade", "--format", "svg"]).contains("no series"));
    assert_without(&written(&folder, BRIEF), &["The League", "Salt doubles"]);
}

#[test]
fn a_part_under_a_wrong_name_is_a_mistake_and_no_missing_part() {
    let said = |name: &str| {
        let folder = folder(&[(name, TRADE)]);
        Briefing::open(folder.path()).expect_err(name).to_string()
    };
    assert!(said("trades.json").contains("Name it `trade.json`"), "{}", said("trades.json"));
    assert!(said("Trade.JSON").contains("Name it `trade.json`"));
    let folder = folder(&[("grades.json", "[]"), ("trade.json", TRADE), ("notes.txt", "")]);
    assert!(Briefing::open(folder.path()).is_ok(), "what is nobody's is left alone");
}

/// The same league with another state, other statuses and citations of its own.
fn other_league(states: &str, spells: &str) -> String {
    let text = ROSTER.replace("League of the Bays", "Ring of the Capes").replace("The League", "The Ring").replace(
        r#""id": "full", "name": "Full party", "plural": "full parties", "shape": "circle""#,
        r#""id": "seat",
  "name": "Seat holder", "plural": "seat holders", "shape": "ring"}, {"id": "chair", "name": "Chair",
  "plural": "chairs", "shape": "star", "beside": true"#,
    );
    let head = text.split("\"states\": [").next().expect("an organisation");
    format!(
        "{head}\"citations\": [{{\"source\": \"bureau\", \"page\": \"12\"}}], \"states\": [{states}], \"spells\": [{spells}]}}"
    )
}

const CYPRUS: &str = r#"{"id": "cyprus", "alpha2": "CY", "alpha3": "CYP", "numeric": "196", "names": {"en": "Cyprus"},
  "capital": "Nicosia", "region": "Western Asia", "position": {"latitude": 35.2, "longitude": 33.4}}"#;
/// Malta is described in the other roster.
const SPELLS: &str = r#"{"state": "cyprus", "status": "seat", "from": "2001"},
  {"state": "malta", "status": "seat", "from": "2002"}, {"state": "malta", "status": "chair", "from": "2003"}"#;

fn two_leagues() -> TempDir {
    let other = TRADE.replace("\"salt\"", "\"brine\"").replace("Salt of the bays", "Brine of the capes");
    folder(&[
        ("roster.json", ROSTER),
        ("roster/capes.json", &other_league(CYPRUS, SPELLS)),
        ("trade.json", TRADE),
        ("trade/brine.json", &other),
    ])
}

#[test]
fn of_several_organisations_one_is_chosen_in_the_window_on_the_command_line_and_again() {
    let folder = two_leagues();
    let mut harness = open_with(opened(&folder), TabKey::MEMBERS);
    assert!(heard(&harness).contains("Showing 1 of 1"), "{}", heard(&harness));
    press(&mut harness, Role::Button, "League of the Bays");
    press(&mut harness, Role::CheckBox, "Ring of the Capes");
    let ring = heard(&harness);
    assert!(ring.contains("Showing 2 of 2") && ring.contains("Cyprus") && ring.contains("Malta"), "{ring}");
    assert!(ring.contains("Seat holder, Chair"), "two statuses at once\n{ring}");

    let counted = count_states(&opened(&folder).rosters[1], jiff::civil::date(2024, 5, 2));
    assert_eq!(counted, (2, vec![2, 1]), "two states, of which one counts under both");

    let rows = |organisation: &str| {
        let csv = written(&folder, &["export", "--what", "roster", "--format", "csv", "--organisation", organisation]);
        csv.lines().count() - 1
    };
    assert_eq!((rows("roster"), rows("capes")), (1, 2));
    let why = refused(&folder, &["export", "--what", "roster", "--format", "csv", "--organisation", "cape"]);
    assert!(why.contains("roster, capes"), "{why}");
    let of_status = |status: &str| {
        let asked = ["export", "--what", "roster", "--format", "csv", "--organisation", "capes", "--status", status];
        written(&folder, &asked)
            .lines()
            .skip(1)
            .map(|line| line.split(',').next().map(str::to_owned))
            .collect::<Vec<_>>()
    };
    assert_eq!(of_status("seat"), [Some("cyprus".to_owned()), Some("malta".to_owned())], "whatever else it holds");
    assert_eq!(of_status("chair"), [Some("malta".to_owned())], "found by what it holds beside");
    let map = written(&folder, &["export", "--what", "roster", "--format", "svg", "--organisation", "capes"]);
    let listed = |names: &str| map.matches(&format!(">{names}</text>")).count();
    assert_eq!((listed("Cyprus, Malta"), listed("Malta")), (1, 2), "beside its mark, and under each of its statuses");
    let brief = written(&folder, BRIEF);
    assert!(brief.contains("The League") && brief.contains("The Ring"), "a brief has all of them\n{brief}");
    written(&folder, &["check"]);
}

#[test]
fn of_several_series_each_can_be_drawn() {
    let folder = two_leagues();
    let mut harness = open_with(opened(&folder), TabKey::TRADE);
    let chosen = |harness: &Harness<'_, App>| {
        let heard = heard(harness);
        ["Salt of the bays,", "Brine of the capes,"].map(|name| heard.contains(name))
    };
    assert_eq!(chosen(&harness), [true, false]);
    let opener = harness
        .query_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("Salt of the bays,")));
    opener.expect("a choice").click();
    harness.run();
    let brine = harness
        .query_all_by_role(Role::CheckBox)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("Brine of the capes,")));
    brine.expect("the other series").click();
    harness.run();
    assert_eq!(chosen(&harness), [false, true]);

    let title = |series: &str| written(&folder, &["export", "--what", "trade", "--format", "svg", "--series", series]);
    assert!(title("salt").contains("Salt of the bays") && title("brine").contains("Brine of the capes"));
    assert!(
        refused(&folder, &["export", "--what", "trade", "--format", "csv", "--series", "sand"]).contains("salt, brine")
    );
}

#[test]
fn a_series_is_laid_beside_another_where_they_agree() {
    let folder = two_leagues();
    let mut harness = open_with(opened(&folder), TabKey::TRADE);
    assert!(!heard(&harness).contains("(Brine of the capes)"), "{}", heard(&harness));
    press(&mut harness, Role::Button, "Beside…");
    let brine = harness
        .query_all_by_role(Role::CheckBox)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("Brine of the capes,")));
    brine.expect("the other series").click();
    harness.run();
    let both = heard(&harness);
    for name in ["(Salt of the bays)", "(Brine of the capes)"] {
        assert!(both.contains(name), "{name} is not heard\n{both}");
    }

    let export = |format: &'static str, more: &[&'static str]| {
        [&["export", "--what", "trade", "--format", format, "--series", "salt"], more].concat()
    };
    let svg = written(&folder, &export("svg", &["--beside", "brine"]));
    assert!(svg.contains("(Salt of the bays)") && svg.contains("(Brine of the capes)"), "{svg}");
    let csv = written(&folder, &export("csv", &["--beside", "brine", "--notes", "lines"]));
    assert!(csv.contains("# series: salt") && csv.contains("# beside: brine"), "{csv}");
    assert!(
        csv.lines().any(|line| line.ends_with(",salt")) && csv.lines().any(|line| line.ends_with(",brine")),
        "{csv}"
    );
    assert!(written(&folder, &[BRIEF, &["--beside", "brine"]].concat()).contains("(Brine of the capes)"));
    let why = refused(&folder, &export("csv", &["--beside", "salt"]));
    assert!(why.contains("--beside") && why.contains("brine"), "{why}");

    let other = TRADE.replace("\"salt\"", "\"brine\"").replace("\"scale\": \"", "\"scale\": \"k");
    let apart = self::folder(&[("trade.json", TRADE), ("trade/brine.json", &other)]);
    assert!(!heard(&open_with(opened(&apart), TabKey::TRADE)).contains("Beside…"), "their units differ");
    let why = refused(&apart, &export("csv", &["--beside", "brine"]));
    assert!(why.contains("no other series has the unit"), "{why}");
}

#[test]
fn a_file_names_the_organisation_and_the_series_that_were_chosen() {
    let folder = two_leagues();
    let export = |what: &'static str, option: &'static str, key: &'static str| {
        written(&folder, &["export", "--what", what, "--format", "csv", "--notes", "lines", option, key])
    };
    for (what, option, key, fact) in [
        ("roster", "--organisation", "capes", "# organisation: capes"),
        ("roster", "--organisation", "roster", "# organisation: roster"),
        ("trade", "--series", "brine", "# series: brine"),
    ] {
        let text = export(what, option, key);
        assert!(text.contains(fact), "{fact} is missing in\n{text}");
    }
}

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
    assert!(!map.contains("The hall on the map") && map.contains("Showing 1 of 1"), "{map}");
    press(&mut harness, Role::Button, "Tunisia on the map, in no roster");
    assert!(heard(&harness).contains("Tunis\n"), "it opens in the inspector\n{}", heard(&harness));
    let svg = written(&folder, &["export", "--what", "roster", "--format", "svg"]);
    assert!(svg.contains(">In no roster</text>") && svg.contains(">Tunisia, The pans of Gabes</text>"), "it is listed");
    let off = self::folder(&[("meeting.json", &meeting.replace("33.9", "133.9")), ("roster.json", ROSTER)]);
    let why = Briefing::open(off.path()).expect_err("off the globe").to_string();
    assert!(why.contains("$.places[0].position"), "{why}");
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
    harness.run();
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
fn what_several_files_give_is_given_once() {
    let said = |files: &[(&str, &str)]| {
        let folder = folder(files);
        Briefing::open(folder.path()).expect_err("a clash").to_string()
    };
    let twice = said(&[("trade.json", TRADE), ("trade/again.json", TRADE)]);
    assert!(twice.starts_with("trade/again.json:1:") && twice.contains("$.series[0].id"), "{twice}");
    let moved =
        ROSTER.replace("Valletta", "Mdina").replace("\"organisation\": {", "\"organisation\": {\"id\": \"two\", ");
    let differs = said(&[("roster.json", ROSTER), ("roster/two.json", &moved)]);
    assert!(differs.contains("roster/two.json") && differs.contains("`malta` is described otherwise"), "{differs}");
    assert!(said(&[("roster/Two.json", ROSTER)]).contains("not named by a key"));
}

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
fn an_organisation_can_belong_to_one() {
    let union = r#"{"id": "union", "names": {"en": "Union of Ports"}, "region": "Southern Europe",
  "position": {"latitude": 38, "longitude": 15}}"#;
    let spells = r#"{"state": "union", "status": "seat", "from": "2001"}"#;
    let folder = folder(&[("roster/capes.json", &other_league(union, spells))]);
    let harness = open_with(opened(&folder), TabKey::MEMBERS);
    assert!(heard(&harness).contains("Union of Ports"));
    let csv = written(&folder, &["export", "--what", "roster", "--format", "csv"]);
    assert!(csv.contains("union,Union of Ports,,"), "no code is no code\n{csv}");
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
