//! What the document gets wrong: as it is printed, beside what other sources say.

use super::Composer;
use super::summary::section;
use crate::analysis::format;
use crate::analysis::roster::{RosterRow, Slip, slips};
use crate::briefing::{Citation, Verdict};
use crate::drawing::marks::Mark;
use crate::export::brief::document::{Column, Grid, Row, Text, Tone};

pub fn compose(composer: &mut Composer<'_>) {
    let briefing = composer.briefing();
    let mut rows = Vec::new();
    let mut claims: Vec<_> =
        briefing.claims.claims.iter().filter(|c| matches!(c.verdict, Verdict::Disputed | Verdict::Outdated)).collect();
    claims.sort_by_key(|claim| claim.verdict);
    for claim in claims {
        let mark = Text::marked(Mark::Verdict(claim.verdict), claim.verdict.label());
        let printed = composer.cited(&claim.statement, &claim.citations);
        let others = claim.evidence.iter().map(|evidence| Citation { source: evidence.source.clone(), at: None });
        let others: Vec<Citation> = others.collect();
        let correct = Text::strong(format::sentence_case(&claim.note)).and(Tone::Plain, ". ");
        let correct = composer.numbers.cited(correct.and(Tone::Plain, &claim.reason), &others);
        rows.push(Row::of(vec![mark, printed, correct]));
    }
    for slip in slips(briefing) {
        let (printed, correct, citations) = told(composer, slip);
        let printed = match printed.1 {
            Some(at) => composer.cited(printed.0, &[at]),
            None => Text::quiet(printed.0),
        };
        let correct = composer.cited(correct, &citations);
        rows.push(Row::of(vec![Text::marked(Mark::Verdict(Verdict::Disputed), "List"), printed, correct]));
    }
    let columns = vec![
        Column::words("Verdict", 0.16),
        Column::words("As printed", 0.32),
        Column::words("What other sources say", 0.52),
    ];
    let title = format!("What the {} gets wrong", briefing.document.called);
    section(composer, &title, "as printed, beside what is known", Grid::table(columns, rows));
}

/// A slip of the printed list: what it prints and where, what is right, and who says so.
fn told(composer: &Composer<'_>, slip: Slip) -> ((String, Option<Citation>), String, Vec<Citation>) {
    let briefing = composer.briefing();
    let roster = &briefing.roster;
    let status = |row: &RosterRow| row.status_in(roster).name.to_lowercase();
    let since = |row: &RosterRow| {
        row.spell_in(roster).map_or_else(String::new, |spell| format!(" since {}", format::date(spell.from)))
    };
    let name = |row: &RosterRow| briefing.name(&row.state_in(roster).names).to_owned();
    let printed = |row: &RosterRow, more: &str| {
        let entry = row.printed.and_then(|index| roster.printed.get(index));
        let printed = entry.map_or_else(|| name(row), |entry| entry.printed.clone());
        (format!("{printed}, {}{more}", status(row)), entry.map(|entry| briefing.document_citation(entry.at)))
    };
    let known = |row: &RosterRow| format!("{}, {}{}", name(row), status(row), since(row));
    match slip {
        Slip::Repeated(row) => {
            (printed(&row, ", a second time"), format!("{}, named once", known(&row)), row.citations(briefing))
        }
        Slip::Unknown(row) => {
            let day = format::date(briefing.manifest.as_of);
            (printed(&row, ""), format!("{}, no status on {day}", name(&row)), Vec::new())
        }
        Slip::OtherStatus(row, held) => (printed(&row, ""), known(&held), held.citations(briefing)),
        Slip::LeftOut(row) => (("Not named".to_owned(), None), known(&row), row.citations(briefing)),
    }
}
