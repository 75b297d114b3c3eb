//! What a claim says of itself: how many sources bear it out, what came of it, how likely it is, and where in the document
//! it stands.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::super::texts::{About, Text, each_held};
use super::super::{Check, Finding, Material, Needs};
use super::{Passage, each_passage};
use crate::analysis::fold::fold;
use crate::analysis::reading::{Mention, Says, Sign, What};
use crate::briefing::{Claim, Likelihood, Message, Stance, Value, Verdict};
use crate::{label, message};

pub(in super::super) const CHECKS: &[Check] = &[
    Check {
        key: "sources-in-text",
        needs: Needs::Nothing,
        holds: label!(checks::sources_in_text),
        run: |material| each_passage(material, |passage| sources(material, passage)),
    },
    Check {
        key: "note-and-verdict",
        needs: Needs::Nothing,
        holds: label!(checks::note_and_verdict),
        run: |material| each_held(material, |material, text| note(material, text).or_else(|| hasty(material, text))),
    },
    Check {
        key: "likelihood-in-text",
        needs: Needs::Nothing,
        holds: label!(checks::likelihood_in_text),
        run: |material| {
            material.briefing.claims.claims.iter().filter_map(|claim| likelihood(material, claim)).collect()
        },
    },
    Check {
        key: "place-in-document",
        needs: Needs::Document,
        holds: label!(checks::place_in_document),
        run: |material| each_passage(material, |passage| place(material, passage)),
    },
];

/// A small number, and what it stands right before.
fn counted(passage: &Passage<'_, '_>, noun: Says) -> Option<(Range<usize>, u32)> {
    passage.quantities().find_map(|(mention, quantity)| {
        let count = quantity.count().filter(|_| quantity.unit.is_none())?;
        let near = |sign: &&Sign| {
            sign.range.start >= mention.range.end && passage.apart(&mention.range, &sign.range) == Some(0)
        };
        let sign = passage.signs_of(&[noun]).find(near)?;
        Some((mention.range.start..sign.range.end, count))
    })
}

/// `Seven reports say so`: as many as there is evidence of one stance, or of several.
fn sources(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let About::Claim(claim) = passage.text.about else { return None };
    if &*passage.text.field != "reason" || passage.is_open() {
        return None;
    }
    let (range, count) = counted(passage, Says::Sources)?;
    passage.signs_of(&[Says::Tells]).find(|sign| {
        sign.range.start >= range.end && passage.apart(&sign.range, &range).is_some_and(|words| words <= 2)
    })?;
    let of = |stance: Stance| claim.evidence.iter().filter(|evidence| evidence.stance == stance).count();
    let stances = [Stance::Supports, Stance::Contradicts, Stance::Context, Stance::Rejected].map(of);
    let mut known: BTreeSet<usize> =
        (1..16_usize).map(|some| (0..4).filter(|at| some >> at & 1 == 1).map(|at| stances[at]).sum()).collect();
    // The document is one more of them.
    known.extend(known.clone().into_iter().map(|number| number + 1).filter(|_| count > 1));
    let mut kinds = HashMap::new();
    for source in claim.evidence.iter().filter_map(|evidence| material.briefing.source(&evidence.source)) {
        *kinds.entry(std::mem::discriminant(&source.kind)).or_insert(0_usize) += 1;
    }
    known.extend(kinds.into_values().filter(|_| count > 1));
    if claim.evidence.is_empty() || known.contains(&usize::try_from(count).ok()?) {
        return None;
    }
    let said = passage.part(&range);
    let title = message!(findings::sources_in_text, said = said.clone());
    let (known, text) = (stances.iter().sum::<usize>(), passage.text.text.to_owned());
    let detail = message!(findings::sources_other, said = said.clone(), known = known, text = text);
    Some(passage.finding(material, &said, title, detail))
}

/// A note that says the contrary of its verdict; a lead, a key point or a reason that does.
fn note(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let claim = text.claim()?;
    if &*text.field == "reason" || &*text.field == "lead" || &*text.field == "key-point" {
        return Passage::all(text).find_map(|passage| judged(material, claim, &passage));
    }
    if &*text.field != "note" {
        return None;
    }
    let of = |passage: &Passage<'_, '_>| passage.says_any(&[Says::Confirmed, Says::Refuted]);
    let passage = Passage::all(text).find(of)?;
    let sign = passage.signs_of(&[Says::Confirmed, Says::Refuted]).next()?;
    // `not confirmed`; what is denied after it says nothing of it.
    let denied = passage.near_before(&sign.range, &[Says::Not, Says::Never], 1);
    let bears_out = (sign.says == Says::Confirmed) != denied;
    // `Jahr richtig, Grund nicht`: borne out in part, and what is disputed is the rest.
    let rest = [Says::Not, Says::Never, Says::Refuted];
    let in_part = passage.signs_of(&rest).any(|other| other.range.start >= sign.range.end);
    let wrong = match claim.verdict {
        Verdict::Supported => !bears_out,
        Verdict::Disputed | Verdict::Outdated => bears_out && !in_part,
        Verdict::Unverified => bears_out && !denied,
    };
    wrong.then(|| against_verdict(material, &passage, &sign.range))
}

