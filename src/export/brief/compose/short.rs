//! The brief on one page: what a reader in a hurry needs, and how much of the rest there is.

use super::{Composer, checks, members, sources, summary, trade};
use crate::analysis::trade::basis;
use crate::briefing::Status;
use crate::export::brief::document::{Block, Document, Rank, Span, Style, Text, Tone};
use crate::export::brief::material::{Listed, Material};
use crate::message;
use crate::words::NO_BREAK;
use crate::words::direction::isolated;

/// How much there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Key points.
    pub points: usize,
    /// Findings of the checks.
    pub findings: usize,
    /// Sources.
    pub sources: usize,
    /// Statuses of the roster.
    pub statuses: usize,
    /// Characters of one text; a longer one ends in an ellipsis.
    pub characters: usize,
}

impl Default for Room {
    /// As much as a page of a briefing of the usual length has room for.
    fn default() -> Self {
        Self { points: 12, findings: 8, sources: 12, statuses: 8, characters: 420 }
    }
}

impl Room {
    /// A little less room: what matters least goes first. None once nothing more can go.
    pub const fn less(self) -> Option<Self> {
        let Self { points, findings, sources, statuses, characters } = self;
        Some(match self {
            _ if sources > 6 => Self { sources: sources - 1, ..self },
            _ if findings > 5 => Self { findings: findings - 1, ..self },
            _ if points > 9 => Self { points: points - 1, ..self },
            _ if sources > 1 => Self { sources: sources - 1, ..self },
            _ if findings > 2 => Self { findings: findings - 1, ..self },
            _ if characters > 240 => Self { characters: characters - 30, ..self },
            _ if points > 6 => Self { points: points - 1, ..self },
            _ if characters > 120 => Self { characters: characters - 30, ..self },
            _ if points > 3 => Self { points: points - 1, ..self },
            _ if findings > 1 => Self { findings: findings - 1, ..self },
            _ if statuses > 3 => Self { statuses: statuses - 1, ..self },
            _ if characters > 40 => Self { characters: characters - 20, ..self },
            _ => return None,
        })
    }
}

/// The brief for a page with so much room.
pub fn short(material: &Material<'_>, room: Room) -> Document {
    let mut composer = Composer::new(material);
    composer.numbers.limit(room.sources);
    summary::head(&mut composer);
    let points = summary::key_points(&mut composer, room.points);
    if let Some(shown) = material.trades.first() {
        let layer = composer.material.query.trade.layer;
        let trade = composer.briefing().trade_of(shown.series);
        let headline = trade.map_or("", |trade| basis::headline(trade, layer));
        composer.document.head(Rank::Section, headline, basis::reporter(shown.series, layer).unwrap_or_default());
        trade::figures(&mut composer, shown);
    }
    let listed = material.rosters.first();
    if let Some(listed) = listed {
        roster(&mut composer, listed, room.statuses);
    }
    let findings = checks::worst(&mut composer, room.findings);
    sources::numbered(&mut composer);
    let all = composer.briefing().sources.sources.len();
    let sources = all.saturating_sub(composer.numbers.order().len());
    let left = [
        (points, message!(brief::key_points_count, count = points)),
        (findings, message!(brief::findings_count, count = findings)),
        (sources, message!(brief::sources_count, count = sources)),
    ];
    let left = left.into_iter().filter(|(count, _)| *count > 0);
    let left: Vec<String> = left.map(|(_, said)| composer.say(&message!(brief::more, count = said))).collect();
    let facts = listed.map_or_else(String::new, |listed| members::settings(&composer, listed));
    let mut foot =
        if facts.is_empty() { String::new() } else { composer.say(&message!(brief::roster_is, facts = facts)) };
    if !left.is_empty() {
        let left = message!(brief::left_out, left = composer.words().list(&left));
        format!("{} {foot}", composer.say(&left)).trim_end().clone_into(&mut foot);
    }
    if !foot.is_empty() {
        composer.document.say(Style::Caption, Text::quiet(foot));
    }
    let mut document = composer.document;
    document.blocks.iter_mut().for_each(|block| shorten(block, room.characters));
    document
}

