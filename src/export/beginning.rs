//! The files of a briefing that is begun: with nothing in it, or with the organisations of another.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::Value;

use crate::briefing::{Briefing, Claims, Date, Manifest, Roster, Source, Sources, laid_out};
use crate::export::folder::{self, FolderError};
use crate::export::starter::schemas;
use crate::import::document::{self, Draft, Making};
use crate::words::Words;

/// What a briefing is begun with.
#[derive(Clone, Debug)]
pub struct Beginning<'a> {
    /// What it is called until its author calls it something else.
    pub name: &'a str,
    /// The day on which it is begun.
    pub today: Date,
}

/// The files of a briefing with nothing in it, each with its name, `briefing.json` last.
pub fn empty(beginning: &Beginning<'_>) -> Vec<(String, String)> {
    files(beginning, vec!["en".to_owned()], Vec::new(), Vec::new())
}

/// The same with what another has of its organisations (who they are, their statuses, states and spells) and the sources
/// that these cite; without what its document printed of them.
pub fn like(beginning: &Beginning<'_>, other: &Briefing) -> Vec<(String, String)> {
    let own = |roster: &Roster| Roster {
        schema: None,
        printed: Vec::new(),
        printed_gives: None,
        counts: Vec::new(),
        ..roster.clone()
    };
    let mut cited = BTreeSet::new();
    let mut rosters = Vec::new();
    for roster in &other.rosters {
        let mut written = serde_json::to_value(own(roster)).unwrap_or_default();
        if let Some(document) = other.document_source() {
            leave_document(&mut written, document.as_str());
        }
        cite(&written, &mut cited);
        rosters.extend(serde_json::from_value::<Roster>(written));
    }
    // A source may carry the text of another, and that of a third.
    loop {
        let of_origin = other.sources.sources.iter().filter(|source| cited.contains(source.id.as_str()));
        let more = of_origin.filter_map(|source| Some(source.origin.as_ref()?.source.as_ref()?.to_string()));
        let more: Vec<String> = more.filter(|key| !cited.contains(key)).collect();
        if more.is_empty() {
            break;
        }
        cited.extend(more);
    }
    let sources = other.sources.sources.iter().filter(|source| cited.contains(source.id.as_str())).cloned().collect();
    files(beginning, other.manifest.languages.clone(), rosters, sources)
}

/// Makes a briefing of a document in a folder that is empty or not there yet: all of its files, or none.
///
/// # Errors
/// As [`folder::fill`].
pub fn of_document(folder: &Path, draft: &Draft, making: &Making, words: &Words) -> Result<Vec<PathBuf>, FolderError> {
    folder::fill(folder, &document::files(draft, making, &|message| words.say(message)))
}

/// Takes a document out of what is cited, wherever something else is cited too. Where nothing is, it is a source like
/// others, of which no sentence is listed.
fn leave_document(value: &mut Value, document: &str) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::Array(citations)) = fields.get_mut("citations") {
                let is_other = |citation: &Value| citation["source"] != document;
                if citations.iter().any(is_other) {
                    citations.retain(is_other);
                }
                for citation in citations.iter_mut().filter(|citation| citation["source"] == document) {
                    if let Some(fields) = citation.as_object_mut() {
                        fields.remove("at");
                    }
                }
            }
            fields.values_mut().for_each(|value| leave_document(value, document));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| leave_document(item, document)),
        _ => {}
    }
}

/// The keys of all sources that are cited in something, however deep.
fn cite(value: &Value, cited: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            cited.extend(fields.get("source").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| cite(value, cited));
        }
        Value::Array(items) => items.iter().for_each(|item| cite(item, cited)),
        _ => {}
    }
}

