//! The whole briefing as one document.

use std::path::PathBuf;

use super::{Subject, roster, trade};
use crate::export::brief::{Extent, Material, Paper};
use crate::export::format;
use crate::export::markdown_text::is_link;
use crate::export::request::{RequestError, wrong};
use crate::label;

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
        "template",
        "address",
        "with-briefing",
    ],
    read: |answers, briefing, query| {
        query.roster = roster::request(answers).query(briefing)?;
        trade::read(answers, briefing, query)?;
        query.extent = answers.among("extent", Extent::BOTH, Extent::key);
        query.paper = answers.among("paper", Paper::BOTH, Paper::key);
        query.template = answers.one("template").map(PathBuf::from);
        query.address = answers.one("address").as_deref().map(web_address).transpose()?;
        Ok(())
    },
    is_there: |_| true,
    needs_findings: true,
    table: None,
    picture: None,
    document: Some(|briefing, findings, settings, words, job| Material::new(briefing, findings, settings, words, job)),
    references: None,
    calendar: None,
};

/// Where a page will lie: an address of the web, without what names a part of it.
///
/// # Errors
/// That it is none.
pub fn web_address(given: &str) -> Result<String, RequestError> {
    if is_link(given) && !given.contains('#') {
        Ok(given.to_owned())
    } else {
        Err(wrong("address", given, label!(request::web_address)))
    }
}
