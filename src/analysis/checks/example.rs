//! Invented sources of the example that a new briefing can begin with, in a briefing that is something else by now.

use std::sync::LazyLock;

use super::{Check, Finding, Material, Needs, Outcome, Subject};
use crate::briefing::{Manifest, Source, Sources, Value, starter};
use crate::{label, message};

pub(super) const CHECKS: &[Check] =
    &[Check { key: "example-left", needs: Needs::Nothing, holds: label!(checks::example_left), run: left }];

/// The name of the example and its sources.
static EXAMPLE: LazyLock<Option<(String, Vec<Source>)>> = LazyLock::new(|| {
    let manifest: Manifest = serde_json::from_str(starter::text("briefing.json")?).ok()?;
    let sources: Sources = serde_json::from_str(starter::text("sources.json")?).ok()?;
    Some((manifest.name, sources.sources))
});

fn left(material: &Material<'_>) -> Vec<Finding> {
    let Some((name, sources)) = &*EXAMPLE else { return Vec::new() };
    let own = &material.briefing.sources.sources;
    let left: Vec<&Source> = own.iter().filter(|source| sources.contains(source)).collect();
    if left.is_empty() || material.briefing.manifest.name == *name {
        return Vec::new();
    }
    let named = Value::list(left.iter().map(|source| source.id.to_string()));
    let detail = message!(findings::example_left_of, sources = named, count = left.len());
    vec![Finding::new(Outcome::Warn, Subject::Briefing, label!(findings::example_left), detail, Vec::new())]
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::findings_of;
    use crate::analysis::checks::tests::said;
    use crate::briefing::{Briefing, FILES, Folder, starter};

    #[test]
    fn invented_sources_do_not_stay_in_a_briefing_of_one_s_own() {
        let mut folder = Folder::default();
        for file in FILES {
            folder.put(file, starter::text(file).expect("a file").to_owned());
        }
        let mut briefing = Briefing::of_folder(&folder).expect("it opens");
        assert!(findings_of(CHECKS, &briefing).is_empty(), "it is the example");
        briefing.manifest.name = "Fishing in Iceland".to_owned();
        briefing.sources.sources.retain(|source| ["atlas", "cyprus-note"].contains(&source.id.as_str()));
        briefing.sources.sources[1].title = "A note that I read".to_owned();
        let found = findings_of(CHECKS, &briefing);
        assert_eq!(found.len(), 1);
        let detail = said(&found[0].detail);
        assert!(detail.contains("cyprus-note") != detail.contains("atlas"), "{detail}");
    }
}
