//! Every claim of the document with its verdict, the reason and the evidence, and every sentence in paraphrase.

use super::Composer;
use super::summary::{section, verdict};
use crate::analysis::evidence::{Confidence, confidence};
use crate::analysis::format;
use crate::briefing::{Citation, Claim, Stance};
use crate::export::brief::document::{Column, Grid, Rank, Row, Text, Tone};

pub fn compose(composer: &mut Composer<'_>) {
    let briefing = composer.briefing();
    composer.document.head(Rank::Part, "Sources and checks", "");
    let mut rows = Vec::new();
    for claim in &briefing.claims.claims {
        rows.push(Row::of(vec![said(composer, claim), judged(composer, claim)]));
    }
    let columns = vec![Column::words("Claim and evidence", 0.75), Column::words("Verdict", 0.25)];
    let beside = format!("in the order of the {}", briefing.document.called);
    section(composer, "Claims", &beside, Grid::table(columns, rows));
    sentences(composer);
}

/// The claim, why the verdict is what it is, and what each source says.
fn said(composer: &mut Composer<'_>, claim: &Claim) -> Text {
    let text = composer.numbers.cited(Text::strong(&claim.statement), &claim.citations);
    let mut text = text.and_break().and(Tone::Plain, &claim.reason);
    for (stance, word) in [
        (Stance::Supports, "Agree"),
        (Stance::Contradicts, "Disagree"),
        (Stance::Context, "Context"),
        (Stance::Rejected, "Read and not used"),
    ] {
        let evidence: Vec<_> = claim.evidence.iter().filter(|evidence| evidence.stance == stance).collect();
        for (index, evidence) in evidence.iter().enumerate() {
            text = if index == 0 {
                text.and_break().and(Tone::Quiet, format!("{word}: "))
            } else {
                text.and(Tone::Quiet, "; ")
            };
            let source = Citation { source: evidence.source.clone(), at: None };
            text = composer.numbers.cited(text.and(Tone::Quiet, &evidence.says), &[source]);
        }
    }
    text
}

/// The verdict, its note, and how far it can be relied on.
fn judged(composer: &Composer<'_>, claim: &Claim) -> Text {
    let (level, agreeing, opposed) = confidence(composer.briefing(), claim);
    let level = match level {
        Confidence::High => "high",
        Confidence::Moderate => "moderate",
        Confidence::Low => "low",
    };
    let sources = match (agreeing, opposed) {
        (0, 0) => String::new(),
        (agreeing, 0) => format!(", {agreeing} for it"),
        (agreeing, opposed) => format!(", {agreeing} for it, {opposed} against"),
    };
    verdict(claim.verdict)
        .and_break()
        .and(Tone::Plain, format::sentence_case(&claim.note))
        .and_break()
        .and(Tone::Quiet, format!("A {}; confidence {level}{sources}", claim.kind.label()))
}

/// The document in paraphrase: what the places in the citations say.
fn sentences(composer: &mut Composer<'_>) {
    let document = &composer.briefing().document;
    let row = |sentence: &crate::briefing::Sentence| {
        let mut text = Text::plain(&sentence.paraphrase);
        if let Some(sic) = &sentence.as_printed.sic {
            text = text.and(Tone::Quiet, format!(" Kept as printed: {sic}."));
        }
        Row::of(vec![Text::quiet(format::locator(sentence.at)), text])
    };
    let rows = document.sentences.iter().map(row).collect();
    let columns = vec![Column::words("", 0.08), Column::words("", 0.72)];
    let title = format!("The {}, sentence by sentence", document.called);
    section(composer, &title, "in the words of this briefing", Grid::list(columns, rows));
}
