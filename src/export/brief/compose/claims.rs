//! Every claim of the document with its verdict, the reason and the evidence, and every sentence in paraphrase.

use super::Composer;
use super::summary::{section, verdict};
use crate::analysis::evidence::{Confidence, assess};
use crate::analysis::origins::Origins;
use crate::briefing::{Claim, ClaimKind, Stance};
use crate::export::brief::document::{Column, Entry, Grid, Row, Text, Tone};
use crate::message;
use crate::words::direction::isolated;

pub fn compose(composer: &mut Composer<'_>) {
    let briefing = composer.briefing();
    let heading = composer.say(&message!(brief::sources_and_checks));
    composer.document.part("sources", heading, "");
    let origins = Origins::of(briefing);
    let mut rows = Vec::new();
    for claim in composer.material.wanted(&briefing.claims.claims) {
        let row = Row::of(vec![said(composer, &origins, claim), judged(composer, &origins, claim)]);
        rows.push(row.entry(Entry::Claim(claim.id.clone())));
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

/// The claim, why the verdict is what it is, and what each source says, those of one origin together.
fn said(composer: &mut Composer<'_>, origins: &Origins<'_>, claim: &Claim) -> Text {
    let text = composer.numbers.cited(Text::strong(&claim.statement), &claim.citations);
    let mut text = text.and_break().and(Tone::Plain, &claim.reason);
    for stance in Stance::ALL {
        let word = match stance {
            Stance::Supports => message!(brief::agree),
            Stance::Contradicts => message!(brief::disagree),
            Stance::Context => message!(brief::context),
            Stance::Rejected => message!(brief::not_used),
        };
        let mut first = true;
        for (voice, group) in origins.grouped(&claim.evidence, stance) {
            for evidence in group.iter().map(|index| &claim.evidence[*index]) {
                text = if std::mem::take(&mut first) {
                    text.and_break().and(Tone::Quiet, format!("{} ", composer.say(&word)))
                } else {
                    text.and(Tone::Quiet, "; ")
                };
                let source = evidence.citation();
                text = composer.numbers.cited(text.and(Tone::Quiet, isolated(&evidence.says)), &[source]);
            }
            if group.len() > 1 {
                let one = composer.say(&message!(brief::one_origin, name = voice.name.to_owned()));
                text = text.and(Tone::Quiet, format!(" {one}"));
            }
        }
    }
    text
}

/// The verdict, its note, and how far it can be relied on.
fn judged(composer: &Composer<'_>, origins: &Origins<'_>, claim: &Claim) -> Text {
    let assessed = assess(origins, claim);
    let level = match assessed.confidence {
        Confidence::High => message!(brief::confidence_high),
        Confidence::Moderate => message!(brief::confidence_moderate),
        Confidence::Low => message!(brief::confidence_low),
    };
    let (bearing, opposing) = (assessed.bearing, assessed.opposing);
    let confidence = match (bearing.items, opposing.items) {
        (0, 0) => level,
        (_, 0) => message!(brief::for_verdict, confidence = level, bearing = bearing.said()),
        _ => message!(
            brief::for_and_against_verdict,
            confidence = level,
            bearing = bearing.said(),
            opposing = opposing.said()
        ),
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
        let row = Row::of(vec![Text::quiet(composer.words().locator(sentence.at)), text]);
        row.entry(Entry::Sentence(sentence.at))
    };
    let rows = composer.material.wanted(&document.sentences).map(row).collect();
    let columns = vec![Column::words("", 0.08), Column::words("", 0.72)];
    let title = composer.say(&message!(brief::sentences, called = &document.called));
    let about = composer.say(&message!(brief::sentences_about));
    section(composer, &title, &about, Grid::list(columns, rows));
}
