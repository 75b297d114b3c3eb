//! What the checks found.

use super::Subject;
use crate::export::findings::table;
use crate::export::format;
use crate::export::statement_request::ChecksRequest;

/// The checks.
pub static SUBJECT: Subject = Subject {
    key: "checks",
    usual: &format::CSV,
    options: &["search", "outcome"],
    read: |answers, _, query| {
        let request =
            ChecksRequest { outcome: answers.all("outcome"), search: answers.one("search").unwrap_or_default() };
        query.checks = request.query()?;
        Ok(())
    },
    is_there: |_| true,
    needs_findings: true,
    table: Some(|briefing, findings, settings, words, job| {
        Ok(table(briefing, findings, &settings.query.checks, settings.made, words, job)?)
    }),
    picture: None,
    document: None,
    references: None,
    calendar: None,
};