/// How many of the states shown have each status.
fn roster(composer: &mut Composer<'_>, listed: &Listed<'_>, most: usize) {
    let Listed { members, query, view, .. } = listed;
    let roster = members.roster;
    let statuses = &roster.statuses;
    let mut counts = vec![0_usize; statuses.len()];
    for row in view.rows() {
        counts[row.status] += 1;
    }
    let mut held: Vec<(&Status, usize)> = statuses.iter().zip(counts).filter(|(_, count)| *count > 0).collect();
    let more = held.len().saturating_sub(most);
    held.truncate(most);
    let mut text = Text::default();
    for (index, (status, count)) in held.iter().enumerate() {
        if index > 0 {
            text = text.and(Tone::Plain, "    ");
        }
        text.push(Span::Mark(crate::drawing::marks::Mark::Status(status.shape)));
        let name = isolated(status.counted(*count));
        text = text.and(Tone::Strong, format!("{NO_BREAK}{}", composer.words().count(*count as u64)));
        text = text.and(Tone::Plain, format!("{NO_BREAK}{name}"));
    }
    if more > 0 {
        text = text.and(
            Tone::Quiet,
            format!(
                "    {}",
                composer.say(&message!(brief::more, count = message!(brief::statuses_count, count = more)))
            ),
        );
    }
    if held.is_empty() {
        text = Text::plain(composer.say(&message!(brief::no_state)));
    }
    let heading = composer.say(&message!(brief::members, organisation = &roster.organisation.short));
    composer.document.head(Rank::Section, heading, composer.words().day(query.as_of));
    composer.document.say(Style::Body, text);
}

/// Cuts every text of a block that is longer than there is room for.
fn shorten(block: &mut Block, characters: usize) {
    match block {
        Block::Heading(heading) => {
            cut(&mut heading.text, characters.min(140));
            cut(&mut heading.beside, characters.min(90));
        }
        Block::Paragraph(paragraph) => shorten_text(&mut paragraph.text, characters),
        Block::Figures(figures) => {
            for figure in figures {
                cut(&mut figure.label, characters.min(60));
                cut(&mut figure.value, characters.min(24));
                cut(&mut figure.unit, characters.min(16));
                shorten_text(&mut figure.below, characters.min(110));
            }
        }
        Block::Grid(grid) => {
            for text in grid.rows.iter_mut().flat_map(|row| &mut row.cells) {
                shorten_text(text, characters);
            }
        }
        Block::Picture(_) => {}
    }
}

/// Cuts a text after so many characters in all; what follows a cut is left out.
fn shorten_text(text: &mut Text, mut characters: usize) {
    for (index, span) in text.spans.iter_mut().enumerate() {
        let Span::Words { words, .. } = span else { continue };
        let length = words.chars().count();
        if length > characters {
            cut(words, characters);
            text.spans.truncate(index + 1);
            return;
        }
        characters -= length;
    }
}

fn cut(text: &mut String, characters: usize) {
    if let Some((end, _)) = text.char_indices().nth(characters) {
        text.truncate(end);
        let kept = text.trim_end().len();
        text.truncate(kept);
        text.push('…');
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Room, cut, shorten_text};
    use crate::export::brief::document::{Text, Tone};

    #[test]
    fn room_shrinks_to_an_end() {
        let mut room = Room::default();
        let mut steps = 0;
        while let Some(less) = room.less() {
            assert_ne!(less, room);
            (room, steps) = (less, steps + 1);
        }
        assert!(steps < 100, "{steps}");
        assert!(room.points == 3 && room.characters <= 40, "{room:?}");
    }

    proptest! {
        #[test]
        fn a_cut_text_is_no_longer_than_asked(text in "\\PC{0,60}", characters in 1usize..50) {
            let mut shortened = text.clone();
            cut(&mut shortened, characters);
            prop_assert!(shortened.chars().count() <= characters + 1);
            prop_assert!(text.starts_with(shortened.trim_end_matches('…')));
        }

        #[test]
        fn all_spans_share_the_room(one in "[a-z]{0,30}", two in "[a-z]{0,30}", characters in 1usize..80) {
            let mut text = Text::strong(one).and(Tone::Plain, two);
            shorten_text(&mut text, characters);
            prop_assert!(text.words().chars().count() <= characters + 1);
        }
    }
}
