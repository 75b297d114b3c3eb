//! Citations that are written once for a list: an entry that names no source is read where its list is.

use super::{Citation, Roster, Trade};

/// Gives each spell of a roster that names no source those of the roster.
pub(super) fn in_roster(roster: &mut Roster) {
    let spells = roster.spells.iter_mut().map(|spell| &mut spell.citations);
    inherit(&roster.citations, spells);
}

/// Gives each figure of a series that names no source those of the series.
pub(super) fn in_trade(trade: &mut Trade) {
    for series in &mut trade.series {
        let values = series.observations.iter_mut().map(|value| &mut value.citations);
        let growth = series.published_growth.iter_mut().map(|growth| &mut growth.citations);
        let stated = series.stated_figures.iter_mut().map(|figure| &mut figure.citations);
        inherit(&series.citations, values.chain(growth).chain(stated));
    }
}

fn inherit<'a>(from: &[Citation], lists: impl Iterator<Item = &'a mut Vec<Citation>>) {
    if !from.is_empty() {
        lists.filter(|list| list.is_empty()).for_each(|list| list.extend_from_slice(from));
    }
}
