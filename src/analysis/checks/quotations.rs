//! Quotations: closed where they open, and kept as printed where their wording is defective.

use super::texts::{About, Text};
use super::{Check, Finding, Material, Needs, Outcome, Subject, citing, in_turn};
use crate::briefing::{Briefing, Locator, Message, QuotationPart, Sentence};
use crate::{label, message};

pub(super) const CHECKS: &[Check] = &[
    Check {
        key: "quotation-closed",
        needs: Needs::Document,
        holds: label!(checks::quotation_closed),
        run: |material| closed(material.briefing),
    },
    Check {
        key: "wording",
        needs: Needs::Document,
        holds: label!(checks::wording),
        run: |material| {
            let sentences = material.briefing.sentences().iter();
            sentences.filter_map(|sentence| wording(material.briefing, sentence)).collect()
        },
    },
    Check { key: "quotation-marks", needs: Needs::Nothing, holds: label!(checks::quotation_marks), run: marks },
];

fn wording(briefing: &Briefing, sentence: &Sentence) -> Option<Finding> {
    let sic = sentence.as_printed.sic.as_ref()?;
    let detail = message!(findings::wording_kept, label = &sentence.label);
    let title = message!(findings::wording, sic = capitalised(sic));
    let (subject, citations) = (Subject::Sentence(sentence.at), citing(briefing, [sentence.at]));
    Some(Finding::new(Outcome::Warn, subject, title, detail, citations))
}

/// A remark of the editors as it stands at the head of a finding.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn closed(briefing: &Briefing) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut whole: Vec<(Locator, Locator)> = Vec::new();
    let mut open: Option<Locator> = None;
    let mut fail = |at: Locator, title: Message, detail: Message| {
        let citations = citing(briefing, [at]);
        findings.push(Finding::new(Outcome::Fail, Subject::Sentence(at), title, detail, citations));
    };
    for sentence in briefing.sentences() {
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
                fail(at, label!(findings::quotation_never_opened), message!(findings::quotation_closed_in, at = at));
            }
            (Some(_), Some(from)) => {
                let detail = message!(findings::quotation_another, from = from, at = at);
                fail(from, label!(findings::quotation_not_closed), detail);
                open = (sentence.as_printed.quotation == Some(QuotationPart::Opens)).then_some(at);
            }
        }
    }
    if let Some(from) = open {
        let detail = message!(findings::quotation_nowhere_closed, from = from);
        fail(from, label!(findings::quotation_not_closed), detail);
    }
    let said = |(from, to): &(Locator, Locator)| {
        if from == to {
            message!(findings::quotation_within, at = *from)
        } else {
            message!(findings::quotation_from_to, from = *from, to = *to)
        }
    };
    let detail = in_turn(whole.iter().map(said));
    if let (Some((first, _)), Some(detail), true) = (whole.first(), detail, findings.is_empty()) {
        let citations = citing(briefing, whole.iter().flat_map(|(from, to)| [*from, *to]));
        let subject = Subject::Sentence(*first);
        let title = label!(findings::quotation_marks);
        findings.push(Finding::new(Outcome::Pass, subject, title, detail, citations));
    }
    findings
}

/// Marks without their other half in what the briefing says itself: of a sentence, and of a claim but its evidence.
fn marks(material: &Material<'_>) -> Vec<Finding> {
    let is_own = |text: &&Text<'_>| match text.about {
        About::Sentence(_) => ["label", "paraphrase"].contains(&&*text.field),
        About::Claim(_) | About::ClaimInShort(_) => {
            ["statement", "note", "reason", "key-point"].contains(&&*text.field)
        }
        _ => false,
    };
    material.texts().all.iter().filter(is_own).filter_map(|text| half_a_mark(material.briefing, text)).collect()
}

fn half_a_mark(briefing: &Briefing, text: &Text<'_>) -> Option<Finding> {
    // Where low marks open, what opens elsewhere closes.
    let pairs = if text.text.contains('„') { [('„', '“'), ('«', '»')] } else { [('“', '”'), ('«', '»')] };
    let count = |mark: char| text.text.matches(mark).count();
    let (open, close) = pairs.into_iter().find(|(open, close)| count(*open) != count(*close))?;
    let detail = message!(
        findings::half_a_mark_in,
        open = open.to_string(),
        close = close.to_string(),
        text = text.text.to_owned()
    );
    let (subject, citations) = (text.subject.clone(), citing(briefing, text.locators(briefing)));
    let finding = Finding::new(Outcome::Fail, subject, label!(findings::half_a_mark), detail, citations);
    Some(finding.apart(&text.field))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{said, sentences};
    use crate::analysis::checks::{Finding, findings_of};
    use crate::briefing::{Briefing, QuotationPart};

    fn found_in(briefing: &Briefing) -> Vec<Finding> {
        findings_of(CHECKS, briefing)
    }

    fn after(change: impl FnOnce(&mut Briefing)) -> Vec<String> {
        let mut briefing = Briefing::bundled().expect("the bundled briefing loads");
        for sentence in sentences(&mut briefing) {
            sentence.as_printed.sic = None;
        }
        change(&mut briefing);
        found_in(&briefing)
            .iter()
            .map(|f| format!("{} {}: {}", said(&f.outcome.name()), said(&f.title), said(&f.detail)))
            .collect()
    }

    /// What is found of marks in the first sentences.
    fn marks(parts: &[Option<QuotationPart>]) -> Vec<String> {
        after(|briefing| {
            for (index, sentence) in sentences(briefing).iter_mut().enumerate() {
                sentence.as_printed.quotation = parts.get(index).copied().flatten();
            }
        })
    }

    #[test]
    fn what_opens_closes() {
        use QuotationPart::{Closes, Opens, Whole};
        assert_eq!(marks(&[]), [""; 0], "without quotations there is nothing to say");
        assert_eq!(marks(&[Some(Whole)]), ["Pass Quotation marks: within ¶1·1"]);
        let two = marks(&[Some(Opens), None, Some(Closes), Some(Whole)]);
        assert_eq!(two, ["Pass Quotation marks: opened in ¶1·1, closed in ¶1·3; within ¶2·1"]);
        assert_eq!(marks(&[Some(Opens)]), ["Fail Quotation not closed: opened in ¶1·1 and nowhere closed"]);
        assert_eq!(marks(&[Some(Closes)]), ["Fail Quotation that never opened: closed in ¶1·1"]);
        let twice = marks(&[Some(Opens), Some(Opens), Some(Closes)]);
        assert_eq!(twice, ["Fail Quotation not closed: opened in ¶1·1, another in ¶1·2"]);
    }

    #[test]
    fn a_defect_of_wording_is_a_warning() {
        let found = after(|briefing| {
            sentences(briefing)[0].as_printed.sic = Some("subject and verb differ".to_owned());
        });
        assert!(found[1].starts_with("Warn Subject and verb differ: Kept as printed: "), "{found:?}");
    }

    #[test]
    fn the_briefing_pairs_its_own_marks() {
        let said = |text: &str| after(|briefing| briefing.claims.claims[0].reason = text.to_owned()).len() - 1;
        for good in ["“one” and “two”", "«один»", "„eins“ and „zwei“", "’twas none"] {
            assert_eq!(said(good), 0, "{good}");
        }
        for bad in ["“one", "one”", "«один", "„eins"] {
            assert_eq!(said(bad), 1, "{bad}");
        }
    }
}
