//! From the texts of the files to one briefing, or to everything that is wrong with them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::folder::Folder;
use super::parts::{Part, Parts};
use super::problem::FileName;
use super::progress::{Progress, Stage};
use super::references::unresolved;
use super::{Briefing, Key, LoadError, Problem, Roster, State, cores, filled, inherited, shape};

impl Briefing {
    /// The briefing that is part of the program.
    ///
    /// # Errors
    /// None in a build whose tests pass; the data goes through the same reader as a reader's own.
    ///
    /// # Examples
    /// ```
    /// use briefing_desk::briefing::Briefing;
    ///
    /// let briefing = Briefing::bundled()?;
    /// assert!(briefing.document_source().and_then(|key| briefing.source(key)).is_some());
    /// # Ok::<(), briefing_desk::briefing::LoadError>(())
    /// ```
    pub fn bundled() -> Result<Self, LoadError> {
        load(&Folder::bundled(), &Progress::default())
    }

    /// The briefing in a folder.
    ///
    /// # Errors
    /// [`LoadError::Folder`] where the folder cannot be read, otherwise [`LoadError::Problems`] with all that is wrong
    /// in its files, in the order of files and lines.
    ///
    /// # Examples
    /// ```
    /// use std::path::Path;
    ///
    /// use briefing_desk::briefing::Briefing;
    ///
    /// assert!(Briefing::open(Path::new("data")).is_ok());
    /// assert!(Briefing::open(Path::new("no/such/folder")).is_err());
    /// ```
    pub fn open(folder: &Path) -> Result<Self, LoadError> {
        Self::open_with(folder, &Progress::default())
    }

    /// The briefing that some texts are.
    ///
    /// # Errors
    /// As [`Briefing::open`].
    pub fn of_folder(folder: &Folder) -> Result<Self, LoadError> {
        load(folder, &Progress::default())
    }

    /// The same, while another thread watches `progress` and may ask to stop.
    ///
    /// # Errors
    /// As [`Briefing::of_folder`], and [`LoadError::Cancelled`] where it was asked to stop.
    pub fn of_folder_with(folder: &Folder, progress: &Progress) -> Result<Self, LoadError> {
        load(folder, progress)
    }

    /// The briefing in a folder, while another thread watches `progress` and may ask to stop.
    ///
    /// # Errors
    /// As [`Briefing::open`], and [`LoadError::Cancelled`] where it was asked to stop.
    pub fn open_with(folder: &Path, progress: &Progress) -> Result<Self, LoadError> {
        load(&Folder::read(folder, progress)?, progress)
    }
}

fn load(folder: &Folder, progress: &Progress) -> Result<Briefing, LoadError> {
    // Hashing a large roster takes nearly as long as taking it apart, and neither needs the other. The parts are made on
    // the calling thread, since what another thread has made is slower to let go of.
    let mut digest = None;
    let (parts, mut problems) = cores::beside(|| digest = Some(folder.digest()), || read(folder, progress));
    let Some(digest) = digest.filter(|_| !progress.is_cancelled()) else { return Err(LoadError::Cancelled) };
    match parts {
        Parts {
            manifest: Part::Read(manifest),
            meeting,
            document,
            claims,
            rosters,
            trades,
            sources: Part::Read(sources),
        } if problems.is_empty() => Ok(Briefing {
            manifest,
            meeting: meeting.into_option(),
            document: document.into_option(),
            claims: claims.into_option().unwrap_or_default(),
            rosters: completed(rosters.into_iter().filter_map(|(_, roster)| roster.into_option()).collect()),
            trades: trades.into_iter().filter_map(|(_, trade)| trade.into_option()).collect(),
            sources,
            digest,
            lookups: super::Lookups::default(),
        }),
        _ => {
            Problem::order(&mut problems);
            Err(LoadError::Problems(problems))
        }
    }
}

/// Takes the files apart and follows their references.
fn read(folder: &Folder, progress: &Progress) -> (Parts, Vec<Problem>) {
    progress.enter(Stage::Parsing);
    let mut problems = folder.problems.clone();
    let mut parts = Parts {
        manifest: part(folder, "briefing.json", progress, &mut problems),
        meeting: part(folder, "meeting.json", progress, &mut problems).changed(inherited::in_meeting),
        document: part(folder, "document.json", progress, &mut problems),
        claims: part(folder, "claims.json", progress, &mut problems).changed(inherited::in_claims),
        rosters: changed(named(parts_of_kind(folder, "roster", progress, &mut problems)), inherited::in_roster),
        trades: changed(parts_of_kind(folder, "trade", progress, &mut problems), inherited::in_trade),
        sources: part(folder, "sources.json", progress, &mut problems),
    };
    filled::in_parts(&mut parts);
    progress.enter(Stage::Resolving);
    if !progress.is_cancelled() {
        problems.extend(unresolved(&parts, folder));
    }
    (parts, problems)
}

fn part<T: DeserializeOwned + JsonSchema>(
    folder: &Folder,
    file: &str,
    progress: &Progress,
    problems: &mut Vec<Problem>,
) -> Part<T> {
    if !folder.has(file) {
        return Part::Absent;
    }
    let Some(text) = folder.text(file).filter(|_| !progress.is_cancelled()) else { return Part::Broken };
    let part = match shape::read(file, text) {
        Ok(part) => Part::Read(part),
        Err(found) => {
            problems.extend(found);
            Part::Broken
        }
    };
    progress.advance(text.len() as u64);
    part
}

/// The parts, each that was read with what it inherits.
fn changed<T>(parts: Vec<(FileName, Part<T>)>, change: fn(&mut T)) -> Vec<(FileName, Part<T>)> {
    parts.into_iter().map(|(file, part)| (file, part.changed(change))).collect()
}

/// The rosters, each with the states that it speaks of and another describes.
fn completed(mut rosters: Vec<Roster>) -> Vec<Roster> {
    if rosters.len() < 2 {
        return rosters;
    }
    let known: BTreeMap<Key, State> =
        rosters.iter().flat_map(|roster| &roster.states).map(|state| (state.id.clone(), state.clone())).collect();
    for roster in &mut rosters {
        let own: BTreeSet<&Key> = roster.states.iter().map(|state| &state.id).collect();
        let spoken_of = roster.spells.iter().map(|spell| &spell.state);
        let spoken_of = spoken_of.chain(roster.printed.iter().map(|entry| &entry.state));
        let missing: BTreeSet<&Key> = spoken_of.filter(|key| !own.contains(key)).collect();
        let missing: Vec<State> = missing.into_iter().filter_map(|key| known.get(key).cloned()).collect();
        roster.states.extend(missing);
    }
    rosters
}

/// The rosters, each organisation without a key of its own named by its file.
fn named(mut rosters: Vec<(FileName, Part<Roster>)>) -> Vec<(FileName, Part<Roster>)> {
    for (file, part) in &mut rosters {
        let Part::Read(roster) = part else { continue };
        let stem = file.rsplit('/').next().unwrap_or(file).trim_end_matches(".json");
        if let (true, Ok(key)) = (roster.organisation.id.is_unnamed(), Key::try_from(stem.to_owned())) {
            roster.organisation.id = key;
        }
    }
    rosters
}

/// The parts of which there may be several, each with the name of its file.
fn parts_of_kind<T: DeserializeOwned + JsonSchema>(
    folder: &Folder,
    kind: &str,
    progress: &Progress,
    problems: &mut Vec<Problem>,
) -> Vec<(FileName, Part<T>)> {
    let files = folder.of_kind(kind).into_iter();
    files.map(|file| (file.clone(), part(folder, &file, progress, problems))).collect()
}