fn against_verdict(material: &Material<'_>, passage: &Passage<'_, '_>, range: &Range<usize>) -> Finding {
    let said = passage.part(range);
    let title = label!(findings::note_and_verdict);
    let detail = message!(findings::note_and_verdict_other, said = said.clone(), text = passage.text.text.to_owned());
    passage.finding(material, &said, title, detail)
}

/// `A forecast that came true`, of one that did not; `nothing supports it`, of what is supported.
fn judged(material: &Material<'_>, claim: &Claim, passage: &Passage<'_, '_>) -> Option<Finding> {
    let outright = passage.signs_of(&[Says::Unborne, Says::Undenied]).next();
    if let Some(sign) = outright {
        let wrong = match claim.verdict {
            Verdict::Supported => sign.says == Says::Unborne,
            Verdict::Disputed | Verdict::Outdated => sign.says == Says::Undenied,
            Verdict::Unverified => false,
        };
        return wrong.then(|| against_verdict(material, passage, &sign.range));
    }
    // Of a forecast a short text says whether it came true.
    let short = &*passage.text.field == "lead" && claim.forecast.is_some();
    let sign = passage.signs_of(&[Says::Confirmed, Says::Refuted]).next().filter(|_| short)?;
    let denied = passage.near_before(&sign.range, &[Says::Not, Says::Never], 1);
    let bears_out = (sign.says == Says::Confirmed) != denied;
    let wrong = match claim.verdict {
        Verdict::Supported => !bears_out,
        Verdict::Outdated | Verdict::Disputed => bears_out,
        Verdict::Unverified => false,
    };
    wrong.then(|| against_verdict(material, passage, &sign.range))
}

/// `A year too early`, of a day that a claim has later than it was.
fn hasty(material: &Material<'_>, text: &Text<'_>) -> Option<Finding> {
    let claim = text.claim().filter(|claim| matches!(claim.verdict, Verdict::Disputed | Verdict::Outdated))?;
    let passage = Passage::all(text).find(|passage| passage.says_any(&[Says::TooEarly, Says::TooLate]))?;
    let sign = passage.signs_of(&[Says::TooEarly, Says::TooLate]).next()?;
    if passage.is_open() || !passage.text.is_short() {
        return None;
    }
    let first = |text: &Text<'_>| {
        let days: BTreeSet<(i16, i8, i8)> = text
            .reading
            .days()
            .filter_map(|day| Some((day.year?, day.month.unwrap_or(0), day.day.unwrap_or(0))))
            .collect();
        let one = days.len() == 1;
        days.into_iter().next().filter(|_| one)
    };
    let of_field = |field: &str| {
        let all = material.texts().all_of(claim).filter(move |text| text.field.starts_with(field));
        all.filter_map(first).collect::<Vec<_>>()
    };
    let [claimed] = of_field("statement")[..] else { return None };
    let against = claim.evidence.iter().filter(|evidence| evidence.stance == Stance::Contradicts);
    let known: Vec<(i16, i8, i8)> =
        against.flat_map(|evidence| of_field(&format!("evidence:{}", evidence.source))).collect();
    let too_early = sign.says == Says::TooEarly;
    let wrong = known.iter().all(|known| if too_early { claimed.0 > known.0 } else { claimed.0 < known.0 });
    let said = passage.part(&sign.range);
    let title = message!(findings::hasty_in_text, said = said.clone());
    let detail = message!(findings::hasty_other, said = said.clone(), text = text.text.to_owned());
    (!known.is_empty() && wrong).then(|| passage.finding(material, &said, title, detail))
}

