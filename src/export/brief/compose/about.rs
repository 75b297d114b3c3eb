//! What this copy is: which briefing, in which state of the window, made when.

use super::Composer;
use super::summary::section;
use crate::briefing::Message;
use crate::export::brief::document::{Column, Grid, Row, Text, Tone};
use crate::export::provenance::Fact;
use crate::message;

pub fn compose(composer: &mut Composer<'_>) {
    let material = composer.material;
    let briefing = composer.briefing();
    let plain = |name: Message, value: String| Row::of(vec![Text::quiet(composer.say(&name)), Text::plain(value)]);
    let code = Text::default().and(Tone::Code, briefing.digest.as_str());
    let program = message!(brief::program, version = env!("CARGO_PKG_VERSION"));
    let mut rows = vec![
        plain(message!(brief::about_briefing), briefing.manifest.name.clone()),
        Row::of(vec![Text::quiet(composer.say(&message!(brief::about_digest))), code]),
        plain(message!(brief::about_made), material.made.to_string()),
        plain(message!(brief::about_made_by), composer.say(&program)),
    ];
    let rosters: Vec<_> = material.rosters.iter().map(|listed| material.roster_provenance(listed)).collect();
    let trades: Vec<_> = material.trades.iter().map(|shown| material.trade_provenance(shown)).collect();
    let of_roster = |fact: &Fact| plain(message!(brief::about_roster, name = fact.name.clone()), fact.value.clone());
    let of_trade = |fact: &Fact| plain(message!(brief::about_trade, name = fact.name.clone()), fact.value.clone());
    rows.extend(rosters.iter().flat_map(|roster| &roster.facts).map(of_roster));
    rows.extend(trades.iter().flat_map(|trade| &trade.facts).map(of_trade));
    let (title, about) = (message!(brief::about_copy), message!(brief::about_copy_about));
    let (title, about) = (composer.say(&title), composer.say(&about));
    let columns = vec![Column::words("", 0.2), Column::words("", 0.8)];
    section(composer, &title, &about, Grid::list(columns, rows));
}
