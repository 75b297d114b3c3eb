//! What need not be typed: a state by its code alone has its names, capital, region, people and position from what the
//! program carries, and the briefing lists where that is read. What is typed stands.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value};

use super::carried::{self, Carried};
use super::parts::{Part, Parts};
use super::{
    Briefing, Citation, FileName, Folder, JsonEdit, Key, Names, Pointer, Position, Roster, Sources, State, former,
    iso3166,
};

/// Fills what is absent of the states of a briefing.
pub(super) fn in_parts(parts: &mut Parts) {
    let (Part::Read(manifest), Part::Read(sources)) = (&parts.manifest, &mut parts.sources) else { return };
    let languages = &manifest.languages;
    for (_, roster) in &mut parts.rosters {
        if let Part::Read(roster) = roster {
            in_roster(roster, languages, sources);
        }
    }
    if let Part::Read(meeting) = &mut parts.meeting {
        for state in &mut meeting.states {
            in_state(state, languages);
        }
    }
}

fn in_roster(roster: &mut Roster, languages: &[String], sources: &mut Sources) {
    // The columns that were filled, and whether of a state that is no more.
    let mut filled: BTreeSet<(&'static str, bool)> = BTreeSet::new();
    for state in &mut roster.states {
        let columns = in_state(state, languages);
        if !columns.is_empty() {
            let is_former = state.code().and_then(former::of_code).is_some();
            filled.extend(columns.into_iter().map(|column| (column, is_former)));
        }
    }
    for carried in carried::sources() {
        cite(roster, carried, &filled, sources);
    }
}

/// Cites a source of what is carried for the columns that were filled from it.
fn cite(roster: &mut Roster, carried: &Carried, filled: &BTreeSet<(&'static str, bool)>, sources: &mut Sources) {
    let own = carried.columns.iter().filter(|(name, _)| filled.contains(&(name.as_str(), carried.former)));
    for (name, note) in own {
        let Some(column) = roster.columns.named(name) else { continue };
        let citation = Citation::of(listed(carried, sources));
        if !column.citations.contains(&citation) {
            column.citations.push(citation);
        }
        if column.note.is_empty() {
            column.note.clone_from(note);
        }
    }
}

/// The key under which a briefing lists a source of what is carried; it is listed where it is not.
fn listed(carried: &Carried, sources: &mut Sources) -> Key {
    let own = &carried.source;
    if let Some(there) = carried.listed_in(&sources.sources) {
        return there.clone();
    }
    sources.sources.push(own.clone());
    own.id.clone()
}

impl State {
    /// What the program knows of the state that it knows by a code, under a key, with its names in some languages.
    pub fn by_code(id: Key, code: &str, languages: &[String]) -> Self {
        let [alpha2, alpha3, numeric] = iso3166::codes_of(code).unwrap_or(&["", "", ""]).map(str::to_owned);
        let mut state = Self {
            id,
            alpha2,
            alpha3,
            numeric,
            names: Names::default(),
            aliases: Vec::new(),
            capital: String::new(),
            region: String::new(),
            population: None,
            position: Position::unsaid(),
        };
        in_state(&mut state, languages);
        state
    }
}

/// Fills what is absent of a state, and says which columns that is.
fn in_state(state: &mut State, languages: &[String]) -> Vec<&'static str> {
    // One that is described is what it is said to be: a capital that is left out may be disputed.
    let is_by_code = state.names.iter().next().is_none() || state.position.is_unsaid();
    let code = if is_by_code { state.code() } else { None };
    let Some((code, known)) = code.and_then(|code| Some((code, carried::of_code(code)?))) else { return Vec::new() };
    let mut filled = Vec::new();
    let own = [&mut state.alpha2, &mut state.alpha3, &mut state.numeric];
    for (own, code) in own.into_iter().zip(iso3166::codes_of(code).into_iter().flatten()) {
        if own.is_empty() {
            (*code).clone_into(own);
        }
    }
    if languages.iter().any(|language| state.names.get(language).is_none()) {
        for language in languages {
            if let Some(name) = carried::name_in(code, language) {
                state.names.add(language, name);
            }
        }
        // The language that is shown first has a name, if need be the English one.
        if let (Some(first), Some(name)) = (languages.first(), carried::name_in(code, "en")) {
            state.names.add(first, name);
        }
        filled.push("names");
    }
    if let (true, Some(capital)) = (state.capital.is_empty(), known.capitals.first()) {
        (*capital).clone_into(&mut state.capital);
        filled.push("capital");
    }
    if state.region.is_empty() {
        known.region_name().clone_into(&mut state.region);
        filled.push("region");
    }
    if let (None, Some(people)) = (state.population, known.people()) {
        state.population = Some(people);
        filled.push("population");
    }
    if let (true, Some(position)) = (state.position.is_unsaid(), known.position()) {
        state.position = position;
        filled.push("position");
    }
    filled
}

/// A briefing with the names of its states in those of its languages in which they have none: one that is described is
/// what it is said to be, but a language may have been listed later.
fn named_in_all(briefing: &Briefing) -> Briefing {
    let mut named = briefing.clone();
    let languages = &briefing.manifest.languages;
    for roster in &mut named.rosters {
        let mut has_new = false;
        for state in &mut roster.states {
            has_new |= add_names(state, languages);
        }
        for carried in carried::sources().iter().filter(|carried| has_new && !carried.former) {
            cite(roster, carried, &BTreeSet::from([("names", false)]), &mut named.sources);
        }
    }
    for state in named.meeting.iter_mut().flat_map(|meeting| &mut meeting.states) {
        add_names(state, languages);
    }
    named
}

/// Adds the names of a state in the languages in which it has none; whether there are any.
fn add_names(state: &mut State, languages: &[String]) -> bool {
    let Some(code) = state.code() else { return false };
    let absent = languages.iter().filter(|language| state.names.get(language).is_none());
    let new: Vec<(String, &str)> =
        absent.filter_map(|language| Some((language.clone(), carried::name_in(code, language)?))).collect();
    for (language, name) in &new {
        state.names.add(language, name);
    }
    !new.is_empty()
}

/// What of an open briefing is not in the files of its folder because it was filled, as changes of them.
pub fn fillings(folder: &Folder, briefing: &Briefing) -> Vec<(FileName, JsonEdit)> {
    let briefing = &named_in_all(briefing);
    let mut edits = Vec::new();
    let root = Pointer::default();
    let written = |file: &str| folder.text(file).and_then(|text| serde_json::from_str::<Value>(text).ok());
    let mut set = |file: &str, object: Pointer, field: &str, value: &Value| {
        edits.push((file.into(), JsonEdit::Set { object, field: field.to_owned(), value: value.to_string() }));
    };
    let rosters = folder.of_kind("roster");
    let of_rosters = rosters.iter().map(|file| &**file).zip(briefing.rosters.iter().map(|roster| &roster.states));
    let of_meeting = briefing.meeting.iter().map(|meeting| ("meeting.json", &meeting.states));
    for (file, states) in of_rosters.chain(of_meeting) {
        let Some(written) = written(file) else { continue };
        let own = written["states"].as_array().into_iter().flatten();
        for (index, (own, state)) in own.zip(states).enumerate() {
            let place = root.field("states").index(index);
            for (field, value) in fields_of(state) {
                // What is typed stands, a number as it was written; of names more may have come.
                if own.get(&field).is_none() || field == "names" && own[&field] != value {
                    set(file, place.clone(), &field, &value);
                }
            }
        }
    }
    for (file, roster) in rosters.iter().zip(&briefing.rosters) {
        let Some(written) = written(file) else { continue };
        let own = &written["columns"];
        let filled = Value::Object(fields_of(&roster.columns));
        if own.is_null() {
            set(file, root.clone(), "columns", &filled);
            continue;
        }
        for (name, column) in filled.as_object().into_iter().flatten() {
            if own[name] != *column {
                set(file, root.field("columns"), name, column);
            }
        }
    }
    let sources = written("sources.json").unwrap_or_default();
    let listed: BTreeSet<&str> =
        sources["sources"].as_array().into_iter().flatten().filter_map(|source| source["id"].as_str()).collect();
    for source in briefing.sources.sources.iter().filter(|source| !listed.contains(source.id.as_str())) {
        let entry = serde_json::to_string(source).unwrap_or_default();
        edits.push(("sources.json".into(), JsonEdit::Append { list: root.field("sources"), entry }));
    }
    edits
}

/// What a part of a briefing is written as.
fn fields_of(part: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(part) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::fillings;
    use crate::briefing::{Briefing, Folder, JsonEdit, spliced};

    /// The bundled briefing with a change of its roster as it is written.
    fn changed(change: impl FnOnce(&mut Value)) -> Folder {
        let mut folder = Folder::bundled();
        let mut roster = serde_json::from_str(folder.text("roster.json").expect("a roster")).expect("JSON");
        change(&mut roster);
        folder.put("roster.json", roster.to_string());
        folder
    }

    /// Of each state nothing but its key and its code.
    fn by_codes() -> Folder {
        changed(|roster| {
            for state in roster["states"].as_array_mut().expect("states") {
                *state = json!({ "id": state["id"], "alpha2": state["alpha2"] });
            }
            roster.as_object_mut().expect("an object").remove("columns");
        })
    }

    #[test]
    fn a_language_that_is_listed_later_has_the_names_of_all_states_when_they_are_filled() {
        let mut folder = changed(|roster| roster["states"][0]["names"] = json!({ "en": "The first of all" }));
        let mut manifest: Value =
            serde_json::from_str(folder.text("briefing.json").expect("a manifest")).expect("JSON");
        manifest["languages"].as_array_mut().expect("languages").push(json!("fr"));
        folder.put("briefing.json", manifest.to_string());
        let briefing = Briefing::of_folder(&folder).expect("it opens");
        assert_eq!(
            briefing.rosters[0].states[0].names.get("fr"),
            None,
            "what is described stays so until it is filled"
        );
        let mut edits: Vec<JsonEdit> = Vec::new();
        edits.extend(
            fillings(&folder, &briefing).into_iter().filter(|(file, _)| &**file == "roster.json").map(|(_, edit)| edit),
        );
        let text = spliced(folder.text("roster.json").expect("a roster"), &edits).expect("it is changed");
        folder.put("roster.json", text);
        let filled = Briefing::of_folder(&folder).expect("it opens");
        for state in &filled.rosters[0].states {
            assert!(state.names.get("fr").is_some(), "{}", state.id);
        }
        let first = &filled.rosters[0].states[0];
        assert_eq!(first.names.get("en"), Some("The first of all"), "what is typed stands");
        assert!(fillings(&folder, &filled).iter().all(|(file, _)| &**file != "roster.json"), "once");
    }

    #[test]
    fn a_state_by_its_code_is_filled_in_all_languages_and_says_from_where() {
        let (whole, filled) =
            (Briefing::bundled().expect("it opens"), Briefing::of_folder(&by_codes()).expect("it opens"));
        for (whole, filled) in whole.rosters[0].states.iter().zip(&filled.rosters[0].states) {
            assert_eq!((&filled.alpha3, &filled.numeric), (&whole.alpha3, &whole.numeric), "{}", whole.id);
            assert_eq!(filled.region, whole.region, "{}", whole.id);
            for language in ["en", "ru", "zh"] {
                assert!(filled.names.get(language).is_some_and(|name| !name.is_empty()), "{} in {language}", whole.id);
            }
            let apart = (filled.position.latitude - whole.position.latitude).abs()
                + (filled.position.longitude - whole.position.longitude).abs();
            assert!(apart < 1.0, "{}: {apart} degrees", whole.id);
            assert!(filled.population.is_some() && !filled.capital.is_empty(), "{}", whole.id);
        }
        let columns = &filled.rosters[0].columns;
        for (name, column) in columns.each().into_iter().filter(|(name, _)| *name != "aliases") {
            let source = column.citations.first().and_then(|citation| filled.source(&citation.source));
            assert!(source.is_some() && !column.note.is_empty(), "{name}");
        }
        assert!(columns.aliases.citations.is_empty());
    }

    #[test]
    fn a_state_that_is_no_more_is_filled_as_well_and_cited_to_where_it_is_listed() {
        let folder = changed(|roster| {
            let states = roster["states"].as_array_mut().expect("states");
            states.push(json!({ "id": "soviet-union", "alpha2": "SU" }));
            states.push(json!({ "id": "czechoslovakia", "alpha2": "CS", "alpha3": "CSK" }));
            states.push(json!({ "id": "slovakia", "alpha2": "SK" }));
        });
        let briefing = Briefing::of_folder(&folder).expect("it opens");
        let roster = &briefing.rosters[0];
        let state = |key: &str| roster.states.iter().find(|state| state.id.as_str() == key).expect(key);
        let [soviet, czechoslovakia, slovakia] = ["soviet-union", "czechoslovakia", "slovakia"].map(state);
        assert_eq!((soviet.names.get("zh"), soviet.capital.as_str()), (Some("苏联"), "Moscow"));
        assert_eq!((soviet.alpha3.as_str(), soviet.numeric.as_str()), ("SUN", "810"));
        assert_eq!((czechoslovakia.names.get("ru"), czechoslovakia.numeric.as_str()), (Some("Чехословакия"), "200"));
        assert_eq!((slovakia.names.get("en"), slovakia.numeric.as_str()), (Some("Slovakia"), "703"));
        let cited = |source: &str| roster.columns.names.citations.iter().any(|own| own.source.as_str() == source);
        assert!(cited("iso-3166-3") && cited("cldr-48"), "{:?}", roster.columns.names);
        assert_eq!(fillings(&folder, &briefing).iter().filter(|(file, _)| &**file == "sources.json").count(), 2);
    }

    #[test]
    fn what_a_state_is_looked_up_by_needs_no_source() {
        let folder = changed(|roster| {
            for state in roster["states"].as_array_mut().expect("states") {
                *state = json!({ "id": state["id"], "alpha2": state["alpha2"], "aliases": [format!("Land of {}", state["id"])] });
            }
            roster.as_object_mut().expect("an object").remove("columns");
        });
        let briefing = Briefing::of_folder(&folder).expect("it opens");
        assert_eq!(briefing.rosters[0].states[0].aliases.len(), 1);
    }

    #[test]
    fn what_is_typed_stands() {
        let folder = changed(|roster| {
            let state = &mut roster["states"][0];
            *state = json!({
                "id": state["id"], "alpha2": state["alpha2"],
                "names": { "en": "Own name" }, "population": 7, "capital": "Herat",
            });
        });
        let briefing = Briefing::of_folder(&folder).expect("it opens");
        let state = &briefing.rosters[0].states[0];
        assert_eq!((state.names.get("en"), state.names.get("zh")), (Some("Own name"), Some("阿富汗")));
        assert_eq!((state.population, state.capital.as_str()), (Some(7), "Herat"));
    }

    #[test]
    fn what_was_filled_is_written_once_and_the_briefing_stays_what_it_is() {
        let mut folder = by_codes();
        let filled = Briefing::of_folder(&folder).expect("it opens");
        let all = fillings(&folder, &filled);
        for file in ["roster.json", "sources.json"] {
            let own: Vec<JsonEdit> =
                all.iter().filter(|(name, _)| &**name == file).map(|(_, edit)| edit.clone()).collect();
            let text = spliced(folder.text(file).expect("a file"), &own).expect("it is changed");
            folder.put(file, text);
        }
        let whole = Briefing::of_folder(&folder).expect("it opens");
        assert_eq!((&whole.rosters, &whole.sources), (&filled.rosters, &filled.sources));
        assert_eq!(fillings(&folder, &whole), []);
        let bundled = Folder::bundled();
        assert_eq!(fillings(&bundled, &Briefing::of_folder(&bundled).expect("it opens")), []);
    }

    #[test]
    fn a_territory_has_the_position_of_its_seat() {
        for code in ["CK", "NU", "TK", "FO"] {
            let state = json!({ "id": "territory", "alpha2": code });
            let folder = changed(|roster| roster["states"].as_array_mut().expect("states").insert(0, state));
            assert!(Briefing::of_folder(&folder).is_ok(), "{code}");
        }
    }

    #[test]
    fn a_state_that_nothing_is_known_of_is_refused_with_its_place() {
        for (state, place) in [
            (json!({ "id": "atlantis" }), "states[0]"),
            (json!({ "id": "atlantis", "alpha2": "ZZ", "names": { "en": "Atlantis" }, "region": "Sea" }), "states[0]"),
        ] {
            let folder = changed(|roster| roster["states"].as_array_mut().expect("states").insert(0, state));
            let err = Briefing::of_folder(&folder).expect_err("it is refused");
            let told = err.problems().first().map(|problem| problem.pointer.to_string()).unwrap_or_default();
            assert!(told.contains(place), "{told}");
        }
    }
}