/// A forecast that is likely in words and unlikely as it is graded, or the other way round.
fn likelihood(material: &Material<'_>, claim: &Claim) -> Option<Finding> {
    use Likelihood::{AlmostCertain, AlmostNoChance, Likely, RoughlyEven, Unlikely, VeryLikely, VeryUnlikely};
    let graded = match claim.forecast.as_ref()?.likelihood {
        Likely | VeryLikely | AlmostCertain => Says::Likely,
        Unlikely | VeryUnlikely | AlmostNoChance => Says::Unlikely,
        RoughlyEven => return None,
    };
    let texts = material.texts();
    let statement = texts.all_of(claim).find(|text| &*text.field == "statement")?;
    let mut told = vec![statement];
    told.extend(
        texts
            .beside(material.briefing, statement)
            .into_iter()
            .filter(|text| text.is_short() || matches!(text.about, About::Sentence(_))),
    );
    let said = |says: Says| told.iter().any(|text| text.reading.signs.iter().any(|sign| sign.says == says));
    let other = if graded == Says::Likely { Says::Unlikely } else { Says::Likely };
    if !said(other) || said(graded) {
        return None;
    }
    let text = told.iter().find(|text| text.reading.signs.iter().any(|sign| sign.says == other))?;
    let sign = text.reading.signs.iter().find(|sign| sign.says == other)?;
    let detail = message!(findings::likelihood_other, said = text.part(&sign.range), text = text.text.to_owned());
    let title = label!(findings::likelihood_in_text);
    Some(statement.finding(material.briefing, super::super::Outcome::Warn, title, detail))
}

/// A paragraph that the claim does not stand in, or another number of sentences than the document has.
fn place(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    paragraph(material, passage).or_else(|| sentences(material, passage))
}

fn finding(material: &Material<'_>, passage: &Passage<'_, '_>, range: &Range<usize>, known: Value) -> Finding {
    let said = passage.part(range);
    let title = message!(findings::place_in_document, said = said.clone());
    let text = passage.text.text.to_owned();
    let detail: Message = message!(findings::place_other, said = said.clone(), known = known, text = text);
    passage.finding(material, &said, title, detail)
}

fn paragraph(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let claim = passage.text.claim()?;
    // What another source says has paragraphs of its own.
    let source = passage.text.field.strip_prefix("evidence:");
    if source.is_some_and(|source| material.briefing.document_source().is_none_or(|own| own.as_str() != source)) {
        return None;
    }
    let sign = passage.signs_of(&[Says::Paragraph]).next()?;
    let number = |mention: &Mention| match &mention.what {
        What::Quantity(quantity) => {
            let tied = passage.apart(&mention.range, &sign.range) == Some(0);
            quantity.count().filter(|_| tied).map(|number| (mention.range.clone(), number))
        }
        _ => None,
    };
    let (range, number) = passage.mentions.iter().find_map(number)?;
    let briefing = material.briefing;
    let own: BTreeSet<u32> = briefing.locators(&claim.citations).map(|at| u32::from(at.paragraph)).collect();
    // What is quoted may stand elsewhere.
    let quoted = fold(passage.part(&passage.range).as_str());
    let prints = |printed: &str| quoted.contains(&fold(printed));
    let elsewhere = briefing
        .sentences()
        .iter()
        .filter(|sentence| sentence.as_printed.printed_names.iter().any(|name| prints(&name.printed)));
    let known: BTreeSet<u32> =
        own.into_iter().chain(elsewhere.map(|sentence| u32::from(sentence.at.paragraph))).collect();
    if known.is_empty() || known.contains(&number) {
        return None;
    }
    let range = range.start.min(sign.range.start)..range.end.max(sign.range.end);
    Some(finding(material, passage, &range, Value::list(known.into_iter().map(u64::from).take(4))))
}

fn sentences(material: &Material<'_>, passage: &Passage<'_, '_>) -> Option<Finding> {
    let called = fold(&material.briefing.document.as_ref()?.called);
    let (range, count) = counted(passage, Says::Sentences)?;
    let after = passage.text.reading.spelt(range.end..passage.range.end).take(3);
    let all = material.briefing.sentences().len();
    let of_document = after.into_iter().any(|(_, word)| word == called);
    let wrong = of_document && usize::try_from(count).ok()? != all;
    wrong.then(|| finding(material, passage, &range, Value::list([u64::try_from(all).unwrap_or(u64::MAX)])))
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::analysis::checks::tests::{claim_after, reason_after};

    #[test]
    fn a_paragraph_is_the_documents_where_another_source_is_not_quoted() {
        let evidence =
            |text: &str| claim_after(CHECKS, "ten-full-members", |claim| text.clone_into(&mut claim.evidence[0].says));
        for text in ["so it says, paragraph 28", "так сказано, абзац 28"] {
            assert_eq!(evidence(text), [""; 0], "{text}");
        }
        assert_eq!(reason_after(CHECKS, "ten-full-members", "It stands in paragraph 7."), ["Warn place-in-document"]);
        assert_eq!(reason_after(CHECKS, "ten-full-members", "It stands in paragraph 4."), [""; 0]);
    }
}
