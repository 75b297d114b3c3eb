//! The states of the roster: a table, or the map of them.

use super::Subject;
use crate::analysis::roster::{self, RosterIndex};
use crate::export::answers::Answers;
use crate::export::request::RosterRequest;
use crate::export::roster::table;
use crate::export::{format, picture};

/// The roster.
pub static SUBJECT: Subject = Subject {
    key: "roster",
    usual: &format::CSV,
    options: &["status", "region", "search", "sort", "as-of", "edition", "theme", "scale"],
    read: |answers, briefing, query| {
        query.roster = request(answers).query(briefing)?;
        Ok(())
    },
    is_there: |_| true,
    needs_findings: false,
    table: Some(|briefing, _, settings, words| {
        let query = &settings.query.roster;
        Ok(table(briefing, query, &roster::view(briefing, query), settings.made, words))
    }),
    picture: Some(|briefing, settings, words| {
        let query = &settings.query.roster;
        let mut index = RosterIndex::new(briefing);
        let view = index.view(briefing, query);
        let marks = index.marks(&view);
        Ok(picture::map(briefing, query, &view, &marks, settings.look, settings.made, words))
    }),
    document: None,
};

/// What is asked of the roster.
pub(super) fn request(answers: &Answers) -> RosterRequest {
    RosterRequest {
        status: answers.all("status"),
        region: answers.all("region"),
        search: answers.one("search").unwrap_or_default(),
        sort: answers.one("sort"),
        as_of: answers.one("as-of"),
        edition: answers.among("edition", roster::Edition::BOTH, roster::Edition::key),
    }
}
