//! From seven texts to one briefing, or to everything that is wrong with them.

use std::path::Path;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::folder::Folder;
use super::references::unresolved;
use super::{Briefing, LoadError, Problem, shape};

/// What could be read of a briefing; a file that is not well formed is absent.
pub(super) struct Parts {
    pub manifest: Option<super::Manifest>,
    pub meeting: Option<super::Meeting>,
    pub document: Option<super::Document>,
    pub claims: Option<super::Claims>,
    pub roster: Option<super::Roster>,
    pub trade: Option<super::Trade>,
    pub sources: Option<super::Sources>,
}

impl Briefing {
    /// The briefing that is part of the program.
    ///
    /// # Errors
    /// None in a build whose tests pass; the data goes through the same reader as a reader's own.
    pub fn bundled() -> Result<Self, LoadError> {
        load(Folder::bundled())
    }

    /// The briefing in a folder.
    ///
    /// # Errors
    /// [`LoadError::Folder`] where the folder cannot be read, otherwise [`LoadError::Problems`] with all that is wrong
    /// in its files, in the order of files and lines.
    pub fn open(folder: &Path) -> Result<Self, LoadError> {
        load(Folder::read(folder)?)
    }
}

fn load(mut folder: Folder) -> Result<Briefing, LoadError> {
    let mut problems = std::mem::take(&mut folder.problems);
    let parts = Parts {
        manifest: part(&folder, "briefing.json", &mut problems),
        meeting: part(&folder, "meeting.json", &mut problems),
        document: part(&folder, "document.json", &mut problems),
        claims: part(&folder, "claims.json", &mut problems),
        roster: part(&folder, "roster.json", &mut problems),
        trade: part(&folder, "trade.json", &mut problems),
        sources: part(&folder, "sources.json", &mut problems),
    };
    problems.extend(unresolved(&parts, &folder));
    match parts {
        Parts {
            manifest: Some(manifest),
            meeting: Some(meeting),
            document: Some(document),
            claims: Some(claims),
            roster: Some(roster),
            trade: Some(trade),
            sources: Some(sources),
        } if problems.is_empty() => {
            let digest = folder.digest();
            Ok(Briefing { manifest, meeting, document, claims, roster, trade, sources, digest })
        }
        _ => {
            problems.sort();
            Err(LoadError::Problems(problems))
        }
    }
}

fn part<T: DeserializeOwned + JsonSchema>(
    folder: &Folder,
    file: &'static str,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    shape::read(file, folder.text(file)?).map_err(|found| problems.extend(found)).ok()
}
