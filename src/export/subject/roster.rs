//! The states of the roster: a table, or the map of them.

use super::Subject;
use crate::analysis::roster::{self, RosterIndex, RosterQuery};
use crate::briefing::{Briefing, Members};
use crate::export::answers::Answers;
use crate::export::error::ExportError;
use crate::export::request::RosterRequest;
use crate::export::roster::table;
use crate::export::{format, picture};

/// The roster.
pub static SUBJECT: Subject = Subject {
    key: "roster",
    usual: &format::CSV,
    options: &["organisation", "status", "region", "search", "sort", "as-of", "edition", "theme", "scale"],
    read: |answers, briefing, query| {
        query.roster = request(answers).query(briefing)?;
        Ok(())
    },
    is_there: |briefing| briefing.members().next().is_some(),
    needs_findings: false,
    table: Some(|briefing, _, settings, words, job| {
        let query = &settings.query.roster;
        let members = members(briefing, query)?;
        let mut index = RosterIndex::new(members);
        job.step(0.05)?;
        let view = index.view(members, query);
        job.step(0.1)?;
        Ok(table(members, query, &view, settings.made, words, job)?)
    }),
    picture: Some(|briefing, settings, words, job| {
        let query = &settings.query.roster;
        let members = members(briefing, query)?;
        let mut index = RosterIndex::new(members);
        job.step(0.1)?;
        let view = index.view(members, query);
        job.step(0.2)?;
        let marks = index.marks(&view);
        job.step(0.3)?;
        Ok(picture::map(members, query, &view, &marks, settings.look, settings.made, words))
    }),
    document: None,
    references: None,
    calendar: None,
};

fn members<'a>(briefing: &'a Briefing, query: &RosterQuery) -> Result<Members<'a>, ExportError> {
    briefing.members_of(query.organisation.as_ref()).ok_or(ExportError::NoOrganisation)
}

/// What is asked of the roster.
pub(super) fn request(answers: &Answers) -> RosterRequest {
    RosterRequest {
        organisation: answers.one("organisation"),
        status: answers.all("status"),
        region: answers.all("region"),
        search: answers.one("search").unwrap_or_default(),
        sort: answers.one("sort"),
        as_of: answers.one("as-of"),
        edition: answers.among("edition", roster::Edition::BOTH, roster::Edition::key),
    }
}