fn files(
    beginning: &Beginning<'_>,
    languages: Vec<String>,
    rosters: Vec<Roster>,
    sources: Vec<Source>,
) -> Vec<(String, String)> {
    let leads_to = |file: &str| Some(format!("./schema/{file}"));
    let rosters = rosters.into_iter().enumerate().map(|(number, roster)| {
        // The first stands above the folder of the others, as their order asks.
        if number == 0 {
            ("roster.json".to_owned(), written(&Roster { schema: leads_to("roster.json"), ..roster }))
        } else {
            let file = format!("roster/{}.json", roster.organisation.id);
            (file, written(&Roster { schema: Some("../schema/roster.json".to_owned()), ..roster }))
        }
    });
    let claims = Claims { schema: leads_to("claims.json"), ..Claims::default() };
    let sources = Sources { schema: leads_to("sources.json"), sources };
    let manifest = Manifest {
        schema: leads_to("briefing.json"),
        format: 1,
        name: beginning.name.to_owned(),
        languages,
        as_of: beginning.today,
        as_of_note: None,
        document: None,
        checked: beginning.today,
        acknowledged: Vec::new(),
    };
    let parts = [
        ("claims.json".to_owned(), written(&claims)),
        ("sources.json".to_owned(), written(&sources)),
        ("briefing.json".to_owned(), written(&manifest)),
    ];
    schemas().chain(rosters).chain(parts).collect()
}

fn written(part: &impl Serialize) -> String {
    laid_out(&serde_json::to_string(part).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{Beginning, Path, empty, folder, like};
    use crate::analysis::checks::{self, Outcome};
    use crate::briefing::{Briefing, Roster};

    fn opened(files: &[(String, String)]) -> Briefing {
        let parent = tempfile::TempDir::new().expect("a temporary folder");
        folder::fill(&parent.path().join("own"), files).expect("it is written");
        Briefing::open(&parent.path().join("own")).expect("it opens")
    }

    fn alarms(briefing: &Briefing) -> usize {
        checks::run(briefing).iter().filter(|finding| finding.outcome == Outcome::Fail).count()
    }

    #[test]
    fn nothing_is_in_an_empty_one_and_nothing_is_wrong_with_it() {
        let beginning = Beginning { name: "Untitled", today: "2026-01-02".parse().expect("a day") };
        let briefing = opened(&empty(&beginning));
        assert_eq!((briefing.manifest.name.as_str(), briefing.sources.sources.len()), ("Untitled", 0));
        assert!(briefing.claims.claims.is_empty() && briefing.rosters.is_empty() && briefing.meeting.is_none());
        assert_eq!(alarms(&briefing), 0);
    }

    #[test]
    fn one_like_another_has_its_organisations_and_what_these_cite_and_nothing_of_its_document() {
        let beginning = Beginning { name: "Untitled", today: "2026-01-02".parse().expect("a day") };
        for folder in ["data", "assets/starter", "tests/data/isles", "tests/data/ports"] {
            let other = Briefing::open(Path::new(folder)).expect(folder);
            let own = opened(&like(&beginning, &other));
            assert_eq!(own.manifest.languages, other.manifest.languages, "{folder}");
            assert_eq!(own.rosters.len(), other.rosters.len(), "{folder}");
            for (own, other) in own.rosters.iter().zip(&other.rosters) {
                assert_eq!(own.organisation.names, other.organisation.names, "{folder}");
                let keys = |roster: &Roster| roster.statuses.iter().map(|status| status.id.clone()).collect::<Vec<_>>();
                assert_eq!(keys(own), keys(other), "{folder}");
                assert_eq!((own.spells.len(), &own.states), (other.spells.len(), &other.states), "{folder}");
                assert!(own.spells.iter().flat_map(|spell| &spell.citations).all(|citation| citation.at.is_none()));
                assert!(own.printed.is_empty() && own.counts.is_empty(), "{folder}");
            }
            assert!(own.document.is_none() && own.claims.claims.is_empty(), "{folder}");
            assert!(own.sources.sources.iter().all(|source| other.sources.sources.contains(source)), "{folder}");
            assert_eq!(alarms(&own), 0, "{folder}");
        }
        let bundled = Briefing::bundled().expect("it opens");
        let own = opened(&like(&beginning, &bundled));
        assert!(own.source(bundled.document_source().expect("a document")).is_none(), "its document is not cited");
    }
}
