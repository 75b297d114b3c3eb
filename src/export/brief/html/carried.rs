//! The briefing that a page carries, so that whoever has the page has all that it was made of.

use super::super::material::Material;
use crate::briefing::packed::with_briefing;
use crate::export::error::ExportError;
use crate::export::link::{self, Link, TradeShown};
use crate::export::packing;

/// Puts the briefing that a page is to carry into it, with what the page shows of it.
///
/// # Errors
/// That it is no longer where it was, or is larger than a packed one can be.
pub fn carrying(page: String, material: &Material<'_>) -> Result<String, ExportError> {
    let Some(carried) = &material.query.carried else { return Ok(page) };
    let packed = packing::pack(carried.folder()).map_err(|err| ExportError::not_carried(&err))?;
    Ok(with_briefing(&page, &views(material), &packed.bytes))
}

/// What a page shows of its briefing, as links to it.
fn views(material: &Material<'_>) -> Vec<String> {
    let query = material.query;
    let members = link::roster_given(&query.roster, material.briefing);
    let (series, beside) = (query.series.clone(), query.beside.clone());
    let trade = link::trade_given(&TradeShown { series, beside, query: query.trade, ..TradeShown::default() });
    let tabs = [("members", members), ("trade", trade)];
    let set = tabs.into_iter().filter(|(_, given)| !given.is_empty());
    set.map(|(tab, given)| Link { tab: tab.to_owned(), given }.to_string()).collect()
}
