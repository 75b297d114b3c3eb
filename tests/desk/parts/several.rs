//! Several organisations and several sets of figures in one briefing.

use briefing_desk::analysis::roster::count_states;
use briefing_desk::briefing::Briefing;
use briefing_desk::ui::TabKey;
use briefing_desk::ui::app::App;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{BRIEF, ROSTER, TRADE, folder, heard, opened, other_league, refused, two_leagues, written};
use crate::harness::{open_with, press};

#[test]
fn of_several_organisations_one_is_chosen_in_the_window_on_the_command_line_and_again() {
    let folder = two_leagues();
    let mut harness = open_with(opened(&folder), TabKey::MEMBERS);
    assert!(heard(&harness).contains("1 state on "), "{}", heard(&harness));
    press(&mut harness, Role::Button, "League of the Bays");
    press(&mut harness, Role::CheckBox, "Ring of the Capes");
    let ring = heard(&harness);
    assert!(ring.contains("2 states on ") && ring.contains("Cyprus") && ring.contains("Malta"), "{ring}");
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
    press(&mut harness, Role::Button, "No second series");
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
    assert!(!heard(&open_with(opened(&apart), TabKey::TRADE)).contains("No second series"), "their units differ");
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
