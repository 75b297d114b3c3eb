//! What this copy is: which briefing, in which state of the window, made when.

use super::Composer;
use super::summary::section;
use crate::export::brief::document::{Column, Grid, Row, Text, Tone};

pub fn compose(composer: &mut Composer<'_>) {
    let material = composer.material;
    let briefing = composer.briefing();
    let plain = |name: &str, value: String| Row::of(vec![Text::quiet(name), Text::plain(value)]);
    let code = Text::default().and(Tone::Code, briefing.digest.as_str());
    let mut rows = vec![
        plain("Briefing", briefing.manifest.name.clone()),
        Row::of(vec![Text::quiet("SHA-256"), code]),
        plain("Made", material.made.to_string()),
        plain("Made by", format!("Briefing Desk {}", env!("CARGO_PKG_VERSION"))),
    ];
    let roster = material.roster_provenance();
    let trade = material.trade_provenance();
    let facts = roster.facts.iter().map(|fact| ("Roster", fact));
    let facts = facts.chain(trade.iter().flat_map(|trade| trade.facts.iter().map(|fact| ("Trade", fact))));
    rows.extend(facts.map(|(part, (name, value))| plain(&format!("{part}, {name}"), value.clone())));
    let columns = vec![Column::words("", 0.2), Column::words("", 0.8)];
    section(
        composer,
        "About this copy",
        "the same briefing and settings give the same copy",
        Grid::list(columns, rows),
    );
}
