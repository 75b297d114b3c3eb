//! Quotations: closed where they open, and kept as printed where their wording is defective.

use super::{Check, Finding, Outcome, Place, citing};
use crate::analysis::format::{locator, sentence_case};
use crate::briefing::{Briefing, Locator, QuotationPart};

const CLOSED: &str = "quotation-closed";
const WORDING: &str = "wording";
const MARKS: &str = "quotation-marks";

pub(super) const CHECKS: &[Check] = &[
    Check { name: CLOSED, holds: "Every quotation of the document that opens closes" },
    Check { name: WORDING, holds: "No sentence is defective as printed" },
    Check { name: MARKS, holds: "Every quotation mark in the briefing's own words has its other half" },
];

/// The findings about quotations.
pub(super) fn findings(briefing: &Briefing) -> Vec<Finding> {
    let mut findings = closed(briefing);
    for sentence in &briefing.document.sentences {
        if let Some(sic) = &sentence.as_printed.sic {
            let detail = format!("Kept as printed: {}", sentence.label);
            let citations = citing(briefing, [sentence.at]);
            let place = Place::Sentence(sentence.at);
            findings.push(Finding::new(WORDING, Outcome::Warn, place, sentence_case(sic), detail, citations));
        }
    }
    findings.extend(marks(briefing));
    findings
}

fn closed(briefing: &Briefing) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut whole: Vec<(Locator, Locator)> = Vec::new();
    let mut open: Option<Locator> = None;
    let mut fail = |at: Locator, title: &str, detail: String| {
        let citations = citing(briefing, [at]);
        findings.push(Finding::new(CLOSED, Outcome::Fail, Place::Sentence(at), title, detail, citations));
    };
    for sentence in &briefing.document.sentences {
        let at = sentence.at;
        match (sentence.as_printed.quotation, open) {
            (None, _) => {}
            (Some(QuotationPart::Whole), None) => whole.push((at, at)),
            (Some(QuotationPart::Opens), None) => open = Some(at),
            (Some(QuotationPart::Closes), Some(from)) => {
                whole.push((from, at));
                open = None;
            }
            (Some(QuotationPart::Closes), None) => {
                fail(at, "Quotation that never opened", format!("closed in {}", locator(at)));
            }
            (Some(_), Some(from)) => {
                fail(from, "Quotation not closed", format!("opened in {}, another in {}", locator(from), locator(at)));
                open = (sentence.as_printed.quotation == Some(QuotationPart::Opens)).then_some(at);
            }
        }
    }
    if let Some(from) = open {
        fail(from, "Quotation not closed", format!("opened in {} and nowhere closed", locator(from)));
    }
    if let (Some((first, _)), true) = (whole.first(), findings.is_empty()) {
        let written: Vec<String> = whole
            .iter()
            .map(|(from, to)| match from == to {
                true => format!("within {}", locator(*from)),
                false => format!("opened in {}, closed in {}", locator(*from), locator(*to)),
            })
            .collect();
        let citations = citing(briefing, whole.iter().flat_map(|(from, to)| [*from, *to]));
        let place = Place::Sentence(*first);
        let detail = written.join("; ");
        findings.push(Finding::new(CLOSED, Outcome::Pass, place, "Quotation marks", detail, citations));
    }
    findings
}

/// Marks without their other half in what the briefing says itself.
fn marks(briefing: &Briefing) -> Vec<Finding> {
    let sentences = briefing.document.sentences.iter().flat_map(|sentence| {
        [&sentence.label, &sentence.paraphrase].map(|text| (Place::Sentence(sentence.at), text, vec![sentence.at]))
    });
    let claims = briefing.claims.claims.iter().flat_map(|claim| {
        let at: Vec<Locator> = briefing.places(&claim.citations).collect();
        [&claim.statement, &claim.note, &claim.reason].map(|text| (Place::Claim(claim.id.clone()), text, at.clone()))
    });
    let points = briefing.claims.key_points.iter().map(|point| {
        let claim = briefing.claim(&point.claim);
        let at = claim.map_or_else(Vec::new, |claim| briefing.places(&claim.citations).collect());
        (Place::Claim(point.claim.clone()), &point.text, at)
    });
    let lost = |(place, text, at): (Place, &String, Vec<Locator>)| {
        let odd = [('“', '”'), ('«', '»'), ('„', '“')].into_iter().find(|(open, close)| {
            let count = |mark: char| text.matches(mark).count();
            // A low mark closes with what opens elsewhere, so those are counted together and not each by itself.
            match (*open, text.contains('„')) {
                ('“', true) => false,
                ('„', false) => false,
                _ => count(*open) != count(*close),
            }
        })?;
        let detail = format!("{} and {} do not pair in: {text}", odd.0, odd.1);
        let citations = citing(briefing, at);
        Some(Finding::new(MARKS, Outcome::Fail, place, "Half a quotation mark", detail, citations))
    };
    sentences.chain(claims).chain(points).filter_map(lost).collect()
}
