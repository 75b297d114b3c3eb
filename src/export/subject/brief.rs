//! The whole briefing as one document.

use super::{Subject, roster, trade};
use crate::export::brief::{Extent, Material, Paper};
use crate::export::format;

/// The brief.
pub static SUBJECT: Subject = Subject {
    key: "brief",
    usual: &format::PDF,
    options: &[
        "organisation",
        "status",
        "region",
        "search",
        "sort",
        "as-of",
        "edition",
        "series",
        "beside",
        "measure",
        "layer",
        "from",
        "to",
        "extent",
        "paper",
    ],
    read: |answers, briefing, query| {
        query.roster = roster::request(answers).query(briefing)?;
        trade::read(answers, briefing, query)?;
        query.extent = answers.among("extent", Extent::BOTH, Extent::key);
        query.paper = answers.among("paper", Paper::BOTH, Paper::key);
        Ok(())
    },
    is_there: |_| true,
    needs_findings: true,
    table: None,
    picture: None,
    document: Some(|briefing, findings, settings, words| Material::new(briefing, findings, settings, words)),
    references: None,
    calendar: None,
};
