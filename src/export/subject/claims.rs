//! The claims of the document.

use super::Subject;
use crate::export::claims::table;
use crate::export::error::ExportError;
use crate::export::format;
use crate::export::statement_request::ClaimsRequest;

/// The claims.
pub static SUBJECT: Subject = Subject {
    key: "claims",
    usual: &format::CSV,
    options: &["about", "verdict"],
    read: |answers, briefing, query| {
        let request = ClaimsRequest { about: answers.all("about"), verdict: answers.all("verdict") };
        query.claims = request.query(briefing)?;
        Ok(())
    },
    is_there: |briefing| !briefing.claims.claims.is_empty(),
    needs_findings: false,
    table: Some(|briefing, _, settings, words, job| {
        if briefing.claims.claims.is_empty() {
            return Err(ExportError::NoClaims);
        }
        Ok(table(briefing, &settings.query.claims, settings.made, words, job)?)
    }),
    picture: None,
    document: None,
    references: None,
    calendar: None,
};
