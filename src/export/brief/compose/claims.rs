//! Every claim of the document with its verdict, the reason and the evidence, and every sentence in paraphrase.

use super::Composer;
use super::summary::{section, verdict};
use crate::analysis::evidence::{Confidence, confidence};
use crate::briefing::{Citation, Claim, ClaimKind, Stance};
use crate::export::brief::document::{Column, Grid, Rank, Row, Text, Tone};
use crate::message;

pub fn compose(composer: &mut Composer<'_>) {
    let briefing = composer.briefing();
    let heading = composer.say(&message!(brief::sources_and_checks));
    composer.document.head(Rank::Part, heading, "");
    let mut rows = Vec::new();
    for claim in &briefing.claims.claims {
        rows.push(Row::of(vec![said(composer, claim), judged(composer, claim)]));
    }
    let columns = vec![
        Column::words(composer.say(&message!(brief::claim_and_evidence)), 0.75),
        Column::words(composer.say(&message!(brief::verdict)), 0.25),
    ];
    let about = message!(brief::claims_about, called = &briefing.called());
    let (title, about) = (composer.say(&message!(brief::claims)), composer.say(&about));
    section(composer, &title, &about, Grid::table(columns, rows));
    sentences(composer);
}

/// The claim, why the verdict is what it is, and what each source says.
fn said(composer: &mut Composer<'_>, claim: &Claim) -> Text {
    let text = composer.numbers.cited(Text::strong(&claim.statement), &claim.citations);
    let mut text = text.and_break().and(Tone::Plain, &claim.reason);
    for (stance, word) in [
        (Stance::Supports, message!(brief::agree)),
        (Stance::Contradicts, message!(brief::disagree)),
        (Stance::Context, message!(brief::context)),
        (Stance::Rejected, message!(brief::not_used)),
    ] {
        let evidence: Vec<_> = claim.evidence.iter().filter(|evidence| evidence.stance == stance).collect();
        for (index, evidence) in evidence.iter().enumerate() {
            text = if index == 0 {
                text.and_break().and(Tone::Quiet, format!("{} ", composer.say(&word)))
            } else {
                text.and(Tone::Quiet, "; ")
            };
            let source = Citation::of(evidence.source.clone());
            text = composer.numbers.cited(text.and(Tone::Quiet, &evidence.says), &[source]);
        }
    }
    text
}

/// The verdict, its note, and how far it can be relied on.
fn judged(composer: &Composer<'_>, claim: &Claim) -> Text {
    let (level, agreeing, opposed) = confidence(composer.briefing(), claim);
    let level = match level {
        Confidence::High => message!(brief::confidence_high),
        Confidence::Moderate => message!(brief::confidence_moderate),
        Confidence::Low => message!(brief::confidence_low),
    };
    let confidence = match (agreeing, opposed) {
        (0, 0) => level,
        (agreeing, 0) => message!(brief::for_it, confidence = level, agreeing = agreeing),
        (agreeing, opposed) => {
            message!(brief::for_and_against, confidence = level, agreeing = agreeing, opposed = opposed)
        }
    };
    let judged = match claim.kind {
        ClaimKind::Fact => message!(brief::judged_fact, confidence = confidence),
        ClaimKind::Quotation => message!(brief::judged_quotation, confidence = confidence),
        ClaimKind::Description => message!(brief::judged_description, confidence = confidence),
        ClaimKind::Judgement => message!(brief::judged_judgement, confidence = confidence),
        ClaimKind::Forecast => message!(brief::judged_forecast, confidence = confidence),
    };
    verdict(composer, claim.verdict)
        .and_break()
        .and(Tone::Plain, composer.words().sentence_case(&claim.note))
        .and_break()
        .and(Tone::Quiet, composer.say(&judged))
}

/// The document in paraphrase: what the places in the citations say.
fn sentences(composer: &mut Composer<'_>) {
    let Some(document) = &composer.briefing().document else { return };
    let row = |sentence: &crate::briefing::Sentence| {
        let mut text = Text::plain(&sentence.paraphrase);
        if let Some(sic) = &sentence.as_printed.sic {
            text = text.and(Tone::Quiet, format!(" {}", composer.say(&message!(brief::sic, sic = sic))));
        }
        Row::of(vec![Text::quiet(composer.words().locator(sentence.at)), text])
    };
    let rows = document.sentences.iter().map(row).collect();
    let columns = vec![Column::words("", 0.08), Column::words("", 0.72)];
    let title = composer.say(&message!(brief::sentences, called = &document.called));
    let about = composer.say(&message!(brief::sentences_about));
    section(composer, &title, &about, Grid::list(columns, rows));
}
