//! What the checks found, worst first, with what the editors acknowledge; and the checks that found nothing.

use super::Composer;
use super::summary::section;
use crate::analysis::checks::{Finding, Outcome, silent};
use crate::drawing::marks::Mark;
use crate::export::brief::document::{Column, Entry, Grid, Row, Text, Tone};
use crate::message;

pub fn compose(composer: &mut Composer<'_>) {
    let findings = composer.material.findings;
    let entry = |finding: &Finding| Entry::Finding(finding.id.to_string());
    let findings_wanted = composer.material.wanted(findings);
    let rows = findings_wanted.map(|finding| row(composer, finding).entry(entry(finding))).collect();
    let (title, tally) = (composer.say(&message!(brief::checks)), tally(composer));
    section(composer, &title, &tally, Grid::table(columns(composer), rows));
    let row = |check: &&crate::analysis::checks::Check| {
        Row::of(vec![Text::quiet("–"), Text::plain(composer.say(&check.holds))])
    };
    let rows = silent(composer.briefing(), findings).iter().map(row).collect();
    let columns = vec![Column::words("", 0.03), Column::words("", 0.76)];
    let title = composer.say(&message!(brief::silent));
    section(composer, &title, "", Grid { small: true, ..Grid::list(columns, rows) });
}

/// At most so many failures and warnings that nobody has acknowledged; how many are left out is returned.
pub fn worst(composer: &mut Composer<'_>, most: usize) -> usize {
    let open: Vec<&Finding> = composer.material.findings.iter().filter(|finding| finding.is_open()).collect();
    let rows = open.iter().take(most).map(|finding| row(composer, finding)).collect();
    let columns = columns(composer).into_iter().map(|column| Column { title: String::new(), ..column }).collect();
    let (title, tally) = (composer.say(&message!(brief::worst)), tally(composer));
    section(composer, &title, &tally, Grid::list(columns, rows));
    open.len().saturating_sub(most)
}

fn columns(composer: &Composer<'_>) -> Vec<Column> {
    vec![
        Column::words(composer.say(&message!(brief::outcome)), 0.12),
        Column::words(composer.say(&message!(brief::finding)), 0.68),
        Column::figures(composer.say(&message!(brief::finding_places)), 0.2),
    ]
}

fn row(composer: &mut Composer<'_>, finding: &Finding) -> Row {
    let (title, detail) = (composer.say(&finding.title), composer.say(&finding.detail));
    let mut text = Text::strong(title).and(Tone::Plain, format!(". {detail}"));
    if let Some(reason) = &finding.acknowledged {
        text = text.and(Tone::Quiet, format!(" {}", composer.say(&message!(brief::acknowledged, reason = reason))));
    }
    let mark = Text::marked(Mark::Outcome(finding.outcome), &composer.say(&finding.outcome.name()));
    Row::of(vec![mark, text, composer.numbers.cite(&finding.citations)])
}

/// How many findings there are of each outcome: `5 fail, 3 warn, 5 pass, 5 info`.
fn tally(composer: &Composer<'_>) -> String {
    let counted = Outcome::ALL.map(|outcome| {
        let count = composer.material.findings.iter().filter(|finding| finding.outcome == outcome).count();
        composer.say(&match outcome {
            Outcome::Fail => message!(brief::tally_fail, count = count),
            Outcome::Warn => message!(brief::tally_warn, count = count),
            Outcome::Pass => message!(brief::tally_pass, count = count),
            Outcome::Info => message!(brief::tally_info, count = count),
        })
    });
    composer.words().list(counted)
}
