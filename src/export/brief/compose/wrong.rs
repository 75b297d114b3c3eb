//! What the document gets wrong: as it is printed, beside what other sources say.

use super::Composer;
use super::summary::{section, verdict};
use crate::analysis::roster::{RosterRow, Slip, slips};
use crate::briefing::{Citation, Claim, ClaimKind, Evidence, Members, Message, Verdict};
use crate::drawing::marks::Mark;
use crate::export::brief::document::{Column, Entry, Grid, Row, Text, Tone};
use crate::message;

pub fn compose(composer: &mut Composer<'_>) {
    let briefing = composer.briefing();
    let claims = briefing.claims.claims.iter();
    let of = |verdict: Verdict| claims.clone().filter(move |claim| claim.verdict == verdict);
    let mut rows = judged(composer, of(Verdict::Disputed));
    // A list that was never printed has no slips.
    let members = briefing.members().filter(|members| !members.roster.printed.is_empty());
    for (members, slip) in members.flat_map(|members| slips(members).into_iter().map(move |slip| (members, slip))) {
        let (printed, correct, citations) = told(members, slip);
        let printed = match printed.1 {
            Some(at) => composer.cited(composer.say(&printed.0), &[at]),
            None => Text::quiet(composer.say(&printed.0)),
        };
        let correct = composer.cited(composer.say(&correct), &citations);
        rows.push(Row::of(vec![
            Text::marked(Mark::Verdict(Verdict::Disputed), &composer.say(&message!(brief::slip))),
            printed,
            correct,
        ]));
    }
    let called = briefing.called();
    table(composer, &message!(brief::wrong, called = &called), &message!(brief::wrong_about), rows);
    // What was true when it was written is not wrong, and what was expected was neither.
    let outdated = of(Verdict::Outdated);
    let since = judged(composer, outdated.clone().filter(|claim| claim.kind != ClaimKind::Forecast));
    table(composer, &message!(brief::outdated, called = &called), &message!(brief::outdated_about), since);
    let forecasts = judged(composer, outdated.filter(|claim| claim.kind == ClaimKind::Forecast));
    table(composer, &message!(brief::forecasts, called = &called), &message!(brief::forecasts_about), forecasts);
}

/// A table with a head, where it has rows.
fn table(composer: &mut Composer<'_>, title: &Message, about: &Message, rows: Vec<Row>) {
    let columns = vec![
        Column::words(composer.say(&message!(brief::verdict)), 0.16),
        Column::words(composer.say(&message!(brief::as_printed)), 0.32),
        Column::words(composer.say(&message!(brief::others_say)), 0.52),
    ];
    let (title, about) = (composer.say(title), composer.say(about));
    section(composer, &title, &about, Grid::table(columns, rows));
}

/// Each claim with its verdict, as it is printed, and what others say.
fn judged<'a>(composer: &mut Composer<'_>, claims: impl Iterator<Item = &'a Claim>) -> Vec<Row> {
    let mut rows = Vec::new();
    for claim in claims {
        let mark = verdict(composer, claim.verdict);
        let printed = composer.cited(&claim.statement, &claim.citations);
        let others = claim.evidence.iter().map(Evidence::citation);
        let others: Vec<Citation> = others.collect();
        let correct = Text::strong(composer.words().sentence_case(&claim.note)).and(Tone::Plain, ". ");
        let correct = composer.numbers.cited(correct.and(Tone::Plain, &claim.reason), &others);
        rows.push(Row::of(vec![mark, printed, correct]).more(Entry::Claim(claim.id.clone())));
    }
    rows
}

/// A slip of the printed list: what it prints and where, what is right, and who says so.
fn told(members: Members<'_>, slip: Slip) -> ((Message, Option<Citation>), Message, Vec<Citation>) {
    let (briefing, roster) = (members.briefing, members.roster);
    let status = |row: &RosterRow| row.status_in(roster).in_text().to_owned();
    let name = |row: &RosterRow| briefing.name(&row.state_in(roster).names).to_owned();
    let entry = |row: &RosterRow| row.printed.and_then(|index| roster.printed.get(index));
    let printed = |row: &RosterRow| entry(row).map_or_else(|| name(row), |entry| entry.printed.clone());
    let at = |row: &RosterRow| entry(row).and_then(|entry| briefing.document_citation(entry.at));
    let as_printed =
        |row: &RosterRow| (message!(brief::slip_printed, name = printed(row), status = status(row)), at(row));
    let known = |row: &RosterRow| match row.spell_in(roster) {
        Some(spell) => {
            message!(brief::slip_known_since, name = name(row), status = status(row), since = spell.from)
        }
        None => message!(brief::slip_known, name = name(row), status = status(row)),
    };
    match slip {
        Slip::Repeated(row) => {
            let again = message!(brief::slip_printed_again, name = printed(&row), status = status(&row));
            ((again, at(&row)), message!(brief::slip_once, known = known(&row)), row.citations(members))
        }
        Slip::Unknown(row) => {
            let none = message!(brief::slip_unknown, name = name(&row), day = briefing.manifest.as_of);
            (as_printed(&row), none, Vec::new())
        }
        Slip::OtherStatus(row, held) => (as_printed(&row), known(&held), held.citations(members)),
        Slip::LeftOut(row) => ((message!(brief::slip_left_out), None), known(&row), row.citations(members)),
    }
}
