//! What the checks found, worst first, with what the editors acknowledge; and the checks that found nothing.

use super::Composer;
use super::summary::section;
use crate::analysis::checks::{Finding, Outcome, silent};
use crate::drawing::marks::Mark;
use crate::export::brief::document::{Column, Grid, Row, Text, Tone};

pub fn compose(composer: &mut Composer<'_>) {
    let findings = composer.material.findings;
    let rows = findings.iter().map(|finding| row(composer, finding)).collect();
    section(composer, "Checks", &tally(findings), Grid::table(columns(), rows));
    let row = |check: &&crate::analysis::checks::Check| Row::of(vec![Text::quiet("–"), Text::plain(check.holds)]);
    let rows = silent(findings).iter().map(row).collect();
    let columns = vec![Column::words("", 0.03), Column::words("", 0.76)];
    section(composer, "Checked, and nothing found to say", "", Grid { small: true, ..Grid::list(columns, rows) });
}

/// At most so many failures and warnings that nobody has acknowledged; how many are left out is returned.
pub fn worst(composer: &mut Composer<'_>, most: usize) -> usize {
    let open: Vec<&Finding> = composer.material.findings.iter().filter(|finding| finding.is_open()).collect();
    let rows = open.iter().take(most).map(|finding| row(composer, finding)).collect();
    let columns = columns().into_iter().map(|column| Column { title: String::new(), ..column }).collect();
    section(composer, "What the checks found", &tally(composer.material.findings), Grid::list(columns, rows));
    open.len().saturating_sub(most)
}

fn columns() -> Vec<Column> {
    vec![Column::words("Outcome", 0.12), Column::words("Finding", 0.68), Column::figures("Places", 0.2)]
}

fn row(composer: &mut Composer<'_>, finding: &Finding) -> Row {
    let mut text = Text::strong(&finding.title).and(Tone::Plain, format!(". {}", finding.detail));
    if let Some(reason) = &finding.acknowledged {
        text = text.and(Tone::Quiet, format!(" Acknowledged: {reason}."));
    }
    let mark = Text::marked(Mark::Outcome(finding.outcome), finding.outcome.label());
    Row::of(vec![mark, text, composer.numbers.cite(&finding.citations)])
}

/// How many findings there are of each outcome: `5 fail, 3 warn, 5 pass, 5 info`.
fn tally(findings: &[Finding]) -> String {
    let count = |outcome: Outcome| findings.iter().filter(|finding| finding.outcome == outcome).count();
    let counted: Vec<String> =
        Outcome::ALL.iter().map(|outcome| format!("{} {}", count(*outcome), outcome.label().to_lowercase())).collect();
    counted.join(", ")
}
